"""The table of the file list: columns, order, selection that survives a new listing, drags."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from fichier_gui.catalogue.order import Column, Place, Row
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.ui import theme
from fichier_gui.ui.delegates.file_row import FileRowDelegate
from fichier_gui.ui.flat_header import FlatHeader
from fichier_gui.ui.models.file_list import COLUMNS, FileListModel, ItemId, item_id
from fichier_gui.ui.views.row_carrying import carry
from fichier_gui.ui.views.stepping_back import SteppingBack
from fichier_gui.ui.wording import tr

_FOLDER_WIDTH = 168
_ICON = theme.ICON + 2
_FOLDER_SECTION = next(n for n, spec in enumerate(COLUMNS) if spec.column is Column.FOLDER)
_AROUND_WORDS = 2 * theme.RELATED + 2 * theme.GRID
"""Of a cell, and what a header needs for its arrow."""


class FileTable(SteppingBack):
    """Rows of one height; nothing is measured, so that 100,000 are as quick as ten."""

    opened = Signal(object)
    """A row was activated by double click or Return."""
    chosen = Signal()
    """The selection changed."""
    escaped = Signal()
    """Escape was pressed."""
    ordered = Signal(object, bool)
    """The header asks for a column and whether it descends."""

    def __init__(self, model: FileListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = FileRowDelegate(self)
        self.has_thumbnails: Callable[[Sequence[Row]], bool] = lambda _rows: False
        """Rows are high where one of them has a thumbnail."""
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Files"))
        self.setFrameShape(SteppingBack.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._on_activated)
        self._set_up_header()
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.chosen.emit())

    def _set_up_header(self) -> None:
        header = FlatHeader(self, inset=theme.RELATED)
        self.setHeader(header)
        header.setStretchLastSection(False)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(36)
        for number, spec in enumerate(COLUMNS):
            words = (tr(spec.title), *spec.samples())
            widest = max(self.fontMetrics().horizontalAdvance(word) for word in words)
            header.resizeSection(number, widest + _AROUND_WORDS)
            mode = QHeaderView.ResizeMode.Interactive
            if spec.column is Column.NAME:
                mode = QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(number, mode)
        header.moveSection(_FOLDER_SECTION, 1)
        header.resizeSection(_FOLDER_SECTION, _FOLDER_WIDTH)
        header.hideSection(_FOLDER_SECTION)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._on_header_sort_indicator_changed)

    @property
    def order(self) -> tuple[Column, bool]:
        """The column of the order, and whether it descends."""
        header = self.header()
        section = header.sortIndicatorSection()
        column = COLUMNS[section].column if 0 <= section < len(COLUMNS) else Column.NAME
        return column, header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

    def chosen_rows(self) -> list[Row]:
        """The selected rows, in the order of the list."""
        rows = self._model.rows
        return [row for first, end in self._chosen_spans() for row in rows[first:end]]

    def chosen_places(self) -> list[Place]:
        """Of a search: where each of the selected rows is."""
        places = self._model.places_of_rows
        return [place for first, end in self._chosen_spans() for place in places[first:end]]

    def _chosen_spans(self) -> list[tuple[int, int]]:
        """Runs of selected rows, the end not included."""
        selection = self.selectionModel().selection()
        spans = {
            (selection.at(number).top(), selection.at(number).bottom()) for number in range(selection.count())
        }
        runs: list[tuple[int, int]] = []
        behind = 0
        for first, last in sorted(spans):
            runs.append((max(first, behind), last + 1))
            behind = max(behind, last + 1)
        return runs

    def selectAll(self) -> None:
        """One range: a tree view selects row by row, which takes half a second for 100,000 of them."""
        last = self._model.index(len(self._model.rows) - 1, len(COLUMNS) - 1)
        everything = QItemSelection(self._model.index(0, 0), last)
        self.selectionModel().select(everything, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def show_rows(
        self, rows: Sequence[Row], *, is_stale: bool, keep_place: bool, places: Sequence[Place] = ()
    ) -> None:
        """Show ``rows``; with ``keep_place`` the selection, the current row and the scroll stay.

        With ``places`` they are of many folders, which are then shown too.
        """
        kept = [item_id(row) for row in self.chosen_rows()] if keep_place else []
        current = self._model.item(self.currentIndex()) if keep_place else None
        top = self.verticalScrollBar().value() if keep_place else 0
        self._set_row_height(rows)
        self._model.show(rows, is_stale=is_stale, places=places)
        if self.isColumnHidden(_FOLDER_SECTION) == bool(places):
            self.setColumnHidden(_FOLDER_SECTION, not places)
        if kept:
            self.select(kept)
        if current is not None:
            self.stand_on(item_id(current))
        self.verticalScrollBar().setValue(top)
        self.chosen.emit()

    def renew_thumbnails(self) -> None:
        """Thumbnails came or went; the rows in sight stay in sight."""
        top = self.indexAt(QPoint(0, 0))
        if self._set_row_height(self._model.rows) and top.isValid():
            self.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)
        self.viewport().update()

    def _set_row_height(self, rows: Sequence[Row]) -> bool:
        """True where it was another one."""
        wanted = self.has_thumbnails(rows)
        if wanted == self._delegate.has_thumbnails:
            return False
        self._delegate.has_thumbnails = wanted
        side = theme.THUMBNAIL if wanted else _ICON
        self.setIconSize(QSize(side, side))
        self.doItemsLayout()
        return True

    def select(self, ids: Sequence[ItemId]) -> None:
        """Select these rows, where they are still there."""
        selection = QItemSelection()
        last = len(COLUMNS) - 1
        for first, end in _spans(self._model.places(ids)):
            selection.select(self._model.index(first, 0), self._model.index(end, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def current_item(self) -> ItemId | None:
        """The row where the keyboard is."""
        row = self._model.item(self.currentIndex())
        return None if row is None else item_id(row)

    def stand_on(self, wanted: ItemId | None) -> None:
        """Let the keyboard go on from this row; the selection stays."""
        for place in self._model.places([] if wanted is None else [wanted]):
            self.selectionModel().setCurrentIndex(
                self._model.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def reveal(self, wanted: ItemId) -> bool:
        """Select one row and scroll to it; False when it is not there."""
        places = self._model.places([wanted])
        if not places:
            return False
        self.setCurrentIndex(self._model.index(places[0], 0))
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Carry the selected rows, as a label: their picture would hide the folders below it."""
        rows = self.chosen_rows()
        if rows:
            carry(self, self._model.carried(rows), rows, supportedActions)

    def target_under(self, point: QPoint) -> RemoteFolder | None:
        """The folder whose row is under a point of the viewport."""
        row = self._model.item(self.indexAt(point))
        return row if isinstance(row, RemoteFolder) else None

    def folder_under(self, point: QPoint) -> tuple[FolderId, str] | None:
        """The same with its name, for an upload."""
        folder = self.target_under(point)
        return None if folder is None else (folder.id, folder.name)

    def light(self, point: QPoint | None) -> None:
        """Light the folder row under a drag."""
        index = QModelIndex() if point is None else self.indexAt(point)
        self._delegate.light(index.row() if index.isValid() else None)
        self.viewport().update()

    def enter(self) -> None:
        """Come here by keyboard."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stand_somewhere()

    def save_columns(self) -> QByteArray:
        """Widths, places and order of the columns."""
        return self.header().saveState()

    def restore_columns(self, state: QByteArray) -> None:
        """What :meth:`save_columns` gave."""
        self.header().restoreState(state)
        self.setColumnHidden(_FOLDER_SECTION, not self._model.places_of_rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the current row on every platform; Qt's activation differs between them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._on_activated(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.escaped.emit()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By keyboard one always sees where one is."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._stand_somewhere()

    def _stand_somewhere(self) -> None:
        if not self.currentIndex().isValid() and self._model.rows:
            self.selectionModel().setCurrentIndex(
                self._model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._model.item(index)
        if row is not None:
            self.opened.emit(row)

    def _on_header_sort_indicator_changed(self, _section: int, _order: Qt.SortOrder) -> None:
        self.ordered.emit(*self.order)


def _spans(places: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of neighbours in an ascending list."""
    spans: list[tuple[int, int]] = []
    for place in places:
        if spans and place == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], place)
        else:
            spans.append((place, place))
    return spans
