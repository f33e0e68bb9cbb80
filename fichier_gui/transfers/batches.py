"""Batches in the journal. Each function runs inside a transaction on the journal's thread.

Their sums are kept by triggers, so that a batch costs the same however many rows it has; only those that are
folded out are read row by row.
"""

from __future__ import annotations

import array
import json
import os
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from fichier_gui.domain.batches import Batch, Part
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.link_text import LinkFacts
from fichier_gui.domain.transfers import Direction, NewTransfer, NewUpload, QueueColumn, State
from fichier_gui.transfers import statements
from fichier_gui.transfers.columns import Stored, loaded_text, name_key, stored_text
from fichier_gui.transfers.database import Connection
from fichier_gui.transfers.statements import KEYS, RANKS

_AMONG: Final = "IN (SELECT value FROM json_each(?))"

_WHOLE: Final = f"""
WITH whole AS (
    SELECT batch_id, sum(rows) AS rows, sum(size) AS total, sum(done) AS moved,
        min(state = 'done') AS is_done, min(CASE state {RANKS} END) AS rank
    FROM batch_tallies WHERE rows > 0 GROUP BY batch_id
)"""
_FIRST_PLACE: Final = """(
    SELECT min((SELECT min(position) FROM transfers t WHERE t.batch_id = p.batch_id AND t.state = p.state))
    FROM batch_tallies p WHERE p.batch_id = w.batch_id AND p.rows > 0 AND (w.is_done OR p.state <> 'done')
)"""
_BATCH_KEYS: Final = {
    QueueColumn.POSITION: "0",
    QueueColumn.CURRENT: "w.is_done",
    QueueColumn.NAME: "b.name_key",
    QueueColumn.SIZE: "w.total",
    QueueColumn.STATE: "w.rank",
    QueueColumn.ADDED: "b.added_at",
    QueueColumn.FOLDER: "b.folder",
    QueueColumn.DIRECTION: "b.direction",
    QueueColumn.REMAINING: "w.total - w.moved",
}
"""As ``statements.KEYS``, for a batch as one row. The others are those of its rows, and looked for."""
_BY_THE_LAST: Final = frozenset({QueueColumn.FINISHED, QueueColumn.ATTEMPTS})


def described(new: Sequence[NewTransfer], name: str) -> dict[str, Stored]:
    """What a batch of ``new`` is called, and where it goes."""
    first = new[0] if new else None
    shown = name or (first.name if first is not None else "")
    is_upload = first is None or isinstance(first, NewUpload)
    folders = {n.folder_path if isinstance(n, NewUpload) else n.remote_folder_path for n in new}
    return {
        "name": stored_text(shown),
        "name_key": name_key(shown),
        "is_whole": int(bool(name)),
        "direction": (Direction.UPLOAD if is_upload else Direction.DOWNLOAD).value,
        "folder": stored_text(_common(folders)),
    }


def _common(folders: Collection[str]) -> str:
    if not folders or not all(folder.startswith("/") for folder in folders):
        return ""
    return os.path.commonpath(list(folders)).replace(os.sep, "/")


def add(connection: Connection, new: Sequence[NewTransfer], now: float, name: str) -> statements.Added:
    """Write a batch at the end of the queue; ``name`` is what the user chose as a whole, or ""."""
    added = statements.add(connection, new, now, described(new, name))
    connection.execute(
        "INSERT INTO batch_tallies SELECT batch_id, state, count(*), sum(size), sum(done) FROM transfers"
        " WHERE batch_id = ? GROUP BY state",
        (added.batch_id,),
    )
    return added


def batches(connection: Connection, ids: Sequence[BatchId]) -> list[Batch]:
    """These batches; those that have no rows any more are left out."""
    wanted = json.dumps(list(ids))
    parts: dict[int, dict[State, Part]] = {}
    for batch, state, rows, size, done in connection.execute(
        f"SELECT batch_id, state, rows, size, done FROM batch_tallies WHERE batch_id {_AMONG} AND rows > 0",
        (wanted,),
    ):
        parts.setdefault(batch, {})[State(state)] = Part(rows, size, done)
    found = connection.execute(
        f"SELECT id, name, is_whole, direction, folder, added_at FROM batches WHERE id {_AMONG}", (wanted,)
    )
    return [
        Batch(
            BatchId(batch),
            loaded_text(name),
            bool(is_whole),
            Direction(direction),
            loaded_text(folder),
            added_at,
            parts[batch],
        )
        for batch, name, is_whole, direction, folder, added_at in found
        if batch in parts
    ]


def arranged(
    connection: Connection, column: QueueColumn, descending: bool, unfolded: Iterable[BatchId]
) -> array.array[int]:
    """The whole list, batches as one row: ids, and for a batch of several rows its id below zero.

    A batch stands where the first of its rows that is not done has its place. Those of ``unfolded`` are
    followed by their rows, in the same order.
    """
    way = "DESC" if descending else "ASC"
    top = connection.execute(
        f"{_WHOLE} SELECT t.id, {_of_row(column)} AS key, t.position AS place"
        " FROM whole w JOIN transfers t ON t.batch_id = w.batch_id WHERE w.rows = 1"
        f" UNION ALL SELECT -w.batch_id, {_of_batch(column)}, {_FIRST_PLACE}"
        " FROM whole w JOIN batches b ON b.id = w.batch_id WHERE w.rows > 1"
        f" ORDER BY 2 {way}, 3"
    )
    inside = _rows_inside(connection, column, way, unfolded)
    if not inside:
        return array.array("q", (r[0] for r in top))
    found = array.array("q")
    for item, *_ in top:
        found.append(item)
        if item < 0:
            found.extend(inside.get(-item, ()))
    return found


def _of_row(column: QueueColumn) -> str:
    return "0" if column is QueueColumn.POSITION else KEYS[column]


def _of_batch(column: QueueColumn) -> str:
    if column in _BATCH_KEYS:
        return _BATCH_KEYS[column]
    choose = "max" if column in _BY_THE_LAST else "min"
    return f"(SELECT {choose}({KEYS[column]}) FROM transfers t WHERE t.batch_id = w.batch_id)"


def _rows_inside(
    connection: Connection, column: QueueColumn, way: str, unfolded: Iterable[BatchId]
) -> dict[int, array.array[int]]:
    inside: dict[int, array.array[int]] = {}
    for batch in unfolded:
        rows = connection.execute(
            f"SELECT id FROM transfers WHERE batch_id = ? ORDER BY {_of_row(column)} {way}, position",
            (batch,),
        )
        inside[batch] = array.array("q", (r[0] for r in rows))
    return inside


def rows_of(connection: Connection, ids: Sequence[BatchId]) -> list[TransferId]:
    """The rows of these batches, by place."""
    found = connection.execute(
        f"SELECT id FROM transfers WHERE batch_id {_AMONG} ORDER BY position", (json.dumps(list(ids)),)
    )
    return [TransferId(row[0]) for row in found]


def links_of(connection: Connection, ids: Sequence[BatchId]) -> list[LinkFacts]:
    """The links of what is known to be on the service, by place."""
    found = connection.execute(
        "SELECT url, name, size, remote_folder_path, coalesce(checksum, '') FROM transfers"
        f" WHERE batch_id {_AMONG} AND url IS NOT NULL ORDER BY position",
        (json.dumps(list(ids)),),
    )
    return [LinkFacts(*row) for row in found]
