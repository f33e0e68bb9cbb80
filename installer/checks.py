"""Runs all checks and tests, each in a process of its own, and sums them up."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from environment import ROOT
from problem import say

SUMMARY = re.compile(r"^=* ?(\d+ (passed|failed|error|skipped)|no tests ran)\b.* in [\d.]+s")
"""pytest's last line, such as ``== 3 failed, 812 passed in 33.10s (0:00:33) ==``."""
COUNTED = re.compile(r"(\d+) ([a-z]+)")

STATIC = {
    "ruff": ("-m", "ruff", "check", "fichier_gui", "tests", "installer"),
    "mypy": ("-m", "mypy"),
    "import contracts": (
        "-c",
        "from importlinter.cli import lint_imports_command as lint; lint()",
        "--no-logo",
    ),
}
"""Checks that run nothing: name → arguments for the environment's Python."""

TESTS = {
    "house": ("tests/house",),
    "unit": ("tests/unit",),
    "window": ("tests/window",),
    "foreign": ("tests/foreign",),
    "stories": ("tests/stories",),
}
"""Groups of tests, each in a pytest of its own: a crash in one takes no other with it."""
BESIDE = "stories"
"""The group that runs beside all others: it takes longest, and waits more than it computes."""
ON_THE_SCREEN = {"window"}
"""Groups whose windows appear on the display; the others draw offscreen, stories make their own."""


@dataclass(frozen=True)
class Outcome:
    """How one step ended. ``summary`` is pytest's own last line, empty for other steps."""

    name: str
    status: int
    seconds: float
    summary: str = ""

    @property
    def words(self) -> str:
        """The result in two words."""
        if self.status < 0:
            return f"CRASHED (signal {-self.status})"
        return "ok" if self.status == 0 else f"FAILED ({self.status})"


def run(python: Path, arguments: Sequence[str] = ()) -> int:
    """Run every step, or pytest with ``arguments`` if there are any. 0 only if all of it held."""
    started = time.monotonic()
    with _desktop(python) as env:
        if arguments:
            return _step("pytest", [str(python), "-m", "pytest", *arguments], env).status
        offscreen = env | {"QT_QPA_PLATFORM": "offscreen"}
        with _beside(BESIDE, [str(python), "-m", "pytest", *TESTS[BESIDE]], offscreen) as finish:
            outcomes = [_step(name, [str(python), *rest], env) for name, rest in STATIC.items()]
            for name, paths in TESTS.items():
                if name == BESIDE:
                    outcomes.append(finish())
                else:
                    platform = env if name in ON_THE_SCREEN else offscreen
                    outcomes.append(_step(name, [str(python), "-m", "pytest", *paths], platform))
    print("\n".join(closing_lines(outcomes, time.monotonic() - started)), flush=True)
    return int(any(outcome.status for outcome in outcomes))


def closing_lines(outcomes: Sequence[Outcome], seconds: float) -> Iterator[str]:
    """A line for each step; then the sum of all tests as pytest would write it."""
    yield ""
    for outcome in outcomes:
        summary = outcome.summary.strip("= ")
        yield f"{outcome.name:<17} {outcome.words:<14} {outcome.seconds:6.1f} s  {summary}"
    total: Counter[str] = Counter()
    for outcome in outcomes:
        for count, what in COUNTED.findall(outcome.summary.split(" in ")[0]):
            total[{"error": "errors", "warning": "warnings"}.get(what, what)] += int(count)
        if outcome.status and not outcome.summary:
            total["errors"] += 1
    shown = ("failed", "passed", "skipped", "xfailed", "errors")
    parts = [f"{total[what]} {what}" for what in shown if total[what]]
    yield f" {', '.join(parts)} in {seconds:.2f}s ".center(80, "=")


def _step(name: str, command: Sequence[str], env: Mapping[str, str]) -> Outcome:
    """Run one step and pass on what it prints, line by line."""
    started = time.monotonic()
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None
        summary = _pass_on(name, process.stdout)
    return Outcome(name, process.returncode, time.monotonic() - started, summary)


@contextmanager
def _beside(name: str, command: Sequence[str], env: Mapping[str, str]) -> Iterator[Callable[[], Outcome]]:
    """Run one step beside the others. The value waits for its end and then shows what it printed."""
    started = time.monotonic()
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        ended: list[float] = []

        def wait() -> None:
            process.wait()
            ended.append(time.monotonic())

        watch = threading.Thread(target=wait)
        watch.start()

        def finish() -> Outcome:
            watch.join()
            output.seek(0)
            return Outcome(name, process.returncode, ended[0] - started, _pass_on(name, output))

        try:
            yield finish
        finally:
            if process.poll() is None:
                # Interrupted, pytest still ends what its tests started. Windows knows only the hard way.
                process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGINT)
                process.wait()


def _pass_on(name: str, lines: Iterable[str]) -> str:
    """Print a step's heading and lines; returns pytest's own last line, or nothing."""
    print(f"\n---- {name} ".ljust(80, "-"), flush=True)
    summary = ""
    for line in lines:
        sys.stdout.write(line)
        sys.stdout.flush()
        if SUMMARY.search(line):
            summary = line.strip()
    return summary


@contextmanager
def _desktop(python: Path) -> Iterator[dict[str, str]]:
    """The environment of the steps: on Linux a display, a session bus and a home that nobody else uses."""
    # Tests start dozens of processes: each would compile the package again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONUNBUFFERED"] = "1"
    os.environ["PATH"] = (
        f"{python.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"  # rclone lies there
    )
    if sys.platform != "linux":
        yield dict(os.environ)
        return
    sys.path.insert(0, str(ROOT / "tests"))
    from support import display

    with ExitStack() as stack:
        say("Starting a display of its own for the window tests …")
        yield stack.enter_context(display.desktop()).env
