"""Who starts next: the free places, and who travels together."""

from collections.abc import Callable, Sequence
from typing import Final

from fichier_gui.domain.changes import Changes
from fichier_gui.domain.transfers import WAITING, Direction, Priority, State, Transfer
from fichier_gui.transfers import forms, scheduler
from fichier_gui.transfers.connections import Connections
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.limits import SMALL, QueueLimits
from fichier_gui.transfers.runner import Runner

LOOK_AHEAD: Final = 8
"""Rows that are looked at for the next one: the first may still be on their way out of an earlier run."""


class Starting:
    """Lives on the core's loop. ``is_open``: false while the whole queue must wait, by whatever cause."""

    def __init__(
        self, journal: Journal, runner: Runner, connections: Connections, is_open: Callable[[], bool]
    ) -> None:
        self._journal = journal
        self._is_open = is_open
        self._runner = runner
        self._connections = connections

    async def fill_places(self, now: float, limits: QueueLimits) -> None:
        """Start what is due at ``now`` (seconds since 1970), as far as there is room."""
        for direction in Direction:
            await self._start_urgent(direction, now, limits)
            if direction is Direction.DOWNLOAD and now < self._runner.elsewhere_until:
                continue
            for _ in range(scheduler.places(direction, self._runner.occupants, limits)):
                if not await self._start(await self._next(direction, now)):
                    break
            if scheduler.has_small_place(direction, self._runner.occupants, limits):
                await self._start(await self._next(direction, now, SMALL))
        await self._connections.note_beyond(scheduler.beyond_limits(self._runner.occupants, limits))

    async def next_look(self, now: float, cool_until: float | None) -> float | None:
        """Seconds until something may be due that is not now; None: only an event can bring it."""
        ends = [end for end in (cool_until, self._runner.elsewhere_until) if end and end > now]
        return scheduler.next_look(now, await self._journal.next_retry(now), *ends)

    async def _start_urgent(self, direction: Direction, now: float, limits: QueueLimits) -> None:
        """What the user wants at once does not wait for a place."""
        while scheduler.urgent_places(direction, self._runner.occupants, limits, self._connections.used):
            if not await self._start(await self._next(direction, now, least=Priority.NOW)):
                break
            await self._connections.note_beyond(scheduler.beyond_limits(self._runner.occupants, limits))

    async def _start(self, chosen: Sequence[Transfer]) -> bool:
        if not (chosen and self._is_open()):
            return False
        ids = [t.id for t in chosen]
        changes: Changes = {"state": State.STARTING, "error": None, "retry_at": None}
        await self._journal.shift(ids, WAITING, changes)
        if not self._is_open():
            # A running one was refused the key, or told to be patient, while this was written.
            await self._journal.shift(ids, {State.STARTING}, {"state": State.QUEUED})
            return False
        self._runner.start_together(chosen)
        return True

    async def _next(
        self,
        direction: Direction,
        now: float,
        largest: int | None = None,
        least: Priority = Priority.LOW,
    ) -> list[Transfer]:
        busy = self._runner.ids
        found = await self._journal.due(direction, now, LOOK_AHEAD, largest, least)
        due = [t for t in found if t.id not in busy]
        if not due:
            return []
        leader, most = due[0], self._runner.most_together(due[0])
        is_small = direction is Direction.UPLOAD and not leader.body_sent and leader.size <= SMALL
        if not is_small or most == 1:
            return [leader]
        others = [
            t
            for t in await self._journal.companions(leader, now, SMALL, most)
            if t.id not in busy and self._runner.most_together(t) >= most
        ]
        return forms.together(leader, others, most)
