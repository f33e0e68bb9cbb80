"""Reading the upload report, and when to ask for it."""

import asyncio
import gc
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from transfer_bench import SteppingClock

from fichier_gui.domain.errors import TimedOut
from fichier_gui.domain.ids import BatchId, FileUrl, TransferId
from fichier_gui.domain.remote import RemoteFile, ReportState, StoredFile, UploadNode, UploadReport
from fichier_gui.domain.transfers import Direction, State, Transfer
from fichier_gui.domain.waiting import report_wait
from fichier_gui.transfers import report


def sent(name: str, size: int = 5, digest: str | None = None, node_at: float | None = None) -> Transfer:
    return Transfer(
        id=TransferId(1),
        batch_id=BatchId(1),
        direction=Direction.UPLOAD,
        state=State.FINISHING,
        name=name,
        size=size,
        local_path="/a",
        remote_folder_path="",
        added_at=0.0,
        position=1,
        local_checksum=digest,
        node_at=node_at,
    )


def line(name: str, size: int = 5, digest: str | None = None) -> StoredFile:
    return StoredFile(FileUrl(f"u-{name}-{digest}"), name, size, digest)


def listed(name: str, size: int = 5, digest: str | None = None, at: float | None = None) -> RemoteFile:
    return RemoteFile(FileUrl(f"u-{name}-{digest}-{at}"), name, size, at, digest)


def test_our_line_is_found_by_name_and_size() -> None:
    mine = line("a.bin")
    assert report.pick([line("b.bin"), line("a.bin", 6), mine], sent("a.bin")) is mine
    assert report.pick([], sent("a.bin")) is None
    assert report.pick([line("a.bin", 6)], sent("a.bin")) is None


def test_an_altered_name_is_found_by_sum_or_for_want_of_another() -> None:
    assert report.pick([line("x")], sent("a.bin")) is None
    assert report.lone([line("x")], sent("a.bin")) == line("x")
    assert report.lone([line("x"), line("y")], sent("a.bin")) is None
    mine = line("y", digest="d")
    assert report.pick([line("x", digest="e"), mine], sent("a.bin", digest="d")) is mine


def test_names_are_compared_as_people_wrote_them() -> None:
    assert report.is_named("a＂b", 'a"b')
    assert report.is_named('a"b', 'a"b')
    assert not report.is_named("ab", 'a"b')


def test_a_file_of_the_folder_is_ours_by_sum() -> None:
    files = [listed("a.bin", digest="d"), listed("a.bin", digest="e"), listed("b.bin", digest="d")]
    named = report.namesakes(files, sent("a.bin"))
    assert report.candidates(named, sent("a.bin"), "d") == files[:1]


def test_or_by_date_where_there_is_no_sum() -> None:
    files = [listed("a.bin", at=100.0), listed("a.bin", at=1000.0), listed("a.bin")]
    assert report.candidates(files, sent("a.bin", node_at=1000.0), None) == files[1:2]
    assert report.candidates(files, sent("a.bin"), None) == []
    assert report.as_stored(files[0]) == StoredFile(files[0].url, "a.bin", 5, None)


@given(size=st.integers(1, 10**12))
def test_waits_are_within_the_table_and_overshoot_by_a_third_at_most(size: int) -> None:
    moments = [0.0]
    for poll in range(60):
        wait = report.wait_before(poll, size, moments[-1])
        assert 0 < wait <= report_wait(poll)
        moments.append(moments[-1] + wait)
    assert moments[1] <= 1.0
    assert all(after - before <= max(1.0, before / 3) + 1e-6 for before, after in pairwise(moments))


async def test_one_question_serves_all_who_waited_for_it() -> None:
    clock, asked = SteppingClock(), []
    clock.now = 0.0

    async def ask(node: UploadNode) -> UploadReport:
        asked.append((node.id, clock.now))
        return UploadReport(ReportState.READY, (line(f"{node.id} {len(asked)}"),))

    reports, node = report.Reports(ask, clock), UploadNode("up1", "s1")
    assert reports.last(node) == ()
    clock.now = 0.25
    first = await reports.ask(node, 0.0, sent("mine"))
    assert await reports.ask(node, 0.1, sent("mine")) is first
    assert await reports.ask(node, 0.25, sent("s1 1")) is first, "its line is there for good"
    assert reports.last(node) == first.files
    assert await reports.ask(node, 0.25, sent("mine")) is not first
    assert asked == [("s1", 0.25)] * 2
    for n in range(report.Reports.KEPT):
        await reports.ask(UploadNode("up1", f"other {n}"), 0.0, sent("mine"))
    assert reports.last(node) == ()


async def test_questions_that_came_to_nothing_leave_nothing_behind() -> None:
    async def ask(node: UploadNode) -> UploadReport:
        raise TimedOut

    reports = report.Reports(ask, SteppingClock())
    gc.collect()
    before = sum(isinstance(thing, asyncio.Lock) for thing in gc.get_objects())
    for n in range(50):
        with pytest.raises(TimedOut):
            await reports.ask(UploadNode("up1", f"s{n}"), 0.0, sent("mine"))
    gc.collect()
    assert sum(isinstance(thing, asyncio.Lock) for thing in gc.get_objects()) == before
