"""Looks at all files at once: what is there twice, what can be written to a list, what has this content.

On a thread and a connection of its own, so that neither listings nor the search wait for it.
"""

import asyncio
import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from fichier_gui.catalogue import schema
from fichier_gui.catalogue.read_only import ReadOnly
from fichier_gui.catalogue.tree import FolderTree
from fichier_gui.domain.errors import DiskFault
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.remote import RemoteFile

T = TypeVar("T")

Content = tuple[int, str]
"""Size and checksum."""


@dataclass(frozen=True, slots=True)
class PlacedFile:
    """A file and the folder it is in."""

    file: RemoteFile
    folder_id: FolderId
    path: str
    """Of the folder: ``/Films/2024``; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class Double:
    """One content that is there more than once: at least two files, the oldest first."""

    files: tuple[PlacedFile, ...]

    @property
    def spare(self) -> int:
        """Bytes of all copies but one."""
        return sum(one.file.size for one in self.files[1:])


@dataclass(frozen=True, slots=True)
class Doubles:
    """What is there more than once, the largest win first."""

    groups: tuple[Double, ...]
    count: int
    """Groups in all, also those that are not in ``groups``."""
    spare: int
    """Bytes that all of them could give back."""


class Survey:
    """Any call may raise ``DiskFault``."""

    def __init__(self, path: Path, tree: FolderTree) -> None:
        self._catalogue = ReadOnly(path)
        self._tree = tree
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="survey")

    async def doubles(self, most: int) -> Doubles:
        """Same size and same checksum, in the account itself: what others share costs it no space."""
        return await self._do(lambda db: self._doubles(db, most))

    async def hand_all(self, top: FolderId | None, take: Callable[[Iterator[PlacedFile]], T]) -> T:
        """What ``take`` makes, on the survey's thread, of the files below ``top`` (None: of all files)."""
        folders = None if top is None else self._below(top)
        return await self._do(lambda db: take(self._all(db, folders)))

    async def sizes(self, wanted: Collection[int]) -> frozenset[int]:
        """Those of these sizes that some file with a checksum has."""
        return await self._do(lambda db: _sizes(db, wanted))

    async def with_contents(self, wanted: Collection[Content]) -> dict[Content, PlacedFile]:
        """A file for each of these contents that is known."""
        return await self._do(lambda db: {content(one.file): one for one in self._of(db, wanted)})

    async def close(self) -> None:
        """Let go of the file."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._catalogue.close)
        self._thread.shutdown(wait=False)

    async def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        def act() -> T:
            try:
                connection = self._catalogue.connection()
            except (sqlite3.Error, OSError) as error:
                raise DiskFault(str(error), path=str(self._catalogue.path)) from error
            try:
                return work(connection)
            except sqlite3.Error as error:
                raise DiskFault(str(error), path=str(self._catalogue.path)) from error

        return await asyncio.get_running_loop().run_in_executor(self._thread, act)

    def _below(self, top: FolderId) -> list[FolderId]:
        found = [top]
        for folder in found:
            found += self._tree.below(folder)
        return found

    def _doubles(self, db: sqlite3.Connection, most: int) -> Doubles:
        groups = db.execute(_GROUPS).fetchall()
        found: dict[Content, list[PlacedFile]] = {
            (size, checksum.hex()): [] for size, checksum, _ in groups[:most]
        }
        for one in self._of(db, found):
            found[content(one.file)].append(one)
        spare = sum(size * (count - 1) for size, _, count in groups)
        return Doubles(tuple(Double(tuple(files)) for files in found.values()), len(groups), spare)

    def _all(self, db: sqlite3.Connection, folders: list[FolderId] | None) -> Iterator[PlacedFile]:
        within, values = ("", ()) if folders is None else (_WITHIN, (json.dumps(folders),))
        return self._placed(db.execute(f"{_FILES} {within} ORDER BY folder, name", values))

    def _of(self, db: sqlite3.Connection, wanted: Collection[Content]) -> Iterator[PlacedFile]:
        sought = json.dumps([(size, schema.digest(checksum)) for size, checksum in wanted])
        rows = db.execute(_OF_CONTENTS, (sought,))
        return (one for one in self._placed(rows) if content(one.file) in wanted)

    def _placed(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[PlacedFile]:
        paths: dict[FolderId, str] = {}
        for row in rows:
            folder = FolderId(row[0])
            if folder not in paths:
                paths[folder] = self._tree.path_of(folder) if folder >= 0 else ""
            yield PlacedFile(schema.file_of(row[1:]), folder, paths[folder])


def content(file: RemoteFile) -> Content:
    """What tells that two files hold the same."""
    return file.size, file.checksum or ""


def _sizes(db: sqlite3.Connection, wanted: Collection[int]) -> frozenset[int]:
    rows = db.execute(
        "SELECT DISTINCT size FROM files WHERE digest IS NOT NULL"
        " AND size IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(wanted)),),
    )
    return frozenset(row[0] for row in rows)


_FILES: Final = f"SELECT folder, {schema.FILE_COLUMNS} FROM files"
_WITHIN: Final = "WHERE folder IN (SELECT value FROM json_each(?))"
_OWN: Final = "folder NOT IN (SELECT id FROM folders WHERE owner IS NOT NULL)"
_GROUPS: Final = f"""
SELECT size, checksum, count(*) FROM files
WHERE {schema.IS_DOUBLE} AND {_OWN}
GROUP BY size, checksum HAVING count(*) > 1 ORDER BY size * (count(*) - 1) DESC, checksum
"""
_OF_CONTENTS: Final = f"""
{_FILES} WHERE (size, digest) IN (
    SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)
)
AND digest IS NOT NULL AND {_OWN} ORDER BY added_at IS NULL, added_at, row
"""
