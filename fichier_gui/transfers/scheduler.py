"""What starts next: a pure choice over what waits, what runs and what is allowed."""

from collections.abc import Iterable
from typing import Final

from fichier_gui.domain.transfers import Direction, State, Transfer
from fichier_gui.transfers.limits import SMALL, QueueLimits

STORING_AT_ONCE: Final = 16
"""Uploads whose body was sent wait for the service without a place of their own, but not without bound."""

MOST_UPLOADS: Final = 4
"""That the service's nodes bear (reference §10)."""

_STORING: Final = frozenset({State.FINISHING, State.VERIFYING})


def sends(transfer: Transfer) -> bool:
    """True while an upload is not yet in the service's hands."""
    return transfer.state not in _STORING


def places(direction: Direction, running: Iterable[Transfer], limits: QueueLimits) -> int:
    """How many more transfers of ``direction`` may start.

    An upload that the service is storing sends nothing: it leaves its place to the next one.
    """
    mine = [t for t in running if t.direction is direction]
    if direction is Direction.DOWNLOAD:
        return max(0, limits.downloads - len(mine))
    storing = sum(1 for t in mine if t.state in _STORING)
    if storing >= STORING_AT_ONCE:
        return 0
    return max(0, limits.uploads - (len(mine) - storing))


def has_small_place(direction: Direction, running: Iterable[Transfer], limits: QueueLimits) -> bool:
    """True when large files have taken every place: one small file may start all the same.

    Not a fifth upload, for the service's nodes drop connections then.
    """
    mine = [t for t in running if t.direction is direction]
    if direction is Direction.UPLOAD:
        mine = [t for t in mine if sends(t)]
        if limits.uploads >= MOST_UPLOADS:
            return False
    return not places(direction, mine, limits) and all(not 0 < t.size <= SMALL for t in mine)


def next_look(now: float, *moments: float | None) -> float | None:
    """Seconds until the earliest of ``moments`` (seconds since 1970); None when there is none."""
    known = [moment for moment in moments if moment is not None]
    return max(0.0, min(known) - now) if known else None
