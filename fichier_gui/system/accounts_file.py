"""The list of a profile's accounts on disk, and the files of each."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from fichier_gui.domain.account_list import FIRST, AccountColor, AccountList, KnownAccount
from fichier_gui.domain.errors import AccountsDamaged, DiskProblem
from fichier_gui.system.disk_faults import disk_faults
from fichier_gui.system.paths import FURTHER, ProfilePaths
from fichier_gui.system.text_file import AtomicText, put_aside

_ID: Final = re.compile(r"[0-9a-f]{8}")

_OWN: Final = (
    "journal.db*",
    "journal-copies",
    "catalogue.db*",
    "thumbnails",
    "pasted",
    "dragged",
    "account.json",
    "account-changes.json",
    "manifests",
    "joins.json",
    "replacing.json",
    "edits.jsonl*",
    "deleted.jsonl*",
    "remote.json",
    "history.log*",
)
"""What belongs to the first account among the files of the profile's own folders, which may hold anything."""


class AccountsFile:
    """Blocking: call from a worker thread. ``paths`` are those of the first account."""

    def __init__(self, paths: ProfilePaths) -> None:
        self._paths = paths
        self._file = AtomicText(paths.accounts)
        self._is_in_the_way = False
        """What could not be read could not be put aside either."""

    def load(self) -> AccountList:
        """The list. Without a sound file the accounts are found by their folders, without names."""
        return self._load()[0]

    def load_for_owner(self) -> tuple[AccountList, AccountsDamaged | None]:
        """As :meth:`load`, for the one that may save it: a list that cannot be read is put aside before."""
        accounts, problem = self._load()
        if problem is None:
            return accounts, None
        path, kept = self._file.path, self._put_aside()
        return accounts, AccountsDamaged(str(problem), path=str(path), kept=str(kept))

    def save(self, accounts: AccountList) -> None:
        """Replace the list. Raises ``DiskProblem`` leaves."""
        wire = {
            "current": accounts.current,
            "leaving": list(accounts.leaving),
            "accounts": [
                {"id": one.id, "label": one.label, "email": one.email, "color": str(one.color)}
                for one in accounts.accounts
            ],
        }
        if self._is_in_the_way:
            self._put_aside()
        self._file.save(json.dumps(wire, indent=1, ensure_ascii=False))

    def _put_aside(self) -> Path:
        path = put_aside(self._file.path)
        self._is_in_the_way = path == self._file.path
        return path

    def _load(self) -> tuple[AccountList, Exception | None]:
        try:
            text = self._file.load()
            return (self._found() if text is None else _read(json.loads(text))), None
        except (DiskProblem, ValueError, KeyError, TypeError, AttributeError) as problem:
            return self._found(), problem

    def _found(self) -> AccountList:
        found = AccountList()
        for folder in sorted((self._paths.data / FURTHER).glob("*")):
            if _ID.fullmatch(folder.name) and folder.is_dir():
                found = found.with_account(folder.name, "")
        return found


def remove_files(paths: ProfilePaths) -> None:
    """Delete what a closed account keeps on this computer, and nothing else. Blocking.

    Raises ``DiskProblem`` leaves.
    """
    for folder in {paths.data, paths.state, paths.cache}:
        with disk_faults(folder):
            for path in own_files(folder) if paths.account == FIRST else iter([folder]):
                remove(path)


def own_files(folder: Path, patterns: Sequence[str] = _OWN) -> Iterator[Path]:
    """What in ``folder`` is the program's."""
    for pattern in patterns:
        yield from folder.glob(pattern)
        # A save that was cut short.
        yield from folder.glob(f".{pattern.rstrip('*')}.*")


def remove(path: Path) -> None:
    """A file, or a folder with all in it. Raises ``OSError``."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _read(wire: Mapping[str, Any]) -> AccountList:
    accounts = {one.id: one for one in map(_read_account, wire["accounts"])}
    if not accounts:
        raise ValueError("no account")
    current = str(wire.get("current", FIRST))
    leaving = [str(one) for one in wire.get("leaving", ()) if str(one) not in accounts]
    return AccountList(
        tuple(accounts.values()),
        current if current in accounts else next(iter(accounts)),
        tuple(one for one in leaving if one == FIRST or _ID.fullmatch(one)),
    )


def _read_account(wire: Mapping[str, Any]) -> KnownAccount:
    account = str(wire["id"])
    if account != FIRST and not _ID.fullmatch(account):
        # It becomes the name of a folder.
        raise ValueError("no id of an account")
    color = str(wire.get("color", ""))
    known = AccountColor(color) if color in set(AccountColor) else AccountColor.BLUE
    return KnownAccount(account, str(wire.get("label", "")), str(wire.get("email", "")), known)
