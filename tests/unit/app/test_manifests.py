"""The manifest follows the parts of a file, whenever the program ended in between."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "transfers"))

from transfer_bench import Bench

from fichier_gui.app.manifests import Manifests
from fichier_gui.app.workers import Workers
from fichier_gui.domain.events import TransferChanged
from fichier_gui.domain.manifest import Manifest
from fichier_gui.domain.transfers import State
from fichier_gui.transfers.milestones import Milestone

DATA = bytes(range(251)) * 4000


class Desk:
    """A queue with the manifests that follow it."""

    def __init__(self, folder: Path) -> None:
        self.bench = Bench(folder)
        self.disk = Workers("disk")
        self.hears = True

    async def open(self) -> None:
        await self.bench.open()
        self.manifests = Manifests(
            self.bench.folder / "manifests",
            self.bench.journal,
            lambda: self.bench.queue,
            self.disk,
            self.bench.scope,
        )

    async def all_done(self, rows: int) -> None:
        told = 0
        while True:
            events, told = self.bench.events[told:], len(self.bench.events)
            for event in events:
                if self.hears:
                    self.manifests.hear(event)
            found = await self.bench.until(lambda _rows: True)
            if len(found) == rows and all(row.state is State.DONE for row in found):
                return

    def stored(self) -> Manifest:
        (kept,) = self.bench.service.named("film.mkv.parts.json")
        assert kept.folder == 7
        return Manifest.parse(kept.data.decode())


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    desk = Desk(tmp_path)
    await desk.open()
    yield desk
    await desk.bench.close()
    await desk.disk.close()


async def test_it_is_sent_once_all_parts_are_there(desk: Desk) -> None:
    await desk.bench.queue.add(desk.bench.parts("film.mkv", DATA, 300_000))
    async with asyncio.timeout(20):
        await desk.all_done(5)
    manifest = desk.stored()
    assert (manifest.name, manifest.size) == ("film.mkv", len(DATA))
    kept = {file.name: file for file in desk.bench.service.files.values()}
    assert [(p.name, p.size, p.whirlpool) for p in manifest.parts] == [
        (name, len(kept[name].data), kept[name].checksum) for name in sorted(kept)[:4]
    ]
    await desk.manifests.catch_up()
    assert len(await desk.bench.all()) == 5, "it is not sent twice"


async def test_a_program_that_ended_before_sends_it_at_the_next_start(desk: Desk) -> None:
    desk.hears = False
    await desk.bench.queue.add(desk.bench.parts("film.mkv", DATA, 600_000))
    await desk.bench.until_state(State.DONE)
    await desk.bench.close()
    await desk.open()
    await desk.manifests.catch_up()
    await desk.bench.until(lambda rows: len(rows) == 3 and all(r.state is State.DONE for r in rows))
    assert len(desk.stored().parts) == 2


async def manifest_removed(desk: Desk) -> None:
    """All is done, and the user takes the manifest's row out of the list."""
    rows = await desk.bench.until(lambda rows: len(rows) == 3 and all(r.state is State.DONE for r in rows))
    await desk.bench.queue.remove([row.id for row in rows if row.part_offset is None])
    assert len(await desk.bench.all()) == 2


async def started_again(desk: Desk) -> None:
    await desk.bench.close()
    await desk.open()
    await desk.manifests.catch_up()


async def test_one_that_was_taken_out_of_the_list_is_not_sent_again(desk: Desk) -> None:
    desk.hears = False
    await desk.bench.queue.add(desk.bench.parts("film.mkv", DATA, 600_000))
    await desk.bench.until_state(State.DONE)
    await desk.manifests.catch_up()
    await manifest_removed(desk)
    await started_again(desk)
    assert len(await desk.bench.all()) == 2
    await desk.bench.queue.add(desk.bench.parts("film.mkv", DATA, 600_000))
    await desk.bench.until(lambda rows: len(rows) == 4 and all(r.state is State.DONE for r in rows))
    await desk.manifests.catch_up()
    assert len(await desk.bench.all()) == 5, "the same file sent once more has one of its own"


async def test_a_program_that_ended_right_after_queueing_it_knows_so_too(desk: Desk) -> None:
    class Ended(Exception):
        """The run ends here."""

    def ends(step: Milestone) -> None:
        if step is Milestone.MANIFEST_QUEUED:
            raise Ended

    desk.hears = False
    await desk.bench.queue.add(desk.bench.parts("film.mkv", DATA, 600_000))
    await desk.bench.until_state(State.DONE)
    ended = Manifests(
        desk.bench.folder / "manifests",
        desk.bench.journal,
        lambda: desk.bench.queue,
        desk.disk,
        desk.bench.scope,
        ends,
    )
    with pytest.raises(Ended):
        await ended.catch_up()
    await started_again(desk)
    await manifest_removed(desk)
    await started_again(desk)
    assert len(await desk.bench.all()) == 2


async def test_two_who_look_at_once_send_it_once(desk: Desk) -> None:
    desk.hears = False
    await desk.bench.queue.add(desk.bench.parts("film.mkv", DATA, 600_000))
    await desk.bench.until_state(State.DONE)
    await asyncio.gather(*(desk.manifests.catch_up() for _ in range(3)))
    assert len(await desk.bench.all()) == 3


async def test_nothing_is_said_while_a_part_is_missing(desk: Desk) -> None:
    await desk.bench.queue.add(desk.bench.parts("film.mkv", DATA, 600_000)[:1])
    await desk.bench.until_state(State.DONE)
    await desk.manifests.catch_up()
    assert len(await desk.bench.all()) == 1
    assert desk.bench.happened(TransferChanged)
