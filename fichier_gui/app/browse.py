"""The account's folders: shown from disk at once, asked of the service when old."""

import contextlib
from collections.abc import Awaitable, Callable
from typing import Final

from fichier_gui.catalogue.refresh import Refresher, Urgency
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AccessDenied, AppError, NotFound
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile, RemoteFolder

SETTLED: Final = 600.0
"""Seconds for which a folder is believed to lie where it was seen."""

MakeFolder = Callable[[FolderId, str, Urgency], Awaitable[RemoteFolder]]
"""``folder/mkdir``."""

Found = RemoteFolder | tuple[RemoteFile, ...]
"""What is at a path: a folder, or every file of that name (names repeat)."""


class Browse:
    """Opens folders, finds them by path, makes new ones.

    ``patient`` calls wait while the service asks for patience; the others raise its error at once, as a click
    wants it.
    """

    def __init__(
        self, refresher: Refresher, store: CatalogueStore, make_folder: MakeFolder, clock: Clock
    ) -> None:
        self._refresher = refresher
        self._store = store
        self._make = make_folder
        self.clock = clock
        self.shown = ROOT
        """The folder that was opened last."""

    async def open_folder(self, folder_id: FolderId, *, refresh: bool = False) -> FolderListing:
        """From disk at once when known; an old one (or with ``refresh``) is asked again in the background.

        ``FolderRefreshed`` or ``FolderFailed`` tells how that ended. Waits only for a folder never seen.
        """
        self.shown = folder_id
        self._store.watch(folder_id)
        return await self._refresher.open(folder_id, refresh=refresh)

    async def look_at_root(self) -> None:
        """Know the root, if it can be had: who opens it is told what is wrong."""
        with contextlib.suppress(AppError):
            await self._refresher.open(ROOT)

    async def fetch_folder(self, folder_id: FolderId, *, patient: bool = False) -> FolderListing:
        """Wait for a fresh answer (the service allows one in 30 s for each folder)."""
        return await self._refresher.fresh(folder_id, urgency=_urgency(patient))

    async def known_listing(self, folder_id: FolderId) -> FolderListing | None:
        """The folder as far as known, however old. No request."""
        return await self._store.load(folder_id)

    async def listing(self, folder_id: FolderId, max_age: float) -> FolderListing:
        """The folder, at most ``max_age`` seconds old. Patient."""
        return await self._refresher.listing(folder_id, not_older_than=self.clock.time() - max_age)

    async def make_folder(self, parent: FolderId, name: str, *, patient: bool = False) -> RemoteFolder:
        """``folder/mkdir``; known at once without another listing. A name the service refuses is encoded.

        Raises ``FolderExists`` when the name is taken.
        """
        folder = await self._make(parent, name, _urgency(patient))
        await self._refresher.folder_made(parent, folder)
        return folder

    async def resolve(self, path: str, *, patient: bool = False) -> FolderId:
        """The folder at ``/Films/2024``, or at ``/films/2024`` if only one is meant by it.

        Raises ``NotFound`` (fact ``path``).
        """
        current = ROOT
        for name in _parts(path):
            inner = (
                await self._inner(current, name, patient, cached=True)
                or await self._alike(current, name)
                or await self._inner(current, name, patient)
                or await self._alike(current, name)
            )
            if inner is None:
                raise NotFound(path=path)
            current = inner.id
        return current

    async def make_path(self, path: str) -> FolderId:
        """The folder at ``path``; what is missing of it is made. Patient."""
        current, missing = await self.deepest(path)
        for name in missing:
            current = (await self.make_folder(current, name, patient=True)).id
        return current

    async def deepest(self, path: str) -> tuple[FolderId, tuple[str, ...]]:
        """The innermost folder of ``path`` that is there, and the names missing below it. Patient.

        No level is taken from a listing older than 30 s: another program may have put another folder in the
        place of the one that is known, and what is changed would be changed there.
        """
        current = ROOT
        parts = _parts(path)
        for number, name in enumerate(parts):
            inner = _folder_in(await self.fetch_folder(current, patient=True), name)
            if inner is None:
                return current, tuple(parts[number:])
            current = inner.id
        return current, ()

    async def find_now(self, path: str) -> tuple[FolderId, Found]:
        """What is at ``path`` now, and its folder: what is to be changed must not be guessed. Patient.

        Raises ``NotFound``; ``AccessDenied`` for the account itself.
        """
        parts = _parts(path)
        if not parts:
            raise AccessDenied(name=path)
        folder, missing = await self.deepest("/".join(parts[:-1]))
        found = None if missing else _in(await self.fetch_folder(folder, patient=True), parts[-1])
        if found is None:
            raise NotFound(path=path)
        return folder, found

    async def find(self, path: str, *, cached: bool = False) -> Found:
        """What is at ``path``; files as they are now, with ``cached`` as far as known. Patient.

        Raises ``NotFound``.
        """
        parts = _parts(path)
        if not parts:
            return ROOT_FOLDER
        parent = ROOT
        for name in parts[:-1]:
            inner = await self._folder(parent, name, cached)
            if inner is None:
                raise NotFound(path=path)
            parent = inner.id
        # The folder first: what is in it is asked by whoever wants it.
        found: Found | None = await self._folder(parent, parts[-1], cached)
        if found is None:
            with contextlib.suppress(NotFound):
                found = _in(await self.recent(parent, cached=cached), parts[-1])
        if found is None:
            raise NotFound(path=path)
        return found

    async def recent(self, folder_id: FolderId, *, cached: bool = False) -> FolderListing:
        """At most 30 s old; with ``cached`` as far as known, which may raise ``NotFound``. Patient."""
        if not cached:
            return await self.fetch_folder(folder_id, patient=True)
        known = await self._store.load(folder_id)
        if known is None:
            raise NotFound(path=self.path_of(folder_id))
        return known

    def path_of(self, folder_id: FolderId) -> str:
        """``/Films/2024`` as far as known; ``/`` for the root. Any thread, no disk."""
        return self._store.tree.path_of(folder_id)

    def is_leaf(self, folder_id: FolderId) -> bool:
        """It holds no folders, as it was last read; False for one that never was. Any thread."""
        return self._store.tree.is_leaf(folder_id)

    async def folders_named(self, text: str, limit: int) -> list[tuple[RemoteFolder, str]]:
        """Known folders by words of their names and paths, with the paths; the nearest first. No request."""
        return self._store.tree.named(text, limit)

    async def known_path(self, folder_id: FolderId) -> tuple[RemoteFolder, ...]:
        """From the root (included) to the folder, for the breadcrumb."""
        return self._store.tree.ancestry(folder_id)

    async def _inner(
        self, parent: FolderId, name: str, patient: bool, *, cached: bool = False
    ) -> RemoteFolder | None:
        known = await self._store.load(parent)
        found = _folder_in(known, name) if known is not None else None
        if found is None and not cached:
            found = _folder_in(await self.fetch_folder(parent, patient=patient), name)
        return found

    async def _folder(self, parent: FolderId, name: str, cached: bool) -> RemoteFolder | None:
        """By a list that is not old, else by a new one; with ``cached`` by what is known."""
        if cached:
            return await self._inner(parent, name, patient=True, cached=True)
        found = _folder_in(await self.listing(parent, SETTLED), name)
        return found or _folder_in(await self.fetch_folder(parent, patient=True), name)

    async def _alike(self, parent: FolderId, name: str) -> RemoteFolder | None:
        """The only folder whose name differs in nothing but case, as far as known."""
        known = await self._store.load(parent)
        folders = known.folders if known is not None else ()
        alike = [folder for folder in folders if path_part(folder.name).casefold() == name.casefold()]
        return alike[0] if len(alike) == 1 else None


def _urgency(patient: bool) -> Urgency:
    return Urgency.TRANSFER if patient else Urgency.CLICK


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part]


def path_part(name: str) -> str:
    """A name as one part of a path: names of the service may hold a slash, which is written in full width."""
    return name.replace("/", "／")


def _folder_in(listing: FolderListing, part: str) -> RemoteFolder | None:
    return next((folder for folder in listing.folders if path_part(folder.name) == part), None)


def _in(listing: FolderListing, part: str) -> Found | None:
    folder = _folder_in(listing, part)
    return folder or tuple(file for file in listing.files if path_part(file.name) == part) or None
