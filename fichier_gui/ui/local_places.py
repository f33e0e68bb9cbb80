"""Folders of this computer that are often wanted: home, downloads, drives. All of it blocks."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, QStorageInfo

from fichier_gui.ui.wording import tr

_Location = QStandardPaths.StandardLocation
_STANDARD: Final = (
    (_Location.HomeLocation, "home"),
    (_Location.DesktopLocation, "window"),
    (_Location.DownloadLocation, "download"),
    (_Location.DocumentsLocation, "kind-document"),
)
_MOUNTED_BELOW: Final = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Where drives appear; what else is mounted on a Unix belongs to the system."""


@dataclass(frozen=True, slots=True)
class LocalPlace:
    """One of them."""

    name: str
    path: str
    icon: str


def own_folder() -> LocalPlace:
    """The user's own. Does not block."""
    return LocalPlace(QStandardPaths.displayName(_Location.HomeLocation), str(Path.home()), "home")


def places(download_folder: str) -> tuple[list[LocalPlace], list[LocalPlace]]:
    """Folders of the user, then drives; those that are there."""
    own = [
        LocalPlace(QStandardPaths.displayName(kind), QStandardPaths.writableLocation(kind), icon)
        for kind, icon in _STANDARD
    ]
    own.append(LocalPlace(tr("Download folder"), download_folder, "download"))
    seen: dict[str, LocalPlace] = {}
    for place in own:
        path = str(Path(place.path)) if place.path else ""
        if path and path not in seen and Path(path).is_dir():
            seen[path] = LocalPlace(place.name, path, place.icon)
    return list(seen.values()), _drives()


def _drives() -> list[LocalPlace]:
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if volume.isValid() and volume.isReady() and _is_drive(root):
            name = volume.displayName()
            found.append(LocalPlace(name if name != "/" else tr("Computer"), root, "computer"))
    return found


def _is_drive(root: str) -> bool:
    return os.name == "nt" or root == "/" or root.startswith(_MOUNTED_BELOW)
