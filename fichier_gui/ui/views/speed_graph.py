"""The speeds of the last minute as a small graph in the status line; a click shows five minutes of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from fichier_gui.domain.speed_history import SECONDS, SpeedHistory, course, last, top_of_scale
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.views.popover import Popover
from fichier_gui.ui.wording import tr

SHOWN: Final = 60
"""Seconds of the small graph: one a pixel."""
_HEIGHT: Final = 16
_LARGE: Final = 96
_LETTERS: Final = 72
_SECOND: Final = 1000
"""In milliseconds."""


class SpeedGraph(QToolButton):
    """Looks at the speeds once a second while something moves, and until that is out of sight."""

    def __init__(self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` tells seconds."""
        super().__init__(parent)
        self._clock = clock
        self._looked_at = 0.0
        self._speeds = self._since = (0.0, 0.0)
        self.history = SpeedHistory()
        self._popover: SpeedPopover | None = None
        self._timer = QTimer(self, interval=_SECOND)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.setAutoRaise(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Speed of the last minutes"))
        self.clicked.connect(self.explain)
        self._tell()

    def show_speeds(self, down: float, up: float) -> None:
        """Bytes a second from now on, until others are told."""
        self._speeds = (down, up)
        self._since = (max(down, self._since[0]), max(up, self._since[1]))
        if (down or up) and not self._timer.isActive():
            if self.history.down:  # what passed since was a rest
                self.history.add(0.0, 0.0, self._passed())
            self._looked_at = self._clock()
            self._timer.start()

    @property
    def popover(self) -> SpeedPopover:
        """What a click opens; made when it is first wanted."""
        if self._popover is None:
            self._popover = SpeedPopover(self)
        return self._popover

    def explain(self) -> None:
        """Open the large graph above the small one; it goes on until it is closed."""
        self.popover.show_history(self.history)
        self.popover.open_above(self)

    def sizeHint(self) -> QSize:
        """A pixel for each second, and air."""
        return QSize(SHOWN + 2 * theme.GRID, _HEIGHT + 2 * theme.GRID)

    def minimumSizeHint(self) -> QSize:
        """It gives nothing away."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line to stand on even while nothing moves."""
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        area = QRect(theme.GRID, (self.height() - _HEIGHT) // 2, SHOWN, _HEIGHT)
        paint_speeds(painter, self, area, last(self.history.down, SHOWN), last(self.history.up, SHOWN))

    def _on_timer_timeout(self) -> None:
        down, up = (now or before for now, before in zip(self._speeds, self._since, strict=True))
        self.history.add(down, up, self._passed())  # what began and ended between two looks moved, too
        self._since = (0.0, 0.0)
        self._looked_at = self._clock()
        if not any(self._speeds) and self.history.is_still:
            self._timer.stop()
        self._tell()
        self.update()
        if self._popover is not None and self._popover.isVisible():
            self._popover.show_history(self.history)

    def _passed(self) -> int:
        """Whole seconds since the last look: more than one after a sleep of the computer."""
        return max(1, round(self._clock() - self._looked_at))

    def _tell(self) -> None:
        down, up = course(self.history.down), course(self.history.up)
        highest = tr(
            "Highest of the last five minutes: down {down}, up {up}",
            down=wording.speed(down.highest),
            up=wording.speed(up.highest),
        )
        words = tr("Nothing has moved in the last five minutes") if self.history.is_still else highest
        if words != self.toolTip():
            self.setToolTip(words)
            self.setAccessibleDescription(words)


class SpeedPopover(Popover):
    """Five minutes, and what they come to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Speed of the last minutes"), _LETTERS, parent)
        title = QLabel(tr("Speed"), self)
        title.setFont(theme.heading(self.font()))
        self.curve = _Curve(self)
        ends = QHBoxLayout()
        ends.addWidget(self._quiet(tr("5 minutes ago"), is_small=True))
        ends.addStretch(1)
        ends.addWidget(self._quiet(tr("Now", "time"), is_small=True))
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(theme.RELATED)
        self._table.setColumnMinimumWidth(0, theme.ICON)
        self._table.setVerticalSpacing(theme.GRID)
        self._table.setColumnStretch(1, 1)
        self._figures = [
            self._row(1, "arrow-down", tr("Downloads")),
            self._row(2, "arrow-up", tr("Uploads")),
        ]
        for place, words in enumerate(_headings()):
            self._table.addWidget(self._quiet(words), 0, place + 2, Qt.AlignmentFlag.AlignRight)
        self.column.addWidget(title)
        self.column.addWidget(self.curve)
        self.column.addLayout(ends)
        self.column.addLayout(self._table)

    def show_history(self, history: SpeedHistory) -> None:
        """Paint it, and write the figures beside."""
        self.curve.show_speeds(last(history.down, SECONDS), last(history.up, SECONDS))
        said = []
        found = (course(history.down), course(history.up))
        for labels, each, name in zip(self._figures, found, (tr("Downloads"), tr("Uploads")), strict=True):
            figures = (wording.speed(each.now), wording.speed(each.mean), wording.speed(each.highest))
            for label, text in zip(labels, figures, strict=True):
                label.setText(text)
            parts = ", ".join(" ".join(pair) for pair in zip(_headings(), figures, strict=True))
            said.append(f"{name}: {parts}")
        self.setAccessibleDescription("\n".join(said))

    def _quiet(self, words: str, *, is_small: bool = False) -> QLabel:
        label = QLabel(words, self)
        label.setPalette(theme.muted_text(QApplication.palette()))
        if is_small:
            label.setFont(theme.small(self.font()))
        return label

    def _row(self, number: int, icon: str, words: str) -> list[QLabel]:
        picture = QLabel(self)
        picture.setPixmap(
            icons.pixmap(icon, theme.ICON, theme.muted(self.palette()), self.devicePixelRatioF())
        )
        picture.setFixedWidth(theme.ICON)
        self._table.addWidget(picture, number, 0)
        self._table.addWidget(QLabel(words, self), number, 1)
        labels = [QLabel(self) for _ in range(3)]
        for place, label in enumerate(labels):
            label.setFont(theme.tabular(self.font()))
            label.setTextFormat(Qt.TextFormat.PlainText)
            widest = label.fontMetrics().horizontalAdvance(wording.speed(88_800_000))
            label.setMinimumWidth(widest + theme.RELATED)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._table.addWidget(label, number, place + 2)
        return labels


class _Curve(QWidget):
    """The large graph with its scale."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._down: Sequence[float] = ()
        self._up: Sequence[float] = ()
        self.setFixedHeight(_LARGE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_speeds(self, down: Sequence[float], up: Sequence[float]) -> None:
        """Of the same length, the oldest first."""
        self._down, self._up = down, up
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The highest figure of the scale stands in its upper corner, over the curve."""
        painter = QPainter(self)
        palette = self.palette()
        line = theme.hairline(palette)
        for share in (0.0, 0.5):
            painter.fillRect(0, round(self.height() * share), self.width(), 1, line)
        paint_speeds(painter, self, self.rect(), self._down, self._up)
        painter.setFont(theme.small(self.font()))
        painter.setPen(theme.muted(palette))
        top = top_of_scale((*self._down, *self._up))
        area = self.rect().adjusted(0, theme.GRID // 2, 0, 0)
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(area, side | Qt.AlignmentFlag.AlignTop, wording.speed(top))


def paint_speeds(
    painter: QPainter, widget: QWidget, area: QRect, down: Sequence[float], up: Sequence[float]
) -> None:
    """Downloads as a filled hill, uploads as a line over it: told apart without their colours."""
    palette = widget.palette()
    top = top_of_scale((*down, *up))
    painter.save()
    painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.hairline(palette))
    if widget.layoutDirection() is Qt.LayoutDirection.RightToLeft:  # what is new is where lines end
        painter.translate(area.left() + area.right() + 1, 0)
        painter.scale(-1, 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = theme.accent(palette)
    hill = _points(QRectF(area), down, top)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.blend(accent, palette.window().color(), 0.7))
    ends = [QPointF(area.right() + 1.0, area.bottom()), QPointF(area.left(), area.bottom())]
    painter.drawPolygon(QPolygonF([*hill, *ends]))
    for color, points, speeds in (
        (accent, hill, down),
        (palette.color(QPalette.ColorRole.WindowText), _points(QRectF(area), up, top), up),
    ):
        painter.setPen(QPen(color, 1.25))
        _draw_where_something_moved(painter, points, speeds)
    painter.restore()


def _points(area: QRectF, speeds: Sequence[float], top: float) -> list[QPointF]:
    """One a second. A pixel less than there is room: half a line's width would be cut off."""
    step = area.width() / max(1, len(speeds) - 1)
    height = area.height() - 2
    return [
        QPointF(area.left() + number * step, area.bottom() - 1 - speed / top * height)
        for number, speed in enumerate(speeds)
    ]


def _draw_where_something_moved(
    painter: QPainter, points: Sequence[QPointF], speeds: Sequence[float]
) -> None:
    path = QPainterPath()
    is_drawing = False
    for number in range(1, len(points)):
        if not speeds[number - 1] and not speeds[number]:
            is_drawing = False
            continue
        if not is_drawing:
            path.moveTo(points[number - 1])
            is_drawing = True
        path.lineTo(points[number])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _headings() -> tuple[str, str, str]:
    return tr("Now", "time"), tr("Average"), tr("Highest")
