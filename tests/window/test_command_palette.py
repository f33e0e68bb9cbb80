"""The command palette in the real window, by its keys, against the simulated service with its limits on."""

from collections.abc import Awaitable, Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.core_window import CoreWindow, alone
from support.simulator import Service, quiet_switches
from support.waiting import until

from fichier_gui.domain.ids import ROOT
from fichier_gui.ui import wording
from fichier_gui.ui.action_table import ACTIONS, ActionId, Reach
from fichier_gui.ui.models.palette_rows import ROW
from fichier_gui.ui.resources import translation_file
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.views.search_field import Scope
from fichier_gui.ui.wording import language

Play = Callable[[Shell], Awaitable[None]]


@pytest.fixture
def window(core_window: CoreWindow) -> Callable[[Play], Awaitable[None]]:
    made = Service(limits=True, switches=quiet_switches())
    made.add_file("/one.bin", b"1" * 900)
    made.add_file("/Films/2024/two.bin", b"2" * 1900)

    async def opened(play: Play) -> None:
        async def in_front(shell: Shell) -> None:
            shell.window.activateWindow()
            await until(shell.window.isActiveWindow)
            await play(shell)

        await core_window.open(made, alone(in_front))

    return opened


LOCAL = {spec.id for spec in ACTIONS if spec.reach is Reach.LOCAL}
"""The commands of the local pane, which is not open."""


class Hand:
    """Presses keys, as the user does: they go where the focus is."""

    def __init__(self, shell: Shell, qtbot: QtBot) -> None:
        self.window = shell.window
        self.palette = shell.window.commands
        self._bot = qtbot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._bot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    async def open(self) -> None:
        self.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: self.palette.isVisible() and self.palette.line.hasFocus())

    def type(self, text: str) -> None:
        self._bot.keyClicks(self.palette.line, text)

    @property
    def keys(self) -> list[str]:
        return [row.key for row in self.palette.model.rows]


async def test_the_local_pane_has_its_commands_while_it_is_open(
    window: Callable[[Play], Awaitable[None]], qtbot: QtBot
) -> None:
    async def play(shell: Shell) -> None:
        hand = Hand(shell, qtbot)
        await hand.open()
        assert not LOCAL & set(hand.keys)
        hand.press(Qt.Key.Key_Escape)
        shell.actions[ActionId.TOGGLE_LOCAL].trigger()
        await hand.open()
        assert set(hand.keys) > LOCAL

    await window(play)


async def test_commands_are_run_by_their_letters(
    window: Callable[[Play], Awaitable[None]], qtbot: QtBot
) -> None:
    async def play(shell: Shell) -> None:
        hand, actions = Hand(shell, qtbot), shell.actions
        table = shell.window.files.table
        table.setFocus()
        await until(table.hasFocus)
        was_shown = actions[ActionId.TOGGLE_PLACES].isChecked()
        await hand.open()
        hand.type("fol tr")
        assert hand.palette.current.key == ActionId.TOGGLE_PLACES
        assert hand.palette.current.shortcut == "F9"
        hand.press(Qt.Key.Key_Return)
        assert not hand.palette.isVisible()
        await until(lambda: actions[ActionId.TOGGLE_PLACES].isChecked() is not was_shown)
        assert shell.window.places.isVisible() is not was_shown
        assert table.hasFocus(), "the keys go where they went before"

        # The latest comes first when nothing is typed, and Escape does nothing.
        await hand.open()
        assert hand.keys[0] == ActionId.TOGGLE_PLACES
        assert len(hand.keys) == len(list(actions)) - len(LOCAL) - 3
        hand.press(Qt.Key.Key_Down)
        second = hand.palette.current.key
        hand.press(Qt.Key.Key_Up)
        hand.press(Qt.Key.Key_Up)
        assert hand.palette.current.key == hand.keys[-1] != second
        hand.press(Qt.Key.Key_Escape)
        assert not hand.palette.isVisible() and table.hasFocus()

        # What cannot be done says why, and Return leaves it alone.
        await hand.open()
        hand.type("download")
        first = hand.palette.current
        assert (first.key, first.is_possible) == (ActionId.DOWNLOAD, False)
        assert first.note == "Nothing is chosen in the file list"
        hand.press(Qt.Key.Key_Return)
        assert hand.palette.isVisible()
        hand.press(Qt.Key.Key_Escape)
        table.select([next(row.url for row in shell.window.files.model.rows if row.name == "one.bin")])
        await hand.open()
        hand.type("copy link")
        assert hand.palette.current.key == ActionId.COPY_LINK
        spoken = hand.palette.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "Copy link, File list, Ctrl+L"
        hand.press(Qt.Key.Key_Enter)
        await until(lambda: "1fichier.com/?" in QApplication.clipboard().text())
        # The clipboard may hold a link of an earlier test.
        await until(lambda: shell.window.commands.recent == [ActionId.COPY_LINK, ActionId.TOGGLE_PLACES])

    await window(play)

    async def later(shell: Shell) -> None:
        assert shell.window.commands.recent == [ActionId.COPY_LINK, ActionId.TOGGLE_PLACES], "kept"

    await window(later)


async def test_folders_and_saved_searches_are_reached_by_their_letters(
    window: Callable[[Play], Awaitable[None]], qtbot: QtBot
) -> None:
    async def play(shell: Shell) -> None:
        hand = Hand(shell, qtbot)
        await shell.seam.call(lambda program: program.finding.saved.keep("Long films", "type:video size>1gb"))
        await hand.open()
        hand.type("/fil")
        await until(lambda: hand.keys and hand.keys[0].startswith("folder:"))
        assert hand.palette.current.note == "/Films"
        hand.press(Qt.Key.Key_Return)
        await until(lambda: shell.desk.navigation.remote_path == "/Films")

        # A path that nobody has read is looked for.
        shell.desk.navigation.go(ROOT)
        await until(lambda: shell.desk.navigation.remote_path == "/" and shell.desk.navigation.listing)
        await hand.open()
        hand.type("/Films/2024")
        await until(lambda: hand.keys)
        hand.press(Qt.Key.Key_Return)
        await until(lambda: shell.desk.navigation.remote_path == "/Films/2024")

        await hand.open()
        hand.type("films")
        await until(lambda: any(key.startswith("folder:") for key in hand.keys))
        place = hand.keys.index("search:Long films")
        for _ in range(place):
            hand.press(Qt.Key.Key_Tab)
        assert hand.palette.current.note == "Saved search"
        hand.press(Qt.Key.Key_Return)
        field = shell.window.toolbar.search
        await until(lambda: field.text() == "type:video size>1gb" and field.scope is Scope.ACCOUNT)

        # The key works while one types in another line, and nothing found is said.
        assert field.hasFocus()
        await hand.open()
        hand.type("zzzqqq")
        await until(lambda: hand.palette.nothing.whole == "Nothing has these words.")
        hand.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert not hand.palette.isVisible()

    await window(play)


async def test_both_languages_are_understood(window: Callable[[Play], Awaitable[None]], qtbot: QtBot) -> None:
    language.install(language.load(translation_file("fr"), "fr"))

    async def play(shell: Shell) -> None:
        hand = Hand(shell, qtbot)
        for typed in ("reglages", "settings"):
            await hand.open()
            hand.type(typed)
            assert hand.palette.current.key == ActionId.PREFERENCES
            assert hand.palette.current.text == wording.tr("Settings…") != "Settings…"
            hand.press(Qt.Key.Key_Escape)

    try:
        await window(play)
    finally:
        language.install(None)


async def test_it_stays_inside_a_small_window_and_closes_with_the_focus(
    window: Callable[[Play], Awaitable[None]], qtbot: QtBot
) -> None:
    async def play(shell: Shell) -> None:
        hand = Hand(shell, qtbot)
        await hand.open()
        for width, height in ((1300, 800), (900, 560)):
            shell.window.resize(width, height)
            await until(lambda width=width: shell.window.width() == width)
            inside = shell.window.rect().contains(hand.palette.geometry())
            middle = hand.palette.geometry().center().x() - shell.window.rect().center().x()
            assert inside and abs(middle) <= 1
        assert hand.palette.model.index(0, 0).data(ROW) is hand.palette.model.rows[0]
        shell.window.files.table.setFocus()
        await until(lambda: not hand.palette.isVisible())

    await window(play)
