"""One question for all downloads that would cost CDN credits, and what follows from its answer."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass

from fichier_gui.domain.events import CreditsAnswered, CreditsAsked, Event
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import State
from fichier_gui.transfers.credits import Credits
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.threads import Spawn


@dataclass(frozen=True, slots=True)
class Purser:
    """What it may do to the queue."""

    control: asyncio.Lock
    """While it is held nothing starts."""
    shift: Callable[[Sequence[TransferId], Iterable[State], State], Awaitable[None]]
    tell: Callable[[Sequence[int]], Awaitable[None]]
    rest: Callable[[Iterable[BatchId]], None]
    """Rows of these batches came to rest."""


class Paying:
    """Lives on the core's loop."""

    def __init__(
        self,
        journal: Journal,
        credits: Credits,
        emit: Callable[[Event], None],
        spawn: Spawn,
        hands: Purser,
    ) -> None:
        self._journal = journal
        self._credits = credits
        self._emit = emit
        self._spawn = spawn
        self._hands = hands
        self._is_asking = False

    def ask(self) -> None:
        """A download came to rest for want of a yes: so do the others that wait, and the user is asked."""
        if not self._is_asking:
            self._is_asking = True
            self._spawn(self._park(), "ask about credits")

    async def answer(self, yes: bool | None) -> None:
        """The user's answer, for all downloads until the program ends. None takes a yes back.

        With a yes the downloads that wait for it go on; a no leaves them where they are.
        """
        self._credits.answer = yes
        self._emit(CreditsAnswered(yes))
        if yes:
            await self.go_on()

    async def go_on(self) -> None:
        """The downloads that wait for a yes are looked at again, without a request for the same network."""
        async with self._hands.control:
            waiting = await self._journal.waiting_for_credits()
            await self._hands.shift(waiting, {State.NEEDS_ANSWER}, State.QUEUED)

    async def network_changed(self) -> None:
        """What was learned of the network is void. Where credits are not asked for, downloads go on."""
        self._credits.doubt()
        if await self._journal.waiting_for_credits():
            if self._credits.answer is None:
                self._emit(CreditsAnswered(None))
            await self.go_on()

    async def _park(self) -> None:
        async with self._hands.control:
            self._is_asking = False
            parked = await self._journal.park_for_credits(self._credits.question)
            self._hands.rest(parked.batches)
            await self._hands.tell(parked.changed)
        if parked.cost and self._credits.answer is None:
            self._emit(CreditsAsked(self._credits.question(parked.cost)))
