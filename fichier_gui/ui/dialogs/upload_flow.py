"""From paths to the queue: look at them, show the plan when it is large or leaves something out, start."""

import asyncio
import threading
from collections.abc import Sequence

from PySide6.QtWidgets import QProgressBar, QWidget

from fichier_gui.app.views import UploadPlan
from fichier_gui.domain.ids import BatchId, FolderId
from fichier_gui.domain.settings import Settings
from fichier_gui.ui.dialogs.frame import Frame
from fichier_gui.ui.dialogs.upload_plan import UploadReview
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr

SHOWN_AFTER = 0.5
"""Seconds of looking before a word about it: most drops are looked at within a blink."""


async def upload(
    seam: Seam, parent: QWidget | None, paths: Sequence[str], folder_id: FolderId
) -> BatchId | None:
    """Upload files and folders into a folder of the account. None when there was nothing to do or no wish to.

    Raises ``AppError`` leaves when folders cannot be made on the service.
    """
    plan = await look(seam, parent, paths, folder_id)
    if plan is None:
        return None
    if needs_review(plan, seam.program.preferences.current):
        plan = await UploadReview(parent, plan).run()
    if plan is None or not plan.files:
        return None
    wanted = plan
    return await seam.call(lambda p: p.transfers.start_upload(wanted))


def needs_review(plan: UploadPlan, settings: Settings) -> bool:
    """Large drops, slow files, drops that leave something out, and twins wait for a word of the user."""
    return (
        bool(plan.skipped or plan.twins or plan.slow)
        or len(plan.files) > settings.plan_over_files
        or not plan.files
    )


async def look(
    seam: Seam, parent: QWidget | None, paths: Sequence[str], folder_id: FolderId
) -> UploadPlan | None:
    """The plan; None when the user stopped the looking."""
    stop = threading.Event()
    dialog = Looking(parent, stop)
    opening = asyncio.get_running_loop().call_later(SHOWN_AFTER, dialog.open)
    try:
        plan = await seam.call(lambda p: p.transfers.plan_upload(list(paths), folder_id, stop=stop))
    finally:
        opening.cancel()
        dialog.close()
        dialog.deleteLater()
    return None if stop.is_set() else plan


class Looking(Frame):
    """Says that files are counted, and lets the user stop it."""

    def __init__(self, parent: QWidget | None, stop: threading.Event) -> None:
        super().__init__(parent, tr("Upload"))
        self.add_text(tr("Looking at the files…"))
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(tr("Looking at the files"))
        self.body.addWidget(bar)
        button, box = self.add_buttons(accept=tr("Stop"))
        box.accepted.disconnect()
        button.clicked.connect(stop.set)
        self.rejected.connect(stop.set)
