"""The running transfers: one task each, from *Starting* to whatever ends or halts them."""

import asyncio
import logging
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from fichier_gui.domain.changes import Changes
from fichier_gui.domain.errors import (
    AppError,
    ConnectionLost,
    CreditsNeeded,
    LinkExpired,
    OneLocation,
    TimedOut,
    Unexpected,
    UnexpectedAnswer,
)
from fichier_gui.domain.events import (
    DownloadFinished,
    Event,
    KeyWasRefused,
    QueueReordered,
    TransferChanged,
    TransferHalted,
    UnexpectedHappened,
    UploadFinished,
)
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.names import encode_name
from fichier_gui.domain.reactions import AFRESH, Decision, of_part, react
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.transfers import ACTIVE, Direction, Priority, State, Transfer
from fichier_gui.transfers.download import Download
from fichier_gui.transfers.forms import MOST_FILES, Form, SentBack, smaller
from fichier_gui.transfers.live import Live
from fichier_gui.transfers.means import Means
from fichier_gui.transfers.row import Row, RowTaken
from fichier_gui.transfers.scheduler import sends
from fichier_gui.transfers.statements import UNFINISHED
from fichier_gui.transfers.threads import Spawn
from fichier_gui.transfers.upload import Upload

logger = logging.getLogger(__name__)

_BROKEN_LINE: Final = (ConnectionLost, TimedOut)
"""What a smaller form can help against. A network that is not there at all says nothing of the form."""

_NEED_THE_LINE: Final = frozenset({State.STARTING, State.MOVING})

FEW: Final = 100
"""Up to so many rows are told one by one, more as a whole."""
JOURNAL_WAIT: Final = 5.0
"""Seconds between two tries to write to a journal whose disk refuses."""


@dataclass(slots=True)
class _Run:
    task: asyncio.Task[None]
    row: Row
    key_epoch: int
    form: Form | None


@dataclass(frozen=True, slots=True)
class Reactions:
    """What a runner asks of its queue. Called on the loop."""

    look_again: Callable[[], None]
    """A place may be free, or a batch may be over."""
    hold: Callable[[], None]
    cool_down: Callable[[float], None]
    ask_for_credits: Callable[[], None]


class Runner:
    """Starts and stops tasks, and writes what became of each."""

    def __init__(
        self,
        means: Means,
        live: Live,
        emit: Callable[[Event], None],
        spawn: Spawn,
        reactions: Reactions,
        jitter: Callable[[], float],
    ) -> None:
        self._means = means
        self._live = live
        self._emit = emit
        self._spawn = spawn
        self._reactions = reactions
        self._jitter = jitter
        self._runs: dict[TransferId, _Run] = {}
        self._streaks: dict[TransferId, int] = {}
        self._cuts: dict[TransferId, int] = {}
        """Upload bodies in a row that broke half way; attempts that moved no byte do not count."""
        self._most: dict[TransferId, int] = {}
        """Rows whose form came to nothing, with the size of the next one."""
        self.key_epoch = 0
        """Counts the keys: a refusal of an earlier one says nothing about the one in use."""
        self.elsewhere_until = 0.0
        """No download starts before (seconds since 1970): the account was used from another address."""
        self.touched_batches: set[BatchId] = set()
        """Batches a row of which came to an end since somebody last emptied this set."""
        self._tellings: set[asyncio.Task[None]] = set()
        """On their way to the listings that are kept."""
        self.ended_bytes = 0
        """Sizes of the rows that became *Done*; the queue sets it back."""

    @property
    def occupants(self) -> list[Transfer]:
        """One running row for each place that is taken: a form takes one, however many files it holds."""
        alone = [run.row.transfer for run in self._runs.values() if run.form is None]
        forms: dict[int, Transfer] = {}
        for run in self._runs.values():
            if run.form is not None and (id(run.form) not in forms or sends(run.row.transfer)):
                forms[id(run.form)] = run.row.transfer
        return alone + list(forms.values())

    @property
    def ids(self) -> Collection[TransferId]:
        """The running rows."""
        return self._runs.keys()

    def most_together(self, transfer: Transfer) -> int:
        """How many files may travel in one form with this one: fewer after each form that came to nothing."""
        return self._most.get(transfer.id, MOST_FILES)

    def start_together(self, befores: Sequence[Transfer]) -> None:
        """Run rows that were just committed as *Starting*: one download, or the uploads of one form."""
        form = None
        if befores[0].direction is Direction.UPLOAD:
            form = Form(self._means, [t.id for t in befores], self._spawn)
        for before in befores:
            self._start(before, started(before), form)

    def _start(self, before: Transfer, transfer: Transfer, form: Form | None) -> None:
        means = self._means
        row = Row(
            means.journal, transfer, self._live.begin(transfer), means.throttle_for(transfer), self.announce
        )
        task = self._spawn(self._carry(row, form), f"{transfer.direction} {transfer.id}")
        self._runs[transfer.id] = _Run(task, row, self.key_epoch, form)
        # Not in the task itself: one that is cancelled before its first step never gets to its ``finally``.
        task.add_done_callback(lambda _task: self._forget(transfer.id, form))
        self.announce(before, transfer)

    async def stop(self, ids: Iterable[TransferId] | None = None) -> None:
        """Cancel these (or all) and wait until each has let go of its thread and its row."""
        wanted = list(self._runs) if ids is None else [i for i in set(ids) if i in self._runs]
        tasks = [self._runs[i].task for i in wanted]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def halt(self, ids: Iterable[TransferId] | None = None) -> None:
        """As :meth:`stop`; then the journal knows what each has moved."""
        counters = self._live.counters()
        await self.stop(ids)
        if counters:
            # Part maps are written by the runs themselves, as the last thing they do.
            await self._means.journal.note_progress(counters)

    async def end(self) -> None:
        """As :meth:`halt`, for all; then what was stored is in its folder's listing: the next run of this
        program may believe it without asking."""
        await self.halt()
        if self._tellings:
            await asyncio.wait(self._tellings)

    async def put_off(self) -> None:
        """What moves waits for its turn again; what was sent, or is only to be verified, comes to its end."""
        moving = [i for i, run in self._runs.items() if run.row.transfer.state in _NEED_THE_LINE]
        if moving:
            await self.halt(moving)
            changes: Changes = {"state": State.QUEUED, "error": None, "retry_at": None}
            await self.tell_of(await self._means.journal.shift(moving, ACTIVE, changes))

    async def tell_of(self, changed: Sequence[int]) -> None:
        """Tell of rows that were changed from outside."""
        if len(changed) > FEW:
            self._emit(QueueReordered())
        else:
            for transfer in await self._means.journal.rows([TransferId(i) for i in changed]):
                self._emit(TransferChanged(transfer))

    def limit(self, ids: Iterable[TransferId], rate: int) -> None:
        """Another limit for those of these that run, felt at once."""
        for transfer_id in ids:
            if transfer_id in self._runs:
                self._runs[transfer_id].row.limit(rate)

    def prioritise(self, ids: Iterable[TransferId], priority: Priority) -> None:
        """Another priority for those of these that run."""
        for transfer_id in ids:
            if transfer_id in self._runs:
                self._runs[transfer_id].row.prioritise(priority)

    async def rested(self, ids: Iterable[TransferId]) -> None:
        """Wait for the runs of rows that have already come to rest in the journal. Cancels nothing."""
        tasks = [self._runs[i].task for i in ids if i in self._runs]
        if tasks:
            await asyncio.wait(tasks)

    async def rested_in(self, batch: BatchId) -> None:
        """As :meth:`rested`, for a batch that is over in the journal: all is told of its rows then."""
        await self.rested([i for i, run in self._runs.items() if run.row.transfer.batch_id == batch])
        self.touched_batches.discard(batch)

    def announce(self, before: Transfer, after: Transfer) -> None:
        """Tell of a committed change."""
        self._emit(TransferChanged(after))
        if after.state is before.state:
            return
        if after.state is State.DONE:
            self._announce_done(after)
        elif after.state in (State.FAILED, State.NEEDS_ANSWER):
            self._emit(TransferHalted(after))
        if after.state not in UNFINISHED:
            self.touched_batches.add(after.batch_id)
        self._reactions.look_again()

    def _announce_done(self, transfer: Transfer) -> None:
        self.ended_bytes += transfer.size
        if transfer.direction is Direction.DOWNLOAD:
            self._emit(DownloadFinished(transfer))
            return
        self._emit(UploadFinished(transfer))
        telling = self._spawn(self._tell_folder(transfer), f"listing of upload {transfer.id}")
        self._tellings.add(telling)
        telling.add_done_callback(self._tellings.discard)

    async def _tell_folder(self, transfer: Transfer) -> None:
        if transfer.url is None or transfer.folder_id is None:
            return
        file = RemoteFile(
            url=transfer.url,
            name=transfer.stored_name or encode_name(transfer.name),
            size=transfer.size,
            added_at=transfer.finished_at,
            checksum=transfer.checksum,
        )
        try:
            await self._means.folders.stored(transfer.folder_id, file)
        except AppError as error:
            logger.warning("The listing was not updated: %s", error.code)

    async def _carry(self, row: Row, form: Form | None) -> None:
        try:
            await self._work(row, form)
        except SentBack as back:
            self._most[row.id] = back.most
            await self._write_patiently(
                row, AFRESH | {"state": State.QUEUED, "error": None, "retry_at": None}
            )
        except RowTaken:
            logger.info("transfer %s has gone", row.id)
        except AppError as error:
            await self._settle(row, of_part(error, row.transfer))
        except Exception as error:
            logger.exception("transfer %s", row.id)
            await self._settle(row, Unexpected(type(error).__name__))
        else:
            self._streaks.pop(row.id, None)
            self._cuts.pop(row.id, None)
            self._most.pop(row.id, None)
            self._means.passwords.forget([row.id])

    def _forget(self, transfer_id: TransferId, form: Form | None) -> None:
        del self._runs[transfer_id]
        if form is not None:
            form.leave(transfer_id)
        self._live.end(transfer_id)
        self._reactions.look_again()

    async def _work(self, row: Row, form: Form | None) -> None:
        if form is not None:
            await Upload(row, self._means, form).run()
        else:
            await Download(row, self._means, self._spawn).run()

    async def _settle(self, row: Row, error: AppError) -> None:
        """Write what ``error`` makes of the row; then what it makes of the queue."""
        form = self._runs[row.id].form
        if form is not None and row.transfer.state is State.MOVING and isinstance(error, _BROKEN_LINE):
            self._most[row.id] = smaller(form.size)
        decision = self._decide(row, error)
        if decision.cool_until is not None:
            self._reactions.cool_down(decision.cool_until)
        if decision.hold_queue and self._runs[row.id].key_epoch == self.key_epoch:
            self._reactions.hold()
            if _is_of_node(row.transfer):
                # Refusals of requests are told by whoever watches the requests.
                self._emit(KeyWasRefused(error))
        ended = decision.state is State.FAILED
        await self._write_patiently(
            row,
            {
                "state": decision.state,
                "attempts": decision.attempts,
                "retry_at": decision.retry_at,
                "error": None if decision.state is State.QUEUED else error,
                "finished_at": self._means.clock.time() if ended else None,
                "done": row.gauge.done if row.transfer.direction is Direction.DOWNLOAD else 0,
            },
        )
        if isinstance(error, OneLocation):
            # It holds for the account, not for the file: the others would only be refused as well.
            self.elsewhere_until = max(self.elsewhere_until, decision.retry_at or 0.0)
        self._means.credits.hear(error)
        self._means.passwords.hear(row.transfer, error)
        if isinstance(error, CreditsNeeded):
            self._reactions.ask_for_credits()

    def _decide(self, row: Row, error: AppError) -> Decision:
        transfer = row.transfer
        was_sent = transfer.direction is Direction.UPLOAD and transfer.state in (
            State.FINISHING,
            State.VERIFYING,
        )
        streak = 1 if row.has_moved else self._streaks.get(row.id, 0) + 1
        decision = react(
            error,
            attempts=0 if _got_further(row, error) else transfer.attempts,
            streak=streak,
            jitter=self._jitter(),
            now=self._means.clock.time(),
            was_sent=was_sent,
            cuts=self._counted_cuts(row),
        )
        if decision.state is State.RETRYING:
            self._streaks[row.id] = streak
        else:
            self._streaks.pop(row.id, None)
            self._cuts.pop(row.id, None)
        if decision.state is State.FAILED:
            self._most.pop(row.id, None)
        return decision

    def _counted_cuts(self, row: Row) -> int:
        """What an upload moved is lost with its body, so it is no progress; 0 when this was no cut body."""
        transfer = row.transfer
        if transfer.direction is not Direction.UPLOAD or transfer.state is not State.MOVING:
            return 0
        if not row.gauge.done:
            return 0
        self._cuts[row.id] = self._cuts.get(row.id, 0) + 1
        return self._cuts[row.id]

    async def _write_patiently(self, row: Row, changes: Changes) -> None:
        """A full disk must not lose a state: it is written when there is space again."""
        is_told = False
        while True:
            try:
                await row.write(**changes)
            except RowTaken:
                return
            except AppError as problem:
                if not is_told:
                    self._emit(UnexpectedHappened(problem))
                is_told = True
                await self._means.clock.sleep(JOURNAL_WAIT)
            else:
                return


def _got_further(row: Row, error: AppError) -> bool:
    """A download whose links die again and again still comes to its end, as long as bytes come between."""
    is_download = row.transfer.direction is Direction.DOWNLOAD
    return is_download and row.has_moved and isinstance(error, LinkExpired | UnexpectedAnswer)


def _is_of_node(transfer: Transfer) -> bool:
    """True for an upload whose bytes had an answer: what it was sent to is forgotten by then."""
    is_sent = transfer.state in (State.MOVING, State.FINISHING) and transfer.node_host is None
    return transfer.direction is Direction.UPLOAD and is_sent


def started(transfer: Transfer) -> Transfer:
    """``transfer`` as it is when its turn has come."""
    return replace(transfer, state=State.STARTING, error=None, retry_at=None)
