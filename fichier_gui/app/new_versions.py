"""Whether there is a newer version: one request to one address, when the user asks, or once a week if wanted.

Nothing is downloaded and nothing is told: no key, no account, no number of this computer.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Final

from fichier_gui.api.exchange import Exchange
from fichier_gui.api.options import NetworkOptions
from fichier_gui.api.tls import TlsContexts
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.workers import Workers
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AppError, UnexpectedAnswer, VersionUntold
from fichier_gui.domain.events import Event, NewVersionFound
from fichier_gui.domain.new_version import NewVersion, is_newer, read
from fichier_gui.system.text_file import AtomicText

logger = logging.getLogger(__name__)

WEEK: Final = 7 * 86_400.0
LOOK_EVERY: Final = 3600.0
"""Seconds between two looks whether a week has passed: the machine may sleep meanwhile."""
_MOST_BYTES: Final = 256 * 1024
_FOUND: Final = 200


class NewVersions:
    """Lives on the core's loop. ``address`` answers itself: no redirect is followed."""

    def __init__(
        self,
        address: str,
        name: str,
        own: str,
        options: Callable[[], NetworkOptions],
        is_wanted: Callable[[], bool],
        memory: AtomicText,
        disk: Workers,
        clock: Clock,
        scope: TaskScope,
        emit: Callable[[Event], None],
    ) -> None:
        """``is_wanted``: the user wants to be told without asking."""
        self._address = address
        self._name, self._own = name, own
        self._options = options
        self._is_wanted = is_wanted
        self._memory = memory
        self._disk = disk
        self._clock = clock
        self._scope = scope
        self._emit = emit
        self._watching: asyncio.Task[None] | None = None

    async def look(self) -> NewVersion | None:
        """The newest version if it is newer than this one. Raises ``NetworkProblem`` leaves,
        ``VersionUntold``, ``DiskProblem`` leaves."""
        exchange = Exchange(self._options(), TlsContexts())
        try:
            found = await self._told(exchange)
        finally:
            await exchange.aclose()
        await self._disk.run(self._memory.save, json.dumps({"asked_at": self._clock.time()}))
        return found if is_newer(found.version, self._own) else None

    async def watch(self) -> None:
        """From now on, look once a week, as long as that is wanted (``NewVersionFound``)."""
        if self._watching is None:
            self._watching = self._scope.start(self._watch(), "new versions")

    async def _told(self, exchange: Exchange) -> NewVersion:
        try:
            reply = await exchange.get_at_most(self._address, _MOST_BYTES)
            if reply.status == _FOUND:
                return read(reply.text, self._name)
        except UnexpectedAnswer as error:
            raise VersionUntold(error.detail) from error
        except ValueError as error:
            raise VersionUntold(str(error)) from error
        raise VersionUntold(f"status {reply.status}")

    async def _watch(self) -> None:
        while True:
            if self._is_wanted() and await self._disk.run(self._is_due):
                try:
                    found = await self.look()
                except AppError as error:
                    # Nobody has asked: it is tried again in an hour.
                    logger.info("The newest version is not told: %s", error.code)
                else:
                    if found is not None:
                        self._emit(NewVersionFound(found))
            await self._clock.sleep(LOOK_EVERY)

    def _is_due(self) -> bool:
        try:
            asked_at = float(json.loads(self._memory.load() or "{}").get("asked_at", 0.0))
        except (AppError, ValueError, TypeError, AttributeError):
            return True
        passed = self._clock.time() - asked_at
        return not 0.0 <= passed < WEEK
