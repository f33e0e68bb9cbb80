"""When rows may try again, and which never should: SQL over ``retry_at`` and ``error``.

A row that waits without an error waits for an hour of the night: that is a time of the wall clock, and stays.
"""

import json
from collections.abc import Sequence
from typing import Final

from fichier_gui.domain.errors import NetworkProblem, NotFound
from fichier_gui.domain.ids import FileUrl, TransferId
from fichier_gui.transfers.columns import loaded_text
from fichier_gui.transfers.conditions import AMONG, id_list
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


def links_of(connection: Connection, ids: Sequence[TransferId]) -> list[FileUrl]:
    """The links of these downloads, each once."""
    found = connection.execute(
        f"SELECT DISTINCT url FROM transfers WHERE direction = 'download' AND url IS NOT NULL AND {AMONG}",
        (id_list(ids),),
    )
    return [FileUrl(row[0]) for row in found]


def listed_links(connection: Connection, urls: Sequence[FileUrl]) -> set[FileUrl]:
    """Those of ``urls`` of which a download waits, runs or is done."""
    found = connection.execute(
        "SELECT DISTINCT url FROM transfers WHERE direction = 'download' AND state <> 'failed'"
        " AND url IN (SELECT value FROM json_each(?))",
        (json.dumps(list(urls)),),
    )
    return {FileUrl(row[0]) for row in found}


def transferred(connection: Connection, urls: Sequence[FileUrl]) -> list[tuple[FileUrl, str]]:
    """The local paths of what was downloaded from, or sent whole to, ``urls``; the latest first."""
    found = connection.execute(
        "SELECT url, local_path FROM transfers WHERE state = 'done' AND part_offset IS NULL"
        " AND url IN (SELECT value FROM json_each(?)) ORDER BY finished_at DESC, id DESC",
        (json.dumps(list(urls)),),
    )
    return [(FileUrl(row[0]), loaded_text(row[1])) for row in found]


_DEAD: Final = "state = 'failed' AND direction = 'download' AND json_extract(error, '$.code') = ?"


def link_is_dead(connection: Connection, url: str) -> bool:
    """True when a download of this link has failed because there is nothing behind it."""
    found = connection.execute(
        f"SELECT 1 FROM transfers WHERE url = ? AND {_DEAD} LIMIT 1", (url, NotFound.__name__)
    ).fetchone()
    return found is not None


def dead_links(connection: Connection) -> set[FileUrl]:
    """Every link of which that is true."""
    found = connection.execute(
        f"SELECT DISTINCT url FROM transfers WHERE url IS NOT NULL AND {_DEAD}", (NotFound.__name__,)
    )
    return {FileUrl(url) for (url,) in found}
