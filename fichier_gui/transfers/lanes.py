"""The connections of one download: several for a large file, one for a small one.

The first opens the file and tells what is known of it; then the others join. One that fails leaves its bytes
to those that go on, and the last one's failure is that of the attempt.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Final

from fichier_gui.domain.changes import Changes
from fichier_gui.domain.errors import (
    AppError,
    ConnectionLost,
    DiskProblem,
    LinkExpired,
    RemoteChanged,
    TimedOut,
)
from fichier_gui.domain.transfers import State
from fichier_gui.transfers.direct_link import DirectLink
from fichier_gui.transfers.filling import Filling
from fichier_gui.transfers.means import Means
from fichier_gui.transfers.milestones import Milestone
from fichier_gui.transfers.naming import learnt_name
from fichier_gui.transfers.ports import DownloadBody
from fichier_gui.transfers.receiving import Receiving
from fichier_gui.transfers.row import Row, RowTaken
from fichier_gui.transfers.segments import Segment
from fichier_gui.transfers.threads import Spawn, abandonable, all_ended, detached, finished

logger = logging.getLogger(__name__)

LOOK_EVERY: Final = 1.0
"""Seconds between two looks of an idle connection at the others' work."""
WAIT: Final = 5.0
"""Seconds that a connection which broke stays away while others go on; more with each break."""
BREAKS: Final = 3
"""In a row, before it stays away for good."""

_TRANSIENT: Final = (ConnectionLost, TimedOut)
_OF_THE_FILE: Final = (RemoteChanged, DiskProblem)
"""What stops the other connections too."""


class Lanes:
    """Fills one part file. Lives on the loop."""

    def __init__(self, row: Row, means: Means, filling: Filling, spawn: Spawn) -> None:
        self._row = row
        self._means = means
        self._filling = filling
        self._segments = filling.segments
        self._link = DirectLink(row, means)
        self._opened = asyncio.Event()
        self._working = 0
        self._spawn = spawn
        self._tasks: list[asyncio.Task[None]] = []
        self._error: Exception | None = None
        self._is_whole = False
        """The service knows no ranges: only one connection can be of use."""

    async def run(self) -> None:
        """Return when every byte is in the part file. Raises leaves of ``AppError``, ``RowTaken``."""
        for number in range(self._means.limits().segments):
            lane = self._lane(is_first=number == 0)
            self._tasks.append(self._spawn(lane, f"lane {number} of {self._row.id}"))
        await all_ended(self._tasks, self._end)
        if self._error is not None:
            raise self._error

    def _end(self) -> None:
        for task in self._tasks:
            if task is not asyncio.current_task():
                task.cancel()

    async def _lane(self, *, is_first: bool) -> None:
        try:
            if is_first:
                await self._work(contextlib.nullcontext)
            else:
                await self._opened.wait()
                if self._filling.lanes > 1:
                    await self._work(self._means.connections.one_more)
        except (AppError, RowTaken) as error:
            self._fail(error)
        except Exception as error:
            logger.exception("a connection of transfer %s", self._row.id)
            self._fail(error)
        else:
            if self._segments.is_complete:
                self._end()

    def _fail(self, error: Exception) -> None:
        """It belongs to whoever waits in :meth:`run`; what the others say afterwards comes of it."""
        self._error = self._error or error
        self._end()

    async def _work(self, place: Callable[[], AbstractAsyncContextManager[None]]) -> None:
        """Fetch what is left, until nothing is or the others are better off alone."""
        breaks = 0
        while not self._segments.is_complete and not (self._is_whole and self._working):
            try:
                async with place():
                    moved = await self._fetch_next()
            except _OF_THE_FILE:
                raise
            except AppError as error:
                if not self._working:
                    raise
                breaks += 1
                if breaks > BREAKS or not isinstance(error, _TRANSIENT):
                    return
                await self._means.clock.sleep(WAIT * breaks)
            else:
                breaks = 0
                if not moved:
                    await self._means.clock.sleep(LOOK_EVERY)

    async def _fetch_next(self) -> bool:
        """False when there is nothing to fetch, for others have it all in hand."""
        segment = self._segments.take(self._means.clock.monotonic())
        if segment is None:
            return False
        await self._fetch(segment)
        return True

    async def _fetch(self, segment: Segment) -> None:
        self._count_working(1)
        try:
            link = await self._link.get()
            try:
                await self._receive(link, segment)
            except LinkExpired:
                if not self._link.died(link):
                    raise
        finally:
            self._count_working(-1)
            self._segments.give_back(segment)

    def _count_working(self, change: int) -> None:
        self._working += change
        self._row.gauge.connections = max(1, self._working)

    async def _receive(self, link: str, segment: Segment) -> None:
        """One connection."""
        means, row = self._means, self._row
        start, etag = segment.at, row.transfer.etag
        opening = detached(lambda: means.service.open_download(link, start, etag), f"open {row.id}")
        body = await abandonable(opening, lambda late: late.close())
        means.reached(Milestone.OPENED)
        try:
            receiving = await self._accepted(body, segment)
        except BaseException:
            await finished(means.movers.submit(body.close), _nothing)
            raise
        if receiving is None:
            await finished(means.movers.submit(body.close), _nothing)
        else:
            await finished(means.movers.submit(receiving.run), receiving.abort)
            means.reached(Milestone.SEGMENT_ENDED)

    async def _accepted(self, body: DownloadBody, segment: Segment) -> Receiving | None:
        """None: these are bytes from the beginning, and others have them already."""
        means, row, filling = self._means, self._row, self._filling
        if body.info.start == 0 and segment.at:
            self._is_whole = True
            if self._working > 1:
                return None
        knew_size = bool(row.transfer.size)
        await finished(means.movers.submit(filling.accept, body, segment), _nothing)
        if not self._opened.is_set() or not segment.at:
            await self._tell(body)
            if not knew_size:
                await finished(means.movers.submit(filling.make_room), _nothing)
        self._opened.set()
        return filling.receiving(body, segment)

    async def _tell(self, body: DownloadBody) -> None:
        """What is known of the file is in the journal before its first byte is on the disk."""
        filling, info = self._filling, body.info
        if filling.lanes_for(info.total) > 1:
            filling.use_map()
        changes: Changes = {
            "state": State.MOVING,
            "size": info.total,
            "etag": info.etag,
            "done": self._segments.good.total,
            "parts": filling.parts,
        }
        await self._row.write(**(changes | learnt_name(self._row.transfer, info.name)))
        self._means.reached(Milestone.MAP_WRITTEN)
        self._segments.use_lanes(1 if self._is_whole else filling.lanes)


def _nothing() -> None:
    pass
