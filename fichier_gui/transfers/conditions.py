"""Which rows are meant: conditions for the journal's statements."""

import json
from collections.abc import Iterable, Sequence
from typing import Final

from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import State

AMONG: Final = "id IN (SELECT value FROM json_each(?))"
"""Its parameter is an :func:`id_list`."""

CODE: Final = "json_extract(error, '$.code')"
"""Of the error, as the index ``by_cause`` writes it."""

OF_CAUSE: Final = f"error IS NOT NULL AND state = ? AND {CODE} = ?"
"""Its parameters are the state and the code of a cause."""


def words(states: Iterable[State]) -> str:
    """``states`` for an IN clause. They are our own words, never text from outside."""
    return ", ".join(f"'{state.value}'" for state in states)


def id_list(ids: Sequence[TransferId]) -> str:
    """Any number of ids as one parameter, for ``json_each``."""
    return json.dumps(list(ids))


def scope(ids: Sequence[TransferId] | None, states: Iterable[State]) -> tuple[str, tuple[str, ...]]:
    """A condition with its parameters: all rows (or those of ``ids``) that are in one of ``states``."""
    if ids is None:
        return f"state IN ({words(states)})", ()
    # "+": found by their ids. By its index of states SQLite would look at every row that waits.
    return f"{AMONG} AND +state IN ({words(states)})", (id_list(ids),)
