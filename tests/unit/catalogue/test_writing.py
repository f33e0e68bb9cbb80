"""The index of names stays true to the files, whatever a transaction does."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.catalogue import schema
from fichier_gui.catalogue.writing import Writing, transaction
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import RemoteFile

LINKS = [FileUrl(f"https://1fichier.com/?{letter * 20}") for letter in "abcdef"]
NAMES = ["Été à Paris.mkv", "summer.mkv", "a", "", "Ünïcode ✓.txt", "surrogate \udcff.bin"]


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    db = new_catalogue()
    yield db
    db.close()


def new_catalogue() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.executescript(schema.TABLES)
    return db


def check(db: sqlite3.Connection) -> None:
    """Raises ``DatabaseError`` when the index does not hold exactly what the table does."""
    db.execute("INSERT INTO names (names, rank) VALUES ('integrity-check', 1)")


def found(db: sqlite3.Connection, word: str) -> list[str]:
    rows = db.execute(
        "SELECT url FROM files JOIN names ON files.row = names.rowid WHERE names MATCH ?", (word[:3],)
    )
    return sorted(row[0] for row in rows)


files = st.builds(
    lambda link, name, size: RemoteFile(link, name, size),
    st.sampled_from([*LINKS, FileUrl("")]),
    st.sampled_from(NAMES),
    st.integers(0, 3),
)
folders = st.integers(1, 3).map(FolderId)
Act = Callable[[Writing], object]


def inserting(folder: FolderId, some: list[RemoteFile]) -> Act:
    return lambda writing: writing.insert(folder, some)


def without_links(links: list[FileUrl]) -> Act:
    return lambda writing: writing.delete_links(links)


def without_folder(folder: FolderId) -> Act:
    return lambda writing: writing.delete("folder = ?", folder)


acts: st.SearchStrategy[Act] = st.one_of(
    st.builds(inserting, folders, st.lists(files, max_size=4, unique_by=lambda file: file.url)),
    st.builds(without_links, st.lists(st.sampled_from(LINKS), max_size=4)),
    st.builds(without_folder, folders),
    st.just(Writing.delete_all),
)


@given(st.lists(st.tuples(st.lists(acts, max_size=5), st.booleans()), max_size=6))
def test_the_index_holds_what_the_table_holds(batches: list[tuple[list[Act], bool]]) -> None:
    db = new_catalogue()
    for batch, breaks_off in batches:
        with suppress(InterruptedError), transaction(db) as writing:
            for act in batch:
                act(writing)
            if breaks_off:
                raise InterruptedError
        check(db)
        links = [row[0] for row in db.execute("SELECT url FROM files WHERE url <> ''")]
        assert len(links) == len(set(links)), "a link is in one folder only"
    db.close()


def test_a_row_that_came_and_went_in_one_transaction_was_never_there(db: sqlite3.Connection) -> None:
    with transaction(db) as writing:
        writing.insert(FolderId(1), [RemoteFile(LINKS[0], "summer.mkv", 1)])
        assert writing.delete_links([LINKS[0]]) == [FolderId(1)]
        writing.insert(FolderId(2), [RemoteFile(LINKS[0], "winter.mkv", 1)])
    check(db)
    assert (found(db, "summer"), found(db, "winter")) == ([], [LINKS[0]])


def test_a_folder_lists_those_that_lost_a_file_once(db: sqlite3.Connection) -> None:
    with transaction(db) as writing:
        for folder in (1, 2):
            links = LINKS[folder * 2 - 2 : folder * 2]
            writing.insert(FolderId(folder), [RemoteFile(link, "a name", 1) for link in links])
        assert writing.delete_links(LINKS) == [FolderId(1), FolderId(2)]
    check(db)


def test_the_check_finds_a_wrong_index(db: sqlite3.Connection) -> None:
    with transaction(db) as writing:
        writing.insert(FolderId(1), [RemoteFile(LINKS[0], "summer.mkv", 1)])
    db.execute("UPDATE files SET folded = 'winter.mkv'")
    with pytest.raises(sqlite3.DatabaseError):
        check(db)


def test_a_hidden_link_takes_no_other_away(db: sqlite3.Connection) -> None:
    hidden = FileUrl("")
    with transaction(db) as writing:
        writing.insert(FolderId(1), [RemoteFile(hidden, "one", 1)])
        assert writing.delete_links([hidden]) == []
        writing.insert(FolderId(2), [RemoteFile(hidden, "two", 1)])
    assert db.execute("SELECT name FROM files ORDER BY name").fetchall() == [("one",), ("two",)]
    check(db)
