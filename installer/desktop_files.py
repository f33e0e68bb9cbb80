"""Runs ``installer/desktop``, in the environment that the program is frozen in."""

import os
import subprocess
from pathlib import Path

from environment import BUNDLE, ROOT, WORKSHOP, telling_line
from problem import Problem
from source_date import source_date


def write(folder: Path) -> None:
    """Menu entry, icons, manual page and the like below ``folder``. Raises ``Problem``."""
    command = [str(WORKSHOP.prepare(BUNDLE)), str(ROOT / "installer" / "desktop"), str(folder)]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environ = kept | {"SOURCE_DATE_EPOCH": str(source_date()), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem(f"The desktop's files could not be made: {telling_line(done.stderr)}")
