"""The rows of the folder that is shown. The order is made elsewhere; the model holds a finished list."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import Final

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import QPixmap

from fichier_gui.catalogue.order import Column, Place, Row
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.kinds import FileKind, kind_of
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.ui import icons, wording
from fichier_gui.ui.models.flat_rows import FlatRows
from fichier_gui.ui.models.left_rows import LeftRows
from fichier_gui.ui.models.row_change import NO_LINK, ItemId, RowChange, item_id
from fichier_gui.ui.wording import QT_TR_NOOP, tr

Index = QModelIndex | QPersistentModelIndex

ROWS_FORMAT: Final = "application/x-fichier-gui-rows"
"""Rows of this program, dragged or on the clipboard: it holds a token alone."""

BROWSER_FORMAT: Final = "text/x-moz-url"
"""Addresses, each with a name, in UTF-16."""


class Role(IntEnum):
    """What the delegate and the tests ask for besides Qt's own roles."""

    ITEM = Qt.ItemDataRole.UserRole
    """The ``RemoteFile`` or ``RemoteFolder``."""
    RAW = Qt.ItemDataRole.UserRole + 1
    """The value itself: bytes, seconds, text."""
    IS_STALE = Qt.ItemDataRole.UserRole + 2
    """The row is the last known state, not the present one."""
    IS_VERIFIED = Qt.ItemDataRole.UserRole + 3
    """A transfer of this run compared its checksum."""
    THUMBNAIL = Qt.ItemDataRole.UserRole + 4
    """A ``QPixmap`` of the file itself, where there is one."""


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column: where its words and its value come from, and how it is laid out."""

    column: Column
    title: str
    text: Callable[[Row], str]
    raw: Callable[[Row], object]
    is_number: bool = False
    samples: Callable[[], tuple[str, ...]] = tuple
    """The longest words to be expected, in the language of the program: the first width."""


def _size_text(row: Row) -> str:
    return wording.size(row.size) if isinstance(row, RemoteFile) else wording.NOTHING


def _kind_text(row: Row) -> str:
    return (
        wording.file_kind_words(row) if isinstance(row, RemoteFile) else wording.kind_words(FileKind.FOLDER)
    )


def _added(row: Row) -> float | None:
    return row.added_at if isinstance(row, RemoteFile) else row.created_at


def _checksum(row: Row) -> str | None:
    return row.checksum if isinstance(row, RemoteFile) else None


def _longest_sizes() -> tuple[str, ...]:
    return (wording.size(888_800_000_000), wording.size(88_800_000_000))


def _longest_kinds() -> tuple[str, ...]:
    return tuple(wording.kind_words(kind) for kind in FileKind)


COLUMNS: Final = (
    ColumnSpec(Column.NAME, QT_TR_NOOP("Name"), lambda row: row.name, lambda row: row.name),
    ColumnSpec(
        Column.SIZE,
        QT_TR_NOOP("Size"),
        _size_text,
        lambda row: getattr(row, "size", None),
        is_number=True,
        samples=_longest_sizes,
    ),
    ColumnSpec(Column.KIND, QT_TR_NOOP("Kind"), _kind_text, _kind_text, samples=_longest_kinds),
    ColumnSpec(
        Column.ADDED,
        QT_TR_NOOP("Added"),
        lambda row: wording.date(_added(row)),
        _added,
        samples=wording.longest_dates,
    ),
    ColumnSpec(Column.CHECKSUM, "✓", lambda _row: "", _checksum),
    # In a search only; the model knows it, the row does not. Stands beside the name.
    ColumnSpec(Column.FOLDER, QT_TR_NOOP("Folder"), lambda _row: "", lambda _row: None),
)


def icon_name(row: Row) -> str:
    """The drawing for a row."""
    if isinstance(row, RemoteFolder):
        return "folder-shared" if row.owner or row.public_url else "folder"
    return kind_icon(kind_of(row.name, row.mime))


def kind_icon(kind: FileKind) -> str:
    """The drawing for a kind of file."""
    return _KIND_ICONS[kind]


_KIND_ICONS: Final = {
    FileKind.FOLDER: "folder",
    FileKind.PICTURE: "kind-image",
    FileKind.VIDEO: "kind-video",
    FileKind.AUDIO: "kind-audio",
    FileKind.DOCUMENT: "kind-document",
    FileKind.TEXT: "kind-text",
    FileKind.ARCHIVE: "kind-archive",
    FileKind.PROGRAM: "kind-program",
    FileKind.OTHER: "kind-file",
}


class FileListModel(FlatRows):
    """A table over a finished list of rows; nothing is copied or wrapped."""

    looks_changed = Signal()
    """Rows are grey or marked that were not, or the other way round."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(COLUMNS), parent)
        self._rows: Sequence[Row] = ()
        self._left = LeftRows(self)
        self._places: Sequence[Place] = ()
        self._is_stale = False
        self._verified: set[FileUrl] = set()
        self._leaving: dict[str, frozenset[ItemId]] = {}
        self._titles = [tr(spec.title) for spec in COLUMNS]
        self._mark = QByteArray(os.urandom(16))
        self.thumbnail: Callable[[RemoteFile], QPixmap | None] = lambda _file: None

    def show(self, rows: Sequence[Row], *, is_stale: bool = False, places: Sequence[Place] = ()) -> None:
        """Show these rows, of a search with their ``places``. The view restores selection and place by id."""

        def change() -> None:
            self._rows, self._places, self._is_stale = rows, places, is_stale

        self._left.take(self._rows)
        self._replace(len(rows), change)

    def become(self, rows: Sequence[Row], change: RowChange, *, is_stale: bool = False) -> None:
        """Show these rows of the same folder: all that ``change`` does not name stays as it is.

        What moves goes and comes: the view chooses it again.
        """
        self._rows = shown = list(self._rows)
        for first, last in reversed(change.removed):
            self._remove(first, last, partial(shown.__delitem__, slice(first, last + 1)))
        for first, last in change.inserted:
            come = rows[first : last + 1]
            self._insert(first, last, partial(shown.__setitem__, slice(first, first), come))
        self._rows = rows
        for first, last in change.renewed:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))
        self.set_stale(is_stale)

    def set_stale(self, is_stale: bool) -> None:
        """Grey the rows, or not, without a reset."""
        if is_stale != self._is_stale:
            self._is_stale = is_stale
            self._all_changed()

    def mark_verified(self, url: FileUrl) -> None:
        """A transfer compared the checksum of this file."""
        if url not in self._verified:
            self._verified.add(url)
            self._all_changed()

    def mark_leaving(self, reason: str, items: Iterable[ItemId]) -> None:
        """Grey the rows that are about to go elsewhere; of each reason these, and no others."""
        leaving = frozenset(items)
        if leaving != self._leaving.get(reason, frozenset()):
            self._leaving[reason] = leaving
            self._all_changed()

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, in order."""
        return self._rows

    @property
    def places_of_rows(self) -> Sequence[Place]:
        """Where each row is; empty while one folder is shown."""
        return self._places

    def row_at(self, index: Index) -> Row | None:
        """The row under an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def places(self, ids: Iterable[ItemId]) -> list[int]:
        """Where these rows are now, in ascending order; rows that are gone, or have no link, are left out."""
        wanted = set(ids) - {NO_LINK}
        if not wanted:
            return []
        # Without a call for each: there may be 100,000.
        return [
            place
            for place, row in enumerate(self._rows)
            if (row.url if isinstance(row, RemoteFile) else row.id) in wanted
        ]

    def match(
        self,
        start: Index,
        role: int,
        value: object,
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith,
    ) -> list[QModelIndex]:
        """What typed letters lead to: the next name that begins with them, after the last one the first."""
        if role != Qt.ItemDataRole.DisplayRole or hits != 1 or not isinstance(value, str):
            return super().match(start, role, value, hits, flags)
        wanted = value.casefold()
        for place in (*range(start.row(), len(self._rows)), *range(start.row())):
            if self._rows[place].name.casefold().startswith(wanted):
                return [self.index(place, 0)]
        return []

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """See Qt."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        spec = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(spec)
        if spec.column is Column.CHECKSUM and role in _SPOKEN:
            return tr("Checksum")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt and :class:`Role`."""
        row = self.row_at(index)
        if row is None:
            return None
        spec = COLUMNS[index.column()]
        if spec.column is Column.FOLDER and role in _PATH_ROLES:
            return (self._places[index.row()].path or tr("not known yet")) if self._places else None
        answer = _ANSWERS.get(role)
        if answer is not None:
            return answer(row, spec)
        if role == Role.IS_STALE:
            return self._is_stale or any(item_id(row) in items for items in self._leaving.values())
        if role == Role.IS_VERIFIED:
            return isinstance(row, RemoteFile) and row.url in self._verified
        if role == Role.THUMBNAIL:
            return self.thumbnail(row) if isinstance(row, RemoteFile) else None
        return self._tip(row, spec) if role == Qt.ItemDataRole.ToolTipRole else None

    def supportedDragActions(self) -> Qt.DropAction:
        """Within the window rows are moved or copied; elsewhere their links are copied."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Never: what is let go on the list is taken by the targets of the window, or by nobody."""
        return False

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Never; Qt's own reads the data as rows in a form of its own, which links are not."""
        return False

    def mimeTypes(self) -> list[str]:
        """See Qt: a row that is dragged out carries its link."""
        return ["text/uri-list", "text/plain", BROWSER_FORMAT, ROWS_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """See :meth:`carried`."""
        return self.carried([self._rows[place] for place in dict.fromkeys(each.row() for each in indexes)])

    def carried(self, rows: Sequence[Row]) -> QMimeData:
        """The links of the files, as addresses and as text; and that the rows are this list's."""
        files = [row for row in rows if isinstance(row, RemoteFile) and row.url]
        links = [file.url for file in files]
        data = QMimeData()
        data.setData(ROWS_FORMAT, self._mark)
        if links:
            data.setUrls([QUrl(link) for link in links])
            data.setText("\n".join(links))
            # What browsers read first.
            named = "\n".join(f"{file.url}\n{file.name}" for file in files)
            data.setData(BROWSER_FORMAT, named.encode("utf-16-le"))
        return data

    def has_made(self, data: QMimeData) -> bool:
        """The data are rows of this list, and of no other one's."""
        return data.data(ROWS_FORMAT) == self._mark

    def _tip(self, row: Row, spec: ColumnSpec) -> str | None:
        if spec.column is Column.NAME:
            return row.name
        if spec.column is Column.SIZE and isinstance(row, RemoteFile):
            return wording.exact_size(row.size)
        if spec.column is Column.ADDED:
            return wording.full_date(_added(row))
        if spec.column is Column.CHECKSUM and isinstance(row, RemoteFile):
            return self._checksum_tip(row)
        return None

    def _checksum_tip(self, file: RemoteFile) -> str:
        if file.url in self._verified:
            return tr("Verified: the checksum is the same")
        return tr("1fichier knows its checksum: a download is verified against it") if file.checksum else ""

    def _all_changed(self) -> None:
        """Any may look otherwise. To name many rows to Qt takes longer than to paint those in sight."""
        if self._rows:
            self.looks_changed.emit()


_PATH_ROLES: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    int(Role.RAW),
)
_SPOKEN: Final = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def _alignment(spec: ColumnSpec) -> Qt.AlignmentFlag:
    if spec.column is Column.CHECKSUM:
        return Qt.AlignmentFlag.AlignCenter
    side = Qt.AlignmentFlag.AlignRight if spec.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _accessible(row: Row, spec: ColumnSpec) -> str:
    if spec.column is Column.NAME:
        return wording.spoken_row(row)
    if spec.column is Column.CHECKSUM:
        return tr("checksum known") if _checksum(row) else tr("no checksum")
    return spec.text(row)


_ANSWERS: Final[dict[int, Callable[[Row, ColumnSpec], object]]] = {
    int(Qt.ItemDataRole.DisplayRole): lambda row, spec: spec.text(row),
    int(Qt.ItemDataRole.TextAlignmentRole): lambda _row, spec: _alignment(spec),
    int(Qt.ItemDataRole.DecorationRole): lambda row, spec: (
        icons.icon(icon_name(row)) if spec.column is Column.NAME else None
    ),
    int(Qt.ItemDataRole.AccessibleTextRole): _accessible,
    int(Role.ITEM): lambda row, _spec: row,
    int(Role.RAW): lambda row, spec: spec.raw(row),
}
"""Answers that need the row and the column alone."""
