"""Paints the rows of the file list: names strong, the rest quieter, signs for locks and checksums."""

from typing import Final

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from fichier_gui.catalogue.order import Column
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.ui import icons, theme
from fichier_gui.ui.delegates.list_row import Index, ListRowDelegate, hush, is_forward, put_icon
from fichier_gui.ui.models.file_list import COLUMNS, Role, icon_name

_SIGN: Final = 14
_ELIDED: Final = {Column.NAME: Qt.TextElideMode.ElideMiddle, Column.FOLDER: Qt.TextElideMode.ElideLeft}


class FileRowDelegate(ListRowDelegate):
    """Locks, access lists and checksums are signs; a picture may have a small one of itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.has_thumbnails = False
        """Rows are high enough for small pictures."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Higher with thumbnails."""
        least = theme.THUMBNAIL + 2 * theme.GRID if self.has_thumbnails else 0
        return QSize(0, max(least, super().sizeHint(option, index).height()))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Colours and figures of a cell."""
        super().initStyleOption(option, index)
        spec = COLUMNS[index.column()]
        if spec.column is not Column.NAME or index.data(Role.IS_STALE):
            hush(option)
        if spec.column is Column.NAME:
            put_icon(option, icons.icon(icon_name(index.data(Role.ITEM)), is_soft=not is_forward(option)))
            if self.has_thumbnails:
                self._set_thumbnail(option, index)
        if spec.is_number:
            option.font = theme.tabular(option.font)
        option.textElideMode = _ELIDED.get(spec.column, Qt.TextElideMode.ElideRight)

    def _set_thumbnail(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Names stand below one another, whatever is before them."""
        picture = index.data(Role.THUMBNAIL)
        if isinstance(picture, QPixmap):
            option.icon = QIcon(picture)
            option.icon.addPixmap(picture, QIcon.Mode.Selected)
        option.decorationSize = QSize(theme.THUMBNAIL, theme.THUMBNAIL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Signs are laid over the cell."""
        file = index.data(Role.ITEM)
        spec = COLUMNS[index.column()]
        signs = _signs(file) if spec.column is Column.NAME and isinstance(file, RemoteFile) else ()
        self._paint_cell(painter, option, index, room=len(signs) * (_SIGN + theme.GRID))
        if signs:
            self._paint_signs(painter, option, signs)
        if spec.column is Column.CHECKSUM and isinstance(file, RemoteFile) and file.checksum:
            self._paint_check(painter, option, is_verified=bool(index.data(Role.IS_VERIFIED)))

    def _paint_signs(self, painter: QPainter, option: QStyleOptionViewItem, signs: tuple[str, ...]) -> None:
        color = _quiet(option)
        x = option.rect.right() - theme.GRID - 2
        for name in signs:
            x -= _SIGN + theme.GRID
            self._draw(painter, option, name, x, color)

    def _paint_check(self, painter: QPainter, option: QStyleOptionViewItem, *, is_verified: bool) -> None:
        color = _quiet(option)
        if is_verified and not option.state & QStyle.StateFlag.State_Selected:
            color = theme.signal_color(theme.Signal.GOOD, option.palette)
        x = option.rect.center().x() - _SIGN // 2
        self._draw(painter, option, "shield" if is_verified else "check", x, color)

    def _draw(
        self, painter: QPainter, option: QStyleOptionViewItem, name: str, x: int, color: QColor
    ) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        y = option.rect.top() + (option.rect.height() - _SIGN) // 2
        place = QStyle.visualRect(option.direction, option.rect, QRect(x, y, _SIGN, _SIGN))
        painter.drawPixmap(place.topLeft(), icons.pixmap(name, _SIGN, color, ratio))


def _signs(file: RemoteFile) -> tuple[str, ...]:
    return tuple(name for name, holds in (("lock", file.has_password), ("account", file.has_acl)) if holds)


def _quiet(option: QStyleOptionViewItem) -> QColor:
    if option.state & QStyle.StateFlag.State_Selected:
        return option.palette.color(QPalette.ColorRole.HighlightedText)
    return theme.muted(option.palette)
