"""How many requests left lately, counted by the wall clock in short steps: a restart keeps the count."""

from collections.abc import Mapping
from typing import Final

STEP: Final = 10.0
"""Seconds that are counted together: a count is never more than so much behind."""
_MINUTE: Final = 6
_HOUR: Final = 360
"""Both in steps."""


class Spent:
    """Counts by step since 1970. Changed on the loop; may be read in any thread."""

    def __init__(self, counts: Mapping[int, int]) -> None:
        self._counts = dict(counts)

    @property
    def counts(self) -> Mapping[int, int]:
        """A copy, for what is remembered."""
        return self._counts.copy()

    def add(self, now: float) -> None:
        """A request leaves."""
        step = _step(now)
        if step not in self._counts:
            self._counts = _recent(self._counts, step, _HOUR)
        self._counts[step] = self._counts.get(step, 0) + 1

    def give_back(self, taken: float) -> None:
        """The request that was to leave at ``taken`` never did."""
        step = _step(taken)
        if left := self._counts.get(step, 0):
            self._counts[step] = left - 1

    def lately(self, now: float) -> tuple[int, int]:
        """Requests of the last minute and of the last hour."""
        step, counts = _step(now), self._counts.copy()
        return sum(_recent(counts, step, _MINUTE).values()), sum(_recent(counts, step, _HOUR).values())

    def clock_was_set(self, seconds: float) -> None:
        """The wall clock makes a step; what left stays as long ago as it is, to the step."""
        by = round(seconds / STEP)
        self._counts = {step + by: count for step, count in self._counts.items()}


def _step(moment: float) -> int:
    return int(moment // STEP)


def _recent(counts: Mapping[int, int], step: int, steps: int) -> dict[int, int]:
    # What lies ahead was counted by a clock that has been set back since.
    return {each: count for each, count in counts.items() if step - steps <= each <= step}
