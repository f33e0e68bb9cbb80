"""The virtual environment .venv: made once, filled from a lock file, left alone while nothing changed."""

import errno
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import system_packages
from problem import Problem, say

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
STAMP = FOLDER / "installed.json"
LOG = FOLDER / "failed-installation.log"

RUNTIME = ("requirements.txt",)
TESTS = ("requirements-dev.txt", "requirements.txt")
"""Lock files in the order of installation; the first one of the tests holds all of the second."""

NEEDED_SPACE = 900 * 1024 * 1024
"""Bytes: the test environment takes 550 MB, its downloads 200 MB."""

OFFLINE_MARKS = (
    "NewConnectionError", "NameResolutionError", "name resolution", "Max retries exceeded", "TimeoutError",
    "Network is unreachable", "No route to host", "ProxyError", "Connection refused", "Connection aborted",
)  # fmt: skip
DISK_FULL_MARKS = ("No space left on device", "not enough space on the disk", "Disk quota exceeded")


def python() -> Path:
    """The environment's interpreter."""
    return FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(locks: Sequence[str]) -> Path:
    """Make sure that the environment holds what ``locks`` name, and return its interpreter.

    Quick, and without a network, when an earlier run did it. Raises ``Problem``.
    """
    try:
        if not _is_complete(locks):
            _fill(locks)
    except OSError as error:
        raise Problem(_disk_words(error)) from error
    return python()


def _is_complete(locks: Sequence[str]) -> bool:
    found = _stamp()
    return python().exists() and all(found.get(name) == value for name, value in _wanted(locks).items())


def _fill(locks: Sequence[str]) -> None:
    wanted = _wanted(locks)
    found = _stamp()
    _require_space()
    if not python().exists() or any(found.get(name) != wanted[name] for name in ("python", "root")):
        _create()
    say(f"Installing the packages of {locks[0]} into .venv (about half a minute) …")
    _pip("install", "--no-deps", "--require-hashes", "-r", str(ROOT / locks[0]))
    _pip("install", "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT))
    STAMP.write_text(json.dumps(wanted, indent=1), encoding="utf-8")


def missing_modules() -> dict[str, str]:
    """Python's own parts that Debian and Ubuntu keep in a package of their own, with that package."""
    if importlib.util.find_spec("ensurepip") is not None and importlib.util.find_spec("venv") is not None:
        return {}
    return {"Python's venv module": f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"}


def _wanted(locks: Sequence[str]) -> dict[str, str]:
    """What the stamp says when the environment is complete."""
    wanted = {"python": f"{sys.version_info[0]}.{sys.version_info[1]}", "root": str(ROOT)}
    for name in (*locks, "pyproject.toml"):
        wanted[name] = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
    return wanted


def _stamp() -> dict[str, str]:
    """What the last complete installation wrote; nothing if there was none."""
    try:
        content = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _create() -> None:
    """A new, empty environment of this Python."""
    system_packages.install(missing_modules())
    say("Making the environment .venv …")
    base = getattr(sys, "_base_executable", None) or sys.executable
    done = subprocess.run(
        [base, "-m", "venv", "--clear", str(FOLDER)],
        capture_output=True,
        text=True,
        errors="replace",
        env=_environ(),
        check=False,
    )
    if done.returncode:
        raise Problem(_failure("Python could not make the environment .venv", done.stdout + done.stderr))


def _require_space() -> None:
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED_SPACE:
        raise Problem(
            f"The disk that holds {ROOT} is nearly full: {NEEDED_SPACE >> 20} MB are needed and "
            f"{free >> 20} MB are free; make room and run this again."
        )


def _pip(*arguments: str) -> None:
    """Run the environment's pip."""
    common = ["--quiet", "--disable-pip-version-check", "--no-input", "--retries", "3", "--timeout", "30"]
    command = [str(python()), "-m", "pip", *arguments, *common]
    done = subprocess.run(
        command, capture_output=True, text=True, errors="replace", env=_environ(), check=False
    )
    if done.returncode:
        raise Problem(_failure("The packages could not be installed", done.stdout + done.stderr))


def _environ() -> dict[str, str]:
    """This environment without what would lead pip or Python out of .venv."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONHOME", "PYTHONPATH"}}
    return kept | {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}


def _failure(what: str, output: str) -> str:
    """One sentence for the output of a failed tool."""
    if any(mark in output for mark in DISK_FULL_MARKS):
        return f"{what}: the disk is full; make room and run this again."
    if any(mark in output for mark in OFFLINE_MARKS):
        return f"{what}: the package index cannot be reached; connect to the network and run this again."
    if "DO NOT MATCH THE HASHES" in output:
        return f"{what}: a download differs from the file that was locked; run this again."
    FOLDER.mkdir(exist_ok=True)
    LOG.write_text(output, encoding="utf-8")
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if "error:" in line.lower()] or lines or ["no reason was given"]
    return f"{what}: {telling[0]} (all of it is in {LOG})"


def _disk_words(error: OSError) -> str:
    """One sentence for a failure of the disk itself."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "The disk is full; make room and run this again."
    where = error.filename or ROOT
    return f"{where} cannot be used ({error.strerror}); check its permissions and run this again."
