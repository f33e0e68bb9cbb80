"""Several processes at once, each on a desktop of its own: what one waits for does not hold up the others.

Each worker runs one step after the other. It begins one that nobody has begun; where there is none, it helps
with a step that is shared: then several pytest processes take the test files of a group one by one.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from environment import ROOT

sys.path.insert(0, str(ROOT / "tests"))

from support.shared_run import NOTHING_LEFT, VARIABLE

SUMMARY = re.compile(r"^=* ?(\d+ (passed|failed|error|skipped)|no tests ran)\b.* in [\d.]+s")
"""pytest's last line, such as ``== 3 failed, 812 passed in 33.10s (0:00:33) ==``."""

MOST = 6
"""More would wait for the processors, even where there are many."""

MOST_BEGINNINGS = 20
"""Each process that crashes takes a test file along; another one goes on with the rest."""
CANNOT_BEGIN = range(2, 6)
"""What pytest ends with where it could not even collect the tests."""

Desktop = Callable[[], AbstractContextManager[Mapping[str, str]]]


@dataclass(frozen=True)
class Step:
    """One command for the environment's Python. ``is_shared``: several may take its test files in turns."""

    name: str
    arguments: tuple[str, ...]
    is_shared: bool = False
    on_screen: bool = False
    """Its windows appear on the display; those of others are drawn offscreen."""


@dataclass(frozen=True)
class Outcome:
    """How one process ended. ``summary`` is pytest's own last line, empty for others."""

    name: str
    status: int
    began: float
    ended: float
    summary: str = ""

    @property
    def words(self) -> str:
        """The result in two words."""
        if self.status < 0:
            return f"CRASHED (signal {-self.status})"
        return "ok" if self.status == 0 else f"FAILED ({self.status})"


def count() -> int:
    """Two more than there are processors: tests wait as much as they compute."""
    here = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 2
    return min(here + 2, MOST)


def run(python: Path, steps: Sequence[Step], desktop: Desktop) -> list[Outcome]:
    """Run all steps; the outcomes come in their order, several of one that was shared."""
    with tempfile.TemporaryDirectory(prefix="tests-taken-", ignore_cleanup_errors=True) as folder:
        return _Pool(python, steps, desktop, Path(folder)).run()


class _Pool:
    """The workers of one run."""

    def __init__(self, python: Path, steps: Sequence[Step], desktop: Desktop, folder: Path) -> None:
        self._python = python
        self._steps = steps
        self._desktop = desktop
        self._folder = folder
        """Where the processes of a shared step mark what they took."""
        self._lock = threading.Lock()
        self._begun: Counter[str] = Counter()
        self._at_work: Counter[str] = Counter()
        self._over: set[str] = set()
        """Shared steps whose tests cannot even be collected: nobody else need try."""
        self._running: set[subprocess.Popen[bytes]] = set()
        self._outcomes: list[Outcome] = []
        self._failures: list[Exception] = []
        """Of the workers themselves."""
        self._is_stopped = False

    def run(self) -> list[Outcome]:
        """Until nothing is left to do."""
        threads = [threading.Thread(target=self._try_to_work) for _ in range(count())]
        for thread in threads:
            thread.start()
        try:
            for thread in threads:
                thread.join()
        except BaseException:
            self._stop()
            for thread in threads:
                thread.join()
            raise
        if self._failures:
            raise self._failures[0]
        order = [step.name for step in self._steps]
        return sorted(self._outcomes, key=lambda outcome: (order.index(outcome.name), outcome.began))

    def _stop(self) -> None:
        """Interrupted, pytest still ends what its tests started. Windows knows only the hard way."""
        with self._lock:
            self._is_stopped = True
            for process in self._running:
                process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGINT)

    def _try_to_work(self) -> None:
        try:
            self._work()
        except (OSError, AssertionError, subprocess.SubprocessError) as error:  # no display, no process
            self._failures.append(error)

    def _work(self) -> None:
        with self._desktop() as env:
            while (step := self._next()) is not None:
                offscreen = {} if step.on_screen else {"QT_QPA_PLATFORM": "offscreen"}
                self._carry_out(step, {**env, **offscreen})

    def _next(self) -> Step | None:
        """What nobody has begun, or what has the fewest at work."""
        with self._lock:
            open_steps = [step for step in self._steps if self._may_begin(step)]
            if self._is_stopped or not open_steps:
                return None
            found = min(open_steps, key=lambda step: (self._begun[step.name] > 0, self._at_work[step.name]))
            self._begun[found.name] += 1
            self._at_work[found.name] += 1
            return found

    def _may_begin(self, step: Step) -> bool:
        begun = self._begun[step.name]
        if not begun:
            return True
        # Elsewhere all windows share the one screen, and the focus.
        is_alone = step.on_screen and sys.platform != "linux" and self._at_work[step.name]
        is_over = step.name in self._over or (self._marks(step) / NOTHING_LEFT).exists()
        return step.is_shared and not is_alone and not is_over and begun < MOST_BEGINNINGS

    def _marks(self, step: Step) -> Path:
        return self._folder / step.name

    def _carry_out(self, step: Step, env: Mapping[str, str]) -> None:
        """Run one process; what it prints is shown at its end, all in one piece."""
        command = [str(self._python), *step.arguments]
        if step.is_shared:
            self._marks(step).mkdir(exist_ok=True)
            env = {**env, VARIABLE: str(self._marks(step))}
            command += ["-p", "no:cacheprovider"]  # they would all write the same files
        began = time.monotonic()
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
            process = subprocess.Popen(
                command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
            )
            with self._lock:
                self._running.add(process)
            if self._is_stopped:
                self._stop()
            process.wait()
            ended = time.monotonic()
            output.seek(0)
            with self._lock:
                self._running.discard(process)
                self._at_work[step.name] -= 1
                if process.returncode in CANNOT_BEGIN:
                    self._over.add(step.name)
                summary = show(f"{step.name}, {ended - began:.0f} s", output)
                self._outcomes.append(Outcome(step.name, process.returncode, began, ended, summary))


def show(heading: str, lines: Iterable[str]) -> str:
    """Print a heading and lines; returns pytest's own last line, or nothing."""
    print(f"\n---- {heading} ".ljust(80, "-"), flush=True)
    summary = ""
    for line in lines:
        sys.stdout.write(line)
        if SUMMARY.search(line):
            summary = line.strip()
    sys.stdout.flush()
    return summary
