"""Small files that together stay below a size."""

import os
from pathlib import Path

import pytest

from fichier_gui.domain.errors import DiskProblem
from fichier_gui.system.picture_cache import PictureCache


def test_nothing_is_on_the_disk_before_something_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    cache = PictureCache(folder, 100)
    assert cache.names() == [] and cache.read("a") is None
    cache.clear()
    assert not folder.exists()
    cache.write("a", b"1234")
    assert cache.read("a") == b"1234" and PictureCache(folder, 100).read("a") == b"1234"
    assert folder.stat().st_mode & 0o077 == 0 or os.name == "nt"
    cache.clear()
    assert not folder.exists() and cache.names() == []


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path, 30)
    for name in ("a", "b", "c"):
        cache.write(name, bytes(10))
    assert cache.read("a") is not None
    cache.write("d", bytes(10))
    assert cache.names() == ["c", "a", "d"] and not (tmp_path / "b").exists()
    cache.write("c", bytes(20))
    assert cache.names() == ["d", "c"]
    cache.write("e", bytes(500))
    assert cache.names() == ["e"], "the last one stays, however large"


def test_another_run_knows_when_each_was_used(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path, 100)
    for at, name in enumerate(("a", "b", "c")):
        cache.write(name, b"x")
        os.utime(tmp_path / name, (at, at))
    cache.read("a")
    assert PictureCache(tmp_path, 100).names() == ["b", "c", "a"]


def test_a_file_that_somebody_else_removed_is_not_there(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path, 100)
    cache.write("a", b"x")
    (tmp_path / "a").unlink()
    assert cache.read("a") is None and cache.names() == []


def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"a file where the folder should be")
    with pytest.raises(DiskProblem):
        PictureCache(tmp_path / "cache", 100).write("a", b"x")
