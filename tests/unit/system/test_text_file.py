"""A small file that is whole at every moment."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from fichier_gui.domain.errors import (
    DiskDenied,
    DiskFault,
    DiskFull,
    DiskProblem,
    PathTooLong,
    TargetFolderGone,
)
from fichier_gui.system.disk_faults import disk_faults
from fichier_gui.system.text_file import AtomicText


def test_text_comes_back(tmp_path: Path) -> None:
    file = AtomicText(tmp_path / "new" / "state.json")
    assert file.load() is None
    file.save("first\n")
    file.save("zweite ü\n")
    assert file.load() == "zweite ü\n"
    assert [path.name for path in file.path.parent.iterdir()] == ["state.json"]


@pytest.mark.skipif(os.name == "nt", reason="modes are a matter of POSIX")
def test_only_the_user_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "state"
    path.write_text("open to all")
    path.chmod(0o644)
    AtomicText(path).save("mine")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_failed_save_keeps_the_old_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = AtomicText(tmp_path / "state")
    file.save("old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull) as caught:
        file.save("new")
    monkeypatch.undo()
    assert caught.value.facts == {"path": str(file.path)}
    assert file.load() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["state"]


@pytest.mark.parametrize(
    ("number", "leaf"),
    [
        (28, DiskFull),
        (13, DiskDenied),
        (30, DiskDenied),
        (36, PathTooLong),
        (2, TargetFolderGone),
        (5, DiskFault),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="numbers of Linux")
def test_each_fault_has_its_leaf(number: int, leaf: type[DiskProblem]) -> None:
    with pytest.raises(leaf) as caught, disk_faults("/some/where"):
        raise OSError(number, os.strerror(number))
    assert caught.value.facts == {"path": "/some/where"}
    assert "/some" not in caught.value.detail


WRITER = """
import sys
from pathlib import Path
from fichier_gui.system.text_file import AtomicText
file = AtomicText(Path(sys.argv[1]))
print("go", flush=True)
n = 0
while True:
    n += 1
    file.save(f"{n} " * 20000)
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9")
def test_a_kill_leaves_old_or_new(tmp_path: Path) -> None:
    path = tmp_path / "state"
    for delay in (0.0, 0.003, 0.011, 0.03):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            try:
                writer.wait(timeout=0.05 + delay)
            except subprocess.TimeoutExpired:
                os.kill(writer.pid, signal.SIGKILL)
        text = AtomicText(path).load() or ""
        assert len(set(text.split())) == 1
        assert len(text.split()) == 20000
