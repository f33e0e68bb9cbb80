"""Forget everything on this computer: the question, and the end of the program that follows."""

from __future__ import annotations

from collections.abc import Callable

from fichier_gui.app.tasks import TaskScope
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow


class ForgettingDesk:
    """``leave`` ends the program without another question."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        leave: Callable[[], None],
    ) -> None:
        self._seam = seam
        self._window = window
        self._leave = leave
        self._scope = scope
        actions.on(ActionId.FORGET_EVERYTHING, self.ask)

    def ask(self) -> None:
        """Whether all is to go; if so, the program ends."""
        self._scope.start(self.forget(), "forget everything")

    async def forget(self) -> None:
        """The same, for those who say themselves what went wrong."""
        from fichier_gui.ui.dialogs.forget_everything import ForgetEverything

        known = self._seam.program.profile.accounts
        parts = await self._seam.call(lambda p: p.integrating.parts())
        places = sorted(parts.present)
        if await ForgetEverything(self._window, len(known), self._seam.summary, places).run():
            await self._seam.call(lambda p: p.forget_everything())
            self._leave()
