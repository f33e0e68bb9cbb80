"""``kill -9`` again and again while thousands of moves, names and deletions go, with faults on top.

    ORGANISE_ITEMS=20000 ORGANISE_KILLS=60 pytest tests/stories/organising -s

It strikes as a request comes in, once its act is done and before its answer leaves, and around the lines
that the program adds to its list of edits: before one, half way through it, and after it; and as it has
noted what is deleted.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from support.hasty_clock import HastyClock
from support.many_edits import CHANGING, ManyEdits, difference, faults
from support.organising_world import Tree, service_tree
from support.simulator import Service, quiet_switches, simulator

from fichier_gui.simulator.answers import Answer, html

ITEMS = int(os.environ.get("ORGANISE_ITEMS", "5000"))
KILLS = int(os.environ.get("ORGANISE_KILLS", "18"))
SEED = int(os.environ.get("KILL_SEED", "1"))
DRIVER = Path(__file__).with_name("organising_driver.py")
ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 240
LINES = ("before", "half way", "after", "entry")
MOMENTS = ("request", "answer", "before", "half way", "after")


class StrikingService(Service):
    """Kills whoever makes a request that changes something: as it comes in, or before its answer leaves."""

    victim: subprocess.Popen[str] | None = None
    left = 0
    is_answered = False
    struck = 0

    def handle(self, endpoint: str, *arguments: Any, **more: Any) -> Answer:
        if self.victim is None or endpoint.removesuffix(".cgi") not in CHANGING:
            return super().handle(endpoint, *arguments, **more)
        self.left -= 1
        if self.left != 0:
            return super().handle(endpoint, *arguments, **more)
        answer = super().handle(endpoint, *arguments, **more) if self.is_answered else html(500, "", "")
        self.victim.send_signal(signal.SIGKILL)
        self.struck += 1
        return answer


@dataclass
class Line:
    """One process after the other on one profile."""

    profile: Path
    service: StrikingService
    url: str
    since: float

    def run(self, edits: ManyEdits, way: str, moment: str = "", count: int = 0) -> tuple[int, list[str]]:
        """Exit code and lines. ``moment``: strike at the ``count``-th of its kind."""
        is_line = moment in LINES
        strike = [str(count), moment] if is_line else []
        errors = self.profile.with_name("stderr")
        with errors.open("w") as stderr:
            process = subprocess.Popen(
                [
                    *(sys.executable, str(DRIVER), str(self.profile), self.url, repr(self.since)),
                    *(str(ITEMS), way, *strike),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
                env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])},
            )
        patience = threading.Timer(PATIENCE, process.kill)
        patience.start()
        try:
            with process:
                lines = self._led(process, edits, way, moment if not is_line else "", count)
        finally:
            self.service.victim = None
            patience.cancel()
            patience.join()
            process.kill()
            process.wait()
        told = errors.read_text()
        assert process.returncode in (0, -signal.SIGKILL), told
        assert "Traceback" not in told, told
        return process.returncode, lines

    def _led(
        self, process: subprocess.Popen[str], edits: ManyEdits, way: str, moment: str, count: int
    ) -> list[str]:
        assert process.stdout is not None
        if way == "ask":
            self._let_it_ask(process, edits)
        if moment:
            self.service.is_answered = moment == "answer"
            self.service.left = count
            self.service.victim = process
        return process.stdout.read().splitlines()

    def _let_it_ask(self, process: subprocess.Popen[str], edits: ManyEdits) -> None:
        """It knows the account; then another client changes it, and then it asks for everything."""
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == "LOOKED\n"
        edits.vanish(self.service)
        process.stdin.write("\n")
        process.stdin.flush()
        line = process.stdout.readline()
        assert line == "READY\n", line


@pytest.mark.story
@pytest.mark.timeout(300 + ITEMS // 20 + 10 * KILLS)
def test_thousands_in_one_go_killed_again_and_again(profile_dir: Path) -> None:
    begun, chance = time.monotonic(), random.Random(SEED)
    since = time.time()
    service = StrikingService(
        limits=False, switches=quiet_switches(), clock=HastyClock(since).time, seed=SEED
    )
    edits = ManyEdits(ITEMS)
    edits.fill(service)
    struck: Counter[str] = Counter()
    with simulator(service) as running:
        line = Line(profile_dir, service, running.base_url, since)
        running.faults.add(*faults(listings=False))
        way, code = "ask", -signal.SIGKILL
        told: list[str] = []
        for number in range(KILLS):
            # What is deleted comes last.
            moment = "entry" if number >= KILLS - 3 else MOMENTS[number % len(MOMENTS)]
            code, lines = line.run(edits, way, moment, 1 if moment == "entry" else chance.randint(1, 9))
            told += lines
            way = "go-on"
            if code == 0:
                break
            struck[moment] += 1
            check_copies(edits, service)
        if code:
            code, lines = line.run(edits, way)
            told += lines
        counts = Counter(running.requests.endpoints())
    assert code == 0, told[-20:]
    check(edits, service, told)
    assert struck.total() >= min(KILLS, 5), struck
    changing = {endpoint: counts[endpoint] for endpoint in CHANGING}
    print(
        f"\n{ITEMS} items, {struck.total()} kills {dict(struck)}, {time.monotonic() - begun:.0f} s"
        f" (seed {SEED}): {sum(changing.values())} requests that change {changing},"
        f" {counts['folder/ls']} listings; {running.faults.hits()} faults; 0 lost, 0 doubled"
    )


def check_copies(edits: ManyEdits, service: Service) -> None:
    """No copy is there twice, no folder either."""
    paths = Counter(path for path, _url in service_tree(service).elements())
    assert not [path for path, count in paths.items() if count > 1]


def check(edits: ManyEdits, service: Service, told: list[str]) -> None:
    """Both sides are what was asked for, and each item that could not be done was named."""
    tree = service_tree(service)
    assert edits.unlinked(tree) == edits.expected(), difference(edits.expected(), edits.unlinked(tree))
    words = dict(line.split(" ", 1) for line in told if line.startswith(("TREE ", "DELETED ")))
    known: Tree = Counter({(path, url): count for path, url, count in json.loads(words["TREE"])})
    assert known == tree, difference(tree, known)
    edits.check_deleted(json.loads(words["DELETED"]))
    failed = [line.split(" ", 2)[1:] for line in told if line.startswith("FAILED ")]
    assert {code for code, _name in failed} <= {"NotFound"}
    # A run that is killed as it tells is followed by one that tells again.
    edits.check_failed([name for _code, name in failed], is_once=False)
