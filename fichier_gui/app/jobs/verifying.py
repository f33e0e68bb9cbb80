"""``verify`` and ``sums``: local files against the account or a sum file; the sums of what is there."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path

from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Tell
from fichier_gui.app.jobs.running import Running
from fichier_gui.app.verifying import Verification, sum_file_check
from fichier_gui.app.workers import Workers
from fichier_gui.domain.checking import Comparison, Verdict, by_urgency
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AppError, NotFound
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.transfers.checksum import find_checksums

PROGRESS_EVERY = 0.5
"""Seconds between two reports of progress."""


async def verify(program: Running, job: Job, tell: Tell) -> Ending:
    """Compare a local file or folder with the remote one at ``job.to``."""
    local = Path(job.words[0])
    verification = await _verification(program, local, job.to)
    return await _carried_out(verification, tell, program.clock, wants_progress=job.wants_progress)


async def sums(program: Running, job: Job, tell: Tell) -> Ending:
    """Tell the sums of remote folders and files, or write them to ``job.to``."""
    known, unknown = [], 0
    for path in job.words:
        found = await program.browse.find(path)
        each, without = await program.verifying.sums_of(found)
        known += each
        unknown += without
    if job.to:
        await program.verifying.write_sums(Path(job.to), known)
    else:
        for one in known:
            tell(Report(Kind.SUM, asdict(one)))
    if unknown:
        tell(Report(Kind.COMPARED, {"without": unknown}))
    return Ending.SOME_FAILED if unknown else Ending.DONE


async def check_sum_files(paths: Sequence[Path], tell: Tell, clock: Clock, *, wants_progress: bool) -> Ending:
    """``verify --sums``: needs neither the service nor the profile."""
    ending = Ending.DONE
    workers = Workers("read")
    try:
        for path in paths:
            check = sum_file_check(path.expanduser().absolute(), find_checksums(), workers)
            try:
                ending = max(ending, await _carried_out(check, tell, clock, wants_progress=wants_progress))
            except* AppError as group:
                ending = Ending.SOME_FAILED
                for error in group.exceptions:
                    if isinstance(error, AppError):
                        tell(Report(Kind.FAILED, {"name": path.name}, error))
    finally:
        await workers.close()
    tell(Report(Kind.ENDED, {"code": int(ending)}))
    return ending


async def _verification(program: Running, local: Path, path: str) -> Verification:
    """A file is looked for in a remote folder by its name, and the other way round."""
    found = await program.browse.find(path)
    if await asyncio.to_thread(local.is_dir):
        return program.verifying.against(local, found)
    if isinstance(found, RemoteFolder):
        path = f"{path.rstrip('/')}/{local.name}"
        found = await program.browse.find(path)
    if isinstance(found, RemoteFolder):
        raise NotFound(path=path)
    return program.verifying.file_against(local, found)


async def _carried_out(check: Verification, tell: Tell, clock: Clock, *, wants_progress: bool) -> Ending:
    async with asyncio.TaskGroup() as group:
        watching = group.create_task(_watched(check, tell, clock)) if wants_progress else None
        comparison = await check.run()
        if watching is not None:
            watching.cancel()
    for file in by_urgency(comparison.files):
        facts = {each.name: getattr(file, each.name) for each in fields(file) if each.name != "reason"}
        tell(Report(Kind.CHECKED, {**facts, "verdict": str(file.verdict)}, file.reason))
    tell(_summary(comparison))
    return Ending.DONE if comparison.is_good else Ending.SOME_FAILED


def _summary(comparison: Comparison) -> Report:
    counts = comparison.counts
    facts = {str(verdict): counts.get(verdict, 0) for verdict in Verdict}
    return Report(Kind.COMPARED, {**facts, "unread": comparison.unread})


async def _watched(check: Verification, tell: Tell, clock: Clock) -> None:
    while True:
        progress = check.progress
        facts = {"done": progress.done, "total": progress.total, "speed": 0.0, "seconds_left": None}
        tell(Report(Kind.PROGRESS, facts))
        await clock.sleep(PROGRESS_EVERY)
