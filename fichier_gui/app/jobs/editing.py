"""``mkdir``, ``mv``, ``cp``, ``rm`` and ``rename``: the account's files and folders, by path or by link."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from fichier_gui.app.browse import path_part
from fichier_gui.app.jobs.following import events_of
from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Tell, amount_wire
from fichier_gui.app.jobs.running import Running
from fichier_gui.app.organising.linked import Answer
from fichier_gui.app.organising.organising import Organising
from fichier_gui.domain import links
from fichier_gui.domain.errors import (
    AccessDenied,
    AccessProblem,
    AppError,
    FolderExists,
    InsideItself,
    NotFound,
    RequestProblem,
)
from fichier_gui.domain.events import EditChanged
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.organising import Act, EditKind, Outcome, Placed, Step, StepState
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.domain.secret import Secret

Performer = Callable[[Running, Job, Tell], Coroutine[Any, Any, Ending]]

_REFUSED = (AccessProblem, RequestProblem)
"""What is wrong with one of several words, and leaves the others alone."""
_KINDS = {
    EditKind.RENAME: Kind.MOVED,
    EditKind.MOVE: Kind.MOVED,
    EditKind.COPY: Kind.COPIED,
    EditKind.DELETE: Kind.DELETED,
}


def _naming_refused(performer: Performer) -> Performer:
    """What no edit may do to one of the items is told with its name, and nothing is done."""

    async def perform(program: Running, job: Job, tell: Tell) -> Ending:
        try:
            return await performer(program, job, tell)
        except (InsideItself, AccessDenied) as error:
            tell(Report(Kind.FAILED, {"name": error.facts.get("name", "")}, error))
            return Ending.SOME_FAILED

    return perform


async def mkdir(program: Running, job: Job, tell: Tell) -> Ending:
    """Make folders; with ``job.parents`` what is missing above them too, and what is there is no failure."""
    failed = 0
    for path in job.words:
        try:
            parent, missing = await program.browse.deepest(path)
            if not missing and not job.parents:
                raise FolderExists(name=path)
            if len(missing) > 1 and not job.parents:
                raise NotFound(path=path)
            for name in missing:
                if not job.dry_run:
                    parent = (await program.browse.make_folder(parent, name, patient=True)).id
            if missing:
                tell(Report(Kind.MADE, {"path": _clean(path), "dry_run": job.dry_run}))
        except _REFUSED as error:
            failed += 1
            tell(Report(Kind.FAILED, {"name": path}, error))
    return Ending.SOME_FAILED if failed else Ending.DONE


@_naming_refused
async def mv(program: Running, job: Job, tell: Tell) -> Ending:
    """Move items into the folder ``job.to``, which is made if it is missing."""
    items, missing = await _items(program, job.words, tell)
    organising = await program.organising()
    target, names = await program.browse.deepest(job.to)
    await organising.learn_rights(items, target)
    # Also for what it refuses, before a folder is made for it.
    steps = organising.plans.move(items, target)
    if names and job.dry_run:
        steps = _into_new(items, target)
    elif names:
        steps = organising.plans.move(items, await program.browse.make_path(job.to))
    failed = await _carried_out(program, organising, job, tell, EditKind.MOVE, steps)
    return Ending.SOME_FAILED if failed or missing else Ending.DONE


@_naming_refused
async def cp(program: Running, job: Job, tell: Tell) -> Ending:
    """Copy items on the service into the folder ``job.to``, which is made if it is missing.

    ``job.password`` opens what wants one.
    """
    items, missing = await _items(program, job.words, tell, any_owner=True, password=job.password)
    organising = await program.organising()
    target, names = await program.browse.deepest(job.to)
    await organising.learn_rights((), target)
    steps = await organising.plans.copy(items, target)
    if names and job.dry_run:
        steps = _into_new(items, target)
    elif names:
        steps = await organising.plans.copy(items, await program.browse.make_path(job.to))
    failed = await _carried_out(program, organising, job, tell, EditKind.COPY, steps)
    return Ending.SOME_FAILED if failed or missing else Ending.DONE


@_naming_refused
async def rename(program: Running, job: Job, tell: Tell) -> Ending:
    """Give items new names: ``job.words`` are an item and its name, and so on."""
    names: list[tuple[Placed, str]] = []
    missing = 0
    for word, name in zip(job.words[::2], job.words[1::2], strict=True):
        items, lacking = await _items(program, [word], tell)
        names += [(placed, name) for placed in items]
        missing += lacking
    organising = await program.organising()
    steps = organising.plans.rename(names)
    failed = await _carried_out(program, organising, job, tell, EditKind.RENAME, steps)
    return Ending.SOME_FAILED if failed or missing else Ending.DONE


@_naming_refused
async def rm(program: Running, job: Job, tell: Tell) -> Ending:
    """Delete items for good, folders with all that is in them.

    What it comes to is told first. Without ``job.yes`` it is then done only if it is what ``job.agreed``
    says: the person was asked about that and nothing else.
    """
    items, missing = await _items(program, job.words, tell)
    items = await _outermost(program, items)
    organising = await program.organising()
    plan = await organising.plan_delete(items)
    agreed = amount_wire(plan.amount)
    needs_yes = bool(plan.steps) and not job.dry_run and not job.yes and job.agreed != agreed
    if plan.steps:
        amount = {
            "files": plan.amount.files,
            "folders": plan.amount.folders,
            "size": plan.amount.size,
            "is_complete": plan.amount.is_complete,
        }
        asked = {"needs_yes": needs_yes, "agreed": job.agreed == agreed, "dry_run": job.dry_run}
        tell(Report(Kind.DELETES, {**amount, **asked}))
    failed = 0
    if not needs_yes:
        failed = await _carried_out(program, organising, job, tell, EditKind.DELETE, plan.steps)
    return Ending.SOME_FAILED if failed or missing else Ending.DONE


async def _items(
    program: Running,
    words: Sequence[str],
    tell: Tell,
    *,
    any_owner: bool = False,
    password: Secret | None = None,
) -> tuple[list[Placed], int]:
    """What the words mean, each item once; and how many mean nothing, which is told."""
    linked = (await program.organising()).linked
    urls = [url for word in words for url in _urls(word)]
    answers = await (linked.anybodys(urls, password) if any_owner else linked.own(urls))
    found: dict[FileUrl | FolderId, Placed] = {}
    missing = 0
    for word in words:
        try:
            placed = await _at(program, word) if word.startswith("/") else _linked(word, answers)
        except _REFUSED as error:
            missing += 1
            tell(Report(Kind.SKIPPED, {"name": word}, error))
            continue
        for each in placed:
            found.setdefault(each.item.url if isinstance(each.item, RemoteFile) else each.item.id, each)
    return list(found.values()), missing


async def _at(program: Running, path: str) -> list[Placed]:
    folder, found = await program.browse.find_now(path)
    return [Placed(folder, item) for item in ((found,) if isinstance(found, RemoteFolder) else found)]


def _urls(word: str) -> list[FileUrl]:
    found = () if word.startswith("/") else links.find(word)
    return [link.url for link in found if isinstance(link, links.FileLink)]


def _linked(word: str, answers: Mapping[FileUrl, Answer]) -> list[Placed]:
    """Raises why there is nothing."""
    placed = []
    for url in _urls(word):
        answer = answers[url]
        if isinstance(answer, AppError):
            raise answer
        placed.append(answer)
    if not placed:
        raise NotFound(path=word)
    return placed


async def _outermost(program: Running, items: Sequence[Placed]) -> list[Placed]:
    """Without what lies in a folder that is among them."""
    chosen = {placed.item.id for placed in items if not isinstance(placed.item, RemoteFile)}
    outside = []
    for placed in items:
        around = await program.browse.known_path(placed.folder)
        if chosen.isdisjoint(folder.id for folder in around):
            outside.append(placed)
    return outside


def _into_new(items: Sequence[Placed], target: FolderId) -> tuple[Step, ...]:
    """For a dry run: what goes into a folder that is not there yet, where no name is taken."""
    return tuple(Step(Act.MOVE, placed.item, placed.folder, target) for placed in items)


class _Teller:
    """Tells what became of each item. Where it was is noted before it moves."""

    def __init__(self, program: Running, job: Job, kind: EditKind, steps: Sequence[Step]) -> None:
        self._browse = program.browse
        self._job = job
        self._kind = kind
        self._sources = [self._source(step) for step in steps]
        self._told: set[int] = set()

    def tell_planned(self, steps: Sequence[Step], tell: Tell) -> None:
        """What would be done to the items that were named."""
        for number, step in enumerate(steps):
            if step.is_asked:
                tell(self._done(number, step, Outcome(StepState.DONE), self._job.to.rstrip("/")))

    def tell_over(self, results: Sequence[tuple[Step, Outcome]], tell: Tell) -> None:
        """What is over and not told yet."""
        for number, (step, outcome) in enumerate(results):
            if not outcome.state.is_over or number in self._told:
                continue
            self._told.add(number)
            if outcome.error is not None:
                tell(Report(Kind.FAILED, {"name": self._sources[number]}, outcome.error))
            elif outcome.state is StepState.DONE and (step.is_asked or step.act is Act.COPY):
                into = step.target if step.target is not None else step.folder
                tell(self._done(number, step, outcome, self._browse.path_of(into).rstrip("/")))

    def _done(self, number: int, step: Step, outcome: Outcome, into: str) -> Report:
        name = outcome.name or step.name or step.item.name
        facts: dict[str, Any] = {"name": name, "from": self._sources[number], "dry_run": self._job.dry_run}
        if self._kind is EditKind.DELETE:
            facts |= {"path": facts.pop("from")}
        elif self._kind is EditKind.RENAME:
            facts |= {"path": self._path(step.folder, name)}
        else:
            facts |= {"path": f"{into}/{path_part(name)}"}
        if isinstance(step.item, RemoteFile):
            facts |= {"link": outcome.url or step.item.url, "size": step.item.size}
        return Report(_KINDS[self._kind], facts)

    def _source(self, step: Step) -> str:
        item = step.item
        if isinstance(item, RemoteFile):
            return self._path(step.folder, item.name)
        # Of a folder that is to be copied the step knows only where the copy is made.
        return self._browse.path_of(item.id)

    def _path(self, folder: FolderId, name: str) -> str:
        return f"{self._browse.path_of(folder).rstrip('/')}/{path_part(name)}"


async def _carried_out(
    program: Running, organising: Organising, job: Job, tell: Tell, kind: EditKind, steps: Sequence[Step]
) -> int:
    """How many items were not done. Whoever stops waiting stops the edit: nothing of it happens later."""
    teller = _Teller(program, job, kind, steps)
    if job.dry_run:
        teller.tell_planned(steps, tell)
        return 0
    with events_of(program) as events:
        number = await organising.carry_out(kind, steps, _passwords(job, steps))
        if number is None:
            return 0
        try:
            while True:
                event = await events.get()
                if not isinstance(event, EditChanged) or event.report.id != number:
                    continue
                report = event.report
                teller.tell_over(organising.results(number), tell)
                if report.is_over:
                    return report.failed + report.cancelled
                if job.wants_progress:
                    tell(Report(Kind.PROGRESS, {"items": report.done + report.failed, "of": report.total}))
        except asyncio.CancelledError:
            organising.stop(number)
            raise


def _passwords(job: Job, steps: Sequence[Step]) -> dict[FileUrl, Secret]:
    if job.password is None:
        return {}
    files = [step.item for step in steps if isinstance(step.item, RemoteFile) and step.act is Act.COPY]
    return {file.url: job.password for file in files if file.has_password}


def _clean(path: str) -> str:
    return "/" + "/".join(part for part in path.split("/") if part)
