"""Remote uploads, as the window does it: asked for beside it, told and shown when they have landed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.events import Event, RemoteFilesLanded, SignedOut
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.jobs import LandedFile, RemoteItem
from fichier_gui.domain.remote_sources import sources
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.clipboard import clipboard_text
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.searching import Searching
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import fetches, tr

if TYPE_CHECKING:
    from fichier_gui.ui.dialogs.remote_uploads import RemoteUploadsDialog

LANDED = "landed"
TOGETHER = 60.0
"""Seconds in which files that land one after the other are told together."""


class RemoteDesk:
    """One dialog at a time, beside the window."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        navigation: Navigation,
        searching: Searching,
        notices: Notices,
    ) -> None:
        self._seam = seam
        self._window = window
        self._scope = scope
        self._here = navigation
        self._searching = searching
        self._notices = notices
        self._dialog: RemoteUploadsDialog | None = None
        self._landed: list[LandedFile] = []
        self._failed = 0
        self._told_at = 0.0
        actions.on(ActionId.REMOTE_UPLOADS, self.open)
        seam.happened.connect(self._on_seam_happened)

    def open(self, urls: Sequence[str] = (), folder_id: FolderId | None = None) -> None:
        """The dialog; ``urls``, by default the addresses on the clipboard, are ready to be sent."""
        found = tuple(urls) or sources(clipboard_text()).urls
        if self._dialog is not None:
            self._dialog.bring_to_front(found)
            return
        from fichier_gui.ui.dialogs.remote_uploads import RemoteUploadsDialog

        target = self._here.folder_id if folder_id is None else folder_id
        self._dialog = RemoteUploadsDialog(self._seam, self._window, found, target)
        self._dialog.show_asked.connect(self._on_dialog_show_asked)
        self._scope.start(self._run(self._dialog), "remote uploads")

    async def _run(self, dialog: RemoteUploadsDialog) -> None:
        try:
            await dialog.run()
        finally:
            self._dialog = None

    def _show(self, file: LandedFile) -> None:
        self._searching.show_link(file.url, file.folder_id)

    def _on_dialog_show_asked(self, item: RemoteItem) -> None:
        if item.url is not None:
            self._searching.show_link(item.url, item.folder_id)
        elif item.folder_id is not None:
            self._here.go(item.folder_id)

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, RemoteFilesLanded):
            if event.files or event.failed:
                self._tell(event)
            for file in event.files[:1]:
                if file.folder_id is not None:
                    self._searching.reveal(file.url, file.folder_id)
        elif isinstance(event, SignedOut):
            self._landed, self._failed = [], 0

    def _tell(self, event: RemoteFilesLanded) -> None:
        now = self._seam.options.clock.time()
        if now - self._told_at > TOGETHER:
            self._landed, self._failed = [], 0
        self._told_at = now
        self._landed += event.files
        self._failed += event.failed
        words = fetches.landed_words([file.name for file in self._landed], self._failed)
        buttons = []
        if event.files:
            buttons.append(NoticeButton(tr("Show in its folder"), partial(self._show, event.files[0])))
        if self._failed and self._dialog is None:
            buttons.append(NoticeButton(tr("Why?"), self.open))
        self._notices.tell(words, *buttons, key=LANDED)
