"""What ticks for the eye alone rests while the window is away."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fichier_gui.ui.seen_timer import SeenTimer


@pytest.fixture
def label(qtbot: QtBot) -> Iterator[QLabel]:
    """In a window that is shown."""
    window = QWidget()
    qtbot.addWidget(window)
    made = QLabel("now")
    QVBoxLayout(window).addWidget(made)
    window.show()
    qtbot.waitExposed(window)
    yield made


def test_it_ticks_while_the_widget_is_shown(label: QLabel, qtbot: QtBot) -> None:
    ticks: list[int] = []
    timer = SeenTimer(label, 1, lambda: ticks.append(1))
    timer.start()
    qtbot.waitUntil(lambda: len(ticks) >= 2)


@pytest.mark.parametrize("away", ["hide", "showMinimized"])
def test_it_rests_while_the_window_is_away_and_ticks_at_once_when_it_is_back(
    label: QLabel, qtbot: QtBot, away: str
) -> None:
    ticks: list[int] = []
    timer = SeenTimer(label, 60_000, lambda: ticks.append(1))
    timer.start()
    getattr(label.window(), away)()
    qtbot.waitUntil(lambda: not timer.is_running)
    assert not ticks

    label.window().showNormal()
    qtbot.waitUntil(lambda: timer.is_running)
    assert ticks == [1]


def test_once_stopped_it_does_not_come_back_with_the_window(label: QLabel) -> None:
    timer = SeenTimer(label, 60_000, lambda: None)
    timer.start()
    timer.stop()
    label.window().hide()
    label.window().show()
    assert not timer.is_running
