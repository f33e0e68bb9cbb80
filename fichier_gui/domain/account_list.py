"""The accounts of one profile: what they are called, their colours, which one is shown."""

from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum
from typing import Final

from fichier_gui.domain.values import value

FIRST: Final = ""
"""The id of the account whose files lie in the profile's own folders."""


class AccountColor(StrEnum):
    """Hues that are told apart in light and dark; an account is never told by its hue alone."""

    BLUE = "blue"
    GREEN = "green"
    ORANGE = "orange"
    PURPLE = "purple"
    PINK = "pink"
    TEAL = "teal"


@value
class KnownAccount:
    """One of them. ``label`` is the user's own word for it, ``email`` what the service says."""

    id: str
    label: str = ""
    email: str = ""
    color: AccountColor = AccountColor.BLUE

    @property
    def name(self) -> str:
        """What it is called; empty while nobody has said so."""
        return self.label or self.email


@value
class AccountList:
    """In the order they were added. There is always at least one, and ``current`` is one of them."""

    accounts: tuple[KnownAccount, ...] = (KnownAccount(FIRST),)
    current: str = FIRST
    leaving: tuple[str, ...] = ()
    """Accounts that were removed, or not yet added, and whose key and files may still be there."""

    def __len__(self) -> int:
        return len(self.accounts)

    def get(self, account: str) -> KnownAccount | None:
        """The one with this id."""
        return next((one for one in self.accounts if one.id == account), None)

    @property
    def shown(self) -> KnownAccount:
        """The current one."""
        return self.get(self.current) or self.accounts[0]

    def named(self, word: str) -> KnownAccount | None:
        """The one with this label or e-mail, whatever the case of its letters."""
        wanted = word.strip().casefold()
        labelled = (one for one in self.accounts if wanted and one.label.casefold() == wanted)
        return next(labelled, None) or self.of_email(word)

    def of_email(self, email: str, *, but: str | None = None) -> KnownAccount | None:
        """The one that the service knows by this e-mail."""
        wanted = email.strip().casefold()
        for one in self.accounts:
            if wanted and one.email.casefold() == wanted and one.id != but:
                return one
        return None

    def after(self, account: str) -> KnownAccount:
        """The next one, and after the last the first."""
        ids = [one.id for one in self.accounts]
        return self.accounts[(ids.index(account) + 1) % len(ids)] if account in ids else self.accounts[0]

    def with_account(self, account: str, email: str) -> "AccountList":
        """One more, in a colour that is not taken yet."""
        color = _free_color([one.color for one in self.accounts])
        return replace(self, accounts=(*self.accounts, KnownAccount(account, email=email, color=color)))

    def changed(
        self,
        account: str,
        *,
        label: str | None = None,
        email: str | None = None,
        color: AccountColor | None = None,
    ) -> "AccountList":
        """What is not None is new."""
        return replace(
            self,
            accounts=tuple(
                replace(
                    one,
                    label=one.label if label is None else label.strip(),
                    email=one.email if email is None else email,
                    color=one.color if color is None else color,
                )
                if one.id == account
                else one
                for one in self.accounts
            ),
        )

    def showing(self, account: str) -> "AccountList":
        """The same with another one shown; an unknown id changes nothing."""
        return self if self.get(account) is None else replace(self, current=account)

    def without(self, account: str) -> "AccountList":
        """The others; the last one stays. Where the shown one goes, its neighbour is shown."""
        kept = tuple(one for one in self.accounts if one.id != account)
        if not kept or len(kept) == len(self.accounts):
            return self
        current = self.after(account).id if self.current == account else self.current
        return AccountList(kept, current, (*self.leaving, account))

    def expecting(self, account: str) -> "AccountList":
        """One that may be added: what is there of it goes with the next start, unless it has been."""
        return replace(self, leaving=(*self.leaving, account))

    def cleared(self, account: str) -> "AccountList":
        """Nothing is left of a removed one, or it has been added."""
        return replace(self, leaving=tuple(one for one in self.leaving if one != account))


def _free_color(taken: Collection[AccountColor]) -> AccountColor:
    colors = tuple(AccountColor)
    return next((color for color in colors if color not in taken), colors[len(taken) % len(colors)])
