"""Another language while the program runs: a new window of the same account, over the same core."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QApplication, QDialog

from fichier_gui.app.tasks import TaskScope
from fichier_gui.ui import remedies, speaking
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.stage import Stage
from fichier_gui.ui.wording import tr

_LOOK_SECONDS: Final = 0.05
_PATIENCE: Final = 1.0
"""Seconds after which it is said why nothing has changed yet."""
_KEY: Final = "language"


class LanguageSwitch:
    """No transfer notices it. A question or a search for files that is under way in the window ends first."""

    def __init__(
        self,
        app: QApplication,
        code: str,
        scope: TaskScope,
        stage: Callable[[], Stage],
        may_replace: Callable[[], bool],
        make: Callable[[Stage, Seam], Stage],
        replace: Callable[[Stage, Stage], None],
    ) -> None:
        """``code``: what is spoken. ``make``: a window like this one, over this seam. ``replace``: show the
        second instead of the first."""
        self._app, self._code, self._scope = app, code, scope
        self._stage, self._may_replace, self._make, self._replace = stage, may_replace, make, replace
        self._work: asyncio.Task[None] | None = None
        self._wanted = code

    def use(self, code: str) -> None:
        """Speak it as soon as the window can be replaced."""
        self._wanted = code
        if code != self._code and (self._work is None or self._work.done()):
            self._work = self._scope.start(self._switch(), "another language")

    async def _switch(self) -> None:
        while await self._is_wanted():
            before, code = self._stage(), self._wanted
            before.window.setUpdatesEnabled(False)  # its words are about to be others, one by one
            try:
                following = await self._made(before, code)
                if before is self._stage() and code == self._wanted and self._is_quiet():
                    self._code = code
                    self._show(before, following)
                    return
                await following.give_up()
            finally:
                if self._code != code:
                    speaking.speak(self._app, self._code)
                    before.window.setUpdatesEnabled(True)
        self._stage().desk.notices.withdraw(_KEY)

    async def _made(self, before: Stage, code: str) -> Stage:
        """A window in the new words, step by step: all at once would hold up what moves beside this one."""
        seam = await before.seam.again()
        try:
            speaking.speak(self._app, code)
            await asyncio.sleep(0)
            following = self._make(before, seam)
        except BaseException:
            await seam.close()
            raise
        try:
            await asyncio.sleep(0)
        except BaseException:
            await following.give_up()
            raise
        return following

    async def _is_wanted(self) -> bool:
        """Wait for a quiet moment; then, whether it is still another language that is wanted."""
        waited = 0.0
        while not self._is_quiet():
            await asyncio.sleep(_LOOK_SECONDS)
            waited += _LOOK_SECONDS
            if waited >= _PATIENCE and not self._stage().window.notice_bar.has(_KEY):
                words = tr("The language changes once what is under way in this window has ended.")
                self._stage().desk.notices.tell(words, key=_KEY, stays=True)
        return self._wanted != self._code

    def _show(self, before: Stage, following: Stage) -> None:
        """Nothing is awaited here: no event is heard twice, or by nobody."""
        settings = before.desk.remedies.settings
        page = settings.page if settings is not None else None
        following.seam.inherit(before.seam)
        before.seam.hush()
        self._replace(before, following)
        if page is not None:
            self._stage().desk.remedies.open_settings(page, at="language")

    def _is_quiet(self) -> bool:
        """Nothing would be lost with the window, but for the settings, which are opened again."""
        stage = self._stage()
        settings = stage.desk.remedies.settings
        dialogs = [each for each in stage.window.findChildren(QDialog) if each.isVisible()]
        names = [name for name in stage.desk.scope.names if not name.endswith(f": {remedies.SETTINGS}")]
        is_busy = names or stage.desk.organising.holds_deletions or not stage.seam.is_idle
        is_asking = dialogs != ([] if settings is None else [settings])
        return self._may_replace() and not is_busy and not is_asking and not QApplication.activePopupWidget()
