"""How long an upload would take, and whether the service lets it: pure. Sizes in bytes, times in seconds.

The service cuts an upload that is not through after four hours (reference §5.1).
"""

import math
import time
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from fichier_gui.domain.values import value

WINDOW: Final = 4 * 3600.0
SAFE_SHARE: Final = 0.85
"""Of the window, that a part is planned to take: a line is not equally fast all the time."""
SMALLEST_PART: Final = 64 * 1024 * 1024
"""Parts are not planned smaller: on a line that slow more of them would not help."""
NIGHT_HOUR: Final = 1
"""Of local time, when lines are mostly free."""


class Fit(StrEnum):
    """What becomes of an upload."""

    FITS = "fits"
    CUT = "cut"
    """It would take longer than the service allows."""
    TOO_LARGE = "too_large"
    """For the account's plan, however fast the line is."""


@value
class Verdict:
    """``seconds`` is None while the speed is unknown. ``parts``: how many would go through; 1 for FITS."""

    fit: Fit
    seconds: float | None
    parts: int


def line_speed(speeds: Sequence[float], rate_limit: int) -> float | None:
    """Bytes a second that an upload can count on: the median of what uploads had, or the limit if lower.

    None when nothing is known. ``rate_limit``: 0 for none.
    """
    bounds = [sorted(speeds)[(len(speeds) - 1) // 2]] if speeds else []
    if rate_limit > 0:
        bounds.append(float(rate_limit))
    return min(bounds, default=None)


def part_size(speed: float | None, limit: int) -> int:
    """Bytes of the largest part that is within the plan's ``limit`` and, with a margin, within the window."""
    if speed is None:
        return limit
    return min(limit, max(SMALLEST_PART, int(speed * WINDOW * SAFE_SHARE)))


def judge(size: int, speed: float | None, limit: int) -> Verdict:
    """What becomes of an upload of ``size`` at ``speed`` where a file may have ``limit`` bytes."""
    seconds = size / speed if speed else None
    if size > limit:
        fit = Fit.TOO_LARGE
    elif seconds is not None and seconds > WINDOW:
        fit = Fit.CUT
    else:
        return Verdict(Fit.FITS, seconds, 1)
    return Verdict(fit, seconds, math.ceil(size / part_size(speed or None, limit)))


def next_night(now: float) -> float:
    """The next time that it is :data:`NIGHT_HOUR` here, after ``now``; both seconds since 1970."""
    today = time.localtime(now)
    for day in (today.tm_mday, today.tm_mday + 1):
        # A day past the month's end is the first of the next one; -1: summer time as it is then.
        found = time.mktime((today.tm_year, today.tm_mon, day, NIGHT_HOUR, 0, 0, 0, 0, -1))
        if found > now:
            break
    return found
