"""The key in use and the account behind it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from fichier_gui.app.key import KeyInUse
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.views import SessionState
from fichier_gui.domain.account import Account, KeyStorage, size_limit
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import (
    AppError,
    KeyProblem,
    KeyRefused,
    KeyringProblem,
    NetworkProblem,
    NoKey,
    ServiceBusy,
)
from fichier_gui.domain.events import AccountUpdated, Event, KeyWasRefused, SignedIn, SignedOut
from fichier_gui.domain.remote import FolderListing
from fichier_gui.domain.secret import Secret

logger = logging.getLogger(__name__)

ACCOUNT_AGE: Final = 6 * 3600.0
"""Seconds after which a start asks for the account again, in the background."""

ASK_AGAIN: Final = 300.0
"""The service answers ``user/info`` once in five minutes."""

NO_CREDITS_FOR: Final = 3600.0
"""Seconds after which an account without CDN credits may have some."""

TRY_AGAIN: Final = 10.0
"""Seconds before the account is asked again where the network was away."""


class KeyKeeper(Protocol):
    """The system's key ring, off the loop. Raises ``KeyringProblem`` leaves."""

    async def load(self) -> Secret | None:
        """The key kept for this profile."""
        ...

    async def save(self, key: Secret) -> None:
        """Keep it instead of the one before."""
        ...

    async def forget(self) -> None:
        """Remove it; nothing kept is no error."""
        ...


class AccountMemory(Protocol):
    """The account as last seen, on disk, bound to its key (which is not in it)."""

    async def load(self, key: Secret) -> Account | None:
        """The account of ``key``; None when another key was used last, or nothing is known."""
        ...

    async def is_other(self, key: Secret) -> bool:
        """True when another key than ``key`` was used last."""
        ...

    async def save(self, key: Secret, account: Account) -> bool:
        """Remember it. True when the one before belonged to somebody else."""
        ...

    async def clear(self) -> None:
        """Forget the account; whose it was can still be told."""
        ...


@dataclass(frozen=True, slots=True)
class Checked:
    """What the service said to a key. Nothing at all (a flood answer) is no refusal."""

    account: Account | None = None
    root: FolderListing | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """What the session asks of the service."""

    check: Callable[[Secret], Awaitable[Checked]]
    """One request with a key that is not in use yet."""
    account: Callable[[], Awaitable[Account]]
    """``user/info`` with the key in use."""


async def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Consequences:
    """What signing in and out does to the rest of the program."""

    emit: Callable[[Event], None]
    release: Callable[[], Awaitable[None]]
    """Let the queue go on."""
    hold: Callable[[], Awaitable[None]]
    """Nothing of the queue starts."""
    pause: Callable[[], Awaitable[None]]
    """The rows belong to another account: they wait until the user lets them go on."""
    forget_folders: Callable[[], Awaitable[None]]
    """The key may belong to another account than before: what was known of its folders is void."""
    claim_folders: Callable[[str], Awaitable[bool]]
    """What is known of folders belongs to this e-mail, or is forgotten."""
    root_seen: Callable[[FolderListing], Awaitable[object]]
    """The root folder as the key's check found it."""
    list_root: Callable[[], Coroutine[Any, Any, None]] | None
    """In the background after signing in. None: nothing is asked that nobody asked for (a command)."""
    forget_pictures: Callable[[], Awaitable[None]] = _nothing
    """What is kept of the contents of files goes with the key."""


class Session:
    """Signs in and out. The key is held here, in memory, and in the system's key ring; nowhere else."""

    def __init__(
        self,
        key: KeyInUse,
        service: Service,
        keeper: KeyKeeper | None,
        memory: AccountMemory,
        consequences: Consequences,
        scope: TaskScope,
        clock: Clock,
        given: Secret | None = None,
        given_storage: KeyStorage = KeyStorage.ENVIRONMENT,
    ) -> None:
        self._key = key
        self._service = service
        self._keeper = keeper
        self._memory = memory
        self._then = consequences
        self._scope = scope
        self._clock = clock
        self._given = given
        self._given_storage = given_storage
        self._state = SessionState()
        self._changing = asyncio.Lock()
        self._asking = asyncio.Lock()
        self._settled = asyncio.Event()

    @property
    def state(self) -> SessionState:
        """What holds now. Any thread."""
        return self._state

    @property
    def key_of_run(self) -> tuple[Secret, KeyStorage] | None:
        """The key in use where nothing but this run holds it."""
        key, storage = self._key(), self._state.storage
        return (key, storage) if key is not None and storage is not KeyStorage.KEYRING else None

    @property
    def size_limit(self) -> int:
        """Bytes of the largest file that may be sent."""
        return size_limit(self._state.account, self._clock.time(), is_guest=not self._state.signed_in)

    @property
    def credits(self) -> int | None:
        """Bytes that the account's CDN credits pay; None while unknown. That there are none is believed for a
        while only."""
        account = self._state.account
        if account is None:
            return None
        age = self._clock.time() - account.fetched_at
        return account.cdn_credits if account.cdn_credits or age < NO_CREDITS_FOR else None

    async def start(self) -> SessionState:
        """Take the key given to the run, else the key ring's. Needs no request.

        Emits ``SignedIn`` or ``SignedOut``.
        """
        async with self._changing:
            key, storage, problem = await self._key_at_start()
            if key is None:
                await self._sign_out(problem)
            else:
                account = await self._memory.load(key)
                is_doubtful = account is None and await self._memory.is_other(key)
                if is_doubtful:
                    await self._then.forget_folders()
                await self._sign_in(key, SessionState(True, account, storage), is_doubtful)
        return self._state

    async def settled(self) -> None:
        """Wait until :meth:`start` has ended, or a key was entered or forgotten."""
        await self._settled.wait()

    async def enter_key(
        self, key: Secret, *, keep: bool = True, is_meant: Callable[[Account | None], bool] = lambda _: True
    ) -> SessionState:
        """Try ``key`` with one request and use it from now on; with ``keep``, put it in the key ring.

        The request is ``user/info``, or a list where the service would not answer that for minutes.

        A flood answer never rejects a key: it is then in use with no account known. Raises ``NoKey`` for an
        empty one, ``KeyRefused``, ``AccessProblem`` and ``NetworkProblem`` leaves. The key before stays in
        use when this raises, and when the account that the service names is not the one that ``is_meant``.
        """
        key = Secret(key.reveal().strip())
        if not key:
            raise NoKey()
        async with self._changing:
            checked = await self._checked(key)
            if not is_meant(checked.account):
                return self._state
            storage, problem = await self._keep(key) if keep else (KeyStorage.RUN_ONLY, None)
            await self._use(key, checked, storage, problem)
        return self._state

    async def reload_key(self, is_meant: Callable[[Account | None], bool] = lambda _: True) -> SessionState:
        """Use the key that the key ring holds now (another process put it there), after checking it.

        Raises as :meth:`enter_key`, and ``KeyringProblem`` leaves; ``is_meant`` as there.
        """
        async with self._changing:
            key = await self._keeper.load() if self._keeper else None
            if key is None:
                raise NoKey()
            checked = await self._checked(key)
            if is_meant(checked.account):
                await self._use(key, checked, KeyStorage.KEYRING, None)
        return self._state

    async def forget_key(self) -> None:
        """Out of memory and out of the key ring; the queue is held. Emits ``SignedOut``.

        Raises ``KeyringLocked`` or ``KeyringDenied`` when the key ring kept its copy; the key is out of use
        all the same.
        """
        async with self._changing:
            await self._sign_out(None)
            await self._memory.clear()
            await self._then.forget_pictures()
            if self._keeper is not None:
                await self._keeper.forget()

    async def account(self, *, refresh: bool = False) -> Account | None:
        """The account as last seen; with ``refresh``, asked again if it is older than the service allows."""
        known = self._state.account
        if not refresh or (known is not None and self._clock.time() - known.fetched_at < ASK_AGAIN):
            return known
        return await self._ask()

    async def change_account(self, change: Callable[[], Awaitable[Account]]) -> Account:
        """Ask for the account with ``change``, which sets something by the same request, and remember it.

        Raises what ``change`` raises, and ``NoKey``.
        """
        async with self._asking:
            return await self._ask_with(change)

    def refuse(self, error: KeyRefused) -> None:
        """The service refused the key in use: hold the queue, tell it once."""
        if not self._state.signed_in or self._state.refused is not None:
            return
        self._state = replace(self._state, refused=error)
        self._scope.start(self._hold(), "hold the queue")
        self._then.emit(KeyWasRefused(error))

    async def _key_at_start(self) -> tuple[Secret | None, KeyStorage, AppError | None]:
        if self._given:
            return self._given, self._given_storage, None
        if self._keeper is None:
            return None, KeyStorage.NONE, None
        try:
            return await self._keeper.load(), KeyStorage.KEYRING, None
        except KeyringProblem as problem:
            return None, KeyStorage.NONE, problem

    async def _checked(self, key: Secret) -> Checked:
        try:
            return await self._service.check(key)
        except ServiceBusy:
            return Checked()

    async def _keep(self, key: Secret) -> tuple[KeyStorage, AppError | None]:
        if self._keeper is None:
            return KeyStorage.RUN_ONLY, None
        try:
            await self._keeper.save(key)
        except KeyringProblem as problem:
            return KeyStorage.RUN_ONLY, problem
        return KeyStorage.KEYRING, None

    async def _use(
        self, key: Secret, checked: Checked, storage: KeyStorage, problem: AppError | None
    ) -> None:
        account, is_doubtful = checked.account, False
        if account is not None:
            await self._remember(key, account)
        else:
            account = await self._memory.load(key)
            is_doubtful = account is None and await self._memory.is_other(key)
            if is_doubtful:
                await self._then.forget_folders()
        if checked.root is not None:
            await self._then.root_seen(checked.root)
        await self._sign_in(key, SessionState(True, account, storage, problem), is_doubtful)

    async def _sign_in(self, key: Secret, state: SessionState, is_doubtful: bool) -> None:
        """``is_doubtful``: nobody knows yet whether the account is the one that the queue's rows are for."""
        self._key.replace(key)
        self._state = state
        self._settled.set()
        self._then.emit(SignedIn(state.account, state.storage, state.storage_problem))
        is_doubtful = is_doubtful and self._then.list_root is not None
        if is_doubtful:
            await self._then.hold()
            self._scope.start(self._release_when_known(key), "whose account it is")
        else:
            await self._then.release()
        if self._then.list_root is not None:
            self._scope.start(self._then.list_root(), "root folder")
            if is_doubtful:
                return
            if state.account is None or self._clock.time() - state.account.fetched_at > ACCOUNT_AGE:
                self._scope.start(self._refresh_quietly(), "account")

    async def _sign_out(self, problem: AppError | None) -> None:
        self._key.replace(None)
        self._state = SessionState(storage_problem=problem)
        self._settled.set()
        await self._then.hold()
        self._then.emit(SignedOut(problem))

    async def _hold(self) -> None:
        await self._then.hold()

    async def _remember(self, key: Secret, account: Account) -> None:
        is_other = await self._memory.save(key, account)
        await self._then.claim_folders(account.email)
        if is_other:
            await self._then.pause()

    async def _ask(self) -> Account:
        async with self._asking:
            known = self._state.account
            if (
                self._key() is not None
                and known is not None
                and self._clock.time() - known.fetched_at < ASK_AGAIN
            ):
                return known
            return await self._ask_with(self._service.account)

    async def _ask_with(self, ask: Callable[[], Awaitable[Account]]) -> Account:
        key = self._key()
        if key is None:
            raise NoKey()
        account = await ask()
        if self._key() is key:
            await self._remember(key, account)
            self._state = replace(self._state, account=account)
            self._then.emit(AccountUpdated(account))
        return account

    async def _release_when_known(self, key: Secret) -> None:
        """Rows of another account are paused by then, instead of being sent into this one."""
        while self._key() is key:
            try:
                await self._ask()
            except KeyProblem:
                return
            except (NetworkProblem, ServiceBusy):
                await self._clock.sleep(TRY_AGAIN)
                continue
            except AppError as error:
                logger.warning("The service does not say whose key this is: %s", error.code)
            if self._key() is key and self._state.refused is None:
                await self._then.release()
            return

    async def _refresh_quietly(self) -> None:
        try:
            await self._ask()
        except AppError:
            # It is shown with its age, and whatever is wrong shows itself where the user works.
            return
