"""The search of the account as the window asks it, and the searches that are kept."""

import asyncio
import datetime
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from support.quick_rules import QUICK
from support.simulator import DEFAULT_KEY, Service, quiet_switches, simulator

from fichier_gui.app.container import Program
from fichier_gui.app.finding import Finding, SavedSearch, SavedSearches
from fichier_gui.app.options import ProgramOptions, options_for
from fichier_gui.app.reading import may_read
from fichier_gui.app.workers import Workers
from fichier_gui.catalogue.search import Search
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.errors import DiskProblem, NotFound
from fichier_gui.domain.ids import ROOT, UNKNOWN_FOLDER, FileUrl, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, FileDetails, FolderListing, RemoteFile, RemoteFolder
from fichier_gui.domain.secret import Secret
from fichier_gui.system.text_file import AtomicText

FILMS = RemoteFolder(FolderId(1), "Films")
EXTRAS = RemoteFolder(FolderId(2), "Extras")
NOON = datetime.datetime(2024, 7, 1, 12).timestamp()  # noqa: DTZ001  (this machine's own noon is meant)


def file(number: int, name: str, size: int = 100, added_at: float = NOON) -> RemoteFile:
    return RemoteFile(FileUrl(f"https://1fichier.com/?{number:08d}"), name, size, added_at)


@asynccontextmanager
async def finding(folder: Path) -> AsyncIterator[tuple[Finding, CatalogueStore]]:
    store = await CatalogueStore.open(folder / "catalogue.db")
    disk = Workers("disk")
    found = Finding(
        Search(folder / "catalogue.db", store.tree),
        store,
        lambda url: asyncio.sleep(
            0, FileDetails(url, "x", 1, folder_id=FILMS.id if url == "known" else None)
        ),
        SystemClock(),
        SavedSearches(AtomicText(folder / "searches.json"), disk),
    )
    try:
        await store.save_all(
            [
                FolderListing(ROOT_FOLDER, (FILMS,), (file(1, "film list.txt"),), fetched_at=50.0),
                FolderListing(FILMS, (EXTRAS,), (file(2, "one.mkv", 5000), file(3, "two.mkv")), 40.0),
            ]
        )
        yield found, store
    finally:
        await found.close()
        await store.close()
        await disk.close()


async def test_hits_come_with_their_places_and_with_how_much_is_known(tmp_path: Path) -> None:
    async with finding(tmp_path) as (search, _):
        finds = await search.find("film", 10)
        rows = [(one.name, path) for one, path in zip(finds.entries, finds.paths, strict=True)]
        assert rows[0] == ("Films", "/")
        assert set(rows[1:]) == {("film list.txt", "/"), ("one.mkv", "/Films"), ("two.mkv", "/Films")}
        assert finds.folders[0] == ROOT
        assert finds.is_all
        assert (finds.coverage.listed, finds.coverage.folders, finds.coverage.oldest) == (2, 3, 40.0)
        assert not finds.coverage.is_whole


async def test_a_limit_is_said_and_the_rest_is_counted(tmp_path: Path) -> None:
    async with finding(tmp_path) as (search, _):
        finds = await search.find("type:video", 1)
        assert len(finds.entries) == 1
        assert not finds.is_all
        assert await search.count("type:video") == 2


async def test_words_that_are_not_understood_lose_nothing_else(tmp_path: Path) -> None:
    async with finding(tmp_path) as (search, _):
        finds = await search.find("size>lots one", 10)
        assert [one.name for one in finds.entries] == ["one.mkv"]
        assert finds.problems == ("size>lots",)
        nothing = await search.find("size>lots", 10)
        assert nothing.is_empty
        assert nothing.entries == ()


async def test_dates_are_those_of_this_machine(tmp_path: Path) -> None:
    async with finding(tmp_path) as (search, store):
        midnight = datetime.datetime(2024, 7, 1).timestamp()  # noqa: DTZ001
        late, early = file(8, "late", added_at=midnight - 1), file(9, "early", added_at=midnight)
        await store.put_file(ROOT, late)
        await store.put_file(ROOT, early)
        names = {one.name for one in (await search.find("on:2024-07-01 -film", 10)).entries}
        assert "early" in names
        assert "late" not in names


async def test_a_file_of_an_unknown_folder_is_found_and_can_be_looked_for(tmp_path: Path) -> None:
    async with finding(tmp_path) as (search, store):
        await store.fold_in([file(7, "lost film.mkv")], is_complete=True)
        finds = await search.find("lost", 10)
        assert (finds.folders, finds.paths) == ((UNKNOWN_FOLDER,), ("",))
        assert (await search.find("lost in:/Films", 10)).entries == ()
        assert await search.folder_of(FileUrl("known")) == FILMS.id
        with pytest.raises(NotFound):
            await search.folder_of(FileUrl("foreign"))


async def test_searches_are_kept_by_name_and_survive(tmp_path: Path) -> None:
    disk = Workers("disk")
    path = tmp_path / "searches.json"
    try:
        saved = SavedSearches(AtomicText(path), disk)
        assert await saved.all() == ()
        await saved.keep("Videos", "type:video size>1GB")
        await saved.keep("été", "in:/Été")
        await saved.keep("Videos", "type:video")
        again = SavedSearches(AtomicText(path), disk)
        assert await again.all() == (SavedSearch("Videos", "type:video"), SavedSearch("été", "in:/Été"))
        await again.drop("Videos")
        assert [one["name"] for one in json.loads(path.read_text("utf-8"))] == ["été"]
    finally:
        await disk.close()


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"name": "x"}]', "null", "\udc00"])
async def test_a_damaged_file_of_searches_holds_none(tmp_path: Path, text: str) -> None:
    disk = Workers("disk")
    path = tmp_path / "searches.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        saved = SavedSearches(AtomicText(path), disk)
        assert await saved.all() == ()
        await saved.keep("one", "two")
        assert await SavedSearches(AtomicText(path), disk).all() == (SavedSearch("one", "two"),)
    finally:
        await disk.close()


async def test_a_search_that_cannot_be_kept_says_so(tmp_path: Path) -> None:
    disk = Workers("disk")
    (tmp_path / "file").write_text("in the way")
    try:
        saved = SavedSearches(AtomicText(tmp_path / "file" / "searches.json"), disk)
        with pytest.raises(DiskProblem):
            await saved.keep("one", "two")
    finally:
        await disk.close()


async def test_the_account_is_read_by_itself_and_found_offline_after_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fichier_gui.app.reading.FIRST_AFTER", 0.0)
    monkeypatch.setattr("fichier_gui.app.reading.BUSY", 0.05)
    service = Service(limits=False, switches=quiet_switches())
    service.add_file("/Films/2024/deep below/treasure.mkv", b"x" * 10)
    with simulator(service) as running:
        options = options_for(tmp_path, running.base_url, key=Secret(DEFAULT_KEY), keychain=False)
        options = replace(options, budget_rules=QUICK)
        async with program_of(options) as program, asyncio.timeout(20):
            while not (finds := await program.finding.find("treasure", 5)).coverage.is_whole:
                await asyncio.sleep(0.02)
            assert finds.paths == ("/Films/2024/deep below",)
    gone = replace(options, service=options_for(tmp_path, "http://127.0.0.1:9", keychain=False).service)
    async with program_of(gone) as program:
        assert (await program.finding.find("treasure", 5)).paths == ("/Films/2024/deep below",)


async def test_switched_off_it_reads_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fichier_gui.app.reading.FIRST_AFTER", 0.0)
    monkeypatch.setattr("fichier_gui.app.reading.BUSY", 0.01)
    service = Service(limits=False, switches=quiet_switches())
    service.add_file("/Films/treasure.mkv", b"x")
    (tmp_path / "settings.toml").write_text("[account]\nread_account = false\n", encoding="utf-8")
    with simulator(service) as running:
        options = options_for(tmp_path, running.base_url, key=Secret(DEFAULT_KEY), keychain=False)
        async with program_of(replace(options, budget_rules=QUICK)) as program, asyncio.timeout(20):
            await program.browse.open_folder(ROOT)
            assert not may_read(program._settings, program.session.state, program._watch.network_problem)
            assert "file/ls" not in running.requests.endpoints()
            await program.preferences.change("read_account", True)
            while not (await program.finding.find("treasure", 5)).coverage.is_whole:
                await asyncio.sleep(0.02)
            assert "file/ls" in running.requests.endpoints()


@asynccontextmanager
async def program_of(options: ProgramOptions) -> AsyncIterator[Program]:
    program = await Program.open(options)
    try:
        await program.session.start()
        yield program
    finally:
        await program.close()
