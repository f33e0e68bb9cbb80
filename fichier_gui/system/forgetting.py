"""Takes all that a profile keeps off the disk, once no run of the program uses it any more."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fichier_gui.domain.errors import AppError
from fichier_gui.system.accounts_file import own_files, remove, remove_files
from fichier_gui.system.disk_faults import disk_faults
from fichier_gui.system.lock_file import LockFile
from fichier_gui.system.paths import FURTHER, ProfilePaths

_MARK: Final = "forget-everything"
_SHARED: Final = ("logs", "crashes", "budget.json", "limits.json", "uplink.json", "version.json", FURTHER)
_CONFIG: Final = (
    *("settings.toml", "settings.damaged*.toml", "accounts.json", "accounts.damaged*.json"),
    *("link_rules.json", "searches.json", "window.ini"),
)
_RUNTIME: Final = ("instance.address", "instance.socket")


def mark_for_forgetting(paths: ProfilePaths) -> None:
    """At the end of this run, or before the next one, all goes. Blocking. Raises ``DiskProblem`` leaves."""
    mark = paths.first.config / _MARK
    with disk_faults(mark):
        mark.touch(mode=0o600)


def forget_if_marked(paths: ProfilePaths) -> list[Path]:
    """Delete what the profile keeps, if that was asked for; what could not be deleted. Blocking.

    In a folder that was given only the program's own files go, for it may hold anything.
    """
    paths = paths.first
    mark, lock = paths.config / _MARK, LockFile(paths.lock)
    if not mark.exists() or not _is_free(lock):
        return []
    left = [path for path in _all(paths) if not _is_gone(path)]
    try:
        remove_files(paths)
    except AppError:
        left += [path for folder in (paths.data, paths.state, paths.cache) for path in own_files(folder)]
    lock.release()
    for path in (paths.lock, mark):
        _is_gone(path)
    for folder in {paths.data, paths.state, paths.cache, paths.config, paths.shared, paths.runtime}:
        with contextlib.suppress(OSError):  # others' files are in it, or it is gone
            folder.rmdir()
    return left


def _is_free(lock: LockFile) -> bool:
    try:
        return lock.take()
    except AppError:
        return False


def _all(paths: ProfilePaths) -> Iterator[Path]:
    for folder in {paths.shared, paths.data, paths.cache}:
        yield from own_files(folder, _SHARED)
    yield from own_files(paths.config, _CONFIG)
    yield from own_files(paths.runtime, _RUNTIME)


def _is_gone(path: Path) -> bool:
    try:
        remove(path)
    except OSError:
        return False
    return True
