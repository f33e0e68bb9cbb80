"""The one request budget, as the calls of one account see it."""

from contextlib import AbstractAsyncContextManager

from fichier_gui.api.budget import RequestBudget
from fichier_gui.api.pacing import BudgetRules, Kind, Priority
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.requests import BudgetSnapshot


class AccountBudget:
    """Turns are those of the whole program; what may be asked once in a while is counted for this account.

    See :class:`RequestBudget` for the members.
    """

    def __init__(self, shared: RequestBudget, account: str) -> None:
        self._shared = shared
        self._account = account

    @property
    def rules(self) -> BudgetRules:
        """The numbers."""
        return self._shared.rules

    def snapshot(self) -> BudgetSnapshot:
        """The state right now. Any thread."""
        return self._shared.snapshot(self._account)

    def ready_at(self, kind: Kind, subject: int | None = None) -> float:
        """When this may be asked again, in seconds since 1970. Any thread."""
        return self._shared.ready_at(kind, subject, self._account)

    def turn(
        self, priority: Priority, kind: Kind = Kind.CALL, subject: int | None = None
    ) -> AbstractAsyncContextManager[None]:
        """Wait for the turn of one request and make it inside."""
        return self._shared.turn(priority, kind, subject, self._account)

    def doubt_key(self) -> None:
        """Nobody knows whether the service takes the account's key."""
        self._shared.doubt_key(self._account)

    def report(self, error: AppError) -> None:
        """A flood answer that came outside a turn."""
        self._shared.report(error)

    def announce(self) -> None:
        """Tell of a cool-down that an earlier run left."""
        self._shared.announce()

    def clock_was_set(self, seconds: float) -> None:
        """The wall clock makes a step now."""
        self._shared.clock_was_set(seconds)


Budget = RequestBudget | AccountBudget
"""What a client and those who ask about its limits need."""
