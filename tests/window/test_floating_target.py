"""The drop target that floats above other programs."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from support.core_window import CoreWindow, shows
from support.quick_rules import QUICK
from support.simulator import Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.simulator.content import read_all
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.views.floating_target import SIDE, FloatingTarget

Play = Callable[[Shell, ThreadedSimulator], Awaitable[None]]
Window = Callable[[Play], Awaitable[None]]
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
MIDDLE = QPoint(SIDE // 2, SIDE // 2)


@pytest.fixture
def window(core_window: CoreWindow) -> Window:
    service = Service(limits=False, switches=quiet_switches())
    service.add_folder("/Films")
    return lambda play: core_window.open(service, play, ready=shows("Films"), budget_rules=QUICK)


def target(shell: Shell) -> FloatingTarget | None:
    assert shell.stage.floating is not None
    return shell.stage.floating.target


def shown(shell: Shell) -> FloatingTarget:
    """Switch it on."""
    shell.actions[ActionId.TOGGLE_DROP_TARGET].trigger()
    found = target(shell)
    assert found is not None and found.isVisible()
    return found


def enter(surface: FloatingTarget, data: QMimeData) -> None:
    QApplication.sendEvent(surface, QDragEnterEvent(MIDDLE, COPY, data, LEFT, PLAIN))


async def test_it_is_off_until_it_is_wanted_and_what_is_dropped_goes_to_the_folder_shown(
    window: Window, tmp_path: Path
) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(b"Dear reader")

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        assert target(shell) is None
        surface = shown(shell)
        assert surface.toolTip() == "Files and links that are dropped here go to Account"
        shell.desk.navigation.go_to_path("/Films")
        await until(lambda: surface.toolTip().endswith("go to Films"))
        assert surface.accessibleDescription() == surface.toolTip()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        before: QImage = surface.grab().toImage()
        enter(surface, data)
        assert surface.grab().toImage() != before, "it lights up"
        QApplication.sendEvent(surface, QDropEvent(QPointF(MIDDLE), COPY, data, LEFT, PLAIN))
        (sent,) = await until(lambda: running.service.files_at("/Films"))
        assert read_all(sent.content) == b"Dear reader"

    await window(play)


async def test_it_comes_back_where_it_was_left(window: Window) -> None:
    place = QPoint(150, 120)

    async def leave(shell: Shell, running: ThreadedSimulator) -> None:
        shown(shell).move(place)
        await until(lambda: shell.stage.floating._geometry.text("drop_target_at", "") == "150;120")

    async def find(shell: Shell, running: ThreadedSimulator) -> None:
        surface = target(shell)
        assert surface is not None and surface.isVisible()
        await until(lambda: surface.pos() == place)
        shell.actions[ActionId.TOGGLE_DROP_TARGET].trigger()
        assert target(shell) is None and not surface.isVisible()

    async def miss(shell: Shell, running: ThreadedSimulator) -> None:
        assert target(shell) is None

    for play in (leave, find, miss):
        await window(play)


async def test_a_place_that_is_on_no_screen_any_more_is_not_taken(window: Window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        surface = shown(shell)
        surface.put(QPoint(90_000, 90_000))
        screen = QGuiApplication.primaryScreen().availableGeometry()
        await until(lambda: screen.contains(surface.geometry()))

    await window(play)


async def test_a_locked_window_takes_nothing(window: Window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        surface = shown(shell)
        shell.lock.is_set = True
        shell.lock.lock()
        assert target(shell) is None and not surface.isVisible()
        shell.lock._open()
        shell.lock.is_set = False
        again = target(shell)
        assert again is not None and again.isVisible()

    await window(play)


async def test_a_click_shows_the_window_and_a_move_does_not(window: Window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        surface = shown(shell)
        asked: list[bool] = []
        shell.actions[ActionId.SHOW_WINDOW].triggered.connect(lambda: asked.append(True))
        QTest.mouseClick(surface, LEFT, PLAIN, MIDDLE)
        assert asked == [True]
        QTest.mousePress(surface, LEFT, PLAIN, MIDDLE)
        QTest.mouseMove(surface, MIDDLE + QPoint(30, 30))
        QTest.mouseRelease(surface, LEFT, PLAIN, MIDDLE)
        assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]

    await window(play)
