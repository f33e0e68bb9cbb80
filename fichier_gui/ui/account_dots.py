"""The colour of an account: a dot beside its name."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap

from fichier_gui.domain.account_list import AccountColor
from fichier_gui.ui import theme

RADIUS = 4.0


def paint_dot(painter: QPainter, center: QPointF, color: AccountColor, palette: QPalette) -> None:
    """Round the point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.account_color(color, palette))
    painter.drawEllipse(center, RADIUS, RADIUS)
    painter.restore()


def dot_icon(color: AccountColor, palette: QPalette) -> QIcon:
    """For menus, at one and two times their size."""
    icon = QIcon()
    for ratio in (1.0, 2.0):
        picture = QPixmap(QSize(theme.ICON, theme.ICON) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_dot(painter, QPointF(theme.ICON / 2, theme.ICON / 2), color, palette)
        painter.end()
        icon.addPixmap(picture)
    return icon
