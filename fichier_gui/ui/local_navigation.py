"""Which folder of this computer the local pane shows: history, loading, what changes on the disk."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError, DiskProblem, TargetFolderGone
from fichier_gui.domain.local_files import LocalListing
from fichier_gui.ui.navigation import as_app_error
from fichier_gui.ui.seam import Seam

_PATIENCE: Final = 150
"""Milliseconds before the shape of a list replaces the list before."""
_LOOK_EVERY: Final = 2000
"""Milliseconds between two looks at the folder: a watch of the system's sees nothing on network drives."""
_LONGEST_HISTORY: Final = 200


class LocalNavigation(QObject):
    """The disk is read on threads of the core; the pane reads the properties when ``changed`` tells it to."""

    changed = Signal()
    """Something to show."""
    missed = Signal(str)
    """There is no folder at this path."""

    def __init__(self, seam: Seam, scope: TaskScope, is_seen: Callable[[], bool]) -> None:
        """``is_seen``: whether the pane is; otherwise nothing is looked at."""
        super().__init__()
        self._seam = seam
        self._scope = scope
        self._is_seen = is_seen
        self._load: asyncio.Task[None] | None = None
        self._history: list[str] = []
        self._place = -1
        self.folder = ""
        """Absolute; empty until the first one is opened."""
        self.listing: LocalListing | None = None
        """While another folder is opened, None."""
        self.error: AppError | None = None
        self.is_loading = False
        """Long enough to be shown."""
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._on_patience_timeout)
        self._look = QTimer(self, interval=_LOOK_EVERY)
        self._look.timeout.connect(self._on_look_timeout)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a folder before this one."""
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one has gone back."""
        return self._place + 1 < len(self._history)

    @property
    def parent_folder(self) -> str:
        """The folder that holds this one; of a top folder itself."""
        return str(Path(self.folder).parent)

    def start(self, folder: str) -> None:
        """Show ``folder``, or the first one above it that is there."""

        before = self.folder

        async def work() -> None:
            found = await self._seam.call(lambda program: program.local_files.nearest(folder))
            if self.folder == before:  # the user may have gone elsewhere meanwhile
                self.go(found)

        self._look.start()
        self._patience.start()
        self._scope.start(work(), "open a local folder", self._on_load_failed)

    def close(self) -> None:
        """Nothing is looked at any more."""
        self._stop()
        self._look.stop()

    def go(self, folder: str) -> None:
        """Show a folder."""
        if folder == self.folder and self.error is None and self._history:
            return
        del self._history[self._place + 1 :]
        self._history.append(folder)
        del self._history[:-_LONGEST_HISTORY]
        self._place = len(self._history) - 1
        self._open(folder)

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
        """The folder that holds this one; of a folder that is gone, the first one above that is there."""
        if isinstance(self.error, TargetFolderGone):
            self.start(self.parent_folder)
        elif self.folder:
            self.go(self.parent_folder)

    def refresh(self) -> None:
        """Read the folder again; selection and place stay."""
        if self.folder:
            self._read(self.folder)

    def go_to_path(self, text: str) -> None:
        """Show a typed path; ``~`` is the home folder, and what is not absolute begins here."""
        if not text:
            return
        try:
            folder = str(_normal(Path(self.folder, Path(text).expanduser())))
        except RuntimeError:  # "~" and a name that no user has
            self.missed.emit(text)
            return

        async def work() -> None:
            try:
                await self._seam.call(lambda program: program.local_files.listing(folder))
            except TargetFolderGone:
                self.missed.emit(text)
            except DiskProblem:
                self.go(folder)  # says there why it cannot be shown
            else:
                self.go(folder)

        self._scope.start(work(), "find a typed local path", self._on_load_failed)

    def _open(self, folder: str) -> None:
        self.folder, self.listing, self.error = folder, None, None
        self._patience.start()
        self._read(folder)
        self.changed.emit()

    def _read(self, folder: str) -> None:
        self._stop_reading()
        self._load = self._scope.start(self._fetch(folder), "read a local folder", self._on_load_failed)

    async def _fetch(self, folder: str) -> None:
        listing = await self._seam.call(lambda program: program.local_files.listing(folder))
        self._patience.stop()
        self.is_loading, self.error, self.listing = False, None, listing
        self.changed.emit()

    async def _look_again(self, folder: str, known: LocalListing | None) -> None:
        if known is not None:
            stamp = await self._seam.call(lambda program: program.local_files.stamp(folder))
            if stamp == known.stamp:
                return
        await self._fetch(folder)

    def _stop(self) -> None:
        self._stop_reading()
        self._patience.stop()
        self.is_loading = False

    def _stop_reading(self) -> None:
        if self._load is not None:
            self._load.cancel()
            self._load = None

    def _on_patience_timeout(self) -> None:
        if self.listing is None and self.error is None:
            self.is_loading = True
            self.changed.emit()

    def _on_look_timeout(self) -> None:
        is_reading = self._load is not None and not self._load.done()
        if self.folder and not is_reading and self._is_seen():
            work = self._look_again(self.folder, self.listing)
            self._load = self._scope.start(work, "look at a local folder", self._on_load_failed)

    def _on_load_failed(self, _name: str, error: Exception) -> None:
        self._patience.stop()
        self.is_loading = False
        found = as_app_error(error)
        if type(found) is not type(self.error):
            self.error, self.listing = found, None
            self.changed.emit()


def _normal(path: Path) -> Path:
    """Without ``..``, by its words alone, as the path above the list is."""
    parts: list[str] = []
    for part in path.parts[1:]:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
    return Path(path.anchor, *parts)
