"""Files and folders of the account in words."""

from collections.abc import Sequence
from typing import Final

from fichier_gui.domain.kinds import FileKind, kind_of
from fichier_gui.domain.links import hidden_file
from fichier_gui.domain.names import split_extension
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

_KINDS: Final = {
    FileKind.FOLDER: QT_TR_NOOP("Folder"),
    FileKind.PICTURE: QT_TR_NOOP("Picture"),
    FileKind.VIDEO: QT_TR_NOOP("Video"),
    FileKind.AUDIO: QT_TR_NOOP("Audio"),
    FileKind.DOCUMENT: QT_TR_NOOP("Document"),
    FileKind.TEXT: QT_TR_NOOP("Text"),
    FileKind.ARCHIVE: QT_TR_NOOP("Archive"),
    FileKind.PROGRAM: QT_TR_NOOP("Program"),
    FileKind.OTHER: QT_TR_NOOP("File"),
}
_LONGEST_EXTENSION: Final = 6


def kind_words(kind: FileKind) -> str:
    """ "Video", "Folder"."""
    return tr(_KINDS[kind])


def file_kind_words(file: RemoteFile) -> str:
    """The kind of a file; for one nobody knows, its extension: "XYZ file"."""
    kind = kind_of(file.name, file.mime)
    if kind is FileKind.OTHER:
        extension = split_extension(file.name)[1].lstrip(".")
        if 0 < len(extension) <= _LONGEST_EXTENSION and extension.isalnum():
            return tr("{extension} file", extension=extension.upper())
    return kind_words(kind)


def folder_name(folder: RemoteFolder) -> str:
    """A folder's name; the root is the account."""
    return folder.name or tr("Account")


def shared_words(folder: RemoteFolder) -> str:
    """Name, and of a folder of somebody else whose it is and what may be done there."""
    name = folder_name(folder)
    if folder.owner is None:
        return name
    if folder.hides_links:
        return tr("{name}: shared by {owner}, read only, without links", name=name, owner=folder.owner)
    if not folder.can_write:
        return tr("{name}: shared by {owner}, read only", name=name, owner=folder.owner)
    return tr("{name}: shared by {owner}", name=name, owner=folder.owner)


def read_only_words(folder: RemoteFolder) -> str:
    """Why nothing can be changed in a folder; empty where that is not so."""
    if folder.is_writable:
        return ""
    return tr("{owner} shares this folder for reading only", owner=folder.owner or "")


def kept_words(here: RemoteFolder, shares: Sequence[RemoteFolder]) -> str:
    """Why what is chosen here cannot be renamed, moved or deleted; empty where it can.

    ``shares``: those among it that others share with the account.
    """
    if not shares:
        return read_only_words(here)
    return tr("Only {owner} can rename, move or delete this folder", owner=shares[0].owner or "")


def items_words(items: int, *, is_complete: bool = True) -> str:
    """ "1,204 items", or "at least 5,000 items" when the service cut the list."""
    words = tr("%n item(s)", "", items)
    return words if is_complete else tr("at least {items}", items=words)


def selection_words(files: int, folders: int, octets: int) -> str:
    """ "3 selected, 6.1 GB"; with folders inside, whose size nobody knows, "at least 6.1 GB"."""
    chosen = tr("%n selected", "", files + folders)
    if not files:
        return chosen
    total = numbers.size(octets)
    if folders:
        total = tr("at least {size}", size=total)
    return tr("{chosen}, {size}", chosen=chosen, size=total)


def link_words(file: RemoteFile) -> str:
    """The link; empty where its owner hides it."""
    return "" if hidden_file(file.url) is not None else file.url


def access_words(file: RemoteFile) -> str:
    """Who can open the link."""
    if hidden_file(file.url) is not None:
        return tr("Its owner hides the link")
    if file.has_password and file.has_acl:
        return tr("Those on its access list who know the password")
    if file.has_password:
        return tr("Anyone with the link and the password")
    if file.has_acl:
        return tr("Those on its access list")
    return tr("Anyone with the link")


def spoken_row(item: RemoteFile | RemoteFolder) -> str:
    """A row as one sentence, for screen readers."""
    if isinstance(item, RemoteFolder):
        return tr("Folder {name}", name=folder_name(item))
    return tr(
        "{kind} {name}, {size}, added {date}",
        kind=file_kind_words(item),
        name=item.name,
        size=numbers.size(item.size),
        date=numbers.date(item.added_at),
    )
