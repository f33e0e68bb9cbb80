"""The catalogue's tables, and rows to values and back. What another version knows is carried over.

``files.folded`` is the name without case and accents, and ``names`` the index of three letters at a time,
kept by ``catalogue.writing``: of the name and two line feeds, so that its last letters begin something too.
``grams`` lists what is in it. ``files.digest`` is the checksum's beginning: an index over whole ones, or over
whole links, would be larger than all the rest.
"""

from collections.abc import Sequence
from typing import Any, Final

from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.kinds import KIND_ORDER, kind_of
from fichier_gui.domain.names import FoldedNames
from fichier_gui.domain.remote import RemoteFile, RemoteFolder

VERSION: Final = 4

END: Final = "char(10, 10)"
"""SQL of what follows a name where it is indexed."""

GATHERED: Final = 4 << 20
"""Bytes that the index gathers before it writes a piece: what 50,000 names come to."""

TABLES: Final = f"""
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE folders (
    id INTEGER PRIMARY KEY, parent INTEGER, name TEXT NOT NULL, created_at REAL,
    has_password INTEGER NOT NULL, public_url TEXT, owner TEXT,
    can_write INTEGER NOT NULL, hides_links INTEGER NOT NULL
);
CREATE INDEX folders_by_parent ON folders (parent);
CREATE TABLE files (
    row INTEGER PRIMARY KEY, folder INTEGER NOT NULL, url TEXT NOT NULL, name TEXT NOT NULL,
    size INTEGER NOT NULL, added_at REAL, checksum BLOB, mime TEXT NOT NULL,
    has_password INTEGER NOT NULL, has_acl INTEGER NOT NULL, is_cdn INTEGER NOT NULL,
    folded TEXT NOT NULL, kind INTEGER NOT NULL, digest INTEGER
);
CREATE INDEX files_by_folder ON files (folder);
CREATE INDEX files_by_link ON files (substr(url, -6));
CREATE INDEX files_by_content ON files (size, digest) WHERE digest IS NOT NULL;
CREATE VIEW named AS SELECT row, folded || {END} AS folded FROM files;
CREATE VIRTUAL TABLE names USING fts5 (
    folded, content = 'named', content_rowid = 'row', tokenize = 'trigram case_sensitive 1',
    detail = none, columnsize = 0
);
INSERT INTO names (names, rank) VALUES ('hashsize', {GATHERED});
CREATE VIRTUAL TABLE grams USING fts5vocab (names, instance);
CREATE TABLE listings (
    folder INTEGER PRIMARY KEY, fetched_at REAL NOT NULL, is_complete INTEGER NOT NULL
);
PRAGMA user_version = {VERSION};
"""

FOLDER_COLUMNS: Final = "id, name, created_at, has_password, public_url, owner, can_write, hides_links"
PUT_FOLDER: Final = f"INSERT OR REPLACE INTO folders (parent, {FOLDER_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?)"
FILE_COLUMNS: Final = "url, name, size, added_at, checksum, mime, has_password, has_acl, is_cdn"
PUT_FILE: Final = (
    f"INSERT INTO files (folder, {FILE_COLUMNS}, folded, kind, digest) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
HAS_LINK: Final = "substr(url, -6) = substr(?1, -6) AND url = ?1"
HAS_LINKS: Final = """substr(url, -6) IN (SELECT substr(value, -6) FROM json_each(?1))
AND url IN (SELECT value FROM json_each(?1))"""
"""As :data:`HAS_LINK`, of a JSON array: the ends of the links lead to the files."""
IS_DOUBLE: Final = """digest IS NOT NULL AND (size, digest) IN (
    SELECT size, digest FROM files WHERE digest IS NOT NULL GROUP BY size, digest HAVING count(*) > 1
)"""
FOLDED: Final = 10
"""Where :func:`file_rows` has the folded name."""

Value = str | bytes | int | float | None


def text_out(text: str) -> str | bytes:
    """A name for the database. One with undecodable bytes is no valid text and goes as a blob."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def text_in(value: str | bytes) -> str:
    """The name that :func:`text_out` was given."""
    return value if isinstance(value, str) else value.decode("utf-8", "surrogatepass")


def folder_row(parent: FolderId | None, folder: RemoteFolder) -> tuple[Value, ...]:
    """Values for :data:`PUT_FOLDER`."""
    return (
        parent,
        folder.id,
        text_out(folder.name),
        folder.created_at,
        folder.has_password,
        folder.public_url,
        folder.owner,
        folder.can_write,
        folder.hides_links,
    )


def folder_of(row: tuple[Any, ...]) -> RemoteFolder:
    """A row of :data:`FOLDER_COLUMNS`."""
    folder_id, name, created_at, has_password, public_url, owner, can_write, hides_links = row
    return RemoteFolder(
        id=FolderId(folder_id),
        name=text_in(name),
        created_at=created_at,
        has_password=bool(has_password),
        public_url=public_url,
        owner=owner,
        can_write=bool(can_write),
        hides_links=bool(hides_links),
    )


def file_rows(folder_id: FolderId, files: Sequence[RemoteFile]) -> list[tuple[Value, ...]]:
    """Values for :data:`PUT_FILE`."""
    names = FoldedNames([file.name for file in files]).folded()
    return [_file_row(folder_id, *pair) for pair in zip(files, names, strict=True)]


def _file_row(folder_id: FolderId, file: RemoteFile, name: str) -> tuple[Value, ...]:
    return (
        folder_id,
        file.url,
        text_out(file.name),
        file.size,
        file.added_at,
        bytes.fromhex(file.checksum) if file.checksum else None,
        file.mime,
        file.has_password,
        file.has_acl,
        file.is_cdn,
        _indexable(name),
        KIND_ORDER[kind_of(file.name, file.mime)],
        digest(file.checksum),
    )


def _indexable(name: str) -> str:
    """Without what ends a text for SQLite or is none."""
    name = name if name.isascii() else name.encode("utf-8", "replace").decode()
    return name.replace("\0", "?") if "\0" in name else name


def digest(checksum: str | None) -> int | None:
    """The first 47 bits of a checksum: as many as SQLite keeps in six bytes."""
    return int(checksum[:12], 16) >> 1 if checksum else None


def file_of(row: tuple[Any, ...]) -> RemoteFile:
    """A row of :data:`FILE_COLUMNS`."""
    url, name, size, added_at, checksum, mime, has_password, has_acl, is_cdn = row
    return RemoteFile(
        url=FileUrl(url),
        name=text_in(name),
        size=size,
        added_at=added_at,
        checksum=checksum.hex() if checksum else None,
        mime=mime,
        has_password=bool(has_password),
        has_acl=bool(has_acl),
        is_cdn=bool(is_cdn),
    )


LISTED: Final = "SELECT count(*), min(fetched_at) FROM listings"
"""How many folders were read, and when the oldest of them was."""
