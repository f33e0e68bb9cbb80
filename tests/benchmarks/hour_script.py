"""What people do with the window within an hour, with their own hands."""

import asyncio
import os
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final, TypeVar

from hands import Hands, middle, place_of_row
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget
from support.waiting import until

from fichier_gui.domain.settings import ColorScheme, Page
from fichier_gui.domain.transfers import QueueFilter
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.shell import Shell

D = TypeVar("D", bound=QWidget)

PATIENCE: Final = 180.0
SETTLED: Final = 0.4
"""Seconds after an action: what follows from it counts for it."""
HUGE: Final = "/Archive"
DROPPED: Final = "dropped"
LOCAL: Final = "local"

Act = Callable[["Hour"], Awaitable[None]]
SCRIPT: list[tuple[str, Act]] = []


def act(name: str) -> Callable[[Act], Act]:
    """The next thing that is done."""

    def note(function: Act) -> Act:
        SCRIPT.append((name, function))
        return function

    return note


async def settle(seconds: float = SETTLED) -> None:
    """Let what was begun end."""
    await asyncio.sleep(seconds)


def local_files(folder: Path, count: int, size: int) -> list[str]:
    """Files to send, which take no room on the disk; and folders to be dropped and to be looked at."""
    paths = [folder / f"up-{number}.bin" for number in range(count)]
    for path in paths:
        path.touch()
        os.truncate(path, size)
    for name, number in ((DROPPED, 500), (LOCAL, 5000)):
        (folder / name).mkdir()
        for each in range(number):
            (folder / name / f"letter {each}.txt").write_text(f"{each}")
    return [str(path) for path in paths]


class Hour:
    """Goes through the script. ``watch`` is told what is being done; ``hold`` lets all wait that waits."""

    def __init__(
        self, shell: Shell, watch: Any, rows: int, folder: Path, hold: Callable[[], Awaitable[None]]
    ) -> None:
        self.shell, self.watch, self.rows, self.folder, self.hold = shell, watch, rows, folder, hold
        self.hands = Hands()
        self.problems: list[str] = []

    async def pass_by(self, seconds: float, only: str) -> None:
        """All actions, spread over so much time."""
        script = [(name, act) for name, act in SCRIPT if only in name]
        end = time.monotonic() + seconds
        for number, (name, act) in enumerate(script):
            self.watch.doing = name
            try:
                await act(self)
            except Exception as error:  # noqa: BLE001 - the rest of the hour is told all the same
                self.problems.append(f"{name}: {type(error).__name__} {error}")
                print(self.problems[-1], file=sys.stderr)
                await self.give_up()
            await settle()
            self._tell(f"{number + 1}/{len(script)} {name}", self.watch.actions[name])
            self.watch.doing = "between the actions"
            left = end - time.monotonic()
            if left > 0:
                await asyncio.sleep(left / (len(script) - number))

    def _tell(self, name: str, worst: Any) -> None:
        told = f"{name}: {worst.wall * 1000:.0f} ms, of its own {worst.cpu * 1000:.0f} ms"
        print(told, file=sys.stderr, flush=True)

    async def give_up(self) -> None:
        """Away with what is open."""
        for _ in range(4):
            await self.hands.press("Escape")
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()

    # Means

    @property
    def window(self) -> Any:
        """Of now: another language brings another one."""
        return self.shell.window

    @property
    def table(self) -> Any:
        """The file list."""
        return self.window.files.table

    async def until(self, holds: Callable[[], Any]) -> Any:
        """Wait for a true answer."""
        return await until(holds, PATIENCE)

    async def command(self, action: ActionId) -> None:
        """By its keys, once it is possible."""
        await self.until(self.shell.actions[action].isEnabled)
        await self.hands.command(self.shell.actions, action)

    async def at(self, path: str) -> None:
        """Go there by its path, as one types it."""
        here = self.shell.desk.navigation
        if here.remote_path != path or self.shell.desk.searching.is_on:
            await self.command(ActionId.EDIT_PATH)
            await self.hands.press("ctrl+a")
            await self.hands.write(path)
            await self.hands.press("Return")
        files = self.window.files
        await self.until(
            lambda: (
                here.remote_path == path
                and here.listing is not None
                and files.listing is not None
                and files.listing.folder.id == here.folder_id
            )
        )
        self.table.setFocus()
        await self.until(self.table.hasFocus)

    async def in_huge(self) -> None:
        """The folder with all the rows."""
        await self.at(HUGE)
        await self.until(lambda: len(self.window.files.model.rows) == self.rows)

    async def choose(self, first: int, count: int = 1) -> None:
        """Rows, by mouse and Shift."""
        self.table.stand_at(first)
        self.table.scrollTo(self.table.model().index(first, 0))
        await settle(0.1)
        await self.hands.click(place_of_row(self.table, first))
        if count > 1:
            await self.hands.press("shift+Down", times=count - 1, pause=0.03)
            await settle()
        await self.until(lambda: len(self.table.chosen_rows()) == count)

    async def opened(self, kind: str, action: ActionId | None = None) -> Any:
        """The dialog of a class by its name, once it is there."""
        if action is not None:
            await self.command(action)

        def found() -> QWidget | None:
            tops = (each for each in QApplication.topLevelWidgets() if each.isVisible())
            return next((each for each in tops if type(each).__name__ == kind), None)

        dialog = await self.until(found)
        await self.until(dialog.isActiveWindow)
        await settle()
        return dialog

    async def closed(self, dialog: QWidget) -> None:
        """By Escape; the first one may shut a search within."""
        for _ in range(3):
            await self.hands.press("Escape")
            await settle()
            if not _is_there(dialog):
                return
        await self.until(lambda: not _is_there(dialog))

    async def looked_at(self, kind: str, action: ActionId) -> None:
        """Open, look, close."""
        await self.closed(await self.opened(kind, action))

    async def agree(self) -> None:
        """To a question, if there is one."""
        await settle(1)
        if any(isinstance(each, QDialog) and each.isVisible() for each in QApplication.topLevelWidgets()):
            await self.hands.press("Return")

    async def confirm(self) -> None:
        """A question about what destroys: Return would be the way back, so its button is pressed."""

        def asked() -> QPushButton | None:
            buttons = (
                button
                for dialog in QApplication.topLevelWidgets()
                if isinstance(dialog, QDialog) and dialog.isVisible()
                for button in dialog.findChildren(QPushButton)
            )
            return next((each for each in buttons if each.text().startswith("Delete")), None)

        await self.hands.click(middle(await self.until(asked)))

    async def fewer(self, count: int) -> None:
        """So many rows have left the folder of all."""
        self.rows -= count
        await self.until(lambda: len(self.window.files.model.rows) == self.rows)

    async def menu(self) -> QMenu:
        """The one that is open."""
        found = await self.until(QApplication.activePopupWidget)
        assert isinstance(found, QMenu)
        await settle()
        return found

    async def prefer(self, name: str, value: object) -> None:
        """Change a setting."""
        await self.shell.seam.call(lambda core: core.preferences.change(name, value))


def _is_there(dialog: QWidget) -> bool:
    try:
        return dialog.isVisible()
    except RuntimeError:  # deleted
        return False


# Folders


@act("a folder is opened by double click")
async def _(hour: Hour) -> None:
    await hour.at("/")
    names = [row.name for row in hour.window.files.model.rows]
    await hour.hands.click(place_of_row(hour.table, names.index("Documents")), times=2)
    await hour.until(lambda: hour.shell.desk.navigation.remote_path == "/Documents")
    await hour.command(ActionId.BACK)
    await hour.until(lambda: hour.shell.desk.navigation.remote_path == "/")
    await hour.command(ActionId.FORWARD)
    await hour.command(ActionId.UP)


@act("the folder of all rows is opened for the first time")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await settle(4)


@act("and again")
async def _(hour: Hour) -> None:
    await hour.at("/Work")
    await hour.in_huge()


@act("and refreshed")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    before = hour.shell.desk.navigation.listing
    await hour.command(ActionId.REFRESH)
    try:
        async with asyncio.timeout(20):
            await hour.until(lambda: hour.shell.desk.navigation.listing is not before)
    except TimeoutError:
        pass  # the service said nothing new
    await settle(4)


@act("scrolled by keys, wheel and bar")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(0)
    await hour.hands.press("Next", times=15)
    await hour.hands.press("Down", times=15, pause=0.03)
    await hour.hands.press("End", "Home", "End")
    await hour.hands.wheel(middle(hour.table), -30)
    await hour.hands.wheel(middle(hour.table), 30)
    bar = hour.table.verticalScrollBar()
    top = bar.mapToGlobal(QPoint(bar.width() // 2, bar.height() - 20))
    await hour.hands.drag(top, bar.mapToGlobal(QPoint(bar.width() // 2, 20)), steps=30)


@act("a letter goes to a row")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(0)
    await hour.hands.write("Po")
    await settle(1)


@act("sorted by each column, up and down")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    header = hour.table.header()
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        x = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
        for _ in range(2):
            rows = hour.window.files.model.rows
            await hour.hands.click(header.viewport().mapToGlobal(QPoint(x, header.height() // 2)))
            await hour.until(lambda rows=rows: hour.window.files.model.rows is not rows)
            await settle()
    await hour.hands.click(header.viewport().mapToGlobal(QPoint(60, header.height() // 2)))
    await settle(1)


@act("filtered while typing")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.command(ActionId.FILTER)
    await hour.hands.write("train 2014")
    await hour.until(lambda: 0 < len(hour.window.files.model.rows) < hour.rows)
    await hour.hands.press("BackSpace", times=6)
    await settle(1)
    await hour.hands.press("ctrl+a", "BackSpace")
    await hour.until(lambda: len(hour.window.files.model.rows) == hour.rows)
    await hour.hands.press("Escape")


@act("the account searched while typing")
async def _(hour: Hour) -> None:
    await hour.command(ActionId.SEARCH)
    for words in ("report 1", "invoice of 2012", "size>8M", "e", "été type:video"):
        await hour.hands.press("ctrl+a")
        await hour.hands.write(words)
        await settle(2)
    rows = hour.window.files.model.rows
    header = hour.table.header()
    await hour.hands.click(header.viewport().mapToGlobal(QPoint(60, header.height() // 2)))
    await hour.until(lambda: hour.window.files.model.rows is not rows)
    await hour.command(ActionId.SEARCH)
    await hour.hands.press("Escape")
    await hour.until(lambda: not hour.shell.desk.searching.is_on)


@act("what can be searched for")
async def _(hour: Hour) -> None:
    await hour.looked_at("SearchHelp", ActionId.SEARCH_HELP)


@act("duplicates")
async def _(hour: Hour) -> None:
    await hour.looked_at("Duplicates", ActionId.DUPLICATES)


# Rows


@act("all rows selected, and left again")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(0)
    await hour.command(ActionId.SELECT_ALL)
    await hour.until(lambda: hour.table.selectionModel().isRowSelected(hour.rows - 1))
    await settle(1)
    await hour.hands.press("Down")
    await hour.hands.press("shift+End")
    await settle(1)
    await hour.choose(3)


@act("all rows selected, one of them taken away")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(0)
    await hour.command(ActionId.SELECT_ALL)
    await hour.hands.press("ctrl+Down")
    await hour.hands.press("ctrl+space")
    await settle(1)
    await hour.choose(3)


@act("the links of all rows copied")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(0)
    await hour.command(ActionId.SELECT_ALL)
    await hour.command(ActionId.COPY_LINK)
    await settle(2)
    await hour.choose(1)


@act("the menu of all rows")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(0)
    await hour.command(ActionId.SELECT_ALL)
    await hour.hands.click(place_of_row(hour.table, 1), button=3)
    await hour.menu()
    await hour.hands.press("Escape")
    await hour.choose(1)


@act("the menu of a row")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(2)
    await hour.hands.click(place_of_row(hour.table, 2), button=3)
    await hour.menu()
    await hour.hands.press("Down", times=6)
    await hour.hands.press("Escape")


@act("renamed")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(5)
    dialog = await hour.opened("Rename", ActionId.RENAME)
    await hour.hands.press("Home")
    await hour.hands.write("My ")
    await hour.hands.press("Return")
    await hour.until(lambda: not _is_there(dialog))
    await settle(3)


@act("fifty renamed at once")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(40, 50)
    dialog = await hour.opened("BulkRename", ActionId.RENAME)
    dialog.search.setFocus()
    await hour.hands.write("of")
    dialog.replacement.setFocus()
    await hour.hands.write("from")
    await hour.until(dialog.rename.isEnabled)
    await hour.hands.click(middle(dialog.rename))
    await hour.until(lambda: not _is_there(dialog))
    await settle(4)


@act("all rows to be renamed, looked at and left")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(0)
    await hour.command(ActionId.SELECT_ALL)
    dialog = await hour.opened("BulkRename", ActionId.RENAME)
    dialog.search.setFocus()
    await hour.hands.write("Invoice")
    dialog.replacement.setFocus()
    await hour.hands.write("Bill")
    await settle(3)
    await hour.closed(dialog)
    await hour.choose(1)


@act("twenty deleted, and back")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(100, 20)
    await hour.command(ActionId.DELETE)
    await hour.confirm()
    await hour.until(lambda: hour.shell.desk.organising.holds_deletions)
    await hour.command(ActionId.UNDO)
    await hour.until(lambda: not hour.shell.desk.organising.holds_deletions)
    await settle(1)


@act("one deleted for good")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(200)
    await hour.command(ActionId.DELETE)
    await hour.confirm()
    await hour.fewer(1)


@act("cut and pasted into another folder")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(300, 3)
    await hour.command(ActionId.CUT)
    await hour.at("/Documents")
    await hour.command(ActionId.PASTE_ITEMS)
    await settle(4)
    await hour.at(HUGE)
    await hour.fewer(3)


@act("a new folder")
async def _(hour: Hour) -> None:
    await hour.at("/Documents")
    dialog = await hour.opened("NewFolder", ActionId.NEW_FOLDER)
    await hour.hands.write(f"Folder {time.monotonic_ns() % 10_000}")
    await hour.hands.press("Return")
    await hour.until(lambda: not _is_there(dialog))
    await settle(2)


@act("moved to a folder that is chosen")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    await hour.choose(7)
    await hour.looked_at("RemoteFolderDialog", ActionId.MOVE_TO)


for _name, _kind, _action in (
    ("properties", "Properties", ActionId.PROPERTIES),
    ("link rules", "LinkRulesDialog", ActionId.LINK_RULES),
    ("copy link as", "CopyLinks", ActionId.COPY_AS),
    ("QR code", "QrCode", ActionId.SHOW_QR),
    ("links to JDownloader", "SendLinks", ActionId.TO_JDOWNLOADER),
):

    async def _look(hour: Hour, kind: str = _kind, action: ActionId = _action) -> None:
        await hour.in_huge()
        await hour.choose(9)
        await hour.looked_at(kind, action)

    act(_name)(_look)


@act("a picture and a text previewed")
async def _(hour: Hour) -> None:
    await hour.at("/Pictures")
    names = [row.name for row in hour.window.files.model.rows]
    await hour.choose(names.index("portrait.png"))
    dialog = await hour.opened("Preview", ActionId.PREVIEW)
    await settle(1)
    await hour.hands.press("Left", "Left")
    await settle(1)
    await hour.closed(dialog)
    await hour.at("/Documents")
    names = [row.name for row in hour.window.files.model.rows]
    await hour.choose(names.index("budget.csv"))
    dialog = await hour.opened("Preview", ActionId.PREVIEW)
    await settle(1)
    await hour.closed(dialog)


@act("sixty thumbnails")
async def _(hour: Hour) -> None:
    await hour.at("/Holiday")
    hour.table.clearSelection()
    await hour.command(ActionId.SHOW_THUMBNAILS)
    await hour.agree()
    pictures = list(hour.window.files.model.rows)
    known = hour.shell.desk.thumbnailing.thumbnails.knows
    await hour.until(lambda: all(map(known, pictures)))
    await hour.hands.wheel(middle(hour.table), 40)
    await hour.hands.wheel(middle(hour.table), -40)


# The tree, the palette, the menus


@act("the tree unfolded and walked")
async def _(hour: Hour) -> None:
    places = hour.window.places
    await hour.at("/Work")
    places.setFocus()
    await hour.hands.press("Right", "Down", times=1)
    await hour.hands.press("Down", times=6, pause=0.2)
    await settle(1)
    await hour.hands.press("Left", "Left")
    hour.table.setFocus()


@act("the command palette")
async def _(hour: Hour) -> None:
    for words in ("transf", "/wor", "case 1", "ré"):
        await hour.command(ActionId.FIND_COMMAND)
        await hour.until(hour.window.commands.isVisible)
        await hour.hands.write(words)
        await hour.hands.press("Down", times=3)
        await hour.hands.press("Escape")
        await hour.until(lambda: not hour.window.commands.isVisible())


@act("the menu and the menus in it")
async def _(hour: Hour) -> None:
    await hour.command(ActionId.SHOW_MENU)
    await hour.menu()
    for _ in range(4):
        await hour.hands.press("Up", pause=0.1)
        await hour.hands.press("Right", "Left", pause=0.2)
    await hour.hands.press("Escape", "Escape")


@act("details, tree and transfers shut and opened")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    for action in (ActionId.TOGGLE_DETAILS, ActionId.TOGGLE_PLACES, ActionId.TOGGLE_TRANSFERS):
        await hour.command(action)
        await settle()
        await hour.command(action)
        await settle()


@act("the requests explained")
async def _(hour: Hour) -> None:
    await hour.command(ActionId.EXPLAIN_REQUESTS)
    await settle(1)
    await hour.hands.press("Escape")


# Dialogs


@act("the settings opened")
async def _(hour: Hour) -> None:
    await hour.looked_at("SettingsDialog", ActionId.PREFERENCES)


@act("every page of the settings")
async def _(hour: Hour) -> None:
    dialog = await hour.opened("SettingsDialog", ActionId.PREFERENCES)
    dialog._list.setFocus()
    for _ in Page:
        await hour.hands.press("Down", pause=0.4)
    await hour.closed(dialog)


@act("settings searched and one changed")
async def _(hour: Hour) -> None:
    dialog = await hour.opened("SettingsDialog", ActionId.PREFERENCES)
    dialog.search.line.setFocus()
    await hour.hands.write("proxy")
    await settle()
    await hour.hands.press("ctrl+a")
    await hour.hands.write("sleep")
    await hour.hands.press("Return")
    await hour.hands.press("space")
    await settle(1)
    await hour.hands.press("space")
    await settle()
    await hour.closed(dialog)


@act("two hundred links pasted")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    rows = list(hour.window.files.model.rows)[1000:1200]
    QGuiApplication.clipboard().setText("\n".join(row.url for row in rows))
    await hour.command(ActionId.PASTE_LINKS)
    dialog = await hour.opened("PasteLinks")
    await hour.until(lambda: dialog.steps.currentIndex() == 1)
    await settle(2)
    await hour.closed(dialog)


@act("the page of the account")
async def _(hour: Hour) -> None:
    dialog = await hour.opened("AccountPage", ActionId.ACCOUNT)
    await settle(1)
    await hour.closed(dialog)


for _name, _kind, _action in (
    ("vouchers", "VouchersDialog", ActionId.VOUCHERS),
    ("FTP access", "FtpAccess", ActionId.FTP_ACCESS),
    ("fetch from the web", "RemoteUploadsDialog", ActionId.REMOTE_UPLOADS),
    ("the key elsewhere", "ElsewhereDialog", ActionId.ELSEWHERE),
    ("recently deleted", "RecentlyDeleted", ActionId.RECENTLY_DELETED),
    ("keyboard shortcuts", "Shortcuts", ActionId.SHORTCUTS),
    ("the log", "LogView", ActionId.LOG),
    ("the report", "Report", ActionId.REPORT),
    ("about the program", "About", ActionId.ABOUT),
):

    async def _open(hour: Hour, kind: str = _kind, action: ActionId = _action) -> None:
        if hour.shell.actions[action].isEnabled():
            await hour.looked_at(kind, action)

    act(_name)(_open)


# Transfers


@act("the tabs of the transfers")
async def _(hour: Hour) -> None:
    panel = hour.window.transfers
    for number in [*range(1, len(QueueFilter)), 0]:
        await hour.hands.click(panel.tabs.mapToGlobal(panel.tabs.tabRect(number).center()))
        await hour.until(lambda number=number: panel.tabs.currentIndex() == number)
        await settle(1)


@act("the batch of all transfers unfolded and scrolled")
async def _(hour: Hour) -> None:
    panel = hour.window.transfers
    for batch in panel.model.batches_shown():
        panel.model.fold(batch, True)
    await hour.until(lambda: panel.model.rowCount() > hour.rows)
    await hour.hands.wheel(middle(panel.view), 20)
    panel.view.setFocus()
    await hour.hands.press("End", "Home", "End")
    await hour.hands.press("Prior", times=10)


@act("transfers without batches, and with them again")
async def _(hour: Hour) -> None:
    hour.window.transfers.view.setFocus()
    await hour.command(ActionId.GROUP_BATCHES)
    await settle(2)
    await hour.command(ActionId.GROUP_BATCHES)
    await settle(2)


@act("transfers sorted by each column")
async def _(hour: Hour) -> None:
    header = hour.window.transfers.view.header()
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        x = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
        for _ in range(3):
            await hour.hands.click(header.viewport().mapToGlobal(QPoint(x, header.height() // 2)))
            await settle(0.8)


@act("all transfers selected")
async def _(hour: Hour) -> None:
    view = hour.window.transfers.view
    view.setFocus()
    await hour.hands.press("Home", "ctrl+a")
    await settle(2)
    await hour.hands.press("Down")


@act("a transfer moved up, down, to the end and to the top")
async def _(hour: Hour) -> None:
    panel = hour.window.transfers
    panel.show_tab(QueueFilter.WAITING)
    await settle(1)
    panel.view.setFocus()
    await hour.hands.press("Home", "Down", "Down", "Down")
    for action in (
        ActionId.TRANSFER_HIGHER,
        ActionId.TRANSFER_LOWER,
        ActionId.TRANSFER_BOTTOM,
        ActionId.TRANSFER_TOP,
        ActionId.TRANSFER_PRIORITY_HIGH,
        ActionId.TRANSFER_PRIORITY_NORMAL,
    ):
        if hour.shell.actions[action].isEnabled():
            await hour.command(action)
        await settle(1)
    panel.show_tab(QueueFilter.ALL)


@act("one transfer paused and resumed")
async def _(hour: Hour) -> None:
    panel = hour.window.transfers
    panel.show_tab(QueueFilter.ACTIVE)
    await hour.until(lambda: panel.model.rowCount() > 1)
    await settle(1)
    panel.view.setFocus()
    await hour.hands.press("Home", "Down")
    for action in (ActionId.TRANSFER_PAUSE, ActionId.TRANSFER_RESUME):
        if hour.shell.actions[action].isEnabled():
            await hour.command(action)
        await settle(2)
    panel.show_tab(QueueFilter.ALL)


@act("all transfers paused and resumed")
async def _(hour: Hour) -> None:
    await hour.command(ActionId.PAUSE_ALL)
    await hour.until(lambda: hour.shell.seam.summary.is_paused)
    await settle(2)
    await hour.command(ActionId.RESUME_ALL)
    await hour.until(lambda: not hour.shell.seam.summary.is_paused)
    await settle(3)
    await hour.hold()


@act("the transfers folded to a line")
async def _(hour: Hour) -> None:
    panel = hour.window.transfers
    for _ in range(2):
        await hour.hands.click(middle(panel._fold))
        await settle(1)


@act("slow limits on and off")
async def _(hour: Hour) -> None:
    for _ in range(2):
        await hour.command(ActionId.SLOW_LIMITS)
        await settle(1)


@act("what happened to a transfer")
async def _(hour: Hour) -> None:
    panel = hour.window.transfers
    panel.show_tab(QueueFilter.ACTIVE)
    await settle(1)
    panel.view.setFocus()
    await hour.hands.press("Home", "Down")
    if hour.shell.actions[ActionId.TRANSFER_HISTORY].isEnabled():
        await hour.looked_at("TransferHistory", ActionId.TRANSFER_HISTORY)
    panel.show_tab(QueueFilter.ALL)


# This computer


@act("a folder of five hundred files dropped")
async def _(hour: Hour) -> None:
    folder = hour.folder / DROPPED
    await hour.at("/Documents")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    surface = hour.table.viewport()
    point = surface.rect().center()
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(surface, QDragEnterEvent(point, copy, data, left, none))
    QApplication.sendEvent(surface, QDropEvent(QPointF(point), copy, data, left, none))
    dialog = await hour.opened("UploadReview")
    await settle(1)
    button = next(each for each in dialog.findChildren(QPushButton) if each.isDefault())
    await hour.hands.click(middle(button))
    await hour.until(lambda: not _is_there(dialog))
    await settle(4)


@act("the folder of this computer beside the list")
async def _(hour: Hour) -> None:
    folder = hour.folder / LOCAL
    await hour.command(ActionId.TOGGLE_LOCAL)
    await hour.until(lambda: hour.window.local is not None and hour.window.local.isVisible())
    await settle(1)
    here = hour.shell.desk.panes.local.here
    await hour.command(ActionId.LOCAL_EDIT_PATH)
    await hour.hands.press("ctrl+a")
    await hour.hands.write(str(folder))
    await hour.hands.press("Return")
    await hour.until(lambda: here.listing is not None and here.listing.folder == str(folder))
    await settle(3)
    table = hour.window.local.table
    await hour.hands.wheel(middle(table), 30)
    table.setFocus()
    await hour.hands.press("ctrl+a")
    await settle(1)
    await hour.command(ActionId.TOGGLE_LOCAL)
    await hour.until(lambda: not hour.window.local.isVisible())


# The window as a whole


@act("dark, light and as the system says")
async def _(hour: Hour) -> None:
    for scheme in (ColorScheme.DARK, ColorScheme.LIGHT, ColorScheme.SYSTEM):
        await hour.prefer("color_scheme", scheme)
        await settle(2)


@act("another language, and back")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    for code in ("fr", ""):
        before = hour.window
        await hour.prefer("language", code)
        await hour.until(lambda before=before: hour.window is not before)
        await hour.until(lambda: len(hour.window.files.model.rows) == hour.rows)
        await settle(3)


@act("the menu of the tray")
async def _(hour: Hour) -> None:
    hour.shell.tray.menu.popup(hour.window.mapToGlobal(QPoint(300, 100)))
    await hour.menu()
    await hour.hands.press("Down", times=4)
    await hour.hands.press("Escape")


@act("hidden and shown")
async def _(hour: Hour) -> None:
    for _ in range(2):
        hour.shell._hide()
        await settle(1)
        hour.window.bring_to_front()
        await hour.until(hour.window.isActiveWindow)
        await settle(1)


@act("made smaller and larger")
async def _(hour: Hour) -> None:
    await hour.in_huge()
    for step in range(12):
        await hour.hands.resize(hour.window, 920 + step * 38, 580 + step * 20)
    for step in range(12):
        await hour.hands.resize(hour.window, 1338 - step * 14, 800 - step * 4)
    await settle(1)


@act("nothing for half a minute")
async def _(hour: Hour) -> None:
    await settle(30)
