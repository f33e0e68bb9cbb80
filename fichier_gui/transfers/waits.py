"""The times at which rows try again, as a whole: SQL over ``retry_at``.

A row that waits without an error waits for an hour of the night: that is a time of the wall clock, and stays.
"""

from typing import Final

from fichier_gui.domain.errors import NetworkProblem
from fichier_gui.transfers.database import Connection

_OF_NETWORK: Final = tuple(sorted(leaf.__name__ for leaf in NetworkProblem.__subclasses__()))


def hasten(connection: Connection, now: float) -> int:
    """Rows that wait for the network may go at ``now`` (seconds since 1970). How many there were."""
    marks = ", ".join("?" * len(_OF_NETWORK))
    return connection.execute(
        "UPDATE transfers SET retry_at = ? WHERE state = 'retrying' AND retry_at > ?"
        f" AND json_extract(error, '$.code') IN ({marks})",
        (now, now, *_OF_NETWORK),
    ).rowcount


def clock_was_set(connection: Connection, seconds: float) -> int:
    """The wall clock makes a step: every row waits as long as it would have."""
    return connection.execute(
        "UPDATE transfers SET retry_at = retry_at + ? WHERE state = 'retrying' AND error IS NOT NULL",
        (seconds,),
    ).rowcount


def pull_in(connection: Connection, latest: float) -> int:
    """No row waits past ``latest``: the clock may have been set back while nobody looked."""
    return connection.execute(
        "UPDATE transfers SET retry_at = ? WHERE state = 'retrying' AND retry_at > ? AND error IS NOT NULL",
        (latest, latest),
    ).rowcount
