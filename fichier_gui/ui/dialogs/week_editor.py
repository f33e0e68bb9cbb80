"""The week as a grid of hours that are painted, with the colours to paint with and what the hours mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QPoint, QRectF, QSize, Qt, QTime, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.domain.week import DAYS, HOURS, Cell, Pace, Week
from fichier_gui.ui import theme, wording
from fichier_gui.ui.dialogs.frame import NEAR, QuietLabel
from fichier_gui.ui.wording.language import tr

CELL_HEIGHT: Final = 22
LEAST_CELL: Final = 14
WIDEST_CELL: Final = 26
LABELLED_HOURS: Final = range(0, HOURS, 3)
_FILL: Final = {Pace.FULL: 1.0, Pace.LIMITED: 0.45, Pace.OFF: 0.0}
"""How high an hour is filled: the sign is read without its colour too."""
_KEYS: Final = {Qt.Key.Key_1: Pace.FULL, Qt.Key.Key_2: Pace.LIMITED, Qt.Key.Key_3: Pace.OFF}
_STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True, slots=True)
class _Stroke:
    """A drag from where it began: all hours between, as they lie in the grid."""

    before: Week
    anchor: Cell

    def cells(self, to: Cell) -> list[Cell]:
        days, hours = (sorted(ends) for ends in zip(self.anchor, to, strict=True))
        return [(d, h) for d in range(days[0], days[1] + 1) for h in range(hours[0], hours[1] + 1)]


class WeekGrid(QWidget):
    """Seven days by twenty-four hours. ``painted`` carries the new :class:`Week` when a stroke has ended."""

    painted = Signal(object)
    pointed = Signal(str)
    """The hour under the mouse or the keyboard's cursor, in words."""
    brush_chosen = Signal(object)
    """The :class:`Pace` that the keyboard paints with from now on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.week = Week()
        self.brush = Pace.LIMITED
        self.current: Cell = (0, 0)
        self._stroke: _Stroke | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Weekly schedule"))
        self._describe(self.current)

    def show_week(self, week: Week) -> None:
        """Show these hours; a stroke that is under way is not disturbed."""
        if self._stroke is None and week != self.week:
            self.week = week
            self._describe(self.current)
            self.update()

    def paint_cells(self, cells: Iterable[Cell], pace: Pace) -> None:
        """Paint hours in one go, and say so."""
        week = self.week.painted(cells, pace)
        if week != self.week:
            self.week = week
            self.update()
            self._describe(self.current)
            self.painted.emit(week)

    def cell_at(self, point: QPoint) -> tuple[int, int]:
        """The day and the hour there, -1 for the names beside and above; beyond the edge the nearest."""
        left, top, width = self._left, self._top, self._cell
        hour = -1 if point.x() < left else min(HOURS - 1, int((point.x() - left) // width))
        day = -1 if point.y() < top else min(DAYS - 1, (point.y() - top) // CELL_HEIGHT)
        return day, hour

    def rect_of(self, cell: Cell) -> QRectF:
        """Where an hour is."""
        day, hour = cell
        width = self._cell
        return QRectF(self._left + hour * width, self._top + day * CELL_HEIGHT, width, CELL_HEIGHT)

    def sizeHint(self) -> QSize:
        """Room for hours of a good width."""
        return QSize(self._left + HOURS * WIDEST_CELL + 1, self._top + DAYS * CELL_HEIGHT + 1)

    def minimumSizeHint(self) -> QSize:
        """Hours that can still be hit."""
        return QSize(self._left + HOURS * LEAST_CELL + 1, self._top + DAYS * CELL_HEIGHT + 1)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke; on a name, paint all it names."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        day, hour = self.cell_at(event.position().toPoint())
        if day < 0 or hour < 0:
            days, hours = _all(day, DAYS), _all(hour, HOURS)
            if day >= 0 or hour >= 0:
                self.paint_cells([(d, h) for d in days for h in hours], self.brush)
            return
        self._stroke = _Stroke(self.week, (day, hour))
        self._draw_to((day, hour))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on, or say what lies there."""
        day, hour = self.cell_at(event.position().toPoint())
        if self._stroke is not None:
            self._draw_to((max(0, day), max(0, hour)))
        elif day >= 0 and hour >= 0:
            self.pointed.emit(cell_words(self.week, (day, hour)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The stroke is over."""
        stroke, self._stroke = self._stroke, None
        if stroke is not None and self.week != stroke.before:
            self.painted.emit(self.week)

    def leaveEvent(self, event: QEvent) -> None:
        """The keyboard's cursor is what is told of again."""
        super().leaveEvent(event)
        self.pointed.emit(cell_words(self.week, self.current))

    def _draw_to(self, cell: Cell) -> None:
        if self._stroke is None:
            return
        self.week = self._stroke.before.painted(self._stroke.cells(cell), self.brush)
        self._move_cursor(cell)
        self.update()

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, with Shift they paint; space paints, 1 to 3 choose and paint."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(*_STEPS[key], paints=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _KEYS:
            self.brush = _KEYS[key]
            self.brush_chosen.emit(self.brush)
            self.paint_cells([self.current], self.brush)
        elif key == Qt.Key.Key_Space:
            self.paint_cells([self.current], self.brush)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move_cursor((self.current[0], 0 if key == Qt.Key.Key_Home else HOURS - 1))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor is seen."""
        super().focusInEvent(event)
        self._describe(self.current)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cursor is not seen."""
        super().focusOutEvent(event)
        self.update()

    def _step(self, days: int, hours: int, *, paints: bool) -> None:
        day, hour = self.current
        reached = (min(max(day + days, 0), DAYS - 1), min(max(hour + hours, 0), HOURS - 1))
        self._move_cursor(reached)
        if paints:
            self.paint_cells([(day, hour), reached], self.brush)

    def _move_cursor(self, cell: Cell) -> None:
        self.current = cell
        self._describe(cell)
        self.update()

    def _describe(self, cell: Cell) -> None:
        words = cell_words(self.week, cell)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.pointed.emit(words)

    # The picture

    @property
    def _left(self) -> int:
        metrics = self.fontMetrics()
        return (
            max(metrics.horizontalAdvance(day_name(day, short=True)) for day in range(DAYS)) + theme.RELATED
        )

    @property
    def _top(self) -> int:
        return self.fontMetrics().height() + theme.GRID

    @property
    def _cell(self) -> float:
        return min(WIDEST_CELL, max(LEAST_CELL, (self.width() - self._left - 1) / HOURS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names in the second rank, hours as bars, hairlines between, the cursor as a frame."""
        painter = QPainter(self)
        palette = self.palette()
        self._paint_names(painter, palette)
        for day in range(DAYS):
            for hour in range(HOURS):
                area, pace = self.rect_of((day, hour)), self.week.at((day, hour))
                paint_hour(painter, area, pace, palette, is_faint=not self.isEnabled())
        painter.setPen(theme.hairline(palette))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for day in range(DAYS):
            for hour in range(HOURS):
                painter.drawRect(self.rect_of((day, hour)))
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(palette.color(QPalette.ColorRole.WindowText))
            pen.setWidthF(2.0)
            painter.setPen(pen)
            painter.drawRect(self.rect_of(self.current).adjusted(1, 1, -1, -1))

    def _paint_names(self, painter: QPainter, palette: QPalette) -> None:
        color = (
            theme.muted(palette) if self.isEnabled() else palette.color(QPalette.ColorRole.PlaceholderText)
        )
        painter.setPen(color)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for day in range(DAYS):
            area = QRectF(0, self._top + day * CELL_HEIGHT, self._left, CELL_HEIGHT)
            painter.drawText(area, side, day_name(day, short=True))
        for hour in LABELLED_HOURS:
            area = QRectF(self._left + hour * self._cell, 0, 3 * self._cell, self._top - theme.GRID)
            painter.drawText(area, side, QLocale().toString(hour))


class WeekEditor(QWidget):
    """What to paint with, the grid, and the hour that is looked at in words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.grid = WeekGrid(self)
        self.setFocusProxy(self.grid)
        self.hour = QuietLabel("", self)
        self.brushes: dict[Pace, QToolButton] = {}
        self._group = QButtonGroup(self)
        legend = QHBoxLayout()
        legend.setSpacing(NEAR)
        for pace in Pace:
            legend.addWidget(self._brush(pace))
        legend.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addLayout(legend)
        column.addWidget(self.grid)
        column.addWidget(self.hour)
        self.grid.pointed.connect(self.hour.setText)
        self.grid.brush_chosen.connect(lambda pace: self.brushes[pace].setChecked(True))
        self.brushes[self.grid.brush].setChecked(True)
        self._draw_brushes()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette, and being open or not."""
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange)
        if event.type() in kinds and hasattr(self, "brushes"):
            self._draw_brushes()

    def _brush(self, pace: Pace) -> QToolButton:
        button = QToolButton(self)
        button.setText(wording.pace_words(pace))
        button.setToolTip(wording.pace_help(pace))
        button.setAccessibleName(tr("Paint with: {pace}", pace=wording.pace_words(pace)))
        button.setAccessibleDescription(wording.pace_help(pace))
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(theme.ICON, theme.ICON))
        self._group.addButton(button)
        self.brushes[pace] = button

        def on_brush_toggled(is_chosen: bool) -> None:
            if is_chosen:
                self.grid.brush = pace

        button.toggled.connect(on_brush_toggled)
        return button

    def _draw_brushes(self) -> None:
        for pace, button in self.brushes.items():
            picture = _sample(pace, QApplication.palette(), self.devicePixelRatioF(), not self.isEnabled())
            button.setIcon(picture)


def paint_hour(
    painter: QPainter, area: QRectF, pace: Pace, palette: QPalette, *, is_faint: bool = False
) -> None:
    """One hour: filled from below, as high as the pace is fast. ``is_faint``: no schedule is in use."""
    painter.fillRect(area, palette.color(QPalette.ColorRole.Base))
    height = area.height() * _FILL[pace]
    if height:
        accent = theme.accent(palette)
        ground = palette.color(QPalette.ColorRole.Base)
        color = theme.blend(accent, ground, 0.75 if is_faint else 0.2)
        painter.fillRect(area.adjusted(0, area.height() - height, 0, 0), color)


def cell_words(week: Week, cell: Cell) -> str:
    """ "Monday, 08:00 to 09:00: slow limits"."""
    day, hour = cell
    return tr(
        "{day}, {start} to {end}: {pace}",
        day=day_name(day),
        start=_clock(hour),
        end=_clock(hour + 1),
        pace=wording.pace_words(week.at(cell)).lower(),
    )


def day_name(day: int, *, short: bool = False) -> str:
    """In the user's language; 0 is Monday."""
    kind = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    name = QLocale().standaloneDayName(day + 1, kind)
    return name[:1].upper() + name[1:]


def _clock(hour: int) -> str:
    return QLocale().toString(QTime(hour % HOURS, 0), QLocale.FormatType.ShortFormat)


def _all(place: int, count: int) -> Iterable[int]:
    return range(count) if place < 0 else (place,)


def _sample(pace: Pace, palette: QPalette, ratio: float, is_faint: bool) -> QIcon:
    side = theme.ICON
    picture = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    area = QRectF(1, 1, side - 2, side - 2)
    paint_hour(painter, area, pace, palette, is_faint=is_faint)
    painter.setPen(theme.muted(palette))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0, 0, -1, -1))
    painter.end()
    return QIcon(picture)
