"""The question after the queue: it answers itself with yes when nobody says no."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QProgressBar, QPushButton, QWidget

from fichier_gui.domain.after_queue import COUNTDOWN, AfterQueue
from fichier_gui.ui.curtain import AWAY
from fichier_gui.ui.dialogs.frame import ButtonBox, Frame
from fichier_gui.ui.wording import tr

_SECOND = 1000


class Countdown(Frame):
    """Accepted after ``COUNTDOWN`` seconds or at once by its button; Return and Escape say no."""

    ticked = Signal(int)
    """The seconds that are left."""
    is_seen_when_locked = True
    """It names no file, and whoever works beside a locked window must see what is about to end that work."""

    def __init__(self, parent: QWidget | None, wish: AfterQueue, *, is_real: bool = True) -> None:
        super().__init__(parent, tr("After the queue"))
        self._wish = wish
        self.left = COUNTDOWN
        self.heading = self.add_heading("")
        self.add_text(tr("All transfers have ended. Your choice holds for this one time."))
        if not is_real and wish is not AfterQueue.QUIT:
            self.add_text(tr("This is the demo: nothing is done to your computer."))
        self.bar = QProgressBar(self)
        self.bar.setRange(0, COUNTDOWN)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Time left"))
        self.body.addWidget(self.bar)
        self._add_buttons()
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self.on_timer_timeout)
        self.finished.connect(self._timer.stop)
        self._show_left()
        self._timer.start()

    def on_timer_timeout(self) -> None:
        """One second less; all over again while another dialog asks the user something."""
        asked = any(
            isinstance(w, QDialog) and w is not self and (w.isVisible() or w.property(AWAY))
            for w in QApplication.topLevelWidgets()
        )
        self.left = COUNTDOWN if asked else self.left - 1
        self._show_left()
        if self.left <= 0:
            self.accept()

    def _add_buttons(self) -> None:
        box = ButtonBox(self)
        self.now = QPushButton(_now_words(self._wish), self)
        self.cancel = QPushButton(tr("Cancel"), self)
        box.add(self.now, QDialogButtonBox.ButtonRole.AcceptRole)
        box.add(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.now.setAutoDefault(False)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.body.addWidget(box)

    def _show_left(self) -> None:
        words = _countdown_words(self._wish, max(0, self.left))
        self.heading.setText(words)
        self.setAccessibleDescription(words)
        self.bar.setValue(self.left)
        self.ticked.emit(self.left)


def _countdown_words(wish: AfterQueue, seconds: int) -> str:
    if wish is AfterQueue.SHUT_DOWN:
        return tr("This computer shuts down in %n second(s)", "", seconds)
    if wish is AfterQueue.SLEEP:
        return tr("This computer goes to sleep in %n second(s)", "", seconds)
    return tr("The program quits in %n second(s)", "", seconds)


def _now_words(wish: AfterQueue) -> str:
    return {
        AfterQueue.SHUT_DOWN: tr("Shut down now"),
        AfterQueue.SLEEP: tr("Sleep now"),
    }.get(wish, tr("Quit now"))
