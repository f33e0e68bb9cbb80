"""What was dropped, on a real disk."""

import os
import socket
import threading
from pathlib import Path

import pytest

from fichier_gui.domain.errors import DiskDenied, EmptyFile, NotAFile, SourceMissing
from fichier_gui.system.walking import WalkedTree, walk

posix = pytest.mark.skipif(os.name == "nt", reason="links and special files of POSIX")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    holiday = tmp_path / "Holiday"
    (holiday / "day 2" / "raw").mkdir(parents=True)
    (holiday / "empty").mkdir()
    (holiday / "b.jpg").write_bytes(b"12345")
    (holiday / "a é.jpg").write_bytes(b"123")
    (holiday / "day 2" / "c.jpg").write_bytes(b"1")
    (holiday / "day 2" / "raw" / "d.raw").write_bytes(b"12")
    return holiday


def relatives(walked: WalkedTree) -> list[str]:
    return [file.relative for file in walked.files]


def test_a_folder_keeps_its_name_and_structure(tree: Path) -> None:
    walked = walk([tree])
    assert relatives(walked) == [
        "Holiday/a é.jpg",
        "Holiday/b.jpg",
        "Holiday/day 2/c.jpg",
        "Holiday/day 2/raw/d.raw",
    ]
    assert walked.folders == ("Holiday", "Holiday/day 2", "Holiday/day 2/raw", "Holiday/empty")
    assert walked.total_size == 11
    assert walked.skipped == ()
    assert not walked.was_stopped
    first = walked.files[0]
    assert Path(first.path) == tree / "a é.jpg"
    assert first.mtime_ns == (tree / "a é.jpg").stat().st_mtime_ns


def test_files_and_folders_together(tree: Path) -> None:
    walked = walk([tree / "b.jpg", tree / "day 2", str(tree / "b.jpg")])
    assert relatives(walked) == ["b.jpg", "day 2/c.jpg", "day 2/raw/d.raw"]


def test_here_and_above_have_their_real_names(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree / "day 2")
    assert relatives(walk(["."])) == ["day 2/c.jpg", "day 2/raw/d.raw"]
    assert relatives(walk([".."]))[0] == "Holiday/a é.jpg"
    assert [f.path for f in walk(["c.jpg"]).files] == [str(tree / "day 2" / "c.jpg")]


def test_empty_and_missing_files_have_their_reason(tree: Path) -> None:
    (tree / "nothing.txt").touch()
    walked = walk([tree / "nothing.txt", tree / "gone.txt", tree / "b.jpg"])
    assert relatives(walked) == ["b.jpg"]
    assert [type(s.error) for s in walked.skipped] == [EmptyFile, SourceMissing]
    assert walked.skipped[0].error.facts == {"path": str(tree / "nothing.txt")}


@posix
def test_links_are_followed_and_loops_are_not(tree: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "e.txt").write_text("e")
    (outside / "back").symlink_to(tree)
    (tree / "f.jpg").symlink_to(tree / "b.jpg")
    (tree / "out").symlink_to(outside)
    (tree / "self").symlink_to(".")
    (tree / "day 2" / "up").symlink_to("..")
    (tree / "dangling").symlink_to("nowhere")
    (tree / "knot").symlink_to("knot")
    walked = walk([tree])
    assert "Holiday/f.jpg" in relatives(walked)
    assert "Holiday/out/e.txt" in relatives(walked)
    assert len(walked.files) == 6
    reasons = {Path(s.path).name: s.error for s in walked.skipped}
    assert {name: type(error) for name, error in reasons.items()} == {
        "self": NotAFile,
        "up": NotAFile,
        "back": NotAFile,
        "knot": NotAFile,
        "dangling": SourceMissing,
    }
    assert {error.facts.get("what") for error in reasons.values()} == {"loop", None}


@posix
def test_a_web_of_links_is_walked_once(tmp_path: Path) -> None:
    """Each folder links to all others: followed blindly that would be 12! ways."""
    folders = [tmp_path / f"d{n}" for n in range(12)]
    for folder in folders:
        folder.mkdir()
        (folder / "file").write_text("x")
    for one in folders:
        for other in folders:
            if one != other:
                (one / f"to-{other.name}").symlink_to(other)
    assert len(walk([folders[0]]).files) == 12


@posix
def test_a_dropped_link_to_a_folder_is_walked(tree: Path, tmp_path: Path) -> None:
    (tmp_path / "shortcut").symlink_to(tree)
    assert relatives(walk([tmp_path / "shortcut"]))[0] == "shortcut/a é.jpg"


@posix
def test_special_files_are_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    folder.mkdir()
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "socket"))
        walked = walk([folder, "/dev/null"])
    assert walked.files == ()
    assert [s.error.facts["what"] for s in walked.skipped] == ["pipe", "socket", "device"]


@posix
def test_what_may_not_be_read_has_its_reason(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tree / "day 2").chmod(0)
    scandir, access = os.scandir, os.access

    def refusing(path: str) -> object:
        if path.endswith("day 2"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    # The tests may run as root, whom no mode stops.
    monkeypatch.setattr(os, "scandir", refusing)
    monkeypatch.setattr(os, "access", lambda path, mode: not path.endswith("b.jpg") and access(path, mode))
    walked = walk([tree])
    (tree / "day 2").chmod(0o755)
    assert relatives(walked) == ["Holiday/a é.jpg"]
    assert walked.folders == ("Holiday", "Holiday/empty")
    assert [(Path(s.path).name, type(s.error)) for s in walked.skipped] == [
        ("b.jpg", DiskDenied),
        ("day 2", DiskDenied),
    ]


@posix
def test_names_that_are_no_text(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"odd\xff")
    odd.mkdir()
    (odd / "x").write_text("x")
    assert relatives(walk([odd])) == ["odd\udcff/x"]


def test_a_deep_tree(tmp_path: Path) -> None:
    deep = tmp_path / "r"
    for _ in range(500):
        deep /= "d"
    deep.mkdir(parents=True)
    (deep / "x").write_text("x")
    walked = walk([tmp_path / "r"])
    assert len(walked.folders) == 501
    assert len(walked.files) == 1


def test_it_stops_when_told(tmp_path: Path) -> None:
    for n in range(1000):
        (tmp_path / f"{n}").write_text("x")
    stop = threading.Event()
    seen: list[tuple[int, int]] = []

    def on_progress(files: int, size: int) -> None:
        seen.append((files, size))
        if files >= 400:
            stop.set()

    walked = walk([tmp_path], stop, on_progress)
    assert seen == [(200, 200), (400, 400)]
    assert walked.was_stopped
    assert len(walked.files) == 400
    assert walk([tmp_path], stop).files == ()
