"""A virtual environment: made once, filled from a lock file, left alone while nothing changed."""

import errno
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import system_packages
from problem import Problem, say

ROOT = Path(__file__).resolve().parent.parent

RUNTIME = ("requirements.txt",)
TESTS = ("requirements-dev.txt", "requirements.txt")
BUNDLE = ("requirements-bundle.txt", "requirements.txt")
"""Lock files: the first one is installed, and holds all of the second."""

NEEDED_SPACE = 900 * 1024 * 1024
"""Bytes: the test environment takes 550 MB, its downloads 200 MB."""

OFFLINE_MARKS = (
    "NewConnectionError", "NameResolutionError", "name resolution", "Max retries exceeded", "TimeoutError",
    "Network is unreachable", "No route to host", "ProxyError", "Connection refused", "Connection aborted",
)  # fmt: skip
DISK_FULL_MARKS = ("No space left on device", "not enough space on the disk", "Disk quota exceeded")


def missing_modules() -> dict[str, str]:
    """Python's own parts that Debian and Ubuntu keep in a package of their own, with that package."""
    if importlib.util.find_spec("ensurepip") is not None and importlib.util.find_spec("venv") is not None:
        return {}
    return {"Python's venv module": f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"}


@dataclass(frozen=True)
class Environment:
    """One folder with an interpreter of its own and what lock files name."""

    folder: Path
    holds_program: bool = True
    """The program itself is installed too, in place."""

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def prepare(self, locks: Sequence[str]) -> Path:
        """Make sure that the environment holds what ``locks`` name, and return its interpreter.

        Quick, and without a network, when an earlier run did it. Raises ``Problem``.
        """
        try:
            if not self._is_complete(locks):
                self._fill(locks)
        except OSError as error:
            raise Problem(_disk_words(error)) from error
        return self.python

    @property
    def _stamp(self) -> Path:
        return self.folder / "installed.json"

    @property
    def _name(self) -> str:
        return os.path.relpath(self.folder, ROOT)

    def _is_complete(self, locks: Sequence[str]) -> bool:
        found = _stamped(self._stamp)
        return self.python.exists() and all(
            found.get(name) == value for name, value in _wanted(locks).items()
        )

    def _fill(self, locks: Sequence[str]) -> None:
        wanted = _wanted(locks)
        found = _stamped(self._stamp)
        _require_space()
        if not self.python.exists() or any(found.get(name) != wanted[name] for name in ("python", "root")):
            self._create()
        say(f"Installing the packages of {locks[0]} into {self._name} (about half a minute) …")
        self._pip("install", "--no-deps", "--require-hashes", "-r", str(ROOT / locks[0]))
        if self.holds_program:
            self._pip("install", "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT))
        self._stamp.write_text(json.dumps(wanted, indent=1), encoding="utf-8")

    def _create(self) -> None:
        """A new, empty environment of this Python."""
        system_packages.install(missing_modules())
        say(f"Making the environment {self._name} …")
        base = getattr(sys, "_base_executable", None) or sys.executable
        command = [base, "-m", "venv", "--clear", str(self.folder)]
        self._run(command, f"Python could not make the environment {self._name}")

    def _pip(self, *arguments: str) -> None:
        """Run the environment's pip."""
        common = ["--quiet", "--disable-pip-version-check", "--no-input", "--retries", "3", "--timeout", "30"]
        command = [str(self.python), "-m", "pip", *arguments, *common]
        self._run(command, "The packages could not be installed")

    def _run(self, command: Sequence[str], failed: str) -> None:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", env=_environ(), check=False
        )
        if done.returncode:
            raise Problem(self._failure(failed, done.stdout + done.stderr))

    def _failure(self, what: str, output: str) -> str:
        """One sentence for the output of a failed tool."""
        if any(mark in output for mark in DISK_FULL_MARKS):
            return f"{what}: the disk is full; make room and run this again."
        if any(mark in output for mark in OFFLINE_MARKS):
            return f"{what}: the package index cannot be reached; connect to the network and run this again."
        if "DO NOT MATCH THE HASHES" in output:
            return f"{what}: a download differs from the file that was locked; run this again."
        log = self.folder / "failed-installation.log"
        self.folder.mkdir(parents=True, exist_ok=True)
        log.write_text(output, encoding="utf-8")
        return f"{what}: {telling_line(output)} (all of it is in {log})"


OWN = Environment(ROOT / ".venv")
"""What the program and its tests run in."""
WORKSHOP = Environment(ROOT / "build" / "venv", holds_program=False)
"""What the program is frozen in: nothing is there that it does not need, so nothing else gets into it."""


def telling_line(output: str) -> str:
    """The line of a failed tool's output that says most."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if "error:" in line.lower()] or lines or ["no reason was given"]
    return telling[0]


def _wanted(locks: Sequence[str]) -> dict[str, str]:
    """What the stamp says when the environment is complete."""
    wanted = {"python": f"{sys.version_info[0]}.{sys.version_info[1]}", "root": str(ROOT)}
    for name in (*locks, "pyproject.toml"):
        wanted[name] = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
    return wanted


def _stamped(stamp: Path) -> dict[str, str]:
    """What the last complete installation wrote; nothing if there was none."""
    try:
        content = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _require_space() -> None:
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED_SPACE:
        raise Problem(
            f"The disk that holds {ROOT} is nearly full: {NEEDED_SPACE >> 20} MB are needed and "
            f"{free >> 20} MB are free; make room and run this again."
        )


def _environ() -> dict[str, str]:
    """This environment without what would lead pip or Python out of an environment."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONHOME", "PYTHONPATH"}}
    return kept | {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}


def _disk_words(error: OSError) -> str:
    """One sentence for a failure of the disk itself."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "The disk is full; make room and run this again."
    where = error.filename or ROOT
    return f"{where} cannot be used ({error.strerror}); check its permissions and run this again."
