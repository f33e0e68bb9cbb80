"""Keeps what is known of the account fresh, politely: a folder is asked once, however many want it.

What is on disk is shown at once; the service is asked when that is old, and never twice in 30 seconds for
one folder (its own rule, §3 of the API reference). Our own changes are known without asking.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any, Final, Protocol, TypeVar

from fichier_gui.catalogue.edits import Edit, file_put, files_gone, files_put, folder_gone, folder_put
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.catalogue.tree import FolderTree
from fichier_gui.catalogue.windows import WindowedFiles
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AccessDenied, AppError, DiskProblem, NotFound, Unexpected
from fichier_gui.domain.events import Event, FolderFailed, FolderRefreshed
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.remote import FolderListing, RemoteFile, RemoteFolder

logger = logging.getLogger(__name__)

T = TypeVar("T")

SERVICE_INTERVAL: Final = 30.0
"""Seconds that the service wants between two listings of one folder."""

Spawn = Callable[[Coroutine[Any, Any, None], str], asyncio.Task[None]]


class Urgency(IntEnum):
    """Who waits for a listing; the same numbers as the request budget's priorities."""

    CLICK = 0
    TRANSFER = 1
    BACKGROUND = 2


class Fetch(Protocol):
    """Asks the service for one folder (``folder/ls`` with its files), inside the request budget."""

    def __call__(self, folder_id: FolderId, urgency: Urgency) -> Awaitable[FolderListing]:
        """The listing as the service shows it now. Raises leaves of ``AppError``."""
        ...


@dataclass(slots=True)
class _Run:
    """One request on its way."""

    future: asyncio.Future[FolderListing]
    edits: list[Edit] = field(default_factory=list)
    """Our own changes since it was sent: its answer may not show them yet."""
    is_background: bool = False


class Refresher:
    """The one way to listings. Implements ``KnownFolders`` of the transfers' ports."""

    def __init__(
        self,
        store: CatalogueStore,
        fetch: Fetch,
        clock: Clock,
        emit: Callable[[Event], None],
        spawn: Spawn,
        refresh_after: Callable[[], float],
    ) -> None:
        self._store = store
        self._fetch = fetch
        self._clock = clock
        self._emit = emit
        self._spawn = spawn
        self._refresh_after = refresh_after
        self._running: dict[FolderId, _Run] = {}
        self._completing: dict[FolderId, list[Edit]] = {}
        """Our own changes to folders whose rest is being read."""
        self._to_announce: dict[FolderId, None] = {}
        self._is_announcing = False
        self.as_shown: Edit = lambda listing: listing
        """What people are shown of a listing: with what they have asked for and the service still does."""

    @property
    def tree(self) -> FolderTree:
        """The known folders, for paths. Look-ups from any thread."""
        return self._store.tree

    async def open(self, folder_id: FolderId, *, refresh: bool = False) -> FolderListing:
        """From disk at once when it was ever listed; asked again in the background when old, or ``refresh``.

        ``FolderRefreshed`` or ``FolderFailed`` tells how that ended. A listing younger than 30 s is the
        answer to any ``refresh``. Waits, and raises what the service says, only for a folder never seen.
        """
        known = await self._known(folder_id)
        if known is None:
            return self.as_shown(await self._answer(self._run(folder_id, Urgency.CLICK)))
        age = self._age(known)
        if age >= SERVICE_INTERVAL and (refresh or age >= self._refresh_after()):
            self._run(folder_id, Urgency.CLICK).is_background = True
        return self.as_shown(known)

    async def fresh(self, folder_id: FolderId, *, urgency: Urgency = Urgency.CLICK) -> FolderListing:
        """Wait for the service, unless it answered within the last 30 s. Raises what it says."""
        known = await self._known(folder_id)
        if known is not None and self._age(known) < SERVICE_INTERVAL:
            return known
        return await self._answer(self._run(folder_id, urgency))

    async def listing(self, folder_id: FolderId, *, not_older_than: float) -> FolderListing:
        """See ``KnownFolders``: as the service showed it at or after ``not_older_than``."""
        known = await self._known(folder_id)
        if known is not None and known.fetched_at >= not_older_than:
            return known
        if running := self._running.get(folder_id):
            joined = await self._answer(running)
            if joined.fetched_at >= not_older_than:
                return joined
        return await self._answer(self._run(folder_id, Urgency.TRANSFER))

    async def complete(
        self, folder_id: FolderId, read: Callable[[FolderListing], Awaitable[WindowedFiles]]
    ) -> None:
        """Find the rest of a folder whose list was cut. ``read`` may take minutes; raises what it raises."""
        known = await self._known(folder_id)
        if known is None or known.is_complete:
            return
        begun = self._clock.time()
        edits = self._completing.setdefault(folder_id, [])
        try:
            found = await read(known)
            listing = replace(known, files=found.files, fetched_at=begun, is_complete=found.is_complete)
            for edit in edits:
                listing = edit(listing)
        finally:
            del self._completing[folder_id]
        await self._kept(self._store.save(listing))
        self._announce(folder_id)

    async def resolve(self, path: str) -> FolderId:
        """The folder at ``/Films/2024``: by what is known, then by asking. Raises ``NotFound``."""
        current = ROOT
        for name in filter(None, path.split("/")):
            found = _named(await self.open(current), name)
            if found is None:
                found = _named(await self.fresh(current), name)
            if found is None:
                raise NotFound(path=path)
            current = found
        return current

    async def stored(self, folder_id: FolderId, file: RemoteFile) -> None:
        """See ``KnownFolders``: an upload arrived."""
        self._note(folder_id, file_put(file))
        await self._kept(self._store.put_file(folder_id, file))
        self._announce(folder_id)

    async def files_put(self, folder_id: FolderId, files: Collection[RemoteFile]) -> None:
        """These files are in the folder now, under their present names, by an act of ours."""
        urls = {file.url for file in files}
        for other in self._running:
            self._note(other, files_put(files) if other == folder_id else files_gone(urls))
        before = await self._kept(self._store.put_files(folder_id, tuple(files)))
        for changed in (folder_id, *(before or ())):
            self._announce(changed)

    async def files_removed(self, urls: Collection[FileUrl]) -> None:
        """These files are gone by an act of ours."""
        for folder_id in {*self._running, *self._completing}:
            self._note(folder_id, files_gone(urls))
        for folder_id in await self._kept(self._store.remove_files(urls)) or ():
            self._announce(folder_id)

    async def folder_stored(self, parent: FolderId, folder: RemoteFolder) -> None:
        """A folder was made, renamed or moved by an act of ours; it is in ``parent`` now."""
        before = self.tree.parent(folder.id)
        if before is not None and before != parent:
            self._note(before, folder_gone(folder.id))
            self._announce(before)
        self._note(parent, folder_put(folder))
        await self._kept(self._store.put_folder(parent, folder))
        self._announce(parent)

    async def folder_made(self, parent: FolderId, folder: RemoteFolder) -> None:
        """A new folder of ours: that it is empty is known without asking."""
        await self.folder_stored(parent, folder)
        empty = FolderListing(folder=folder, folders=(), files=(), fetched_at=self._clock.time())
        await self._kept(self._store.save(empty))

    async def place(self, url: FileUrl) -> tuple[FolderId, RemoteFile] | None:
        """The folder of a file, and the file, as far as known."""
        return await self._kept(self._store.place(url))

    def show_again(self, folder_id: FolderId) -> None:
        """What :attr:`as_shown` makes of this folder is another now."""
        self._announce(folder_id)

    async def folder_removed(self, folder_id: FolderId) -> None:
        """A folder is gone, by an act of ours or as the service says."""
        parent = self.tree.parent(folder_id)
        if parent is not None:
            self._note(parent, folder_gone(folder_id))
        await self._kept(self._store.remove_folder(folder_id))
        if parent is not None:
            self._announce(parent)

    async def _known(self, folder_id: FolderId) -> FolderListing | None:
        return await self._kept(self._store.load(folder_id))

    async def _kept(self, work: Awaitable[T]) -> T | None:
        """The store is a cache: when its disk fails, the service is asked instead."""
        try:
            return await work
        except DiskProblem as error:
            logger.warning("the catalogue cannot be used now: %s", error.detail)
            return None

    def _age(self, listing: FolderListing) -> float:
        """Seconds; a listing of the future (the clock was set back) is old."""
        age = self._clock.time() - listing.fetched_at
        return age if age >= 0 else float("inf")

    def _run(self, folder_id: FolderId, urgency: Urgency) -> _Run:
        """The request on its way for this folder, or a new one."""
        run = self._running.get(folder_id)
        if run is None:
            run = _Run(asyncio.get_running_loop().create_future())
            # Nobody may be waiting when it fails: that is told by an event.
            run.future.add_done_callback(_seen)
            self._spawn(self._carry_out(folder_id, urgency, run), f"list folder {folder_id}")
            self._running[folder_id] = run
        return run

    async def _answer(self, run: _Run) -> FolderListing:
        # One who leaves does not take the answer from the others.
        return await asyncio.shield(run.future)

    async def _carry_out(self, folder_id: FolderId, urgency: Urgency, run: _Run) -> None:
        try:
            listing = await self._fetched(folder_id, urgency, run)
        except AppError as error:
            self._settle(folder_id, run, error)
            if self._is_gone(folder_id, error):
                await self.folder_removed(folder_id)
        except Exception as error:
            self._settle(folder_id, run, Unexpected(type(error).__name__))
            raise
        else:
            run.future.set_result(listing)
            self._emit(FolderRefreshed(self.as_shown(listing)))
        finally:
            # After a failure another may have begun: while the folder's end is noted, somebody asks again.
            if self._running.get(folder_id) is run:
                del self._running[folder_id]
            run.future.cancel()

    async def _fetched(self, folder_id: FolderId, urgency: Urgency, run: _Run) -> FolderListing:
        listing = await self._fetch(folder_id, urgency)
        for edit in run.edits:
            listing = edit(listing)
        return await self._kept(self._store.save(listing)) or listing

    def _settle(self, folder_id: FolderId, run: _Run, error: AppError) -> None:
        self._running.pop(folder_id, None)
        run.future.set_exception(error)
        if run.is_background:
            self._emit(FolderFailed(folder_id, error))

    def _is_gone(self, folder_id: FolderId, error: AppError) -> bool:
        """Deleted, or by its owner not shared any more."""
        folder = self.tree.get(folder_id)
        is_others = folder is not None and folder.owner is not None
        return folder_id != ROOT and isinstance(error, (NotFound, AccessDenied) if is_others else NotFound)

    def _note(self, folder_id: FolderId, edit: Edit) -> None:
        if run := self._running.get(folder_id):
            run.edits.append(edit)
        if (edits := self._completing.get(folder_id)) is not None:
            edits.append(edit)

    def _announce(self, folder_id: FolderId) -> None:
        """Tell that a listing changed. Many changes in a row are told together."""
        self._to_announce[folder_id] = None
        if not self._is_announcing:
            self._spawn(self._announce_all(), "announce changed folders")
            self._is_announcing = True

    async def _announce_all(self) -> None:
        try:
            while self._to_announce:
                folder_id = next(iter(self._to_announce))
                del self._to_announce[folder_id]
                if listing := await self._known(folder_id):
                    self._emit(FolderRefreshed(self.as_shown(listing)))
        finally:
            self._is_announcing = False


def _named(listing: FolderListing, name: str) -> FolderId | None:
    return next((folder.id for folder in listing.folders if folder.name == name), None)


def _seen(future: asyncio.Future[FolderListing]) -> None:
    if not future.cancelled():
        future.exception()
