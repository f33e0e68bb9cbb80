"""Use cases about the program itself and what it keeps here: made when they are first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

    from fichier_gui.api.account_budget import Budget
    from fichier_gui.app.accounts import Accounts
    from fichier_gui.app.app_lock import AppLock
    from fichier_gui.app.bus import Bus
    from fichier_gui.app.crashes import Crashes
    from fichier_gui.app.diagnosing import Diagnosing
    from fichier_gui.app.history import History
    from fichier_gui.app.integrating import Integrating
    from fichier_gui.app.key import KeyInUse
    from fichier_gui.app.new_versions import NewVersions
    from fichier_gui.app.options import ProgramOptions
    from fichier_gui.app.preferences import Preferences
    from fichier_gui.app.profile import Profile
    from fichier_gui.app.session import Session
    from fichier_gui.app.tasks import TaskScope
    from fichier_gui.app.transferring import Transfers
    from fichier_gui.app.views import SessionState
    from fichier_gui.app.workers import Pools
    from fichier_gui.domain.requests import BudgetSnapshot
    from fichier_gui.system.logs import Scrubber


class Aids:
    """A part of ``app.container.Program``. What is made on demand is asked for on the core's loop only."""

    options: "ProgramOptions"
    profile: "Profile[Any]"
    bus: "Bus"
    scope: "TaskScope"
    preferences: "Preferences"
    session: "Session"
    transfers: "Transfers"
    _closing: "AsyncExitStack"
    _pools: "Pools"
    _scrubber: "Scrubber"
    _budget: "Budget"
    _key: "KeyInUse"

    def budget(self) -> "BudgetSnapshot":
        """The request budget for the gauge. Any thread."""
        return self._budget.snapshot()

    @cached_property
    def crashes(self) -> "Crashes":
        """What a crash left."""
        from fichier_gui.app.crashes import Crashes

        return Crashes(self.options.profile.crashes, self._pools.disk)

    @cached_property
    def diagnosing(self) -> "Diagnosing":
        """The log and reports."""
        from fichier_gui.app.diagnosing import Diagnosing

        return Diagnosing(self, self._budget.snapshot, self._scrubber, self._pools.disk)

    @cached_property
    def accounts(self) -> "Accounts":
        """This account and the others."""
        from fichier_gui.app.accounts import Accounts

        return Accounts(self.profile, self.options.profile.account, self._key)

    async def reload_key(self) -> "SessionState":
        """Use the key that the key ring holds now. Raises as ``Accounts.reload_key``."""
        return await self.accounts.reload_key(self.session)

    @cached_property
    def app_lock(self) -> "AppLock":
        """The passphrase that opens the window."""
        from fichier_gui.app.app_lock import AppLock, lock_entry
        from fichier_gui.system.keychain import Keychain
        from fichier_gui.system.screen_lock import listen

        options = self.options
        return AppLock(
            Keychain(lock_entry(options.profile)) if options.keychain else None,
            self.accounts.holds,
            self._pools.disk,
            options.clock,
            self.scope,
            listen if options.touches_machine else None,
            self.bus.emit,
        )

    @cached_property
    def new_versions(self) -> "NewVersions":
        """Whether there is a newer version; asked for only where ``identity.RELEASES`` says where."""
        from fichier_gui import identity
        from fichier_gui.app.network import network_options
        from fichier_gui.app.new_versions import NewVersions
        from fichier_gui.system.text_file import AtomicText

        options = self.options
        return NewVersions(
            identity.RELEASES,
            identity.NAME,
            identity.VERSION,
            lambda: network_options(self.preferences.current, options.ca_file),
            lambda: self.preferences.current.check_versions,
            AtomicText(options.profile.shared / "version.json"),
            self._pools.disk,
            options.clock,
            self.scope,
            self.bus.emit,
        )

    @cached_property
    def integrating(self) -> "Integrating":
        """The program's place on the desktop."""
        from fichier_gui.app.integrating import Integrating
        from fichier_gui.system.integration import of_this_user

        return Integrating(of_this_user if self.options.touches_machine else None, self._pools.disk)

    async def forget_everything(self) -> None:
        """Keys and places on the desktop go at once, files when the program has ended: it must leave now.

        Raises ``KeyringLocked``, ``KeyringDenied`` and ``DiskProblem`` leaves; no file is gone then.
        """
        from fichier_gui.system.forgetting import mark_for_forgetting

        await self.accounts.forget_keys()
        await self.integrating.take_all_away()
        await self._pools.disk.run(mark_for_forgetting, self.options.profile)

    @cached_property
    def history(self) -> "History":
        """What has become of each transfer. The program asks for it when it begins."""
        from fichier_gui.app.history import History
        from fichier_gui.system.history_file import HistoryFile

        file = HistoryFile(self.options.profile.state / "history.log")
        made = History(file, self._pools.disk, self.options.clock, self.scope.start)
        self._closing.callback(self.bus.overhear(made.hear))
        return made
