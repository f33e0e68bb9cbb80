"""The ways out of a transfer that stands still: what each button of its error does."""

from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.ids import ROOT, TransferId
from fichier_gui.domain.transfers import Answer, Direction, QueueFilter, State, Transfer
from fichier_gui.ui.dialogs.choosing import choose_folder
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
    """Carries out what concerns one transfer, or several that stand still for one reason."""

    def __init__(self, seam: Seam, parent: QWidget, scope: TaskScope) -> None:
        self._seam, self._parent, self._scope = seam, parent, scope

    def take(self, action: ErrorAction, transfer: Transfer) -> bool:
        """Carry ``action`` out; False when it is not one of a transfer's own."""
        return self.take_all(action, transfer, (transfer.id,))

    def take_all(self, action: ErrorAction, example: Transfer, ids: Sequence[TransferId]) -> bool:
        """Carry ``action`` out for ``ids``, which stand still for one reason, as ``example`` among them does.

        False when it is not one of a transfer's own.
        """
        if action in _ANSWERS:
            self._start(self._answer(_ANSWERS[action], example.state, ids))
        elif action is ErrorAction.RETRY:
            self._start(self._retry(ids))
        elif action is ErrorAction.RESOLVE_CONFLICT:
            self._start(self._decide(example))
        elif action is ErrorAction.CHOOSE_FOLDER:
            self._choose_folder(example, ids)
        elif action is ErrorAction.ENTER_PASSWORD:
            self._start(self._unlock(example, ids))
        else:
            return False
        return True

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self._scope.start(work, "answer a transfer")

    async def _retry(self, ids: Sequence[TransferId]) -> None:
        await self._seam.call(lambda p: p.transfers.retry(ids))

    async def _answer(self, answer: Answer, state: State, ids: Sequence[TransferId]) -> None:
        """A row that has failed is no longer a question: it is tried again."""
        if state is State.NEEDS_ANSWER:
            await self._seam.call(lambda p: p.transfers.answer(ids, answer))
        else:
            await self._retry(ids)

    async def _unlock(self, example: Transfer, ids: Sequence[TransferId]) -> None:
        from fichier_gui.ui.dialogs.password import ask_password

        password = await ask_password(self._parent, example)
        if password is None:
            return
        rows = await self._seam.call(lambda p: p.transfers.rows(ids))
        # One of each batch tries it, the others follow: a wrong password costs one request a batch.
        firsts = list({row.batch_id: row.id for row in reversed(rows)}.values())
        await self._seam.call(lambda p: p.transfers.unlock(firsts, password))

    async def _decide(self, transfer: Transfer) -> None:
        from fichier_gui.ui.dialogs.conflict import decide

        ids = await self._seam.call(lambda p: p.transfers.order(QueueFilter.ATTENTION))
        some = [TransferId(item) for item in ids[:CONFLICTS_ASKED_TOGETHER]]
        others = await self._seam.call(lambda p: p.transfers.rows(some))
        await decide(self._seam, self._parent, transfer, others)

    def _choose_folder(self, example: Transfer, ids: Sequence[TransferId]) -> None:
        if example.direction is Direction.UPLOAD:
            self._start(self._upload_elsewhere(example, ids))
            return
        choose_folder(
            self._parent,
            tr("Choose where to download to"),
            str(Path(example.local_path).parent),
            lambda path: self._start(self._download_elsewhere(ids, Path(path))),
        )

    async def _upload_elsewhere(self, example: Transfer, ids: Sequence[TransferId]) -> None:
        from fichier_gui.app.redirecting import send_elsewhere
        from fichier_gui.ui.dialogs.remote_folder import choose_remote_folder

        title = (
            tr("Upload {name} to", name=example.name)
            if len(ids) == 1
            else tr("Upload %n file(s) to", "", len(ids))
        )
        verb, start = tr("Upload here"), example.folder_id or ROOT
        folder = await choose_remote_folder(self._seam, self._parent, title, verb, start)
        if folder is not None:
            path = self._seam.program.browse.path_of(folder.id)
            await self._seam.call(lambda p: send_elsewhere(p.transfers, ids, folder.id, path))

    async def _download_elsewhere(self, ids: Sequence[TransferId], folder: Path) -> None:
        from fichier_gui.app.redirecting import fetch_elsewhere

        await self._seam.call(lambda p: fetch_elsewhere(p.transfers, ids, folder))
