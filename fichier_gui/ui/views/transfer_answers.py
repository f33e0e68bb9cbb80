"""The ways out of a transfer that stands still: what each button of its error does."""

from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.views import DownloadPlan, PlannedDownload, PlannedUpload, UploadPlan
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import Answer, Direction, QueueFilter, State, Transfer
from fichier_gui.ui.dialogs.conflict import decide
from fichier_gui.ui.dialogs.fields import choose_folder
from fichier_gui.ui.dialogs.password import ask_password
from fichier_gui.ui.dialogs.remote_folder import choose_remote_folder
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import ErrorAction, tr

_ANSWERS = {
    ErrorAction.SEND_AGAIN: Answer.SEND_AGAIN,
    ErrorAction.DOWNLOAD_AGAIN: Answer.DOWNLOAD_AGAIN,
    ErrorAction.KEEP_ANYWAY: Answer.KEEP_ANYWAY,
    ErrorAction.USE_CREDITS: Answer.USE_CREDITS,
}
CONFLICTS_ASKED_TOGETHER = 1000


class TransferAnswers:
    """Carries out what concerns one transfer."""

    def __init__(self, seam: Seam, parent: QWidget, scope: TaskScope) -> None:
        self._seam, self._parent, self._scope = seam, parent, scope

    def take(self, action: ErrorAction, transfer: Transfer) -> bool:
        """Carry ``action`` out; False when it is not one of a transfer's own."""
        if action in _ANSWERS:
            self._start(self._answer(_ANSWERS[action], transfer))
        elif action is ErrorAction.RETRY:
            self._start(self._retry(transfer))
        elif action is ErrorAction.RESOLVE_CONFLICT:
            self._start(self._decide(transfer))
        elif action is ErrorAction.CHOOSE_FOLDER:
            self._choose_folder(transfer)
        elif action is ErrorAction.ENTER_PASSWORD:
            self._start(self._unlock(transfer))
        else:
            return False
        return True

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self._scope.start(work, "answer a transfer")

    async def _retry(self, transfer: Transfer) -> None:
        await self._seam.call(lambda p: p.transfers.retry([transfer.id]))

    async def _answer(self, answer: Answer, transfer: Transfer) -> None:
        """A row that has failed is no longer a question: it is tried again."""
        if transfer.state is State.NEEDS_ANSWER:
            await self._seam.call(lambda p: p.transfers.answer(transfer.id, answer))
        else:
            await self._retry(transfer)

    async def _unlock(self, transfer: Transfer) -> None:
        password = await ask_password(self._parent, transfer)
        if password is not None:
            await self._seam.call(lambda p: p.transfers.unlock([transfer.id], password))

    async def _decide(self, transfer: Transfer) -> None:
        ids = await self._seam.call(lambda p: p.transfers.order(QueueFilter.ATTENTION))
        some = [TransferId(item) for item in ids[:CONFLICTS_ASKED_TOGETHER]]
        others = await self._seam.call(lambda p: p.transfers.rows(some))
        await decide(self._seam, self._parent, transfer, others)

    def _choose_folder(self, transfer: Transfer) -> None:
        if transfer.direction is Direction.UPLOAD:
            self._start(self._upload_elsewhere(transfer))
            return
        choose_folder(
            self._parent,
            tr("Choose where to download to"),
            str(Path(transfer.local_path).parent),
            lambda path: self._start(self._download_elsewhere(transfer, Path(path))),
        )

    async def _upload_elsewhere(self, transfer: Transfer) -> None:
        folder = await choose_remote_folder(
            self._seam, self._parent, tr("Upload {name} to", name=transfer.name), tr("Upload here")
        )
        if folder is None:
            return
        file = PlannedUpload(
            transfer.local_path,
            transfer.name,
            transfer.size,
            "",
            transfer.mtime_ns,
            part_offset=transfer.part_offset,
            source_size=transfer.source_size,
        )
        path = self._seam.program.browse.path_of(folder.id)
        plan = UploadPlan(folder.id, path, (), (file,))
        await self._seam.call(lambda p: p.transfers.start_upload(plan))
        await self._seam.call(lambda p: p.transfers.remove([transfer.id]))

    async def _download_elsewhere(self, transfer: Transfer, folder: Path) -> None:
        if transfer.url is None:
            return
        file = PlannedDownload(
            url=transfer.url,
            name=Path(transfer.local_path).name or transfer.name,
            size=transfer.size,
            folder=str(folder),
            remote_folder_path=transfer.remote_folder_path,
            checksum=transfer.checksum,
        )
        plan = DownloadPlan(folder, (file,))
        await self._seam.call(lambda p: p.transfers.start_download(plan))
        await self._seam.call(lambda p: p.transfers.cancel([transfer.id]))
