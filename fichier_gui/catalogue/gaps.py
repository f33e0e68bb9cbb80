"""What is not known yet or has become old, and files whose folder nobody has read: SQL on the catalogue."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from fichier_gui.catalogue import schema
from fichier_gui.catalogue.writing import Writing
from fichier_gui.domain.ids import ROOT, UNKNOWN_FOLDER, FolderId
from fichier_gui.domain.remote import RemoteFile


class GapKind(Enum):
    """Why a folder should be read."""

    NEVER_READ = auto()
    CUT = auto()
    """The service showed only the beginning of it."""
    OLD = auto()


@dataclass(frozen=True, slots=True)
class Gap:
    """A folder that should be read."""

    folder_id: FolderId
    kind: GapKind


def next_gap(
    db: sqlite3.Connection, near: FolderId, read_before: float, without: Collection[FolderId]
) -> Gap | None:
    """The most useful folder to read: never read (those in ``near`` first), then cut, then the oldest.

    ``read_before``: what was read earlier is old. ``without``: folders that are left alone.
    """
    left = json.dumps(sorted(without))
    if db.execute("SELECT 1 FROM listings WHERE folder = ?", (ROOT,)).fetchone() is None:
        return None if ROOT in without else Gap(ROOT, GapKind.NEVER_READ)
    for kind, statement, values in (
        (
            GapKind.NEVER_READ,
            "SELECT id FROM folders WHERE id NOT IN (SELECT folder FROM listings) AND id NOT IN "
            "(SELECT value FROM json_each(?)) ORDER BY id = ? DESC, parent = ? DESC, parent, id LIMIT 1",
            (left, near, near),
        ),
        (
            GapKind.CUT,
            "SELECT folder FROM listings WHERE NOT is_complete AND folder NOT IN "
            "(SELECT value FROM json_each(?)) ORDER BY fetched_at LIMIT 1",
            (left,),
        ),
        (
            GapKind.OLD,
            "SELECT folder FROM listings WHERE folder NOT IN (SELECT value FROM json_each(?)) "
            "AND fetched_at < ? ORDER BY fetched_at LIMIT 1",
            (left, read_before),
        ),
    ):
        if (row := db.execute(statement, values).fetchone()) is not None:
            return Gap(FolderId(row[0]), kind)
    return None


def fold_in(writing: Writing, files: Sequence[RemoteFile], *, is_complete: bool) -> None:
    """Take in the list of all files, which does not say where they are.

    A file that is known keeps its folder and gets its new facts; another one waits without a folder until
    that is read. Of those that wait, a complete list ends the ones that it does not hold.
    """
    changed: dict[FolderId, list[RemoteFile]] = {}
    for file in files:
        row = writing.db.execute(_KNOWN, (file.url,)).fetchone() if file.url else None
        if row is None or replace(schema.file_of(row[1:]), mime=file.mime) != file:
            changed.setdefault(UNKNOWN_FOLDER if row is None else FolderId(row[0]), []).append(file)
    for folder, new in changed.items():
        writing.insert(folder, new)
    if is_complete:
        there = json.dumps([file.url for file in files])
        writing.delete("folder = ? AND url NOT IN (SELECT value FROM json_each(?))", UNKNOWN_FOLDER, there)


_KNOWN: Final = f"SELECT folder, {schema.FILE_COLUMNS} FROM files WHERE {schema.HAS_LINK}"
