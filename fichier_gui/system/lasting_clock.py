"""A clock that goes on evenly when the machine's clock is set, and while the machine sleeps."""

import sys
import time
from collections.abc import Callable

from fichier_gui.domain.clock import SystemClock


def lasting() -> float:
    """Seconds that also pass while the machine sleeps, and that nobody can set."""
    # Python's own steady clock stops with the machine on Linux (CLOCK_MONOTONIC) and macOS (uptime).
    name = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform)
    number: int | None = getattr(time, name, None) if name else None
    return time.monotonic() if number is None else time.clock_gettime(number)


class LastingClock(SystemClock):
    """Wall time that passes evenly, whatever somebody sets the machine's clock to.

    A clock that is set must neither end a lock early nor keep a transfer waiting. Whoever owns the waits
    moves them by :meth:`step` and then calls :meth:`follow`, all at once.
    """

    def __init__(self, wall: Callable[[], float] = time.time, lasting: Callable[[], float] = lasting) -> None:
        self._wall = wall
        self._lasting = lasting
        self._start = wall() - lasting()

    def time(self) -> float:
        """See :class:`Clock`."""
        return self._start + self._lasting()

    def step(self) -> float:
        """Seconds by which the machine's clock was set forward since this one last followed it."""
        return self._wall() - self.time()

    def follow(self, seconds: float) -> None:
        """Make that step too."""
        self._start += seconds
