"""The user's speed limits in the window: the switch, its words, and the limit of one transfer."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.events import Event, LimitsChanged, SettingsChanged
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.week import Pace
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow


class Limiting(QObject):
    """Joins the core's limits to the status bar, the tray's menu and the transfer list."""

    def __init__(
        self, seam: Seam, window: MainWindow, actions: Actions, scope: TaskScope, clock: Clock
    ) -> None:
        super().__init__(window)
        self._seam = seam
        self._window = window
        self._actions = actions
        self._scope = scope
        self._clock = clock
        actions.on(ActionId.SLOW_LIMITS, self.toggle)
        window.transfers.limit_asked.connect(self.ask_own_limit)
        seam.happened.connect(self._on_seam_happened)

    def show(self) -> None:
        """What is in force now."""
        program, now = self._seam.program, self._clock.time()
        limits = program.speed_limits.current
        self._window.status.show_limits(limits, program.preferences.current, now)
        self._actions[ActionId.SLOW_LIMITS].setChecked(limits.pace is Pace.LIMITED)

    def toggle(self) -> None:
        """To the slow limits, or back."""

        async def work() -> None:
            try:
                await self._seam.call(lambda core: core.speed_limits.toggle())
            finally:
                # A press changes the button at once, whatever came of it.
                self.show()

        if self._seam.is_open:
            self._scope.start(work(), "slow limits")

    def ask_own_limit(self, ids: Sequence[TransferId], rate: int) -> None:
        """Ask how fast each of these transfers may go."""
        from fichier_gui.ui.dialogs.own_limit import ask_own_limit

        async def work() -> None:
            wanted = await ask_own_limit(self._window, len(ids), rate)
            if wanted is not None:
                await self._seam.call(lambda core: core.transfers.limit(ids, wanted))

        self._scope.start(work(), "limit transfers")

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, LimitsChanged | SettingsChanged):
            self.show()
