"""A damaged journal loses no queue: real files, really damaged."""

import asyncio
import os
import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from transfer_bench import Bench, SteppingClock

from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.errors import AppError, JournalDamaged
from fichier_gui.domain.events import JournalRecovered, UnexpectedHappened
from fichier_gui.domain.ids import FileUrl, FolderId, TransferId
from fichier_gui.domain.transfers import (
    Direction,
    NewDownload,
    NewUpload,
    QueueColumn,
    QueueFilter,
    State,
    Transfer,
)
from fichier_gui.transfers import journal_copies
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.journal_copies import COPY_EVERY, KEPT, copies_of
from fichier_gui.transfers.statements import Tally


def up(name: str) -> NewUpload:
    return NewUpload(f"/data/{name}", name, 10, FolderId(1), "/F", 5)


def down(name: str) -> NewDownload:
    return NewDownload(FileUrl(f"https://1fichier.com/?{name}"), name, 20, "/target", "/R", "ab" * 64)


async def rows(journal: Journal) -> list[Transfer]:
    return await journal.rows([TransferId(i) for i in await order(journal)])


async def order(journal: Journal) -> list[int]:
    return list(await journal.order(QueueFilter.ALL, QueueColumn.POSITION, False, ""))


async def names(journal: Journal) -> list[str]:
    return [row.name for row in await rows(journal)]


async def copied(journal: Journal, clock: SteppingClock) -> None:
    clock.now += COPY_EVERY
    await journal.keep_copy()


async def filled(path: Path, count: int = 2000) -> None:
    """A closed journal with a copy of all but its last row."""
    clock = SteppingClock()
    journal = await Journal.open(path, clock)
    await journal.add([up(f"file {n}") for n in range(count)])
    await copied(journal, clock)
    await journal.add([down("later")])
    await journal.close()


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_to_nothing(path: Path) -> None:
    os.truncate(path, 0)


def cut_to_a_page(path: Path) -> None:
    os.truncate(path, 4096)


def without_header(path: Path) -> None:
    with path.open("rb+") as file:
        file.write(bytes(100))


def overwritten(path: Path) -> None:
    size = path.stat().st_size
    with path.open("rb+") as file:
        file.seek(size // 2 // 4096 * 4096)
        file.write(random.Random(1).randbytes(8 * 4096))


def zeroed(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(4096)
        file.write(bytes(path.stat().st_size - 8192))


def strange_word(path: Path) -> None:
    whole = path.read_bytes()
    place = whole.index(b"uploadqueued")
    path.write_bytes(whole[:place] + b"uploadqu\xb1ued"[:12] + whole[place + 12 :])


def gone(path: Path) -> None:
    path.unlink()


DAMAGES = [
    truncated,
    cut_to_nothing,
    cut_to_a_page,
    without_header,
    overwritten,
    zeroed,
    strange_word,
    gone,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda d: d.__name__)
async def test_the_newest_copy_takes_its_place(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    path = tmp_path / "journal.db"
    await filled(path)
    damage(path)
    damaged = content(path)
    journal = await Journal.open(path, SystemClock())
    problem = journal.recovered
    assert isinstance(problem, JournalDamaged)
    kept = Path(str(problem.facts["kept"]))
    assert content(kept)[200:] == damaged[200:]
    copied_at = problem.facts["copy_from"]
    assert isinstance(copied_at, float)
    assert abs(copied_at - time.time()) < 60
    found = await rows(journal)
    assert [row.name for row in found] == [f"file {n}" for n in range(2000)]
    assert all(row.body_sent and row.node_host is None for row in found)
    assert journal.tallies[Direction.UPLOAD, State.QUEUED] == Tally(2000, 20_000, 0)
    await journal.add([up("next")])
    await journal.close()
    again = await Journal.open(path, SystemClock())
    assert again.recovered is None
    assert len(await order(again)) == 2001
    await again.close()


async def test_an_older_copy_is_used_where_the_newest_is_damaged_too(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    clock = SteppingClock()
    journal = await Journal.open(path, clock)
    for n in range(3):
        await journal.add([up(f"file {n}")])
        await copied(journal, clock)
    await journal.close()
    newest, middle, _ = copies_of(path)
    overwritten(newest)
    truncated(middle)
    without_header(path)
    journal = await Journal.open(path, clock)
    assert await names(journal) == ["file 0"]
    await journal.close()


async def test_without_a_sound_copy_the_queue_starts_empty(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    await filled(path, 10)
    for each in [path, *copies_of(path)]:
        without_header(each)
    journal = await Journal.open(path, SteppingClock())
    assert journal.recovered is not None
    assert "copy_from" not in journal.recovered.facts
    assert await names(journal) == []
    await journal.close()


async def test_five_copies_are_kept_and_only_of_what_changed(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    clock = SteppingClock()
    journal = await Journal.open(path, clock)
    for n in range(KEPT + 2):
        await journal.add([up(f"file {n}")])
        await copied(journal, clock)
        await copied(journal, clock)
    assert [each.name for each in copies_of(path)] == [f"copy-{n:06}.db" for n in range(KEPT + 2, 2, -1)]
    await journal.add([up("at its time")])
    await journal.keep_copy()
    await journal.add([up("soon after")])
    await journal.keep_copy()
    assert copies_of(path)[0].name == f"copy-{KEPT + 3:06}.db"
    assert len(list(journal_copies.folder_of(path).iterdir())) == KEPT, "no companions, nothing unfinished"
    await journal.close()


async def test_short_runs_push_out_no_older_copy(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    clock = SteppingClock()
    clock.now = time.time()
    for _ in range(3):
        journal = await Journal.open(path, clock)
        await journal.add([up("a")])
        await journal.keep_copy()
        await journal.close()
    assert len(copies_of(path)) == 1


def snapshot(path: Path, to: Path) -> None:
    """What a power cut leaves: the file and its log as they are now."""
    to.parent.mkdir()
    shutil.copyfile(path, to)
    shutil.copyfile(f"{path}-wal", f"{to}-wal")
    shutil.copytree(journal_copies.folder_of(path), journal_copies.folder_of(to))


def content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def log_of(path: Path) -> Path:
    return Path(f"{path}-wal")


def rewritten(path: Path, change: Callable[[bytes], bytes]) -> bytes:
    log = change(log_of(path).read_bytes())
    log_of(path).write_bytes(log)
    return log


def kept_log(error: AppError | None) -> bytes:
    assert isinstance(error, JournalDamaged)
    return content(log_of(Path(str(error.facts["kept"]))))


FRAME = 24 + 4096
"""Bytes of a page in the log, with its header."""


def holed(log: bytes) -> bytes:
    """The log without the first page of the commit before the last one."""
    starts = range(32, len(log) - FRAME + 1, FRAME)
    # A header's second word is zero but for the last page of a commit.
    ends = [start + FRAME for start in starts if any(log[start + 4 : start + 8])]
    hole = ends[-3]
    return log[:hole] + bytes(FRAME) + log[hole + FRAME :]


async def killed(tmp_path: Path) -> Path:
    """A journal that was never closed: its last rows are in its log, the last one not in its copy."""
    clock = SteppingClock()
    path = tmp_path / "journal.db"
    journal = await Journal.open(path, clock)
    for n in range(20):
        await journal.add([up(f"file {n}")])
    await copied(journal, clock)
    await journal.add([up("after the copy")])
    await journal.add([up("last")])
    left = tmp_path / "left" / "journal.db"
    snapshot(path, left)
    await journal.close()
    return left


async def test_a_sound_log_is_no_damage(tmp_path: Path) -> None:
    path = await killed(tmp_path)
    rewritten(path, lambda log: log + bytes(3000))  # a write that was cut off
    journal = await Journal.open(path, SystemClock())
    assert journal.recovered is None
    assert len(await order(journal)) == 22
    await journal.close()


@pytest.mark.parametrize("where", ["header", "everything", "stub"])
async def test_a_garbled_log_is_damage(tmp_path: Path, where: str) -> None:
    path = await killed(tmp_path)
    noise = random.Random(2).randbytes(len(content(log_of(path))))
    garbled = rewritten(
        path, lambda log: {"header": noise[:32] + log[32:], "everything": noise, "stub": log[:20]}[where]
    )
    os.utime(path, (0, 0))
    journal = await Journal.open(path, SystemClock())
    assert kept_log(journal.recovered) == garbled
    assert await names(journal) == [f"file {n}" for n in range(20)]
    await journal.close()


async def test_a_log_with_a_hole_keeps_what_came_before(tmp_path: Path) -> None:
    path = await killed(tmp_path)
    whole = rewritten(path, holed)
    journal = await Journal.open(path, SystemClock())
    assert kept_log(journal.recovered) == whole
    found = await rows(journal)
    assert len(found) == 20
    assert all(row.body_sent for row in found)
    await journal.close()


async def test_a_hundred_thousand_rows_are_copied_beside_the_work(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    clock = SteppingClock()
    journal = await Journal.open(path, clock)
    await journal.add([up(f"file {n}") for n in range(100_000)])
    beside = 0
    async with asyncio.TaskGroup() as group:
        task = group.create_task(copied(journal, clock))
        while not task.done():
            await journal.set_flag("x", True)
            beside += 1
    assert beside > 3, "a commit does not wait for the whole copy"
    await journal.close()
    overwritten(path)
    journal = await Journal.open(path, clock)
    assert len(await order(journal)) == 100_000
    await journal.close()


async def test_damage_while_running_is_told_and_the_copies_stay(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    await filled(path, 30_000)  # more than SQLite keeps in memory
    clock = SteppingClock()
    journal = await Journal.open(path, clock)
    overwritten(path)
    clock.now += COPY_EVERY
    with pytest.raises(JournalDamaged):
        await copied(journal, clock)
    before = [each.name for each in copies_of(path)]
    with pytest.raises(JournalDamaged):
        await rows(journal)
    await journal.close()
    assert [each.name for each in copies_of(path)] == before
    again = await Journal.open(path, clock)
    assert isinstance(again.recovered, JournalDamaged)
    assert len(await order(again)) == 30_000
    await again.close()


async def last_copy(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of now, and no other after it."""
    await bench.close()
    journal_copies.make_copy(bench.folder / "queue.db")
    monkeypatch.setattr("fichier_gui.transfers.journal_copies.make_copy", lambda path: None)
    await bench.open()


async def spoilt(bench: Bench) -> None:
    """Everything since the copy is lost."""
    await bench.close()
    without_header(bench.folder / "queue.db")
    await bench.open()
    assert bench.happened(JournalRecovered)


async def test_what_was_sent_since_the_copy_is_not_sent_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.queue.pause_all()
    await bench.queue.add([bench.source(f"{n}.bin", bytes([n]) * 5000) for n in range(6)])
    await last_copy(bench, monkeypatch)
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)
    (bench.local / "0.bin").unlink()
    await spoilt(bench)
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)
    assert sorted(kept.name for kept in bench.service.files.values()) == [f"{n}.bin" for n in range(6)]
    assert len({row.url for row in await bench.all()}) == 6


async def test_a_namesake_of_other_content_is_no_excuse(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.service.put("a.bin", b"other bytes", 7)
    await bench.queue.pause_all()
    await bench.queue.add([bench.source("a.bin", b"these bytes")])
    await last_copy(bench, monkeypatch)
    await spoilt(bench)
    await bench.queue.resume_all()
    row = await bench.until_state(State.DONE)
    assert len(bench.service.named("a.bin")) == 2
    assert row.url == bench.service.named("a.bin")[1].url


async def test_a_source_that_changed_before_it_was_sent_is_found(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.queue.pause_all()
    await bench.queue.add([bench.source("a.bin", b"first")])
    await last_copy(bench, monkeypatch)
    bench.source("a.bin", b"longer than that")
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)
    await spoilt(bench)
    await bench.queue.resume_all()
    row = await bench.until_state(State.DONE)
    assert row.size == len(b"longer than that")
    assert len(bench.service.files) == 1


async def test_a_download_that_ended_since_the_copy_is_not_fetched_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytes(range(256)) * 4000
    bench.service.gate.clear()
    await bench.queue.add([bench.wanted(bench.service.put("a.bin", data))])
    await bench.until(lambda rows: rows[0].part_path is not None)
    await last_copy(bench, monkeypatch)
    bench.service.gate.set()
    await bench.until_state(State.DONE)
    opened = len(bench.service.bodies)
    await spoilt(bench)
    await bench.until_state(State.DONE)
    assert [each.name for each in bench.target.iterdir()] == ["a.bin"]
    assert len(bench.service.bodies) == opened


async def test_the_queue_tells_of_damage_that_a_copy_finds(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_path: Path) -> None:
        raise JournalDamaged("row 1 says nothing")

    monkeypatch.setattr("fichier_gui.transfers.journal_copies.make_copy", damaged)
    async with asyncio.timeout(20):
        while not bench.happened(UnexpectedHappened):
            await bench.queue.add([bench.source("a.bin")])
            await asyncio.sleep(0.01)
    (told, *_) = bench.happened(UnexpectedHappened)
    assert isinstance(told, UnexpectedHappened)
    assert isinstance(told.error, JournalDamaged)


def test_what_a_copy_holds_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    asyncio.run(filled(path, 3))
    (copy,) = copies_of(path)
    connection = sqlite3.connect(copy)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()
