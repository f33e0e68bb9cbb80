"""Cells of the transfer list: figures of one width, quiet words for what has ended."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.ui import icons, theme
from fichier_gui.ui.models.transfer_columns import (
    COLUMNS,
    DIRECTION,
    FOLDER,
    NAME,
    STATUS,
    direction_icon,
    state_icon,
)
from fichier_gui.ui.models.transfer_list import Role

Index = QModelIndex | QPersistentModelIndex

_SIGNALS = {State.FAILED: theme.Signal.BAD, State.NEEDS_ANSWER: theme.Signal.WARNING}


_ICONS = {DIRECTION: direction_icon, STATUS: state_icon}


class TransferRowDelegate(QStyledItemDelegate):
    """Every column but the bar."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The style paints; only font and colour of the text are ours."""
        super().initStyleOption(option, index)
        option.decorationSize = QSize(theme.ICON, theme.ICON)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.textElideMode = (
            Qt.TextElideMode.ElideMiddle if index.column() in (NAME, FOLDER) else Qt.TextElideMode.ElideRight
        )
        if COLUMNS[index.column()].is_number:
            option.font = theme.tabular(option.font)
        transfer = index.data(Role.TRANSFER)
        if not isinstance(transfer, Transfer):
            return
        if index.column() != NAME:
            option.palette.setColor(QPalette.ColorRole.Text, _tone(transfer, index.column(), option.palette))
        if index.column() in _ICONS and not getattr(option.widget, "is_forward", True):
            option.icon = icons.icon(*_ICONS[index.column()](transfer), is_soft=True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row's ground under the whole cell, the text a little inside it."""
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(theme.GRID, 0, -theme.RELATED, 0)
        super().paint(painter, inner, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all rows."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(theme.ROW_HEIGHT, hint.height()))


def _tone(transfer: Transfer, column: int, palette: QPalette) -> QColor:
    """Names are strong, all else is quieter; a state that needs the user has a colour of its own."""
    if column == STATUS and transfer.state in _SIGNALS:
        return theme.signal_color(_SIGNALS[transfer.state], palette)
    return theme.muted(palette)
