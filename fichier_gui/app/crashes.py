"""What an earlier run left that ended unexpectedly. Every start asks, and few want a report."""

from pathlib import Path

from fichier_gui.app.workers import Workers
from fichier_gui.system.crash_files import CrashFiles


class Crashes:
    """Of one profile."""

    def __init__(self, folder: Path, disk: Workers) -> None:
        self._files = CrashFiles(folder)
        self._disk = disk

    async def untold(self) -> str:
        """What it left, if nobody was told of it yet; else empty."""
        return await self._disk.run(self._files.untold)

    async def tell(self) -> None:
        """Somebody was told."""
        await self._disk.run(self._files.tell)
