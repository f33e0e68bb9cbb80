"""Opening the journal's file: is it one, is it ours, is it sound?"""

import shutil
import sqlite3
from enum import StrEnum
from pathlib import Path
from typing import Final

from fichier_gui.domain.errors import AppError, DiskDenied, DiskFault, DiskFull, JournalDamaged, JournalNewer
from fichier_gui.domain.names import folded
from fichier_gui.domain.transfers import ConflictRule, Direction, State, Verification
from fichier_gui.transfers.disk_faults import disk_faults
from fichier_gui.transfers.journal_backup import keep_earlier
from fichier_gui.transfers.schema import TABLES, VERSION, upgrade
from fichier_gui.transfers.wal import WalLook, look_at_wal

Connection = sqlite3.Connection

_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_DENIED: Final = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH})


def journal_fault(error: sqlite3.Error, path: Path) -> AppError:
    """Our leaf for an error of SQLite."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    detail = f"{type(error).__name__}: {error}"
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(detail, path=str(path))
    if code in _DENIED:
        return DiskDenied(detail, path=str(path))
    if code in _DAMAGED or (not code and isinstance(error, sqlite3.DatabaseError)):
        return JournalDamaged(detail, path=str(path))
    return DiskFault(detail, path=str(path))


def wal_of(path: Path) -> Path:
    """The write-ahead log of the database at ``path``."""
    return Path(f"{path}-wal")


def connected(path: Path, kept: Path, *, is_new: bool) -> Connection:
    """An open, sound journal; where there is none, one is made if ``is_new`` allows it.

    A damaged log is put aside beside ``kept`` before SQLite forgets it. Raises ``JournalDamaged``,
    ``JournalNewer``, ``DiskProblem`` leaves.
    """
    wal = look_at_wal(wal_of(path))
    if wal.is_garbled:
        raise JournalDamaged("the write-ahead log is none", path=str(path))
    try:
        connection = sqlite3.connect(path, isolation_level=None)
    except sqlite3.Error as error:
        raise journal_fault(error, path) from error
    try:
        _prepare(connection, path, is_new)
        _expect_all(connection, wal, path, kept)
    except sqlite3.Error as error:
        connection.close()
        raise journal_fault(error, path) from error
    except AppError:
        connection.close()
        raise
    return connection


def _prepare(connection: Connection, path: Path, is_new: bool) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise JournalNewer(f"version {version}, known {VERSION}", path=str(path))
    if version == 0 and not is_new:
        raise JournalDamaged("the file is empty, its copies are not", path=str(path))
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.create_function("folded", 1, _folded, deterministic=True)
    if version == 0:
        connection.executescript(f"BEGIN; {TABLES} PRAGMA user_version={VERSION}; COMMIT;")
    elif version < VERSION:
        keep_earlier(connection, path, version)
        connection.executescript(upgrade(version))
    fault = unsound(connection, "quick_check")
    if fault is not None:
        raise JournalDamaged(fault, path=str(path))


def unsound(connection: Connection, check: str) -> str | None:
    """What is wrong with the file, or None. ``check``: the pragma that looks. Raises ``sqlite3.Error``."""
    verdict = connection.execute(f"PRAGMA {check}(1)").fetchone()[0]
    if verdict != "ok":
        return str(verdict)
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'transfers'").fetchone() is None:
        return "there is no table"
    # Bytes that were overwritten inside a cell leave its page in order.
    heads = f"state NOT IN ({_words(State)}) OR direction NOT IN ({_words(Direction)})"
    if connection.execute(f"SELECT 1 FROM tallies WHERE {heads}").fetchone() is not None:
        return "a tally says nothing"
    strange = connection.execute(
        f"SELECT id FROM transfers WHERE {heads}"
        f" OR verification NOT IN ({_words(Verification)}) OR conflict NOT IN ({_words(ConflictRule)})"
        " OR (error IS NOT NULL AND NOT json_valid(error)) LIMIT 1"
    ).fetchone()
    return None if strange is None else f"row {strange[0]} says nothing"


def _words(kind: type[StrEnum]) -> str:
    return ", ".join(f"'{word.value}'" for word in kind)


def _expect_all(connection: Connection, wal: WalLook, path: Path, kept: Path) -> None:
    """Every transaction of the log was found by SQLite, or the file is behind."""
    if not wal.last_commit:
        return
    _, found, _ = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    if found < wal.last_commit:
        with disk_faults(path):
            shutil.copyfile(wal_of(path), wal_of(kept))
        raise JournalDamaged(f"{found} of {wal.last_commit} frames of the log are sound", path=str(path))


def _folded(name: str | bytes) -> str:
    return folded(name if isinstance(name, str) else name.decode("utf-8", "replace"))
