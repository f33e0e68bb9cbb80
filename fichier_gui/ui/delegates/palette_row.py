"""Paints the rows of the command palette: icon, words, a quiet note, the keys at the right."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fichier_gui.ui import icons, theme
from fichier_gui.ui.mirrored import isolated
from fichier_gui.ui.models.palette_rows import ROW, PaletteRow

Index = QModelIndex | QPersistentModelIndex

_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_LEAST_NOTE: Final = 48
"""A note with less room than this says nothing."""


def row_height(metrics: QFontMetrics) -> int:
    """As high as the font with air, at least the grid's row."""
    return max(theme.ROW_HEIGHT, metrics.height() + 2 * theme.GRID)


class PaletteRowDelegate(QStyledItemDelegate):
    """The marked row is the accent's although the keys go to the line above it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are alike."""
        return QSize(0, row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The style paints the ground, the rest is laid out here."""
        row = index.data(ROW)
        if not isinstance(row, PaletteRow):
            return
        ground = QStyleOptionViewItem(option)
        ground.state |= QStyle.StateFlag.State_Active
        ground.state &= ~QStyle.StateFlag.State_HasFocus
        widget = option.widget
        style = widget.style() if isinstance(widget, QWidget) else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, ground, painter, None)
        painter.save()
        self._paint_row(painter, option, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: PaletteRow) -> None:
        palette = option.palette
        selected = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        quiet = selected if is_selected else theme.muted(palette)
        strong = selected if is_selected else palette.color(QPalette.ColorRole.Text)
        area = option.rect.adjusted(theme.RELATED, 0, -theme.RELATED, 0)
        pen = _Pen(painter, option.rect, area, Qt.LayoutDirection(option.direction))
        pen.icon(row.icon, quiet)
        pen.right(row.shortcut, quiet, theme.tabular(option.font))
        pen.left(row.text, strong if row.is_possible else quiet, option.font)
        pen.left(row.note, quiet, theme.small(option.font), least=_LEAST_NOTE)


class _Pen:
    """Writes from both ends of a row; what is left between them grows smaller.

    Left and right are those of a row that is read from the left.
    """

    def __init__(self, painter: QPainter, row: QRect, area: QRect, direction: Qt.LayoutDirection) -> None:
        self._painter = painter
        self._row = row
        self._area = area
        self._direction = direction

    def icon(self, name: str, color: QColor) -> None:
        """At the left; its room is taken without one too."""
        side = theme.ICON
        if name:
            device = self._painter.device()
            ratio = device.devicePixelRatioF() if device is not None else 1.0
            top = self._area.top() + (self._area.height() - side) // 2
            place = self._seen(QRect(self._area.left(), top, side, side))
            self._painter.drawPixmap(place.topLeft(), icons.pixmap(name, side, color, ratio))
        self._area.setLeft(self._area.left() + side + theme.RELATED)

    def left(self, text: str, color: QColor, font: QFont, *, least: int = 0) -> None:
        """From the left, elided where there is no room."""
        if not text or self._area.width() < max(least, 1):
            return
        width = self._write(text, color, font, Qt.AlignmentFlag.AlignLeft)
        self._area.setLeft(self._area.left() + width + theme.RELATED + theme.GRID)

    def right(self, text: str, color: QColor, font: QFont) -> None:
        """From the right, whole."""
        if text:
            width = self._write(text, color, font, Qt.AlignmentFlag.AlignRight)
            self._area.setRight(self._area.right() - width - theme.GROUP)

    def _write(self, text: str, color: QColor, font: QFont, side: Qt.AlignmentFlag) -> int:
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._area.width())
        self._painter.setFont(font)
        self._painter.setPen(color)
        flags = QStyle.visualAlignment(self._direction, side) | _MIDDLE | Qt.TextFlag.TextSingleLine
        self._painter.drawText(self._seen(self._area), flags, isolated(shown, self._direction))
        return metrics.horizontalAdvance(shown)

    def _seen(self, part: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self._row, part)
