"""Sends the machine to sleep or shuts it down, by the means that each system has for its users."""

import logging
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from fichier_gui.domain.after_queue import AfterQueue
from fichier_gui.system.daemon_call import daemon_call

logger = logging.getLogger(__name__)

Run = Callable[[Sequence[str]], bool]
"""Runs a list of arguments; False when the system refused. Blocking."""

_LIMIT: Final = 30.0
"""Seconds: the system may ask for a password, which nobody is there to type."""

COMMANDS: Final[Mapping[str, Mapping[AfterQueue, tuple[str, ...]]]] = MappingProxyType(
    {
        "linux": {
            AfterQueue.SLEEP: ("systemctl", "suspend"),
            AfterQueue.SHUT_DOWN: ("systemctl", "poweroff"),
        },
        "darwin": {
            AfterQueue.SLEEP: ("pmset", "sleepnow"),
            AfterQueue.SHUT_DOWN: ("osascript", "-e", 'tell application "System Events" to shut down'),
        },
        "win32": {AfterQueue.SHUT_DOWN: ("shutdown", "/s", "/t", "0")},
    }
)
"""By ``sys.platform``. Windows has no command that sleeps and never hibernates: see :func:`_suspend`."""


def run_command(arguments: Sequence[str]) -> bool:
    """Run it and wait. False when it is missing, fails, or takes too long; the log says which."""
    try:
        done = subprocess.run(
            arguments, stdin=subprocess.DEVNULL, capture_output=True, timeout=_LIMIT, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        logger.warning("%s: %s", arguments[0], type(error).__name__)
        return False
    if done.returncode:
        logger.warning("%s ended with %s", arguments[0], done.returncode)
    return done.returncode == 0


def _suspend() -> bool:
    """Windows' ``SetSuspendState``: sleep, not hibernation."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.powrprof.SetSuspendState(0, 0, 0))
    return False


class Power:
    """The machine's switch. ``run`` and ``suspend`` block; they get a daemon thread."""

    def __init__(
        self,
        platform: str = sys.platform,
        run: Run = run_command,
        suspend: Callable[[], bool] = _suspend,
    ) -> None:
        self._platform = platform
        self._run = run
        self._suspend = suspend

    async def use(self, wish: AfterQueue) -> bool:
        """Sleep or shut down. False when this system knows no way or refuses."""
        if self._platform == "win32" and wish is AfterQueue.SLEEP:
            return await daemon_call("power", self._suspend)
        arguments = COMMANDS.get(self._platform, {}).get(wish)
        if arguments is None:
            return False
        return await daemon_call("power", lambda: self._run(arguments))
