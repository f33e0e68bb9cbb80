"""Where a profile keeps its files: the system's own folders, or one folder that was given.

The first account's files lie in the profile's own folders, those of each further one in ``accounts/ID``.
"""

import hashlib
import os
import sys
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Self

from fichier_gui.identity import NAME

_SOCKET_ROOM: Final = 100
"""Longest path of a unix socket that every system accepts (104 on macOS, 108 on Linux)."""

FURTHER: Final = "accounts"
"""The folder of the further accounts."""


@dataclass(frozen=True, slots=True)
class ProfilePaths:
    """One account of a profile. Nothing is made on the disk until :meth:`make_folders`.

    ``config``, ``runtime`` and ``shared`` are the same for all accounts of a profile.
    """

    name: str
    """The account name in the key ring: different for each account of each profile."""
    config: Path
    data: Path
    state: Path
    cache: Path
    runtime: Path
    shared: Path
    """The state of the profile itself: the log, the request budget, speed limits."""
    downloads: Path
    """Where downloads go unless the settings say otherwise."""
    account: str = ""
    """Which one; the first has no folder of its own."""
    _first: "ProfilePaths | None" = field(default=None, repr=False)

    @classmethod
    def default(cls) -> Self:
        """The system's own folders (XDG, Known Folders, ~/Library)."""
        import platformdirs

        dirs = platformdirs.PlatformDirs(NAME, appauthor=False)
        return cls(
            name="default",
            config=dirs.user_config_path,
            data=dirs.user_data_path,
            state=dirs.user_state_path,
            cache=dirs.user_cache_path,
            runtime=dirs.user_data_path,
            shared=dirs.user_state_path,
            downloads=platformdirs.user_downloads_path(),
        )

    @classmethod
    def in_folder(cls, folder: Path) -> Self:
        """Everything under ``folder``. The name holds a digest of its path, so that two never share a key."""
        import platformdirs

        folder = folder.expanduser().resolve()
        digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
        return cls(
            name=f"{folder.name or 'profile'}-{digest}",
            config=folder,
            data=folder,
            state=folder,
            cache=folder,
            runtime=folder,
            shared=folder,
            downloads=platformdirs.user_downloads_path(),
        )

    @property
    def first(self) -> "ProfilePaths":
        """Those of the profile's first account."""
        return self if self._first is None else self._first

    def of_account(self, account: str) -> "ProfilePaths":
        """Those of another account of the same profile."""
        first = self.first
        if not account:
            return first
        return replace(
            first,
            name=f"{first.name}-{account}",
            data=first.data / FURTHER / account,
            state=first.state / FURTHER / account,
            cache=first.cache / FURTHER / account,
            account=account,
            _first=first,
        )

    @property
    def accounts(self) -> Path:
        """Which accounts there are."""
        return self.config / "accounts.json"

    @property
    def settings(self) -> Path:
        """The user's wishes, TOML."""
        return self.config / "settings.toml"

    @property
    def journal(self) -> Path:
        """The queue, SQLite."""
        return self.data / "journal.db"

    @property
    def catalogue(self) -> Path:
        """What is known of the account, SQLite; a cache."""
        return self.cache / "catalogue.db"

    @property
    def thumbnails(self) -> Path:
        """Folder of small pictures; a cache."""
        return self.cache / "thumbnails"

    @property
    def pasted(self) -> Path:
        """Pictures from the clipboard that are, or were, to be sent."""
        return self.data / "pasted"

    @property
    def dragged(self) -> Path:
        """Small files that were fetched for other programs; a cache."""
        return self.cache / "dragged"

    @property
    def budget(self) -> Path:
        """The request budget's waits, kept over a restart."""
        return self.shared / "budget.json"

    @property
    def logs(self) -> Path:
        """Folder of the rotating log."""
        return self.shared / "logs"

    @property
    def crashes(self) -> Path:
        """Folder of what runs left that ended unexpectedly."""
        return self.shared / "crashes"

    @property
    def lock(self) -> Path:
        """Held by the one instance that owns the profile."""
        return self.runtime / "instance.lock"

    @property
    def address(self) -> Path:
        """Where the owner listens, on systems without unix sockets."""
        return self.runtime / "instance.address"

    @property
    def socket(self) -> Path:
        """The owner's unix socket; in the temporary folder when the profile's own path is too long."""
        path = self.runtime / "instance.socket"
        if len(os.fsencode(path)) <= _SOCKET_ROOM:
            return path
        digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"{NAME}-{_user_id()}" / f"{digest}.socket"

    def make_folders(self) -> None:
        """Make what is missing, for this user's eyes only. Raises ``OSError``."""
        folders = (self.config, self.data, self.state, self.cache, self.runtime, self.shared, self.logs)
        for folder in folders:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _user_id() -> str:
    return str(os.getuid()) if sys.platform != "win32" else "user"
