"""Rows in an order that changes: what the view is told of it, and what must not move meanwhile."""

from array import array
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal

from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.ui.models import order_change
from fichier_gui.ui.models.flat_rows import FlatRows
from fichier_gui.ui.models.transfer_columns import COLUMNS

_SEARCHED_SINGLY: Final = 4
"""So many are sooner found one by one than by a look at each of 100,000."""

Index = QModelIndex | QPersistentModelIndex


class OrderedRows(FlatRows):
    """Holds the ids in their order, eight bytes a row. Selection and current row follow their id."""

    ordered = Signal()
    """A new order is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(COLUMNS), parent)
        self._ids: array[int] = array("q")
        """Of transfers; of batches below zero."""
        self._has_batches = False
        self._is_asked_for = False
        """The user wants to see another order: it is shown whatever must not move."""
        self._withheld: array[int] | None = None
        self.last_still: Callable[[], int] = lambda: -1
        """The last row that must stay where it is, with all above it; -1 while rows may move."""

    @property
    def has_batches(self) -> bool:
        """Some rows are batches."""
        return self._has_batches

    def batches_shown(self) -> set[BatchId]:
        """Those that are rows of the list."""
        return {BatchId(-item) for item in self._ids if item < 0} if self._has_batches else set()

    def row_of_batch(self, batch_id: BatchId) -> int:
        """Where the batch is shown; -1 when it is not."""
        return self.row_of(TransferId(-batch_id)) if self._has_batches else -1

    def row_of(self, transfer_id: TransferId) -> int:
        """Where the transfer is shown; -1 when it is not."""
        try:
            return self._ids.index(transfer_id)
        except ValueError:
            return -1

    def ids(self, first: int, last: int) -> list[TransferId]:
        """The transfers of a range of rows."""
        return [TransferId(item) for item in self._ids[first : last + 1]]

    def show_next(self) -> None:
        """The next order is shown as it is, whatever must not move: the user has asked for it."""
        self._is_asked_for = True

    def let_go(self) -> None:
        """Rows may move again: what was withheld is shown."""
        if self._withheld is not None:
            self.show_order(self._withheld)

    def show_order(self, ids: "array[int]") -> None:
        """A new order: rows that must not move stay until :meth:`let_go`."""
        last = -1 if self._is_asked_for else self.last_still()
        shown = order_change.kept_still(self._ids, ids, last)
        self._is_asked_for, self._withheld = False, None if shown == ids else ids
        # Before the rows are painted, for it is seen in every name.
        self._has_batches = bool(shown) and min(shown) < 0
        self._apply(shown)
        self.ordered.emit()

    def _apply(self, new: "array[int]") -> None:
        change = order_change.compare(self._ids, new)
        if change.is_scattered:
            self._replace(len(new), lambda: self._put(0, len(self._ids), new))
            return
        for first, last in reversed(change.removed):
            self._remove(first, last, partial(self._put, first, last + 1, array("q")))
        if change.is_moved:
            self._rearrange(change.kept)
        for first, last in change.inserted:
            self._insert(first, last, partial(self._put, first, first, new[first : last + 1]))

    def _put(self, first: int, end: int, ids: "array[int]") -> None:
        self._ids[first:end] = ids

    def _rearrange(self, ids: "array[int]") -> None:
        """The same rows in another order: selection and current row follow their transfer."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        moved = {self._ids[index.row()] for index in before}
        if len(moved) <= _SEARCHED_SINGLY:
            places = {item: ids.index(item) for item in moved}
        else:
            places = {item: row for row, item in enumerate(ids) if item in moved}
        after = [self.index(places[self._ids[index.row()]], index.column()) for index in before]
        self._ids = ids
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
