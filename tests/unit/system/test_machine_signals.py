"""What the system says of its sleep and of its networks is heard, by each system's own means."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Awaitable, Iterator
from pathlib import Path

import pytest
from support.mocked_machine import Machine, lacking, mocked_machine
from support.simulator import DEFAULT_KEY, Service, quiet_switches, simulator
from support.waiting import until

from fichier_gui.app.container import Program
from fichier_gui.app.continuity import Continuity
from fichier_gui.app.options import options_for
from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.secret import Secret
from fichier_gui.system import machine_signals
from fichier_gui.system.awake import Awake, on_linux

LACKING = lacking()
mocked = pytest.mark.skipif(bool(LACKING), reason=LACKING)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    with mocked_machine() as running:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", running.address)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
        yield running


@contextlib.asynccontextmanager
async def listening(listen: machine_signals.Listen) -> AsyncIterator[list[str]]:
    heard: list[str] = []
    scope = TaskScope("test", lambda _name, error: pytest.fail(str(error)))
    scope.start(_as_task(listen(lambda: heard.append("changed"))), "listening")
    try:
        yield heard
    finally:
        await scope.close()


async def _as_task(listening: Awaitable[None]) -> None:
    await listening


@mocked
async def test_the_end_of_a_sleep_and_a_network_that_comes_are_heard(machine: Machine) -> None:
    async with listening(machine_signals.on_linux) as heard:
        await until(lambda: _hears(machine, heard))
        heard.clear()
        machine.sleep(is_about_to=True)
        machine.network(20)
        machine.network(40)
        machine.network(70)
        await until(lambda: heard)
        machine.sleep(is_about_to=False)
        await until(lambda: len(heard) == 2)
        print("heard of PrepareForSleep(false) and of StateChanged(70):", heard)


def _hears(machine: Machine, heard: list[str]) -> bool:
    """It takes a moment to be on the bus."""
    machine.network(70)
    return bool(heard)


@mocked
async def test_the_window_doubts_its_network_at_once(
    machine: Machine, profile_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubts: list[str] = []
    monkeypatch.setattr(Continuity, "doubt", lambda _self: doubts.append("doubt"))
    with simulator(Service(limits=False, switches=quiet_switches())) as service:
        options = options_for(profile_dir, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
        program = await Program.open(options)
        try:
            await until(lambda: _hears(machine, doubts))
            doubts.clear()
            machine.sleep(is_about_to=False)
            await until(lambda: doubts)
        finally:
            await program.close()


@mocked
async def test_the_mocked_logind_takes_the_wish_to_stay_awake(machine: Machine) -> None:
    awake = Awake(on_linux)
    assert await awake.keep()
    (asked,) = machine.inhibitors()
    print("logind was asked:", asked)
    assert asked == ("idle", "fichier-gui", "Files are being transferred", "block")
    await awake.release()


async def test_without_a_bus_it_ends(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    await asyncio.wait_for(machine_signals.on_linux(lambda: None), 30)


async def test_addresses_that_change_are_heard_until_the_system_refuses() -> None:
    answers, heard = [True, True, False], list[str]()
    await machine_signals.on_windows(lambda: heard.append("changed"), lambda: answers.pop(0))
    assert heard == ["changed", "changed"]


async def test_each_line_of_the_small_program_is_a_change() -> None:
    lines = "import time\nfor _ in range(2): print('network_change', flush=True)\ntime.sleep(3600)"
    command = (sys.executable, "-c", lines)
    async with listening(lambda changed: machine_signals.on_macos(changed, command)) as heard:
        await until(lambda: len(heard) == 2)
    await machine_signals.on_macos(lambda: None, ("no-such-program",))
