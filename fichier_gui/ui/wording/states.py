"""The states of a transfer in words."""

from typing import Final

from fichier_gui.domain.errors import AppError, NetworkProblem, ServiceBusy
from fichier_gui.domain.transfers import Direction, Priority, State, Transfer, Unfetched, Verification
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.errors import error_words
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr
from fichier_gui.ui.wording.window import starts_at_words

_PLAIN: Final = {
    (State.QUEUED, Direction.UPLOAD): QT_TR_NOOP("Waiting"),
    (State.QUEUED, Direction.DOWNLOAD): QT_TR_NOOP("Waiting"),
    (State.STARTING, Direction.UPLOAD): QT_TR_NOOP("Getting a server"),
    (State.STARTING, Direction.DOWNLOAD): QT_TR_NOOP("Getting the link"),
    (State.MOVING, Direction.UPLOAD): QT_TR_NOOP("Uploading"),
    (State.MOVING, Direction.DOWNLOAD): QT_TR_NOOP("Downloading"),
    (State.FINISHING, Direction.UPLOAD): QT_TR_NOOP("Finishing on the server"),
    (State.FINISHING, Direction.DOWNLOAD): QT_TR_NOOP("Finishing"),
    (State.VERIFYING, Direction.UPLOAD): QT_TR_NOOP("Verifying"),
    (State.VERIFYING, Direction.DOWNLOAD): QT_TR_NOOP("Verifying"),
    (State.PAUSED, Direction.UPLOAD): QT_TR_NOOP("Paused"),
    (State.PAUSED, Direction.DOWNLOAD): QT_TR_NOOP("Paused"),
}

_SENTENCES: Final = {
    (State.QUEUED, Direction.UPLOAD): QT_TR_NOOP("It starts as soon as it is its turn."),
    (State.QUEUED, Direction.DOWNLOAD): QT_TR_NOOP("It starts as soon as it is its turn."),
    (State.STARTING, Direction.UPLOAD): QT_TR_NOOP("1fichier is asked which server to send it to."),
    (State.STARTING, Direction.DOWNLOAD): QT_TR_NOOP("1fichier is asked where to fetch it from."),
    (State.MOVING, Direction.UPLOAD): QT_TR_NOOP("It is on its way to 1fichier."),
    (State.MOVING, Direction.DOWNLOAD): QT_TR_NOOP("It is on its way to this computer."),
    (State.FINISHING, Direction.UPLOAD): QT_TR_NOOP("All of it was sent, and 1fichier is storing it."),
    (State.FINISHING, Direction.DOWNLOAD): QT_TR_NOOP("All of it came, and goes to the disk."),
    (State.VERIFYING, Direction.UPLOAD): QT_TR_NOOP("Its checksum is compared with 1fichier's."),
    (State.VERIFYING, Direction.DOWNLOAD): QT_TR_NOOP("Its checksum is compared with 1fichier's."),
    (State.RETRYING, Direction.UPLOAD): QT_TR_NOOP("It was put off until then."),
    (State.PAUSED, Direction.UPLOAD): QT_TR_NOOP("When you resume it, it is sent from the start."),
    (State.PAUSED, Direction.DOWNLOAD): QT_TR_NOOP("When you resume it, it goes on where it was."),
}

_DONE: Final = {
    Verification.VERIFIED: QT_TR_NOOP("Done"),
    Verification.PENDING: QT_TR_NOOP("Done"),
    Verification.UNAVAILABLE: QT_TR_NOOP("Done (not verified)"),
    Verification.OFF: QT_TR_NOOP("Done (not verified)"),
    Verification.DIFFERS: QT_TR_NOOP("Done (checksum differs)"),
}

_UNFETCHED: Final = {
    Unfetched.SAME: (
        QT_TR_NOOP("Already here"),
        QT_TR_NOOP("The same file was already on this computer, and was not fetched again."),
    ),
    Unfetched.LEFT: (
        QT_TR_NOOP("Skipped"),
        QT_TR_NOOP("A file of this name was already on this computer, and stayed as it was."),
    ),
}


def state_words(transfer: Transfer, now: float, waits: str = "") -> str:
    """The status column: "Uploading", "Waiting for network", "Failed: disk full". ``now``: since 1970.

    ``waits``: why what is queued waits, if not for its turn.
    """
    if transfer.state is State.QUEUED and waits:
        return waits
    if transfer.unfetched is not None:
        return tr(_UNFETCHED[transfer.unfetched][0])
    if transfer.state is State.DONE:
        return _with_reason(tr(_DONE[transfer.verification]), transfer.error)
    if transfer.state is State.RETRYING:
        return _retrying(transfer.error, transfer.retry_at, now)
    if transfer.state is State.NEEDS_ANSWER:
        return _with_reason(tr("Needs your answer"), transfer.error)
    if transfer.state is State.FAILED:
        return _with_reason(tr("Failed"), transfer.error)
    return tr(_PLAIN[transfer.state, transfer.direction])


def state_sentence(transfer: Transfer) -> str:
    """What the status means, for a tool tip; of a row without an error."""
    if transfer.unfetched is not None:
        return unfetched_words(transfer.unfetched)
    if transfer.state is State.DONE:
        return f"{verification_words(transfer.verification)}."
    sentence = _SENTENCES.get((transfer.state, transfer.direction), "")
    return tr(sentence) if sentence else ""


def unfetched_words(why: Unfetched) -> str:
    """Why a download that is done brought nothing, as a sentence."""
    return tr(_UNFETCHED[why][1])


def live_state_words(state: State, direction: Direction) -> str:
    """The status of a running transfer, from its live figures alone."""
    return tr(_PLAIN.get((state, direction), _PLAIN[State.QUEUED, direction]))


def cooling_words(until: float) -> str:
    """ "Cooling down until 14:05"."""
    return tr("Cooling down until {time}", time=numbers.clock_time(until))


def direction_words(direction: Direction) -> str:
    """ "Upload" or "Download", for the direction's icon."""
    return tr("Upload", "noun") if direction is Direction.UPLOAD else tr("Download", "noun")


def priority_words(priority: Priority) -> str:
    """The priority column."""
    return {
        Priority.NOW: tr("Now"),
        Priority.HIGH: tr("High"),
        Priority.NORMAL: tr("Normal"),
        Priority.LOW: tr("Low"),
    }[priority]


def verification_words(verification: Verification) -> str:
    """What is known about the bytes, for details and the checksum column."""
    return {
        Verification.PENDING: tr("Not verified yet"),
        Verification.VERIFIED: tr("Verified: the checksum is the same"),
        Verification.UNAVAILABLE: tr("Not verified: no checksum to compare"),
        Verification.OFF: tr("Not verified: switched off in the settings"),
        Verification.DIFFERS: tr("The checksum differs"),
    }[verification]


def _retrying(error: AppError | None, retry_at: float | None, now: float) -> str:
    if isinstance(error, NetworkProblem):
        return tr("Waiting for network")
    if isinstance(error, ServiceBusy) and retry_at is not None and retry_at > now:
        return cooling_words(retry_at)
    if retry_at is None:
        return tr("Waiting")
    if error is None:
        return starts_at_words(retry_at) if retry_at > now else tr("Waiting")
    reason = error_words(error).brief
    return tr("Waiting {countdown}: {reason}", countdown=numbers.countdown(retry_at - now), reason=reason)


def _with_reason(state: str, error: AppError | None) -> str:
    return state if error is None else tr("{state}: {reason}", state=state, reason=error_words(error).brief)
