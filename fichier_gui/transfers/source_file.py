"""The local file of an upload, as the one part of its request."""

import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fichier_gui.domain.errors import ConnectionLost, EmptyFile, SourceChanged
from fichier_gui.domain.transfers import Transfer
from fichier_gui.transfers.disk_faults import source_faults
from fichier_gui.transfers.hashing import PIECE, Digester
from fichier_gui.transfers.live import Gauge
from fichier_gui.transfers.throttle import Throttle

LAST_PIECE: Final = 16 * 1024
"""Bytes that are withheld until the journal knows that the service may get the whole file."""


@dataclass(frozen=True, slots=True)
class SourceIdentity:
    """What tells that a file was not touched."""

    size: int
    mtime_ns: int


def expected(transfer: Transfer) -> SourceIdentity:
    """The source as it was when the row was written; of a part, the whole file."""
    whole = transfer.size if transfer.source_size is None else transfer.source_size
    return SourceIdentity(whole, transfer.mtime_ns)


def look_at_source(transfer: Transfer) -> SourceIdentity:
    """The source as it is now. Blocking.

    Raises as :func:`look_at`, and ``SourceChanged`` for a part: all parts must come of the same file.
    """
    path = Path(transfer.local_path)
    found = look_at(path)
    if transfer.part_offset is not None and found != expected(transfer):
        raise SourceChanged("parts of it were sent", path=str(path))
    return found


def look_at(path: Path) -> SourceIdentity:
    """The file as it is now. Blocking. Raises ``SourceMissing``, ``EmptyFile``, ``DiskProblem`` leaves."""
    with source_faults(path):
        found = path.stat()
    if found.st_size == 0:
        raise EmptyFile(path=str(path))
    return SourceIdentity(found.st_size, found.st_mtime_ns)


class SourceFile:
    """Implements ``ports.UploadFile``: reads, counts, hashes, throttles, and watches for changes.

    The last bytes leave only after the file was found unchanged and ``before_last`` has returned: until then
    the service cannot have a whole file, whatever happens.
    """

    def __init__(
        self,
        path: Path,
        stored_name: str,
        identity: SourceIdentity,
        *,
        gauge: Gauge,
        throttle: Throttle,
        digester: Digester | None,
        before_last: Callable[[], None],
        offset: int = 0,
        size: int | None = None,
    ) -> None:
        """``offset``, ``size``: the part that is sent; None: up to the end."""
        self._path = path
        self._identity = identity
        self._gauge = gauge
        self._throttle = throttle
        self._digester = digester
        self._before_last = before_last
        self._read = 0
        self._is_last_free = False
        self._is_stopped = False
        self.name = stored_name
        self.size = identity.size - offset if size is None else size
        with source_faults(path):
            self._file: io.FileIO = io.FileIO(path, "rb")
            self._file.seek(offset)

    def readinto(self, buffer: memoryview) -> int:
        """See ``ports.UploadFile``. Raises ``SourceChanged``, and ``ConnectionLost`` once stopped."""
        left = self.size - self._read
        if not left:
            return 0
        if left <= LAST_PIECE and not self._is_last_free:
            self._check_unchanged()
            self._before_last()
            self._is_last_free = True
        most = left if self._is_last_free else left - LAST_PIECE
        allowed = self._throttle.take(min(most, PIECE, len(buffer)), lambda: self._is_stopped)
        if self._is_stopped:
            raise ConnectionLost("stopped")
        count = self._read_piece(buffer[:allowed])
        self._throttle.give_back(allowed - count)
        self._read += count
        self._gauge.done = self._read
        return count

    @property
    def is_complete(self) -> bool:
        """Everything was read."""
        return self._read == self.size

    def stop(self) -> None:
        """Read no more. Any thread."""
        self._is_stopped = True
        if self._digester is not None:
            self._digester.abort()

    def close(self) -> None:
        """Idempotent."""
        self._file.close()

    def _read_piece(self, buffer: memoryview) -> int:
        with source_faults(self._path):
            count = self._file.readinto(buffer)
        if not count:
            raise SourceChanged("shorter than before", path=str(self._path))
        if self._digester is not None:
            self._digester.feed(buffer[:count])
        return int(count)

    def _check_unchanged(self) -> None:
        with source_faults(self._path):
            found = os.fstat(self._file.fileno())
        if SourceIdentity(found.st_size, found.st_mtime_ns) != self._identity:
            raise SourceChanged(path=str(self._path))
