"""Starting the simulated service for tests: in this process, or as another one.

with simulator(limits=False) as running:          # own thread, own loop
    running.service.add_file("/Films/a.mkv", b"...")
    client = Client(running.base_url, DEFAULT_KEY)
    assert running.requests.endpoints() == [...]

with simulator_process("--limits", "off") as process:
    process.base_url, process.log()
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fichier_gui.simulator.server import ServerOptions
from fichier_gui.simulator.service import DEFAULT_EMAIL, DEFAULT_KEY, Service
from fichier_gui.simulator.switches import Switches
from fichier_gui.simulator.threaded import ThreadedSimulator

__all__ = [
    "DEFAULT_EMAIL",
    "DEFAULT_KEY",
    "ManualClock",
    "ServerOptions",
    "Service",
    "SimulatorProcess",
    "ThreadedSimulator",
    "quiet_switches",
    "simulator",
    "simulator_process",
    "wait_for",
]

START_SECONDS = 20.0


def wait_for(condition: Callable[[], object], seconds: float = 20.0) -> None:
    """Wait until a condition holds; AssertionError if it does not in time."""
    end, pause = time.monotonic() + seconds, threading.Event()
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        pause.wait(0.005)


class ManualClock:
    """A wall clock that a test turns: `clock.advance(30)`."""

    def __init__(self, now: float = 1_750_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


def quiet_switches(**changes: Any) -> Switches:
    """The service without its moods: no waiting page, no listing lag, every KO with its 4xx."""
    switches = Switches(wait_polls=0, listing_lag_seconds=0.0, ko_with_200=0.0)
    for name, value in changes.items():
        if not hasattr(switches, name):
            raise AttributeError(name)
        setattr(switches, name, value)
    return switches


@contextlib.contextmanager
def simulator(
    service: Service | None = None,
    *,
    limits: bool = True,
    switches: Switches | None = None,
    seed: int | None = None,
    options: ServerOptions | None = None,
) -> Iterator[ThreadedSimulator]:
    """A simulator in this process, on its own thread with its own loop."""
    running = service or Service(limits=limits, switches=switches, seed=seed)
    with ThreadedSimulator(running, options) as threaded:
        yield threaded


@dataclass(frozen=True)
class SimulatorProcess:
    """A simulator in another process."""

    base_url: str
    process: subprocess.Popen[bytes]
    log_path: Path

    @property
    def origin(self) -> str:
        return self.base_url.removesuffix("/v1")

    @property
    def port(self) -> int:
        return int(self.origin.rsplit(":", 1)[1])

    def log(self) -> list[dict[str, Any]]:
        """The requests that are over, one dict each."""
        if not self.log_path.exists():
            return []
        return [json.loads(line) for line in self.log_path.read_text(encoding="utf-8").splitlines()]


@contextlib.contextmanager
def simulator_process(*arguments: str, folder: Path | None = None) -> Iterator[SimulatorProcess]:
    """`python -m fichier_gui.simulator` with these arguments, ended on leaving."""
    with contextlib.ExitStack() as stack:
        place = folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="simulator-")))
        log, ready = place / "requests.jsonl", place / "ready"
        ready.unlink(missing_ok=True)
        command = [
            sys.executable,
            "-m",
            "fichier_gui.simulator",
            "--log",
            str(log),
            "--ready-file",
            str(ready),
        ]
        process = subprocess.Popen(
            [*command, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        )
        try:
            yield SimulatorProcess(_first_line(process), process, log)
        finally:
            process.terminate()
            try:
                process.communicate(timeout=START_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()


def _first_line(process: subprocess.Popen[bytes]) -> str:
    """Its base URL, or an error with what it said instead."""
    assert process.stdout is not None
    assert process.stderr is not None
    timer = threading.Timer(START_SECONDS, process.kill)
    timer.start()
    try:
        line = process.stdout.readline().decode().strip()
        if not line:
            raise RuntimeError(f"the simulator did not start: {process.stderr.read().decode()}")
    finally:
        timer.cancel()
        timer.join()
    return line
