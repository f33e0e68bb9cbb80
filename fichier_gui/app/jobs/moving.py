"""``upload`` and ``download``."""

from pathlib import Path

from fichier_gui.app.jobs.following import follow_batch
from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Tell
from fichier_gui.app.jobs.running import Running
from fichier_gui.app.upload_plan import split
from fichier_gui.app.views import DownloadPlan, UploadPlan
from fichier_gui.domain.errors import NotFound
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
        failed = await follow_batch(program, job, tell, program.transfers.start_download(plan))
    return Ending.SOME_FAILED if failed or missing or plan.skipped or plan.locked else Ending.DONE


async def say_yes(program: Running, job: Job) -> None:
    """CDN credits may be spent, if the job says so."""
    if job.uses_credits:
        await program.transfers.pay_with_credits(True)


async def _items(program: Running, word: str) -> list[RemoteFile | RemoteFolder | str]:
    if not word.startswith("/"):
        return [word]
    found = await program.browse.find(word)
    return [found] if isinstance(found, RemoteFolder) else list(found)


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
