"""Paints a transfer's progress as the platform's own bar, with its figure as text."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionProgressBar,
    QStyleOptionViewItem,
)

from fichier_gui.domain.transfers import ACTIVE, State
from fichier_gui.ui import theme
from fichier_gui.ui.mirrored import isolated
from fichier_gui.ui.models.batch_shelf import ShownBatch
from fichier_gui.ui.models.cell_answers import Role
from fichier_gui.ui.models.transfer_columns import Shown

MARGIN = theme.GRID
SIDE = theme.RELATED
TALLEST = 18
"""Pixels: a taller row does not make a fatter bar."""

_QUIET = frozenset({State.QUEUED, State.PAUSED, State.RETRYING, State.NEEDS_ANSWER})


class ProgressDelegate(QStyledItemDelegate):
    """No widget a row: one bar, never shown, lends its look (its palette, its style) to every painted one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = QProgressBar()
        self._model.setTextVisible(True)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row's background as everywhere, the bar on it."""
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        shown = index.data(Role.SHOWN)
        if not isinstance(shown, Shown | ShownBatch):
            return
        state = shown.state
        if state is State.DONE or (state not in ACTIVE and not shown.done):
            return
        bar = self._option(shown, option)
        bar.text = isolated(str(index.data() or ""), option.direction)
        painter.save()
        style.drawControl(QStyle.ControlElement.CE_ProgressBar, bar, painter, self._model)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as a line of text with air."""
        return QSize(120, option.fontMetrics.height() + 2 * MARGIN)

    def _option(self, shown: Shown | ShownBatch, item: QStyleOptionViewItem) -> QStyleOptionProgressBar:
        bar = QStyleOptionProgressBar()
        bar.initFrom(self._model)
        bar.rect = _inside(item.rect)
        bar.palette = _palette(shown.state)
        bar.state = item.state | QStyle.StateFlag.State_Horizontal
        bar.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        bar.direction = item.direction
        bar.fontMetrics = item.fontMetrics
        bar.minimum = 0
        percent = shown.percent
        is_busy = percent is None and shown.state in ACTIVE
        bar.maximum = 0 if is_busy else 100
        bar.progress = percent or 0
        bar.textVisible = not is_busy
        return bar


def _inside(rect: QRect) -> QRect:
    height = min(rect.height() - 2 * MARGIN, TALLEST)
    inner = rect.adjusted(SIDE, 0, -SIDE, 0)
    inner.setTop(rect.top() + (rect.height() - height) // 2)
    inner.setHeight(height)
    return inner


def _palette(state: State) -> QPalette:
    """The accent means "it moves": a bar at rest is filled with a tone between text and background.

    The program's palette, for that of a view without the focus has no accent.
    """
    palette = QApplication.palette()
    if state in _QUIET or state is State.FAILED:
        rest = theme.blend(
            palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base), 0.7
        )
        palette.setColor(QPalette.ColorRole.Highlight, rest)
        palette.setColor(QPalette.ColorRole.HighlightedText, palette.color(QPalette.ColorRole.Text))
    return theme.bar_palette(palette)
