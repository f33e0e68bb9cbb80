"""What is asked of the journal's tables. Each function runs inside a transaction on the journal's thread."""

from __future__ import annotations

import array
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fichier_gui.domain.causes import Cause
from fichier_gui.domain.changes import Changes
from fichier_gui.domain.errors import EmptyFile
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import (
    ACTIVE,
    Direction,
    NewTransfer,
    NewUpload,
    QueueColumn,
    QueueFilter,
    State,
    Transfer,
    Verification,
)
from fichier_gui.transfers.columns import (
    SELECT,
    Stored,
    loaded,
    loaded_text,
    name_key,
    new_row,
    stored,
    stored_text,
)
from fichier_gui.transfers.conditions import AMONG, OF_CAUSE, id_list, scope, words
from fichier_gui.transfers.database import Connection
from fichier_gui.transfers.live import ProgressNote
from fichier_gui.transfers.schema import PLACE

UNFINISHED: Final = (*sorted(ACTIVE), State.QUEUED, State.RETRYING, State.PAUSED)
"""States in which a batch is still under way."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows of one direction and state, with the sums of their bytes."""

    rows: int = 0
    size: int = 0
    done: int = 0


Tallies = Mapping[tuple[Direction, State], Tally]


@dataclass(frozen=True, slots=True)
class Added:
    """What ``add`` wrote. ``refused``: rows that ended at once, such as empty files."""

    batch_id: BatchId
    count: int
    refused: tuple[TransferId, ...]


@dataclass(frozen=True, slots=True)
class BatchReport:
    """How a batch stands. ``links``: (link, name) of its uploads that are done, in order."""

    is_over: bool
    done: int
    failed: int
    links: tuple[tuple[str, str], ...]


_INSERT_COLUMNS: Final = (
    "batch_id", "state", "added_at", "position", "done", "verification", "error", "attempts",
    "finished_at", "body_sent", "keep_anyway", "use_credits",
)  # fmt: skip


def add(connection: Connection, new: Sequence[NewTransfer], now: float, about: Mapping[str, Stored]) -> Added:
    """Write a batch at the end of the queue. ``about``: what its own row says of it."""
    batch = connection.execute(
        f"INSERT INTO batches (added_at, {', '.join(about)}) VALUES (?{', ?' * len(about)})",
        (now, *about.values()),
    ).lastrowid
    place = connection.execute("SELECT ifnull(max(position), 0) FROM transfers").fetchone()[0]
    rows = _inserted(new, BatchId(batch or 0), place, now)
    first = next(rows, None)
    if first is not None:
        names = ", ".join(first)
        marks = ", ".join("?" for _ in first)
        connection.executemany(
            f"INSERT INTO transfers ({names}) VALUES ({marks})",
            (tuple(row.values()) for row in itertools.chain((first,), rows)),
        )
    connection.execute(
        "INSERT INTO tallies SELECT direction, state, count(*), sum(size), sum(done) FROM transfers"
        " WHERE batch_id = ? GROUP BY direction, state ON CONFLICT DO UPDATE SET"
        " rows = rows + excluded.rows, size = size + excluded.size, done = done + excluded.done",
        (batch,),
    )
    refused = connection.execute(
        "SELECT id FROM transfers WHERE batch_id = ? AND state = 'failed' ORDER BY position", (batch,)
    )
    return Added(BatchId(batch or 0), len(new), tuple(TransferId(row[0]) for row in refused))


def _inserted(
    new: Sequence[NewTransfer], batch: BatchId, place: int, now: float
) -> Iterator[dict[str, Stored]]:
    failed, pending = State.FAILED.value, Verification.PENDING.value
    for position, each in zip(itertools.count(place + PLACE, PLACE), new, strict=False):
        is_empty = isinstance(each, NewUpload) and each.size == 0
        error = (
            stored("error", EmptyFile(path=each.path)) if isinstance(each, NewUpload) and is_empty else None
        )
        values: tuple[Stored, ...] = (
            batch,
            failed if is_empty else _first_state(each).value,
            now,
            position,
            0,
            pending,
            error,
            0,
            now if is_empty else None,
            0,
            0,
            0,
        )
        yield new_row(each) | dict(zip(_INSERT_COLUMNS, values, strict=True))


def _first_state(new: NewTransfer) -> State:
    """An upload that was put off waits for its time as one that is retried does."""
    return State.RETRYING if isinstance(new, NewUpload) and new.start_at is not None else State.QUEUED


def row(connection: Connection, transfer_id: TransferId) -> Transfer | None:
    """One row, or None when it is gone."""
    found = connection.execute(f"{SELECT} WHERE id = ?", (transfer_id,)).fetchone()
    return None if found is None else loaded(found)


def rows(connection: Connection, ids: Sequence[TransferId]) -> list[Transfer]:
    """These rows in the order asked; unknown ids are left out."""
    found = connection.execute(f"{SELECT} WHERE {AMONG}", (id_list(ids),))
    by_id = {transfer.id: transfer for transfer in map(loaded, found)}
    return [by_id[i] for i in ids if i in by_id]


def update(connection: Connection, transfer_id: TransferId, before: State, changes: Changes) -> bool:
    """Change fields of a row that is still in ``before``; False when it is not."""
    columns = {name: stored(name, value) for name, value in changes.items()}
    if "name" in changes:
        columns["name_key"] = name_key(changes["name"])
    names = ", ".join(f"{name} = ?" for name in columns)
    values = list(columns.values())
    done = connection.execute(
        f"UPDATE transfers SET {names} WHERE id = ? AND state = ?", (*values, transfer_id, before.value)
    )
    return done.rowcount == 1


def shift(
    connection: Connection,
    ids: Sequence[TransferId] | None,
    before: Iterable[State],
    changes: Changes,
) -> array.array[int]:
    """Change all rows (or those of ``ids``) that are in one of ``before``; the ids that changed."""
    where, given = scope(ids, before)
    changed = array.array(
        "q", (r[0] for r in connection.execute(f"SELECT id FROM transfers WHERE {where}", given))
    )
    names = ", ".join(f"{name} = ?" for name in changes)
    values = [stored(name, value) for name, value in changes.items()]
    connection.execute(f"UPDATE transfers SET {names} WHERE {where}", (*values, *given))
    return changed


def note_progress(connection: Connection, notes: Mapping[TransferId, ProgressNote]) -> None:
    """Figures of running rows. A row that has come to rest meanwhile knows its own better."""
    connection.executemany(
        "UPDATE transfers SET done = ?, parts = ifnull(?, parts), moving_time = ifnull(?, moving_time)"
        f" WHERE id = ? AND state IN ({words(sorted(ACTIVE))})",
        [(*note, transfer_id) for transfer_id, note in notes.items()],
    )


def remove(
    connection: Connection, ids: Sequence[TransferId] | None, among: Iterable[State]
) -> tuple[array.array[int], list[BatchId]]:
    """Delete rows in one of ``among``; their part files become litter. The ids, and batches cut short."""
    where, given = scope(ids, among)
    gone = connection.execute(f"SELECT id, batch_id, state FROM transfers WHERE {where}", given).fetchall()
    connection.execute(
        "INSERT OR IGNORE INTO litter SELECT part_path FROM transfers WHERE part_path IS NOT NULL"
        f" AND direction = 'download' AND verification <> 'differs' AND state <> 'done' AND {where}",
        given,
    )
    connection.execute(f"DELETE FROM transfers WHERE {where}", given)
    cut = {BatchId(batch) for _, batch, state in gone if State(state) in UNFINISHED}
    return array.array("q", (r[0] for r in gone)), sorted(cut)


def litter(connection: Connection) -> list[str]:
    """Part files that are to be removed."""
    return [loaded_text(r[0]) for r in connection.execute("SELECT path FROM litter")]


def litter_gone(connection: Connection, paths: Sequence[str]) -> None:
    """These part files are no more."""
    connection.executemany("DELETE FROM litter WHERE path = ?", [(stored_text(path),) for path in paths])


def part_is_taken(connection: Connection, path: str, transfer_id: TransferId) -> bool:
    """True when another row keeps its bytes under ``path``, or did."""
    kept = stored_text(path)
    return (
        connection.execute(
            "SELECT 1 FROM transfers WHERE part_path = ? AND id <> ? UNION ALL"
            " SELECT 1 FROM litter WHERE path = ? LIMIT 1",
            (kept, transfer_id, kept),
        ).fetchone()
        is not None
    )


def link_is_taken(connection: Connection, url: str) -> bool:
    """True when another upload has this link already."""
    found = connection.execute(
        "SELECT 1 FROM transfers WHERE direction = 'upload' AND url = ? LIMIT 1", (url,)
    ).fetchone()
    return found is not None


def batch_ids(connection: Connection, batch: BatchId) -> list[TransferId]:
    """The rows of a batch in the order they were added."""
    found = connection.execute("SELECT id FROM transfers WHERE batch_id = ? ORDER BY id", (batch,))
    return [TransferId(row[0]) for row in found]


def batch_report(connection: Connection, batch: BatchId) -> BatchReport:
    """How a batch stands."""
    under_way = connection.execute(
        f"SELECT 1 FROM transfers WHERE batch_id = ? AND state IN ({words(UNFINISHED)}) LIMIT 1", (batch,)
    ).fetchone()
    if under_way is not None:
        return BatchReport(False, 0, 0, ())
    counts = dict(
        connection.execute(
            "SELECT state, count(*) FROM transfers WHERE batch_id = ? GROUP BY state", (batch,)
        )
    )
    links = connection.execute(
        "SELECT url, name FROM transfers WHERE batch_id = ? AND state = 'done'"
        " AND direction = 'upload' AND url IS NOT NULL ORDER BY position",
        (batch,),
    )
    done = counts.get(State.DONE.value, 0)
    return BatchReport(
        True, done, sum(counts.values()) - done, tuple((url, loaded_text(name)) for url, name in links)
    )


def tallies(connection: Connection) -> Tallies:
    """The counts and sums of all rows."""
    return {
        (Direction(direction), State(state)): Tally(count, size, done)
        for direction, state, count, size, done in connection.execute("SELECT * FROM tallies")
    }


def flag(connection: Connection, name: str) -> bool:
    """A lasting yes or no; no when it was never set."""
    found = connection.execute("SELECT value FROM flags WHERE name = ?", (name,)).fetchone()
    return found is not None and bool(found[0])


def set_flag(connection: Connection, name: str, value: bool) -> None:
    """Remember a yes or no."""
    connection.execute(
        "INSERT INTO flags VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (name, int(value))
    )


_TABS: Final[Mapping[QueueFilter, str]] = {
    QueueFilter.ALL: "1",
    QueueFilter.ACTIVE: f"state IN ({words(sorted(ACTIVE))})",
    QueueFilter.WAITING: f"state IN ({words((State.QUEUED, State.RETRYING, State.PAUSED))})",
    QueueFilter.ATTENTION: f"state IN ({words((State.NEEDS_ANSWER,))})",
    QueueFilter.FAILED: f"state IN ({words((State.FAILED,))})",
    QueueFilter.DONE: f"state IN ({words((State.DONE,))})",
}
STATES_IN_ORDER: Final = (
    *(State.MOVING, State.FINISHING, State.VERIFYING, State.STARTING),
    *(State.NEEDS_ANSWER, State.FAILED, State.RETRYING, State.QUEUED, State.PAUSED, State.DONE),
)
"""For a list that is ordered by state: what runs is at one end, what is over at the other."""
RANKS: Final = " ".join(f"WHEN '{state.value}' THEN {rank}" for rank, state in enumerate(STATES_IN_ORDER))
KEYS: Final[Mapping[QueueColumn, str]] = {
    QueueColumn.POSITION: "position",
    QueueColumn.CURRENT: f"state = '{State.DONE.value}'",
    QueueColumn.NAME: "name_key",
    QueueColumn.SIZE: "size",
    QueueColumn.STATE: f"CASE state {RANKS} END",
    QueueColumn.ADDED: "added_at",
    QueueColumn.FOLDER: "remote_folder_path",
    QueueColumn.DIRECTION: "direction",
    QueueColumn.PRIORITY: "-priority",
    QueueColumn.LOCAL: "local_path",
    QueueColumn.REMAINING: "size - done",
    QueueColumn.FINISHED: "finished_at",
    QueueColumn.CHECKSUM: "verification",
    QueueColumn.ATTEMPTS: "attempts",
    QueueColumn.LINK: "url",
}


def order(
    connection: Connection,
    tab: QueueFilter,
    column: QueueColumn,
    descending: bool,
    text: str,
    cause: Cause | None = None,
) -> array.array[int]:
    """The ids of a tab in order, or of what stands still because of ``cause``.

    Rows that are equal in ``column`` keep the queue's own order.
    """
    where = _TABS[tab]
    given: tuple[str, ...] = ()
    if cause is not None:
        where, given = OF_CAUSE, (cause.state.value, cause.code)
    if text:
        where, given = where + " AND instr(folded(name), ?) > 0", (*given, text)
    way = "DESC" if descending else "ASC"
    key = f"{KEYS[column]} {way}" + ("" if column is QueueColumn.POSITION else ", position")
    found = connection.execute(f"SELECT id FROM transfers WHERE {where} ORDER BY {key}", given)
    return array.array("q", (r[0] for r in found))
