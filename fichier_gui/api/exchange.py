"""Small requests over httpx: one client, built at first use, in a thread where that is slow.

httpx is imported here, inside functions: it costs 0.09 s, and no window waits for it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fichier_gui.api.faults import translated
from fichier_gui.api.options import NetworkOptions, check_proxy, split_host
from fichier_gui.api.tls import TlsContexts
from fichier_gui.domain.errors import UnexpectedAnswer
from fichier_gui.domain.secret import Secret

if TYPE_CHECKING:
    import ssl

    import httpx

logger = logging.getLogger(__name__)

_CONNECTIONS: Final = 8
"""Small requests that are under way at once, and connections of the pool: none waits inside it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    content_type: str
    body: bytes
    retry_after: float | None = None

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")


class Exchange:
    """Sends requests. Redirects are not followed: the key must not travel along."""

    def __init__(self, options: NetworkOptions, tls: TlsContexts) -> None:
        self._options = options
        self._tls = tls
        self._clients: _Clients | None = None
        self._retired: list[_Clients] = []

    @property
    def options(self) -> NetworkOptions:
        """What is in force."""
        return self._options

    def reconfigure(self, options: NetworkOptions) -> None:
        """Use ``options`` for every request from now on; those under way end as they began."""
        self._options = options
        if self._clients is not None:
            self._retired.append(self._clients)
            self._clients = None

    async def post_json(self, url: str, payload: bytes, key: Secret | None) -> Reply:
        """A call of an end point."""
        return await self._send("POST", url, payload, "application/json", key)

    async def post_form(self, url: str, payload: bytes) -> Reply:
        """A form of the web site; never with the key."""
        return await self._send("POST", url, payload, "application/x-www-form-urlencoded", None)

    async def get(self, url: str, key: Secret | None, headers: Mapping[str, str]) -> Reply:
        """A page or a report."""
        return await self._send("GET", url, None, None, key, headers)

    async def get_at_most(self, url: str, most: int) -> Reply:
        """A small text of another server, as it comes, without the key. The connection is closed where there
        are more than ``most`` bytes of it. Raises ``UnexpectedAnswer``, ``NetworkProblem`` leaves."""
        # What was packed is not unpacked: no more is held than what was sent.
        return await self._send("GET", url, None, None, None, {"Accept-Encoding": "identity"}, most)

    async def aclose(self) -> None:
        """Close every connection."""
        if self._clients is not None:
            self._retired.append(self._clients)
            self._clients = None
        while self._retired:
            await self._retired.pop().aclose()

    async def _send(
        self,
        method: str,
        url: str,
        payload: bytes | None,
        content_type: str | None,
        key: Secret | None,
        extra: Mapping[str, str] | None = None,
        most: int | None = None,
    ) -> Reply:
        headers = dict(extra or {})
        if content_type is not None:
            headers["Content-Type"] = content_type
        if key is not None:
            headers["Authorization"] = f"Bearer {key.reveal()}"
        scheme, host, _ = split_host(url)
        proxy = self._options.proxy_for(scheme, host)
        with translated(connecting=True, proxied=proxy is not None):
            clients = await self._ready()
            return await clients.send(proxy, method, url, payload, headers, most)

    async def _ready(self) -> _Clients:
        for idle in [clients for clients in self._retired if not clients.busy]:
            self._retired.remove(idle)
            await idle.aclose()
        while self._clients is None:
            options = self._options
            context = await asyncio.to_thread(_prepare, self._tls, options)
            # Another task, or new options, may have come in between.
            if self._clients is None and options == self._options:
                self._clients = _Clients(options, context)
        return self._clients


def _prepare(tls: TlsContexts, options: NetworkOptions) -> ssl.SSLContext:
    import httpx

    logger.debug("httpx %s", httpx.__version__)
    return tls.get(options)


class _Clients:
    """One client for each proxy in use (nearly always one in all). ``busy``: requests that wait or go."""

    def __init__(self, options: NetworkOptions, context: ssl.SSLContext) -> None:
        self._options = options
        self._context = context
        self._made: dict[str | None, httpx.AsyncClient] = {}
        self._places = asyncio.Semaphore(_CONNECTIONS)
        self._under_way: set[asyncio.Task[Reply]] = set()
        self.busy = 0

    async def send(
        self,
        proxy: str | None,
        method: str,
        url: str,
        payload: bytes | None,
        headers: Mapping[str, str],
        most: int | None = None,
    ) -> Reply:
        """The answer. One who gives up waiting leaves a request that went out to its end, or its time limit.

        WORKAROUND(https://github.com/encode/httpcore/issues/1093): a request that is cancelled, or times out,
        while it waits for a connection of the pool may take that connection's place along for ever; when all
        are lost, no request gets through any more. So requests wait here, and none in the pool is disturbed.
        """
        client = self._client(proxy)
        self.busy += 1
        try:
            await self._places.acquire()
        except BaseException:
            self.busy -= 1
            raise
        request = client.build_request(method, url, content=payload, headers=headers)
        task = asyncio.get_running_loop().create_task(_answered(client, request, most), name="small request")
        self._under_way.add(task)
        task.add_done_callback(self._ended)
        return await asyncio.shield(task)

    async def aclose(self) -> None:
        """Break off what is under way and close every connection."""
        for task in self._under_way:
            task.cancel()
        if self._under_way:
            await asyncio.wait(self._under_way)
        made, self._made = self._made, {}
        for client in made.values():
            await client.aclose()

    def _ended(self, task: asyncio.Task[Reply]) -> None:
        self._under_way.discard(task)
        self._places.release()
        self.busy -= 1
        if not task.cancelled():
            task.exception()  # looked at here, for nobody may be waiting any more

    def _client(self, proxy: str | None) -> httpx.AsyncClient:
        if proxy not in self._made:
            if proxy is not None:
                check_proxy(proxy)
            self._made[proxy] = _make_client(self._options, self._context, proxy)
        return self._made[proxy]


async def _answered(client: httpx.AsyncClient, request: httpx.Request, most: int | None) -> Reply:
    answer = await client.send(request, stream=True)
    try:
        body = await (answer.aread() if most is None else _bounded(answer, most))
    finally:
        await answer.aclose()
    retry_after = answer.headers.get("retry-after", "")
    return Reply(
        answer.status_code,
        answer.headers.get("content-type", ""),
        body,
        float(retry_after) if retry_after.isdecimal() else None,
    )


async def _bounded(answer: httpx.Response, most: int) -> bytes:
    body = bytearray()
    async for piece in answer.aiter_raw():
        body += piece
        if len(body) > most:
            raise UnexpectedAnswer(f"more than {most} bytes")
    return bytes(body)


def _make_client(options: NetworkOptions, context: ssl.SSLContext, proxy: str | None) -> httpx.AsyncClient:
    import httpx

    limits = httpx.Limits(max_connections=_CONNECTIONS, max_keepalive_connections=4, keepalive_expiry=20.0)
    transport = httpx.AsyncHTTPTransport(
        verify=context, trust_env=False, limits=limits, local_address=options.local_address, proxy=proxy
    )
    return httpx.AsyncClient(
        transport=transport,
        trust_env=False,
        follow_redirects=False,
        timeout=httpx.Timeout(options.timeout, connect=min(options.timeout, 20.0)),
        headers={"User-Agent": options.user_agent, "Accept": "application/json, */*;q=0.5"},
    )
