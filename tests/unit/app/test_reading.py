"""The whole account read in the background: hours on a virtual clock, the service's limits on."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from support.fast_client import ForgetfulMemory
from support.in_process import InProcessClient, SimulatedNetwork
from support.simulator import DEFAULT_KEY, quiet_switches
from support.virtual_time import START, VirtualClock, VirtualLoop

from fichier_gui.api.budget import RequestBudget
from fichier_gui.app.browse import Browse
from fichier_gui.app.reading import FIRST_AFTER, IDLE, OLD, may_read, new_reader
from fichier_gui.app.service import Folders
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.views import SessionState
from fichier_gui.app.watch import RequestWatch
from fichier_gui.catalogue.refresh import Refresher
from fichier_gui.catalogue.search import Search
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import Event
from fichier_gui.domain.ids import UNKNOWN_FOLDER, FileUrl, FolderId
from fichier_gui.domain.query import Query, Term
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.settings import Settings
from fichier_gui.simulator.faults import Fault
from fichier_gui.simulator.service import Service


@dataclass
class World:
    """One run of the parts that the reader stands on, against the simulator's state."""

    folder: Path
    service: Service
    events: list[Event] = field(default_factory=list)
    most_shown: int = 5000
    is_wanted: bool = True

    async def open(self) -> None:
        clock = VirtualClock()
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualLoop)
        self.network = SimulatedNetwork(self.service, loop, random.Random(7), jitter=0.05)
        self.budget = RequestBudget(clock, ForgetfulMemory(), lambda _until, _error: None, lambda: None)
        client = InProcessClient(self.network, lambda: Secret(DEFAULT_KEY), self.budget, clock)
        self.scope = TaskScope("test", self._failed)
        self.store = await CatalogueStore.open(self.folder / "catalogue.db")
        watch = RequestWatch(lambda: Secret(DEFAULT_KEY), self.events.append)
        folders = Folders(client, watch, self.store.tree)
        self.refresher = Refresher(
            self.store, folders.fetch, clock, self.events.append, self.scope.start, lambda: 1800.0
        )
        self.browse = Browse(self.refresher, self.store, folders.make, clock)
        self.reader = new_reader(self.store, self.refresher, folders, self.browse, self.budget, self.may_ask)
        self.reader._most_shown = self.most_shown
        self.scope.start(self.reader.run(), "read the account")

    def may_ask(self) -> bool:
        return may_read(Settings(read_account=self.is_wanted), SessionState(signed_in=True), None)

    async def close(self) -> None:
        await self.scope.close()
        await self.budget.aclose()
        await self.store.close()

    def endpoints(self) -> list[str]:
        return [asked.endpoint for asked in self.network.asked]

    async def found(self, word: str) -> list[tuple[str, FolderId]]:
        search = Search(self.folder / "catalogue.db", self.store.tree)
        try:
            hits = await search.find(Query((Term(word),)), 100)
            return sorted((hit.entry.name, hit.folder_id) for hit in hits.rows)
        finally:
            await search.close()

    def _failed(self, name: str, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error


Play = Callable[[World], Awaitable[None]]


def run(folder: Path, fill: Callable[[Service], None], play: Play, **facts: Any) -> None:
    """A world on its own virtual loop; no breach of a limit is forgiven."""
    loop = VirtualLoop()
    service = Service(switches=quiet_switches(), clock=lambda: START + loop.time())
    fill(service)

    async def main() -> None:
        world = World(folder, service, **facts)
        await world.open()
        try:
            await play(world)
        finally:
            await world.close()

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(main())
    assert service.limits.breaches == [], "the service's limits were passed"


def forty_folders(service: Service) -> None:
    for number in range(40):
        service.add_file(f"/Folder {number % 4}/Inner {number}/film {number}.mkv", bytes(number + 1))


async def hours(count: float) -> None:
    await asyncio.sleep(count * 3600)


def test_all_of_the_account_is_known_after_a_while_and_no_limit_is_passed(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        await asyncio.sleep(FIRST_AFTER + 3)
        assert world.endpoints() == ["file/ls"], "one question that says at once what there is"
        assert len(await world.found("film")) == 40
        assert {folder for _, folder in await world.found("film")} == {UNKNOWN_FOLDER}
        await asyncio.sleep(60 * 5)
        assert (await world.store.coverage()).is_whole
        found = await world.found("film")
        assert len(found) == 40
        assert UNKNOWN_FOLDER not in {folder for _, folder in found}, "they have gone to their folders"
        asked = len(world.endpoints())
        assert asked == 1 + 45, "each folder once"
        arrived = [asked.arrived for asked in world.network.asked]
        gaps = [later - earlier for earlier, later in pairwise(arrived)]
        assert min(gaps) >= 2.9, "three seconds apart"
        await hours(10)
        later = world.endpoints()[asked:]
        assert set(later) == {"file/ls"}, "the list of all files"
        assert 8 <= len(later) <= 10, "once in an hour"
        await hours(OLD / 3600)
        assert world.endpoints()[asked:].count("folder/ls") == 45, "a day later everything again"

    run(tmp_path, forty_folders, play)


def test_what_is_shown_is_read_first(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        folder = await world.browse.resolve("/Folder 3")
        await world.browse.open_folder(folder)
        await asyncio.sleep(FIRST_AFTER + 40)
        listed = [one for one in world.store.tree.below(folder) if await world.store.load(one)]
        assert len(listed) == 10
        others = [await world.store.load(one) for one in world.store.tree.folded_names if one not in listed]
        assert len([one for one in others if one is not None]) < 5

    run(tmp_path, forty_folders, play)


def test_it_gives_way_and_can_be_switched_off(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        world.is_wanted = False
        await hours(1)
        assert world.endpoints() == []
        world.is_wanted = True
        world.service.faults.add(Fault("file/ls", "flood"))
        async with asyncio.timeout(IDLE):
            while (pause := world.budget.snapshot().paused_until) is None:
                await asyncio.sleep(1)
        asked = len(world.endpoints())
        await asyncio.sleep(pause - VirtualClock().time() - 1)
        assert len(world.endpoints()) == asked, "nothing during the pause"
        await hours(1)
        assert (await world.store.coverage()).is_whole, "it goes on by itself"

    run(tmp_path, forty_folders, play)


def test_a_folder_that_is_refused_is_left_alone_and_the_others_are_read(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        inner = await world.browse.resolve("/Folder 0/Inner 0")
        world.service.faults.add(
            Fault(
                "folder/ls", "answer", "*", match=str(int(inner)), body='{"status": "KO", "message": "no #1"}'
            )
        )
        await hours(1)
        coverage = await world.store.coverage()
        assert coverage.folders - coverage.listed == 1

    run(tmp_path, forty_folders, play)


def test_a_restart_goes_on_where_it_was(tmp_path: Path) -> None:
    async def first(world: World) -> None:
        await asyncio.sleep(FIRST_AFTER + 60)
        assert 10 < (await world.store.coverage()).listed < 40

    async def second(world: World) -> None:
        before = (await world.store.coverage()).listed
        assert before > 10
        await asyncio.sleep(FIRST_AFTER + 3600)
        assert world.endpoints().count("folder/ls") == 45 - before

    run(tmp_path, forty_folders, first)
    run(tmp_path, forty_folders, second)


def a_long_folder(service: Service) -> None:
    service.switches.listing_limit = 40
    service.switches.listing_count = "total"
    for number in range(150):
        # Many at once, as uploads come: their dates lie together.
        sent = 1_700_000_000.0 + (number // 50) * 86400 * 30 + number % 50
        service.add_file(f"/Long/file {number:03d}", b"x", created=sent)


def test_a_folder_of_more_than_the_service_shows_is_completed_through_dates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fichier_gui.api.entries.LISTING_LIMIT", 40)

    async def play(world: World) -> None:
        folder = await world.browse.resolve("/Long")
        listing = await world.browse.open_folder(folder)
        assert (len(listing.files), listing.is_complete) == (40, False), "at least 40"
        mine = replace(listing.files[0], url=FileUrl("https://1fichier.com/?mine"), name="just uploaded")
        await asyncio.sleep(FIRST_AFTER + 60)
        assert "file/ls" in world.endpoints(), "it is under way"
        await world.refresher.stored(folder, mine)
        await hours(2)
        whole = await world.store.load(folder)
        assert whole is not None
        assert (len(whole.files), whole.is_complete) == (151, True)
        assert "just uploaded" in {file.name for file in whole.files}, "our own change outlives it"
        # Read again it is cut again: what is known beyond stays.
        again = await world.browse.fetch_folder(folder)
        assert (len(again.files), again.is_complete) == (151, False)
        asked = len(world.endpoints())
        await hours(1)
        assert len(world.endpoints()) - asked <= 2, "completing it takes long: not at once again"
        await hours(OLD / 3600)
        later = await world.store.load(folder)
        assert later is not None
        assert (len(later.files), later.is_complete) == (150, True), "once a day, and what is gone is gone"

    run(tmp_path, a_long_folder, play, most_shown=40)
