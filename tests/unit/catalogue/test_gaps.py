"""What should be read next, the list of all files, and folders read through windows of dates."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.catalogue.gaps import Gap, GapKind
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.catalogue.windows import read_in_windows
from fichier_gui.domain.ids import ROOT, UNKNOWN_FOLDER, FileUrl, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile, RemoteFolder

FILMS = RemoteFolder(FolderId(7), "Films")
BOOKS = RemoteFolder(FolderId(8), "Books")
INNER = RemoteFolder(FolderId(9), "Inner")


def file(number: int, sent: float = 5.0) -> RemoteFile:
    return RemoteFile(FileUrl(f"https://1fichier.com/?{number:06d}"), f"file {number}", number, sent)


async def test_never_read_first_then_cut_then_old(tmp_path: Path) -> None:
    store = await CatalogueStore.open(tmp_path / "catalogue.db")
    try:
        assert await store.next_gap(ROOT, 100.0, ()) == Gap(ROOT, GapKind.NEVER_READ)
        await store.save(FolderListing(ROOT_FOLDER, (FILMS, BOOKS), (), 50.0))
        assert await store.next_gap(ROOT, 100.0, ()) == Gap(FILMS.id, GapKind.NEVER_READ)
        assert await store.next_gap(BOOKS.id, 100.0, ()) == Gap(BOOKS.id, GapKind.NEVER_READ), "shown now"
        await store.save(FolderListing(BOOKS, (INNER,), (), 60.0, is_complete=False))
        assert await store.next_gap(BOOKS.id, 100.0, ()) == Gap(INNER.id, GapKind.NEVER_READ), "in it"
        assert await store.next_gap(ROOT, 100.0, {FILMS.id, INNER.id}) == Gap(BOOKS.id, GapKind.CUT)
        left = {FILMS.id, INNER.id, BOOKS.id}
        assert await store.next_gap(ROOT, 100.0, left) == Gap(ROOT, GapKind.OLD)
        assert await store.next_gap(ROOT, 50.0, left) is None, "as old as that is not old"
    finally:
        await store.close()


async def test_the_list_of_all_files_moves_nothing_and_ends_what_is_gone(tmp_path: Path) -> None:
    store = await CatalogueStore.open(tmp_path / "catalogue.db")
    known, lost, gone = file(1), file(2), file(3)
    try:
        await store.save(FolderListing(ROOT_FOLDER, (FILMS,), (known,), 50.0))
        await store.fold_in([replace(known, name="renamed"), lost, gone], is_complete=True)
        root = await store.load(ROOT)
        assert root is not None
        assert [one.name for one in root.files] == ["renamed"]
        assert set(await store.files([lost.url, gone.url])) == {lost.url, gone.url}
        await store.fold_in([known], is_complete=False)
        assert set(await store.files([lost.url, gone.url])) == {lost.url, gone.url}, (
            "a cut list proves nothing"
        )
        await store.fold_in([known, lost], is_complete=True)
        assert set(await store.files([lost.url, gone.url])) == {lost.url}
        await store.save(FolderListing(FILMS, (), (lost,), 60.0))
        assert await store.remove_files([lost.url]) == (FILMS.id,), "it has gone to its folder"
        assert UNKNOWN_FOLDER not in store.tree.folded_names
    finally:
        await store.close()


async def test_a_cut_listing_takes_nothing_away(tmp_path: Path) -> None:
    store = await CatalogueStore.open(tmp_path / "catalogue.db")
    try:
        await store.save(FolderListing(ROOT_FOLDER, (), (file(1), file(2)), 50.0))
        kept = await store.save(FolderListing(ROOT_FOLDER, (), (file(3),), 60.0, is_complete=False))
        assert (len(kept.files), kept.is_complete, kept.fetched_at) == (3, False, 60.0)
        assert await store.load(ROOT) == kept
    finally:
        await store.close()


DATES = st.lists(st.integers(950_000_000, 950_000_400), max_size=120)


@given(DATES, st.integers(2, 20))
async def test_windows_hold_everything_or_say_so(dates: list[int], most: int) -> None:
    files = [file(number, float(date)) for number, date in enumerate(dates)]

    async def ask(since: float, until: float) -> tuple[RemoteFile, ...]:
        return tuple(one for one in files if since < (one.added_at or 0) < until)[:most]

    found = await read_in_windows(ask, files[:most], 960_000_000.0, most)
    if found.is_complete:
        assert {one.url for one in found.files} == {one.url for one in files}
    else:
        crowded = max(sum(abs(other - date) <= 3 for other in dates) for date in dates)
        assert crowded >= most, "only what was sent in one moment cannot be told apart"


async def test_windows_ask_little(tmp_path: Path) -> None:
    files = [file(number, 1_700_000_000.0 + number * 60) for number in range(20_000)]
    asked = 0

    async def ask(since: float, until: float) -> tuple[RemoteFile, ...]:
        nonlocal asked
        asked += 1
        return tuple(one for one in files if since < (one.added_at or 0) < until)[:5000]

    found = await read_in_windows(ask, files[:5000], 1_800_000_000.0)
    assert len(found.files) == 20_000
    assert found.is_complete
    assert asked <= 16
