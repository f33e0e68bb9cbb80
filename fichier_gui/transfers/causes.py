"""Rows that stand still, by what stopped them. Functions run inside a transaction on the journal's thread."""

from __future__ import annotations

import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from fichier_gui.domain.causes import STANDING, Cause, CauseCount
from fichier_gui.domain.changes import Changes
from fichier_gui.domain.errors import AppError, Unexpected
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.transfers import statements
from fichier_gui.transfers.conditions import CODE, OF_CAUSE, scope, words
from fichier_gui.transfers.database import Connection


def counts(connection: Connection) -> list[CauseCount]:
    """What stands still, the most urgent and then the most frequent first. Reads one row a cause."""
    found = connection.execute(
        f"SELECT state, {CODE}, count(*), min(id) FROM transfers"
        f" WHERE error IS NOT NULL AND state IN ({words(STANDING)}) GROUP BY state, {CODE}"
    ).fetchall()
    return sorted(
        (
            CauseCount(Cause(State(state), code), rows, _error_of(connection, TransferId(example)))
            for state, code, rows, example in found
        ),
        key=lambda each: (STANDING.index(each.cause.state), -each.rows, each.cause.code),
    )


def _error_of(connection: Connection, transfer_id: TransferId) -> AppError:
    (found,) = statements.rows(connection, [transfer_id])
    return found.error or Unexpected()


def of_cause(connection: Connection, cause: Cause) -> list[TransferId]:
    """The rows that stand still because of ``cause``, by place."""
    found = connection.execute(
        f"SELECT id FROM transfers WHERE {OF_CAUSE} ORDER BY position", (cause.state.value, cause.code)
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
    found = connection.execute(f"SELECT id, direction, {CODE} FROM transfers WHERE {where}", parameters)
    for transfer_id, direction, code in found:
        alike.setdefault((direction, code), []).append(TransferId(transfer_id))
    changed = array.array("q")
    for group in alike.values():
        (example,) = statements.rows(connection, group[:1])
        changed += statements.shift(connection, group, states, decide(example))
    return changed


def revise(
    connection: Connection,
    ids: Sequence[TransferId],
    among: Iterable[State],
    decide: Callable[[Transfer], Changes],
) -> list[tuple[Transfer, Transfer]]:
    """Change each of ``ids`` that is in one of ``among`` as ``decide`` says. (before, after) of each."""
    states = frozenset(among)
    changed: list[tuple[Transfer, Transfer]] = []
    for before in statements.rows(connection, ids):
        if before.state in states:
            changes = decide(before)
            statements.update(connection, before.id, before.state, changes)
            changed.append((before, replace(before, **changes)))
    return changed
