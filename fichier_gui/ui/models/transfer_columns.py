"""The columns of the transfer list as data, and the texts of a row."""

from collections.abc import Callable
from dataclasses import dataclass

from fichier_gui.domain.errors import NetworkProblem
from fichier_gui.domain.transfers import (
    ACTIVE,
    Direction,
    Progress,
    QueueColumn,
    State,
    Transfer,
    Unfetched,
    Verification,
)
from fichier_gui.ui import wording
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr


@dataclass(frozen=True, slots=True)
class Shown:
    """One row as it is shown now: the journal's row, the live figures over it, and the time."""

    transfer: Transfer
    live: Progress | None
    now: float
    waits: str = ""
    """Why what is queued waits, if not for its turn."""
    level: int = 0
    """How far in its name begins: 1 beside batches, 2 inside of one."""

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.transfer.state

    @property
    def done(self) -> int:
        """Bytes moved."""
        return self.live.done if self.live is not None else self.transfer.done

    @property
    def percent(self) -> int | None:
        """0 … 100; None while there is nothing to measure. 100 only at the very end."""
        transfer = self.transfer
        if transfer.state is State.DONE:
            return 100
        if transfer.size <= 0:
            return None
        return min(99, self.done * 100 // transfer.size)

    @property
    def speed(self) -> float:
        """Bytes a second, 0 while nothing moves."""
        return self.live.speed if self.live is not None and self.transfer.state is State.MOVING else 0.0

    @property
    def seconds_left(self) -> float | None:
        """None while nobody can know."""
        if self.live is None or self.transfer.state is not State.MOVING:
            return None
        return self.live.seconds_left


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``sample`` is the longest usual text, its source if it is translated: the column's first
    width. Of figures it is written when it is asked for, as the language writes them."""

    title: str
    order: QueueColumn | None
    text: Callable[[Shown], str]
    sample: str | Callable[[], str]
    is_number: bool = False
    is_optional: bool = False
    """Shown when the user asks for it."""


def _nothing(_: Shown) -> str:
    return ""


def _name(shown: Shown) -> str:
    return shown.transfer.name


def _size(shown: Shown) -> str:
    return wording.size(shown.transfer.size)


def _percent(shown: Shown) -> str:
    return "" if shown.percent is None else wording.percent(shown.percent / 100)


def _state(shown: Shown) -> str:
    return wording.state_words(shown.transfer, shown.now, shown.waits)


def _speed(shown: Shown) -> str:
    return wording.speed(shown.speed) if shown.speed > 0 else ""


def _average(shown: Shown) -> str:
    speed = shown.transfer.average_speed if shown.live is None else shown.live.average_speed
    return wording.speed(speed) if speed > 0 else ""


def _left(shown: Shown) -> str:
    left = shown.seconds_left
    return "" if left is None else wording.duration(left)


def _limit(shown: Shown) -> str:
    return wording.speed(shown.transfer.rate) if shown.transfer.rate else ""


def _priority(shown: Shown) -> str:
    return wording.priority_words(shown.transfer.priority)


def _folder(shown: Shown) -> str:
    return shown.transfer.remote_folder_path


def _remaining(shown: Shown) -> str:
    transfer = shown.transfer
    is_over = transfer.state is State.DONE or transfer.size <= 0
    return "" if is_over else wording.size(max(0, transfer.size - shown.done))


def _connections(shown: Shown) -> str:
    is_moving = shown.live is not None and shown.transfer.state is State.MOVING
    return wording.count(shown.live.connections) if is_moving and shown.live is not None else ""


def _local(shown: Shown) -> str:
    return shown.transfer.local_path


def _added(shown: Shown) -> str:
    return wording.date(shown.transfer.added_at, shown.now)


def _finished(shown: Shown) -> str:
    at = shown.transfer.finished_at
    return "" if at is None else wording.date(at, shown.now)


def _checksum(shown: Shown) -> str:
    transfer = shown.transfer
    is_told = transfer.state is State.DONE and transfer.unfetched is not Unfetched.LEFT
    return wording.verification_words(transfer.verification) if is_told else ""


def _attempts(shown: Shown) -> str:
    return wording.count(shown.transfer.attempts) if shown.transfer.attempts else ""


def _link(shown: Shown) -> str:
    return shown.transfer.url or ""


def _a_size() -> str:
    return wording.size(88_800_000)


def _a_speed() -> str:
    return wording.speed(88_800_000)


def _a_duration() -> str:
    return wording.duration(20 * 60 + 40)


COLUMNS = (
    Column(QT_TR_NOOP("Direction"), QueueColumn.DIRECTION, _nothing, ""),
    Column(QT_TR_NOOP("Name"), QueueColumn.NAME, _name, "a-rather-long-file-name.mkv"),
    Column(QT_TR_NOOP("Size"), QueueColumn.SIZE, _size, _a_size, is_number=True),
    Column(QT_TR_NOOP("Progress"), None, _percent, "100 %   100 % 10"),
    Column(
        QT_TR_NOOP("Status"), QueueColumn.STATE, _state, QT_TR_NOOP("Needs your answer: checksum differs")
    ),
    Column(QT_TR_NOOP("Speed"), None, _speed, _a_speed, is_number=True),
    Column(QT_TR_NOOP("Time left"), None, _left, _a_duration, is_number=True),
    Column(QT_TR_NOOP("Remaining"), QueueColumn.REMAINING, _remaining, _a_size, True, True),
    Column(QT_TR_NOOP("Average speed"), None, _average, _a_speed, True, True),
    Column(QT_TR_NOOP("Connections"), None, _connections, "10", True, True),
    Column(QT_TR_NOOP("Remote folder"), QueueColumn.FOLDER, _folder, "/Backups/Servers"),
    Column(QT_TR_NOOP("Limit"), None, _limit, _a_speed, True, True),
    Column(QT_TR_NOOP("Priority"), QueueColumn.PRIORITY, _priority, "Normal", is_optional=True),
    Column(QT_TR_NOOP("Local path"), QueueColumn.LOCAL, _local, "/home/somebody/Downloads", is_optional=True),
    Column(QT_TR_NOOP("Added"), QueueColumn.ADDED, _added, "", is_optional=True),
    Column(QT_TR_NOOP("Finished"), QueueColumn.FINISHED, _finished, "", is_optional=True),
    Column(
        QT_TR_NOOP("Checksum"),
        QueueColumn.CHECKSUM,
        _checksum,
        QT_TR_NOOP("Not verified yet"),
        is_optional=True,
    ),
    Column(QT_TR_NOOP("Attempts"), QueueColumn.ATTEMPTS, _attempts, "5", True, True),
    Column(QT_TR_NOOP("Link"), QueueColumn.LINK, _link, "https://1fichier.com/?abcdefgh", is_optional=True),
)
DIRECTION, NAME, SIZE, PROGRESS, STATUS, SPEED, LEFT, REMAINING, AVERAGE, CONNECTIONS, FOLDER = range(11)
LIMIT, PRIORITY, LOCAL, ADDED, FINISHED, CHECKSUM, ATTEMPTS, LINK = range(11, len(COLUMNS))
LIVE_FIRST, LIVE_LAST = PROGRESS, CONNECTIONS
"""The columns that change while bytes move."""


def title(section: int) -> str:
    """The heading of a column, in the user's language."""
    return tr(COLUMNS[section].title)


def samples(section: int) -> tuple[str, ...]:
    """A column's heading and the longest usual texts below it, in the user's language: its first width."""
    dates = wording.longest_dates() if section in (ADDED, FINISHED) else ()
    sample = COLUMNS[section].sample
    return (title(section), sample() if callable(sample) else tr(sample), *dates)


def direction_icon(transfer: Transfer) -> tuple[str, Tint]:
    """The icon for a row's direction, and its colour."""
    return ("arrow-up" if transfer.direction is Direction.UPLOAD else "arrow-down"), Tint.MUTED


STATE_ICONS = {
    State.QUEUED: ("clock", Tint.MUTED),
    State.STARTING: ("transfers", Tint.MUTED),
    State.RETRYING: ("clock", Tint.MUTED),
    State.MOVING: ("transfers", Tint.ACCENT),
    State.FINISHING: ("cloud", Tint.MUTED),
    State.VERIFYING: ("shield", Tint.MUTED),
    State.PAUSED: ("pause", Tint.MUTED),
    State.NEEDS_ANSWER: ("help", Tint.WARNING),
    State.FAILED: ("error", Tint.BAD),
    State.DONE: ("check", Tint.MUTED),
}


def state_icon(transfer: Transfer) -> tuple[str, Tint]:
    """The icon for a row's state, and its colour."""
    if transfer.state is State.DONE and transfer.verification is Verification.VERIFIED:
        return "check-circle", Tint.GOOD
    if transfer.state is State.DONE and transfer.verification is Verification.DIFFERS:
        return "alert", Tint.WARNING
    if transfer.state is State.RETRYING and isinstance(transfer.error, NetworkProblem):
        return "cloud-off", Tint.MUTED
    return STATE_ICONS[transfer.state]


def sentence(shown: Shown) -> str:
    """The whole row for a screen reader: ``film.mkv, downloading, 43 %, 12 MB/s, 3 min left``."""
    transfer = shown.transfer
    parts = [transfer.name, wording.direction_words(transfer.direction), _state(shown)]
    if transfer.state in ACTIVE or transfer.state is State.PAUSED:
        parts.append(_percent(shown))
    parts.append(_speed(shown))
    if shown.seconds_left is not None:
        parts.append(wording.time_left(shown.seconds_left))
    return ", ".join(part for part in parts if part)


def why(transfer: Transfer) -> str:
    """What happened, what follows, what can be done: the three parts of the row's error, a line each."""
    words = wording.transfer_words(transfer)
    if words is None:
        return ""
    return "\n".join(part for part in (words.happened, words.follows, words.action_label) if part)
