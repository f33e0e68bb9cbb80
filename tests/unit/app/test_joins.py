"""A split file comes down as one verified file: joined while its parts come, whatever happens in between."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.api.pacing import BudgetRules
from fichier_gui.app.container import Program
from fichier_gui.app.jobs.following import events_of
from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Verb
from fichier_gui.app.jobs.performing import perform
from fichier_gui.app.options import options_for
from fichier_gui.app.split_files import Split, with_parts
from fichier_gui.domain.events import Event, FileJoined, JoinFailed
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.manifest import SUFFIX, Manifest, Part
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.whirlpool import hexdigest

QUICK = BudgetRules(
    windows=((200, 1.0),),
    transfer_gap=0.0,
    background_gap=0.0,
    background_listing_gap=0.0,
    folder_every=0.0,
)
NAME = "l'été 10 %.mkv"
DATA = bytes(range(256)) * 3000
CUTS = (0, 300_000, 600_000, len(DATA))


def parts() -> list[bytes]:
    return [DATA[start:end] for start, end in pairwise(CUTS)]


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        told = []
        for number, data in enumerate(parts(), 1):
            name = f"{NAME}.{number:03d}"
            running.service.add_file(f"/Films/{name.replace(chr(39), '＇')}", data)
            told.append(Part(name, len(data), hexdigest(data)))
        text = Manifest(NAME, len(DATA), tuple(told)).text()
        running.service.add_file(f"/Films/{(NAME + SUFFIX).replace(chr(39), '＇')}", text.encode())
        running.service.add_file("/Films/note.txt", b"beside it")
        yield running


@asynccontextmanager
async def opened(
    service: ThreadedSimulator, profile: Path, *, runs_queue: bool = True
) -> AsyncIterator[Program]:
    options = options_for(profile, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(replace(options, budget_rules=QUICK, runs_queue=runs_queue))
    try:
        await program.session.start()
        yield program
    finally:
        await program.close()


async def found(program: Program) -> list[RemoteFile]:
    """The list of the parts, as it is chosen in the window, with what belongs to it."""
    listing = await program.browse.fetch_folder(await program.browse.resolve("/Films"))
    chosen = [file for file in listing.files if file.name.endswith(SUFFIX)]
    return with_parts(chosen, listing.files)


async def joined(events: "asyncio.Queue[Event]") -> Path:
    async with asyncio.timeout(20):
        while True:
            event = await events.get()
            assert not isinstance(event, JoinFailed), event
            if isinstance(event, FileJoined):
                return Path(event.path)


async def start(program: Program, down: Path) -> None:
    plan = await program.transfers.plan_download(await found(program), down)
    assert plan.files[0].name == NAME + SUFFIX and len(plan.files) == 4
    await program.transfers.start_download(plan)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


async def test_the_list_of_the_parts_brings_the_whole_file(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    down = tmp_path / "down"
    async with opened(service, profile_dir) as program:
        with events_of(program) as events:
            await start(program, down)
            final = await joined(events)
    assert final == down / NAME and final.read_bytes() == DATA
    assert names(down) == [NAME]


async def test_a_file_of_its_name_is_left_alone(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_bytes(b"mine")
    (tmp_path / f"{NAME}.001").write_bytes(b"mine too")
    async with opened(service, profile_dir) as program:
        with events_of(program) as events:
            await start(program, tmp_path)
            final = await joined(events)
    assert final.name == "l'été 10 % (2).mkv" and final.read_bytes() == DATA
    assert (tmp_path / NAME).read_bytes() == b"mine"
    assert (tmp_path / f"{NAME}.001").read_bytes() == b"mine too"


async def test_a_whole_folder_is_joined_where_it_lies(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    told: list[Report] = []
    async with opened(service, profile_dir) as program:
        job = Job(Verb.DOWNLOAD, ("/Films",), to=str(tmp_path / "down"))
        assert await perform(program, job, told.append) is Ending.DONE
    assert names(tmp_path / "down") == ["Films", NAME, "note.txt"]
    files = [report.facts["local_path"] for report in told if report.kind is Kind.DOWNLOADED]
    assert files == [str(tmp_path / "down" / "Films" / "note.txt")]
    joins = [report.facts["local_path"] for report in told if report.kind is Kind.JOINED]
    assert joins == [str(tmp_path / "down" / "Films" / NAME)]


async def test_a_split_file_is_fetched_by_its_own_name(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    async with opened(service, profile_dir) as program:
        job = Job(Verb.DOWNLOAD, (f"/Films/{NAME}",), to=str(tmp_path / "down"))
        assert await perform(program, job, lambda _report: None) is Ending.DONE
    assert names(tmp_path / "down") == [NAME]


async def test_the_setting_leaves_parts_as_they_are(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    async with opened(service, profile_dir) as program:
        await program.preferences.change("join_downloads", False)
        job = Job(Verb.DOWNLOAD, (f"/Films/{NAME}{SUFFIX}",), to=str(tmp_path / "down"))
        assert await perform(program, job, lambda _report: None) is Ending.DONE
        assert len(names(tmp_path / "down")) == 4
        final = await program.joins.join(tmp_path / "down" / (NAME + SUFFIX))
    assert names(tmp_path / "down") == [NAME] and final.read_bytes() == DATA


@pytest.mark.parametrize("there", [0, 1, 2, 3, 4])
async def test_a_program_that_ended_goes_on_where_it_was(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path, there: int
) -> None:
    """The rows are in the journal; so many files have come, and the list of rows was cleared of them."""
    down = tmp_path / "down"
    async with opened(service, profile_dir, runs_queue=False) as program:
        await start(program, down)
        ids = [TransferId(n) for n in await program.transfers.order()]
        rows = await program.transfers.rows(ids)
        content = [None, *parts()]
        for row, data in list(zip(rows, content, strict=True))[:there]:
            put(Path(row.local_path), manifest_bytes() if data is None else data)
        await program.transfers.remove(ids[:there])
    async with opened(service, profile_dir) as program:
        with events_of(program) as events:
            if not (down / NAME).exists():
                assert await joined(events) == down / NAME
    assert (down / NAME).read_bytes() == DATA and names(down) == [NAME]
    async with opened(service, profile_dir) as program:
        await program.joins.settled()
    assert (profile_dir / "joins.json").read_text() == "[]"


def put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def manifest_bytes() -> bytes:
    told = [Part(f"{NAME}.{n:03d}", len(data), hexdigest(data)) for n, data in enumerate(parts(), 1)]
    return Manifest(NAME, len(DATA), tuple(told)).text().encode()


async def test_what_nobody_waits_for_is_forgotten(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    async with opened(service, profile_dir, runs_queue=False) as program:
        gone = Split(tmp_path / "X.parts" / f"X{SUFFIX}", tmp_path)
        await program.joins.expect([gone])
    assert "X.parts" in (profile_dir / "joins.json").read_text()
    async with opened(service, profile_dir, runs_queue=False):
        pass
    assert (profile_dir / "joins.json").read_text() == "[]"
