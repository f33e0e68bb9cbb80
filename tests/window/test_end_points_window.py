"""The end points that no other story of the window reaches, each by its command, with the limits on."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from support.core_window import CoreWindow
from support.file_chooser import choose
from support.simulator import Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.ui.action_ids import ActionId
from fichier_gui.ui.dialogs.ask import Question
from fichier_gui.ui.dialogs.new_folder import NewFolder
from fichier_gui.ui.shell import Shell

Play = Callable[[Shell, ThreadedSimulator], Awaitable[None]]
Window = Callable[[Play], Awaitable[None]]


@pytest.fixture
def window(core_window: CoreWindow) -> Window:
    made = Service(limits=True, switches=quiet_switches())
    made.add_file("/readme.txt", b"hello")
    return partial(core_window.open, made)


def opened_dialog(kind):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[0] if found else None


async def test_a_folder_is_made_and_files_are_sent_and_fetched(window: Window, tmp_path: Path) -> None:
    source, target = tmp_path / "sent.bin", tmp_path / "Downloads" / "sent.bin"
    source.write_bytes(b"s" * 1234)

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        def names() -> list[str]:
            return [row.name for row in shell.window.files.model.rows]

        folder = str(target.parent)
        await shell.seam.call(lambda core: core.preferences.change("download_folder", folder))
        shell.actions[ActionId.NEW_FOLDER].trigger()
        dialog = await until(lambda: opened_dialog(NewFolder))
        dialog.line.setText("Trip")
        dialog.accept_button.click()
        await until(lambda: "Trip" in names())
        assert running.requests.all("folder/mkdir")

        shell.actions[ActionId.UPLOAD_FILES].trigger()
        await choose(source)
        await until(lambda: "sent.bin" in names())
        for endpoint in ("upload/get_upload_server", "upload.cgi", "end.pl"):
            assert running.requests.all(endpoint), endpoint

        (sent,) = [row for row in shell.window.files.model.rows if row.name == "sent.bin"]
        shell.window.files.table.select([sent.url])
        shell.actions[ActionId.DOWNLOAD].trigger()
        await until(target.exists)
        assert target.read_bytes() == source.read_bytes()
        assert running.requests.all("download/get_token")
        # The whole list tells, without a command, what lies in folders that nobody has opened.
        await until(lambda: running.requests.all("file/ls"))

    await window(play)


@pytest.mark.parametrize("is_clean", [True, False])
async def test_a_file_is_scanned_after_a_question(window: Window, is_clean: bool) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        running.service.file_at("/readme.txt").infected = not is_clean
        said = "found nothing in readme.txt" if is_clean else "took readme.txt for infected and deleted it"
        (row,) = shell.window.files.model.rows
        shell.window.files.table.select([row.url])
        shell.actions[ActionId.SCAN_FILE].trigger()
        question = await until(lambda: opened_dialog(Question))
        assert not running.requests.all("file/scan")
        next(b for b in question.findChildren(QAbstractButton) if b.text() == "Scan").click()
        await until(lambda: said in shell.window.notice_bar.sentence)
        assert len(running.requests.all("file/scan")) == 1
        assert ("readme.txt" in running.service.tree()) is is_clean

    await window(play)
