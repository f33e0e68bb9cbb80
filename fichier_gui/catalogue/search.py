"""Search over all that is known of the account, fast enough to follow typing.

A word may stand in the name or in the path. Names are found by an index of three letters at a time (SQLite's
FTS5), paths by the folders in memory; a file is found when each word is in one of the two. So a query becomes
one statement for each way to divide its words between name and path, of which nearly all are empty and left
out. Statements hand their rows out as they find them: the first ones are there at once, however many follow.
"""

import asyncio
import itertools
import json
import sqlite3
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final, TypeVar

from fichier_gui.catalogue import schema
from fichier_gui.catalogue.coverage import Coverage
from fichier_gui.catalogue.grams import Condition, matching
from fichier_gui.catalogue.read_only import ReadOnly
from fichier_gui.catalogue.tree import FolderTree
from fichier_gui.domain.errors import DiskFault
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.kinds import KIND_ORDER, FileKind
from fichier_gui.domain.query import Query, Term
from fichier_gui.domain.remote import RemoteFile, RemoteFolder

T = TypeVar("T")

_FEW: Final = 0.02
"""Of all folders: the files of so many are gone through sooner than all files with a frequent word."""
_MOST_DIVIDED: Final = 6
"""Words that may stand in the path; with more, the further ones must be in the name."""
_COLUMNS: Final = ", ".join(f"files.{name}" for name in schema.FILE_COLUMNS.split(", "))


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found, and the folder it is in."""

    entry: RemoteFile | RemoteFolder
    folder_id: FolderId


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, folders first; ``is_all``: there is no more."""

    rows: tuple[Hit, ...]
    is_all: bool
    coverage: Coverage
    """What was searched."""


class _Lead(StrEnum):
    """What leads to the files; the conditions are then looked at one file after the other."""

    # CROSS: the index hands rows out as it finds them, and is not asked for all of them first.
    NAME = "names CROSS JOIN files ON files.row = names.rowid"
    FOLDER = "files INDEXED BY files_by_folder"
    ANY = "files"


@dataclass(frozen=True, slots=True)
class _Statement:
    """Conditions on ``files`` that all hold, with their values."""

    conditions: tuple[Condition, ...]
    lead: _Lead

    @property
    def values(self) -> list[Any]:
        return [value for _, values in self.conditions for value in values]

    def sql(self, what: str) -> str:
        where = " AND ".join(condition for condition, _ in self.conditions) or "1"
        return f"SELECT {what} FROM {self.lead} WHERE {where}"


class Search:
    """Reads the catalogue on a thread and a connection of its own. Any call may raise ``DiskFault``."""

    def __init__(self, path: Path, tree: FolderTree) -> None:
        self._path = path
        self._tree = tree
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="search")
        self._catalogue = ReadOnly(path)
        self._newest: Callable[[], None] = lambda: None

    async def find(self, query: Query, limit: int) -> Hits:
        """At most ``limit`` hits. A search that begins ends the one before it: that is cancelled."""
        folders, statements = self._planned(query)
        rows = [Hit(self._folder(one), self._tree.parent(one) or ROOT) for one in folders[:limit]]
        room = limit + 1 - len(rows)
        files, (listed, oldest) = await self._do(
            lambda db: (
                list(itertools.islice(_rows(db, statements), room)),
                db.execute(schema.LISTED).fetchone(),
            )
        )
        coverage = Coverage(listed, len(self._tree.folded_names) + 1, oldest)
        found = [*rows, *(Hit(schema.file_of(row[2:]), FolderId(row[1])) for row in files)]
        return Hits(tuple(found[:limit]), len(folders) <= limit and len(found) <= limit, coverage)

    async def count(self, query: Query) -> int:
        """How many there are in all."""
        folders, statements = self._planned(query)
        return len(folders) + await self._do(lambda db: _count(db, statements))

    async def close(self) -> None:
        """Let go of the file."""
        self._newest()
        await asyncio.get_running_loop().run_in_executor(self._thread, self._catalogue.close)
        self._thread.shutdown(wait=False)

    def _planned(self, query: Query) -> tuple[list[FolderId], list[_Statement]]:
        places = Places(self._tree)
        return places.folders(query), list(_statements(query, places))

    def _folder(self, folder_id: FolderId) -> RemoteFolder:
        folder = self._tree.get(folder_id)
        assert folder is not None
        return folder

    async def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        self._newest()
        is_old = False

        def give_up() -> None:
            nonlocal is_old
            is_old = True

        def act() -> T:
            if is_old:
                raise sqlite3.OperationalError("interrupted")
            connection = self._catalogue.connection()
            connection.set_progress_handler(lambda: is_old, 10_000)
            return work(connection)

        self._newest = give_up
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, act)
        except (sqlite3.Error, OSError) as error:
            if is_old:
                raise asyncio.CancelledError from error
            raise DiskFault(str(error), path=str(self._path)) from error
        except asyncio.CancelledError:
            give_up()
            raise


class Places:
    """What a query says about folders, worked out in memory."""

    def __init__(self, tree: FolderTree) -> None:
        self._tree = tree
        self._names = tree.folded_names
        self._with_words: dict[str, frozenset[FolderId]] = {}

    def with_word(self, text: str) -> frozenset[FolderId]:
        """Folders whose path holds it."""
        if text not in self._with_words:
            self._with_words[text] = self._below(one for one, name in self._names.items() if text in name)
        return self._with_words[text]

    def inside(self, place: str) -> frozenset[FolderId]:
        """The folders at a folded path, or of a folded name, with all below."""
        if not place.startswith("/"):
            return self._below(one for one, name in self._names.items() if name == place)
        parts = place.strip("/").split("/")
        return self._below(
            one for one, name in self._names.items() if name == parts[-1] and self._path(one) == parts
        )

    def is_few(self, folders: frozenset[FolderId] | None) -> bool:
        """So few that their files are gone through one by one; None is every folder."""
        return folders is not None and len(folders) <= _FEW * len(self._names)

    def folders(self, query: Query) -> list[FolderId]:
        """The folders that are hits themselves: none where the query asks what only files have."""
        asks_files = query.endings or query.is_double or query.least is not None or query.most is not None
        if query.is_empty or asks_files or (query.kinds and FileKind.FOLDER not in query.kinds):
            return []
        found = set(self._names)
        for place in query.inside:
            found &= self.inside(place)
        wanted = [term for term in query.terms if not term.is_excluded]
        for term in query.terms:
            there = self._named(term) if term.is_pattern else self.with_word(term.text)
            found = found - there if term.is_excluded else found & there
        if wanted:
            # Of the folders below one of that name only those are hits that have a word of their own.
            found = {one for one in found if any(_matches(term, self._names[one]) for term in wanted)}
        return sorted((one for one in found if self._fits(one, query)), key=self._names.__getitem__)

    def _fits(self, one: FolderId, query: Query) -> bool:
        folder = self._tree.get(one)
        if folder is None or query.has_password not in (None, folder.has_password):
            return False
        if query.since is None and query.until is None:
            return True
        made = folder.created_at
        return made is not None and (query.since or made) <= made < (query.until or made + 1)

    def _named(self, term: Term) -> frozenset[FolderId]:
        return frozenset(one for one, name in self._names.items() if _matches(term, name))

    def _path(self, one: FolderId) -> list[str]:
        return [self._names[folder.id] for folder in self._tree.ancestry(one)[1:]]

    def _below(self, tops: Iterator[FolderId]) -> frozenset[FolderId]:
        found = set(tops)
        pending = list(found)
        while pending:
            new = [one for one in self._tree.below(pending.pop()) if one not in found]
            found.update(new)
            pending += new
        return frozenset(found)


def _matches(term: Term, name: str) -> bool:
    return fnmatchcase(name, _glob(term.text)) if term.is_pattern else term.text in name


def _glob(pattern: str) -> str:
    """``*`` and ``?`` are wild; a bracket is a bracket."""
    return pattern.replace("[", "[[]")


def _statements(query: Query, places: Places) -> Iterator[_Statement]:
    """All ways in which a file can be found, the fullest first: every word in the name."""
    if query.is_empty or query.kinds == {FileKind.FOLDER}:
        return
    others = _filters(query)
    inside: frozenset[FolderId] | None = None
    for place in query.inside:
        there = places.inside(place)
        inside = there if inside is None else inside & there
    for term in query.terms:
        if term.is_excluded:
            condition, values = _in_name(term)
            others.append((f"NOT ({condition})", values))
            if not term.is_pattern and (there := places.with_word(term.text)):
                others.append(("folder NOT IN (SELECT value FROM json_each(?))", (_json(there),)))
    wanted = [term for term in query.terms if not term.is_excluded]
    endings: frozenset[str] = frozenset() if query.kinds else query.endings
    for in_name, folders in _divided(wanted, places, inside):
        conditions = [*map(_in_name, in_name), *others]
        if folders is not None:
            conditions.insert(0, ("folder IN (SELECT value FROM json_each(?))", (_json(folders),)))
        is_few = places.is_few(folders)
        match = None if is_few else matching(in_name, endings)
        lead = _Lead.FOLDER if is_few else _Lead.NAME if match else _Lead.ANY
        yield _Statement((*([match] if match else ()), *conditions), lead)


def _divided(
    terms: list[Term], places: Places, inside: frozenset[FolderId] | None
) -> Iterator[tuple[list[Term], frozenset[FolderId] | None]]:
    """Words for the name, and the folders whose paths hold the others (None: any folder)."""
    if inside is None or inside:
        yield terms, inside
    movable = [term for term in terms if not term.is_pattern][:_MOST_DIVIDED]
    paths = {term: there for term in movable if (there := places.with_word(term.text))}
    for count in range(1, len(paths) + 1):
        for chosen in itertools.combinations(paths, count):
            folders = frozenset.intersection(*(paths[term] for term in chosen))
            if inside is not None:
                folders &= inside
            if folders:
                yield [term for term in terms if term not in chosen], folders


def _in_name(term: Term) -> Condition:
    if term.is_pattern:
        return "files.folded GLOB ?", (_glob(term.text),)
    return "instr(files.folded, ?)", (term.text,)


def _json(folders: Collection[FolderId]) -> str:
    return json.dumps(sorted(folders))


def _filters(query: Query) -> list[Condition]:
    """What has nothing to do with words."""
    wanted = (
        ("size >= ?", query.least),
        ("size <= ?", query.most),
        ("added_at >= ?", query.since),
        ("added_at < ?", query.until),
        ("has_password = ?", query.has_password),
    )
    conditions: list[Condition] = [(text, (value,)) for text, value in wanted if value is not None]
    sorts = ["kind = ?" for _ in query.kinds] + ["files.folded GLOB ?" for _ in query.endings]
    if sorts:
        kinds = (KIND_ORDER[kind] for kind in query.kinds)
        conditions.append((f"({' OR '.join(sorts)})", (*kinds, *(f"*.{one}" for one in query.endings))))
    if query.is_double is not None:
        conditions.append((schema.IS_DOUBLE if query.is_double else f"NOT ({schema.IS_DOUBLE})", ()))
    return conditions


def _rows(db: sqlite3.Connection, statements: list[_Statement]) -> Iterator[tuple[Any, ...]]:
    """Row number, folder, columns: each file once."""
    seen: set[int] = set()
    for statement in statements:
        for row in db.execute(statement.sql(f"files.row, files.folder, {_COLUMNS}"), statement.values):
            if row[0] not in seen:
                seen.add(row[0])
                yield row


def _count(db: sqlite3.Connection, statements: list[_Statement]) -> int:
    if not statements:
        return 0
    parts = " UNION ".join(statement.sql("files.row") for statement in statements)
    values = [value for statement in statements for value in statement.values]
    return int(db.execute(f"SELECT count(*) FROM ({parts})", values).fetchone()[0])
