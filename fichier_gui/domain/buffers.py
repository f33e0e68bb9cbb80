"""Memory for bytes on their way."""

import mmap
import sys
from typing import Final

FROM_SYSTEM: Final = 128 * 1024
"""Bytes from which on a buffer is the system's own."""


def make_buffer(size: int) -> memoryview:
    """Writable zeros, which go back to the system as soon as nobody holds a view of them.

    The C library's allocator keeps a heap for every few threads and, after the first release of a large
    block, takes large blocks from there too: each thread that moved bytes left a mebibyte or two behind.
    Pages that are never touched cost nothing, so a small file may have a large buffer.
    """
    if size < FROM_SYSTEM:
        return memoryview(bytearray(size))
    if sys.platform == "win32":
        return memoryview(mmap.mmap(-1, size))
    return memoryview(mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))
