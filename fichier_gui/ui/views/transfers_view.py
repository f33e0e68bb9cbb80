"""The table of transfers."""

from PySide6.QtCore import QByteArray, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import QueueColumn, Transfer
from fichier_gui.ui import theme
from fichier_gui.ui.delegates.progress import ProgressDelegate
from fichier_gui.ui.delegates.transfer_row import TransferRowDelegate
from fichier_gui.ui.flat_header import FlatHeader
from fichier_gui.ui.menus import Menu
from fichier_gui.ui.models.cell_answers import Role
from fichier_gui.ui.models.transfer_columns import (
    COLUMNS,
    DIRECTION,
    FOLDER,
    NAME,
    PROGRESS,
    STATUS,
    samples,
    title,
)
from fichier_gui.ui.models.transfer_list import TransferListModel
from fichier_gui.ui.views.folding import Folding
from fichier_gui.ui.views.row_drag import Line, RowDrag
from fichier_gui.ui.views.stepping_back import SteppingBack
from fichier_gui.ui.views.stillness import DRAG, Stillness
from fichier_gui.ui.wording import batch_name, tr

CELL_PADDING = theme.DIALOG
LOOKED_AT = 500
"""A larger choice is not looked at row by row."""
NAME_LEAST = 120
NAME_WANTED, STATUS_LEAST = 150, 160
"""Where the name has less than it wants, the state gives way: its tool tip says all of it."""
FOLDER_FROM = 960
"""Below this width the remote folder's column gives its room to the name."""


class TransfersView(SteppingBack):
    """Rows of one height, whole rows selected, columns the user can move, size and hide."""

    sorted_by = Signal(object, bool)
    """The :class:`QueueColumn` and whether it descends."""
    opened = Signal(object)
    """The id of a row that was double-clicked or met Return."""
    placed = Signal(object, bool)
    """What is chosen is to go directly before, or after, the row with this id."""

    def __init__(self, model: TransferListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows_of = model
        self.setModel(model)
        self.setAccessibleName(tr("Transfers"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemsExpandable(False)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(SteppingBack.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._rows, self._bars = TransferRowDelegate(self), ProgressDelegate(self)
        self.setItemDelegate(self._rows)
        self.setItemDelegateForColumn(PROGRESS, self._bars)
        self.doubleClicked.connect(self._on_double_clicked)
        self._folder_is_decided = False
        self._given = 0
        self._set_up_header()
        self.stillness = Stillness(self, model)
        self.drag = RowDrag(self, self.is_in_queue_order, self._may_go_to, self._chosen_words)
        # After the drag: it looks at the mouse first.
        self.folding = Folding(self, model)
        self._dragged_inside: BatchId | None = None
        self.drag.began.connect(self._on_drag_began)
        self.drag.ended.connect(lambda: self.stillness.let_go(DRAG))
        self.drag.dropped.connect(self._on_drag_dropped)

    def selected_ids(self) -> list[TransferId]:
        """The chosen transfers, from top to bottom; the rows of chosen batches are not named."""
        return [item for item in self._chosen() if item > 0]

    def selected_batches(self) -> list[BatchId]:
        """The chosen batches, from top to bottom."""
        return [BatchId(-item) for item in self._chosen() if item < 0] if self._rows_of.has_batches else []

    def _chosen(self) -> list[TransferId]:
        ids = (item for first, last in self.chosen_spans() for item in self._rows_of.ids(first, last))
        return list(dict.fromkeys(ids))

    def chosen_spans(self) -> list[tuple[int, int]]:
        """The first and the last row of each range that is chosen, from top to bottom."""
        chosen = self.selectionModel().selection()
        return sorted({(chosen.at(n).top(), chosen.at(n).bottom()) for n in range(chosen.count())})

    def selected_count(self) -> int:
        """How many are chosen, without naming them."""
        chosen = self.selectionModel().selection()
        return sum(chosen.at(place).height() for place in range(chosen.count()))

    def current_transfer(self) -> Transfer | None:
        """The row with the focus, if it is also chosen."""
        index = self.currentIndex()
        if not index.isValid() or not self.selectionModel().isRowSelected(index.row(), index.parent()):
            return None
        transfer = index.data(Role.TRANSFER)
        return transfer if isinstance(transfer, Transfer) else None

    def select(self, transfer_id: TransferId) -> bool:
        """Choose one row and bring it into view."""
        row = self._rows_of.row_of(transfer_id)
        if row < 0:
            return False
        index = self._rows_of.index(row, NAME)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def selectAll(self) -> None:
        """One range: a tree view selects row by row, which takes half a second for 100,000 of them."""
        last = self._rows_of.index(self._rows_of.rowCount() - 1, self._rows_of.columnCount() - 1)
        everything = QItemSelection(self._rows_of.index(0, 0), last)
        self.selectionModel().select(everything, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The least needed column goes when the window is narrow, unless the user has decided about it."""
        super().resizeEvent(event)
        if not self._folder_is_decided:
            self.setColumnHidden(FOLDER, event.size().width() < FOLDER_FROM)
        self._keep_name_readable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens; all else as a list does. A typed space is a command here, not a choice of a row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_double_clicked(self.currentIndex())
            return
        if self.folding.take_key(event):
            return
        super().keyPressEvent(event)

    def save_columns(self) -> QByteArray:
        """Widths, order and visibility, for the window to keep."""
        self._give_state(self._columns.fitted(STATUS))
        state = self._columns.saveState()
        self._keep_name_readable()
        return state

    def restore_columns(self, state: QByteArray) -> None:
        """What :meth:`save_columns` gave; anything else is ignored."""
        self._columns.restoreState(state)
        self._keep_name_readable()

    def _keep_name_readable(self) -> None:
        """The name takes what the other columns leave; where that is too little there is a scroll bar."""
        header = self._columns
        others = header.length() - header.sectionSize(NAME)
        room = self.viewport().width() - others + header.sectionSize(STATUS) - NAME_WANTED
        others += self._give_state(max(STATUS_LEAST, min(header.fitted(STATUS), room)))
        fits = self.viewport().width() - others >= NAME_LEAST
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
        if header.sectionResizeMode(NAME) != mode:
            header.setSectionResizeMode(NAME, mode)
            if not fits:
                header.resizeSection(NAME, NAME_LEAST)

    def _give_state(self, width: int) -> int:
        """Make its column so wide, unless the user has; by how much it grew."""
        before = self._columns.sectionSize(STATUS)
        if before not in (self._given, self._columns.fitted(STATUS)):
            return 0
        self._given = width
        self._columns.resizeSection(STATUS, width)
        return width - before

    def _hide_optional(self) -> None:
        for section, column in enumerate(COLUMNS):
            self.setColumnHidden(section, column.is_optional)

    def is_in_queue_order(self) -> bool:
        """The rows are as they come, so that the user may move them."""
        return self.header().sortIndicatorSection() == -1

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if not self.folding.toggle(index):
            self.opened.emit(index.data(Role.ID))

    def _on_drag_began(self) -> None:
        self.stillness.hold(DRAG)
        spans = self.chosen_spans() if self.selected_count() <= LOOKED_AT else []
        inside = {self._rows_of.batch_of(row) for first, last in spans for row in range(first, last + 1)}
        self._dragged_inside = inside.pop() if len(inside) == 1 else None

    def _may_go_to(self, line: Line) -> bool:
        """Between the rows of a batch there is room for rows of that batch only."""
        around = self._rows_of.batch_around(line.row + line.is_after)
        return around is None or around == self._dragged_inside

    def _chosen_words(self) -> str:
        ids, batches = self.selected_ids(), self.selected_batches()
        if len(ids) + len(batches) > 1:
            known = map(self._rows_of.shelf.get, batches)
            rows = sum(batch.rows for batch in known if batch is not None)
            return tr("%n transfer(s)", "", len(ids) + rows)
        if batches:
            batch = self._rows_of.shelf.get(batches[0])
            return "" if batch is None else batch_name(batch)
        one = self._rows_of.known(ids[0]) if ids else None
        return "" if one is None else one.name

    def _on_drag_dropped(self, line: Line) -> None:
        beside, is_after = self._rows_of.neighbour(line.row + line.is_after)
        if beside is not None:
            self.placed.emit(beside, is_after)

    # The header

    def _set_up_header(self) -> None:
        self._columns = header = FlatHeader(self, inset=theme.RELATED)
        self.setHeader(header)
        header.setStretchLastSection(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setMinimumSectionSize(theme.ROW_HEIGHT)
        header.setFirstSectionMovable(True)
        for section in range(len(COLUMNS)):
            widest = max(map(self.fontMetrics().horizontalAdvance, samples(section)))
            icon = theme.ICON + theme.GROUP if section == STATUS else 0
            header.fit(section, widest + CELL_PADDING + icon)
        self._given = header.fitted(STATUS)
        header.resizeSection(DIRECTION, theme.ICON + theme.GROUP + theme.GRID)
        self._hide_optional()
        header.setSectionResizeMode(DIRECTION, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        header.sortIndicatorChanged.connect(self._on_header_sorted)

    def _on_header_sorted(self, section: int, order: Qt.SortOrder) -> None:
        column = COLUMNS[section].order if 0 <= section < len(COLUMNS) else QueueColumn.CURRENT
        if column is None:  # nothing to order by: speed and time change with every look
            self.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        self.sorted_by.emit(column, order == Qt.SortOrder.DescendingOrder)

    def _on_header_menu(self, point: QPoint) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for section in range(NAME + 1, len(COLUMNS)):
            action = QAction(title(section), menu, checkable=True)
            action.setChecked(not self.isColumnHidden(section))
            action.toggled.connect(lambda on, section=section: self._on_column_toggled(section, on))
            menu.addAction(action)
        menu.popup(self.header().mapToGlobal(point))

    def _on_column_toggled(self, section: int, is_shown: bool) -> None:
        self._folder_is_decided = self._folder_is_decided or section == FOLDER
        self.setColumnHidden(section, not is_shown)
        self._keep_name_readable()
