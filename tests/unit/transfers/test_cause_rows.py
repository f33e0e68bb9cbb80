"""What stands still, by cause: counted, listed, tried again together; with 100,000 rows too."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from transfer_bench import Bench, code

from fichier_gui.domain.causes import Cause, CauseCount
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.errors import (
    AppError,
    DiskFull,
    NotFound,
    TargetExists,
    TimedOut,
    TooLarge,
    UploadRefused,
)
from fichier_gui.domain.ids import FileUrl, FolderId, TransferId
from fichier_gui.domain.transfers import ConflictRule, NewDownload, QueueColumn, QueueFilter, State
from fichier_gui.transfers.journal import Journal

LARGE = 100_000


def told(counts: Sequence[CauseCount]) -> list[tuple[State, str, int]]:
    return [(each.cause.state, each.example.code, each.rows) for each in counts]


async def put(journal: Journal, *groups: tuple[State, AppError | None, int]) -> None:
    """Rows in these states for these reasons; the groups take turns along the queue."""
    total = sum(number for *_, number in groups)
    await journal.add(
        [NewDownload(FileUrl(f"https://1fichier.com/?a{n}"), f"{n}.bin", 10, "/d") for n in range(total)]
    )
    ids = await journal.order(QueueFilter.ALL, QueueColumn.POSITION, False, "")
    turns = sorted((n / number, place) for place, (*_, number) in enumerate(groups) for n in range(number))
    for place, (state, error, _) in enumerate(groups):
        mine = [TransferId(i) for i, (_, turn) in zip(ids, turns, strict=True) if turn == place]
        await journal.shift(mine, State, {"state": state, "error": error})


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[Journal]:
    made = await Journal.open(tmp_path / "journal.db", SystemClock())
    yield made
    await made.close()


async def test_causes_are_counted_the_most_urgent_first(journal: Journal) -> None:
    await put(
        journal,
        (State.FAILED, NotFound(), 3),
        (State.FAILED, UploadRefused("no"), 5),
        (State.NEEDS_ANSWER, TargetExists(path="/d/x"), 1),
        (State.RETRYING, DiskFull(needed=1, free=0), 4),
        (State.RETRYING, TimedOut(), 6),
        (State.RETRYING, None, 2),
        (State.QUEUED, None, 7),
        (State.DONE, None, 8),
    )
    assert told(await journal.causes()) == [
        (State.NEEDS_ANSWER, "TargetExists", 1),
        (State.FAILED, "UploadRefused", 5),
        (State.FAILED, "NotFound", 3),
        (State.RETRYING, "TimedOut", 6),
        (State.RETRYING, "DiskFull", 4),
    ], "what was put off, waits for its turn or is done is no trouble"


async def test_the_rows_of_a_cause_are_listed_in_the_order_asked_for(journal: Journal) -> None:
    await put(journal, (State.FAILED, NotFound(), 3), (State.FAILED, TooLarge(), 2), (State.QUEUED, None, 2))
    cause = Cause(State.FAILED, "NotFound")
    mine = await journal.of_cause(cause)
    listed = await journal.order(QueueFilter.FAILED, QueueColumn.POSITION, True, "", cause)
    assert list(listed) == mine[::-1] and len(mine) == 3
    (name,) = (row.name for row in await journal.rows(mine[:1]))
    assert list(await journal.order(QueueFilter.FAILED, QueueColumn.NAME, False, name, cause)) == mine[:1]


@pytest.mark.parametrize("failed", [10, LARGE])
async def test_many_rows_are_counted_and_listed(journal: Journal, failed: int) -> None:
    half = failed // 2
    await put(journal, (State.FAILED, NotFound(), half), (State.FAILED, TooLarge(), failed - half))
    counts = await journal.causes()
    assert sum(each.rows for each in counts) == failed
    ids = await journal.order(
        QueueFilter.FAILED, QueueColumn.CURRENT, False, "", Cause(State.FAILED, "NotFound")
    )
    assert len(ids) == half


async def test_rows_of_one_cause_try_again_and_no_others(bench: Bench) -> None:
    bench.service.plan("node", TooLarge(), UploadRefused("bad"), TooLarge())
    await bench.queue.add(
        [replace(bench.source(f"{n}.bin", b"some"), folder_id=FolderId(100 + n)) for n in range(3)]
    )
    await bench.until(lambda rows: all(row.state is State.FAILED for row in rows))
    assert told(await bench.queue.causes()) == [
        (State.FAILED, "TooLarge", 2),
        (State.FAILED, "UploadRefused", 1),
    ]
    await bench.queue.retry_alike(Cause(State.FAILED, "TooLarge"))
    rows = await bench.until(lambda rows: sum(row.state is State.DONE for row in rows) == 2)
    assert [code(row.error) for row in rows if row.state is State.FAILED] == ["UploadRefused"]
    assert told(await bench.queue.causes()) == [(State.FAILED, "UploadRefused", 1)]


async def test_what_asks_may_be_asked_for_again_together(bench: Bench) -> None:
    data = bench.service.put("a", b"remote"), bench.service.put("b", b"other")
    new = [bench.wanted(each, ConflictRule.ASK) for each in data]
    for each in new:
        (bench.target / each.name).write_bytes(b"mine")
    await bench.queue.add(new)
    rows = await bench.until(lambda rows: all(row.state is State.NEEDS_ANSWER for row in rows))
    (count,) = await bench.queue.causes()
    assert (count.cause, count.rows) == (Cause(State.NEEDS_ANSWER, "TargetExists"), 2)
    for each in new:
        (bench.target / each.name).unlink()
    await bench.queue.retry_alike(count.cause)
    await bench.until(lambda now: all(row.state is State.DONE for row in now))
    assert await bench.queue.causes() == []
    assert len(rows) == 2
