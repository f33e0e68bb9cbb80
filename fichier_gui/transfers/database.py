"""The journal's thread, and transactions.

Work that waits together is committed together: while one commit is on its way to the disk the next ones
queue up and share a single one. Nobody is told before the commit is done.
"""

import contextlib
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Generic, TypeVar

from fichier_gui.domain.errors import AppError, JournalDamaged
from fichier_gui.transfers import journal_copies
from fichier_gui.transfers.disk_faults import disk_faults
from fichier_gui.transfers.journal_file import connected, journal_fault
from fichier_gui.transfers.threads import Outcome

Connection = sqlite3.Connection
T = TypeVar("T")


def _nothing() -> None:
    """Of a step that did not come to its end."""


class _Step(Generic[T]):
    """One piece of work with the future that its asker waits for."""

    def __init__(self, work: Callable[[Connection], T], durable: bool) -> None:
        self.work = work
        self.durable = durable
        self.error: BaseException | None = None
        self.future: Future[T] = Future()
        # From here on an asker who gives up cannot cancel it: the transaction it is part of goes on.
        self.future.set_running_or_notify_cancel()
        self._tell: Callable[[], None] = _nothing

    def run(self, connection: Connection) -> None:
        connection.execute("SAVEPOINT step")
        outcome = Outcome()
        with outcome:
            result = self.work(connection)
            self._tell = lambda: self.future.set_result(result)
        self.error = outcome.error
        if self.error is not None and connection.in_transaction:
            connection.execute("ROLLBACK TO step")
        if connection.in_transaction:
            connection.execute("RELEASE step")

    def tell(self, path: Path) -> None:
        # It holds this step, and with that the work and its result, which may be of 100,000 rows.
        tell, self._tell = self._tell, _nothing
        if self.error is None:
            tell()
        elif isinstance(self.error, sqlite3.Error):
            self.future.set_exception(journal_fault(self.error, path))
        else:
            self.future.set_exception(self.error)


class Database:
    """One SQLite file on its own thread. ``submit`` may be called from any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._copier = ThreadPoolExecutor(1, thread_name_prefix="journal copies")
        self._lock = threading.Lock()
        self._waiting: list[_Step[Any]] = []
        self._is_draining = False
        self._closing: Future[None] | None = None
        self._connection: Connection | None = None
        self.newest_copy_at: float | None = None
        """When the newest copy that was found at opening was made, seconds since 1970."""
        self.after_commit: Callable[[Connection], None] = lambda _connection: None
        """Called on the journal's thread after each commit, before the askers are told."""

    def open(self, put_aside_as: str, now: float) -> Future[AppError | None]:
        """Open the file, or make it.

        The result tells of a damaged one that was put aside under a new name, and of the copy that took its
        place. Raises ``JournalNewer`` and ``DiskProblem`` leaves.
        """
        return self._executor.submit(self._open, put_aside_as, now)

    def copy(self) -> Future[None]:
        """Make a copy of the file; the thread of the journal goes on meanwhile. Raises as ``make_copy``."""
        return self._copier.submit(journal_copies.make_copy, self.path)

    def submit(self, work: Callable[[Connection], T], *, durable: bool = True) -> Future[T]:
        """Run ``work`` inside a transaction; the future is told when that is committed.

        ``durable`` False: the commit does not wait for the disk (it is lost only when the machine stops).
        """
        step = _Step(work, durable)
        with self._lock:
            if self._closing is not None:
                raise RuntimeError("the journal is closed")
            self._waiting.append(step)
            if not self._is_draining:
                self._is_draining = True
                self._executor.submit(self._drain)
        return step.future

    def close(self) -> Future[None]:
        """Do what waits, then close the file and end the thread. Idempotent."""
        with self._lock:
            if self._closing is not None:
                return self._closing
            self._closing = self._executor.submit(self._close)
        self._executor.shutdown(wait=False)
        return self._closing

    def _open(self, put_aside_as: str, now: float) -> AppError | None:
        path = self.path
        kept = path.with_name(put_aside_as)
        with disk_faults(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        settled_at = journal_copies.settled_at(path, now)
        self.newest_copy_at = journal_copies.newest_copy_time(path)
        try:
            self._connection = connected(path, kept, is_new=self.newest_copy_at is None)
        except JournalDamaged as damage:
            copied_at = journal_copies.recover(path, kept, settled_at)
            self._connection = connected(path, kept, is_new=True)
            copy = {} if copied_at is None else {"copy_from": copied_at}
            return JournalDamaged(damage.detail, path=str(path), kept=str(kept), **copy)
        return None

    def _drain(self) -> None:
        with self._lock:
            steps, self._waiting = self._waiting, []
            self._is_draining = False
        connection = self._connection
        if connection is None:
            failed: BaseException | None = RuntimeError("the journal is not open")
        else:
            failed = _committed(connection, steps, self.after_commit)
        for step in steps:
            step.error = step.error or failed
            step.tell(self.path)

    def _close(self) -> None:
        self._drain()
        self._copier.shutdown()
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _committed(
    connection: Connection, steps: list[_Step[Any]], after_commit: Callable[[Connection], None]
) -> sqlite3.Error | None:
    try:
        # FULL: a state is on the disk before the act it announces. A byte counter may come later.
        connection.execute(f"PRAGMA synchronous={'FULL' if any(s.durable for s in steps) else 'NORMAL'}")
        connection.execute("BEGIN")
        for step in steps:
            step.run(connection)
        connection.execute("COMMIT")
        after_commit(connection)
    except sqlite3.Error as error:
        with contextlib.suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        return error
    return None
