"""The trash of this computer. Blocking."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths

from fichier_gui.domain.local_files import LocalEntry, shown_text


def move_to_trash(entries: Sequence[LocalEntry]) -> tuple[list[str], list[str]]:
    """The names of those that are in the trash now, and of those that could not be moved there."""
    _make_data_folder()
    gone: list[str] = []
    kept: list[str] = []
    for entry in entries:
        # Qt knows files by text alone: another name's bytes would be those of another file.
        is_gone = shown_text(entry.path) == entry.path and bool(QFile.moveToTrash(entry.path))
        (gone if is_gone else kept).append(entry.name)
    return gone, kept


def _make_data_folder() -> None:
    """Qt makes the trash of a home that has none yet, but not the folder above it."""
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    with contextlib.suppress(OSError):
        Path(data).mkdir(parents=True, exist_ok=True)
