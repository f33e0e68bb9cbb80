"""Shows a file in the system's file manager, chosen among the others of its folder."""

import logging
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from fichier_gui.system.daemon_call import daemon_call
from fichier_gui.system.dbus import BusProblem, MessageBus, Service

logger = logging.getLogger(__name__)

Start = Callable[[str | Sequence[str]], None]
"""Starts a command and does not wait. Raises ``OSError``."""

SERVICE: Final = Service(
    "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1"
)
"""Of Nautilus, Dolphin, Nemo, Thunar and others. It takes several files: Thunar opens a window for each."""


def _start(command: str | Sequence[str]) -> None:
    silent = subprocess.DEVNULL
    subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True)


def explorer_command(path: Path) -> str:
    """Explorer reads its command line itself: the quotes stand after the comma."""
    return f'explorer /select,"{path}"'


def finder_command(path: Path) -> Sequence[str]:
    """``open -R`` reveals."""
    return ("open", "-R", str(path))


COMMANDS: Final[Mapping[str, Callable[[Path], str | Sequence[str]]]] = MappingProxyType(
    {"win32": explorer_command, "darwin": finder_command}
)
"""By ``sys.platform``."""


class FileManager:
    """Shows and chooses."""

    def __init__(self, bus: MessageBus, platform: str = sys.platform, start: Start = _start) -> None:
        self._bus = bus
        self._platform = platform
        self._start = start

    async def show(self, path: Path) -> bool:
        """Open the folder of ``path`` with it chosen. False where nobody can do that."""
        command = COMMANDS.get(self._platform)
        if command is None:
            return await self._ask(path)
        return await daemon_call("file manager", lambda: self._run(command(path)))

    async def _ask(self, path: Path) -> bool:
        try:
            await self._bus.call(SERVICE, "ShowItems", "ass", [path.as_uri()], "")
        except BusProblem as error:
            logger.info("File manager: %s", error)
            return False
        return True

    def _run(self, command: str | Sequence[str]) -> bool:
        try:
            self._start(command)
        except OSError as error:
            logger.info("File manager: %s", type(error).__name__)
            return False
        return True
