"""What others share, in the window over the whole core: where it stands, and what can be done there."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from support.core_window import CoreWindow, alone, shows
from support.quick_rules import QUICK
from support.simulator import DEFAULT_EMAIL, Service, quiet_switches
from support.waiting import until

from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.simulator.model import Share
from fichier_gui.ui import wording
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.remote_folder import RemoteFolderDialog
from fichier_gui.ui.shell import Shell

OWNER = "camille@example.org"
READER_WORDS = f"{OWNER} shares this folder for reading only"
WRITES = (ActionId.NEW_FOLDER, ActionId.UPLOAD_FILES, ActionId.UPLOAD_FOLDER)

Play = Callable[[Shell], Awaitable[None]]
Window = Callable[[Play], Awaitable[None]]


@pytest.fixture
def window(core_window: CoreWindow) -> Window:
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
    return lambda play: core_window.open(
        made, alone(play), ready=shows("mine.txt"), is_demo=False, budget_rules=QUICK
    )


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
    async def play(shell: Shell) -> None:
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
    async def play(shell: Shell) -> None:
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
    async def play(shell: Shell) -> None:
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
