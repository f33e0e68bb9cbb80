"""Copies of the journal beside it, for the day on which its file is damaged.

    rows changed -> SQLite's own backup, on a thread and a connection of its own -> checked -> fsync -> rename
    damaged -> put aside -> newest sound copy -> [rows: may have gone on since] -> fsync -> rename -> opened

What a copy says may be behind what happened. An upload that it shows as not done is therefore marked: its
folder is looked at before anything is sent (``upload.Upload``).
"""

import contextlib
import errno
import shutil
import sqlite3
from pathlib import Path
from typing import Final

from fichier_gui.domain.errors import JournalDamaged
from fichier_gui.transfers.columns import loaded_text
from fichier_gui.transfers.disk_faults import disk_faults
from fichier_gui.transfers.journal_backup import drop, folder_of, plain, publish, scratch_file
from fichier_gui.transfers.journal_file import journal_fault, unsound, wal_of
from fichier_gui.transfers.schema import VERSION, upgrade
from fichier_gui.transfers.segments import SEGMENTED_FROM

KEPT: Final = 5
"""So many copies, newest last."""
COPY_EVERY: Final = 180.0
"""Seconds between two copies, at least."""

SETTLES_IN: Final = 120.0
"""Seconds in which the service takes a whole body into its folder."""

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})


def copies_of(path: Path) -> list[Path]:
    """Newest first: they are numbered, for the system's clock may be set back. Raises ``OSError``."""
    folder = folder_of(path)
    found = folder.glob("copy-*.db") if folder.is_dir() else ()
    return sorted((each for each in found if each.stem[5:].isdigit()), key=_number, reverse=True)


def newest_copy_time(path: Path) -> float | None:
    """When the newest copy was made, seconds since 1970. Raises ``DiskProblem`` leaves."""
    with disk_faults(path):
        copies = copies_of(path)
        return copies[0].stat().st_mtime if copies else None


def settled_at(path: Path, now: float) -> float:
    """When the service will show all that was sent while the journal at ``path`` was written, at the latest.

    Ask before the file is opened. Raises ``DiskProblem`` leaves.
    """
    with disk_faults(path):
        last = max((each.stat().st_mtime for each in (path, wal_of(path)) if each.exists()), default=now)
    return min(max(now, last + SETTLES_IN), now + SETTLES_IN)


def make_copy(path: Path) -> None:
    """Copy the journal as it is now; the oldest copies go. Blocking; whoever writes to it is not held up.

    Raises ``JournalDamaged`` when the journal turns out to be damaged (its copies stay), ``DiskProblem``
    leaves.
    """
    folder = folder_of(path)
    with disk_faults(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        copies = copies_of(path)
        target = folder / f"copy-{_number(copies[0]) + 1 if copies else 1:06}.db"
        try:
            with scratch_file(folder) as scratch:
                _back_up(path, scratch)
                publish(scratch, target)
        except sqlite3.Error as error:
            raise journal_fault(error, path) from error
        for old in copies_of(path)[KEPT:]:
            old.unlink(missing_ok=True)


def recover(path: Path, kept: Path, settled_at: float) -> float | None:
    """Put the damaged journal aside as ``kept`` and the newest sound copy in its place.

    The time of that copy; None when there is none, then nothing is there. ``settled_at``: when the service
    will show all that was sent before. Blocking. Raises ``DiskProblem`` leaves.
    """
    folder = folder_of(path)
    with disk_faults(path):
        folder.mkdir(mode=0o700, exist_ok=True)
        with scratch_file(folder) as scratch:
            taken = next((c for c in _candidates(path) if _is_restored(c, scratch, settled_at)), None)
            taken_at = None if taken is None else taken.stat().st_mtime
            # The log after its file: a file that lacks its log could pass for a whole one.
            _move(path, kept)
            _move(wal_of(path), wal_of(kept))
            _move(Path(f"{path}-shm"), Path(f"{kept}-shm"))
            if taken is not None:
                publish(scratch, path)
    return taken_at


def _number(copy: Path) -> int:
    return int(copy.stem[5:])


def _back_up(path: Path, scratch: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as source, contextlib.closing(plain(scratch)) as target:
        # In one go: this reader holds up no writer, and a copy in steps begins anew whenever one writes.
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
        fault = unsound(target, "quick_check")
    if fault is not None:
        raise JournalDamaged(fault, path=str(path))


def _candidates(path: Path) -> list[Path]:
    """Copies, newest first, and the file itself: it is sound where only its log was damaged."""
    copies = copies_of(path)
    if not path.is_file():
        return copies
    is_newer = not copies or path.stat().st_mtime >= copies[0].stat().st_mtime
    return [path, *copies] if is_newer else [*copies, path]


def _is_restored(candidate: Path, scratch: Path, settled_at: float) -> bool:
    drop(scratch)
    try:
        shutil.copyfile(candidate, scratch)
        with contextlib.closing(plain(scratch)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if not 0 < version <= VERSION:
                return False
            if unsound(connection, "integrity_check") is not None:
                return False
            if version < VERSION:
                connection.executescript(upgrade(version))
            _mark(connection, settled_at)
    except sqlite3.Error as error:
        fault = journal_fault(error, scratch)
        if not isinstance(fault, JournalDamaged):
            raise fault from error
        return False
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise  # an older copy, or none, is no answer to that
        return False
    return True


def _mark(connection: sqlite3.Connection, settled_at: float) -> None:
    connection.execute("BEGIN")
    connection.execute(
        "UPDATE transfers SET body_sent = 1, node_host = NULL, node_id = NULL, node_at = ?,"
        " local_checksum = NULL WHERE direction = 'upload' AND state <> 'done' AND body_sent = 0",
        (settled_at,),
    )
    parts = connection.execute(
        "SELECT id, part_path FROM transfers WHERE direction = 'download' AND state <> 'done'"
        " AND verification = 'pending' AND part_path IS NOT NULL"
    ).fetchall()
    # Since the copy was made bytes may have come from several places: the length says nothing.
    connection.execute(
        "UPDATE transfers SET parts = '' WHERE direction = 'download' AND state <> 'done'"
        " AND parts IS NULL AND part_path IS NOT NULL AND (size = 0 OR size >= ?)",
        (SEGMENTED_FROM,),
    )
    # Without its part a download may be finished: like a new one it looks at what has its name.
    gone = [(row_id,) for row_id, part in parts if not Path(loaded_text(part)).exists()]
    connection.executemany("UPDATE transfers SET part_path = NULL, etag = NULL, done = 0 WHERE id = ?", gone)
    connection.execute("COMMIT")


def _move(source: Path, target: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        source.rename(target)
