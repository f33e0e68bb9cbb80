"""From what the user asks to the steps that do it. Nothing that changes nothing becomes a step."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Final

from fichier_gui.catalogue.tree import FolderTree
from fichier_gui.domain.errors import AccessDenied, FolderExists, InsideItself
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.links import hidden_file
from fichier_gui.domain.names import numbered
from fichier_gui.domain.organising import Act, DeletePlan, Placed, Step, amount, renamed
from fichier_gui.domain.remote import FolderListing, RemoteFile, RemoteFolder

FRESH: Final = 60.0
"""Seconds for which a listing counts what is deleted with its folder."""
KNOWN_FOR: Final = 600.0

Listing = Callable[[FolderId, float], Awaitable[FolderListing]]
"""A folder, at most so many seconds old. Patient."""


class Planner:
    """Reads folders where a plan needs what is in them."""

    def __init__(self, listing: Listing, tree: FolderTree) -> None:
        self._listing = listing
        self._tree = tree

    def rename(self, names: Sequence[tuple[Placed, str]]) -> tuple[Step, ...]:
        """New names. Raises ``AccessDenied`` for what the service does not let us name."""
        items = [placed for placed, _name in names]
        _check_links(items)
        self._check_rights(items)
        return tuple(
            Step(_renaming(placed), placed.item, placed.folder, name=name)
            for placed, name in names
            if name and name != placed.item.name
        )

    def move(self, items: Sequence[Placed], target: FolderId) -> tuple[Step, ...]:
        """Into ``target``. Raises ``InsideItself``, ``AccessDenied``."""
        _check_links(items)
        self._check_rights(items, target)
        self._check_inside(items, target)
        return tuple(
            Step(_moving(placed), placed.item, placed.folder, target)
            for placed in items
            if placed.folder != target
        )

    async def move_as(self, placed: Placed, target: FolderId, name: str) -> tuple[Step, ...]:
        """Into ``target`` under another name, in the order in which neither name is ever taken.

        Raises ``FolderExists`` where both orders meet a folder, and as :meth:`move`.
        """
        moving = self.move((placed,), target)
        named = self.rename(((placed, name),))
        if not moving or not named:
            return moving or named
        if isinstance(placed.item, RemoteFolder) and await self._has_folder(placed.folder, name):
            if await self._has_folder(target, placed.item.name):
                raise FolderExists(name=name)
            return (*moving, Step(_renaming(placed), placed.item, target, name=name))
        return (*named, Step(_moving(placed), renamed(placed.item, name), placed.folder, target))

    async def copy(
        self, items: Sequence[Placed], target: FolderId, promised: Iterable[str] = ()
    ) -> tuple[Step, ...]:
        """Copies in ``target``: of files, and of folders with all that is in them.

        A folder whose name is taken there, or ``promised`` to one that is about to be made, gets a number.
        Raises as :meth:`move`.
        """
        _check_links(items)
        self._check_rights((), target)
        self._check_inside(items, target)
        folders = [placed for placed in items if isinstance(placed.item, RemoteFolder)]
        steps = [Step(Act.COPY, p.item, p.folder, target) for p in items if isinstance(p.item, RemoteFile)]
        taken = set(promised)
        if folders:
            taken |= {folder.name for folder in (await self._listing(target, KNOWN_FOR)).folders}
        for placed in folders:
            name = _free_name(placed.item.name, taken)
            taken.add(name)
            steps.append(Step(Act.MAKE_FOLDER, renamed(placed.item, name), target))
            await self._copy_inside(steps, placed.item)
        return tuple(steps)

    async def delete(self, items: Sequence[Placed]) -> DeletePlan:
        """Everything that goes; folders are read, unless that was just done. Raises what the service says."""
        _check_links(items)
        self._check_rights(items)
        files = [Step(Act.DELETE, p.item, p.folder) for p in items if isinstance(p.item, RemoteFile)]
        folders: list[Step] = []
        is_complete = True
        pending = [(p, True) for p in items if isinstance(p.item, RemoteFolder)]
        while pending:
            placed, is_asked = pending.pop()
            assert isinstance(placed.item, RemoteFolder)
            folders.append(Step(Act.REMOVE_FOLDER, placed.item, placed.folder, is_asked=is_asked))
            inside = await self._listing(placed.item.id, FRESH)
            is_complete = is_complete and inside.is_complete
            files += [Step(Act.DELETE, file, placed.item.id, is_asked=False) for file in inside.files]
            pending += [(Placed(placed.item.id, folder), False) for folder in inside.folders]
        # A folder stands in the list before all that is in it.
        steps = (*files, *reversed(folders))
        return DeletePlan(steps, amount(steps, is_complete=is_complete))

    async def _copy_inside(self, steps: list[Step], top: RemoteFile | RemoteFolder) -> None:
        pending = [(top, len(steps) - 1)]
        while pending:
            folder, made_by = pending.pop()
            assert isinstance(folder, RemoteFolder)
            inside = await self._listing(folder.id, KNOWN_FOR)
            _check_links(Placed(folder.id, file) for file in inside.files)
            steps += [Step(Act.COPY, file, folder.id, into=made_by, is_asked=False) for file in inside.files]
            for child in inside.folders:
                steps.append(Step(Act.MAKE_FOLDER, child, folder.id, into=made_by, is_asked=False))
                pending.append((child, len(steps) - 1))

    async def _has_folder(self, parent: FolderId, name: str) -> bool:
        listing = await self._listing(parent, KNOWN_FOR)
        return any(folder.name == name for folder in listing.folders)

    def _check_rights(self, items: Iterable[Placed], target: FolderId | None = None) -> None:
        """What others share for reading stays as it is, and so does the place of what they share.

        Raises ``AccessDenied`` with the fact ``owner``; ``is_top`` of the shared folder itself.
        """
        for folder_id in places(items, target):
            folder = self._tree.get(folder_id)
            if folder is not None and not folder.is_writable:
                raise AccessDenied(name=folder.name, owner=folder.owner)
        for placed in items:
            item = placed.item
            if isinstance(item, RemoteFolder) and item.owner is not None and placed.folder == ROOT:
                raise AccessDenied(name=item.name, owner=item.owner, is_top=True)

    def _check_inside(self, items: Iterable[Placed], target: FolderId) -> None:
        line = {folder.id for folder in self._tree.ancestry(target)} | {target}
        for placed in items:
            if isinstance(placed.item, RemoteFolder) and placed.item.id in line:
                raise InsideItself(name=placed.item.name)


def places(items: Iterable[Placed], target: FolderId | None = None) -> set[FolderId]:
    """The folders that a change of these touches."""
    found = {placed.folder for placed in items}
    return found if target is None else found | {target}


def _renaming(placed: Placed) -> Act:
    return Act.RENAME if isinstance(placed.item, RemoteFile) else Act.RENAME_FOLDER


def _moving(placed: Placed) -> Act:
    return Act.MOVE if isinstance(placed.item, RemoteFile) else Act.MOVE_FOLDER


def _check_links(items: Iterable[Placed]) -> None:
    """What has no link here belongs to somebody who hides it: nothing can be done to it."""
    for placed in items:
        if isinstance(placed.item, RemoteFile) and (
            not placed.item.url or hidden_file(placed.item.url) is not None
        ):
            raise AccessDenied(name=placed.item.name)


def _free_name(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    count = 2
    while numbered(name, count) in taken:
        count += 1
    return numbered(name, count)
