"""Sum files as others read and write them: rhash and whirlpooldeep are the witnesses."""

import asyncio
import shutil
import subprocess
from pathlib import Path

import pytest

from fichier_gui.app.jobs.job import Ending, Kind, Report
from fichier_gui.app.jobs.verifying import check_sum_files
from fichier_gui.domain import sums
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.sums import Sum
from fichier_gui.transfers.checksum import find_checksums
from fichier_gui.transfers.hashing import hash_file

NAMES = ("plain.bin", "with space (1).bin", "Été $ `x`.txt", "sub/inner.bin")

needs_rhash = pytest.mark.skipif(not shutil.which("rhash"), reason="rhash is not installed")
needs_deep = pytest.mark.skipif(not shutil.which("whirlpooldeep"), reason="whirlpooldeep is not installed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, name in enumerate(NAMES):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(bytes([number]) * (1000 * number + 1))
    return tmp_path


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def said(folder: Path, *command: str) -> str:
    done = run(folder, *command)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def checked(path: Path) -> tuple[Ending, list[str]]:
    told: list[Report] = []
    ending = asyncio.run(check_sum_files([path], told.append, SystemClock(), wants_progress=False))
    return ending, [report.facts["verdict"] for report in told if report.kind is Kind.CHECKED]


def our_sum_file(folder: Path) -> Path:
    checksums = find_checksums()
    if checksums.provider is None:
        pytest.skip("no Whirlpool here")
    found = [Sum(name, hash_file(folder / name, checksums.new(), lambda: False)) for name in NAMES]
    path = folder / "ours.whirlpool"
    path.write_text(sums.written(found), encoding="utf-8")
    return path


@needs_rhash
def test_rhash_finds_our_sums_right_and_a_changed_file_wrong(folder: Path) -> None:
    path = our_sum_file(folder)
    assert "Everything OK" in said(folder, "rhash", "--whirlpool", "--check", path.name)
    (folder / NAMES[1]).write_bytes(b"changed")
    done = subprocess.run(
        ["rhash", "--whirlpool", "--check", path.name],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0 and NAMES[1] in done.stdout


@needs_rhash
@pytest.mark.parametrize("form", [(), ("--bsd",), ("--uppercase",)])
def test_we_read_what_rhash_writes(folder: Path, form: tuple[str, ...]) -> None:
    text = said(folder, "rhash", "--whirlpool", *form, *NAMES)
    (folder / "theirs.whirlpool").write_text(text, encoding="utf-8")
    assert checked(folder / "theirs.whirlpool") == (Ending.DONE, ["same"] * len(NAMES))
    (folder / NAMES[3]).write_bytes(b"changed")
    ending, verdicts = checked(folder / "theirs.whirlpool")
    assert ending is Ending.SOME_FAILED and sorted(verdicts) == ["differs", "same", "same", "same"]


@needs_deep
def test_we_read_what_whirlpooldeep_writes(folder: Path) -> None:
    text = said(folder, "whirlpooldeep", "-r", "-l", *NAMES)
    (folder / "theirs.whirlpool").write_text(text, encoding="utf-8")
    assert checked(folder / "theirs.whirlpool") == (Ending.DONE, ["same"] * len(NAMES))


@needs_deep
def test_whirlpooldeep_matches_our_sums(folder: Path) -> None:
    path = our_sum_file(folder)
    missing = subprocess.run(
        ["whirlpooldeep", "-l", "-x", path.name, *NAMES],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert missing.stdout == "", "it knows a file that our sums do not match"
