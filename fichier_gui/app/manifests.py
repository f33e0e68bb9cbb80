"""Once all parts of a file are on the service, its manifest follows them into their folder."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.workers import Workers
from fichier_gui.domain.events import Event, TransferChanged
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.manifest import Manifest, Part
from fichier_gui.domain.transfers import Direction, NewUpload, State, Transfer
from fichier_gui.system.text_file import AtomicText
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.milestones import Milestone, Reached, unwatched
from fichier_gui.transfers.queue import TransferQueue


class Manifests:
    """Lives on the core's loop. ``hear`` takes the queue's events; ``catch_up`` is for the start.

    What is missing follows from the journal alone, so a program that ended at any moment does the same.
    """

    def __init__(
        self,
        folder: Path,
        journal: Journal,
        queue: Callable[[], TransferQueue],
        disk: Workers,
        scope: TaskScope,
        reached: Reached = unwatched,
    ) -> None:
        self._folder = folder
        self._journal = journal
        self._queue = queue
        self._disk = disk
        self._scope = scope
        self._reached = reached
        self._is_looking = False
        self._must_look = False
        self._adding = asyncio.Lock()
        """Held from the question whether one is missing to the row that says it is not."""

    def hear(self, event: Event) -> None:
        """Look whether a file is complete when one of its parts is done."""
        if isinstance(event, TransferChanged) and _is_part(event.transfer):
            self._must_look = True
            if not self._is_looking:
                self._is_looking = True
                self._scope.start(self._look(), "manifests")

    async def catch_up(self) -> None:
        """Queue the manifests that are missing. Raises ``DiskProblem`` leaves, ``JournalDamaged``."""
        async with self._adding:
            for parts in await self._journal.finished_splits():
                # What the user took out of the list since is not sent again.
                flag = f"manifest of {parts[0].id}"
                if await self._journal.flag(flag):
                    continue
                path = self._folder / f"{parts[0].id}" / manifest_of(parts).file_name
                if not await self._journal.is_queued(str(path)):
                    await self._add(parts, path)
                await self._journal.set_flag(flag, True)

    async def _look(self) -> None:
        try:
            while self._must_look:
                self._must_look = False
                await self.catch_up()
        finally:
            self._is_looking = False

    async def _add(self, parts: list[Transfer], path: Path) -> None:
        manifest = manifest_of(parts)
        mtime_ns = await self._disk.run(_saved, path, manifest.text())
        self._reached(Milestone.MANIFEST_SAVED)
        await self._queue().add(
            [
                NewUpload(
                    path=str(path),
                    name=manifest.file_name,
                    size=len(manifest.text().encode()),
                    folder_id=parts[0].folder_id or ROOT,
                    folder_path=parts[0].remote_folder_path,
                    mtime_ns=mtime_ns,
                )
            ]
        )
        self._reached(Milestone.MANIFEST_QUEUED)


def manifest_of(parts: list[Transfer]) -> Manifest:
    """Of the rows of one file's parts, in order. Names are those that the service really keeps."""
    facts = tuple(Part(t.stored_name or t.name, t.size, t.checksum or t.local_checksum) for t in parts)
    return Manifest(parts[0].name.rpartition(".")[0], sum(part.size for part in facts), facts)


def _is_part(transfer: Transfer) -> bool:
    is_upload = transfer.direction is Direction.UPLOAD
    return is_upload and transfer.part_offset is not None and transfer.state is State.DONE


def _saved(path: Path, text: str) -> int:
    AtomicText(path).save(text)
    return path.stat().st_mtime_ns
