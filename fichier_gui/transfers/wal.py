"""SQLite's write-ahead log, looked at from outside.

SQLite takes a log that it cannot read for the end of what was committed: it opens the file without a word,
and the last transactions are gone. So the log is read before SQLite gets to it.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from fichier_gui.transfers.disk_faults import disk_faults

_HEADER: Final = struct.Struct(">8I")
_FRAME: Final = struct.Struct(">6I")
_MAGIC: Final = {0x377F0682: "<", 0x377F0683: ">"}
"""First word of a log → byte order of its checksums."""


@dataclass(frozen=True, slots=True)
class WalLook:
    """What a log says about itself."""

    is_garbled: bool = False
    """There is something, and it is no log."""
    last_commit: int = 0
    """Number of the last frame that ends a transaction and has others behind it; 0 for none.

    The very last frame is not counted: a process that is killed while it writes leaves half a frame.
    """


def look_at_wal(path: Path) -> WalLook:
    """The log at ``path``; an absent one is a sound one. Blocking. Raises ``DiskProblem`` leaves."""
    with disk_faults(path):
        if not path.exists():
            return WalLook()
        with path.open("rb") as file:
            header = file.read(_HEADER.size)
            if not header:
                return WalLook()
            if not _is_header(header):
                return WalLook(is_garbled=True)
            _, _, page_size, _, *salts, _, _ = _HEADER.unpack(header)
            frames = list(_frames(file, page_size, tuple(salts)))
    return WalLook(last_commit=max((n for n, is_commit in frames[:-1] if is_commit), default=0))


def _is_header(header: bytes) -> bool:
    if len(header) < _HEADER.size:
        return False
    magic, *_, first, second = _HEADER.unpack(header)
    order = _MAGIC.get(magic)
    return order is not None and _checksum(header[:24], order) == (first, second)


def _checksum(data: bytes, order: str) -> tuple[int, int]:
    """As the description of SQLite's file format has it."""
    first = second = 0
    for one, two in struct.iter_unpack(f"{order}2I", data):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first, second


def _frames(file: BinaryIO, page_size: int, salts: tuple[int, ...]) -> Iterator[tuple[int, bool]]:
    """(number, ends a transaction) of each whole frame of this log; older ones have other salts."""
    number = 0
    while len(frame := file.read(_FRAME.size)) == _FRAME.size:
        number += 1
        _, size_after, *found, _, _ = _FRAME.unpack(frame)
        if tuple(found) == salts:
            yield number, size_after != 0
        file.seek(page_size, 1)
