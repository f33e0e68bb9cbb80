"""The search of the account as the window asks it, and the searches that are kept."""

import datetime
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from fichier_gui.app.finding import Finding, SavedSearch, SavedSearches
from fichier_gui.app.workers import Workers
from fichier_gui.catalogue.search import Search
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.errors import DiskProblem
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile, RemoteFolder
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
