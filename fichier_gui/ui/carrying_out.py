"""What other programs get of rows: the files where they are on this computer or small, else their links."""

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer

from fichier_gui.app.tasks import TaskScope
from fichier_gui.catalogue.order import Row
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import DownloadFinished, Event, UploadFinished
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.ui import wording
from fichier_gui.ui.carried_paths import local_url
from fichier_gui.ui.late_data import URIS, LateData
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.views.row_carrying import Outcome
from fichier_gui.ui.wording import tr

CARRIED: Final = "carried"
PATIENCE: Final = 3.0
"""Seconds: other programs wait five for what they asked for, and the drag stands still meanwhile."""
MOST: Final = 500
"""Rows of which it is worth knowing where they are."""
_LINKS_PASS_FOR_FILES: Final = sys.platform.startswith("linux")
"""File managers there take the page behind an address for a file, or fail; others make a shortcut."""

Paths = dict[FileUrl, str]
DownloadTo = Callable[[Sequence[Row]], None]


class CarryingOut(QObject):
    """A drag cannot wait: where the chosen files are is asked as soon as they are chosen."""

    def __init__(
        self, seam: Seam, window: MainWindow, scope: TaskScope, notices: Notices, download_to: DownloadTo
    ) -> None:
        super().__init__(window)
        self._seam = seam
        self._scope = scope
        self._notices = notices
        self._download_to = download_to
        self._table, self._model = window.files.table, window.files.model
        self.paths: Paths = {}
        """Of those of the chosen files that are on this computer."""
        self._is_asking = self._is_asked_again = self._gives_files = False
        self._table.data_of = self._data_of
        self._table.chosen.connect(self._on_table_chosen)
        self._table.carried.connect(self._on_table_carried)
        seam.happened.connect(self._on_seam_happened)

    def known(self, files: Sequence[RemoteFile]) -> list[str]:
        """The paths of ``files`` where all of them are on this computer; else nothing."""
        paths = [self.paths[file.url] for file in files if file.url in self.paths]
        return paths if len(paths) == len(files) else []

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, DownloadFinished | UploadFinished):
            self._on_table_chosen()

    def _on_table_chosen(self) -> None:
        if self._is_asking:
            self._is_asked_again = True
        elif self._table.chosen_now().files and self._seam.is_open:
            self._scope.start(self._ask(), "look for files on this computer")
        else:
            self.paths = {}

    async def _ask(self) -> None:
        self._is_asking = True
        try:
            files = self._table.chosen_now().files
            self.paths = await self._seam.call(lambda p: p.exchange.copies.find(files))
        finally:
            self._is_asking, again = False, self._is_asked_again
            self._is_asked_again = False
        if again:
            self._on_table_chosen()

    def _data_of(self, rows: Sequence[Row]) -> tuple[QMimeData, Callable[[], None]]:
        data, files = self._model.carried(rows), _files(rows)
        self._gives_files = False
        if files and (paths := self.known(files)):
            data.setUrls([local_url(path) for path in paths])
            self._gives_files = True
            return data, lambda: None
        if files and self._seam.is_open and self._is_fetched(files):
            self._gives_files = True
            late = _Late(self._seam, files, lambda error: self._tell_late(rows, error))
            return LateData(data, late.paths), late.begin
        if _LINKS_PASS_FOR_FILES:
            data.removeFormat(URIS)
        return data, lambda: None

    def _is_fetched(self, files: Sequence[RemoteFile]) -> bool:
        from fichier_gui.app.local_copies import is_small

        return is_small([file for file in files if file.url not in self.paths])

    def _on_table_carried(self, rows: Sequence[Row], outcome: Outcome) -> None:
        if outcome.is_outside and not outcome.is_taken and not self._gives_files:
            self._offer(rows, tr("Only small files can be dragged to other programs from here."))

    def _tell_late(self, rows: Sequence[Row], error: AppError | None) -> None:
        if error is None:
            words = tr("It takes too long to fetch this during a drag.")
        else:
            words = wording.error_words(error).sentence
        # The drag is under way: what is shown must not run into it.
        QTimer.singleShot(0, self, lambda: self._offer(rows, words))

    def _offer(self, rows: Sequence[Row], words: str) -> None:
        self._notices.tell(
            words, NoticeButton(tr("Download to…"), lambda: self._download_to(rows)), key=CARRIED
        )


class _Late:
    """The files of one drag, on their way from when it leaves the window."""

    def __init__(
        self, seam: Seam, files: Sequence[RemoteFile], failed: Callable[[AppError | None], None]
    ) -> None:
        self._seam = seam
        self._files = files
        self._failed = failed
        self._work: Future[Paths] | None = None

    def begin(self) -> None:
        """Once; what comes too late is kept for the next drag."""
        if self._work is None and self._seam.is_open:
            self._work = self._seam.begin(lambda p: p.exchange.copies.fetched(self._files))

    def paths(self) -> list[str]:
        """All of them, or nothing and a word why. Blocks for :data:`PATIENCE` seconds at most."""
        self.begin()
        if self._work is None or self._work.cancelled():
            return []
        try:
            paths = self._work.result(PATIENCE)
        except TimeoutError:
            self._failed(None)
            return []
        except AppError as error:
            self._failed(error)
            return []
        return [paths[file.url] for file in self._files]


def _files(rows: Sequence[Row]) -> list[RemoteFile]:
    """``rows``, where all of them are files with links, and not too many."""
    files = [row for row in rows if isinstance(row, RemoteFile) and row.url]
    return files if len(files) == len(rows) <= MOST else []
