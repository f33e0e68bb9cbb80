"""Lists of the account's files for other programs."""

import csv
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from fichier_gui.app.inventory import HEADER, Inventory
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.catalogue.survey import Survey
from fichier_gui.domain.errors import DiskProblem
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile, RemoteFolder

FILMS = RemoteFolder(FolderId(1), "Été, films")
ONE = RemoteFile(FileUrl("https://1fichier.com/?aaaaaa"), 'a "quoted", name.mkv', 4000, 86400.0, "ab" * 64)
ODD = RemoteFile(FileUrl("https://1fichier.com/?bbbbbb"), "odd \ud83d.txt", 5)
HIDDEN = RemoteFile(FileUrl("hidden:1//x"), "x", 6)


@asynccontextmanager
async def inventory(folder: Path) -> AsyncIterator[Inventory]:
    store = await CatalogueStore.open(folder / "catalogue.db")
    made = Inventory(Survey(folder / "catalogue.db", store.tree), store)
    try:
        await store.save_all(
            [
                FolderListing(ROOT_FOLDER, (FILMS,), (ODD,), 1.0),
                FolderListing(FILMS, (RemoteFolder(FolderId(2), "not read"),), (ONE, HIDDEN), 1.0),
            ]
        )
        yield made
    finally:
        await made.close()
        await store.close()


async def test_a_table_that_spreadsheets_read(tmp_path: Path) -> None:
    async with inventory(tmp_path) as made:
        written = await made.export(tmp_path / "list.CSV")
    assert (written.files, written.coverage.listed, written.coverage.folders) == (3, 2, 3)
    data = (tmp_path / "list.CSV").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    assert tuple(rows[0]) == HEADER
    assert ["/odd \ufffd.txt", "5", "", "text", "", ODD.url] in rows
    day = "1970-01-02T00:00:00+00:00"
    assert ['/Été, films/a "quoted", name.mkv', "4000", day, "video", "ab" * 64, ONE.url] in rows


async def test_objects_one_a_line(tmp_path: Path) -> None:
    async with inventory(tmp_path) as made:
        assert (await made.export(tmp_path / "list.json", FILMS.id)).files == 2
        text = (tmp_path / "list.json").read_text("utf-8")
        assert len(text.splitlines()) == 4
        assert {one["link"] for one in json.loads(text)} == {ONE.url, HIDDEN.url}
        assert (await made.export(tmp_path / "none.json", FolderId(2))).files == 0
    assert json.loads((tmp_path / "none.json").read_text("utf-8")) == []


async def test_links_alone_without_those_that_are_hidden(tmp_path: Path) -> None:
    async with inventory(tmp_path) as made:
        await made.export(tmp_path / "list.txt")
    assert (tmp_path / "list.txt").read_text("utf-8").split() == [ODD.url, ONE.url]


async def test_what_was_there_stays_when_the_disk_refuses(tmp_path: Path) -> None:
    async with inventory(tmp_path) as made:
        with pytest.raises(DiskProblem):
            await made.export(tmp_path / "no such folder" / "list.csv")
