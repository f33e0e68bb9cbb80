"""A limit of bytes a second that all transfers of one direction share."""

import threading
from collections.abc import Callable
from typing import Final

from fichier_gui.domain.clock import Clock

WHOLE_PIECE: Final = 1024 * 1024
"""What is moved at a time where there is no limit."""
SMALLEST_PIECE: Final = 4 * 1024
PIECES_A_SECOND: Final = 10
"""Under a limit the pieces become so small that the bytes flow rather than jump."""
BURST: Final = 0.25
"""Seconds of unused limit that may be caught up."""


class TokenBucket:
    """The arithmetic alone: tokens are bytes, ``now`` is steady time. The balance may go below zero."""

    def __init__(self, rate: int, now: float) -> None:
        self.rate = rate
        self._tokens = 0.0
        self._at = now

    def take(self, count: int, now: float) -> float:
        """Take ``count`` tokens; the seconds until they were there. 0 without a limit."""
        if self.rate <= 0:
            self._tokens, self._at = 0.0, now
            return 0.0
        earned = self._tokens + (now - self._at) * self.rate
        self._tokens = min(earned, self.rate * BURST) - count
        self._at = now
        return max(0.0, -self._tokens / self.rate)

    def change_rate(self, rate: int, now: float) -> None:
        """Another limit, from now on. A debt made under the old one is forgiven."""
        self.take(0, now)
        self._tokens = max(self._tokens, 0.0) if self.rate != rate else self._tokens
        self.rate = rate


class Throttle:
    """Makes worker threads wait. Safe from any thread; a new limit is felt at once."""

    def __init__(self, rate: int, clock: Clock) -> None:
        self._clock = clock
        self._bucket = TokenBucket(rate, clock.monotonic())
        self._changed = threading.Condition()

    @property
    def rate(self) -> int:
        """Bytes a second, 0 for none."""
        return self._bucket.rate

    def piece(self, most: int = WHOLE_PIECE) -> int:
        """How many bytes to move at a time, at most ``most``."""
        rate = self._bucket.rate
        if rate <= 0:
            return most
        return min(most, max(SMALLEST_PIECE, rate // PIECES_A_SECOND))

    def set_rate(self, rate: int) -> None:
        """Change the limit; whoever waits goes by the new one."""
        with self._changed:
            self._bucket.change_rate(rate, self._clock.monotonic())
            self._changed.notify_all()

    def take(self, count: int, is_stopped: Callable[[], bool]) -> None:
        """Block until ``count`` bytes may pass, or ``is_stopped`` (looked at several times a second)."""
        if self._bucket.rate <= 0:
            return
        with self._changed:
            rate = self._bucket.rate
            until = self._clock.monotonic() + self._bucket.take(count, self._clock.monotonic())
            while (left := until - self._clock.monotonic()) > 0:
                if is_stopped() or self._bucket.rate != rate:
                    return
                self._changed.wait(min(left, 0.2))
