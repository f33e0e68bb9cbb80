"""What the queue's transfers share: threads, throttles, limits, the room on the disks."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AppError
from fichier_gui.transfers import part_file
from fichier_gui.transfers.connections import Connections
from fichier_gui.transfers.credits import Credits, Purse
from fichier_gui.transfers.dead_links import DeadLinks
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.limits import QueueLimits
from fichier_gui.transfers.means import Means
from fichier_gui.transfers.milestones import Reached, unwatched
from fichier_gui.transfers.passwords import Passwords
from fichier_gui.transfers.ports import Checksums, KnownFolders, TransferService
from fichier_gui.transfers.report import Reports
from fichier_gui.transfers.room import Room
from fichier_gui.transfers.threads import finished, give_way
from fichier_gui.transfers.throttle import Throttle
from fichier_gui.transfers.worker_pool import WorkerPool

MOST_MOVERS: Final = 64
"""Threads are made as they are needed: one for each body, and a few for the disks."""
MOST_HASHERS: Final = 32


class Equipment:
    """Owns the worker threads."""

    def __init__(
        self,
        journal: Journal,
        service: TransferService,
        folders: KnownFolders,
        checksums: Checksums,
        clock: Clock,
        limits: QueueLimits,
        free_space: Callable[[Path], int],
        reached: Reached = unwatched,
        purse: Purse | None = None,
    ) -> None:
        self.limits = limits
        self.means = Means(
            journal=journal,
            service=service,
            folders=folders,
            reports=Reports(service.upload_report, clock),
            checksums=checksums,
            clock=clock,
            limits=lambda: self.limits,
            room=Room(free_space),
            movers=WorkerPool(MOST_MOVERS, "mover", give_way),
            hashers=WorkerPool(MOST_HASHERS, "hasher", give_way),
            upload_throttle=Throttle(limits.upload_rate, clock),
            download_throttle=Throttle(limits.download_rate, clock),
            passwords=Passwords(journal),
            reached=reached,
            dead_links=DeadLinks(journal),
            credits=Credits(service.network_class, purse or Purse(), clock),
            connections=Connections(lambda: self.limits),
        )

    def set_limits(self, limits: QueueLimits) -> None:
        """New limits, felt by running transfers at once."""
        self.limits = limits
        self.means.upload_throttle.set_rate(limits.upload_rate)
        self.means.download_throttle.set_rate(limits.download_rate)

    async def sweep(self) -> None:
        """Delete the part files of rows that are gone; what is refused now is tried at the next start."""
        journal = self.means.journal
        if paths := await journal.litter():
            gone = await finished(self.means.movers.submit(_removed, paths), lambda: None)
            await journal.litter_gone(gone)

    async def close(self) -> None:
        """End the threads. Their work has ended already."""
        for pool in (self.means.movers, self.means.hashers):
            await asyncio.to_thread(pool.shutdown)


def _removed(paths: Sequence[str]) -> list[str]:
    gone = []
    for path in paths:
        with contextlib.suppress(AppError):
            part_file.remove(Path(path))
            gone.append(path)
    return gone
