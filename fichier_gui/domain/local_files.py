"""What a folder of this computer holds, and its order. Pure."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from fichier_gui.domain.names import natural_key
from fichier_gui.domain.values import value

_NO_TEXT: Final = re.compile("[\ud800-\udfff]")


class LocalColumn(StrEnum):
    """What the list can be ordered by."""

    NAME = "name"
    SIZE = "size"
    CHANGED = "changed"


@value
class LocalEntry:
    """One file or folder. What is no text in its name stands there as lone surrogates, as Python reads it."""

    name: str
    path: str
    """Absolute."""
    is_folder: bool
    """Of a link: what it leads to."""
    size: int
    """Bytes; of a folder nothing that means anything."""
    changed_at: float
    is_hidden: bool = False
    link: str = ""
    """Where a link leads to, as it says itself."""


@value
class LocalListing:
    """A folder as it was found: entries by name, folders first."""

    folder: str
    entries: tuple[LocalEntry, ...]
    stamp: int = 0
    """Another one as soon as something is added, renamed or taken away."""


def by_name(entries: Iterable[LocalEntry]) -> tuple[LocalEntry, ...]:
    """Folders first; "file 2" before "file 10"."""
    return tuple(sorted(entries, key=lambda e: (not e.is_folder, natural_key(e.name))))


def arranged(
    entries: Sequence[LocalEntry], column: LocalColumn, *, descending: bool, with_hidden: bool
) -> list[LocalEntry]:
    """The entries to be shown, in order. ``entries`` are in the order of :func:`by_name`.

    Folders stay first, and have no size: by size they stand in the order of their names.
    """
    seen = [entry for entry in entries if with_hidden or not entry.is_hidden]
    folders = [entry for entry in seen if entry.is_folder]
    files = [entry for entry in seen if not entry.is_folder]
    if column is LocalColumn.NAME:
        return folders[::-1] + files[::-1] if descending else folders + files
    if column is LocalColumn.SIZE:
        return folders + sorted(files, key=lambda entry: entry.size, reverse=descending)
    return [
        entry
        for part in (folders, files)
        for entry in sorted(part, key=lambda entry: entry.changed_at, reverse=descending)
    ]


def shown_text(text: str) -> str:
    """A name or a path as it can be shown: bytes that are no text become "�"."""
    return _NO_TEXT.sub("�", text)
