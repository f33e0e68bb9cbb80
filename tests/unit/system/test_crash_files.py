"""A run that ends by a fault of the machine code is known to the next one, and spoken of once."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fichier_gui.system.crash_files import CrashFiles

CRASH = """
import faulthandler, sys
from pathlib import Path
from fichier_gui.system.crash_files import CrashFiles
CrashFiles(Path(sys.argv[1])).watch()
def the_culprit():
    faulthandler._sigsegv()
the_culprit()
"""


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    done = subprocess.run([sys.executable, "-c", CRASH, str(tmp_path)], capture_output=True, check=False)
    assert done.returncode == -signal.SIGSEGV
    return tmp_path


def test_the_stacks_are_told_once_and_kept_for_reports(crashed: Path) -> None:
    files = CrashFiles(crashed)
    files.watch()
    assert "the_culprit" in files.untold()
    files.tell()
    assert not files.untold() and "the_culprit" in files.last()
    files.close()
    again = CrashFiles(crashed)
    again.watch()
    assert not again.untold() and "the_culprit" in again.last()
    again.close()


def test_a_crash_nobody_was_told_of_is_told_by_a_later_run(crashed: Path) -> None:
    for _ in range(2):
        files = CrashFiles(crashed)
        files.watch()
        files.close()
    assert "the_culprit" in CrashFiles(crashed).untold()


def test_a_good_end_leaves_nothing(tmp_path: Path) -> None:
    files = CrashFiles(tmp_path)
    files.watch()
    files.close()
    files.close()
    assert not list(tmp_path.iterdir()) and not files.untold() and not files.last()


def test_a_disk_that_refuses_holds_nothing_up(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    files = CrashFiles(tmp_path / "file")
    files.watch()
    files.close()
    assert not files.untold()
