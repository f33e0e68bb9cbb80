"""The request budget in plain words: what is spent, what waits and why, what may be asked again when."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from fichier_gui.domain.requests import BudgetSnapshot, RequestTimer, RequestWait, WaitReason
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.errors import error_words
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

MOST_LINES: Final = 6
"""Of waits, and of timers: the others are counted."""

_REASONS: Final = {
    WaitReason.TURN: QT_TR_NOOP("%n request(s): at most two leave in a second"),
    WaitReason.PAUSE: QT_TR_NOOP("%n request(s): 1fichier asked for a pause"),
    WaitReason.PROBE: QT_TR_NOOP("%n request(s): one is asking whether the pause is over"),
    WaitReason.REFUSALS: QT_TR_NOOP("%n request(s): slower, after several refusals by 1fichier"),
    WaitReason.FOLDER: QT_TR_NOOP("%n request(s): {folder} was read a moment ago"),
    WaitReason.ACCOUNT: QT_TR_NOOP("%n request(s): the account was read a moment ago"),
    WaitReason.WHOLE_LIST: QT_TR_NOOP("%n request(s): the list of all files was read a moment ago"),
}
_SUBJECTS: Final = {
    WaitReason.FOLDER: QT_TR_NOOP("Folder {folder}"),
    WaitReason.ACCOUNT: QT_TR_NOOP("The account"),
    WaitReason.WHOLE_LIST: QT_TR_NOOP("The list of all files"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing and, at its right, how long it still takes ("0:42") or nothing."""

    text: str
    left: str = ""


@dataclass(frozen=True, slots=True)
class BudgetWords:
    """What a click on the gauge shows. Parts that have nothing to say are empty."""

    state: str
    spent: str
    waits: tuple[Line, ...]
    timers: tuple[Line, ...]
    why: str


def gauge_words(budget: BudgetSnapshot, now: float) -> str:
    """The gauge in one sentence."""
    if budget.paused_until is not None and budget.paused_until > now:
        left = numbers.countdown(budget.paused_until - now)
        return tr("1fichier asked for a pause: {countdown} left.", countdown=left)
    if budget.waiting:
        return tr("%n request(s) waiting: 1fichier limits how often it may be asked.", "", budget.waiting)
    return tr("1fichier can be asked at once.")


def budget_words(budget: BudgetSnapshot, now: float, path_of: Callable[[int], str]) -> BudgetWords:
    """The gauge in full at ``now``; ``path_of`` names a folder."""
    timers = [timer for timer in budget.timers if timer.until > now]
    waits = [_wait_line(wait, now, path_of) for wait in budget.waits]
    lines = [_timer_line(timer, now, path_of) for timer in timers]
    if len(lines) > MOST_LINES:
        more = len(lines) - MOST_LINES + 1
        last = numbers.countdown(timers[-1].until - now)
        lines = [*lines[: MOST_LINES - 1], Line(tr("%n more", "", more), last)]
    return BudgetWords(
        state=_state(budget, now),
        spent=_spent(budget),
        waits=tuple(_cut(waits)),
        timers=tuple(lines),
        why=tr(
            "1fichier locks an address that asks too often. So a folder is read every 30 seconds at most, "
            "the account every 5 minutes, the list of all files once an hour. Files that are moving "
            "need no request."
        ),
    )


def _state(budget: BudgetSnapshot, now: float) -> str:
    if budget.paused_until is None or budget.paused_until <= now:
        return gauge_words(budget, now)
    reason = "" if budget.pause_error is None else error_words(budget.pause_error).happened
    left = tr(
        "{countdown} left: everything that waits goes on by itself then.",
        countdown=numbers.countdown(budget.paused_until - now),
    )
    return f"{reason or tr('1fichier asked for a pause.')} {left}"


def _spent(budget: BudgetSnapshot) -> str:
    if not budget.spent_hour:
        return tr("No request in the last hour.")
    hour = tr("%n request(s) in the last hour", "", budget.spent_hour)
    return tr(
        "{hour}, {count} of them in the last minute.", hour=hour, count=numbers.count(budget.spent_minute)
    )


def _wait_line(wait: RequestWait, now: float, path_of: Callable[[int], str]) -> Line:
    folder = "" if wait.subject is None else path_of(wait.subject)
    text = tr(_REASONS[wait.reason], "", wait.count, folder=folder)
    return Line(text, _left(wait.until, now))


def _timer_line(timer: RequestTimer, now: float, path_of: Callable[[int], str]) -> Line:
    folder = "" if timer.subject is None else path_of(timer.subject)
    return Line(tr(_SUBJECTS[timer.reason], folder=folder), _left(timer.until, now))


def _left(until: float | None, now: float) -> str:
    return "" if until is None or until <= now else numbers.countdown(until - now)


def _cut(lines: list[Line]) -> list[Line]:
    if len(lines) <= MOST_LINES:
        return lines
    return [*lines[: MOST_LINES - 1], Line(tr("%n more", "", len(lines) - MOST_LINES + 1))]
