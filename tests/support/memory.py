"""Memory for the files of a benchmark, so that neither a disk nor the host's memory is measured."""

import mmap
from pathlib import Path
from typing import Final

MEBIBYTE: Final = 1 << 20
_SHARED: Final = Path("/dev/shm")


def memory_folder() -> Path | None:
    """A file system in memory; None where there is none."""
    return _SHARED if _SHARED.is_dir() else None


def touch_memory(size: int) -> None:
    """Let this machine have ``size`` bytes in fact.

    A virtual machine gets its memory from its host page by page, at the cost of whoever touches a page first.
    """
    with mmap.mmap(-1, size) as memory:
        for start in range(0, size, MEBIBYTE):
            memory[start : start + MEBIBYTE] = bytes(MEBIBYTE)
