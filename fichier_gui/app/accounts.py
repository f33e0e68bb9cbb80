"""The accounts of the profile: one more, another name or colour, one less."""

import asyncio
import contextlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from fichier_gui.app.app_lock import lock_entry
from fichier_gui.app.profile import Profile
from fichier_gui.app.session import Session
from fichier_gui.app.views import SessionState
from fichier_gui.domain.account import Account, KeyStorage
from fichier_gui.domain.account_list import AccountColor, AccountList, KnownAccount
from fichier_gui.domain.errors import KeyOfAnother, KeyringMissing, KeyringProblem, NoKey, ServiceOverloaded
from fichier_gui.domain.events import AccountAsked
from fichier_gui.domain.secret import Secret
from fichier_gui.system.accounts_file import remove_files
from fichier_gui.system.keychain import Keychain

PATIENCE: Final = 75.0
"""Seconds for the answer to whose key it is: the service names one account a minute."""


@dataclass(frozen=True, slots=True)
class Added:
    """The account of a key. ``is_new``: it was not among those of the profile."""

    account: str
    is_new: bool


class Accounts:
    """Lives on the core's loop."""

    def __init__(self, profile: Profile[Any], own: str, key: Callable[[], Secret | None]) -> None:
        self._profile = profile
        self._own = own
        self._key = key

    @property
    def known(self) -> AccountList:
        """Any thread."""
        return self._profile.accounts

    async def add(self, key: Secret, *, keep: bool = True) -> Added:
        """Take ``key`` for one more account; with ``keep``, put it in the key ring.

        An account that is there already is found by its key or its e-mail, and takes the key where it has
        none that works. Waits up to :data:`PATIENCE`. Raises as ``Session.enter_key``, and ``ServiceBusy``
        leaves where the service does not say whose key it is: nothing is kept then.
        """
        if not key.reveal().strip():
            raise NoKey()
        if key == self._key():
            return Added(self._own, is_new=False)
        if (error := self._profile.budget.pause_error) is not None:
            raise error
        account = secrets.token_hex(4)
        # The service may let it wait for a minute, and the program may be ended meanwhile.
        await self._profile.change_accounts(lambda known: known.expecting(account))
        email = ""
        try:
            async with self._profile.visit(account) as program:
                email = await _identified(program.session, key, keep)
                same = self.known.of_email(email)
                if same is not None:
                    with contextlib.suppress(KeyringProblem):
                        await program.session.forget_key()
        except BaseException:
            await self._discard(account)
            raise
        if same is not None:
            await self._discard(account)
            await self._give(same, key, keep)
            return Added(same.id, is_new=False)
        await self._profile.change_accounts(lambda known: known.with_account(account, email).cleared(account))
        return Added(account, is_new=True)

    async def enter(self, key: Secret, *, keep: bool = True) -> None:
        """Another key for this account. That of another one of the list is given to that one, which is then
        asked for (``AccountAsked``). Raises as ``Session.enter_key``.
        """
        program, meant = self._profile.program_of(self._own), _Meant(self._profile, self._own)
        if program is None:
            return
        await program.session.enter_key(key, keep=keep, is_meant=meant)
        if meant.other is not None:
            await self._give(meant.other, key, keep)
            program.bus.emit(AccountAsked(meant.other.id))

    async def set_key(self, session: Session, key: Secret) -> SessionState:
        """A key for this account, of which ``session`` is, and for no other one of the list.

        Raises ``KeyOfAnother``, and as ``Session.enter_key``.
        """
        await self._refuse_kept(key)
        meant = _Meant(self._profile, self._own)
        state = await session.enter_key(key, is_meant=meant)
        meant.check()
        return state

    async def reload_key(self, session: Session) -> SessionState:
        """As :meth:`set_key`, with the key that the key ring holds. Raises as ``Session.reload_key``."""
        kept = await self._keychain(self._own).load() if self._profile.uses_keychain else None
        if kept is not None:
            await self._refuse_kept(kept)
        meant = _Meant(self._profile, self._own)
        state = await session.reload_key(is_meant=meant)
        meant.check()
        return state

    async def name(self, account: str, label: str, color: AccountColor) -> None:
        """Call it so; an empty label is its e-mail. Raises ``DiskProblem`` leaves."""
        await self._profile.change_accounts(lambda known: known.changed(account, label=label, color=color))

    async def show(self, account: str) -> None:
        """The next window begins with this one. Raises ``DiskProblem`` leaves."""
        await self._profile.change_accounts(lambda accounts: accounts.showing(account))

    async def remove(self, account: str) -> None:
        """Take key, list and queue of an account off this computer; the last account stays.

        Nothing is removed where the key ring keeps its key: raises ``KeyringLocked`` or ``KeyringDenied``.
        Raises ``DiskProblem`` leaves.
        """
        if len(self.known) < 2 or self.known.get(account) is None:
            return
        if self._profile.uses_keychain:
            with contextlib.suppress(KeyringMissing):
                await self._keychain(account).forget()
        await self._profile.change_accounts(lambda accounts: accounts.without(account))
        await self._discard(account)

    async def holds(self, key: Secret) -> bool:
        """Whether it is a key of one of the accounts, or a new one of this account, which then takes it.

        Raises as ``Session.enter_key``, ``KeyringProblem`` leaves, and ``ServiceOverloaded`` where the
        service does not say whose key it is.
        """
        if not key.reveal().strip():
            raise NoKey()
        if key == self._key() or await self._is_kept(key):
            return True
        program, known = self._profile.program_of(self._own), self.known.get(self._own)
        if program is None or known is None or not known.email:
            return False
        named: list[Account | None] = []

        def is_meant(account: Account | None) -> bool:
            named.append(account)
            return account is not None and account.email == known.email

        await program.session.enter_key(key, is_meant=is_meant)
        if None in named:
            raise ServiceOverloaded("it does not say whose key this is")
        return self._key() == key

    async def _refuse_kept(self, key: Secret) -> None:
        """What the key ring keeps for another account is told apart without asking the service."""
        if self._profile.uses_keychain and len(self.known) > 1:
            with contextlib.suppress(KeyringProblem):
                for known in self.known.accounts:
                    if known.id != self._own and await self._keychain(known.id).load() == key:
                        raise KeyOfAnother(name=known.name)

    async def _is_kept(self, key: Secret) -> bool:
        if self._profile.uses_keychain:
            with contextlib.suppress(KeyringMissing):
                for known in self.known.accounts:
                    if await self._keychain(known.id).load() == key:
                        return True
        return False

    async def forget_keys(self) -> None:
        """Take the keys of all accounts, and the lock, out of the key ring.

        Raises ``KeyringLocked``, ``KeyringDenied``.
        """
        if self._profile.uses_keychain:
            entries = [self._keychain(each.id) for each in self.known.accounts]
            entries += [self._keychain(account) for account in self.known.leaving]
            entries.append(Keychain(lock_entry(self._profile.paths_of(""))))
            for entry in entries:
                with contextlib.suppress(KeyringMissing):
                    await entry.forget()

    async def _discard(self, account: str) -> None:
        await self._profile.end_account(account)
        self._profile.drop_key(account)
        if self._profile.uses_keychain:
            with contextlib.suppress(KeyringProblem):
                await self._keychain(account).forget()
        await self._profile.disk.run(remove_files, self._profile.paths_of(account))
        await self._profile.change_accounts(lambda known: known.cleared(account))

    async def _give(self, known: KnownAccount, key: Secret, keep: bool) -> None:
        """A key that works, for an account whose own may not."""
        program = self._profile.program_of(known.id)
        if program is not None:
            state = program.session.state
            if not state.signed_in or state.refused is not None:
                await program.session.enter_key(key, keep=keep)
            return
        if keep and self._profile.uses_keychain:
            with contextlib.suppress(KeyringProblem):
                await self._keychain(known.id).save(key)
                return
        self._profile.keep_key(known.id, (key, KeyStorage.RUN_ONLY))

    def _keychain(self, account: str) -> Keychain:
        return Keychain(self._profile.paths_of(account).name)


class _Meant:
    """Whether a key's account is no other one of the list; ``other``: the one that it is."""

    def __init__(self, profile: Profile[Any], own: str) -> None:
        self._profile, self._own = profile, own
        self.other: KnownAccount | None = None

    def __call__(self, account: Account | None) -> bool:
        if account is not None:
            self.other = self._profile.accounts.of_email(account.email, but=self._own)
        return self.other is None

    def check(self) -> None:
        """Raises ``KeyOfAnother``."""
        if self.other is not None:
            raise KeyOfAnother(name=self.other.name)


async def _identified(session: Session, key: Secret, keep: bool) -> str:
    """Its e-mail, with ``key`` in use."""
    try:
        async with asyncio.timeout(PATIENCE):
            state = await session.enter_key(key, keep=keep)
            account = state.account or await session.account(refresh=True)
    except TimeoutError:
        account = None
    if account is None:
        raise ServiceOverloaded("it does not say whose key this is")
    return account.email
