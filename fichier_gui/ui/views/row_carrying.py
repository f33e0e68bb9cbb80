"""Carrying rows of a list with the mouse, to folders of the window and to other programs.

A drag of the desktop runs a loop of its own until it ends. It begins in a mouse event, where no coroutine is
under way, so that everything else of the window goes on meanwhile.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QCursor, QDrag, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from fichier_gui.ui import icons, theme, wording

LONGEST: Final = 280
"""Pixels of the words beside the pointer."""
_AWAY: Final = QPoint(-3 * theme.GRID, -3 * theme.GRID)
"""From the pointer to the label: it must not cover what is pointed at."""


class Outcome(NamedTuple):
    """How a drag ended."""

    is_taken: bool
    is_outside: bool
    """The pointer was over no window of this program."""


def carry(
    view: QWidget,
    data: QMimeData,
    names: Sequence[str],
    icon: str,
    actions: Qt.DropAction,
    leaves: Callable[[], None] = lambda: None,
) -> Outcome:
    """Until they are let go somewhere, or Escape. ``icon``: of the one row; ``leaves``: the window."""
    drag = QDrag(view)
    drag.setMimeData(data)
    drag.setPixmap(label(view, names, icon))
    drag.setHotSpot(_AWAY)
    drag.targetChanged.connect(lambda target: None if target else leaves())
    is_movable = bool(actions & Qt.DropAction.MoveAction)
    taken = drag.exec(actions, Qt.DropAction.MoveAction if is_movable else Qt.DropAction.CopyAction)
    is_outside = QApplication.widgetAt(QCursor.pos()) is None
    return Outcome(taken is not Qt.DropAction.IgnoreAction, is_outside)


def label(view: QWidget, names: Sequence[str], icon: str) -> QPixmap:
    """The name of the one row, or how many there are, in the accent."""
    words = names[0] if len(names) == 1 else wording.items_words(len(names))
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
    sign = icons.pixmap(icon if len(names) == 1 else "copy", theme.ICON, color, ratio)
    painter.drawPixmap(QPointF(theme.RELATED, (theme.ROW_HEIGHT - theme.ICON) / 2), sign)
    painter.setPen(color)
    area.setLeft(theme.ICON + 2 * theme.RELATED)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    painter.end()
    return pixmap
