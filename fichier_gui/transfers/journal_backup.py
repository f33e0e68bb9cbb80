"""Files beside the journal: how one is written whole, and the journal of an earlier version."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from fichier_gui.transfers.disk_faults import disk_faults
from fichier_gui.transfers.part_file import sync_folder


def folder_of(path: Path) -> Path:
    """Where the copies of the journal at ``path`` are."""
    return path.with_name(f"{path.stem}-copies")


def plain(path: Path) -> sqlite3.Connection:
    """A connection to a file that is not in its place yet."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous=OFF")  # the finished file is synced as a whole
    return connection


def publish(scratch: Path, target: Path) -> None:
    """Put a finished file in its place."""
    with scratch.open("rb+") as file:
        os.fsync(file.fileno())
    scratch.replace(target)
    sync_folder(target.parent)


@contextlib.contextmanager
def scratch_file(folder: Path) -> Iterator[Path]:
    """A file that nobody takes for a copy, and that is gone afterwards."""
    scratch = folder / "unfinished.tmp"
    drop(scratch)
    try:
        yield scratch
    finally:
        drop(scratch)


def drop(scratch: Path) -> None:
    """Take a file away, with what SQLite has put beside it."""
    for companion in ("", "-wal", "-shm", "-journal"):
        Path(f"{scratch}{companion}").unlink(missing_ok=True)


def keep_earlier(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Keep the journal of an earlier version as it is, before it is brought up to date.

    It stays until the next such change, for whoever goes back to the version that wrote it. Raises
    ``sqlite3.Error``, ``DiskProblem`` leaves.
    """
    folder = folder_of(path)
    with disk_faults(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        target = folder / f"version-{version}.db"
        with scratch_file(folder) as scratch:
            with contextlib.closing(plain(scratch)) as copy:
                connection.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
            publish(scratch, target)
        for other in folder.glob("version-*.db"):
            if other != target:
                other.unlink(missing_ok=True)
