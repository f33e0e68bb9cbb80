"""Runs all checks and tests, one after the other, each in a process of its own, and sums them up."""

import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
    "import contracts": ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
}
"""Checks that run nothing: name → arguments for the environment's Python."""

TESTS = {
    "house": ("tests/house",),
    "unit": ("tests/unit",),
    "window": ("tests/window",),
    "stories": ("tests/stories",),
    "foreign": ("tests/foreign",),
}
"""Groups of tests, each in a pytest of its own: a crash in one takes no other with it."""
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
    with _desktop() as env:
        if arguments:
            return _step("pytest", [str(python), "-m", "pytest", *arguments], env).status
        outcomes = [_step(name, [str(python), *rest], env) for name, rest in STATIC.items()]
        for name, paths in TESTS.items():
            platform = {} if name in ON_THE_SCREEN else {"QT_QPA_PLATFORM": "offscreen"}
            outcomes.append(_step(name, [str(python), "-m", "pytest", *paths], env | platform))
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
    print(f"\n──── {name} ".ljust(80, "─"), flush=True)
    started = time.monotonic()
    summary = ""
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            sys.stdout.write(line)
            sys.stdout.flush()
            if SUMMARY.search(line):
                summary = line.strip()
    return Outcome(name, process.returncode, time.monotonic() - started, summary)


@contextmanager
def _desktop() -> Iterator[dict[str, str]]:
    """The environment of the steps: on Linux a display, a session bus and a home that nobody else uses."""
    # Tests start dozens of processes: each would compile the package again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONUNBUFFERED"] = "1"
    if sys.platform != "linux":
        yield dict(os.environ)
        return
    sys.path.insert(0, str(ROOT / "tests"))
    from support import display

    with ExitStack() as stack:
        say("Starting a display of its own for the window tests …")
        yield stack.enter_context(display.desktop()).env
