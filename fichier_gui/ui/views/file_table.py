"""The table of the file list: columns, order, selection that survives a new listing, drags."""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from fichier_gui.catalogue.order import Column, Place, Row
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.ui import theme
from fichier_gui.ui.delegates.file_row import FileRowDelegate
from fichier_gui.ui.models.file_list import COLUMNS, FileListModel, icon_name
from fichier_gui.ui.models.row_change import NO_LINK, ItemId, RowChange, item_id
from fichier_gui.ui.views.chosen import Chosen, Sheet, chosen_among, sorted_out
from fichier_gui.ui.views.list_table import ICON, ListTable
from fichier_gui.ui.views.row_carrying import carry
from fichier_gui.ui.wording import tr

_FOLDER_WIDTH = 168
_MANY: Final = 1000
_FOLDER_SECTION, _KIND_SECTION, _ADDED_SECTION = (
    next(n for n, spec in enumerate(COLUMNS) if spec.column is column)
    for column in (Column.FOLDER, Column.KIND, Column.ADDED)
)


class FileTable(ListTable):
    """The rows of a folder of the account, or of a search."""

    ordered = Signal(object, bool)
    """The header asks for a column and whether it descends."""
    carried = Signal(object, object)
    """Rows, and the ``Outcome`` of their drag."""

    def __init__(self, model: FileListModel, parent: QWidget | None = None) -> None:
        delegate = FileRowDelegate(parent)
        super().__init__(model, delegate, tr("Files"), parent)
        self._model = model
        model.looks_changed.connect(self._repaint)
        self._chosen, self._chosen_of = Chosen(), model.rows
        self._chosen_at: list[tuple[int, int]] = []
        self._sheet: Sheet | None = None
        self._file_rows = delegate
        self.has_thumbnails: Callable[[Sequence[Row]], bool] = lambda _rows: False
        """Rows are high where one of them has a thumbnail."""
        self.data_of: Callable[[Sequence[Row]], tuple[QMimeData, Callable[[], None]]] = lambda rows: (
            model.carried(rows),
            lambda: None,
        )
        """What a drag of rows carries, and what is done when it leaves the window."""
        self._typed_at = -math.inf
        self._set_up_header()
        self._giving = (_KIND_SECTION, _ADDED_SECTION)

    def _set_up_header(self) -> None:
        header = self._dress_header()
        for number, spec in enumerate(COLUMNS):
            self._fit_column(header, number, (tr(spec.title), *spec.samples()))
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

    def row_at(self, index: QModelIndex) -> Row | None:
        """The file or the folder of a row."""
        return self._model.row_at(index)

    def chosen_now(self) -> Chosen:
        """The selected rows. A dozen parts ask at every change: it is looked up once."""
        rows, spans = self._model.rows, self.chosen_spans()
        if rows is not self._chosen_of or spans != self._chosen_at:
            self._chosen_of, self._chosen_at = rows, spans
            if self._sheet is not None and self._sheet.whole.rows is rows:
                self._chosen = chosen_among(self._sheet.whole, spans)
            else:
                self._chosen = sorted_out([row for first, end in spans for row in rows[first:end]])
        return self._chosen

    def standing(self) -> frozenset[ItemId]:
        """The items that are chosen, and the current one: what is to be found again among other rows.

        Of a great many none: they are soon found in the window's own thread only.
        """
        chosen = self.chosen_rows()
        if len(chosen) > _MANY:
            return frozenset()
        current = self.current_item()
        return frozenset(map(item_id, chosen)) | ({current} if current is not None else set())

    def chosen_rows(self) -> Sequence[Row]:
        """The selected rows, in the order of the list."""
        return self.chosen_now().rows

    def chosen_places(self) -> list[Place]:
        """Of a search: where each of the selected rows is."""
        places = self._model.places_of_rows
        return [place for first, end in self.chosen_spans() for place in places[first:end]]

    def show_rows(
        self,
        rows: Sequence[Row],
        *,
        is_stale: bool,
        keep_place: bool,
        places: Sequence[Place] = (),
        sheet: Sheet | None = None,
    ) -> None:
        """Show ``rows``; with ``keep_place`` the selection, the current row and the scroll stay.

        With ``places`` they are of many folders, which are then shown too. ``sheet``: what is known of them.
        """
        kept = [item_id(row) for row in self.chosen_rows()] if keep_place else []
        current = self._model.row_at(self.currentIndex()) if keep_place else None
        top = self.verticalScrollBar().value() if keep_place else 0
        self._set_row_height(rows)
        with self._chosen_once():
            self._sheet = sheet
            self._model.show(rows, is_stale=is_stale, places=places)
            if self.isColumnHidden(_FOLDER_SECTION) == bool(places):
                self.setColumnHidden(_FOLDER_SECTION, not places)
                self._give_way()
            self._choose_again(kept, current)
            self.verticalScrollBar().setValue(top)

    def change_rows(
        self, rows: Sequence[Row], change: RowChange, *, is_stale: bool, sheet: Sheet | None = None
    ) -> None:
        """The folder that is shown has these rows now: selection, current row and scroll stay.

        The keyboard of a row that is gone goes on with the one below.
        """
        top = self.verticalScrollBar().value()
        moved = _moved(self._model.rows, rows, change)
        is_selected = self.selectionModel().isRowSelected
        chosen = sorted(new for place, new in moved.items() if new is not None and is_selected(place))
        stands = self._stands_after(moved)
        self._set_row_height(rows)
        with self._chosen_once():
            self._sheet = sheet
            self._model.become(rows, change, is_stale=is_stale)
            self.add_rows(chosen)
            if stands is not None and stands() >= 0:
                self.stand_at(stands())
            self.verticalScrollBar().setValue(top)

    def _stands_after(self, moved: Mapping[int, int | None]) -> Callable[[], int] | None:
        """Where the keyboard goes on, to be asked after the change; None: where it is."""
        place = self.currentIndex().row()
        if place not in moved:
            return None
        new = moved[place]
        if new is not None:
            return lambda: new
        count = len(self._model.rows)
        others = (*range(place + 1, count), *range(place - 1, -1, -1))
        neighbour = next((other for other in others if other not in moved), -1)
        return QPersistentModelIndex(self._model.index(neighbour, 0)).row

    def _choose_again(self, kept: Sequence[ItemId], current: Row | None) -> None:
        """Both found in one pass: there may be 100,000 rows."""
        here = () if current is None else (item_id(current),)
        places = self._places({*kept, *here})
        row_at = self._model.rows
        at = next((place for place in places if item_id(row_at[place]) in here), None)
        if kept:
            is_kept = here and here[0] in set(kept)
            self.select_rows([place for place in places if place != at or is_kept])
        if at is not None:
            self.stand_at(at)

    def _places(self, wanted: set[ItemId]) -> Sequence[int]:
        """Where these rows are: known already if it was asked for when the rows were put in order."""
        wanted = wanted - {NO_LINK}
        is_known = self._sheet is not None and self._sheet.asked == wanted
        return self._sheet.places if self._sheet is not None and is_known else self._model.places(wanted)

    def _repaint(self) -> None:
        self.viewport().update()

    def renew_thumbnails(self) -> None:
        """Thumbnails came or went; the rows in sight stay in sight."""
        top = self.indexAt(QPoint(0, 0))
        if self._set_row_height(self._model.rows) and top.isValid():
            self.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)
        self.viewport().update()

    def _set_row_height(self, rows: Sequence[Row]) -> bool:
        """True where it was another one."""
        wanted = self.has_thumbnails(rows)
        if wanted == self._file_rows.has_thumbnails:
            return False
        self._file_rows.has_thumbnails = wanted
        side = theme.THUMBNAIL if wanted else ICON
        self.setIconSize(QSize(side, side))
        self._give_way()
        self.doItemsLayout()
        return True

    def select(self, ids: Sequence[ItemId]) -> None:
        """Select these rows, where they are still there."""
        self.select_rows(self._model.places(ids))

    def choose(self, ids: Sequence[ItemId], current: ItemId | None) -> None:
        """Select these rows and let the keyboard go on from ``current``, where they are still there."""
        chosen, row_at = set(ids), self._model.rows
        places = self._places(chosen if current is None else {*chosen, current})
        found = [(place, item_id(row_at[place])) for place in places]
        self.select_rows([place for place, item in found if item in chosen])
        for place, item in found:
            if item == current:
                self.stand_at(place)

    def current_item(self) -> ItemId | None:
        """The row where the keyboard is."""
        row = self._model.row_at(self.currentIndex())
        return None if row is None else item_id(row)

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
            data, leaves = self.data_of(rows)
            names = [row.name for row in rows]
            outcome = carry(self, data, names, icon_name(rows[0]), supportedActions, leaves)
            self.carried.emit(rows, outcome)

    def target_under(self, point: QPoint) -> RemoteFolder | None:
        """The folder whose row is under a point of the viewport."""
        row = self._model.row_at(self.indexAt(point))
        return row if isinstance(row, RemoteFolder) else None

    def folder_under(self, point: QPoint) -> tuple[FolderId, str] | None:
        """The same with its name, for an upload."""
        folder = self.target_under(point)
        return None if folder is None else (folder.id, folder.name)

    def keyboardSearch(self, search: str) -> None:
        """Letters go to a row by its name; Qt sends the space that chooses a row here too, as no letter."""
        if not search.isprintable() or not (search.strip() or self._is_typing()):
            return  # no name begins with it, and all of them would be looked at
        self._typed_at = time.monotonic()
        super().keyboardSearch(search)

    def takes_space(self) -> bool:
        """A space within a name that is being typed is no command: it is taken as the next letter."""
        if not self._is_typing():
            return False
        self.keyboardSearch(" ")
        return True

    def _is_typing(self) -> bool:
        return time.monotonic() - self._typed_at <= QApplication.keyboardInputInterval() / 1000

    def light(self, point: QPoint | None) -> None:
        """Light the folder row under a drag."""
        index = QModelIndex() if point is None else self.indexAt(point)
        self._delegate.light(index.row() if index.isValid() else None)
        self.viewport().update()

    def restore_columns(self, state: QByteArray) -> None:
        """What :meth:`save_columns` gave."""
        super().restore_columns(state)
        self.setColumnHidden(_FOLDER_SECTION, not self._model.places_of_rows)

    def _on_header_sort_indicator_changed(self, _section: int, _order: Qt.SortOrder) -> None:
        self.ordered.emit(*self.order)


def _moved(old: Sequence[Row], new: Sequence[Row], change: RowChange) -> dict[int, int | None]:
    """Of the rows that go: where each comes again, or None."""
    come = {item_id(new[place]): place for place in _places(change.inserted)}
    come.pop(NO_LINK, None)
    return {place: come.get(item_id(old[place])) for place in _places(change.removed)}


def _places(spans: Sequence[tuple[int, int]]) -> list[int]:
    return [place for first, last in spans for place in range(first, last + 1)]
