"""Menus that a screen reader can read although they share commands, and whose groups are seen to be apart."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu

from fichier_gui.ui import theme

_INSET = theme.GRID + 1
"""Of a line between groups, as in Qt's own style, whose line it covers."""


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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's own style draws the lines between groups darker than the menu: a dark one needs light ones."""
        super().paintEvent(event)
        palette = QApplication.palette()
        if self.style().name() == "fusion" and theme.is_dark(palette):
            painter = QPainter(self)
            for action in self.actions():
                if action.isSeparator() and action.isVisible():
                    room = self.actionGeometry(action)
                    width = room.width() - 2 * _INSET
                    line = QRect(room.left() + _INSET, room.center().y(), width, 1)
                    painter.fillRect(line, theme.hairline(palette))
