"""The order of a folder's rows or of a search's, and which of them a filter shows. Pure; fast enough for
100,000 rows.

The keys of a listing are computed once (:class:`Arrangement`) and each order is a stable sort over them.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.kinds import KIND_ORDER, kind_of
from fichier_gui.domain.names import FoldedNames, folded, natural_key
from fichier_gui.domain.remote import RemoteFile, RemoteFolder

Row = RemoteFolder | RemoteFile


_BUCKET: Final = 1024
"""Items that are sorted at a stroke."""
_SAMPLED: Final = 16
"""Items of the sample for each bucket."""


class Column(StrEnum):
    """What the file list can be ordered by."""

    NAME = "name"
    FOLDER = "folder"
    """Where a row of a search is."""
    SIZE = "size"
    KIND = "kind"
    ADDED = "added"
    CHECKSUM = "checksum"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row of a search is."""

    folder_id: FolderId
    path: str
    """``/Films/2024``"""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows in order; of a search each with its place, of a folder with none."""

    rows: Sequence[Row]
    places: Sequence[Place] = ()


class Arrangement:
    """One listing, ready to be shown in any order. Read only; safe to build in a worker thread.

    ``places``: of the folders, then of the files, when they are not all in one folder.
    """

    def __init__(
        self,
        folders: Sequence[RemoteFolder],
        files: Sequence[RemoteFile],
        places: Sequence[Place] = (),
    ) -> None:
        self._folders = folders
        self._files = files
        self._places = places
        self._file_orders: dict[tuple[Column, bool], list[int]] = {}

    def rows(self, column: Column, descending: bool = False, filter_text: str = "") -> list[Row]:
        """Folders first, then files. Equal rows stay in the order of their names.

        Folders have neither size, kind nor checksum: for these columns they stay in the order of their names.
        """
        folders, files = self._numbers(column, descending, filter_text)
        return self._rows(folders, files)

    def placed(self, column: Column, descending: bool = False) -> Rows:
        """The same with the place of each row."""
        folders, files = self._numbers(column, descending, "")
        places = [self._places[i] for i in folders] + [self._places[len(self._folders) + i] for i in files]
        return Rows(self._rows(folders, files), places)

    def _rows(self, folders: list[int], files: list[int]) -> list[Row]:
        rows: list[Row] = [self._folders[number] for number in folders]
        rows += [self._files[number] for number in files]
        return rows

    def _numbers(self, column: Column, descending: bool, filter_text: str) -> tuple[list[int], list[int]]:
        words = folded(filter_text).split()
        folders, files = self._ordered_folders(column, descending), self._ordered_files(column, descending)
        if not words:
            return folders, files
        return _matching(folders, self._folder_words, words), _matching(files, self._file_words, words)

    @cached_property
    def _folder_names(self) -> FoldedNames:
        return FoldedNames([folder.name for folder in self._folders])

    @cached_property
    def _file_names(self) -> FoldedNames:
        return FoldedNames([file.name for file in self._files])

    @cached_property
    def _folder_words(self) -> list[str]:
        return self._folder_names.folded()

    @cached_property
    def _file_words(self) -> list[str]:
        return self._file_names.folded()

    @cached_property
    def _folders_by_name(self) -> list[int]:
        keys = self._folder_names.natural_keys()
        return ordered(range(len(keys)), keys.__getitem__)

    @cached_property
    def _files_by_name(self) -> list[int]:
        keys = self._file_names.natural_keys()
        return ordered(range(len(keys)), keys.__getitem__)

    @cached_property
    def _file_kinds(self) -> list[int]:
        return [KIND_ORDER[kind_of(file.name, file.mime)] for file in self._files]

    def _ordered_folders(self, column: Column, descending: bool) -> list[int]:
        by_name = self._folders_by_name
        if column is Column.NAME:
            return by_name[::-1] if descending else by_name
        if column is Column.ADDED:
            times = [folder.created_at or 0.0 for folder in self._folders]
            return ordered(by_name, times.__getitem__, descending)
        if column is Column.FOLDER and self._places:
            return ordered(by_name, self._path_keys.__getitem__, descending)
        return by_name

    def _ordered_files(self, column: Column, descending: bool) -> list[int]:
        order = self._file_orders.get((column, descending))
        if order is None:
            by_name = self._files_by_name
            if column is Column.NAME:
                order = by_name[::-1] if descending else by_name
            else:
                order = ordered(by_name, self._file_key(column), descending)
            self._file_orders[column, descending] = order
        return order

    @cached_property
    def _path_keys(self) -> list[str]:
        known: dict[str, str] = {}
        for place in self._places:
            if place.path not in known:
                known[place.path] = natural_key(place.path)
        return [known[place.path] for place in self._places]

    def _file_key(self, column: Column) -> Callable[[int], float | str]:
        if column is Column.FOLDER:
            return (self._path_keys[len(self._folders) :] or self._file_words).__getitem__
        if column is Column.SIZE:
            return [file.size for file in self._files].__getitem__
        if column is Column.ADDED:
            return [file.added_at or 0.0 for file in self._files].__getitem__
        if column is Column.CHECKSUM:
            return [file.checksum or "" for file in self._files].__getitem__
        return self._file_kinds.__getitem__


def ordered(items: Sequence[int], key: Callable[[int], Any], descending: bool = False) -> list[int]:
    """As ``sorted``, in buckets whose limits are taken from a sample, each sorted by itself.

    All of 100,000 at a stroke keep the interpreter from every other thread for 0.1 s.
    """
    if len(items) <= 2 * _BUCKET:
        return sorted(items, key=key, reverse=descending)
    sample = sorted({key(item) for item in items[:: _BUCKET // _SAMPLED]})
    limits = sample[_SAMPLED::_SAMPLED]
    buckets: list[list[int]] = [[] for _ in range(len(limits) + 1)]
    for item in items:
        buckets[bisect_right(limits, key(item))].append(item)
    if descending:
        buckets.reverse()
    return [item for bucket in buckets for item in sorted(bucket, key=key, reverse=descending)]


def arrange(
    folders: Sequence[RemoteFolder],
    files: Sequence[RemoteFile],
    column: Column = Column.NAME,
    descending: bool = False,
    filter_text: str = "",
) -> list[Row]:
    """The rows of one listing, once. A window that changes the order keeps an :class:`Arrangement`."""
    return Arrangement(folders, files).rows(column, descending, filter_text)


def _matching(order: list[int], names: list[str], words: list[str]) -> list[int]:
    for word in words:
        order = [i for i in order if word in names[i]]
    return order
