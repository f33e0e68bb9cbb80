"""What an error asks of the queue: the error tree says it of each leaf."""

from enum import StrEnum


class Reaction(StrEnum):
    """What an error asks of the queue."""

    RETRY = "retry"
    """Try again by itself after a wait that grows (``domain.waiting``)."""
    PAUSE_SERVICE = "pause_service"
    """Every request of the program waits; the transfer goes back to the queue, no attempt is counted."""
    FAIL_ITEM = "fail_item"
    """This transfer ends in *Failed*; the others go on."""
    NEED_ANSWER = "need_answer"
    """This transfer waits for the user; the others go on."""
    NEED_KEY = "need_key"
    """Nothing can go on without another key: the queue is held, nothing is lost."""
