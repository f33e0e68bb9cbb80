"""What is chosen in the file list, sorted out once for all who ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from fichier_gui.catalogue.order import Row
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.ui.models.row_change import NO_LINK, ItemId, item_id

T = TypeVar("T")

Span = tuple[int, int]
"""A run of rows, the end not included."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """In the order of the list."""

    rows: Sequence[Row] = ()
    files: Sequence[RemoteFile] = ()
    folders: Sequence[RemoteFolder] = ()
    octets: int = 0
    """Of the files."""


def sorted_out(rows: Sequence[Row]) -> Chosen:
    """These rows."""
    files = [row for row in rows if isinstance(row, RemoteFile)]
    folders = [row for row in rows if isinstance(row, RemoteFolder)] if len(files) < len(rows) else ()
    return Chosen(rows, files, folders, sum([file.size for file in files]))


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows in their order, with what has to be known of each: found in a thread, where it holds nobody up."""

    whole: Chosen
    asked: frozenset[ItemId] = frozenset()
    """Items that were chosen, or current, when it was made."""
    places: Sequence[int] = ()
    """Where those are, in ascending order."""


def sheet_of(rows: Sequence[Row], asked: frozenset[ItemId]) -> Sheet:
    """Of rows that begin with the folders. Files without links are not found: all are alike."""
    asked = asked - {NO_LINK}
    places = [place for place, row in enumerate(rows) if item_id(row) in asked] if asked else ()
    return Sheet(sorted_out(rows), asked, places)


def chosen_among(whole: Chosen, spans: Sequence[Span]) -> Chosen:
    """These spans of a list, folders first, that is sorted out already.

    What is not chosen is looked at where it is less: all of 100,000 rows but one are known by the one.
    """
    rows, first_file = whole.rows, len(whole.folders)
    folders = [(first, min(end, first_file)) for first, end in spans if first < first_file]
    files = [
        (max(first, first_file) - first_file, end - first_file) for first, end in spans if end > first_file
    ]
    chosen = _cut(whole.files, files)
    if 2 * len(chosen) > len(whole.files):
        left = _between(files, len(whole.files))
        octets = whole.octets - _octets(_cut(whole.files, left))
    else:
        octets = _octets(chosen)
    return Chosen(_cut(rows, spans), chosen, _cut(whole.folders, folders), octets)


def _octets(files: Sequence[RemoteFile]) -> int:
    return sum([file.size for file in files])


def _cut(items: Sequence[T], spans: Sequence[Span]) -> Sequence[T]:
    if list(spans) == [(0, len(items))]:
        return items
    cut: list[T] = []
    for first, end in spans:
        cut += items[first:end]
    return cut


def _between(spans: Sequence[Span], count: int) -> list[Span]:
    """The rest, of ``count`` items."""
    starts = [0, *(end for _, end in spans)]
    ends = [*(first for first, _ in spans), count]
    return [(first, end) for first, end in zip(starts, ends, strict=True) if first < end]
