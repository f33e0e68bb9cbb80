"""Carries a job out on the program that owns the profile, and reports as it goes."""

from collections.abc import Callable, Coroutine, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final

from fichier_gui.app.jobs.job import CHOOSE_FILES, Ending, Job, Kind, Report, Tell, Verb, ending_of
from fichier_gui.app.jobs.patience import Patience
from fichier_gui.app.jobs.running import Running
from fichier_gui.domain.desktop import Errand
from fichier_gui.domain.errors import AppError, ProfileInUse
from fichier_gui.domain.events import WindowCalled

Performer = Callable[[Running, Job, Tell], Coroutine[Any, Any, Ending]]


async def _who(program: Running, _job: Job, tell: Tell) -> Ending:
    tell(Report(Kind.OWNER, {"has_window": program.has_window}))
    return Ending.DONE


async def _show(program: Running, job: Job, _tell: Tell) -> Ending:
    if not program.has_window:
        raise ProfileInUse("a command without a window owns the profile")
    program.bus.emit(WindowCalled(Errand(job.words, chooses_files=job.action == CHOOSE_FILES)))
    return Ending.DONE


def _found(module: str, name: str) -> Performer:
    """That of a module beside this one, which is imported with the first such job: a command has one."""

    async def perform_it(program: Running, job: Job, tell: Tell) -> Ending:
        performer: Performer = getattr(import_module(f"fichier_gui.app.jobs.{module}"), name)
        return await performer(program, job, tell)

    return perform_it


_PERFORMERS: Final[Mapping[Verb, Performer]] = MappingProxyType(
    {
        Verb.LS: _found("looking", "ls"),
        Verb.ACCOUNT: _found("looking", "account"),
        Verb.EXPORT: _found("exporting", "export"),
        Verb.UPLOAD: _found("moving", "upload"),
        Verb.DOWNLOAD: _found("moving", "download"),
        Verb.QUEUE: _found("queueing", "queue"),
        Verb.KEY: _found("signing", "key"),
        Verb.VERIFY: _found("verifying", "verify"),
        Verb.SUMS: _found("verifying", "sums"),
        Verb.MKDIR: _found("editing", "mkdir"),
        Verb.MV: _found("editing", "mv"),
        Verb.CP: _found("editing", "cp"),
        Verb.RM: _found("editing", "rm"),
        Verb.RENAME: _found("editing", "rename"),
        Verb.WHO: _who,
        Verb.SHOW: _show,
    }
)


_ABOUT_THE_OWNER: Final = frozenset({Verb.WHO, Verb.SHOW})
_ASKS_NOTHING: Final = _ABOUT_THE_OWNER | {Verb.KEY, Verb.EXPORT}


def asks_service(job: Job) -> bool:
    """False for a job that goes on without a key and while the service is paused."""
    if job.verb is Verb.QUEUE:
        return job.action == "run"
    return job.verb not in _ASKS_NOTHING and not job.cached


async def perform(program: Running, job: Job, tell: Tell) -> Ending:
    """Do ``job``; the last report is ``Kind.ENDED``. Our errors end the job, they are not raised."""
    error: AppError | None = None
    ending = Ending.SOME_FAILED
    try:
        if job.verb not in _ABOUT_THE_OWNER:
            # A job may come while the key ring is still asking.
            await program.session.settled()
        work = _PERFORMERS[job.verb](program, job, tell)
        if asks_service(job):
            ending = await Patience(program, job.max_pause, tell).run(work)
        else:
            ending = await work
    except* AppError as group:
        error = _first_of(group)
        ending = ending_of(error)
    tell(Report(Kind.ENDED, {"code": int(ending)}, error))
    return ending


def _first_of(group: BaseExceptionGroup[AppError]) -> AppError:
    found = group.exceptions[0]
    return found if isinstance(found, AppError) else _first_of(found)
