"""How long to wait before asking again: a table of pure functions."""

from typing import Final

FLOOD_WAITS: Final = (30.0, 120.0, 300.0)
"""Seconds after the first, second and any further flood answer in a row."""

HARD_LOCK_WAIT: Final = 3600.0
"""After "IP Locked" alone: the site says it is lifted within an hour."""

ONE_LOCATION_WAIT: Final = 300.0
MAINTENANCE_WAIT: Final = 120.0
REPORT_WAITS: Final = (0.25, 1.0, 2.0, 3.0, 5.0, 10.0, 15.0, 30.0)
"""Before each question to ``end.pl``; the last one repeats. All known clients begin at once."""

REPORT_LIMIT: Final = 20 * 60.0
"""After so many seconds of wait pages the upload is looked for in its folder instead."""

RETRY_BASE: Final = 2.0
RETRY_CEILING: Final = 300.0
NETWORK_CEILING: Final = 10.0
"""A lost network is tried at least this often, so that work goes on within ten seconds of its return."""

NETWORK_PATIENCE: Final = 60.0
"""Seconds without a network before anybody is told of it: most absences are shorter."""

LONGEST_WAIT: Final = max(RETRY_CEILING, ONE_LOCATION_WAIT)
"""No transfer waits longer for another try of its own."""


def flood_wait(strike: int) -> float:
    """Cool-down after the ``strike``-th flood answer in a row (1 is the first)."""
    return FLOOD_WAITS[min(max(strike, 1), len(FLOOD_WAITS)) - 1]


def backoff(attempt: int, jitter: float, *, ceiling: float = RETRY_CEILING) -> float:
    """Exponential back-off: 2, 4, 8 … seconds up to ``ceiling``, then spread.

    ``attempt`` starts at 1. ``jitter`` is a random number in 0 … 1; the result lies between half of the
    step and the whole step, so that clients that failed together do not come back together.
    """
    step = min(RETRY_BASE * 2.0 ** min(max(attempt, 1) - 1, 16), ceiling)
    return step * (0.5 + 0.5 * jitter)


def report_wait(poll: int) -> float:
    """Seconds before the ``poll``-th question to ``end.pl`` (0 is the first wait)."""
    return REPORT_WAITS[min(poll, len(REPORT_WAITS) - 1)]
