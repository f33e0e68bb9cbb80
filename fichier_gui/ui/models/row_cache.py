"""A bounded memory of rows by id, with where each was last seen in the list."""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import Transfer

ROWS_KEPT = 2048
"""Some forty screens. What is shown is always used last, so it is never what is thrown out."""

_SEARCHED_SINGLY = 4
"""So many searches of the whole list are cheaper than one look at each of its items."""


@dataclass(slots=True)
class _Kept:
    transfer: Transfer
    row: int

    def is_at_place(self, ids: "array[int]") -> bool:
        return 0 <= self.row < len(ids) and ids[self.row] == self.transfer.id


class RowCache:
    """Keyed by id, not by place: moving rows costs nothing here. Least recently used rows go first."""

    def __init__(self, limit: int = ROWS_KEPT) -> None:
        self._limit = limit
        self._kept: OrderedDict[TransferId, _Kept] = OrderedDict()

    def __contains__(self, transfer_id: object) -> bool:
        return transfer_id in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, transfer_id: TransferId, row: int) -> Transfer | None:
        """The row if it is known; ``row`` is remembered as its place."""
        kept = self._kept.get(transfer_id)
        if kept is None:
            return None
        kept.row = row
        self._kept.move_to_end(transfer_id)
        return kept.transfer

    def peek(self, transfer_id: TransferId) -> Transfer | None:
        """The row if it is known, without counting as a use."""
        kept = self._kept.get(transfer_id)
        return None if kept is None else kept.transfer

    def __iter__(self) -> Iterator[TransferId]:
        return iter(tuple(self._kept))

    def put(self, transfer: Transfer, row: int = -1) -> None:
        """Remember or replace a row; ``row`` is where it was when it was asked for."""
        kept = self._kept.get(transfer.id)
        if kept is None:
            self._kept[transfer.id] = _Kept(transfer, row)
        else:
            kept.transfer = transfer
        while len(self._kept) > self._limit:
            self._kept.popitem(last=False)

    def place(self, transfer_id: TransferId, ids: "array[int]") -> int:
        """The row's index in ``ids``; -1 when it is not there or not in this memory.

        A row that nobody looked at lately is not on the screen, so it needs no repaint: only kept rows are
        searched, and a search of the whole list happens once after it has moved.
        """
        return self.places((transfer_id,), ids)[0]

    def places(self, items: Iterable[TransferId], ids: "array[int]") -> list[int]:
        """The same of several: however many have moved, the list is gone through once."""
        asked = [self._kept.get(item) for item in items]
        moved = {kept.transfer.id: kept for kept in asked if kept is not None and not kept.is_at_place(ids)}
        if len(moved) <= _SEARCHED_SINGLY:
            for item, kept in moved.items():
                kept.row = _index(item, ids)
        else:
            found = {item: row for row, item in enumerate(ids) if item in moved}
            for item, kept in moved.items():
                kept.row = found.get(item, -1)
        return [-1 if kept is None else kept.row for kept in asked]


def spans(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Sorted rows joined to ranges: ``[1, 2, 3, 7]`` gives ``[(1, 3), (7, 7)]``."""
    joined: list[tuple[int, int]] = []
    for row in sorted(rows):
        if joined and row <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(row, joined[-1][1]))
        else:
            joined.append((row, row))
    return joined


def _index(item: int, ids: "array[int]") -> int:
    try:
        return ids.index(item)
    except ValueError:
        return -1
