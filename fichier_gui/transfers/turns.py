"""Whose turn it is, as the journal has it. Each function runs in a transaction on the journal's thread."""

from typing import Final

from fichier_gui.domain.transfers import Direction, Priority, Transfer
from fichier_gui.transfers import scheduler
from fichier_gui.transfers.columns import SELECT, loaded
from fichier_gui.transfers.database import Connection

COMPANY_LOOK: Final = 2000
"""Rows that are looked at for company: what waits farther behind is not waited for."""
_TURN: Final = "priority DESC, position"
"""As ``scheduler.turn``."""


def due(
    connection: Connection,
    direction: Direction,
    now: float,
    limit: int,
    largest: int | None = None,
    least: Priority = Priority.LOW,
) -> list[Transfer]:
    """The next rows that may start: queued ones, and retrying ones whose time has come.

    By priority (at least ``least``), then by place. With ``largest`` only files of at most so many bytes, not
    looking farther than :data:`COMPANY_LOOK`.
    """
    look = limit if largest is None else COMPANY_LOOK
    fits = "1" if largest is None else f"size BETWEEN 1 AND {largest}"
    wanted = f"direction = ? AND priority >= {least:d} ORDER BY {_TURN} LIMIT ?"
    queued = connection.execute(
        f"SELECT * FROM ({SELECT} WHERE state = 'queued' AND {wanted}) WHERE {fits} LIMIT ?",
        (direction.value, look, limit),
    ).fetchall()
    retrying = connection.execute(
        f"SELECT * FROM ({SELECT} WHERE state = 'retrying' AND retry_at <= ? AND {wanted})"
        f" WHERE {fits} LIMIT ?",
        (now, direction.value, look, limit),
    ).fetchall()
    return sorted(map(loaded, queued + retrying), key=scheduler.turn)[:limit]


def companions(
    connection: Connection, leader: Transfer, now: float, largest: int, limit: int
) -> list[Transfer]:
    """Due uploads behind ``leader`` for its folder that were never sent, of at most ``largest`` bytes.

    Of its own priority: those of a lower one would make it arrive later.
    """
    fits = "folder_id IS ? AND body_sent = 0 AND size BETWEEN 1 AND ? AND id <> ? LIMIT ?"
    fitting = (leader.folder_id, largest, leader.id, limit)
    queued = connection.execute(
        f"SELECT * FROM ({SELECT} WHERE state = 'queued' AND direction = 'upload' AND priority = ?"
        f" AND position > ? ORDER BY position LIMIT ?) WHERE {fits}",
        (leader.priority, leader.position, COMPANY_LOOK, *fitting),
    ).fetchall()
    retrying = connection.execute(
        f"SELECT * FROM ({SELECT} WHERE state = 'retrying' AND retry_at <= ? AND direction = 'upload'"
        f" AND priority = ? AND position > ? ORDER BY position LIMIT ?) WHERE {fits}",
        (now, leader.priority, leader.position, COMPANY_LOOK, *fitting),
    ).fetchall()
    return sorted(map(loaded, queued + retrying), key=lambda t: t.position)[:limit]


def form_size(connection: Connection, host: str | None, node_id: str | None) -> int:
    """How many uploads went, or were to go, to this node under this id."""
    found: int = connection.execute(
        "SELECT count(*) FROM transfers WHERE direction = 'upload' AND node_host = ? AND node_id = ?",
        (host, node_id),
    ).fetchone()[0]
    return found


def next_retry(connection: Connection, now: float) -> float | None:
    """When the next retrying row comes due, after ``now``: those that are due already wait for a place."""
    found: float | None = connection.execute(
        "SELECT min(retry_at) FROM transfers WHERE state = 'retrying' AND retry_at > ?", (now,)
    ).fetchone()[0]
    return found
