"""Tells when nobody has typed or pointed in the program's windows for so long."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from fichier_gui.domain.clock import Clock

_MINUTE: Final = 60.0
_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class IdleWatch(QObject):
    """Watches the window that has the focus, and no other: a filter over all that happens would slow it."""

    idled = Signal()

    def __init__(self, app: QGuiApplication, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._clock = app, clock
        self._seconds = 0.0
        self._last = 0.0
        self._watched: QWindow | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timer_timeout)

    def watch(self, minutes: int) -> None:
        """From now on; 0 ends it. It is told once."""
        seconds = minutes * _MINUTE
        if seconds == self._seconds:
            return
        was_on, self._seconds = bool(self._seconds), seconds
        focus = self._app.focusWindowChanged
        if seconds and not was_on:
            focus.connect(self._follow)
            self._follow(QGuiApplication.focusWindow())
        elif was_on and not seconds:
            focus.disconnect(self._follow)
            self._follow(None)
        self._last = self._clock.monotonic()
        self._timer.stop()
        if seconds:
            self._timer.start(round(seconds * 1000))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is there."""
        if event.type() in _INPUT:
            self._last = self._clock.monotonic()
        return False

    def _follow(self, window: QWindow | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._on_watched_destroyed)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)
            window.destroyed.connect(self._on_watched_destroyed)
            self._last = self._clock.monotonic()

    def _on_watched_destroyed(self) -> None:
        self._watched = None

    def _on_timer_timeout(self) -> None:
        left = self._seconds - (self._clock.monotonic() - self._last)
        if left > 0:
            self._timer.start(max(1, round(left * 1000)))
        else:
            self.idled.emit()
