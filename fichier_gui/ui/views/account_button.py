"""The account in the status line."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from fichier_gui.domain.account_list import AccountColor
from fichier_gui.ui import mirrored, theme
from fichier_gui.ui.account_dots import RADIUS, paint_dot
from fichier_gui.ui.wording import tr

_ROOM = round(2 * RADIUS) + theme.GRID + 2
"""A dot and the air behind it."""


class AccountButton(QToolButton):
    """Quiet words, the dot of the account where there are several; opens a menu."""

    menu_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self._color: AccountColor | None = None
        self.setAutoRaise(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(tr("Opens the menu of accounts"))
        self.clicked.connect(lambda _checked=False: self.menu_asked.emit())

    @property
    def whole(self) -> str:
        """All of the text."""
        return self._whole

    @property
    def color(self) -> AccountColor | None:
        """The dot's."""
        return self._color

    def say(self, text: str) -> None:
        """Show ``text``."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def show_color(self, color: AccountColor | None) -> None:
        """Show the dot, or none."""
        if color is not self._color:
            self._color = color
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._whole) + 2 * theme.GRID + 2
        return QSize(width + (_ROOM if self._color is not None else 0), metrics.height() + 2 * theme.GRID)

    def minimumSizeHint(self) -> QSize:
        """It can do with very little."""
        return QSize(self.fontMetrics().averageCharWidth() * 6 + _ROOM, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows open the menu too, as those of every menu button."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.menu_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame of a flat button under the pointer; the words give way at their end."""
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        palette = QApplication.palette()
        area = self.rect().adjusted(theme.GRID, 0, -theme.GRID, 0)
        if self._color is not None:
            dot = mirrored.placed(self, QRect(area.left(), 0, round(2 * RADIUS), self.height()))
            paint_dot(painter, QRectF(dot).center(), self._color, palette)
            area.setLeft(area.left() + _ROOM)
        painter.setPen(theme.muted(palette))
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, area.width())
        place = mirrored.placed(self, area)
        painter.drawText(place, mirrored.at_start(self), shown)
