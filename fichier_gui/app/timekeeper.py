"""Notices that the machine slept, and that its clock was set."""

from collections.abc import Awaitable, Callable
from typing import Final

from fichier_gui.system.lasting_clock import LastingClock

EVERY: Final = 1.0
SMALLEST_STEP: Final = 2.0
"""Seconds: a clock that runs a little fast or slow is set by less."""
SLEPT: Final = 10.0
"""A look that comes so many seconds late comes after a sleep of the machine."""


class Timekeeper:
    """Lives on the core's loop."""

    def __init__(
        self, clock: LastingClock, on_step: Callable[[float], Awaitable[None]], on_wake: Callable[[], None]
    ) -> None:
        self._clock = clock
        self._on_step = on_step
        self._on_wake = on_wake

    async def run(self) -> None:
        """For ever."""
        while True:
            before = self._clock.time()
            await self._clock.sleep(EVERY)
            if self._clock.time() - before > EVERY + SLEPT:
                self._on_wake()
            step = self._clock.step()
            if abs(step) >= SMALLEST_STEP:
                await self._on_step(step)
