"""Folders of this computer: listed, filled, renamed, on threads that nothing waits for."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final, ParamSpec, TypeVar

from fichier_gui.domain.local_files import LocalListing
from fichier_gui.system import local_entries
from fichier_gui.system.volumes import nearest_existing
from fichier_gui.transfers.worker_pool import WorkerPool

P = ParamSpec("P")
T = TypeVar("T")

_MOST: Final = 8
"""Calls under way at once: one that hangs on a drive that went away holds no other up."""


class LocalFiles:
    """Paths are absolute. Every call raises ``DiskProblem`` leaves; on a dead drive it may never end."""

    def __init__(self) -> None:
        self._threads = WorkerPool(_MOST, "local files")

    def close(self) -> None:
        """Nothing is begun any more. What hangs on a drive is not waited for."""
        self._threads.shutdown(wait=False)

    async def listing(self, folder: str) -> LocalListing:
        """What is right in a folder."""
        return await self._run(local_entries.listed, folder)

    async def stamp(self, folder: str) -> int:
        """Another number as soon as something is added, renamed or taken away."""
        return await self._run(local_entries.stamp, folder)

    async def nearest(self, folder: str) -> str:
        """The folder itself, or the first one above it that is there."""
        return str(await self._run(nearest_existing, Path(folder)))

    async def make_folder(self, folder: str, name: str) -> str:
        """The path of the new folder."""
        return await self._run(local_entries.make_folder, folder, name)

    async def rename(self, path: str, name: str) -> str:
        """The new path. What has the name already is not replaced."""
        return await self._run(local_entries.rename, path, name)

    async def _run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.wrap_future(self._threads.submit(work, *args, **kwargs))
