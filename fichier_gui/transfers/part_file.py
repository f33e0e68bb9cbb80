"""The part file of a download: where its bytes are until they have their final name.

It lies beside the target, so that the last step is one rename on one volume, and that step never replaces a
file that nobody agreed to replace.
"""

import contextlib
import errno
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from fichier_gui.domain.names import MAX_LOCAL_BYTES, local_name, numbered
from fichier_gui.transfers.disk_faults import disk_faults, name_faults, name_problem
from fichier_gui.transfers.preallocation import reserve

SUFFIX: Final = ".part"
ASIDE: Final = ".corrupt"
_WINDOWS: Final = os.name == "nt"
_NO_HARD_LINKS: Final = frozenset(
    {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}
)


class PartFile:
    """An open part file. Blocking. Every method raises ``DiskProblem`` leaves."""

    def __init__(self, path: Path, file: io.FileIO, length: int) -> None:
        self.path = path
        self._file = file
        self.length = length
        """Bytes up to its end when it was opened; whether all of them are good is not known here."""

    @classmethod
    def create(cls, path: Path) -> "PartFile":
        """A new one. Raises ``FileExistsError`` when something is there already."""
        with disk_faults_but_exists(path):
            return cls(path, io.FileIO(path, "xb"), 0)

    @classmethod
    def reopen(cls, path: Path, size: int) -> "PartFile":
        """Go on with an earlier one, or begin it. More than ``size`` bytes are not ours: they are cut off."""
        with name_faults(path):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
            file = io.FileIO(descriptor, "r+b")
            part = cls(path, file, file.seek(0, os.SEEK_END))
        if part.length > size:
            part.restart()
        return part

    def reserve(self, size: int) -> bool:
        """Make sure of the room for ``size`` bytes; False where the system cannot. Raises ``DiskFull``."""
        with disk_faults(self.path):
            return reserve(self._file.fileno(), size)

    def held(self) -> int:
        """Bytes that this file takes from the disk, written or reserved; 0 where the system does not say."""
        with disk_faults(self.path):
            return int(getattr(os.fstat(self._file.fileno()), "st_blocks", 0)) * 512

    def writer(self, at: int) -> "PartWriter":
        """For the bytes from ``at`` on. Several may write at once, each somewhere else."""
        with disk_faults(self.path):
            file = io.FileIO(self.path, "r+b")
            file.seek(at)
        return PartWriter(self.path, file)

    def restart(self) -> None:
        """Forget everything."""
        with disk_faults(self.path):
            self._file.truncate(0)
        self.length = 0

    def sync(self) -> None:
        """Return when the bytes are on the disk."""
        with disk_faults(self.path):
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Idempotent."""
        with disk_faults(self.path):
            self._file.close()


class PartWriter:
    """Writes one stretch of a part file. Blocking. Every method raises ``DiskProblem`` leaves."""

    def __init__(self, path: Path, file: io.FileIO) -> None:
        self._path = path
        self._file = file

    def write(self, data: memoryview) -> None:
        """Write all of ``data`` behind what was written before."""
        with disk_faults(self._path):
            while data:
                data = data[self._file.write(data) :]

    def close(self) -> None:
        """Idempotent."""
        with disk_faults(self._path):
            self._file.close()


@contextlib.contextmanager
def disk_faults_but_exists(path: Path) -> Iterator[None]:
    """As ``name_faults``, but "it is there already" is for the caller to judge."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise name_problem(error, path) from error


def part_names(final: Path) -> Iterator[Path]:
    """``name.part``, ``name (2).part`` … beside ``final``, each of a length the system accepts."""
    n = 1
    while True:
        mark = SUFFIX if n == 1 else f" ({n}){SUFFIX}"
        room = MAX_LOCAL_BYTES - len(mark)
        yield final.with_name(local_name(final.name, _WINDOWS, room) + mark)
        n += 1


def other_names(final: Path) -> Iterator[Path]:
    """``name (2).ext``, ``name (3).ext`` … beside ``final``."""
    n = 2
    while True:
        yield final.with_name(local_name(numbered(final.name, n), _WINDOWS))
        n += 1


def free_name(final: Path) -> Path:
    """The first of :func:`other_names` that is not there. Blocking."""
    with disk_faults(final):
        return next(path for path in other_names(final) if not os.path.lexists(path))


def plain_path(final: Path) -> Path:
    """``final`` with names that every system takes, from the first folder that is not there on. Blocking."""
    there, names = final.parent, [final.name]
    while not os.path.lexists(there) and there != there.parent:
        names.append(there.name)
        there = there.parent
    return there.joinpath(*(local_name(name, windows=True) for name in reversed(names)))


def put_aside(part: Path) -> Path:
    """Give ``part`` the first free ``.corrupt`` name, and return it. Blocking."""
    stem = part.name.removesuffix(SUFFIX)
    n = 1
    while True:
        mark = ASIDE if n == 1 else f" ({n}){ASIDE}"
        aside = part.with_name(local_name(stem, _WINDOWS, MAX_LOCAL_BYTES - len(mark)) + mark)
        try:
            publish(part, aside)
        except FileExistsError:
            n += 1
        else:
            return aside


def publish(
    part: Path, final: Path, *, replace: bool = False, linked: Callable[[], None] = lambda: None
) -> None:
    """Give the synced ``part`` its final name. Blocking. ``linked`` is called while it may have both.

    Atomic: under the final name there is the whole file or what was there before. Raises ``FileExistsError``
    when something is there and ``replace`` is False, ``DiskProblem`` leaves.
    """
    with disk_faults_but_exists(final):
        if replace:
            part.replace(final)
        elif _WINDOWS:
            part.rename(final)  # refuses to replace there
        else:
            _link(part, final)
    linked()
    sync_folder(final.parent)
    with contextlib.suppress(FileNotFoundError), disk_faults(part):
        _unlink_link(part, final)


def _link(part: Path, final: Path) -> None:
    """A second name for the same bytes: the one act of POSIX that never replaces."""
    try:
        final.hardlink_to(part)
    except FileExistsError:
        if not is_same(part, final):
            raise
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        if os.path.lexists(final):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(final)) from error
        part.rename(final)  # FAT and some network drives: a file that appears right now would be replaced


def is_alone(path: Path) -> bool:
    """True when these bytes have no other name: what is appended to them changes nothing else."""
    with disk_faults(path):
        return path.stat().st_nlink == 1


def is_same(part: Path, final: Path) -> bool:
    """True when both names lead to the same bytes: a run ended between giving one and dropping the other."""
    try:
        return part.samefile(final)
    except OSError:
        return False


def _unlink_link(part: Path, final: Path) -> None:
    if is_same(part, final):
        part.unlink()


def is_there(path: Path) -> bool:
    """True when something has this name, be it a link that leads nowhere. Blocking."""
    with disk_faults(path):
        return os.path.lexists(path)


def size_of(path: Path) -> int | None:
    """The size of a file; None when there is none. Blocking."""
    try:
        return path.stat().st_size if path.is_file() else None
    except OSError:
        return None


def sync_folder(folder: Path) -> None:
    """Return when the names in ``folder`` are on the disk. Nothing to do where the system cannot."""
    if _WINDOWS:
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remove(path: Path) -> None:
    """Delete a part file; that it is not there is as good. Blocking. Raises ``DiskProblem`` leaves."""
    with disk_faults(path):
        path.unlink(missing_ok=True)
