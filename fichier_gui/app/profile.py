"""What the accounts of one profile share: lock and door, log, request budget, the list of accounts."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from fichier_gui.api.account_budget import AccountBudget
from fichier_gui.api.budget import RequestBudget
from fichier_gui.app.handover import take_profile
from fichier_gui.app.jobs.running import Running
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.workers import Workers
from fichier_gui.domain.account_list import AccountList
from fichier_gui.domain.errors import (
    AccountsDamaged,
    AppError,
    DiskProblem,
    KeyringMissing,
    KeyringProblem,
    ProfileInUse,
    RequestRejected,
)
from fichier_gui.domain.events import AccountAsked, AccountsChanged, UnexpectedHappened
from fichier_gui.system.accounts_file import AccountsFile, remove_files
from fichier_gui.system.disk_faults import disk_faults
from fichier_gui.system.instance import Instance
from fichier_gui.system.keychain import Keychain
from fichier_gui.system.logs import Logs, Scrubber
from fichier_gui.system.text_file import AtomicText

if TYPE_CHECKING:
    from fichier_gui.app.options import ProgramOptions
    from fichier_gui.domain.account import KeyStorage
    from fichier_gui.domain.secret import Secret
    from fichier_gui.system.paths import ProfilePaths

logger = logging.getLogger(__name__)


class Hosted(Running, Protocol):
    """``app.container.Program``, as its profile sees it."""

    options: ProgramOptions
    ending: asyncio.Lock
    """Held while it closes."""

    def serve(self, wire: Mapping[str, Any]) -> AsyncGenerator[Mapping[str, Any], None]:
        """Do a job that another instance has handed over."""
        ...

    async def finish_own_jobs(self) -> None:
        """Take no more of them and wait for those under way."""
        ...

    async def close(self) -> None:
        """End it; whoever asks second waits for the same end."""
        ...


P = TypeVar("P", bound=Hosted)

OpenIn = Callable[["ProgramOptions", "Profile[P]", bool], Awaitable[P]]
"""The last one: it ends with its visitors, and holds nothing open."""

_CALL_LIMIT: Final = 5.0
_LOOK_EVERY: Final = 0.05
_OF_OWNER: Final = ("who", "show")
"""Jobs that concern the owner of the profile, whatever the account."""


@dataclass(frozen=True, slots=True)
class PauseListener:
    """Who is told of the service's cool-downs."""

    on_pause: Callable[[float, AppError], None]
    on_resume: Callable[[], None]


class Profile(Generic[P]):
    """Lives on the core's loop while one of its accounts is open. Made by :meth:`open`."""

    budget: RequestBudget

    def __init__(self, options: ProgramOptions, open_in: OpenIn[P]) -> None:
        self._options = options
        self._paths = options.profile.first
        self._open_in = open_in
        self.scrubber = Scrubber()
        self.disk = Workers("profile")
        self.scope = TaskScope("profile", self._on_task_error)
        self._closing = AsyncExitStack()
        self._file = AccountsFile(self._paths)
        self._accounts = AccountList()
        self.damage: AccountsDamaged | None = None
        """What became of a list of accounts that could not be read when the profile was opened."""
        self._saving = asyncio.Lock()
        self._moving = asyncio.Lock()
        self._programs: dict[str, P] = {}
        self._visits: dict[str, int] = {}
        """How many jobs of other instances each guest has."""
        self._listeners: dict[str, PauseListener] = {}
        self._keys: dict[str, tuple[Secret, KeyStorage]] = {}
        self._users = 1
        self._is_open = True
        self._listens = False
        if options.key is not None:
            self._keys[options.profile.account] = (options.key, options.key_storage)

    @classmethod
    async def open(cls, options: ProgramOptions, open_in: OpenIn[P]) -> Profile[P]:
        """Own the profile. Raises ``ProfileInUse``, ``DiskProblem`` leaves."""
        profile = cls(options, open_in)
        try:
            await profile._open()
        except BaseException:
            await profile._closing.aclose()
            raise
        return profile

    async def _open(self) -> None:
        paths, clock = self._paths, self._options.clock
        self._closing.push_async_callback(self.scope.close)
        self._closing.push_async_callback(self.disk.close)
        with disk_faults(paths.data):
            await self.disk.run(paths.make_folders)
        self._instance = Instance(paths, self.scope.start)
        await take_profile(
            lambda: self.disk.run(self._instance.take), paths, clock, waits=self._options.asks_unbidden
        )
        self._closing.push_async_callback(self._instance.close)
        logs = Logs(paths.logs, self.scrubber)
        with disk_faults(paths.logs):
            await self.disk.run(logs.open)
        self._closing.callback(logs.close)
        self._accounts, self.damage = await self.disk.run(self._file.load_for_owner)
        if self.damage is not None:
            logger.warning("The list of accounts could not be read: %s", self.damage.detail)
        await self._clear_removed()
        memory, rules = AtomicText(paths.budget), self._options.budget_rules
        self.budget = RequestBudget(clock, memory, self._on_pause, self._on_resume, rules)
        self._closing.push_async_callback(self.budget.aclose)

    async def _clear_removed(self) -> None:
        """A run that ended while an account was removed, or added, has left its files and perhaps its key."""
        for account in self._accounts.leaving:
            try:
                await self.disk.run(remove_files, self.paths_of(account))
            except DiskProblem as problem:
                logger.warning("What is left of a removed account stays: %s", problem.code)
            else:
                self.scope.start(self._forget_removed(account), "key of a removed account")

    async def _forget_removed(self, account: str) -> None:
        """The key ring may ask the user before it opens: nothing waits for it."""
        try:
            if self.uses_keychain:
                with contextlib.suppress(KeyringMissing):
                    await Keychain(self.paths_of(account).name).forget()
            await self.change_accounts(partial(AccountList.cleared, account=account))
        except (KeyringProblem, DiskProblem) as problem:
            logger.warning("What is left of a removed account stays: %s", problem.code)

    # The programs, one for each account that is open

    async def enter(self, program: P) -> None:
        """``program`` serves its account from now on."""
        self._programs[program.options.profile.account] = program
        if not self._listens:
            self._listens = True
            await self._instance.listen(self.serve)
            if self.damage is not None:
                program.bus.emit(UnexpectedHappened(self.damage))

    def leave(self, program: P) -> None:
        """It has ended; a key that only this run has is kept for its next opening."""
        account = program.options.profile.account
        if self._programs.get(account) is not program:
            return
        del self._programs[account]
        key = program.session.key_of_run
        if key is not None:
            self._keys[account] = key
        else:
            self._keys.pop(account, None)

    async def release(self) -> None:
        """A program that is no guest has ended; the last one ends the profile."""
        self._users -= 1
        if self._users:
            return
        self._is_open = False
        for guest in tuple(self._programs.values()):
            await guest.close()
        await self._closing.aclose()

    def options_of(self, account: str, *, as_guest: bool = False) -> ProgramOptions:
        """How an account of this profile is opened."""
        key, storage = self._keys.get(account, (None, self._options.key_storage))
        made = replace(self._options, profile=self._paths.of_account(account), key=key, key_storage=storage)
        return replace(made, asks_unbidden=False, runs_queue=False) if as_guest else made

    @property
    def uses_keychain(self) -> bool:
        """False: keys live for this run only."""
        return self._options.keychain

    def paths_of(self, account: str) -> ProfilePaths:
        """Where an account keeps its files."""
        return self._paths.of_account(account)

    def program_of(self, account: str) -> P | None:
        """The program of an account, if it is open."""
        return self._programs.get(account)

    def drop_key(self, account: str) -> None:
        """Hold no key for an account."""
        self._keys.pop(account, None)

    def keep_key(self, account: str, key: tuple[Secret, KeyStorage]) -> None:
        """Hold a key for this run, for an account that is not open."""
        self._keys[account] = key

    async def open_account(self, account: str) -> P:
        """Open another account beside those that are open. What was done there for others breaks off.

        Raises as ``Program.open``.
        """
        async with self._moving:
            await self._end(account)
            self._users += 1
            return await self._open_in(self.options_of(account), self, False)

    async def end_account(self, account: str) -> None:
        """Close an account's program, if there is one, and wait for it."""
        async with self._moving:
            await self._end(account)

    async def _end(self, account: str) -> None:
        self._visits.pop(account, None)
        program = self._programs.get(account)
        if program is not None:
            await program.close()

    @contextlib.asynccontextmanager
    async def visit(self, account: str) -> AsyncIterator[P]:
        """An account's program while it is needed: the one that is open, or one without a window."""
        async with self._moving:
            program = self._programs.get(account)
            if program is not None and program.ending.locked():
                await program.close()
                program = None
            if not self._is_open:
                raise ProfileInUse("this instance is about to end")
            if program is None:
                program = await self._open_in(self.options_of(account, as_guest=True), self, True)
                self._visits[account] = 0
            if account in self._visits:
                self._visits[account] += 1
        try:
            yield program
        finally:
            await self._leave_guest(account, program)

    async def _leave_guest(self, account: str, program: P) -> None:
        async with self._moving:
            if account not in self._visits or self._programs.get(account) is not program:
                return
            self._visits[account] -= 1
            if not self._visits[account]:
                del self._visits[account]
                await program.close()

    # The door

    async def serve(self, wire: Mapping[str, Any]) -> AsyncGenerator[Mapping[str, Any], None]:
        """Do a job of another instance with the account that it is for."""
        account = str(wire.get("account", ""))
        async with AsyncExitStack() as stack:
            if wire.get("verb") in _OF_OWNER:
                program = await self._called(account) if wire.get("verb") == "show" else self._owner()
            elif not self._is_open:
                raise ProfileInUse("the other instance is about to end")
            elif self._accounts.get(account) is None:
                raise RequestRejected("there is no such account any more")
            else:
                program = await stack.enter_async_context(self.visit(account))
                if account in self._visits and not program.session.state.signed_in:
                    await program.session.start()
            answers = await stack.enter_async_context(contextlib.aclosing(program.serve(wire)))
            async for answer in answers:
                yield answer

    async def _called(self, account: str) -> P:
        """The owner, once its window shows this account; as it is where it cannot."""
        owner = self._owner()
        if not owner.has_window or self._accounts.get(account) is None:
            return owner
        if owner.options.profile.account != account:
            owner.bus.emit(AccountAsked(account))
            until = owner.clock.monotonic() + _CALL_LIMIT
            while owner.clock.monotonic() < until and self._owner().options.profile.account != account:
                await owner.clock.sleep(_LOOK_EVERY)
        return self._owner()

    def _owner(self) -> P:
        programs = tuple(self._programs.values())
        if not programs:
            raise ProfileInUse("the other instance is about to end")
        return next((program for program in reversed(programs) if program.has_window), programs[0])

    async def finish(self) -> None:
        """Take no more jobs and wait for those of the guests."""
        self._is_open = False
        for account in tuple(self._visits):
            if (program := self._programs.get(account)) is not None:
                await program.finish_own_jobs()

    # The list

    @property
    def accounts(self) -> AccountList:
        """Any thread."""
        return self._accounts

    async def change_accounts(self, change: Callable[[AccountList], AccountList]) -> None:
        """Put another list in force, and on the disk. Raises ``DiskProblem`` leaves."""
        async with self._saving:
            changed = change(self._accounts)
            if changed == self._accounts:
                return
            await self.disk.run(self._file.save, changed)
            self._accounts = changed
        for program in tuple(self._programs.values()):
            program.bus.emit(AccountsChanged(changed))

    def note_email(self, account: str, email: str) -> None:
        """The service says whose account it is."""
        known = self._accounts.get(account)
        if email and known is not None and known.email != email:
            self.scope.start(self._keep_email(account, email), "name of an account")

    async def _keep_email(self, account: str, email: str) -> None:
        try:
            await self.change_accounts(lambda accounts: accounts.changed(account, email=email))
        except DiskProblem as problem:
            # It is asked for again with the next start.
            logger.warning("The list of accounts could not be kept: %s", problem.code)

    # The budget, which is one for all

    def budget_of(self, account: str, listener: PauseListener) -> AccountBudget:
        """The budget for an account, whose program is told of cool-downs until it leaves."""
        self._listeners[account] = listener
        return AccountBudget(self.budget, account)

    def forget_listener(self, account: str, listener: PauseListener) -> None:
        """It is told nothing any more."""
        if self._listeners.get(account) is listener:
            del self._listeners[account]

    def _on_pause(self, until: float, error: AppError) -> None:
        for listener in tuple(self._listeners.values()):
            listener.on_pause(until, error)

    def _on_resume(self) -> None:
        for listener in tuple(self._listeners.values()):
            listener.on_resume()

    def _on_task_error(self, name: str, error: Exception) -> None:
        logger.error("%s broke off", name, exc_info=error)
