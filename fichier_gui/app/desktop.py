"""What the desktop's own services do for the program. Each says where there is none."""

import sys
from collections.abc import Callable
from pathlib import Path

from fichier_gui.domain.desktop import Button, LauncherState, Notification
from fichier_gui.domain.events import Event, NotificationPressed
from fichier_gui.system.dbus import MessageBus
from fichier_gui.system.file_manager import FileManager
from fichier_gui.system.launcher import LauncherEntry
from fichier_gui.system.notifications import DesktopNotifications


class Desktop:
    """Lives on the core's loop; leaves the session's bus when it closes."""

    def __init__(self, emit: Callable[[Event], None], *, has_bus: bool = sys.platform == "linux") -> None:
        self._emit = emit
        self._has_bus = has_bus
        self._bus = MessageBus("SESSION")
        self._notifications = DesktopNotifications(self._bus, self._on_pressed)
        self._launcher = LauncherEntry(self._bus)
        self._file_manager = FileManager(self._bus)

    async def notify(self, notification: Notification) -> int | None:
        """Its number, which :class:`NotificationPressed` tells again; None when nobody shows it."""
        return await self._notifications.show(notification) if self._has_bus else None

    async def show_on_launcher(self, state: LauncherState) -> None:
        """Progress on the program's icon."""
        if self._has_bus:
            await self._launcher.show(state)

    async def show_file(self, path: Path) -> bool:
        """In the file manager, chosen. False where there is none that can."""
        return await self._file_manager.show(path)

    async def close(self) -> None:
        """Leave the bus."""
        await self._bus.close()

    def _on_pressed(self, number: int, button: Button, token: str) -> None:
        self._emit(NotificationPressed(number, button, token))
