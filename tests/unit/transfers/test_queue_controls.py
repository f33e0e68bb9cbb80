"""What the user does with the queue: pause, order, limits, batches; and what it says."""

import asyncio
import random
from dataclasses import replace
from typing import Any

import pytest
from transfer_bench import Bench, code

from fichier_gui.domain.causes import Cause
from fichier_gui.domain.errors import (
    FloodLocked,
    JournalDamaged,
    NoKey,
    TooLarge,
    UnexpectedAnswer,
    UploadRefused,
)
from fichier_gui.domain.events import (
    BatchFinished,
    JournalRecovered,
    QueueReordered,
    TransferChanged,
    TransferHalted,
    TransfersAdded,
)
from fichier_gui.domain.ids import FolderId, TransferId
from fichier_gui.domain.transfers import (
    ACTIVE,
    Answer,
    Move,
    NewUpload,
    Priority,
    QueueColumn,
    QueueFilter,
    State,
    Transfer,
    may_change,
)
from fichier_gui.transfers.limits import QueueLimits

BIG = bytes(range(256)) * 4096


def many(bench: Bench, count: int, data: bytes = b"some bytes") -> list[NewUpload]:
    """Each for a folder of its own, so that each goes by itself."""
    return [replace(bench.source(f"{n}.bin", data), folder_id=FolderId(100 + n)) for n in range(count)]


def told(bench: Bench) -> list[Transfer]:
    """Rows as the window heard of them."""
    return [event.transfer for event in bench.events if isinstance(event, TransferChanged)]


async def settled(bench: Bench) -> None:
    """Let the scheduler look around until it has nothing more to do."""
    for _ in range(30):
        await asyncio.sleep(0.002)


async def test_no_more_at_once_than_allowed(bench: Bench) -> None:
    bench.service.gate.clear()
    downloads = [bench.wanted(bench.service.put(f"d{n}", BIG)) for n in range(5)]
    await bench.queue.add([*many(bench, 5, BIG), *downloads])
    await bench.until(lambda rows: len(bench.service.bodies) == 5)
    await settled(bench)
    assert len(bench.service.bodies) == 5
    bench.queue.set_limits(replace(QueueLimits(), uploads=4, downloads=4))
    await bench.until(lambda rows: len(bench.service.bodies) == 8)
    bench.service.gate.set()
    await bench.until_state(State.DONE)


async def test_an_upload_that_is_being_stored_leaves_its_place(bench: Bench) -> None:
    bench.queue.set_limits(replace(QueueLimits(), uploads=1))
    bench.service.storing = asyncio.Event()
    await bench.queue.add(many(bench, 4))
    rows = await bench.until(lambda rows: all(r.state is State.FINISHING for r in rows))
    assert len(rows) == 4
    bench.service.storing.set()
    await bench.until_state(State.DONE)


async def test_an_upload_that_was_put_off_waits_for_its_time_across_a_restart(bench: Bench) -> None:
    start_at = bench.clock.time() + 3600
    await bench.queue.add([replace(bench.source("a.bin"), start_at=start_at), bench.source("b.bin")])
    await bench.until(lambda rows: rows[1].state is State.DONE)
    await bench.reopen()
    (row, _) = await bench.all()
    assert (row.state, row.retry_at, row.error) == (State.RETRYING, start_at, None)
    assert len(bench.service.files) == 1
    await bench.until_state(State.DONE)
    assert bench.clock.time() >= start_at


async def test_an_upload_that_was_put_off_can_start_now(bench: Bench) -> None:
    start_at = bench.clock.time() + 10**9
    await bench.queue.add([replace(bench.source("a.bin"), start_at=start_at)])
    await settled(bench)
    assert not bench.service.calls
    await bench.queue.retry([(await bench.only()).id])
    await bench.until_state(State.DONE)
    assert bench.clock.time() < start_at


async def test_pause_all_survives_a_restart(bench: Bench) -> None:
    await bench.queue.pause_all()
    await bench.queue.add(many(bench, 2))
    await settled(bench)
    assert bench.service.calls == []
    await bench.reopen()
    await settled(bench)
    assert (bench.service.calls, bench.queue.summary().is_paused) == ([], True)
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)
    assert not bench.queue.summary().is_paused


async def test_pause_all_stops_what_runs(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.add(many(bench, 3, BIG))
    await bench.until(lambda rows: len(bench.service.bodies) == 2)
    await bench.queue.pause_all()
    assert {r.state for r in await bench.all()} == {State.QUEUED}
    bench.service.gate.set()
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)
    assert len(bench.service.files) == 3


async def test_a_held_queue_keeps_the_states(bench: Bench) -> None:
    await bench.queue.hold()
    await bench.queue.add(many(bench, 2))
    await settled(bench)
    assert {r.state for r in await bench.all()} == {State.QUEUED}
    await bench.queue.release()
    await bench.until_state(State.DONE)


async def test_without_a_key_nothing_is_lost(bench: Bench) -> None:
    bench.service.plan("node", NoKey())
    await bench.queue.add(many(bench, 1))

    def came_back(_rows: list[Transfer]) -> bool:
        changes = [
            e.transfer.state for e in bench.happened(TransferChanged) if isinstance(e, TransferChanged)
        ]
        return State.STARTING in changes and changes[-1] is State.QUEUED

    await bench.until(came_back)
    await settled(bench)
    assert bench.service.calls == ["node"]
    await bench.queue.release()
    await bench.until_state(State.DONE)


async def test_a_flood_stops_the_whole_queue_and_shows_until_when(bench: Bench) -> None:
    bench.queue.set_limits(replace(QueueLimits(), uploads=1))
    bench.service.plan("node", FloodLocked(wait=50))
    bench.clock.stands_before = 40
    before = bench.clock.now
    await bench.queue.add(many(bench, 3))
    await bench.until(lambda rows: bench.queue.summary().paused_until is not None)
    assert (bench.queue.summary().paused_until or 0.0) >= before + 50
    bench.clock.go_on()
    rows = await bench.until(lambda rows: all(r.state is State.DONE for r in rows))
    assert [r.attempts for r in rows] == [0, 0, 0]
    assert bench.queue.summary().paused_until is None


async def test_the_app_may_cool_it_down_and_let_it_go(bench: Bench) -> None:
    bench.queue.cool_down(bench.clock.now + 10_000)
    await bench.queue.add(many(bench, 1))
    await settled(bench)
    assert bench.service.calls == []
    bench.queue.cool_down(None)
    await bench.until_state(State.DONE)


async def test_rows_start_by_place(bench: Bench) -> None:
    bench.queue.set_limits(replace(QueueLimits(), uploads=1))
    await bench.queue.pause_all()
    await bench.queue.add(many(bench, 4))
    await bench.queue.ordering.move([TransferId(4)], Move.TOP)
    await bench.queue.ordering.move([TransferId(1)], Move.BOTTOM)
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)
    started = [
        e.transfer.id
        for e in bench.events
        if isinstance(e, TransferChanged) and e.transfer.state is State.STARTING
    ]
    assert started == [4, 2, 3, 1]
    assert bench.happened(QueueReordered)


async def test_priority_comes_before_place(bench: Bench) -> None:
    bench.queue.set_limits(replace(QueueLimits(), uploads=1))
    await bench.queue.pause_all()
    await bench.queue.add(many(bench, 5))
    rows = [TransferId(n) for n in range(1, 6)]
    await bench.queue.ordering.prioritise(rows[3:], Priority.HIGH)
    await bench.queue.ordering.prioritise(rows[:1], Priority.LOW)
    await bench.reopen()
    bench.queue.set_limits(replace(QueueLimits(), uploads=1))
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)
    assert list(dict.fromkeys(t.id for t in told(bench) if t.state is State.STARTING)) == [4, 5, 2, 3, 1]


async def test_start_now_passes_the_users_limit_and_keeps_the_services(bench: Bench) -> None:
    bench.queue.set_limits(replace(QueueLimits(), uploads=1, downloads=1))
    bench.service.gate.clear()
    downloads = [bench.wanted(bench.service.put(f"d{n}", BIG)) for n in range(3)]
    await bench.queue.add([*many(bench, 8, BIG), *downloads])
    await bench.until(lambda rows: len(bench.service.bodies) == 2)
    ids = [t.id for t in await bench.all()]
    await bench.queue.pause([ids[5]])
    await bench.queue.ordering.start_now([*ids[4:8], ids[9]])
    await bench.until(lambda rows: sum(r.state is State.MOVING for r in rows) == 6)
    await settled(bench)
    rows = await bench.all()
    moving = [r.id for r in rows if r.state is State.MOVING]
    assert moving == [*ids[4:7], ids[9], ids[0], ids[8]], "four uploads, whatever is asked for"
    assert [r.id for r in rows[:5]] == [*ids[4:8], ids[9]], "they come first"
    await bench.queue.cancel([ids[4]])
    await bench.until(lambda rows: len([r for r in rows if r.state is State.MOVING and r.id == ids[7]]) == 1)
    bench.service.gate.set()
    await bench.until_state(State.DONE)


async def test_what_is_to_start_now_waits_for_the_pause_of_all(bench: Bench) -> None:
    await bench.queue.pause_all()
    await bench.queue.add(many(bench, 3))
    await bench.queue.ordering.start_now([TransferId(3)])
    await settled(bench)
    assert bench.service.calls == []
    await bench.reopen()
    bench.queue.set_limits(replace(QueueLimits(), uploads=1))
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)
    assert [t.id for t in await bench.all()] == [3, 1, 2]


async def test_a_priority_of_a_running_transfer_is_not_lost_by_what_its_run_writes(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.add(many(bench, 1, BIG))
    await bench.until(lambda rows: rows[0].state is State.MOVING)
    await bench.queue.ordering.prioritise([TransferId(1)], Priority.HIGH)
    bench.service.gate.set()
    done = await bench.until_state(State.DONE)
    assert done.priority is Priority.HIGH
    assert (told(bench)[-1].priority, told(bench)[-1].state) == (Priority.HIGH, State.DONE)


async def test_a_batch_tells_its_links_when_it_is_over(bench: Bench) -> None:
    batch = await bench.queue.add(many(bench, 3))
    await bench.until_state(State.DONE)
    await bench.until(lambda rows: bool(bench.happened(BatchFinished)))
    (over,) = bench.happened(BatchFinished)
    assert isinstance(over, BatchFinished)
    assert (over.batch_id, over.done, over.failed) == (batch, 3, 0)
    assert [name for _, name in over.links] == ["0.bin", "1.bin", "2.bin"]
    assert bench.happened(TransfersAdded) == [TransfersAdded(batch, 3)]


async def test_a_batch_waits_for_paused_rows_and_ends_with_failed_ones(bench: Bench) -> None:
    await bench.queue.hold()
    await bench.queue.add(many(bench, 3))
    await bench.queue.pause([TransferId(2)])
    bench.service.plan("node", TooLarge())
    await bench.queue.release()
    await bench.until(lambda rows: {rows[0].state, rows[2].state} == {State.FAILED, State.DONE})
    await settled(bench)
    assert bench.happened(BatchFinished) == []
    await bench.queue.cancel([TransferId(2)])
    await bench.until(lambda rows: bool(bench.happened(BatchFinished)))
    (over,) = bench.happened(BatchFinished)
    assert isinstance(over, BatchFinished)
    assert (over.done, over.failed, len(over.links)) == (1, 1, 1)
    assert [code(e.transfer.error) for e in bench.events if isinstance(e, TransferHalted)] == ["TooLarge"]


async def test_a_batch_of_empty_files_is_over_at_once(bench: Bench) -> None:
    await bench.queue.add([bench.source("empty", b"")])
    await bench.until(lambda rows: bool(bench.happened(BatchFinished)))
    assert [code(e.transfer.error) for e in bench.events if isinstance(e, TransferHalted)] == ["EmptyFile"]


async def test_failed_rows_can_be_tried_again(bench: Bench) -> None:
    bench.service.plan("node", TooLarge(), TooLarge())
    await bench.queue.add(many(bench, 2))
    rows = await bench.until(lambda rows: all(r.state is State.FAILED for r in rows))
    await bench.queue.retry([r.id for r in rows])
    rows = await bench.until(lambda rows: all(r.state is State.DONE for r in rows))
    assert [r.error for r in rows] == [None, None]


async def test_failures_of_one_cause_try_again_and_no_others(bench: Bench) -> None:
    bench.service.plan("node", TooLarge(), TooLarge(), UploadRefused("bad"))
    await bench.queue.add(many(bench, 3))
    await bench.until(lambda rows: all(r.state is State.FAILED for r in rows))
    await bench.queue.retry_alike(Cause(State.FAILED, "TooLarge"))
    rows = await bench.until(lambda rows: sum(r.state is State.DONE for r in rows) == 2)
    assert [code(r.error) for r in rows if r.state is State.FAILED] == ["UploadRefused"]
    await bench.queue.retry_alike(Cause(State.FAILED, "TooLarge"))
    assert [r.state for r in await bench.all()].count(State.FAILED) == 1


async def test_tries_of_the_limited_kind_come_to_an_end(bench: Bench) -> None:
    bench.service.plan("node", *[UnexpectedAnswer()] * 50)
    await bench.queue.add(many(bench, 1))
    row = await bench.until_state(State.FAILED)
    assert (row.attempts, bench.service.calls.count("node")) == (5, 5)


async def test_an_answer_to_nothing_changes_nothing(bench: Bench) -> None:
    await bench.queue.add(many(bench, 1))
    row = await bench.until_state(State.DONE)
    await bench.queue.answer([row.id], Answer.SEND_AGAIN)
    assert (await bench.only()).state is State.DONE


async def test_done_rows_can_be_cleared(bench: Bench) -> None:
    bench.service.plan("node", TooLarge())
    await bench.queue.add(many(bench, 3))
    await bench.until_state(State.DONE, State.FAILED)
    await bench.queue.clear_done()
    assert [r.state for r in await bench.all()] == [State.FAILED]


async def test_large_selections_are_told_as_a_whole(bench: Bench) -> None:
    await bench.queue.pause_all()
    new = bench.source("a.bin")
    await bench.queue.add([new] * 500)
    bench.events.clear()
    ids = [TransferId(i) for i in await bench.queue.order()]
    await bench.queue.pause(ids)
    assert bench.events == [QueueReordered()]
    await bench.queue.resume(ids)
    await bench.queue.cancel(ids)
    assert bench.events == [QueueReordered()] * 3
    assert bench.queue.summary().counts.total == 0


async def test_the_summary_adds_up(bench: Bench) -> None:
    bench.queue.set_limits(replace(QueueLimits(), uploads=1))
    bench.service.gate.clear()
    await bench.queue.add(many(bench, 3, BIG))
    await bench.queue.pause([TransferId(3)])
    await bench.until(lambda rows: bool(bench.service.bodies))
    summary = bench.queue.summary()
    assert (summary.counts.active, summary.counts.waiting, summary.counts.paused) == (1, 2, 1)
    assert summary.bytes_total == 2 * len(BIG)
    progress = bench.queue.take_progress()
    assert set(progress) == {1}
    assert progress[TransferId(1)].size == len(BIG)
    bench.service.gate.set()
    await bench.until(lambda rows: [r.state for r in rows] == [State.DONE, State.DONE, State.PAUSED])
    summary = bench.queue.summary()
    assert (summary.bytes_done, summary.bytes_total, summary.fraction) == (2 * len(BIG), 2 * len(BIG), 1.0)
    assert summary.counts.done == 2
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)
    await bench.queue.pause_all()
    await bench.queue.add([bench.source("again.bin", BIG)])
    assert bench.queue.summary().bytes_total == len(BIG)


async def test_byte_counters_are_kept_while_bytes_go(bench: Bench) -> None:
    bench.queue.set_limits(replace(QueueLimits(), download_rate=400_000))
    bench.service.gate.clear()
    await bench.queue.add([bench.wanted(bench.service.put("a", BIG))])
    await bench.until(lambda rows: bool(bench.service.bodies))
    bench.service.gate.set()
    await bench.until(lambda rows: 0 < rows[0].done < len(BIG))
    bench.queue.set_limits(QueueLimits())
    await bench.until_state(State.DONE)


async def test_a_damaged_journal_is_told(bench: Bench) -> None:
    await bench.close()
    bench.spoil_journal()
    await bench.open()
    (told,) = bench.happened(JournalRecovered)
    assert isinstance(told, JournalRecovered)
    assert isinstance(told.error, JournalDamaged)


async def test_tabs_and_search(bench: Bench) -> None:
    bench.service.plan("node", TooLarge())
    await bench.queue.add(many(bench, 3))
    await bench.until_state(State.DONE, State.FAILED)
    assert len(await bench.queue.order(QueueFilter.FAILED)) == 1
    assert list(await bench.queue.order(column=QueueColumn.NAME, descending=True)) == [3, 2, 1]
    assert list(await bench.queue.order(text="1.BIN")) == [2]
    with pytest.raises(LookupError):
        await bench.queue.row(TransferId(99))


@pytest.mark.parametrize("seed", range(6))
async def test_random_use_keeps_every_promise(bench: Bench, seed: int) -> None:
    """Anything pressed at any time: states change only as allowed; in the end everything is there once."""
    dice = random.Random(seed)
    names = {f"{n}.bin" for n in range(12)}
    await bench.queue.add(many(bench, 12, BIG[:200_000]))
    for _ in range(30):
        bench.service.plan("send", ("cut", dice.randrange(1, 180_000)) if dice.random() < 0.4 else None)
    for _ in range(60):
        ids = [TransferId(i) for i in await bench.queue.order() if dice.random() < 0.3]
        act = dice.choice(["pause", "resume", "retry", "pause_all", "resume_all", "move", "reopen", "wait"])
        match act:
            case "pause" | "resume" | "retry":
                await getattr(bench.queue, act)(ids)
            case "pause_all" | "resume_all":
                await getattr(bench.queue, act)()
            case "move":
                await bench.queue.ordering.move(ids, dice.choice(list(Move)))
            case "reopen":
                await bench.reopen()
            case "wait":
                await asyncio.sleep(dice.random() * 0.02)
    await bench.queue.resume_all()
    while True:
        rows = await bench.until(lambda rows: all(r.state in (State.DONE, State.NEEDS_ANSWER) for r in rows))
        asked = [r for r in rows if r.state is State.NEEDS_ANSWER]
        for row in asked:
            assert code(row.error) == "UploadUnconfirmed"
            await bench.queue.answer([row.id], Answer.SEND_AGAIN)
        if not asked:
            break
    assert {r.name for r in rows} == names
    assert sorted(kept.name for kept in bench.service.files.values()) == sorted(names)
    _check_changes(bench)
    assert bench.queue.summary().counts.done == 12


def _check_changes(bench: Bench) -> None:
    last: dict[int, State] = {}
    for event in bench.events:
        if isinstance(event, TransferChanged):
            before, after = last.get(event.transfer.id, State.QUEUED), event.transfer.state
            # A new run finds active rows as queued without a word.
            allowed = may_change(before, after) or (before in ACTIVE and may_change(State.QUEUED, after))
            assert allowed, (event.transfer.id, before, after)
            last[event.transfer.id] = after


async def test_a_retry_pressed_as_a_row_comes_to_rest_is_told_last(bench: Bench) -> None:
    for _ in range(60):
        bench.service.plan("send", ("cut", 1000))
    await bench.queue.add(many(bench, 6, BIG[:20_000]))
    ids = [TransferId(i) for i in await bench.queue.order()]
    while bench.queue.summary().counts.done < len(ids):
        await bench.queue.retry(ids)
    _check_changes(bench)


async def test_one_transfer_keeps_its_own_limit(bench: Bench) -> None:
    await bench.queue.hold()
    slow, free = (bench.wanted(bench.service.put(name, BIG)) for name in ("slow", "free"))
    await bench.queue.add([slow, free])
    first, second = (row.id for row in await bench.all())
    await bench.queue.limit([first], 1000)
    await bench.queue.release()
    # The clock of this bench stands still while bytes move: nothing more is earned.
    await bench.until(lambda rows: [r.state for r in rows] == [State.MOVING, State.DONE])
    await settled(bench)
    row = await bench.queue.row(first)
    assert (row.state, row.rate) == (State.MOVING, 1000)
    assert bench.queue.take_progress()[first].done < len(BIG)
    await bench.reopen()
    await bench.until(lambda rows: rows[0].state is State.MOVING)
    assert (await bench.queue.row(first)).rate == 1000
    await bench.queue.limit([first, second], 0)
    row = await bench.until_state(State.DONE)
    assert row.rate == 0
    changed = bench.happened(TransferChanged)
    assert any(isinstance(e, TransferChanged) and e.transfer.rate == 1000 for e in changed)


async def test_a_limit_of_a_running_transfer_is_not_lost_by_what_its_run_writes(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.add([bench.wanted(bench.service.put("a", BIG))])
    row = await bench.until_state(State.MOVING)
    await bench.queue.limit([row.id], 10**9)
    bench.clock.now += 10
    bench.service.gate.set()
    row = await bench.until_state(State.DONE)
    assert row.rate == 10**9
    last = bench.happened(TransferChanged)[-1]
    assert isinstance(last, TransferChanged) and last.transfer.rate == 10**9


async def test_a_file_in_a_shared_form_goes_by_its_own_limit(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.hold()
    await bench.queue.add([bench.source(f"{n}.bin", BIG[:200_000]) for n in range(3)])
    await bench.queue.release()
    await bench.until(lambda rows: len(bench.service.bodies) == 1)
    # Who joined the form first goes first.
    by_name = {row.name: row.id for row in await bench.all()}
    first, slow, _ = (by_name[file.name] for file in bench.service.bodies[0].files)  # type: ignore[union-attr]
    await bench.queue.limit([slow], 1000)
    bench.service.gate.set()
    moved: dict[TransferId, int] = {}

    def first_has_gone(_rows: list[Transfer]) -> bool:
        moved.update({one: progress.done for one, progress in bench.queue.take_progress().items()})
        return moved.get(first, 0) == 200_000

    await bench.until(first_has_gone)
    await settled(bench)
    first_has_gone([])
    assert moved.get(slow, 0) < 10_000
    await bench.queue.limit([slow], 0)
    await bench.until_state(State.DONE)


async def test_what_moves_waits_while_the_schedule_says_off(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.add([*many(bench, 1, BIG), bench.wanted(bench.service.put("d", BIG))])
    await bench.until(lambda rows: all(r.state is State.MOVING for r in rows))
    await bench.queue.hold()  # also when nothing may start for another reason
    until = bench.clock.now + 9999
    bench.queue.set_limits(replace(QueueLimits(), is_off=True, off_until=until))
    rows = await bench.until(lambda rows: all(r.state is State.QUEUED for r in rows))
    assert [row.error for row in rows] == [None, None]
    bench.service.gate.set()
    await bench.queue.release()
    await bench.queue.add([bench.source("later.bin")])
    await settled(bench)
    assert {row.state for row in await bench.all()} == {State.QUEUED}
    summary = bench.queue.summary()
    assert (summary.is_off, summary.off_until) == (True, until)
    bench.queue.set_limits(QueueLimits())
    await bench.until_state(State.DONE)
    assert not bench.queue.summary().is_off
    assert len(bench.service.named("0.bin")) == 1


async def test_what_was_sent_comes_to_its_end_while_the_schedule_says_off(bench: Bench) -> None:
    bench.service.storing = asyncio.Event()
    await bench.queue.add([bench.source("a.bin")])
    await bench.until_state(State.FINISHING)
    await settled(bench)
    bench.queue.set_limits(replace(QueueLimits(), is_off=True))
    await settled(bench)
    assert (await bench.only()).state is State.FINISHING
    bench.service.storing.set()
    await bench.until_state(State.DONE)


async def test_a_refusal_while_a_start_is_written_holds_that_start_too(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    shift, held = bench.journal.shift, asyncio.Event()

    async def slow_shift(ids: Any, before: Any, changes: Any) -> Any:
        changed = await shift(ids, before, changes)
        if changes.get("state") is State.STARTING and not held.is_set():
            await bench.queue.hold()
            held.set()
        return changed

    monkeypatch.setattr(bench.journal, "shift", slow_shift)
    await bench.queue.add([bench.source("a.bin"), bench.source("b.bin")])
    await held.wait()
    await bench.until(lambda rows: all(r.state is State.QUEUED for r in rows))
    assert bench.service.calls == []
    await bench.queue.release()
    await bench.until_state(State.DONE)
