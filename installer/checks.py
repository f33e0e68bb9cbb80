"""Runs all checks and tests in several processes at once, and sums them up."""

import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import workers
from environment import ROOT
from problem import say
from workers import Outcome, Step

COUNTED = re.compile(r"(\d+) ([a-z]+)")

STEPS = (
    Step("stories", ("-m", "pytest", "tests/stories"), is_shared=True),
    Step("window", ("-m", "pytest", "tests/window"), is_shared=True, on_screen=True),
    Step("unit", ("-m", "pytest", "tests/unit"), is_shared=True),
    Step("foreign", ("-m", "pytest", "tests/foreign"), is_shared=True),
    Step("house", ("-m", "pytest", "tests/house"), is_shared=True),
    Step("mypy", ("-m", "mypy")),
    Step(
        "import contracts",
        ("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"),
    ),
    Step("ruff", ("-m", "ruff", "check", "fichier_gui", "tests", "installer")),
)
"""What takes longest comes first. Tests wait more than they compute: see ``workers.count``."""


def run(python: Path, arguments: Sequence[str] = ()) -> int:
    """Run every step, or pytest with ``arguments`` if there are any. 0 only if all of it held."""
    started = time.monotonic()
    _prepare(python)
    if arguments:
        command = [str(python), "-m", "pytest", *arguments]
        with _desktop() as env:
            return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
    if sys.platform == "linux":
        say("Starting displays of their own for the tests …")
    outcomes = workers.run(python, STEPS, _desktop)
    print("\n".join(closing_lines(outcomes, time.monotonic() - started)), flush=True)
    return int(any(outcome.status for outcome in outcomes))


def closing_lines(outcomes: Sequence[Outcome], seconds: float) -> Iterator[str]:
    """A line for each step; then the sum of all tests as pytest would write it."""
    yield ""
    total: Counter[str] = Counter()
    for name in dict.fromkeys(outcome.name for outcome in outcomes):
        shares = [outcome for outcome in outcomes if outcome.name == name]
        counts = sum((_counts(outcome) for outcome in shares), Counter())
        worst = min(shares, key=lambda outcome: (outcome.status >= 0, -abs(outcome.status)))
        took = max(outcome.ended for outcome in shares) - min(outcome.began for outcome in shares)
        yield f"{name:<17} {worst.words:<14} {took:6.1f} s  {_listed(counts)}".rstrip()
        total += counts
    yield f" {_listed(total)} in {seconds:.2f}s ".center(80, "=")


def _counts(outcome: Outcome) -> Counter[str]:
    """What pytest counted; a step that failed without a word of it is one error."""
    counts: Counter[str] = Counter()
    for count, what in COUNTED.findall(outcome.summary.split(" in ")[0]):
        counts[{"error": "errors", "warning": "warnings"}.get(what, what)] += int(count)
    if outcome.status and not outcome.summary:
        counts["errors"] += 1
    return counts


def _listed(counts: Counter[str]) -> str:
    shown = ("failed", "passed", "skipped", "xfailed", "errors")
    return ", ".join(f"{counts[what]} {what}" for what in shown if counts[what])


def _prepare(python: Path) -> None:
    """What all steps have in common."""
    # Tests start dozens of processes: each would compile the package again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONUNBUFFERED"] = "1"
    os.environ["PATH"] = (
        f"{python.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"  # rclone lies there
    )


@contextmanager
def _desktop() -> Iterator[dict[str, str]]:
    """The environment of steps: on Linux a display, a session bus and a home that nobody else uses."""
    if sys.platform != "linux":
        yield dict(os.environ)
        return
    from support import display

    with ExitStack() as stack:
        yield stack.enter_context(display.desktop()).env
