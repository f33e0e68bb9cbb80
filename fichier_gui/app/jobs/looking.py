"""``ls`` and ``account``."""

from dataclasses import asdict
from typing import Any

from fichier_gui.app.browse import path_part
from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Tell
from fichier_gui.app.jobs.running import Running
from fichier_gui.domain.account import Account
from fichier_gui.domain.names import natural_key
from fichier_gui.domain.remote import RemoteFile, RemoteFolder


async def ls(program: Running, job: Job, tell: Tell) -> Ending:
    """One report for each entry of a folder, or for each file of that path."""
    for path in job.words or ("/",):
        found = await program.browse.find(path, cached=job.cached)
        if isinstance(found, RemoteFolder):
            listing = await program.browse.recent(found.id, cached=job.cached)
            inside = path.rstrip("/")
            for folder in sorted(listing.folders, key=_order):
                tell(Report(Kind.FOLDER, _folder_facts(folder, f"{inside}/{path_part(folder.name)}")))
            for file in sorted(listing.files, key=_order):
                tell(Report(Kind.FILE, _file_facts(file, f"{inside}/{path_part(file.name)}")))
        else:
            for file in found:
                tell(Report(Kind.FILE, _file_facts(file, path)))
    return Ending.DONE


async def account(program: Running, job: Job, tell: Tell) -> Ending:
    """The account as far as known; asked again when it is older than the service allows to ask."""
    known = await program.session.account(refresh=not job.cached)
    state = program.session.state
    facts: dict[str, Any] = {"storage": state.storage.name.lower(), "known": known is not None}
    if known is not None:
        facts |= _account_facts(known)
    tell(Report(Kind.ACCOUNT, facts, state.storage_problem))
    return Ending.DONE


def _order(entry: RemoteFile | RemoteFolder) -> str:
    return natural_key(entry.name)


def _account_facts(account: Account) -> dict[str, Any]:
    return {**asdict(account), "plan": account.plan.name.lower()}


def _folder_facts(folder: RemoteFolder, path: str) -> dict[str, Any]:
    return {**asdict(folder), "path": path}


def _file_facts(file: RemoteFile, path: str) -> dict[str, Any]:
    facts = asdict(file)
    return {"link": facts.pop("url"), **facts, "path": path}
