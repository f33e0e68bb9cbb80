"""The program's place on the desktop, as the user puts it there and takes it away."""

from collections.abc import Callable

from fichier_gui.app.workers import Workers
from fichier_gui.domain.desktop import DesktopPart, DesktopParts, PartWords
from fichier_gui.system.integration import Integration


class Integrating:
    """Lives on the core's loop."""

    def __init__(self, open_integration: Callable[[], Integration] | None, disk: Workers) -> None:
        self._open = open_integration
        """None for a run that must not touch the machine."""
        self._disk = disk

    async def take_all_away(self) -> None:
        """Nothing of the program is left on the desktop. Raises ``DiskProblem`` leaves."""
        if self._open is not None:
            integration = self._open()
            for part in (await self.parts()).present:
                await self._disk.run(integration.take_away, part)

    async def parts(self) -> DesktopParts:
        """How it stands now; nothing is remembered. Raises ``DiskProblem`` leaves."""
        return DesktopParts() if self._open is None else await self._disk.run(self._open().parts)

    async def change(self, part: DesktopPart, *, is_wanted: bool, words: PartWords) -> DesktopParts:
        """Put ``part`` there or take it away; how it stands then. Raises ``DiskProblem`` leaves."""
        if self._open is not None:
            integration = self._open()
            if is_wanted:
                await self._disk.run(integration.put, part, words)
            else:
                await self._disk.run(integration.take_away, part)
        return await self.parts()
