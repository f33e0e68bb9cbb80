"""What a locked window shows: a line for the passphrase, and the way out for who has forgotten it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError
from fichier_gui.ui import boxes, icons, wording
from fichier_gui.ui.dialogs.frame import GAP, NEAR, Fact, QuietLabel, even_heights, heading
from fichier_gui.ui.dialogs.key_entry import KeyEntry, key_page_row
from fichier_gui.ui.dialogs.password import PasswordLine
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.locking import wait_words

if TYPE_CHECKING:
    from fichier_gui.domain.app_lock import Tried

_WIDTH = 440
_PICTURE = 40
_SECOND = 1000


class LockPanel(QWidget):
    """``opened``: the passphrase was right, or a key was. Nothing here names a file or an account."""

    opened = Signal()
    forget_asked = Signal()
    """Everything on this computer is to be forgotten."""

    def __init__(self, seam: Seam, parent: QWidget) -> None:
        super().__init__(parent)
        self._seam = seam
        self._scope = TaskScope("lock", self._on_task_failed)
        self._wait = 0.0
        self.setAccessibleName(tr("Locked"))
        self._picture = QLabel(self)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self.waiting = QuietLabel("", self)
        """Counts down, and so is not said."""
        self.line = PasswordLine(self)
        self.line.setAccessibleName(tr("Passphrase"))
        self.unlock = QPushButton(tr("Unlock"), self)
        self.forgotten = QPushButton(tr("Passphrase forgotten…"), self)
        self.entry = KeyEntry(self)
        self.use_key = QPushButton(tr("Unlock with the key"), self)
        self.back = QPushButton(tr("Back"), self)
        self.forget = QPushButton(tr("Forget everything…"), self)
        self._ways: tuple[QWidget, QWidget]
        self._compose()
        self._countdown = QTimer(self, interval=_SECOND)
        self._countdown.timeout.connect(self._on_countdown_timeout)
        self._connect()
        self.setFocusProxy(self.line)
        self._settle()
        self._draw()

    def _compose(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self._picture)
        column.addWidget(heading(tr("This window is locked"), self))
        column.addWidget(QuietLabel(tr("Transfers go on."), self))
        self._ways = _page(self, self._passphrase_page()), _page(self, self._key_page())
        for way in self._ways:
            column.addWidget(way)
        self._ways[1].hide()
        column.addWidget(self.problem)
        column.addWidget(self.waiting)
        self.problem.hide()
        self.waiting.hide()
        column.addStretch(1)
        self._middle = middle = QWidget(self)
        middle.setLayout(column)
        middle.setFixedWidth(max(_WIDTH, *(way.minimumSizeHint().width() for way in self._ways)))
        room = QVBoxLayout()
        room.addStretch(1)
        room.addWidget(middle, 3, Qt.AlignmentFlag.AlignHCenter)
        # Large text makes a window small.
        area = QScrollArea(self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(_page(self, room))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        even_heights(self)
        boxes.make_visible(self)

    def _passphrase_page(self) -> QLayout:
        label = QLabel(tr("&Passphrase"), self)
        label.setBuddy(self.line)
        return _column(label, self.line, _row(self.unlock, self.forgotten))

    def _key_page(self) -> QLayout:
        text = QuietLabel(
            tr(
                "The API key of your account opens this window too, for whoever has it has the account. "
                "The passphrase is removed then; you can set another one in the settings."
            ),
            self,
        )
        last = QuietLabel(
            tr("Without the key there is one way left: to forget everything that this program keeps here."),
            self,
        )
        column = _column(text, self.entry)
        column.addLayout(key_page_row(self))
        column.addLayout(_row(self.use_key, self.back))
        column.addSpacing(GAP)
        column.addWidget(last)
        column.addLayout(_row(self.forget))
        return column

    def _connect(self) -> None:
        self.line.textChanged.connect(self._settle)
        self.line.returnPressed.connect(self._on_unlock_clicked)
        self.unlock.clicked.connect(self._on_unlock_clicked)
        self.forgotten.clicked.connect(lambda: self.show_key(is_wanted=True))
        self.back.clicked.connect(lambda: self.show_key(is_wanted=False))
        self.entry.changed.connect(self._settle)
        self.entry.submitted.connect(self._on_use_key_clicked)
        self.use_key.clicked.connect(self._on_use_key_clicked)
        self.forget.clicked.connect(self.forget_asked)

    def showEvent(self, event: QShowEvent) -> None:
        """Its texts have their size by now."""
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """For lines that break at this width: an area that scrolls minds no such heights."""
        layout = self._middle.layout()
        if layout is not None:
            self._middle.setMinimumHeight(layout.totalMinimumHeightForWidth(self._middle.width()))

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it, and say here what went wrong: nothing else of the window is seen."""
        self.problem.hide()
        self._scope.start(work, "way out of the lock")

    async def close_tasks(self) -> None:
        """End what is being tried."""
        self._countdown.stop()
        await self._scope.close()

    def show_key(self, *, is_wanted: bool) -> None:
        """The line for a key, or the one for the passphrase."""
        self.line.clear()
        self.entry.clear()
        for way, is_shown in zip(self._ways, (not is_wanted, is_wanted), strict=True):
            way.setVisible(is_shown)
        self._make_room()
        self.setFocusProxy(self.entry.line if is_wanted else self.line)
        if not self._wait:
            self.problem.hide()
        self.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_countdown"):
            self._draw()

    def _draw(self) -> None:
        tint = icons.color(icons.Tint.MUTED, self.palette())
        self._picture.setPixmap(icons.pixmap("lock", _PICTURE, tint, self.devicePixelRatioF()))

    def _on_unlock_clicked(self) -> None:
        if self.unlock.isEnabled():
            passphrase = self.line.take()
            self._try(
                lambda: self._seam.call(lambda p: p.app_lock.enter(passphrase)),
                tr("That is not the passphrase."),
            )

    def _on_use_key_clicked(self) -> None:
        if self.use_key.isEnabled():
            key = self.entry.secret()
            self.entry.clear()
            self._try(
                lambda: self._seam.call(lambda p: p.app_lock.enter_key(key)),
                tr("That is not the key of the account in this window."),
            )

    def _try(self, ask: Callable[[], Awaitable[Tried]], wrong: str) -> None:
        async def work() -> None:
            self._enable(is_enabled=False)
            self.problem.hide()
            try:
                tried = await ask()
            finally:
                self._enable(is_enabled=True)
            self._take(tried, wrong)

        self._scope.start(work(), "try an entry")

    def _enable(self, *, is_enabled: bool) -> None:
        for way in self._ways:
            way.setEnabled(is_enabled)
        if is_enabled:
            self.setFocus()

    def _take(self, tried: Tried, wrong: str) -> None:
        if tried.is_open:
            self.opened.emit()
            return
        if tried.is_missing:
            self.show_key(is_wanted=True)
            wrong = tr("The key ring no longer has the passphrase. The key of the account opens the window.")
        self._wait = tried.wait
        self._say(wrong)
        self._tell_wait()
        if self._wait > 0:
            self._countdown.start()

    def _tell_wait(self) -> None:
        self.waiting.setText(wait_words(self._wait))
        self.waiting.setVisible(self._wait > 0)
        self._make_room()
        if self._wait <= 0:
            self._countdown.stop()
        self._settle()

    def _on_countdown_timeout(self) -> None:
        self._wait = max(0.0, self._wait - 1)
        self._tell_wait()

    def _settle(self) -> None:
        may_try = self._wait <= 0
        self.unlock.setEnabled(may_try and bool(self.line.text()))
        self.use_key.setEnabled(may_try and not self.entry.is_empty())

    def _say(self, text: str) -> None:
        self.problem.label.setText(text)
        self.problem.show()
        self._make_room()

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        self._say(wording.error_words(error).happened if isinstance(error, AppError) else str(error))


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(NEAR)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _column(*parts: QWidget | QLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(NEAR)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return column


def _page(parent: QWidget, layout: QLayout) -> QWidget:
    page = QWidget(parent)
    page.setLayout(layout)
    return page
