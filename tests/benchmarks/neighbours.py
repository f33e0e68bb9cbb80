"""Our window and those of other programs on one display: when they are painted, what they hold and use."""

import contextlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Event
from typing import Final, NamedTuple

import psutil
from on_screen import Screen, screen
from window_run import Stage

SETTLED: Final = 5.0
"""Seconds from the picture to the look at the memory."""
MEBIBYTE: Final = 1 << 20
_pause = Event().wait

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("A window"))
window.resize(900, 600)
window.show()
app.exec()
"""

OURS = """
import sys
sys.modules["click"] = None
from fichier_gui.__main__ import main
sys.exit(main())
"""
"""As users install it: without click, which tests bring along and httpx would import."""

FILEZILLA = """<?xml version="1.0" encoding="UTF-8"?>
<FileZilla3><Settings><Setting name="Greeting version">99.0.0</Setting></Settings></FileZilla3>
"""
TRANSMISSION = '{"user-has-given-informed-consent": true}'
RCLONE_BROWSER = "[Settings]\ncheckRcloneBrowserUpdates=false\ncheckRcloneUpdates=false\nrclone=rclone\n"


@dataclass(frozen=True)
class Program:
    """A program with a window. ``settings``, in a file of its own, keep its first questions away."""

    name: str
    command: Sequence[str]
    settings_file: str = "settings"
    settings: str = ""

    @property
    def is_there(self) -> bool:
        """Whether it is installed."""
        return shutil.which(self.command[0]) is not None


OTHERS: Final = (
    Program("a bare PySide6 window", (sys.executable, "-c", BARE)),
    Program("rclone-browser", ("rclone-browser",), "rclone-browser/rclone-browser.conf", RCLONE_BROWSER),
    Program("transmission-qt", ("transmission-qt",), "transmission/settings.json", TRANSMISSION),
    Program("filezilla", ("filezilla",), "filezilla/filezilla.xml", FILEZILLA),
)


class Use(NamedTuple):
    """Of the processor, while nothing is done: per cent of one, and wake-ups a second."""

    percent: float
    wakes: float

    def __str__(self) -> str:
        return f"{self.percent:.2f} % ({self.wakes:.0f})"


@dataclass
class Figures:
    """What was seen of one program: seconds and MiB."""

    name: str
    painted: list[float]
    rss: float = 0
    uss: float = 0
    shown: Use | None = None
    minimised: Use | None = None

    def row(self) -> str:
        """A row of the table."""
        best, worst = min(self.painted), max(self.painted)
        return (
            f"| {self.name} | {median(self.painted):.2f} s ({best:.2f} to {worst:.2f}) "
            f"| {self.rss:.0f} MiB | {self.uss:.0f} MiB | {self.shown} | {self.minimised} |"
        )


HEAD: Final = """\
| all on one display | start to painted window | resident | of its own | idle, shown | idle, minimised |
|---|---:|---:|---:|---:|---:|"""
"""Idle: per cent of one processor, and wake-ups a second."""


def ours(running: Stage) -> Program:
    """The program as it is started, on the simulated account."""
    profile = running.folder / "beside"
    options = ("--profile", str(profile), "--service", running.base_url, "--no-key-ring")
    return Program("fichier-gui", (sys.executable, "-c", OURS, *options))


def compare(running: Stage, rounds: int, idle: float) -> tuple[list[Figures], list[str]]:
    """All programs that are installed, one after another and then idle together; and who is missing."""
    programs = (ours(running), *OTHERS)
    with screen(running.env["DISPLAY"]) as seen:
        there = [Watched(program, running, seen) for program in programs if program.is_there]
        for watched in there:
            watched.start_often(rounds)
        with contextlib.ExitStack() as stack:
            for watched in there:
                stack.enter_context(watched.started())
            _pause(idle)  # ours reads the folders of its account
            processes = [watched.process for watched in there]
            shown = uses(processes, idle)
            for watched in there:
                watched.minimise()
            _pause(SETTLED)
            minimised = uses(processes, idle)
    for watched, one, other in zip(there, shown, minimised, strict=True):
        watched.figures.shown, watched.figures.minimised = one, other
    return [w.figures for w in there], [program.name for program in programs if not program.is_there]


class Watched:
    """One program on the display."""

    def __init__(self, program: Program, running: Stage, seen: Screen) -> None:
        home = running.folder / "homes" / program.name.replace(" ", "-")
        file = home / ".config" / program.settings_file
        file.parent.mkdir(parents=True)
        file.write_text(program.settings)
        self.figures = Figures(program.name, [])
        self.process = psutil.Process()
        self._command = program.command
        self._env = running.env | {"HOME": str(home)}
        self._seen = seen

    def start_often(self, rounds: int) -> None:
        """The first start only warms the caches; in the last one the memory is looked at."""
        for turn in range(rounds):
            with self.started() as seconds:
                if turn:
                    self.figures.painted.append(seconds)
                if turn == rounds - 1:
                    _pause(SETTLED)
                    info = self.process.memory_full_info()
                    self.figures.rss, self.figures.uss = info.rss / MEBIBYTE, info.uss / MEBIBYTE

    def minimise(self) -> None:
        """All its windows."""
        search = ("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid))
        found = subprocess.run(search, env=self._env, capture_output=True, text=True, check=False)
        for window in found.stdout.split():
            subprocess.run(("xdotool", "windowminimize", window), env=self._env, check=False)

    @contextlib.contextmanager
    def started(self) -> Iterator[float]:
        """Runs with its window; gives the seconds until that was painted."""
        before, began = self._seen.windows(), time.monotonic()
        with subprocess.Popen(
            self._command, env=self._env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            try:
                if not self._seen.wait_for_picture(before):
                    raise SystemExit(f"{self.figures.name} shows no window")
                seconds = time.monotonic() - began
                self.process = psutil.Process(process.pid)
                yield seconds
            finally:
                _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()


def uses(processes: Sequence[psutil.Process], seconds: float) -> list[Use]:
    """Of each process during ``seconds``."""
    before = [_used(process) for process in processes]
    _pause(seconds)
    return [
        Use((now[0] - then[0]) / seconds * 100, max(0, now[1] - then[1]) / seconds)  # threads end
        for now, then in zip(map(_used, processes), before, strict=True)
    ]


def _used(process: psutil.Process) -> tuple[float, int]:
    """Processor seconds of the process, and how often its threads have waited."""
    times = process.cpu_times()
    waits = 0
    for thread in Path(f"/proc/{process.pid}/task").iterdir():
        status = (thread / "status").read_text()
        waits += int(status.partition("voluntary_ctxt_switches:")[2].split()[0])
    return times.user + times.system, waits
