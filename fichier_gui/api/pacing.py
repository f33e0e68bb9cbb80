"""How often the service may be asked: the numbers, and the pure arithmetic behind the request budget.

The service allows three calls a second, one listing of a folder in 30 s, one ``user/info`` in five
minutes and one listing of the whole account in an hour; a breach locks the address. All numbers here stay
below that.
"""

from collections import deque
from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Final

SECOND: Final = 1.0
"""The time in which the service counts calls."""

LONGEST_WAY: Final = 3.0
"""Seconds that a call may be on its way before it must have arrived."""


class Priority(IntEnum):
    """Who goes first."""

    CLICK = 0
    """The user waits for it."""
    TRANSFER = 1
    BACKGROUND = 2


class Kind(Enum):
    """What is asked, as far as the limits tell it apart."""

    CALL = "call"
    FOLDER = "folder"
    """``folder/ls``: once in 30 s for each folder (``subject``)."""
    FILES = "files"
    """``file/ls`` of one folder: counted apart from ``folder/ls``."""
    WHOLE_LIST = "whole_list"
    """``file/ls`` with -1: once in an hour."""
    ACCOUNT = "account"
    """``user/info``: once in five minutes."""
    NODE = "node"
    """``end.pl`` on an upload node: another machine, which does not count API calls."""
    SITE = "site"
    """The web site's own pages."""


class Lane(Enum):
    """Machines that count apart."""

    API = "api"
    NODE = "node"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class BudgetRules:
    """All in seconds, counts as such."""

    windows: tuple[tuple[int, float], ...] = ((2, 1.0), (3, 1.6))
    """At most so many calls leave in any stretch of so many seconds.

    The service allows three to *arrive* in a second, as many as the largest count here: :class:`Pace` sees to
    that. The windows keep calls apart as far as clients are known to do well.
    """
    transfer_gap: float = 0.5
    background_gap: float = 1.0
    background_listing_gap: float = 3.0
    node_gap: float = 0.25
    site_gap: float = 2.5
    folder_every: float = 30.5
    account_every: float = 301.0
    account_every_address: float = 61.0
    """Between two ``user/info`` whatever the account."""
    whole_list_every: float = 3605.0
    patience: float = 20.0
    """Background work that waited so long is treated as a transfer, so that it is never starved."""
    refusals_within: float = 60.0
    """Refused calls (401, 403, 404, 410) are counted over so many seconds: twenty of them ban the address."""
    refusal_gaps: tuple[tuple[int, float], ...] = ((12, 10.0), (8, 3.0), (4, 1.0))
    """From so many refusals on, so much is added to the gap; the first row holds for clicks too."""

    def lanes(self, kind: Kind) -> tuple[Lane, ...]:
        """Where a call of this kind is counted. Pages of the site count as calls too."""
        if kind is Kind.NODE:
            return (Lane.NODE,)
        return (Lane.API, Lane.SITE) if kind is Kind.SITE else (Lane.API,)

    def every(self, kind: Kind) -> float:
        """Seconds between two calls about one subject; 0 when there is no such limit."""
        return {
            Kind.FOLDER: self.folder_every,
            Kind.FILES: self.folder_every,
            Kind.WHOLE_LIST: self.whole_list_every,
            Kind.ACCOUNT: self.account_every,
        }.get(kind, 0.0)

    def gap(self, lane: Lane, kind: Kind, priority: Priority) -> float:
        """Seconds since the last call of the lane before this one may leave."""
        if lane is not Lane.API:
            return self.node_gap if lane is Lane.NODE else self.site_gap
        if priority is Priority.CLICK:
            return 0.0
        if priority is Priority.TRANSFER:
            return self.transfer_gap
        listing = kind in (Kind.FOLDER, Kind.FILES, Kind.WHOLE_LIST)
        return self.background_listing_gap if listing else self.background_gap


@dataclass(slots=True)
class _Call:
    """One that left, and when it has arrived at the latest."""

    left: float
    arrived: float


class Pace:
    """The recent calls of one lane. Times are steady seconds.

    What counts is when calls *arrive*, which nobody here can see: a network that stalls lets those that left
    apart arrive together. So a further call waits, besides the windows, until a second after the call before
    the last ones had surely arrived: it was answered, or left :data:`LONGEST_WAY` ago.
    """

    def __init__(self, rules: BudgetRules) -> None:
        self._rules = rules
        self._most = max(count for count, _ in rules.windows)
        self._calls: deque[_Call] = deque(maxlen=self._most)

    def due(self, gap: float) -> float:
        """When the next call may leave; in the past if at once."""
        if not self._calls:
            return float("-inf")
        due = self._calls[-1].left + gap
        for count, seconds in self._rules.windows:
            if len(self._calls) >= count:
                due = max(due, self._calls[-count].left + seconds)
        if len(self._calls) == self._most:
            due = max(due, self._calls[0].arrived + SECOND)
        return due

    def fill(self, until: float) -> None:
        """Begin as if all that is allowed had left at ``until``: an earlier run may have done so."""
        self._calls.extend(_Call(until, until) for _ in range(self._most))

    def take(self, now: float) -> None:
        """A call leaves."""
        self._calls.append(_Call(now, now + LONGEST_WAY))

    def answered(self, taken: float, now: float) -> None:
        """The call that left at ``taken`` came to its end ``now``."""
        for call in self._calls:
            if call.left == taken:
                call.arrived = min(call.arrived, now)

    def give_back(self, taken: float) -> None:
        """The call that was to leave at ``taken`` never did."""
        for call in self._calls:
            if call.left == taken:
                self._calls.remove(call)
                return

    def free(self, now: float) -> float:
        """0 … 1: how much of the windows is left."""
        return min(
            1.0 - sum(1 for call in self._calls if call.left > now - seconds) / count
            for count, seconds in self._rules.windows
        )


class Refusals:
    """The calls that the service refused lately: the more there are, the slower the next ones leave."""

    def __init__(self, rules: BudgetRules) -> None:
        self._rules = rules
        self._at: deque[float] = deque()

    def add(self, now: float) -> None:
        """A call was refused."""
        self._at.append(now)

    def gap(self, now: float, priority: Priority) -> float:
        """What is added to the gap before the next call."""
        while self._at and self._at[0] <= now - self._rules.refusals_within:
            self._at.popleft()
        rows = self._rules.refusal_gaps
        shown = rows[:1] if priority is Priority.CLICK else rows
        return next((gap for count, gap in shown if len(self._at) >= count), 0.0)
