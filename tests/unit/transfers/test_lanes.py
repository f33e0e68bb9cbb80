"""Several connections for one file: who joins, who breaks, and that the bytes come out right."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import replace

import pytest
from fake_transfer_service import FakeDownloadBody, Kept
from transfer_bench import Bench, code

from fichier_gui.domain.errors import (
    ConnectionLost,
    FloodLocked,
    LinkExpired,
    NotFound,
    ServiceOverloaded,
    TimedOut,
)
from fichier_gui.domain.transfers import Direction, NewDownload, State, Transfer, Verification
from fichier_gui.transfers import segments
from fichier_gui.transfers.connections import KEPT_FREE, MOST_CONNECTIONS, Connections, beyond_first
from fichier_gui.transfers.limits import QueueLimits
from fichier_gui.transfers.part_map import PartMap

MIB = 1024 * 1024
BLOCK = hashlib.sha256(b"a").digest()
LARGE = b"".join(hashlib.sha256(n.to_bytes(4, "big")).digest() * 2048 for n in range(24 * 16))  # 24 MiB
QUARTER = len(LARGE) // 4


@pytest.fixture(autouse=True)
def nobody_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits pass at once here, so that every connection would soon seem to stand still."""
    monkeypatch.setattr(segments, "STALLED_AFTER", float("inf"))
    monkeypatch.setattr(segments, "WORTH_SHARING", float("inf"))


def remote(bench: Bench, name: str = "a.bin", data: bytes = LARGE) -> Kept:
    return bench.service.put(name, data)


async def fetched(bench: Bench) -> None:
    row = await bench.until_state(State.DONE)
    assert (bench.target / "a.bin").read_bytes() == LARGE
    assert row.verification is Verification.VERIFIED


def starts(bench: Bench) -> list[int]:
    return sorted(body.info.start for body in bench.service.bodies if isinstance(body, FakeDownloadBody))


async def test_a_large_file_comes_over_four_connections_and_one_token(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until(lambda rows: bench.service.calls.count("open") == 4)
    bench.service.gate.set()
    await fetched(bench)
    assert starts(bench) == [n * QUARTER for n in range(4)]
    assert bench.service.calls.count("token") == 1
    assert all(body.closed for body in bench.service.bodies if isinstance(body, FakeDownloadBody))


async def test_a_small_file_comes_over_one(bench: Bench) -> None:
    await bench.queue.add([bench.wanted(remote(bench, data=LARGE[: 10 * MIB]))])
    await bench.until_state(State.DONE)
    assert bench.service.calls.count("open") == 1
    assert (await bench.only()).parts is None, "the length of its part file says all"


async def test_the_user_says_how_many(bench: Bench) -> None:
    bench.queue.set_limits(replace(QueueLimits(), segments=1))
    await bench.queue.add([bench.wanted(remote(bench))])
    await fetched(bench)
    assert bench.service.calls.count("open") == 1


async def test_a_size_that_is_learnt_from_the_first_answer_brings_the_others(bench: Bench) -> None:
    kept = remote(bench)
    bench.service.gate.clear()
    await bench.queue.add([NewDownload(kept.url, "a.bin", 0, str(bench.target), "/F", kept.checksum)])
    await bench.until(lambda rows: rows[0].size == len(LARGE))
    bench.service.gate.set()
    await fetched(bench)


async def test_the_map_is_in_the_journal_before_the_bytes(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until(lambda rows: rows[0].state is State.MOVING)
    assert (await bench.only()).parts == ""


async def test_a_paused_download_goes_on_where_bytes_are_missing(bench: Bench) -> None:
    bench.service.plan("open", ("cut", 2 * MIB), ("cut", QUARTER + MIB), NotFound(), NotFound())
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until(lambda rows: rows[0].state is State.RETRYING or rows[0].state is State.DONE)
    await bench.reopen()
    await fetched(bench)


async def test_bytes_of_every_place_are_used_after_a_kill(bench: Bench) -> None:
    """What the journal says is good is not asked for again, and what it does not say is."""
    kept = remote(bench)
    await bench.queue.pause_all()
    await bench.queue.add([bench.wanted(kept)])
    row = await bench.only()
    part = bench.target / "a.bin.part"
    garbage = bytearray(len(LARGE) - MIB)
    good = PartMap.of([(0, 3 * MIB), (QUARTER, QUARTER + 5 * MIB)])
    for start, end in good.spans:
        garbage[start:end] = LARGE[start:end]
    part.write_bytes(garbage)
    await bench.journal.shift([row.id], State, {"part_path": str(part), "parts": good.text})
    await bench.reopen()
    bench.queue.set_limits(replace(QueueLimits(), segments=2))
    await bench.queue.resume_all()
    await fetched(bench)
    spans = PartMap.of((start, start + 1) for start in starts(bench))
    assert all(not a <= start < b for a, b in good.spans for start, _ in spans.spans)


async def test_a_map_of_more_than_the_file_holds_is_not_believed(bench: Bench) -> None:
    """The file was cut, by a disk check or a user."""
    kept = remote(bench)
    await bench.queue.pause_all()
    await bench.queue.add([bench.wanted(kept)])
    row = await bench.only()
    part = bench.target / "a.bin.part"
    part.write_bytes(LARGE[:MIB])
    await bench.journal.shift([row.id], State, {"part_path": str(part), "parts": f"0-{20 * MIB}"})
    await bench.queue.resume_all()
    await fetched(bench)


@pytest.mark.parametrize("error", [ConnectionLost(), TimedOut(), ServiceOverloaded(), NotFound()])
async def test_one_that_cannot_be_opened_leaves_its_part_to_the_others(
    bench: Bench, error: Exception
) -> None:
    bench.service.gate.clear()
    bench.service.plan("open", None, error, None, None)
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until(lambda rows: bench.service.calls.count("open") >= 4)
    bench.service.gate.set()
    await fetched(bench)
    assert (await bench.only()).attempts == 0


async def test_a_flood_of_one_connection_does_not_stop_the_others(bench: Bench) -> None:
    bench.service.gate.clear()
    bench.service.plan("open", None, FloodLocked())
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until(lambda rows: bench.service.calls.count("open") >= 4)
    bench.service.gate.set()
    await fetched(bench)


async def test_one_that_breaks_comes_back_while_others_go_on(bench: Bench) -> None:
    bench.service.gate.clear()
    bench.service.plan("open", None, ("cut", QUARTER + MIB))
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until(lambda rows: bench.service.calls.count("open") == 4)
    bench.service.gate.set()
    await fetched(bench)
    assert bench.service.calls.count("token") == 1


async def test_when_all_break_the_attempt_ends_and_what_came_is_kept(bench: Bench) -> None:
    bench.service.plan("open", *[("cut", n * QUARTER + MIB) for n in range(4)])
    bench.service.plan("open", *[NotFound()] * 100)
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.FAILED, State.DONE)
    assert (row.state, code(row.error)) == (State.FAILED, "NotFound")
    assert row.done == PartMap.parse(row.parts or "").total > 0
    bench.service.plans["open"].clear()
    await bench.queue.retry([row.id])
    await fetched(bench)


async def test_a_link_that_dies_is_renewed_once_for_all(bench: Bench) -> None:
    bench.service.gate.clear()
    bench.service.plan("open", None, LinkExpired(), LinkExpired(), LinkExpired())
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until(lambda rows: bench.service.calls.count("open") >= 7)
    bench.service.gate.set()
    await fetched(bench)
    assert bench.service.calls.count("token") == 2


def lanes_at_work() -> int:
    """Those that may have a stretch in hand; at it, another one would stop and begin anew."""
    return sum("lane " in task.get_name() for task in asyncio.all_tasks())


async def test_a_service_without_ranges_needs_one_connection(bench: Bench) -> None:
    bench.service.gate.clear()
    bench.service.plan("open", None, *["ignores range"] * 3)
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until(lambda rows: bench.service.calls.count("open") >= 4 and lanes_at_work() == 1)
    bench.service.gate.set()
    await fetched(bench)
    assert bench.service.calls.count("open") == 4
    moved = [b for b in bench.service.bodies if isinstance(b, FakeDownloadBody) and b.at > b.info.start]
    assert len(moved) == 1, "nothing came twice"


async def test_a_file_that_changes_under_way_begins_again(bench: Bench) -> None:
    kept = remote(bench)
    bench.service.plan("open", ("cut", MIB), *[ConnectionLost()] * 500)
    await bench.queue.add([bench.wanted(kept)])
    await bench.until(lambda rows: rows[0].state is State.RETRYING and rows[0].done > 0)
    changed = bytes(reversed(LARGE))
    await bench.queue.pause_all()
    bench.service.plans["open"].clear()
    kept.data, kept.checksum = changed, hashlib.sha512(changed).hexdigest()
    await bench.journal.shift(None, State, {"checksum": kept.checksum})
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)
    assert (bench.target / "a.bin").read_bytes() == changed


async def test_a_flipped_bit_in_any_part_is_found(bench: Bench) -> None:
    bench.service.gate.clear()
    bench.service.plan("open", None, *[("flip", QUARTER + 77)] * 3)
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until(lambda rows: bench.service.calls.count("open") == 4)
    bench.service.gate.set()
    row = await bench.until_state(State.NEEDS_ANSWER)
    assert code(row.error) == "ChecksumMismatch"


async def test_thirty_connections_are_never_passed(bench: Bench) -> None:
    limits = QueueLimits(uploads=4, downloads=10, segments=10)
    assert beyond_first(limits) + limits.uploads + limits.downloads + 1 + KEPT_FREE == MOST_CONNECTIONS
    bench.queue.set_limits(limits)
    bench.service.gate.clear()
    await bench.queue.add([bench.wanted(remote(bench, f"{n}.bin")) for n in range(10)])
    counts: list[int] = []

    def all_are_open(_rows: list[Transfer]) -> bool:
        counts.append(
            sum(1 for b in bench.service.bodies if isinstance(b, FakeDownloadBody) and not b.closed)
        )
        return len(counts) > 200 and counts[-1] == 10 + beyond_first(limits)

    await bench.until(all_are_open)
    assert max(counts) == 10 + beyond_first(limits)
    await bench.queue.pause_all()
    bench.service.gate.set()


async def test_connections_are_given_back_to_what_the_limits_count_with() -> None:
    limits = QueueLimits(uploads=4, downloads=10)
    connections = Connections(lambda: limits)
    await connections.note_beyond(MOST_CONNECTIONS)
    used: list[int] = []

    async def lane() -> None:
        async with connections.one_more():
            used.append(connections.used)

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(lane())
        await asyncio.sleep(0)
        assert not used
        await connections.note_beyond(0)
    assert (used, connections.used) == ([1], 0)


async def test_small_files_do_not_wait_behind_large_ones(bench: Bench) -> None:
    bench.queue.set_limits(replace(QueueLimits(), downloads=2))
    bench.service.gate.clear()
    large = [bench.wanted(remote(bench, f"large {n}", LARGE[: 20 * MIB])) for n in range(4)]
    small = [bench.wanted(remote(bench, f"small {n}", b"small")) for n in range(3)]
    await bench.queue.add([*large, *small])
    moving = await bench.until(lambda rows: sum(r.state is State.MOVING for r in rows) == 3)
    assert [r.name for r in moving if r.state is State.MOVING] == ["large 0", "large 1", "small 0"]
    assert all(r.direction is Direction.DOWNLOAD for r in moving)
    await bench.queue.pause_all()
    bench.service.gate.set()
