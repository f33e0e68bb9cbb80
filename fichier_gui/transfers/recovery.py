"""What the queue does when the network is back, and when the machine's clock was set."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from fichier_gui.domain.clock import Clock
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import ACTIVE, Direction, State
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.live import Live

DEAD_AFTER: Final = 3.0
"""A download that gives nothing for so many seconds after the network came back has a dead connection."""
LOOKS: Final = 6
"""It may still live for a while on what had arrived before."""


@dataclass(frozen=True, slots=True)
class Hands:
    """What it may do to the queue."""

    control: asyncio.Lock
    """While it is held nothing starts."""
    stop: Callable[[Sequence[TransferId]], Awaitable[None]]
    shift: Callable[[Sequence[TransferId], Iterable[State], State], Awaitable[None]]
    move_waits: Callable[[float], None]
    """The queue's own waits are so much later; the rows' are looked at again."""


class Recovery:
    """Lives on the core's loop."""

    def __init__(self, journal: Journal, live: Live, clock: Clock, hands: Hands) -> None:
        self._journal = journal
        self._live = live
        self._clock = clock
        self._hands = hands

    async def network_back(self) -> None:
        """What waits for the network goes on at once, and downloads over dead connections begin new ones.

        An upload is left to its own time-out: what it has sent so far would be lost.
        """
        async with self._hands.control:
            if await self._journal.hasten(self._clock.time()):
                self._hands.move_waits(0.0)
        for _ in range(LOOKS):
            await self._begin_dead_downloads_anew()

    async def clock_was_set(self, seconds: float, follow: Callable[[float], None]) -> None:
        """The wall clock makes a step. ``follow`` moves the program's clock while nothing can start."""
        async with self._hands.control:
            await self._journal.clock_was_set(seconds)
            follow(seconds)
            self._hands.move_waits(seconds)

    async def _begin_dead_downloads_anew(self) -> None:
        before = self._live.moving(Direction.DOWNLOAD)
        await self._clock.sleep(DEAD_AFTER)
        now = self._live.moving(Direction.DOWNLOAD)
        if dead := [i for i, done in before.items() if now.get(i) == done]:
            async with self._hands.control:
                await self._hands.stop(dead)
                await self._hands.shift(dead, ACTIVE, State.QUEUED)
