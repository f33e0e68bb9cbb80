"""The core's thread: one loop, which lives as long as one of the programs in it."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, Final

from fichier_gui.app.tasks import TaskScope

logger = logging.getLogger(__name__)

Main = Callable[[], Coroutine[Any, Any, None]]

_JOIN_LIMIT: Final = 1.0


class CoreThread:
    """Made and used in the window's thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._early: list[tuple[Main, Future[None]]] = []
        """What is to run before the loop does."""
        self._count = 0
        self._leave: asyncio.Event | None = None
        self._last: Future[None] | None = None

    def run(self, main: Main) -> Future[None]:
        """Run ``main`` on the loop, beside what runs there. The result tells its end, and with the last one
        the loop's too. Once the last one has ended nothing more can be run.
        """
        ended: Future[None] = Future()
        with self._lock:
            if self._last is not None:
                raise RuntimeError("The core has ended")
            self._count += 1
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._start, main, ended)
            else:
                self._early.append((main, ended))
            if self._thread is None:
                self._thread = threading.Thread(target=self._live, name="core", daemon=True)
                self._thread.start()
        return ended

    def is_alive(self) -> bool:
        """Whether the loop runs."""
        return self._thread is not None and self._thread.is_alive()

    def join(self) -> None:
        """Wait a moment for the thread, if its last program has ended."""
        if self._thread is not None and self._last is not None:
            self._thread.join(_JOIN_LIMIT)

    def _live(self) -> None:
        try:
            with asyncio.Runner() as runner:
                runner.run(self._stay())
        except Exception:
            logger.exception("The core ended")
        finally:
            if self._last is not None:
                self._last.set_result(None)

    async def _stay(self) -> None:
        self._scope = TaskScope("core", lambda name, error: logger.error("%s", name, exc_info=error))
        self._leave = asyncio.Event()
        with self._lock:
            self._loop = asyncio.get_running_loop()
            early, self._early = self._early, []
        for main, ended in early:
            self._start(main, ended)
        await self._leave.wait()

    def _start(self, main: Main, ended: Future[None]) -> None:
        task = self._scope.start(main(), "program")
        task.add_done_callback(lambda _task: self._ended(ended))

    def _ended(self, ended: Future[None]) -> None:
        with self._lock:
            self._count -= 1
            is_last = not self._count
            if is_last:
                self._last = ended
        if not is_last:
            ended.set_result(None)
        elif self._leave is not None:
            self._leave.set()
