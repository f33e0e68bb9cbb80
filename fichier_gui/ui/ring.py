"""The tray icon: a disc with the state's sign, and a ring around it that fills.

Coloured from the palette; or in one tone, the sign cut out, for panels on which colours are hard to see.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap

from fichier_gui.domain.settings import TrayColours
from fichier_gui.ui import theme

SIZES: Final = (16, 22, 24, 32, 48, 64)
"""What panels ask for; each is drawn, none is scaled."""

STEPS: Final = 50
"""The ring moves in steps of two percent: fewer repaints, and nobody sees finer on 22 pixels."""


SIGN_CONTRAST: Final = 2.8


class TrayState(StrEnum):
    """What the icon says."""

    IDLE = "idle"
    ACTIVE = "active"
    PAUSED = "paused"
    COOLING = "cooling"
    NEEDS_YOU = "needs_you"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class RingLook:
    """All that decides the picture: equal looks need no repaint."""

    state: TrayState
    step: int = 0
    """0 … ``STEPS``; 0 draws no ring."""
    accent: int = 0
    """The palette's accent as ``QColor.rgb``."""
    colours: TrayColours = TrayColours.AUTOMATIC

    @classmethod
    def of(
        cls,
        state: TrayState,
        fraction: float | None,
        palette: QPalette,
        colours: TrayColours = TrayColours.AUTOMATIC,
    ) -> "RingLook":
        """The look of a state; ``fraction`` is 0 … 1 or None."""
        accent = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
        step = 0 if fraction is None else max(1, round(min(max(fraction, 0.0), 1.0) * STEPS))
        return cls(state, 0 if state is TrayState.IDLE else step, accent.rgb(), colours)

    @property
    def tone(self) -> QColor | None:
        """The one tone of a picture without colours."""
        if self.colours is TrayColours.LIGHT:
            return QColor.fromHslF(0, 0, 0.94)
        is_dark = self.colours is TrayColours.DARK or self.is_mask
        return QColor.fromHslF(0, 0, 0.13) if is_dark else None

    @property
    def is_mask(self) -> bool:
        """macOS gives the picture the colour of its menu bar."""
        return self.colours is TrayColours.AUTOMATIC and sys.platform == "darwin"


def ring_icon(look: RingLook) -> QIcon:
    """The icon at every size a panel may ask for."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(_drawn(look, size))
    icon.setIsMask(look.is_mask)
    return icon


def ring_picture(look: RingLook, size: QSize, ratio: float) -> QPixmap:
    """The same for a window: ``size`` in its own pixels, ``ratio`` of the screen's to them."""
    picture = _drawn(look, round(size.width() * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def _drawn(look: RingLook, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 24, size / 24)
    disc = _disc_colour(look)
    _draw_disc(painter, look, disc)
    if look.step:
        _draw_ring(painter, look, disc)
    if look.tone is not None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    sign = _ink_on(disc)
    painter.setBrush(sign)
    painter.setPen(QPen(sign, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    scale = 1.0 if look.step == 0 else 0.78
    painter.translate(12, 12)
    painter.scale(scale, scale)
    _SIGNS[look.state](painter)
    painter.end()
    return pixmap


def _draw_disc(painter: QPainter, look: RingLook, disc: QColor) -> None:
    """With a thin edge in the colour of the sign: a panel may have the disc's own."""
    radius = 10.6 if look.step == 0 else 7.6
    painter.setPen(Qt.PenStyle.NoPen)
    if look.tone is None:
        painter.setPen(QPen(_ink_on(disc), 0.9))
    painter.setBrush(disc)
    painter.drawEllipse(QPointF(12, 12), radius, radius)


def _draw_ring(painter: QPainter, look: RingLook, disc: QColor) -> None:
    """A faint whole ring under the part that is done: it reads on light and on dark panels."""
    box = QRectF(1.5, 1.5, 21, 21)
    track = QColor(look.tone or QColor.fromHslF(0, 0, 0.5))
    track.setAlphaF(0.45 if look.tone is None else 0.3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(track, 3.0))
    painter.drawEllipse(box)
    painter.setPen(QPen(disc, 3.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawArc(box, 90 * 16, -round(360 * 16 * look.step / STEPS))


def _disc_colour(look: RingLook) -> QColor:
    """The accent; turned to the colours of a warning where the user is wanted, to grey where nothing moves.

    The panel's colour is not known, so every disc has a middle lightness and carries its own ink.
    """
    if look.tone is not None:
        return look.tone
    if look.state is TrayState.PAUSED:
        return QColor.fromHslF(0, 0, 0.5)
    colour = QColor.fromRgb(look.accent)
    if look.state in (TrayState.NEEDS_YOU, TrayState.COOLING):
        colour = theme.signal_color(theme.Signal.WARNING, QGuiApplication.palette())
    elif look.state is TrayState.ERROR:
        colour = theme.signal_color(theme.Signal.BAD, QGuiApplication.palette())
    middle = min(max(colour.lightnessF(), 0.44), 0.56)
    return QColor.fromHslF(max(colour.hslHueF(), 0.0), colour.hslSaturationF(), middle)


def _ink_on(ground: QColor) -> QColor:
    """White where it can be read, else black. Signs are shapes: 3 to 1 is enough for them (WCAG 1.4.11)."""
    white = QColor(Qt.GlobalColor.white)
    return white if theme.contrast(white, ground) >= SIGN_CONTRAST else QColor(Qt.GlobalColor.black)


# Signs are drawn around (0, 0) in a box of about ±5.


def _arrows(painter: QPainter) -> None:
    painter.drawLines([QLineF(-2.6, 4.2, -2.6, -3.6), QLineF(2.6, -4.2, 2.6, 3.6)])
    painter.drawPolyline([QPointF(-5.0, -1.4), QPointF(-2.6, -4.2), QPointF(-0.4, -1.6)])
    painter.drawPolyline([QPointF(0.4, 1.6), QPointF(2.6, 4.2), QPointF(5.0, 1.4)])


def _cloud(painter: QPainter) -> None:
    cloud = QPainterPath()
    cloud.setFillRule(Qt.FillRule.WindingFill)
    cloud.addEllipse(QPointF(-3.0, 1.4), 3.0, 3.0)
    cloud.addEllipse(QPointF(0.6, -0.8), 3.9, 3.9)
    cloud.addEllipse(QPointF(3.9, 1.9), 2.5, 2.5)
    cloud.addRect(QRectF(-3.0, 1.0, 6.9, 3.4))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPath(cloud.simplified())


def _bars(painter: QPainter) -> None:
    painter.drawLines([QLineF(-2.4, -4, -2.4, 4), QLineF(2.4, -4, 2.4, 4)])


def _clock(painter: QPainter) -> None:
    painter.drawPolyline([QPointF(0, -5), QPointF(0, 0.4), QPointF(3.6, 2.6)])


def _question(painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    mark = QPainterPath(QPointF(-2.8, -2.8))
    mark.cubicTo(-2.8, -6.6, 3.2, -6.6, 3.0, -2.8)
    mark.cubicTo(2.9, -0.6, 0, -0.6, 0, 1.8)
    painter.drawPath(mark)
    painter.drawPoint(QPointF(0, 5.2))


def _exclamation(painter: QPainter) -> None:
    painter.drawLine(QLineF(0, -5.4, 0, 1.2))
    painter.drawPoint(QPointF(0, 5.0))


_SIGNS: Final[dict[TrayState, Callable[[QPainter], None]]] = {
    TrayState.IDLE: _cloud,
    TrayState.ACTIVE: _arrows,
    TrayState.PAUSED: _bars,
    TrayState.COOLING: _clock,
    TrayState.NEEDS_YOU: _question,
    TrayState.ERROR: _exclamation,
}
