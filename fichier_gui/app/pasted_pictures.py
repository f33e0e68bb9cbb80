"""Pictures from the clipboard: until they are sent, the program's own copy is the only one."""

import contextlib
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Collection, Sequence
from pathlib import Path

from fichier_gui.app.workers import Workers
from fichier_gui.transfers.disk_faults import disk_faults

QueuedSources = Callable[[Sequence[str]], Awaitable[Collection[tuple[str, int | None]]]]
"""Those of some local paths that the list of transfers has, each with its place in the file."""


class PastedPictures:
    """Each lies in a folder of its own, so that two may have one name."""

    def __init__(self, folder: Path, queued: QueuedSources, disk: Workers) -> None:
        self._folder = folder
        self._queued = queued
        self._disk = disk
        self._placed: set[Path] = set()
        """In this run: they may be on their way to the list."""

    async def place(self, name: str) -> Path:
        """A path for a picture called ``name``. Those that the list has no more are deleted.

        Raises ``DiskProblem`` leaves.
        """
        there = await self._disk.run(self._earlier)
        kept = {path for path, _ in await self._queued([str(path) for path in there])}
        path = await self._disk.run(self._made, name, [path for path in there if str(path) not in kept])
        self._placed.add(path)
        return path

    def _earlier(self) -> list[Path]:
        with contextlib.suppress(OSError):
            return [path for path in self._folder.glob("*/*") if path not in self._placed]
        return []

    def _made(self, name: str, gone: Sequence[Path]) -> Path:
        for path in gone:
            shutil.rmtree(path.parent, ignore_errors=True)
        with disk_faults(self._folder):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return Path(tempfile.mkdtemp(dir=self._folder)) / name
