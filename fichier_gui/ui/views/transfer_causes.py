"""Keeps the bar of causes in step with the queue, and carries out what its buttons ask."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.causes import STANDING, Cause, Lasting
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.events import (
    DownloadFinished,
    Event,
    QueueReordered,
    TransferChanged,
    TransferHalted,
    TransfersAdded,
    UploadFinished,
)
from fichier_gui.domain.transfers import QueueFilter, State, Transfer
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.causes_bar import CausesBar
from fichier_gui.ui.views.transfer_answers import TransferAnswers
from fichier_gui.ui.wording import ErrorAction

LOOK_AFTER_MS = 250
"""Changes of one moment ask once."""
LOOK_AGAIN_MS = 5000
"""While something may pass by itself."""

TABS = {
    State.FAILED: QueueFilter.FAILED,
    State.NEEDS_ANSWER: QueueFilter.ATTENTION,
    State.RETRYING: QueueFilter.WAITING,
}
"""Where the rows of a cause are listed."""


class TransferCauses(QObject):
    """Owns the bar."""

    listed = Signal(object, object)
    """The tab, and the :class:`Cause` whose rows alone are to be listed there, or None."""
    answered = Signal(object, object)
    """An :class:`ErrorAction` that is not a transfer's own, and a :class:`Transfer` that offers it."""

    def __init__(
        self, seam: Seam, parent: QWidget, scope: TaskScope, answers: TransferAnswers, clock: Clock
    ) -> None:
        super().__init__(parent)
        self._seam, self._scope, self._answers, self._clock = seam, scope, answers, clock
        self._lasting = Lasting()
        self.bar = CausesBar(parent)
        self._listed: Cause | None = None
        self._is_resting = False
        self._timer = QTimer(self, interval=LOOK_AFTER_MS, singleShot=True)
        self._again = QTimer(self, interval=LOOK_AGAIN_MS, singleShot=True)
        for timer in (self._timer, self._again):
            timer.timeout.connect(self.refresh)
        self.bar.retried.connect(self._on_bar_retried)
        self.bar.shown.connect(self._on_bar_shown)
        self.bar.remedied.connect(self._on_bar_remedied)

    def hear(self, event: Event) -> None:
        """Look again when rows may have come to a stand, or moved on from one."""
        if isinstance(event, TransferChanged | TransferHalted | UploadFinished | DownloadFinished):
            matters = event.transfer.state in STANDING or not self.bar.isHidden()
        else:
            matters = isinstance(event, QueueReordered | TransfersAdded)
        if matters and not self._timer.isActive() and not self._is_resting:
            self._timer.start()

    def rest(self) -> None:
        """Ask nothing any more."""
        self._is_resting = True
        self._timer.stop()
        self._again.stop()

    def note_listed(self, cause: Cause | None) -> None:
        """The list shows the rows of ``cause`` alone, or a whole tab."""
        if cause != self._listed:
            self._listed = cause
            self.refresh()

    def refresh(self) -> None:
        """Ask the queue what stands still."""
        self._timer.stop()
        self._scope.start(self._look(), "causes")

    async def _look(self) -> None:
        counts = self._lasting.told(
            await self._seam.call(lambda p: p.transfers.causes()), self._clock.monotonic()
        )
        if self._lasting.waits and not self._is_resting:
            self._again.start()
        listed = self._listed
        if listed is not None and listed not in [each.cause for each in counts]:
            # The last of them has gone on: there is nothing to list any more.
            self.listed.emit(TABS[listed.state], None)
            listed = None
        self.bar.show_causes(counts, listed)

    def _on_bar_retried(self, cause: Cause) -> None:
        async def work() -> None:
            await self._seam.call(lambda p: p.transfers.retry_alike(cause))

        self._scope.start(work(), "retry a cause")

    def _on_bar_shown(self, cause: Cause | None) -> None:
        shown = cause or self._listed
        if shown is not None:
            self.listed.emit(TABS[shown.state] if cause else QueueFilter.ALL, cause)

    def _on_bar_remedied(self, cause: Cause, action: ErrorAction) -> None:
        self._scope.start(self._remedy(cause, action), "remedy a cause")

    async def _remedy(self, cause: Cause, action: ErrorAction) -> None:
        ids = await self._seam.call(lambda p: p.transfers.of_cause(cause))
        examples: list[Transfer] = await self._seam.call(lambda p: p.transfers.rows(ids[:1]))
        for example in examples:
            if not self._answers.take_all(action, example, ids):
                self.answered.emit(action, example)
