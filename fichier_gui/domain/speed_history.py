"""How fast bytes moved in the last minutes, second by second."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from fichier_gui.domain.values import value

SECONDS: Final = 300
"""As far as anybody looks back."""

_STEPS: Final = (1.0, 2.0, 5.0, 10.0)
_LEAST_TOP: Final = 1000.0


@value
class Course:
    """One direction in a stretch of time; bytes a second."""

    now: float
    mean: float
    """Of the seconds in which something moved."""
    highest: float


@dataclass(slots=True)
class SpeedHistory:
    """The newest second is the last. Both directions have the same length, at most :data:`SECONDS`."""

    down: deque[float] = field(default_factory=lambda: deque(maxlen=SECONDS))
    up: deque[float] = field(default_factory=lambda: deque(maxlen=SECONDS))

    def add(self, down: float, up: float, seconds: int = 1) -> None:
        """How fast it was in the last second; in the others, which nobody looked at, nothing moved."""
        missed = min(seconds, SECONDS) - 1
        for direction, speed in ((self.down, down), (self.up, up)):
            direction.extend([0.0] * missed)
            direction.append(speed)

    @property
    def is_still(self) -> bool:
        """Nothing moved in all that time."""
        return not any(self.down) and not any(self.up)


def last(direction: deque[float], seconds: int) -> list[float]:
    """The newest ``seconds`` of a direction, the oldest first; zero where nothing is known."""
    known = list(islice(direction, max(0, len(direction) - seconds), None))
    return [0.0] * (seconds - len(known)) + known


def course(direction: deque[float]) -> Course:
    """What there is to say of a direction."""
    moving = [speed for speed in direction if speed > 0]
    if not moving:
        return Course(0.0, 0.0, 0.0)
    return Course(direction[-1], sum(moving) / len(moving), max(moving))


def top_of_scale(speeds: Iterable[float]) -> float:
    """A round figure that all of them are below: 1, 2 or 5 times a power of ten, 1 kB/s at least."""
    highest = max(speeds, default=0.0)
    top = _LEAST_TOP
    while top * 10 <= highest:
        top *= 10
    return next(top * step for step in _STEPS if top * step >= highest)
