"""The refresher over a real store: what is asked, when, and what is told."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from fichier_gui.catalogue.refresh import Refresher, Urgency
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.domain.errors import (
    AppError,
    DiskFault,
    NetworkUnavailable,
    NotFound,
    Unexpected,
)
from fichier_gui.domain.events import Event, FolderFailed, FolderRefreshed
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile, RemoteFolder

FILMS = RemoteFolder(FolderId(7), "Films")
FILE = RemoteFile(FileUrl("https://1fichier.com/?a"), "a.bin", 1)
NEW = RemoteFile(FileUrl("https://1fichier.com/?b"), "b.bin", 2)


class Clock:
    """Turned by the test."""

    now = 10_000.0

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Service:
    """Answers folder by folder, when the test lets it."""

    clock: Clock
    contents: dict[FolderId, FolderListing | Exception] = field(default_factory=dict)
    asked: list[tuple[FolderId, Urgency]] = field(default_factory=list)
    was_asked: asyncio.Event = field(default_factory=asyncio.Event)
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    async def called(self) -> None:
        """Wait for the next call, if it has not come since the gate was closed."""
        await asyncio.wait_for(self.was_asked.wait(), 10)

    def close_gate(self) -> None:
        """Calls from now on stand until ``gate`` is set."""
        self.was_asked.clear()
        self.gate.clear()

    async def __call__(self, folder_id: FolderId, urgency: Urgency) -> FolderListing:
        self.asked.append((folder_id, urgency))
        self.was_asked.set()
        content = self.contents[folder_id]
        seen_at = self.clock.now
        await self.gate.wait()
        if isinstance(content, Exception):
            raise content
        return replace(content, fetched_at=seen_at)


@dataclass
class Bench:
    refresher: Refresher
    service: Service
    clock: Clock
    events: list[Event]
    store: CatalogueStore
    errors: list[BaseException]
    tasks: set[asyncio.Task[None]]

    async def quiet(self) -> None:
        while self.tasks:
            await asyncio.wait(self.tasks)

    def told(self) -> list[Event]:
        events = list(self.events)
        self.events.clear()
        return events


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    clock = Clock()
    service = Service(clock)
    service.gate.set()
    service.contents[ROOT] = FolderListing(ROOT_FOLDER, (FILMS,), (FILE,), 0)
    service.contents[FILMS.id] = FolderListing(FILMS, (), (), 0)
    events: list[Event] = []
    errors: list[BaseException] = []
    tasks: set[asyncio.Task[None]] = set()

    def spawn(work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work, name=name)
        tasks.add(task)
        task.add_done_callback(ended)
        return task

    def ended(task: asyncio.Task[None]) -> None:
        tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            errors.append(error)

    store = await CatalogueStore.open(tmp_path / "catalogue.db")
    refresher = Refresher(store, service, clock, events.append, spawn, lambda: 1800.0)
    made = Bench(refresher, service, clock, events, store, errors, tasks)
    yield made
    await made.quiet()
    await store.close()


async def test_a_folder_never_seen_is_waited_for(bench: Bench) -> None:
    listing = await bench.refresher.open(ROOT)
    assert listing.files == (FILE,)
    assert bench.service.asked == [(ROOT, Urgency.CLICK)]
    assert bench.told() == [FolderRefreshed(listing)]
    assert bench.refresher.tree.path_of(FILMS.id) == "/Films"


async def test_a_known_folder_comes_from_disk_without_asking(bench: Bench) -> None:
    first = await bench.refresher.open(ROOT)
    bench.clock.now += 600
    assert await bench.refresher.open(ROOT) == first
    assert len(bench.service.asked) == 1


async def test_an_old_folder_comes_at_once_and_is_asked_behind(bench: Bench) -> None:
    first = await bench.refresher.open(ROOT)
    bench.told()
    bench.clock.now += 1801
    bench.service.close_gate()
    assert await bench.refresher.open(ROOT) == first
    bench.service.gate.set()
    await bench.quiet()
    [event] = bench.told()
    assert isinstance(event, FolderRefreshed)
    assert event.listing.fetched_at == bench.clock.now


async def test_a_second_refresh_within_thirty_seconds_asks_nothing(bench: Bench) -> None:
    await bench.refresher.open(ROOT)
    bench.clock.now += 31
    await bench.refresher.open(ROOT, refresh=True)
    await bench.quiet()
    assert len(bench.service.asked) == 2
    bench.clock.now += 29
    listing = await bench.refresher.open(ROOT, refresh=True)
    assert listing == await bench.refresher.fresh(ROOT)
    await bench.quiet()
    assert len(bench.service.asked) == 2


async def test_all_who_ask_join_one_request(bench: Bench) -> None:
    bench.service.close_gate()
    askers = [
        asyncio.gather(bench.refresher.open(ROOT), bench.refresher.fresh(ROOT)),
        asyncio.gather(bench.refresher.listing(ROOT, not_older_than=bench.clock.now)),
    ]
    left = asyncio.gather(bench.refresher.open(ROOT))
    await bench.service.called()
    left.cancel()
    bench.service.gate.set()
    for asker in askers:
        assert all(listing.files == (FILE,) for listing in await asker)
    with pytest.raises(asyncio.CancelledError):
        await left
    assert len(bench.service.asked) == 1


async def test_a_failure_reaches_those_who_wait(bench: Bench) -> None:
    bench.service.contents[ROOT] = NetworkUnavailable()
    with pytest.raises(NetworkUnavailable):
        await bench.refresher.open(ROOT)
    assert bench.told() == []


async def test_a_failure_behind_is_an_event_and_the_old_list_stays(bench: Bench) -> None:
    first = await bench.refresher.open(ROOT)
    bench.told()
    error = NetworkUnavailable()
    bench.service.contents[ROOT] = error
    bench.clock.now += 1801
    assert await bench.refresher.open(ROOT) == first
    await bench.quiet()
    assert bench.told() == [FolderFailed(ROOT, error)]
    assert await bench.refresher.open(ROOT) == first


async def test_a_bug_behind_is_told_and_reported(bench: Bench) -> None:
    bench.service.contents[ROOT] = ZeroDivisionError()
    with pytest.raises(Unexpected):
        await bench.refresher.open(ROOT)
    await bench.quiet()
    assert [type(error) for error in bench.errors] == [ZeroDivisionError]


async def test_the_end_of_the_program_ends_those_who_wait(bench: Bench) -> None:
    bench.service.close_gate()
    waiting = asyncio.gather(bench.refresher.open(ROOT))
    await bench.service.called()
    for task in bench.tasks:
        task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_transfers_get_what_is_young_enough_or_wait(bench: Bench) -> None:
    first = await bench.refresher.open(ROOT)
    assert await bench.refresher.listing(ROOT, not_older_than=first.fetched_at) == first
    bench.clock.now += 5
    second = await bench.refresher.listing(ROOT, not_older_than=bench.clock.now)
    assert second.fetched_at == bench.clock.now
    assert bench.service.asked == [(ROOT, Urgency.CLICK), (ROOT, Urgency.TRANSFER)]


async def test_a_request_that_answered_too_early_is_not_enough(bench: Bench) -> None:
    bench.service.close_gate()
    opening = asyncio.gather(bench.refresher.open(ROOT))
    await bench.service.called()
    bench.clock.now += 10
    claiming = asyncio.gather(bench.refresher.listing(ROOT, not_older_than=10_005))
    bench.service.gate.set()
    await opening
    [claimed] = await claiming
    assert claimed.fetched_at == 10_010
    assert len(bench.service.asked) == 2


async def test_an_upload_is_known_without_asking(bench: Bench) -> None:
    await bench.refresher.open(ROOT)
    bench.told()
    await bench.refresher.stored(ROOT, NEW)
    await bench.quiet()
    [event] = bench.told()
    assert isinstance(event, FolderRefreshed)
    assert event.listing.files == (FILE, NEW)
    assert (await bench.refresher.open(ROOT)).files == (FILE, NEW)
    assert len(bench.service.asked) == 1


async def test_many_uploads_are_told_together(bench: Bench) -> None:
    await bench.refresher.open(ROOT)
    bench.told()
    for n in range(200):
        await bench.refresher.stored(ROOT, replace(NEW, url=FileUrl(f"u{n}")))
    await bench.quiet()
    events = bench.told()
    assert isinstance(events[-1], FolderRefreshed)
    assert len(events[-1].listing.files) == 201


async def test_what_arrives_while_a_listing_is_under_way_is_not_lost(bench: Bench) -> None:
    await bench.refresher.open(ROOT)
    bench.clock.now += 60
    bench.service.close_gate()
    await bench.refresher.open(ROOT, refresh=True)
    await bench.service.called()
    await bench.refresher.stored(ROOT, NEW)
    books = RemoteFolder(FolderId(8), "Books")
    await bench.refresher.folder_made(ROOT, books)
    await bench.refresher.folder_removed(FILMS.id)
    await bench.refresher.files_removed([FILE.url])
    bench.service.gate.set()
    await bench.quiet()
    known = await bench.refresher.open(ROOT)
    assert (known.folders, known.files) == ((books,), (NEW,))


async def test_an_upload_into_a_folder_never_listed_invents_no_listing(bench: Bench) -> None:
    await bench.refresher.stored(FILMS.id, NEW)
    await bench.quiet()
    assert bench.told() == []
    await bench.refresher.open(FILMS.id)
    assert bench.service.asked == [(FILMS.id, Urgency.CLICK)]


async def test_folders_made_renamed_moved_removed(bench: Bench) -> None:
    await bench.refresher.open(ROOT)
    await bench.refresher.open(FILMS.id)
    new = RemoteFolder(FolderId(9), "2024")
    await bench.refresher.folder_made(FILMS.id, new)
    assert (await bench.refresher.open(new.id)).files == ()
    assert bench.refresher.tree.path_of(new.id) == "/Films/2024"
    await bench.refresher.folder_stored(ROOT, replace(new, name="Year 2024"))
    assert bench.refresher.tree.path_of(new.id) == "/Year 2024"
    await bench.quiet()
    bench.told()
    await bench.refresher.folder_removed(new.id)
    await bench.quiet()
    [event] = bench.told()
    assert isinstance(event, FolderRefreshed)
    assert event.listing.folders == (FILMS,)
    assert len(bench.service.asked) == 2


async def test_a_folder_that_is_gone_leaves_its_parent(bench: Bench) -> None:
    await bench.refresher.open(ROOT)
    bench.service.contents[FILMS.id] = NotFound()
    with pytest.raises(NotFound):
        await bench.refresher.open(FILMS.id)
    await bench.quiet()
    assert (await bench.refresher.open(ROOT)).folders == ()


async def test_a_request_begun_while_the_end_of_a_folder_is_noted_stays(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.refresher.open(ROOT)
    bench.service.contents[FILMS.id] = NotFound()
    noting, note = asyncio.Event(), asyncio.Event()
    remove = bench.store.remove_folder

    async def slow(folder_id: FolderId) -> None:
        noting.set()
        await note.wait()
        await remove(folder_id)

    monkeypatch.setattr(bench.store, "remove_folder", slow)
    with pytest.raises(NotFound):
        await bench.refresher.open(FILMS.id)
    await noting.wait()
    bench.service.contents[FILMS.id] = FolderListing(FILMS, (), (), 0)
    bench.service.close_gate()
    [first] = bench.tasks
    async with asyncio.TaskGroup() as group:
        second = group.create_task(bench.refresher.fresh(FILMS.id))
        await bench.service.called()
        note.set()
        await first
        third = group.create_task(bench.refresher.fresh(FILMS.id))
        for _ in range(3):
            await bench.store.load(FILMS.id)  # behind what the third one asks of the disk
        bench.service.gate.set()
    assert second.result() == third.result()
    assert [asked for asked, _ in bench.service.asked].count(FILMS.id) == 2


async def test_paths_are_resolved_from_what_is_known_then_by_asking(bench: Bench) -> None:
    assert await bench.refresher.resolve("/") == ROOT
    assert await bench.refresher.resolve("/Films") == FILMS.id
    assert await bench.refresher.resolve("Films/") == FILMS.id
    assert len(bench.service.asked) == 1
    books = RemoteFolder(FolderId(8), "Books")
    bench.service.contents[ROOT] = FolderListing(ROOT_FOLDER, (FILMS, books), (), 0)
    bench.clock.now += 60
    assert await bench.refresher.resolve("/Books") == books.id
    with pytest.raises(NotFound) as caught:
        await bench.refresher.resolve("/None")
    assert caught.value.facts == {"path": "/None"}


async def test_a_clock_set_back_makes_no_listing_young_for_ever(bench: Bench) -> None:
    await bench.refresher.open(ROOT)
    bench.clock.now -= 5000
    await bench.refresher.open(ROOT)
    await bench.quiet()
    assert len(bench.service.asked) == 2


async def test_without_a_disk_the_service_is_asked(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refused(*_: object) -> Any:
        raise DiskFault("no space", path="x")

    monkeypatch.setattr(bench.store, "_do", refused)
    listing = await bench.refresher.open(ROOT)
    assert listing.files == (FILE,)
    await bench.refresher.stored(ROOT, NEW)
    await bench.quiet()


def test_the_fakes_fit() -> None:
    """What the tests hand in has the shape that the program hands in."""
    fetch: Callable[[FolderId, Urgency], Awaitable[FolderListing]] = Service(Clock())
    assert callable(fetch)
    assert issubclass(NotFound, AppError)
