"""A queue with a real journal, real files and a service in memory."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from fake_transfer_service import FakeChecksums, FakeService, Kept

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import Event
from fichier_gui.domain.ids import FolderId, TransferId
from fichier_gui.domain.transfers import (
    ConflictRule,
    NewDownload,
    NewUpload,
    QueueFilter,
    State,
    Transfer,
)
from fichier_gui.transfers.credits import Purse
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.limits import QueueLimits
from fichier_gui.transfers.ports import Checksums, KnownFolders, TransferService
from fichier_gui.transfers.queue import TransferQueue

PATIENCE = 60
"""Seconds of this machine's time for what takes none of the clock's: its disk may stand still for a while."""


class SteppingClock:
    """Waits pass at once: every sleep moves the clock and gives the others a turn.

    One of ``stands_before`` seconds or more does so once :meth:`go_on` was called: a test can look.
    """

    def __init__(self) -> None:
        self.now = 1_700_000_000.0
        self.stands_before = math.inf
        self._may_go = asyncio.Event()

    def go_on(self) -> None:
        self._may_go.set()

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        if seconds >= self.stands_before:
            await self._may_go.wait()
        await asyncio.sleep(0.002)
        self.now += seconds


class Bench:
    """One profile's queue, which can be closed and opened again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.local = folder / "local"
        self.local.mkdir()
        self.target = folder / "target"
        self.target.mkdir()
        self.clock = SteppingClock()
        self.service = FakeService(now=self.clock.time)
        self.ports: tuple[TransferService, KnownFolders] = (self.service, self.service)
        self.checksums: Checksums = FakeChecksums()
        self.limits = QueueLimits()
        self.events: list[Event] = []
        self.free = 10**12
        self.free_space: Callable[[Path], int] = lambda _path: self.free
        self.errors: list[Exception] = []
        self.purse = Purse()

    async def open(self) -> None:
        self.scope = TaskScope("bench", lambda name, error: self.errors.append(error))
        self.journal = await Journal.open(self.folder / "queue.db", self.clock)
        self.queue = TransferQueue(
            self.journal,
            *self.ports,
            self.checksums,
            self.clock,
            self.limits,
            self.events.append,
            self.scope.start,
            lambda path: self.free_space(path),
            lambda: 0.5,
            purse=self.purse,
        )
        await self.queue.start()

    async def close(self) -> None:
        await self.queue.close()
        await self.scope.close()
        await self.journal.close()
        assert not self.errors, self.errors

    def spoil_journal(self) -> None:
        """What a broken disk leaves."""
        (self.folder / "queue.db").write_bytes(b"not a database, but long enough to be looked at" * 50)

    async def reopen(self) -> None:
        await self.close()
        await self.open()

    def source(self, name: str, data: bytes = b"hello world") -> NewUpload:
        path = self.local / name
        path.write_bytes(data)
        return NewUpload(str(path), name, len(data), FolderId(7), "/F", path.stat().st_mtime_ns)

    def parts(self, name: str, data: bytes, size: int) -> list[NewUpload]:
        """A source and its parts of ``size`` bytes: ``name.001``, ``name.002`` …"""
        whole = self.source(name, data)
        return [
            replace(
                whole,
                name=f"{name}.{number:03d}",
                size=min(size, len(data) - offset),
                part_offset=offset,
                source_size=len(data),
            )
            for number, offset in enumerate(range(0, len(data), size), 1)
        ]

    def wanted(self, kept: Kept, rule: ConflictRule = ConflictRule.SKIP_SAME) -> NewDownload:
        return NewDownload(kept.url, kept.name, len(kept.data), str(self.target), "/F", kept.checksum, rule)

    async def all(self) -> list[Transfer]:
        ids = await self.queue.order(QueueFilter.ALL)
        return await self.queue.rows([TransferId(i) for i in ids])

    async def only(self) -> Transfer:
        (transfer,) = await self.all()
        return transfer

    async def until(self, met: Callable[[list[Transfer]], bool]) -> list[Transfer]:
        rows: list[Transfer] = []
        try:
            async with asyncio.timeout(PATIENCE):
                while not met(rows := await self.all()):
                    await asyncio.sleep(0.005)
        except TimeoutError as error:
            found = [(row.state, row.error, row.done) for row in rows]
            raise AssertionError(f"never came to it: {found}") from error
        for _ in range(10):
            # What was committed is announced a few turns of the loop later.
            await asyncio.sleep(0)
        return rows

    async def until_state(self, *states: State) -> Transfer:
        """Wait until every row is in one of ``states``; the first row."""
        try:
            return (await self.until(lambda rows: all(r.state in states for r in rows)))[0]
        except TimeoutError:
            raise AssertionError(
                [(r.id, r.state, r.error, r.error and r.error.facts) for r in await self.all()]
            ) from None

    def happened(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]


def code(error: AppError | None) -> str | None:
    return error and error.code
