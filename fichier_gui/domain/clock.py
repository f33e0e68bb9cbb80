"""Time as something that is handed in, so that tests can turn the clock."""

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    """Wall time, steady time and sleep."""

    def time(self) -> float:
        """Seconds since 1970 (UTC): for what is stored and shown."""
        ...

    def monotonic(self) -> float:
        """Steady seconds: for durations inside one run."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait without blocking the loop."""
        ...


class SystemClock:
    """The machine's own clock."""

    def time(self) -> float:
        """See :class:`Clock`."""
        return time.time()

    def monotonic(self) -> float:
        """See :class:`Clock`."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """See :class:`Clock`."""
        await asyncio.sleep(seconds)
