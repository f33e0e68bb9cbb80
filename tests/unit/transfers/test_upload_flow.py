"""Uploads from a file to a link, and everything that may come between."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_transfer_service import FakeUploadBody, NoChecksums, checksum
from support.waiting import PATIENCE
from transfer_bench import Bench, code

from fichier_gui.domain.errors import (
    AppError,
    FloodLocked,
    KeyRefused,
    NetworkUnavailable,
    NotFound,
    ServiceOverloaded,
    TooManyRequests,
    UploadRefused,
)
from fichier_gui.domain.events import KeyWasRefused, TransferChanged, UploadFinished
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.reactions import Decision, react
from fichier_gui.domain.remote import RemoteFile, ReportState, StoredFile, UploadReport
from fichier_gui.domain.transfers import Answer, NewUpload, QueueFilter, State, Verification
from fichier_gui.transfers import runner
from fichier_gui.transfers.limits import QueueLimits


def rewrite(new: NewUpload, data: bytes) -> None:
    Path(new.path).write_bytes(data)


def remove(new: NewUpload) -> None:
    Path(new.path).unlink()


def make_folder_of(new: NewUpload) -> None:
    Path(new.path).unlink()
    Path(new.path).mkdir()
    (Path(new.path) / "inner").write_bytes(b"x")


BIG = bytes(range(256)) * 4096  # 1 MiB


async def test_an_upload_becomes_a_verified_link(bench: Bench) -> None:
    await bench.queue.add([bench.source("a.txt", BIG)])
    row = await bench.until_state(State.DONE)
    (kept,) = bench.service.files.values()
    assert (row.url, row.verification, kept.data) == (kept.url, Verification.VERIFIED, BIG)
    assert row.checksum == row.local_checksum == checksum(BIG)
    assert kept.folder == 7
    assert [e.transfer.url for e in bench.happened(UploadFinished)] == [kept.url]
    assert [file.url for _, file in bench.service.told] == [kept.url]


async def test_what_arrived_is_in_its_listing_before_the_queue_has_closed(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next command believes a listing of a moment ago: it downloaded a folder without its newest file."""
    told: list[str] = []
    may_tell = asyncio.Event()
    halt, shut = bench.queue._runner.halt, bench.queue._equipment.close

    async def stored(_folder: FolderId, _file: RemoteFile) -> None:
        await may_tell.wait()
        told.append("told")

    async def halted() -> None:
        await halt()
        may_tell.set()

    async def closed() -> None:
        told.append("closed")
        await shut()

    monkeypatch.setattr(bench.service, "stored", stored)
    monkeypatch.setattr(bench.queue._runner, "halt", halted)
    monkeypatch.setattr(bench.queue._equipment, "close", closed)
    await bench.queue.add([bench.source("a.txt")])
    await bench.until_state(State.DONE)
    await bench.queue.close()
    assert told == ["told", "closed"]


async def test_the_node_is_in_the_journal_before_a_byte_goes(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.add([bench.source("a.bin", BIG)])
    rows = await bench.until(lambda rows: rows[0].state is State.MOVING and bool(bench.service.bodies))
    assert rows[0].node_id and rows[0].node_host == "up1.1fichier.com"
    assert not rows[0].body_sent


async def test_the_last_bytes_wait_for_the_journal(bench: Bench) -> None:
    """When the service can have the whole file the journal knows that it may."""
    bench.service.plan("send", ("cut", len(BIG) - 1))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.NEEDS_ANSWER)
    # Cut within the withheld bytes: the service might have had all of it, so it was looked for.
    assert (code(row.error), row.body_sent) == ("UploadUnconfirmed", True)
    assert bench.service.calls.count("report") == 3
    assert bench.service.calls.count("listing") == 1


@pytest.mark.parametrize("is_complete", [True, False])
async def test_a_folder_that_shows_only_some_of_its_files_proves_nothing(
    bench: Bench, is_complete: bool
) -> None:
    """After "not now" the file is sent again only where the folder certainly has it not."""
    bench.service.listing_is_complete = is_complete
    bench.service.plan("send", ("answers", ServiceOverloaded()))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE, State.NEEDS_ANSWER)
    assert row.state is (State.DONE if is_complete else State.NEEDS_ANSWER)
    assert bench.service.calls.count("send") == (2 if is_complete else 1)


async def test_a_source_that_cannot_be_opened_leaves_no_thread(bench: Bench) -> None:
    """What can be looked at can still refuse to be read, as a folder does."""
    new = bench.source("a.bin", BIG)
    make_folder_of(new)
    await bench.queue.add([new])
    row = await bench.until_state(State.FAILED)
    assert code(row.error) == "DiskFault"
    async with asyncio.timeout(PATIENCE):
        await bench.close()


async def test_a_cut_before_the_last_bytes_is_sent_again_without_asking(bench: Bench) -> None:
    bench.service.plan("send", ("cut", 500_000))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE)
    assert len(bench.service.files) == 1
    assert bench.service.calls.count("node") == 2
    assert bench.service.calls.count("listing") == 0
    assert row.verification is Verification.VERIFIED


async def test_bodies_cut_in_a_row_are_sent_again_politely(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An upload cannot be resumed: what was sent is no progress. A lost network in between does not count."""
    waits: list[float] = []

    def watched(error: AppError, *, now: float, **facts: Any) -> Decision:
        decision = react(error, now=now, **facts)
        waits.append(round(((decision.retry_at or now) - now) / 0.75))
        return decision

    monkeypatch.setattr(runner, "react", watched)
    bench.service.plan("send", *[("cut", 500_000)] * 5, NetworkUnavailable(), *[("cut", 500_000)] * 5)
    await bench.queue.add([bench.source("a.bin", BIG)])
    await bench.until_state(State.DONE)
    assert waits == [2, 4, 8, 16, 32, 4, 64, 128, 256, 300, 300]


async def test_a_connection_that_does_not_come_keeps_nobody_waiting(bench: Bench) -> None:
    bench.service.dialing.clear()
    try:
        await bench.queue.add([bench.source("a.bin", BIG)])
        rows = await bench.until(lambda rows: rows[0].state is State.MOVING and bool(bench.service.bodies))
        async with asyncio.timeout(PATIENCE):
            await bench.queue.pause([rows[0].id])
        assert (await bench.only()).state is State.PAUSED
    finally:
        bench.service.dialing.set()
    late = bench.service.bodies[0]
    assert isinstance(late, FakeUploadBody)
    assert await asyncio.to_thread(late.closed.wait, 5)
    assert "send" not in bench.service.calls
    await bench.queue.resume([rows[0].id])
    await bench.until_state(State.DONE)


async def test_a_lost_answer_is_claimed_from_the_report(bench: Bench) -> None:
    bench.service.plan("send", ("lost answer",))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE)
    assert len(bench.service.files) == 1
    assert bench.service.calls.count("send") == 1
    assert row.verification is Verification.VERIFIED


async def test_a_lost_session_is_claimed_from_the_folder(bench: Bench) -> None:
    bench.service.plan("send", ("lost session",))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE)
    (kept,) = bench.service.files.values()
    assert (row.url, row.verification) == (kept.url, Verification.VERIFIED)
    assert bench.service.calls.count("send") == 1


async def test_two_uploads_of_one_file_do_not_claim_the_same_link(bench: Bench) -> None:
    new = bench.source("a.bin", BIG)
    await bench.queue.add([new])
    await bench.until_state(State.DONE)
    bench.service.plan("send", ("lost body",))
    await bench.queue.add([new])
    rows = await bench.until(lambda rows: len(rows) == 2 and rows[1].state is State.NEEDS_ANSWER)
    assert code(rows[1].error) == "UploadUnconfirmed"


async def test_a_body_that_nobody_has_is_asked_about_and_sent_on_demand(bench: Bench) -> None:
    bench.service.plan("send", ("lost body",))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.NEEDS_ANSWER)
    assert code(row.error) == "UploadUnconfirmed"
    assert bench.service.calls.count("send") == 1
    await bench.queue.answer([row.id], Answer.SEND_AGAIN)
    await bench.until_state(State.DONE)
    assert len(bench.service.files) == 1


async def test_a_claim_goes_on_after_a_restart(bench: Bench) -> None:
    bench.service.plan("send", ("lost answer",))
    bench.service.plan("report", *[NetworkUnavailable()] * 40)
    await bench.queue.add([bench.source("a.bin", BIG)])
    await bench.until(lambda rows: rows[0].state is State.RETRYING)
    await bench.close()
    bench.service.plans.clear()
    await bench.open()
    row = await bench.until_state(State.DONE)
    assert bench.service.calls.count("send") == 1
    assert row.verification is Verification.VERIFIED


async def test_a_sum_lost_with_the_process_is_computed_from_the_file(bench: Bench) -> None:
    await bench.queue.pause_all()
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.only()
    kept = bench.service.put("a.bin", BIG, 7)
    bench.service.sessions["s99"] = (StoredFile(kept.url, "a.bin", len(BIG), kept.checksum),)
    # As a kill leaves it: everything was handed over, nothing is known of the sum.
    await bench.journal.shift(
        [row.id],
        [State.QUEUED],
        {"node_host": "up1.1fichier.com", "node_id": "s99", "node_at": bench.clock.now, "body_sent": True},
    )
    await bench.queue.resume_all()
    row = await bench.until_state(State.DONE)
    assert (row.url, row.verification) == (kept.url, Verification.VERIFIED)
    assert "send" not in bench.service.calls


async def test_an_overloaded_node_that_kept_nothing_is_tried_again(bench: Bench) -> None:
    bench.service.plan("send", ("answers", ServiceOverloaded()))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE)
    assert (len(bench.service.files), row.attempts) == (1, 1)


async def test_a_node_that_asks_for_patience_after_the_body_is_tried_again(bench: Bench) -> None:
    bench.service.plan("send", ("answers", TooManyRequests()))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE, State.NEEDS_ANSWER)
    assert (row.state, len(bench.service.files), row.attempts) == (State.DONE, 1, 0)


async def test_a_node_does_not_shorten_the_patience_of_the_service(bench: Bench) -> None:
    until = bench.clock.now + 3000.0
    bench.service.gate.clear()
    bench.service.plan("send", ("answers", FloodLocked()))
    await bench.queue.add([bench.source("a.bin", BIG)])
    await bench.until(lambda rows: bool(bench.service.bodies))
    bench.queue.cool_down(until)
    bench.service.gate.set()
    await bench.until(lambda rows: rows[0].state is State.QUEUED)
    assert bench.queue.summary().paused_until == until


async def test_a_refusal_fails_and_is_not_looked_for(bench: Bench) -> None:
    bench.service.plan("send", ("answers", UploadRefused("no")))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.FAILED)
    assert (code(row.error), row.body_sent) == ("UploadRefused", False)
    assert bench.service.calls.count("report") == 0


async def test_a_waiting_page_is_waited_for(bench: Bench) -> None:
    bench.service.plan("report", *[UploadReport(ReportState.PENDING)] * 12)
    await bench.queue.add([bench.source("a.bin", BIG)])
    await bench.until_state(State.DONE)
    assert bench.service.calls.count("report") == 13


async def test_a_waiting_page_is_not_waited_for_all_day(bench: Bench) -> None:
    """After twenty minutes the folder is asked instead."""
    bench.service.plan("report", *[UploadReport(ReportState.PENDING)] * 200)
    before = bench.clock.now
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE)
    assert bench.clock.now - before >= 20 * 60
    assert 40 < bench.service.calls.count("report") < 80
    assert row.verification is Verification.VERIFIED


async def test_an_empty_report_is_followed_by_the_folder(bench: Bench) -> None:
    bench.service.plan("report", *[UploadReport(ReportState.EMPTY)] * 3)
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE)
    assert row.verification is Verification.VERIFIED
    assert bench.service.calls.count("listing") == 1


async def test_a_report_with_two_links_is_read_by_name_and_size(bench: Bench) -> None:
    other = StoredFile(FileUrl("https://1fichier.com/?other"), "b.bin", len(BIG), checksum(b"x"))
    ours = StoredFile(FileUrl("https://1fichier.com/?ours"), "a.bin", len(BIG), checksum(BIG))
    bench.service.plan("report", UploadReport(ReportState.READY, (other, ours)))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE)
    assert row.url == ours.url


async def test_a_name_that_the_service_altered_is_told(bench: Bench) -> None:
    bench.service.plan("send", ("keep", "a_.bin", False))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE)
    assert (row.stored_name, code(row.error)) == ("a_.bin", "NameAltered")


async def test_a_name_is_encoded_for_the_service_and_not_called_altered(bench: Bench) -> None:
    await bench.queue.add([bench.source('a "quoted".bin', BIG)])
    row = await bench.until_state(State.DONE)
    assert (row.stored_name, row.error) == (None, None)
    assert [kept.name for kept in bench.service.files.values()] == ["a ＂quoted＂.bin"]
    assert [file.name for _, file in bench.service.told] == ["a ＂quoted＂.bin"]


async def test_other_bytes_at_the_service_are_asked_about(bench: Bench) -> None:
    bench.service.plan("send", ("keep", "a.bin", True))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.NEEDS_ANSWER)
    assert (code(row.error), row.verification) == ("ChecksumMismatch", Verification.DIFFERS)
    assert row.url is not None
    await bench.queue.answer([row.id], Answer.SEND_AGAIN)
    row = await bench.until_state(State.DONE)
    assert (row.verification, row.error, len(bench.service.files)) == (Verification.VERIFIED, None, 2)


async def test_other_bytes_may_be_kept(bench: Bench) -> None:
    bench.service.plan("send", ("keep", "a.bin", True))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.NEEDS_ANSWER)
    await bench.queue.answer([row.id], Answer.KEEP_ANYWAY)
    row = await bench.until_state(State.DONE)
    assert row.verification is Verification.DIFFERS
    assert row.finished_at is not None
    assert len(bench.happened(UploadFinished)) == 1


async def test_a_source_that_changes_is_never_stored_half_and_half(bench: Bench) -> None:
    bench.service.gate.clear()
    new = bench.source("a.bin", BIG)
    await bench.queue.add([new])
    await bench.until(lambda rows: bool(bench.service.bodies))
    rewrite(new, BIG[::-1])
    bench.service.gate.set()
    row = await bench.until_state(State.DONE)
    assert [kept.data for kept in bench.service.files.values()] == [BIG[::-1]]
    assert (row.attempts, row.verification) == (1, Verification.VERIFIED)


async def test_a_source_that_shrinks_is_noticed(bench: Bench) -> None:
    bench.service.gate.clear()
    new = bench.source("a.bin", BIG)
    await bench.queue.add([new])
    await bench.until(lambda rows: bool(bench.service.bodies))
    rewrite(new, b"short")
    bench.service.gate.set()
    row = await bench.until_state(State.DONE)
    assert [kept.data for kept in bench.service.files.values()] == [b"short"]
    assert row.size == 5


async def test_a_source_that_changed_in_the_queue_is_sent_as_it_is_now(bench: Bench) -> None:
    new = bench.source("a.bin", BIG)
    rewrite(new, b"another")
    await bench.queue.add([new])
    row = await bench.until_state(State.DONE)
    assert (row.size, row.attempts) == (7, 0)


async def test_a_missing_source_fails(bench: Bench) -> None:
    new = bench.source("a.bin", BIG)
    remove(new)
    await bench.queue.add([new])
    row = await bench.until_state(State.FAILED)
    assert code(row.error) == "SourceMissing"


async def test_an_empty_file_fails_at_once_without_a_request(bench: Bench) -> None:
    batch = await bench.queue.add([bench.source("empty", b""), bench.source("a.bin", BIG)])
    rows = await bench.until(lambda rows: {r.state for r in rows} == {State.FAILED, State.DONE})
    assert [code(r.error) for r in rows] == ["EmptyFile", None]
    assert bench.service.calls.count("node") == 1
    assert {r.batch_id for r in rows} == {batch}


async def test_a_vanished_folder_needs_the_user(bench: Bench) -> None:
    bench.service.plan("send", ("lost body",))
    bench.service.plan("listing", NotFound())
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.NEEDS_ANSWER)
    assert code(row.error) == "RemoteFolderGone"


async def test_without_a_provider_an_upload_says_that_it_is_not_verified(bench: Bench) -> None:
    await bench.close()
    bench.checksums = NoChecksums()
    await bench.open()
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE)
    assert row.verification is Verification.UNAVAILABLE


@pytest.mark.parametrize("age", [0.0, 3600.0])
async def test_without_a_provider_a_claim_goes_by_date(bench: Bench, age: float) -> None:
    await bench.close()
    bench.checksums = NoChecksums()
    await bench.open()
    bench.service.plan("send", ("lost session",) if not age else ("lost body",))
    if age:
        bench.service.put("a.bin", BIG, 7).added_at = bench.clock.now - age
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE, State.NEEDS_ANSWER)
    assert row.state is (State.NEEDS_ANSWER if age else State.DONE)


async def test_verification_can_be_turned_off(bench: Bench) -> None:
    bench.queue.set_limits(replace(QueueLimits(), verify_uploads=False))
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE)
    assert (row.verification, row.local_checksum) == (Verification.OFF, None)


async def test_a_refused_key_holds_the_queue_and_loses_nothing(bench: Bench) -> None:
    bench.service.plan("node", KeyRefused())
    await bench.queue.add([bench.source("a.bin", BIG), bench.source("b.bin", BIG)])
    await bench.until(lambda rows: bench.service.calls.count("node") >= 1)
    await bench.until(lambda rows: rows[0].state is State.QUEUED)
    await bench.queue.release()
    rows = await bench.until(lambda rows: all(r.state is State.DONE for r in rows))
    assert [r.attempts for r in rows] == [0, 0]
    assert bench.happened(KeyWasRefused) == []


@pytest.mark.parametrize("step", [KeyRefused(), ("answers", KeyRefused())], ids=["before", "after the body"])
async def test_a_node_that_refuses_the_key_is_told(bench: Bench, step: object) -> None:
    bench.service.plan("send", step)
    await bench.queue.add([bench.source("a.bin", BIG)])
    await bench.until(lambda rows: bool(bench.happened(KeyWasRefused)))
    await bench.until(lambda rows: rows[0].state is State.QUEUED)
    assert bench.queue.summary().counts.waiting == 1


async def test_a_report_that_refuses_the_key_is_told_by_those_who_asked(bench: Bench) -> None:
    bench.service.plan("report", KeyRefused())
    await bench.queue.add([bench.source("a.bin", BIG)])
    await bench.until(lambda rows: rows[0].state is State.QUEUED and rows[0].body_sent)
    assert bench.happened(KeyWasRefused) == []


async def test_pausing_stops_the_bytes_and_resuming_sends_the_whole_file(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.add([bench.source("a.bin", BIG)])
    rows = await bench.until(lambda rows: rows[0].state is State.MOVING and bool(bench.service.bodies))
    await bench.queue.pause([rows[0].id])
    row = await bench.only()
    assert row.state is State.PAUSED
    bench.service.gate.set()
    await bench.queue.resume([row.id])
    await bench.until_state(State.DONE)
    assert len(bench.service.files) == 1


async def test_a_cancelled_upload_leaves_no_row(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.add([bench.source("a.bin", BIG)])
    rows = await bench.until(lambda rows: rows[0].state is State.MOVING and bool(bench.service.bodies))
    await bench.queue.cancel([rows[0].id])
    assert await bench.all() == []
    assert len(await bench.queue.order(QueueFilter.ALL)) == 0
    assert bench.queue.take_progress() == {}


async def test_the_network_may_be_away_for_long(bench: Bench) -> None:
    bench.service.plan("node", *[NetworkUnavailable()] * 30)
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE)
    waits = [e for e in bench.happened(TransferChanged) if e.transfer.state is State.RETRYING]
    assert (row.attempts, len(waits)) == (0, 30)


async def test_a_broken_connection_keeps_no_count(bench: Bench) -> None:
    bench.service.plan("send", *[("cut", 200_000)] * 8)
    await bench.queue.add([bench.source("a.bin", BIG)])
    row = await bench.until_state(State.DONE)
    assert (row.attempts, len(bench.service.files)) == (0, 1)
