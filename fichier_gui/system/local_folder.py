"""What lies in a folder of this computer."""

import contextlib
import os
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
