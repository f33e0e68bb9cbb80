"""Paints the rows of a list of files: names strong, the rest quieter, a folder under a drag lit."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fichier_gui.ui import theme
from fichier_gui.ui.mirrored import isolated

Index = QModelIndex | QPersistentModelIndex

_HAS_DISPLAY: Final = QStyleOptionViewItem.ViewItemFeature.HasDisplay
_HAS_DECORATION: Final = QStyleOptionViewItem.ViewItemFeature.HasDecoration
_ALIGNMENT: Final = Qt.ItemDataRole.TextAlignmentRole
_LINE: Final = "\u2028"
"""What begins another line in a text that is painted."""


class ListRowDelegate(QStyledItemDelegate):
    """One for a whole list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder_at: int | None = None

    def light(self, row: int | None) -> None:
        """The folder row that a drag hovers over, or None."""
        self._folder_at = row

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are as high as the font with air, at least the grid's row."""
        return QSize(0, max(theme.ROW_HEIGHT, option.fontMetrics.height() + 2 * theme.GRID))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Names and figures read as they are written.

        Qt's own asks the model for nine things at every cell, of which these lists have three: that took half
        of the time of a picture.
        """
        if isinstance(index, QModelIndex):
            option.index = index
        option.features |= _HAS_DISPLAY
        option.displayAlignment = index.data(_ALIGNMENT)
        option.text = isolated(str(index.data()).replace("\n", _LINE), option.direction)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The style paints the cell."""
        self._paint_cell(painter, option, index)

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, room: int = 0
    ) -> None:
        """Ground and words; ``room`` pixels at the end stay free for signs."""
        if self._folder_at == index.row():
            painter.fillRect(option.rect, theme.lit_ground(QApplication.palette()))
        _paint_ground(painter, option)
        cell = QStyleOptionViewItem(option)
        # The style has a pixel or two between a cell's edge and its text: too near to the next column.
        words = option.rect.adjusted(theme.GRID, 0, -theme.GRID - room, 0)
        cell.rect = QStyle.visualRect(option.direction, option.rect, words)
        super().paint(painter, cell, index)


def is_forward(option: QStyleOptionViewItem) -> bool:
    """Whether the view has the focus: otherwise its selection is a tint, on which icons keep their colour."""
    return bool(getattr(option.widget, "is_forward", True))


def put_icon(option: QStyleOptionViewItem, icon: QIcon) -> None:
    """Before the words."""
    option.features |= _HAS_DECORATION
    option.icon = icon


def hush(option: QStyleOptionViewItem) -> None:
    """Words of the second rank."""
    option.palette.setColor(QPalette.ColorRole.Text, theme.muted(option.palette))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of the whole cell: the words' own is narrower."""
    widget = option.widget
    style = widget.style() if isinstance(widget, QWidget) else QApplication.style()
    ground = QStyleOptionViewItem(option)
    ground.state &= ~QStyle.StateFlag.State_HasFocus
    style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, ground, painter, None)
