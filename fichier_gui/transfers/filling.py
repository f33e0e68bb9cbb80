"""A part file on its way to completeness, with the digest that follows its front."""

from fichier_gui.domain.errors import SizeMismatch, UnexpectedAnswer
from fichier_gui.transfers.hashing import FrontDigester
from fichier_gui.transfers.means import Means
from fichier_gui.transfers.milestones import Milestone
from fichier_gui.transfers.part_file import PartFile
from fichier_gui.transfers.part_map import PartMap
from fichier_gui.transfers.ports import DownloadBody
from fichier_gui.transfers.receiving import Receiving
from fichier_gui.transfers.row import Row
from fichier_gui.transfers.segments import SEGMENTED_FROM, Segment, Segments


class Filling:
    """Methods are for worker threads, properties for any."""

    def __init__(self, row: Row, means: Means, part: PartFile, *, verifies: bool) -> None:
        self._row = row
        self._means = means
        self._verifies = verifies
        self._part = part
        transfer = row.transfer
        if transfer.parts is None:
            good = PartMap.of([(0, part.length)])
        else:
            good = PartMap.parse(transfer.parts).clipped(part.length)
        self.segments = Segments(good, transfer.size, row.gauge, self.lanes)
        if transfer.parts is not None:
            row.gauge.parts = self._text
        self._digester = self._new_digester()

    @property
    def lanes(self) -> int:
        """Connections that may share the file, as far as its size is known."""
        return self.lanes_for(self._row.transfer.size)

    def lanes_for(self, size: int) -> int:
        """One for a small file, or while its size is not known."""
        return self._means.limits().segments if size >= SEGMENTED_FROM else 1

    @property
    def parts(self) -> str | None:
        """What the row is to say of the good bytes; None where the length of the file says it."""
        return None if self._row.gauge.parts is None else self._text()

    def use_map(self) -> None:
        """From now on bytes come from several places: the length of the file says nothing any more."""
        self._row.gauge.parts = self._text

    def make_room(self) -> None:
        """Raises ``DiskFull`` when what is left does not fit. Later, where the size is not known yet."""
        room, size = self._means.room, self._row.transfer.size
        if not size:
            return
        taken = max(self._part.held(), self.segments.good.total)
        room.book(self._part.path.parent, self._row.gauge, size - taken)
        if self._part.reserve(size):
            # From now on the disk itself counts it as taken.
            room.release(self._row.id)

    def accept(self, body: DownloadBody, segment: Segment) -> None:
        """Raises ``SizeMismatch``, ``UnexpectedAnswer`` when these are not the bytes that are asked for."""
        info, size = body.info, self._row.transfer.size
        if not info.total:
            raise UnexpectedAnswer("an empty body: the service keeps no empty files")
        if size and info.total != size:
            raise SizeMismatch(expected=size, actual=info.total)
        self.segments.learn(info.total)
        if info.start == 0 and segment.at:
            self._drop_digester()
            self._part.restart()
            self.segments.restart(segment)
            self._digester = self._new_digester()
            self.make_room()
        elif info.start != segment.at:
            raise UnexpectedAnswer(f"asked from {segment.at}, got from {info.start}")

    def receiving(self, body: DownloadBody, segment: Segment) -> Receiving:
        """The work of reading ``body``."""
        return Receiving(
            body,
            self._part,
            segment,
            self.segments,
            advance=self._advance,
            reached=self._means.reached,
            throttle=self._row.throttle,
            clock=self._means.clock,
        )

    def forget(self) -> None:
        """What was fetched is of no use. Nobody fetches any more."""
        self._drop_digester()
        self._part.restart()
        self.segments = Segments(PartMap(), self._row.transfer.size, self._row.gauge, self.lanes)

    def settle(self) -> str | None:
        """Bytes to the disk, digest to its end. Raises ``HashStopped`` after ``abort``."""
        self._part.sync()
        self._means.reached(Milestone.SYNCED)
        digest = None if self._digester is None else self._digester.finish(self.segments.good.front)
        self._means.reached(Milestone.HASHED)
        return digest

    def abort(self) -> None:
        """Give the digest up. Any thread."""
        if self._digester is not None:
            self._digester.abort()

    def close(self) -> None:
        """Let go of the file. Idempotent."""
        self._drop_digester()
        self._part.close()

    def _text(self) -> str:
        return self.segments.good.text

    def _advance(self, front: int) -> None:
        if self._digester is not None:
            self._digester.advance(front)

    def _new_digester(self) -> FrontDigester | None:
        state = self._means.new_digest(self._verifies)
        if state is None:
            return None
        digester = FrontDigester(self._part.path, state, self._means.hashers)
        digester.advance(self.segments.good.front)
        return digester

    def _drop_digester(self) -> None:
        if self._digester is not None:
            self._digester.abort()
            self._digester.wait()
            self._digester = None
