"""Batches that fold out: by the sign before their name, a double click, Return, and the arrow keys."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QTreeView

from fichier_gui.domain.ids import BatchId
from fichier_gui.ui import theme
from fichier_gui.ui.models.cell_answers import Role
from fichier_gui.ui.models.transfer_columns import NAME
from fichier_gui.ui.models.transfer_list import TransferListModel

SIGN = theme.RELATED + theme.ICON + theme.GRID
"""Pixels from the edge of the name's cell in which a click meets the sign."""


class Folding(QObject):
    """Of one list."""

    def __init__(self, view: QTreeView, model: TransferListModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._is_taken = False
        """The press folded a batch: its release means nothing more."""
        view.viewport().installEventFilter(self)

    def toggle(self, index: QModelIndex) -> bool:
        """Fold a batch out or in; False when the row is none."""
        batch = _batch(index)
        if batch is not None:
            self._model.fold(batch, batch not in self._model.shelf.unfolded)
        return batch is not None

    def take_key(self, event: QKeyEvent) -> bool:
        """Right folds out, then goes to the first row; Left folds in, or goes to the batch of a row."""
        index = self._view.currentIndex()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain or event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or not index.isValid():
            return False
        batch, is_right = _batch(index), event.key() == Qt.Key.Key_Right
        if batch is None:
            return not is_right and self._go_to_batch(index.row())
        if (batch in self._model.shelf.unfolded) is not is_right:
            self._model.fold(batch, is_right)
        elif is_right:
            self._view.setCurrentIndex(self._model.index(index.row() + 1, index.column()))
        return True

    def _go_to_batch(self, row: int) -> bool:
        batch = self._model.batch_of(row)
        place = -1 if batch is None else self._model.row_of_batch(batch)
        if place >= 0:
            self._view.setCurrentIndex(self._model.index(place, NAME))
        return place >= 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the sign."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._is_taken = event.button() == Qt.MouseButton.LeftButton and self._take_click(event)
            return self._is_taken
        if event.type() == QEvent.Type.MouseButtonRelease and self._is_taken:
            self._is_taken = False
            return True
        return self._is_taken

    def _take_click(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        index = self._view.indexAt(point)
        if not index.isValid() or index.column() != NAME or _batch(index) is None:
            return False
        cell = self._view.visualRect(index)
        is_mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        way_in = cell.right() - point.x() if is_mirrored else point.x() - cell.left()
        return way_in < SIGN and self.toggle(index)


def _batch(index: QModelIndex) -> BatchId | None:
    item = index.data(Role.ID)
    return BatchId(-item) if isinstance(item, int) and item < 0 else None
