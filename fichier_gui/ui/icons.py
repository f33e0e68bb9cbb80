"""The program's icons: one family of drawings, tinted with the palette's colours.

A drawing uses ``currentColor`` and is rendered for the sizes and densities at hand. Ask :func:`icon` each
time (it remembers), or hand a button to :func:`put`, which keeps its icon in step with the palette.
"""

from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from fichier_gui.ui import resources, theme

PROGRAM: Final = "program"
"""The program's own icon, in its own colours."""

_SIZES: Final = (16, 24, 32, 48)
_PROGRAM_SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256)
_DISABLED: Final = 0.38
_REMEMBERED: Final = 512


class Tint(StrEnum):
    """What an icon's colour means."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


def icon(name: str, tint: Tint = Tint.TEXT, *, is_soft: bool = False) -> QIcon:
    """The icon ``name`` in the palette's colour of now, with its disabled and its selected look.

    ``is_soft``: on the quiet selection of a view without the focus, where it keeps its colour.
    """
    palette = QGuiApplication.palette()
    plain = color(tint, palette)
    selected = plain if is_soft else palette.color(QPalette.ColorRole.HighlightedText)
    return _icon(name, plain.name(QColor.NameFormat.HexArgb), selected.name())


def color(tint: Tint, palette: QPalette) -> QColor:
    """The colour of a tint on this palette."""
    if tint is Tint.TEXT:
        return theme.blend(
            palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window), 0.14
        )
    if tint is Tint.MUTED:
        return theme.muted(palette)
    if tint is Tint.ACCENT:
        return theme.accent(palette)
    return theme.signal_color(theme.Signal(tint.value), palette)


def pixmap(name: str, side: int, tint: QColor, ratio: float) -> QPixmap:
    """The drawing as a square of ``side`` device-independent pixels, for painting in a row."""
    return _pixmap(name, side, tint.name(QColor.NameFormat.HexArgb), ratio)


@cache
def program_icon() -> QIcon:
    """The program's icon, from 16 to 256."""
    made = QIcon()
    for side in _PROGRAM_SIZES:
        made.addPixmap(_render(PROGRAM, side, "#000000", 1.0))
    return made


def put(button: QAbstractButton, name: str, tint: Tint = Tint.TEXT) -> None:
    """Give ``button`` the icon and renew it whenever the palette changes."""
    for former in button.findChildren(_Retint, options=Qt.FindChildOption.FindDirectChildrenOnly):
        button.removeEventFilter(former)
        former.deleteLater()
    _Retint(button, name, tint)


class _Retint(QObject):
    """Renews one button's icon."""

    def __init__(self, button: QAbstractButton, name: str, tint: Tint) -> None:
        super().__init__(button)
        self._name = name
        self._tint = tint
        button.setIcon(icon(name, tint))
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Renew on a change of palette."""
        if event.type() == QEvent.Type.PaletteChange and isinstance(watched, QAbstractButton):
            watched.setIcon(icon(self._name, self._tint))
        return False


@lru_cache(maxsize=_REMEMBERED)
def _icon(name: str, color_name: str, selected_name: str) -> QIcon:
    made = QIcon()
    faint = QColor(color_name)
    faint.setAlphaF(faint.alphaF() * _DISABLED)
    for side in _SIZES:
        made.addPixmap(_render(name, side, color_name, 1.0), QIcon.Mode.Normal)
        made.addPixmap(_render(name, side, faint.name(QColor.NameFormat.HexArgb), 1.0), QIcon.Mode.Disabled)
        made.addPixmap(_render(name, side, selected_name, 1.0), QIcon.Mode.Selected)
    return made


@lru_cache(maxsize=_REMEMBERED)
def _pixmap(name: str, side: int, color_name: str, ratio: float) -> QPixmap:
    return _render(name, side, color_name, ratio)


@cache
def _drawing(name: str) -> str:
    return resources.icon_file(name).read_text(encoding="utf-8")


def _render(name: str, side: int, color_name: str, ratio: float) -> QPixmap:
    tint = QColor(color_name)
    drawing = _drawing(name).replace("currentColor", tint.name())
    pixels = round(side * ratio)
    picture = QPixmap(QSize(pixels, pixels))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(tint.alphaF())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
