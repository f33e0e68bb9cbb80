"""Sleep and shut down: which command each system is given."""

import sys

import pytest

from fichier_gui.domain.after_queue import AfterQueue
from fichier_gui.system.power import Power, run_command


@pytest.mark.parametrize(
    ("platform", "wish", "command"),
    [
        ("linux", AfterQueue.SLEEP, ["systemctl", "suspend"]),
        ("linux", AfterQueue.SHUT_DOWN, ["systemctl", "poweroff"]),
        ("darwin", AfterQueue.SLEEP, ["pmset", "sleepnow"]),
        (
            "darwin",
            AfterQueue.SHUT_DOWN,
            ["osascript", "-e", 'tell application "System Events" to shut down'],
        ),
        ("win32", AfterQueue.SHUT_DOWN, ["shutdown", "/s", "/t", "0"]),
    ],
)
async def test_each_system_has_its_command(platform, wish, command):
    ran = []
    power = Power(platform, lambda arguments: ran.append(list(arguments)) is None)
    assert await power.use(wish)
    assert ran == [command]


async def test_windows_sleeps_without_a_command():
    ran = []
    assert await Power("win32", lambda _arguments: False, lambda: ran.append("suspend") is None).use(
        AfterQueue.SLEEP
    )
    assert ran == ["suspend"]


async def test_a_refusal_and_an_unknown_system_are_said():
    assert not await Power("linux", lambda _arguments: False).use(AfterQueue.SLEEP)
    assert not await Power("plan9", lambda _arguments: True).use(AfterQueue.SHUT_DOWN)


def test_a_command_that_fails_or_is_missing_is_a_refusal():
    assert run_command([sys.executable, "-c", ""])
    assert not run_command([sys.executable, "-c", "raise SystemExit(3)"])
    assert not run_command(["/no/such/command"])
