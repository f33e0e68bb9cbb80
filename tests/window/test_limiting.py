"""Speed limits in the whole window, with the core and the simulated service behind it."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.core_window import CoreWindow, alone
from support.simulator import Service, quiet_switches
from support.waiting import PATIENCE, until

from fichier_gui.domain.ids import ROOT, TransferId
from fichier_gui.domain.settings import Page
from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.domain.week import DAYS, HOURS, Pace, Week
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.dialogs.own_limit import OwnLimit
from fichier_gui.ui.dialogs.settings_dialog import SettingsDialog
from fichier_gui.ui.shell import Shell

Play = Callable[[Shell], Awaitable[None]]
Window = Callable[[Play], Awaitable[None]]
OFF = Week().painted([(day, hour) for day in range(DAYS) for hour in range(HOURS)], Pace.OFF)


@pytest.fixture
def window(core_window: CoreWindow) -> Window:
    made = Service(limits=False, switches=quiet_switches())
    return lambda play: core_window.open(made, alone(play), ready=lambda shell: shell.desk.session.signed_in)


async def put(shell: Shell, name: str, value: object) -> None:
    await shell.seam.call(lambda core: core.preferences.change(name, value))


async def send(shell: Shell, folder: Path) -> None:
    path = folder / "holiday.zip"
    path.write_bytes(bytes(4_000_000))
    plan = await shell.seam.call(lambda core: core.transfers.plan_upload([str(path)], ROOT))
    await shell.seam.call(lambda core: core.transfers.start_upload(plan))


async def only(shell: Shell) -> Transfer:
    ids = await shell.seam.call(lambda core: core.transfers.order())
    return await shell.seam.call(lambda core: core.transfers.row(TransferId(ids[0])))


async def until_state(shell: Shell, state: State) -> Transfer:
    async with asyncio.timeout(15):
        while (row := await only(shell)).state is not state:
            await asyncio.sleep(0.01)
    return row


async def test_one_click_changes_to_the_slow_limits_and_back(window: Window) -> None:
    async def play(shell: Shell) -> None:
        button, action = shell.window.status.limits, shell.actions[ActionId.SLOW_LIMITS]
        assert (button.text(), button.isChecked(), action.isChecked()) == ("Limits off", False, False)
        button.click()
        await until(lambda: button.text() == "Slow limits")
        assert button.isChecked() and action.isChecked()
        assert shell.seam.program.preferences.current.slow_limits
        assert shell.seam.program.speed_limits.current.upload == 250_000
        action.trigger()
        await until(lambda: button.text() == "Limits off")
        assert not button.isChecked() and not action.isChecked()
        button.click()
        await until(lambda: shell.seam.program.preferences.current.slow_limits)

    await window(play)

    async def again(shell: Shell) -> None:
        assert shell.window.status.limits.text() == "Slow limits"

    await window(again)


async def test_off_hours_wait_quietly_and_the_switch_lets_them_go(window: Window, tmp_path: Path) -> None:
    async def play(shell: Shell) -> None:
        await put(shell, "limit_upload", 100_000)
        await send(shell, tmp_path)
        await until_state(shell, State.MOVING)
        await put(shell, "schedule", OFF.text)
        await put(shell, "use_schedule", True)
        row = await until_state(shell, State.QUEUED)
        assert row.error is None
        await until(lambda: shell.window.status.limits.text() == "Off")
        await until(lambda: shell.seam.summary.is_off)
        await put(shell, "slow_limit_upload", 0)
        shell.window.status.limits.click()
        await until_state(shell, State.DONE)
        assert shell.window.status.limits.isChecked()

    await window(play)


async def test_a_running_transfer_is_limited_and_let_go_again(window: Window, tmp_path: Path) -> None:
    async def play(shell: Shell) -> None:
        await put(shell, "limit_upload", 100_000)
        await send(shell, tmp_path)
        row = await until_state(shell, State.MOVING)
        shell.desk.limiting.ask_own_limit([row.id], row.rate)
        await until(lambda: _dialog(OwnLimit))
        dialog = _dialog(OwnLimit)
        assert isinstance(dialog, OwnLimit)
        assert dialog.rate == 0
        dialog.usual[1].click()
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        async with asyncio.timeout(PATIENCE):
            while (await only(shell)).rate != 500_000:
                await asyncio.sleep(0.01)
        await put(shell, "limit_upload", 0)
        await shell.seam.call(lambda core: core.transfers.limit([row.id], 0))
        await until_state(shell, State.DONE)

    await window(play)


async def test_the_command_opens_the_limits_page(window: Window) -> None:
    async def play(shell: Shell) -> None:
        shell.actions[ActionId.LIMIT_SETTINGS].trigger()
        await until(lambda: _dialog(SettingsDialog))
        dialog = _dialog(SettingsDialog)
        assert isinstance(dialog, SettingsDialog)
        assert dialog.pages[Page.LIMITS].isVisible()
        dialog.reject()
        await until(lambda: not _dialog(SettingsDialog))

    await window(play)


def _dialog(kind: type[OwnLimit | SettingsDialog]) -> OwnLimit | SettingsDialog | None:
    shown = (w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
    return next(shown, None)
