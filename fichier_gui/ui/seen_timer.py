"""A clock for what is looked at: it rests while nobody can see it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class SeenTimer(QObject):
    """Calls ``slot`` every ``interval`` milliseconds while ``widget`` is shown, and once as it comes back.

    A window that is minimised or in the tray shows nothing.
    """

    def __init__(self, widget: QWidget, interval: int, slot: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._slot = slot
        self._is_wanted = False
        self._timer = QTimer(self, interval=interval)
        self._timer.timeout.connect(slot)
        widget.installEventFilter(self)

    @property
    def is_running(self) -> bool:
        """Whether it ticks just now."""
        return self._timer.isActive()

    def start(self) -> None:
        """Tick from now on, whenever the widget is shown."""
        self._is_wanted = True
        if self._widget.isVisible():
            self._timer.start()

    def stop(self) -> None:
        """Tick no more."""
        self._is_wanted = False
        self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the widget; minimising hides it too."""
        if event.type() == QEvent.Type.Hide:
            self._timer.stop()
        elif event.type() == QEvent.Type.Show and self._is_wanted and not self._timer.isActive():
            self._timer.start()
            self._slot()
        return False
