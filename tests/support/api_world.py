"""The client against the simulator's state alone: no socket, virtual time, a network that delays."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from support.virtual_time import VirtualClock

from fichier_gui.api.exchange import Exchange, Reply
from fichier_gui.api.options import NetworkOptions
from fichier_gui.api.tls import TlsContexts
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.answers import Answer, RequestContext
from fichier_gui.simulator.service import Service


@dataclass
class MemoryInMemory:
    """What a budget keeps between runs."""

    text: str | None = None

    def load(self) -> str | None:
        return self.text

    def save(self, text: str) -> None:
        self.text = text


@dataclass
class StateExchange(Exchange):
    """Hands requests to the simulator's state after the delay of a network."""

    service: Service
    random: random.Random
    jitter: float = 0.5
    asked: list[tuple[float, str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(NetworkOptions(), TlsContexts())

    async def post_json(self, url: str, payload: bytes, key: Secret | None) -> Reply:
        endpoint = url.partition("/v1/")[2]
        await self._travel()
        context = RequestContext(key=key.reveal() if key else None)
        return self._back(endpoint, self.service.handle(endpoint, payload, context))

    async def post_form(self, url: str, payload: bytes) -> Reply:
        await self._travel()
        urls = parse_qs(payload.decode()).get("links[]", [])
        return self._back("site", self.service.check_links(RequestContext(), urls))

    async def get(self, url: str, key: Secret | None, headers: Mapping[str, str]) -> Reply:
        await self._travel()
        return self._back("end.pl", self.service.end(url.partition("xid=")[2]))

    async def _travel(self) -> None:
        await asyncio.sleep(0.02 + self.random.random() * self.jitter)

    def _back(self, endpoint: str, answer: Answer) -> Reply:
        text = answer.body if isinstance(answer.body, str) else json.dumps(answer.body)
        self.asked.append((VirtualClock().time(), endpoint, answer.status))
        return Reply(answer.status, answer.content_type, text.encode())
