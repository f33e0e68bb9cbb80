"""When the window locks, and when it opens again; whichever account or language is on show."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import KeyringProblem
from fichier_gui.domain.events import Event, LockChanged, ScreenLocked, SettingsChanged
from fichier_gui.domain.settings import Settings
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.curtain import Curtain
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.idle import IdleWatch

if TYPE_CHECKING:
    from fichier_gui.ui.seam import Seam
    from fichier_gui.ui.stage import Stage

_FLAG: Final = "has_lock"


class WindowLock(QObject):
    """Which window is locked is known before the key ring can be asked: a mark beside its geometry says so.

    The mark opens nothing. Where it is gone, the key ring still knows; where the key ring knows nothing, the
    key of the account opens the window.
    """

    def __init__(
        self,
        app: QApplication,
        geometry: Geometry,
        clock: Clock,
        scope: TaskScope,
        stage: Callable[[], Stage],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._geometry, self._scope, self._stage = geometry, scope, stage
        self.is_set = geometry.flag(_FLAG, False)
        """There is a passphrase, as far as is known."""
        self.is_locked = self.is_set
        self._curtain = Curtain(app, self)
        self._hears: Seam | None = None
        """Of which it is told when the screen is locked."""
        self._idle = IdleWatch(app, clock, self)
        self._idle.idled.connect(self.lock)
        if self.is_locked:
            self._curtain.draw()

    def attend(self, stage: Stage) -> None:
        """Of a window that is about to be shown for the first time: it is as locked as the one before."""
        stage.actions.on(ActionId.LOCK, self.ask)
        stage.seam.happened.connect(self._on_seam_happened)
        if self.is_locked:
            self._cover(stage)

    def follow(self, stage: Stage) -> None:
        """It is shown now: what was locked or opened while it was made ready holds for it too."""
        if self.is_locked and stage.panel is None:
            self._cover(stage)
        elif not self.is_locked and stage.panel is not None:
            stage.cover(None)

    def ask(self) -> None:
        """Somebody wants it locked: where nothing would open it, offer to set a passphrase."""
        stage = self._stage()
        if self.is_set:
            self.lock()
        elif stage.seam.is_open:
            # From the tray's menu there may be no window to see.
            stage.window.bring_to_front()
            stage.desk.remedies.offer_lock()

    def lock(self) -> None:
        """Now, if there is a passphrase to open it with."""
        if self.is_set and not self.is_locked:
            self.is_locked = True
            self._idle.watch(0)
            self._curtain.draw()
            self._cover(self._stage())

    async def look(self) -> None:
        """Ask the key ring: the mark may have been lost with the file that it is in."""
        stage = self._stage()
        if self.is_set or not stage.seam.options.keychain:
            self._settle()
            return
        with contextlib.suppress(KeyringProblem):
            if await stage.seam.call(lambda p: p.app_lock.is_set()):
                self._take(is_set=True)
                self.lock()

    def step_aside(self) -> None:
        """The program ends: what must still be said is seen, locked or not."""
        self._idle.watch(0)
        self._curtain.open()

    def _cover(self, stage: Stage) -> None:
        from fichier_gui.ui.dialogs.lock_panel import LockPanel

        panel = LockPanel(stage.seam, stage.window)
        panel.opened.connect(self._open)
        panel.forget_asked.connect(lambda: panel.run(stage.forgetting.forget()))
        stage.cover(panel)

    def _open(self) -> None:
        self.is_locked = False
        self._stage().cover(None)
        self._curtain.open()
        self._settle()

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, LockChanged):
            self._take(is_set=event.is_set)
        elif isinstance(event, SettingsChanged):
            self._settle()
        elif isinstance(event, ScreenLocked) and self._settings().lock_with_screen:
            self.lock()

    def _settings(self) -> Settings:
        seam = self._stage().seam
        return seam.program.preferences.current if seam.is_open else Settings()

    def _take(self, *, is_set: bool) -> None:
        self.is_set = is_set
        self._geometry.keep_flag(_FLAG, is_set)
        self._geometry.write()
        self._settle()

    def _settle(self) -> None:
        """Listen to what may lock it, as long as there is a lock and it is open."""
        seam = self._stage().seam
        if not seam.is_open:
            return
        is_waiting = self.is_set and not self.is_locked
        self._idle.watch(self._settings().lock_minutes if is_waiting else 0)
        if self.is_set and self._hears is not seam:
            self._hears = seam
            self._scope.start(seam.call(lambda p: p.app_lock.hear_screen()), "lock of the screen")
