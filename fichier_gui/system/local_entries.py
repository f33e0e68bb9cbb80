"""Folders of this computer, as the local pane shows and changes them. All of it blocks."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

from fichier_gui.domain.local_files import LocalEntry, LocalListing, by_name
from fichier_gui.system.disk_faults import disk_faults

_WINDOWS_HIDDEN: Final = 0x2
"""``FILE_ATTRIBUTE_HIDDEN``."""
_MACOS_HIDDEN: Final = 0x8000
"""``UF_HIDDEN``."""


def listed(folder: str) -> LocalListing:
    """What is right in ``folder``, an absolute path. Raises ``DiskProblem`` leaves."""
    with disk_faults(folder):
        # Before the entries: what changes meanwhile makes another stamp.
        seen_at = stamp(folder)
        with os.scandir(folder) as entries:
            found = [made for made in map(_entry, entries) if made is not None]
    return LocalListing(folder, by_name(found), seen_at)


def stamp(folder: str) -> int:
    """Another number as soon as something is added, renamed or taken away. Raises ``DiskProblem`` leaves."""
    with disk_faults(folder):
        return Path(folder).stat().st_mtime_ns


def make_folder(folder: str, name: str) -> str:
    """A new folder in ``folder``; its path. Raises ``DiskProblem`` leaves."""
    path = Path(folder) / name
    with disk_faults(path):
        path.mkdir()
    return str(path)


def rename(path: str, name: str) -> str:
    """Another name in the same folder; the new path. Nothing is replaced. Raises ``DiskProblem`` leaves."""
    old = Path(path)
    new = old.with_name(name)
    with disk_faults(new):
        # A disk that takes "a" and "A" for the same lets the letters be changed.
        if os.path.lexists(new) and not (name.casefold() == old.name.casefold() and old.samefile(new)):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        old.rename(new)
    return str(new)


def _entry(entry: "os.DirEntry[str]") -> LocalEntry | None:
    """None for what went away while the folder was read."""
    link = ""
    try:
        info = entry.stat(follow_symlinks=False)
        hidden = _is_hidden(entry.name, info)
        if entry.is_symlink():
            link = str(Path(entry.path).readlink())
            info = _behind(entry) or info
    except FileNotFoundError:
        return None
    except OSError:
        return LocalEntry(entry.name, entry.path, False, 0, 0.0)
    is_folder = stat.S_ISDIR(info.st_mode)
    size = 0 if is_folder else info.st_size
    return LocalEntry(entry.name, entry.path, is_folder, size, info.st_mtime, hidden, link)


def _behind(link: "os.DirEntry[str]") -> os.stat_result | None:
    """What a link leads to; None where that is nothing, or the link itself."""
    try:
        return link.stat()
    except OSError:
        return None


def _is_hidden(name: str, info: os.stat_result) -> bool:
    windows, macos = getattr(info, "st_file_attributes", 0), getattr(info, "st_flags", 0)
    return name.startswith(".") or bool(windows & _WINDOWS_HIDDEN or macos & _MACOS_HIDDEN)
