"""What the user does to the order of the queue: places, priorities, starts at once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from fichier_gui.domain.events import Event, QueueReordered
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import Move, Priority, State
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.runner import Runner


@dataclass(frozen=True, slots=True)
class Order:
    """What it may do to the queue."""

    control: asyncio.Lock
    """While it is held nothing starts."""
    tell: Callable[[Sequence[int]], Awaitable[None]]
    """These rows wait for their turn."""
    look_again: Callable[[], None]
    """Another row may be the next."""


class Ordering:
    """Lives on the core's loop. Raises as the queue does."""

    def __init__(self, journal: Journal, runner: Runner, emit: Callable[[Event], None], order: Order) -> None:
        self._journal = journal
        self._runner = runner
        self._emit = emit
        self._order = order

    async def move(self, ids: Sequence[TransferId], to: Move) -> None:
        """Change their place in the queue. What runs already goes on."""
        await self._journal.move(ids, to)
        self._reordered()

    async def place(self, ids: Sequence[TransferId], beside: TransferId, is_after: bool) -> None:
        """Put rows directly before or after ``beside``; nothing happens when that one is gone."""
        if await self._journal.place(ids, beside, is_after):
            self._reordered()

    async def start_now(self, ids: Sequence[TransferId]) -> None:
        """Rows that wait or are paused come first, and begin even where as many run as the user allows.

        The service's own limits hold (``scheduler.urgent_places``), and so do a pause of the whole queue, the
        schedule, and a cool-down: they begin when those end.
        """
        async with self._order.control:
            changed = await self._journal.urge(ids)
            self._reordered()
            await self._order.tell(changed)

    async def prioritise(self, ids: Sequence[TransferId], priority: Priority) -> None:
        """Of what waits, rows of a higher priority start first. What runs already goes on."""
        async with self._order.control:
            changed = await self._journal.shift(ids, State, {"priority": priority})
            self._runner.prioritise((TransferId(i) for i in changed), priority)
            # Some of them may run, and go on running.
            await self._runner.tell_of(changed)
            self._order.look_again()

    def _reordered(self) -> None:
        self._emit(QueueReordered())
        self._order.look_again()
