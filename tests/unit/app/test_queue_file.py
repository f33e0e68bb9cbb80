"""The queue goes to a file and comes back, in this program or another one's profile."""

import csv
import io
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.api.pacing import BudgetRules
from fichier_gui.app.container import Program
from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Verb
from fichier_gui.app.jobs.performing import perform
from fichier_gui.app.options import options_for
from fichier_gui.domain.errors import ListBroken, NotFound, SourceChanged, SourceMissing
from fichier_gui.domain.ids import ROOT, TransferId
from fichier_gui.domain.queue_list import EntryState, Found
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import Priority, Transfer

QUICK = BudgetRules(windows=((200, 1.0),), transfer_gap=0.0, background_gap=0.0, folder_every=0.0)
WORD = "sesame-Zq7"


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        yield running


@asynccontextmanager
async def opened(service: ThreadedSimulator, profile: Path) -> AsyncIterator[Program]:
    """A program whose queue stands still."""
    options = options_for(profile, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(replace(options, budget_rules=QUICK, runs_queue=False))
    try:
        await program.session.start()
        yield program
    finally:
        await program.close()


async def rows_of(program: Program) -> list[Transfer]:
    return await program.transfers.rows([TransferId(n) for n in await program.transfers.order()])


async def filled(program: Program, service: ThreadedSimulator, tmp_path: Path) -> None:
    """Two uploads and two downloads, one of them with a password."""
    for name in ("one.bin", "two.bin"):
        (tmp_path / name).write_bytes(name.encode() * 100)
    paths = [str(tmp_path / name) for name in ("one.bin", "two.bin")]
    folder = await program.browse.make_path("/Backups/New")
    await program.transfers.start_upload(await program.transfers.plan_upload(paths, folder))
    made = service.service
    links = [made.link(made.add_file("/x/Été $.bin", b"1" * 50)), made.link(made.add_file("/x/b.bin", b"2"))]
    plan = await program.transfers.plan_download([" ".join(links)], tmp_path / "down", password=Secret(WORD))
    await program.transfers.start_download(plan)
    ids = [TransferId(n) for n in await program.transfers.order()]
    await program.transfers.limit(ids[:1], 5000)
    await program.transfers.prioritise(ids[1:2], Priority.HIGH)


def states(found: tuple[Found, ...]) -> list[EntryState]:
    return [each.state for each in found]


async def test_a_list_moves_from_one_profile_to_another(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    target = tmp_path / "list.json"
    async with opened(service, profile_dir) as program:
        await filled(program, service, tmp_path)
        before = await rows_of(program)
        assert await program.queue_file.export(target) == 4
        # All of it is here already.
        assert states(await program.queue_file.read(target)) == [EntryState.LISTED] * 4
    text = target.read_text(encoding="utf-8")
    assert "Été $.bin" in text and WORD not in text and DEFAULT_KEY not in text
    async with opened(service, tmp_path / "other") as program:
        found = await program.queue_file.read(target)
        assert states(found) == [EntryState.NEW] * 4 and all(each.is_wanted for each in found)
        assert not await rows_of(program)
        await program.queue_file.start([each.entry for each in found if each.entry])
        after = await rows_of(program)
        assert program.browse.path_of(after[0].folder_id or ROOT) == "/Backups/New"

    def facts(row: Transfer) -> tuple[object, ...]:
        return (
            row.direction,
            row.name,
            row.size,
            row.local_path,
            row.url,
            row.checksum,
            row.rate,
            row.priority,
            row.is_protected,
        )

    assert sorted(map(str, map(facts, after))) == sorted(map(str, map(facts, before)))


async def test_what_cannot_be_used_is_named_and_nothing_is_added(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    target = tmp_path / "list.json"
    async with opened(service, profile_dir) as program:
        await filled(program, service, tmp_path)
        await program.queue_file.export(target)
    (tmp_path / "one.bin").unlink()
    (tmp_path / "two.bin").write_bytes(b"changed")
    told = json.loads(target.read_text(encoding="utf-8"))
    told["transfers"] += [told["transfers"][2], {"direction": "download", "link": "https://other.example/"}]
    target.write_text(json.dumps(told), encoding="utf-8")
    async with opened(service, tmp_path / "other") as program:
        found = await program.queue_file.read(target)
        broken = tmp_path / "broken.json"
        broken.write_bytes(b"\xff\x00")
        with pytest.raises(ListBroken):
            await program.queue_file.read(broken)
        assert not await rows_of(program)
    by_state = {state: [each for each in found if each.state is state] for state in EntryState}
    assert len(by_state[EntryState.NEW]) == 2 and len(by_state[EntryState.LISTED]) == 1
    reasons = {type(each.reason) for each in by_state[EntryState.UNUSABLE]}
    assert reasons == {SourceMissing, SourceChanged, NotFound}


async def test_links_go_out_as_text_table_and_page(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    async with opened(service, profile_dir) as program:
        await filled(program, service, tmp_path)
        for form in ("txt", "csv", "html"):
            await program.queue_file.export(tmp_path / f"links.{form}")
        links = [str(row.url) for row in await rows_of(program) if row.url]
    assert (tmp_path / "links.txt").read_text().splitlines() == links and len(links) == 2
    sheet = list(csv.DictReader(io.StringIO((tmp_path / "links.csv").read_text(encoding="utf-8-sig"))))
    assert [row["link"] for row in sheet if row["link"]] == links and len(sheet) == 4
    page = (tmp_path / "links.html").read_text(encoding="utf-8")
    assert all(f'href="{link}"' in page for link in links) and "Été $.bin" in page


async def test_the_commands_write_and_read_a_list(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    target = str(tmp_path / "list.json")
    told: list[Report] = []
    async with opened(service, profile_dir) as program:
        await filled(program, service, tmp_path)
        assert await perform(program, Job(Verb.QUEUE, (target,), "export"), told.append) is Ending.DONE
    (tmp_path / "one.bin").unlink()
    async with opened(service, tmp_path / "other") as program:
        ending = await perform(program, Job(Verb.QUEUE, (target,), "import"), told.append)
        assert ending is Ending.SOME_FAILED
        assert len(await rows_of(program)) == 3
        again = await perform(program, Job(Verb.QUEUE, (target,), "import"), told.append)
        assert again is Ending.SOME_FAILED and len(await rows_of(program)) == 3
    imported = [report.facts for report in told if report.kind is Kind.IMPORTED]
    assert imported == [
        {"added": 3, "listed": 0, "unusable": 1},
        {"added": 0, "listed": 3, "unusable": 1},
    ]
