"""Protected files in the window: the question of a download that waits."""

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from support.fake_seam import FakeSeam, link, transfer
from support.waiting import until

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain import errors
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import Direction, State
from fichier_gui.ui.dialogs.password import PasswordDialog
from fichier_gui.ui.views.transfer_answers import TransferAnswers
from fichier_gui.ui.wording import ErrorAction

WORD = "sesame-Zq7"


def waiting(error):
    return transfer(4, state=State.NEEDS_ANSWER, direction=Direction.DOWNLOAD, url=link(4), error=error)


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
