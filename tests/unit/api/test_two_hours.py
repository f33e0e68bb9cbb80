"""Two hours of everything at once on a virtual clock: the simulator's limits are never reached."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest
from api_world import MemoryInMemory
from support.in_process import SimulatedNetwork, StateExchange
from support.simulator import DEFAULT_KEY, quiet_switches
from support.virtual_time import VirtualClock, VirtualLoop

from fichier_gui.api.address import ServiceAddress
from fichier_gui.api.budget import RequestBudget
from fichier_gui.api.client import FichierClient
from fichier_gui.api.options import NetworkOptions
from fichier_gui.api.pacing import Priority
from fichier_gui.domain.errors import AppError, NotFound, PasswordNeeded, ServiceBusy
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.faults import Fault
from fichier_gui.simulator.service import Service

HOURS = 2 * 3600.0
RESTART_EVERY = 1500.0


@dataclass
class World:
    service: Service
    random: random.Random
    memory: MemoryInMemory = field(default_factory=MemoryInMemory)
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)
    pauses: list[str] = field(default_factory=list)
    folders: list[FolderId] = field(default_factory=list)
    files: list[FileUrl] = field(default_factory=list)
    network: SimulatedNetwork = field(init=False)

    def __post_init__(self) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualLoop)
        self.network = SimulatedNetwork(self.service, loop, self.random)

    def client(self) -> tuple[FichierClient, RequestBudget]:
        # A new object: what an ended run still writes must not reach the next one.
        self.memory = MemoryInMemory(self.memory.text)
        budget = RequestBudget(
            VirtualClock(), self.memory, lambda until, error: self.pauses.append(error.code), lambda: None
        )
        client = FichierClient(
            ServiceAddress("http://simulated/v1"),
            lambda: Secret(DEFAULT_KEY),
            budget,
            NetworkOptions(),
            VirtualClock(),
            StateExchange(self.network),
        )
        return client, budget

    async def act(self, name: str, work: Awaitable[object]) -> None:
        try:
            await work
        except (ServiceBusy, NotFound, PasswordNeeded) as error:
            self.refused[error.code] += 1
        except AppError as error:
            raise AssertionError(f"{name}: {error!r} {error.detail}") from error
        else:
            self.done[name] += 1


def _filled(world: World) -> None:
    state = world.service
    for number in range(40):
        folder = state.add_folder(f"/Folder {number}")
        world.folders.append(FolderId(folder.id))
        file = state.add_file(f"/Folder {number}/file {number}.bin", b"x" * (number + 1))
        world.files.append(FileUrl(f"https://1fichier.com/?{file.id}"))
    # One link in three is dead: refused calls can ban an address as well.
    world.files += [FileUrl(f"https://1fichier.com/?{'dead' * 4}{number:04d}") for number in range(20)]


async def _session(world: World, seconds: float, crash: bool) -> None:
    """One run of the program; the next one starts at once."""
    client, budget = world.client()
    try:
        await _load(world, client, seconds)
    except* _Over:
        pass
    if crash:
        world.memory = MemoryInMemory(world.memory.text)
    await budget.aclose()


async def _load(world: World, client: FichierClient, seconds: float) -> None:
    pick = world.random

    async def forever(name: str, pause: Callable[[], float], work: Callable[[], Awaitable[object]]) -> None:
        while True:
            await world.act(name, work())
            await asyncio.sleep(pause())

    async def upload() -> None:
        node = await client.upload_node()
        await asyncio.sleep(pick.uniform(0.5, 20))
        for _ in range(3):
            await client.upload_report(node)
            await asyncio.sleep(2)

    async def click() -> None:
        before = VirtualClock().monotonic()
        await client.ftp_users(priority=Priority.CLICK)
        world.waits.append(VirtualClock().monotonic() - before)

    def folder() -> FolderId:
        return pick.choice(world.folders)

    async with asyncio.TaskGroup() as tasks:

        def start(name: str, pause: Callable[[], float], work: Callable[[], Awaitable[object]]) -> None:
            tasks.create_task(forever(name, pause, work))

        for _ in range(3):
            start("upload", lambda: 0.0, upload)
            start(
                "download",
                lambda: pick.uniform(0, 2),
                lambda: client.download_link(pick.choice(world.files), cdn=False),
            )
        for _ in range(4):
            start("click", lambda: pick.choice([0.0, 0.0, 0.0, 20.0]), click)
        start(
            "open", lambda: pick.choice([0.0, 3.0]), lambda: client.folder(folder(), priority=Priority.CLICK)
        )
        start("refresh", lambda: 0.0, lambda: client.folder(folder(), priority=Priority.BACKGROUND))
        start("account", lambda: 30.0, lambda: client.account(priority=Priority.BACKGROUND))
        start("whole", lambda: 60.0, lambda: client.all_files(priority=Priority.BACKGROUND))
        start("jobs", lambda: 30.0, lambda: client.remote_jobs())
        start("links", lambda: 5.0, lambda: client.check_links(world.files[:50]))

        async def impatient() -> None:
            """The user changes their mind: waits that are given up cost nothing and break nothing."""
            while True:
                try:
                    async with asyncio.timeout(pick.uniform(0.0, 0.6)):
                        await click()
                except (TimeoutError, ServiceBusy):
                    await asyncio.sleep(pick.uniform(0.0, 10.0))

        tasks.create_task(impatient())
        await asyncio.sleep(seconds)
        raise _Over


class _Over(Exception):
    pass


async def _two_hours(world: World) -> None:
    crash = False
    while (now := VirtualClock().monotonic()) < HOURS:
        crash = not crash
        await _session(world, min(RESTART_EVERY, HOURS - now), crash)


def _world(seed: int) -> World:
    service = Service(switches=quiet_switches(), limits=True, seed=seed, clock=lambda: VirtualClock().time())
    return World(service, random.Random(seed))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_mixed_load_never_trips_the_limits(seed: int) -> None:
    async def run() -> World:
        world = _world(seed)
        _filled(world)
        await _two_hours(world)
        return world

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        world = runner.run(run())
    assert world.service.limits.breaches == []
    assert world.pauses == []
    assert set(world.refused) <= {"NotFound"}
    # Nobody starves, and nobody dawdles: the load uses what the service allows.
    assert world.done["upload"] > 200
    assert world.done["download"] > 500
    assert world.done["refresh"] > 100
    assert world.done["links"] > 200
    assert world.done["account"] >= 20
    assert world.done["whole"] >= 2
    calls = [asked for asked in world.network.asked if asked.endpoint != "end.pl"]
    assert len(calls) > HOURS
    # Four people's worth of clicks at once: each waits its turn, and no transfer stands before it.
    world.waits.sort()
    assert world.waits[len(world.waits) // 2] < 3.0


def test_a_flood_answer_is_lived_through_and_outlives_the_program() -> None:
    async def run() -> World:
        world = _world(7)
        _filled(world)
        world.service.faults.add(Fault("upload/get_upload_server", "flood", calls="20-21"))
        await _two_hours(world)
        return world

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        world = runner.run(run())
    assert world.service.limits.breaches == []
    assert world.pauses.count("FloodLocked") == 2
    assert world.done["upload"] > 200
