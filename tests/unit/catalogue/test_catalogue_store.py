"""The catalogue on disk, with real files."""

import os
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from fichier_gui.catalogue import schema
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.domain.errors import DiskFault
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile, RemoteFolder

FILMS = RemoteFolder(
    FolderId(7), "Films", 12.5, True, "https://1fichier.com/dir/abc", "me@example.org", False, True
)
BOOKS = RemoteFolder(FolderId(8), "Books")
FILM = RemoteFile(
    FileUrl("https://1fichier.com/?a"), "film.mkv", 2**40, 33.0, "ab" * 64, "video/x", True, True
)
TWIN = RemoteFile(FileUrl("https://1fichier.com/?b"), "film.mkv", 5)
LISTING = FolderListing(ROOT_FOLDER, (FILMS, BOOKS), (FILM, TWIN), 1000.0)
INSIDE = FolderListing(FILMS, (RemoteFolder(FolderId(9), "2024"),), (), 1001.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "catalogue.db"


async def test_what_was_saved_survives_a_restart(path: Path) -> None:
    store = await CatalogueStore.open(path)
    assert await store.load(ROOT) is None
    await store.save(LISTING)
    await store.save(INSIDE)
    await store.close()

    store = await CatalogueStore.open(path)
    assert await store.load(ROOT) == LISTING
    assert await store.load(FolderId(7)) == INSIDE
    assert await store.load(FolderId(9)) is None
    assert store.tree.path_of(FolderId(9)) == "/Films/2024"
    await store.close()
    await store.close()


async def test_which_folders_hold_no_others_is_known_after_a_restart(path: Path) -> None:
    store = await CatalogueStore.open(path)
    year, more = FolderId(9), RemoteFolder(FolderId(10), "Extras")
    await store.save(LISTING)
    await store.save(INSIDE)
    assert not any(map(store.tree.is_leaf, (ROOT, FILMS.id, BOOKS.id, year))), "nobody has looked into these"
    await store.save(FolderListing(BOOKS, (), (FILM,), 1002.0))
    await store.save(FolderListing(INSIDE.folders[0], (), (TWIN,), 1003.0, is_complete=False))
    for _ in range(2):
        assert [store.tree.is_leaf(one) for one in (ROOT, FILMS.id, BOOKS.id, year)] == [
            False,
            False,
            True,
            False,
        ]
        await store.close()
        store = await CatalogueStore.open(path)
    await store.put_folder(BOOKS.id, more)
    assert not store.tree.is_leaf(BOOKS.id)
    await store.remove_folder(more.id)
    assert store.tree.is_leaf(BOOKS.id)
    await store.remove_folder(BOOKS.id)
    await store.put_folder(ROOT, BOOKS)
    assert not store.tree.is_leaf(BOOKS.id), "it may be another one"
    await store.save_all([FolderListing(BOOKS, (), (), 1004.0)])
    assert store.tree.is_leaf(BOOKS.id)
    await store.clear()
    assert not store.tree.is_leaf(BOOKS.id)
    await store.close()


async def test_a_new_listing_replaces_the_old_one_with_all_below(path: Path) -> None:
    store = await CatalogueStore.open(path)
    await store.save(LISTING)
    await store.save(INSIDE)
    await store.put_file(FolderId(9), RemoteFile(FileUrl("u"), "deep", 1))
    smaller = replace(LISTING, folders=(BOOKS,), files=(TWIN,), fetched_at=2000.0)
    await store.save(smaller)
    assert await store.load(ROOT) == smaller
    assert await store.load(FolderId(7)) is None
    assert store.tree.get(FolderId(9)) is None
    await store.close()
    assert sqlite_rows(path, "SELECT count(*) FROM files") == [(1,)]


async def test_the_root_does_not_take_back_what_a_shared_folder_said_of_itself(path: Path) -> None:
    shared = RemoteFolder(FolderId(21), "Album", owner="zoe@example.org")
    readers = replace(shared, can_write=False, hides_links=True)
    root = FolderListing(ROOT_FOLDER, (BOOKS, shared), (), 1000.0)
    store = await CatalogueStore.open(path)
    await store.save(root)
    await store.save(FolderListing(readers, (), (), 1001.0))
    assert (await store.save(replace(root, fetched_at=1002.0))).folders == (BOOKS, readers)
    assert store.tree.get(shared.id) == readers
    # Its own list is the one that may.
    await store.save(FolderListing(shared, (), (), 1003.0))
    assert (await store.save(replace(root, fetched_at=1004.0))).folders == (BOOKS, shared)
    await store.close()


async def test_a_cut_listing_proves_no_folder_gone(path: Path) -> None:
    store = await CatalogueStore.open(path)
    await store.save(LISTING)
    await store.save(replace(LISTING, folders=(BOOKS,), is_complete=False))
    loaded = await store.load(ROOT)
    assert loaded is not None
    assert not loaded.is_complete
    assert loaded.folders == (FILMS, BOOKS)
    await store.close()


async def test_local_changes(path: Path) -> None:
    store = await CatalogueStore.open(path)
    await store.save(LISTING)
    await store.save(INSIDE)
    new = RemoteFile(FileUrl("https://1fichier.com/?c"), "new.bin", 9)
    await store.put_file(ROOT, new)
    await store.put_file(FolderId(7), FILM)
    await store.put_folder(ROOT, replace(FILMS, name="Movies"))
    await store.put_folder(FolderId(7), replace(BOOKS, name="Library"))
    root = await store.load(ROOT)
    assert root is not None
    assert root.files == (TWIN, new)
    assert [f.name for f in root.folders] == ["Movies"]
    assert root.fetched_at == LISTING.fetched_at
    assert store.tree.path_of(FolderId(8)) == "/Movies/Library"

    assert set(await store.remove_files([FILM.url, new.url, FileUrl("unknown")])) == {ROOT, FolderId(7)}
    await store.remove_folder(FolderId(7))
    root = await store.load(ROOT)
    assert root is not None
    assert (root.folders, root.files) == ((), (TWIN,))
    assert store.tree.get(FolderId(8)) is None
    await store.close()


async def test_files_without_a_link_are_kept_apart(path: Path) -> None:
    hidden = tuple(RemoteFile(FileUrl(""), name, 1) for name in ("one", "two"))
    store = await CatalogueStore.open(path)
    await store.save(FolderListing(BOOKS, (), hidden, 1.0))
    await store.save(FolderListing(FILMS, (), hidden, 1.0))
    loaded = await store.load(BOOKS.id)
    assert loaded is not None
    assert loaded.files == hidden
    await store.close()


async def test_names_that_are_no_valid_text(path: Path) -> None:
    odd = RemoteFile(FileUrl("u"), os.fsdecode(b"caf\xe9"), 1)
    store = await CatalogueStore.open(path)
    await store.save(FolderListing(ROOT_FOLDER, (RemoteFolder(FolderId(4), "\udcff"),), (odd,), 1.0))
    await store.close()
    store = await CatalogueStore.open(path)
    loaded = await store.load(ROOT)
    assert loaded is not None
    assert loaded.files == (odd,)
    assert store.tree.path_of(FolderId(4)) == "/\udcff"
    await store.close()


async def test_a_listing_without_its_name_keeps_the_known_one(path: Path) -> None:
    store = await CatalogueStore.open(path)
    await store.save(LISTING)
    kept = await store.save(replace(INSIDE, folder=replace(FILMS, name="")))
    assert kept.folder.name == "Films"
    assert store.tree.path_of(FolderId(9)) == "/Films/2024"
    await store.close()


async def test_another_account_starts_anew(path: Path) -> None:
    store = await CatalogueStore.open(path)
    assert await store.claim("me@example.org")
    await store.save(LISTING)
    assert await store.claim("me@example.org")
    assert await store.load(ROOT) is not None
    assert not await store.claim("you@example.org")
    assert await store.load(ROOT) is None
    assert store.tree.children(ROOT) == []
    assert await store.claim("you@example.org")
    await store.save(LISTING)
    await store.clear()
    assert await store.load(ROOT) is None
    await store.close()


@pytest.mark.parametrize("damage", ["text", "cut", "newer", "older"])
async def test_a_damaged_catalogue_is_made_anew(path: Path, damage: str) -> None:
    store = await CatalogueStore.open(path)
    many = tuple(RemoteFile(FileUrl(f"u{n}"), f"file {n}", n) for n in range(2000))
    await store.save(replace(LISTING, files=many))
    await store.close()
    spoil(path, damage)

    store = await CatalogueStore.open(path)
    await store.load(ROOT)
    assert await store.save(LISTING) == LISTING
    assert await store.load(ROOT) == LISTING
    assert store.tree.path_of(FolderId(7)) == "/Films"
    await store.close()


async def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DiskFault) as caught:
        await CatalogueStore.open(tmp_path / "file" / "catalogue.db")
    assert str(tmp_path) in str(caught.value.facts["path"])


def spoil(path: Path, damage: str) -> None:
    if damage == "text":
        path.write_bytes(b"this is no database, however one reads it" * 100)
    elif damage == "cut":
        whole = path.read_bytes()
        path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    else:
        db = sqlite3.connect(path)
        db.execute(f"PRAGMA user_version = {99 if damage == 'newer' else schema.VERSION - 1}")
        db.close()


def sqlite_rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    db = sqlite3.connect(path)
    try:
        return db.execute(statement).fetchall()
    finally:
        db.close()


async def test_what_was_seen_is_looked_for_beside_the_loop(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For 100,000 files it takes 0.07 s, for which no socket may wait."""
    looked: list[threading.Thread] = []

    def as_seen(files: Iterable[RemoteFile], seen: Sequence[RemoteFile]) -> Iterable[RemoteFile]:
        looked.append(threading.current_thread())
        return files

    store = await CatalogueStore.open(path)
    store.watch(ROOT)
    monkeypatch.setattr("fichier_gui.catalogue.store._as_seen", as_seen)
    await store.save(LISTING)
    await store.load(ROOT)
    assert len(looked) == 2 and threading.current_thread() not in looked
    await store.close()


async def test_what_does_not_change_in_a_watched_folder_stays_the_same_object(path: Path) -> None:
    store = await CatalogueStore.open(path)
    await store.save(LISTING)
    store.watch(ROOT)
    before = await store.load(ROOT)
    await store.put_file(ROOT, RemoteFile(FileUrl("https://1fichier.com/?c"), "new.txt", 1))
    await store.put_files(ROOT, [replace(TWIN, name="renamed.mkv")])
    after = await store.load(ROOT)
    assert before is not None and after is not None
    assert [file.name for file in after.files] == ["film.mkv", "new.txt", "renamed.mkv"]
    assert after.files[0] is before.files[0]
    # The service's own answer, too.
    saved = await store.save(replace(after, files=tuple(map(replace, after.files)), fetched_at=2000.0))
    assert all(one is other for one, other in zip(saved.files, after.files, strict=True))

    store.watch(FILMS.id)  # nothing is kept of a folder that was left
    again = await store.load(ROOT)
    assert again is not None and again.files == after.files and again.files[0] is not after.files[0]
    await store.close()
