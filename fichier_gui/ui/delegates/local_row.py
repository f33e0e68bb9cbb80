"""Paints the rows of a folder of this computer."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from fichier_gui.ui import icons, theme
from fichier_gui.ui.delegates.list_row import Index, ListRowDelegate, hush, is_forward, put_icon
from fichier_gui.ui.models.local_files import COLUMNS, ENTRY, MARK, LocalFilesModel, entry_icon

_SIGN = 14


class LocalRowDelegate(ListRowDelegate):
    """As the rows of the file list; what is hidden elsewhere is quiet, what the account has too is ticked."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Colours, icon and figures of a cell."""
        super().initStyleOption(option, index)
        entry, column = index.data(ENTRY), index.column()
        if column or entry.is_hidden:
            hush(option)
        if COLUMNS[column].is_number:
            option.font = theme.tabular(option.font)
        option.textElideMode = Qt.TextElideMode.ElideRight if column else Qt.TextElideMode.ElideMiddle
        if not column:
            put_icon(option, icons.icon(entry_icon(entry), is_soft=not is_forward(option)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The mark is laid over its cell."""
        super().paint(painter, option, index)
        model = index.model()
        if index.column() != MARK or not isinstance(model, LocalFilesModel):
            return
        if model.is_there(index.data(ENTRY)):
            is_selected = option.state & QStyle.StateFlag.State_Selected
            text = option.palette.color(QPalette.ColorRole.HighlightedText)
            self._paint_mark(painter, option, text if is_selected else theme.muted(option.palette))

    def _paint_mark(self, painter: QPainter, option: QStyleOptionViewItem, color: QColor) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        y = option.rect.top() + (option.rect.height() - _SIGN) / 2
        place = QPointF(option.rect.center().x() - _SIGN // 2, y)
        painter.drawPixmap(place, icons.pixmap("check", _SIGN, color, ratio))
