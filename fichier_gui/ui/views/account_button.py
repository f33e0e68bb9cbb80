"""The account in the status line."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
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
_LEAST_LETTERS: Final = 16
"""Of the name, beside a long line of the queue."""


class AccountButton(QToolButton):
    """Quiet words, the dot of the account where there are several; opens a menu."""

    menu_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self._more = ""
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
            self._settle_tip()
            self.update()

    def explain(self, more: str) -> None:
        """The tool tip: behind the words themselves, where they are shortened."""
        self._more = more
        self._settle_tip()

    def show_color(self, color: AccountColor | None) -> None:
        """Show the dot, or none."""
        if color is not self._color:
            self._color = color
            self.updateGeometry()
            self._settle_tip()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._whole) + 2 * theme.GRID + 2
        return QSize(width + (_ROOM if self._color is not None else 0), metrics.height() + 2 * theme.GRID)

    def minimumSizeHint(self) -> QSize:
        """Whose it is stays readable; the plan behind it gives way, and the end of a long name."""
        metrics = self.fontMetrics()
        name = metrics.horizontalAdvance(self._whole.partition(" · ")[0] + "…")
        least = min(name, metrics.averageCharWidth() * _LEAST_LETTERS)
        return QSize(least + 2 * theme.GRID + _ROOM, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other words may be shortened."""
        super().resizeEvent(event)
        self._settle_tip()

    def _settle_tip(self) -> None:
        is_shortened = self._shown(self._words_area()) != self._whole
        self.setToolTip("\n".join(filter(None, (self._whole if is_shortened else "", self._more))))

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
        if self._color is not None:
            inside = self._inside()
            dot = mirrored.placed(self, QRect(inside.left(), 0, round(2 * RADIUS), self.height()))
            paint_dot(painter, QRectF(dot).center(), self._color, palette)
        painter.setPen(theme.muted(palette))
        area = self._words_area()
        painter.drawText(mirrored.placed(self, area), mirrored.at_start(self), self._shown(area))

    def _inside(self) -> QRect:
        return self.rect().adjusted(theme.GRID, 0, -theme.GRID, 0)

    def _words_area(self) -> QRect:
        return self._inside().adjusted(_ROOM if self._color is not None else 0, 0, 0, 0)

    def _shown(self, area: QRect) -> str:
        return self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, area.width())
