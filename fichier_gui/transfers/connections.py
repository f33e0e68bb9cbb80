"""How many connections all transfers together may have."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final

from fichier_gui.transfers.limits import QueueLimits

MOST_CONNECTIONS: Final = 30
"""Of an account, says the service's owner (reference §6.2)."""
KEPT_FREE: Final = 3
"""For transfers that the user starts at once: they do not wait until another gives up a connection."""


def first_ones(limits: QueueLimits) -> int:
    """Connections that the allowed transfers need for themselves; a small file may be one more."""
    return limits.uploads + limits.downloads + 1


def beyond_first(limits: QueueLimits, beyond: int = 0) -> int:
    """How many connections downloads may have beyond their first, while so many run ``beyond`` the limits."""
    return max(0, MOST_CONNECTIONS - first_ones(limits) - max(KEPT_FREE, beyond))


class Connections:
    """Bounds the connections beyond each transfer's first. Lives on the loop."""

    def __init__(self, limits: Callable[[], QueueLimits]) -> None:
        self._limits = limits
        self._beyond = 0
        self._used = 0
        self._freed = asyncio.Condition()

    @property
    def used(self) -> int:
        """Those that downloads have beyond their first."""
        return self._used

    async def note_beyond(self, beyond: int) -> None:
        """So many transfers run that the limits do not count with."""
        async with self._freed:
            self._beyond = beyond
            self._freed.notify_all()

    @asynccontextmanager
    async def one_more(self) -> AsyncIterator[None]:
        """Waits for its turn."""
        async with self._freed:
            await self._freed.wait_for(lambda: self._used < beyond_first(self._limits(), self._beyond))
            self._used += 1
        try:
            yield
        finally:
            self._used -= 1
            async with self._freed:
                self._freed.notify_all()
