"""The queue in one glance: from the journal's sums and the gauges, without reading a row."""

from collections.abc import Iterable, Mapping
from typing import Final

from fichier_gui.domain.transfers import ACTIVE, WAITING, Direction, QueueCounts, QueueSummary, State
from fichier_gui.transfers.limits import QueueLimits
from fichier_gui.transfers.statements import Tallies, Tally

_MOVES: Final = ACTIVE | WAITING
_AT_WORK: Final = ACTIVE - {State.STARTING}
_NONE: Final = Tally()


def count(tallies: Tallies) -> QueueCounts:
    """How many rows each tab holds."""

    def rows(states: Iterable[State]) -> int:
        return sum(tallies.get((d, s), _NONE).rows for d in Direction for s in states)

    return QueueCounts(
        active=rows(ACTIVE),
        waiting=rows((*WAITING, State.PAUSED)),
        attention=rows((State.NEEDS_ANSWER,)),
        failed=rows((State.FAILED,)),
        done=rows((State.DONE,)),
        paused=rows((State.PAUSED,)),
    )


def is_empty(tallies: Tallies) -> bool:
    """True when nothing runs or waits; paused rows wait for the user, not for a place."""
    return not any(tallies.get((d, s), _NONE).rows for d in Direction for s in _MOVES)


def bytes_move(tallies: Tallies) -> bool:
    """True while something is sent, received, finished or verified; asking for a place is none of these."""
    return any(tallies.get((d, s), _NONE).rows for d in Direction for s in _AT_WORK)


def summarise(
    tallies: Tallies,
    *,
    speeds: Mapping[Direction, float],
    paces: Mapping[Direction, float],
    running_done: Mapping[Direction, int],
    ended_bytes: int,
    is_paused: bool,
    paused_until: float | None,
    limits: QueueLimits,
) -> QueueSummary:
    """``speeds`` are of this moment, ``paces`` the steady ones that the time left is reckoned with.

    ``running_done``: bytes of the running rows. ``ended_bytes``: of rows done since it was empty.
    """
    total = done = ended_bytes
    seconds: list[float] = []
    unknown, stands = False, is_paused or limits.is_off
    for direction in Direction:
        size = sum(tallies.get((direction, s), _NONE).size for s in _MOVES)
        moved = sum(tallies.get((direction, s), _NONE).done for s in WAITING) + running_done[direction]
        total += size
        done += min(moved, size)
        left, pace = size - min(moved, size), paces[direction]
        if left and pace > 0:
            seconds.append(left / pace)
        unknown = unknown or bool(left and pace <= 0)
    return QueueSummary(
        counts=count(tallies),
        upload_speed=speeds[Direction.UPLOAD],
        download_speed=speeds[Direction.DOWNLOAD],
        bytes_done=done,
        bytes_total=total,
        seconds_left=None if stands or unknown or not seconds else max(seconds),
        is_paused=is_paused,
        paused_until=paused_until,
        is_off=limits.is_off,
        off_until=limits.off_until,
    )
