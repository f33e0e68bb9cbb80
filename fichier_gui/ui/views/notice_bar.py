"""One sentence, one or two buttons; only there when there is something to say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from fichier_gui.domain.clock import Clock
from fichier_gui.ui import icons, theme
from fichier_gui.ui.announcing import announce
from fichier_gui.ui.wording import tr

_SECOND = 1000


class Tone(IntEnum):
    """How a notice is meant; the higher one is shown first."""

    INFO = 0
    WARNING = 1
    PROBLEM = 2


@dataclass(frozen=True, slots=True)
class NoticeButton:
    """A verb and what it does."""

    label: str
    press: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be said. A newer notice of the same ``key`` takes the place of the older one."""

    key: str
    text: Callable[[float], str]
    """The sentence, given the time of now: a countdown is written anew each second."""
    tone: Tone = Tone.INFO
    buttons: Sequence[NoticeButton] = ()
    until: float | None = None
    """When it goes by itself, seconds since 1970."""
    counts_down: bool = False
    can_close: bool = True


def said(text: str) -> Callable[[float], str]:
    """A sentence that does not change."""
    return lambda _now: text


_ICONS = {
    Tone.INFO: ("info", icons.Tint.ACCENT),
    Tone.WARNING: ("clock", icons.Tint.WARNING),
    Tone.PROBLEM: ("alert", icons.Tint.BAD),
}
_GROUNDS = {Tone.WARNING: theme.Signal.WARNING, Tone.PROBLEM: theme.Signal.BAD}


class NoticeBar(QWidget):
    """Shows the weightiest notice; the others wait behind it."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._notices: dict[str, Notice] = {}
        self._shown: Notice | None = None
        self._picture = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setToolTip(tr("Dismiss"))
        self._close.setAccessibleName(tr("Dismiss"))
        icons.put(self._close, "close", icons.Tint.MUTED)
        self._close.clicked.connect(self._on_close_clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.GROUP, theme.RELATED, theme.RELATED, theme.RELATED)
        self._row.setSpacing(theme.RELATED)
        # As high without a button as with one: what is above does not move when one notice follows another.
        self._text.setMinimumHeight(theme.ROW_HEIGHT)
        for widget in (self._picture, self._text, self._close):
            self._row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._tick)
        self.hide()

    @property
    def shown(self) -> Notice | None:
        """The notice in sight."""
        return self._shown

    @property
    def sentence(self) -> str:
        """What is read now."""
        return self._text.text() if self._shown is not None else ""

    def tell(self, notice: Notice) -> None:
        """Show it, or let it wait behind a weightier one."""
        self._notices[notice.key] = notice
        self._choose()

    def has(self, key: str) -> bool:
        """It is shown, or waits."""
        return key in self._notices

    def withdraw(self, key: str) -> None:
        """It is no longer so."""
        if self._notices.pop(key, None) is not None:
            self._choose()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground in the colour of the tone, a hairline above."""
        painter = QPainter(self)
        palette = self.palette()
        if self._shown is not None:
            signal = _GROUNDS.get(self._shown.tone)
            ground = (
                theme.blend(theme.accent(palette), palette.window().color(), 0.90)
                if signal is None
                else theme.signal_ground(signal, palette)
            )
            painter.fillRect(self.rect(), ground)
        painter.fillRect(0, 0, self.width(), 1, theme.hairline(palette))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_picture()

    def _choose(self) -> None:
        waiting = list(self._notices.values())
        # Of equal weight the newest is shown.
        best = max(reversed(waiting), key=lambda notice: notice.tone, default=None)
        if best is not self._shown:
            self._shown = best
            self._renew()
        runs = best is not None and (best.counts_down or best.until is not None)
        if runs and not self._timer.isActive():
            self._timer.start()
        elif not runs:
            self._timer.stop()

    def _renew(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        notice = self._shown
        self.setVisible(notice is not None)
        if notice is None:
            return
        for number, offer in enumerate(notice.buttons):
            button = QPushButton(offer.label, self)
            button.setAutoDefault(False)
            button.setMinimumHeight(theme.ROW_HEIGHT)
            button.clicked.connect(lambda _checked=False, press=offer.press: press())
            self._row.insertWidget(2 + number, button)
            button.show()
            QWidget.setTabOrder(self._buttons[-1] if self._buttons else self, button)
            self._buttons.append(button)
        self._close.setVisible(notice.can_close)
        self._paint_picture()
        self._write()
        announce(self, self.sentence, at_once=notice.tone is Tone.PROBLEM)

    def _write(self) -> None:
        if self._shown is None:
            return
        text = self._shown.text(self._clock.time())
        self._text.setText(text)
        self.setAccessibleName(text)
        self.update()

    def _paint_picture(self) -> None:
        if self._shown is None:
            return
        name, tint = _ICONS[self._shown.tone]
        color = icons.color(tint, self.palette())
        self._picture.setPixmap(icons.pixmap(name, theme.TOOL_ICON, color, self.devicePixelRatioF()))

    def _tick(self) -> None:
        now = self._clock.time()
        over = [
            key for key, notice in self._notices.items() if notice.until is not None and notice.until <= now
        ]
        for key in over:
            self.withdraw(key)
        self._write()

    def _on_close_clicked(self) -> None:
        if self._shown is not None:
            self.withdraw(self._shown.key)
