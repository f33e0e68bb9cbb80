"""The upload speed of a profile: what is measured, what is not, and what is remembered."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.uplink import KEPT, Uplink
from fichier_gui.app.workers import Workers
from fichier_gui.domain.events import TransferChanged
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import Direction, State, Transfer
from fichier_gui.system.text_file import AtomicText

MB = 1_000_000


class Clock:
    now = 100.0

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


class World:
    def __init__(self, folder: Path) -> None:
        self.file = AtomicText(folder / "uplink.json")
        self.clock = Clock()
        self.disk = Workers("disk")
        self.errors: list[Exception] = []
        self.scope = TaskScope("test", lambda _name, error: self.errors.append(error))
        self.limit = 0
        self.number = 0

    def uplink(self) -> Uplink:
        return Uplink(self.file, self.disk, self.clock, self.scope, lambda: self.limit)

    def tell(self, uplink: Uplink, state: State, size: int, done: int = 0) -> None:
        row = Transfer(
            TransferId(self.number),
            BatchId(1),
            Direction.UPLOAD,
            state,
            "a",
            size,
            "/a",
            "/",
            0.0,
            1,
            done=done,
        )
        uplink.hear(TransferChanged(row))

    def send(self, uplink: Uplink, size: int, seconds: float, end: State = State.FINISHING) -> None:
        self.number += 1
        self.tell(uplink, State.MOVING, size)
        self.clock.now += seconds
        self.tell(uplink, end, size, size)

    async def saved(self) -> None:
        while self.scope.names:
            await asyncio.sleep(0)
        assert not self.errors


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    world = World(tmp_path)
    yield world
    await world.scope.close()
    await world.disk.close()


async def test_the_median_is_remembered_by_the_next_run(world: World) -> None:
    uplink = world.uplink()
    await uplink.load()
    assert uplink.speed is None
    for seconds in (10, 100, 20):
        world.send(uplink, 100 * MB, seconds)
    assert uplink.speed == 5 * MB
    await world.saved()
    later = world.uplink()
    await later.load()
    assert later.speed == 5 * MB
    world.limit = MB
    assert later.speed == MB


async def test_what_tells_nothing_of_the_line_is_not_counted(world: World) -> None:
    uplink = world.uplink()
    world.send(uplink, 10 * MB, 10)  # travels with others
    world.send(uplink, 100 * MB, 4)  # mostly in buffers
    world.send(uplink, 100 * MB, 50, State.RETRYING)  # broke
    world.send(uplink, 100 * MB, 50, State.PAUSED)
    assert uplink.speed is None
    world.limit = 2 * MB
    world.send(uplink, 100 * MB, 50)
    world.limit = 0
    assert uplink.speed is None, "that was the limit, not the line"


async def test_an_attempt_is_timed_from_its_own_beginning(world: World) -> None:
    uplink = world.uplink()
    world.tell(uplink, State.MOVING, 100 * MB)
    world.clock.now += 1000  # paused in bulk: nobody told of this row
    world.tell(uplink, State.MOVING, 100 * MB)
    world.clock.now += 10
    world.tell(uplink, State.FINISHING, 100 * MB, 100 * MB)
    assert uplink.speed == 10 * MB


async def test_old_speeds_are_forgotten_and_a_bad_file_says_nothing(world: World) -> None:
    world.file.save("[1, 2")
    uplink = world.uplink()
    await uplink.load()
    assert uplink.speed is None
    for _ in range(KEPT):
        world.send(uplink, 100 * MB, 100)
    for _ in range(KEPT):
        world.send(uplink, 100 * MB, 10)
    assert uplink.speed == 10 * MB
    await world.saved()
