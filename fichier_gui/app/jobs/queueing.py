"""``queue``: look at it, halt it, let it go on, clear it, work it off, keep it in a file and read it back."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from fichier_gui.app.jobs.following import PAGE, follow_queue, summary_report
from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Tell, transfer_facts
from fichier_gui.app.jobs.moving import say_yes
from fichier_gui.app.jobs.running import Running
from fichier_gui.app.transferring import Transfers
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.queue_list import EntryState
from fichier_gui.domain.transfers import QueueFilter

_Act = Callable[[Transfers, Sequence[TransferId]], Awaitable[None]]


async def _retry_failed(transfers: Transfers, _: Sequence[TransferId]) -> None:
    ids = await transfers.order(QueueFilter.FAILED)
    await transfers.retry([TransferId(number) for number in ids])


_ON_ROWS: Final[Mapping[str, _Act]] = MappingProxyType(
    {
        "pause": lambda transfers, ids: transfers.pause(ids),
        "resume": lambda transfers, ids: transfers.resume(ids),
        "retry": lambda transfers, ids: transfers.retry(ids),
        "cancel": lambda transfers, ids: transfers.cancel(ids),
    }
)
_ON_ALL: Final[Mapping[str, _Act]] = MappingProxyType(
    {
        "pause": lambda transfers, _: transfers.pause_all(),
        "resume": lambda transfers, _: transfers.resume_all(),
        "retry": _retry_failed,
        "clear": lambda transfers, _: transfers.clear_done(),
    }
)


async def queue(program: Running, job: Job, tell: Tell) -> Ending:
    """Do ``job.action`` to the rows named, or to all; then list the queue."""
    failed = 0
    if job.action == "export":
        return await _export(program, job, tell)
    if job.action == "import":
        return await _import(program, job, tell)
    if job.action == "run":
        if program.transfers.summary().is_paused:
            await program.transfers.resume_all()
        await say_yes(program, job)
        await program.let_queue_run()
        failed = await follow_queue(program, job, tell)
        await program.joins.settled()
    else:
        ids = [TransferId(int(word)) for word in job.words]
        act = (_ON_ROWS if ids else _ON_ALL).get(job.action)
        if act is not None:
            await act(program.transfers, ids)
        await _list(program, tell)
    return Ending.SOME_FAILED if failed else Ending.DONE


async def _export(program: Running, job: Job, tell: Tell) -> Ending:
    path = Path(job.words[0])
    tell(Report(Kind.EXPORTED, {"local_path": str(path), "rows": await program.queue_file.export(path)}))
    return Ending.DONE


async def _import(program: Running, job: Job, tell: Tell) -> Ending:
    """What is new is queued; what was done, is there already or cannot be used is told."""
    found = await program.queue_file.read(Path(job.words[0]))
    wanted = [each.entry for each in found if each.is_wanted and each.entry is not None]
    unusable = [each for each in found if each.state is EntryState.UNUSABLE]
    for each in unusable:
        tell(Report(Kind.SKIPPED, {"name": each.text}, each.reason))
    if wanted:
        await program.queue_file.start(wanted)
    listed = len(found) - len(wanted) - len(unusable)
    tell(Report(Kind.IMPORTED, {"added": len(wanted), "listed": listed, "unusable": len(unusable)}))
    return Ending.SOME_FAILED if unusable else Ending.DONE


async def _list(program: Running, tell: Tell) -> None:
    ids = await program.transfers.order()
    for start in range(0, len(ids), PAGE):
        page = [TransferId(number) for number in ids[start : start + PAGE]]
        for transfer in await program.transfers.rows(page):
            tell(Report(Kind.TRANSFER, transfer_facts(transfer), transfer.error))
    tell(summary_report(program.transfers.summary()))
