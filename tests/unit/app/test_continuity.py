"""The network goes and comes back, the machine's clock is set: work goes on by itself."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from support.cut_line import CutLine
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator
from support.waiting import PATIENCE

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.app.reachability import Reachability
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.timekeeper import Timekeeper
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.errors import ConnectionLost, NetworkUnavailable
from fichier_gui.domain.events import Event, NetworkFound, NetworkLost, TransferHalted
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.settings import ProxyMode
from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.simulator.call import Node
from fichier_gui.system.lasting_clock import LastingClock

SOON = 10.0
"""Seconds after the network's return within which work goes on."""
DATA = bytes(range(256)) * 40_000  # 10 MB


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        yield running


@pytest.fixture
def line(service: ThreadedSimulator) -> Iterator[CutLine]:
    with CutLine(("127.0.0.1", service.port)) as cut:
        service.service.node = Node("http", f"127.0.0.1:{cut.port}")
        yield cut


class Run:
    def __init__(self, program: Program) -> None:
        self.program = program
        self.events: list[Event] = []
        program.bus.subscribe(self.events.append)

    async def row(self) -> Transfer:
        (number,) = await self.program.transfers.order()
        return await self.program.transfers.row(TransferId(number))

    async def until(self, met: Callable[[Transfer], bool], seconds: float = 30.0) -> Transfer:
        async with asyncio.timeout(seconds):
            while not met(row := await self.row()):
                await asyncio.sleep(0.02)
            return row


@asynccontextmanager
async def opened(line: CutLine, profile: Path, clock: SystemClock | None = None) -> AsyncIterator[Run]:
    url = f"http://127.0.0.1:{line.port}/v1"
    options = options_for(profile, url, key=Secret(DEFAULT_KEY), keychain=False)
    options = replace(options, asks_unbidden=False, clock=clock or options.clock)
    program = await Program.open(options)
    try:
        run = Run(program)
        await program.session.start()
        await program.preferences.change("limit_download", 2_000_000)
        yield run
    finally:
        await program.close()


async def fetch(run: Run, service: ThreadedSimulator, folder: Path) -> None:
    link = service.service.link(service.service.add_file("/a.bin", DATA))
    await run.program.transfers.start_download(await run.program.transfers.plan_download([link], folder))


async def test_a_download_goes_on_soon_after_the_network_is_back(
    line: CutLine, service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    async with opened(line, profile_dir) as run:
        await fetch(run, service, tmp_path)
        await run.until(lambda row: row.state is State.MOVING and line.carried > 500_000)
        line.cut()
        await run.until(lambda row: row.state is State.RETRYING and isinstance(row.error, NetworkUnavailable))
        line.mend()
        await run.until(lambda row: row.state is State.MOVING, SOON)
        await run.until(lambda row: row.state is State.DONE)
        assert (tmp_path / "a.bin").read_bytes() == DATA
        kinds = [type(event) for event in run.events]
        assert TransferHalted not in kinds
        assert kinds.count(NetworkLost) == kinds.count(NetworkFound) == 1


async def test_a_dead_connection_is_left_after_a_sleep(
    line: CutLine, service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    slept = [0.0]
    clock = LastingClock(lambda: time.time() + slept[0], lambda: time.monotonic() + slept[0])
    async with opened(line, profile_dir, clock) as run:
        await fetch(run, service, tmp_path)
        await run.until(lambda row: row.state is State.MOVING and line.carried > 500_000)
        line.hang()
        slept[0] = 3600.0
        line.mend()
        # The time-out of the settings is a minute.
        await run.until(lambda row: row.state is State.DONE, 20 + SOON)
        assert (tmp_path / "a.bin").read_bytes() == DATA


async def test_a_proxy_that_is_put_right_is_a_network_that_came_back(
    line: CutLine, service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    async with opened(line, profile_dir) as run:
        await fetch(run, service, tmp_path)
        await run.until(lambda row: row.state is State.MOVING and line.carried > 500_000)
        await run.program.transfers.pause_all()
        await run.program.preferences.change("proxy_url", "http://127.0.0.1:9")
        await run.program.preferences.change("proxy_mode", ProxyMode.MANUAL)
        await run.program.transfers.resume_all()
        row = await run.until(lambda row: row.state is State.RETRYING)
        assert row.error is not None
        assert row.error.code == "ProxyFailed"
        await run.program.preferences.change("proxy_mode", ProxyMode.NONE)
        await run.until(lambda row: row.state is State.MOVING, SOON)


class Probes:
    """A network that answers as told, and what it made of it."""

    def __init__(self, *answers: bool) -> None:
        self.answers = list(answers)
        self.backs = 0
        self.errors: list[Exception] = []
        self.scope = TaskScope("probes", lambda _name, error: self.errors.append(error))
        self.reachability = Reachability(self._reach, self, self.scope.start, self._back)

    async def settle(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while self.scope.names:
                await asyncio.sleep(0)
        assert not self.errors

    def time(self) -> float:
        return 0.0

    def monotonic(self) -> float:
        return 0.0

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)

    async def _reach(self) -> None:
        if not self.answers.pop(0):
            raise NetworkUnavailable

    def _back(self) -> None:
        self.backs += 1


async def test_a_line_that_broke_under_a_sound_network_hastens_nothing() -> None:
    probes = Probes(True)
    probes.reachability.hear(NetworkLost(ConnectionLost()))
    await probes.settle()
    assert probes.backs == 0


async def test_one_return_is_told_once() -> None:
    probes = Probes(False, False, True)
    for _ in range(3):
        probes.reachability.hear(NetworkLost(ConnectionLost()))
    await probes.settle()
    assert probes.backs == 1
    assert probes.answers == []


async def test_after_a_sleep_the_first_connection_is_a_return() -> None:
    probes = Probes(True)
    probes.reachability.doubt(is_away=True)
    await probes.settle()
    assert probes.backs == 1


async def test_what_the_system_says_is_tried_at_once() -> None:
    probes = Probes(False, False, True)
    asleep = asyncio.Event()

    async def sleep(_seconds: float) -> None:
        asleep.set()
        await asyncio.Event().wait()

    probes.sleep = sleep  # type: ignore[method-assign]
    probes.reachability.doubt()
    await asleep.wait()
    asleep.clear()
    probes.reachability.doubt_anew()
    await asleep.wait()
    assert probes.backs == 0, "a network that has come need not reach the service"
    probes.reachability.doubt_anew()
    await probes.settle()
    assert probes.backs == 1


class SetClock(LastingClock):
    """A machine whose clock is set and which falls asleep while somebody waits."""

    def __init__(self) -> None:
        self.wall, self.steady = 1_800_000_000.0, 100.0
        self.coming: list[tuple[float, float]] = []
        super().__init__(lambda: self.wall, lambda: self.steady)

    async def sleep(self, seconds: float) -> None:
        if not self.coming:
            await asyncio.Event().wait()
        slept, was_set = self.coming.pop(0)
        self.steady += seconds + slept
        self.wall += seconds + slept + was_set


async def kept(*coming: tuple[float, float]) -> tuple[SetClock, list[float], int]:
    clock, steps, wakes = SetClock(), list[float](), list[int]()
    clock.coming = list(coming)

    async def on_step(seconds: float) -> None:
        steps.append(round(seconds, 3))
        clock.follow(seconds)

    keeper = Timekeeper(clock, on_step, lambda: wakes.append(1))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await keeper.run()
    return clock, steps, len(wakes)


async def test_a_clock_that_is_set_is_noticed_once() -> None:
    clock, steps, wakes = await kept((0, 0), (0, -7200), (0, 0), (0, 3600), (0, 0.3))
    assert steps == [-7200, 3600]
    assert wakes == 0
    assert abs(clock.step()) < 1


async def test_a_sleep_is_no_step() -> None:
    clock, steps, wakes = await kept((0, 0), (30_000, 0), (0, 0))
    assert steps == []
    assert wakes == 1
    assert clock.time() == clock.wall
