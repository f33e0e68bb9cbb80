"""The queue: what the user asked for is in the journal, what runs is in tasks.

Every control waits for the tasks it touches before it changes their rows, so that no row is written from two
sides. Large selections are one transaction and one event.
"""

from __future__ import annotations

import array
import asyncio
import logging
import random
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from fichier_gui.domain.causes import Cause, CauseCount
from fichier_gui.domain.changes import Changes
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import (
    BatchFinished,
    Event,
    JournalRecovered,
    QueueReordered,
    TransferHalted,
    TransfersAdded,
    UnexpectedHappened,
)
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.reactions import answering, retried
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import (
    ACTIVE,
    ENDED,
    WAITING,
    Answer,
    NewDownload,
    NewTransfer,
    Progress,
    QueueColumn,
    QueueFilter,
    QueueSummary,
    State,
    Transfer,
)
from fichier_gui.domain.waiting import LONGEST_WAIT
from fichier_gui.transfers.alarm import Alarm
from fichier_gui.transfers.credits import Purse
from fichier_gui.transfers.equipment import Equipment
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.limits import QueueLimits
from fichier_gui.transfers.listing import Listing
from fichier_gui.transfers.live import Live
from fichier_gui.transfers.looking import Looking
from fichier_gui.transfers.milestones import Reached, unwatched
from fichier_gui.transfers.ordering import Order, Ordering
from fichier_gui.transfers.paying import Paying, Purser
from fichier_gui.transfers.ports import Checksums, KnownFolders, TransferService
from fichier_gui.transfers.recovery import Hands, Recovery
from fichier_gui.transfers.runner import JOURNAL_WAIT, Reactions, Runner
from fichier_gui.transfers.starting import Starting
from fichier_gui.transfers.summary import is_empty, summarise
from fichier_gui.transfers.threads import Spawn
from fichier_gui.transfers.unlocking import Unlocking
from fichier_gui.transfers.upkeep import Upkeep

logger = logging.getLogger(__name__)

PAUSED_FLAG: Final = "paused"

_RETRYABLE: Final = frozenset({State.FAILED, State.NEEDS_ANSWER, State.RETRYING})
_OPEN: Final = frozenset(State) - ENDED


class TransferQueue:
    """Lives on the core's loop; ``take_progress`` and ``summary`` may be called from any thread.

    Coroutines raise ``DiskProblem`` leaves and ``JournalDamaged`` when the journal cannot be written.
    """

    def __init__(
        self,
        journal: Journal,
        service: TransferService,
        folders: KnownFolders,
        checksums: Checksums,
        clock: Clock,
        limits: QueueLimits,
        emit: Callable[[Event], None],
        spawn: Spawn,
        free_space: Callable[[Path], int],
        jitter: Callable[[], float] = random.random,
        reached: Reached = unwatched,
        purse: Purse | None = None,
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._emit = emit
        self._spawn = spawn
        self._equipment = Equipment(
            journal, service, folders, checksums, clock, limits, free_space, reached, purse
        )
        self._live = Live(clock)
        self._wake = asyncio.Event()
        self._control = asyncio.Lock()
        self._runner = Runner(
            self._equipment.means,
            self._live,
            emit,
            spawn,
            Reactions(self._wake.set, self._hold, self._cool_down_for, lambda: self.paying.ask()),
            jitter,
        )
        self._starting = Starting(journal, self._runner, self._equipment.means.connections, self._is_open)
        self.listing = Listing(journal)
        self.ordering = Ordering(
            journal, self._runner, emit, Order(self._control, self._tell, self._wake.set)
        )
        self.recovery = Recovery(
            journal, self._live, clock, Hands(self._control, self._runner.halt, self._shift, self._move_waits)
        )
        purser = Purser(self._control, self._shift, self._tell, self._runner.touched_batches.update)
        self.paying = Paying(journal, self._equipment.means.credits, emit, spawn, purser)
        self.looking = Looking(self._equipment.means)
        self._unlocking = Unlocking(self._equipment.means.passwords, spawn, self._control, self._retry)
        self._is_held = False
        self._is_paused = False
        self._cool_until: float | None = None
        self._own_tasks: list[asyncio.Task[None]] = []
        self._alarm = Alarm(clock, spawn, self._wake.set)

    async def start(self) -> None:
        """Take up what the journal holds. What ran when the last run ended waits for its turn again."""
        if self._journal.recovered is not None:
            self._emit(JournalRecovered(self._journal.recovered))
        self._is_paused = await self._journal.flag(PAUSED_FLAG)
        await self._journal.shift(None, ACTIVE, {"state": State.QUEUED})
        await self._journal.pull_in(self._clock.time() + LONGEST_WAIT)
        await self.paying.go_on()
        await self._equipment.sweep()
        self._own_tasks = [
            self._spawn(self._keep_going(), "scheduler"),
            self._spawn(Upkeep(self._journal, self._live, self._clock, self._emit).run(), "upkeep"),
        ]
        self._wake.set()

    async def close(self) -> None:
        """Stop everything; part files and rows stay as they are. The journal is the caller's. Idempotent."""
        for task in self._own_tasks:
            task.cancel()
        if self._own_tasks:
            await asyncio.wait(self._own_tasks)
        self._own_tasks.clear()
        await self._alarm.close()
        async with self._control:
            await self._runner.end()
        await self._equipment.close()

    async def add(self, new: Sequence[NewTransfer], name: str = "") -> BatchId:
        """Queue ``new`` as a batch in one transaction. Empty files fail at once: the service refuses them."""
        if is_empty(self._journal.tallies):
            self._runner.ended_bytes = 0
        async with self._control:
            # Nothing of it starts before its password is known.
            added = await self._journal.add(new, name)
            await self._equipment.means.passwords.take(added.batch_id, new)
            await self._equipment.means.dead_links.try_again(n.url for n in new if isinstance(n, NewDownload))
        self._emit(TransfersAdded(added.batch_id, added.count))
        for transfer in await self._journal.rows(added.refused):
            self._emit(TransferHalted(transfer))
        self._runner.touched_batches.add(added.batch_id)
        self._wake.set()
        return added.batch_id

    async def pause(self, ids: Sequence[TransferId]) -> None:
        """Halt these; a download keeps its bytes."""
        async with self._control:
            await self._runner.halt(ids)
            await self._shift(ids, ACTIVE | WAITING, State.PAUSED)

    async def resume(self, ids: Sequence[TransferId]) -> None:
        """Queue paused rows again."""
        async with self._control:
            await self._shift(ids, {State.PAUSED}, State.QUEUED)

    async def retry(self, ids: Sequence[TransferId]) -> None:
        """Queue failed rows, and those that wait for an answer or a retry, again at once."""
        async with self._control:
            await self._equipment.means.try_again(ids)
            await self._retry(ids, _RETRYABLE)

    async def retry_alike(self, cause: Cause) -> None:
        """Queue every row that stands still because of ``cause`` again at once."""
        async with self._control:
            ids = await self._journal.of_cause(cause)
            await self._equipment.means.try_again(ids)
            await self._retry(ids, {cause.state} & _RETRYABLE)

    async def causes(self) -> list[CauseCount]:
        """What stands still, the most urgent and then the most frequent first."""
        return await self._journal.causes()

    async def of_cause(self, cause: Cause) -> list[TransferId]:
        """The rows that stand still because of ``cause``, by place."""
        return await self._journal.of_cause(cause)

    async def cancel(self, ids: Sequence[TransferId]) -> None:
        """Stop and remove rows that have not ended; their part files go."""
        await self._remove(ids, _OPEN)

    async def remove(self, ids: Sequence[TransferId]) -> None:
        """Take rows out of the list, running ones too; part files go, downloaded files stay."""
        await self._remove(ids, State)

    async def clear_done(self) -> None:
        """Take the finished rows out of the list."""
        await self._remove(None, {State.DONE})

    async def limit(self, ids: Sequence[TransferId], rate: int) -> None:
        """Let each of these move at most ``rate`` bytes a second, 0 for no limit of its own; felt at once."""
        async with self._control:
            changed = await self._journal.shift(ids, State, {"rate": rate})
            self._runner.limit((TransferId(i) for i in changed), rate)
            await self._runner.tell_of(changed)

    async def answer(self, ids: Sequence[TransferId], answer: Answer) -> None:
        """The user's decision for rows in *Needs you*; nothing happens to those that no longer ask."""
        async with self._control:
            changes = await self._journal.revise(
                ids, {State.NEEDS_ANSWER}, answering(answer, self._clock.time())
            )
            await self._runner.rested(after.id for _, after in changes)
            for before, after in changes:
                if after.state is State.DONE:
                    self._runner.announce(before, after)
            await self._runner.tell_of([after.id for _, after in changes if after.state is not State.DONE])
            self._wake.set()

    async def unlock(self, ids: Sequence[TransferId], password: Secret) -> None:
        """Try ``password`` on these rows; if it is right, on all of their batches that ask for one.

        It is forgotten with the process: after a restart such a row asks again.
        """
        await self._unlocking.unlock(ids, password)

    async def pause_all(self) -> None:
        """Nothing runs and nothing starts until ``resume_all``; survives a restart."""
        async with self._control:
            self._is_paused = True
            await self._journal.set_flag(PAUSED_FLAG, True)
            await self._runner.halt()
            await self._shift(None, ACTIVE, State.QUEUED)

    async def resume_all(self) -> None:
        """Undo ``pause_all``; rows paused one by one go on too."""
        async with self._control:
            self._is_paused = False
            await self._journal.set_flag(PAUSED_FLAG, False)
            await self._shift(None, {State.PAUSED}, State.QUEUED)

    async def hold(self) -> None:
        """Without a key nothing starts; rows keep their state, running ones go on while they may."""
        self._hold()

    async def release(self) -> None:
        """There is a key again."""
        self._is_held = False
        self._runner.key_epoch += 1
        self._wake.set()

    def cool_down(self, until: float | None) -> None:
        """Start nothing until then (seconds since 1970), for the service asks for patience. None: go on."""
        self._cool_until = until
        self._wake.set()

    async def order(
        self,
        tab: QueueFilter = QueueFilter.ALL,
        column: QueueColumn = QueueColumn.POSITION,
        descending: bool = False,
        text: str = "",
        cause: Cause | None = None,
    ) -> array.array[int]:
        """The ids of a tab in order, or of what stands still because of ``cause``, as ``array('q')``."""
        return await self._journal.order(tab, column, descending, text, cause)

    async def rows(self, ids: Sequence[TransferId]) -> list[Transfer]:
        """These rows in the order asked; unknown ids are left out."""
        return await self._journal.rows(ids)

    async def row(self, transfer_id: TransferId) -> Transfer:
        """One row. Raises ``LookupError`` when it is gone."""
        return await self._journal.row(transfer_id)

    def take_progress(self) -> dict[TransferId, Progress]:
        """What moved since the last call. Any thread."""
        return self._live.take_progress()

    def summary(self) -> QueueSummary:
        """The queue in one glance. Any thread, cheap."""
        until = self._cool_until
        return summarise(
            self._journal.tallies,
            speeds=self._live.speeds(),
            paces=self._live.paces(),
            running_done=self._live.bytes_done(),
            ended_bytes=self._runner.ended_bytes,
            is_paused=self._is_paused,
            paused_until=until if until is not None and until > self._clock.time() else None,
            limits=self._equipment.limits,
        )

    def set_limits(self, limits: QueueLimits) -> None:
        """New limits, in force at once. Running transfers are stopped only where the limits say off."""
        self._equipment.set_limits(limits)
        self._wake.set()

    # The rest is the queue's own.

    def _hold(self) -> None:
        self._is_held = True

    def _cool_down_for(self, until: float) -> None:
        # One transfer knows less than whoever watches the whole service: it never shortens a wait.
        self.cool_down(max(until, self._cool_until or 0.0))

    def _move_waits(self, seconds: float) -> None:
        if self._cool_until is not None:
            self._cool_until += seconds
        self._runner.elsewhere_until += seconds
        self._emit(QueueReordered())
        self._wake.set()

    async def _shift(self, ids: Sequence[TransferId] | None, before: Iterable[State], to: State) -> None:
        changes: Changes = {"state": to, "error": None, "retry_at": None}
        await self._tell(await self._journal.shift(ids, before, changes))

    async def _retry(self, ids: Sequence[TransferId], among: Iterable[State]) -> None:
        self._runner.elsewhere_until = 0.0
        changed = await self._journal.revise_alike(ids, among, retried)
        await self._equipment.means.dead_links.try_again(await self._journal.links_of(changed))
        await self._tell(changed)

    async def _tell(self, changed: Sequence[int]) -> None:
        ids = [TransferId(i) for i in changed]
        # A row that came to rest this moment has yet to say so: its last word comes before ours.
        await self._runner.rested(ids)
        await self._runner.tell_of(ids)
        self._wake.set()

    async def _remove(self, ids: Sequence[TransferId] | None, among: Iterable[State]) -> None:
        async with self._control:
            if ids is not None:
                await self._runner.halt(ids)
            gone, cut = await self._journal.remove(ids, among)
            if gone:
                self._emit(QueueReordered())
            self._runner.touched_batches.update(cut)
            self._equipment.means.passwords.forget(TransferId(i) for i in gone)
            await self._equipment.sweep()
        self._wake.set()

    async def _keep_going(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                await self._report_batches()
                # One moment for both: what is not due at it is what the alarm is set for.
                now = self._clock.time()
                async with self._control:
                    await self._start_due(now)
                self._alarm.set(await self._starting.next_look(now, self._cool_until))
            except AppError as error:
                logger.warning("The queue waits for its journal: %s", error.code)
                self._emit(UnexpectedHappened(error))
                await self._clock.sleep(JOURNAL_WAIT)
                self._wake.set()

    async def _start_due(self, now: float) -> None:
        if self._equipment.limits.is_off:
            await self._runner.put_off()
        elif self._is_open():
            await self._starting.fill_places(now, self._equipment.limits)

    def _is_open(self) -> bool:
        stands = self._is_held or self._is_paused or self._equipment.limits.is_off
        return not (stands or (self._cool_until or 0.0) > self._clock.time())

    async def _report_batches(self) -> None:
        while self._runner.touched_batches:
            batch = self._runner.touched_batches.pop()
            report = await self._journal.batch_report(batch)
            if report.is_over:
                await self._runner.rested_in(batch)
                self._equipment.means.passwords.forget_batch(batch)
            if report.is_over and report.done + report.failed:
                self._emit(BatchFinished(batch, report.done, report.failed, report.links))
