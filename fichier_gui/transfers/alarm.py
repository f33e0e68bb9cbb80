"""Wakes the queue when the next thing is due."""

import asyncio
from collections.abc import Callable
from typing import Final

from fichier_gui.domain.clock import Clock
from fichier_gui.transfers.threads import Spawn

LONGEST_SLEEP: Final = 5.0
"""The clock is looked at this often while something waits for it: it may jump, or the machine may sleep."""
SHORTEST_SLEEP: Final = 0.05


class Alarm:
    """Lives on the loop; rings once each time it is set."""

    def __init__(self, clock: Clock, spawn: Spawn, ring: Callable[[], None]) -> None:
        self._clock = clock
        self._spawn = spawn
        self._ring = ring
        self._task: asyncio.Task[None] | None = None

    def set(self, seconds: float | None) -> None:
        """Ring in so many seconds, or sooner; None: not at all. What was set before is forgotten."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if seconds is not None:
            self._task = self._spawn(self._ring_in(min(max(seconds, SHORTEST_SLEEP), LONGEST_SLEEP)), "alarm")

    async def close(self) -> None:
        """Ring no more. Idempotent."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    async def _ring_in(self, seconds: float) -> None:
        await self._clock.sleep(seconds)
        self._task = None
        self._ring()
