"""Programs and libraries of Linux: what they are linked with, and where they look for it."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"\x7fELF"
_LITTLE_64 = b"\x02\x01"
_LOAD, _DYNAMIC = 1, 2
_END, _NEEDED, _STRINGS, _RPATH, _RUNPATH = 0, 1, 5, 15, 29


@dataclass(frozen=True)
class _Segment:
    kind: int
    offset: int
    address: int
    size: int


def is_elf(path: Path) -> bool:
    """Whether it is one, and no link to one."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def needed(content: bytes) -> list[str]:
    """The names of the libraries that it is linked with."""
    return [_text(content, offset) for _, tag, offset in _names(content) if tag == _NEEDED]


def without_foreign_places(content: bytes) -> bytes:
    """The same, but looking in no folder of the machine that it was made on.

    Places that are relative to the file stay. What is not for 64 bits, lowest byte first, stays as it is.
    """
    for place, tag, offset in _names(content):
        text = _text(content, offset)
        if tag in (_RPATH, _RUNPATH) and not all(part.startswith("$ORIGIN") for part in text.split(":")):
            return without_foreign_places(_without(content, place, offset, text))
    return content


def _without(content: bytes, place: int, offset: int, text: str) -> bytes:
    """Take an entry out of the table, and its text as far as no other name can share the end of it."""
    changed = bytearray(content)
    (table,) = (each for each in _segments(content) if each.kind == _DYNAMIC)
    end = table.offset + table.size
    changed[place:end] = content[place + 16 : end] + bytes(16)
    length = len(text.rpartition("/")[0].encode()) + 1
    changed[offset : offset + length] = bytes(length)
    return bytes(changed)


def _names(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Entries of the table whose value is a name: where the entry is, its kind, and where the name is."""
    entries = list(_entries(content))
    strings = next((value for _, tag, value in entries if tag == _STRINGS), None)
    if strings is None:
        return
    start = next(
        each.offset + strings - each.address
        for each in _segments(content)
        if each.kind == _LOAD and each.address <= strings < each.address + each.size
    )
    for place, tag, value in entries:
        if tag in (_NEEDED, _RPATH, _RUNPATH):
            yield place, tag, start + value


def _entries(content: bytes) -> Iterator[tuple[int, int, int]]:
    for segment in _segments(content):
        if segment.kind == _DYNAMIC:
            for place in range(segment.offset, segment.offset + segment.size, 16):
                tag, value = struct.unpack_from("<qQ", content, place)
                if tag == _END:
                    break
                yield place, tag, value


def _segments(content: bytes) -> Iterator[_Segment]:
    if content[4:6] != _LITTLE_64:
        return
    (first,) = struct.unpack_from("<Q", content, 32)
    size, count = struct.unpack_from("<HH", content, 54)
    for place in range(first, first + size * count, size):
        kind, _, offset, address, _, length = struct.unpack_from("<IIQQQQ", content, place)
        yield _Segment(kind, offset, address, length)


def _text(content: bytes, offset: int) -> str:
    return content[offset : content.index(0, offset)].decode()
