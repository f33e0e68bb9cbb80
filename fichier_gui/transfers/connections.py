"""How many connections all downloads together may have."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final

from fichier_gui.transfers.limits import QueueLimits

MOST_CONNECTIONS: Final = 30
"""Of an account, says the service's owner (reference §6.2)."""


def beyond_first(limits: QueueLimits) -> int:
    """How many downloads may have more than their first connection: each transfer needs one of its own."""
    return MOST_CONNECTIONS - limits.uploads - limits.downloads - 1


class Connections:
    """Bounds the connections beyond each transfer's first. Lives on the loop."""

    def __init__(self, most: Callable[[], int]) -> None:
        self._most = most
        self._used = 0
        self._freed = asyncio.Condition()

    @asynccontextmanager
    async def one_more(self) -> AsyncIterator[None]:
        """Waits for its turn."""
        async with self._freed:
            await self._freed.wait_for(lambda: self._used < self._most())
            self._used += 1
        try:
            yield
        finally:
            self._used -= 1
            async with self._freed:
                self._freed.notify_all()
