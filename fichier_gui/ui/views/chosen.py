"""What is chosen in the file list, sorted out once for all who ask."""

from collections.abc import Sequence
from dataclasses import dataclass

from fichier_gui.catalogue.order import Row
from fichier_gui.domain.remote import RemoteFile, RemoteFolder


@dataclass(frozen=True, slots=True)
class Chosen:
    """In the order of the list."""

    rows: Sequence[Row] = ()
    files: Sequence[RemoteFile] = ()
    folders: Sequence[RemoteFolder] = ()
    octets: int = 0
    """Of the files."""


def sorted_out(rows: Sequence[Row]) -> Chosen:
    """These rows."""
    files = [row for row in rows if isinstance(row, RemoteFile)]
    folders = [row for row in rows if isinstance(row, RemoteFolder)] if len(files) < len(rows) else ()
    return Chosen(rows, files, folders, sum([file.size for file in files]))
