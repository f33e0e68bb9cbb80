"""Listings and files: from the wire to ``domain.remote``. Pure; every quirk of reference §4.2 to §4.11.

A size of 0 means that it was not told: the service keeps no empty files. A download learns it from its body.
"""

from collections.abc import Iterator
from typing import Final

from fichier_gui.api.wire import Json, flag, integer, mapping, moment, rows, text, texts, to_number
from fichier_gui.domain.errors import UnexpectedAnswer
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.links import HiddenFile, file_url, removal_code
from fichier_gui.domain.remote import (
    FileDetails,
    FolderListing,
    PublicFile,
    RemoteFile,
    RemoteFolder,
    StoredFile,
)
from fichier_gui.domain.sharing import AccessList, FolderShare

LISTING_LIMIT: Final = 5000
"""A listing of so many entries may have been cut by the service."""

_CHECKSUM_LENGTH: Final = 128
_LISTING_KEYS: Final = frozenset({"status", "folder_id", "name", "files", "items", "sub_folders"})
"""At least one of them is in every listing, also of an empty folder."""


def read_folder(answer: object, asked: FolderId, owner: str | None, now: float) -> FolderListing:
    """``folder/ls`` with ``files=1``. Raises ``UnexpectedAnswer`` when the answer is no listing.

    An object that says nothing is none: taken for an empty folder it would have an upload sent twice.
    """
    source = mapping(answer)
    if not _LISTING_KEYS & source.keys():
        raise UnexpectedAnswer("no listing of a folder")
    folder = _listed_folder(source, asked, owner, now)
    folders = tuple(_sub_folder(row, folder, now) for row in rows(source, "sub_folders"))
    files = tuple(read_files(source, folder.id, folder.owner, now))
    announced = integer(source, "files")
    complete = (announced is None or announced <= len(files)) and max(
        len(files), len(folders)
    ) < LISTING_LIMIT
    return FolderListing(folder, folders, files, now, is_complete=complete)


def read_files(source: Json, folder_id: FolderId, owner: str | None, now: float) -> Iterator[RemoteFile]:
    """The files in ``items`` of ``folder/ls`` or ``file/ls``."""
    for row in rows(source, "items"):
        name = text(row, "filename", "name")
        yield RemoteFile(
            url=_link(row) or HiddenFile(folder_id, name, owner if folder_id == ROOT else None).url,
            name=name,
            size=max(0, integer(row, "size") or 0),
            added_at=moment(row, "date", now=now),
            checksum=_checksum(row, "checksum", "whirlpool"),
            mime=_mime(row),
            has_password=flag(row, "pass"),
            has_acl=flag(row, "acl"),
            is_cdn=flag(row, "cdn"),
        )


def read_details(answer: object, asked: FileUrl, now: float) -> FileDetails:
    """``file/info``."""
    source = mapping(answer)
    folder_id = integer(source, "folder_id")
    return FileDetails(
        url=_link(source) or asked,
        name=text(source, "filename"),
        size=max(0, integer(source, "size") or 0),
        checksum=_checksum(source, "checksum", "whirlpool"),
        added_at=moment(source, "date", now=now),
        mime=_mime(source),
        description=text(source, "description"),
        has_password=flag(source, "pass"),
        folder_id=None if folder_id is None else FolderId(folder_id),
        path=text(source, "path") or None,
        access=_access(source),
        is_inline=flag(source, "inline"),
        allows_http=flag(source, "no_ssl"),
        is_cdn=flag(source, "cdn"),
    )


def read_public_folder(answer: object) -> tuple[PublicFile, ...]:
    """``/dir/<id>?json=1``: a bare array."""
    listed = answer if isinstance(answer, list) else list(rows(mapping(answer), "items", "files"))
    return tuple(_public_file(row) for row in listed if isinstance(row, dict) and _link(row, "link", "url"))


def read_stored(answer: object) -> tuple[StoredFile, ...]:
    """The links of ``end.pl``; any number of them, in no promised order."""
    return tuple(_stored(row) for row in rows(mapping(answer), "links") if text(row, "download"))


def access_json(access: AccessList) -> dict[str, object]:
    """An ``acl`` for ``file/chattr``; an empty one removes the restriction."""
    lists = {"ip": access.networks, "country": access.countries, "email": access.emails}
    found: dict[str, object] = {name: list(values) for name, values in lists.items() if values}
    return found | {"premium": 1} if access.customers_only else found


def shares_json(shares: tuple[FolderShare, ...]) -> list[dict[str, object]]:
    """``shares`` for ``folder/share``."""
    return [
        {
            "email": share.email,
            "rw": int(share.can_write and not share.hides_links),
            "hide_links": int(share.hides_links),
        }
        for share in shares
    ]


def _listed_folder(source: Json, asked: FolderId, owner: str | None, now: float) -> RemoteFolder:
    sharer = text(source, "user", "email") or owner
    return RemoteFolder(
        id=_folder_id(source, "folder_id", "id", default=asked),
        name=text(source, "name"),
        created_at=moment(source, "create_date", now=now),
        has_password=flag(source, "pass"),
        public_url=_public_url(source),
        owner=sharer,
        can_write=_can_write(source, sharer),
        hides_links=flag(source, "hide_links"),
        shares=tuple(_share(row) for row in rows(source, "shares")),
    )


def _sub_folder(row: Json, parent: RemoteFolder, now: float) -> RemoteFolder:
    # Folders shared to the account stand in the root and carry the sharer; deeper ones inherit it.
    owner = text(row, "email", "user") or parent.owner
    inherits = "rw" not in row and owner == parent.owner
    return RemoteFolder(
        id=_folder_id(row, "id", "folder_id", default=ROOT),
        name=text(row, "name"),
        created_at=moment(row, "create_date", now=now),
        has_password=flag(row, "pass"),
        public_url=_public_url(row),
        owner=owner,
        can_write=parent.can_write if inherits else _can_write(row, owner),
        hides_links=parent.hides_links if inherits else flag(row, "hide_links"),
    )


def _can_write(row: Json, owner: str | None) -> bool:
    if "rw" in row:
        return flag(row, "rw") and not flag(row, "hide_links")
    # A sub-folder row of the root does not say whether a shared folder may be written: the service decides.
    return owner is None or not flag(row, "hide_links")


def _folder_id(row: Json, *names: str, default: FolderId) -> FolderId:
    found = integer(row, *names)
    return default if found is None else FolderId(found)


def _public_url(row: Json) -> str | None:
    value = text(row, "shared")
    return value if value.startswith("http") else None


def _share(row: Json) -> FolderShare:
    return FolderShare(text(row, "email", "user"), flag(row, "rw"), flag(row, "hide_links"))


def _public_file(row: Json) -> PublicFile:
    return PublicFile(
        url=_link(row, "link", "url") or FileUrl(""),
        name=text(row, "filename", "name"),
        size=max(0, integer(row, "size") or 0),
        has_password=flag(row, "password") or flag(row, "pass"),
        has_acl=flag(row, "acl"),
    )


def _stored(row: Json) -> StoredFile:
    remove = text(row, "remove")
    return StoredFile(
        url=_link(row, "download") or FileUrl(text(row, "download")),
        name=text(row, "filename"),
        size=max(0, int(to_number(row.get("size")) or 0)),
        checksum=_checksum(row, "whirlpool", "checksum"),
        remove_code=removal_code(remove) if remove.strip("- ") else None,
    )


def _link(row: Json, *names: str) -> FileUrl | None:
    """The canonical link; an unknown form is kept as it is, for the service gave it."""
    value = text(row, *(names or ("url",)))
    return (file_url(value) or FileUrl(value)) if value else None


def _checksum(row: Json, *names: str) -> str | None:
    value = text(row, *names).lower()
    is_one = len(value) == _CHECKSUM_LENGTH and all(digit in "0123456789abcdef" for digit in value)
    # A checksum of zeros is one that the service has not computed yet.
    return value if is_one and value.strip("0") else None


def _mime(row: Json) -> str:
    return text(row, "content-type", "content_type")


def _access(source: Json) -> AccessList | None:
    value = source.get("acl")
    if not isinstance(value, dict):
        return AccessList(customers_only=True) if flag(source, "acl") else None
    return AccessList(
        networks=texts(value, "ip"),
        countries=texts(value, "country"),
        emails=texts(value, "email"),
        customers_only=flag(value, "premium"),
    )
