"""Pasted links through the whole core: hundreds in a handful of requests, locked ones, unknown ones."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.api.pacing import BudgetRules
from fichier_gui.app.container import Program
from fichier_gui.app.jobs.following import events_of
from fichier_gui.app.jobs.job import Ending, Job, Report, Verb
from fichier_gui.app.jobs.performing import perform
from fichier_gui.app.options import options_for
from fichier_gui.domain import pasted
from fichier_gui.domain.errors import NetworkProblem
from fichier_gui.domain.events import BatchFinished
from fichier_gui.domain.ids import ROOT, BatchId
from fichier_gui.domain.pasted import Pasted, Standing
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import ConflictRule
from fichier_gui.simulator.faults import Fault

WORD = "sesame-Zq7"
QUICK = BudgetRules(windows=((200, 1.0),), transfer_gap=0.0, site_gap=0.0, refusal_gaps=())
FOLDER = "https://1fichier.com/dir/AbCd1234"


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        yield running


@asynccontextmanager
async def opened(service: ThreadedSimulator, profile: Path) -> AsyncIterator[Program]:
    key = Secret(DEFAULT_KEY)
    options = options_for(profile, service.base_url, key=key, keychain=False)
    program = await Program.open(replace(options, budget_rules=QUICK))
    try:
        await program.session.start()
        yield program
    finally:
        await program.close()


async def filled_in(program: Program, text: str, folder: Path) -> tuple[Pasted, ...]:
    rows = await program.pasting.read(text, folder)
    while (question := pasted.next_question(rows)) is not None:
        rows = pasted.answered(rows, await program.pasting.ask(question, folder))
    return rows


async def unlocked(program: Program, rows: Sequence[Pasted], word: str, folder: Path) -> tuple[Pasted, ...]:
    for row in [row for row in rows if row.wants_password]:
        rows = pasted.answered(rows, {row.text: await program.pasting.unlock(row, Secret(word), folder)})
    return tuple(rows)


async def fetched(program: Program, start: Awaitable[BatchId]) -> int:
    with events_of(program) as events:
        batch = await start
        async with asyncio.timeout(20):
            while True:
                event = await events.get()
                if isinstance(event, BatchFinished) and event.batch_id == batch:
                    return event.done


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def foreign(service: ThreadedSimulator, name: str, data: bytes = b"data", password: str = "") -> str:
    """A file of somebody else: the account's listings do not show it."""
    folder = "/elsewhere"
    return service.service.link(service.service.add_file(f"{folder}/{name}", data, password=password))


async def test_hundreds_of_links_cost_a_handful_of_requests(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    links = [foreign(service, f"é {n:03d}; x.bin", b"x" * (n + 1)) for n in range(230)]
    links[7] = foreign(service, "vault.bin", password=WORD)
    dead = "https://1fichier.com/?deaddeaddead"
    async with opened(service, profile_dir) as program:
        before = len(service.requests.endpoints())
        rows = await filled_in(program, "\n".join([*links, dead, "https://other.example/a"]), tmp_path)
        asked = service.requests.endpoints()[before:]
    assert [name for name in asked if name == "check_links.pl"] == ["check_links.pl"] * 3
    assert "file/info" not in asked
    assert [row.standing for row in rows[228:]] == [Standing.READY] * 2 + [Standing.DEAD, Standing.FOREIGN]
    assert rows[7].standing is Standing.LOCKED and not rows[7].is_wanted
    assert (rows[229].name, rows[229].size) == ("é 229; x.bin", 230)
    assert sum(row.is_wanted for row in rows) == 229


async def test_what_the_account_is_known_to_hold_costs_nothing(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    link = service.service.link(service.service.add_file("/own.bin", b"own data"))
    (tmp_path / "own.bin").write_bytes(b"12345678")
    async with opened(service, profile_dir) as program:
        await program.browse.fetch_folder(ROOT)
        before = len(service.requests.endpoints())
        (row,) = await filled_in(program, f"{link}&af=9", tmp_path)
        assert len(service.requests.endpoints()) == before
        assert (row.name, row.standing) == ("own.bin", Standing.HERE) and row.checksum
        assert [each.standing for each in await program.pasting.place([row], profile_dir)] == [Standing.READY]
        plan = program.pasting.plan([row], tmp_path)
        assert await fetched(program, program.transfers.start_download(plan, ConflictRule.KEEP_BOTH)) == 1
        assert (tmp_path / "own (2).bin").read_bytes() == b"own data"
        (again,) = await filled_in(program, link, tmp_path)
        assert again.standing is Standing.LISTED


async def test_one_password_opens_links_and_published_folders_and_is_kept_nowhere(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    service.switches.owner_needs_password = True
    shown = service.service.add_folder("/Shown")
    shown.public_id, shown.password = "AbCd1234", WORD
    service.service.add_file("/Shown/inner.bin", b"behind a lock", password=WORD)
    service.service.add_file("/Shown/open.bin", b"behind one lock")
    link, down = foreign(service, "vault.bin", password=WORD), tmp_path / "down"
    async with opened(service, profile_dir) as program:
        rows = await filled_in(program, f"{link} {FOLDER}", down)
        assert [row.standing for row in rows] == [Standing.LOCKED] * 2
        rows = await unlocked(program, rows, "guess", down)
        assert [row.standing for row in rows] == [Standing.REFUSED_PASSWORD] * 2
        assert pasted.next_question(rows) is None
        rows = await unlocked(program, rows, WORD, down)
        assert [(row.name, row.standing) for row in rows] == [
            ("vault.bin", Standing.READY),
            ("inner.bin", Standing.READY),
            ("open.bin", Standing.READY),
        ]
        plan = program.pasting.plan(rows, down)
        assert await fetched(program, program.transfers.start_download(plan)) == 3
    assert {path.name for path in down.iterdir()} == {"vault.bin", "inner.bin", "open.bin"}
    kept = contents(profile_dir)
    assert any(name.endswith(".db") for name in kept)
    assert not [name for name, data in kept.items() if WORD.encode() in data]


async def test_links_start_before_their_names_are_known(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    link = foreign(service, "Été ＄ 1.bin", b"z" * 5000)
    async with opened(service, profile_dir) as program:
        before = len(service.requests.endpoints())
        rows = await program.pasting.read(link, tmp_path)
        plan = program.pasting.plan(rows, tmp_path)
        assert await fetched(program, program.transfers.start_download(plan)) == 1
        (transfer,) = await program.transfers.rows(await program.transfers.order())  # type: ignore[arg-type]
        asked = service.requests.endpoints()[before:]
    assert (tmp_path / "Été $ 1.bin").read_bytes() == b"z" * 5000
    assert (transfer.name, transfer.size) == ("Été $ 1.bin", 5000)
    assert "file/info" not in asked and "check_links.pl" not in asked


async def test_a_line_that_breaks_while_asking_is_raised_and_leaves_the_rows(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    links = [foreign(service, f"{n}.bin") for n in range(20)]
    async with opened(service, profile_dir) as program:
        rows = await program.pasting.read(" ".join(links), tmp_path)
        question = pasted.next_question(rows)
        assert question is not None and question.is_mass
        service.stop()
        with pytest.raises(NetworkProblem):
            await program.pasting.ask(question, tmp_path)


async def test_a_mass_check_that_is_gone_leaves_rows_to_fetch(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    links = [foreign(service, f"{n}.bin") for n in range(20)]
    service.faults.add(Fault("check_links.pl", "html", status=404, body="It is gone", calls="*"))
    async with opened(service, profile_dir) as program:
        rows = await filled_in(program, " ".join(links), tmp_path)
    assert {row.standing for row in rows} == {Standing.UNASKED} and all(row.is_wanted for row in rows)


async def test_the_command_fetches_many_links_with_one_question(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    links = [foreign(service, f"{n}.bin") for n in range(15)]
    told: list[Report] = []
    async with opened(service, profile_dir) as program:
        job = Job(Verb.DOWNLOAD, (*links, "https://1fichier.com/?deaddeaddead"), to=str(tmp_path / "down"))
        assert await perform(program, job, told.append) is Ending.SOME_FAILED
        asked = service.requests.endpoints()
    assert asked.count("check_links.pl") == 1 and "file/info" not in asked
    assert len(list((tmp_path / "down").iterdir())) == 15
