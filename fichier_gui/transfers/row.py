"""The one handle on a running transfer: what it writes is committed first and announced afterwards."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import Unpack

from fichier_gui.domain.changes import Changes
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import Priority, State, Transfer, may_change
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.live import Gauge
from fichier_gui.transfers.threads import outlast
from fichier_gui.transfers.throttle import Throttle

Announce = Callable[[Transfer, Transfer], None]
"""Called on the loop with a row before and after a committed change."""


class RowTaken(Exception):
    """The row was removed or changed by somebody else: its work has no owner any more."""


class Row:
    """A running transfer. ``write`` is for the loop, :func:`write_all_from_thread` for its worker thread."""

    def __init__(
        self, journal: Journal, transfer: Transfer, gauge: Gauge, throttle: Throttle, announce: Announce
    ) -> None:
        self._journal = journal
        self._announce = announce
        self._loop = asyncio.get_running_loop()
        self.transfer = transfer
        """As the journal has it."""
        self.gauge = gauge
        self.throttle = throttle
        """What its bytes wait for."""
        self._done_at_start = transfer.done

    @property
    def id(self) -> TransferId:
        """The row's id."""
        return self.transfer.id

    @property
    def has_moved(self) -> bool:
        """Bytes went since this row was started."""
        return self.gauge.done > self._done_at_start

    async def write(self, **changes: Unpack[Changes]) -> None:
        """Commit ``changes``, then announce them. A cancellation is passed on only after both.

        Raises :class:`RowTaken`, ``DiskProblem`` leaves.
        """
        before, after, work = self.submitted(changes)
        cancelled = await outlast(work)
        self.keep(work.result(), after, changes)
        self._announce(before, self.transfer)
        if cancelled:
            raise asyncio.CancelledError

    def limit(self, rate: int) -> None:
        """Another limit for this transfer, which the journal has already."""
        self.throttle.set_rate(rate)
        self.transfer = replace(self.transfer, rate=rate)

    def prioritise(self, priority: Priority) -> None:
        """Another priority, which the journal has already."""
        self.transfer = replace(self.transfer, priority=priority)

    def announce_from_thread(self, before: Transfer, after: Transfer) -> None:
        """Tell of a committed change, on the loop."""
        self._loop.call_soon_threadsafe(self._announce, before, after)

    def submitted(self, changes: Changes) -> tuple[Transfer, Transfer, Future[bool]]:
        """On its way to the disk: the row before, the row after, and whether it was still there."""
        before = self.transfer
        if before.state is State.MOVING and changes.get("state", State.MOVING) is not State.MOVING:
            changes = Changes(moving_time=self.gauge.moving_time) | changes
        after: Transfer = replace(before, **changes)
        if not may_change(before.state, after.state):
            raise RuntimeError(f"transfer {before.id} cannot go from {before.state} to {after.state}")
        return before, after, self._journal.change(before.id, before.state, changes)

    def keep(self, was_changed: bool, after: Transfer, changes: Changes) -> None:
        """Believe it. Raises :class:`RowTaken` when it was not there."""
        if not was_changed:
            raise RowTaken(f"transfer {after.id}")
        # What the user sets is written by others, perhaps while this was on its way to the disk.
        self.transfer = replace(after, rate=self.throttle.rate, priority=self.transfer.priority)
        self.gauge.state = after.state
        self.gauge.size = after.size
        if "state" in changes or "moving_time" in changes:
            self.gauge.count_from(after)
        if "done" in changes:
            self.gauge.done = after.done


def write_all_from_thread(writes: Sequence[tuple[Row, Changes]]) -> None:
    """As :meth:`Row.write` for many rows, blocking; what waits together is committed together.

    Raises :class:`RowTaken` when any is gone, ``DiskProblem`` leaves; the others are written all the same.
    """
    submitted = [(row, changes, *row.submitted(changes)) for row, changes in writes]
    problem: RowTaken | AppError | None = None
    for row, changes, before, after, work in submitted:
        try:
            row.keep(work.result(), after, changes)
        except (RowTaken, AppError) as error:
            problem = error
        else:
            row.announce_from_thread(before, row.transfer)
    if problem is not None:
        raise problem
