"""Notices when a network that was away is back, so that nothing waits longer than it must.

Rows wait with a back-off of their own, and a window may have nothing to ask: neither tells soon that the
network is back. While there is doubt a connection is tried every few seconds; no request is spent on it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import NetworkProblem
from fichier_gui.domain.events import Event, NetworkLost, TransferChanged
from fichier_gui.domain.transfers import State
from fichier_gui.transfers.threads import Spawn

TRY_EVERY: Final = 3.0
"""Seconds between two tries."""


class Reachability:
    """Lives on the core's loop. Has one task, and that only while there is doubt."""

    def __init__(
        self, reach: Callable[[], Awaitable[None]], clock: Clock, spawn: Spawn, came_back: Callable[[], None]
    ) -> None:
        self._reach = reach
        self._clock = clock
        self._spawn = spawn
        self._came_back = came_back
        self._is_away = False
        self._task: asyncio.Task[None] | None = None

    def hear(self, event: Event) -> None:
        """Doubt the network when something failed for it."""
        if isinstance(event, NetworkLost):
            self.doubt()
        elif isinstance(event, TransferChanged):
            transfer = event.transfer
            if transfer.state is State.RETRYING and isinstance(transfer.error, NetworkProblem):
                self.doubt()

    def doubt(self, *, is_away: bool = False) -> None:
        """Try until a connection comes about. ``came_back`` is called then if one had failed before.

        ``is_away``: it is known that the network was away, as after the machine has slept.
        """
        self._is_away = self._is_away or is_away
        if self._task is None or self._task.done():
            self._task = self._spawn(self._try_until_reached(), "reachability")

    def doubt_anew(self) -> None:
        """The network is known to have been away: try at once, whatever is under way in one that has gone."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.doubt(is_away=True)

    async def _try_until_reached(self) -> None:
        while not await self._is_reached():
            # A line that broke says nothing of the network; a connection that cannot be made does.
            self._is_away = True
            await self._clock.sleep(TRY_EVERY)
        was_away, self._is_away = self._is_away, False
        if was_away:
            self._came_back()

    async def _is_reached(self) -> bool:
        try:
            await self._reach()
        except NetworkProblem:
            return False
        return True
