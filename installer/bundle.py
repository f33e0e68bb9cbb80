"""The frozen program: one folder that needs no Python, made by PyInstaller as ``pyinstaller.spec`` says."""

import os
import subprocess
import sys
from pathlib import Path

from environment import BUNDLE, ROOT, WORKSHOP, telling_line
from problem import Problem
from target import Need, Target, program

WORK = ROOT / "build" / "pyinstaller"
LOG = ROOT / "build" / "pyinstaller.log"


def artefact(output: Path) -> Path:
    """Where the frozen program is: a folder, on macOS an application."""
    return output / ("fichier-gui.app" if sys.platform == "darwin" else "fichier-gui")


def build(output: Path) -> Path:
    """Freeze the program, with the packages of ``requirements-bundle.txt`` and nothing else."""
    python = WORKSHOP.prepare(BUNDLE)
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(output), "--workpath", str(WORK), str(ROOT / "pyinstaller.spec")]
    # Sets of names are written in the order of their hashes: a fixed seed makes two builds the same.
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environ | {"PYTHONHASHSEED": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    LOG.write_text(done.stdout, encoding="utf-8")
    if done.returncode:
        raise Problem(f"PyInstaller failed: {telling_line(done.stdout)} (all of it is in {LOG})")
    return artefact(output)


def _needs() -> tuple[Need, ...]:
    return (program("objdump", "Debian package binutils"),) if sys.platform == "linux" else ()


TARGET = Target("bundle", "the program in one folder, which needs no Python", build, _needs())
