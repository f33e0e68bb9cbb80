"""How fast many transfers get on together: a median, so that the time left does not jump."""

from collections import deque
from typing import Final

TOGETHER_OF: Final = 15
"""Speeds, one a second, whose median it is: one transfer ends, the next begins, nothing moves in between."""


class Pace:
    """How fast many transfers get on together, as their time left is reckoned with. Its owner locks."""

    def __init__(self) -> None:
        self._speeds: deque[float] = deque(maxlen=TOGETHER_OF)
        self._taken_at = 0.0

    def sample(self, now: float, speed: float) -> None:
        """All of them move ``speed`` bytes a second at ``now`` (steady seconds); one a second is kept."""
        if not self._speeds and not speed:
            return  # they have yet to begin
        if self._speeds and now - self._taken_at < 1.0:
            return
        self._taken_at = now
        self._speeds.append(speed)
        if not self.speed:
            self._speeds.clear()  # they stand still: what was says nothing of how they go on

    @property
    def speed(self) -> float:
        """The median, bytes a second; 0 when unknown."""
        in_order, middle = sorted(self._speeds), len(self._speeds) // 2
        if len(in_order) % 2:
            return in_order[middle]
        return sum(in_order[middle - 1 : middle + 1]) / 2
