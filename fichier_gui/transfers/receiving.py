"""The bytes of one connection on their way to the part file, in a worker thread."""

from collections.abc import Callable
from typing import Final

from fichier_gui.domain.buffers import make_buffer
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import ConnectionLost
from fichier_gui.transfers.hashing import PIECE
from fichier_gui.transfers.milestones import Milestone, Reached
from fichier_gui.transfers.part_file import PartFile, PartWriter
from fichier_gui.transfers.ports import DownloadBody
from fichier_gui.transfers.segments import Segment, Segments
from fichier_gui.transfers.throttle import Throttle

LONGEST_HELD: Final = 0.5
"""Seconds after which bytes are written although the buffer is not full."""


class Receiving:
    """One open direct link, written from the beginning of its segment on."""

    def __init__(
        self,
        body: DownloadBody,
        part: PartFile,
        segment: Segment,
        segments: Segments,
        *,
        advance: Callable[[int], None],
        reached: Reached,
        throttle: Throttle,
        clock: Clock,
    ) -> None:
        self._body = body
        self._part = part
        self._segment = segment
        self._segments = segments
        self._advance = advance
        self._reached = reached
        self._throttle = throttle
        self._clock = clock
        self._is_stopped = False
        self._buffer = make_buffer(PIECE)
        segment.give_up = self.abort

    def run(self) -> None:
        """Read to the end of the segment, and on while nobody else is there. What came is on the disk.

        Raises ``ConnectionLost``, ``TimedOut``, ``DiskProblem`` leaves.
        """
        try:
            writer = self._part.writer(self._segment.at)
            try:
                self._fill(writer)
            finally:
                writer.close()
        finally:
            self._segment.give_up = None
            self._body.close()

    def abort(self) -> None:
        """Break it off. Any thread."""
        self._is_stopped = True
        self._body.abort()

    def _fill(self, writer: PartWriter) -> None:
        written_at = self._clock.monotonic()
        try:
            while self._has_more():
                self._read()
                now = self._clock.monotonic()
                if self._segment.held == PIECE or now - written_at > LONGEST_HELD:
                    self._write_held(writer)
                    written_at = now
        finally:
            self._write_held(writer)

    def _has_more(self) -> bool:
        return self._segment.left > 0 or self._segments.extend(self._segment)

    def _read(self) -> None:
        """Raises ``ConnectionLost`` when nothing comes any more."""
        if self._is_stopped:
            raise ConnectionLost("stopped")
        segment, held = self._segment, self._segment.held
        # What is left may shrink at any moment; what came too much is not written.
        most = self._allowed(min(PIECE - held, max(1, segment.left)))
        count = 0
        try:
            count = self._body.readinto(self._buffer[held : held + most])
        finally:
            self._throttle.give_back(most - count)
        if not count:
            raise ConnectionLost("the connection ended before the file did")
        self._segments.held(segment, held + count, self._clock.monotonic())

    def _allowed(self, most: int) -> int:
        """Wait for the user's limit. Raises ``ConnectionLost`` when stopped meanwhile."""
        if self._throttle.is_open:
            return most
        segment = self._segment
        segment.is_held_up = True
        allowed = self._throttle.take(most, self._stopped)
        segment.moved_at = self._clock.monotonic()
        segment.is_held_up = False
        if not allowed:
            raise ConnectionLost("stopped")
        return allowed

    def _write_held(self, writer: PartWriter) -> None:
        count = self._segments.grant(self._segment)
        if count > 0:
            writer.write(self._buffer[:count])
            self._reached(Milestone.BYTES_WRITTEN)
        self._advance(self._segments.wrote(self._segment, max(0, count)))

    def _stopped(self) -> bool:
        return self._is_stopped
