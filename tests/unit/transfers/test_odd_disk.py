"""Downloads onto a disk with names of its own, and to paths no disk takes: nothing is lost or mixed up."""

from __future__ import annotations

import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from support.small_disk import SmallDisk, fat_disk, small_disk
from transfer_bench import Bench, code

from fichier_gui.domain.transfers import ConflictRule, NewDownload, State, Verification
from fichier_gui.ui import wording
from fichier_gui.ui.wording import ErrorAction

DATA = bytes(range(256)) * 2048  # 512 KiB

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts a file system as Linux does")


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[SmallDisk]:
    """Upper and lower case are one there, and it takes no : and no ? in a name."""
    with fat_disk(tmp_path / "stick") as mounted:
        if mounted is None:
            pytest.skip("this user may mount nothing, or there is no FUSE")
        yield mounted


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk", 16 * 1024 * 1024) as mounted:
        if mounted is None:
            pytest.skip("this user may mount nothing")
        yield mounted


def wanted(
    bench: Bench, folder: Path, name: str, data: bytes = DATA, rule: ConflictRule = ConflictRule.SKIP_SAME
) -> NewDownload:
    kept = bench.service.put(name, data)
    return NewDownload(kept.url, name, len(data), str(folder), "/F", kept.checksum, rule)


def content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(autouse=True)
async def _disk_is_let_go_first(bench: Bench) -> AsyncIterator[None]:
    """Open files would keep it mounted."""
    yield
    bench.service.gate.set()


# Names


async def test_twins_by_case_both_arrive(bench: Bench, stick: SmallDisk) -> None:
    """Two files on 1fichier, one name here: they are two files all the same."""
    await bench.queue.add([wanted(bench, stick.folder, "Film.mkv", DATA)])
    await bench.queue.add([wanted(bench, stick.folder, "film.MKV", DATA[::-1])])
    first = await bench.until_state(State.DONE)
    assert first.verification is Verification.VERIFIED
    assert sorted(content(stick.folder).values()) == sorted([DATA, DATA[::-1]])
    assert {name.casefold() for name in content(stick.folder)} == {"film.mkv", "film (2).mkv"}


async def test_twins_by_case_that_are_the_same_are_fetched_once(bench: Bench, stick: SmallDisk) -> None:
    await bench.queue.add([wanted(bench, stick.folder, "Film.mkv")])
    await bench.until_state(State.DONE)
    await bench.queue.add([wanted(bench, stick.folder, "FILM.mkv")])
    await bench.until_state(State.DONE)
    assert content(stick.folder) == {"Film.mkv": DATA}
    assert bench.service.calls.count("open") == 1


async def test_a_twin_by_case_is_asked_about_when_that_is_the_rule(bench: Bench, stick: SmallDisk) -> None:
    (stick.folder / "film.mkv").write_bytes(b"mine")
    await bench.queue.add([wanted(bench, stick.folder, "Film.mkv", rule=ConflictRule.ASK)])
    row = await bench.until_state(State.NEEDS_ANSWER)
    words = wording.transfer_words(row)
    assert words is not None and words.action is ErrorAction.RESOLVE_CONFLICT
    assert words.happened == "The download folder already holds another file named Film.mkv."
    assert content(stick.folder) == {"film.mkv": b"mine"}


async def test_a_name_the_disk_refuses_is_written_so_that_it_takes_it(bench: Bench, stick: SmallDisk) -> None:
    folder = stick.folder / "Season 1: Who?"
    await bench.queue.add([wanted(bench, folder, 'Part 2: "why?" *.mkv'), wanted(bench, folder, "plain.txt")])
    first = await bench.until_state(State.DONE)
    altered = "Season 1： Who？/Part 2： ＂why？＂ ＊.mkv"
    assert content(stick.folder) == {altered: DATA, "Season 1： Who？/plain.txt": DATA}
    assert (first.name, first.stored_name) == ('Part 2: "why?" *.mkv', "Part 2： ＂why？＂ ＊.mkv")
    assert first.local_path == str(stick.folder / altered)


async def test_an_altered_name_overwrites_nothing(bench: Bench, stick: SmallDisk) -> None:
    (stick.folder / "who？.mkv").write_bytes(b"mine")
    await bench.queue.add([wanted(bench, stick.folder, "who?.mkv")])
    await bench.until_state(State.DONE)
    assert content(stick.folder) == {"who？.mkv": b"mine", "who？ (2).mkv": DATA}


async def test_a_dot_at_the_end_falls_away_and_nothing_else(bench: Bench, stick: SmallDisk) -> None:
    await bench.queue.add([wanted(bench, stick.folder, "etc.")])
    row = await bench.until_state(State.DONE)
    assert content(stick.folder) == {"etc": DATA}
    assert (stick.folder / row.name).read_bytes() == DATA


async def test_a_name_that_is_learnt_late_may_be_refused_late(bench: Bench, stick: SmallDisk) -> None:
    """The bytes are there and judged: only the name is another one."""
    await bench.queue.add([wanted(bench, stick.folder, "quiet.mkv")])
    bench.service.gate.clear()
    (row,) = await bench.until(lambda rows: rows[0].part_path is not None)
    await bench.queue.pause_all()
    await bench.journal.shift([row.id], State, {"local_path": str(stick.folder / "loud?.mkv")})
    bench.service.gate.set()
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)
    assert content(stick.folder) == {"loud？.mkv": DATA}


async def test_a_name_that_no_writing_helps_fails_with_a_way_out(
    bench: Bench, stick: SmallDisk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("fichier_gui.transfers.part_file.plain_path", lambda final: final)
    await bench.queue.add([wanted(bench, stick.folder, "who?.mkv")])
    row = await bench.until_state(State.FAILED)
    words = wording.transfer_words(row)
    assert code(row.error) == "NameRefused" and words is not None
    assert words.sentence == ("The disk takes no file or folder named who?.mkv. The other transfers go on.")
    assert words.action is ErrorAction.CHOOSE_FOLDER
    await elsewhere(bench, row.id, tmp_path / "elsewhere")
    assert content(tmp_path / "elsewhere") == {"who?.mkv": DATA}
    assert content(stick.folder) == {}


# Paths


async def test_a_path_that_is_too_long_fails_with_a_way_out(
    bench: Bench, disk: SmallDisk, tmp_path: Path
) -> None:
    deep = disk.folder.joinpath(*["d" * 200] * 21)
    await bench.queue.add([wanted(bench, deep, "a.bin")])
    row = await bench.until_state(State.FAILED)
    words = wording.transfer_words(row)
    assert code(row.error) == "PathTooLong" and words is not None
    assert words.sentence == "The name is too long for this disk. The other transfers go on."
    assert words.action is ErrorAction.CHOOSE_FOLDER
    assert bench.service.calls.count("open") == 0
    await elsewhere(bench, row.id, tmp_path / "elsewhere")
    assert content(tmp_path / "elsewhere") == {"a.bin": DATA}


async def test_a_long_name_fits_with_all_its_part_files(bench: Bench, disk: SmallDisk) -> None:
    name = "é" * 120 + ".tar.gz"
    await bench.queue.add([wanted(bench, disk.folder, name)])
    await bench.until_state(State.DONE)
    assert content(disk.folder) == {name: DATA}


async def test_a_folder_that_goes_while_bytes_come_is_asked_for(
    bench: Bench, disk: SmallDisk, tmp_path: Path
) -> None:
    folder = disk.folder / "films"
    bench.service.gate.clear()
    await bench.queue.add([wanted(bench, folder, "a.bin")])
    await bench.until(lambda rows: rows[0].state is State.MOVING)
    shutil.rmtree(folder)
    bench.service.gate.set()
    row = await bench.until_state(State.NEEDS_ANSWER)
    words = wording.transfer_words(row)
    assert code(row.error) == "TargetFolderGone" and words is not None
    assert words.action is ErrorAction.CHOOSE_FOLDER
    assert not folder.exists(), "it is not made a second time"
    await elsewhere(bench, row.id, tmp_path / "elsewhere")
    assert content(tmp_path / "elsewhere") == {"a.bin": DATA}


async def elsewhere(bench: Bench, transfer_id: int, folder: Path) -> None:
    """What "Choose another folder" does."""
    row = await bench.only()
    assert row.id == transfer_id and row.url is not None
    new = NewDownload(row.url, Path(row.local_path).name, row.size, str(folder), "/F", row.checksum)
    await bench.queue.add([new])
    await bench.queue.remove([row.id])
    await bench.until_state(State.DONE)
