"""Links of which the service has said that there is nothing behind them: no row asks for one again by itself.

Refused calls are counted by the service, and too many of them lock the address. What an earlier run was told
is in the journal, for its rows have failed; what this run was told is kept here.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from fichier_gui.domain.errors import NotFound
from fichier_gui.domain.ids import FileUrl
from fichier_gui.transfers.journal import Journal


class DeadLinks:
    """Lives on the core's loop."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._dead: set[FileUrl] = set()
        self._asked_for: set[FileUrl] = set()
        """Links that the user wants to be tried, though it was said that they are dead."""
        self._asking: WeakValueDictionary[FileUrl, asyncio.Lock] = WeakValueDictionary()

    async def try_again(self, urls: Iterable[FileUrl | None]) -> None:
        """The user wants these: the next row asks."""
        known = self._dead | await self._journal.dead_links()
        wanted = {url for url in urls if url in known}
        self._dead -= wanted
        self._asked_for |= wanted

    @asynccontextmanager
    async def asking(self, url: FileUrl) -> AsyncIterator[None]:
        """Around one question about ``url``; rows that share a link ask one after the other.

        Raises ``NotFound`` with the fact ``unasked`` when the answer is known.
        """
        lock = self._asking.setdefault(url, asyncio.Lock())
        async with lock:
            if await self._is_dead(url):
                raise NotFound(unasked=True)
            try:
                yield
            except NotFound:
                self._dead.add(url)
                raise

    async def _is_dead(self, url: FileUrl) -> bool:
        if url in self._dead:
            return True
        return url not in self._asked_for and await self._journal.link_is_dead(url)
