"""Writes to the catalogue: a transaction over ``files`` whose index of names follows at its end, all at once.

The index gathers what it is given and writes it when the transaction, or any statement that might have to be
taken back alone, begins or ends. Given row by row between other statements (as triggers would) it wrote a
piece of its own for every row: ten times as long.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from fichier_gui.catalogue import schema
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import RemoteFile


class Writing:
    """One transaction. ``db`` is for whatever is not a file."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._gone: dict[int, str] = {}
        self._new: dict[int, str] = {}

    def insert(self, folder_id: FolderId, files: Sequence[RemoteFile]) -> None:
        """These are in the folder now. A link is in one folder only; a hidden link is empty."""
        self.delete_links([file.url for file in files])
        first = self.db.execute("SELECT ifnull(max(row), 0) + 1 FROM files").fetchone()[0]
        rows = schema.file_rows(folder_id, files)
        self.db.executemany(schema.PUT_FILE, rows)
        self._new.update(enumerate([str(row[schema.FOLDED]) for row in rows], first))

    def delete_links(self, urls: Collection[FileUrl]) -> list[FolderId]:
        """Files with these links; the folders that they were in, each once. A hidden link is nobody's."""
        return self.delete(schema.HAS_LINKS, json.dumps([url for url in urls if url]))

    def delete_rows(self, rows: Collection[int]) -> None:
        """Files with these row numbers."""
        self.delete("row IN (SELECT value FROM json_each(?))", json.dumps(list(rows)))

    def delete(self, where: str, *values: schema.Value) -> list[FolderId]:
        """The files of an SQL condition; the folders that they were in, each once."""
        folders: dict[FolderId, None] = {}
        gone = self.db.execute(f"DELETE FROM files WHERE {where} RETURNING row, folded, folder", values)
        for row, name, folder in gone.fetchall():
            folders[FolderId(folder)] = None
            if self._new.pop(row, None) is None:
                self._gone[row] = name
        return list(folders)

    def delete_all(self) -> None:
        """Every file."""
        self.db.execute("DELETE FROM files")
        self.db.execute("INSERT INTO names (names) VALUES ('delete-all')")
        self._gone.clear()
        self._new.clear()

    def finish(self) -> None:
        """Bring the index up to date."""
        self.db.executemany(_FORGET, self._gone.items())
        self.db.executemany(_INDEX, self._new.items())


_FORGET: Final = f"INSERT INTO names (names, rowid, folded) VALUES ('delete', ?, ? || {schema.END})"
_INDEX: Final = f"INSERT INTO names (rowid, folded) VALUES (?, ? || {schema.END})"


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[Writing]:
    """All of it or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        writing = Writing(db)
        yield writing
        writing.finish()
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
