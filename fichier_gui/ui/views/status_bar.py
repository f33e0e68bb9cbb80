"""The window's last line: account, request gauge, limits, speeds and the queue in a few words."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from fichier_gui.app.views import SessionState
from fichier_gui.domain.settings import Settings
from fichier_gui.domain.speed_limits import LimitsInForce
from fichier_gui.domain.transfers import QueueSummary
from fichier_gui.domain.week import Pace
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.views.lines import MutedLabel
from fichier_gui.ui.wording import tr

if TYPE_CHECKING:
    from fichier_gui.api import BudgetSnapshot

_BARS: Final = 5
_BAR_WIDTH: Final = 4
_BAR_GAP: Final = 2
_BAR_HEIGHT: Final = 12


class RequestGauge(QWidget):
    """How much may be asked of the service right now, as a row of small bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = _BARS
        self._is_paused = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._say(tr("1fichier can be asked at once."))

    @property
    def filled(self) -> int:
        """How many of the bars are lit."""
        return self._filled

    def show_budget(self, budget: BudgetSnapshot, now: float) -> None:
        """Repaint when a bar changes; the tool tip always tells the whole."""
        paused = budget.paused_until is not None and budget.paused_until > now
        filled = 0 if paused else max(0, min(_BARS, round(budget.available * _BARS)))
        if (filled, paused) != (self._filled, self._is_paused):
            self._filled, self._is_paused = filled, paused
            self.update()
        self._say(_gauge_words(budget, now))

    def sizeHint(self) -> QSize:
        """The bars and no more."""
        return QSize(_BARS * (_BAR_WIDTH + _BAR_GAP) - _BAR_GAP, _BAR_HEIGHT + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Filled bars in the text's colour, empty ones as a hairline; the warning colour while paused."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        palette = self.palette()
        top = (self.height() - _BAR_HEIGHT) / 2
        empty = (
            theme.signal_color(theme.Signal.WARNING, palette) if self._is_paused else theme.hairline(palette)
        )
        for number in range(_BARS):
            painter.setBrush(theme.muted(palette) if number < self._filled else empty)
            x = number * (_BAR_WIDTH + _BAR_GAP)
            painter.drawRoundedRect(QRectF(x, top, _BAR_WIDTH, _BAR_HEIGHT), 1.5, 1.5)

    def _say(self, text: str) -> None:
        self.setToolTip(text)
        self.setAccessibleName(tr("Requests: {state}", state=text))


class Badge(QWidget):
    """A word on a small rounded ground: "Demo"."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setFont(theme.strong(theme.small(self.font())))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """The word with air."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2 * theme.RELATED, metrics.height() + theme.GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        """White on the accent, as chosen rows are."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        area = QRectF(self.rect())
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(self.palette().color(QPalette.ColorRole.HighlightedText))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._text)


class SpeedLabel(QWidget):
    """An arrow and a speed, in a width that does not change with the digits."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._name = name
        self._text = wording.NOTHING
        self.setFont(theme.tabular(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_speed(0.0)

    @property
    def text(self) -> str:
        """What is read."""
        return self._text

    def show_speed(self, speed: float) -> None:
        """Bytes a second."""
        self._text = wording.speed(speed)
        self.setAccessibleName(f"{self._name}: {self._text}")
        self.setToolTip(self._name)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the widest speed."""
        metrics = self.fontMetrics()
        widest = metrics.horizontalAdvance(wording.speed(888_800_000))
        widest = max(widest, metrics.horizontalAdvance(wording.speed(88_800_000)))
        return QSize(theme.ICON + theme.GRID + widest, max(theme.ICON, metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrow at the left, the figure at the right; muted while nothing moves."""
        painter = QPainter(self)
        palette = self.palette()
        is_still = self._text == wording.NOTHING
        color = theme.muted(palette) if is_still else palette.color(QPalette.ColorRole.WindowText)
        side = theme.ICON
        picture = icons.pixmap(self._icon, side, color, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(0, (self.height() - side) / 2), picture)
        painter.setPen(color)
        area = self.rect().adjusted(side + theme.GRID, 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._text)


class StatusBar(QWidget):
    """See the module. Everything in it is told, it asks for nothing."""

    def __init__(
        self, slow: QAction, limits: QAction, *, is_demo: bool, parent: QWidget | None = None
    ) -> None:
        """``slow`` is the switch for the slow limits, ``limits`` leads to their settings."""
        super().__init__(parent)
        self.setAccessibleName(tr("Status"))
        self.account = MutedLabel(self)
        self.badge = Badge(tr("Demo"), self)
        self.badge.setVisible(is_demo)
        self.badge.setToolTip(tr("A made-up account inside this program. Nothing reaches 1fichier."))
        self.queue = MutedLabel(self)
        self.gauge = RequestGauge(self)
        self.gauge_label = MutedLabel(self)
        self.gauge_label.say(tr("Requests"))
        self.limits = QToolButton(self)
        self.limits.setAutoRaise(True)
        self.limits.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.limits.setIconSize(QSize(theme.ICON, theme.ICON))
        self.limits.setCheckable(True)
        self.limits.clicked.connect(slow.trigger)
        self._limit_menu = QMenu(self)
        self._limit_menu.addActions([slow, limits])
        # Actions of the button's own would make Qt draw an arrow on it.
        self.limits.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.limits.customContextMenuRequested.connect(
            lambda point: self._limit_menu.popup(self.limits.mapToGlobal(point))
        )
        self.down = SpeedLabel("arrow-down", tr("Download speed"), self)
        self.up = SpeedLabel("arrow-up", tr("Upload speed"), self)
        self._compose()
        self.account.say(tr("Opening…"))
        self.show_limits(LimitsInForce(), Settings(), 0.0)
        self.show_summary(None)

    def _compose(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GROUP, theme.GRID, theme.GROUP, theme.GRID)
        row.setSpacing(theme.RELATED)
        for label in (self.queue, self.gauge_label):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(self.badge)
        row.addWidget(self.account, 1)
        row.addWidget(self.queue)
        row.addSpacing(theme.RELATED)
        row.addWidget(self.gauge_label)
        row.addWidget(self.gauge)
        row.addSpacing(theme.RELATED)
        row.addWidget(self.limits)
        row.addSpacing(theme.GRID)
        row.addWidget(self.down)
        row.addWidget(self.up)

    def show_session(self, state: SessionState, now: float) -> None:
        """The account, its plan, and where the key is kept."""
        self.account.say(wording.account_words(state.account, signed_in=state.signed_in, now=now))
        self.account.setToolTip(wording.storage_words(state.storage, state.storage_problem))

    def show_summary(self, summary: QueueSummary | None) -> None:
        """Speeds and the queue."""
        self.down.show_speed(summary.download_speed if summary else 0.0)
        self.up.show_speed(summary.upload_speed if summary else 0.0)
        words = (
            (wording.queue_words(summary), wording.queue_end_words(summary, time.time())) if summary else ()
        )
        self.queue.say(" · ".join(word for word in words if word))

    def show_limits(self, limits: LimitsInForce, settings: Settings, now: float) -> None:
        """The speed limits in force at ``now``, and what the switch would bring."""
        tip = wording.limits_tip(limits, settings, now)
        self.limits.setText(wording.limits_label(limits, now))
        self.limits.setToolTip(tip)
        self.limits.setAccessibleName(tr("Slow limits"))
        self.limits.setAccessibleDescription(tip)
        self.limits.setChecked(limits.pace is Pace.LIMITED)
        is_usual = limits.pace is Pace.FULL
        icons.put(self.limits, "limits", icons.Tint.MUTED if is_usual else icons.Tint.ACCENT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.hairline(self.palette()))


def _gauge_words(budget: BudgetSnapshot, now: float) -> str:
    if budget.paused_until is not None and budget.paused_until > now:
        left = wording.countdown(budget.paused_until - now)
        return tr("1fichier asked for a pause: {countdown} left.", countdown=left)
    if budget.waiting:
        return tr("%n request(s) waiting: 1fichier limits how often it may be asked.", "", budget.waiting)
    return tr("1fichier can be asked at once.")
