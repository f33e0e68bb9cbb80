"""``queue``: look at it, halt it, let it go on, clear it, work it off."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from fichier_gui.app.jobs.following import PAGE, follow_queue, summary_report
from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Tell, transfer_facts
from fichier_gui.app.jobs.moving import say_yes
from fichier_gui.app.jobs.running import Running
from fichier_gui.app.transferring import Transfers
from fichier_gui.domain.ids import TransferId
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
    if job.action == "run":
        if program.transfers.summary().is_paused:
            await program.transfers.resume_all()
        await say_yes(program, job)
        await program.let_queue_run()
        failed = await follow_queue(program, job, tell)
    else:
        ids = [TransferId(int(word)) for word in job.words]
        act = (_ON_ROWS if ids else _ON_ALL).get(job.action)
        if act is not None:
            await act(program.transfers, ids)
        await _list(program, tell)
    return Ending.SOME_FAILED if failed else Ending.DONE


async def _list(program: Running, tell: Tell) -> None:
    ids = await program.transfers.order()
    for start in range(0, len(ids), PAGE):
        page = [TransferId(number) for number in ids[start : start + PAGE]]
        for transfer in await program.transfers.rows(page):
            tell(Report(Kind.TRANSFER, transfer_facts(transfer), transfer.error))
    tell(summary_report(program.transfers.summary()))
