"""What was dropped: files, folders and what is in them, with the reason for each thing left out."""

import errno
import os
import stat
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fichier_gui.domain.errors import AppError, DiskDenied, EmptyFile, NotAFile, SourceMissing
from fichier_gui.system.disk_faults import disk_problem


@dataclass(frozen=True, slots=True)
class WalkedFile:
    """One file to send. ``relative`` begins with the dropped folder's name; ``/`` between its parts."""

    path: str
    relative: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """What is not sent, and why: ``EmptyFile``, ``NotAFile``, ``SourceMissing`` or a ``DiskProblem``."""

    path: str
    error: AppError


@dataclass(frozen=True, slots=True)
class WalkedTree:
    """All that was found. ``folders`` are relative too, empty ones included, parents before children."""

    files: tuple[WalkedFile, ...]
    folders: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    was_stopped: bool = False
    """The stop event ended the walk: the rest was not looked at."""

    @property
    def total_size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


OnProgress = Callable[[int, int], None]
"""Called now and then, in the walking thread, with the files and bytes found so far."""

_PROGRESS_STEP: Final = 200
_SPECIAL: Final = ((stat.S_ISFIFO, "pipe"), (stat.S_ISSOCK, "socket"))


def walk(
    paths: Iterable[str | os.PathLike[str]],
    stop: threading.Event | None = None,
    on_progress: OnProgress | None = None,
    wait: Callable[[], None] = lambda: None,
) -> WalkedTree:
    """Walk what was dropped. Blocking: call in a worker thread; ``stop`` ends it at the next entry.

    ``wait`` is called before each entry and may block, until ``stop`` at the latest.
    Links are followed, but behind a link no folder is walked a second time: no loop is entered.
    """
    walker = _Walker(stop or threading.Event(), on_progress, wait)
    for path in dict.fromkeys(_absolute(Path(path)) for path in paths):
        walker.add(path)
    return walker.tree()


def _absolute(path: Path) -> Path:
    # "." and ".." have no name to give to the folder on the service.
    return path.resolve() if path.name in ("", "..") else path.absolute()


@dataclass(frozen=True, slots=True)
class _Found:
    path: str
    relative: str
    is_behind_link: bool


class _Walker:
    """One walk. The folders still to do are a list of its own: a deep tree must not overflow the stack."""

    def __init__(
        self, stop: threading.Event, on_progress: OnProgress | None, wait: Callable[[], None]
    ) -> None:
        self._stop = stop
        self._wait = wait
        self._on_progress = on_progress
        self._files: list[WalkedFile] = []
        self._folders: dict[str, None] = {}
        self._skipped: list[Skipped] = []
        self._walked: set[tuple[int, int]] = set()
        self._bytes = 0

    def add(self, path: Path) -> None:
        """Walk one dropped path to its end."""
        name = path.name or path.drive.rstrip(":") or "root"
        pending = self._looked_at(_Found(str(path), name, path.is_symlink()))
        while pending and self._may_go_on():
            pending += reversed(self._opened(pending.pop()))

    def tree(self) -> WalkedTree:
        """What was found so far."""
        return WalkedTree(
            files=tuple(self._files),
            folders=tuple(self._folders),
            skipped=tuple(self._skipped),
            was_stopped=self._stop.is_set(),
        )

    def _may_go_on(self) -> bool:
        self._wait()
        return not self._stop.is_set()

    def _opened(self, folder: _Found) -> list[_Found]:
        """Note the folder and its files; the folders in it come back."""
        try:
            with os.scandir(folder.path) as entries:
                found = [
                    _Found(
                        path=entry.path,
                        relative=f"{folder.relative}/{entry.name}",
                        is_behind_link=folder.is_behind_link or entry.is_symlink(),
                    )
                    for entry in entries
                ]
        except OSError as error:
            self._skip(folder.path, disk_problem(error, folder.path))
            return []
        self._folders[folder.relative] = None
        inner: list[_Found] = []
        for item in sorted(found, key=lambda f: f.relative):
            if not self._may_go_on():
                break
            inner += self._looked_at(item)
        return inner

    def _looked_at(self, item: _Found) -> list[_Found]:
        """Note a file, or the reason against it; a folder to open comes back."""
        try:
            info = Path(item.path).stat()
        except OSError as error:
            self._skip(item.path, _why_not(error, item.path))
            return []
        if stat.S_ISDIR(info.st_mode):
            return self._may_enter(item, (info.st_dev, info.st_ino))
        if problem := _problem(item.path, info):
            self._skip(item.path, problem)
            return []
        self._files.append(WalkedFile(item.path, item.relative, info.st_size, info.st_mtime_ns))
        self._bytes += info.st_size
        if self._on_progress and len(self._files) % _PROGRESS_STEP == 0:
            self._on_progress(len(self._files), self._bytes)
        return []

    def _may_enter(self, item: _Found, identity: tuple[int, int]) -> list[_Found]:
        if item.is_behind_link and identity in self._walked:
            self._skip(item.path, NotAFile(path=item.path, what="loop"))
            return []
        self._walked.add(identity)
        return [item]

    def _skip(self, path: str, error: AppError) -> None:
        self._skipped.append(Skipped(path, error))


def _problem(path: str, info: os.stat_result) -> AppError | None:
    if not stat.S_ISREG(info.st_mode):
        what = next((word for test, word in _SPECIAL if test(info.st_mode)), "device")
        return NotAFile(path=path, what=what)
    if info.st_size == 0:
        return EmptyFile(path=path)
    if not os.access(path, os.R_OK):
        return DiskDenied(os.strerror(errno.EACCES), path=path)
    return None


def _why_not(error: OSError, path: str) -> AppError:
    if error.errno == errno.ELOOP:
        return NotAFile(path=path, what="loop")
    if isinstance(error, FileNotFoundError):
        return SourceMissing(path=path)
    return disk_problem(error, path)
