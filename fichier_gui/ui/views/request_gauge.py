"""The request gauge of the status line, and what a click on it explains."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from fichier_gui.domain.requests import BudgetSnapshot
from fichier_gui.ui import mirrored, theme, wording
from fichier_gui.ui.views.lines import Hairline, MutedLabel
from fichier_gui.ui.views.popover import Popover
from fichier_gui.ui.wording import tr

_BARS: Final = 5
_BAR_WIDTH: Final = 4
_BAR_GAP: Final = 2
_BAR_HEIGHT: Final = 12
_ALL_BARS: Final = _BARS * (_BAR_WIDTH + _BAR_GAP) - _BAR_GAP
_LETTERS: Final = 64
"""Width of the explanation, in average letters."""


class RequestGauge(QToolButton):
    """How much may be asked of the service right now, as a row of small bars; a click explains it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = _BARS
        self._is_paused = False
        self._budget = BudgetSnapshot()
        self._now = 0.0
        self._path_of: Callable[[int], str] = str
        self.popover = RequestPopover(self)
        self.setAutoRaise(True)
        self.setText(tr("Requests"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(tr("Opens an explanation"))
        self.clicked.connect(self.explain)
        self._say(wording.gauge_words(self._budget, self._now))

    @property
    def filled(self) -> int:
        """How many of the bars are lit."""
        return self._filled

    def show_budget(self, budget: BudgetSnapshot, now: float, path_of: Callable[[int], str] = str) -> None:
        """Repaint when a bar changes; the tool tip and the open explanation always tell the whole.

        ``path_of`` names the folder of an id.
        """
        self._budget, self._now, self._path_of = budget, now, path_of
        paused = budget.paused_until is not None and budget.paused_until > now
        filled = 0 if paused else max(0, min(_BARS, round(budget.available * _BARS)))
        if (filled, paused) != (self._filled, self._is_paused):
            self._filled, self._is_paused = filled, paused
            self.update()
        self._say(wording.gauge_words(budget, now))
        if self.popover.isVisible():
            self._tell()

    def explain(self) -> None:
        """Open the explanation above the gauge; it follows what happens until it is closed."""
        self._tell()
        self.popover.open_above(self)

    def sizeHint(self) -> QSize:
        """The word, the bars and no more."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + theme.RELATED + _ALL_BARS + 2 * theme.GRID
        return QSize(width, max(metrics.height(), _BAR_HEIGHT) + 2 * theme.GRID)

    def minimumSizeHint(self) -> QSize:
        """It gives nothing away."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Filled bars in the text's colour, empty ones as a hairline; the warning colour while paused."""
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        palette = self.palette()
        painter.setPen(theme.muted(palette))
        area = self.rect().adjusted(theme.GRID, 0, -theme.GRID, 0)
        painter.drawText(area, mirrored.at_start(self), self.text())
        bars = QRect(area.right() + 1 - _ALL_BARS, 0, _ALL_BARS, self.height())
        self._paint_bars(painter, palette, mirrored.placed(self, bars).left())

    def _paint_bars(self, painter: QPainter, palette: QPalette, left: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.height() - _BAR_HEIGHT) / 2
        empty = (
            theme.signal_color(theme.Signal.WARNING, palette) if self._is_paused else theme.hairline(palette)
        )
        for number in range(_BARS):
            painter.setBrush(theme.muted(palette) if number < self._filled else empty)
            x = left + number * (_BAR_WIDTH + _BAR_GAP)
            painter.drawRoundedRect(QRectF(x, top, _BAR_WIDTH, _BAR_HEIGHT), 1.5, 1.5)

    def _tell(self) -> None:
        self.popover.tell(wording.budget_words(self._budget, self._now, self._path_of))

    def _say(self, text: str) -> None:
        if text == self.toolTip():
            return
        self.setToolTip(text)
        self.setAccessibleName(tr("Requests: {state}", state=text))


class RequestPopover(Popover):
    """What is spent, what waits and why, what may be asked when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Requests to 1fichier"), _LETTERS, parent)
        self._title = QLabel(tr("Requests to 1fichier"), self)
        self._title.setFont(theme.heading(self.font()))
        self._state = _wrapped(QLabel(self))
        self._spent = _wrapped(QLabel(self))
        self._waits = _Section(tr("Waiting"), self)
        self._timers = _Section(tr("May be asked again in"), self)
        self._why = _wrapped(QLabel(self))
        for widget in (self._title, self._state, self._spent, self._waits, self._timers):
            self.column.addWidget(widget)
        self.column.addWidget(Hairline(self))
        self.column.addWidget(self._why)
        self._why.setFont(theme.small(self.font()))

    def tell(self, words: wording.BudgetWords) -> None:
        """Show this; parts without words are not there."""
        self._state.setText(words.state)
        self._spent.setText(words.spent)
        self._why.setText(words.why)
        self._why.setPalette(theme.muted_text(QApplication.palette()))
        self._waits.show_lines(words.waits)
        self._timers.show_lines(words.timers)
        lines = [f"{line.text}: {line.left}" if line.left else line.text for line in words.waits]
        lines += [f"{line.text}: {line.left}" for line in words.timers]
        self.setAccessibleDescription("\n".join([words.state, words.spent, *lines, words.why]))
        if self.isVisible():
            self.settle()


class _Section(QWidget):
    """A heading over lines with a countdown at their right; not there while it has none."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[tuple[MutedLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, theme.GRID, 0, 0)
        self._grid.setHorizontalSpacing(theme.GROUP)
        self._grid.setVerticalSpacing(theme.GRID)
        self._grid.setColumnStretch(0, 1)
        heading = QLabel(title, self)
        heading.setFont(theme.strong(self.font()))
        self._grid.addWidget(heading, 0, 0, 1, 2)
        self.hide()

    def show_lines(self, lines: Sequence[wording.Line]) -> None:
        """These and no others."""
        while len(self._rows) < len(lines):
            self._add_row()
        for number, (text, left) in enumerate(self._rows):
            is_used = number < len(lines)
            text.setVisible(is_used)
            left.setVisible(is_used and bool(lines[number].left))
            if is_used:
                text.say(lines[number].text)
                left.setText(lines[number].left)
        self.setVisible(bool(lines))

    def _add_row(self) -> None:
        text = MutedLabel(self, Qt.TextElideMode.ElideMiddle)
        left = QLabel(self)
        left.setTextFormat(Qt.TextFormat.PlainText)
        left.setFont(theme.tabular(self.font()))
        left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(text, len(self._rows) + 1, 0)
        self._grid.addWidget(left, len(self._rows) + 1, 1)
        self._rows.append((text, left))


def _wrapped(label: QLabel) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
