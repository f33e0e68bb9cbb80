"""The request budget in one glance: what is spent, what waits and why, what may not be asked again yet."""

from enum import StrEnum

from fichier_gui.domain.errors import AppError
from fichier_gui.domain.values import value


class WaitReason(StrEnum):
    """Why a request does not leave at once."""

    TURN = "turn"
    """So many a second, one after the other."""
    PAUSE = "pause"
    """The service asked for patience."""
    PROBE = "probe"
    """The pause is over; one request looks whether the service agrees."""
    REFUSALS = "refusals"
    """The service refused several requests lately: too many of them ban the address."""
    FOLDER = "folder"
    """This folder was read less than half a minute ago."""
    ACCOUNT = "account"
    """The account was asked for less than five minutes ago."""
    WHOLE_LIST = "whole_list"
    """The list of all files was asked for less than an hour ago."""


@value
class RequestWait:
    """Requests that wait for one reason."""

    reason: WaitReason
    count: int
    subject: int | None = None
    """The folder, where the reason is one."""
    until: float | None = None
    """When the first of them may leave, seconds since 1970; None where only others are before it."""


@value
class RequestTimer:
    """What was asked and may not be asked again before ``until``, seconds since 1970."""

    reason: WaitReason
    """``FOLDER``, ``ACCOUNT`` or ``WHOLE_LIST``."""
    until: float
    subject: int | None = None


@value
class BudgetSnapshot:
    """The budget in one glance, for the gauge. Times are seconds since 1970."""

    available: float = 1.0
    """0 … 1 of what may be asked right now."""
    spent_minute: int = 0
    spent_hour: int = 0
    """Requests that left in the last minute and in the last hour, those of earlier runs included."""
    waits: tuple[RequestWait, ...] = ()
    timers: tuple[RequestTimer, ...] = ()
    """The next to end first."""
    paused_until: float | None = None
    pause_error: AppError | None = None

    @property
    def waiting(self) -> int:
        """How many requests wait."""
        return sum(wait.count for wait in self.waits)

    @property
    def next_account_at(self) -> float | None:
        """When ``user/info`` may be asked again; None: now."""
        ends = [timer.until for timer in self.timers if timer.reason is WaitReason.ACCOUNT]
        return max(ends, default=None)
