"""Menus that a screen reader can read although they share commands."""

from PySide6.QtGui import QAccessible, QShowEvent
from PySide6.QtWidgets import QMenu


class Menu(QMenu):
    """Use it wherever a menu may show what another menu shows too."""

    def showEvent(self, event: QShowEvent) -> None:
        """Its lines are read as lines of this menu.

        WORKAROUND(https://code.qt.io/cgit/qt/qtbase.git/tree/src/widgets/accessible/qaccessiblemenu.cpp):
        Qt keeps one line for each command, that of the first menu that had it. Once that menu is gone nothing
        is read in the others.
        """
        if QAccessible.isActive():
            for action in self.actions():
                line = QAccessible.queryAccessibleInterface(action)
                if line is not None:
                    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(line))
        super().showEvent(event)
