"""The table of the local pane: columns, order, selection that survives a new listing, drags."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from fichier_gui.domain.local_files import LocalColumn, LocalEntry, shown_text
from fichier_gui.ui import wording
from fichier_gui.ui.delegates.local_row import LocalRowDelegate
from fichier_gui.ui.models.local_files import COLUMNS, MARK, ORDERS, LocalFilesModel, entry_icon
from fichier_gui.ui.views.list_table import ListTable
from fichier_gui.ui.views.row_carrying import carry
from fichier_gui.ui.wording import tr

_MARK_WIDTH = 36


class LocalTable(ListTable):
    """The rows of a folder of this computer."""

    ordered = Signal()
    """The header asks for another order."""

    def __init__(self, model: LocalFilesModel, parent: QWidget | None = None) -> None:
        super().__init__(model, LocalRowDelegate(parent), tr("Files of this computer"), parent)
        self._model = model
        header = self._dress_header()
        samples = ((), (wording.size(888_800_000_000),), wording.longest_dates(), ())
        for number, column in enumerate(COLUMNS):
            self._fit_column(header, number, (tr(column.title), *samples[number]))
        header.resizeSection(MARK, _MARK_WIDTH)
        self._giving = (ORDERS.index(LocalColumn.CHANGED),)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(lambda _section, _order: self.ordered.emit())

    @property
    def order(self) -> tuple[LocalColumn, bool]:
        """The column of the order, and whether it descends."""
        header = self.header()
        section = header.sortIndicatorSection()
        column = ORDERS[section] if 0 <= section < len(ORDERS) else LocalColumn.NAME
        return column, header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

    def row_at(self, index: QModelIndex) -> LocalEntry | None:
        """The file or the folder of a row."""
        return self._model.entry(index)

    def chosen_entries(self) -> list[LocalEntry]:
        """The selected rows, in the order of the list."""
        rows = self._model.rows
        return [row for first, end in self.chosen_spans() for row in rows[first:end]]

    def show_entries(self, entries: Sequence[LocalEntry], *, keep_place: bool) -> None:
        """Show these; with ``keep_place`` the selection, the current row and the scroll stay."""
        kept = [entry.name for entry in self.chosen_entries()] if keep_place else []
        current = self._model.entry(self.currentIndex()) if keep_place else None
        top = self.verticalScrollBar().value() if keep_place else 0
        self._model.show_rows(entries)
        if kept:
            self.select_rows(self._model.places(kept))
        if current is not None:
            for place in self._model.places([current.name]):
                self.stand_at(place)
        self.verticalScrollBar().setValue(top)
        self.chosen.emit()

    def reveal(self, name: str) -> bool:
        """Select one row and scroll to it; False when it is not there."""
        for place in self._model.places([name]):
            self.setCurrentIndex(self._model.index(place, 0))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
            return True
        return False

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Carry the selected rows as files."""
        entries = self.chosen_entries()
        if entries:
            names = [shown_text(entry.name) for entry in entries]
            carry(self, self._model.carried(entries), names, entry_icon(entries[0]), supportedActions)

    def folder_under(self, point: QPoint) -> str | None:
        """The path of the folder whose row is under a point of the viewport."""
        entry = self._model.entry(self.indexAt(point))
        return entry.path if entry is not None and entry.is_folder else None

    def light(self, point: QPoint | None) -> None:
        """Light the folder row under a drag."""
        index = QModelIndex() if point is None else self.indexAt(point)
        self._delegate.light(index.row() if index.isValid() else None)
        self.viewport().update()
