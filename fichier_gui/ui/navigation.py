"""Which folder the window shows: history, loading, what the core says about it."""

import asyncio
import logging
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError, NetworkProblem, NotFound, ServiceBusy, Unexpected
from fichier_gui.domain.events import (
    Event,
    FolderFailed,
    FolderRefreshed,
    NetworkFound,
    NetworkLost,
    ServiceResumed,
)
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile, RemoteFolder
from fichier_gui.ui.models.folder_tree import FolderTreeModel
from fichier_gui.ui.seam import Seam, SeamClosed

logger = logging.getLogger(__name__)

_PATIENCE = 150
"""Milliseconds before the shape of a list replaces the list before: what comes from disk comes sooner."""
_AGAIN = 15_000
"""Milliseconds before a folder that the service or the network did not give is asked for again."""
_LONGEST_HISTORY = 200
_DEPTH_OF_SHARES = 2
"""Folders on the way to one that somebody shares: the root and itself."""


class Navigation(QObject):
    """The one place that knows where we are. Views read it when ``changed`` tells them to."""

    changed = Signal()
    """Something to show: read the properties."""
    asked = Signal(object)
    """An ``AppError`` of something the user asked for, to be told in the notice bar."""
    withdrawn = Signal(str)
    """The name of a folder of somebody else that was left, for it is not shared any more."""
    missed = Signal(str)
    """There is no folder at this path."""

    def __init__(self, seam: Seam, tree: FolderTreeModel, scope: TaskScope) -> None:
        super().__init__()
        self._seam = seam
        self._tree = tree
        self._scope = scope
        self._load: asyncio.Task[None] | None = None
        self._history: list[FolderId] = []
        self._place = -1
        self.folder_id: FolderId = ROOT
        self.path: tuple[RemoteFolder, ...] = (ROOT_FOLDER,)
        self.listing: FolderListing | None = None
        self.error: AppError | None = None
        self.is_loading = False
        """Long enough to be shown."""
        self.is_offline = False
        self.is_reset = True
        """The folder is another one than before, so selection and scroll start anew."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self._on_patience_over)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN)
        self._again.timeout.connect(self.refresh)
        tree.wanted.connect(self._on_tree_wanted)
        seam.happened.connect(self.on_seam_happened)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a folder before this one."""
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one has gone back."""
        return self._place + 1 < len(self._history)

    @property
    def folder_name(self) -> str:
        """The name of the folder; empty for the root."""
        return self.path[-1].name

    @property
    def remote_path(self) -> str:
        """ "/Films/2024"."""
        return "/" + "/".join(folder.name for folder in self.path[1:])

    def known(self, folder_id: FolderId) -> RemoteFolder | None:
        """A folder that the tree knows."""
        path = self._tree.path(folder_id)
        return path[-1] if path else None

    def shares_among(self, rows: Iterable[RemoteFile | RemoteFolder]) -> list[RemoteFolder]:
        """The folders that others share with the account; what lies in these is not among them."""
        folders = (row for row in rows if isinstance(row, RemoteFolder) and row.owner is not None)
        return [folder for folder in folders if len(self._tree.path(folder.id)) == _DEPTH_OF_SHARES]

    def go(self, folder_id: FolderId) -> None:
        """Show a folder."""
        if folder_id == self.folder_id and self._history and self.error is None:
            return
        del self._history[self._place + 1 :]
        self._history.append(folder_id)
        del self._history[:-_LONGEST_HISTORY]
        self._place = len(self._history) - 1
        self._open(folder_id)

    def back(self) -> None:
        """The folder before."""
        if self.can_go_back:
            self._place -= 1
            self._open(self._history[self._place])

    def forward(self) -> None:
        """The folder one came back from."""
        if self.can_go_forward:
            self._place += 1
            self._open(self._history[self._place])

    def up(self) -> None:
        """The folder that holds this one."""
        if len(self.path) > 1:
            self.go(self.path[-2].id)

    def follow_in(self, other: "Navigation") -> None:
        """Where another window was, with the way there."""
        if other._history:
            self._history, self._place = list(other._history), other._place
            self._open(self._history[self._place])

    def refresh(self) -> None:
        """Ask the service again."""
        self._open(self.folder_id, refresh=True, is_reset=self.listing is None)

    def go_to_path(self, path: str) -> None:
        """Show ``/Films/2024``, as typed."""

        async def work() -> None:
            try:
                folder_id = await self._seam.call(lambda program: program.browse.resolve(path))
            except NotFound:
                self.missed.emit(path)
            else:
                self.go(folder_id)

        self._scope.start(work(), "find a typed path", self._on_asked_failed)

    def forget(self) -> None:
        """Nobody is signed in any more."""
        self._stop()
        self._history.clear()
        self._place = -1
        self.folder_id, self.path = ROOT, (ROOT_FOLDER,)
        self.listing = self.error = None
        self.is_loading = False
        self._tree.clear()
        self.changed.emit()

    def on_seam_happened(self, event: Event) -> None:
        """Take in what concerns folders."""
        if isinstance(event, FolderRefreshed):
            self._tree.show(event.listing)
            self._follow(event.listing)
            if event.listing.folder.id == self.folder_id:
                # What may be done in a folder of somebody else is known from its own list alone.
                self.path = self._tree.path(self.folder_id) or self.path
                self._arrived(event.listing, is_reset=self.listing is None)
        elif isinstance(event, FolderFailed):
            self._tree.fail(event.folder_id, event.error)
            if event.folder_id == self.folder_id:
                self._failed(event.error)
        elif isinstance(event, NetworkLost | NetworkFound):
            self.is_offline = isinstance(event, NetworkLost)
            self.changed.emit()
            self._settle_again()
        if isinstance(event, NetworkFound | ServiceResumed) and self.error is not None:
            self.refresh()  # as was promised: it goes on by itself

    def _follow(self, listing: FolderListing) -> None:
        """What is shown may lie in a folder that has another name now, is elsewhere, or is gone."""
        line = [folder.id for folder in self.path[:-1]]
        if listing.folder.id not in line:
            return
        below = self.path[line.index(listing.folder.id) + 1]
        known = self._tree.path(self.folder_id)
        if known and known != self.path:
            self.path = known
            self.changed.emit()
        elif not known and listing.is_complete and all(below.id != folder.id for folder in listing.folders):
            if below.owner is not None and listing.folder.owner is None:
                self.withdrawn.emit(below.name)
            self.go(listing.folder.id)

    def _open(self, folder_id: FolderId, *, refresh: bool = False, is_reset: bool = True) -> None:
        self._stop()
        self.folder_id = folder_id
        self.error = None
        known = self._tree.path(folder_id)
        if known:
            self.path = known
        if is_reset:
            self.listing = None
        self._timer.start()
        self._load = self._scope.start(
            self._fetch(folder_id, refresh, is_reset), f"open folder {folder_id}", self._on_open_failed
        )

    async def _fetch(self, folder_id: FolderId, refresh: bool, is_reset: bool) -> None:
        listing = await self._seam.call(
            lambda program: program.browse.open_folder(folder_id, refresh=refresh)
        )
        path = await self._seam.call(lambda program: program.browse.known_path(folder_id))
        self.path = _rooted(path, listing)
        if self.listing is not None and self.listing.fetched_at >= listing.fetched_at:
            # An event was first, and may hold a change of ours since: what is shown stays, but for the path.
            self._arrived(self.listing, is_reset=False)
            return
        self._tree.show(listing)
        self._arrived(listing, is_reset=is_reset)

    def _arrived(self, listing: FolderListing, *, is_reset: bool) -> None:
        self._timer.stop()
        self.listing = listing
        self.error = None
        self.is_loading = False
        self.is_reset = is_reset
        self.changed.emit()
        self.is_reset = False
        self._settle_again()

    def _failed(self, error: AppError) -> None:
        self._timer.stop()
        self.is_loading = False
        self.error = error
        self.is_offline = self.is_offline or isinstance(error, NetworkProblem)
        self.changed.emit()
        self._settle_again()

    def _settle_again(self) -> None:
        """Nobody else may ask the service anything for hours, so this is how it is found again."""
        is_waiting = self.is_offline or isinstance(self.error, ServiceBusy | NetworkProblem)
        if is_waiting and self._history:
            self._again.start()
        else:
            self._again.stop()

    def _stop(self) -> None:
        self._timer.stop()
        self._again.stop()
        self.is_loading = False
        if self._load is not None:
            self._load.cancel()
            self._load = None

    def _on_patience_over(self) -> None:
        if self.listing is None and self.error is None:
            self.is_loading = True
            self.changed.emit()

    def _on_tree_wanted(self, folder_id: FolderId) -> None:
        async def work() -> None:
            self._tree.show(await self._seam.call(lambda program: program.browse.open_folder(folder_id)))

        def failed(_name: str, error: Exception) -> None:
            self._tree.fail(folder_id, as_app_error(error))

        self._scope.start(work(), f"children of folder {folder_id}", failed)

    def _on_open_failed(self, _name: str, error: Exception) -> None:
        self._failed(as_app_error(error))

    def _on_asked_failed(self, _name: str, error: Exception) -> None:
        self.asked.emit(as_app_error(error))


def as_app_error(error: Exception) -> AppError:
    """An error of ours as it is; any other one is a bug of ours."""
    if isinstance(error, AppError):
        return error
    if not isinstance(error, SeamClosed):  # that the program ends is no fault
        logger.error("A fault of our own", exc_info=error)
    return Unexpected(type(error).__name__)


def _rooted(path: Sequence[RemoteFolder], listing: FolderListing) -> tuple[RemoteFolder, ...]:
    if path:
        return tuple(path)
    return (ROOT_FOLDER,) if listing.folder.id == ROOT else (ROOT_FOLDER, listing.folder)
