"""Awake while bytes move, by the settings, and not a moment longer than the pause between two files.

Where a loop is virtual its sleeps take no time.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from support.simulator import DEFAULT_KEY, Service, quiet_switches, simulator
from support.virtual_time import VirtualClock, VirtualLoop
from support.waiting import until

from fichier_gui.app import container
from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.wakefulness import LINGER, Wakefulness
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.faults import Fault


class Machine:
    def __init__(self) -> None:
        self.did: list[str] = []
        self.is_able = True

    async def keep(self) -> bool:
        self.did.append("keep")
        return self.is_able

    async def release(self) -> None:
        self.did.append("release")


class Bench:
    def __init__(self) -> None:
        self.machine = Machine()
        self.moves = False
        self.problems: list[Exception] = []
        self.scope = TaskScope("test", lambda _name, error: self.problems.append(error))
        self.watch = Wakefulness(self.machine, lambda: self.moves, VirtualClock(), self.scope)

    def set(self, moves: bool) -> None:
        self.moves = moves
        self.watch.look()


def run(story: Callable[[Bench], object]) -> Bench:
    async def play() -> Bench:
        bench = Bench()
        await story(bench)  # type: ignore[misc]
        await bench.watch.close()
        await bench.scope.close()
        assert bench.problems == []
        return bench

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(play())


def test_nothing_is_asked_of_a_machine_on_which_nothing_moves() -> None:
    async def story(bench: Bench) -> None:
        bench.set(False)
        await asyncio.sleep(3600)
        assert bench.machine.did == []

    run(story)


def test_a_moment_between_two_files_does_not_let_it_sleep() -> None:
    async def story(bench: Bench) -> None:
        bench.set(True)
        for _ in range(50):
            await asyncio.sleep(7)
            bench.set(False)
            await asyncio.sleep(0.1)
            bench.set(True)
        assert bench.machine.did.count("keep") <= 2
        bench.set(False)
        await asyncio.sleep(LINGER + 0.1)
        assert bench.machine.did[-1] == "release"
        bench.set(True)
        await asyncio.sleep(1)
        assert bench.machine.did[-1] == "keep"

    run(story)


def test_a_machine_without_a_way_is_asked_once_for_each_time() -> None:
    async def story(bench: Bench) -> None:
        bench.machine.is_able = False
        bench.set(True)
        await asyncio.sleep(60)
        assert bench.machine.did == ["keep"]

    run(story)


def test_the_end_of_the_program_releases_it_and_nothing_holds_it_again() -> None:
    async def story(bench: Bench) -> None:
        bench.set(True)
        await asyncio.sleep(1)
        await bench.watch.close()
        assert bench.machine.did[-1] == "release"
        await bench.scope.close()
        bench.watch.look()

    assert run(story).machine.did.count("keep") == 1


@pytest.mark.parametrize("is_wanted", [True, False])
async def test_a_transfer_keeps_the_machine_awake_until_it_is_paused(
    is_wanted: bool, profile_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine()
    monkeypatch.setattr(container, "Awake", lambda *_: machine)
    monkeypatch.setattr("fichier_gui.app.wakefulness.LINGER", 0.05)
    source = tmp_path / "big.bin"
    source.write_bytes(b"x" * 3_000_000)
    service = Service(limits=False, switches=quiet_switches())
    service.faults.add(Fault("upload.cgi", "stall", calls="*", after=1_000_000))
    with simulator(service) as running:
        options = options_for(profile_dir, running.base_url, key=Secret(DEFAULT_KEY), keychain=False)
        program = await Program.open(replace(options))
        try:
            await program.session.start()
            await program.preferences.change("keep_awake", is_wanted)
            plan = await program.transfers.plan_upload([str(source)], ROOT)
            await program.transfers.start_upload(plan)
            await until(lambda: program.transfers.take_progress())
            if is_wanted:
                await until(lambda: machine.did == ["keep"])
                await program.transfers.pause_all()
                await until(lambda: machine.did == ["keep", "release"])
                await program.transfers.resume_all()
                await until(lambda: machine.did[-1] == "keep")
                await program.preferences.change("keep_awake", False)
                await until(lambda: machine.did[-1] == "release")
            assert machine.did.count("keep") == (2 if is_wanted else 0)
        finally:
            await program.close()
    assert machine.did[-1] == "release"
