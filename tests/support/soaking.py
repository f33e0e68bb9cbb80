"""A restless day in a process of its own, and what that process still holds at its end.

    told = soaked(FULL, minutes=20)
    assert not told.grown

The real journal, queue and client without a window; the simulated service, whose memory grows with what it is
given, in the process that watches. Round after round: small files up in forms, large ones alone, small ones
down and large ones over several connections, folders listed, rows paused, moved, cancelled, retried; bodies
and answers break on the way, some links are dead. After each round everything has ended, and the list, the
local folder and the remote one are emptied.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import psutil
from support.fast_client import fast_client
from support.quick_rules import QUICK
from support.simulator import ThreadedSimulator, quiet_switches, simulator

from fichier_gui.api.pacing import Priority
from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import Event, TransferChanged
from fichier_gui.domain.ids import FileUrl, FolderId, TransferId
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
from fichier_gui.transfers.checksum import find_checksums
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.limits import QueueLimits
from fichier_gui.transfers.queue import TransferQueue
from fichier_gui.transfers.worker_pool import IDLE_SECONDS

MEBIBYTE = 1 << 20
TESTS = Path(__file__).resolve().parents[1]
RULES = replace(QUICK, folder_every=0.2)
DEFAULT_THREADS = 6
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


@dataclass(frozen=True)
class Load:
    """What a round moves."""

    small_up: int
    small_down: int
    large: tuple[int, ...]
    """Bytes of each large file, which goes both ways."""
    rate: int
    """Bytes a second each way."""
    faults_more_often: int
    """How many times as often as :data:`FAULTS` says."""
    longest_pause: float
    """Seconds between two things that the user does, at most."""


FULL = Load(60, 30, (24 * MEBIBYTE, 48 * MEBIBYTE), 40 * MEBIBYTE, faults_more_often=1, longest_pause=0.5)
SMALL = Load(30, 15, (12 * MEBIBYTE,), 40 * MEBIBYTE, faults_more_often=2, longest_pause=0.1)


@dataclass(frozen=True)
class Held:
    """What the process holds while nothing runs."""

    rss: float
    """MiB."""
    descriptors: int
    threads: int
    tasks: int


MORE = Held(rss=20.0, descriptors=0, threads=0, tasks=0)
"""What may be held in the end beyond what was held after the warm-up."""


@dataclass(frozen=True)
class Told:
    """How a soak ended."""

    begin: Held
    end: Held
    peak: float
    """MiB, the highest after a round."""
    begin_kinds: dict[str, int]
    end_kinds: dict[str, int]
    """Threads by their pool and descriptors by their kind."""
    counts: dict[str, int]
    hits: int = 0
    requests: int = 0

    @property
    def grown(self) -> list[str]:
        """What is held beyond what may be, one sentence each."""
        begin, end, more = asdict(self.begin), asdict(self.end), asdict(MORE)
        found = [
            f"{name}: {begin[name]:g} -> {end[name]:g}, at most {more[name]:g} more are allowed"
            for name in begin
            if end[name] - begin[name] > more[name]
        ]
        kinds = {name for name, n in self.end_kinds.items() if n != self.begin_kinds.get(name, 0)}
        if found and kinds:
            found.append(
                ", ".join(f"{k}: {self.begin_kinds.get(k, 0)} -> {self.end_kinds[k]}" for k in kinds)
            )
        return found


def soaked(load: Load, minutes: float, folder: Path | None = None) -> Told:
    """A soak in another process. ``folder`` is on the disk that is used."""
    with (
        tempfile.TemporaryDirectory(prefix="soak-", dir=folder) as place,
        simulator(limits=False, switches=quiet_switches(), seed=1) as running,
    ):
        given = json.dumps(prepared(running, load) | {"minutes": minutes, "load": asdict(load)})
        paths = os.pathsep.join([str(TESTS), str(TESTS.parent)])
        done = subprocess.run(
            [sys.executable, __file__, place, given],
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": paths},
            text=True,
            check=True,
        )
        told = json.loads(done.stdout.splitlines()[-1])
        told["begin"], told["end"] = Held(**told["begin"]), Held(**told["end"])
        return Told(**told, hits=running.faults.hits(), requests=len(running.requests.all()))


def prepared(running: ThreadedSimulator, load: Load) -> dict[str, object]:
    """The account's folder, files to fetch with their facts, and every fault of the day."""
    service = running.service
    sizes = [1000 + 6000 * n for n in range(load.small_down)] + list(load.large)
    files = []
    for number, size in enumerate(sizes):
        content = PatternContent(number + 1, size)
        file = service.add_file(f"/Down/{number:03d}.bin", content)
        files.append([service.link(file), file.name, str(size), file.checksum])
    for every, fault in FAULTS.items():
        step = every // load.faults_more_often
        calls = range(step, STRUCK // load.faults_more_often, step)
        running.faults.add(*(replace(fault, calls=str(call)) for call in calls))
    return {"up": service.add_folder("/Up").id, "files": files, "url": running.base_url}


class Soak:
    """The process that is watched."""

    def __init__(self, folder: Path, up: int, files: list[list[str]], url: str, load: Load) -> None:
        self._local, self._target = folder / "local", folder / "target"
        self._local.mkdir()
        self._target.mkdir()
        self._journal_file = folder / "queue.db"
        self._up = FolderId(up)
        self._files = files
        self._load = load
        self._clock = SystemClock()
        self._service = fast_client(url, clock=self._clock, rules=RULES)
        self._client = self._service.client
        self._dice = random.Random(1)
        self._counts: Counter[str] = Counter()
        self._peak = 0.0
        self._scope = TaskScope("soak", self._failed)

    async def run(self, minutes: float) -> dict[str, object]:
        """What was held after the first fifth, which is the warm-up, and at the end; and what was done."""
        journal = await Journal.open(self._journal_file, self._clock)
        self._queue = TransferQueue(
            journal,
            self._client,
            self._service.folders,
            find_checksums(),
            self._clock,
            QueueLimits(upload_rate=self._load.rate, download_rate=self._load.rate),
            self._on_event,
            self._scope.start,
            lambda _path: 10**12,
        )
        await self._queue.start()
        await _fill_default_pool()
        await self._rounds(minutes / 5)
        begin, begin_kinds = await self._at_rest(), _kinds()
        await self._rounds(minutes * 4 / 5)
        end, end_kinds = await self._at_rest(), _kinds()
        await self._queue.close()
        await self._scope.close()
        await self._service.aclose()
        await journal.close()
        return {
            "begin": asdict(begin),
            "end": asdict(end),
            "peak": self._peak,
            "begin_kinds": begin_kinds,
            "end_kinds": end_kinds,
            "counts": dict(self._counts),
        }

    async def _rounds(self, minutes: float) -> None:
        """At least one."""
        end = time.monotonic() + minutes * 60
        while True:
            await self._round()
            self._counts["rounds"] += 1
            self._peak = max(self._peak, psutil.Process().memory_info().rss / MEBIBYTE)
            if time.monotonic() >= end:
                break

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
        small = (self._dice.randrange(1, 200_000) for _ in range(self._load.small_up))
        for number, size in enumerate([*small, *self._load.large]):
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
            await asyncio.sleep(self._dice.uniform(0.05, self._load.longest_pause))
            self._counts[act] += 1
            ids = [TransferId(i) for i in await self._queue.order(QueueFilter.WAITING)]
            running = [TransferId(i) for i in await self._queue.order(QueueFilter.ACTIVE)]
            some = self._dice.sample(ids, min(len(ids), 6)) + running[:2]
            await self._do(act, some)

    async def _do(self, act: str, some: list[TransferId]) -> None:
        match act:
            case "pause":
                await self._queue.pause(some)
                await asyncio.sleep(0.2)  # a look at what stands still
                await self._queue.resume(some)
            case "pause_all":
                await self._queue.pause_all()
                await asyncio.sleep(0.2)  # another
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
        """Answer what is asked, and have no patience with waits; False when every row has ended."""
        for row in await self._rows(QueueFilter.ATTENTION):
            self._counts["answers"] += 1
            await self._queue.answer([row.id], Answer.SEND_AGAIN)
        counts = self._queue.summary().counts
        if counts.waiting and not counts.active:
            await self._queue.retry([row.id for row in await self._rows(QueueFilter.WAITING)])
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
        """What is held when idle threads have had their time and nothing changes any more.

        How many connections are kept for the next requests is chance; a single one, after those were left.
        """
        self._client.leave_connections()
        with contextlib.suppress(AppError):
            await self._client.folder(FolderId(0), priority=Priority.CLICK)
        began = since = time.monotonic()
        last = _held()
        while (now := time.monotonic()) < max(began + IDLE_SECONDS, since) + 1:
            await asyncio.sleep(0.1)
            held = _held()
            if replace(held, rss=0) != replace(last, rss=0):
                last, since = held, now
        return _held()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, TransferChanged):
            self._counts["events"] += 1
            if event.transfer.error is not None and event.transfer.state not in ACTIVE:
                self._counts["errors"] += 1

    def _failed(self, name: str, error: BaseException) -> None:
        self._counts["TASKS THAT FAILED"] += 1
        print(name, repr(error), file=sys.stderr)


async def _fill_default_pool() -> None:
    """The loop's own pool makes its few threads by chance, and keeps them: let all of them be there."""
    pool = ThreadPoolExecutor(DEFAULT_THREADS, "asyncio")
    asyncio.get_running_loop().set_default_executor(pool)
    together = threading.Barrier(DEFAULT_THREADS)
    await asyncio.gather(*(asyncio.to_thread(together.wait) for _ in range(DEFAULT_THREADS)))


def _held() -> Held:
    gc.collect()
    process = psutil.Process()
    return Held(
        process.memory_info().rss / MEBIBYTE,
        process.num_fds(),
        process.num_threads(),
        len(asyncio.all_tasks()),
    )


def _kinds() -> dict[str, int]:
    """Threads by the name of their pool, descriptors by what they lead to."""
    threads = [f"thread {re.sub(r'[ _-]*[0-9]+$', '', thread.name)}" for thread in threading.enumerate()]
    process = psutil.Process()
    files = [f"file {Path(file.path).name}" for file in process.open_files()]
    sockets = [f"socket {connection.status}" for connection in process.net_connections()]
    return dict(Counter(threads + files + sockets))


def main() -> None:
    """The other process: a folder, and what :func:`prepared` told with the load and the minutes."""
    folder, given = sys.argv[1:]
    told = json.loads(given)
    minutes, load = told.pop("minutes"), Load(**told.pop("load"))
    print(json.dumps(asyncio.run(_run(Path(folder), load, minutes, told))))


async def _run(folder: Path, load: Load, minutes: float, told: dict[str, object]) -> dict[str, object]:
    return await Soak(folder, load=load, **told).run(minutes)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
