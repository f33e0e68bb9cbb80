"""What others share, in the window over the whole core: where it stands, and what can be done there."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from support.core_window import CoreWindow, shows
from support.later_clock import LaterClock
from support.quick_rules import QUICK
from support.simulator import DEFAULT_EMAIL, Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.organising import Placed
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.simulator.faults import Fault
from fichier_gui.simulator.model import Share
from fichier_gui.ui import wording
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.remote_folder import RemoteFolderDialog
from fichier_gui.ui.shell import Shell

OWNER = "camille@example.org"
READER_WORDS = f"{OWNER} shares this folder for reading only"
WRITES = (ActionId.NEW_FOLDER, ActionId.UPLOAD_FILES, ActionId.UPLOAD_FOLDER)

Play = Callable[[Shell, ThreadedSimulator], Awaitable[None]]
Window = Callable[[Play], Awaitable[None]]


@pytest.fixture
def service() -> Service:
    made = Service(limits=False, switches=quiet_switches())
    made.add_user(OWNER, "simulated-key-of-the-other-user_")
    made.add_file("/mine.txt", b"mine")
    for name, share in (
        ("Open", Share(DEFAULT_EMAIL, rw=1)),
        ("Read", Share(DEFAULT_EMAIL, rw=0)),
        ("Hidden", Share(DEFAULT_EMAIL, hide_links=1)),
    ):
        made.add_file(f"/{name}/{name.lower()}.bin", name.encode() * 50, email=OWNER)
        made.add_folder(f"/{name}", OWNER).shares = [share]
    return made


@pytest.fixture
def window(core_window: CoreWindow, service: Service) -> Window:
    return partial(core_window.open, service, ready=shows("mine.txt"), is_demo=False, budget_rules=QUICK)


def names(shell: Shell) -> list[str]:
    return [row.name for row in shell.window.files.model.rows]


async def go(shell: Shell, name: str) -> None:
    """As a click in the tree does."""
    model = shell.window.folders
    owner = model.index(0, 0, model.index(1, 0))
    rows = {model.index(row, 0, owner).data(): row for row in range(model.rowCount(owner))}
    shell.window.places.setCurrentIndex(model.index(rows[name], 0, owner))
    await until(lambda: names(shell) == [f"{name.lower()}.bin"])
    shell.window.files.table.selectAll()


def enabled(shell: Shell, *actions: ActionId) -> list[bool]:
    return [shell.actions[action].isEnabled() for action in actions]


async def test_shared_folders_have_a_root_and_say_why_they_cannot_be_changed(window: Window) -> None:
    async def play(shell: Shell, _running: ThreadedSimulator) -> None:
        model = shell.window.folders
        heading = model.index(1, 0)
        assert heading.data() == "Shared with me" and model.index(0, 0, heading).data() == OWNER
        help_text = shell.actions[ActionId.UPLOAD_FILES].toolTip()

        await go(shell, "Open")
        assert enabled(shell, *WRITES, ActionId.DELETE, ActionId.COPY_LINK) == [True] * 5

        await go(shell, "Read")
        assert enabled(shell, *WRITES, ActionId.RENAME, ActionId.DELETE, ActionId.CUT) == [False] * 6
        assert enabled(shell, ActionId.DOWNLOAD, ActionId.COPY_LINK, ActionId.COPY_TO) == [True] * 3
        for action in (ActionId.UPLOAD_FILES, ActionId.RENAME, ActionId.DELETE, ActionId.LINK_RULES):
            assert shell.actions[action].toolTip() == READER_WORDS
        shell.desk.sending.send([__file__])
        await until(lambda: READER_WORDS in shell.window.notice_bar.sentence)
        shell.desk.navigation.go_to_path("/")
        await until(lambda: "mine.txt" in names(shell))
        assert enabled(shell, *WRITES) == [True] * 3
        assert shell.actions[ActionId.UPLOAD_FILES].toolTip() == help_text

    await window(play)


async def test_files_without_links_are_shown_and_downloaded(window: Window, tmp_path: Path) -> None:
    async def play(shell: Shell, _running: ThreadedSimulator) -> None:
        await go(shell, "Hidden")
        (row,) = shell.window.files.model.rows
        assert isinstance(row, RemoteFile) and row.size == 300
        assert enabled(shell, ActionId.COPY_LINK, ActionId.COPY_TO, ActionId.DELETE) == [False] * 3
        assert enabled(shell, ActionId.LINK_RULES, ActionId.SCAN_FILE) == [False] * 2
        assert "copies by link" in shell.actions[ActionId.COPY_TO].toolTip()
        assert wording.link_words(row) == "" and "hides" in wording.access_words(row)
        shell.actions[ActionId.DOWNLOAD].trigger()
        target = tmp_path / "Downloads" / "hidden.bin"
        await until(target.exists)
        assert target.read_bytes() == b"Hidden" * 50

    await window(play)


async def test_no_folder_for_reading_only_can_be_chosen_as_a_target(window: Window) -> None:
    async def play(shell: Shell, _running: ThreadedSimulator) -> None:
        await go(shell, "Read")
        # The panel of the transfers has a button of its own.
        shell.desk.sending.choose_files()
        await until(lambda: READER_WORDS in shell.window.notice_bar.sentence)
        await go(shell, "Open")
        dialog = RemoteFolderDialog(shell.seam, shell.window, "Where?", "Copy here")
        async with asyncio.TaskGroup() as group:
            chosen = group.create_task(dialog.run())
            await until(lambda: dialog.model.rowCount() == 2)
            read = next(row.id for row in rows_of(dialog) if row.name == "Read")
            dialog.tree.setCurrentIndex(dialog.model.index_of(read))
            await until(lambda: not dialog.choose.isEnabled())
            assert dialog.choose.toolTip() == READER_WORDS and not dialog.new_folder.isEnabled()
            open_ = next(row.id for row in rows_of(dialog) if row.name == "Open")
            dialog.tree.setCurrentIndex(dialog.model.index_of(open_))
            assert dialog.choose.isEnabled() and not dialog.choose.toolTip()
            dialog.choose.click()
        folder = chosen.result()
        assert folder is not None and folder.name == "Open"

    await window(play)


def rows_of(dialog: RemoteFolderDialog) -> list[RemoteFolder]:
    """The shared folders of the chooser's tree."""
    model = dialog.model
    owner = model.index(0, 0, model.index(1, 0))
    found = [model.folder(model.index(row, 0, owner)) for row in range(model.rowCount(owner))]
    return [folder for folder in found if folder is not None]


CHANGING = {"file/rename", "file/mv", "file/rm", "folder/mv", "folder/rm", "folder/mkdir", "file/cp"}
OWNERS_WORDS = f"Only {OWNER} can rename, move or delete this folder"
READ_BELONGS = f"Only {OWNER} can change “Read”: it is shared with you for reading. Nothing was changed."


def changes(running: ThreadedSimulator) -> list[str]:
    """What the service was asked to change."""
    return [asked for asked in running.requests.endpoints() if asked in CHANGING or "upload" in asked]


def listed(running: ThreadedSimulator, folder: FolderId) -> int:
    """How often the service was asked what is in a folder."""
    return sum(asked.payload.get("folder_id") == folder for asked in running.requests.all("folder/ls"))


def shared(shell: Shell, name: str) -> RemoteFolder:
    """A folder of the tree, which need not be opened."""
    model = shell.window.folders
    owner = model.index(0, 0, model.index(1, 0))
    found = [model.folder(model.index(row, 0, owner)) for row in range(model.rowCount(owner))]
    return next(folder for folder in found if folder is not None and folder.name == name)


def menu_of(shell: Shell, name: str) -> dict[str, QAction]:
    """The menu of a folder of the tree."""
    places, model = shell.window.places, shell.window.folders
    places.expandAll()
    places.scrollTo(model.index_of(shared(shell, name).id))
    shell.desk.tree_menu.show(places.visualRect(model.index_of(shared(shell, name).id)).center())
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    entries = {entry.text().rstrip("…"): entry for entry in menu.actions() if entry.text()}
    menu.hide()
    return entries


def can(entries: dict[str, QAction]) -> set[str]:
    return {text for text, entry in entries.items() if entry.isEnabled()}


async def test_the_menu_of_the_tree_offers_what_may_be_done_and_says_why_not(window: Window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        await go(shell, "Read")
        entries = menu_of(shell, "Read")
        assert can(entries) == {"Copy", "Copy to"}
        assert {entry.toolTip() for text, entry in entries.items() if not entry.isEnabled()} == {READER_WORDS}
        await go(shell, "Open")
        entries = menu_of(shell, "Open")
        assert can(entries) == {"New folder", "Copy", "Copy to"}
        assert entries["Delete"].toolTip() == entries["Rename"].toolTip() == OWNERS_WORDS
        # The keys say it too.
        shell.desk.tree_menu._do(ActionId.DELETE, shared(shell, "Open"))
        assert shell.window.notice_bar.sentence == f"{OWNERS_WORDS}."
        shell.desk.tree_menu._do(ActionId.RENAME, shared(shell, "Read"))
        assert shell.window.notice_bar.sentence == f"{READER_WORDS}."
        assert not changes(running)

    await window(play)


async def test_rows_are_dropped_where_they_may_be_written(window: Window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        await go(shell, "Read")
        await go(shell, "Open")
        shell.desk.navigation.go_to_path("/")
        await until(lambda: "mine.txt" in names(shell))
        mine = next(row for row in shell.window.files.model.rows if row.name == "mine.txt")
        shell.window.files.table.select([mine.url])
        takes = {name: shell.desk.carrying._may_take(shared(shell, name)) for name in ("Read", "Open")}
        assert takes == {"Read": False, "Open": True}
        # What lies in the folder for reading is copied out of it, not moved.
        await go(shell, "Read")
        shell.desk.carrying._on_dropped(shared(shell, "Open"), False)
        await until(lambda: shell.window.notice_bar.sentence == READ_BELONGS)
        assert not changes(running)
        shell.desk.carrying._on_dropped(shared(shell, "Open"), True)
        await until(lambda: changes(running) == ["file/cp"])

    await window(play)


async def test_what_others_share_is_not_deleted_from_the_list_of_the_root(window: Window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        share = shared(shell, "Open")
        shell.window.files.table.select([share.id])
        kept = (ActionId.RENAME, ActionId.DELETE, ActionId.CUT, ActionId.MOVE_TO)
        assert enabled(shell, *kept) == [False] * 4
        assert shell.actions[ActionId.DELETE].toolTip() == OWNERS_WORDS
        assert enabled(shell, ActionId.COPY_TO, ActionId.DOWNLOAD) == [True] * 2
        # Whatever way it comes to the core: the files of the other are not touched.
        shell.desk.organising.delete([Placed(ROOT, share)])
        await until(lambda: "can rename, move or delete “Open”. Nothing" in shell.window.notice_bar.sentence)
        assert not changes(running)

    await window(play)


@pytest.mark.parametrize("is_known", [True, False], ids=["opened before", "never opened"])
async def test_nothing_is_asked_of_a_folder_for_reading_only(
    window: Window, tmp_path: Path, is_known: bool
) -> None:
    (tmp_path / "new.bin").write_bytes(b"new")

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        bar, desk = shell.window.notice_bar, shell.desk
        mine = next(row for row in shell.window.files.model.rows if row.name == "mine.txt")
        if is_known:
            await go(shell, "Read")
        target = shared(shell, "Read").id
        for work in (
            lambda: desk.organising.move([Placed(ROOT, mine)], target, "Read"),
            lambda: desk.organising.copy([Placed(ROOT, mine)], target, "Read"),
        ):
            work()
            await until(lambda: bar.sentence == READ_BELONGS)
            desk.notices.withdraw("asked")
        assert listed(running, target) == 1, "its own list says what may be done there"
        desk.sending.send([str(tmp_path / "new.bin")], target)
        await until(lambda: READER_WORDS in bar.sentence)
        (theirs,) = await inside(shell, target)
        for work in (
            lambda: desk.organising.rename([(Placed(target, theirs), "x.bin")]),
            lambda: desk.organising.move([Placed(target, theirs)], ROOT, "Account"),
            lambda: desk.organising.delete([Placed(target, theirs)]),
        ):
            desk.notices.withdraw("asked")
            work()
            await until(lambda: bar.sentence == READ_BELONGS)
        assert not changes(running)
        # To read it is what it is shared for.
        desk.organising.copy([Placed(target, theirs)], ROOT, "Account")
        await until(lambda: "read.bin" in names(shell) or changes(running) == ["file/cp"])

    await window(play)


async def inside(shell: Shell, folder: FolderId) -> tuple[RemoteFile, ...]:
    return (await shell.seam.call(lambda core: core.browse.listing(folder, 600.0))).files


@pytest.mark.parametrize("answer", ["not found", "not allowed"])
async def test_a_share_that_is_withdrawn_while_it_is_shown_is_left_and_said(
    core_window: CoreWindow, service: Service, answer: str
) -> None:
    clock = LaterClock()

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        await go(shell, "Read")
        with running.service.lock:
            folder = running.service.add_folder("/Read", OWNER)
            folder.shares = []
        if answer == "not allowed":
            refusal = '{"status": "KO", "message": "Resource not allowed #1"}'
            running.faults.add(
                Fault("folder/ls", "answer", status=403, body=refusal, match=str(folder.id), calls="*")
            )
        clock.later = 60.0
        shell.actions[ActionId.REFRESH].trigger()
        await until(lambda: shell.desk.navigation.folder_id == ROOT)
        await until(lambda: "mine.txt" in names(shell))
        assert "“Read” is not shared with you any more" in shell.window.notice_bar.sentence
        model = shell.window.folders
        owner = model.index(0, 0, model.index(1, 0))
        left = [model.index(row, 0, owner).data() for row in range(model.rowCount(owner))]
        assert left == ["Hidden", "Open"]

    await core_window.open(
        service, play, ready=shows("mine.txt"), is_demo=False, budget_rules=QUICK, clock=clock
    )
