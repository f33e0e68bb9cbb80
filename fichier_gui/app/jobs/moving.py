"""``upload`` and ``download``."""

import asyncio
import contextlib
from pathlib import Path

from fichier_gui.app.browse import Found
from fichier_gui.app.jobs.following import events_of, follow_batch
from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Tell
from fichier_gui.app.jobs.running import Running
from fichier_gui.app.remote_folders import KNOWN_FOR
from fichier_gui.app.split_files import FOLDER, with_parts
from fichier_gui.app.upload_plan import split
from fichier_gui.app.views import DownloadPlan, UploadPlan
from fichier_gui.domain.errors import NotFound
from fichier_gui.domain.events import Event, FileJoined, JoinFailed
from fichier_gui.domain.manifest import SUFFIX, whole_name
from fichier_gui.domain.remote import RemoteFile, RemoteFolder


async def upload(program: Running, job: Job, tell: Tell) -> Ending:
    """Send files and folders into a remote folder, which is made if it is missing."""
    await program.let_queue_run()
    folder_id = await program.browse.make_path(job.to or "/")
    plan = await program.transfers.plan_upload(job.words, folder_id)
    if job.splits:
        plan = split(plan)
    _tell_plan(plan, tell)
    failed = 0
    if plan.files:
        failed = await follow_batch(program, job, tell, program.transfers.start_upload(plan))
    return Ending.SOME_FAILED if failed or plan.skipped else Ending.DONE


async def download(program: Running, job: Job, tell: Tell) -> Ending:
    """Fetch links and remote paths into a local folder."""
    await say_yes(program, job)
    await program.let_queue_run()
    items: list[RemoteFile | RemoteFolder | str] = []
    missing = 0
    for word in job.words:
        try:
            items.extend(await _items(program, word))
        except NotFound as error:
            missing += 1
            tell(Report(Kind.SKIPPED, {"name": word}, error))
    folder = Path(job.to) if job.to else None
    plan = await program.transfers.plan_download(items, folder, patient=True, password=job.password)
    _tell_plan(plan, tell)
    failed = 0
    if plan.files:
        with events_of(program) as events:
            start = program.transfers.start_download(plan)
            failed = await follow_batch(program, job, lambda report: _tell_whole(report, tell), start)
            await program.joins.settled()
            failed += _tell_joins(events, tell)
    return Ending.SOME_FAILED if failed or missing or plan.skipped or plan.locked else Ending.DONE


def _tell_whole(report: Report, tell: Tell) -> None:
    """A part is nothing that anybody asked for: the file that it becomes is told."""
    is_file = report.kind is Kind.DOWNLOADED
    if not (is_file and Path(report.facts["local_path"]).parent.name.endswith(FOLDER)):
        tell(report)


def _tell_joins(events: asyncio.Queue[Event], tell: Tell) -> int:
    """What became of files that came in parts. How many could not be joined."""
    failed = 0
    while not events.empty():
        event = events.get_nowait()
        if isinstance(event, FileJoined):
            tell(Report(Kind.JOINED, {"local_path": event.path}))
        elif isinstance(event, JoinFailed):
            failed += 1
            tell(Report(Kind.FAILED, {}, event.error))
    return failed


async def say_yes(program: Running, job: Job) -> None:
    """CDN credits may be spent, if the job says so."""
    if job.uses_credits:
        await program.transfers.pay_with_credits(True)


async def _items(program: Running, word: str) -> list[RemoteFile | RemoteFolder | str]:
    if not word.startswith("/"):
        return [word]
    found = await _found(program, word)
    if isinstance(found, RemoteFolder):
        return [found]
    if whole_name(found[0].name) is None:
        return list(found)
    parent = await program.browse.find(word.rpartition("/")[0] or "/")
    listing = await program.browse.listing(parent.id, KNOWN_FOR) if isinstance(parent, RemoteFolder) else None
    return list(with_parts(found, listing.files if listing else ()))


async def _found(program: Running, path: str) -> Found:
    """A file that was sent in parts is meant by its own name too."""
    try:
        return await program.browse.find(path)
    except NotFound:
        with contextlib.suppress(NotFound):
            return await program.browse.find(path + SUFFIX)
        raise


def _tell_plan(plan: UploadPlan | DownloadPlan, tell: Tell) -> None:
    tell(Report(Kind.PLANNED, {"files": len(plan.files), "size": plan.total_size}))
    locked = plan.locked if isinstance(plan, DownloadPlan) else ()
    for skipped in plan.skipped + locked:
        tell(Report(Kind.SKIPPED, {"name": skipped.name}, skipped.reason))
    for large in plan.slow if isinstance(plan, UploadPlan) else ():
        verdict = large.verdict
        facts = {"size": large.file.size, "seconds": verdict.seconds, "parts": verdict.parts}
        tell(Report(Kind.SLOW, {"name": large.file.path, **facts}))
    for renamed in plan.renamed:
        tell(Report(Kind.RENAMED, {"name": renamed.name, "stored": renamed.stored}))
