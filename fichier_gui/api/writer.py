"""Keeps the budget's state without blocking the loop: one write at a time, the newest state wins."""

import asyncio
import contextlib
import logging

from fichier_gui.api.cooldown import BudgetMemory, Remembered, dump, read, without_past
from fichier_gui.domain.errors import AppError

logger = logging.getLogger(__name__)


class Writer:
    """Writes through the loop's own worker threads."""

    def __init__(self, memory: BudgetMemory) -> None:
        self._memory = memory
        self._next: str | None = None
        self._running: asyncio.Future[None] | None = None

    def load(self, now: float) -> Remembered:
        """What the last run left. Reads the store at once: call before the loop is busy.

        A store that cannot be read is an empty one: the program starts, and the service sets it right.
        """
        try:
            return read(self._memory.load(), now)
        except (AppError, OSError, ValueError) as error:
            logger.error("the request budget could not be read: %s", type(error).__name__)
            return Remembered()

    def save(self, state: Remembered, now: float) -> None:
        """Keep ``state`` soon."""
        self._next = dump(without_past(state, now))
        self._start()

    async def flush(self) -> None:
        """Wait until the newest state is kept."""
        while self._running is not None:
            await asyncio.wait([self._running])
            self._start()

    def _start(self) -> None:
        if self._running is not None and not self._running.done():
            return
        self._running = None
        if self._next is None:
            return
        text, self._next = self._next, None
        try:
            self._running = asyncio.get_running_loop().run_in_executor(None, self._memory.save, text)
        except RuntimeError:
            # The loop is closing and takes no work any more: nothing is left that this could hold up.
            with contextlib.suppress(AppError, OSError):
                self._memory.save(text)
            return
        self._running.add_done_callback(self._on_saved)

    def _on_saved(self, future: "asyncio.Future[None]") -> None:
        if not future.cancelled() and (error := future.exception()) is not None:
            # The wait still holds in this run; the next run may ask too early, once.
            logger.error("the request budget could not be kept: %s", type(error).__name__)
        if self._next is not None:
            self._start()
