"""Speed and time left of one transfer, from samples that the reader takes when it looks."""

from collections import deque
from typing import Final

WINDOW: Final = 5.0
"""Seconds that the speed is averaged over."""
SPACING: Final = 0.2
"""Seconds between two samples that are kept."""
MEDIAN_OF: Final = 9
"""Speeds, one a second, whose median gives the time left: it must not jump."""


class Meter:
    """A rolling window. Not thread-safe: its owner locks."""

    def __init__(self, now: float, done: int) -> None:
        self._samples: deque[tuple[float, int]] = deque()
        self._speeds: deque[float] = deque(maxlen=MEDIAN_OF)
        self._speed_taken_at = now
        self._start(now, done)

    def _start(self, now: float, done: int) -> None:
        self._samples.clear()
        self._speeds.clear()
        self._samples.append((now, done))
        self._speed_taken_at = now

    def sample(self, now: float, done: int) -> None:
        """Note that ``done`` bytes had been moved at ``now`` (steady seconds)."""
        last_time, last_done = self._samples[-1]
        if done < last_done:
            self._start(now, done)  # begun again from zero
            return
        if now - last_time < SPACING:
            return
        self._samples.append((now, done))
        while len(self._samples) > 2 and self._samples[1][0] <= now - WINDOW:
            self._samples.popleft()
        if now - self._speed_taken_at >= 1.0:
            self._speed_taken_at = now
            self._speeds.append(self.speed)

    @property
    def speed(self) -> float:
        """Bytes a second over the window; 0 when unknown."""
        (first_time, first_done), (last_time, last_done) = self._samples[0], self._samples[-1]
        elapsed = last_time - first_time
        return (last_done - first_done) / elapsed if elapsed > 0 else 0.0

    def seconds_left(self, remaining: int) -> float | None:
        """Time for ``remaining`` bytes at the median speed; None when nothing moves."""
        speed = sorted(self._speeds)[len(self._speeds) // 2] if self._speeds else self.speed
        return remaining / speed if speed > 0 else None
