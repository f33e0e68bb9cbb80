"""Keys of the two lists beside one another: those of the local pane go first there, Tab changes sides."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class OwnKeys(QObject):
    """Commands whose keys work in a widget before those of the window: to Qt the two would be ambiguous."""

    def __init__(self, widgets: Sequence[QWidget], actions: Sequence[QAction]) -> None:
        super().__init__(widgets[0])
        self._actions = actions
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A command that cannot be used now takes its keys all the same: the window's would act elsewhere."""
        if not isinstance(event, QKeyEvent):
            return False
        action = self._meant(event)
        if action is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            action.trigger()
        return True

    def _meant(self, event: QKeyEvent) -> QAction | None:
        # Keys of the number pad, and all arrows of a Mac, say where they are; shortcuts do not.
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
        return next((action for action in self._actions if pressed in action.shortcuts()), None)


class SideChange(QObject):
    """Tab in one list goes to the other, while ``is_open``; Shift+Tab goes on through the window."""

    def __init__(
        self,
        widgets: Sequence[QWidget],
        is_open: Callable[[], bool],
        go: Callable[[], object],
    ) -> None:
        super().__init__(widgets[0])
        self._is_open, self._go = is_open, go
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only the key alone."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() != Qt.Key.Key_Tab or event.modifiers() or not self._is_open():
            return False
        self._go()
        return True
