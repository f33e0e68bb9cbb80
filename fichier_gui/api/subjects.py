"""The limits that belong to one subject: a folder, the account, the whole list; each account has its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from fichier_gui.api.pacing import BudgetRules, Kind
from fichier_gui.domain.requests import RequestTimer, RequestWait, WaitReason

_ADDRESS: Final = "account_address:"
"""``user/info`` of any account."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a call is about, and for which of the profile's accounts."""

    number: int | None = None
    account: str = ""


_REASONS: Final = {
    Kind.FOLDER.value: WaitReason.FOLDER,
    Kind.FILES.value: WaitReason.FOLDER,
    Kind.ACCOUNT.value: WaitReason.ACCOUNT,
    Kind.WHOLE_LIST.value: WaitReason.WHOLE_LIST,
}


class Subjects:
    """When each subject may be asked again, in seconds since 1970."""

    def __init__(self, rules: BudgetRules, next_at: Mapping[str, float]) -> None:
        self._rules = rules
        self._next_at = dict(next_at)

    @property
    def next_at(self) -> Mapping[str, float]:
        """A copy, for what is remembered."""
        return dict(self._next_at)

    def ready_at(self, kind: Kind, subject: Subject, now: float) -> float:
        """``now`` or later."""
        every = self._rules.every(kind)
        found = self._next_at.get(_name(kind, subject), 0.0)
        if kind is Kind.ACCOUNT:
            found = max(found, self._next_at.get(_ADDRESS, 0.0))
        # A clock that was set back must not make a wait longer than the limit itself.
        return min(max(found, now), now + every)

    def timers(self, now: float, account: str = "") -> tuple[RequestTimer, ...]:
        """What may not be asked again yet for an account, the next to end first. Any thread."""
        ends: dict[tuple[WaitReason, int | None], float] = {}
        for name, at in self._next_at.copy().items():
            kind, _, whole = name.partition(":")
            subject, _, whose = whole.partition("@")
            reason = _REASONS.get(kind)
            if reason is not None and at > now and whose == account:
                key = (reason, int(subject) if reason is WaitReason.FOLDER and subject else None)
                ends[key] = max(at, ends.get(key, 0.0))
        found = [RequestTimer(reason, until, subject) for (reason, subject), until in ends.items()]
        return tuple(sorted(found, key=lambda timer: timer.until))

    def take(self, kind: Kind, subject: Subject, now: float) -> bool:
        """A call about ``subject`` leaves. True when that is worth remembering over a restart."""
        every = self._rules.every(kind)
        if not every:
            return False
        self._next_at = {name: at for name, at in self._next_at.items() if at > now}
        self._next_at[_name(kind, subject)] = now + every
        if kind is Kind.ACCOUNT:
            self._next_at[_ADDRESS] = now + self._rules.account_every_address
        return True

    def give_back(self, kind: Kind, subject: Subject, taken: float) -> None:
        """The call that was to leave at ``taken`` never did."""
        if self._next_at.get(_name(kind, subject)) == taken + self._rules.every(kind):
            del self._next_at[_name(kind, subject)]
            if kind is Kind.ACCOUNT:
                self._next_at.pop(_ADDRESS, None)

    def clock_was_set(self, seconds: float) -> None:
        """The wall clock makes a step; every wait keeps its true length."""
        self._next_at = {name: at + seconds for name, at in self._next_at.items()}

    def relax_account(self, subject: Subject, taken: float) -> None:
        """A refused key names no account: only the address's own limit counts."""
        self._next_at[_name(Kind.ACCOUNT, subject)] = taken + self._rules.account_every_address


def _name(kind: Kind, subject: Subject) -> str:
    number = "" if subject.number is None else str(subject.number)
    return f"{kind.value}:{number}@{subject.account}" if subject.account else f"{kind.value}:{number}"


def reason_of(kind: Kind) -> WaitReason | None:
    """The limit of its own that this kind of request has."""
    return _REASONS.get(kind.value)


def gathered(waits: Iterable[RequestWait]) -> tuple[RequestWait, ...]:
    """One for each reason and folder; the first to leave first, those without a moment before them."""
    found: dict[tuple[WaitReason, int | None], RequestWait] = {}
    for wait in waits:
        key = (wait.reason, wait.subject)
        before = found.get(key)
        found[key] = wait if before is None else replace(before, count=before.count + wait.count)
    return tuple(sorted(found.values(), key=lambda wait: wait.until or 0.0))
