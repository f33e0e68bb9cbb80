"""What lies on this computer."""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path


def file_sizes(folder: Path) -> dict[str, int]:
    """Bytes of the files right in ``folder``, by name; nothing where it cannot be read. Blocking."""
    found: dict[str, int] = {}
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):
                if entry.is_file():
                    found[entry.name] = entry.stat().st_size
    return found


def sizes_of(paths: Sequence[str]) -> dict[str, int]:
    """Bytes of those of these that are files here. Blocking."""
    found: dict[str, int] = {}
    for path in set(paths):
        with contextlib.suppress(OSError, ValueError):
            if Path(path).is_file():
                found[path] = Path(path).stat().st_size
    return found
