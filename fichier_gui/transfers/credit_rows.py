"""Downloads that wait for the user's yes to spend CDN credits. Each function runs inside a transaction."""

import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from fichier_gui.domain.errors import AppError, CreditsNeeded
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import State
from fichier_gui.transfers import statements
from fichier_gui.transfers.database import Connection

_ASKING: Final = f"state = 'needs_answer' AND json_extract(error, '$.code') = '{CreditsNeeded.__name__}'"
_WAITING: Final = "state = 'queued' AND use_credits = 0 AND done < size"


@dataclass(frozen=True, slots=True)
class Parked:
    """What was changed, the batches of what was parked, and the bytes that wait for a yes."""

    changed: "array.array[int]"
    batches: tuple[BatchId, ...]
    cost: int


def waiting(connection: Connection) -> list[TransferId]:
    """The rows that wait for a yes."""
    found = connection.execute(f"SELECT id FROM transfers WHERE direction = 'download' AND {_ASKING}")
    return [TransferId(row[0]) for row in found]


def park(connection: Connection, question: Callable[[int], AppError]) -> Parked:
    """Let every download that is queued wait for the same yes; all of them tell the same sum."""
    found = connection.execute(
        f"SELECT id, batch_id, state, size - done FROM transfers WHERE direction = 'download'"
        f" AND ({_WAITING} OR {_ASKING})"
    ).fetchall()
    cost = sum(left for _id, _batch, _state, left in found)
    changed = statements.shift(
        connection,
        [TransferId(row[0]) for row in found],
        (State.QUEUED, State.NEEDS_ANSWER),
        {"state": State.NEEDS_ANSWER, "error": question(cost)},
    )
    batches = {BatchId(batch) for _id, batch, state, _left in found if state == State.QUEUED}
    return Parked(changed, tuple(sorted(batches)), cost)
