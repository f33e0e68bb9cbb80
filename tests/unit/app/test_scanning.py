"""Folders are looked at only while the queue is not paused; what was found so far is kept."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from support.quick_rules import QUICK
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator
from support.waiting import until

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.app.scanning import Scans
from fichier_gui.domain.events import Event, ScanningChanged
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.faults import Fault
from fichier_gui.system.walking import WalkedTree, walk


class Walking:
    """A walk in a thread that tells which entry it is about to look at."""

    def __init__(self, top: Path) -> None:
        self.told: list[Event] = []
        self.scans = Scans(self.told.append)
        self.stop = threading.Event()
        self.looked = 0
        self.halts_at = 0
        self.top = top
        self.loop = asyncio.get_running_loop()

    async def run(self) -> WalkedTree:
        with self.scans.begin(self.stop) as scan:

            def wait() -> None:
                self.looked += 1
                if self.looked == self.halts_at:
                    asyncio.run_coroutine_threadsafe(self._halt(), self.loop).result()
                scan.wait()

            return await asyncio.to_thread(walk, [self.top], scan.stop, wait=wait)

    async def _halt(self) -> None:
        self.scans.halt()


def tree(top: Path, folders: int = 3, files: int = 4) -> Path:
    for folder in range(folders):
        (top / "top" / f"folder {folder}").mkdir(parents=True)
        for file in range(files):
            (top / "top" / f"folder {folder}" / f"{file}.txt").write_bytes(b"x")
    return top / "top"


async def test_a_walk_halts_at_the_next_entry_and_goes_on_from_there(tmp_path: Path) -> None:
    walking = Walking(tree(tmp_path))
    walking.halts_at = 6
    async with asyncio.TaskGroup() as group:
        work = group.create_task(walking.run())
        await until(lambda: walking.scans.halted)
        assert (walking.looked, walking.scans.running) == (6, 1)
        other = Walking(walking.top)
        assert len((await other.run()).files) == 12, "another walk takes its time meanwhile"
        assert (walking.looked, work.done()) == (6, False)
        walking.scans.go_on()
        found = await work
        assert len(found.files) == 12 and not found.was_stopped
        assert walking.told == [
            ScanningChanged(1, 0),
            ScanningChanged(1, 1),
            ScanningChanged(1, 0),
            ScanningChanged(0, 0),
        ]


async def test_a_halted_walk_can_be_stopped(tmp_path: Path) -> None:
    walking = Walking(tree(tmp_path))
    walking.halts_at = 6
    async with asyncio.TaskGroup() as group:
        work = group.create_task(walking.run())
        await until(lambda: walking.scans.halted)
        walking.stop.set()
        found = await work
        assert found.was_stopped and len(found.files) < 12
        assert walking.scans.running == 0


async def test_what_is_asked_for_while_the_queue_is_paused_is_looked_at(tmp_path: Path) -> None:
    walking = Walking(tree(tmp_path))
    walking.scans.halt()
    assert len((await walking.run()).files) == 12


@asynccontextmanager
async def opened(service: ThreadedSimulator, profile: Path) -> AsyncIterator[Program]:
    options = options_for(profile, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(replace(options, budget_rules=QUICK))
    try:
        await program.preferences.change("read_account", False)
        await program.session.start()
        yield program
    finally:
        await program.close()


async def test_no_folder_of_the_account_is_listed_while_the_queue_is_paused(profile_dir: Path) -> None:
    service = Service(limits=False, switches=quiet_switches())
    for number in range(6):
        service.add_file(f"/Films/{number}/film.mkv", b"12345")
    service.add_folder("/Elsewhere")
    # Each list takes its time, so that the queue can be paused between two of them.
    service.faults.add(Fault("folder/ls", "delay", seconds=0.2, calls="*"))
    with simulator(service) as running:
        async with opened(running, profile_dir) as program:
            films, elsewhere = sorted(
                (await program.browse.open_folder(ROOT)).folders,
                key=lambda folder: folder.name == "Elsewhere",
            )
            running.requests.clear()

            def listed() -> int:
                return running.requests.endpoints().count("folder/ls")

            halted = asyncio.Event()
            program.bus.subscribe(lambda event: _note_halt(event, halted))
            async with asyncio.TaskGroup() as group:
                work = group.create_task(program.transfers.plan_download([films]))
                await until(lambda: listed() >= 2)
                await program.transfers.pause_all()
                assert halted.is_set() and program.transfers.summary().scans == 1
                # The one that was on its way arrives; another folder, asked for by a click, still comes.
                await program.browse.open_folder(elsewhere.id)
                assert listed() <= 4 and not work.done()
                while_paused = listed()
                await program.browse.open_folder(elsewhere.id)
                await program.browse.open_folder(ROOT)
                assert listed() <= while_paused + 2 and not work.done()
                await program.transfers.resume_all()
                plan = await work
                assert len(plan.files) == 6 and plan.skipped == ()
                assert program.transfers.summary().scans == 0


def _note_halt(event: Event, halted: asyncio.Event) -> None:
    if isinstance(event, ScanningChanged) and event.halted:
        halted.set()


async def test_an_upload_is_planned_whole_after_a_pause(profile_dir: Path, tmp_path: Path) -> None:
    top = tree(tmp_path, folders=40, files=50)
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        async with opened(running, profile_dir) as program, asyncio.TaskGroup() as group:
            work = group.create_task(program.transfers.plan_upload([str(top)], ROOT))
            await until(lambda: program.transfers.summary().scans == 1)
            await program.transfers.pause_all()
            await program.transfers.resume_all()
            plan = await work
            assert len(plan.files) == 2000
