"""Paths of this computer in a drag: as addresses for other programs, byte by byte for this one."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QUrl

PATHS_FORMAT: Final = "application/x-fichier-gui-paths"
"""Of rows of the local pane: an address has no place for every name."""


def local_url(path: str) -> QUrl:
    """The address of a path, whatever its bytes."""
    return QUrl.fromEncoded(Path(path).as_uri().encode())


def path_data(paths: Iterable[str]) -> QMimeData:
    """What a drag of these carries."""
    paths, data = list(paths), QMimeData()
    data.setUrls([local_url(path) for path in paths])
    data.setData(PATHS_FORMAT, b"\0".join(map(os.fsencode, paths)))
    return data


def carried_paths(data: QMimeData) -> list[str]:
    """What a drag of the local pane carries; nothing for all other drags."""
    return [os.fsdecode(path) for path in bytes(data.data(PATHS_FORMAT).data()).split(b"\0") if path]
