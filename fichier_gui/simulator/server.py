"""`SimulatorServer`: the service behind a socket, inside a running asyncio loop."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from .call import Node
from .faults import FaultPlan
from .http_face import HttpFace
from .request_log import RequestLog
from .service import Service
from .switches import Switches

READ_BUFFER = 1 << 20
SAVE_EVERY = 0.5
WORKERS = 6


@dataclass(frozen=True)
class ServerOptions:
    """Where and how to listen. `port` 0 takes a free one; `node_host` may hold `{n}` for a random digit."""

    host: str = "127.0.0.1"
    port: int = 0
    ipv6: bool = False
    node_host: str = ""
    tls: ssl.SSLContext | None = None
    log: Path | None = None
    takes_ahead: int = 0
    """Bytes of a body that may be taken in before the service reads them; 0: what the system thinks best."""


class SimulatorServer:
    """Serves a service. Control in-process: `service`, `faults`, `switches`, `requests`."""

    def __init__(self, service: Service | None = None, options: ServerOptions | None = None) -> None:
        self.service = service or Service()
        self.options = options or ServerOptions()
        self.requests = RequestLog(self.options.log)
        self.port = 0
        self._runner: web.ServerRunner | None = None
        self._executor: ThreadPoolExecutor | None = None
        self._face: HttpFace | None = None
        self._saving: asyncio.TimerHandle | None = None

    @property
    def faults(self) -> FaultPlan:
        """What goes wrong."""
        return self.service.faults

    @property
    def switches(self) -> Switches:
        """The open questions."""
        return self.service.switches

    @property
    def origin(self) -> str:
        """`http://127.0.0.1:PORT`, the place of the web site's pages."""
        scheme = "https" if self.options.tls else "http"
        return f"{scheme}://{self.options.host}:{self.port}"

    @property
    def base_url(self) -> str:
        """`http://127.0.0.1:PORT/v1`."""
        return f"{self.origin}/v1"

    async def start(self) -> SimulatorServer:
        """Listen."""
        options = self.options
        self._executor = _started(ThreadPoolExecutor(WORKERS, thread_name_prefix="simulator-disk"))
        self._face = HttpFace(self.service, self.requests, self._executor)
        # A JSON header as long as a mebibyte of links is nothing to refuse; a slow close would hold tests up.
        ahead = options.takes_ahead or READ_BUFFER
        server = web.Server(self._face.handle, access_log=None, read_bufsize=ahead, lingering_time=2.0)
        self._runner = web.ServerRunner(server, shutdown_timeout=0.2)
        await self._runner.setup()
        await _site(self._runner, options).start()
        self.port = self._runner.addresses[0][1]
        if options.ipv6:
            await web.TCPSite(self._runner, "::1", self.port, ssl_context=options.tls).start()
        scheme = "https" if options.tls else "http"
        self.service.node = Node(scheme, options.node_host or f"{options.host}:{self.port}")
        self._save_regularly()
        return self

    async def stop(self) -> None:
        """Close every connection, keep the state if there is a root folder."""
        if self._saving is not None:
            self._saving.cancel()
        if self._face is not None:
            self._face.stop()
        if self._runner is not None:
            await self._runner.cleanup()
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
        self.service.close()
        self.requests.close()

    def _save_regularly(self) -> None:
        self.service.save()
        self._saving = asyncio.get_running_loop().call_later(SAVE_EVERY, self._save_regularly)


def _site(runner: web.ServerRunner, options: ServerOptions) -> web.BaseSite:
    if not options.takes_ahead:
        return web.TCPSite(runner, options.host, options.port, ssl_context=options.tls)
    listening = socket.create_server((options.host, options.port))
    # Connections have it from the socket that accepts them.
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, options.takes_ahead)
    return web.SockSite(runner, listening, ssl_context=options.tls)


def _started(executor: ThreadPoolExecutor) -> ThreadPoolExecutor:
    """Every thread from the start, so that none appears in the middle of a test."""
    together = threading.Barrier(WORKERS)
    for _ in range(WORKERS):
        executor.submit(together.wait)
    return executor
