"""A limit of bytes a second: that of one direction, which all its transfers share, or that of one transfer.

Bytes are asked for before they move, and those that did not come are given back. Who asks waits in a line,
and only its head looks at the clock: however many connections share a limit, they pass it by one piece.
"""

import threading
from collections import deque
from collections.abc import Callable
from typing import Final, Self

from fichier_gui.domain.clock import Clock

WHOLE_PIECE: Final = 1024 * 1024
"""What is moved at a time where there is no limit."""
SMALLEST_PIECE: Final = 1024
PIECES_A_SECOND: Final = 10
"""Under a limit the pieces become so small that the bytes flow rather than jump."""
BURST: Final = 0.25
"""Seconds of unused limit that may be caught up."""
LOOK_EVERY: Final = 0.2
"""Seconds between two looks of a waiting thread at whether it was stopped."""


class TokenBucket:
    """The arithmetic alone: tokens are bytes, ``now`` is steady time. The balance may go below zero."""

    def __init__(self, rate: int, now: float) -> None:
        self.rate = rate
        self._tokens = 0.0
        self._at = now

    def wait(self, now: float) -> float:
        """The seconds until something may pass. 0 without a limit."""
        if self.rate <= 0:
            self._tokens, self._at = 0.0, now
            return 0.0
        self._tokens = min(self._tokens + (now - self._at) * self.rate, self.rate * BURST)
        self._at = now
        # Less than a byte is nothing: a wait for it may be too short to move the clock.
        return -self._tokens / self.rate if self._tokens <= -1.0 else 0.0

    def pay(self, count: int) -> None:
        """``count`` bytes pass; below zero they did not, after all."""
        if self.rate > 0:
            self._tokens -= count

    def change_rate(self, rate: int, now: float) -> None:
        """Another limit, from now on. A debt made under the old one is forgiven, and so is what was saved."""
        if rate != self.rate:
            self.rate, self._tokens, self._at = rate, 0.0, now


class Throttle:
    """Makes worker threads wait. Safe from any thread; a new limit is felt at once.

    With ``shared`` what passes here must pass there too: a transfer's own limit and that of its direction.
    """

    def __init__(
        self,
        rate: int,
        clock: Clock,
        shared: Self | None = None,
        wait: Callable[[threading.Condition, float], object] = threading.Condition.wait,
    ) -> None:
        self._clock = clock
        self._shared = shared
        self._wait = wait
        self._bucket = TokenBucket(rate, clock.monotonic())
        self._lock = threading.Lock()
        self._line: deque[threading.Condition] = deque()

    @property
    def rate(self) -> int:
        """Bytes a second of this limit alone, 0 for none."""
        return self._bucket.rate

    @property
    def is_open(self) -> bool:
        """Nothing waits here, nor behind."""
        return self._bucket.rate <= 0 and (self._shared is None or self._shared.is_open)

    def set_rate(self, rate: int) -> None:
        """Change the limit; whoever waits goes by the new one."""
        with self._lock:
            self._bucket.change_rate(rate, self._clock.monotonic())
            for turn in self._line:
                turn.notify()

    def take(self, most: int, is_stopped: Callable[[], bool]) -> int:
        """Block until bytes may move; how many, from 1 to ``most``. 0 once ``is_stopped``, which is looked at
        several times a second. What does not move after all is for :meth:`give_back`.
        """
        own = self._own(most, is_stopped)
        if self._shared is None or not own:
            return own
        passed = self._shared.take(own, is_stopped)
        self._return(own - passed)
        return passed

    def give_back(self, count: int) -> None:
        """``count`` bytes of what was taken did not move."""
        self._return(count)
        if self._shared is not None:
            self._shared.give_back(count)

    def _own(self, most: int, is_stopped: Callable[[], bool]) -> int:
        if self._bucket.rate <= 0:
            return most
        turn = threading.Condition(self._lock)
        with self._lock:
            self._line.append(turn)
            try:
                return self._passed(turn, most, is_stopped)
            finally:
                self._line.remove(turn)
                if self._line:
                    self._line[0].notify()

    def _passed(self, turn: threading.Condition, most: int, is_stopped: Callable[[], bool]) -> int:
        while not is_stopped():
            seconds = self._bucket.wait(self._clock.monotonic())
            if self._line[0] is not turn and self._bucket.rate > 0:
                turn.wait(LOOK_EVERY)
            elif seconds > 0:
                self._wait(turn, min(seconds, LOOK_EVERY))
            else:
                count = min(most, _piece(self._bucket.rate))
                self._bucket.pay(count)
                return count
        return 0

    def _return(self, count: int) -> None:
        if count:
            with self._lock:
                self._bucket.pay(-count)


def _piece(rate: int) -> int:
    """How many bytes may move at a time under this limit."""
    return WHOLE_PIECE if rate <= 0 else max(SMALLEST_PIECE, rate // PIECES_A_SECOND)
