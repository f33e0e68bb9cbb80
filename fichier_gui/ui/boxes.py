"""Check boxes, radio buttons, lines and lists that can be seen on every ground.

Qt's own style, which Linux gets where the desktop brings none, outlines them in a darker shade of the
window: on a dark window, or in a list, an empty box is not there. Here its outline is that of muted text, and
on a dark window what is typed into has an edge.
"""

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QGroupBox,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from fichier_gui.ui import theme

_Element = QStyle.PrimitiveElement
_STYLED = (
    *(QCheckBox, QRadioButton, QGroupBox, QAbstractItemView),
    *(QLineEdit, QAbstractSpinBox, QPlainTextEdit, QPushButton),
)
_BOXES = (_Element.PE_IndicatorCheckBox, _Element.PE_IndicatorItemViewItemCheck)
_RADIUS = 3.0
SPIN_INSET = 1
"""Pixels that Qt's own style leaves free above and below a number box."""
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
            return
        super().drawPrimitive(element, option, painter, widget)
        if element is _Element.PE_FrameLineEdit:
            _draw_edge(option, painter, is_typed_into=True)
        elif element is _Element.PE_Frame:
            is_typed_into = isinstance(widget, QPlainTextEdit)
            _draw_edge(option, painter, is_typed_into=is_typed_into)
            if option.state & QStyle.StateFlag.State_HasFocus:
                draw_focus(option.rect, option.palette, painter, _RADIUS if is_typed_into else 0.0)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """A button that the keys came to has a ring: its edge alone is that of every default button."""
        super().drawControl(element, option, painter, widget)
        if element is QStyle.ControlElement.CE_PushButton and _came_by_key(option.state):
            draw_focus(option.rect.adjusted(2, 2, -2, -2), option.palette, painter, _RADIUS)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """A number box has its edge too."""
        super().drawComplexControl(control, option, painter, widget)
        if control is QStyle.ComplexControl.CC_SpinBox:
            _draw_edge(option, painter, is_typed_into=True, inset=SPIN_INSET)


def draw_focus(rect: QRect, palette: QPalette, painter: QPainter, radius: float = 0.0) -> None:
    """The frame of what has the focus, just inside of ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent(palette), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def _came_by_key(state: QStyle.StateFlag) -> bool:
    both = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    return state & both == both


def make_visible(root: QWidget) -> None:
    """Give every box under ``root`` this style, where no desktop brings its own."""
    if QApplication.style().name() != "fusion":
        return
    for kind in _STYLED:
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


def _draw_edge(option: QStyleOption, painter: QPainter, *, is_typed_into: bool, inset: int = 0) -> None:
    palette, state = option.palette, option.state
    if not theme.is_dark(palette) or (is_typed_into and state & QStyle.StateFlag.State_HasFocus):
        return  # the style's own is seen
    is_open = is_typed_into and bool(state & QStyle.StateFlag.State_Enabled)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.edge(palette) if is_open else theme.hairline(palette), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = _RADIUS if is_typed_into else 0.0
    painter.drawRoundedRect(
        QRectF(option.rect).adjusted(0.5, inset + 0.5, -0.5, -inset - 0.5), radius, radius
    )
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
