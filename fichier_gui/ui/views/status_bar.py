"""The window's last line: account, request gauge, limits, speeds and the queue in a few words."""

from __future__ import annotations

import time

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from fichier_gui.app.views import SessionState
from fichier_gui.domain.account_list import AccountColor
from fichier_gui.domain.settings import Settings
from fichier_gui.domain.speed_limits import LimitsInForce
from fichier_gui.domain.transfers import QueueSummary
from fichier_gui.domain.week import Pace
from fichier_gui.ui import icons, mirrored, theme, wording
from fichier_gui.ui.menus import Menu
from fichier_gui.ui.views.account_button import AccountButton
from fichier_gui.ui.views.lines import MutedLabel
from fichier_gui.ui.views.request_gauge import RequestGauge
from fichier_gui.ui.views.speed_graph import SpeedGraph
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.demo import demo_tip


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
        place = mirrored.placed(self, QRect(0, (self.height() - side) // 2, side, side))
        painter.drawPixmap(place.topLeft(), picture)
        painter.setPen(color)
        area = mirrored.placed(self, self.rect().adjusted(side + theme.GRID, 0, 0, 0))
        shown = mirrored.isolated(self._text, self.layoutDirection())
        painter.drawText(area, mirrored.at_start(self), shown)


class StatusBar(QWidget):
    """See the module. Everything in it is told, it asks for nothing."""

    def __init__(
        self, slow: QAction, limits: QAction, *, is_demo: bool, parent: QWidget | None = None
    ) -> None:
        """``slow`` is the switch for the slow limits, ``limits`` leads to their settings."""
        super().__init__(parent)
        self.setAccessibleName(tr("Status"))
        self.account = AccountButton(self)
        self._label = ""
        self._state: SessionState | None = None
        self.badge = Badge(tr("Demo"), self)
        self.badge.setVisible(is_demo)
        self.badge.setToolTip(demo_tip())
        self.queue = MutedLabel(self)
        self.gauge = RequestGauge(self)
        self.limits = QToolButton(self)
        self.limits.setAutoRaise(True)
        self.limits.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.limits.setIconSize(QSize(theme.ICON, theme.ICON))
        self.limits.setCheckable(True)
        self.limits.clicked.connect(slow.trigger)
        self._limit_menu = Menu(self)
        self._limit_menu.addActions([slow, limits])
        # Actions of the button's own would make Qt draw an arrow on it.
        self.limits.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.limits.customContextMenuRequested.connect(
            lambda point: self._limit_menu.popup(self.limits.mapToGlobal(point))
        )
        self.graph = SpeedGraph(self)
        self.down = SpeedLabel("arrow-down", tr("Download speed"), self)
        self.up = SpeedLabel("arrow-up", tr("Upload speed"), self)
        self._compose()
        self.account.say(tr("Opening…"))
        self.show_limits(LimitsInForce(), Settings(), 0.0)
        self.show_summary(None)

    def _compose(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GROUP - theme.GRID, theme.GRID, theme.GROUP, theme.GRID)
        row.setSpacing(theme.RELATED)
        self.queue.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(self.badge)
        row.addWidget(self.account)
        row.addStretch(1)
        row.addWidget(self.queue)
        row.addSpacing(theme.RELATED)
        row.addWidget(self.gauge)
        row.addSpacing(theme.RELATED)
        row.addWidget(self.limits)
        row.addWidget(self.graph)
        row.addWidget(self.down)
        row.addWidget(self.up)

    def show_session(self, state: SessionState, now: float) -> None:
        """The account, its plan, and where the key is kept."""
        self._state, words = state, wording.account_words(state.account, signed_in=state.signed_in, now=now)
        self.account.say(" · ".join(filter(None, (self._label, words))))
        self.account.explain(wording.storage_words(state.storage, state.storage_problem))

    def show_account(self, label: str, color: AccountColor | None) -> None:
        """The user's own word for the account, and its colour where there are several."""
        self._label = label
        self.account.show_color(color)
        if self._state is not None:
            self.show_session(self._state, time.time())

    def show_summary(self, summary: QueueSummary | None) -> None:
        """Speeds and the queue."""
        down, up = (summary.download_speed, summary.upload_speed) if summary else (0.0, 0.0)
        self.down.show_speed(down)
        self.up.show_speed(up)
        self.graph.show_speeds(down, up)
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
