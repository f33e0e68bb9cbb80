"""``user/info`` (reference §4.20)."""

from fichier_gui.api.accounts import changes_json, read_account
from fichier_gui.api.calls import Ask, Caller
from fichier_gui.api.pacing import Kind, Priority
from fichier_gui.domain.account import Account, AccountChanges


class AccountCalls(Caller):
    """The account. The service answers once in five minutes for an account, once in a minute for an address:
    both calls wait for their turn; ``RequestBudget.ready_at(Kind.ACCOUNT)`` says how long that is."""

    _asked_with: int | None = None
    _accounts_seen = 0

    async def account(self, *, priority: Priority) -> Account:
        """``user/info``, shown."""
        return await self._user_info({}, priority)

    async def change_account(
        self, changes: AccountChanges, *, priority: Priority = Priority.CLICK
    ) -> Account:
        """``user/info``, set: the account as it then is."""
        return await self._user_info(changes_json(changes), priority)

    async def _user_info(self, payload: dict[str, int], priority: Priority) -> Account:
        ask = Ask(priority, Kind.ACCOUNT, self._subject(), is_repeatable=True)
        return await self._call(
            "user/info", payload, ask, lambda answer: read_account(answer, self._clock.time())
        )

    def _subject(self) -> int:
        """A number for the account of the present key: another key is another account with its own limit."""
        asking = hash(self._required_key())
        if self._asked_with is not None and self._asked_with != asking:
            self._accounts_seen += 1
        self._asked_with = asking
        return self._accounts_seen
