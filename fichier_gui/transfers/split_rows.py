"""Uploads by the files that they send, whole or in parts. For transactions on the journal's thread."""

from collections.abc import Sequence

from fichier_gui.domain.transfers import Transfer
from fichier_gui.transfers.columns import SELECT, loaded, loaded_text, stored_text
from fichier_gui.transfers.database import Connection


def finished_splits(connection: Connection) -> list[list[Transfer]]:
    """The parts, in order, of each file all of whose parts are done."""
    whole = connection.execute(
        "SELECT batch_id, local_path, folder_id FROM transfers WHERE part_offset IS NOT NULL"
        " GROUP BY batch_id, local_path, folder_id"
        " HAVING min(state = 'done') AND sum(size) = max(source_size)"
    ).fetchall()
    return [
        [
            loaded(row)
            for row in connection.execute(
                f"{SELECT} WHERE batch_id = ? AND local_path = ? AND folder_id = ?"
                " AND part_offset IS NOT NULL ORDER BY part_offset",
                group,
            )
        ]
        for group in whole
    ]


def is_queued(connection: Connection, path: str) -> bool:
    """True when some upload, ended or not, has this source."""
    return (
        connection.execute(
            "SELECT 1 FROM transfers WHERE direction = 'upload' AND local_path = ? LIMIT 1", (path,)
        ).fetchone()
        is not None
    )


def last_id(connection: Connection) -> int:
    """The greatest that was ever given; 0 before the first."""
    found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'transfers'").fetchone()
    return 0 if found is None else int(found[0])


def uploads_after(connection: Connection, transfer_id: int, path: str) -> list[Transfer]:
    """Those of one source with greater ids, in order."""
    rows = connection.execute(
        f"{SELECT} WHERE id > ? AND direction = 'upload' AND local_path = ? ORDER BY id",
        (transfer_id, stored_text(path)),
    )
    return [loaded(row) for row in rows]


def queued_sources(connection: Connection, paths: Sequence[str]) -> set[tuple[str, int | None]]:
    """Those of ``paths`` that some upload has, ended or not, each with its place in the file."""
    found: set[tuple[str, int | None]] = set()
    for path in set(paths):
        rows = connection.execute(
            "SELECT part_offset FROM transfers WHERE direction = 'upload' AND local_path = ?",
            (stored_text(path),),
        )
        found |= {(path, row[0]) for row in rows}
    return found


def has_target(connection: Connection, path: str) -> bool:
    """True when some download, ended or not, has this local path."""
    found = connection.execute(
        "SELECT 1 FROM transfers WHERE direction = 'download' AND local_path = ? LIMIT 1",
        (stored_text(path),),
    ).fetchone()
    return found is not None


def unfinished_in(connection: Connection, folder: str) -> set[str]:
    """The local paths below ``folder`` of downloads that are not done."""
    found = connection.execute(
        "SELECT local_path FROM transfers WHERE direction = 'download' AND state <> 'done'"
        " AND substr(local_path, 1, ?) = ?",
        (len(folder), folder),
    )
    return {loaded_text(row[0]) for row in found}
