"""How late the window's own timer is while four transfers run at full speed.

    python tests/benchmarks/window_lateness.py [--seconds 8]

A 5 ms timer of the window's thread notes how much later than asked each of its ticks comes: idle, then with
two uploads and two downloads at once, verified as by default, then without verification. The simulator is a
process of its own on the same machine; files lie in memory, some 16 GiB of it, so that no disk is measured.

Beside it, for the same seconds, a second process does nothing but sleep 5 ms again and again ("the bare
sleeper"): it is as late as this machine makes everybody, by its scheduler or by its host.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from window_run import LARGE_SIZE, answer, run_window, stage

if TYPE_CHECKING:
    from fichier_gui.ui.shell import Shell

TICK = 0.005
IN_MEMORY = 16 << 30
STARTED = 256 << 20
"""Bytes after which all four are past their beginnings."""
FOUR = "2 uploads and 2 downloads"
ROWS = (
    ("idle", False, True),
    (f"{FOUR}, verified", True, True),
    (f"{FOUR}, not verified", True, False),
)


def figures(late: list[float]) -> dict[str, float]:
    """Of all ticks, in milliseconds."""
    late = sorted(late)
    return {
        "ticks": len(late),
        "median": late[len(late) // 2] * 1000,
        "p99": late[len(late) * 99 // 100] * 1000,
        "max": late[-1] * 1000,
    }


class BareSleeper:
    """The process that is measured against: it sleeps until its standard input ends."""

    def __init__(self) -> None:
        command = [sys.executable, __file__, "--sleeper"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self._process.stdout.readline()

    def stop(self) -> dict[str, float]:
        """Its figures."""
        said, _ = self._process.communicate()
        return dict(json.loads(said))


def sleep_on() -> None:
    """What the bare sleeper does."""
    over = threading.Event()
    late: list[float] = []
    print("ready", flush=True)
    threading.Thread(target=lambda: (sys.stdin.read(), over.set())).start()
    last = time.perf_counter()
    while not over.wait(TICK):
        now = time.perf_counter()
        late.append(max(0.0, now - last - TICK))
        last = now
    print(json.dumps(figures(late)))


class Lateness:
    """Ticks of a precise Qt timer; only those between :meth:`start` and :meth:`stop` count."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._late: list[float] = []
        self._last = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(TICK * 1000))
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        """Begin to count."""
        self._late.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> dict[str, float]:
        """The figures, in milliseconds."""
        self._timer.stop()
        return figures(self._late)

    def _on_timer_timeout(self) -> None:
        now = time.perf_counter()
        self._late.append(max(0.0, now - self._last - TICK))
        self._last = now


async def watched(lateness: Lateness, seconds: float) -> dict[str, object]:
    """The ticks of so many seconds, the window's and the sleeper's."""
    sleeper = await asyncio.to_thread(BareSleeper)
    lateness.start()
    await asyncio.sleep(seconds)
    found = lateness.stop()
    return {**found, "sleeper": await asyncio.to_thread(sleeper.stop)}


async def measured(shell: "Shell", given: dict[str, object]) -> dict[str, object]:
    """Ticks while nothing moves, or while four transfers run that are too large to end."""
    seconds, seam = float(str(given["seconds"])), shell.seam
    lateness = Lateness()
    if not given["transfers"]:
        await asyncio.sleep(5)  # start-up work is over
        return await watched(lateness, seconds)
    for name in ("parallel_uploads", "parallel_downloads"):
        await seam.call(lambda core, name=name: core.preferences.change(name, 2))
    for name in ("verify_uploads", "verify_downloads"):
        await seam.call(lambda core, name=name: core.preferences.change(name, given["verify"]))
    root = await seam.call(lambda core: core.browse.resolve("/"))
    large = await seam.call(lambda core: core.browse.resolve("/Large"))
    listing = await seam.call(lambda core: core.browse.fetch_folder(large))
    down = await seam.call(lambda core: core.transfers.plan_download(listing.files, Path.cwd() / "down"))
    up = await seam.call(lambda core: core.transfers.plan_upload([str(p) for p in sources(Path.cwd())], root))
    await seam.call(lambda core: core.transfers.start_download(down))
    await seam.call(lambda core: core.transfers.start_upload(up))
    while seam.program.transfers.summary().counts.active < 4:
        await asyncio.sleep(0.05)
    while moved(shell) < STARTED:
        await asyncio.sleep(0.05)
    before = moved(shell)
    began = time.monotonic()
    result = await watched(lateness, seconds)
    rate = (moved(shell) - before) / (time.monotonic() - began) / 1e6
    assert seam.program.transfers.summary().counts.active == 4, "a transfer ended while it was measured"
    await seam.call(lambda core: core.transfers.pause_all())
    return result | {"rate": rate}


def moved(shell: "Shell") -> int:
    """Bytes of all four so far."""
    return shell.seam.program.transfers.summary().bytes_done


def sources(folder: Path) -> list[Path]:
    """Two files to send. They are empty on the disk: reading them costs what reading cached files costs."""
    paths = [folder / "up-1.bin", folder / "up-2.bin"]
    for path in paths:
        if not path.exists():
            path.touch()
            os.truncate(path, LARGE_SIZE)
    return paths


def part(given: dict[str, object]) -> int:
    """In the process that is measured."""

    async def during(shell: "Shell") -> int:
        return answer(**await measured(shell, given))

    return run_window(str(given["url"]), Path.cwd() / "run", during)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--sleeper", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--part", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.sleeper:
        sleep_on()
        return 0
    if arguments.part:
        return part(json.loads(arguments.part[1]))
    from support.memory import touch_memory  # window_run knows where it is

    print(f"`python tests/benchmarks/window_lateness.py --seconds {arguments.seconds:g}`\n")
    print("| the window's 5 ms timer is late by | p99 | maximum | bare sleeper: p99 | maximum | moved |")
    print("|---|---:|---:|---:|---:|---:|")
    touch_memory(IN_MEMORY)
    for name, transfers, verify in ROWS:
        with stage() as running:
            got = running.run(
                __file__,
                "measure",
                transfers=transfers,
                verify=verify,
                seconds=arguments.seconds,
            )
        moving = f"{got['rate']:.0f} MB/s" if transfers else "–"
        shown = [got["p99"], got["max"], got["sleeper"]["p99"], got["sleeper"]["max"]]
        print(f"| {name} | {' | '.join(f'{one:.1f} ms' for one in shown)} | {moving} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
