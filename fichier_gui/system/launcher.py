"""Progress and a number on the program's icon in the launcher, by the signal that began with Unity.

Plasma's task manager, Dash to Dock, Plank and others show it. They find the icon by its desktop file.
"""

import logging
from typing import Final

from fichier_gui.domain.desktop import LauncherState
from fichier_gui.identity import DESKTOP_ID
from fichier_gui.system.dbus import BusProblem, MessageBus, Service

logger = logging.getLogger(__name__)

ENTRY: Final = f"application://{DESKTOP_ID}.desktop"
EMITTER: Final = Service("", "/com/canonical/unity/launcherentry/1", "com.canonical.Unity.LauncherEntry")


class LauncherEntry:
    """Tells whoever listens; nobody answers."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus
        self._problem = ""

    async def show(self, state: LauncherState) -> None:
        """Show it from now on. A launcher forgets it when this process leaves the bus."""
        try:
            await self._bus.tell(EMITTER, "Update", "sa{sv}", ENTRY, entry_properties(state))
        except BusProblem as error:
            if str(error) != self._problem:  # it is told at every percent
                logger.info("Launcher: %s", error)
            self._problem = str(error)


def entry_properties(state: LauncherState) -> dict[str, tuple[str, object]]:
    """As the signal carries it."""
    return {
        "progress": ("d", state.fraction or 0.0),
        "progress-visible": ("b", state.fraction is not None),
        "count": ("x", state.count),
        "count-visible": ("b", state.count > 0),
        "urgent": ("b", state.count > 0),
    }
