"""The transfers as a table. It holds ids and the rows that were looked at; the queue holds the rest."""

from array import array
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any, Final, Protocol

from PySide6.QtCore import (
    QObject,
    Qt,
    QTimer,
)

from fichier_gui.domain.causes import Cause
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import (
    ACTIVE,
    Progress,
    QueueColumn,
    QueueFilter,
    State,
    Transfer,
)
from fichier_gui.ui import icons, wording
from fichier_gui.ui.models.ordered_rows import NOWHERE, Index, OrderedRows
from fichier_gui.ui.models.row_cache import RowCache, spans
from fichier_gui.ui.models.transfer_columns import (
    COLUMNS,
    DIRECTION,
    LIVE_FIRST,
    LIVE_LAST,
    NAME,
    STATUS,
    Shown,
    direction_icon,
    sentence,
    state_icon,
    title,
    why,
)

PAGE = 64
"""Rows asked for around one that is missing."""

REORDER_AFTER_MS = 250
"""Changes of one moment ask for one new order."""


class Role(IntEnum):
    """Roles beyond Qt's own."""

    ID = Qt.ItemDataRole.UserRole
    TRANSFER = Qt.ItemDataRole.UserRole + 1
    SHOWN = Qt.ItemDataRole.UserRole + 2


class QueueSource(Protocol):
    """What the list asks of the queue."""

    async def order(
        self, tab: QueueFilter, column: QueueColumn, descending: bool, cause: Cause | None
    ) -> "array[int]":
        """The ids of a tab, or of what stands still because of ``cause``, in order."""
        ...

    async def rows(self, ids: Sequence[TransferId]) -> list[Transfer]:
        """These rows."""
        ...


Spawn = Callable[[Coroutine[Any, Any, None], str], object]


class TransferListModel(OrderedRows):
    """Rows stay where they are while their values change; a new order comes only when one is asked for."""

    def __init__(
        self, source: QueueSource, spawn: Spawn, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source, self._spawn, self._clock = source, spawn, clock
        self._cache = RowCache()
        self._live: dict[TransferId, Progress] = {}
        self._tab, self._column, self._descending = QueueFilter.ALL, QueueColumn.CURRENT, False
        self.cause: Cause | None = None
        """Only what stands still because of it is shown, if any."""
        self._wanted: dict[TransferId, int] = {}
        self._asked: set[TransferId] = set()
        self._order_number = 0
        self._waits_words = ""
        self._is_resting = False
        self.is_known = False
        """False until the first order has come: "empty" and "not known yet" look different."""
        self._countdown = self._timer(1000, self._on_countdown_timeout)
        self._fetch = self._timer(0, self._on_fetch_timeout, once=True)
        self._reorder = self._timer(REORDER_AFTER_MS, self._ask_order, once=True)

    def _timer(self, milliseconds: int, slot: Callable[[], None], *, once: bool = False) -> QTimer:
        timer = QTimer(self, interval=milliseconds, singleShot=once)
        timer.timeout.connect(slot)
        return timer

    def _run(self, timer: QTimer) -> None:
        if not self._is_resting:
            timer.start()

    # What the view asks

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """See :data:`COLUMNS`."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles, aligned as their columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if section == DIRECTION else title(section)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return title(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, icons, and the row itself under :class:`Role`."""
        row = index.row()
        if not index.isValid() or row >= len(self._ids):
            return None
        transfer_id = TransferId(self._ids[row])
        if role == Role.ID:
            return transfer_id
        answer = _ANSWERS.get(role)
        if answer is None:
            return None
        transfer = self._cache.get(transfer_id, row)
        if transfer is None:
            self._want(row)
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == NAME else None
        shown = Shown(transfer, self._live.get(transfer_id), self._clock.time(), self._waits_words)
        return answer(shown, index.column())

    # What the panel asks

    def show_tab(self, tab: QueueFilter, cause: Cause | None = None) -> None:
        """Another tab, or those of its rows that stand still because of ``cause``; in the order in use."""
        if (tab, cause) != (self._tab, self.cause):
            self._tab, self.cause = tab, cause
            self.refresh_order()

    def sort_by(self, column: QueueColumn, descending: bool) -> None:
        """Another order. It is asked for once; values that change later do not move rows."""
        if (column, descending) != (self._column, self._descending):
            self._column, self._descending = column, descending
            self.refresh_order()

    def rest(self) -> None:
        """Ask nothing any more, whatever is painted or heard: those who answer are about to end."""
        self._is_resting = True
        for timer in (self._countdown, self._fetch, self._reorder):
            timer.stop()

    def refresh_order(self) -> None:
        """Show the order as it is now, for the user has done something to it."""
        self.show_next()
        self._ask_order()

    def _ask_order(self) -> None:
        """Only the newest question's answer is shown."""
        self._reorder.stop()
        self._order_number += 1
        self._spawn(self._load_order(self._order_number), "transfer order")

    def refresh_soon(self) -> None:
        """Ask for the order again when this moment's changes are over."""
        if not self._reorder.isActive():
            self._run(self._reorder)

    def note(self, transfer: Transfer) -> None:
        """A row changed. Its cells are painted again; the list is asked again if the row may come or go."""
        before = self._cache.peek(transfer.id)
        if before is not None:
            self._cache.put(transfer)
            self._tell([transfer.id], 0, len(COLUMNS) - 1)
        if transfer.state not in ACTIVE:
            self._live.pop(transfer.id, None)
        if self._tab is not QueueFilter.ALL and (before is None or before.state is not transfer.state):
            self.refresh_soon()
        self._count_down_if(transfer)

    def merge(self, moved: Mapping[TransferId, Progress]) -> None:
        """Live figures arrived: those cells are painted again, a range at a time."""
        self._live.update(moved)
        self._tell(moved, LIVE_FIRST, LIVE_LAST)

    def show_waits(self, words: str) -> None:
        """Why what is queued waits, if not for its turn."""
        if words != self._waits_words:
            self._waits_words = words
            self._tell(self._cache, STATUS, STATUS)

    def forget_rows(self) -> None:
        """Many rows changed at once: those on the screen are read again."""
        for item in self._cache:
            self._wanted[item] = self._cache.place(item, self._ids)
        if self._wanted:
            self._run(self._fetch)

    def neighbour(self, row: int) -> tuple[TransferId | None, bool]:
        """The transfer beside the line above ``row``, and whether the line is after it.

        What is done is shown last, wherever its place is: a line between the two is after what is not done.
        """
        if not self._ids:
            return None, False
        below = self._cache.peek(TransferId(self._ids[row])) if row < len(self._ids) else None
        is_after = row > 0 and (row >= len(self._ids) or (below is not None and below.state is State.DONE))
        return TransferId(self._ids[row - is_after]), is_after

    def known(self, transfer_id: TransferId) -> Transfer | None:
        """The row, if it was looked at lately."""
        return self._cache.peek(transfer_id)

    # How it learns

    def _want(self, row: int) -> None:
        start = row - row % PAGE
        for place, item in enumerate(map(TransferId, self._ids[start : start + PAGE]), start):
            if item not in self._cache and item not in self._asked:
                self._wanted[item] = place
        if self._wanted:
            self._run(self._fetch)

    def _on_fetch_timeout(self) -> None:
        wanted, self._wanted = self._wanted, {}
        self._asked.update(wanted)
        self._spawn(self._load_rows(wanted), "transfer rows")

    def _count_down_if(self, transfer: Transfer) -> None:
        if transfer.state is State.RETRYING and not self._countdown.isActive():
            self._run(self._countdown)

    def _on_countdown_timeout(self) -> None:
        """Waits count down in their words; nothing runs when no row that is known waits."""
        waiting = [item for item in self._cache if self._waits(item)]
        self._tell(waiting, STATUS, STATUS)
        if not waiting:
            self._countdown.stop()

    def _waits(self, transfer_id: TransferId) -> bool:
        transfer = self._cache.peek(transfer_id)
        return transfer is not None and transfer.state is State.RETRYING

    async def _load_rows(self, places: Mapping[TransferId, int]) -> None:
        try:
            rows = await self._source.rows(tuple(places))
        finally:
            self._asked.difference_update(places)
        for transfer in rows:
            self._cache.put(transfer, places[transfer.id])
            self._count_down_if(transfer)
        self._tell([transfer.id for transfer in rows], 0, len(COLUMNS) - 1)

    async def _load_order(self, number: int) -> None:
        ids = await self._source.order(self._tab, self._column, self._descending, self.cause)
        if number != self._order_number:
            return
        self.is_known = True
        self.show_order(array("q", ids))

    # How it tells the view

    def _tell(self, ids: Iterable[TransferId], first: int, last: int) -> None:
        rows = (self._cache.place(item, self._ids) for item in ids)
        for top, bottom in spans(row for row in rows if row >= 0):
            self.dataChanged.emit(self.index(top, first), self.index(bottom, last))


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if COLUMNS[column].is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _text(shown: Shown, column: int) -> object:
    return COLUMNS[column].text(shown)


def _decoration(shown: Shown, column: int) -> object:
    if column == DIRECTION:
        return icons.icon(*direction_icon(shown.transfer))
    if column == STATUS:
        return icons.icon(*state_icon(shown.transfer))
    return None


def _tool_tip(shown: Shown, column: int) -> object:
    if reason := why(shown.transfer):
        return reason
    if column == DIRECTION:
        return wording.direction_words(shown.transfer.direction)
    if column == NAME:
        return shown.transfer.local_path
    if column == STATUS:
        return shown.waits if _waits(shown) else wording.state_sentence(shown.transfer) or None
    return COLUMNS[column].text(shown) or None


def _waits(shown: Shown) -> bool:
    return bool(shown.waits) and shown.transfer.state is State.QUEUED


def _accessible(shown: Shown, column: int) -> object:
    if column in (DIRECTION, NAME):
        return sentence(shown)
    return f"{title(column)}: {COLUMNS[column].text(shown)}"


_ANSWERS: Final[Mapping[int, Callable[[Shown, int], object]]] = {
    Qt.ItemDataRole.DisplayRole: _text,
    Qt.ItemDataRole.DecorationRole: _decoration,
    Qt.ItemDataRole.ToolTipRole: _tool_tip,
    Qt.ItemDataRole.AccessibleTextRole: _accessible,
    Qt.ItemDataRole.TextAlignmentRole: lambda _, column: _alignment(column),
    Role.TRANSFER: lambda shown, _: shown.transfer,
    Role.SHOWN: lambda shown, _: shown,
}
