"""Why transfers stand still, a line for each cause: how many, and what can be done for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.domain.causes import Cause, CauseCount
from fichier_gui.domain.transfers import State
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.views.lines import GivingLabel, MutedLabel
from fichier_gui.ui.wording import ErrorAction, tr

HEAD_HEIGHT = theme.CONTROL_HEIGHT
LINE_HEIGHT = theme.CONTROL_HEIGHT
MOST_LINES = 3
"""More are scrolled to: the list of transfers comes first."""

_SIGNS = {
    State.FAILED: ("error", icons.Tint.BAD),
    State.NEEDS_ANSWER: ("help", icons.Tint.WARNING),
    State.RETRYING: ("clock", icons.Tint.MUTED),
}


class CauseLine(QWidget):
    """One cause with its buttons."""

    retried = Signal()
    shown = Signal()
    remedied = Signal(object)
    """The :class:`ErrorAction` of the button."""

    def __init__(self, parent: QWidget, count: CauseCount) -> None:
        super().__init__(parent)
        self.cause = count.cause
        self._action = ErrorAction.NONE
        self._picture, self._number = QLabel(self), QLabel(self)
        self._brief, self._sentence = QLabel(self), MutedLabel(self)
        self.remedy, self.show_button, self.retry = (QPushButton(self) for _ in range(3))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GROUP, 0, theme.GROUP, 0)
        row.setSpacing(theme.RELATED)
        for widget in (self._picture, self._number, self._brief):
            row.addWidget(widget)
        row.addWidget(self._sentence, 1)
        for button in (self.remedy, self.show_button, self.retry):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._picture.setFixedSize(theme.ICON, theme.ICON)
        self._number.setFont(theme.tabular(self.font()))
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._brief.setFont(theme.strong(self.font()))
        self.retry.clicked.connect(self.retried)
        self.show_button.clicked.connect(self.shown)
        self.remedy.clicked.connect(lambda: self.remedied.emit(self._action))
        self.setFixedHeight(LINE_HEIGHT)
        self.tell(count, is_shown=False)

    def tell(self, count: CauseCount, *, is_shown: bool) -> None:
        """How many there are now; ``is_shown``: the list shows these alone."""
        words = wording.cause_words(count)
        self._action = words.action
        self._number.setText(wording.count(count.rows))
        self._brief.setText(words.brief)
        self._sentence.say(words.sentence)
        labels = (
            (self.remedy, words.action_label),
            (self.show_button, tr("Show all transfers") if is_shown else tr("Show", "verb")),
            (self.retry, tr("Retry all of these")),
        )
        for button, label in labels:
            button.setText(label)
            button.setAccessibleName(f"{label}: {words.brief}" if label else "")
        self.remedy.setVisible(bool(words.action_label))
        self.paint_sign()

    def number_width(self) -> int:
        """What the count needs."""
        return self._number.fontMetrics().horizontalAdvance(self._number.text())

    def keep_number(self, width: int) -> None:
        """All counts end at one edge."""
        self._number.setFixedWidth(width)

    def paint_sign(self) -> None:
        """In the palette of now."""
        name, tint = _SIGNS[self.cause.state]
        self._picture.setPixmap(icons.icon(name, tint).pixmap(theme.ICON, theme.ICON))


class CausesBar(QFrame):
    """A line that sums up, and, unfolded, a line for each cause. Gone while fewer than two stand still."""

    retried = Signal(object)
    """The :class:`Cause` whose rows are all to try again."""
    shown = Signal(object)
    """The :class:`Cause` whose rows alone are to be listed; None for all again."""
    remedied = Signal(object, object)
    """A :class:`Cause` and the :class:`ErrorAction` to take for it."""
    grown = Signal()
    """It needs more room than before, or less."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Why transfers stand still"))
        self.lines: list[CauseLine] = []
        self._counts: tuple[CauseCount, ...] = ()
        self._listed: Cause | None = None
        self.is_folded = True
        self.fold, self.summary = QToolButton(self), GivingLabel(self)
        self.fold.setAutoRaise(True)
        self.fold.clicked.connect(lambda: self.set_folded(not self.is_folded))
        self._head, self._list, self._area = QWidget(self), QWidget(self), QScrollArea(self)
        self._build()
        self.hide()

    def show_causes(self, counts: Sequence[CauseCount], listed: Cause | None) -> None:
        """``counts`` as they are now; ``listed``: the one whose rows alone are in the list."""
        if (tuple(counts), listed) == (self._counts, self._listed):
            return
        has_same_causes = [each.cause for each in counts] == [each.cause for each in self._counts]
        self._counts, self._listed = tuple(counts), listed
        if not has_same_causes:
            self._renew_lines()
        for line, count in zip(self.lines, counts, strict=True):
            line.tell(count, is_shown=count.cause == listed)
        width = max((line.number_width() for line in self.lines), default=0)
        for line in self.lines:
            line.keep_number(width)
        self.summary.say(wording.standing_words(counts))
        self._settle()

    @property
    def needed_height(self) -> int:
        """What it takes of its panel."""
        return 0 if self.isHidden() else self.sizeHint().height()

    def set_folded(self, is_folded: bool) -> None:
        """One line for all, or one for each cause."""
        self.is_folded = is_folded
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        """Signs follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "lines"):
            for line in self.lines:
                line.paint_sign()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline above."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.hairline(self.palette()))

    def _build(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(theme.RELATED, 0, theme.GROUP, 0)
        head.setSpacing(theme.GRID)
        head.addWidget(self.fold)
        head.addWidget(self.summary, 1)
        self._head.setFixedHeight(HEAD_HEIGHT)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._area.setWidget(self._list)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.accessibleName())
        self._area.viewport().setAutoFillBackground(False)
        self._list.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 1, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _renew_lines(self) -> None:
        column = self._list.layout()
        assert column is not None
        for line in self.lines:
            column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for count in self._counts:
            line = CauseLine(self._list, count)
            cause = count.cause
            line.retried.connect(lambda cause=cause: self.retried.emit(cause))
            line.shown.connect(lambda cause=cause: self._on_line_shown(cause))
            line.remedied.connect(lambda action, cause=cause: self.remedied.emit(cause, action))
            column.addWidget(line)
            self.lines.append(line)

    def _on_line_shown(self, cause: Cause) -> None:
        self.shown.emit(None if cause == self._listed else cause)

    def _settle(self) -> None:
        """A single cause needs no summary: its own line says it all."""
        stands = sum(each.rows for each in self._counts)
        is_single = len(self.lines) == 1
        self._head.setVisible(not is_single)
        self._area.setVisible(is_single or not self.is_folded)
        self._area.setFixedHeight(min(len(self.lines), MOST_LINES) * LINE_HEIGHT)
        icons.put(self.fold, "chevron-right" if self.is_folded else "chevron-down", icons.Tint.MUTED)
        name = tr("List the causes") if self.is_folded else tr("Fold the causes to one line")
        self.fold.setToolTip(name)
        self.fold.setAccessibleName(name)
        self.setVisible(stands > 1 or self._listed is not None)
        self.grown.emit()
