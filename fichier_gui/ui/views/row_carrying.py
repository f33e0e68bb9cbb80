"""Carrying rows of the file list with the mouse, to folders of the window and to other programs.

A drag of the desktop runs a loop of its own until it ends. It begins in a mouse event, where no coroutine is
under way, so that everything else of the window goes on meanwhile.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDrag, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from fichier_gui.catalogue.order import Row
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.models.file_list import icon_name

LONGEST: Final = 280
"""Pixels of the words beside the pointer."""
_AWAY: Final = QPoint(-3 * theme.GRID, -3 * theme.GRID)
"""From the pointer to the label: it must not cover what is pointed at."""


def carry(view: QWidget, data: QMimeData, rows: Sequence[Row], actions: Qt.DropAction) -> None:
    """Until they are let go somewhere, or Escape."""
    drag = QDrag(view)
    drag.setMimeData(data)
    drag.setPixmap(label(view, rows))
    drag.setHotSpot(_AWAY)
    drag.exec(actions, Qt.DropAction.MoveAction)


def label(view: QWidget, rows: Sequence[Row]) -> QPixmap:
    """The name of the one row, or how many there are, in the accent."""
    words = rows[0].name if len(rows) == 1 else wording.items_words(len(rows))
    metrics = view.fontMetrics()
    words = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, LONGEST)
    width = metrics.horizontalAdvance(words) + theme.ICON + 3 * theme.RELATED
    ratio = view.devicePixelRatioF()
    pixmap = QPixmap(round(width * ratio), round(theme.ROW_HEIGHT * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    palette = QApplication.palette()
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(view.font())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
    area = QRectF(0, 0, width, theme.ROW_HEIGHT)
    painter.drawRoundedRect(area, theme.GRID, theme.GRID)
    color = palette.color(QPalette.ColorRole.HighlightedText)
    sign = icons.pixmap(icon_name(rows[0]) if len(rows) == 1 else "copy", theme.ICON, color, ratio)
    painter.drawPixmap(QPointF(theme.RELATED, (theme.ROW_HEIGHT - theme.ICON) / 2), sign)
    painter.setPen(color)
    area.setLeft(theme.ICON + 2 * theme.RELATED)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    painter.end()
    return pixmap
