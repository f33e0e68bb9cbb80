"""A small window that explains what is behind a part of the status line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fichier_gui.ui import theme


class Popover(QWidget):
    """Escape or a click elsewhere closes it. What it shows stands in ``column``."""

    def __init__(self, name: str, letters: int, parent: QWidget | None = None) -> None:
        """``letters`` is its width, in average letters."""
        super().__init__(parent, Qt.WindowType.Popup)
        # A click on what it belongs to closes it, and does not open it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self._anchor = QRect()
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * letters)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.GROUP, theme.GROUP, theme.GROUP, theme.GROUP)
        self.column.setSpacing(theme.RELATED)

    def open_above(self, anchor: QWidget) -> None:
        """Above ``anchor``, or below it where there is no room."""
        self._anchor = QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size())
        self.settle()
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def settle(self) -> None:
        """The height that its parts need at this width, and the place beside what it belongs to."""
        self.column.activate()
        self.setFixedWidth(max(self.width(), self.column.totalMinimumSize().width()))
        height = self.column.totalHeightForWidth(self.width())
        if height < 0:  # no part of it wraps
            height = self.column.totalSizeHint().height()
        if height != self.height():
            self.resize(self.width(), height)
        screen = self.screen().availableGeometry()
        x = min(max(self._anchor.right() - self.width(), screen.left()), screen.right() - self.width())
        y = self._anchor.top() - height - theme.GRID
        if y < screen.top():
            y = min(self._anchor.bottom() + theme.GRID, screen.bottom() - height)
        self.move(x, y)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The window's ground and an edge that shows in both themes."""
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.window())
        painter.setPen(theme.blend(theme.muted(palette), palette.window().color(), 0.4))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
