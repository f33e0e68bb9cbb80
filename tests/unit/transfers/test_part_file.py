"""Part files, final names, and what the disk may say."""

import contextlib
import errno
import os
from itertools import islice
from pathlib import Path

import pytest

from fichier_gui.domain.errors import (
    DiskDenied,
    DiskFault,
    DiskFull,
    PathTooLong,
    SourceMissing,
    TargetFolderGone,
)
from fichier_gui.transfers import part_file
from fichier_gui.transfers.disk_faults import disk_problem, source_problem
from fichier_gui.transfers.part_file import PartFile


def written(part: PartFile, data: bytes, at: int = 0) -> None:
    with contextlib.closing(part.writer(at)) as writer:
        writer.write(memoryview(data))


def test_bytes_are_appended_and_found_again(tmp_path: Path) -> None:
    path = tmp_path / "a.part"
    part = PartFile.create(path)
    part.reserve(8 * 1024 * 1024)
    written(part, b"hello ")
    part.sync()
    part.close()
    part.close()
    assert path.stat().st_size == 6
    again = PartFile.reopen(path, 11)
    assert again.length == 6
    written(again, b"world", 6)
    again.close()
    assert path.read_bytes() == b"hello world"


def test_more_bytes_than_the_file_has_are_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "a.part"
    path.write_bytes(b"too long")
    part = PartFile.reopen(path, 3)
    assert part.length == 0
    part.close()
    assert path.read_bytes() == b""


def test_restart(tmp_path: Path) -> None:
    part = PartFile.create(tmp_path / "a.part")
    written(part, b"old")
    part.restart()
    written(part, b"new!")
    part.close()
    assert (tmp_path / "a.part").read_bytes() == b"new!"


def test_a_new_part_takes_no_one_elses_name(tmp_path: Path) -> None:
    (tmp_path / "a.part").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        PartFile.create(tmp_path / "a.part")
    with pytest.raises(TargetFolderGone):
        PartFile.create(tmp_path / "none" / "a.part")
    with pytest.raises(TargetFolderGone):
        PartFile.reopen(tmp_path / "none" / "a.part", 5)


def test_publishing(tmp_path: Path) -> None:
    part, final = tmp_path / "a.part", tmp_path / "a"
    part.write_bytes(b"new")
    part_file.publish(part, final)
    assert (final.read_bytes(), part.exists()) == (b"new", False)


def test_publishing_never_replaces_unasked(tmp_path: Path) -> None:
    part, final = tmp_path / "a.part", tmp_path / "a"
    part.write_bytes(b"new")
    final.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        part_file.publish(part, final)
    assert (final.read_bytes(), part.read_bytes()) == (b"old", b"new")
    part_file.publish(part, final, replace=True)
    assert (final.read_bytes(), part.exists()) == (b"new", False)


def test_publishing_a_second_time_after_a_kill(tmp_path: Path) -> None:
    part, final = tmp_path / "a.part", tmp_path / "a"
    part.write_bytes(b"new")
    final.hardlink_to(part)
    part_file.publish(part, final)
    assert (final.read_bytes(), part.exists()) == (b"new", False)
    part.hardlink_to(final)
    part_file.publish(part, final, replace=True)
    assert (final.read_bytes(), part.exists()) == (b"new", False)


def test_where_there_are_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    part, final = tmp_path / "a.part", tmp_path / "a"
    part.write_bytes(b"new")
    part_file.publish(part, final)
    assert (final.read_bytes(), part.exists()) == (b"new", False)
    part.write_bytes(b"newer")
    with pytest.raises(FileExistsError):
        part_file.publish(part, final)
    assert final.read_bytes() == b"new"


def test_names() -> None:
    final = Path("/t/film.mkv")
    assert [p.name for p in islice(part_file.part_names(final), 2)] == ["film.mkv.part", "film.mkv (2).part"]
    assert [p.name for p in islice(part_file.other_names(final), 2)] == ["film (2).mkv", "film (3).mkv"]
    long = Path("/t") / ("é" * 125 + ".mkv")
    for path in (*islice(part_file.part_names(long), 11), *islice(part_file.other_names(long), 11)):
        assert len(os.fsencode(path.name)) <= 255
    assert next(part_file.part_names(long)).name.endswith(".part")


def test_a_free_name(tmp_path: Path) -> None:
    for name in ("a.txt", "a (2).txt"):
        (tmp_path / name).touch()
    (tmp_path / "a (3).txt").symlink_to(tmp_path / "nowhere")
    assert part_file.free_name(tmp_path / "a.txt").name == "a (4).txt"


def test_looking(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"123")
    assert (part_file.size_of(tmp_path / "a"), part_file.size_of(tmp_path / "b")) == (3, None)
    assert part_file.size_of(tmp_path) is None
    assert part_file.is_there(tmp_path / "a")
    part_file.remove(tmp_path / "a")
    part_file.remove(tmp_path / "a")
    assert not part_file.is_there(tmp_path / "a")


@pytest.mark.parametrize(
    ("number", "leaf"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, DiskDenied),
        (errno.EROFS, DiskDenied),
        (errno.ENAMETOOLONG, PathTooLong),
        (errno.ENOENT, TargetFolderGone),
        (errno.EIO, DiskFault),
    ],
)
def test_every_refusal_of_the_disk_has_its_leaf(number: int, leaf: type[Exception]) -> None:
    problem = disk_problem(OSError(number, "said the system"), "/x")
    assert type(problem) is leaf
    assert (problem.detail, problem.facts["path"]) == ("said the system", "/x")


def test_a_source_that_is_not_there_is_missing() -> None:
    assert isinstance(source_problem(FileNotFoundError(errno.ENOENT, "no"), "/x"), SourceMissing)
    assert isinstance(source_problem(PermissionError(errno.EACCES, "no"), "/x"), DiskDenied)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_disk_that_is_really_full() -> None:
    part = PartFile.reopen(Path("/dev/full"), 100)
    with pytest.raises(DiskFull):
        written(part, b"x")
    part.close()
