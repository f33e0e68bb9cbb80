"""What starts next: a pure choice over what waits, what runs and what is allowed."""

from collections.abc import Collection, Iterable
from typing import Final

from fichier_gui.domain.transfers import Direction, Priority, State, Transfer
from fichier_gui.transfers.connections import MOST_CONNECTIONS, first_ones
from fichier_gui.transfers.limits import SMALL, QueueLimits

STORING_AT_ONCE: Final = 16
"""Uploads whose body was sent wait for the service without a place of their own, but not without bound."""

MOST_UPLOADS: Final = 4
"""That the service's nodes bear (reference §10)."""

_STORING: Final = frozenset({State.FINISHING, State.VERIFYING})


def sends(transfer: Transfer) -> bool:
    """True while an upload is not yet in the service's hands."""
    return transfer.state not in _STORING


def turn(transfer: Transfer) -> tuple[int, int]:
    """What waits starts in this order: by priority, then by place."""
    return -transfer.priority, transfer.position


def places(direction: Direction, running: Iterable[Transfer], limits: QueueLimits) -> int:
    """How many more transfers of ``direction`` may start.

    An upload that the service is storing sends nothing: it leaves its place to the next one.
    """
    mine = [t for t in running if t.direction is direction]
    if direction is Direction.DOWNLOAD:
        return max(0, limits.downloads - len(mine))
    storing = _storing(mine)
    if storing >= STORING_AT_ONCE:
        return 0
    return max(0, limits.uploads - (len(mine) - storing))


def urgent_places(
    direction: Direction, running: Collection[Transfer], limits: QueueLimits, lanes: int
) -> int:
    """How many more may begin at once because the user says so, whatever the limits allow.

    Only what the service itself bears holds: its nodes four uploads, an account thirty connections, of which
    downloads have ``lanes`` beyond their first.
    """
    mine = [t for t in running if t.direction is direction]
    if direction is Direction.UPLOAD:
        storing = _storing(mine)
        if storing >= STORING_AT_ONCE:
            return 0
        bears = MOST_UPLOADS - (len(mine) - storing)
        free_now = max(0, limits.uploads - (len(mine) - storing))
    else:
        bears = MOST_CONNECTIONS
        free_now = max(0, limits.downloads - len(mine))
    left = MOST_CONNECTIONS - first_ones(limits) - beyond_limits(running, limits) - lanes
    return max(0, min(bears, free_now + max(0, left)))


def beyond_limits(running: Iterable[Transfer], limits: QueueLimits) -> int:
    """How many run that the limits do not count with."""
    mine = [t for t in running if sends(t)]
    uploads = sum(1 for t in mine if t.direction is Direction.UPLOAD)
    return max(0, uploads - limits.uploads) + max(0, len(mine) - uploads - limits.downloads)


def has_small_place(direction: Direction, running: Iterable[Transfer], limits: QueueLimits) -> bool:
    """True when large files have taken every place: one small file may start all the same.

    Not a fifth upload, for the service's nodes drop connections then. Not while more run than are allowed, as
    they do after the limit became lower; what the user started at once is not counted against the small file.
    Not while the service stores as many uploads as may wait for it.
    """
    mine, most = [t for t in running if t.direction is direction], limits.downloads
    if direction is Direction.UPLOAD:
        most = limits.uploads
        if _storing(mine) >= STORING_AT_ONCE:
            return False
        mine = [t for t in mine if sends(t)]
        if len(mine) >= MOST_UPLOADS:
            return False
    urgent = sum(1 for t in mine if t.priority is Priority.NOW)
    return most <= len(mine) <= most + urgent and all(not 0 < t.size <= SMALL for t in mine)


def _storing(transfers: Iterable[Transfer]) -> int:
    return sum(1 for t in transfers if not sends(t))


def next_look(now: float, *moments: float | None) -> float | None:
    """Seconds until the earliest of ``moments`` (seconds since 1970); None when there is none."""
    known = [moment for moment in moments if moment is not None]
    return max(0.0, min(known) - now) if known else None
