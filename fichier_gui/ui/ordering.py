"""Puts rows in order: at once, or on a thread when there are many."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

from fichier_gui.app.tasks import TaskScope

T = TypeVar("T")

_AT_ONCE: Final = 4000
"""Rows that are ordered without a thread: under a frame or two."""


class Ordering:
    """One order at a time: the latest one counts."""

    def __init__(self, scope: TaskScope, at_once: int = _AT_ONCE, pause: float = 0.0) -> None:
        """``at_once``: rows that are ordered without a thread; ``pause``: seconds before a thread begins, in
        which the screen is painted and another order may take the place of this one."""
        self._scope = scope
        self._at_once = at_once
        self._pause = pause
        self._threads = ThreadPoolExecutor(1, "order")
        self._work: asyncio.Task[None] | None = None

    def order(self, count: int, work: Callable[[], T], put: Callable[[T], None]) -> None:
        """Hand what ``work`` makes of ``count`` rows to ``put``, unless another order comes first."""
        self.forget()
        if count <= self._at_once:
            put(work())
            return

        async def act() -> None:
            await asyncio.sleep(self._pause)
            put(await asyncio.get_running_loop().run_in_executor(self._threads, work))

        self._work = self._scope.start(act(), "order a long list")

    @property
    def is_at_work(self) -> bool:
        """An order is being made."""
        return self._work is not None and not self._work.done()

    def forget(self) -> None:
        """Nobody wants what is under way."""
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def close(self) -> None:
        """End the thread."""
        self._threads.shutdown(wait=False, cancel_futures=True)
