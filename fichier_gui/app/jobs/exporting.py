"""``export``: the files of the account, as far as they are known, into a file."""

from pathlib import Path

from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Tell
from fichier_gui.app.jobs.running import Running
from fichier_gui.domain.errors import NotFound
from fichier_gui.domain.remote import RemoteFolder


async def export(program: Running, job: Job, tell: Tell) -> Ending:
    """Write ``job.to`` with all files below the folder ``job.words[0]``, or of the account. No request."""
    top = None
    for path in job.words:
        found = await program.browse.find(path, cached=True)
        if not isinstance(found, RemoteFolder):
            raise NotFound(path=path)
        top = found.id
    written = await program.inventory.export(Path(job.to), top)
    known = written.coverage
    facts = {"rows": written.files, "listed": known.listed, "folders": known.folders}
    tell(Report(Kind.EXPORTED, {"local_path": job.to, **facts}))
    return Ending.DONE
