"""An upload takes the place of an older file: never before it is there and verified, whatever ends."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from support.quick_rules import QUICK
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator
from support.waiting import until

from fichier_gui.app import replacing as rules
from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.app.replacing import Replacements
from fichier_gui.app.upload_plan import replacing
from fichier_gui.domain.errors import DiskFull
from fichier_gui.domain.events import Event, OlderKept
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.organising import Placed
from fichier_gui.domain.remote import FolderListing
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import State
from fichier_gui.simulator.whirlpool import hexdigest

NAME = "plan 50 %.txt"
OLD, NEW = "the older one", "the newer one, which is longer"
SUMS = {hexdigest(text.encode()): text for text in (OLD, NEW)}


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        running.service.add_file(f"/Work/{NAME}", OLD.encode())
        running.service.add_file("/Work/other.txt", b"nobody's concern")
        yield running


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_text(NEW)
    return path


@asynccontextmanager
async def opened(
    service: ThreadedSimulator, profile: Path, *, runs_queue: bool = True, is_window: bool = True
) -> AsyncIterator[Program]:
    options = options_for(profile, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(
        replace(
            options,
            budget_rules=QUICK,
            runs_queue=runs_queue,
            asks_unbidden=is_window,
            touches_machine=False,
        )
    )
    try:
        await program.session.start()
        yield program
    finally:
        await program.close()


async def send(program: Program, source: Path) -> FolderId:
    """Let it replace what is in ``/Work``."""
    folder = await program.browse.resolve("/Work")
    await program.browse.fetch_folder(folder)
    plan = replacing(await program.transfers.plan_upload([source], folder))
    assert [file.name for file in plan.twins] == [NAME] and len(plan.older[NAME]) >= 1
    await program.transfers.start_upload(plan)
    return folder


def held(service: ThreadedSimulator, name: str = NAME) -> list[str]:
    """What the service has under the name."""
    return sorted(SUMS[each.checksum] for each in service.service.files_at("/Work") if each.name == name)


def write(path: Path, text: str | None) -> None:
    """Or take it away."""
    if text is None:
        path.unlink()
    else:
        path.write_text(text)


def wanted(profile: Path) -> list[object]:
    path = profile / rules_file()
    return list(json.loads(path.read_text())) if path.exists() else []


def rules_file() -> str:
    return "replacing.json"


async def replaced(service: ThreadedSimulator, profile: Path) -> None:
    await until(lambda: held(service) == [NEW] and not wanted(profile))


async def test_the_older_one_goes_when_the_new_one_is_verified(
    service: ThreadedSimulator, source: Path, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as program:
        await send(program, source)
        await replaced(service, profile_dir)
        order = [each for each in await program.transfers.order()]
        (row,) = await program.transfers.rows(order)
        assert row.state is State.DONE
        (left,) = [file for file in service.service.files_at("/Work") if file.name == NAME]
        assert row.url is not None and left.id in row.url
    assert len(service.service.files_at("/Work")) == 2, "what is beside it is nobody's concern"


async def test_it_is_on_the_disk_before_the_row_and_outlives_the_program(
    service: ThreadedSimulator, source: Path, profile_dir: Path
) -> None:
    async with opened(service, profile_dir, runs_queue=False) as program:
        await send(program, source)
        assert len(wanted(profile_dir)) == 1 and held(service) == [OLD]
    # A command sends it, and leaves the rest to the next window.
    async with opened(service, profile_dir, is_window=False) as command:
        await until(lambda: command.transfers.summary().counts.done == 1)
    assert held(service) == sorted([OLD, NEW]) and len(wanted(profile_dir)) == 1
    async with opened(service, profile_dir):
        await replaced(service, profile_dir)


async def test_an_end_between_the_deletion_and_its_note_deletes_nothing_else(
    service: ThreadedSimulator, source: Path, profile_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_self: Replacements, done: list[object], **_more: object) -> None:
        if done:
            raise DiskFull()

    async with opened(service, profile_dir) as program:
        with monkeypatch.context() as broken_off:
            broken_off.setattr(Replacements, "_settle", broken)
            await send(program, source)
            await until(lambda: held(service) == [NEW])
    assert len(wanted(profile_dir)) == 1
    async with opened(service, profile_dir):
        await replaced(service, profile_dir)


async def test_what_is_not_verified_replaces_nothing(
    service: ThreadedSimulator, source: Path, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as program:
        events: list[Event] = []
        program.bus.overhear(events.append)
        await program.preferences.change("verify_uploads", False)
        await send(program, source)
        await until(lambda: OlderKept(NAME) in events)
    assert held(service) == sorted([OLD, NEW]) and not wanted(profile_dir)


async def test_what_has_another_name_by_then_stays(
    service: ThreadedSimulator, source: Path, profile_dir: Path
) -> None:
    async with opened(service, profile_dir, runs_queue=False) as program:
        folder = await send(program, source)
        listing = await program.browse.fetch_folder(folder)
        (file,) = [file for file in listing.files if file.name == NAME]
        organising = await program.organising()
        number = await organising.rename([(Placed(folder, file), "kept.txt")])
        assert number is not None
        await organising.finished(number)
        await program.let_queue_run()
        await until(lambda: held(service) == [NEW] and not wanted(profile_dir))
    assert held(service, "kept.txt") == [OLD]


async def test_an_earlier_upload_of_the_same_file_takes_nobodys_place(
    service: ThreadedSimulator, source: Path, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as program:
        await send(program, source)
        await replaced(service, profile_dir)
        # Once more, with what cannot be read any more: the only good file is the one of before.
        write(source, "the third one")
        await program.transfers.pause_all()
        await send(program, source)
        write(source, None)
        await program.transfers.resume_all()
        await until(lambda: program.transfers.summary().counts.attention or _failed(program))
        await program.replacing.catch_up()
        while program.replacing._looking is not None and not program.replacing._looking.done():
            await program.clock.sleep(0.01)
    assert held(service) == [NEW] and len(wanted(profile_dir)) == 1


async def test_what_is_sent_again_to_be_kept_beside_it_replaces_nothing(
    service: ThreadedSimulator, source: Path, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as program:
        await program.transfers.pause_all()
        folder = await send(program, source)
        await program.transfers.remove(list(await program.transfers.order()))
        await program.transfers.start_upload(await program.transfers.plan_upload([source], folder))
        assert not wanted(profile_dir)
        await program.transfers.resume_all()
        await until(lambda: program.transfers.summary().counts.done == 1)
        await program.replacing.catch_up()
        while program.replacing._looking is not None and not program.replacing._looking.done():
            await program.clock.sleep(0.01)
    assert held(service) == sorted([OLD, NEW])


def _failed(program: Program) -> int:
    return program.transfers.summary().counts.failed


async def test_a_new_one_that_its_folder_never_shows_replaces_nothing(
    service: ThreadedSimulator, source: Path, profile_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "LOOK_AGAIN", 0.01)
    asked: list[float] = []
    async with opened(service, profile_dir) as program:
        events: list[Event] = []
        program.bus.overhear(events.append)
        folder = await program.browse.resolve("/Work")
        before = await program.browse.fetch_folder(folder)

        async def listing(_folder: FolderId, max_age: float) -> FolderListing:
            asked.append(max_age)
            return before

        program.replacing._listing = listing
        await send(program, source)
        await until(lambda: OlderKept(NAME) in events)
    assert len(asked) == rules.LOOKS
    assert held(service) == sorted([OLD, NEW]) and not wanted(profile_dir)


async def test_what_left_the_list_is_forgotten_at_the_next_start(
    service: ThreadedSimulator, source: Path, profile_dir: Path
) -> None:
    async with opened(service, profile_dir, runs_queue=False) as program:
        await send(program, source)
        await program.transfers.remove(list(await program.transfers.order()))
        assert len(wanted(profile_dir)) == 1
    async with opened(service, profile_dir):
        await until(lambda: not wanted(profile_dir))
    assert held(service) == [OLD]


async def test_a_list_that_cannot_be_read_replaces_nothing(
    service: ThreadedSimulator, source: Path, profile_dir: Path
) -> None:
    async with opened(service, profile_dir, runs_queue=False) as program:
        await send(program, source)
    (profile_dir / rules_file()).write_text('[{"path": 1}]')
    async with opened(service, profile_dir) as program:
        await until(lambda: program.transfers.summary().counts.done == 1)
        await program.replacing.catch_up()
    assert held(service) == sorted([OLD, NEW])
