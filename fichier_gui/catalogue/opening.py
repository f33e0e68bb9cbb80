"""Opens the catalogue's file, or makes it."""

import logging
import sqlite3
from pathlib import Path
from typing import Final

from fichier_gui.catalogue import schema
from fichier_gui.catalogue.carrying_over import carry_over

logger = logging.getLogger(__name__)

_CACHE_KIB: Final = 32 << 10
"""Room for the inner pages of every index, and for most of the outer ones."""


class _OtherVersion(sqlite3.DatabaseError):
    """The file was written by an earlier or a later version of this program."""


def connected(path: Path) -> sqlite3.Connection:
    """Open the catalogue, or make it; what one of another version knows is carried over.

    Raises ``OSError`` and ``sqlite3.Error``: ``OperationalError`` where it cannot be used now, any other
    ``DatabaseError`` for a damaged file.
    """
    try:
        return _connect(path)
    except _OtherVersion as other:
        try:
            carry_over(path)
        except ValueError as error:
            raise sqlite3.DatabaseError(f"{other} holds {error}") from error
        except sqlite3.OperationalError as error:
            # A table or a column is missing. Other reasons come again with the new file.
            raise sqlite3.DatabaseError(f"{other}: {error}") from error
        logger.info("%s is carried over", other)
        return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    """Open the file and make its tables when it is new. ``DatabaseError`` for damage."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        # A power cut may lose the last listings, which the service has.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = {-_CACHE_KIB}")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            connection.executescript(f"BEGIN; {schema.TABLES} COMMIT;")
        elif version != schema.VERSION:
            raise _OtherVersion(f"the catalogue of version {version}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
