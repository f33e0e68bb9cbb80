"""Every OSError of a transfer's local file becomes one of ours at this door."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike, fsdecode
from typing import Final

from fichier_gui.domain.errors import (
    AppError,
    DiskDenied,
    DiskFault,
    DiskFull,
    NameRefused,
    PathTooLong,
    SourceMissing,
    TargetFolderGone,
)

_LEAVES: Final[dict[int, type[AppError]]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EACCES: DiskDenied,
    errno.EPERM: DiskDenied,
    errno.EROFS: DiskDenied,
    errno.ENAMETOOLONG: PathTooLong,
    errno.ENOENT: TargetFolderGone,
    errno.ENOTDIR: TargetFolderGone,
}
_REFUSED_NAMES: Final = frozenset({errno.EINVAL, errno.EILSEQ})
"""What FAT, exFAT, NTFS and their like answer to a name with a character they have no place for."""
_GONE: Final = frozenset({errno.ENOENT, errno.ENOTDIR})


def disk_problem(error: OSError, path: str | PathLike[str]) -> AppError:
    """The leaf for an error about the place that a download is written to."""
    leaf = _LEAVES.get(error.errno or 0, DiskFault)
    return leaf(error.strerror or type(error).__name__, path=fsdecode(path))


def name_problem(error: OSError, path: str | PathLike[str]) -> AppError:
    """As :func:`disk_problem`, where the system may never have heard of the name ``path``."""
    if error.errno in _REFUSED_NAMES:
        return NameRefused(error.strerror or "", path=fsdecode(path))
    return disk_problem(error, path)


def source_problem(error: OSError, path: str | PathLike[str]) -> AppError:
    """The leaf for an error about the file that an upload reads."""
    if error.errno in _GONE:
        return SourceMissing(error.strerror or "", path=fsdecode(path))
    return disk_problem(error, path)


@contextmanager
def disk_faults(path: str | PathLike[str]) -> Iterator[None]:
    """Turn an ``OSError`` of the block into a leaf about the target ``path``."""
    try:
        yield
    except OSError as error:
        raise disk_problem(error, path) from error


@contextmanager
def name_faults(path: str | PathLike[str]) -> Iterator[None]:
    """As :func:`disk_faults`, where the system may never have heard of the name ``path``."""
    try:
        yield
    except OSError as error:
        raise name_problem(error, path) from error


@contextmanager
def source_faults(path: str | PathLike[str]) -> Iterator[None]:
    """Turn an ``OSError`` of the block into a leaf about the source ``path``."""
    try:
        yield
    except OSError as error:
        raise source_problem(error, path) from error
