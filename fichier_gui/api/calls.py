"""How a call is made: key, budget, request, error, parser, and when it is made again."""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from fichier_gui.api.account_budget import Budget
from fichier_gui.api.address import ServiceAddress
from fichier_gui.api.cooldown import PAUSING
from fichier_gui.api.exchange import Exchange, Reply
from fichier_gui.api.faults import Place, from_answer
from fichier_gui.api.pacing import Kind, Priority
from fichier_gui.api.pages import looks_like_page
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import (
    AccessProblem,
    ConnectionLost,
    KeyRefused,
    NoKey,
    RequestProblem,
    RequestRejected,
    ServiceOverloaded,
    UnexpectedAnswer,
)
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.waiting import backoff

T = TypeVar("T")

_QUIET_RETRIES: Final = 2
_LARGE: Final = 256 * 1024
"""Answers above this size are parsed in a worker thread."""


@dataclass(frozen=True, slots=True)
class Ask:
    """How one call stands to the budget, and whether making it twice does no harm."""

    priority: Priority
    kind: Kind = Kind.CALL
    subject: int | None = None
    is_repeatable: bool = False


class Caller:
    """What the groups of end points share. Raises leaves of ``domain.errors`` only."""

    def __init__(
        self,
        address: ServiceAddress,
        key: Callable[[], Secret | None],
        budget: Budget,
        exchange: Exchange,
        clock: Clock,
    ) -> None:
        self._address = address
        self._key = key
        self._budget = budget
        self._exchange = exchange
        self._clock = clock
        self._accepted_key: Secret | None = None
        self._refused_key: Secret | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._address.base_url})"

    async def _call(
        self, endpoint: str, payload: Mapping[str, Any], ask: Ask, parse: Callable[[object], T]
    ) -> T:
        """One end point under ``/v1``: JSON in, JSON out."""
        if self._required_key() != self._accepted_key:
            # Nobody knows yet what the service says to it: one request finds out, the others wait for that.
            self._budget.doubt_key()
        body = json.dumps(payload, ensure_ascii=False).encode("utf-8", "surrogatepass")

        async def send() -> T:
            # Its turn may have been minutes away: the key that is in use now counts.
            key = self._required_key()
            with self._noting(key):
                reply = await self._exchange.post_json(self._address.endpoint(endpoint), body, key)
                return await understand_json(reply, parse)

        return await self._repeated(ask, send)

    def forgive_key(self, key: Secret) -> None:
        """The user wants ``key`` tried, whatever the service said to it before."""
        if key == self._refused_key:
            self._refused_key = None

    @contextmanager
    def _noting(self, key: Secret) -> Iterator[None]:
        """What the answer inside says of ``key``: a refused one is not sent again."""
        try:
            yield
        except KeyRefused:
            self._refused_key = key
            raise
        except UnexpectedAnswer:
            raise
        except (AccessProblem, RequestProblem):
            self._accepted_key = key
            raise
        else:
            self._accepted_key = key

    async def _repeated(self, ask: Ask, send: Callable[[], Awaitable[T]]) -> T:
        """Make a call, and again where that is the quiet way out.

        A flood answer is a refusal at the door, so every call may be made again after it: transfers and
        background work wait for the end of the cool-down, a click is told at once. An overloaded server is
        asked again twice, unless the queue does that by itself or the limits forbid it.
        """
        attempt = 0
        while True:
            try:
                async with self._budget.turn(ask.priority, ask.kind, ask.subject):
                    return await send()
            except PAUSING:
                if ask.priority is Priority.CLICK:
                    raise
            except (ServiceOverloaded, ConnectionLost):
                attempt += 1
                if not self._may_repeat(ask, attempt):
                    raise
                await self._clock.sleep(backoff(attempt, random.random()) / 2)

    def _may_repeat(self, ask: Ask, attempt: int) -> bool:
        limited = self._budget.rules.every(ask.kind) > 0
        is_queues = ask.priority is Priority.TRANSFER
        return ask.is_repeatable and not limited and not is_queues and attempt <= _QUIET_RETRIES

    def _required_key(self) -> Secret:
        key = self._key()
        if not key:
            raise NoKey
        if not (key.reveal().isascii() and key.reveal().isprintable()):
            raise KeyRefused("no key of the service holds such characters", unasked=True)
        if key == self._refused_key:
            raise KeyRefused(unasked=True)
        return key


async def understand_json(reply: Reply, parse: Callable[[object], T], place: Place = Place.API) -> T:
    """Raise what a failed answer means, else parse it; large ones in a worker thread."""
    if len(reply.body) > _LARGE:
        return await asyncio.to_thread(_understand, reply, parse, place)
    return _understand(reply, parse, place)


def _understand(reply: Reply, parse: Callable[[object], T], place: Place) -> T:
    try:
        answer = json.loads(reply.body)
    except ValueError:
        raise _no_json(reply, place) from None
    refused = isinstance(answer, dict) and str(answer.get("status", "")).upper() == "KO"
    if refused or reply.status >= 400:
        message = answer.get("message") if isinstance(answer, dict) else None
        raise from_answer(reply.status, str(message or ""), place, reply.retry_after)
    return parse(answer)


def _no_json(reply: Reply, place: Place) -> Exception:
    error = from_answer(reply.status, reply.text, place, reply.retry_after)
    is_known = reply.status >= 400 or not isinstance(error, RequestRejected)
    kind = "a page" if looks_like_page(reply.text) else "no JSON"
    return error if is_known else UnexpectedAnswer(f"{kind}: {error.detail}")
