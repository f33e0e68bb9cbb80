"""Reads the rotating log while it is written."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

FIRST_BYTES: Final = 1024 * 1024
"""Of the newest log, for a reader that has read nothing yet."""


@dataclass(frozen=True, slots=True)
class LogPosition:
    """Up to where it was read."""

    file: int
    """Which one, by inode: it keeps it when it is put aside."""
    offset: int


def read_log(path: Path, since: LogPosition | None = None) -> tuple[str, LogPosition | None]:
    """What was written after ``since``, in whole lines, and where that ends. Blocking; never raises for want
    of a file.
    """
    chunks: list[str] = []
    position = since
    for number, file in enumerate(_files(path, since)):
        text, position = _read(file, position if number == 0 else None, is_all=bool(number))
        chunks.append(text)
    return "".join(chunks), position


def _files(path: Path, since: LogPosition | None) -> list[Path]:
    """The newest; before it the one that was put aside since, if there is one."""
    aside = path.with_name(f"{path.name}.1")
    if since is None or _inode(path) == since.file:
        return [path]
    return [aside, path] if _inode(aside) == since.file else [path]


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except OSError:
        return None


def _read(path: Path, since: LogPosition | None, *, is_all: bool) -> tuple[str, LogPosition | None]:
    try:
        with path.open("rb") as file:
            size, inode = file.seek(0, 2), path.stat().st_ino
            is_same = since is not None and since.file == inode and since.offset <= size
            start = (
                since.offset if since is not None and is_same else 0 if is_all else max(0, size - FIRST_BYTES)
            )
            file.seek(start)
            data = file.read(size - start)
    except OSError:
        return "", since
    whole = data.rfind(b"\n") + 1
    return data[:whole].decode("utf-8", "replace"), LogPosition(inode, start + whole)
