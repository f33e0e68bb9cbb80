"""All files at once: what is there twice, and what has a content."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.catalogue.survey import Survey
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile, RemoteFolder

FILMS = RemoteFolder(FolderId(1), "Films")
INNER = RemoteFolder(FolderId(3), "Inner")
SHARED = RemoteFolder(FolderId(2), "Theirs", owner="friend@example.org")
ONE, TWO = "ab" * 64, "cd" * 64
ALMOST = ONE[:-2] + "00"
"""As ``ONE`` where the index looks."""


def file(number: int, checksum: str | None, size: int, sent: float | None = None) -> RemoteFile:
    url = FileUrl(f"https://1fichier.com/?{number:06d}")
    return RemoteFile(url, f"file {number}", size, sent, checksum)


@asynccontextmanager
async def surveyed(folder: Path, *listings: FolderListing) -> AsyncIterator[tuple[Survey, CatalogueStore]]:
    store = await CatalogueStore.open(folder / "catalogue.db")
    survey = Survey(folder / "catalogue.db", store.tree)
    try:
        await store.save_all(listings)
        yield survey, store
    finally:
        await survey.close()
        await store.close()


ROOT_LISTING = FolderListing(
    ROOT_FOLDER, (FILMS, SHARED), (file(1, ONE, 10, 9.0), file(2, None, 7), file(3, TWO, 500, 4.0)), 1.0
)
FILMS_LISTING = FolderListing(
    FILMS, (INNER,), (file(4, ONE, 10, 5.0), file(5, ONE, 10), file(6, ALMOST, 10), file(7, None, 7)), 1.0
)
INNER_LISTING = FolderListing(INNER, (), (file(8, TWO, 500, 3.0),), 1.0)
SHARED_LISTING = FolderListing(SHARED, (), (file(9, ONE, 10), file(10, ALMOST, 10)), 1.0)


async def test_doubles_by_whole_checksum_the_largest_win_first_and_not_those_of_others(
    tmp_path: Path,
) -> None:
    listings = (ROOT_LISTING, FILMS_LISTING, INNER_LISTING, SHARED_LISTING)
    async with surveyed(tmp_path, *listings) as (survey, _):
        found = await survey.doubles(100)
        assert (found.count, found.spare) == (2, 500 + 20)
        big, small = found.groups
        assert [(one.file.name, one.path) for one in big.files] == [
            ("file 8", "/Films/Inner"),
            ("file 3", "/"),
        ]
        assert [one.file.name for one in small.files] == ["file 4", "file 1", "file 5"], "the oldest first"
        assert (big.spare, small.spare) == (500, 20)
        first = await survey.doubles(1)
        assert [group.files[0].file.name for group in first.groups] == ["file 8"]
        assert (first.count, first.spare) == (2, 520), "of all of them"


async def test_everything_below_a_folder(tmp_path: Path) -> None:
    async with surveyed(tmp_path, ROOT_LISTING, FILMS_LISTING, INNER_LISTING) as (survey, store):
        await store.fold_in([file(20, None, 1)], is_complete=False)
        names = await survey.hand_all(FILMS.id, lambda files: [(one.file.name, one.path) for one in files])
        assert names == [(f"file {n}", "/Films") for n in (4, 5, 6, 7)] + [("file 8", "/Films/Inner")]
        everything = await survey.hand_all(None, lambda files: {(one.file.name, one.path) for one in files})
        assert len(everything) == 9
        assert ("file 20", "") in everything, "in the account, nobody knows where"


async def test_what_has_a_content(tmp_path: Path) -> None:
    async with surveyed(tmp_path, ROOT_LISTING, FILMS_LISTING, SHARED_LISTING) as (survey, _):
        assert await survey.sizes({7, 10, 11}) == {10}, "one without a checksum proves nothing"
        found = await survey.with_contents({(500, TWO), (10, TWO), (500, "ef" * 64)})
        assert {known: one.file.name for known, one in found.items()} == {(500, TWO): "file 3"}
