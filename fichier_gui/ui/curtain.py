"""Keeps dialogs off the screen while the window is locked: those that are open, and those that open."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QToolTip
from shiboken6 import isValid

AWAY: Final = "behind the curtain"
"""The property of a dialog that is open and not to be seen."""


class Curtain(QObject):
    """They stay open: what waits for their answer waits on, and comes back with what was entered."""

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._away: list[tuple[QDialog, Qt.WindowModality]] = []
        self.is_drawn = False

    def draw(self) -> None:
        """Put away what is open, the latest first, and hide what opens from now on."""
        if self.is_drawn:
            return
        self.is_drawn = True
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        QToolTip.hideText()
        self._app.installEventFilter(self)
        for dialog in reversed(_open_dialogs()):
            self._put_away(dialog)

    def open(self) -> None:
        """Show what was put away, in the order in which it was opened."""
        if not self.is_drawn:
            return
        self.is_drawn = False
        self._app.removeEventFilter(self)
        away, self._away = self._away, []
        for dialog, modality in away:
            if isValid(dialog) and dialog.property(AWAY):
                dialog.setProperty(AWAY, None)
                dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
                dialog.setWindowModality(modality)
                dialog.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is about to be shown never comes to the screen."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog) and _is_hidden_by_lock(watched):
            watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            # Not here: Qt has not done with showing it.
            QTimer.singleShot(0, watched, lambda: self._put_away(watched))
        return False

    def _put_away(self, dialog: QDialog) -> None:
        if not self.is_drawn or not dialog.isVisible() or not _is_hidden_by_lock(dialog):
            return
        self._away.append((dialog, dialog.windowModality()))
        dialog.setProperty(AWAY, True)
        # One that ends by itself meanwhile does not come back.
        dialog.finished.connect(lambda _result: dialog.setProperty(AWAY, None))
        dialog.hide()


def _open_dialogs() -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def _is_hidden_by_lock(dialog: QDialog) -> bool:
    """Some say nothing that the lock hides, and are needed to get out of it."""
    return not getattr(dialog, "is_seen_when_locked", False)
