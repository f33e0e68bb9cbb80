"""Uploads of parts: the right bytes, of one and the same file, whatever breaks."""

import os
from pathlib import Path

import pytest
from transfer_bench import Bench, code

from fichier_gui.app.upload_plan import plan_upload, split
from fichier_gui.domain.account import CUSTOMER_LIMIT
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.ids import ROOT, BatchId, TransferId
from fichier_gui.domain.transfers import Direction, State, Transfer, Verification
from fichier_gui.system.walking import walk
from fichier_gui.transfers.live import Gauge
from fichier_gui.transfers.source_file import SourceFile, look_at
from fichier_gui.transfers.throttle import Throttle

DATA = bytes(range(251)) * 4000


def joined(bench: Bench) -> bytes:
    """What ``cat film.mkv.*`` gives."""
    return b"".join(kept.data for kept in sorted(bench.service.files.values(), key=lambda kept: kept.name))


async def test_the_parts_in_order_are_the_file(bench: Bench) -> None:
    await bench.queue.add(bench.parts("film.mkv", DATA, 300_000))
    await bench.until_state(State.DONE)
    assert len(bench.service.files) == 4
    assert joined(bench) == DATA
    assert {row.verification for row in await bench.all()} == {Verification.VERIFIED}


async def test_a_part_whose_answer_is_lost_is_claimed_and_not_sent_twice(bench: Bench) -> None:
    bench.service.plan("send", ("lost answer",))
    await bench.queue.add(bench.parts("film.mkv", DATA, 600_000)[:1])
    await bench.reopen()
    row = await bench.until_state(State.DONE)
    assert row.verification is Verification.VERIFIED
    assert joined(bench) == DATA[:600_000]


async def test_parts_of_a_file_that_changed_are_not_mixed(bench: Bench) -> None:
    new = bench.parts("film.mkv", DATA, 600_000)
    await bench.queue.add(new[:1])
    await bench.until_state(State.DONE)
    bench.source("film.mkv", DATA[::-1])
    os.utime(new[0].path, ns=(1, 1))
    await bench.queue.add(new[1:])
    (_, second) = await bench.until(lambda rows: rows[-1].state is State.FAILED)
    assert (code(second.error), second.attempts) == ("SplitSourceChanged", 0)
    assert joined(bench) == DATA[:600_000]


def test_301_gigabytes_in_parts(tmp_path: Path) -> None:
    path, size = tmp_path / "disk.img", 301_000_000_000
    with path.open("wb") as file:
        try:
            file.truncate(size)
        except OSError:
            pytest.skip("this file system has no sparse files of 301 GB")
        file.write(b"first")
        file.seek(size - 4)
        file.write(b"last")
    plan = split(plan_upload(walk([path]), ROOT, "/", CUSTOMER_LIMIT, None, 50 * 125_000.0))
    assert not plan.skipped
    assert sum(part.size for part in plan.files) == plan.total_size == size
    assert max(part.size for part in plan.files) <= plan.part_size
    ends = [0, *(part.part_offset + part.size for part in plan.files if part.part_offset is not None)]
    assert [part.part_offset for part in plan.files] == ends[:-1]
    assert plan.files[0].name == "disk.img.001"
    assert plan.files[-1].name == f"disk.img.{len(plan.files):03d}"
    assert read(path, plan.files[0].part_offset or 0, plan.files[0].size)[:5] == b"first"
    tail = size - 1000
    assert read(path, tail, 1000)[-4:] == b"last"


def read(path: Path, offset: int, size: int) -> bytes:
    """The first bytes that would be sent."""
    row = Transfer(
        TransferId(1), BatchId(1), Direction.UPLOAD, State.MOVING, path.name, size, str(path), "/", 0.0, 1
    )
    source = SourceFile(
        path,
        path.name,
        look_at(path),
        gauge=Gauge(row, lambda: 0.0),
        throttle=Throttle(0, SystemClock()),
        digester=None,
        before_last=lambda: None,
        offset=offset,
        size=size,
    )
    buffer = bytearray(1000)
    try:
        return bytes(buffer[: source.readinto(memoryview(buffer))])
    finally:
        source.close()
