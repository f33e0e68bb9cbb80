"""A day's mixed load in a short time: what does the program still hold at its end?

    python tests/benchmarks/soak.py [--minutes 20]

The real journal, queue and client in one process without a window; the simulated service, whose memory grows
with what it is given, in another. Round after round: small files up in forms, large ones alone, small ones
down and large ones over several connections, folders listed, rows paused, moved, cancelled, retried; bodies
and answers break on the way, some links are dead. After each round everything has ended, and the list, the
local folder and the remote one are emptied.

Memory (RSS), file descriptors, threads and tasks are read while nothing runs: after the warm-up, which is the
first fifth of the time, and at the end.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import json
import os
import platform
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from memory import MEBIBYTE, memory_folder
from support.simulator import DEFAULT_KEY, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.api import (
    BudgetRules,
    FichierClient,
    NetworkOptions,
    Priority,
    RequestBudget,
    ServiceAddress,
)
from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import Event, TransferChanged
from fichier_gui.domain.ids import FileUrl, FolderId, TransferId
from fichier_gui.domain.remote import FolderListing, RemoteFile
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import (
    ACTIVE,
    ENDED,
    Answer,
    Move,
    NewDownload,
    NewUpload,
    QueueFilter,
    State,
    Transfer,
)
from fichier_gui.simulator.content import PatternContent
from fichier_gui.simulator.faults import Fault
from fichier_gui.transfers import Journal, QueueLimits, TransferQueue, find_checksums

RULES = BudgetRules(
    windows=((1000, 1.0),),
    transfer_gap=0.0,
    background_gap=0.0,
    node_gap=0.0,
    site_gap=0.0,
    folder_every=0.2,
    refusal_gaps=(),
)
SMALL_UP, SMALL_DOWN = 60, 30
LARGE = (24 * MEBIBYTE, 48 * MEBIBYTE)
RATE = 40 * MEBIBYTE
STRUCK = 4000
"""Calls of each kind that the plan of faults reaches."""
FAULTS = {
    31: Fault("upload.cgi", "cut", after=5000),
    17: Fault("upload.cgi", "answer", status=503, body="overloaded", content_type="text/html"),
    23: Fault("upload/get_upload_server", "html"),
    19: Fault("end.pl", "pending", times=3),
    29: Fault("end.pl", "answer", status=503, body="busy"),
    13: Fault("download", "cut", after=4000),
    37: Fault("download", "token-dead"),
    41: Fault("download", "stall", after=2000, seconds=4),
    43: Fault("download", "answer", status=503, body="busy", content_type="text/html"),
    47: Fault("download/get_token", "html"),
    53: Fault("download", "bit-flip", at=100),
}
"""Every so many calls of its kind one of them goes wrong."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the process holds."""

    rss: float
    """MiB."""
    descriptors: int
    threads: int
    tasks: int


class NoMemory:
    """Nothing of the budget is kept."""

    def load(self) -> str | None:
        return None

    def save(self, text: str) -> None:
        pass


class Folders:
    """Every listing is asked for."""

    def __init__(self, client: FichierClient) -> None:
        self._client = client

    async def listing(self, folder_id: FolderId, *, not_older_than: float) -> FolderListing:
        return await self._client.folder(folder_id, priority=Priority.TRANSFER)

    async def stored(self, folder_id: FolderId, file: RemoteFile) -> None:
        pass


class Soak:
    """The process that is watched."""

    def __init__(self, folder: Path, given: dict[str, object]) -> None:
        self._local, self._target = folder / "local", folder / "target"
        self._local.mkdir()
        self._target.mkdir()
        self._journal_file = folder / "queue.db"
        self._up = FolderId(int(str(given["up"])))
        self._files: list[list[str]] = json.loads(str(given["files"]))
        self._clock = SystemClock()
        self._budget = RequestBudget(self._clock, NoMemory(), lambda until, error: None, lambda: None, RULES)
        options = NetworkOptions(trust_system_proxy=False, timeout=2)
        address = ServiceAddress(str(given["url"]))
        self._client = FichierClient(address, lambda: Secret(DEFAULT_KEY), self._budget, options, self._clock)
        self._dice = random.Random(1)
        self._counts: Counter[str] = Counter()
        self._scope = TaskScope("soak", self._failed)

    async def run(self, minutes: float) -> dict[str, object]:
        """Rounds until the time is over; what was held, and what was done."""
        journal = await Journal.open(self._journal_file, self._clock)
        self._queue = TransferQueue(
            journal,
            self._client,
            Folders(self._client),
            find_checksums(),
            self._clock,
            QueueLimits(upload_rate=RATE, download_rate=RATE),
            self._on_event,
            self._scope.start,
            lambda _path: 10**12,
        )
        await self._queue.start()
        began, warm, peak = time.monotonic(), None, 0.0
        while (passed := time.monotonic() - began) < minutes * 60:
            if warm is None and passed >= minutes * 12:
                warm = await self._at_rest()
            await self._round()
            peak = max(peak, psutil.Process().memory_info().rss / MEBIBYTE)
            self._counts["rounds"] += 1
        end, pools = await self._at_rest(), _pools()
        await self._queue.close()
        await self._scope.close()
        await self._client.aclose()
        await self._budget.aclose()
        await journal.close()
        assert warm is not None, "the first round outlasted everything"
        return {
            "warm": asdict(warm),
            "end": asdict(end),
            "peak": peak,
            "pools": pools,
            "counts": dict(self._counts),
        }

    async def _round(self) -> None:
        self._add_files()
        await self._queue.add(self._uploads())
        await self._queue.add(self._downloads())
        playing = self._scope.start(self._play(), "play")
        while await self._go_on() or not playing.done():
            self._queue.take_progress()
            await asyncio.sleep(0.05)
        await self._tidy()

    def _add_files(self) -> None:
        sizes = [*(self._dice.randrange(1, 200_000) for _ in range(SMALL_UP)), *LARGE]
        for number, size in enumerate(sizes):
            block = self._dice.randbytes(1000)
            (self._local / f"{number:03d}.bin").write_bytes((block * (size // 1000 + 1))[:size])

    def _uploads(self) -> list[NewUpload]:
        found = []
        for path in sorted(self._local.iterdir()):
            told = path.stat()
            name = f"{self._counts['rounds']} {path.name}"
            found.append(NewUpload(str(path), name, told.st_size, self._up, "/Up", told.st_mtime_ns))
        return found

    def _downloads(self) -> list[NewDownload]:
        target = str(self._target)
        dead = NewDownload(FileUrl("https://1fichier.com/?gone0gone0gone0gone0"), "gone", 9, target)
        live = [
            NewDownload(FileUrl(url), name, int(size), target, "/Down", checksum or None)
            for url, name, size, checksum in self._files
        ]
        return [dead, *live]

    async def _play(self) -> None:
        """What a restless user does meanwhile."""
        for act in ("pause", "list", "move", "pause_all", "cancel", "list", "pause", "retry"):
            await asyncio.sleep(self._dice.uniform(0.1, 0.5))
            self._counts[act] += 1
            ids = [TransferId(i) for i in await self._queue.order(QueueFilter.WAITING)]
            running = [TransferId(i) for i in await self._queue.order(QueueFilter.ACTIVE)]
            some = self._dice.sample(ids, min(len(ids), 6)) + running[:2]
            await self._do(act, some)

    async def _do(self, act: str, some: list[TransferId]) -> None:
        match act:
            case "pause":
                await self._queue.pause(some)
                await asyncio.sleep(0.2)
                await self._queue.resume(some)
            case "pause_all":
                await self._queue.pause_all()
                await asyncio.sleep(0.2)
                await self._queue.resume_all()
            case "move":
                await self._queue.ordering.move(some, Move.TOP)
            case "cancel":
                await self._queue.cancel(some[:3])
            case "retry":
                await self._queue.retry([TransferId(i) for i in await self._queue.order(QueueFilter.ALL)])
            case "list":
                with contextlib.suppress(AppError):
                    await self._client.folder(self._up, priority=Priority.CLICK)
                    await self._client.folder(FolderId(0), priority=Priority.CLICK)

    async def _go_on(self) -> bool:
        """Answer what is asked; False when every row has ended."""
        for row in await self._rows(QueueFilter.ATTENTION):
            self._counts["answers"] += 1
            await self._queue.answer([row.id], Answer.SEND_AGAIN)
        counts = self._queue.summary().counts
        return bool(counts.active + counts.waiting + counts.attention)

    async def _rows(self, tab: QueueFilter) -> list[Transfer]:
        return await self._queue.rows([TransferId(i) for i in await self._queue.order(tab)])

    async def _tidy(self) -> None:
        every = await self._rows(QueueFilter.ALL)
        assert all(row.state in ENDED for row in every)
        for row in every:
            self._counts[f"{row.direction} {row.state}"] += 1
            if row.state is State.DONE:
                self._counts["KiB"] += row.size >> 10
        await self._queue.clear_done()
        await self._queue.remove([row.id for row in every])
        for path in [*self._local.iterdir(), *self._target.iterdir()]:
            path.unlink()
        listing = await self._client.folder(self._up, priority=Priority.CLICK)
        stored = [file.url for file in listing.files]
        for start in range(0, len(stored), 100):
            await self._client.remove_files(stored[start : start + 100])

    async def _at_rest(self) -> Held:
        """What is held when connections that nobody uses are closed: nothing changes for three seconds."""
        last, since = _held(), time.monotonic()
        for _ in range(200):
            await asyncio.sleep(0.1)
            now = _held()
            if _counted(now) != _counted(last):
                last, since = now, time.monotonic()
            if time.monotonic() - since > 3:
                break
        return _held()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, TransferChanged):
            self._counts["events"] += 1
            if event.transfer.error is not None and event.transfer.state not in ACTIVE:
                self._counts["errors"] += 1

    def _failed(self, name: str, error: BaseException) -> None:
        self._counts["TASKS THAT FAILED"] += 1
        print(name, repr(error), file=sys.stderr)


def _held() -> Held:
    gc.collect()
    process = psutil.Process()
    return Held(
        process.memory_info().rss / MEBIBYTE,
        process.num_fds() if sys.platform != "win32" else process.num_handles(),
        process.num_threads(),
        len(asyncio.all_tasks()),
    )


def _pools() -> dict[str, int]:
    """Threads by the name of their pool."""
    return dict(Counter(re.sub(r"[ _-]*\d+$", "", thread.name) for thread in threading.enumerate()))


def _counted(held: Held) -> tuple[int, int, int]:
    return held.descriptors, held.threads, held.tasks


def prepared(running: ThreadedSimulator) -> dict[str, object]:
    """The account's folder, files to fetch with their facts, and every fault of the day."""
    service = running.service
    sizes = [1000 + 6000 * n for n in range(SMALL_DOWN)] + list(LARGE)
    files = []
    for number, size in enumerate(sizes):
        content = PatternContent(number + 1, size)
        file = service.add_file(f"/Down/{number:03d}.bin", content)
        files.append([service.link(file), file.name, str(size), file.checksum])
    for every, fault in FAULTS.items():
        running.faults.add(*(_nth(fault, call) for call in range(every, STRUCK, every)))
    return {"up": service.add_folder("/Up").id, "files": json.dumps(files), "url": running.base_url}


def _nth(fault: Fault, call: int) -> Fault:
    return Fault(**{**asdict(fault), "calls": str(call)})


def table(told: dict[str, dict[str, float]]) -> str:
    """What was held after the warm-up and at the end."""
    warm, end = told["warm"], told["end"]
    lines = ["| held by the process | after the warm-up | at the end | difference |", "|---|---:|---:|---:|"]
    names = {
        "rss": "RSS, MiB",
        "descriptors": "file descriptors",
        "threads": "threads",
        "tasks": "asyncio tasks",
    }
    for key, name in names.items():
        form = ".1f" if key == "rss" else "d"
        change = f"{end[key] - warm[key]:+{form}}"
        lines.append(f"| {name} | {warm[key]:{form}} | {end[key]:{form}} | {change} |")
    return "\n".join(lines)


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {n}" for name, n in sorted(counts.items()))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--part", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.part:
        folder, given = arguments.part
        told = asyncio.run(Soak(Path(folder), json.loads(given)).run(arguments.minutes))
        print(json.dumps(told))
        return
    with (
        tempfile.TemporaryDirectory(prefix="soak-", dir=memory_folder()) as folder,
        simulator(limits=False, switches=quiet_switches(), seed=1) as running,
    ):
        command = [sys.executable, __file__, "--minutes", str(arguments.minutes)]
        part = ["--part", folder, json.dumps(prepared(running))]
        done = subprocess.run([*command, *part], stdout=subprocess.PIPE, text=True, check=True)
        hits, asked = running.faults.hits(), len(running.requests.all())
    told = json.loads(done.stdout.splitlines()[-1])
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    print(f"`python tests/benchmarks/soak.py --minutes {arguments.minutes:g}` ({machine})\n")
    print(table(told))
    counts = Counter(told["counts"])
    gibibytes = counts.pop("KiB") / MEBIBYTE
    print(f"\nHighest after a round: {told['peak']:.1f} MiB. {gibibytes:.1f} GiB moved in {asked} requests,")
    print(f"Threads at the end: {_listed(Counter(told['pools']))}.")
    print(f"{hits} faults struck. {_listed(counts)}.")


if __name__ == "__main__":
    main()
