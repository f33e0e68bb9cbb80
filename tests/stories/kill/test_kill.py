"""``kill -9`` at every named step and at random moments of mixed transfers: no row lost, no wrong file,
nothing sent twice.

    KILLS=400 KILLS_A_STEP=12 pytest tests/stories/kill -s
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest
from support.simulator import DEFAULT_KEY, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.domain.manifest import SUFFIX, Manifest
from fichier_gui.simulator.faults import Fault
from fichier_gui.simulator.model import File
from fichier_gui.transfers.milestones import Milestone

KILLS = int(os.environ.get("KILLS", "100"))
KILLS_A_STEP = int(os.environ.get("KILLS_A_STEP", "2"))
SEED = int(os.environ.get("KILL_SEED", "1"))
DEEPEST = 2
"""A step is struck the first time that a run comes to it, or the second."""
AHEAD = 20
"""Batches that are there to be sent and fetched before each run, beyond those that were begun."""
DRIVER = Path(__file__).with_name("kill_driver.py")
ROOT = Path(__file__).resolve().parents[3]

SMALL = (1, 40_000)
MEDIUM = (300_000, 2_000_000)
SPLIT = 8
"""The number, in its batch, of the file that goes up in parts."""


@dataclass
class World:
    """What is sent, what is fetched, and what must come of it."""

    folder: Path
    service: ThreadedSimulator
    random: random.Random
    """Decides about files."""
    moments: random.Random
    """Decides when to kill."""
    sources: dict[str, bytes] = field(default_factory=dict)
    wanted: dict[str, bytes] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    added: set[int] = field(default_factory=set)
    done: set[int] = field(default_factory=set)
    judged: dict[str, tuple[int, int]] = field(default_factory=dict)
    jobs: list[list[dict[str, str | int]]] = field(default_factory=list)

    def prepare(self) -> None:
        """Folders on both sides."""
        (self.folder / "source").mkdir()
        (self.folder / "target").mkdir()
        self.up_folder = self.service.service.add_folder("/Up")

    def _prepare_batches(self) -> None:
        """Files on both sides, and the list of them, for one more run."""
        while len(self.jobs) <= max(self.added, default=0) + AHEAD:
            batch = len(self.jobs)
            jobs = [*(self._job(batch, number) for number in range(8)), *self._parts(batch)]
            self.jobs.append(jobs)
        (self.folder / "jobs.json").write_text(json.dumps(self.jobs))

    def _job(self, batch: int, number: int) -> dict[str, str | int]:
        name = f"b{batch}-{number}.bin"
        data = self.random.randbytes(self.random.randint(*(MEDIUM if number % 4 == 0 else SMALL)))
        if number < 4 or number == SPLIT:
            path = self.folder / "source" / name
            path.write_bytes(data)
            self.sources[name] = data
            return {
                "way": "up",
                "path": str(path),
                "name": name,
                "size": len(data),
                "folder": self.up_folder.id,
                "mtime_ns": path.stat().st_mtime_ns,
            }
        file = self.service.service.add_file(f"/Down/{name}", data)
        self.wanted[name] = data
        return {
            "way": "down",
            "url": self.service.service.link(file),
            "name": name,
            "size": len(data),
            "checksum": file.checksum,
            "rule": ("keep_both", "skip_same")[number % 2],
        }

    def _parts(self, batch: int) -> list[dict[str, str | int]]:
        """A file that goes up in two parts, and whose manifest must follow."""
        whole = self._job(batch, SPLIT)
        data = self.sources.pop(str(whole["name"]))
        half = len(data) // 2
        jobs = []
        for number, (start, end) in enumerate(((0, half), (half, len(data))), 1):
            name = f"{whole['name']}.{number:03d}"
            self.sources[name] = data[start:end]
            facts = {"name": name, "size": end - start, "offset": start, "source_size": len(data)}
            jobs.append(whole | facts)
        return jobs

    def run(self, *arguments: str) -> Run:
        """Start the driver."""
        self._prepare_batches()
        process = subprocess.Popen(
            [sys.executable, str(DRIVER), str(self.folder), self.service.base_url, DEFAULT_KEY, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])},
        )
        return Run(process)

    def check(self) -> None:
        """What must hold after every kill."""
        rows = self._rows()
        # A batch whose row is kept was added, even where the kill came before it could be said.
        self.added |= {int(name.split("-")[0][1:]) for name in rows}
        for batch in self.added:
            names = [f"b{batch}-{number}.bin" for number in range(8)]
            names += [f"b{batch}-{SPLIT}.bin.{part:03d}" for part in (1, 2)]
            missing = [name for name in names if name not in rows]
            assert not missing, f"rows of batch {batch} were lost: {missing}"
        done = {row for row, (_, state) in enumerate(rows.values()) if state == "done"}
        assert self.done <= done, "a finished transfer is not finished any more"
        self.done = done
        for path in (self.folder / "target").iterdir():
            self._check_file(path)
        names = Counter(file.name for file in self.service.service.files_at("/Up"))
        twice = [name for name, count in names.items() if count > 1]
        assert not twice, f"sent twice: {twice}"

    def _check_file(self, path: Path) -> None:
        if path.suffix == ".part":
            return
        found = path.stat()
        identity = (found.st_ino, found.st_mtime_ns)
        if self.judged.get(path.name) != identity:
            assert path.read_bytes() == self.wanted[path.name], f"{path.name} is wrong"
            self.judged[path.name] = identity

    def _rows(self) -> dict[str, tuple[int, str]]:
        path = self.folder / "queue.db"
        if not path.exists():
            return {}
        connection = sqlite3.connect(path)
        try:
            found = connection.execute("SELECT name, id, state FROM transfers ORDER BY id").fetchall()
        finally:
            connection.close()
        assert len({name for name, _, _ in found}) == len(found), "a row is there twice"
        return {name: (number, state) for name, number, state in found}

    def finish(self) -> None:
        """Let everything end, then compare both sides whole."""
        run = self.run("finish")
        code = run.wait(300)
        assert code == 0, (code, run.errors, run.lines[-20:])
        run.note(self)
        self.check()
        rows = self._rows()
        states = Counter(state for _, state in rows.values())
        assert set(states) == {"done"}, f"{states} {[line for line in run.lines if 'FAILED' in line]}"
        files = self.service.service.files_at("/Up")
        stored = {file.name: file for file in files if not file.name.endswith(SUFFIX)}
        self._check_manifests([file for file in files if file.name.endswith(SUFFIX)], stored)
        for manifest in [name for name in rows if name.endswith(SUFFIX)]:
            del rows[manifest]
        sent = {name for name in rows if name in self.sources}
        assert set(stored) == sent
        for name in sent:
            assert stored[name].size == len(self.sources[name])
        assert {p.name for p in (self.folder / "target").iterdir()} == set(rows) - sent
        self.counts.update({"rows": len(rows), "uploads": len(sent), "downloads": len(rows) - len(sent)})

    def _check_manifests(self, manifests: list[File], stored: dict[str, File]) -> None:
        """Each split file has its own, and it says what is there."""
        found = [Manifest.parse(b"".join(file.content.pieces(0, file.size)).decode()) for file in manifests]
        assert {manifest.name for manifest in found} == {f"b{batch}-{SPLIT}.bin" for batch in self.added}
        for part in (part for manifest in found for part in manifest.parts):
            assert (stored[part.name].size, stored[part.name].checksum) == (part.size, part.whirlpool)
        self.counts["manifests"] = len(found)


class Run:
    """One process, whose lines are read as they come."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.lines: list[str] = []
        self.errors = ""
        self._queue: SimpleQueue[str | None] = SimpleQueue()
        self._readers = [threading.Thread(target=self._read), threading.Thread(target=self._read_errors)]
        for reader in self._readers:
            reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._queue.put(line.decode().strip())
        self._queue.put(None)

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        self.errors = self.process.stderr.read().decode()

    def kill_at(self, moment: float, line: int | None) -> None:
        """Strike ``moment`` seconds after it is ready, or so much after its ``line``-th change of state."""
        deadline = time.monotonic() + 30
        seen = 0
        while time.monotonic() < deadline:
            try:
                text = self._queue.get(timeout=max(0.0, deadline - time.monotonic()))
            except Empty:
                break
            assert text is not None, f"the driver ended: {self.errors}"
            self.lines.append(text)
            seen += text.startswith("STATE")
            if text == "READY" if line is None else seen == line:
                deadline = time.monotonic() + moment
        self.process.kill()
        self.wait(10)

    def wait(self, seconds: float) -> int:
        """Its exit code; all its lines are here then."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.errors += f"not at its end after {seconds} s"
        finally:
            self.process.kill()
            code = self.process.wait()
            for reader in self._readers:
                reader.join()
            for stream in (self.process.stdout, self.process.stderr):
                if stream is not None:
                    stream.close()
        while (text := self._queue.get()) is not None:
            self.lines.append(text)
        return code

    def note(self, world: World) -> None:
        """What it said goes into the counts."""
        for line in self.lines:
            word, *rest = line.split()
            assert word not in ("ERROR", "FAILED"), line
            if word == "ADDED":
                world.added.add(int(rest[0]))
            elif word == "STATE":
                world.counts[f"state {rest[1]}"] += 1
            elif word == "ASKED":
                world.counts[f"asked {rest[1]}"] += 1
                assert rest[1] == "UploadUnconfirmed", line


def told(world: World, kills: int, before: int, took: float) -> str:
    """The counts."""
    rows, up, down = (world.counts[name] for name in ("rows", "uploads", "downloads"))
    asked = sum(count for name, count in world.counts.items() if name.startswith("asked"))
    return (
        f"\n{kills} kills in {took:.0f} s (seed {SEED}): {rows} rows ({up} uploads, {down} downloads,"
        f" {world.counts['manifests']} manifests besides),"
        f" {before} of them done before the last run; 0 rows lost, 0 wrong files under a final name,"
        f" 0 uploads sent twice; {asked} times the user was asked"
    )


@pytest.mark.story
@pytest.mark.timeout(600 + 10 * KILLS_A_STEP * len(Milestone))
def test_kill_at_every_named_step(tmp_path: Path) -> None:
    begun = time.monotonic()
    struck: Counter[str] = Counter()
    with simulator(limits=False, switches=quiet_switches(), seed=SEED) as service:
        world = World(tmp_path, service, random.Random(SEED), random.Random(SEED))
        world.prepare()
        for number, milestone in product(range(KILLS_A_STEP), Milestone):
            if milestone is Milestone.FOLDER_READ:
                # The listing is only asked where the report has nothing.
                service.faults.add(Fault("end.pl", "no-links", calls="*"))
            run = world.run(milestone.value, str(1 + number % DEEPEST))
            assert run.wait(120) == -signal.SIGKILL, (milestone, run.errors, run.lines[-20:])
            service.faults.clear()
            run.note(world)
            struck[milestone] += any(line.startswith("STRUCK") for line in run.lines)
            world.check()
        before = len(world.done)
        world.finish()
    assert struck == Counter({milestone: KILLS_A_STEP for milestone in Milestone})
    took = time.monotonic() - begun
    print(
        told(world, struck.total(), before, took),
        f"{KILLS_A_STEP} at each of {len(Milestone)} steps",
        sep="; ",
    )


@pytest.mark.story
@pytest.mark.timeout(600 + 10 * KILLS)
def test_kill_at_random_moments(tmp_path: Path) -> None:
    begun = time.monotonic()
    with simulator(limits=False, switches=quiet_switches(), seed=SEED) as service:
        world = World(tmp_path, service, random.Random(SEED), random.Random(SEED))
        world.prepare()
        last: Counter[str] = Counter()
        for number in range(KILLS):
            run = world.run()
            if number % 2:
                run.kill_at(world.moments.uniform(0.0, 0.004), world.moments.randint(1, 40))
            else:
                run.kill_at(world.moments.uniform(0.0, 0.6), None)
            run.note(world)
            states = [line.split()[2] for line in run.lines if line.startswith("STATE")]
            last[states[-1] if states else "before anything"] += 1
            world.check()
        before = len(world.done)
        world.finish()
    took = time.monotonic() - begun
    print(told(world, KILLS, before, took), f"last state seen before the kill: {dict(last)}", sep="; ")
