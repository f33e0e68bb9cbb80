"""A journal of an earlier version becomes one of today, with all that is in it."""

import sqlite3
from pathlib import Path

from transfer_bench import SteppingClock

from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import Direction, Priority, QueueColumn, QueueFilter, State
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.schema import TABLES, VERSION

VERSION_1 = Path(__file__).with_name("queue_version_1.sql").read_text()


def shape(connection: sqlite3.Connection) -> dict[str, object]:
    """Tables with their columns in any order; indexes and triggers word by word."""
    found: dict[str, object] = {}
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master"):
        if kind == "table":
            columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
            found[name] = sorted(column[1:] for column in columns)
        elif sql:
            found[name] = " ".join(sql.split())
    return found


async def test_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "queue.db"
    old = sqlite3.connect(path, isolation_level=None)
    old.executescript(f"PRAGMA journal_mode=WAL; {VERSION_1} PRAGMA user_version=1;")
    old.execute("INSERT INTO batches VALUES (1, 5.0)")
    for number, state in enumerate(("queued", "done", "failed", "paused"), 1):
        row = {
            "id": number, "batch_id": 1, "direction": "upload", "state": state, "name": f"{number}",
            "name_key": f"{number}", "size": 10 * number, "local_path": "/a", "remote_folder_path": "/F",
            "added_at": 5.0, "position": number, "done": 1, "verification": "pending", "attempts": 0,
            "mtime_ns": 0, "body_sent": 0, "keep_anyway": 0, "conflict": "skip_same", "use_credits": 0,
        }  # fmt: skip
        old.execute(
            f"INSERT INTO transfers ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
            tuple(row.values()),
        )
        old.execute("INSERT INTO tallies VALUES ('upload', ?, 1, ?, 1)", (state, 10 * number))
    old.close()

    journal = await Journal.open(path, SteppingClock())
    assert journal.recovered is None
    ids = await journal.order(QueueFilter.ALL, QueueColumn.POSITION, False, "")
    rows = await journal.rows([TransferId(i) for i in ids])
    assert [(r.name, r.state, r.size) for r in rows] == [
        ("1", State.QUEUED, 10),
        ("2", State.DONE, 20),
        ("3", State.FAILED, 30),
        ("4", State.PAUSED, 40),
    ]
    assert {r.priority for r in rows} == {Priority.NORMAL}
    assert [r.id for r in await journal.due(Direction.UPLOAD, 0.0, 9)] == [1]
    await journal.close()

    upgraded, fresh = sqlite3.connect(path), sqlite3.connect(":memory:")
    fresh.executescript(TABLES)
    assert upgraded.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert shape(upgraded) == shape(fresh)
    upgraded.close()
    fresh.close()
