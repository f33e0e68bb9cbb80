"""Files that the user keeps: tables and lists that the window or a command writes and reads."""

from pathlib import Path

from fichier_gui.app.workers import Workers
from fichier_gui.system.text_file import load_of_user, save_for_user


class Documents:
    """Off the loop."""

    def __init__(self, disk: Workers) -> None:
        self._disk = disk

    async def save(self, path: Path, text: str) -> None:
        """Replace a file whole. Raises ``DiskProblem`` leaves."""
        await self._disk.run(save_for_user, path, text)

    async def load(self, path: Path, most: int) -> str:
        """The text of a file of at most ``most`` bytes.

        Raises ``ValueError`` for a larger one, ``DiskProblem`` leaves.
        """
        return await self._disk.run(load_of_user, path, most)
