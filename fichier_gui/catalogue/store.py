"""What is on the server as far as we know, on disk. A cache: whatever is wrong with it, it starts anew."""

import asyncio
import json
import logging
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Final, Self, TypeVar

from fichier_gui.catalogue import schema
from fichier_gui.catalogue.carrying_over import remove_catalogue
from fichier_gui.catalogue.coverage import Coverage
from fichier_gui.catalogue.gaps import Gap, fold_in, next_gap
from fichier_gui.catalogue.opening import connected
from fichier_gui.catalogue.tree import FolderTree
from fichier_gui.catalogue.writing import Writing, transaction
from fichier_gui.domain.errors import DiskFault
from fichier_gui.domain.ids import ROOT, UNKNOWN_FOLDER, FileUrl, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile, RemoteFolder

logger = logging.getLogger(__name__)

T = TypeVar("T")

_OWNER: Final = "account"
_BELOW: Final = """
WITH RECURSIVE below (id) AS (VALUES (?) UNION SELECT folders.id FROM folders JOIN below ON parent = below.id)
"""


class CatalogueStore:
    """SQLite on a thread of its own. Made by :meth:`open`; all coroutines run on the core's loop.

    Any call may raise ``DiskFault``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="catalogue")
        self._connection: sqlite3.Connection | None = None
        self._is_closed = False
        self.tree = FolderTree()
        """The known folders, in memory."""
        self._watched: FolderId | None = None
        self._seen: tuple[RemoteFile, ...] = ()
        """Of the watched folder, as it was read last."""

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open or make the catalogue. A damaged one is replaced. Raises ``DiskFault``."""
        store = cls(path)
        try:
            await store._do(lambda _: None)
            store._plant(*await store._do(_all_folders))
        except BaseException:
            await store.close()
            raise
        return store

    async def close(self) -> None:
        """Let go of the file. Idempotent."""
        if self._is_closed:
            return
        self._is_closed = True
        self._seen = ()
        await asyncio.get_running_loop().run_in_executor(self._thread, self._disconnect)
        self._thread.shutdown(wait=False)

    async def claim(self, account: str) -> bool:
        """Say whose account this is. What was known of another account is forgotten: False then."""
        kept = await self._do(lambda db: _claim(db, account))
        if not kept:
            self.tree.clear()
        return kept

    def watch(self, folder_id: FolderId) -> None:
        """People look at this folder: what does not change in it is the same object when it is read again.

        So the window soon finds the three of 100,000 files that changed, and need not drop all of them.
        """
        if folder_id != self._watched:
            self._watched, self._seen = folder_id, ()

    async def load(self, folder_id: FolderId) -> FolderListing | None:
        """The folder as last listed, with our own changes since; None when it never was."""
        if folder_id != self._watched:
            return await self._do(lambda db: _load(db, folder_id))
        seen = self._seen
        listing = await self._do(lambda db: _load(db, folder_id, seen))
        if listing is not None and folder_id == self._watched:
            self._seen = listing.files
        return listing

    async def save(self, listing: FolderListing) -> FolderListing:
        """Keep a listing, in one transaction; returns it as kept: with a name that the service left out, and
        with what is known beyond the point where it was cut.
        """
        known = self.tree.get(listing.folder.id)
        parent = self.tree.parent(listing.folder.id)
        listing = self._with_known_rights(_with_known_name(listing, known))
        seen = self._seen if listing.is_complete and listing.folder.id == self._watched else ()
        kept, gone = await self._do(lambda db: _save(db, listing, parent, seen))
        if kept.is_complete and kept.folder.id == self._watched:
            self._seen = kept.files
        self._note(kept)
        for folder_id in gone:
            self.tree.remove(folder_id)
        return kept if kept.is_complete else await self.load(kept.folder.id) or kept

    def _with_known_rights(self, listing: FolderListing) -> FolderListing:
        """The root's list does not say what may be done in a folder of somebody else; its own list did."""
        if listing.folder.id != ROOT or all(folder.owner is None for folder in listing.folders):
            return listing
        return replace(listing, folders=tuple(map(self._with_rights, listing.folders)))

    def _with_rights(self, folder: RemoteFolder) -> RemoteFolder:
        known = self.tree.get(folder.id)
        if known is None or folder.owner is None or known.owner != folder.owner or folder.hides_links:
            return folder
        return replace(folder, can_write=known.can_write, hides_links=known.hides_links)

    async def save_all(self, listings: Sequence[FolderListing]) -> None:
        """Keep many listings, in one transaction: outer folders before inner ones."""
        kept = [
            self._with_known_rights(_with_known_name(listing, self.tree.get(listing.folder.id)))
            for listing in listings
        ]
        for listing in kept:
            self._note(listing)
        parents = [self.tree.parent(listing.folder.id) for listing in kept]
        for folder_id in await self._do(lambda db: _save_all(db, kept, parents)):
            self.tree.remove(folder_id)

    async def coverage(self) -> Coverage:
        """How much is known."""
        listed, oldest = await self._do(lambda db: db.execute(schema.LISTED).fetchone())
        return Coverage(listed, len(self.tree.folded_names) + 1, oldest)

    async def next_gap(self, near: FolderId, read_before: float, without: Collection[FolderId]) -> Gap | None:
        """The folder that should be read next: see :func:`fichier_gui.catalogue.gaps.next_gap`."""
        return await self._do(lambda db: next_gap(db, near, read_before, without))

    async def fold_in(self, files: Sequence[RemoteFile], *, is_complete: bool) -> None:
        """Take in the list of all files: see :func:`fichier_gui.catalogue.gaps.fold_in`."""

        def work(db: sqlite3.Connection) -> None:
            with transaction(db) as writing:
                fold_in(writing, files, is_complete=is_complete)

        await self._do(work)

    async def files(self, urls: Collection[FileUrl]) -> dict[FileUrl, RemoteFile]:
        """Those of these links that are known."""
        return await self._do(lambda db: _files(db, urls))

    async def place(self, url: FileUrl) -> tuple[FolderId, RemoteFile] | None:
        """The folder that a file was last seen in, and the file."""
        return await self._do(lambda db: _place(db, url))

    async def put_file(self, folder_id: FolderId, file: RemoteFile) -> None:
        """A file is in the folder now, and nowhere else."""
        await self._do(lambda db: _put_files(db, folder_id, (file,)))

    async def put_files(self, folder_id: FolderId, files: Sequence[RemoteFile]) -> tuple[FolderId, ...]:
        """These files are in the folder now, and nowhere else. Returns the folders that lost some."""
        return await self._do(lambda db: _move_files(db, folder_id, files))

    async def remove_files(self, urls: Collection[FileUrl]) -> tuple[FolderId, ...]:
        """These files are gone. Returns the folders they were in."""
        return await self._do(lambda db: _remove_files(db, urls))

    async def put_folder(self, parent: FolderId, folder: RemoteFolder) -> None:
        """A folder is in ``parent`` now, under its present name."""
        await self._do(lambda db: _write(db, schema.PUT_FOLDER, schema.folder_row(parent, folder)))
        self.tree.put(parent, folder)

    async def remove_folder(self, folder_id: FolderId) -> None:
        """A folder is gone with all that was in it."""
        await self._do(lambda db: _remove_folders(db, (folder_id,)))
        self.tree.remove(folder_id)

    async def clear(self) -> None:
        """Forget everything."""
        self._seen = ()
        await self._do(_clear)
        self.tree.clear()

    def _note(self, listing: FolderListing) -> None:
        self.tree.put(self.tree.parent(listing.folder.id), listing.folder)
        for folder in listing.folders:
            self.tree.put(listing.folder.id, folder)
        self.tree.listed(listing.folder.id, is_complete=listing.is_complete)

    def _plant(self, folders: list[tuple[FolderId | None, RemoteFolder]], listed: Iterable[FolderId]) -> None:
        self.tree.clear()
        for parent, folder in folders:
            self.tree.put(parent, folder)
        for folder_id in listed:
            self.tree.listed(folder_id, is_complete=True)

    async def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run ``work`` on the store's thread. A damaged file is replaced and ``work`` done on the new one."""
        loop = asyncio.get_running_loop()
        try:
            try:
                return await loop.run_in_executor(self._thread, self._run, work)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError as error:
                logger.warning("the catalogue is not usable and starts anew: %s", error)
                self.tree.clear()
                return await loop.run_in_executor(self._thread, self._run_on_new_file, work)
        except (sqlite3.Error, OSError) as error:
            raise DiskFault(str(error), path=str(self._path)) from error

    def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        if self._connection is None:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._connection = connected(self._path)
        return work(self._connection)

    def _run_on_new_file(self, work: Callable[[sqlite3.Connection], T]) -> T:
        self._disconnect()
        remove_catalogue(self._path)
        return self._run(work)

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _with_known_name(listing: FolderListing, known: RemoteFolder | None) -> FolderListing:
    if listing.folder.name or known is None or not known.name:
        return listing
    return replace(listing, folder=replace(listing.folder, name=known.name))


def _all_folders(
    db: sqlite3.Connection,
) -> tuple[list[tuple[FolderId | None, RemoteFolder]], list[FolderId]]:
    """With their parents; and those that were read to their end."""
    rows = db.execute(f"SELECT parent, {schema.FOLDER_COLUMNS} FROM folders")
    folders = [(row[0], schema.folder_of(row[1:])) for row in rows]
    return folders, [row[0] for row in db.execute("SELECT folder FROM listings WHERE is_complete")]


def _load(
    db: sqlite3.Connection, folder_id: FolderId, seen: Sequence[RemoteFile] = ()
) -> FolderListing | None:
    listed = db.execute(
        "SELECT fetched_at, is_complete FROM listings WHERE folder = ?", (folder_id,)
    ).fetchone()
    if listed is None:
        return None
    own = db.execute(f"SELECT {schema.FOLDER_COLUMNS} FROM folders WHERE id = ?", (folder_id,)).fetchone()
    folders = db.execute(
        f"SELECT {schema.FOLDER_COLUMNS} FROM folders WHERE parent = ? ORDER BY id", (folder_id,)
    )
    files = db.execute(f"SELECT {schema.FILE_COLUMNS} FROM files WHERE folder = ? ORDER BY row", (folder_id,))
    return FolderListing(
        folder=schema.folder_of(own) if own else ROOT_FOLDER,
        folders=tuple(map(schema.folder_of, folders)),
        files=tuple(_as_seen(map(schema.file_of, files), seen)),
        fetched_at=listed[0],
        is_complete=bool(listed[1]),
    )


def _as_seen(files: Iterable[RemoteFile], seen: Sequence[RemoteFile]) -> Iterable[RemoteFile]:
    """Files that equal one of ``seen`` are that one."""
    if not seen:
        return files
    before = {file.url: file for file in seen}
    pairs = ((file, before.get(file.url)) for file in files)
    return (file if known is None or known != file else known for file, known in pairs)


def _save(
    db: sqlite3.Connection, listing: FolderListing, parent: FolderId | None, seen: Sequence[RemoteFile]
) -> tuple[FolderListing, list[FolderId]]:
    """Returns it with those of its files that were seen, and the folders that are gone."""
    kept = replace(listing, files=tuple(_as_seen(listing.files, seen)))
    return kept, _save_all(db, (kept,), (parent,))


def _save_all(
    db: sqlite3.Connection, listings: Sequence[FolderListing], parents: Sequence[FolderId | None]
) -> list[FolderId]:
    with transaction(db) as writing:
        return [one for pair in zip(listings, parents, strict=True) for one in _put_listing(writing, *pair)]


def _put_listing(writing: Writing, listing: FolderListing, parent: FolderId | None) -> list[FolderId]:
    own, db = listing.folder.id, writing.db
    there = {folder.id for folder in listing.folders}
    before = [row[0] for row in db.execute("SELECT id FROM folders WHERE parent = ?", (own,))]
    # A list that was cut proves nothing about what it does not hold.
    gone = [FolderId(i) for i in before if i not in there] if listing.is_complete else []
    _delete_folders(writing, gone)
    db.execute(schema.PUT_FOLDER, schema.folder_row(parent, listing.folder))
    db.executemany(schema.PUT_FOLDER, [schema.folder_row(own, folder) for folder in listing.folders])
    _replace_files(writing, own, listing.files, is_complete=listing.is_complete)
    db.execute(
        "INSERT OR REPLACE INTO listings (folder, fetched_at, is_complete) VALUES (?,?,?)",
        (own, listing.fetched_at, listing.is_complete),
    )
    return gone


def _files(db: sqlite3.Connection, urls: Collection[FileUrl]) -> dict[FileUrl, RemoteFile]:
    found = db.execute(
        f"SELECT {schema.FILE_COLUMNS} FROM files WHERE {schema.HAS_LINKS}", (json.dumps(list(urls)),)
    )
    return {file.url: file for file in map(schema.file_of, found)}


def _place(db: sqlite3.Connection, url: FileUrl) -> tuple[FolderId, RemoteFile] | None:
    row = db.execute(
        f"SELECT folder, {schema.FILE_COLUMNS} FROM files WHERE {schema.HAS_LINK} AND folder <> ?2",
        (url, UNKNOWN_FOLDER),
    ).fetchone()
    return (FolderId(row[0]), schema.file_of(row[1:])) if row is not None else None


def _put_files(db: sqlite3.Connection, folder_id: FolderId, files: Sequence[RemoteFile]) -> None:
    with transaction(db) as writing:
        writing.insert(folder_id, files)


def _replace_files(
    writing: Writing, folder_id: FolderId, files: Sequence[RemoteFile], *, is_complete: bool
) -> None:
    """A folder that is listed again is mostly the same: only what differs is written and indexed anew."""
    known = writing.db.execute(f"SELECT row, {schema.FILE_COLUMNS} FROM files WHERE folder = ?", (folder_id,))
    before: dict[RemoteFile, list[int]] = {}
    for row in known:
        before.setdefault(schema.file_of(row[1:]), []).append(row[0])
    new = [file for file in files if not (before.get(file) and before[file].pop())] if before else files
    if is_complete:
        writing.delete_rows([row for rows in before.values() for row in rows])
    writing.insert(folder_id, new)


def _remove_files(db: sqlite3.Connection, urls: Collection[FileUrl]) -> tuple[FolderId, ...]:
    with transaction(db) as writing:
        return tuple(writing.delete_links(urls))


def _move_files(
    db: sqlite3.Connection, folder_id: FolderId, files: Sequence[RemoteFile]
) -> tuple[FolderId, ...]:
    with transaction(db) as writing:
        before = writing.delete_links([file.url for file in files])
        writing.insert(folder_id, files)
    return tuple(folder for folder in before if folder != folder_id)


def _remove_folders(db: sqlite3.Connection, folder_ids: Iterable[FolderId]) -> None:
    with transaction(db) as writing:
        _delete_folders(writing, folder_ids)


def _delete_folders(writing: Writing, folder_ids: Iterable[FolderId]) -> None:
    db = writing.db
    for folder_id in folder_ids:
        below = [row for row in db.execute(f"{_BELOW} SELECT id FROM below", (folder_id,)).fetchall()]
        for row in below:
            writing.delete("folder = ?", *row)
        db.executemany("DELETE FROM listings WHERE folder = ?", below)
        db.executemany("DELETE FROM folders WHERE id = ?", below)


def _claim(db: sqlite3.Connection, account: str) -> bool:
    with transaction(db) as writing:
        row = db.execute("SELECT value FROM facts WHERE name = ?", (_OWNER,)).fetchone()
        if row is not None and row[0] != account:
            _delete_all(writing)
        db.execute("INSERT OR REPLACE INTO facts (name, value) VALUES (?,?)", (_OWNER, account))
    return row is None or row[0] == account


def _clear(db: sqlite3.Connection) -> None:
    with transaction(db) as writing:
        _delete_all(writing)


def _delete_all(writing: Writing) -> None:
    writing.delete_all()
    for table in ("facts", "folders", "listings"):
        writing.db.execute(f"DELETE FROM {table}")


def _write(db: sqlite3.Connection, statement: str, values: tuple[schema.Value, ...]) -> None:
    with transaction(db):
        db.execute(statement, values)
