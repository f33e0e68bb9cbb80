"""The journal's tables. Every figure that the window shows costs the same with ten rows and with 100,000."""

from collections.abc import Mapping
from typing import Final

VERSION: Final = 6
"""``user_version`` of the database file. A newer one is refused, an older one is brought up to date."""

PLACE: Final = 1 << 32
"""Between the places of two rows that were added one after the other: room for many to come between."""

_BATCH_TALLIES: Final = """
-- The same for each batch.
CREATE TABLE batch_tallies (
    batch_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    rows INTEGER NOT NULL,
    size INTEGER NOT NULL,
    done INTEGER NOT NULL,
    PRIMARY KEY (batch_id, state)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER batch_tally_delete AFTER DELETE ON transfers BEGIN
    UPDATE batch_tallies SET rows = rows - 1, size = size - old.size, done = done - old.done
    WHERE batch_id = old.batch_id AND state = old.state;
    DELETE FROM batch_tallies WHERE batch_id = old.batch_id AND state = old.state AND rows = 0;
END;

CREATE TRIGGER batch_tally_update AFTER UPDATE OF state, size, done ON transfers BEGIN
    UPDATE batch_tallies SET rows = rows - 1, size = size - old.size, done = done - old.done
    WHERE batch_id = old.batch_id AND state = old.state;
    INSERT INTO batch_tallies VALUES (new.batch_id, new.state, 1, new.size, new.done)
    ON CONFLICT DO UPDATE SET rows = rows + 1, size = size + new.size, done = done + new.done;
END;
"""

TABLES: Final = f"""
CREATE TABLE transfers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice: the window may still show a removed one
    batch_id INTEGER NOT NULL,
    direction TEXT NOT NULL,
    state TEXT NOT NULL,
    name ANY NOT NULL,  -- ANY: a name or path that is no Unicode is kept as its bytes
    name_key TEXT NOT NULL,
    size INTEGER NOT NULL,
    local_path ANY NOT NULL,
    remote_folder_path ANY NOT NULL,
    added_at REAL NOT NULL,
    position INTEGER NOT NULL,
    folder_id INTEGER,
    url TEXT,
    done INTEGER NOT NULL,
    checksum TEXT,
    local_checksum TEXT,
    verification TEXT NOT NULL,
    error TEXT,  -- JSON: code, detail, facts
    retry_at REAL,
    attempts INTEGER NOT NULL,
    finished_at REAL,
    stored_name ANY,
    mtime_ns INTEGER NOT NULL,
    node_host TEXT,
    node_id TEXT,
    node_at REAL,
    body_sent INTEGER NOT NULL,
    part_path ANY,
    keep_anyway INTEGER NOT NULL,
    etag TEXT,
    conflict TEXT NOT NULL,
    use_credits INTEGER NOT NULL,
    parts TEXT,
    part_offset INTEGER,
    source_size INTEGER,
    rate INTEGER NOT NULL DEFAULT 0,
    priority INTEGER NOT NULL DEFAULT 0,
    is_protected INTEGER NOT NULL DEFAULT 0,
    moving_time REAL NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX by_position ON transfers (position);
CREATE INDEX by_open_place ON transfers (position) WHERE state NOT IN ('failed', 'done');
CREATE INDEX by_state ON transfers (state, direction, priority DESC, position);
CREATE INDEX by_batch ON transfers (batch_id, state, position);
CREATE INDEX by_retry ON transfers (retry_at) WHERE state = 'retrying';
CREATE INDEX by_part ON transfers (part_path) WHERE part_path IS NOT NULL;
CREATE INDEX by_cause ON transfers (state, json_extract(error, '$.code'), position) WHERE error IS NOT NULL;
CREATE INDEX by_failed_link ON transfers (url) WHERE state = 'failed';
CREATE INDEX by_link ON transfers (url) WHERE direction = 'upload' AND url IS NOT NULL;

CREATE TABLE batches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    added_at REAL NOT NULL,
    name ANY NOT NULL DEFAULT '',
    name_key TEXT NOT NULL DEFAULT '',
    is_whole INTEGER NOT NULL DEFAULT 0,  -- the name is that of all, not of the first row
    direction TEXT NOT NULL DEFAULT 'upload',
    folder ANY NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE flags (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Part files of rows that are gone: written with the row's end, removed when the file is.
CREATE TABLE litter (
    path ANY NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Kept by the triggers below, so that counting never reads the rows. New rows come in batches, which
-- statements.add counts itself.
CREATE TABLE tallies (
    direction TEXT NOT NULL,
    state TEXT NOT NULL,
    rows INTEGER NOT NULL,
    size INTEGER NOT NULL,
    done INTEGER NOT NULL,
    PRIMARY KEY (direction, state)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER tally_delete AFTER DELETE ON transfers BEGIN
    UPDATE tallies SET rows = rows - 1, size = size - old.size, done = done - old.done
    WHERE direction = old.direction AND state = old.state;
END;

CREATE TRIGGER tally_update AFTER UPDATE OF state, size, done ON transfers BEGIN
    UPDATE tallies SET rows = rows - 1, size = size - old.size, done = done - old.done
    WHERE direction = old.direction AND state = old.state;
    INSERT INTO tallies VALUES (new.direction, new.state, 1, new.size, new.done)
    ON CONFLICT DO UPDATE SET rows = rows + 1, size = size + new.size, done = done + new.done;
END;
{_BATCH_TALLIES}"""

_STEPS: Final[Mapping[int, str]] = {
    1: "ALTER TABLE transfers ADD COLUMN parts TEXT;"
    " ALTER TABLE transfers ADD COLUMN part_offset INTEGER;"
    " ALTER TABLE transfers ADD COLUMN source_size INTEGER;"
    " CREATE INDEX by_failed_link ON transfers (url) WHERE state = 'failed';"
    " CREATE INDEX by_cause ON transfers (state, json_extract(error, '$.code'), position)"
    " WHERE error IS NOT NULL;"
    " ALTER TABLE transfers ADD COLUMN rate INTEGER NOT NULL DEFAULT 0;",
    2: "ALTER TABLE transfers ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;"
    " DROP INDEX by_state;"
    " CREATE INDEX by_state ON transfers (state, direction, priority DESC, position);"
    f" UPDATE transfers SET position = position * {PLACE};"
    " CREATE INDEX by_open_place ON transfers (position) WHERE state NOT IN ('failed', 'done');",
    3: "ALTER TABLE transfers ADD COLUMN is_protected INTEGER NOT NULL DEFAULT 0;",
    4: "DROP INDEX by_batch; CREATE INDEX by_batch ON transfers (batch_id, state, position);"
    " ALTER TABLE batches ADD COLUMN name ANY NOT NULL DEFAULT '';"
    " ALTER TABLE batches ADD COLUMN name_key TEXT NOT NULL DEFAULT '';"
    " ALTER TABLE batches ADD COLUMN is_whole INTEGER NOT NULL DEFAULT 0;"
    " ALTER TABLE batches ADD COLUMN direction TEXT NOT NULL DEFAULT 'upload';"
    " ALTER TABLE batches ADD COLUMN folder ANY NOT NULL DEFAULT '';"
    " CREATE TEMP TABLE firsts AS SELECT batch_id, min(id) AS id FROM transfers GROUP BY batch_id;"
    " UPDATE batches SET (name, name_key, direction, folder) = (SELECT name, name_key, direction,"
    " remote_folder_path FROM transfers WHERE id = (SELECT id FROM firsts WHERE batch_id = batches.id))"
    " WHERE id IN (SELECT batch_id FROM firsts);"
    " DROP TABLE firsts;"
    f" {_BATCH_TALLIES}"
    " INSERT INTO batch_tallies SELECT batch_id, state, count(*), sum(size), sum(done) FROM transfers"
    " GROUP BY batch_id, state;",
    5: "ALTER TABLE transfers ADD COLUMN moving_time REAL NOT NULL DEFAULT 0;",
}


def upgrade(version: int) -> str:
    """The SQL that brings the tables of ``version`` up to date, in one transaction."""
    steps = "".join(_STEPS[earlier] for earlier in range(version, VERSION))
    return f"BEGIN; {steps} PRAGMA user_version={VERSION}; COMMIT;"
