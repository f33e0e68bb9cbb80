"""Split files are joined while their parts are still coming: the joined file is all that stays.

What is to be joined is on the disk before the first part is queued; how far it is follows from the files. A
program that ended at any moment goes on where it was.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, Protocol, TypeVar

from fichier_gui.app.split_files import Split
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.workers import Workers
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AppError, DiskFull, SourceMissing
from fichier_gui.domain.events import DownloadFinished, Event, FileJoined, JoinFailed
from fichier_gui.system.text_file import AtomicText
from fichier_gui.transfers.joining import Joining
from fichier_gui.transfers.ports import Checksums

logger = logging.getLogger(__name__)

LOOK_FOR_ROOM_EVERY: Final = 30.0
"""Seconds between two looks whether a full disk has room again."""

T = TypeVar("T")


class Rows(Protocol):
    """What the journal says of downloads."""

    async def has_target(self, path: str) -> bool:
        """Whether some download, ended or not, has this local path."""
        ...

    async def unfinished_in(self, folder: str) -> set[str]:
        """The local paths below ``folder`` of downloads that are not done."""
        ...


class Joins:
    """Lives on the core's loop. ``hear`` takes the queue's events; ``catch_up`` is for the start."""

    def __init__(
        self,
        memory: AtomicText,
        checksums: Checksums,
        free_space: Callable[[Path], int],
        rows: Rows,
        workers: Workers,
        clock: Clock,
        scope: TaskScope,
        emit: Callable[[Event], None],
    ) -> None:
        self._memory = memory
        self._checksums = checksums
        self._free_space = free_space
        self._rows = rows
        self._workers = workers
        self._clock = clock
        self._scope = scope
        self._emit = emit
        self._splits: dict[Path, Split] = {}
        """By the folder of the parts."""
        self._working = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    async def expect(self, splits: Iterable[Split]) -> None:
        """These will come in parts. Committed when this returns. Raises ``DiskProblem`` leaves."""
        new = {split.manifest.parent: split for split in splits}
        if new:
            self._splits |= new
            await self._keep()

    def hear(self, event: Event) -> None:
        """A part, or the list of the parts, has its final name."""
        if isinstance(event, DownloadFinished):
            folder = Path(event.transfer.local_path).parent
            if folder in self._splits:
                self._begin(folder)

    async def catch_up(self) -> None:
        """Go on with what an earlier run left; forget what nobody waits for. ``DiskProblem`` leaves."""
        self._splits = await self._workers.run(self._load)
        for folder, split in list(self._splits.items()):
            is_there = await self._workers.run(split.manifest.exists)
            if not is_there and not await self._rows.has_target(str(split.manifest)):
                del self._splits[folder]
            else:
                self._begin(folder)
        await self._keep()

    async def settled(self) -> None:
        """Wait until nothing is being joined, nor about to be."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def join(self, manifest: Path) -> Path:
        """Join what lies beside ``manifest`` now; all of it has to be there. Raises ``JoinProblem`` leaves,
        ``TargetExists``, ``DiskProblem`` leaves."""
        joining = Joining(manifest, self._checksums, self._free_space)
        async with self._working:
            return await self._run(joining, joining.run)

    def _begin(self, folder: Path) -> None:
        task = self._scope.start(self._advance(folder), f"join in {folder.name}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _advance(self, folder: Path) -> None:
        while (split := self._splits.get(folder)) is not None:
            try:
                async with self._working:
                    await self._step(folder, split)
            except DiskFull as error:
                self._emit(JoinFailed(error))
                await self._clock.sleep(LOOK_FOR_ROOM_EVERY)
            except AppError as error:
                # Told once; another download of the part, or the next start, tries again.
                self._emit(JoinFailed(error))
                return
            else:
                return

    async def _step(self, folder: Path, split: Split) -> None:
        joining = Joining(split.manifest, self._checksums, self._free_space)
        # A part that has its name but is not yet done in the journal would be fetched again after a kill.
        unfinished = {Path(path).name for path in await self._rows.unfinished_in(str(folder))}
        try:
            final = await self._run(joining, lambda: joining.advance(split.target, unfinished))
        except SourceMissing:
            return  # the list itself has not come yet
        if final is not None:
            del self._splits[folder]
            await self._keep()
            self._emit(FileJoined(str(final)))

    async def _run(self, joining: Joining, work: Callable[[], T]) -> T:
        try:
            return await self._workers.run(work)
        except asyncio.CancelledError:
            joining.stop()
            raise

    def _load(self) -> dict[Path, Split]:
        try:
            told = json.loads(self._memory.load() or "[]")
            splits = [Split(Path(manifest), Path(target)) for manifest, target in told]
        except (ValueError, TypeError) as error:
            logger.warning("The list of files to join is not usable: %s", error)
            return {}
        return {split.manifest.parent: split for split in splits}

    async def _keep(self) -> None:
        told = [[str(split.manifest), str(split.target)] for split in self._splits.values()]
        await self._workers.run(self._memory.save, json.dumps(told))
