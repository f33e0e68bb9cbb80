"""Failed rows by what stopped them. Each function runs inside a transaction on the journal's thread."""

from __future__ import annotations

import array
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from fichier_gui.domain.changes import Changes
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.transfers import statements
from fichier_gui.transfers.conditions import scope
from fichier_gui.transfers.database import Connection

_CODE: Final = "json_extract(error, '$.code')"


def failed_with(connection: Connection, code: str) -> list[TransferId]:
    """The failed rows whose error has this code, by place."""
    found = connection.execute(
        f"SELECT id FROM transfers WHERE state = 'failed' AND {_CODE} = ? ORDER BY position", (code,)
    )
    return [TransferId(row[0]) for row in found]


def revise_alike(
    connection: Connection,
    ids: Sequence[TransferId],
    among: Iterable[State],
    decide: Callable[[Transfer], Changes],
) -> array.array[int]:
    """Change each of ``ids`` that is in one of ``among`` as ``decide`` says; the ids that changed.

    It is asked once for each direction and error code, and must look at nothing else.
    """
    states = tuple(among)
    alike: dict[tuple[str, str | None], list[TransferId]] = {}
    where, parameters = scope(ids, states)
    found = connection.execute(f"SELECT id, direction, {_CODE} FROM transfers WHERE {where}", parameters)
    for transfer_id, direction, code in found:
        alike.setdefault((direction, code), []).append(TransferId(transfer_id))
    changed = array.array("q")
    for group in alike.values():
        (example,) = statements.rows(connection, group[:1])
        changed += statements.shift(connection, group, states, decide(example))
    return changed
