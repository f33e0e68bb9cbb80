"""Reads a folder of more entries than the service shows at once, by the dates of its files.

The service cuts a list at 5,000 and has no pages, but it can be asked for what was sent between two moments.
A window that is cut again is divided where half of what it showed lies on each side.
"""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Final

from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.remote import RemoteFile

MOST_SHOWN: Final = 5000
"""A list of so many files may have been cut."""
BEGINNING: Final = 946_684_800.0
"""2000: before there was anything to send files to."""
_NARROWEST: Final = 2.0
"""Seconds of a window that cannot be divided: dates are whole seconds."""

Ask = Callable[[float, float], Awaitable[tuple[RemoteFile, ...]]]
"""The files that were sent after the one moment and before the other, neither included."""


@dataclass(frozen=True, slots=True)
class WindowedFiles:
    """What all windows held together."""

    files: tuple[RemoteFile, ...]
    is_complete: bool
    """False when more files were sent in one moment than the service shows."""


async def read_in_windows(
    ask: Ask, shown: Iterable[RemoteFile], end: float, most: int = MOST_SHOWN
) -> WindowedFiles:
    """All files of a folder whose list, ``shown``, was cut. ``end``: after the last. Raises as ``ask``."""
    found: dict[FileUrl, RemoteFile] = {}
    is_complete = True
    pending = _divided(BEGINNING, end, shown)
    while pending:
        first, last = pending.pop()
        # Neither end is included: each window is a second wider, and what two of them hold counts once.
        files = await ask(first - 1, last + 1)
        found.update((file.url, file) for file in files)
        if len(files) < most:
            continue
        if last - first < _NARROWEST:
            is_complete = False
        else:
            pending += _divided(first, last, files)
    return WindowedFiles(tuple(found.values()), is_complete)


def _divided(first: float, last: float, files: Iterable[RemoteFile]) -> list[tuple[float, float]]:
    """Two windows for one, the earlier one at the end."""
    dates = [file.added_at for file in files if file.added_at is not None]
    middle = float(int(sorted(dates)[len(dates) // 2])) if dates else first
    if not first < middle < last:
        middle = float(int((first + last) / 2))
    return [(middle, last), (first, middle)]
