"""The frozen program: one folder that needs no Python, made by PyInstaller as ``pyinstaller.spec`` says."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import desktop_files
import elf
from environment import BUNDLE, ROOT, WORKSHOP, telling_line
from problem import Problem, say
from source_date import source_date
from target import Need, Target, program

SPEC = ROOT / "pyinstaller.spec"
WORK = ROOT / "build" / "pyinstaller"
LOG = ROOT / "build" / "pyinstaller.log"
DESKTOP = ROOT / "build" / "desktop"
"""Where Windows and macOS get the program's icon from."""


def artefact(output: Path) -> Path:
    """Where the frozen program is: a folder, on macOS an application."""
    return output / ("fichier-gui.app" if sys.platform == "darwin" else "fichier-gui")


def executable(folder: Path) -> Path:
    """What is started in it, by hand or by a command."""
    inside = {"darwin": "Contents/MacOS/fichier-gui", "win32": "fichier-gui.exe"}
    return folder / inside.get(sys.platform, "fichier-gui")


def build(output: Path) -> Path:
    """Freeze the program, with the packages of ``requirements-bundle.txt`` and nothing else."""
    require_own(artefact(output))
    if sys.platform != "linux":
        desktop_files.write(DESKTOP)
    freeze(output, str(SPEC))
    if sys.platform == "linux":
        _look_nowhere_else(artefact(output))
    return artefact(output)


def require_own(folder: Path) -> None:
    """PyInstaller takes away what is in its way: let that be an earlier build. Raises ``Problem``."""
    is_empty = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    if not is_empty and not (folder / "_internal").is_dir() and not executable(folder).is_file():
        raise Problem(f"{folder} is in the way, and is no earlier build: name another folder.")


def attempt(output: Path) -> None:
    """The self-test of a copy in another folder, with nothing of this environment."""
    say("Trying the frozen program from another folder …")
    with tempfile.TemporaryDirectory(prefix="fichier-gui-moved-") as place:
        moved = shutil.copytree(artefact(output), Path(place) / artefact(output).name, symlinks=True)
        try_it(executable(moved), Path(place))


def freeze(output: Path, *what: str) -> None:
    """Run PyInstaller on a spec file, or with arguments of its own. Raises ``Problem``."""
    python = WORKSHOP.prepare(BUNDLE)
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(output), "--workpath", str(WORK), *what]
    # Sets of names are written in the order of their hashes: a fixed seed makes two builds the same.
    fixed = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": str(source_date())}
    done = _run(command, _without_python(dict(os.environ)) | fixed)
    LOG.write_text(done.stdout, encoding="utf-8")
    if done.returncode:
        raise Problem(f"PyInstaller failed: {telling_line(done.stdout)} (all of it is in {LOG})")


def try_it(program: Path, home: Path) -> None:
    """The self-test of a frozen program. Raises ``Problem`` where a step of it fails."""
    environ = {"HOME": str(home), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    if sys.platform == "win32":  # where nothing starts without the system's own variables
        environ = _without_python(dict(os.environ)) | environ
    done = _run([str(program), "--self-test"], environ)
    if done.returncode:
        failed = [line for line in done.stdout.splitlines() if line.startswith("FAIL")]
        raise Problem(f"The frozen program does not work: {(failed or done.stdout.splitlines())[-1]}")


def _run(command: list[str], environ: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _without_python(environ: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in environ.items() if not name.startswith("PYTHON")}


def _look_nowhere_else(folder: Path) -> None:
    """Python's own libraries name the folder they were built for: nothing there is of use, or trusted."""
    for path in filter(elf.is_elf, folder.rglob("*")):
        before = path.read_bytes()
        after = elf.without_foreign_places(before)
        if after != before:
            path.write_bytes(after)


def _needs() -> tuple[Need, ...]:
    return (program("objdump", "Debian package binutils"),) if sys.platform == "linux" else ()


TARGET = Target(
    "bundle", "the program in one folder, which needs no Python", build, _needs(), attempt=attempt
)
