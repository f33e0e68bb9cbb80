"""The queue with the real client against the simulated service and its faults."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from service_bench import ServiceBench
from support.simulator import ThreadedSimulator, quiet_switches, simulator
from transfer_bench import SteppingClock, code

from fichier_gui.domain.events import JournalRecovered
from fichier_gui.domain.ids import FileUrl, TransferId
from fichier_gui.domain.transfers import Answer, NewDownload, NewUpload, State, Verification
from fichier_gui.simulator.faults import Fault
from fichier_gui.transfers.journal_copies import make_copy

DATA = bytes(range(256)) * 12_000  # 3 MB
HALF = len(DATA) // 2
LARGE = DATA * 6
"""More than the system's buffers on both sides take in before a break is noticed."""


class WorkingClock(SteppingClock):
    """No wait is over while the service computes the checksums of what it received.

    It does so in real time: where the machine had much to do, twenty minutes of questions were answered with
    "wait" meanwhile, and the upload was given up.
    """

    def __init__(self, running: ThreadedSimulator) -> None:
        super().__init__()
        self._service = running.service

    async def sleep(self, seconds: float) -> None:
        while self._is_at_work():
            await asyncio.sleep(0.002)
        await super().sleep(seconds)

    def _is_at_work(self) -> bool:
        with self._service.lock:
            return any(each.files and not each.stored for each in self._service.state.reports.values())


class World(ServiceBench):
    """One file of each kind is enough here."""

    def __init__(self, folder: Path, running: ThreadedSimulator) -> None:
        super().__init__(folder, running)
        self.clock = WorkingClock(running)

    def sent(self, name: str = "a.bin", data: bytes = DATA) -> NewUpload:
        return super().sent(name, data)

    def fetched(self, name: str = "a.bin", data: bytes = DATA) -> NewDownload:
        return super().fetched(name, data)

    def stored(self) -> list[tuple[str, int]]:
        return sorted((file.name, file.size) for file in self.running.service.files_at("/Up"))

    def faults(self, *faults: Fault) -> None:
        self.running.faults.add(*faults)


@pytest.fixture
def running() -> Iterator[ThreadedSimulator]:
    with simulator(limits=False, switches=quiet_switches(), seed=1) as threaded:
        yield threaded


@pytest.fixture
async def world(tmp_path: Path, running: ThreadedSimulator) -> AsyncIterator[World]:
    world = World(tmp_path, running)
    await world.open()
    yield world
    await world.close()


UPLOAD_FAULTS = {
    "cut early": Fault("upload.cgi", "cut", after=HALF),
    "cut at once": Fault("upload.cgi", "cut"),
    "stall": Fault("upload.cgi", "stall", after=HALF, seconds=4),
    "slow": Fault("upload.cgi", "slow", rate=9_000_000),
    "503 on the way": Fault("upload.cgi", "answer", status=503, body="overloaded", content_type="text/html"),
    "page instead of a node": Fault("upload/get_upload_server", "html"),
    "503 instead of a node": Fault("upload/get_upload_server", "answer", status=503),
    "stored, and 500 said": Fault(
        "upload.cgi", "answer", status=500, body="oops", content_type="text/html", done=True
    ),
    "waiting page": Fault("end.pl", "pending", times=4),
    "empty report": Fault("end.pl", "no-links", calls="1-3"),
    "two links": Fault("end.pl", "two-links"),
    "report in pieces": Fault("end.pl", "cut", after=10),
    "report is an error": Fault("end.pl", "answer", status=503, body="busy"),
}


@pytest.mark.parametrize("fault", UPLOAD_FAULTS.values(), ids=UPLOAD_FAULTS.keys())
async def test_an_upload_comes_through_once(world: World, fault: Fault) -> None:
    world.faults(fault)
    await world.queue.add([world.sent(data=LARGE)])
    row = await world.until_state(State.DONE, State.NEEDS_ANSWER, State.FAILED)
    assert row.state is State.DONE, row.error
    assert world.running.faults.hits() > 0
    assert world.stored() == [("a.bin", len(LARGE))]
    assert row.verification is Verification.VERIFIED


DOWNLOAD_FAULTS = {
    "cut": Fault("download", "cut", after=HALF),
    "cut twice": Fault("download", "cut", calls="1-2", after=1_000_000),
    "stall": Fault("download", "stall", after=HALF, seconds=4),
    "slow": Fault("download", "slow", rate=3_000_000),
    "wrong length": Fault("download", "wrong-length", delta=1000),
    "dead link": Fault("download", "token-dead"),
    "page instead of the file": Fault("download", "html"),
    "503": Fault("download", "answer", status=503, body="busy", content_type="text/html"),
    "page instead of a token": Fault("download/get_token", "html"),
    "503 instead of a token": Fault("download/get_token", "answer", status=503),
}


@pytest.mark.parametrize("fault", DOWNLOAD_FAULTS.values(), ids=DOWNLOAD_FAULTS.keys())
async def test_a_download_comes_through_whole(world: World, fault: Fault) -> None:
    world.faults(fault)
    await world.queue.add([world.fetched()])
    row = await world.until_state(State.DONE, State.NEEDS_ANSWER, State.FAILED)
    assert row.state is State.DONE, row.error
    assert world.running.faults.hits() > 0
    assert {path.name: path.read_bytes() for path in world.target.iterdir()} == {"a.bin": DATA}
    assert row.verification is Verification.VERIFIED


RESUME_FAULTS = {
    "range ignored": Fault("download", "no-range", calls="2"),
    "other content": Fault("download", "changed", calls="2"),
    "dead link": Fault("download", "token-dead", calls="2"),
}


@pytest.mark.parametrize("fault", RESUME_FAULTS.values(), ids=RESUME_FAULTS.keys())
async def test_a_resumed_download_comes_through_whole(world: World, fault: Fault) -> None:
    world.faults(Fault("download", "cut", after=HALF), fault)
    await world.queue.add([world.fetched()])
    row = await world.until_state(State.DONE, State.NEEDS_ANSWER, State.FAILED)
    assert row.state is State.DONE, row.error
    assert world.running.faults.hits() == 2
    assert (world.target / "a.bin").read_bytes() == DATA
    assert row.verification is Verification.VERIFIED


async def test_a_flipped_bit_is_found(world: World) -> None:
    world.faults(Fault("download", "bit-flip", at=HALF))
    await world.queue.add([world.fetched()])
    row = await world.until_state(State.NEEDS_ANSWER)
    assert code(row.error) == "ChecksumMismatch"
    assert [path.name for path in world.target.iterdir()] == ["a.bin.corrupt"]
    await world.queue.answer([row.id], Answer.DOWNLOAD_AGAIN)
    row = await world.until_state(State.DONE)
    assert row.verification is Verification.VERIFIED


async def test_a_dead_file_fails_and_is_not_asked_for_again(world: World) -> None:
    new = world.fetched()
    file = world.running.service.file_at("/Down/a.bin")
    assert file is not None
    world.running.service.state.files.pop(file.id)
    await world.queue.add([new])
    row = await world.until_state(State.FAILED)
    assert code(row.error) == "NotFound"
    assert world.running.requests.endpoints().count("download/get_token") == 1


async def test_names_and_sizes_of_all_kinds_go_both_ways(world: World) -> None:
    files = {
        "é « ü ».txt": b"x",
        'q"$`<>\\.bin': DATA[:70_000],
        " edge ": DATA[:16_384],
        "日本.zip": DATA[:16_385],
    }
    await world.queue.add([world.sent(name, data) for name, data in files.items()])
    rows = await world.until(lambda rows: all(r.state is State.DONE for r in rows))
    assert all(r.verification is Verification.VERIFIED and r.error is None for r in rows)
    await world.queue.add(
        [NewDownload(r.url or FileUrl(""), r.name, r.size, str(world.target), "", r.checksum) for r in rows]
    )
    await world.until(lambda rows: len(rows) == 8 and all(r.state is State.DONE for r in rows))
    assert {path.name: path.read_bytes() for path in world.target.iterdir()} == files


async def test_a_queue_from_a_copy_goes_on_and_sends_nothing_twice(world: World) -> None:
    journal = world.folder / "queue.db"
    await world.queue.hold()
    await world.queue.add([world.sent(f"{n}.bin", bytes([n]) * 300_000) for n in range(4)])
    await world.queue.pause([TransferId(4)])
    await world.close()
    make_copy(journal)
    await world.open()
    await world.until(lambda rows: [row.state for row in rows[:3]] == [State.DONE] * 3)
    await world.close()
    links = {file.id for file in world.running.service.files_at("/Up")}
    _lose_header(journal)
    await world.open()
    (told,) = world.happened(JournalRecovered)
    assert isinstance(told, JournalRecovered)
    assert "copy_from" in told.error.facts
    await world.queue.resume([TransferId(4)])
    await world.until_state(State.DONE)
    assert world.stored() == [(f"{n}.bin", 300_000) for n in range(4)]
    assert links < {file.id for file in world.running.service.files_at("/Up")}
    assert {row.verification for row in await world.all()} == {Verification.VERIFIED}


def _lose_header(journal: Path) -> None:
    """Some minutes ago: by now the service shows all that it was sent before."""
    journal.write_bytes(bytes(100) + journal.read_bytes()[100:])
    os.utime(journal, (time.time() - 600, time.time() - 600))


ODD = ("plain.txt", "été à Noël.txt", 'quoted "so".txt', "a&b;c.txt", "日本語.txt", "semi;colon.txt")


async def test_many_small_files_take_one_request(world: World) -> None:
    names = [*ODD, *(f"{n:03}.bin" for n in range(50))]
    files = {name: f"{name} has its own bytes".encode() for name in names}
    await world.queue.add([world.sent(name, data) for name, data in files.items()])
    await world.until_state(State.DONE)
    asked = world.running.requests.endpoints()
    assert [asked.count(what) for what in ("upload/get_upload_server", "upload.cgi", "end.pl")] == [1, 1, 1]
    rows = await world.all()
    assert all(row.verification is Verification.VERIFIED and row.error is None for row in rows)
    stored = {world.running.service.link(file): file for file in world.running.service.files_at("/Up")}
    assert len(stored) == len(names)
    for row in rows:
        assert stored[str(row.url)].checksum == row.local_checksum
        assert stored[str(row.url)].size == len(files[row.name])


@pytest.mark.parametrize("fault", ["cut early", "stored, and 500 said", "503 on the way"])
async def test_a_form_comes_through_once(world: World, fault: str) -> None:
    given = UPLOAD_FAULTS[fault]
    world.faults(replace(given, after=600) if given.after else given)
    await world.queue.add([world.sent(f"{n}.bin", bytes([n]) * 100) for n in range(20)])
    await world.until_state(State.DONE)
    assert world.stored() == sorted((f"{n}.bin", 100) for n in range(20))
    assert len({row.url for row in await world.all()}) == 20
