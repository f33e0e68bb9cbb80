"""The menu that silences notifications for a while."""

import time
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from fichier_gui.ui import wording
from fichier_gui.ui.menus import Menu
from fichier_gui.ui.wording import tr

HALF_HOUR: Final = 1800.0


class SnoozeMenu(Menu):
    """Three lengths; while one runs, the way back and when it ends."""

    chosen = Signal(float)
    """Seconds of silence; 0 ends it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Notifications"), parent)
        self._add(tr("None for 30 minutes"), HALF_HOUR)
        self._add(tr("None for an hour"), 2 * HALF_HOUR)
        self._add(tr("None for 8 hours"), 16 * HALF_HOUR)
        self.addSeparator()
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(lambda: self._choose(0))
        self.again = self._add("", 0)
        self._choose(0)

    def take_over(self, other: "SnoozeMenu") -> None:
        """The silence of another window's menu, as far as it is left."""
        if other._end.isActive():
            self._choose(other._end.remainingTime() / 1000)

    def _add(self, words: str, seconds: float) -> QAction:
        action = self.addAction(words)
        action.triggered.connect(lambda _checked=False: self._choose(seconds))
        return action

    def _choose(self, seconds: float) -> None:
        until = wording.clock_time(time.time() + seconds)
        self.again.setText(tr("Notify again (silent until {time})", time=until))
        self.again.setVisible(seconds > 0)
        self._end.start(round(seconds * 1000)) if seconds else self._end.stop()
        self.chosen.emit(seconds)
