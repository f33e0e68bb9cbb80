"""What a run is told from outside, and how the command line says it."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from fichier_gui.api.address import ServiceAddress
from fichier_gui.api.pacing import BudgetRules
from fichier_gui.domain.account import KeyStorage
from fichier_gui.domain.account_list import AccountList
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.secret import Secret
from fichier_gui.system.accounts_file import AccountsFile
from fichier_gui.system.lasting_clock import LastingClock
from fichier_gui.system.paths import ProfilePaths

KEY_VARIABLE: Final = "FICHIER_API_KEY"
PASSWORD_VARIABLE: Final = "FICHIER_FILE_PASSWORD"


@dataclass(frozen=True, slots=True)
class ProgramOptions:
    """One run of the program."""

    profile: ProfilePaths
    service: ServiceAddress
    key: Secret | None = None
    """From ``FICHIER_API_KEY`` or the demo: used, never kept."""
    key_storage: KeyStorage = KeyStorage.ENVIRONMENT
    """Where ``key`` is from."""
    keychain: bool = True
    """False: the system's key ring is neither read nor written."""
    ca_file: Path | None = None
    """Trust these certificates besides the system's."""
    clock: Clock = field(default_factory=LastingClock)
    budget_rules: BudgetRules = field(default_factory=BudgetRules)
    asks_unbidden: bool = True
    """Ask for the account and the root folder after signing in. A command asks only for what it needs."""
    runs_queue: bool = True
    """Let the transfers of the queue run."""
    touches_machine: bool = True
    """May keep the machine awake, send it to sleep and shut it down."""


def key_from(environment: MutableMapping[str, str]) -> Secret | None:
    """The key of ``FICHIER_API_KEY``, taken out so that no child process inherits it."""
    text = environment.pop(KEY_VARIABLE, "").strip()
    return Secret(text) if text else None


def password_from(environment: MutableMapping[str, str]) -> Secret | None:
    """The password of ``FICHIER_FILE_PASSWORD``, taken out like the key."""
    text = environment.pop(PASSWORD_VARIABLE, "")
    return Secret(text) if text else None


def options_for(
    profile: Path | None,
    service: str | None,
    ca_file: Path | None = None,
    key: Secret | None = None,
    *,
    keychain: bool = True,
    account: str | None = None,
    shows: bool = False,
) -> ProgramOptions:
    """The options of a command line. ``account`` is a label or an e-mail. Without it the first one, so that
    a click in the window changes no backup; for the window, which ``shows``, the one it showed last.

    Raises ``ValueError`` for what is no service address, and for an unknown account.
    """
    paths = ProfilePaths.default() if profile is None else ProfilePaths.in_folder(profile)
    accounts = AccountsFile(paths).load()
    return ProgramOptions(
        profile=paths.of_account(_account_id(accounts, account, shows=shows)),
        service=ServiceAddress() if service is None else ServiceAddress(service),
        key=key,
        keychain=keychain,
        ca_file=ca_file,
    )


def _account_id(accounts: AccountList, wanted: str | None, *, shows: bool) -> str:
    if wanted is None:
        return (accounts.shown if shows else accounts.accounts[0]).id
    found = accounts.named(wanted)
    if found is None:
        names = ", ".join(repr(one.name) for one in accounts.accounts if one.name)
        known = f"there are {names}" if names else "none has a name yet"
        raise ValueError(f"no account is called {wanted!r}: {known}")
    return found.id
