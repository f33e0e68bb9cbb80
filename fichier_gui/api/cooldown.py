"""The cool-down after a flood answer: how long, how often in a row, and what of it survives a restart."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from fichier_gui.domain import errors
from fichier_gui.domain.error_leaves import restore
from fichier_gui.domain.errors import AppError, Fact
from fichier_gui.domain.waiting import HARD_LOCK_WAIT, MAINTENANCE_WAIT, flood_wait

PAUSING: Final = (
    errors.FloodLocked,
    errors.AddressLocked,
    errors.TooManyRequests,
    errors.Maintenance,
)
"""Answers after which every request of the program waits."""

_LONGEST: Final = 2 * HARD_LOCK_WAIT


class BudgetMemory(Protocol):
    """Where the budget's state is kept between runs: one short text."""

    def load(self) -> str | None:
        """The text last saved, or None."""
        ...

    def save(self, text: str) -> None:
        """Keep ``text``. Called in a worker thread, one call at a time."""
        ...


@dataclass(frozen=True, slots=True)
class Pause:
    """A running cool-down. Seconds since 1970, so that it means the same after a restart."""

    since: float
    until: float
    error: AppError

    def error_at(self, now: float) -> AppError:
        """For whom the service is not asked at all, hence the fact ``unasked``; ``wait`` is what is left."""
        left = with_wait(self.error, max(0.0, self.until - now))
        return type(left)(left.detail, **{**left.facts, "unasked": True})


@dataclass(frozen=True, slots=True)
class Remembered:
    """What survives a restart. ``next_at``: when a subject may be asked again, by ``kind:subject``."""

    pause: Pause | None = None
    strikes: int = 0
    next_at: Mapping[str, float] = field(default_factory=dict)
    busy_until: float = 0.0
    """No call left after this moment: a run that starts before it must not begin with a burst."""
    spent: Mapping[int, int] = field(default_factory=dict)
    """Requests that left, by minute since 1970."""


def with_wait(error: AppError, wait: float) -> AppError:
    """``error`` with the fact ``wait``."""
    facts: dict[str, Fact] = {**error.facts, "wait": round(wait, 1)}
    return type(error)(error.detail, **facts)


def moved(pause: Pause, seconds: float) -> Pause:
    """The same cool-down by a clock that was set forward by so much."""
    return replace(pause, since=pause.since + seconds, until=pause.until + seconds)


def pause_for(error: AppError, strike: int, now: float) -> Pause:
    """The cool-down that an answer asks for; the service's own figure wins when it is longer."""
    if isinstance(error, errors.AddressLocked):
        wait = HARD_LOCK_WAIT
    elif isinstance(error, errors.Maintenance):
        wait = MAINTENANCE_WAIT
    else:
        wait = flood_wait(strike)
    said = error.facts.get("wait")
    if isinstance(said, int | float):
        wait = max(wait, float(said))
    wait = min(wait, _LONGEST)
    return Pause(now, now + wait, with_wait(error, wait))


def dump(state: Remembered) -> str:
    """The text for :class:`BudgetMemory`."""
    pause = state.pause
    return json.dumps(
        {
            "strikes": state.strikes,
            "next_at": dict(state.next_at),
            "busy_until": state.busy_until,
            "spent": dict(state.spent),
            "pause": None
            if pause is None
            else {
                "since": pause.since,
                "until": pause.until,
                "code": pause.error.code,
                "detail": pause.error.detail,
                "facts": dict(pause.error.facts),
            },
        }
    )


def read(text: str | None, now: float) -> Remembered:
    """What :func:`dump` wrote, less what is over; a damaged text is an empty one.

    No wait may lie further ahead than the longest there is: the clock may have been set back meanwhile.
    """
    try:
        source = json.loads(text or "{}")
        pause = _pause(source.get("pause"), now)
        next_at = {
            str(key): min(float(value), now + _LONGEST)
            for key, value in source.get("next_at", {}).items()
            if float(value) > now
        }
        busy_until = min(float(source.get("busy_until", 0.0)), now)
        spent = {int(minute): int(count) for minute, count in source.get("spent", {}).items()}
        return Remembered(pause, int(source.get("strikes", 0)), next_at, busy_until, spent)
    except (ValueError, TypeError, AttributeError, KeyError):
        return Remembered()


def without_past(state: Remembered, now: float) -> Remembered:
    """``state`` without the waits that are over."""
    return replace(state, next_at={key: at for key, at in state.next_at.items() if at > now})


def _pause(source: Mapping[str, object] | None, now: float) -> Pause | None:
    if not source:
        return None
    until = min(float(str(source["until"])), now + _LONGEST)
    facts = source["facts"]
    if until <= now or not isinstance(facts, dict):
        return None
    error = restore(str(source["code"]), str(source["detail"]), facts)
    return Pause(float(str(source["since"])), until, error)
