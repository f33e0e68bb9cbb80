"""The folder of this computer beside the list: real folders, and what the service holds afterwards."""

import os
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMenu, QWidget
from support.waiting import until
from test_organising_window import Scene, Window, service, window

from fichier_gui.system import local_entries
from fichier_gui.ui import local_desk, local_navigation
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.fact_list import FactList
from fichier_gui.ui.dialogs.local_name import LocalName
from fichier_gui.ui.models.local_files import MARK
from fichier_gui.ui.ordering import Ordering
from fichier_gui.ui.views.local_pane import LocalPane

__all__ = ["service", "window"]

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
posix_only = pytest.mark.skipif(os.name == "nt", reason="names of bytes")


class Side:
    """The window with its local pane open on a folder."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        self.scene, self.folder = scene, folder
        self.here = scene.shell.desk.panes.local.here

    @property
    def pane(self) -> LocalPane:
        return self.scene.shell.window.local

    @property
    def names(self) -> list[str]:
        return [entry.name for entry in self.pane.model.rows]

    def choose(self, *names: str) -> None:
        places = self.pane.model.places(names)
        assert len(places) == len(names)
        self.pane.table.select_rows(places)

    def trigger(self, action: ActionId) -> None:
        self.scene.trigger(action)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    async def shows(self, *names: str) -> None:
        await until(lambda: self.names == list(names))


Play = Callable[[Side], Awaitable[None]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Some files of a user whose trash is not that of the machine."""
    home = tmp_path / "home"
    made = home / "Holiday"
    (made / "Alps").mkdir(parents=True)
    (made / "Alps" / "peak.jpg").write_bytes(b"p" * 4000)
    (made / "beach.jpg").write_bytes(b"b" * 3000)
    (made / "notes 10.txt").write_bytes(b"ten")
    (made / "notes 2.txt").write_bytes(b"two is longer")
    (made / ".hidden").write_bytes(b"h")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    return made


@pytest.fixture
def side(window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Play], Awaitable[None]]:
    """The folder is looked at ten times as often as in a user's window."""
    monkeypatch.setattr(local_navigation, "_LOOK_EVERY", local_navigation._LOOK_EVERY // 10)

    async def opened(play: Play) -> None:
        async def inner(scene: Scene) -> None:
            scene.trigger(ActionId.TOGGLE_LOCAL)
            made = Side(scene, folder)
            await until(lambda: "Holiday" in made.names)
            made.here.go(str(folder))
            await made.shows("Alps", "beach.jpg", "notes 2.txt", "notes 10.txt")
            await play(made)

        await window(inner)

    return opened


@pytest.fixture
def opened_by_system() -> Iterator[list[str]]:
    """What would be handed to other programs."""

    class Handler(QObject):
        @Slot(QUrl)
        def take(self, url: QUrl) -> None:
            seen.append(url.toLocalFile())

    seen: list[str] = []
    handler = Handler()
    QDesktopServices.setUrlHandler("file", handler, "take")
    yield seen
    QDesktopServices.unsetUrlHandler("file")


def over(surface: QWidget, point: QPoint, data, actions=COPY | MOVE) -> QDragMoveEvent:
    QApplication.sendEvent(surface, QDragEnterEvent(point, actions, data, LEFT, PLAIN))
    event = QDragMoveEvent(point, actions, data, LEFT, PLAIN)
    QApplication.sendEvent(surface, event)
    return event


def drop(surface: QWidget, point: QPoint, data, actions=COPY | MOVE) -> QDropEvent:
    over(surface, point, data, actions)
    event = QDropEvent(QPointF(point), actions, data, LEFT, PLAIN)
    QApplication.sendEvent(surface, event)
    return event


async def test_it_is_off_at_first_and_remembered_with_its_folder(window: Window, folder: Path) -> None:
    async def first(scene: Scene) -> None:
        assert scene.shell.window.local is None, "nothing is made that nobody wants"
        assert not scene.shell.actions[ActionId.LOCAL_REFRESH].isEnabled()
        scene.trigger(ActionId.TOGGLE_LOCAL)
        side = Side(scene, folder)
        await until(lambda: "Holiday" in side.names)
        side.here.go(str(folder))
        await until(lambda: "beach.jpg" in side.names)
        scene.shell.window.lists.setSizes([300, 500])

    async def again(scene: Scene) -> None:
        side = Side(scene, folder)
        await until(lambda: "beach.jpg" in side.names)
        left, right = scene.shell.window.lists.sizes()
        assert right > left
        scene.trigger(ActionId.TOGGLE_LOCAL)
        assert not side.pane.isVisible()
        assert not scene.shell.actions[ActionId.LOCAL_REFRESH].isEnabled()

    async def gone(scene: Scene) -> None:
        assert scene.shell.window.local is None

    await window(first)
    await window(again)
    await window(gone)


async def test_a_remembered_folder_that_is_gone_gives_the_one_above(window: Window, folder: Path) -> None:
    async def first(scene: Scene) -> None:
        scene.trigger(ActionId.TOGGLE_LOCAL)
        side = Side(scene, folder)
        side.here.go(str(folder / "Alps"))
        await side.shows("peak.jpg")

    async def again(scene: Scene) -> None:
        await until(lambda: "beach.jpg" in Side(scene, folder).names)

    await window(first)
    (folder / "Alps" / "peak.jpg").unlink()
    (folder / "Alps").rmdir()
    await window(again)


async def test_one_goes_through_folders_by_keyboard(side) -> None:
    async def play(side: Side) -> None:
        await side.scene.focus(side.pane.table)
        remote = side.scene.shell.desk.navigation
        side.choose("Alps")
        side.pane.table.stand_at(0)
        side.press(Qt.Key.Key_Return)
        await side.shows("peak.jpg")
        side.press(Qt.Key.Key_Backspace)
        await until(lambda: "beach.jpg" in side.names)
        side.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        await side.shows("peak.jpg")
        side.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        await until(lambda: "beach.jpg" in side.names)
        side.press(Qt.Key.Key_N)
        assert side.pane.table.currentIndex().data() == "notes 2.txt", "letters find a name"
        (side.folder / "new.txt").touch()
        side.press(Qt.Key.Key_F5)
        await until(lambda: "new.txt" in side.names)
        assert remote.remote_path == "/" and not side.scene.bar.sentence, "the account has heard no key"

    await side(play)


async def test_tab_goes_from_one_list_to_the_other(side) -> None:
    async def play(side: Side) -> None:
        files = side.scene.table
        await side.scene.focus(side.pane.table)
        side.press(Qt.Key.Key_Tab)
        assert files.hasFocus()
        side.press(Qt.Key.Key_Tab)
        assert side.pane.table.hasFocus()
        side.press(Qt.Key.Key_F3)
        await until(files.hasFocus)
        assert not side.pane.isVisible()
        side.press(Qt.Key.Key_Tab)
        assert not files.hasFocus(), "with one list, Tab goes on through the window"

    await side(play)


async def test_a_typed_path_may_be_wrong(side) -> None:
    async def play(side: Side) -> None:
        side.trigger(ActionId.LOCAL_EDIT_PATH)
        field = side.pane.path.findChild(QLineEdit)
        assert field.text() == str(side.folder)
        field.setText("~/Holiday/../Holiday/Alps")
        QTest.keyClick(field, Qt.Key.Key_Return)
        await side.shows("peak.jpg")
        assert side.here.folder == str(side.folder / "Alps")
        side.pane.path.typed.emit("peak.jpg")
        await side.scene.told("There is no folder “peak.jpg” on this computer.")
        side.pane.path.typed.emit("~nobody of this name/files")
        await side.scene.told("There is no folder “~nobody of this name/files” on this computer.")
        assert side.names == ["peak.jpg"]

    await side(play)


async def test_columns_order_and_hidden_files_are_asked_for(side) -> None:
    async def play(side: Side) -> None:
        header = side.pane.table.header()
        header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
        assert side.names == ["Alps", "beach.jpg", "notes 2.txt", "notes 10.txt"]
        header.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
        assert side.names == ["Alps", "notes 10.txt", "notes 2.txt", "beach.jpg"]
        side.trigger(ActionId.LOCAL_HIDDEN)
        assert ".hidden" in side.names
        assert side.pane.footer.counts.whole == "5 items"

    await side(play)


async def test_what_is_chosen_is_uploaded_to_the_folder_shown(side) -> None:
    async def play(side: Side) -> None:
        await side.scene.go("/Music")
        side.choose("Alps", "beach.jpg")
        action = side.scene.shell.actions[ActionId.LOCAL_UPLOAD_FILES]
        assert action.text() == "Upload to Music"
        await side.scene.focus(side.pane.table)
        side.press(Qt.Key.Key_F6)
        await until(lambda: {"/Music/beach.jpg", "/Music/Alps/peak.jpg"} < set(side.scene.stored()))

    await side(play)


async def test_rows_dropped_on_a_remote_folder_are_uploaded_there(side) -> None:
    async def play(side: Side) -> None:
        table, entries = side.scene.table, side.pane.model.rows
        data = side.pane.model.carried([entry for entry in entries if entry.name == "beach.jpg"])
        row = table.visualRect(table.model().index(side.scene.names.index("Music"), 0)).center()
        assert drop(table.viewport(), row, data, COPY).isAccepted()
        await until(lambda: "/Music/beach.jpg" in side.scene.stored())

    await side(play)


async def test_rows_dropped_where_they_come_from_do_nothing(side) -> None:
    async def play(side: Side) -> None:
        before = sorted(side.folder.rglob("*"))
        data = side.pane.model.carried(side.pane.model.rows)
        viewport = side.pane.table.viewport()
        for name in side.names:
            place = side.pane.model.places([name])[0]
            point = side.pane.table.visualRect(side.pane.model.index(place, 0)).center()
            assert not over(viewport, point, data, COPY).isAccepted()
            drop(viewport, point, data, COPY)
        assert sorted(side.folder.rglob("*")) == before

    await side(play)


async def test_rows_of_the_account_are_downloaded_into_the_folder_shown(side) -> None:
    async def play(side: Side) -> None:
        assert not side.scene.shell.actions[ActionId.DOWNLOAD_HERE].isEnabled(), "nothing is chosen there"
        side.scene.choose("readme.txt", "Films")
        assert side.scene.shell.actions[ActionId.DOWNLOAD_HERE].text() == "Download to Holiday"
        side.trigger(ActionId.DOWNLOAD_HERE)
        film = side.folder / "Films" / "2024" / "one.mkv"
        await until(lambda: film.exists() and film.stat().st_size == 70_000)
        await until((side.folder / "readme.txt").exists)
        await until(lambda: {"Films", "readme.txt"} < set(side.names))

    await side(play)


async def test_rows_of_the_account_go_where_they_are_dropped(side) -> None:
    async def play(side: Side) -> None:
        side.scene.choose("readme.txt")
        table = side.scene.table
        data = table.model().mimeData(table.selectionModel().selectedIndexes())
        viewport = side.pane.table.viewport()
        alps = side.pane.table.visualRect(side.pane.model.index(0, 0)).center()
        assert over(viewport, alps, data).dropAction() is COPY, "nothing is moved out of the account"
        assert side.pane.table._delegate._folder_at == 0
        drop(viewport, alps, data)
        await until((side.folder / "Alps" / "readme.txt").exists)
        below = QPoint(20, viewport.height() - 4)
        drop(viewport, below, data)
        await until((side.folder / "readme.txt").exists)
        assert "/readme.txt" in side.scene.stored()

    await side(play)


@pytest.mark.parametrize("at_once", [1000, 0], ids=["few files", "so many that a thread compares them"])
async def test_files_that_the_account_has_too_are_ticked(
    side, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(local_desk, "Ordering", partial(Ordering, at_once=at_once))

    async def play(side: Side) -> None:
        (side.folder / "readme.txt").write_bytes(b"HELLO")
        (side.folder / "Films").write_bytes(b"a file, and no folder")
        side.trigger(ActionId.LOCAL_REFRESH)
        model = side.pane.model

        def ticked() -> list[str]:
            return [entry.name for entry in model.rows if model.is_there(entry)]

        await until(lambda: ticked() == ["readme.txt"])
        index = model.index(side.names.index("readme.txt"), MARK)
        assert index.data(Qt.ItemDataRole.ToolTipRole) == "Also in Account on 1fichier, of the same size"
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "in the account too"
        (side.folder / "readme.txt").write_bytes(b"longer than that")
        side.trigger(ActionId.LOCAL_REFRESH)
        await until(lambda: ticked() == [])

    await side(play)


async def test_a_folder_is_made_and_a_file_renamed(side) -> None:
    async def play(side: Side) -> None:
        side.trigger(ActionId.LOCAL_NEW_FOLDER)
        dialog = await side.scene.dialog(LocalName)
        dialog.line.setText("Alps")
        assert not dialog.accept_button.isEnabled() and "already" in dialog.rule.text()
        dialog.line.setText("a/b")
        assert not dialog.accept_button.isEnabled() and dialog.rule.text()
        dialog.line.setText("Sea")
        dialog.accept_button.click()
        await until((side.folder / "Sea").is_dir)
        await until(lambda: [e.name for e in side.pane.table.chosen_entries()] == ["Sea"])
        side.choose("beach.jpg")
        side.trigger(ActionId.LOCAL_RENAME)
        dialog = await side.scene.dialog(LocalName)
        assert dialog.line.selectedText() == "beach" and not dialog.accept_button.isEnabled()
        dialog.line.setText("sand.jpg")
        dialog.accept_button.click()
        await until((side.folder / "sand.jpg").exists)
        await until(lambda: [e.name for e in side.pane.table.chosen_entries()] == ["sand.jpg"])
        assert not (side.folder / "beach.jpg").exists()

    await side(play)


async def test_a_name_that_was_taken_meanwhile_replaces_nothing(side) -> None:
    async def play(side: Side) -> None:
        side.choose("beach.jpg")
        side.trigger(ActionId.LOCAL_RENAME)
        dialog = await side.scene.dialog(LocalName)
        dialog.line.setText("late.txt")
        (side.folder / "late.txt").write_text("was here first")
        dialog.accept_button.click()
        await side.scene.told("“beach.jpg” could not be changed.")
        assert (side.folder / "late.txt").read_text() == "was here first"
        assert (side.folder / "beach.jpg").exists()

    await side(play)


@posix_only
async def test_what_is_deleted_is_in_the_trash(side) -> None:
    async def play(side: Side) -> None:
        trash = Path(os.environ["XDG_DATA_HOME"]) / "Trash" / "files"
        side.choose("beach.jpg")
        await side.scene.focus(side.pane.table)
        side.press(Qt.Key.Key_Delete)
        await side.scene.told("“beach.jpg” is in the trash of this computer.")
        assert (trash / "beach.jpg").read_bytes() == b"b" * 3000
        await side.shows("Alps", "notes 2.txt", "notes 10.txt")
        side.choose("Alps", "notes 2.txt")
        side.trigger(ActionId.LOCAL_TRASH)
        await side.scene.told("2 items moved to the trash of this computer.")
        assert (trash / "Alps" / "peak.jpg").exists()

    await side(play)


@posix_only
async def test_delete_on_the_number_pad_is_that_of_the_list_that_has_the_keys(side) -> None:
    async def play(at: Side) -> None:
        rows = at.scene.shell.window.files.table
        await until(lambda: at.scene.shell.window.files.model.rows)
        rows.selectAll()
        at.pane.enter()
        at.choose("notes 2.txt")
        at.press(Qt.Key.Key_Delete, Qt.KeyboardModifier.KeypadModifier)
        await at.shows("Alps", "beach.jpg", "notes 10.txt")
        assert not at.scene.shell.desk.organising.holds_deletions

    await side(play)


async def test_a_name_that_is_no_text_is_shown_sent_and_never_mistaken(side) -> None:
    async def play(side: Side) -> None:
        odd, twin = write_odd(side.folder)
        side.trigger(ActionId.LOCAL_REFRESH)
        await until(lambda: odd in side.names)
        side.choose(odd)
        side.trigger(ActionId.LOCAL_TRASH)
        await side.scene.told("“caf�.txt” stays: it could not be moved to the trash.")
        assert {odd, twin} < {path.name for path in side.folder.iterdir()}
        side.trigger(ActionId.LOCAL_UPLOAD_FILES)
        await until(lambda: f"/{odd}" in side.scene.stored())

    await side(play)


def write_odd(folder: Path) -> tuple[str, str]:
    """A name that is no text, and the one that it looks like."""
    odd, twin = os.fsdecode(b"caf\xe9.txt"), "caf�.txt"
    (folder / odd).write_bytes(b"odd")
    (folder / twin).write_bytes(b"another file")
    return odd, twin


async def test_a_folder_that_vanishes_is_told_and_one_gets_out_of_it(side) -> None:
    async def play(side: Side) -> None:
        side.here.go(str(side.folder / "Alps"))
        await side.shows("peak.jpg")
        side.choose("peak.jpg")
        (side.folder / "Alps" / "peak.jpg").unlink()
        (side.folder / "Alps").rmdir()
        await until(side.pane.message.isVisible)
        assert side.pane.message.accessibleName().startswith("“Alps” is gone")
        assert not side.scene.shell.actions[ActionId.LOCAL_UPLOAD_FILES].isEnabled()
        (side.folder / "Alps").mkdir()
        await until(lambda: side.pane.message.accessibleName() == "“Alps” is empty")
        (side.folder / "Alps").rmdir()
        await until(lambda: side.pane.message.accessibleName().startswith("“Alps” is gone"))
        side.trigger(ActionId.LOCAL_UP)
        await until(lambda: "beach.jpg" in side.names)

    await side(play)


async def test_a_folder_without_permission_says_so(side, monkeypatch: pytest.MonkeyPatch) -> None:
    async def play(side: Side) -> None:
        closed = side.folder / "Alps"
        closed.chmod(0)
        if os.name == "nt" or os.geteuid() == 0:  # nothing is denied there by a mode
            monkeypatch.setattr(local_entries.os, "scandir", denied)
        side.here.go(str(closed))
        await until(side.pane.message.isVisible)
        assert side.pane.message.accessibleName().startswith("No permission for “Alps”")
        closed.chmod(0o700)
        monkeypatch.undo()
        side.trigger(ActionId.LOCAL_REFRESH)
        await side.shows("peak.jpg")

    def denied(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    await side(play)


async def test_files_open_with_the_system_and_folders_here(side, opened_by_system: list[str]) -> None:
    async def play(side: Side) -> None:
        side.choose("beach.jpg")
        side.trigger(ActionId.LOCAL_OPEN)
        side.trigger(ActionId.LOCAL_SHOW)
        assert opened_by_system == [str(side.folder / "beach.jpg"), str(side.folder)]
        side.trigger(ActionId.LOCAL_COPY_PATH)
        assert QApplication.clipboard().text() == str(side.folder / "beach.jpg")
        side.trigger(ActionId.LOCAL_PROPERTIES)
        dialog = await side.scene.dialog(FactList)
        facts = dict(dialog.facts)
        assert facts["Folder"] == str(side.folder) and facts["Size"].startswith("3.0 kB")
        dialog.findChild(QDialogButtonBox).rejected.emit()
        side.choose("Alps")
        side.trigger(ActionId.LOCAL_OPEN)
        await side.shows("peak.jpg")

    await side(play)


async def test_places_lead_home(side) -> None:
    async def play(side: Side) -> None:
        side.pane.places_asked.emit(QPoint(5, 5))
        menu = await until(lambda: QApplication.activePopupWidget())
        assert isinstance(menu, QMenu)
        menu.actions()[0].trigger()
        menu.close()
        await until(lambda: side.here.folder == str(side.folder.parent))

    await side(play)


async def test_ten_thousand_files_keep_their_selection_when_one_is_added(side) -> None:
    async def play(side: Side) -> None:
        many = side.folder / "many"
        many.mkdir()
        for number in range(10_000):
            (many / f"file {number}.dat").touch()
        side.here.go(str(many))
        await until(lambda: len(side.names) == 10_000)
        assert side.names[:3] == ["file 0.dat", "file 1.dat", "file 2.dat"]
        side.choose("file 9000.dat")
        (many / "a new one").touch()
        await until(lambda: len(side.names) == 10_001)
        assert [entry.name for entry in side.pane.table.chosen_entries()] == ["file 9000.dat"]

    await side(play)
