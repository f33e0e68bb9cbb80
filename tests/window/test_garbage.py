"""Cycles are collected in the window's thread; the long look at all of them waits until nobody does."""

import gc
import weakref
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fichier_gui.ui import garbage
from fichier_gui.ui.garbage import Garbage

STATES = Qt.ApplicationState


class Loop:
    """Refers to itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Garbage, SimpleNamespace]]:
    assert not gc.isenabled()  # in tests it never is: see the house fixtures
    made = Garbage(qapp)
    watched = SimpleNamespace(state=STATES.ApplicationActive)
    monkeypatch.setattr(made, "_app", SimpleNamespace(applicationState=lambda: watched.state))
    with made.collecting():
        made.on_timer_timeout()  # the window itself
        yield made, watched
    assert not gc.isenabled()
    made.deleteLater()


def left_old() -> "weakref.ref[Loop]":
    """A cycle that was left behind, which the looks at the young have passed over."""
    loop = Loop()
    gc.collect(1)
    gone = weakref.ref(loop)
    del loop
    return gone


def look(made: Garbage, times: int) -> None:
    """At the new ones, of which there are enough each time."""
    kept: list[list[int]] = []
    for number in range(1, times + 1):
        kept += ([] for _ in range(1000))
        made.on_timer_timeout()
        assert len(kept) == number * 1000


def leave(made: Garbage, watched: SimpleNamespace) -> None:
    """For half a minute."""
    watched.state = STATES.ApplicationInactive
    for _ in range(garbage._AWAY):
        made.on_timer_timeout()


def test_python_does_not_collect_by_itself_meanwhile(qapp: QApplication) -> None:
    made = Garbage(qapp)
    gc.enable()
    try:
        with made.collecting():
            assert not gc.isenabled()
        assert gc.isenabled()
    finally:
        gc.disable()
        made.deleteLater()


def test_what_is_young_is_collected_while_the_user_is_here(
    collector: tuple[Garbage, SimpleNamespace],
) -> None:
    made, _ = collector
    gone = weakref.ref(Loop())
    kept: list[list[int]] = [[] for _ in range(1000)]
    assert gone() is not None
    made.on_timer_timeout()
    assert gone() is None and len(kept) == 1000


def test_the_old_wait_until_the_user_is_elsewhere(collector: tuple[Garbage, SimpleNamespace]) -> None:
    made, watched = collector
    gone = left_old()
    look(made, 12)
    made.on_timer_timeout()
    assert gone() is not None
    leave(made, watched)
    assert gone() is None


def test_who_is_back_soon_does_not_wait(collector: tuple[Garbage, SimpleNamespace]) -> None:
    made, watched = collector
    gone = left_old()
    look(made, 12)
    watched.state = STATES.ApplicationInactive
    for _ in range(garbage._AWAY - 1):
        made.on_timer_timeout()
    watched.state = STATES.ApplicationActive
    made.on_timer_timeout()
    assert gone() is not None


def test_a_large_folder_waits_as_well(collector: tuple[Garbage, SimpleNamespace]) -> None:
    made, watched = collector
    frozen = gc.get_freeze_count()
    gone = weakref.ref(Loop())
    files: list[list[int]] = [[] for _ in range(30_000)]
    made.on_timer_timeout()
    assert gone() is not None and gc.get_freeze_count() - frozen >= len(files)
    made.on_timer_timeout()
    assert gone() is not None
    leave(made, watched)
    assert gone() is None and gc.get_freeze_count() - frozen >= len(files)


def test_they_do_not_wait_for_ever(
    collector: tuple[Garbage, SimpleNamespace], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _ = collector
    monkeypatch.setattr(garbage, "_MOST_LOOKS", 20)
    gone = left_old()
    look(made, 20)
    assert gone() is not None
    look(made, 3)
    assert gone() is None
