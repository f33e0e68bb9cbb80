"""FTP access through the window, against the simulated service with its limits on."""

from collections.abc import Awaitable, Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from support.core_window import CoreWindow
from support.simulator import Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.ask import Question
from fichier_gui.ui.dialogs.ftp_access import FtpAccess
from fichier_gui.ui.shell import Shell

Play = Callable[[Shell, ThreadedSimulator], Awaitable[None]]


def opened_dialog(kind):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[0] if found else None


@pytest.fixture
def window(core_window: CoreWindow) -> Callable[[Play], Awaitable[None]]:
    made = Service(limits=True, switches=quiet_switches())
    made.add_folder("/Cameras")
    made.main_user.settings |= {"ftp_mode": 1, "ftp_did": made.add_folder("/Cameras").id}
    return partial(core_window.open, made)


async def opened(shell: Shell) -> FtpAccess:
    shell.actions[ActionId.FTP_ACCESS].trigger()
    return await until(lambda: opened_dialog(FtpAccess))


def rows(dialog: FtpAccess) -> list[tuple[str, str]]:
    items = [dialog.tree.topLevelItem(n) for n in range(dialog.tree.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items]


async def test_sub_accounts_are_added_and_removed(window: Callable[[Play], Awaitable[None]]) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        users = running.service.main_user.ftp_users
        dialog = await opened(shell)
        await until(lambda: dialog.state.text() == "There is no sub-account yet.")
        assert not dialog.add.isEnabled() and not dialog.remove.isEnabled()
        cameras = shell.window.files.model.rows[0]
        dialog.name.setText("garden")
        dialog.password.setText("camera-password")
        dialog.target.put(cameras.id)
        dialog.add.click()
        await until(lambda: rows(dialog) == [("garden", "/Cameras")])
        assert users == {"garden": cameras.id}
        assert not dialog.password.text() and not dialog.name.text(), "nothing of it stays in the window"
        assert "garden can send files" in dialog.outcome.label.text()

        # Another program has made one meanwhile: the service says so, and its words are shown.
        users["door"] = 0
        dialog.name.setText("door")
        dialog.password.setText("camera-password")
        dialog.password.returnPressed.emit()
        await until(lambda: "FTP user already exists" in dialog.problem.label.text())
        assert dialog.problem.isVisible() and "#" not in dialog.problem.label.text()

        dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0))
        for answer in ("Cancel", "Remove the sub-account"):
            await until(lambda: dialog.remove.isEnabled())
            dialog.remove.click()
            question = await until(lambda: opened_dialog(Question))
            next(b for b in question.findChildren(QPushButton) if b.text() == answer).click()
            await until(lambda: opened_dialog(Question) is None)
        await until(lambda: rows(dialog) == [("door", "Account")])
        assert users == {"door": 0}
        dialog.reject()
        log = "".join(path.read_text() for path in shell.seam.options.profile.logs.glob("*"))
        assert "camera-password" not in log

    await window(play)


async def test_what_was_sent_is_taken_in_and_mode_and_folder_are_set(
    window: Callable[[Play], Awaitable[None]],
) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        dialog = await opened(shell)
        # As the account has it, once that is known.
        await until(lambda: dialog.mode.box.currentIndex() == 1)
        assert dialog.folder.line.text() == "/Cameras" and not dialog.save.isEnabled()
        await until(lambda: dialog.take_in.isEnabled())
        dialog.take_in.click()
        await until(lambda: "takes in what has come" in dialog.outcome.label.text())
        assert running.requests.endpoints().count("ftp/process") == 1

        dialog.mode.box.setCurrentIndex(0)
        dialog.mode.box.activated.emit(0)
        await until(lambda: dialog.save.isEnabled())
        dialog.save.click()
        # The service takes a change every five minutes: until then it waits, and the dialog says so.
        await until(lambda: dialog.changes.isVisible() and "every five minutes" in dialog.changes.text())
        assert shell.seam.program.account_changes.waiting.values == {"ftp_is_manual": False}
        assert not dialog.save.isEnabled() and dialog.mode.box.currentIndex() == 0
        assert running.requests.endpoints().count("user/info") == 1
        dialog.reject()
        await until(lambda: opened_dialog(FtpAccess) is None)
        dialog = await opened(shell)
        assert dialog.mode.box.currentIndex() == 0, "as it will be"
        dialog.reject()

    await window(play)
