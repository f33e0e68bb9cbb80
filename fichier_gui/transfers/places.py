"""Moving rows about in the queue."""

from __future__ import annotations

import array
from collections.abc import Sequence

from fichier_gui.domain.changes import Changes
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import ENDED, WAITING, Move, Priority, State
from fichier_gui.transfers import statements
from fichier_gui.transfers.conditions import id_list, words
from fichier_gui.transfers.database import Connection

_OPEN = words(state for state in State if state not in ENDED)
_CHOSEN = "SELECT id, position FROM transfers WHERE id IN (SELECT value FROM json_each(?))"


def move(connection: Connection, ids: Sequence[TransferId], to: Move) -> None:
    """Give ``ids`` another place; among themselves they keep their order. Ended rows are passed over."""
    way = "DESC" if to in (Move.TOP, Move.DOWN) else "ASC"
    chosen = connection.execute(f"{_CHOSEN} ORDER BY position {way}", (id_list(ids),)).fetchall()
    if to in (Move.TOP, Move.BOTTOM):
        _to_an_end(connection, [r[0] for r in chosen], to)
    else:
        _one_step(connection, chosen, to)


def urge(connection: Connection, ids: Sequence[TransferId]) -> array.array[int]:
    """Rows of ``ids`` that wait or are paused come first and may start at once; the ids that changed."""
    changes: Changes = {"state": State.QUEUED, "error": None, "retry_at": None, "priority": Priority.NOW}
    changed = statements.shift(connection, ids, WAITING | {State.PAUSED}, changes)
    move(connection, [TransferId(i) for i in changed], Move.TOP)
    return changed


def _to_an_end(connection: Connection, ids: list[int], to: Move) -> None:
    first, last = connection.execute("SELECT min(position), max(position) FROM transfers").fetchone()
    if first is None:
        return
    step = -1 if to is Move.TOP else 1
    start = (first if to is Move.TOP else last) + step
    connection.executemany(
        "UPDATE transfers SET position = ? WHERE id = ?",
        [(start + step * place, each) for place, each in enumerate(ids)],
    )


def _one_step(connection: Connection, chosen: list[tuple[int, int]], to: Move) -> None:
    """From the leading row on: a row whose neighbour is a chosen one that could not move stays too."""
    compare, way = ("<", "DESC") if to is Move.UP else (">", "ASC")
    settled: set[int] = set()
    for each, place in chosen:
        neighbour = connection.execute(
            f"SELECT id, position FROM transfers WHERE position {compare} ? AND state IN ({_OPEN})"
            f" ORDER BY position {way} LIMIT 1",
            (place,),
        ).fetchone()
        settled.add(each)
        if neighbour is None or neighbour[0] in settled:
            continue
        swap = [(neighbour[1], each), (place, neighbour[0])]
        connection.executemany("UPDATE transfers SET position = ? WHERE id = ?", swap)
