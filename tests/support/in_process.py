"""The real client before the simulator's state, without a socket: small requests and bodies alike take
virtual time on their way, and every one of them is noted.

Only the last step is another: `Exchange` hands requests to `Service.handle`, and the bodies' blocking streams
are read and answered here instead of by a machine at the other end of a socket.
"""

from __future__ import annotations

import json
import random
import re
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import parse_qs, urlsplit

from support.virtual_time import ThreadNap, VirtualClock, VirtualLoop

from fichier_gui.api.address import ServiceAddress
from fichier_gui.api.budget import RequestBudget
from fichier_gui.api.client import FichierClient
from fichier_gui.api.dialing import Dialer, Line
from fichier_gui.api.exchange import Exchange, Reply
from fichier_gui.api.options import NetworkOptions
from fichier_gui.api.streams import Stream
from fichier_gui.api.tls import TlsContexts
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import NetworkUnavailable
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.answers import Answer, RequestContext
from fichier_gui.simulator.content import checksum
from fichier_gui.simulator.endpoints.download import Grant
from fichier_gui.simulator.http_upload import FormWriter
from fichier_gui.simulator.multipart import MultipartParser
from fichier_gui.simulator.service import Service

IP = RequestContext().ip
_NAP_BYTES = 128 * 1024
"""Bytes of a body that pass between two sleeps of its thread."""
_END = b"\r\n\r\n"


@dataclass
class Asked:
    """One request: when it left, when it arrived, what it was and what was answered."""

    left: float
    arrived: float
    endpoint: str
    payload: Mapping[str, object]
    status: int = 0
    text: str = ""
    ended: float | None = None


@dataclass
class SimulatedNetwork:
    """The service and the way to it."""

    service: Service
    loop: VirtualLoop
    dice: random.Random
    jitter: float = 0.5
    """Seconds by which one request may be slower than the next."""
    rate: float = 500_000.0
    """Bytes a second of each body."""
    is_away: bool = False
    """No network."""
    asked: list[Asked] = field(default_factory=list)
    _open: set[SimulatedStream] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def clock(self) -> VirtualClock:
        return VirtualClock(self.loop)

    def go_away(self) -> None:
        """The network is gone, and every line with it."""
        self.is_away = True
        for stream in list(self._open):
            stream.shutdown(socket.SHUT_RDWR)

    def come_back(self) -> None:
        self.is_away = False

    def note(self, endpoint: str, payload: Mapping[str, object]) -> Asked:
        """A request arrives at this moment. Any thread."""
        now = self.clock.time()
        asked = Asked(now, now, endpoint, payload)
        with self._lock:
            self.asked.append(asked)
        return asked

    def opened(self, stream: SimulatedStream) -> None:
        with self._lock:
            self._open.add(stream)

    def closed(self, stream: SimulatedStream) -> None:
        with self._lock:
            self._open.discard(stream)


class StateExchange(Exchange):
    """Hands requests to the simulator's state after the delay of a network."""

    def __init__(self, network: SimulatedNetwork) -> None:
        super().__init__(NetworkOptions(), TlsContexts())
        self._network = network

    async def post_json(self, url: str, payload: bytes, key: Secret | None) -> Reply:
        endpoint = url.partition("/v1/")[2].removesuffix(".cgi")
        context = RequestContext(key=key.reveal() if key else None)
        return await self._answered(
            endpoint, json.loads(payload), lambda: self._network.service.handle(endpoint, payload, context)
        )

    async def post_form(self, url: str, payload: bytes) -> Reply:
        urls = parse_qs(payload.decode()).get("links[]", [])
        return await self._answered(
            "site", {"links": urls}, lambda: self._network.service.check_links(RequestContext(), urls)
        )

    async def get(self, url: str, key: Secret | None, headers: Mapping[str, str]) -> Reply:
        if url.endswith("/network.html"):
            return await self._answered("site", {}, lambda: self._network.service.network(RequestContext()))
        identifier = url.partition("xid=")[2]
        return await self._answered(
            "end.pl", {"xid": identifier}, lambda: self._network.service.end(identifier)
        )

    async def _answered(
        self, endpoint: str, payload: Mapping[str, object], answer: Callable[[], Answer]
    ) -> Reply:
        network = self._network
        left = network.clock.time()
        if network.is_away:
            raise NetworkUnavailable("away")
        await network.clock.sleep(0.02 + network.dice.random() * network.jitter)
        asked = network.note(endpoint, payload)
        asked.left = left
        found = answer()
        text = found.body if isinstance(found.body, str) else json.dumps(found.body)
        asked.status, asked.text = found.status, text[:200]
        return Reply(found.status, found.content_type, text.encode())


class SimulatedStream:
    """One blocking connection to a node. Implements ``api.streams.Stream``."""

    def __init__(self, network: SimulatedNetwork) -> None:
        self._network = network
        self._nap = ThreadNap(network.loop)
        self._head = b""
        self._body: _Upload | None = None
        self._answer: memoryview | None = None
        self._let_go: Callable[[], None] = lambda: None
        self._is_broken = False
        self._since_nap = 0
        network.opened(self)

    def send(self, data: bytes | memoryview) -> None:
        self._check()
        if self._body is None:
            self._head += bytes(data)
            if _END in self._head:
                self._begin()
            return
        self._body.take(bytes(data))
        self._pass(len(data), at_least=self._body.is_complete)

    def readinto(self, buffer: memoryview) -> int:
        self._check()
        if self._answer is None:
            self._nap.sleep(0.05 + self._network.dice.random() * 0.2)
            self._check()
            self._answer = memoryview(self._answered())
        count = min(len(buffer), len(self._answer))
        buffer[:count], self._answer = self._answer[:count], self._answer[count:]
        self._pass(count, at_least=False)
        return count

    def receive_now(self) -> bytes:
        return b""

    def set_timeout(self, seconds: float) -> None:
        pass

    def close(self) -> None:
        self._network.closed(self)
        if self._body is not None:
            self._body.end()
        let_go, self._let_go = self._let_go, lambda: None
        let_go()

    def shutdown(self, how: int) -> None:
        """As of a socket. Any thread."""
        self._is_broken = True
        self._nap.end()

    def setsockopt(self, level: int, option: int, value: bytes) -> None:
        """As of a socket, which this one does not have."""

    def _check(self) -> None:
        if self._is_broken:
            raise ConnectionResetError("the line is broken")

    def _pass(self, count: int, *, at_least: bool) -> None:
        self._since_nap += count
        if self._since_nap >= _NAP_BYTES or at_least:
            self._nap.sleep(self._since_nap / self._network.rate)
            self._since_nap = 0
            self._check()

    def _begin(self) -> None:
        head, _, rest = self._head.partition(_END)
        if head.startswith(b"POST"):
            self._body = _Upload(self._network, head.decode())
            self._body.take(rest)

    def _answered(self) -> bytes:
        if self._body is not None:
            return self._body.answered()
        head = self._head.decode()
        number = head.split(" ", 2)[1].removeprefix("/p")
        found = re.search(r"\r\nRange: bytes=(\d+)-", head)
        start = int(found[1]) if found else 0
        service = self._network.service
        token = service.state.tokens.get(number)
        asked = self._network.note("download", {"token": number, "issued": token.issued if token else None})
        opened = service.open_link(RequestContext(), number, found is not None)
        if isinstance(opened, Answer):
            asked.status = opened.status
            return _http(opened.status, {}, str(opened.body).encode())
        self._let_go = lambda: service.link_closed(opened)
        asked.status = 206 if found else 200
        return _file(opened, start, is_range=found is not None)


class _Upload:
    """The node's side of ``upload.cgi``."""

    def __init__(self, network: SimulatedNetwork, head: str) -> None:
        found = re.search(r"boundary=(\S+)", head)
        length = re.search(r"Content-Length: (\d+)", head)
        key = re.search(r"Authorization: Bearer (\S+)", head)
        assert found
        assert length
        self._network = network
        self._key = key[1] if key else None
        self._identifier = parse_qs(urlsplit(head.split(" ", 2)[1]).query)["id"][0]
        self._parser = MultipartParser(found[1].encode())
        self._writer = FormWriter(network.service.state.store)
        self._left = int(length[1])
        self._asked = network.note("upload.cgi", {"id": self._identifier})

    @property
    def is_complete(self) -> bool:
        return self._left == 0

    def take(self, data: bytes) -> None:
        self._left -= len(data)
        for event in self._parser.feed(data):
            self._writer.take(event)

    def answered(self) -> bytes:
        assert self.is_complete
        service = self._network.service
        context = RequestContext(key=self._key)
        answer, stored = service.receive(context, self._identifier, self._writer.form())
        for file in stored:
            service.hashed(self._identifier, file, checksum(file.content))
        self._asked.status = answer.status
        return _http(answer.status, dict(answer.headers), str(answer.body).encode())

    def end(self) -> None:
        """The connection is closed."""
        self._asked.ended = self._network.clock.time()
        if not self.is_complete:
            self._writer.discard()


class SimulatedDialer:
    """Stands for ``api.dialing.Dialer``: connects at once, unless the network is away."""

    def __init__(self, network: SimulatedNetwork) -> None:
        self.options = NetworkOptions()
        self._network = network

    def open(self, url: str, line: Line) -> Stream:
        if self._network.is_away:
            raise NetworkUnavailable("away")
        stream = SimulatedStream(self._network)
        line.hold(cast("socket.socket", stream))
        return stream


class InProcessClient(FichierClient):
    """The client, whose requests and bodies end in a :class:`SimulatedNetwork`."""

    def __init__(
        self,
        network: SimulatedNetwork,
        key: Callable[[], Secret | None],
        budget: RequestBudget,
        clock: Clock,
    ) -> None:
        address = ServiceAddress("http://simulated/v1")
        super().__init__(address, key, budget, NetworkOptions(), clock, StateExchange(network))
        self._network = network

    async def reach(self) -> None:
        if self._network.is_away:
            raise NetworkUnavailable("away")

    def _dialer(self) -> Dialer:
        return cast("Dialer", SimulatedDialer(self._network))


def _file(grant: Grant, start: int, *, is_range: bool) -> bytes:
    file = grant.file
    size = file.content.size
    headers = {
        "Content-Disposition": f'attachment; filename="{file.id}"',
        "Content-Type": "application/octet-stream",
        "ETag": f'"{file.checksum[:16]}"',
    }
    if is_range:
        headers["Content-Range"] = f"bytes {start}-{size - 1}/{size}"
    body = b"".join(bytes(piece) for piece in file.content.pieces(start, size - start))
    return _http(206 if is_range else 200, headers, body)


def _http(status: int, headers: Mapping[str, str], body: bytes) -> bytes:
    lines = [f"HTTP/1.1 {status} -", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body
