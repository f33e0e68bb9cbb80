"""How long the window stands still in an hour of use: 100,000 rows, ten transfers, all that people do.

    python tests/benchmarks/hour_of_use.py [--minutes 60] [--rows 100000] [--only WORD] [--stacks]

The window stands on a display of its own, and mouse and keyboard are those of that display. A folder holds
100,000 files, the search knows them, 100,000 transfers are listed, and ten of them (four uploads, six
downloads) move bytes all the time, at the speed of a household. The actions of the hour follow each other
without pauses, which is the harder way; with ``--minutes`` they are spread over so much time.

A 5 ms timer of the window's thread notes how much later than asked each of its ticks comes, and how much of
that time this thread computed itself: a block is what lies between two ticks. On a machine that does
something else too, only the computed part says something about the program. "The bare sleeper" is a second
process that sleeps 5 ms again and again: it is as late as this machine makes everybody.

``--stacks`` prints what ran in the longest blocks; the looking costs some time itself.
"""

import argparse
import asyncio
import collections
import contextlib
import faulthandler
import json
import os
import re
import sys
import tempfile
import threading
import time
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from window_lateness import TICK, BareSleeper
from window_run import answer, run_window, serve_until_end, stage

if TYPE_CHECKING:
    from fichier_gui.ui.shell import Shell

ROWS_VARIABLE: Final = "HOUR_ROWS"
"""For the process that serves."""
BLOCK: Final = 0.05
"""Seconds: a person notices."""
LONG: Final = 0.03
SHOWN: Final = 25
"""Actions in the table of the worst."""
UPLOADS: Final = 4
DOWNLOADS: Final = 6
LARGE: Final = 4 << 30
"""Bytes of each file that moves: it does not end within the hour."""
WAITING: Final = 32 << 20
"""Of each that waits: smaller ones have a lane of their own, and would not."""
DOWN_RATE: Final = 3_000_000
UP_RATE: Final = 1_000_000
"""Bytes a second of all together."""
KNOWN: Final = "known.json"
"""What the program has read of the large folder before: asking for it takes minutes."""
TITLES: Final = (
    "Beach",
    "Été à la mer",
    "Invoice",
    "Letter",
    "Mountain",
    "Night train",
    "Podcast",
    "Récital",
)
SUFFIXES: Final = ("jpg", "mkv", "pdf", "txt", "mp3", "zip", "odt", "png")


@dataclass
class Worst:
    """Of one action, in seconds."""

    wall: float = 0.0
    cpu: float = 0.0
    over: int = 0
    """Blocks in which this thread computed for longer than :data:`LONG`."""


class Watch:
    """Ticks of a precise Qt timer."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.late = array("d")
        self.computed = array("d")
        self.actions: dict[str, Worst] = collections.defaultdict(Worst)
        self.doing = ""
        self.last = self._last_cpu = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(TICK * 1000))
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        """Begin to count."""
        self.last, self._last_cpu = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def _on_timer_timeout(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        late, computed = max(0.0, now - self.last - TICK), cpu - self._last_cpu
        self.last, self._last_cpu = now, cpu
        self.late.append(late)
        self.computed.append(computed)
        worst = self.actions[self.doing]
        worst.wall, worst.cpu = max(worst.wall, late), max(worst.cpu, computed)
        worst.over += computed > LONG


@dataclass
class Stacks:
    """Looks from another thread at what the window's thread does while a tick is overdue."""

    watch: Watch
    seen: dict[str, collections.Counter[str]] = field(
        default_factory=lambda: collections.defaultdict(collections.Counter)
    )
    _over: threading.Event = field(default_factory=threading.Event)

    @contextlib.contextmanager
    def looking(self) -> Iterator[None]:
        """Meanwhile."""
        ident = threading.get_ident()
        thread = threading.Thread(target=self._look, args=(ident,), name="stacks")
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            thread.join()

    def _look(self, ident: int) -> None:
        while not self._over.wait(0.004):
            if time.perf_counter() - self.watch.last > LONG:
                self.seen[self.watch.doing][_stack_of(ident)] += 1


def _stack_of(ident: int) -> str:
    """The innermost first. By faulthandler: frames that are held here would keep painters alive there."""
    with tempfile.TemporaryFile() as file:
        faulthandler.dump_traceback(file)
        file.seek(0)
        text = file.read().decode(errors="replace")
    _, _, stack = text.partition(f"Thread 0x{ident:016x}")
    lines = re.findall(r'File "(?:.*/)?(.*?)", line (\d+) in (\S+)', stack.partition("\n\n")[0])
    return " < ".join(f"{file}:{line} {name}" for file, line, name in lines[:14])


def figures(values: "array[float]") -> dict[str, float]:
    """In milliseconds."""
    ordered = sorted(values)
    return {
        "ticks": len(ordered),
        "p99": ordered[len(ordered) * 99 // 100] * 1000,
        "max": ordered[-1] * 1000,
        "blocks": sum(1 for value in ordered if value > BLOCK),
    }


# The service


def serve(folder: Path, rows: int) -> None:
    """An account with one folder of ``rows`` files, two hundred others, pictures, and files that move."""
    from support.simulator import quiet_switches

    from fichier_gui.simulator import sample
    from fichier_gui.simulator.content import PatternContent
    from fichier_gui.simulator.sample_media import Landscape, png
    from fichier_gui.simulator.service import Service

    tempfile.tempdir = str(folder)  # what is sent
    service = Service(limits=False, switches=quiet_switches(hash_uploads=False), seed=7)
    sample.fill(service)
    began = 1_400_000_000.0
    known = []
    for number in range(rows):
        title, suffix = TITLES[number % 8], SUFFIXES[number // 8 % 8]
        name = f"{title} {number:06} of {2010 + number % 15}.{suffix}"
        size = number * 7919 % 9_000_000 + 1
        content, total = PatternContent(number % 16, size), f"{number:0128x}"
        file = service.add_file(f"/Archive/{name}", content, created=began + number * 900, sum_known=total)
        known.append((service.link(file), name, size, file.created, total))
    (folder / KNOWN).write_text(json.dumps(known))
    for number in range(200):
        content = PatternContent(3, 40_000)
        service.add_file(f"/Work/Case {number:03}/Report {number}.txt", content, sum_known="1" * 128)
    for number in range(60):
        picture = png(Landscape((88, 150, 214), (214, 232, 244), (52, 84, 74 + number), (255, 244, 200)))
        service.add_file(f"/Holiday/Picture {number:02}.png", picture)
    for number in range(DOWNLOADS):
        service.add_file(f"/Large/{number}.bin", PatternContent(number, LARGE), sum_known="0" * 128)
    serve_until_end(service, steps_back=False)  # it has little to do, and nobody is to wait for it


# The window


async def prepare(shell: "Shell", rows: int) -> None:
    """Ten transfers that move, and a list of so many that wait."""
    from hour_script import local_files, settle
    from start_and_memory import queued

    print("the transfers begin", file=sys.stderr, flush=True)
    seam = shell.seam
    wishes = {
        "parallel_uploads": UPLOADS,
        "parallel_downloads": DOWNLOADS,
        "download_segments": 1,
        "limit_download": DOWN_RATE,
        "limit_upload": UP_RATE,
        "confirm_quit": False,
    }
    for name, value in wishes.items():
        await seam.call(lambda core, name=name, value=value: core.preferences.change(name, value))
    large = await seam.call(lambda core: core.browse.resolve("/Large"))
    root = await seam.call(lambda core: core.browse.resolve("/"))
    listing = await seam.call(lambda core: core.browse.fetch_folder(large))
    down = await seam.call(lambda core: core.transfers.plan_download(listing.files, Path.cwd() / "down"))
    sources = local_files(Path.cwd(), UPLOADS, LARGE)
    up = await seam.call(lambda core: core.transfers.plan_upload(sources, root))
    await seam.call(lambda core: core.transfers.start_download(down))
    await seam.call(lambda core: core.transfers.start_upload(up))
    while moving(shell) < UPLOADS + DOWNLOADS:
        await asyncio.sleep(0.1)
    await know(shell)
    await queued(shell, rows, WAITING)
    await hold(shell)
    while not shell.window.files.model.rows:
        await asyncio.sleep(0.1)
    await settle(5)  # start-up work is over


async def hold(shell: "Shell") -> None:
    """What waits, waits for the whole hour, even where one of the ten is paused."""
    from fichier_gui.domain.transfers import QueueFilter

    waiting = await shell.seam.call(lambda core: core.transfers.order(QueueFilter.WAITING))
    await shell.seam.call(lambda core: core.transfers.pause(list(waiting)))


async def know(shell: "Shell") -> None:
    """The large folder, to its end, as the program reads it in the background."""
    from fichier_gui.app.container import Program
    from fichier_gui.catalogue.windows import WindowedFiles
    from fichier_gui.domain.ids import FileUrl
    from fichier_gui.domain.remote import FolderListing, RemoteFile

    def read() -> WindowedFiles:
        known = json.loads(Path(KNOWN).read_text())
        files = (
            RemoteFile(FileUrl(url), name, size, created, total) for url, name, size, created, total in known
        )
        return WindowedFiles(tuple(files), is_complete=True)

    async def from_disk(_listing: FolderListing) -> WindowedFiles:
        return await asyncio.to_thread(read)

    async def complete(core: Program) -> None:
        folder = await core.browse.resolve("/Archive")
        await core.browse.fetch_folder(folder)
        await core._refresher.complete(folder, from_disk)

    await shell.seam.call(complete)


def moving(shell: "Shell") -> int:
    """Transfers at work."""
    return shell.seam.program.transfers.summary().counts.active


async def use(shell: "Shell", given: dict[str, Any]) -> dict[str, Any]:
    """Go through the script and watch."""
    from hour_script import Hour

    await prepare(shell, int(given["rows"]))
    watch = Watch()
    hour = Hour(shell, watch, int(given["rows"]), Path.cwd(), lambda: hold(shell))
    stacks = Stacks(watch)
    sleeper = await asyncio.to_thread(BareSleeper)
    watch.start()
    began = time.monotonic()
    with contextlib.ExitStack() as stack:
        stack.callback(hour.hands.close)
        if given["stacks"]:
            stack.enter_context(stacks.looking())
        await hour.pass_by(float(given["minutes"]) * 60, str(given["only"]))
    watch.stop()
    beside = await asyncio.to_thread(sleeper.stop)
    still = moving(shell)
    await shell.seam.call(lambda core: core.transfers.pause_all())
    worst = {name: [each.wall, each.cpu, each.over] for name, each in watch.actions.items()}
    seen = {name: counted.most_common(6) for name, counted in stacks.seen.items()}
    return {
        "late": figures(watch.late),
        "computed": figures(watch.computed),
        "sleeper": beside,
        "worst": worst,
        "minutes": (time.monotonic() - began) / 60,
        "moving": still,
        "problems": hour.problems,
        "stacks": seen,
    }


def part(given: dict[str, Any]) -> int:
    """In the process that is measured."""

    async def during(shell: "Shell") -> int:
        return answer(**await use(shell, given))

    return run_window(str(given["url"]), Path.cwd() / "run", during)


def report(got: dict[str, Any]) -> None:
    """The tables."""
    late, computed, beside = got["late"], got["computed"], got["sleeper"]
    print("| over all | p99 | maximum | over 50 ms |")
    print("|---|---:|---:|---:|")
    for name, each in (
        ("the window's 5 ms timer is late by", late),
        ("of which its thread computed", computed),
        ("a bare sleeper beside it", beside),
    ):
        print(f"| {name} | {each['p99']:.1f} ms | {each['max']:.1f} ms | {each.get('blocks', '–')} |")
    actions, minutes, moving = len(got["worst"]), got["minutes"], got["moving"]
    print(f"\n{actions} actions in {minutes:.1f} minutes, {moving} transfers moving to the end.")
    print("\n| action | longest block | computed in the longest | over 30 ms |")
    print("|---|---:|---:|---:|")
    ordered = sorted(got["worst"].items(), key=lambda each: -each[1][1])
    for name, (wall, cpu, over) in ordered[:SHOWN]:
        print(f"| {name} | {wall * 1000:.0f} ms | {cpu * 1000:.0f} ms | {over} |")
    for name, stacks in got["stacks"].items():
        print(f"\n{name}")
        for stack, count in stacks:
            print(f"  {count:3} × {stack}")
    for problem in got["problems"]:
        print(f"\nNOT DONE: {problem}")


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=0.0, help="spread the actions over so much time")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--only", default="", help="actions with this word in their name")
    parser.add_argument("--stacks", action="store_true", help="what ran in the longest blocks")
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    parser.add_argument("--part", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        serve(Path(arguments.serve), int(os.environ[ROWS_VARIABLE]))
        return 0
    if arguments.part:
        return part(json.loads(arguments.part[1]))
    os.environ[ROWS_VARIABLE] = str(arguments.rows)
    with stage(__file__, in_memory=False) as running:
        got = running.run(
            __file__,
            "use",
            tells=True,
            minutes=arguments.minutes,
            rows=arguments.rows,
            only=arguments.only,
            stacks=arguments.stacks,
        )
    print(
        f"`python tests/benchmarks/hour_of_use.py --minutes {arguments.minutes:g} --rows {arguments.rows}`\n"
    )
    report(got)
    return 1 if got["problems"] else 0


if __name__ == "__main__":
    sys.exit(main())
