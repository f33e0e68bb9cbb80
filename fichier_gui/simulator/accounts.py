"""Preparing and inspecting accounts by path: what tests and the sample use instead of requests."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable

from .content import Content, ContentStore, checksum
from .links import link
from .model import ROOT_ID, Acl, File, Folder, User
from .state import State


class Accounts:
    """The state, with paths. Times come from the clock unless given (wall seconds)."""

    def __init__(self, store: ContentStore, rng: random.Random, clock: Callable[[], float]) -> None:
        self.lock = threading.RLock()
        self.state = State(store, rng)
        self.clock = clock
        self.dirty = False

    def add_user(self, email: str, key: str, offer: int = 1) -> User:
        """Open an account with a key. `offer`: 0 free, 1 Premium, 2 Access, 3 GOLD."""
        with self.lock:
            user = User(email, offer, subscription_end=self.clock() + 212 * 86400.0)
            self.state.keys[key] = email
            self.dirty = True
            return self.state.add_user(user, self.clock())

    def reset_key(self, email: str, key: str, keep_old: bool = False) -> None:
        """Give a user another key; the old ones die unless kept."""
        with self.lock:
            for old in [known for known, owner in self.state.keys.items() if owner == email]:
                if not keep_old:
                    del self.state.keys[old]
                    self.state.dead_keys.add(old)
            self.state.keys[key] = email
            self.dirty = True

    @property
    def main_user(self) -> User:
        """The account of `--key`."""
        return next(iter(self.state.users.values()))

    def user(self, email: str | None) -> User:
        """An account; the main one for None."""
        return self.main_user if email is None else self.state.users[email]

    def folder(self, path: str, email: str | None = None) -> Folder | None:
        """The folder at a path such as `/Films/2024`."""
        user = self.user(email)
        folder = user.root
        for name in _steps(path):
            child = self.state.child_named(user, folder, name)
            if child is None:
                return None
            folder = child
        return folder

    def add_folder(self, path: str, email: str | None = None, created: float | None = None) -> Folder:
        """Make a folder and those above it, as far as they are missing."""
        with self.lock:
            user, now = self.user(email), self.clock() if created is None else created
            folder = user.root
            for name in _steps(path):
                child = self.state.child_named(user, folder, name)
                folder = child or self.state.add_folder(user, folder, name, now)
            self.dirty = True
            return folder

    def add_file(
        self,
        path: str,
        content: bytes | Content,
        *,
        email: str | None = None,
        created: float | None = None,
        sum_known: str = "",
        password: str = "",
        acl: Acl | None = None,
    ) -> File:
        """Store a file at `/Folder/name`; a second one of the same name is another file.

        The checksum is computed here unless `sum_known` is given.
        """
        with self.lock:
            head, _, name = path.rpartition("/")
            folder = self.add_folder(head, email)
            bytes_kept = self.state.store.from_bytes(content) if isinstance(content, bytes) else content
            file = File(
                self.state.link_id(),
                self.user(email).email,
                folder.id,
                name,
                bytes_kept,
                self.clock() if created is None else created,
                sum_known or checksum(bytes_kept),
                password=password,
                acl=acl or Acl(),
            )
            self.dirty = True
            return self.state.add_file(file)

    def files_at(self, path: str = "/", email: str | None = None) -> list[File]:
        """The live files of a folder."""
        with self.lock:
            folder = self.folder(path, email)
            return [] if folder is None else self.state.live_files(folder)

    def file_at(self, path: str, email: str | None = None) -> File | None:
        """The first live file at a path."""
        head, _, name = path.rpartition("/")
        return next((file for file in self.files_at(head, email) if file.name == name), None)

    def tree(self, email: str | None = None) -> list[str]:
        """Every path of an account, sorted; folders end with a slash."""
        with self.lock:
            user = self.user(email)
            paths = []
            for folder in user.folders.values():
                place = self.state.path(user, folder)
                prefix = f"{place}/" if place else ""
                paths += [prefix] if folder.id != ROOT_ID else []
                paths += [prefix + file.name for file in self.state.live_files(folder)]
            return sorted(paths)

    def link(self, file: File) -> str:
        """A file's link."""
        return link(file.id, file.domain)


def _steps(path: str) -> list[str]:
    return [name for name in path.split("/") if name]
