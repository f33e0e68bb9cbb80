"""Thumbnails of a folder's pictures, when the user asks for them: the window's side."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import (
    AppError,
    NotFound,
    PasswordNeeded,
    PasswordWrong,
    RemoteChanged,
    RequestProblem,
)
from fichier_gui.domain.events import Event, SignedIn, SignedOut
from fichier_gui.domain.preview import PICTURE_LIMIT, PreviewKind, preview_kind
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.pictures import can_read
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.thumbnails import Thumbnails
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import preview, tr

MOST_UNASKED: Final = 30
"""Pictures that are fetched without a question, and the bytes of them all."""
BYTES_UNASKED: Final = 64 * 1024 * 1024
_AT_ONCE: Final = 2
_FETCHING: Final = "thumbnails"
_OF_ONE_FILE: Final = (NotFound, PasswordNeeded, PasswordWrong, RemoteChanged, RequestProblem)
"""What one picture meets says nothing of the next."""


@dataclass(slots=True)
class _Work:
    """What one run fetches."""

    left: list[RemoteFile]
    """The next one comes last."""
    count: int
    octets: int
    failed: int = 0
    problem: AppError | None = None
    """What ended it: all others would meet it too."""


class ThumbnailDesk:
    """One run at a time, for the pictures that are chosen or those of the folder."""

    def __init__(
        self, seam: Seam, window: MainWindow, actions: Actions, scope: TaskScope, notices: Notices
    ) -> None:
        self._window = window
        self._scope = scope
        self._notices = notices
        self._run: asyncio.Task[None] | None = None
        self.thumbnails = Thumbnails(seam, scope, window)
        window.files.model.thumbnail = self.thumbnails.small
        window.files.table.has_thumbnails = self.thumbnails.has_any
        window.details.thumbnail = self.thumbnails.large
        self.thumbnails.changed.connect(window.files.table.renew_thumbnails)
        self.thumbnails.changed.connect(window.details.renew_thumbnail)
        actions.on(ActionId.SHOW_THUMBNAILS, self._start)
        actions.on(ActionId.FORGET_THUMBNAILS, lambda: scope.start(self._forget(), "forget thumbnails"))
        seam.happened.connect(self._on_seam_happened)

    def close(self) -> None:
        """End the thread."""
        self.thumbnails.close()

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, SignedIn):
            self._scope.start(self.thumbnails.learn(), "which thumbnails are kept")
        elif isinstance(event, SignedOut):
            self._stop()
            self.thumbnails.clear()

    @property
    def is_at_work(self) -> bool:
        """It asks or fetches."""
        return self._run is not None and not self._run.done()

    def _start(self) -> None:
        if not self.is_at_work:
            self._run = self._scope.start(self._show(), "thumbnails")

    def _stop(self) -> None:
        if self._run is not None:
            self._run.cancel()

    async def _forget(self) -> None:
        self._stop()
        await self.thumbnails.forget()
        self._notices.tell(tr("All thumbnails were removed from this computer."))

    def _pictures(self) -> list[RemoteFile]:
        """Those that are chosen, if several rows are; else those of the list."""
        chosen = self._window.files.table.chosen_rows()
        rows = chosen if len(chosen) > 1 else self._window.files.model.rows
        return [row for row in rows if isinstance(row, RemoteFile) and _is_wanted(row)]

    async def _show(self) -> None:
        pictures = self._pictures()
        wanted = [file for file in pictures if not self.thumbnails.knows(file)]
        if not wanted:
            self._notices.tell(
                tr("The thumbnails are all there.")
                if pictures
                else tr("There is no picture to be shown here.")
            )
        elif await self._may_fetch(wanted):
            await self._fetch(wanted)

    async def _may_fetch(self, files: Sequence[RemoteFile]) -> bool:
        octets = sum(file.size for file in files)
        if len(files) <= MOST_UNASKED and octets <= BYTES_UNASKED:
            return True
        choices = (
            Choice("fetch", tr("Fetch %n picture(s)", "", len(files)), Weight.MAIN),
            Choice("", tr("Cancel"), Weight.BACK),
        )
        question = preview.thumbnails_question(len(files), octets)
        answered = await ask(
            self._window, tr("Thumbnails"), question, choices, follows=preview.thumbnails_words()
        )
        return answered.key == "fetch"

    async def _fetch(self, files: Sequence[RemoteFile]) -> None:
        work = _Work(list(reversed(files)), len(files), sum(file.size for file in files))
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(_AT_ONCE):
                    group.create_task(self._fetch_left(work))
        finally:
            self._notices.withdraw(_FETCHING)
        if work.problem is not None:
            self._notices.tell(preview.failed_words(work.problem))
        elif work.failed:
            self._notices.tell(tr("%n picture(s) could not be shown.", "", work.failed))

    async def _fetch_left(self, work: _Work) -> None:
        stop = NoticeButton(tr("Stop"), self._stop)
        while work.left:
            file = work.left.pop()
            text = preview.thumbnailing_words(work.count - len(work.left), work.count, work.octets)
            self._notices.tell(text, stop, key=_FETCHING, stays=True)
            try:
                is_shown = await self.thumbnails.make(file)
                work.failed += not is_shown
            except _OF_ONE_FILE:
                work.failed += 1
            except AppError as error:
                work.problem = error
                work.left.clear()


def _is_wanted(file: RemoteFile) -> bool:
    return (
        preview_kind(file) is PreviewKind.PICTURE
        and 0 < file.size <= PICTURE_LIMIT
        and not file.has_password
        and can_read(file.name)
    )
