"""A week of 7 x 24 hours, each of which says how fast transfers may go. Hours are those of the wall clock.

``calendar`` turns seconds since 1970 into local time, as ``time.localtime`` does. An hour that summer time
skips is skipped, and one that it brings twice is the same hour both times.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Self

from fichier_gui.domain.values import value

DAYS: Final = 7
HOURS: Final = 24
_HOUR: Final = 3600.0
_LONGEST_WAIT: Final = (DAYS + 1) * HOURS
"""Hours after which every hour of the week has been, also in a week with a change of the clocks."""

Calendar = Callable[[float], time.struct_time]
Cell = tuple[int, int]
"""A day (0 is Monday) and an hour."""


class Pace(StrEnum):
    """How fast transfers may go."""

    FULL = "full"
    """By the usual limits, if there are any."""
    LIMITED = "limited"
    """By the second, slow set."""
    OFF = "off"
    """Nothing starts, and what runs waits."""


_LETTERS: Final[Mapping[Pace, str]] = MappingProxyType({Pace.FULL: "f", Pace.LIMITED: "l", Pace.OFF: "o"})
_PACES: Final[Mapping[str, Pace]] = MappingProxyType({letter: pace for pace, letter in _LETTERS.items()})


@value
class Week:
    """``hours``: 168 paces, from Monday 0:00 on."""

    hours: tuple[Pace, ...] = (Pace.FULL,) * (DAYS * HOURS)

    @classmethod
    def parse(cls, text: str) -> Self:
        """What :attr:`text` gave. Whatever else stands there is a week at full speed."""
        letters = "".join(text.lower().split())
        if len(letters) != DAYS * HOURS or not set(letters) <= set(_PACES):
            return cls()
        return cls(tuple(_PACES[letter] for letter in letters))

    @property
    def text(self) -> str:
        """Seven words of 24 letters (f, l, o), Monday first; "" for a week at full speed."""
        if set(self.hours) == {Pace.FULL}:
            return ""
        letters = "".join(_LETTERS[pace] for pace in self.hours)
        return " ".join(letters[day * HOURS : (day + 1) * HOURS] for day in range(DAYS))

    def at(self, cell: Cell) -> Pace:
        """What an hour says."""
        return self.hours[_place(cell)]

    def painted(self, cells: Iterable[Cell], pace: Pace) -> "Week":
        """The week with other hours in these places."""
        places = {_place(cell) for cell in cells}
        return Week(tuple(pace if place in places else old for place, old in enumerate(self.hours)))

    def pace_at(self, now: float, calendar: Calendar = time.localtime) -> Pace:
        """What holds at ``now`` (seconds since 1970)."""
        moment = calendar(now)
        return self.at((moment.tm_wday, moment.tm_hour))

    def next_change(self, now: float, calendar: Calendar = time.localtime) -> float | None:
        """When another pace begins, in seconds since 1970; None when all hours say the same."""
        pace, moment = self.pace_at(now, calendar), now
        for _ in range(_LONGEST_WAIT):
            moment = _next_hour(moment, calendar)
            if self.pace_at(moment, calendar) is not pace:
                return moment
        return None


def _place(cell: Cell) -> int:
    day, hour = cell
    return day * HOURS + hour


def _next_hour(now: float, calendar: Calendar) -> float:
    """The next moment whose minutes are zero on the wall clock."""
    local = calendar(now)
    whole = now - now % 1.0
    return whole + _HOUR - local.tm_min * 60 - min(local.tm_sec, 59)
