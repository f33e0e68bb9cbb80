"""What clicks on the tray icon mean."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from fichier_gui.ui.actions import ActionId, Actions

STILL_ACTIVE_SECONDS: Final = 0.5
"""A click on some panels takes the focus from the window first: so long it counts as having had it."""


class TrayClicks(QObject):
    """Left: show the window, or hide the one in use. Double: show it always. Middle: pause all, or go on."""

    hide_asked = Signal()

    def __init__(
        self, actions: Actions, window: QWidget, is_paused: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions, self._window, self._is_paused = actions, window, is_paused
        # A window that hides and comes back at once is not told by X11 that it has the focus again.
        self._hiding = QTimer(self, singleShot=True)
        self._hiding.timeout.connect(self.hide_asked)
        self._clicked_at = self._left_at = 0.0
        """When the window was last left for another one."""
        window.installEventFilter(self)

    def on_icon_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """The icon was clicked."""
        reasons = QSystemTrayIcon.ActivationReason
        if reason is reasons.Trigger and not self._is_second_click() and self._is_in_use():
            self._hiding.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
        elif reason in (reasons.Trigger, reasons.DoubleClick):
            self._hiding.stop()
            self._actions[ActionId.SHOW_WINDOW].trigger()
        elif reason is reasons.MiddleClick:
            wanted = ActionId.RESUME_ALL if self._is_paused() else ActionId.PAUSE_ALL
            self._actions[wanted].trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when the window is left for another one."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self._left_at = time.monotonic()
        return False

    def _is_second_click(self) -> bool:
        """Many panels tell a double click as two clicks: it shows the window, in use or not."""
        before, self._clicked_at = self._clicked_at, time.monotonic()
        return self._clicked_at - before < QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000

    def _is_in_use(self) -> bool:
        """The window is in front, with no question open in it."""
        if not self._window.isVisible() or self._window.isMinimized() or QApplication.activeModalWidget():
            return False
        return self._window.isActiveWindow() or time.monotonic() - self._left_at < STILL_ACTIVE_SECONDS
