"""A connection that reads the catalogue beside the store that writes it."""

import sqlite3
from contextlib import suppress
from pathlib import Path


class ReadOnly:
    """For one thread. Opened when it is needed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._file = 0

    def connection(self) -> sqlite3.Connection:
        """To the file that is there now. Raises ``sqlite3.Error``, ``OSError``."""
        file = self.path.stat().st_ino
        if file != self._file:
            # A damaged catalogue was replaced by a new one.
            self.close()
        if self._connection is None:
            self._file = file
            address = f"{self.path.absolute().as_uri()}?mode=ro"
            self._connection = sqlite3.connect(address, uri=True, isolation_level=None)
            self._connection.execute("PRAGMA temp_store = MEMORY")
        return self._connection

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
