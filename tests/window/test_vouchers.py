"""Vouchers through the window, against the simulated service with its limits on."""

import json
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from support.core_window import CoreWindow
from support.simulator import Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.simulator.faults import Fault
from fichier_gui.simulator.model import Voucher
from fichier_gui.ui.action_ids import ActionId
from fichier_gui.ui.dialogs.ask import Question
from fichier_gui.ui.dialogs.vouchers import VouchersDialog
from fichier_gui.ui.shell import Shell

GOLD, CREDITS = "G" * 32, "C" * 32
Play = Callable[[Shell, ThreadedSimulator], Awaitable[None]]


def opened_dialog(kind):
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None)


def press(question: Question, words: str) -> None:
    next(button for button in question.findChildren(QPushButton) if button.text() == words).click()


def rows(dialog: VouchersDialog) -> list[tuple[str, str]]:
    model = dialog.model
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]


@pytest.fixture
def window(core_window: CoreWindow) -> Callable[[Play], Awaitable[None]]:
    made = Service(limits=True, switches=quiet_switches())
    made.add_folder("/Films")
    made.main_user.vouchers += [Voucher(GOLD, "Premium GOLD 1 month"), Voucher(CREDITS, "100 GB CDN")]
    return partial(core_window.open, made)


async def opened(shell: Shell) -> VouchersDialog:
    shell.actions[ActionId.VOUCHERS].trigger()
    dialog = await until(lambda: opened_dialog(VouchersDialog))
    await until(lambda: not dialog._is_busy)
    return dialog


async def test_those_of_the_account_are_listed_and_copied(window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        dialog = await opened(shell)
        assert rows(dialog) == [("Premium GOLD 1 month", GOLD), ("100 GB CDN", CREDITS)]
        assert not dialog.copy.isEnabled()
        dialog.table.selectAll()
        dialog.copy.click()
        assert QGuiApplication.clipboard().text() == f"{GOLD}\n{CREDITS}"
        dialog.reject()

    await window(play)


async def test_a_code_is_checked_however_it_is_written(window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        dialog = await opened(shell)
        dialog.code.setText("GGGG")
        assert not dialog.check.isEnabled()
        dialog.code.setText(" ".join(GOLD[i : i + 4] for i in range(0, 32, 4)))
        dialog.check.click()
        await until(dialog.outcome.isVisible)
        assert "Premium GOLD 1 month" in dialog.outcome.label.text()
        dialog.code.setText("X" * 32)
        dialog.check.click()
        await until(dialog.problem.isVisible)
        assert dialog.outcome.isHidden()
        assert "used already" in dialog.problem.label.text()
        assert all(not voucher.used_by for voucher in running.service.main_user.vouchers)
        dialog.reject()

    await window(play)


@pytest.mark.parametrize("goes_on", [True, False])
async def test_one_is_used_only_after_a_question(window, goes_on: bool) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        dialog = await opened(shell)
        email = running.service.main_user.email
        assert dialog.email.text() == email
        dialog.table.selectionModel().select(
            dialog.model.index(0, 0),
            dialog.table.selectionModel().SelectionFlag.Select
            | dialog.table.selectionModel().SelectionFlag.Rows,
        )
        assert dialog.code.text() == GOLD
        dialog.use.click()
        question = await until(lambda: opened_dialog(Question))
        assert running.requests.endpoints().count("vouchers/use") == 0
        press(question, "Use the voucher" if goes_on else "Cancel")
        await until(lambda: not dialog._is_busy)
        used = [voucher.used_by for voucher in running.service.main_user.vouchers]
        if goes_on:
            assert used == [email, ""]
            assert rows(dialog) == [("100 GB CDN", CREDITS)]
            assert email in dialog.outcome.label.text()
        else:
            assert used == ["", ""]
        dialog.reject()

    await window(play)


async def test_a_use_is_told_though_the_list_is_refused_then(window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        dialog = await opened(shell)
        email = running.service.main_user.email
        refusal = {"status": "KO", "message": "Resource not allowed #1"}
        running.service.faults.add(Fault("vouchers/ls", "answer", status=403, body=json.dumps(refusal)))
        dialog.code.setText(GOLD)
        dialog.use.click()
        press(await until(lambda: opened_dialog(Question)), "Use the voucher")
        await until(dialog.problem.isVisible)
        assert running.service.main_user.vouchers[0].used_by == email
        assert email in dialog.outcome.label.text()
        assert dialog.outcome.isVisible()
        dialog.reject()

    await window(play)


async def test_another_account_that_is_not_there_uses_nothing(window, tmp_path: Path) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        dialog = await opened(shell)
        dialog.code.setText(GOLD)
        dialog.email.setText("nobody@example.org")
        dialog.use.click()
        question = await until(lambda: opened_dialog(Question))
        press(question, "Use the voucher")
        await until(dialog.problem.isVisible)
        assert "Nothing was used" in dialog.problem.label.text()
        assert dialog.code.text() == GOLD
        dialog.reject()

    await window(play)
    logs = list((tmp_path / "profile").rglob("*.log"))
    assert logs
    assert not any(GOLD in path.read_text(encoding="utf-8") for path in logs)


async def test_an_answer_that_is_lost_is_not_called_a_failure(window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        dialog = await opened(shell)
        running.service.faults.add(Fault("vouchers/use", "cut"))
        dialog.code.setText(GOLD)
        dialog.use.click()
        question = await until(lambda: opened_dialog(Question))
        press(question, "Use the voucher")
        await until(dialog.problem.isVisible)
        assert "may have been used" in dialog.problem.label.text()
        dialog.reject()

    await window(play)
