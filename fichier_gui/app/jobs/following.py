"""Follows transfers of the queue and tells how each one ended."""

import asyncio
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from typing import Final

from fichier_gui.app.jobs.job import Job, Kind, Report, Tell, transfer_facts
from fichier_gui.app.jobs.running import Running
from fichier_gui.domain.errors import CreditsNeeded
from fichier_gui.domain.events import (
    BatchFinished,
    DownloadFinished,
    Event,
    LimitsChanged,
    QueueReordered,
    TransferHalted,
    UploadFinished,
)
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import QueueFilter, QueueSummary, Transfer
from fichier_gui.domain.week import Pace

PROGRESS_EVERY: Final = 0.5
"""Seconds between two reports of progress."""

QUIET: Final = 0.5
"""Seconds in which the last event of a queue that has come to rest is certainly told."""

PAGE: Final = 500
"""Rows read from the journal at a time."""

_KINDS: Final = {
    UploadFinished: Kind.UPLOADED,
    DownloadFinished: Kind.DOWNLOADED,
    TransferHalted: Kind.FAILED,
}


def ending_report(event: Event) -> Report | None:
    """The report of a transfer that finished, failed or needs an answer; None for other events."""
    kind = _KINDS.get(type(event))
    transfer: Transfer | None = getattr(event, "transfer", None)
    if kind is None or transfer is None or isinstance(transfer.error, CreditsNeeded):
        # What needs credits is told once for all rows, as the job's end.
        return None
    return Report(kind, transfer_facts(transfer), transfer.error)


def summary_report(summary: QueueSummary) -> Report:
    """The queue in one glance."""
    counts = summary.counts
    facts = {
        "active": counts.active,
        "waiting": counts.waiting,
        "paused": counts.paused,
        "attention": counts.attention,
        "failed": counts.failed,
        "done": counts.done,
        "is_paused": summary.is_paused,
    }
    return Report(Kind.QUEUE, facts)


def off_report(event: Event) -> Report | None:
    """The report of an hour that begins in which nothing moves; None for other events."""
    if isinstance(event, LimitsChanged) and event.limits.pace is Pace.OFF:
        return Report(Kind.OFF, {"until": event.limits.until})
    return None


def _tell_if_off(summary: QueueSummary, tell: Tell) -> None:
    if summary.is_off:
        tell(Report(Kind.OFF, {"until": summary.off_until}))


@contextmanager
def events_of(program: Running) -> Iterator[asyncio.Queue[Event]]:
    """Everything that happens from here on, in order."""
    events: asyncio.Queue[Event] = asyncio.Queue()
    leave = program.bus.subscribe(events.put_nowait)
    try:
        yield events
    finally:
        leave()


@contextmanager
def progress_told(program: Running, job: Job, tell: Tell) -> Iterator[None]:
    """Report the queue's progress now and then, if the job wants it."""
    if not job.wants_progress:
        yield
        return
    scope = program.scope.child("progress of a job")

    async def report() -> None:
        while True:
            summary = program.transfers.summary()
            tell(
                Report(
                    Kind.PROGRESS,
                    {
                        "done": summary.bytes_done,
                        "total": summary.bytes_total,
                        "speed": summary.upload_speed + summary.download_speed,
                        "seconds_left": summary.seconds_left,
                        "active": summary.counts.active,
                        "waiting": summary.counts.waiting,
                    },
                )
            )
            await program.clock.sleep(PROGRESS_EVERY)

    task = scope.start(report(), "report")
    try:
        yield
    finally:
        task.cancel()


async def follow_batch(program: Running, job: Job, tell: Tell, start: Awaitable[BatchId]) -> int:
    """Start a batch, report each of its rows as it ends, and return how many did not succeed."""
    with events_of(program) as events, progress_told(program, job, tell):
        batch = await start
        summary = program.transfers.summary()
        if summary.is_paused:
            # They are in the queue; the one who paused it lets it go on.
            tell(summary_report(summary))
            return 1
        _tell_if_off(summary, tell)
        while True:
            event = await events.get()
            if off := off_report(event):
                tell(off)
            if isinstance(event, BatchFinished) and event.batch_id == batch:
                await _mind_credits(program, batch)
                return event.failed
            if isinstance(event, QueueReordered) and not await _is_there(program, batch):
                # The user took every row of it out of the list.
                return 1
            transfer: Transfer | None = getattr(event, "transfer", None)
            report = ending_report(event)
            if report is not None and transfer is not None and transfer.batch_id == batch:
                tell(report)


async def _mind_credits(program: Running, batch: BatchId | None = None) -> None:
    """Raises ``CreditsNeeded`` where downloads (of the batch) wait for a yes to spend credits."""
    ids = [TransferId(number) for number in await program.transfers.order(QueueFilter.ATTENTION)]
    for start in range(0, len(ids), PAGE):
        for row in await program.transfers.rows(ids[start : start + PAGE]):
            if isinstance(row.error, CreditsNeeded) and batch in (None, row.batch_id):
                raise row.error


async def _is_there(program: Running, batch: BatchId) -> bool:
    ids = [TransferId(number) for number in await program.transfers.order()]
    for start in range(0, len(ids), PAGE):
        rows = await program.transfers.rows(ids[start : start + PAGE])
        if any(row.batch_id == batch for row in rows):
            return True
    return False


async def follow_queue(program: Running, job: Job, tell: Tell) -> int:
    """Report every row that ends until nothing runs or waits; return how many rows did not succeed."""
    with events_of(program) as events, progress_told(program, job, tell):
        _tell_if_off(program.transfers.summary(), tell)
        while (event := await _next(program, events)) is not None:
            report = ending_report(event) or off_report(event)
            if report is not None:
                tell(report)
    await _mind_credits(program)
    counts = program.transfers.summary().counts
    return counts.failed + counts.attention


async def _next(program: Running, events: asyncio.Queue[Event]) -> Event | None:
    """The next event; None once nothing runs or waits and all is told."""
    try:
        async with asyncio.timeout(None if _is_busy(program) else QUIET):
            return await events.get()
    except TimeoutError:
        return None


def _is_busy(program: Running) -> bool:
    counts = program.transfers.summary().counts
    return counts.active + counts.waiting - counts.paused > 0
