"""Makes the remote folders that an upload needs, and reuses those that exist."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Final

from fichier_gui.domain.errors import FolderExists
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.remote import FolderListing, RemoteFolder

KNOWN_FOR: Final = 600.0
"""Seconds for which a known listing is trusted here."""

Listing = Callable[[FolderId, float], Awaitable[FolderListing]]
"""A folder, at most so many seconds old."""

Make = Callable[[FolderId, str], Awaitable[RemoteFolder]]


class FolderMaker:
    """One pass over one tree: at most one listing for each folder that was there before."""

    def __init__(self, listing: Listing, make: Make) -> None:
        self._listing = listing
        self._make = make
        self._children: dict[FolderId, dict[str, FolderId]] = {}

    async def make_all(self, top: FolderId, folders: Iterable[str]) -> dict[str, FolderId]:
        """The id of each relative folder, ``""`` being ``top``. Parents come before children."""
        ids = {"": top}
        for folder in folders:
            ids[folder] = await self._one(ids, folder)
        return ids

    async def _one(self, ids: dict[str, FolderId], folder: str) -> FolderId:
        parent_path, _, name = folder.rpartition("/")
        if parent_path not in ids:
            ids[parent_path] = await self._one(ids, parent_path)
        return await self._child(ids[parent_path], name)

    async def _child(self, parent: FolderId, name: str) -> FolderId:
        if parent not in self._children:
            self._children[parent] = _ids(await self._listing(parent, KNOWN_FOR))
        there = self._children[parent]
        if name not in there:
            try:
                made = await self._make(parent, name)
            except FolderExists:
                # Made elsewhere since the listing: read it again, once.
                there.update(_ids(await self._listing(parent, 0.0)))
                if name not in there:
                    raise
            else:
                there[name] = made.id
                self._children[made.id] = {}
        return there[name]


def _ids(listing: FolderListing) -> dict[str, FolderId]:
    # Of two folders of one name the first is used, every time.
    return {folder.name: folder.id for folder in reversed(listing.folders)}
