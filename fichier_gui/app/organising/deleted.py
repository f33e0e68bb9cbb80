"""The list of what was deleted lately: the service keeps nothing, so this is all that is left of it."""

from collections.abc import Mapping
from dataclasses import asdict

from fichier_gui.app.organising.ledger import LineFile
from fichier_gui.app.organising.run import Run
from fichier_gui.app.workers import Workers
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.organising import MOST_DELETED, Act, Deleted, Outcome, StepState
from fichier_gui.domain.remote import RemoteFile


class DeletedList:
    """In the profile. Raises ``DiskProblem`` leaves."""

    def __init__(self, file: LineFile, disk: Workers, clock: Clock) -> None:
        self._file = file
        self._disk = disk
        self._clock = clock

    async def entries(self) -> tuple[Deleted, ...]:
        """The newest first, each once: what a run had noted as it ended is noted again by the next."""
        lines = await self._disk.run(self._file.load)
        entries: dict[tuple[str, str, str | None], Deleted] = {}
        for line in reversed(lines[-MOST_DELETED:]):
            try:
                entry = Deleted(**line)
            except TypeError:
                continue
            entries.setdefault((entry.path, entry.name, entry.url), entry)
        return tuple(entries.values())

    async def trim(self) -> None:
        """Drop what is too much."""
        lines = await self._disk.run(self._file.load)
        if len(lines) > MOST_DELETED:
            await self._disk.run(self._file.replace, lines[-MOST_DELETED:])

    async def clear(self) -> None:
        """Forget everything."""
        await self._disk.run(self._file.replace, [])

    async def note(self, run: Run, outcomes: Mapping[int, Outcome], paths: Mapping[int, str]) -> None:
        """These are gone. ``paths``: the folders that they were in, by step."""
        now = self._clock.time()
        lines = []
        for number, outcome in outcomes.items():
            step = run.steps[number]
            if outcome.state is not StepState.DONE or step.act not in (Act.DELETE, Act.REMOVE_FOLDER):
                continue
            item = step.item
            entry = Deleted(now, paths[number], item.name)
            if isinstance(item, RemoteFile):
                entry = Deleted(now, paths[number], item.name, item.size, item.checksum, item.url)
            lines.append(asdict(entry))
        if lines:
            await self._disk.run(self._file.add, lines)
