"""The edits on disk: what was asked, what left, what the service confirmed. Row before request."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, Protocol

from fichier_gui.app.organising.run import Run
from fichier_gui.app.workers import Workers
from fichier_gui.domain.error_leaves import restore
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.organising import Act, EditKind, Item, Outcome, Step, StepState
from fichier_gui.domain.remote import RemoteFile, RemoteFolder

Line = dict[str, Any]


class LineFile(Protocol):
    """Lines that are only added. Blocking; raises ``DiskProblem`` leaves."""

    def load(self) -> list[Line]:
        """All of them."""
        ...

    def add(self, lines: list[Line]) -> None:
        """Some more."""
        ...

    def replace(self, lines: list[Line]) -> None:
        """These instead."""
        ...


class NoLines:
    """Keeps nothing."""

    def load(self) -> list[Line]:
        """See :class:`LineFile`."""
        return []

    def add(self, lines: list[Line]) -> None:
        """See :class:`LineFile`."""

    def replace(self, lines: list[Line]) -> None:
        """See :class:`LineFile`."""


class Ledger:
    """Raises ``DiskProblem`` leaves."""

    def __init__(self, file: LineFile, disk: Workers) -> None:
        self._file = file
        self._disk = disk

    async def load(self) -> list[Run]:
        """The edits that an earlier run left unfinished, or whose failures it did not tell.

        All others are dropped from the file.
        """
        known = _read(await self._disk.run(self._file.load))
        runs = [run for run in known if not run.is_over or (run.has_failures and not run.is_told)]
        await self.keep_only(runs)
        return runs

    async def keep_only(self, runs: Iterable[Run]) -> None:
        """The file holds these edits as they are, and no others."""
        await self._disk.run(self._file.replace, [line for run in runs for line in _lines(run)])

    async def begin(self, run: Run) -> None:
        """It was asked for."""
        await self._disk.run(self._file.add, _lines(run))

    async def sent(self, run: Run, numbers: Iterable[int]) -> None:
        """These steps leave now."""
        numbers = list(numbers)
        run.mark(numbers, StepState.SENT)
        await self._disk.run(self._file.add, [{"edit": run.id, "sent": numbers}])

    async def before(self, run: Run, folder_id: FolderId, urls: frozenset[str]) -> None:
        """A folder held these links before files were copied there."""
        run.before[folder_id] = urls
        await self._disk.run(self._file.add, [_before_line(run, folder_id)])

    async def settled(self, run: Run, outcomes: Mapping[int, Outcome]) -> None:
        """This became of these steps."""
        run.settle(outcomes)
        await self._disk.run(self._file.add, [_outcome_line(run, outcomes)])

    async def told(self, run: Run) -> None:
        """How it ended was told."""
        run.is_told = True
        await self._disk.run(self._file.add, [{"edit": run.id, "told": True}])


def _lines(run: Run) -> list[Line]:
    first = {
        "edit": run.id,
        "kind": run.kind.value,
        "account": run.account,
        "back": run.takes_back,
        "steps": [_step_wire(step) for step in run.steps],
    }
    known = {number: outcome for number, outcome in enumerate(run.outcomes) if outcome.state.is_over}
    sent = [number for number, outcome in enumerate(run.outcomes) if outcome.state is StepState.SENT]
    lines: list[Line] = [first, *(_before_line(run, folder) for folder in run.before)]
    if sent:
        lines.append({"edit": run.id, "sent": sent})
    if known:
        lines.append(_outcome_line(run, known))
    return lines


def _before_line(run: Run, folder_id: FolderId) -> Line:
    return {"edit": run.id, "folder": folder_id, "before": sorted(run.before[folder_id])}


def _outcome_line(run: Run, outcomes: Mapping[int, Outcome]) -> Line:
    return {"edit": run.id, "over": [[number, _outcome_wire(one)] for number, one in outcomes.items()]}


def _step_wire(step: Step) -> Line:
    item: Line = {"file": asdict(step.item)} if isinstance(step.item, RemoteFile) else {}
    if isinstance(step.item, RemoteFolder):
        # With whom it is shared is nothing that an edit needs.
        item = {"dir": {name: value for name, value in asdict(step.item).items() if name != "shares"}}
    rest = {
        "from": step.folder,
        "to": step.target,
        "as": step.name,
        "into": step.into,
        "asked": step.is_asked,
    }
    return {"act": step.act.value, **item, **rest}


def _step(wire: Line) -> Step:
    item: Item = RemoteFile(**wire["file"]) if "file" in wire else RemoteFolder(**wire["dir"])
    return Step(
        Act(wire["act"]), item, wire["from"], wire["to"], wire["as"], wire["into"], is_asked=wire["asked"]
    )


def _outcome_wire(outcome: Outcome) -> Line:
    error = outcome.error
    told = None if error is None else [error.code, error.detail, dict(error.facts)]
    return {
        "state": outcome.state.value,
        "error": told,
        "url": outcome.url,
        "folder": outcome.folder,
        "name": outcome.name,
    }


def _outcome(wire: Line) -> Outcome:
    error = restore(*wire["error"]) if wire["error"] else None
    url = FileUrl(wire["url"]) if wire["url"] else None
    return Outcome(StepState(wire["state"]), error, url, wire["folder"], wire["name"])


def _read(lines: list[Line]) -> list[Run]:
    """Lines of another version's making are passed over."""
    runs: dict[int, Run] = {}
    for line in lines:
        try:
            _take(runs, line)
        except (KeyError, TypeError, ValueError, IndexError):
            continue
    return list(runs.values())


def _take(runs: dict[int, Run], line: Line) -> None:
    number = int(line["edit"])
    if "steps" in line:
        steps = [_step(wire) for wire in line["steps"]]
        runs[number] = Run(
            number, EditKind(line["kind"]), steps, account=line["account"], takes_back=line["back"]
        )
    elif "sent" in line:
        runs[number].mark(line["sent"], StepState.SENT)
    elif "told" in line:
        runs[number].is_told = True
    elif "before" in line:
        runs[number].before[FolderId(line["folder"])] = frozenset(line["before"])
    else:
        runs[number].settle({index: _outcome(wire) for index, wire in line["over"]})
