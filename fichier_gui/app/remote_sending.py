"""Addresses on their way to the service: sent a few at a time, taken back while they wait."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final

from fichier_gui.domain.errors import (
    AddressNotAllowed,
    AppError,
    NetworkProblem,
    NetworkUnavailable,
    RequestRejected,
    ServiceOverloaded,
    UnexpectedAnswer,
)
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.jobs import Fetch, RemoteItem, RemoteJob
from fichier_gui.domain.remote_sources import AT_ONCE

MOST_REFUSALS: Final = 4
"""Addresses refused in a row: the others are not asked for any more, since refusals lead to a ban."""

SKEW: Final = 120.0
"""Seconds that the clocks here and there may differ."""

_OF_ADDRESS: Final = (RequestRejected, AddressNotAllowed)
"""How a refusal comes whose words are not known: with status 403 it is taken for one of our own address."""

Request = Callable[[Sequence[str], FolderId, Mapping[str, str]], Awaitable[RemoteJob]]
"""``remote/request``."""


@dataclass(frozen=True, slots=True)
class Order:
    """One address that is in no job."""

    number: int
    source: str
    folder_id: FolderId
    headers: Mapping[str, str] = field(repr=False)
    state: Fetch = Fetch.UNSENT
    error: AppError | None = None
    doubtful_since: float | None = None
    """When a request left of which nobody knows whether it arrived."""
    owner: str = ""
    """E-mail of the account that it is for; empty while the key's account is not known."""

    @property
    def item(self) -> RemoteItem:
        """As it is shown."""
        return RemoteItem(self.source, self.state, folder_id=self.folder_id, error=self.error)


class Outbox:
    """Lives on the core's loop. ``taken`` is told each job that the service made.

    It keeps the orders of every account that was signed in, and deals with those of ``owner`` alone (the
    e-mail of the account in use, empty while it is not known): the others wait unseen.
    """

    def __init__(
        self,
        request: Request,
        taken: Callable[[RemoteJob, FolderId], Awaitable[None]],
        changed: Callable[[], None],
        now: Callable[[], float],
        owner: str = "",
    ) -> None:
        self._request = request
        self._taken = taken
        self._changed = changed
        self._now = now
        self.owner = owner
        self._numbers = count()
        self._orders: dict[int, Order] = {}
        self._leaving: set[int] = set()
        self._refusals = 0

    @property
    def orders(self) -> tuple[Order, ...]:
        """Those that are in no job, in the order they were asked for."""
        return tuple(order for order in self._orders.values() if order.owner == self.owner)

    @property
    def is_doubtful(self) -> bool:
        """Some may be in a job that nobody knows."""
        return any(order.doubtful_since is not None for order in self.orders)

    @property
    def is_waiting(self) -> bool:
        """Some are still to be sent."""
        return bool(self._waiting())

    def add(self, urls: Sequence[str], folder_id: FolderId, headers: Mapping[str, str]) -> None:
        """Wanted from now on. What was refused or taken back before gives way to the same address."""
        wanted: dict[str, float | None] = dict.fromkeys(urls)
        for order in self.orders:
            if order.source not in wanted:
                continue
            if order.state is not Fetch.UNSENT:
                wanted[order.source] = order.doubtful_since
                del self._orders[order.number]
            elif order.folder_id == folder_id:
                del wanted[order.source]
        for url, since in wanted.items():
            order = Order(next(self._numbers), url, folder_id, dict(headers), owner=self.owner)
            self._orders[order.number] = replace(order, doubtful_since=since)
        self._changed()

    def cancel(self) -> None:
        """Take back what has not left."""
        for order in self._waiting():
            if order.number not in self._leaving:
                self._orders[order.number] = replace(order, state=Fetch.CANCELLED)
        self._changed()

    def forget(self) -> None:
        """Let go of what was refused or taken back."""
        for order in self.orders:
            if order.state is not Fetch.UNSENT:
                del self._orders[order.number]
        self._changed()

    def change_owner(self, owner: str) -> None:
        """The account may be another one. What was leaving may have left; of no known owner is taken back."""
        for order in tuple(self._orders.values()):
            if order.number in self._leaving:
                order = replace(order, doubtful_since=self._now())
            if not order.owner and order.state is Fetch.UNSENT:
                order = replace(order, state=Fetch.CANCELLED)
            self._orders[order.number] = order
        self.claim(owner)

    def claim(self, owner: str) -> None:
        """Whose key is in use is known now, and with it whose orders are those that it was used for."""
        self.owner = owner
        for order in tuple(self._orders.values()):
            if not order.owner:
                self._orders[order.number] = replace(order, owner=owner)

    def adopt(self, job: RemoteJob) -> FolderId | None:
        """Where a job goes to that nobody knew, if it is a request of ours that was never confirmed."""
        mine = [order for order in self.orders if _may_be_in(order, job)]
        for order in mine:
            del self._orders[order.number]
        return mine[0].folder_id if mine else None

    def doubt_no_more(self) -> None:
        """All jobs are known: what is in none of them never arrived."""
        for order in self.orders:
            self._orders[order.number] = replace(order, doubtful_since=None)

    async def send(self) -> None:
        """Until nothing waits. An error ends at its address, or at all that wait."""
        while batch := self._next():
            leaving = {order.number for order in batch}
            self._leaving |= leaving
            try:
                await self._send(batch)
            finally:
                self._leaving -= leaving

    def _waiting(self) -> list[Order]:
        return [order for order in self.orders if order.state is Fetch.UNSENT]

    def _next(self) -> list[Order]:
        waiting = self._waiting()
        first = waiting[:1]
        alike = [o for o in waiting if (o.folder_id, o.headers) == (first[0].folder_id, first[0].headers)]
        return alike[:AT_ONCE]

    async def _send(self, batch: list[Order]) -> None:
        batch = [order for order in batch if self._orders.get(order.number) is order]
        if not batch:
            return
        try:
            job = await self._request([o.source for o in batch], batch[0].folder_id, batch[0].headers)
        except _OF_ADDRESS as error:
            await self._divide(batch, error)
        except AppError as error:
            self._stop(batch, error)
        else:
            self._refusals = 0
            for order in batch:
                self._orders.pop(order.number, None)
            await self._taken(job, batch[0].folder_id)

    async def _divide(self, batch: list[Order], error: AppError) -> None:
        """Find the address that is meant: it keeps no other from being fetched."""
        if len(batch) > 1:
            middle = len(batch) // 2
            await self._send(batch[:middle])
            await self._send(batch[middle:])
            return
        self._refuse(batch, error)
        self._refusals += 1
        if self._refusals >= MOST_REFUSALS:
            self._refuse(self._waiting(), error)
            self._refusals = 0

    def _stop(self, batch: list[Order], error: AppError) -> None:
        """It concerns them all: nothing more is sent."""
        is_doubtful = isinstance(error, NetworkProblem | ServiceOverloaded | UnexpectedAnswer)
        since = self._now() if is_doubtful and not isinstance(error, NetworkUnavailable) else None
        for order in batch:
            self._orders[order.number] = replace(self._orders[order.number], doubtful_since=since)
        self._refuse(self._waiting(), error)

    def _refuse(self, orders: Collection[Order], error: AppError) -> None:
        for order in orders:
            known = self._orders[order.number]
            self._orders[order.number] = replace(known, state=Fetch.REFUSED, error=error)
        self._changed()


def _may_be_in(order: Order, job: RemoteJob) -> bool:
    since, asked = order.doubtful_since, job.requested_at
    if since is None or order.source not in job.sources:
        return False
    return asked is None or asked >= since - SKEW
