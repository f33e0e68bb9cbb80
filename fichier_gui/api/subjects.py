"""The limits that belong to one subject: a folder, the account, the whole list."""

from collections.abc import Mapping
from typing import Final

from fichier_gui.api.pacing import BudgetRules, Kind

_ADDRESS: Final = "account_address:"
"""``user/info`` of any account."""


class Subjects:
    """When each subject may be asked again, in seconds since 1970."""

    def __init__(self, rules: BudgetRules, next_at: Mapping[str, float]) -> None:
        self._rules = rules
        self._next_at = dict(next_at)

    @property
    def next_at(self) -> Mapping[str, float]:
        """A copy, for what is remembered."""
        return dict(self._next_at)

    def ready_at(self, kind: Kind, subject: int | None, now: float) -> float:
        """``now`` or later."""
        every = self._rules.every(kind)
        found = self._next_at.get(_name(kind, subject), 0.0)
        if kind is Kind.ACCOUNT:
            found = max(found, self._next_at.get(_ADDRESS, 0.0))
        # A clock that was set back must not make a wait longer than the limit itself.
        return min(max(found, now), now + every)

    def wait_end(self, kind: Kind, now: float) -> float | None:
        """The latest end of a wait of this kind, or None."""
        prefix = f"{kind.value}:"
        ends = [at for name, at in self._next_at.copy().items() if name.startswith(prefix) and at > now]
        return max(ends, default=None)

    def take(self, kind: Kind, subject: int | None, now: float) -> bool:
        """A call about ``subject`` leaves. True when that is worth remembering over a restart."""
        every = self._rules.every(kind)
        if not every:
            return False
        self._next_at = {name: at for name, at in self._next_at.items() if at > now}
        self._next_at[_name(kind, subject)] = now + every
        if kind is Kind.ACCOUNT:
            self._next_at[_ADDRESS] = now + self._rules.account_every_address
        return True

    def give_back(self, kind: Kind, subject: int | None, taken: float) -> None:
        """The call that was to leave at ``taken`` never did."""
        if self._next_at.get(_name(kind, subject)) == taken + self._rules.every(kind):
            del self._next_at[_name(kind, subject)]
            if kind is Kind.ACCOUNT:
                self._next_at.pop(_ADDRESS, None)

    def clock_was_set(self, seconds: float) -> None:
        """The wall clock makes a step; every wait keeps its true length."""
        self._next_at = {name: at + seconds for name, at in self._next_at.items()}

    def relax_account(self, subject: int | None, taken: float) -> None:
        """A refused key names no account: only the address's own limit counts."""
        self._next_at[_name(Kind.ACCOUNT, subject)] = taken + self._rules.account_every_address


def _name(kind: Kind, subject: int | None) -> str:
    return f"{kind.value}:{'' if subject is None else subject}"
