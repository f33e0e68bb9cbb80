"""The Python packages, for ``pip install``: a wheel, and the source that it is built from."""

import os
import subprocess
from pathlib import Path

import pip_trial
from environment import OWN, ROOT, RUNTIME, telling_line
from problem import Problem
from source_date import source_date
from target import Target

from fichier_gui import identity

PROJECT = identity.NAME.replace("-", "_")


def wheel_in(output: Path) -> Path:
    """Where the wheel is."""
    return output / f"{PROJECT}-{identity.VERSION}-py3-none-any.whl"


def source_in(output: Path) -> Path:
    """Where the packed source is."""
    return output / f"{PROJECT}-{identity.VERSION}.tar.gz"


def _built(kind: str, artefact: Path) -> Path:
    command = [str(OWN.prepare(RUNTIME)), "-m", "hatchling", "build", "-t", kind, "-d", str(artefact.parent)]
    environ = os.environ | {"SOURCE_DATE_EPOCH": str(source_date())}
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    if done.returncode or not artefact.is_file():
        raise Problem(f"The {kind} was not built: {telling_line(done.stdout + done.stderr)}")
    return artefact


def build_wheel(output: Path) -> Path:
    """The wheel. Raises ``Problem``."""
    return _built("wheel", wheel_in(output))


def build_source(output: Path) -> Path:
    """The packed source. Raises ``Problem``."""
    return _built("sdist", source_in(output))


WHEEL = Target(
    "wheel",
    "the Python package",
    build_wheel,
    attempt=lambda output: pip_trial.attempt([str(ROOT), str(wheel_in(output))]),
)
SOURCE = Target(
    "source",
    "the source, from which pip builds the package",
    build_source,
    attempt=lambda output: pip_trial.attempt([str(source_in(output))]),
)
