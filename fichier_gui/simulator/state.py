"""The tables of the service and the few operations that keep them consistent."""

from __future__ import annotations

import random
from collections.abc import Iterator

from .content import ContentStore, DiskContent
from .links import FOLDER_ALPHABET, LINK_ALPHABET
from .model import ROOT_ID, File, Folder, Report, Token, User

FIRST_FOLDER_ID = 1001


class State:
    """Users, files and what hangs on them. No rule of the service is decided here."""

    def __init__(self, store: ContentStore, rng: random.Random) -> None:
        self.store = store
        self.rng = rng
        self.users: dict[str, User] = {}
        self.keys: dict[str, str] = {}
        self.dead_keys: set[str] = set()
        self.files: dict[str, File] = {}
        self.tokens: dict[str, Token] = {}
        self.reports: dict[str, Report] = {}
        self.next_number = FIRST_FOLDER_ID

    # Ids ------------------------------------------------------------------

    def number(self) -> int:
        """A fresh id for a folder or a job."""
        self.next_number += 1
        return self.next_number - 1

    def random_text(self, alphabet: str, length: int) -> str:
        """Random characters."""
        return "".join(self.rng.choices(alphabet, k=length))

    def link_id(self) -> str:
        """A fresh id of a file."""
        while (fresh := self.random_text(LINK_ALPHABET, 20)) in self.files:
            pass
        return fresh

    # Folders --------------------------------------------------------------

    def add_user(self, user: User, now: float) -> User:
        """Open an account with an empty root."""
        user.folders[ROOT_ID] = Folder(ROOT_ID, ROOT_ID, "", now)
        self.users[user.email] = user
        return user

    def add_folder(self, user: User, parent: Folder, name: str, now: float) -> Folder:
        """Make a folder; names are not checked."""
        folder = Folder(self.number(), parent.id, name, now)
        user.folders[folder.id] = folder
        parent.children[folder.id] = None
        return folder

    def move_folder(self, user: User, folder: Folder, target: Folder) -> None:
        """Hang a folder elsewhere in the same account."""
        del user.folders[folder.parent].children[folder.id]
        folder.parent = target.id
        target.children[folder.id] = None

    def remove_folder(self, user: User, folder: Folder, now: float) -> None:
        """Remove a folder with all that is in it."""
        for child in list(folder.children):
            self.remove_folder(user, user.folders[child], now)
        for file in self.live_files(folder):
            self.delete_file(file, now)
        del user.folders[folder.parent].children[folder.id]
        del user.folders[folder.id]

    def children(self, user: User, folder: Folder) -> list[Folder]:
        """Sub-folders."""
        return [user.folders[child] for child in folder.children]

    def child_named(self, user: User, folder: Folder, name: str) -> Folder | None:
        """The first sub-folder of this name."""
        return next((child for child in self.children(user, folder) if child.name == name), None)

    def ancestry(self, user: User, folder: Folder) -> Iterator[Folder]:
        """The folder, its parent, and so on up to the root."""
        yield folder
        while folder.id != ROOT_ID:
            folder = user.folders[folder.parent]
            yield folder

    def path(self, user: User, folder: Folder) -> str:
        """`A/B`, empty for the root."""
        names = [step.name for step in self.ancestry(user, folder) if step.id != ROOT_ID]
        return "/".join(reversed(names))

    # Files ----------------------------------------------------------------

    def add_file(self, file: File) -> File:
        """Store a file where it says."""
        self.files[file.id] = file
        if file.owner is not None:
            self.users[file.owner].folders[file.folder_id].files[file.id] = None
        return file

    def move_file(self, file: File, owner: User, target: Folder) -> None:
        """Put a file elsewhere, possibly into another account."""
        if file.owner is not None:
            self.users[file.owner].folders[file.folder_id].files.pop(file.id, None)
        file.owner, file.folder_id = owner.email, target.id
        target.files[file.id] = None

    def delete_file(self, file: File, now: float) -> None:
        """Mark a file deleted; it stays listed until it is swept. Its bytes go when nobody else has them."""
        file.deleted_at = now
        if not isinstance(file.content, DiskContent):
            return
        others = (other for other in self.files.values() if other.content == file.content)
        if all(other.deleted_at is not None for other in others):
            self.store.discard(file.content)

    def sweep(self, folder: Folder, before: float) -> None:
        """Forget the files of a folder that were deleted before a moment."""
        for identifier in list(folder.files):
            file = self.files[identifier]
            if file.deleted_at is not None and file.deleted_at <= before:
                del folder.files[identifier]
                del self.files[identifier]

    def live_file(self, identifier: str) -> File | None:
        """A file that is not deleted."""
        file = self.files.get(identifier)
        return file if file is not None and file.deleted_at is None else None

    def live_files(self, folder: Folder) -> list[File]:
        """The files of a folder that are not deleted."""
        return [file for file in map(self.files.__getitem__, folder.files) if file.deleted_at is None]

    def public_folder(self, public_id: str) -> tuple[User, Folder] | None:
        """The published folder of this id."""
        for user in self.users.values():
            for folder in user.folders.values():
                if public_id and folder.public_id == public_id:
                    return user, folder
        return None

    def new_public_id(self) -> str:
        """A fresh id of a published folder (§1.4)."""
        return self.random_text(FOLDER_ALPHABET, 8)
