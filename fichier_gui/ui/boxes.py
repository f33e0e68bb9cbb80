"""Check boxes and radio buttons that can be seen on every ground.

Qt's own style, which Linux gets where the desktop brings none, outlines a box in a darker shade of the
window: on a dark window, or in a list, an empty box is not there. Here its outline is that of muted text.
"""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QGroupBox,
    QProxyStyle,
    QRadioButton,
    QStyle,
    QStyleOption,
    QWidget,
)

from fichier_gui.ui import theme

_Element = QStyle.PrimitiveElement
_BOXES = (_Element.PE_IndicatorCheckBox, _Element.PE_IndicatorItemViewItemCheck)
_RADIUS = 3.0
_CHECK = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))
"""The mark's corners, in sides of the box."""


class BoxStyle(QProxyStyle):
    """Draws the boxes, and leaves the rest to the style that is in force."""

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """A box or a radio button by its state."""
        if element in _BOXES or element is _Element.PE_IndicatorRadioButton:
            _draw(option, painter, is_round=element is _Element.PE_IndicatorRadioButton)
        else:
            super().drawPrimitive(element, option, painter, widget)


def make_visible(root: QWidget) -> None:
    """Give every box under ``root`` this style, where no desktop brings its own."""
    if QApplication.style().name() != "fusion":
        return
    for kind in (QCheckBox, QRadioButton, QGroupBox, QAbstractItemView):
        for widget in root.findChildren(kind):
            widget.setStyle(_style())


@cache
def _style() -> BoxStyle:
    style = BoxStyle("fusion")
    style.setParent(QApplication.instance())
    return style


def _draw(option: QStyleOption, painter: QPainter, *, is_round: bool) -> None:
    state, palette = option.state, option.palette
    is_on = bool(state & QStyle.StateFlag.State_On)
    is_partial = bool(state & QStyle.StateFlag.State_NoChange)
    side = min(option.rect.width(), option.rect.height()) - 1.0
    box = QRectF(0.0, 0.0, side, side)
    box.moveCenter(QRectF(option.rect).center())
    line, ground, mark = _colors(palette, is_filled=is_on or is_partial)
    if not state & QStyle.StateFlag.State_Enabled:
        window = palette.color(QPalette.ColorRole.Window)
        line, ground = (theme.blend(color, window, 0.5) for color in (line, ground))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1.0))
    painter.setBrush(ground)
    radius = side / 2 if is_round else _RADIUS
    painter.drawRoundedRect(box, radius, radius)
    _mark(painter, box, mark, is_round=is_round, is_on=is_on, is_partial=is_partial)
    painter.restore()


def _colors(palette: QPalette, *, is_filled: bool) -> tuple[QColor, QColor, QColor]:
    """Of the outline, the ground and the mark."""
    highlight = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
    mark = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText)
    if is_filled:
        return highlight, highlight, mark
    return theme.muted(palette), palette.color(QPalette.ColorRole.Base), mark


def _mark(
    painter: QPainter, box: QRectF, color: QColor, *, is_round: bool, is_on: bool, is_partial: bool
) -> None:
    side = box.width()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if is_on and is_round:
        painter.drawEllipse(box.center(), side / 5, side / 5)
    elif is_on:
        pen = QPen(color, side / 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline([QPointF(box.x() + x * side, box.y() + y * side) for x, y in _CHECK])
    elif is_partial:
        painter.drawRect(QRectF(box.x() + side * 0.25, box.center().y() - side / 12, side / 2, side / 6))
