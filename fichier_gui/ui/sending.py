"""Uploads, as the window starts them: chosen, dropped or pasted."""

import asyncio
import threading
from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.upload_plan import replacing, without_twins
from fichier_gui.app.views import UploadPlan
from fichier_gui.domain.events import Event, OlderKept
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.domain.settings import Settings
from fichier_gui.domain.transfers import TwinRule
from fichier_gui.ui import wording
from fichier_gui.ui.clipboard import copy_links
from fichier_gui.ui.dialogs.choosing import chosen_paths
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.planning import Planning
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr

_RIGHTS_AGE: Final = 600.0
"""Seconds for which the list of somebody's folder says what may be done there."""


def needs_review(plan: UploadPlan, settings: Settings) -> bool:
    """Large drops, slow files, drops that leave something out or hold nothing, and twins wait for a word."""
    asks_twins = settings.upload_conflict is TwinRule.ASK or cannot_replace(settings)
    return (
        bool(plan.skipped or plan.slow or plan.there or (plan.twins and asks_twins))
        or len(plan.files) > settings.plan_over_files
        or not plan.files
    )


def cannot_replace(settings: Settings) -> bool:
    """They want older files replaced, and no file verified: nothing would be."""
    return settings.upload_conflict is TwinRule.REPLACE and not settings.verify_uploads


class Sending:
    """What is not said otherwise goes to the folder that is shown."""

    def __init__(
        self,
        seam: Seam,
        window: QWidget,
        scope: TaskScope,
        navigation: Navigation,
        notices: Notices,
        planning: Planning,
    ) -> None:
        self._seam = seam
        self._window = window
        self._scope = scope
        self._navigation = navigation
        self._notices = notices
        self._planning = planning
        seam.happened.connect(self._on_seam_happened)

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, OlderKept):
            words = tr("The older “{name}” stays: the new one could not be verified there.", name=event.name)
            self._notices.tell(words)

    def choose_files(self) -> None:
        """Ask for files and send them."""
        self._choose(QFileDialog.FileMode.ExistingFiles, tr("Upload files"))

    def choose_folder(self) -> None:
        """Ask for a folder and send it with what is in it."""
        self._choose(QFileDialog.FileMode.Directory, tr("Upload a folder"))

    def send(self, paths: Sequence[str], folder_id: FolderId | None = None) -> None:
        """Send ``paths`` to a folder."""
        target = self._navigation.folder_id if folder_id is None else folder_id
        if paths and self.may_send(target):
            self._scope.start(self._send(tuple(paths), target), "upload")

    def may_send(self, target: FolderId) -> bool:
        """False, and a word why, where it is known that a folder takes nothing."""
        folder = self._navigation.known(target)
        return folder is None or not self._is_refused(folder)

    def _is_refused(self, folder: RemoteFolder) -> bool:
        if not folder.is_writable:
            self._notices.tell(f"{wording.read_only_words(folder)}.")
        return not folder.is_writable

    def _choose(self, mode: QFileDialog.FileMode, title: str) -> None:
        target = self._navigation.folder_id
        if not self.may_send(target):
            return

        async def work() -> None:
            paths = await chosen_paths(self._window, title, mode)
            if paths:
                await self._send(paths, target)

        self._scope.start(work(), "choose what to upload")

    async def _send(self, paths: Sequence[str], target: FolderId) -> None:
        folder = self._navigation.known(target)
        if folder is not None and folder.owner is not None:
            # Until it was opened once, nobody knows whether it may be written.
            listing = await self._seam.call(lambda core: core.browse.listing(target, _RIGHTS_AGE))
            if self._is_refused(listing.folder):
                return
        plan = await self._plan(paths, target)
        if plan is None:
            return
        agreed = await self._agreed(plan)
        if agreed is not None and agreed.copies:
            agreed = await self._copy(agreed)
        if agreed is not None and agreed.files:
            final = agreed
            await self._seam.call(lambda core: core.transfers.start_upload(final))

    async def _agreed(self, plan: UploadPlan) -> UploadPlan | None:
        """As the settings and, where it is much or not clear, the user want it."""
        from fichier_gui.ui.dialogs.upload_plan import UploadReview

        settings = self._seam.program.preferences.current
        if plan.twins and settings.upload_conflict is TwinRule.SKIP:
            self._notices.tell(tr("%n file(s) left out: their names are there.", "", len(plan.twins)))
            plan = without_twins(plan)
            if not plan.files and not plan.skipped:
                return None
        if needs_review(plan, settings):
            review = UploadReview(self._window, plan, settings.upload_conflict, settings.verify_uploads)
            return await review.run()
        return replacing(plan) if settings.upload_conflict is TwinRule.REPLACE else plan

    async def _copy(self, plan: UploadPlan) -> UploadPlan:
        """Copies on the server in the place of what need not be sent."""
        copied = await self._seam.call(lambda core: core.duplicating.carry_out(plan))
        links = [file.url for file in copied.files]
        if links:
            button = NoticeButton(tr("Copy links"), lambda: copy_links(links))
            self._notices.tell(
                tr("%n file(s) not sent: 1fichier has the content already.", "", len(links)), button
            )
        return copied.plan

    async def _plan(self, paths: Sequence[str], target: FolderId) -> UploadPlan | None:
        """Walk the paths; a walk that takes long can be stopped from the notice bar."""
        stop = threading.Event()
        with self._planning.told(tr("Reading what is to be uploaded…"), stop.set):
            plan = await self._seam.call(lambda core: core.transfers.plan_upload(paths, target, stop=stop))
        if stop.is_set():
            return None
        task = asyncio.current_task()
        assert task is not None
        with self._planning.told(tr("Comparing with what is on 1fichier…"), task.cancel):
            return await self._seam.call(lambda core: core.duplicating.looked_up(plan))
