"""One line under the transfers: why the chosen row stands still, and the way out."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.wording import ErrorAction, tr


class AnswerBar(QFrame):
    """Shown for a row that failed, waits for the user, or ended otherwise than asked. It takes no focus."""

    chosen = Signal(object)
    """The :class:`ErrorAction` of the pressed button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Why this transfer stands still"))
        self.setAutoFillBackground(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GROUP, theme.RELATED, theme.GROUP, theme.RELATED)
        row.setSpacing(theme.RELATED)
        self._picture = QLabel(self)
        self._picture.setFixedSize(theme.ICON, theme.ICON)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.first, self.second = QPushButton(self), QPushButton(self)
        row.addWidget(self._picture)
        row.addWidget(self.text, 1)
        row.addWidget(self.second)
        row.addWidget(self.first)
        self._actions = (ErrorAction.NONE, ErrorAction.NONE)
        self.first.clicked.connect(lambda: self.chosen.emit(self._actions[0]))
        self.second.clicked.connect(lambda: self.chosen.emit(self._actions[1]))
        self.hide()

    def show_transfer(self, transfer: Transfer | None) -> None:
        """Tell about this row, or go away."""
        words = None if transfer is None else wording.transfer_words(transfer)
        if transfer is None or transfer.error is None or words is None or transfer.state not in _SIGNALS:
            self.hide()
            return
        signal, icon, tint = _SIGNALS[transfer.state]
        palette = QPalette(QApplication.palette())
        palette.setColor(QPalette.ColorRole.Window, theme.signal_ground(signal, palette))
        self.setPalette(palette)
        self._picture.setPixmap(icons.icon(icon, tint).pixmap(theme.ICON, theme.ICON))
        self.text.setText(words.sentence)
        self.text.setToolTip(transfer.error.detail)
        self._actions = (words.action, words.second)
        for button, label in ((self.first, words.action_label), (self.second, words.second_label)):
            button.setText(label)
            button.setVisible(bool(label))
        self.show()


_SIGNALS = {
    State.FAILED: (theme.Signal.BAD, "error", icons.Tint.BAD),
    State.NEEDS_ANSWER: (theme.Signal.WARNING, "help", icons.Tint.WARNING),
    State.DONE: (theme.Signal.GOOD, "info", icons.Tint.GOOD),
}
