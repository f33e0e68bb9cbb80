"""Batches that wait for a password. Each function runs inside a transaction on the journal's thread."""

from collections.abc import Sequence
from typing import Final

from fichier_gui.domain.errors import PasswordNeeded, PasswordWrong
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.transfers.conditions import AMONG, id_list
from fichier_gui.transfers.database import Connection

_CODES: Final = f"('{PasswordNeeded.__name__}', '{PasswordWrong.__name__}')"


def wants_password(connection: Connection, batch: BatchId) -> bool:
    """True when a row of the batch stands still until the user enters a password."""
    found = connection.execute(
        "SELECT 1 FROM transfers WHERE batch_id = ? AND state = 'needs_answer'"
        f" AND json_extract(error, '$.code') IN {_CODES} LIMIT 1",
        (batch,),
    ).fetchone()
    return found is not None


def batches_of(connection: Connection, ids: Sequence[TransferId]) -> list[BatchId]:
    """The batches of these rows, each once."""
    found = connection.execute(f"SELECT DISTINCT batch_id FROM transfers WHERE {AMONG}", (id_list(ids),))
    return [BatchId(row[0]) for row in found]
