"""Every OSError of the local disk becomes one of ours at this door."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike, fspath
from typing import Final

from fichier_gui.domain.errors import (
    DiskDenied,
    DiskFault,
    DiskFull,
    DiskProblem,
    PathTooLong,
    TargetFolderGone,
)

_LEAVES: Final[dict[int, type[DiskProblem]]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EACCES: DiskDenied,
    errno.EPERM: DiskDenied,
    errno.EROFS: DiskDenied,
    errno.ENAMETOOLONG: PathTooLong,
    errno.ENOENT: TargetFolderGone,
    errno.ENOTDIR: TargetFolderGone,
}


def disk_problem(error: OSError, path: str | PathLike[str]) -> DiskProblem:
    """The leaf for ``error``; its ``detail`` is the system's own text, without the path."""
    leaf = _LEAVES.get(error.errno or 0, DiskFault)
    return leaf(error.strerror or type(error).__name__, path=fspath(path))


@contextmanager
def disk_faults(path: str | PathLike[str]) -> Iterator[None]:
    """Turn an ``OSError`` of the block into a ``DiskProblem`` leaf about ``path``."""
    try:
        yield
    except OSError as error:
        raise disk_problem(error, path) from error
