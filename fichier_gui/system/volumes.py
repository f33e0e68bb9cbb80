"""Free space of the volume that a path lies on, or will lie on."""

import shutil
from pathlib import Path

from fichier_gui.system.disk_faults import disk_faults


def nearest_existing(path: Path) -> Path:
    """``path`` itself or the first folder above it that is there."""
    for candidate in (path, *path.parents):
        if candidate.exists():
            return candidate
    return Path(path.anchor or ".")


def free_space(path: Path) -> int:
    """Bytes that this user may still write there. Blocking. Raises ``DiskProblem`` leaves."""
    with disk_faults(path):
        return shutil.disk_usage(nearest_existing(path.absolute())).free
