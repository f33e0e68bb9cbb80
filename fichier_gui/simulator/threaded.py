"""`ThreadedSimulator`: the server on a thread of its own, with a loop of its own."""

from __future__ import annotations

import asyncio
import threading
from types import TracebackType

from .faults import FaultPlan
from .request_log import RequestLog
from .server import ServerOptions, SimulatorServer
from .service import Service
from .switches import Switches


class ThreadedSimulator:
    """A context manager; between enter and exit the server listens.

    `service`, `faults`, `switches` and `requests` may be used from any thread.
    """

    def __init__(self, service: Service | None = None, options: ServerOptions | None = None) -> None:
        self.server = SimulatorServer(service, options)
        self._ready = threading.Event()
        self._error: BaseException | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._thread = threading.Thread(target=self._run, name="simulator", daemon=True)

    @property
    def service(self) -> Service:
        """The state and its rules."""
        return self.server.service

    @property
    def faults(self) -> FaultPlan:
        """What goes wrong."""
        return self.server.faults

    @property
    def switches(self) -> Switches:
        """The open questions."""
        return self.server.switches

    @property
    def requests(self) -> RequestLog:
        """What was asked."""
        return self.server.requests

    @property
    def base_url(self) -> str:
        """`http://127.0.0.1:PORT/v1`."""
        return self.server.base_url

    @property
    def origin(self) -> str:
        """`http://127.0.0.1:PORT`."""
        return self.server.origin

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self.server.port

    def start(self) -> ThreadedSimulator:
        """Listen. Raises what the server raised when it cannot."""
        self._thread.start()
        self._ready.wait()
        if self._error is not None:
            self._thread.join()
            raise self._error
        return self

    def stop(self) -> None:
        """Stop listening and end the thread."""
        if self._loop is not None and self._stop is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def __enter__(self) -> ThreadedSimulator:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        try:
            await self.server.start()
        except OSError as error:
            self._error = error
            await self.server.stop()
            return
        finally:
            self._ready.set()
        await self._stop.wait()
        await self.server.stop()
