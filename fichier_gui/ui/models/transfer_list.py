"""The transfers as a table. It holds ids and the rows that were looked at; the queue holds the rest."""

from array import array
from collections.abc import Callable, Collection, Coroutine, Iterable, Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import (
    QObject,
    Qt,
    QTimer,
)

from fichier_gui.domain.batches import Batch
from fichier_gui.domain.causes import Cause
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import (
    ACTIVE,
    Progress,
    QueueColumn,
    QueueFilter,
    State,
    Transfer,
)
from fichier_gui.ui.models import cell_answers as answers
from fichier_gui.ui.models.batch_shelf import BatchShelf, ShownBatch
from fichier_gui.ui.models.cell_answers import Role
from fichier_gui.ui.models.ordered_rows import Index, OrderedRows
from fichier_gui.ui.models.row_cache import RowCache, spans
from fichier_gui.ui.models.transfer_columns import (
    COLUMNS,
    DIRECTION,
    LIVE_FIRST,
    LIVE_LAST,
    NAME,
    STATUS,
    Shown,
    title,
)

PAGE = 64
"""Rows asked for around one that is missing."""

REORDER_AFTER_MS = 250
"""Changes of one moment ask for one new order."""


class QueueSource(Protocol):
    """What the list asks of the queue."""

    async def order(
        self, tab: QueueFilter, column: QueueColumn, descending: bool, cause: Cause | None
    ) -> "array[int]":
        """The ids of a tab, or of what stands still because of ``cause``, in order."""
        ...

    async def arranged(
        self, column: QueueColumn, descending: bool, unfolded: Collection[BatchId]
    ) -> "array[int]":
        """The ids of all rows, in order, with batches of several as one row: their own id below zero."""
        ...

    async def rows(self, ids: Sequence[TransferId]) -> list[Transfer]:
        """These rows."""
        ...

    async def batches(self, ids: Sequence[BatchId]) -> list[Batch]:
        """These batches."""
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
        self.shelf = BatchShelf(clock)
        self.is_grouped = True
        """The list of all transfers shows a batch as one row."""
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
        self._restock = self._timer(REORDER_AFTER_MS, self._on_restock_timeout, once=True)
        self._stale: set[BatchId] = set()

    def _timer(self, milliseconds: int, slot: Callable[[], None], *, once: bool = False) -> QTimer:
        timer = QTimer(self, interval=milliseconds, singleShot=once)
        timer.timeout.connect(slot)
        return timer

    def _run(self, timer: QTimer) -> None:
        if not self._is_resting:
            timer.start()

    # What the view asks

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
            return answers.alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, icons, and the row itself under :class:`Role`."""
        row = index.row()
        if not index.isValid() or row >= len(self._ids):
            return None
        item = self._ids[row]
        if role == Role.ID:
            return TransferId(item)
        shown = self._shown_batch(item, row) if item < 0 else self._shown_row(TransferId(item), row)
        if shown is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == NAME else None
        return answers.answer(shown, index.column(), role)

    def _shown_row(self, transfer_id: TransferId, row: int) -> Shown | None:
        transfer = self._cache.get(transfer_id, row)
        if transfer is None:
            self._want(row)
            return None
        level = (2 if transfer.batch_id in self.shelf.unfolded else 1) if self.has_batches else 0
        live = self._live.get(transfer_id)
        return Shown(transfer, live, self._clock.time(), self._waits_words, level)

    def _shown_batch(self, item: int, row: int) -> ShownBatch | None:
        shown = self.shelf.shown(BatchId(-item), self._waits_words)
        if shown is None:
            self._want(row)
        return shown

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
        for timer in (self._countdown, self._fetch, self._reorder, self._restock):
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
        if self.shelf.note(transfer):
            self._stale.add(transfer.batch_id)
            if not self._restock.isActive():
                self._run(self._restock)
        if self._tab is not QueueFilter.ALL and (before is None or before.state is not transfer.state):
            self.refresh_soon()
        self._count_down_if(transfer)

    def merge(self, moved: Mapping[TransferId, Progress]) -> None:
        """Live figures arrived: those cells are painted again, a range at a time."""
        self._live.update(moved)
        self._tell(moved, LIVE_FIRST, LIVE_LAST)
        self._tell_batches(self.shelf.merge(moved), LIVE_FIRST, LIVE_LAST)

    def show_waits(self, words: str) -> None:
        """Why what is queued waits, if not for its turn."""
        if words != self._waits_words:
            self._waits_words = words
            self._tell(self._cache, STATUS, STATUS)
            self._tell_batches(self.shelf, STATUS, STATUS)

    def fold(self, batch_id: BatchId, is_unfolded: bool) -> None:
        """Show the rows of a batch below it, or no longer."""
        if is_unfolded:
            self.shelf.unfolded.add(batch_id)
        else:
            self.shelf.unfolded.discard(batch_id)
        self._tell_batches([batch_id], 0, len(COLUMNS) - 1)
        self.refresh_order()

    def group(self, is_grouped: bool) -> None:
        """Show batches as one row each, or every row by itself."""
        if is_grouped is not self.is_grouped:
            self.is_grouped = is_grouped
            self.refresh_order()

    def forget_rows(self) -> None:
        """Many rows changed at once: those on the screen are read again."""
        self._stale.update(self.shelf)
        if self._stale:
            self._run(self._restock)
        kept = tuple(self._cache)
        self._wanted.update(zip(kept, self._cache.places(kept, self._ids), strict=True))
        if self._wanted:
            self._run(self._fetch)

    def neighbour(self, row: int) -> tuple[TransferId | None, bool]:
        """The transfer or batch beside the line above ``row``, and whether the line is after it.

        What is done is shown last, wherever its place is: a line between the two is after what is not done.
        """
        if not self._ids:
            return None, False
        is_end = row >= len(self._ids)
        is_after = row > 0 and (is_end or (self._is_done(row) and self.batch_around(row) is None))
        return TransferId(self._ids[row - is_after]), is_after

    def _is_done(self, row: int) -> bool:
        item = TransferId(self._ids[row])
        known = self._cache.peek(item) if item > 0 else self.shelf.get(BatchId(-item))
        return known is not None and known.state is State.DONE

    def batch_of(self, row: int) -> BatchId | None:
        """The unfolded batch that the row belongs to; None for a batch, and for what stands by itself."""
        transfer = self._cache.peek(TransferId(self._ids[row])) if self._has_batches else None
        is_inside = transfer is not None and transfer.batch_id in self.shelf.unfolded
        return transfer.batch_id if transfer is not None and is_inside else None

    def batch_around(self, row: int) -> BatchId | None:
        """The batch that the line above ``row`` is inside of."""
        return self.batch_of(row) if 0 <= row < len(self._ids) else None

    def beside(self, spans: Sequence[tuple[int, int]], *, is_up: bool) -> TransferId | None:
        """What stands by itself directly above, or below, these rows; None at the end of the list."""
        row = spans[0][0] - 1 if is_up else spans[-1][1] + 1
        around = self.batch_around(row)
        batch = None if around is None else self.shelf.get(around)
        if batch is not None:
            row = self.row_of_batch(batch.id) + (0 if is_up else batch.rows + 1)
        return TransferId(self._ids[row]) if 0 <= row < len(self._ids) else None

    def known(self, transfer_id: TransferId) -> Transfer | None:
        """The row, if it was looked at lately."""
        return self._cache.peek(transfer_id)

    # How it learns

    def _want(self, row: int) -> None:
        start = row - row % PAGE
        for place, item in enumerate(map(TransferId, self._ids[start : start + PAGE]), start):
            if item not in self._asked and not self._knows(item):
                self._wanted[item] = place
        if self._wanted:
            self._run(self._fetch)

    def _knows(self, item: TransferId) -> bool:
        return item in self._cache if item > 0 else BatchId(-item) in self.shelf

    def _on_fetch_timeout(self) -> None:
        wanted, self._wanted = self._wanted, {}
        self._asked.update(wanted)
        rows = {item: place for item, place in wanted.items() if item > 0}
        batches = [BatchId(-item) for item in wanted if item < 0]
        if rows:
            self._spawn(self._load_rows(rows), "transfer rows")
        if batches:
            self._spawn(self._load_batches(batches), "transfer batches")

    def _on_restock_timeout(self) -> None:
        stale, self._stale = self._stale, set()
        self._spawn(self._load_batches([batch for batch in stale if batch in self.shelf]), "transfer batches")

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

    async def _load_batches(self, ids: Sequence[BatchId]) -> None:
        try:
            found = await self._source.batches(ids)
        finally:
            self._asked.difference_update(TransferId(-batch) for batch in ids)
        self.shelf.put(found)
        self._tell_batches(ids, 0, len(COLUMNS) - 1)

    async def _load_order(self, number: int) -> None:
        is_grouped = self.is_grouped and self._tab is QueueFilter.ALL and self.cause is None
        ids = await self._ordered(is_grouped)
        if number != self._order_number:
            return
        self.is_known = True
        self.show_order(array("q", ids))
        if is_grouped:
            self.shelf.keep_only(self.batches_shown())

    async def _ordered(self, is_grouped: bool) -> "array[int]":
        column, descending = self._column, self._descending
        if is_grouped:
            return await self._source.arranged(column, descending, tuple(self.shelf.unfolded))
        return await self._source.order(self._tab, column, descending, self.cause)

    # How it tells the view

    def _tell(self, ids: Iterable[TransferId], first: int, last: int) -> None:
        rows = self._cache.places(ids, self._ids)
        for top, bottom in spans(row for row in rows if row >= 0):
            self.dataChanged.emit(self.index(top, first), self.index(bottom, last))

    def _tell_batches(self, ids: Iterable[BatchId], first: int, last: int) -> None:
        for batch in ids:
            row = self.row_of_batch(batch)
            if row >= 0:
                self.dataChanged.emit(self.index(row, first), self.index(row, last))
