"""Transfers: what one is, the states it may be in, and which change of state is allowed."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Final

from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import BatchId, FileUrl, FolderId, TransferId
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.values import value


class Direction(StrEnum):
    """Which way the bytes go."""

    UPLOAD = "upload"
    DOWNLOAD = "download"


class State(StrEnum):
    """Where a transfer stands. The journal stores these words."""

    QUEUED = "queued"
    """Waits for a free place."""
    STARTING = "starting"
    """Asks for an upload node or a download link."""
    MOVING = "moving"
    """Bytes go."""
    FINISHING = "finishing"
    """Upload: the body was sent, the service stores it. Download: last bytes to disk."""
    VERIFYING = "verifying"
    """The checksum is computed or compared."""
    RETRYING = "retrying"
    """Waits until ``retry_at`` because of ``error``, then goes on by itself. No error: it was put off."""
    PAUSED = "paused"
    NEEDS_ANSWER = "needs_answer"
    """Waits for the user because of ``error``."""
    FAILED = "failed"
    DONE = "done"


ACTIVE: Final = frozenset({State.STARTING, State.MOVING, State.FINISHING, State.VERIFYING})
WAITING: Final = frozenset({State.QUEUED, State.RETRYING})
ENDED: Final = frozenset({State.FAILED, State.DONE})

_HALT: Final = frozenset({State.PAUSED, State.QUEUED, State.RETRYING, State.NEEDS_ANSWER, State.FAILED})

ALLOWED: Final[Mapping[State, frozenset[State]]] = MappingProxyType(
    {
        State.QUEUED: frozenset({State.STARTING, State.PAUSED, State.NEEDS_ANSWER, State.FAILED, State.DONE}),
        State.STARTING: _HALT | {State.MOVING, State.FINISHING, State.VERIFYING, State.DONE},
        State.MOVING: _HALT | {State.FINISHING, State.VERIFYING, State.STARTING, State.DONE},
        State.FINISHING: _HALT | {State.VERIFYING, State.DONE},
        State.VERIFYING: _HALT | {State.DONE},
        State.RETRYING: frozenset({State.QUEUED, State.PAUSED, State.STARTING, State.FAILED}),
        State.PAUSED: frozenset({State.QUEUED, State.FAILED}),
        State.NEEDS_ANSWER: frozenset({State.QUEUED, State.PAUSED, State.FAILED, State.DONE}),
        State.FAILED: frozenset({State.QUEUED}),
        State.DONE: frozenset(),
    }
)
"""Allowed changes. A change to the same state is always allowed (new facts, same state)."""


class Verification(StrEnum):
    """What is known about the bytes."""

    PENDING = "pending"
    VERIFIED = "verified"
    UNAVAILABLE = "unavailable"
    """No Whirlpool provider here, or the service gave no checksum: "Done (not verified)"."""
    OFF = "off"
    DIFFERS = "differs"


class Unfetched(StrEnum):
    """Why a download that is done brought nothing."""

    SAME = "same"
    """The same file was on this computer."""
    LEFT = "left"
    """Another file of its name was, and stayed as it was."""


class ConflictRule(StrEnum):
    """What to do when a local file of the name exists."""

    ASK = "ask"
    SKIP_SAME = "skip_same"
    """Skip if the content is the same, else keep both."""
    KEEP_BOTH = "keep_both"
    REPLACE = "replace"
    SKIP = "skip"


class TwinRule(StrEnum):
    """What to do with an upload when the remote folder has a file of the name; both can exist there."""

    ASK = "ask"
    KEEP_BOTH = "keep_both"
    SKIP = "skip"
    REPLACE = "replace"
    """The older file is deleted once the new one is there and verified."""


class Answer(StrEnum):
    """What the user may answer to a transfer that needs one."""

    SKIP_SAME = "skip_same"
    """Skip if the local file has the content, else keep both."""
    KEEP_BOTH = "keep_both"
    REPLACE = "replace"
    SKIP = "skip"
    SEND_AGAIN = "send_again"
    DOWNLOAD_AGAIN = "download_again"
    KEEP_ANYWAY = "keep_anyway"
    """Checksum differs: give the bytes the final name all the same, marked *differs*."""
    USE_CREDITS = "use_credits"
    """Spend CDN credits for this file, this time."""


class Move(StrEnum):
    """Change of place in the queue."""

    TOP = "top"
    UP = "up"
    DOWN = "down"
    BOTTOM = "bottom"


class Priority(IntEnum):
    """Which of the rows that wait starts first; among equals their place decides. The journal stores it."""

    LOW = -1
    NORMAL = 0
    HIGH = 1
    NOW = 2
    """Begins at once, even where as many run as the user allows; the service's own limits hold."""


@value
class NewUpload:
    """A file to send. ``path`` is absolute."""

    path: str
    name: str
    """The name to store, as the user wrote it; it is encoded for the service when sent."""
    size: int
    folder_id: FolderId
    folder_path: str
    """Shown only, such as ``/Films/2024``."""
    mtime_ns: int = 0
    start_at: float | None = None
    """Seconds since 1970: until then it waits as *Retrying*, without an error."""
    part_offset: int | None = None
    """Of a part: ``size`` bytes of the source from here on. None: the whole file."""
    source_size: int | None = None
    """Of a part: bytes of the whole source, which stays as it is until the last part is sent."""
    priority: Priority = Priority.NORMAL
    rate: int = 0
    """The user's limit for this one, bytes a second; 0 for none."""


@value
class NewDownload:
    """A file to fetch into ``folder`` (absolute) under ``name`` (already safe for this system)."""

    url: FileUrl
    name: str
    size: int
    folder: str
    remote_folder_path: str = ""
    checksum: str | None = None
    conflict: ConflictRule = ConflictRule.SKIP_SAME
    is_protected: bool = False
    """The service is said to want a password."""
    password: Secret | None = None
    """Of a protected file. Kept in memory only: no row of the journal holds it."""
    priority: Priority = Priority.NORMAL
    rate: int = 0
    """The user's limit for this one, bytes a second; 0 for none."""


NewTransfer = NewUpload | NewDownload


@value
class Transfer:
    """One row of the journal. Sizes in bytes, times in seconds since 1970."""

    id: TransferId
    batch_id: BatchId
    direction: Direction
    state: State
    name: str
    size: int
    local_path: str
    """Upload: the source. Download: the final path."""
    remote_folder_path: str
    added_at: float
    position: int
    folder_id: FolderId | None = None
    url: FileUrl | None = None
    """Download: what is fetched. Upload: the link, once it exists."""
    done: int = 0
    """Bytes that are safe: on disk for a download, sent in this attempt for an upload."""
    checksum: str | None = None
    """What the service says."""
    local_checksum: str | None = None
    verification: Verification = Verification.PENDING
    error: AppError | None = None
    retry_at: float | None = None
    attempts: int = 0
    finished_at: float | None = None
    stored_name: str | None = None
    """The name the service (upload) or this program (download, keep both) really used, if it differs."""
    mtime_ns: int = 0
    node_host: str | None = None
    node_id: str | None = None
    node_at: float | None = None
    """When the node was given, seconds since 1970."""
    body_sent: bool = False
    """Upload: the last bytes were, or were about to be, handed over: the service may have the file."""
    part_path: str | None = None
    """Download: where the bytes are until the file has its final name."""
    keep_anyway: bool = False
    """Download: the user wants the bytes although their checksum differs."""
    etag: str | None = None
    conflict: ConflictRule = ConflictRule.SKIP_SAME
    use_credits: bool = False
    parts: str | None = None
    """Download: which bytes of the part file are good; None where all of them are, up to its end."""
    part_offset: int | None = None
    """Upload of a part: where it begins in the source; ``size`` is its length. None: the whole file."""
    source_size: int | None = None
    """Upload of a part: bytes of the whole source."""
    rate: int = 0
    """The user's limit for this one, bytes a second; 0 for none. It may be set while the transfer runs."""
    priority: Priority = Priority.NORMAL
    """Set by the user, perhaps while the transfer runs."""
    is_protected: bool = False
    """Download: the service wants a password, or is said to."""
    moving_time: float = 0.0
    """Seconds that it took to move the bytes so far, pauses and waits not counted."""

    @property
    def average_speed(self) -> float:
        """Bytes a second; 0 when unknown."""
        return self.done / self.moving_time if self.moving_time > 0 else 0.0

    @property
    def unfetched(self) -> Unfetched | None:
        """Of a download that is done; None where its bytes came."""
        if self.state is not State.DONE or self.direction is not Direction.DOWNLOAD:
            return None
        if self.verification is Verification.VERIFIED and self.local_checksum is None:
            # Bytes that come are hashed before they are called verified.
            return Unfetched.SAME
        is_left = self.conflict is ConflictRule.SKIP and self.verification is Verification.OFF
        return Unfetched.LEFT if is_left and self.done < self.size else None


@value
class Progress:
    """A live figure of one running transfer, pulled by the window."""

    id: TransferId
    batch_id: BatchId
    state: State
    done: int
    size: int
    speed: float
    """Bytes a second; 0 when unknown."""
    seconds_left: float | None
    connections: int = 1
    average_speed: float = 0.0
    """Bytes a second, all the time counted that bytes were on their way; 0 when unknown."""


class QueueColumn(StrEnum):
    """What the transfer list can be ordered by."""

    POSITION = "position"
    CURRENT = "current"
    """As the queue, but what is done comes last: what moves is in sight however much has been done."""
    NAME = "name"
    SIZE = "size"
    STATE = "state"
    ADDED = "added_at"
    FOLDER = "remote_folder_path"
    DIRECTION = "direction"
    PRIORITY = "priority"
    """The first to start comes first."""
    LOCAL = "local_path"
    REMAINING = "remaining"
    FINISHED = "finished_at"
    CHECKSUM = "verification"
    ATTEMPTS = "attempts"
    LINK = "url"


class QueueFilter(StrEnum):
    """The tabs of the transfer list."""

    ALL = "all"
    ACTIVE = "active"
    WAITING = "waiting"
    ATTENTION = "attention"
    FAILED = "failed"
    DONE = "done"


@value
class QueueCounts:
    """How many rows each tab holds. ``waiting`` includes paused rows."""

    active: int = 0
    waiting: int = 0
    attention: int = 0
    failed: int = 0
    done: int = 0
    paused: int = 0

    @property
    def total(self) -> int:
        """All rows; paused ones are counted in ``waiting``."""
        return self.active + self.waiting + self.attention + self.failed + self.done


@value
class QueueSummary:
    """The queue in one glance, for the status bar, the tray and the title."""

    counts: QueueCounts
    upload_speed: float = 0.0
    download_speed: float = 0.0
    bytes_done: int = 0
    bytes_total: int = 0
    """Of what is active or waiting, plus what ended since the queue was last empty."""
    seconds_left: float | None = None
    is_paused: bool = False
    paused_until: float | None = None
    """End of the service's cool-down, seconds since 1970."""
    is_off: bool = False
    """The user's schedule lets nothing move now."""
    off_until: float | None = None
    """Until then, seconds since 1970; None: nobody knows."""
    scans: int = 0
    """Looks at folders for what is to be added; they halt while the queue is paused."""

    @property
    def fraction(self) -> float | None:
        """0 … 1, or None when nothing is to be moved."""
        return self.bytes_done / self.bytes_total if self.bytes_total else None


def may_change(before: State, after: State) -> bool:
    """True when the journal may write ``after`` over ``before``."""
    return before == after or after in ALLOWED[before]
