"""Moving rows about in the queue: what is written is the rows that move, however long the queue is.

A place is a figure with room on both sides. Where the room between two rows has run out, the rows behind them
give way, only as many as it takes.
"""

from __future__ import annotations

import array
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from fichier_gui.domain.changes import Changes
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import WAITING, Move, Priority, State
from fichier_gui.transfers import statements
from fichier_gui.transfers.conditions import id_list
from fichier_gui.transfers.database import Connection
from fichier_gui.transfers.schema import PLACE

FEWEST_GIVE_WAY: Final = 32

_CHOSEN: Final = "SELECT id, position FROM transfers WHERE id IN (SELECT value FROM json_each(?))"
_OPEN: Final = "state NOT IN ('failed', 'done')"
"""As the index ``by_open_place`` has it, word by word."""


def move(connection: Connection, ids: Sequence[TransferId], to: Move) -> None:
    """Give ``ids`` another place; among themselves they keep their order. Ended rows are passed over."""
    way = "DESC" if to in (Move.TOP, Move.DOWN) else "ASC"
    chosen = connection.execute(f"{_CHOSEN} ORDER BY position {way}", (id_list(ids),)).fetchall()
    if to in (Move.TOP, Move.BOTTOM):
        _to_an_end(connection, [r[0] for r in chosen], to)
    else:
        _one_step(connection, chosen, to)


def place(connection: Connection, ids: Sequence[TransferId], beside: TransferId, is_after: bool) -> bool:
    """Put ``ids`` directly before or after a row; among themselves they keep their order.

    The row may be one of them: they gather there. False: it is gone, and nothing was changed.
    """
    chosen = [r[0] for r in connection.execute(f"{_CHOSEN} ORDER BY position", (id_list(ids),))]
    found = connection.execute("SELECT position FROM transfers WHERE id = ?", (beside,)).fetchone()
    if found is None:
        return False
    still, line = frozenset(chosen), found[0] + (1 if is_after else 0)
    low = next(_others(connection, still, f"position < {line:d} ORDER BY position DESC"), None)
    high = next(_others(connection, still, f"position >= {line:d} ORDER BY position"), None)
    if low is not None and high is not None and high[1] - low[1] <= len(chosen):
        _make_room(connection, still, low[1], line)
        high = next(_others(connection, still, f"position >= {line:d} ORDER BY position"), None)
    _write(connection, chosen, low and low[1], high and high[1])
    return True


def urge(connection: Connection, ids: Sequence[TransferId]) -> array.array[int]:
    """Rows of ``ids`` that wait or are paused come first and may start at once; the ids that changed."""
    changes: Changes = {"state": State.QUEUED, "error": None, "retry_at": None, "priority": Priority.NOW}
    changed = statements.shift(connection, ids, WAITING | {State.PAUSED}, changes)
    move(connection, [TransferId(i) for i in changed], Move.TOP)
    return changed


def _others(connection: Connection, chosen: Collection[int], where: str) -> Iterator[tuple[int, int]]:
    """Rows that are not chosen, with their places; read only as far as they are asked for."""
    for each, position in connection.execute(f"SELECT id, position FROM transfers WHERE {where}"):
        if each not in chosen:
            yield each, position


def _make_room(connection: Connection, chosen: Collection[int], low: int, line: int) -> None:
    """The rows from ``line`` on give way, until there is room for all of ``chosen`` behind ``low``."""
    behind: list[tuple[int, int]] = []
    wanted = FEWEST_GIVE_WAY
    last: int | None = None
    for each, position in _others(connection, chosen, f"position >= {line:d} ORDER BY position"):
        if len(behind) >= wanted:
            if position - low > 4 * (len(chosen) + len(behind)):
                last = position
                break
            wanted *= 2
        behind.append((each, position))
    room = (PLACE * (len(chosen) + len(behind) + 1)) if last is None else last - low
    step = room // (len(chosen) + len(behind) + 1)
    first = low + step * (len(chosen) + 1)
    _set(connection, [(first + step * n, each) for n, (each, _) in enumerate(behind)])


def _write(connection: Connection, ids: Sequence[int], low: int | None, high: int | None) -> None:
    """Spread ``ids`` between two places; None: there is nothing on that side."""
    if high is None:
        step, first = PLACE, (low or 0) + PLACE
    elif low is None:
        step, first = PLACE, high - PLACE * len(ids)
    else:
        step = (high - low) // (len(ids) + 1)
        first = low + step
    _set(connection, [(first + step * n, each) for n, each in enumerate(ids)])


def _to_an_end(connection: Connection, ids: list[int], to: Move) -> None:
    first, last = connection.execute("SELECT min(position), max(position) FROM transfers").fetchone()
    if first is None:
        return
    step = -PLACE if to is Move.TOP else PLACE
    start = (first if to is Move.TOP else last) + step
    _set(connection, [(start + step * n, each) for n, each in enumerate(ids)])


def _one_step(connection: Connection, chosen: list[tuple[int, int]], to: Move) -> None:
    """From the leading row on: a row whose neighbour is a chosen one that could not move stays too."""
    compare, way = ("<", "DESC") if to is Move.UP else (">", "ASC")
    settled: set[int] = set()
    for each, at in chosen:
        neighbour = connection.execute(
            f"SELECT id, position FROM transfers WHERE {_OPEN} AND position {compare} ?"
            f" ORDER BY position {way} LIMIT 1",
            (at,),
        ).fetchone()
        settled.add(each)
        if neighbour is None or neighbour[0] in settled:
            continue
        _set(connection, [(neighbour[1], each), (at, neighbour[0])])


def _set(connection: Connection, places: Sequence[tuple[int, int]]) -> None:
    connection.executemany("UPDATE transfers SET position = ? WHERE id = ?", places)
