"""Who fetches which bytes of a file. Thread-safe; nothing here waits.

Segments are handed out from the front, so that the digest and the bytes stay near each other. A connection
that has nothing left to do takes half of what another one would need longest for.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from fichier_gui.transfers.live import Gauge
from fichier_gui.transfers.part_map import PartMap, Span

MIB: Final = 1024 * 1024
SEGMENTED_FROM: Final = 20 * MIB
"""Bytes below which a file takes one connection: more cost it more than they bring."""
LEAST: Final = 4 * MIB
"""Of a segment, and of what is left to each side when one is shared."""
LONGEST: Final = 256 * MIB
"""Of a segment where others are at work: what lies ahead of the front is hashed later."""
WORTH_SHARING: Final = 3.0
"""Seconds that a segment must still need for a connection more to be worth its opening."""
STALLED_AFTER: Final = 10.0
"""Seconds without a byte after which another connection takes over, while there is one."""
UNKNOWN_SIZE: Final = 2**62


@dataclass(eq=False, slots=True)
class Segment:
    """A stretch that one connection fetches."""

    start: int
    at: int
    """Written up to here."""
    end: int
    began_at: float
    """Steady seconds."""
    moved_at: float
    held: int = 0
    """Bytes that came but are not written."""
    is_held_up: bool = False
    """It waits for the user's limit: that it gets nothing is not its fault."""
    give_up: Callable[[], None] | None = None
    """Breaks its connection off. Any thread."""

    @property
    def left(self) -> int:
        """Bytes that are still to come."""
        return max(0, self.end - self.at - self.held)

    def seconds_left(self, now: float) -> float:
        """At its speed so far. One that has only just begun is given the time to show what it can do."""
        moved = self.at + self.held - self.start
        elapsed = now - self.began_at
        if moved > 0:
            return self.left * elapsed / moved
        return float("inf") if elapsed > WORTH_SHARING else 0.0


class Segments:
    """One download's bytes: those that are good, those that somebody fetches, and the rest."""

    def __init__(self, good: PartMap, size: int, gauge: Gauge, lanes: int) -> None:
        self._lock = threading.Lock()
        self._good = good
        self._written = good.total
        self._size = size or UNKNOWN_SIZE
        self._gauge = gauge
        self._lanes = lanes
        self._running: list[Segment] = []
        gauge.done = self._written

    @property
    def good(self) -> PartMap:
        """What is written."""
        return self._good

    @property
    def is_complete(self) -> bool:
        """Every byte is written."""
        return self._written >= self._size

    @property
    def running(self) -> int:
        """Connections at work."""
        return len(self._running)

    def learn(self, size: int) -> None:
        """Bytes of the whole file, from its first answer."""
        with self._lock:
            self._size = size
            for segment in self._running:
                segment.end = min(segment.end, size)

    def use_lanes(self, lanes: int) -> None:
        """How many connections may share the file from now on."""
        with self._lock:
            self._lanes = lanes

    def take(self, now: float) -> Segment | None:
        """Something to fetch, or None while others have it all in hand. ``now``: steady seconds."""
        with self._lock:
            gap = next(self._gaps(), None)
            if gap is not None:
                return self._begin(gap[0], self._end_of(gap), now)
            return self._shared(now) or self._rescued(now)

    def extend(self, segment: Segment) -> bool:
        """Let a segment that is at its end go on over the same connection; False where others are."""
        with self._lock:
            gap = next((gap for gap in self._gaps() if gap[0] == segment.end), None)
            if gap is None:
                return False
            segment.end = self._end_of(gap)
            return True

    def grant(self, segment: Segment) -> int:
        """How many of its held bytes may be written; the others have another owner by now."""
        with self._lock:
            return min(segment.held, segment.end - segment.at)

    def held(self, segment: Segment, held: int, now: float) -> None:
        """Bytes came. Called for each piece, so it does little."""
        with self._lock:
            segment.held = held
            segment.moved_at = now
            self._show()

    def wrote(self, segment: Segment, count: int) -> int:
        """``count`` of the held bytes are in the file and the rest is dropped; the front."""
        with self._lock:
            end = segment.at + count
            self._good = self._good.joined(segment.at, end)
            self._written = self._good.total  # a stretch that was taken over may come twice
            segment.at, segment.held = end, 0
            self._show()
            return self._good.front

    def give_back(self, segment: Segment) -> None:
        """Nobody fetches it any more, be it done or not. Idempotent."""
        with self._lock:
            segment.held = 0
            if segment in self._running:
                self._running.remove(segment)
            self._show()

    def restart(self, segment: Segment) -> None:
        """Nothing is good; ``segment``, the only one at work, begins at zero."""
        with self._lock:
            self._good, self._written = PartMap(), 0
            segment.start = segment.at = segment.held = 0
            segment.end = self._end_of((0, self._size))
            self._show()

    def _show(self) -> None:
        self._gauge.done = self._written + sum(segment.held for segment in self._running)

    def _gaps(self) -> Iterator[Span]:
        taken = PartMap.of((*self._good.spans, *((s.at, s.end) for s in self._running)))
        return iter(taken.gaps(self._size))

    def _end_of(self, gap: Span) -> int:
        start, end = gap
        if self._lanes == 1 or self._size == UNKNOWN_SIZE:
            return end
        share = min(LONGEST, max(LEAST, (self._size - self._written) // self._lanes))
        return end if end - start - share < LEAST else start + share

    def _begin(self, start: int, end: int, now: float) -> Segment:
        segment = Segment(start, start, end, now, now)
        self._running.append(segment)
        return segment

    def _shared(self, now: float) -> Segment | None:
        large = [s for s in self._running if s.left >= 2 * LEAST and s.seconds_left(now) > WORTH_SHARING]
        if not large or self._size == UNKNOWN_SIZE:
            return None
        slowest = max(large, key=lambda segment: (segment.seconds_left(now), segment.left))
        end = slowest.end
        slowest.end -= slowest.left // 2
        return self._begin(slowest.end, end, now)

    def _rescued(self, now: float) -> Segment | None:
        """Everything of a connection that says nothing more. Its owner notices by itself."""
        for segment in self._running:
            if segment.left and not segment.is_held_up and now - segment.moved_at > STALLED_AFTER:
                end, segment.end = segment.end, segment.at
                if segment.give_up is not None:
                    segment.give_up()
                return self._begin(segment.at, end, now)
        return None
