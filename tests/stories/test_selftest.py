"""``fichier-gui --self-test``: what a person runs on a fresh machine."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.command_line import ROOT, CommandLine, environment

pytestmark = pytest.mark.story


@pytest.fixture
def line(tmp_path: Path) -> Iterator[CommandLine]:
    pytest.importorskip("PySide6.QtWidgets")
    bare = environment(tmp_path / "home")
    del bare["QT_QPA_PLATFORM"]
    yield CommandLine(tmp_path / "profile", "http://127.0.0.1:9/v1", None, bare)


def check(line: CommandLine, pictures: Path, platform: str) -> None:
    done = line.run("--self-test", "--screenshots", str(pictures), seconds=110)
    assert done.code == 0, done.out + done.err
    assert "FAIL" not in done.out
    assert f"The window is on: {platform}" in done.out
    assert done.lines[-1].startswith("Self-test passed")
    assert {path.name for path in pictures.iterdir()} >= {"window-light.png", "window-dark.png"}
    assert all(path.stat().st_size > 10_000 for path in pictures.iterdir())
    assert not line.profile.exists(), "the self-test leaves the real profile alone"


def test_without_a_display(line: CommandLine, tmp_path: Path) -> None:
    check(line, tmp_path / "pictures", "offscreen")


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs xvfb-run")
def test_on_a_display(line: CommandLine, tmp_path: Path) -> None:
    command = [
        "xvfb-run",
        "-a",
        "-s",
        "-screen 0 1400x900x24 -nolisten tcp",
        sys.executable,
        "-m",
        "fichier_gui",
    ]
    done = subprocess.run(
        [*command, "--self-test", "--screenshots", str(tmp_path / "pictures")],
        env=line.environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The window is on: xcb" in done.stdout
