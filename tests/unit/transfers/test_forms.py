"""Small files for one folder travel in one request; each stays a row of its own."""

import asyncio
import sys
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

import pytest
from fake_transfer_service import FakeUploadBody
from support.waiting import PATIENCE
from transfer_bench import Bench, code

from fichier_gui.domain.errors import ConnectionLost, FloodLocked, NetworkUnavailable, UploadRefused
from fichier_gui.domain.ids import BatchId, FolderId, TransferId
from fichier_gui.domain.remote import ReportState, StoredFile, UploadReport
from fichier_gui.domain.transfers import Direction, NewUpload, State, Transfer, Verification
from fichier_gui.transfers import forms, starting
from fichier_gui.transfers.limits import QueueLimits
from fichier_gui.transfers.source_file import SourceFile

DATA = bytes(range(256)) * 1024


def sources(bench: Bench, count: int) -> list[NewUpload]:
    return [bench.source(f"{n}.bin", DATA + bytes([n])) for n in range(count)]


def sizes(bench: Bench) -> list[int]:
    """How many files each request held."""
    return [len(body.files) for body in bench.service.bodies if isinstance(body, FakeUploadBody)]


async def settled() -> None:
    for _ in range(30):
        await asyncio.sleep(0.002)


async def test_one_request_and_one_report_for_all(bench: Bench) -> None:
    await bench.queue.add(sources(bench, 40))
    await bench.until_state(State.DONE)
    rows = await bench.all()
    assert sizes(bench) == [40]
    assert [bench.service.calls.count(what) for what in ("node", "send", "report")] == [1, 1, 1]
    assert all(row.verification is Verification.VERIFIED for row in rows)
    links = {row.name: row.url for row in rows}
    assert links == {kept.name: kept.url for kept in bench.service.files.values()}
    assert len(set(links.values())) == 40


@pytest.mark.skipif(sys.platform == "win32", reason="counts what this process has open as Unix shows it")
async def test_a_form_opens_one_file_at_a_time(bench: Bench) -> None:
    import psutil

    most = 0
    plain = SourceFile.readinto

    def readinto(source: SourceFile, buffer: memoryview) -> int:
        nonlocal most
        here = [f for f in psutil.Process().open_files() if f.path.startswith(str(bench.local))]
        most = max(most, len(here))
        return plain(source, buffer)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SourceFile, "readinto", readinto)
        await bench.queue.add(sources(bench, 12))
        await bench.until_state(State.DONE)
    assert sizes(bench) == [12]
    assert most == 1


async def test_other_folders_same_names_and_large_files_go_apart(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "SMALL", len(DATA) + 100)
    large = bench.source("large.bin", DATA * 2)
    elsewhere = replace(bench.source("e.bin"), folder_id=FolderId(8))
    twin = replace(bench.source("other.bin", b"twin"), name="0.bin")
    await bench.queue.add([*sources(bench, 3), large, elsewhere, twin])
    await bench.until_state(State.DONE)
    assert sorted(sizes(bench)) == [1, 1, 1, 3]
    assert len(bench.service.named("0.bin")) == 2


def waiting(number: int, size: int, name: str = "") -> Transfer:
    return Transfer(
        id=TransferId(number),
        batch_id=BatchId(1),
        direction=Direction.UPLOAD,
        state=State.QUEUED,
        name=name or f"{number}",
        size=size,
        local_path=f"/{number}",
        remote_folder_path="/F",
        added_at=0.0,
        position=number,
    )


def test_a_form_is_bounded_in_files_and_bytes() -> None:
    rows = [waiting(n, 1) for n in range(600)]
    assert len(forms.together(rows[0], rows[1:], forms.MOST_FILES)) == 500
    assert len(forms.together(rows[0], rows[1:], 1)) == 1
    half = forms.MOST_BYTES // 2
    chosen = forms.together(waiting(1, half), [waiting(2, half), waiting(3, 1), waiting(4, half)], 500)
    assert [t.id for t in chosen] == [1, 2]
    twins = forms.together(waiting(1, 1, "a"), [waiting(2, 1, "a"), waiting(3, 1, "b")], 500)
    assert [t.id for t in twins] == [1, 3]


async def test_a_cut_form_goes_again_and_nothing_is_sent_twice(bench: Bench) -> None:
    bench.service.plan("send", ("cut", 3 * len(DATA)))
    await bench.queue.add(sources(bench, 8))
    await bench.until_state(State.DONE)
    assert sizes(bench)[0] == 8
    assert len(bench.service.files) == 8
    assert len({row.url for row in await bench.all()}) == 8


async def test_a_lost_answer_is_claimed_by_every_row(bench: Bench) -> None:
    bench.service.plan("send", ("lost answer",))
    await bench.queue.add(sources(bench, 5))
    await bench.until_state(State.DONE)
    assert bench.service.calls.count("send") == 1
    assert len({row.url for row in await bench.all()}) == 5


async def test_a_refused_form_becomes_smaller_until_the_culprit_is_alone(bench: Bench) -> None:
    refusing = bench.service

    class Refusing(FakeUploadBody):
        def send(self) -> str:
            if any(file.name == "3.bin" for file in self.files):
                self._read(None)
                raise UploadRefused("bad name")
            return super().send()

    plain = refusing.open_upload

    def open_upload(*arguments: object) -> FakeUploadBody:
        body = plain(*arguments)  # type: ignore[arg-type]
        body.__class__ = Refusing
        return body

    refusing.open_upload = open_upload  # type: ignore[method-assign,assignment]
    await bench.queue.add(sources(bench, 9))
    await bench.until(lambda rows: all(r.state in (State.DONE, State.FAILED) for r in rows))
    rows = await bench.all()
    assert [row.name for row in rows if row.state is State.FAILED] == ["3.bin"]
    assert [code(row.error) for row in rows if row.state is State.FAILED] == ["UploadRefused"]
    assert len(bench.service.files) == 8
    assert sizes(bench)[0] == 9


async def test_a_source_that_fails_is_the_only_one_to_fail(bench: Bench) -> None:
    await bench.queue.pause_all()
    await bench.queue.add(sources(bench, 6))
    (bench.local / "2.bin").unlink()
    await bench.queue.resume_all()
    await bench.until(lambda rows: all(r.state not in (State.QUEUED, State.STARTING) for r in rows))
    await bench.until(lambda rows: sum(r.state is State.DONE for r in rows) == 5)
    (row,) = [row for row in await bench.all() if row.state is not State.DONE]
    assert (row.name, code(row.error)) == ("2.bin", "SourceMissing")
    assert sizes(bench) == [5]


async def test_pausing_one_lets_the_others_go_again(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.add(sources(bench, 5))
    await bench.until(
        lambda rows: len(bench.service.bodies) == 1 and all(r.state is State.MOVING for r in rows)
    )
    paused = (await bench.all())[2]
    await bench.queue.pause([paused.id])
    bench.service.gate.set()
    await bench.until(lambda rows: sum(r.state is State.DONE for r in rows) == 4)
    rows = {row.id: row for row in await bench.all()}
    assert rows[paused.id].state is State.PAUSED
    assert all(row.attempts == 0 and row.error is None for row in rows.values())
    await bench.queue.resume([paused.id])
    await bench.until_state(State.DONE)
    assert len(bench.service.files) == 5


async def test_cancelling_before_the_node_is_given_is_at_once(bench: Bench) -> None:
    asked, given = asyncio.Event(), asyncio.Event()
    plain = bench.service.upload_node

    async def upload_node() -> object:
        asked.set()
        await given.wait()
        return await plain()

    bench.service.upload_node = upload_node  # type: ignore[method-assign,assignment]
    await bench.queue.add(sources(bench, 3))
    await asked.wait()
    async with asyncio.timeout(PATIENCE):
        await bench.queue.pause_all()
    assert all(row.state is State.QUEUED for row in await bench.all())
    given.set()
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)


async def test_a_flood_answer_cools_all_of_it_once(bench: Bench) -> None:
    bench.service.plan("node", FloodLocked(wait=30.0))
    await bench.queue.add(sources(bench, 4))
    await bench.until_state(State.DONE)
    assert sizes(bench) == [4]
    assert bench.service.calls.count("node") == 2


async def test_strangers_in_a_report_belong_to_nobody(bench: Bench) -> None:
    """A lone line of the right size is not ours when others were in the form."""
    bench.service.plan("send", ("lost answer",))
    alien = StoredFile("https://1fichier.com/?alien", "alien", len(DATA) + 1, None)  # type: ignore[arg-type]
    bench.service.plan("report", *[UploadReport(ReportState.READY, (alien,))] * 2)
    await bench.queue.add(sources(bench, 2))
    await bench.until_state(State.DONE)
    assert all(row.url != alien.url for row in await bench.all())


async def test_a_form_survives_a_restart_as_its_rows(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.add(sources(bench, 5))
    await bench.until(lambda rows: len(bench.service.bodies) == 1)
    await bench.reopen()
    bench.service.gate.set()
    await bench.until_state(State.DONE)
    assert len(bench.service.files) == 5


async def test_a_form_takes_one_place(bench: Bench) -> None:
    bench.queue.set_limits(QueueLimits(uploads=2))
    bench.service.gate.clear()
    elsewhere = [replace(one, folder_id=FolderId(8)) for one in sources(bench, 3)]
    third = replace(bench.source("third.bin"), folder_id=FolderId(9))
    await bench.queue.add([*sources(bench, 3), *elsewhere, third])
    await bench.until(lambda rows: len(bench.service.bodies) == 2)
    await settled()
    assert sizes(bench) == [3, 3]
    bench.service.gate.set()
    await bench.until_state(State.DONE)


async def test_after_a_lost_line_the_forms_are_smaller(bench: Bench) -> None:
    bench.service.plan("send", ConnectionLost("reset"))
    await bench.queue.add(sources(bench, 16))
    await bench.until_state(State.DONE)
    assert sizes(bench)[0] == 16
    assert max(sizes(bench)[1:]) <= 4
    assert len(bench.service.files) == 16


async def test_a_network_that_is_away_leaves_the_forms_as_large_as_they_were(bench: Bench) -> None:
    bench.service.plan("node", *[NetworkUnavailable("no route")] * 6)
    await bench.queue.add(sources(bench, 16))
    await bench.until_state(State.DONE)
    assert sizes(bench) == [16]


async def test_a_form_that_never_begins_leaves_nobody_waiting(bench: Bench) -> None:
    """Its task is cancelled before its first step."""
    plain = bench.scope.start

    def spawn(work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        task = plain(work, name)
        if name.startswith("form") and not cancelled:
            cancelled.append(name)
            task.cancel()
        return task

    cancelled: list[str] = []
    bench.queue._runner._spawn = spawn
    await bench.queue.add(sources(bench, 3))
    await bench.until_state(State.DONE)
    assert cancelled == ["form of 3"]
    assert len(bench.service.files) == 3
