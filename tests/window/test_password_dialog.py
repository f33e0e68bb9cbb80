"""Protected files in the window: the question of a download that waits, and the one of pasted links."""

import asyncio
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from support.fake_seam import FakeSeam, link, transfer

from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.views import DownloadPlan, PlannedDownload, Skipped
from fichier_gui.domain import errors
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import Direction, State
from fichier_gui.ui.dialogs.password import PasswordDialog
from fichier_gui.ui.dialogs.paste_links import PasteLinks
from fichier_gui.ui.views.transfer_answers import TransferAnswers
from fichier_gui.ui.wording import ErrorAction

WORD = "sesame-Zq7"


def waiting(error):
    return transfer(4, state=State.NEEDS_ANSWER, direction=Direction.DOWNLOAD, url=link(4), error=error)


async def until(condition):
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.005)
        return condition()


async def doing(work, play):
    async with asyncio.TaskGroup() as group:
        running = group.create_task(work)
        await play()
    return running.result()


async def test_the_password_is_hidden_until_the_eye_is_pressed(qtbot):
    dialog = PasswordDialog(None, waiting(errors.PasswordNeeded()))

    async def play():
        await until(dialog.isVisible)
        assert not dialog.accept_button.isEnabled() and not dialog.problem.isVisible()
        assert dialog.line.hasFocus() or dialog.focusWidget() is dialog.line
        assert dialog.line.echoMode() is QLineEdit.EchoMode.Password
        QTest.keyClicks(dialog.line, WORD)
        dialog.line.eye.trigger()
        assert dialog.line.echoMode() is QLineEdit.EchoMode.Normal
        assert dialog.line.eye.text() == "Hide the password"
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)

    assert await doing(dialog.run(), play) == Secret(WORD)


async def test_a_wrong_password_is_said_and_may_be_left_for_later(qtbot):
    dialog = PasswordDialog(None, waiting(errors.PasswordWrong()))

    async def play():
        await until(dialog.problem.isVisible)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert await doing(dialog.run(), play) is None


async def test_the_way_out_of_a_protected_download_unlocks_it(qtbot):
    problems = []
    seam = FakeSeam([waiting(errors.PasswordNeeded())])
    scope = TaskScope("test", lambda _name, error: problems.append(error))
    row = waiting(errors.PasswordNeeded())
    assert TransferAnswers(seam, None, scope).take(ErrorAction.ENTER_PASSWORD, row)

    def shown():
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, PasswordDialog) and w.isVisible()]

    (dialog,) = await until(shown)
    dialog.line.setText(WORD)
    dialog.accept_button.click()
    await until(lambda: seam.program.transfers.calls)
    await scope.close()
    assert seam.program.transfers.calls == [("unlock", [4], Secret(WORD))]
    assert not problems


FREE = PlannedDownload(link(1), "1.zip", 1000, "/home/me/Downloads")
SHUT = DownloadPlan(Path("/home/me/Downloads"), (FREE,), locked=(Skipped(link(2), errors.PasswordNeeded()),))
WRONG = DownloadPlan(SHUT.folder, (FREE,), locked=(Skipped(link(2), errors.PasswordWrong()),))
OPENED = DownloadPlan(
    SHUT.folder, (FREE, PlannedDownload(link(2), "2.zip", 5, "/home/me/Downloads", password=Secret(WORD)))
)


async def test_pasted_links_ask_for_one_password(qtbot):
    seam = FakeSeam()
    queue = seam.program.transfers
    queue.downloads = SHUT
    dialog = PasteLinks(seam, None, f"{link(1)} {link(2)}")

    async def play():
        await until(lambda: dialog.password.isVisible())
        assert dialog.table.topLevelItem(1).text(1) == "password needed"
        assert dialog.next.text() == "Download 1 file"
        dialog.table.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
        queue.downloads = WRONG
        QTest.keyClicks(dialog.password, "guess")
        assert dialog.next.text() == "Use this password"
        QTest.keyClick(dialog.password, Qt.Key.Key_Return)
        await until(lambda: dialog.problem.isVisible())
        assert dialog.table.topLevelItem(1).text(1) == "wrong password" and not dialog.password.text()
        queue.downloads = OPENED
        QTest.keyClicks(dialog.password, WORD)
        dialog.next.click()
        await until(lambda: not dialog.password.isVisible())
        assert dialog.table.topLevelItem(0).checkState(0) is Qt.CheckState.Unchecked
        assert dialog.next.text() == "Download 1 file"
        dialog.next.click()

    await doing(dialog.run(), play)
    assert [call[0] for call in queue.calls] == [
        "plan_download",
        "unlock_plan",
        "unlock_plan",
        "start_download",
    ]
    assert [file.password for file in queue.calls[-1][1].files] == [Secret(WORD)]


async def test_links_without_a_lock_ask_for_none(qtbot):
    seam = FakeSeam()
    seam.program.transfers.downloads = DownloadPlan(SHUT.folder, (FREE,))
    dialog = PasteLinks(seam, None, link(1))

    async def play():
        await until(lambda: dialog.steps.currentIndex() == 1)
        assert not dialog.password.isVisible()
        dialog.reject()

    assert await doing(dialog.run(), play) is None
