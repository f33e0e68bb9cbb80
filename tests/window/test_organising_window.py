"""Renaming, moving, copying and deleting through the window; what counts is what the service holds then."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from support.core_window import CoreWindow, shows
from support.organising_world import inside, service_tree
from support.quick_rules import QUICK
from support.simulator import Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.app.container import Program
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.organising import DELETE_WAIT, Placed
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.simulator.faults import Fault
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.ask import Question
from fichier_gui.ui.dialogs.edit_failures import EditFailures
from fichier_gui.ui.dialogs.new_folder import NewFolder
from fichier_gui.ui.dialogs.paste_links import PasteLinks
from fichier_gui.ui.dialogs.recently_deleted import RecentlyDeleted
from fichier_gui.ui.dialogs.remote_folder import RemoteFolderDialog
from fichier_gui.ui.dialogs.rename import Rename
from fichier_gui.ui.models.file_list import Role
from fichier_gui.ui.shell import Shell


class PatientClock(SystemClock):
    """The wait before a deletion is over when the test says so."""

    def __init__(self) -> None:
        self.is_over = False

    async def sleep(self, seconds: float) -> None:
        if seconds != DELETE_WAIT:
            await super().sleep(seconds)
        while seconds == DELETE_WAIT and not self.is_over:
            await asyncio.sleep(0.005)


class Scene:
    """The window over the whole core, and the service behind it."""

    def __init__(self, shell: Shell, running: ThreadedSimulator, clock: PatientClock) -> None:
        self.shell, self.running, self.clock = shell, running, clock
        self.table = shell.window.files.table
        self.bar = shell.window.notice_bar

    @property
    def names(self) -> list[str]:
        return [row.name for row in self.shell.window.files.model.rows]

    def stored(self) -> list[str]:
        """The paths that the service holds."""
        return sorted(path for path, _url in service_tree(self.running.service).elements())

    def trigger(self, action: ActionId) -> None:
        assert self.shell.actions[action].isEnabled(), action
        self.shell.actions[action].trigger()

    def choose(self, *names: str) -> None:
        rows = [row for row in self.shell.window.files.model.rows if row.name in names]
        assert len(rows) == len(names)
        self.table.select([row.url if isinstance(row, RemoteFile) else row.id for row in rows])

    async def go(self, path: str) -> None:
        here = self.shell.desk.navigation
        here.go_to_path(path)
        await until(lambda: here.remote_path == path and here.listing)

    async def dialog(self, kind):
        def opened():
            found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
            return found[0] if found else None

        return await until(opened)

    async def focus(self, widget: QWidget) -> None:
        """As a click would: keys that belong to a widget need the window to be the active one."""
        self.shell.window.activateWindow()
        await until(lambda: QApplication.activeWindow() is self.shell.window)
        widget.setFocus()
        await until(widget.hasFocus)

    async def told(self, words: str) -> None:
        await until(lambda: words in self.bar.sentence)

    def press(self, label: str) -> None:
        buttons = self.bar.findChildren(QAbstractButton)
        next(button for button in buttons if button.text() == label and button.isVisible()).click()

    async def answer(self, label: str) -> Question:
        question = await self.dialog(Question)
        next(b for b in question.findChildren(QAbstractButton) if b.text() == label).click()
        return question


Play = Callable[[Scene], Awaitable[None]]
Window = Callable[[Play], Awaitable[None]]


@pytest.fixture
def service(request: pytest.FixtureRequest) -> Service:
    """With the parameter True it counts requests and refuses what is too many."""
    made = Service(limits=getattr(request, "param", False), switches=quiet_switches())
    made.add_file("/Films/2024/one.mkv", b"1" * 70_000)
    made.add_file("/Films/2024/two.mkv", b"2" * 50_000)
    made.add_file("/Films/three.mkv", b"3" * 30_000)
    made.add_folder("/Music")
    made.add_file("/readme.txt", b"hello")
    return made


@pytest.fixture
def window(core_window: CoreWindow, service: Service) -> Window:
    async def opened(play: Play) -> None:
        clock = PatientClock()
        rules = {} if service.limits.enabled else {"budget_rules": QUICK}

        async def in_scene(shell: Shell, running: ThreadedSimulator) -> None:
            await play(Scene(shell, running, clock))

        await core_window.open(
            service,
            in_scene,
            ready=shows("readme.txt"),
            is_demo=False,
            clock=clock,
            **rules,
        )

    return opened


@pytest.mark.parametrize("service", [True], indirect=True)
async def test_a_file_gets_another_name_and_its_own_back(window: Window) -> None:
    async def play(scene: Scene) -> None:
        before = scene.stored()
        assert not scene.shell.actions[ActionId.UNDO].isEnabled()
        scene.choose("readme.txt")
        scene.trigger(ActionId.RENAME)
        dialog = await scene.dialog(Rename)
        assert dialog.line.selectedText() == "readme"
        assert not dialog.accept_button.isEnabled(), "the name it has is no new one"
        dialog.line.setText("a/b.txt")
        assert "a／b.txt" in dialog.rule.text()
        dialog.line.setText("")
        assert not dialog.accept_button.isEnabled()
        dialog.line.setText("a/b.txt")
        dialog.accept_button.click()
        await scene.told("“readme.txt” is now “a/b.txt”.")
        await until(lambda: "a/b.txt" in scene.names)
        assert "/a/b.txt" in scene.stored()
        scene.press("Undo")
        await until(lambda: scene.stored() == before)
        await until(lambda: "readme.txt" in scene.names)
        await scene.told("Taken back")
        assert not scene.shell.actions[ActionId.UNDO].isEnabled()

    await window(play)


async def test_a_folder_cannot_have_the_name_of_its_neighbour(window: Window) -> None:
    async def play(scene: Scene) -> None:
        scene.choose("Films")
        scene.trigger(ActionId.RENAME)
        dialog = await scene.dialog(Rename)
        assert dialog.line.selectedText() == "Films"
        dialog.line.setText("Music")
        assert "already" in dialog.rule.text()
        assert not dialog.accept_button.isEnabled()
        dialog.line.setText("Cinema.old")
        dialog.accept_button.click()
        await until(lambda: "/Cinema.old/2024/one.mkv" in scene.stored())
        root = scene.shell.window.folders.index_of(ROOT)
        tree = scene.shell.window.folders
        await until(lambda: tree.index(0, 0, root).data() == "Cinema.old")

    await window(play)


async def test_the_path_follows_a_folder_that_is_renamed_above(window: Window) -> None:
    async def play(scene: Scene) -> None:
        films = next(row for row in scene.shell.window.files.model.rows if row.name == "Films")
        desk = scene.shell.desk.organising
        await scene.go("/Films/2024")
        scene.shell.window.places.open_root()
        await until(lambda: scene.shell.window.folders.index_of(films.id).isValid())
        (placed,) = [p for p in await placed_at(scene, "/") if p.item == films]
        desk.rename([(placed, "Cinema")])
        await until(lambda: scene.shell.desk.navigation.remote_path == "/Cinema/2024")

    await window(play)


async def placed_at(scene: Scene, path: str):
    return await scene.shell.seam.call(lambda program: inside(program, path))


@pytest.mark.parametrize("service", [True], indirect=True)
async def test_a_folder_is_counted_deleted_and_listed(window: Window) -> None:
    async def play(scene: Scene) -> None:
        scene.choose("Films", "readme.txt")
        scene.trigger(ActionId.DELETE)
        question = await scene.dialog(Question)
        labels = [b.text() for b in question.findChildren(QAbstractButton)]
        assert "Delete 4 files and 2 folders" in labels
        assert "150 kB" in question.accessibleDescription()
        await scene.answer("Delete 4 files and 2 folders")
        await scene.told("deleted for good in")
        await until(lambda: scene.names == ["Music"])  # what is to go is not shown any more
        assert len(scene.stored()) == 7, "nothing is sent while it can be taken back"
        assert not scene.running.requests.all("file/rm")
        scene.shell.desk.notices.tell("a quiet word")
        assert "deleted for good in" in scene.bar.sentence, "nothing stands before the way back"
        scene.clock.is_over = True
        await until(lambda: scene.stored() == ["/Music/"])
        scene.bar.withdraw("told")
        await scene.told("6 items deleted.")
        assert not scene.shell.actions[ActionId.UNDO].isEnabled(), "a deletion cannot be taken back"

    await window(play)


@pytest.mark.parametrize("by_key", [True, False])
async def test_a_deletion_that_is_taken_back_in_time_was_never_sent(window: Window, by_key: bool) -> None:
    async def play(scene: Scene) -> None:
        before = scene.stored()
        scene.choose("Films", "readme.txt")
        scene.trigger(ActionId.DELETE)
        await scene.answer("Delete 4 files and 2 folders")
        await scene.told("deleted for good in")
        if by_key:
            scene.trigger(ActionId.UNDO)
        else:
            scene.press("Undo")
        await scene.told("Nothing was deleted.")
        await until(lambda: scene.names == ["Films", "Music", "readme.txt"])
        scene.clock.is_over = True
        await until(lambda: not scene.shell.actions[ActionId.UNDO].isEnabled())
        assert scene.stored() == before
        assert not scene.running.requests.all("file/rm")

    await window(play)


async def test_delete_pressed_twice_asks_once(window: Window) -> None:
    def deletions() -> int:
        return sum(task.get_name().endswith(": delete") for task in asyncio.all_tasks())

    async def play(scene: Scene) -> None:
        scene.choose("Films")
        scene.trigger(ActionId.DELETE)
        scene.trigger(ActionId.DELETE)
        assert deletions() == 1
        await scene.answer("Cancel")
        await until(lambda: not deletions())
        scene.trigger(ActionId.DELETE)
        await scene.answer("Cancel")

    await window(play)


async def test_no_is_an_answer(window: Window) -> None:
    async def play(scene: Scene) -> None:
        before = scene.stored()
        scene.clock.is_over = True
        scene.choose("readme.txt")
        scene.trigger(ActionId.DELETE)
        question = await scene.answer("Cancel")
        assert "“readme.txt”, 5 B" in question.accessibleDescription()
        await until(lambda: not question.isVisible())
        assert scene.stored() == before
        assert "readme.txt" in scene.names

    await window(play)


async def test_the_folder_that_is_shown_is_left_when_it_is_deleted(window: Window) -> None:
    async def play(scene: Scene) -> None:
        await scene.go("/Films/2024")
        (placed,) = [p for p in await placed_at(scene, "/Films") if p.item.name == "2024"]
        scene.clock.is_over = True
        scene.shell.desk.organising.delete([placed])
        await scene.answer("Delete 2 files and 1 folder")
        await until(lambda: scene.shell.desk.navigation.remote_path == "/Films")
        await until(lambda: scene.stored() == ["/Films/", "/Films/three.mkv", "/Music/", "/readme.txt"])

    await window(play)


async def test_what_was_not_done_is_told_item_by_item(window: Window, service: Service) -> None:
    async def play(scene: Scene) -> None:
        await scene.go("/Films/2024")
        files = list(scene.shell.window.files.model.rows)
        with service.lock:  # somebody else was faster
            gone = next(file for file in service.state.files.values() if file.name == "one.mkv")
            service.state.delete_file(gone, service.clock())
        scene.clock.is_over = True
        music = next(p for p in await placed_at(scene, "/") if p.item.name == "Music")
        placed = await placed_at(scene, "/Films/2024")
        scene.shell.desk.organising.move(
            [replace(placed[0], item=file) for file in files], music.item.id, "Music"
        )
        await scene.told("1 item of 2 could not be moved.")
        scene.press("Show details")
        dialog = await scene.dialog(EditFailures)
        assert dialog.model.rowCount() == 1
        assert dialog.model.index(0, 0).data() == "one.mkv"
        assert dialog.model.index(0, 1).data()
        dialog.copy_button.click()
        await until(lambda: QApplication.clipboard().text().startswith("one.mkv\t"))
        assert "/Music/two.mkv" in scene.stored()

    await window(play)


async def test_a_move_says_where_and_goes_back(window: Window) -> None:
    async def play(scene: Scene) -> None:
        before = scene.stored()
        await scene.go("/Films")
        scene.table.selectAll()
        music = next(p for p in await placed_at(scene, "/") if p.item.name == "Music")
        desk = scene.shell.desk.organising
        desk.move(desk.chosen(), music.item.id, "Music")
        await scene.told("1 file and 1 folder moved to Music.")
        assert scene.stored() == [
            "/Films/",
            "/Music/",
            "/Music/2024/",
            "/Music/2024/one.mkv",
            "/Music/2024/two.mkv",
            "/Music/three.mkv",
            "/readme.txt",
        ]
        scene.press("Show")
        await until(lambda: scene.names == ["2024", "three.mkv"])
        scene.trigger(ActionId.UNDO)
        await until(lambda: scene.stored() == before)

    await window(play)


async def test_thousands_are_counted_while_they_move_and_can_be_stopped(
    window: Window, service: Service
) -> None:
    for number in range(1500):
        service.add_file(f"/Many/{number:04}.bin", b"x")

    async def play(scene: Scene) -> None:
        music = next(p for p in await placed_at(scene, "/") if p.item.name == "Music")
        many = await placed_at(scene, "/Many")
        scene.running.faults.add(Fault("file/mv", "delay", seconds=0.2, calls="*"))
        scene.shell.desk.organising.move(many, music.item.id, "Music")
        await scene.told("of 1,500")
        scene.press("Stop")
        await scene.told("Stopped:")
        moved = [path for path in scene.stored() if path.startswith("/Music/0")]
        assert 0 < len(moved) < 1500
        assert f"{len(moved):,} items moved" in scene.bar.sentence or len(moved) == 1
        scene.press("Undo")
        await until(lambda: not [path for path in scene.stored() if path.startswith("/Music/0")])

    await window(play)


def taken_items(scene: Scene) -> int:
    taken = scene.shell.desk.row_moves.clipboard.taken
    return len(taken.items) if taken is not None else 0


async def test_cut_rows_are_grey_until_they_are_pasted(window: Window) -> None:
    async def play(scene: Scene) -> None:
        model = scene.shell.window.files.model
        assert not scene.shell.actions[ActionId.PASTE_ITEMS].isEnabled()
        scene.choose("Films", "readme.txt")
        scene.trigger(ActionId.CUT)
        greyed = {model.rows[n].name for n in range(3) if model.index(n, 0).data(Role.IS_STALE)}
        assert greyed == {"Films", "readme.txt"}
        await scene.go("/Music")
        scene.trigger(ActionId.PASTE_LINKS)  # Ctrl+V puts down what was cut
        await scene.told("1 file and 1 folder moved to Music.")
        assert "/Music/Films/2024/one.mkv" in scene.stored()
        assert "/Music/readme.txt" in scene.stored()
        assert "/Films/" not in scene.stored()
        assert not scene.shell.actions[ActionId.PASTE_ITEMS].isEnabled(), "what was cut is put down once"
        await until(lambda: scene.names == ["Films", "readme.txt"])
        assert not model.index(0, 0).data(Role.IS_STALE)

    await window(play)


async def test_copied_rows_are_pasted_as_often_as_wanted_and_are_links_elsewhere(window: Window) -> None:
    async def play(scene: Scene) -> None:
        readme = scene.shell.window.files.model.rows[-1]
        assert isinstance(readme, RemoteFile)
        scene.choose("Films", "readme.txt")
        scene.trigger(ActionId.COPY_ITEMS)
        assert QApplication.clipboard().text() == readme.url
        await scene.go("/Music")
        for times in (1, 2):
            scene.trigger(ActionId.PASTE_ITEMS)
            await until(lambda times=times: len(copies(scene, "/Music/readme.txt")) == times)
        await until(lambda: len(copies(scene, "/Music/Films (2)/2024/two.mkv")) == 1)
        assert len(copies(scene, "/Music/Films/2024/two.mkv")) == 1
        assert len(copies(scene, "/Films/2024/two.mkv")) == 1
        QApplication.clipboard().setText("something else")
        assert not taken_items(scene)
        assert not scene.shell.actions[ActionId.PASTE_ITEMS].isEnabled()

    await window(play)


def copies(scene: Scene, path: str) -> list[str]:
    return [each for each in scene.stored() if each == path]


async def test_the_folder_to_move_to_is_looked_for_from_where_the_file_is(
    window: Window, service: Service
) -> None:
    service.add_file("/Films/2024/notes.txt", b"1")

    async def play(scene: Scene) -> None:
        for path in ("/Films", "/Films/2024"):
            await scene.go(path)
        await until(lambda: "notes.txt" in scene.names)
        scene.choose("notes.txt")
        scene.trigger(ActionId.MOVE_TO)
        dialog = await scene.dialog(RemoteFolderDialog)
        await until(lambda: dialog.folder is not None and dialog.folder.name == "2024")
        dialog.reject()

    await window(play)


async def test_the_folder_to_move_to_is_found_by_its_name(window: Window, service: Service) -> None:
    service.add_folder("/Films/Old/Deeper still")

    async def play(scene: Scene) -> None:
        for path in ("/Films", "/Films/Old"):
            await scene.go(path)
        scene.shell.desk.navigation.go(ROOT)
        await until(lambda: "readme.txt" in scene.names)
        scene.choose("readme.txt")
        scene.trigger(ActionId.MOVE_TO)
        dialog = await scene.dialog(RemoteFolderDialog)
        dialog.line.setText("nowhere")
        await until(lambda: dialog.pages.currentWidget() is dialog.found)
        assert dialog.folder is None
        assert not dialog.choose.isEnabled()
        dialog.line.setText("films still")
        await until(lambda: dialog.folder is not None and dialog.folder.name == "Deeper still")
        dialog.choose.click()
        await scene.told("“readme.txt” moved to Deeper still.")
        assert "/Films/Old/Deeper still/readme.txt" in scene.stored()
        scene.press("Undo")
        await until(lambda: "/readme.txt" in scene.stored())

    await window(play)


@pytest.mark.parametrize("service", [True], indirect=True)
async def test_a_copy_goes_to_a_folder_that_is_made_for_it(window: Window) -> None:
    async def play(scene: Scene) -> None:
        scene.choose("readme.txt", "Films")
        scene.trigger(ActionId.COPY_TO)
        dialog = await scene.dialog(RemoteFolderDialog)
        await until(lambda: dialog.model.rowCount(dialog.model.index_of(ROOT)) == 2)
        dialog.new_folder.click()
        new = await scene.dialog(NewFolder)
        new.line.setText("Copies")
        new.accept_button.click()
        await until(lambda: dialog.folder is not None and dialog.folder.name == "Copies")
        dialog.choose.click()
        await until(
            lambda: copies(scene, "/Copies/Films/2024/one.mkv") and copies(scene, "/Copies/readme.txt")
        )
        assert copies(scene, "/Films/2024/one.mkv")
        await scene.told("1 file and 1 folder copied to Copies.")

    await window(play)


async def test_a_folder_of_the_tree_has_the_same_commands(window: Window) -> None:
    async def play(scene: Scene) -> None:
        places, folders = scene.shell.window.places, scene.shell.window.folders
        root = folders.index_of(ROOT)
        await until(lambda: folders.rowCount(root) == 2)
        films = folders.index(0, 0, root)
        await scene.go("/Films/2024")  # the neighbours are known all the same
        point = places.visualRect(films).center()
        QTest.mouseClick(places.viewport(), Qt.MouseButton.RightButton, pos=point)
        assert scene.shell.desk.navigation.folder_name == "2024", "its menu does not open a folder"
        menu = await menu_at(scene, point)
        entry(menu, "Rename…").trigger()
        dialog = await scene.dialog(Rename)
        dialog.line.setText("Music")
        assert not dialog.accept_button.isEnabled()
        dialog.line.setText("Cinema")
        dialog.accept_button.click()
        await until(lambda: "/Cinema/three.mkv" in scene.stored())
        await until(lambda: folders.index(0, 0, root).data() == "Cinema")

        entry(await menu_at(scene, point), "Cut").trigger()
        music = places.visualRect(folders.index(1, 0, root)).center()
        entry(await menu_at(scene, music), "Paste here").trigger()
        await until(lambda: "/Music/Cinema/three.mkv" in scene.stored())
        await until(lambda: folders.rowCount(root) == 1)

        scene.clock.is_over = True
        await scene.focus(places)
        places.setCurrentIndex(folders.index(0, 0, root))
        QTest.keyClick(places, Qt.Key.Key_Delete)
        await scene.answer("Delete 3 files and 3 folders")
        await until(lambda: scene.stored() == ["/readme.txt"])
        await until(lambda: scene.shell.desk.navigation.folder_id == ROOT)

    await window(play)


async def menu_at(scene: Scene, point: QPoint) -> QMenu:
    scene.shell.desk.tree_menu.show(point)

    def opened():
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]
        return found[0] if found else None

    return await until(opened)


def entry(menu: QMenu, text: str):
    found = next(action for action in menu.actions() if action.text() == text)
    assert found.isEnabled()
    menu.close()
    return found


async def test_the_root_itself_stays_as_it_is(window: Window) -> None:
    async def play(scene: Scene) -> None:
        places, folders = scene.shell.window.places, scene.shell.window.folders
        await until(lambda: folders.rowCount(folders.index_of(ROOT)) == 2)
        menu = await menu_at(scene, places.visualRect(folders.index_of(ROOT)).center())
        assert [a.text() for a in menu.actions() if a.isEnabled() and not a.isSeparator()] == ["New folder…"]
        menu.close()
        await scene.focus(places)
        places.setCurrentIndex(folders.index_of(ROOT))
        QTest.keyClick(places, Qt.Key.Key_F2)
        assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, Rename)]

    await window(play)


async def test_what_was_deleted_is_remembered_with_its_links(window: Window) -> None:
    async def play(scene: Scene) -> None:
        gone = {row.name: row for row in scene.shell.window.files.model.rows}
        readme = gone["readme.txt"]
        assert isinstance(readme, RemoteFile)
        scene.clock.is_over = True
        scene.choose("readme.txt", "Films")
        scene.trigger(ActionId.DELETE)
        await scene.answer("Delete 4 files and 2 folders")
        await scene.told("6 items deleted.")
        scene.trigger(ActionId.RECENTLY_DELETED)
        dialog = await scene.dialog(RecentlyDeleted)
        assert {entry.name for entry in dialog.entries} == {
            *gone,
            "2024",
            "one.mkv",
            "two.mkv",
            "three.mkv",
        } - {"Music"}
        dialog.line.setText("2024 one")
        assert [entry.name for entry in dialog.seen] == ["one.mkv"]
        assert dialog.seen[0].path == "/Films/2024"
        dialog.line.setText("readme")
        dialog.copy_button.click()
        assert QApplication.clipboard().text() == f"readme.txt\t/\t5\t{readme.checksum}\t{readme.url}\n"
        dialog.links_button.click()
        assert QApplication.clipboard().text() == readme.url
        dialog.clear_button.click()
        await scene.answer("Clear the list")
        await until(lambda: not dialog.entries)
        dialog.reject()
        await until(lambda: not dialog.isVisible())
        scene.trigger(ActionId.RECENTLY_DELETED)
        again = await scene.dialog(RecentlyDeleted)
        assert not again.entries
        again.reject()

    await window(play)


async def test_links_of_others_are_copied_into_a_chosen_folder(window: Window, service: Service) -> None:
    others = "camille@example.org"
    service.add_user(others, "simulated-key-of-the-other-user_")
    made = [
        service.add_file(f"/Mine/{name}", name.encode(), email=others, password=word)
        for name, word in (("open.bin", ""), ("vault.bin", "sesame-Zq7"), ("left.bin", "barbara-Kx9"))
    ]

    async def play(scene: Scene) -> None:
        scene.shell.desk.fetching.fetch_links(" ".join(service.link(file) for file in made))
        dialog = await scene.dialog(PasteLinks)
        await until(dialog.password.isVisible)
        await until(lambda: dialog.copy.isVisible() and dialog.copy.isEnabled())
        assert "1 file will be copied on the server" in dialog.copy.toolTip()
        QTest.keyClicks(dialog.password, "sesame-Zq7")
        dialog.use_password.click()
        await until(lambda: "2 files will be copied" in dialog.copy.toolTip() and dialog.copy.isEnabled())
        dialog.copy.click()
        chooser = await scene.dialog(RemoteFolderDialog)
        await until(lambda: chooser.model.rowCount(chooser.model.index_of(ROOT)) == 2)
        root = chooser.model.index_of(ROOT)
        chooser.tree.setCurrentIndex(chooser.model.index(1, 0, root))
        assert chooser.folder is not None and chooser.folder.name == "Music"
        chooser.choose.click()
        await scene.told("2 files copied to Music.")
        assert {"/Music/open.bin", "/Music/vault.bin"} <= set(scene.stored())
        assert "/Music/left.bin" not in scene.stored()
        scene.press("Show")
        await until(lambda: scene.names == ["open.bin", "vault.bin"])
        assert not scene.running.requests.all("download/get_token"), "nothing came here"

    await window(play)


async def test_what_a_search_found_is_renamed_and_deleted_where_it_is(window: Window) -> None:
    async def play(scene: Scene) -> None:
        for path in ("/Films", "/Films/2024"):
            await scene.go(path)
        scene.shell.desk.navigation.go(ROOT)
        await until(lambda: "readme.txt" in scene.names)
        scene.trigger(ActionId.SEARCH)
        scene.shell.window.toolbar.search.setText("*.mkv")
        await until(lambda: sorted(scene.names) == ["one.mkv", "three.mkv", "two.mkv"])
        scene.choose("two.mkv")
        scene.trigger(ActionId.RENAME)
        dialog = await scene.dialog(Rename)
        dialog.line.setText("zwei.mkv")
        dialog.accept_button.click()
        await until(lambda: "/Films/2024/zwei.mkv" in scene.stored())
        await until(lambda: "zwei.mkv" in scene.names)

        scene.choose("zwei.mkv", "three.mkv")
        assert not scene.shell.actions[ActionId.PASTE_ITEMS].isEnabled()
        scene.trigger(ActionId.DELETE)
        await scene.answer("Delete 2 files")
        await scene.told("deleted for good in")
        model = scene.shell.window.files.model
        greyed = {row.name for n, row in enumerate(model.rows) if model.index(n, 0).data(Role.IS_STALE)}
        assert greyed == {"zwei.mkv", "three.mkv"}, "a search shows what is still there, in grey"
        scene.clock.is_over = True
        await until(lambda: scene.stored() == STORED_THEN)
        await until(lambda: scene.names == ["one.mkv"])
        assert not model.index(0, 0).data(Role.IS_STALE)

    await window(play)


STORED_THEN = ["/Films/", "/Films/2024/", "/Films/2024/one.mkv", "/Music/", "/readme.txt"]


@pytest.mark.parametrize("label", ["Stay", "Quit, delete nothing"])
async def test_who_quits_while_a_deletion_waits_is_told_that_nothing_is_deleted(
    window: Window, label: str
) -> None:
    async def play(scene: Scene) -> None:
        before = scene.stored()
        scene.choose("readme.txt")
        scene.trigger(ActionId.DELETE)
        await scene.answer("Delete 1 file")
        await scene.told("deleted for good in")
        scene.trigger(ActionId.QUIT)
        question = await scene.answer(label)
        await until(lambda: not question.isVisible())
        if label == "Stay":
            scene.clock.is_over = True
            await until(lambda: "/readme.txt" not in scene.stored())
        else:
            await scene.shell.left()
            assert scene.stored() == before

    await window(play)


async def test_nothing_is_deleted_while_the_way_out_takes_its_time(window: Window) -> None:
    """After the answer there may be other questions, and the core takes a while to end."""

    async def play(scene: Scene) -> None:
        before = scene.stored()
        scene.choose("readme.txt")
        scene.trigger(ActionId.DELETE)
        await scene.answer("Delete 1 file")
        await scene.told("deleted for good in")
        desk, seam = scene.shell.desk.organising, scene.shell.seam
        async with asyncio.TaskGroup() as asking:
            leaving = asking.create_task(desk.may_leave(), name="may leave")
            await scene.answer("Quit, delete nothing")
        assert leaving.result()

        async def unfinished(core: Program) -> int:
            return (await core.organising()).unfinished

        assert await seam.call(unfinished) == 0
        scene.clock.is_over = True
        assert scene.stored() == before
        assert "readme.txt" in scene.names

    await window(play)


async def test_who_stays_stays_though_the_deletion_was_sent_meanwhile(window: Window) -> None:
    async def play(scene: Scene) -> None:
        scene.choose("readme.txt")
        scene.trigger(ActionId.DELETE)
        await scene.answer("Delete 1 file")
        await scene.told("deleted for good in")
        async with asyncio.TaskGroup() as asking:
            leaving = asking.create_task(scene.shell.desk.organising.may_leave(), name="may leave")
            await scene.dialog(Question)
            scene.clock.is_over = True
            await until(lambda: not scene.shell.actions[ActionId.UNDO].isEnabled())
            await until(lambda: "/readme.txt" not in scene.stored())
            await scene.answer("Stay")
        assert not leaving.result()

    await window(play)


@pytest.mark.parametrize("service", [True], indirect=True)
async def test_each_act_within_the_limits_of_the_service(window: Window) -> None:
    async def play(scene: Scene) -> None:
        desk = scene.shell.desk.organising
        folders = {row.name: row for row in scene.shell.window.files.model.rows}
        scene.clock.is_over = True
        scene.choose("readme.txt")
        desk.rename([(desk.chosen()[0], "read it.txt")])
        await scene.told("“readme.txt” is now “read it.txt”.")
        scene.choose("read it.txt")
        chosen = desk.chosen()
        desk.copy(chosen, folders["Music"].id, "Music")
        await scene.told("“read it.txt” copied to Music.")
        desk.move(chosen, folders["Films"].id, "Films")
        await scene.told("“read it.txt” moved to Films.")
        scene.choose("Music")
        desk.rename([(desk.chosen()[0], "Songs")])
        await scene.told("“Music” is now “Songs”.")
        scene.choose("Songs")
        desk.move(desk.chosen(), folders["Films"].id, "Films")
        await scene.told("“Songs” moved to Films.")
        desk.delete([Placed(folders["Films"].id, chosen[0].item)])
        await scene.answer("Delete 1 file")
        await scene.told("1 item deleted.")
        assert "/Films/Songs/read it.txt" in scene.stored()
        assert "/Films/read it.txt" not in scene.stored()
        assert scene.running.service.limits.enabled
        assert not scene.running.service.limits.breaches, "the service had nothing against any of it"

    await window(play)


async def test_the_keys_of_a_file_manager_do_what_they_do_there(window: Window) -> None:
    async def play(scene: Scene) -> None:
        before = scene.stored()
        await scene.focus(scene.table)
        scene.choose("readme.txt")
        QTest.keyClick(scene.table, Qt.Key.Key_F2)
        dialog = await scene.dialog(Rename)
        dialog.line.setText("read it.txt")
        dialog.accept_button.click()
        await until(lambda: "read it.txt" in scene.names)
        await scene.focus(scene.table)
        scene.choose("read it.txt")
        QTest.keyClick(scene.table, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
        assert taken_items(scene) == 1
        await scene.go("/Music")
        QTest.keyClick(scene.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: "/Music/read it.txt" in scene.stored())
        await scene.told("moved to Music")
        for _ in range(2):
            able = scene.shell.actions[ActionId.UNDO]
            await until(able.isEnabled)
            QTest.keyClick(scene.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            await scene.told("Taken back")
            scene.bar.withdraw("edit done")
        assert scene.stored() == before
        scene.shell.desk.navigation.go(ROOT)
        await until(lambda: "readme.txt" in scene.names)
        await scene.focus(scene.table)
        scene.choose("readme.txt")
        QTest.keyClick(scene.table, Qt.Key.Key_Delete)
        await scene.answer("Cancel")

    await window(play)


async def test_what_was_cut_in_one_account_is_not_pasted_in_another(window: Window) -> None:
    async def play(scene: Scene) -> None:
        scene.choose("readme.txt")
        scene.trigger(ActionId.CUT)
        assert taken_items(scene) == 1
        scene.trigger(ActionId.FORGET_KEY)
        await until(lambda: not taken_items(scene))

    await window(play)
