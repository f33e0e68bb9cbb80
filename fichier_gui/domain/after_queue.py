"""What happens once the queue has come to its end."""

from enum import StrEnum
from typing import Final

from fichier_gui.domain.transfers import QueueSummary

COUNTDOWN: Final = 30
"""Seconds in which the user can still say no."""


class AfterQueue(StrEnum):
    """The choices. They hold for one end of one run of the program and are stored nowhere."""

    NOTHING = "nothing"
    QUIT = "quit"
    SLEEP = "sleep"
    SHUT_DOWN = "shut_down"


def is_at_end(summary: QueueSummary) -> bool:
    """Nothing runs, waits, is paused or asks the user something. A queue that is held still has its rows."""
    counts = summary.counts
    return not (counts.active or counts.waiting or counts.attention or summary.is_paused)


def came_to_its_end(before: QueueSummary, after: QueueSummary) -> bool:
    """True when the last row has just ended by itself; rows that were cancelled or removed end nothing."""
    ended = after.counts.done + after.counts.failed
    had_ended = before.counts.done + before.counts.failed
    return not is_at_end(before) and is_at_end(after) and ended > had_ended
