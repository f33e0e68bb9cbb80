"""The journal: every transfer in a file that survives ``kill -9`` and power cuts.

Row before byte: a state change is awaited, and only then acted upon. The file holds no secret: neither keys
nor direct links are facts of a transfer.
"""

from __future__ import annotations

import array
import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from fichier_gui.domain.batches import Batch
from fichier_gui.domain.causes import Cause, CauseCount
from fichier_gui.domain.changes import Changes
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import BatchId, FileUrl, TransferId
from fichier_gui.domain.link_text import LinkFacts
from fichier_gui.domain.names import folded
from fichier_gui.domain.transfers import (
    Direction,
    Move,
    NewTransfer,
    Priority,
    QueueColumn,
    QueueFilter,
    State,
    Transfer,
)
from fichier_gui.transfers import (
    batches,
    causes,
    credit_rows,
    password_rows,
    places,
    split_rows,
    statements,
    turns,
    waits,
)
from fichier_gui.transfers.database import Connection, Database
from fichier_gui.transfers.journal_copies import COPY_EVERY
from fichier_gui.transfers.live import ProgressNote
from fichier_gui.transfers.statements import Added, BatchReport, Tallies

T = TypeVar("T")


class Journal:
    """Every method is a transaction. Coroutines belong to the core's loop; ``change`` to any thread.

    All raise ``DiskProblem`` leaves or ``JournalDamaged`` when the file cannot be used.
    """

    def __init__(self, database: Database, clock: Clock, recovered: AppError | None) -> None:
        self._database = database
        self._clock = clock
        self.recovered = recovered
        """A damaged journal was put aside, and what stands in its place; or None."""
        self._tallies: Tallies = {}
        self._changes = 0
        self._copied_changes = -1
        self._next_copy = clock.monotonic() + _seconds_left(database.newest_copy_at, clock.time())
        database.after_commit = self._count

    @classmethod
    async def open(cls, path: Path, clock: Clock) -> Journal:
        """Open the journal at ``path``, or make one. Raises ``JournalNewer``, ``DiskProblem`` leaves."""
        database = Database(path)
        stamp = datetime.fromtimestamp(clock.time(), UTC).strftime("%Y%m%d-%H%M%S")
        try:
            recovered = await asyncio.wrap_future(database.open(f"{path.name}.damaged-{stamp}", clock.time()))
            journal = cls(database, clock, recovered)
            await journal._ask(lambda _connection: None)
        except BaseException:
            await asyncio.wrap_future(database.close())
            raise
        return journal

    async def close(self) -> None:
        """Commit what waits and close the file. Idempotent."""
        await asyncio.wrap_future(self._database.close())

    async def keep_copy(self) -> None:
        """Copy the file if it changed since the last copy and that one is old enough. Blocks no other work.

        Raises ``JournalDamaged`` when the file turns out to be damaged, ``DiskProblem`` leaves.
        """
        now, changes = self._clock.monotonic(), self._changes
        if changes == self._copied_changes or now < self._next_copy:
            return
        self._next_copy = now + COPY_EVERY
        await asyncio.wrap_future(self._database.copy())
        self._copied_changes = changes

    @property
    def tallies(self) -> Tallies:
        """Counts and sums as of the last commit. Any thread."""
        return self._tallies

    async def add(self, new: Sequence[NewTransfer], name: str = "") -> Added:
        """Write a batch at the end of the queue, in one transaction. ``name``: of all of it, if any."""
        now = self._clock.time()
        return await self._ask(lambda c: batches.add(c, new, now, name))

    def change(self, transfer_id: TransferId, before: State, changes: Changes) -> Future[bool]:
        """Change fields of a row that is in ``before``. False: somebody else changed or removed it."""
        return self._database.submit(lambda c: statements.update(c, transfer_id, before, changes))

    async def shift(
        self, ids: Sequence[TransferId] | None, before: Iterable[State], changes: Changes
    ) -> array.array[int]:
        """Change all rows, or those of ``ids``, that are in one of ``before``. The ids that changed."""
        states = tuple(before)
        return await self._ask(lambda c: statements.shift(c, ids, states, changes))

    async def revise(
        self,
        ids: Sequence[TransferId],
        among: Iterable[State],
        decide: Callable[[Transfer], Changes],
    ) -> list[tuple[Transfer, Transfer]]:
        """Change each row in one of ``among`` as ``decide`` says. (before, after) of those that changed."""
        states = tuple(among)
        return await self._ask(lambda c: causes.revise(c, ids, states, decide))

    async def revise_alike(
        self,
        ids: Sequence[TransferId],
        among: Iterable[State],
        decide: Callable[[Transfer], Changes],
    ) -> array.array[int]:
        """As ``revise``, for any number of rows: ``decide`` looks at the direction and the error's code only.

        The ids that changed.
        """
        states = tuple(among)
        return await self._ask(lambda c: causes.revise_alike(c, ids, states, decide))

    async def of_cause(self, cause: Cause) -> list[TransferId]:
        """The rows that stand still because of ``cause``, by place."""
        return await self._ask(lambda c: causes.of_cause(c, cause))

    async def causes(self) -> list[CauseCount]:
        """What stands still, the most urgent and then the most frequent first."""
        return await self._ask(causes.counts)

    async def note_progress(self, notes: Mapping[TransferId, ProgressNote]) -> None:
        """Byte counters and part maps. They need not survive a power cut, so nobody waits for the disk."""
        work = self._database.submit(lambda c: statements.note_progress(c, notes), durable=False)
        await asyncio.wrap_future(work)

    async def due(
        self,
        direction: Direction,
        now: float,
        limit: int,
        largest: int | None = None,
        least: Priority = Priority.LOW,
    ) -> list[Transfer]:
        """The next rows that may start, by priority and place; with ``largest`` only small files."""
        return await self._ask(lambda c: turns.due(c, direction, now, limit, largest, least))

    async def companions(self, leader: Transfer, now: float, largest: int, limit: int) -> list[Transfer]:
        """Uploads of at most ``largest`` bytes that may start now, together with ``leader``, by place."""
        return await self._ask(lambda c: turns.companions(c, leader, now, largest, limit))

    async def form_size(self, host: str | None, node_id: str | None) -> int:
        """How many uploads share this node and id."""
        return await self._ask(lambda c: turns.form_size(c, host, node_id))

    async def finished_splits(self) -> list[list[Transfer]]:
        """The parts, in order, of each file all of whose parts are done."""
        return await self._ask(split_rows.finished_splits)

    async def is_queued(self, path: str) -> bool:
        """True when some upload, ended or not, has this source."""
        return await self._ask(lambda c: split_rows.is_queued(c, path))

    async def last_id(self) -> TransferId:
        """The greatest that was ever given."""
        return TransferId(await self._ask(split_rows.last_id))

    async def uploads_after(self, transfer_id: TransferId, path: str) -> list[Transfer]:
        """Those of one source with greater ids, in order."""
        return await self._ask(lambda c: split_rows.uploads_after(c, transfer_id, path))

    async def waiting_for_credits(self) -> list[TransferId]:
        """The downloads that wait for a yes to spend credits."""
        return await self._ask(credit_rows.waiting)

    async def park_for_credits(self, question: Callable[[int], AppError]) -> credit_rows.Parked:
        """Queued downloads wait for a yes too; ``question`` makes their error of the bytes in all."""
        return await self._ask(lambda c: credit_rows.park(c, question))

    async def wants_password(self, batch: BatchId) -> bool:
        """True when a row of the batch stands still until the user enters a password."""
        return await self._ask(lambda c: password_rows.wants_password(c, batch))

    async def batches_of(self, ids: Sequence[TransferId]) -> list[BatchId]:
        """The batches of these rows, each once."""
        return await self._ask(lambda c: password_rows.batches_of(c, ids))

    async def queued_sources(self, paths: Sequence[str]) -> set[tuple[str, int | None]]:
        """Those of ``paths`` that some upload has, ended or not, each with its place in the file."""
        return await self._ask(lambda c: split_rows.queued_sources(c, paths))

    async def unfinished_in(self, folder: str) -> set[str]:
        """The local paths below ``folder`` of downloads that are not done."""
        return await self._ask(lambda c: split_rows.unfinished_in(c, folder))

    async def has_target(self, path: str) -> bool:
        """True when some download, ended or not, has this local path."""
        return await self._ask(lambda c: split_rows.has_target(c, path))

    async def next_retry(self, now: float) -> float | None:
        """When the next retrying row comes due after ``now`` (seconds since 1970)."""
        return await self._ask(lambda c: turns.next_retry(c, now))

    async def hasten(self, now: float) -> int:
        """Rows that wait for the network may go at ``now``. How many there were."""
        return await self._ask(lambda c: waits.hasten(c, now))

    async def clock_was_set(self, seconds: float) -> int:
        """The wall clock makes a step of so much; all rows wait as long as they would have."""
        return await self._ask(lambda c: waits.clock_was_set(c, seconds))

    async def pull_in(self, latest: float) -> int:
        """No row waits for a retry past ``latest`` (seconds since 1970)."""
        return await self._ask(lambda c: waits.pull_in(c, latest))

    async def row(self, transfer_id: TransferId) -> Transfer:
        """One row. Raises ``LookupError`` when it is gone."""
        found = await self._ask(lambda c: statements.row(c, transfer_id))
        if found is None:
            raise LookupError(f"transfer {transfer_id}")
        return found

    async def rows(self, ids: Sequence[TransferId]) -> list[Transfer]:
        """These rows in the order asked; unknown ids are left out."""
        return await self._ask(lambda c: statements.rows(c, ids))

    async def order(
        self,
        tab: QueueFilter,
        column: QueueColumn,
        descending: bool,
        text: str,
        cause: Cause | None = None,
    ) -> array.array[int]:
        """The ids of a tab in order; ``text`` is looked for in the names, without case and accents."""
        wanted = folded(text)
        return await self._ask(lambda c: statements.order(c, tab, column, descending, wanted, cause))

    async def move(self, ids: Sequence[TransferId], to: Move) -> None:
        """Give rows another place."""
        await self._ask(lambda c: places.move(c, ids, to))

    async def place(self, ids: Sequence[TransferId], beside: TransferId, is_after: bool) -> bool:
        """Put rows directly before or after another; False when that one is gone."""
        return await self._ask(lambda c: places.place(c, ids, beside, is_after))

    async def urge(self, ids: Sequence[TransferId]) -> array.array[int]:
        """Rows that wait or are paused come first and may start at once. The ids that changed."""
        return await self._ask(lambda c: places.urge(c, ids))

    async def remove(
        self, ids: Sequence[TransferId] | None, among: Iterable[State]
    ) -> tuple[array.array[int], list[BatchId]]:
        """Delete rows. The ids that went, and the batches that lost rows which had not ended."""
        states = tuple(among)
        return await self._ask(lambda c: statements.remove(c, ids, states))

    async def litter(self) -> list[str]:
        """Part files of rows that are gone."""
        return await self._ask(statements.litter)

    async def litter_gone(self, paths: Sequence[str]) -> None:
        """These part files are no more."""
        await self._ask(lambda c: statements.litter_gone(c, paths))

    async def part_is_taken(self, path: str, transfer_id: TransferId) -> bool:
        """True when another row keeps its bytes under ``path``."""
        return await self._ask(lambda c: statements.part_is_taken(c, path, transfer_id))

    async def link_is_taken(self, url: FileUrl) -> bool:
        """True when another upload has this link already."""
        return await self._ask(lambda c: statements.link_is_taken(c, url))

    async def links_of(self, ids: Sequence[int]) -> list[FileUrl]:
        """The links of these downloads, each once."""
        return await self._ask(lambda c: waits.links_of(c, [TransferId(i) for i in ids]))

    async def listed_links(self, urls: Sequence[FileUrl]) -> set[FileUrl]:
        """Those of ``urls`` of which a download waits, runs or is done."""
        return await self._ask(lambda c: waits.listed_links(c, urls))

    async def transferred(self, urls: Sequence[FileUrl]) -> list[tuple[FileUrl, str]]:
        """The local paths of what was downloaded from, or sent whole to, ``urls``; the latest first."""
        return await self._ask(lambda c: waits.transferred(c, urls))

    async def link_is_dead(self, url: FileUrl) -> bool:
        """True when a download of this link has failed because there is nothing behind it."""
        return await self._ask(lambda c: waits.link_is_dead(c, url))

    async def dead_links(self) -> set[FileUrl]:
        """Every link of which that is true."""
        return await self._ask(waits.dead_links)

    async def batch_ids(self, batch: BatchId) -> list[TransferId]:
        """The rows of a batch in the order they were added."""
        return await self._ask(lambda c: statements.batch_ids(c, batch))

    async def arranged(
        self, column: QueueColumn, descending: bool, unfolded: Collection[BatchId]
    ) -> array.array[int]:
        """The whole list with batches as one row: see ``batches.arranged``."""
        return await self._ask(lambda c: batches.arranged(c, column, descending, tuple(unfolded)))

    async def batches(self, ids: Sequence[BatchId]) -> list[Batch]:
        """These batches; those that have no rows any more are left out."""
        return await self._ask(lambda c: batches.batches(c, ids))

    async def rows_of(self, ids: Sequence[BatchId]) -> list[TransferId]:
        """The rows of these batches, by place."""
        return await self._ask(lambda c: batches.rows_of(c, ids))

    async def links_of_batches(self, ids: Sequence[BatchId]) -> list[LinkFacts]:
        """The links that the rows of these batches have, by place."""
        return await self._ask(lambda c: batches.links_of(c, ids))

    async def batch_report(self, batch: BatchId) -> BatchReport:
        """How a batch stands."""
        return await self._ask(lambda c: statements.batch_report(c, batch))

    async def flag(self, name: str) -> bool:
        """A lasting yes or no; no when it was never set."""
        return await self._ask(lambda c: statements.flag(c, name))

    async def set_flag(self, name: str, value: bool) -> None:
        """Remember a yes or no."""
        await self._ask(lambda c: statements.set_flag(c, name, value))

    def _ask(self, work: Callable[[Connection], T]) -> Awaitable[T]:
        return asyncio.wrap_future(self._database.submit(work))

    def _count(self, connection: Connection) -> None:
        self._tallies = statements.tallies(connection)
        self._changes = connection.total_changes


def _seconds_left(copied_at: float | None, now: float) -> float:
    """Until the next copy is due; runs that are short and many must not push out the older ones."""
    age = COPY_EVERY if copied_at is None else abs(now - copied_at)
    return max(0.0, COPY_EVERY - age)
