"""Verify on demand through the whole core: one listing a folder, every verdict, sum files there and back."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from support.quick_rules import QUICK
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.app.container import Program
from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Verb
from fichier_gui.app.jobs.performing import perform
from fichier_gui.app.jobs.verifying import check_sum_files
from fichier_gui.app.options import options_for
from fichier_gui.domain.checking import Comparison, Expected, Verdict
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.errors import EmptyFile, NotFound, SumsBroken
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.domain.secret import Secret
from fichier_gui.transfers.comparing import Comparing
from fichier_gui.transfers.hashing import HashStopped

FILES = {"a.bin": b"a" * 9000, "Day 1/b.bin": b"b" * 70_000, "Day 1/deep/c.bin": b"c", "what $ it.txt": b"d$"}


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        for path, data in FILES.items():
            running.service.add_file(f"/Trip/{path.replace('$', '＄')}", data)
        yield running


@pytest.fixture
def local(tmp_path: Path) -> Path:
    """A faithful copy under another name."""
    top = tmp_path / "copy"
    for path, data in FILES.items():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_bytes(data)
    return top


@asynccontextmanager
async def opened(service: ThreadedSimulator, profile: Path) -> AsyncIterator[Program]:
    options = options_for(profile, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(replace(options, budget_rules=QUICK))
    try:
        await program.session.start()
        yield program
    finally:
        await program.close()


async def trip(program: Program) -> RemoteFolder:
    found = await program.browse.find("/Trip")
    assert isinstance(found, RemoteFolder)
    return found


def verdicts(comparison: Comparison) -> dict[str, Verdict]:
    return {file.path: file.verdict for file in comparison.files}


async def test_a_faithful_copy_costs_one_listing_a_folder_and_nothing_a_file(
    service: ThreadedSimulator, profile_dir: Path, local: Path
) -> None:
    async with opened(service, profile_dir) as program:
        folder = await trip(program)
        before = len(service.requests.endpoints())
        comparison = await program.verifying.against(local, folder).run()
        asked = service.requests.endpoints()[before:]
    assert verdicts(comparison) == dict.fromkeys(FILES, Verdict.SAME)
    assert comparison.is_good
    assert sorted(asked) == ["folder/ls"] * 3


async def test_every_verdict_is_told(service: ThreadedSimulator, profile_dir: Path, local: Path) -> None:
    (local / "a.bin").write_bytes(b"A" * 9000)
    (local / "Day 1/b.bin").write_bytes(b"shorter")
    (local / "Day 1/deep/c.bin").unlink()
    (local / "extra.bin").write_bytes(b"x")
    (local / "empty.bin").touch()
    (local / "half.bin.part").write_bytes(b"half")
    async with opened(service, profile_dir) as program:
        comparison = await program.verifying.against(local, await trip(program)).run()
    assert verdicts(comparison) == {
        "a.bin": Verdict.DIFFERS,
        "Day 1/b.bin": Verdict.DIFFERS,
        "Day 1/deep/c.bin": Verdict.MISSING_HERE,
        "what $ it.txt": Verdict.SAME,
        "extra.bin": Verdict.MISSING_THERE,
        "empty.bin": Verdict.UNCHECKED,
    }
    by_path = {file.path: file for file in comparison.files}
    assert by_path["Day 1/b.bin"].checksum_here is None and by_path["a.bin"].checksum_here
    assert isinstance(by_path["empty.bin"].reason, EmptyFile)
    assert not comparison.is_good


async def test_files_of_one_name_are_told_apart_by_content(
    service: ThreadedSimulator, profile_dir: Path, local: Path
) -> None:
    service.service.add_file("/Trip/a.bin", b"z" * 9000)
    (local / "a.bin").write_bytes(b"z" * 9000)
    async with opened(service, profile_dir) as program:
        comparison = await program.verifying.against(local, await trip(program)).run()
        told: list[Report] = []
        one = Job(Verb.VERIFY, (str(local / "a.bin"),), to="/Trip")
        assert await perform(program, one, told.append) is Ending.DONE
    found = verdicts(comparison)
    assert (found["a.bin"], found["a (2).bin"]) == (Verdict.SAME, Verdict.MISSING_HERE)


class Endless:
    """A digest that takes its first piece until somebody says so."""

    provider = "endless"

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.may_go = threading.Event()

    def new(self) -> "Endless":
        return self

    def update(self, data: memoryview) -> None:
        self.begun.set()
        assert self.may_go.wait(10)

    def hexdigest(self) -> str:
        raise AssertionError("nobody waits for it")


async def test_a_cancelled_comparison_reads_no_further(local: Path) -> None:
    digest = Endless()
    (local / "Day 1/b.bin").write_bytes(b"b" * 3_000_000)
    expected = [Expected("Day 1/b.bin", None, "0" * 128)]
    comparing = Comparing(local, expected, digest)
    reading = asyncio.get_running_loop().run_in_executor(None, comparing.run)
    await asyncio.to_thread(digest.begun.wait, 10)
    assert comparing.progress.path == "Day 1/b.bin" and comparing.progress.total == 3_000_000
    comparing.stop()
    digest.may_go.set()
    with pytest.raises(HashStopped):
        await reading


async def test_a_job_compares_and_a_file_finds_its_folder(
    service: ThreadedSimulator, profile_dir: Path, local: Path
) -> None:
    told: list[Report] = []
    async with opened(service, profile_dir) as program:
        job = Job(Verb.VERIFY, (str(local),), to="/Trip", wants_progress=True)
        assert await perform(program, job, told.append) is Ending.DONE
        one = Job(Verb.VERIFY, (str(local / "a.bin"),), to="/Trip")
        assert await perform(program, one, told.append) is Ending.DONE
        (local / "a.bin").write_bytes(b"other")
        assert await perform(program, one, told.append) is Ending.SOME_FAILED
        gone = Job(Verb.VERIFY, (str(local),), to="/Nowhere")
        assert await perform(program, gone, told.append) is Ending.SOME_FAILED
    assert isinstance(told[-1].error, NotFound)
    compared = [report.facts for report in told if report.kind is Kind.COMPARED]
    assert [facts["same"] for facts in compared] == [4, 1, 0]
    assert compared[-1]["differs"] == 1


async def test_a_sum_file_is_written_and_checked_without_the_service(
    service: ThreadedSimulator, profile_dir: Path, local: Path
) -> None:
    target = local / "trip.whirlpool"
    told: list[Report] = []
    async with opened(service, profile_dir) as program:
        assert await perform(program, Job(Verb.SUMS, ("/Trip",)), told.append) is Ending.DONE
        job = Job(Verb.SUMS, ("/Trip",), to=str(target))
        assert await perform(program, job, told.append) is Ending.DONE
    lines = [
        f"{report.facts['digest']}  {report.facts['path']}" for report in told if report.kind is Kind.SUM
    ]
    assert target.read_text(encoding="utf-8").splitlines() == lines and len(lines) == 4
    told.clear()
    clock = SystemClock()
    assert await check_sum_files([target], told.append, clock, wants_progress=True) is Ending.DONE
    (local / "a.bin").unlink()
    assert await check_sum_files([target], told.append, clock, wants_progress=False) is Ending.SOME_FAILED
    (broken := local / "no.whirlpool").write_text("nothing")
    assert await check_sum_files([broken], told.append, clock, wants_progress=False) is Ending.SOME_FAILED
    failed = [report for report in told if report.kind is Kind.FAILED]
    assert [type(report.error) for report in failed] == [SumsBroken]
