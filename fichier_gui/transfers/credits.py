"""No CDN credit is spent without a yes.

The service pays downloads from an address that it takes for a VPN, a proxy or a data centre with the
account's credits, whatever the request says (reference §4.1, §6.5). So the class of the network is known
before the first link is asked for, unless there is nothing to spend.

Where the service refuses downloads altogether, for want of a plan or because of the network, one of them is
told so, and the others are not asked for: refused calls are counted, and too many of them lock the address.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from fichier_gui.domain.clock import Clock
from fichier_gui.domain.credits import NetworkClass
from fichier_gui.domain.errors import (
    AppError,
    CreditsNeeded,
    NetworkProblem,
    NetworkRefused,
    OneLocation,
    PremiumRequired,
)
from fichier_gui.domain.transfers import Transfer

LEARNED_FOR: Final = 600.0
"""Seconds after which the class of a network is asked for again: a router may have switched its VPN on."""


@dataclass(frozen=True, slots=True)
class Purse:
    """What there is to spend, and where we are. Both are asked at each link, and cost nothing."""

    known: Callable[[], int | None] = lambda: 0
    """Bytes that the account's credits pay; None while unknown."""
    here: Callable[[], str] = lambda: ""
    """This machine's own address on the way out: another one is another network."""


class Credits:
    """Lives on the core's loop. The user's answer holds until the program ends."""

    def __init__(
        self,
        ask: Callable[[], Awaitable[NetworkClass]],
        purse: Purse,
        clock: Clock,
    ) -> None:
        self._ask = ask
        self._purse = purse
        self._clock = clock
        self._class: NetworkClass | None = None
        self._learned_at = 0.0
        self._learned_here = ""
        self._looking = asyncio.Lock()
        self._refusal: AppError | None = None
        self._refused_until = 0.0
        self.answer: bool | None = None
        """The user's yes or no; None while nobody has answered."""

    def doubt(self) -> None:
        """The network may be another one."""
        self._class = None
        self._refusal = None

    def hear(self, error: AppError) -> None:
        """A transfer met this: the network may be another one, or every download would be told the same."""
        if isinstance(error, NetworkProblem | OneLocation):
            self.doubt()
        elif isinstance(error, NetworkRefused | PremiumRequired) and not error.facts.get("unasked"):
            self._refusal = error
            self._refused_until = self._clock.monotonic() + LEARNED_FOR

    def try_again(self) -> None:
        """The user wants a download tried, whatever another one was told."""
        self._refusal = None

    async def admit(self, transfer: Transfer) -> bool:
        """Before a link is asked for: whether it is to be paid with credits.

        Raises ``CreditsNeeded`` where that would cost credits and nobody has said yes, what another download
        was told (with the fact ``unasked``), and what a request raises.
        """
        if transfer.use_credits:
            return True
        self._repeat_refusal()
        if self._purse.known() == 0:
            return False
        found = await self._network()
        if found is NetworkClass.PRIVATE:
            return False
        if self.answer:
            # Where the service did not say, its own judgement is left to it: the yes covers both.
            return found is NetworkClass.PAID
        raise self.question(transfer.size - transfer.done)

    async def admit_free(self, cost: int, *, is_cdn: bool) -> None:
        """As :meth:`admit`, for what is never paid, whatever was answered. ``is_cdn``: the file itself costs.

        Raises ``CreditsNeeded`` wherever the service might take credits.
        """
        self._repeat_refusal()
        if self._purse.known() == 0:
            return
        if is_cdn:
            raise CreditsNeeded(cost=cost, credits=self._purse.known(), is_sure=True)
        if await self._network() is not NetworkClass.PRIVATE:
            raise self.question(cost)

    def _repeat_refusal(self) -> None:
        """Raises what another download was told, while it holds."""
        error = self._refusal
        if error is not None and self._clock.monotonic() < self._refused_until:
            raise type(error)(error.detail, **{**error.facts, "unasked": True})

    def question(self, cost: int) -> CreditsNeeded:
        """What the user is asked about so many bytes."""
        return CreditsNeeded(cost=cost, credits=self._purse.known(), is_sure=self._class is NetworkClass.PAID)

    async def _network(self) -> NetworkClass:
        async with self._looking:
            here = self._purse.here()
            is_old = self._clock.monotonic() - self._learned_at >= LEARNED_FOR
            if self._class is None or is_old or here != self._learned_here:
                self._class = None
                found = await self._ask()
                self._class, self._learned_here = found, here
                self._learned_at = self._clock.monotonic()
            return self._class
