"""What one operation of the queue costs as the queue grows from 100 to 100,000 rows.

    python tests/benchmarks/queue_cost.py [--rows 100,1000,10000,100000] [--rounds 3] [--folder FOLDER]

The real journal and the real queue, without a window; half of the rows are uploads. The service is one that
never answers: only the queue's own work is measured. The journal lies in the folder, by default where the
system keeps temporary files, and every commit waits for that disk. Each figure is the median over the rounds,
each in a new journal; what changes nothing is measured five times in each round.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import platform
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.causes import Cause
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.errors import ChecksumMismatch, TooLarge
from fichier_gui.domain.events import Event, TransferChanged
from fichier_gui.domain.ids import FileUrl, FolderId, TransferId
from fichier_gui.domain.transfers import (
    Direction,
    Move,
    NewDownload,
    NewTransfer,
    NewUpload,
    Priority,
    QueueColumn,
    QueueFilter,
    State,
)
from fichier_gui.transfers.checksum import find_checksums
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.limits import SMALL, QueueLimits
from fichier_gui.transfers.live import ProgressNote
from fichier_gui.transfers.queue import TransferQueue

LIGHT_TIMES = 5
RUNNING = 20
"""Rows whose progress is noted together."""
TARGETS = {"add a batch of all rows": 5.0, "start the queue until a transfer is chosen": 3.0}
"""Seconds that are promised for the longest queue."""


class Silence:
    """A service, and its folders, that never answer."""

    def __getattr__(self, name: str) -> Callable[..., Awaitable[Any]]:
        async def wait(*_asked: object, **_options: object) -> None:
            await asyncio.Event().wait()

        return wait


class Costs:
    """Seconds of each operation, and over how many rows it went."""

    def __init__(self) -> None:
        self.taken: dict[str, list[float]] = defaultdict(list)
        self.spread: dict[str, bool] = {}

    async def measure(
        self, name: str, act: Callable[[], Any], *, times: int = 1, all_rows: bool = False
    ) -> None:
        """Time ``act``, a coroutine function or a plain one. ``all_rows``: its work is in every row."""
        self.spread[name] = all_rows
        for _ in range(times):
            gc.collect()
            began = time.perf_counter()
            result = act()
            if asyncio.iscoroutine(result):
                await result
            self.taken[name].append(time.perf_counter() - began)


class Stage:
    """One profile's journal and queue."""

    def __init__(self, folder: Path, rows: int) -> None:
        self.folder = folder
        self.source = folder / "source.bin"
        self.source.write_bytes(bytes(1000))
        self.rows = rows
        self.chosen = asyncio.Event()

    def new(self) -> list[NewTransfer]:
        mtime = self.source.stat().st_mtime_ns
        found: list[NewTransfer] = []
        for n in range(self.rows):
            name = f"holiday {n % 97} picture {n:06d}.jpg"
            if n % 2:
                url = FileUrl(f"https://1fichier.com/?row{n:017d}")
                found.append(NewDownload(url, name, 1_000_000 + n, str(self.folder / "down"), "/Pictures"))
            else:
                found.append(NewUpload(str(self.source), name, 1000, FolderId(7), "/Pictures", mtime))
        return found

    async def open_journal(self) -> None:
        self.journal = await Journal.open(self.folder / "queue.db", SystemClock())

    async def open_queue(self, *, is_held: bool) -> None:
        self.scope = TaskScope("benchmark", lambda name, error: print(name, repr(error), file=sys.stderr))
        silence: Any = Silence()
        self.queue = TransferQueue(
            self.journal,
            silence,
            silence,
            find_checksums(),
            SystemClock(),
            QueueLimits(),
            self._on_event,
            self.scope.start,
            lambda _path: 10**15,
        )
        if is_held:
            await self.queue.hold()

    async def close_queue(self) -> None:
        await self.queue.close()
        await self.scope.close()

    async def start_and_choose(self) -> None:
        self.chosen.clear()
        await self.queue.start()
        await self.chosen.wait()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, TransferChanged) and event.transfer.state is State.STARTING:
            self.chosen.set()


async def one_round(stage: Stage, costs: Costs) -> None:
    """Every operation once, on a queue of so many rows."""
    await stage.open_journal()
    await stage.open_queue(is_held=True)
    await stage.queue.start()
    new = stage.new()
    await costs.measure("add a batch of all rows", lambda: stage.queue.add(new), all_rows=True)
    await costs.measure("add one row more", lambda: stage.queue.add(new[:1]), times=LIGHT_TIMES)
    new.clear()
    await stage.close_queue()
    await stage.journal.close()

    await costs.measure("open the journal", stage.open_journal)
    await stage.open_queue(is_held=False)
    await costs.measure("start the queue until a transfer is chosen", stage.start_and_choose)
    await stage.close_queue()

    await stage.open_queue(is_held=True)
    await stage.queue.start()
    await looks(stage, costs)
    await small_changes(stage, costs)
    await places_and_priorities(stage, costs)
    await large_changes(stage, costs)
    await stage.close_queue()
    await stage.journal.close()


async def looks(stage: Stage, costs: Costs) -> None:
    """What changes nothing."""
    journal, now = stage.journal, time.time()
    (leader,) = await journal.due(Direction.UPLOAD, now, 1)
    ids = [TransferId(i) for i in await stage.queue.order()]
    middle = ids[len(ids) // 2 :][:50]
    acts: dict[str, Callable[[], Any]] = {
        "what is due next": lambda: journal.due(Direction.DOWNLOAD, now, 8),
        "small files due next": lambda: journal.due(Direction.DOWNLOAD, now, 8, SMALL),
        "company for a small upload": lambda: journal.companions(leader, now, SMALL, 500),
        "summary": stage.queue.summary,
        "fifty rows for the window": lambda: stage.queue.rows(middle),
        **{f"order of tab {tab.value}": lambda tab=tab: stage.queue.order(tab) for tab in QueueFilter},
        "order by name": lambda: stage.queue.order(QueueFilter.ALL, QueueColumn.NAME),
        "list, batches folded": lambda: journal.arranged(QueueColumn.CURRENT, False, ()),
        "list, all folded out": lambda: journal.arranged(QueueColumn.CURRENT, False, (leader.batch_id,)),
        "sums of the longest batch": lambda: journal.batches([leader.batch_id]),
        "order, names that hold a text": lambda: stage.queue.order(text="picture 00001"),
    }
    for name, act in acts.items():
        await costs.measure(name, act, times=LIGHT_TIMES)


async def small_changes(stage: Stage, costs: Costs) -> None:
    """A few rows of many."""
    journal = stage.journal
    ids = [TransferId(i) for i in await stage.queue.order()]
    running = ids[-RUNNING:]
    await journal.shift(running, State, {"state": State.MOVING})
    notes = {i: ProgressNote(500, None, 1.0) for i in running}
    name = f"note the progress of {RUNNING} rows"
    await costs.measure(name, lambda: journal.note_progress(notes), times=LIGHT_TIMES)
    await journal.shift(running, State, {"state": State.QUEUED})
    one = ids[len(ids) // 2]
    for _ in range(LIGHT_TIMES):
        await costs.measure("pause one row", lambda: stage.queue.pause([one]))
        await costs.measure("resume one row", lambda: stage.queue.resume([one]))
        await costs.measure("pause everything (the switch)", stage.queue.pause_all)
        await costs.measure("resume everything (the switch)", stage.queue.resume_all)


async def places_and_priorities(stage: Stage, costs: Costs) -> None:
    """A few rows come elsewhere, wherever they were; half of the queue has ended."""
    journal = stage.journal
    ids = [TransferId(i) for i in await stage.queue.order()]
    ended = ids[len(ids) // 4 : -len(ids) // 4]
    await journal.shift(ended, State, {"state": State.DONE})
    one, ten, beside = ids[-1:], ids[-50:-40], ids[10]
    acts: dict[str, Callable[[], Any]] = {
        "drop one row elsewhere": lambda: stage.queue.ordering.place(one, beside, True),
        "drop ten rows elsewhere": lambda: stage.queue.ordering.place(ten, beside, False),
        "ten rows to the top": lambda: stage.queue.ordering.move(ten, Move.TOP),
        "one row up, past what has ended": lambda: stage.queue.ordering.move([past], Move.UP),
        "priority of ten rows": lambda: stage.queue.ordering.prioritise(ten, Priority.HIGH),
        "start one row now": lambda: stage.queue.ordering.start_now(one),
    }
    past = ids[-len(ids) // 4]
    for name, act in acts.items():
        await costs.measure(name, act, times=LIGHT_TIMES)
    await journal.shift(None, State, {"state": State.QUEUED, "priority": Priority.NORMAL})


async def large_changes(stage: Stage, costs: Costs) -> None:
    """Every row at once, as "select all" asks for it."""
    journal, queue = stage.journal, stage.queue
    ids = [TransferId(i) for i in await queue.order()]
    await costs.measure("pause every row", lambda: queue.pause(ids), all_rows=True)
    await costs.measure("resume every row", queue.resume_all, all_rows=True)
    await journal.shift(None, State, {"state": State.FAILED, "error": TooLarge()})
    await journal.shift(ids[::100], State, {"error": ChecksumMismatch(path="a", expected="b", actual="c")})
    await costs.measure("causes of all rows, all failed", queue.causes, times=LIGHT_TIMES)
    cause = Cause(State.FAILED, TooLarge().code)
    await costs.measure("rows of one cause", lambda: queue.order(cause=cause), times=LIGHT_TIMES)
    await costs.measure("retry every row, all failed", lambda: queue.retry(ids), all_rows=True)
    assert queue.summary().counts.waiting == len(ids)
    await costs.measure("remove every row", lambda: queue.remove(ids), all_rows=True)
    assert queue.summary().counts.total == 0


async def cost_of(rows: int, rounds: int, place: Path | None) -> Costs:
    """All figures for one length of the queue."""
    costs = Costs()
    for _ in range(rounds):
        with tempfile.TemporaryDirectory(prefix="queue-cost-", dir=place) as folder:
            await one_round(Stage(Path(folder), rows), costs)
    return costs


def shown(seconds: float) -> str:
    """A figure with a unit that suits it."""
    if seconds >= 1:
        return f"{seconds:.2f} s"
    if seconds >= 1e-3:
        return f"{seconds * 1e3:.1f} ms"
    return f"{seconds * 1e6:.0f} µs"


def table(all_costs: dict[int, Costs]) -> str:
    """One line an operation."""
    longest = max(all_costs)
    lines = [
        f"| operation, with so many rows | {' | '.join(f'{rows:,}' for rows in all_costs)} | a row |",
        f"|---|{'---:|' * (len(all_costs) + 1)}",
    ]
    for name in all_costs[longest].taken:
        medians = {rows: statistics.median(costs.taken[name]) for rows, costs in all_costs.items()}
        a_row = shown(medians[longest] / longest) if all_costs[longest].spread[name] else ""
        lines.append(f"| {name} | {' | '.join(map(shown, medians.values()))} | {a_row} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", default="100,1000,10000,100000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    lengths = sorted(int(rows) for rows in arguments.rows.split(","))
    all_costs = {rows: asyncio.run(cost_of(rows, arguments.rounds, arguments.folder)) for rows in lengths}
    machine = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores"
    options = f"--rows {arguments.rows} --rounds {arguments.rounds}"
    print(f"`python tests/benchmarks/queue_cost.py {options}` ({machine})\n")
    print(table(all_costs))
    print()
    for name, target in TARGETS.items():
        taken = statistics.median(all_costs[lengths[-1]].taken[name])
        verdict = "kept" if taken < target else "MISSED"
        print(f"- {name}, {lengths[-1]:,} rows: {shown(taken)}, at most {target:.0f} s: {verdict}")


if __name__ == "__main__":
    main()
