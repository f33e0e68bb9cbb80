"""What a row that is taken up again does next: one table for each direction, as pure code.

A run may have ended between any two steps: a kill, a power cut, a pause, a lost connection. What is known is
what the journal says (the phase) and what is found when somebody looks: the part file, the file under the
final name, the service's report, the listing of the folder. The tables ask for a look only where it decides.

That the remote file changed or has gone shows when its bytes are asked for, as an error; what follows from an
error is the table of ``domain.reactions``.
"""

from enum import Enum, auto

from fichier_gui.domain.transfers import Transfer, Verification


class Seen(Enum):
    """What a look showed."""

    UNSEEN = auto()
    """Nobody looked yet."""
    NO = auto()
    YES = auto()


class DownloadPhase(Enum):
    """How far the journal says a download got."""

    NEW = auto()
    """No byte was asked for."""
    FETCHING = auto()
    """Its part file has a name; the bytes were not judged."""
    JUDGED = auto()
    """All bytes came and are good, or the user takes them as they are; they wait for their final name."""
    DIFFERS = auto()
    """All bytes came, and they are not what the service announced."""


class DownloadStep(Enum):
    """What a download does next."""

    APPLY_RULE = auto()
    """See whether its final name is free, and what the user wants if it is not."""
    FETCH = auto()
    """What is missing, be it everything; then hash what has not been hashed."""
    LOOK_FOR_PART = auto()
    LOOK_FOR_FINAL = auto()
    """Whether the final name holds these very bytes."""
    PUBLISH = auto()
    """Give the part file its final name, by the user's rule."""
    FINISH = auto()
    """Its bytes have their name already: only the row is to be written."""
    PUT_ASIDE = auto()
    """Keep the bytes under another name, and ask the user."""
    START_AFRESH = auto()
    """The bytes are gone: forget what is known of them."""


class UploadPhase(Enum):
    """How far the journal says an upload got."""

    UNSENT = auto()
    """The last bytes were not handed over: the service cannot have the file."""
    SENT = auto()
    """They were, or were about to be, and it is known to which node."""
    UNCERTAIN = auto()
    """The row comes from a copy of the journal: it may have been sent since, nobody knows where to."""


class UploadStep(Enum):
    """What an upload does next."""

    SEND = auto()
    ASK_REPORT = auto()
    """``end.pl``, while the service remembers."""
    ASK_FOLDER = auto()
    """Its folder's listing: name, size, checksum or date."""
    CLAIM = auto()
    """The file is there: compare, and take its link."""
    SEND_LATER = auto()
    """It was refused by a busy service and is nowhere: it was not kept."""
    ASK_USER = auto()
    """Nobody can know; sending it again is the user's decision."""


def download_phase(transfer: Transfer) -> DownloadPhase:
    """Of a download's row."""
    match transfer.verification:
        case Verification.PENDING:
            return DownloadPhase.NEW if transfer.part_path is None else DownloadPhase.FETCHING
        case Verification.DIFFERS if not transfer.keep_anyway:
            return DownloadPhase.DIFFERS
        case _:
            return DownloadPhase.JUDGED


def download_step(phase: DownloadPhase, part: Seen, final: Seen) -> DownloadStep:
    """``part``: its part file exists. ``final``: the final name holds these very bytes."""
    match phase:
        case DownloadPhase.NEW:
            return DownloadStep.APPLY_RULE
        case DownloadPhase.FETCHING:
            # A part that vanished is begun again under its name; what has the final name is judged when its
            # turn comes.
            return DownloadStep.FETCH
        case DownloadPhase.DIFFERS:
            if part is Seen.UNSEEN:
                return DownloadStep.LOOK_FOR_PART
            return DownloadStep.PUT_ASIDE if part is Seen.YES else DownloadStep.START_AFRESH
        case DownloadPhase.JUDGED:
            return _judged_step(part, final)


def _judged_step(part: Seen, final: Seen) -> DownloadStep:
    match part, final:
        case Seen.UNSEEN, _:
            return DownloadStep.LOOK_FOR_PART
        case Seen.YES, _:
            return DownloadStep.PUBLISH
        case _, Seen.UNSEEN:
            return DownloadStep.LOOK_FOR_FINAL
        case _, Seen.YES:
            return DownloadStep.FINISH
        case _:
            return DownloadStep.START_AFRESH


def upload_phase(transfer: Transfer) -> UploadPhase:
    """Of an upload's row."""
    if not transfer.body_sent:
        return UploadPhase.UNSENT
    if transfer.node_host is None or transfer.node_id is None:
        return UploadPhase.UNCERTAIN
    return UploadPhase.SENT


def upload_step(phase: UploadPhase, report: Seen, folder: Seen, *, was_busy: bool = False) -> UploadStep:
    """``report``, ``folder``: our file stands in it. ``was_busy``: the body was answered with "not now"."""
    if phase is UploadPhase.UNSENT:
        return UploadStep.SEND
    if Seen.YES in (report, folder):
        return UploadStep.CLAIM
    if phase is UploadPhase.SENT and report is Seen.UNSEEN:
        return UploadStep.ASK_REPORT
    if folder is Seen.UNSEEN:
        return UploadStep.ASK_FOLDER
    if phase is UploadPhase.UNCERTAIN:
        return UploadStep.SEND
    return UploadStep.SEND_LATER if was_busy else UploadStep.ASK_USER
