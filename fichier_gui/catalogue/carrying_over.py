"""What a catalogue of another version knows, in tables of this one: reading an account again takes hours.

The old file is only read, and stays in its place until the new one is whole. What a newer version wrote is
taken over as far as this one has a place for it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from fichier_gui.catalogue import schema
from fichier_gui.catalogue.writing import transaction
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.remote import RemoteFile

_AT_ONCE: Final = 20_000
"""Files in one transaction."""
_FOLDERS: Final = f"parent, {schema.FOLDER_COLUMNS}"
_PLAIN: Final = {
    "facts": "name, value",
    "folders": _FOLDERS,
    "listings": "folder, fetched_at, is_complete",
}
"""Tables that have been the same ever since."""
_COMPANIONS: Final = ("", "-wal", "-shm", "-journal")

Row = tuple[Any, ...]


def carry_over(path: Path) -> None:
    """Put a catalogue of today in the place of the one at ``path``, which nobody has open, with all it knows.

    Raises ``sqlite3.Error``, ``OSError`` and ``ValueError`` where that cannot be: then ``path`` is as it was.
    """
    scratch = path.with_name(f"{path.name}-new")
    remove_catalogue(scratch)
    try:
        with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(scratch)) as new:
            new.isolation_level = None
            new.execute("PRAGMA synchronous = OFF")  # it is nothing before it is in its place
            new.executescript(f"BEGIN; {schema.TABLES} COMMIT;")
            _copy(old, new)
        scratch.replace(path)
    finally:
        remove_catalogue(scratch)


def remove_catalogue(path: Path) -> None:
    """A catalogue's file, with what SQLite has put beside it. Raises ``OSError``."""
    for suffix in _COMPANIONS:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _copy(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    for table, columns in _PLAIN.items():
        kept = old.execute(f"SELECT {columns} FROM {table}")
        marks = ",".join("?" * len(columns.split(",")))
        with transaction(new) as writing:
            writing.db.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", kept)
    files = old.execute(f"SELECT folder, {schema.FILE_COLUMNS} FROM files ORDER BY row")
    while rows := files.fetchmany(_AT_ONCE):
        with transaction(new) as writing:
            for folder, group in _by_folder(rows):
                writing.insert(folder, group)


def _by_folder(rows: list[Row]) -> Iterator[tuple[FolderId, list[RemoteFile]]]:
    groups: dict[FolderId, list[RemoteFile]] = {}
    for row in rows:
        groups.setdefault(FolderId(row[0]), []).append(_file_of(row[1:]))
    yield from groups.items()


def _file_of(row: Row) -> RemoteFile:
    """Until version 3 checksums were text."""
    url, name, size, added_at, checksum, *rest = row
    digest = bytes.fromhex(checksum) if isinstance(checksum, str) else checksum
    return schema.file_of((url, name, size, added_at, digest, *rest))
