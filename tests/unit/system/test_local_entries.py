"""Folders of this computer: real ones, with what may be wrong in them."""

import os
from pathlib import Path

import pytest

from fichier_gui.domain.errors import DiskDenied, DiskFault, TargetFolderGone
from fichier_gui.system import local_entries

posix_only = pytest.mark.skipif(os.name == "nt", reason="names of bytes and links of any kind")


def names(folder: Path) -> dict[str, tuple[bool, int]]:
    return {e.name: (e.is_folder, e.size) for e in local_entries.listed(str(folder)).entries}


def test_files_folders_and_hidden_ones_are_found(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"12345")
    (tmp_path / "Sub").mkdir()
    (tmp_path / ".hidden").touch()
    listing = local_entries.listed(str(tmp_path))
    assert [(e.name, e.is_folder, e.size) for e in listing.entries] == [
        ("Sub", True, 0),
        (".hidden", False, 0),
        ("b.txt", False, 5),
    ]
    assert [e.name for e in listing.entries if e.is_hidden] == [".hidden"]
    assert all(Path(e.path).exists() for e in listing.entries)


@posix_only
def test_links_are_what_they_lead_to_and_loops_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "up").symlink_to("..")
    (tmp_path / "to folder").symlink_to("real")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "broken").symlink_to("nothing here")
    found = names(tmp_path)
    assert found["to folder"][0] and found["real"][0]
    assert not found["loop"][0] and not found["broken"][0]
    assert names(tmp_path / "real")["up"][0], "a folder above is a folder; nobody walks into it unasked"
    links = {e.name: e.link for e in local_entries.listed(str(tmp_path)).entries}
    assert links["broken"] == "nothing here" and links["real"] == ""


@posix_only
def test_names_that_are_no_text_can_be_listed_and_renamed(tmp_path: Path) -> None:
    odd = os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt")
    Path(odd).write_bytes(b"x")
    assert names(tmp_path) == {Path(odd).name: (False, 1)}
    assert Path(local_entries.rename(odd, "café.txt")).read_bytes() == b"x"


def test_nothing_is_replaced_by_another_name(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    (tmp_path / "b").write_text("b")
    with pytest.raises(DiskFault):
        local_entries.rename(str(tmp_path / "a"), "b")
    assert (tmp_path / "b").read_text() == "b" and (tmp_path / "a").read_text() == "a"
    with pytest.raises(DiskFault):
        local_entries.make_folder(str(tmp_path), "a")


def test_the_stamp_is_another_one_after_a_change(tmp_path: Path) -> None:
    os.utime(tmp_path, ns=(1, 1))
    listing = local_entries.listed(str(tmp_path))
    assert local_entries.stamp(str(tmp_path)) == listing.stamp
    (tmp_path / "new").touch()
    assert local_entries.stamp(str(tmp_path)) != listing.stamp


def test_what_is_gone_or_no_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in ("nothing", "file"):
        with pytest.raises(TargetFolderGone):
            local_entries.listed(str(tmp_path / path))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is denied to root")
def test_what_is_denied_is_said(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    with pytest.raises(DiskDenied):
        local_entries.listed(str(tmp_path / "closed"))
