"""Downloads, as the window starts them: planned, agreed when it is much, queued."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.views import DownloadPlan
from fichier_gui.catalogue.order import Row
from fichier_gui.domain import pasted
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.organising import Placed
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.ui import wording
from fichier_gui.ui.clipboard import copy_links
from fichier_gui.ui.dialogs.choosing import chosen_paths
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.organising import OrganisingDesk
from fichier_gui.ui.planning import Planning
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr

if TYPE_CHECKING:
    from fichier_gui.ui.dialogs.paste_links import Copying

LEFT_OUT = "left out"


class Fetching:
    """Into the download folder of the settings, unless asked otherwise."""

    def __init__(
        self,
        seam: Seam,
        window: QWidget,
        scope: TaskScope,
        navigation: Navigation,
        notices: Notices,
        planning: Planning,
        organising: OrganisingDesk,
    ) -> None:
        self._seam = seam
        self._window = window
        self._scope = scope
        self._here = navigation
        self._notices = notices
        self._planning = planning
        self._organising = organising

    def fetch(
        self,
        items: Sequence[Row],
        remote_path: str = "",
        *,
        paths: Mapping[FileUrl, str] | None = None,
        asks_folder: bool = False,
        to: Path | None = None,
    ) -> None:
        """Download rows, shown in ``remote_path``; ``paths`` has those of files that are elsewhere.

        ``to``: the folder of this computer. Without it the settings, or ``asks_folder``, may want one chosen.
        """
        if items:
            work = self._fetch(tuple(items), remote_path, paths or {}, to, asks_folder=asks_folder)
            self._scope.start(work, "download")

    def fetch_links(self, text: str) -> None:
        """Download what is behind the links of a text, or copy it to the account."""
        from fichier_gui.ui.dialogs.paste_links import Copying, paste_links

        async def work() -> None:
            started = await paste_links(self._seam, self._window, text, self._here.folder_id)
            if started is None:
                return
            if isinstance(started, Copying):
                self._copy(started)
            if started.unusable:
                self._tell_left_out(started.unusable)

        self._scope.start(work(), "paste links")

    def _copy(self, wish: Copying) -> None:
        rows, folder = pasted.by_password(wish.rows), wish.folder
        # Whose folder a file comes from is not told: only where its copy goes counts.
        items = [Placed(folder.id, row.file) for row in rows]
        passwords = {row.file.url: row.password for row in rows if row.password is not None}
        self._organising.copy(items, folder.id, wording.folder_name(folder), passwords)

    def _tell_left_out(self, unusable: Sequence[str]) -> None:
        copy = NoticeButton(tr("Copy them"), lambda: copy_links(unusable))
        self._notices.tell(wording.left_out_words(len(unusable)), copy, key=LEFT_OUT, stays=True)

    async def _fetch(
        self,
        items: Sequence[Row],
        remote_path: str,
        paths: Mapping[FileUrl, str],
        folder: Path | None,
        *,
        asks_folder: bool,
    ) -> None:
        from fichier_gui.ui.dialogs.download_plan import DownloadReview

        settings = self._seam.program.preferences.current
        if folder is None and (asks_folder or settings.ask_download_folder):
            title = tr("Choose where to download to")
            chosen = await chosen_paths(self._window, title, QFileDialog.FileMode.Directory)
            if not chosen:
                return
            folder = Path(chosen[0])
        plan = _placed(await self._plan(items, folder), remote_path, paths)
        agreed: DownloadPlan | None = plan
        if len(plan.files) > settings.plan_over_files or plan.skipped:
            agreed = await DownloadReview(self._window, plan).run()
        if agreed is not None and agreed.files:
            wanted = agreed
            await self._seam.call(lambda core: core.transfers.start_download(wanted))

    async def _plan(self, items: Sequence[Row], folder: Path | None) -> DownloadPlan:
        """Folders are walked, one request each: that is worth a word, and can be stopped."""
        task = asyncio.current_task()
        assert task is not None
        with contextlib.ExitStack() as told:
            if any(isinstance(item, RemoteFolder) for item in items):
                told.enter_context(self._planning.told(tr("Reading what is to be downloaded…"), task.cancel))
            return await self._seam.call(lambda core: core.transfers.plan_download(items, folder))


def _placed(plan: DownloadPlan, remote_path: str, paths: Mapping[FileUrl, str]) -> DownloadPlan:
    """A file that was chosen by itself does not know its folder; the window does."""
    files = tuple(
        file
        if file.remote_folder_path
        else replace(file, remote_folder_path=paths.get(file.url, remote_path))
        for file in plan.files
    )
    return replace(plan, files=files)
