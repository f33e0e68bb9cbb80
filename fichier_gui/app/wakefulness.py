"""The machine stays awake while bytes move, and only then."""

import logging
from collections.abc import Callable
from typing import Final, Protocol

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.clock import Clock

logger = logging.getLogger(__name__)

LINGER: Final = 5.0
"""Seconds without a byte before it may sleep again: between two small files there is a moment of asking."""


class Machine(Protocol):
    """What keeps it awake."""

    async def keep(self) -> bool:
        """Put sleep off; False where there is no way."""
        ...

    async def release(self) -> None:
        """Let it sleep again."""
        ...


class Wakefulness:
    """Lives on the core's loop. ``look`` costs nothing and may be called with every event."""

    def __init__(
        self, machine: Machine, is_wanted: Callable[[], bool], clock: Clock, scope: TaskScope
    ) -> None:
        self._machine = machine
        self._is_wanted = is_wanted
        """Bytes move, and the settings want it."""
        self._clock = clock
        self._scope = scope
        self._is_at_work = False
        self._is_closed = False
        self._was_told = False

    def look(self) -> None:
        """Something may have begun or stopped to move."""
        if self._is_wanted() and not self._is_at_work and not self._is_closed:
            self._is_at_work = True
            self._scope.start(self._hold(), "keep the machine awake")

    async def close(self) -> None:
        """The program ends. Idempotent."""
        self._is_closed = True
        await self._machine.release()

    async def _hold(self) -> None:
        try:
            if not await self._machine.keep() and not self._was_told:
                self._was_told = True
                logger.info("This system has no way to be kept awake")
            while self._is_wanted():
                await self._clock.sleep(LINGER)
        finally:
            self._is_at_work = False
            await self._machine.release()
