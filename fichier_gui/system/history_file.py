"""Lines that are added and seldom read: a file, and the one before it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

FULL: Final = 4 * 1024 * 1024
"""Bytes after which a new file begins; some 80,000 lines."""


class HistoryFile:
    """Blocking; all calls from one thread. Raises ``OSError``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._before = path.with_name(f"{path.name}.1")

    def add(self, lines: list[str]) -> None:
        """At the end. Not forced to the disk: what is lost with the machine is a word, not a file."""
        if self._path.exists() and self._path.stat().st_size > FULL:
            self._path.replace(self._before)
        with self._path.open("a", encoding="ascii", errors="backslashreplace") as file:
            file.writelines(lines)

    def lines(self) -> Iterator[str]:
        """All, the oldest first."""
        for path in (self._before, self._path):
            if path.exists():
                with path.open(encoding="ascii", errors="replace") as file:
                    yield from file
