"""A list of files and folders, here or there: its look, its keys, its selection."""

import contextlib
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from fichier_gui.ui import theme
from fichier_gui.ui.delegates.list_row import ListRowDelegate
from fichier_gui.ui.flat_header import FlatHeader
from fichier_gui.ui.views.stepping_back import SteppingBack

ICON = theme.ICON + 2
AROUND_WORDS = 2 * theme.RELATED + 2 * theme.GRID
"""Of a cell, and what a header needs for its arrow."""
_LEAST_NAME: Final = 140
"""Pixels that names have, with a small icon, before other columns go."""


class ListTable(SteppingBack):
    """Rows of one height; nothing is measured, so that 100,000 are as quick as ten."""

    opened = Signal(object)
    """A row was activated by double click or Return."""
    chosen = Signal()
    """The selection changed."""
    escaped = Signal()
    """Escape was pressed."""

    def __init__(
        self, model: QAbstractItemModel, delegate: ListRowDelegate, name: str, parent: QWidget | None
    ) -> None:
        """``name`` is what a screen reader says of it."""
        super().__init__(parent)
        self._delegate = delegate
        self._giving: tuple[int, ...] = ()
        """Columns that make room for the names, in the order in which they go."""
        self._given: dict[int, int] = {}
        """How wide they are while they are there."""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
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
        self.setIconSize(QSize(ICON, ICON))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._on_activated)
        self._is_choosing = False
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def row_at(self, index: QModelIndex) -> object:
        """What stands in a row; None where there is no row."""
        raise NotImplementedError

    def chosen_spans(self) -> list[tuple[int, int]]:
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
        model = self.model()
        last = model.index(model.rowCount() - 1, model.columnCount() - 1)
        everything = QItemSelection(model.index(0, 0), last)
        self.selectionModel().select(everything, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def select_rows(self, places: list[int]) -> None:
        """Select the rows at these places, which ascend."""
        self._select(places, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def add_rows(self, places: list[int]) -> None:
        """Select them besides those that are."""
        if places:
            self._select(places, QItemSelectionModel.SelectionFlag.Select)

    def _select(self, places: list[int], how: QItemSelectionModel.SelectionFlag) -> None:
        model, selection = self.model(), QItemSelection()
        for first, end in _spans(places):
            selection.select(model.index(first, 0), model.index(end, model.columnCount() - 1))
        self.selectionModel().select(selection, how)

    @contextlib.contextmanager
    def _chosen_once(self) -> Iterator[None]:
        """However often the selection changes meanwhile: it is told once, at the end."""
        self._is_choosing = True
        try:
            yield
        finally:
            self._is_choosing = False
        self.chosen.emit()

    def _on_selection_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        if not self._is_choosing:
            self.chosen.emit()

    def stand_at(self, place: int) -> None:
        """Let the keyboard go on from this row; the selection stays."""
        self.selectionModel().setCurrentIndex(
            self.model().index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow list keeps the names readable: other columns give their room."""
        super().resizeEvent(event)
        self._give_way()

    def enter(self) -> None:
        """Come here by keyboard."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stand_somewhere()

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

    def save_columns(self) -> QByteArray:
        """Widths, places and order of the columns."""
        self._take_back()
        state = self.header().saveState()
        self._give_way()
        return state

    def restore_columns(self, state: QByteArray) -> None:
        """What :meth:`save_columns` gave."""
        self.header().restoreState(state)
        self._take_back()
        self._give_way()

    def _dress_header(self) -> FlatHeader:
        header = FlatHeader(self, inset=theme.RELATED)
        self.setHeader(header)
        header.setStretchLastSection(False)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(36)
        return header

    def _fit_column(self, header: FlatHeader, number: int, samples: tuple[str, ...]) -> None:
        """As wide as its longest words; the first one takes the room that is left."""
        widest = max(self.fontMetrics().horizontalAdvance(word) for word in samples)
        header.fit(number, widest + AROUND_WORDS)
        mode = QHeaderView.ResizeMode.Interactive if number else QHeaderView.ResizeMode.Stretch
        header.setSectionResizeMode(number, mode)

    def _take_back(self) -> None:
        for number in self._giving:
            self.header().showSection(number)

    def _give_way(self) -> None:
        header = self.header()
        for number in self._giving:
            if not header.isSectionHidden(number):
                self._given[number] = header.sectionSize(number)
        others = (header.sectionSize(n) for n in range(1, header.count()) if n not in self._giving)
        least = _LEAST_NAME + self.iconSize().width() - ICON
        room = self.viewport().width() - least - sum(others)
        wanted = sum(self._given.values())
        for number in self._giving:
            header.setSectionHidden(number, wanted > room)
            wanted -= self._given[number]

    def _stand_somewhere(self) -> None:
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.stand_at(0)

    def _on_activated(self, index: QModelIndex) -> None:
        row = self.row_at(index)
        if row is not None:
            self.opened.emit(row)


def _spans(places: list[int]) -> list[tuple[int, int]]:
    """Runs of neighbours in an ascending list."""
    spans: list[tuple[int, int]] = []
    for place in places:
        if spans and place == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], place)
        else:
            spans.append((place, place))
    return spans
