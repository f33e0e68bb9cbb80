"""What a transfer does after an error: pure decisions over ``domain.waiting``.

Errors that time alone heals (network, disk space, another address) are tried for ever; errors that may repeat
for ever are tried :data:`TRIES` times, so that nothing is asked or sent in a loop.
"""

from collections.abc import Callable
from typing import Final

from fichier_gui.domain import waiting
from fichier_gui.domain.changes import Changes
from fichier_gui.domain.error_reaction import Reaction
from fichier_gui.domain.errors import (
    AddressLocked,
    AppError,
    ChecksumMismatch,
    DiskFull,
    FloodLocked,
    Maintenance,
    NetworkProblem,
    OneLocation,
    ServiceOverloaded,
    SourceChanged,
    SplitSourceChanged,
    TooManyRequests,
)
from fichier_gui.domain.transfers import (
    Answer,
    ConflictRule,
    Direction,
    State,
    Transfer,
    Verification,
)
from fichier_gui.domain.values import value

TRIES: Final = 5
"""Attempts that may end in an error of the limited kind before the transfer fails."""

DISK_WAIT: Final = 10.0
"""Free space is looked at this often."""


@value
class Decision:
    """What becomes of a transfer that met an error."""

    state: State
    attempts: int
    retry_at: float | None = None
    """Seconds since 1970; only with ``RETRYING``."""
    hold_queue: bool = False
    """Nothing starts until there is another key."""
    cool_until: float | None = None
    """The whole service asks for patience until then."""


def react(
    error: AppError,
    *,
    attempts: int,
    streak: int,
    jitter: float,
    now: float,
    was_sent: bool = False,
    cuts: int = 0,
) -> Decision:
    """What follows from ``error``.

    ``attempts``: limited errors before this one. ``streak``: errors of any kind in a row, this one included.
    ``jitter``: a random number in 0 … 1. ``was_sent``: a whole upload was paid for this answer.
    ``cuts``: upload bodies in a row that broke half way, this one included; 0 when it is none. Each begins
    again at zero.
    """
    match error.reaction:
        case Reaction.NEED_KEY:
            return Decision(State.QUEUED, attempts, hold_queue=True)
        case Reaction.PAUSE_SERVICE:
            return Decision(State.QUEUED, attempts, cool_until=now + service_wait(error, streak))
        case Reaction.NEED_ANSWER:
            return Decision(State.NEEDS_ANSWER, attempts)
        case Reaction.FAIL_ITEM:
            return Decision(State.FAILED, attempts)
        case Reaction.RETRY:
            if _heals_by_itself(error, was_sent):
                return Decision(State.RETRYING, attempts, now + _patient_wait(error, streak, jitter, cuts))
            return _retried(attempts, jitter, now)


def of_part(error: AppError, transfer: Transfer) -> AppError:
    """``error`` as it is for a part of a split file, which cannot begin again by itself."""
    if isinstance(error, SourceChanged) and transfer.part_offset is not None:
        return SplitSourceChanged(error.detail, **{"path": transfer.local_path} | dict(error.facts))
    return error


def _retried(attempts: int, jitter: float, now: float) -> Decision:
    attempts += 1
    if attempts >= TRIES:
        return Decision(State.FAILED, attempts)
    return Decision(State.RETRYING, attempts, now + waiting.backoff(attempts, jitter))


def _heals_by_itself(error: AppError, was_sent: bool) -> bool:
    if isinstance(error, ServiceOverloaded):
        return not was_sent
    return isinstance(error, NetworkProblem | DiskFull | OneLocation)


def _patient_wait(error: AppError, streak: int, jitter: float, cuts: int) -> float:
    if isinstance(error, OneLocation):
        return waiting.ONE_LOCATION_WAIT
    if isinstance(error, DiskFull):
        return DISK_WAIT
    if cuts:
        return waiting.backoff(cuts, jitter)
    ceiling = waiting.NETWORK_CEILING if isinstance(error, NetworkProblem) else waiting.RETRY_CEILING
    return waiting.backoff(streak, jitter, ceiling=ceiling)


def service_wait(error: AppError, strike: int) -> float:
    """Seconds of patience that ``error`` asks for: its own fact ``wait``, else the table's."""
    wait = error.facts.get("wait")
    if isinstance(wait, int | float) and wait > 0:
        return float(wait)
    if isinstance(error, AddressLocked):
        return waiting.HARD_LOCK_WAIT
    if isinstance(error, Maintenance):
        return waiting.MAINTENANCE_WAIT
    if isinstance(error, FloodLocked | TooManyRequests):
        return waiting.flood_wait(strike)
    return waiting.RETRY_CEILING


AFRESH: Final[Changes] = {
    "done": 0,
    "moving_time": 0.0,
    "node_host": None,
    "node_id": None,
    "node_at": None,
    "body_sent": False,
    "local_checksum": None,
    "verification": Verification.PENDING,
    "etag": None,
    "part_path": None,
    "parts": None,
    "keep_anyway": False,
}
"""The facts of a transfer of which nothing has been moved yet."""

_QUEUED_AGAIN: Final[Changes] = {
    "state": State.QUEUED,
    "error": None,
    "retry_at": None,
    "attempts": 0,
}


def retried(transfer: Transfer) -> Changes:
    """The changes for "retry at once". Bytes that were found different are not used again."""
    if isinstance(transfer.error, ChecksumMismatch):
        return AFRESH | _QUEUED_AGAIN | _forgotten_link(transfer)
    return _QUEUED_AGAIN


def answering(answer: Answer, now: float) -> Callable[[Transfer], Changes]:
    """:func:`answered` for one ``answer`` given at ``now``."""

    def decide(transfer: Transfer) -> Changes:
        changes = answered(transfer, answer)
        return changes | {"finished_at": now} if changes["state"] is State.DONE else changes

    return decide


def answered(transfer: Transfer, answer: Answer) -> Changes:
    """The changes that the user's ``answer`` makes to a transfer in *Needs you*."""
    match answer:
        case Answer.SKIP_SAME | Answer.KEEP_BOTH | Answer.REPLACE | Answer.SKIP:
            return _QUEUED_AGAIN | {"conflict": ConflictRule(answer.value)}
        case Answer.SEND_AGAIN | Answer.DOWNLOAD_AGAIN:
            return AFRESH | _QUEUED_AGAIN | _forgotten_link(transfer)
        case Answer.USE_CREDITS:
            return _QUEUED_AGAIN | {"use_credits": True}
        case Answer.KEEP_ANYWAY:
            return _kept(transfer)


def _forgotten_link(transfer: Transfer) -> Changes:
    # The link of a damaged upload belongs to the damaged file; that of a download is what is asked for.
    return {"url": None, "stored_name": None} if transfer.direction is Direction.UPLOAD else {}


def _kept(transfer: Transfer) -> Changes:
    if transfer.direction is Direction.UPLOAD and transfer.url is not None:
        return {"state": State.DONE, "error": None, "verification": Verification.DIFFERS}
    return _QUEUED_AGAIN | {"keep_anyway": True}
