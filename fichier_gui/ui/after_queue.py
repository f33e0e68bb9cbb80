"""What the user wants once the queue has ended: chosen in a menu, asked again with a countdown, then done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QDialog

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.after_queue import AfterQueue, came_to_its_end, is_at_end
from fichier_gui.domain.transfers import QueueSummary
from fichier_gui.ui.action_table import AFTER_QUEUE, ActionId
from fichier_gui.ui.actions import Actions
from fichier_gui.ui.dialogs.frame import shown
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import tr

if TYPE_CHECKING:
    from fichier_gui.ui.dialogs.countdown import Countdown

_WISHES: Final = dict(zip(AFTER_QUEUE, AfterQueue, strict=True))


class AfterQueueWatch(QObject):
    """Owns the choice. It is "nothing" at every start, and again once it was carried out or refused."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        leave: Callable[[], None],
        tell: Callable[[str], object],
        *,
        is_real: bool = True,
    ) -> None:
        """``is_real``: the machine may be touched; else it is said what would happen to it."""
        super().__init__(window)
        self._seam, self._window, self._actions, self._scope = seam, window, actions, scope
        self._leave, self._tell, self._is_real = leave, tell, is_real
        self._summary = seam.summary
        self.dialog: Countdown | None = None
        self._group = QActionGroup(self)
        for action in AFTER_QUEUE:
            self._group.addAction(actions[action])
            actions.on(action, self._on_wish_changed)
        self.forget()
        seam.summarised.connect(self.on_seam_summarised)

    @property
    def wish(self) -> AfterQueue:
        """What is chosen now."""
        return next(wish for action, wish in _WISHES.items() if self._actions[action].isChecked())

    def forget(self) -> None:
        """Back to nothing."""
        self._actions[ActionId.AFTER_NOTHING].setChecked(True)

    def on_seam_summarised(self, summary: QueueSummary) -> None:
        """Ask when the last row has ended; take the question back when there is work again."""
        from fichier_gui.ui.dialogs.countdown import Countdown

        before, self._summary = self._summary, summary
        if self.dialog is not None and not is_at_end(summary):
            self.dialog.reject()
        elif self.dialog is None and self.wish is not AfterQueue.NOTHING and came_to_its_end(before, summary):
            self.dialog = Countdown(self._window, self.wish, is_real=self._is_real)
            self._scope.start(self._ask(self.dialog, self.wish), "after the queue")

    def _on_wish_changed(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()

    async def _ask(self, dialog: Countdown, wish: AfterQueue) -> None:
        # A countdown that nobody sees would be none.
        self._window.bring_to_front()
        try:
            is_wanted = await shown(dialog) == QDialog.DialogCode.Accepted
        finally:
            self.dialog = None
        if not is_at_end(self._summary):
            return
        if is_wanted or self.wish is wish:
            self.forget()
        if is_wanted:
            await self._carry_out(wish)

    async def _carry_out(self, wish: AfterQueue) -> None:
        if wish is AfterQueue.QUIT:
            self._leave()
        elif not self._is_real:
            self._tell(_spared_words(wish))
        elif not await self._seam.call(lambda p: p.power.use(wish)):
            self._tell(_refused_words(wish))
        elif wish is AfterQueue.SHUT_DOWN:
            self._leave()


def _spared_words(wish: AfterQueue) -> str:
    if wish is AfterQueue.SLEEP:
        return tr("Outside the demo this computer would have gone to sleep now.")
    return tr("Outside the demo this computer would have been shut down now.")


def _refused_words(wish: AfterQueue) -> str:
    if wish is AfterQueue.SLEEP:
        return tr("This computer did not go to sleep: the system refused it.")
    return tr("This computer was not shut down: the system refused it.")
