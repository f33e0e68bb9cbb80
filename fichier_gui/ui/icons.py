"""The program's icons: one family of drawings, tinted with the palette's colours.

A drawing uses ``currentColor`` and is rendered for the sizes and densities at hand. Ask :func:`icon` each
time (it remembers), or hand a button to :func:`put`, which keeps its icon in step with the palette.
"""

from collections.abc import Sequence
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

_SIZES: Final = (16, 18, 20)
"""What menus, lists and tool bars ask for."""
_COMMAND_SIZES: Final = (16, 20)
"""What menus and tool bars alone ask for."""
_PROGRAM_SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256)
_DISABLED: Final = 0.38
_REMEMBERED: Final = 512
_MIRRORED: Final = {
    "back": "forward",
    "forward": "back",
    "chevron-left": "chevron-right",
    "chevron-right": "chevron-left",
}


Look = tuple[QIcon.Mode, str]
"""What a picture is for, and the name of its colour."""


class Tint(StrEnum):
    """What an icon's colour means."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


def _facing(name: str) -> str:
    """The icon that points the same way in the reading direction of the program."""
    return _MIRRORED.get(name, name) if QGuiApplication.isRightToLeft() else name


def icon(name: str, tint: Tint = Tint.TEXT, *, is_soft: bool = False) -> QIcon:
    """The icon ``name`` in the palette's colour of now, with its disabled and its selected look.

    ``is_soft``: on the quiet selection of a view without the focus, where it keeps its colour.
    """
    palette = QGuiApplication.palette()
    plain = color(tint, palette)
    selected = plain if is_soft else palette.color(QPalette.ColorRole.HighlightedText)
    looks = (*_usual_looks(plain), (QIcon.Mode.Selected, _name(selected)))
    return _icon(_facing(name), looks, _SIZES, _density())


def command_icon(name: str) -> QIcon:
    """As :func:`icon`, for menus and tool bars. They select nothing: half as many pictures do."""
    plain = color(Tint.TEXT, QGuiApplication.palette())
    return _icon(_facing(name), _usual_looks(plain), _COMMAND_SIZES, _density())


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
    return _pixmap(_facing(name), side, _name(tint), ratio)


@cache
def program_icon() -> QIcon:
    """The program's icon, from 16 to 256."""
    made = QIcon()
    for picture in _pictures(PROGRAM, "#000000", _PROGRAM_SIZES, {1.0}):
        made.addPixmap(picture)
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


def _name(tint: QColor) -> str:
    return tint.name(QColor.NameFormat.HexArgb)


def _density() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def _usual_looks(plain: QColor) -> tuple[Look, ...]:
    faint = QColor(plain)
    faint.setAlphaF(faint.alphaF() * _DISABLED)
    return (QIcon.Mode.Normal, _name(plain)), (QIcon.Mode.Disabled, _name(faint))


@lru_cache(maxsize=_REMEMBERED)
def _icon(name: str, looks: tuple[Look, ...], sides: tuple[int, ...], ratio: float) -> QIcon:
    made = QIcon()
    drawn: dict[str, list[QPixmap]] = {}
    for mode, color_name in looks:
        if color_name not in drawn:
            drawn[color_name] = _pictures(name, color_name, sides, {1.0, ratio})
        for picture in drawn[color_name]:
            made.addPixmap(picture, mode)
    return made


@lru_cache(maxsize=_REMEMBERED)
def _pixmap(name: str, side: int, color_name: str, ratio: float) -> QPixmap:
    return _pictures(name, color_name, (side,), {ratio})[0]


@cache
def _drawing(name: str) -> str:
    return resources.icon_file(name).read_text(encoding="utf-8")


def _pictures(name: str, color_name: str, sides: Sequence[int], ratios: set[float]) -> list[QPixmap]:
    """The drawing in one colour, in every size and density asked for."""
    tint = QColor(color_name)
    drawing = _drawing(name).replace("currentColor", tint.name())
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    pictures: list[QPixmap] = []
    for side in sides:
        for ratio in sorted(ratios):
            pixels = round(side * ratio)
            picture = QPixmap(QSize(pixels, pixels))
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setOpacity(tint.alphaF())
            renderer.render(painter, QRectF(0, 0, pixels, pixels))
            painter.end()
            # What was painted on keeps its paint engine, which is several times as large as an icon.
            kept = picture.copy()
            kept.setDevicePixelRatio(ratio)
            pictures.append(kept)
    return pictures
