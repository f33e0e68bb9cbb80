"""The program that is killed: the real journal, queue and client, without a window.

    python kill_driver.py FOLDER BASE_URL KEY [finish | MILESTONE COUNT]

It adds batches of mixed transfers to its journal whenever work runs low, and prints one line for whatever
happens. With ``finish`` it adds nothing and ends when every transfer has ended. With a milestone it kills
itself when some transfer passes that step for the ``COUNT``-th time.

What counts as a large file is small here, so that every medium file comes over several connections.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import threading
from dataclasses import replace
from pathlib import Path

from support.fast_client import fast_client
from support.quick_rules import QUICK

from fichier_gui.api.options import NetworkOptions
from fichier_gui.app.manifests import Manifests
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.workers import Workers
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.events import Event, TransferChanged, TransferHalted
from fichier_gui.domain.ids import FileUrl, FolderId, TransferId
from fichier_gui.domain.transfers import (
    Answer,
    ConflictRule,
    NewDownload,
    NewTransfer,
    NewUpload,
    QueueFilter,
    State,
    Transfer,
)
from fichier_gui.transfers import filling, segments
from fichier_gui.transfers.checksum import find_checksums
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.limits import QueueLimits
from fichier_gui.transfers.milestones import Milestone, Reached, unwatched
from fichier_gui.transfers.queue import TransferQueue

RATE = 12 * 1024 * 1024
"""Bytes a second each way: a medium file is under way long enough to be struck in the middle."""
LATEST = 100
"""Rows among which the newest batch is: manifests of earlier ones may follow it."""
ENOUGH = 12
"""Unfinished rows below which another batch is added."""

RULES = replace(QUICK, folder_every=0.2)

filling.SEGMENTED_FROM = 250_000
segments.LEAST = 64 * 1024


class Striker:
    """Kills its own process at a step."""

    def __init__(self, milestone: Milestone, count: int) -> None:
        self._milestone = milestone
        self._left = count
        self._lock = threading.Lock()

    def __call__(self, milestone: Milestone) -> None:
        if milestone is not self._milestone:
            return
        with self._lock:
            self._left -= 1
            if self._left == 0:
                say("STRUCK", milestone)
                os.kill(os.getpid(), signal.SIGKILL)
                threading.Event().wait()  # not one step farther while the signal is on its way


def say(*words: object) -> None:
    """One line at once, whatever happens next."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class Driver:
    """One run."""

    def __init__(self, folder: Path, base_url: str, key: str, adds: bool, reached: Reached) -> None:
        self._folder = folder
        self._adds = adds
        self._reached = reached
        self._clock = SystemClock()
        self._jobs = json.loads((folder / "jobs.json").read_text())
        self._opened = fast_client(
            base_url,
            key=key,
            clock=self._clock,
            rules=RULES,
            options=NetworkOptions(trust_system_proxy=False, timeout=10),
            paused=lambda until, error: say("PAUSED", error.code),
        )
        self._disk = Workers("disk")
        self._asked: list[Transfer] = []
        self._scope = TaskScope("driver", lambda name, error: say("ERROR", name, repr(error)))

    async def run(self) -> None:
        self._journal = await Journal.open(self._folder / "queue.db", self._clock)
        self._queue = TransferQueue(
            self._journal,
            self._opened.client,
            self._opened.folders,
            find_checksums(),
            self._clock,
            QueueLimits(uploads=3, downloads=3, upload_rate=RATE, download_rate=RATE),
            self._on_event,
            self._scope.start,
            lambda _path: 10**12,
            reached=self._reached,
        )
        self._manifests = Manifests(
            self._folder / "manifests",
            self._journal,
            lambda: self._queue,
            self._disk,
            self._scope,
            self._reached,
        )
        await self._queue.start()
        await self._manifests.catch_up()
        unanswered = await self._queue.order(QueueFilter.ATTENTION)
        self._asked += await self._queue.rows([TransferId(i) for i in unanswered])
        say("READY")
        while await self._go_on():
            await asyncio.sleep(0.02)
        await self._queue.close()
        await self._scope.close()
        await self._disk.close()
        await self._opened.aclose()
        await self._journal.close()

    async def _go_on(self) -> bool:
        for transfer in self._asked:
            say("ASKED", transfer.id, transfer.error.code if transfer.error else "")
            await self._queue.answer([transfer.id], Answer.SEND_AGAIN)
        self._asked.clear()
        counts = self._queue.summary().counts
        unfinished = counts.active + counts.waiting + counts.attention
        if not unfinished:
            # The last part may have ended this moment.
            await self._manifests.catch_up()
            counts = self._queue.summary().counts
            unfinished = counts.active + counts.waiting + counts.attention
        if self._adds and unfinished < ENOUGH:
            await self._add_next()
        return self._adds or unfinished > 0

    async def _add_next(self) -> None:
        ids = await self._queue.order()
        known = await self._queue.rows([TransferId(i) for i in ids[-LATEST:]])
        number = max((int(row.name.split("-")[0][1:]) + 1 for row in known), default=0)
        if number < len(self._jobs):
            await self._queue.add([self._new(job) for job in self._jobs[number]])
            say("ADDED", number)

    def _new(self, job: dict[str, str | int]) -> NewTransfer:
        if job["way"] == "up":
            return NewUpload(
                path=str(job["path"]),
                name=str(job["name"]),
                size=int(job["size"]),
                folder_id=FolderId(int(job["folder"])),
                folder_path="/Up",
                mtime_ns=int(job["mtime_ns"]),
                part_offset=int(job["offset"]) if "offset" in job else None,
                source_size=int(job["source_size"]) if "offset" in job else None,
            )
        return NewDownload(
            url=FileUrl(str(job["url"])),
            name=str(job["name"]),
            size=int(job["size"]),
            folder=str(self._folder / "target"),
            checksum=str(job["checksum"]),
            conflict=ConflictRule(str(job["rule"])),
        )

    def _on_event(self, event: Event) -> None:
        self._manifests.hear(event)
        if isinstance(event, TransferChanged):
            transfer = event.transfer
            say("STATE", transfer.id, transfer.state, transfer.error.code if transfer.error else "")
        elif isinstance(event, TransferHalted):
            if event.transfer.state is State.NEEDS_ANSWER:
                self._asked.append(event.transfer)
            else:
                say("FAILED", event.transfer.id, repr(event.transfer.error), event.transfer.name)


def main() -> None:
    folder, base_url, key, *how = sys.argv[1:]
    reached = Striker(Milestone(how[0]), int(how[1])) if len(how) == 2 else unwatched
    asyncio.run(Driver(Path(folder), base_url, key, adds=how != ["finish"], reached=reached).run())


if __name__ == "__main__":
    main()
