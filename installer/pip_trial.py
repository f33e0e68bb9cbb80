"""Installs the package as people do, with each Python that is here, into environments that hold nothing else.

without the window   the commands work, and say what the window needs
with it              the whole self-test passes, from another folder than the source
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from environment import telling_line
from problem import Problem, say

from fichier_gui import identity

NEWEST = 14
"""Minor version of the newest Python that is looked for."""
SECONDS = 600


def attempt(packages: Sequence[str]) -> None:
    """Install each package (a folder or a file) with each Python. Raises ``Problem`` at the first fault."""
    pythons = list(found_pythons())
    for package in packages:
        for version, python in pythons:
            with tempfile.TemporaryDirectory(prefix="fichier-gui-trial-") as folder:
                Trial(Path(folder), package).run(python)
            say(f"{Path(package).name} works with Python {version}, with and without the window.")


def found_pythons() -> Iterator[tuple[str, str]]:
    """Versions that the package is for, with an interpreter of each that is on this machine."""
    for minor in range(11, NEWEST + 1):
        name = f"python3.{minor}"
        others = sorted(Path.home().glob(f".pyenv/versions/3.{minor}.*/bin/{name}"))
        for candidate in (shutil.which(name), *map(str, others)):
            if candidate is not None and _says(candidate) == f"3.{minor}":
                yield f"3.{minor}", candidate
                break
        else:
            say(f"note: there is no Python 3.{minor} here to try.")


def _says(python: str) -> str:
    """The version of an interpreter that can make environments; empty for one that cannot."""
    look = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run([python, "-c", look], capture_output=True, text=True, check=False)
    return done.stdout.strip()


class Trial:
    """One package in one new environment."""

    def __init__(self, folder: Path, package: str) -> None:
        self._package = package
        self._venv = folder / "venv"
        self._work = folder / "elsewhere"
        self._work.mkdir()
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        own = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "XDG_CACHE_HOME": _cache()}
        self._environ = kept | own

    def run(self, python: str) -> None:
        """All of it. Raises ``Problem``."""
        self._call([python, "-m", "venv", str(self._venv)])
        self._install(self._package)
        version = self._call([self._program(identity.NAME), "--version"])
        if identity.VERSION not in version:
            raise Problem(f"{self._package}: the version is {version.strip()}, not {identity.VERSION}.")
        self._call([self._program(identity.NAME), "--self-test"])
        self._call([self._program(identity.NAME)], "pip install", code=2)
        self._install(f"{self._package}[window]")
        for name in (identity.NAME, f"{identity.NAME}-window"):
            self._call([self._program(name), "--self-test"])
        self._call([str(self._python()), "-m", "pip", "check"])

    def _install(self, what: str) -> None:
        quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
        self._call([str(self._python()), "-m", "pip", "install", *quiet, what])

    def _python(self) -> Path:
        return self._venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    def _program(self, name: str) -> str:
        return str(self._python().with_name(f"{name}.exe" if sys.platform == "win32" else name))

    def _call(self, command: Sequence[str], words: str = "", *, code: int = 0) -> str:
        name = Path(command[0]).name
        try:
            done = subprocess.run(
                command,
                cwd=self._work,
                env=self._environ,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise Problem(f"{self._package}: {name} had not ended after {SECONDS} s.") from late
        told = done.stdout + done.stderr
        if done.returncode != code or words not in told:
            raise Problem(f"{self._package}: {name} ended with {done.returncode}: {telling_line(told)}")
        return told


def _cache() -> str:
    """pip's downloads are kept: the environment is new, the files from the index need not be."""
    return os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
