"""The bytes of a download on their way to the part file, in a worker thread."""

from typing import Final

from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import ConnectionLost, SizeMismatch
from fichier_gui.transfers.hashing import PIECE, FrontDigester
from fichier_gui.transfers.live import Gauge
from fichier_gui.transfers.part_file import PartFile
from fichier_gui.transfers.ports import DownloadBody
from fichier_gui.transfers.throttle import Throttle

LONGEST_HELD: Final = 0.5
"""Seconds after which bytes are written although the buffer is not full."""


class Receiving:
    """One open direct link, written behind the end of a part file."""

    def __init__(
        self,
        body: DownloadBody,
        part: PartFile,
        digester: FrontDigester | None,
        *,
        gauge: Gauge,
        throttle: Throttle,
        clock: Clock,
    ) -> None:
        self._body = body
        self._part = part
        self._digester = digester
        self._gauge = gauge
        self._throttle = throttle
        self._clock = clock
        self._is_stopped = False
        self._buffer = memoryview(bytearray(PIECE))
        self._held = 0

    def run(self) -> None:
        """Read to the end. What came is on the disk, however this ends.

        Raises ``ConnectionLost``, ``TimedOut``, ``SizeMismatch``, ``DiskProblem`` leaves.
        """
        try:
            self._read_all(self._body.info.total)
        finally:
            self._body.close()
            self._write_held()

    def abort(self) -> None:
        """Break it off. Any thread."""
        self._is_stopped = True
        self._body.abort()

    def _read_all(self, total: int) -> None:
        written_at = self._clock.monotonic()
        while count := self._read():
            if self._part.length + self._held > total:
                self._held -= count
                raise SizeMismatch(expected=total, actual=self._part.length + self._held + count)
            self._throttle.take(count, self._stopped)
            now = self._clock.monotonic()
            if self._held == PIECE or now - written_at > LONGEST_HELD:
                self._write_held()
                written_at = now
        if self._part.length + self._held < total:
            raise ConnectionLost("the connection ended before the file did")

    def _read(self) -> int:
        if self._is_stopped:
            raise ConnectionLost("stopped")
        most = self._throttle.piece(PIECE - self._held)
        count = self._body.readinto(self._buffer[self._held : self._held + most])
        self._held += count
        self._gauge.done = self._part.length + self._held
        return count

    def _write_held(self) -> None:
        if not self._held:
            return
        data, self._held = self._buffer[: self._held], 0
        self._part.write(data)
        self._gauge.done = self._part.length
        if self._digester is not None:
            self._digester.advance(self._part.length)

    def _stopped(self) -> bool:
        return self._is_stopped
