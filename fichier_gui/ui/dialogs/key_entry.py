"""The field for the API key, and the short dialog that replaces a key."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError, KeyProblem
from fichier_gui.domain.secret import Secret, looks_like_key
from fichier_gui.ui import icons, wording
from fichier_gui.ui.clipboard import clipboard_holds_key, clipboard_text
from fichier_gui.ui.dialogs.frame import GAP, NEAR, Fact, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.rclone_import import RcloneImport
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording.language import tr

USUAL_LENGTH = 32

Use = Callable[[Secret, bool], Awaitable[object]]
"""What is done with a key; the second says whether it is kept. Raises what makes it no good."""


class KeyEntry(QWidget):
    """A hidden field with an eye, a live word about the shape, an offer when the clipboard holds a key."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        label = QLabel(tr("API &key"), self)
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(tr("API key"))
        self.line.setPlaceholderText(tr("Paste the key here"))
        label.setBuddy(self.line)
        self._eye = QAction(icons.icon("eye"), tr("Show the key"), self, checkable=True)
        self.line.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.hint = QuietLabel("", self)
        column.addWidget(label)
        column.addWidget(self.line)
        column.addWidget(self.hint)
        self.offer = QPushButton(icons.icon("paste-links"), tr("Paste the key from the clipboard"), self)
        self.offer.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.offer)
        row.addStretch(1)
        column.addLayout(row)
        self._eye.toggled.connect(self._on_eye_toggled)
        self.line.textChanged.connect(self._on_line_changed)
        self.line.returnPressed.connect(self.submitted)
        self.offer.clicked.connect(self._on_offer_clicked)
        QGuiApplication.clipboard().dataChanged.connect(self._on_clipboard_changed)
        self._on_line_changed("")

    def secret(self) -> Secret:
        """What was entered, without the blanks that copying brings along."""
        return Secret(self.line.text().strip())

    def is_empty(self) -> bool:
        """Nothing was entered."""
        return not self.line.text().strip()

    def clear(self) -> None:
        """Leave nothing of the key in the window."""
        self._eye.setChecked(False)
        self.line.clear()

    def _on_eye_toggled(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._eye.setIcon(icons.icon("eye-off" if is_shown else "eye"))
        self._eye.setText(tr("Hide the key") if is_shown else tr("Show the key"))

    def _on_line_changed(self, text: str) -> None:
        self.hint.setText(shape_words(text))
        self._on_clipboard_changed()
        self.changed.emit()

    def _on_clipboard_changed(self) -> None:
        self.offer.setVisible(self.is_empty() and clipboard_holds_key())

    def _on_offer_clicked(self) -> None:
        self.line.setText(clipboard_text().strip())
        self.line.setFocus()


def shape_words(text: str) -> str:
    """A word about the shape while it is typed. It never forbids: the shape is observed, not documented."""
    text = text.strip()
    if not text:
        return tr("32 letters, digits and signs, made on 1fichier's key page.")
    if looks_like_key(text):
        return tr("This has the shape of a key.")
    if len(text) != USUAL_LENGTH:
        return tr(
            "Keys usually have {usual} characters; this has {count}. It can be tried all the same.",
            usual=USUAL_LENGTH,
            count=len(text),
        )
    return tr("This holds characters that keys usually lack. It can be tried all the same.")


def open_key_page() -> None:
    """The page of 1fichier where keys are made and reset, in the browser."""
    QDesktopServices.openUrl(QUrl(wording.KEY_PAGE))


def key_page_row(parent: QWidget) -> QHBoxLayout:
    """The button that opens the key page, and what is behind it."""
    button = QPushButton(icons.icon("external"), tr("Open the key page"), parent)
    button.setToolTip(wording.KEY_PAGE)
    button.setAutoDefault(False)
    button.clicked.connect(open_key_page)
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(button)
    row.addWidget(QuietLabel(tr("1fichier.com, in your browser. Look for “API”."), parent), 1)
    return row


def rclone_button(parent: QWidget) -> QPushButton:
    """The way to a key that rclone has already."""
    button = QPushButton(tr("Take it from rclone…"), parent)
    button.setToolTip(tr("Use the key of a 1fichier account that rclone knows."))
    button.setAutoDefault(False)
    return button


class KeyCheck(QWidget):
    """Tries a key with one call to the service, and says how that went."""

    def __init__(self, seam: Seam, parent: QWidget, use: Use | None = None) -> None:
        super().__init__(parent)
        self._seam = seam
        self._use = self._enter if use is None else use
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        self.busy = QProgressBar(self)
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setMaximumHeight(6)
        self.busy.setAccessibleName(tr("Checking the key"))
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self.busy.hide()
        self.problem.hide()
        column.addWidget(self.busy)
        column.addWidget(self.problem)

    def say(self, problem: str) -> None:
        """Tell why it did not work."""
        self.problem.label.setText(problem)
        self.problem.show()

    async def attempt(self, entry: KeyEntry, keep: bool) -> bool:
        """True when the key is in use. False leaves the field as it is and says why."""
        self.problem.hide()
        self.busy.show()
        entry.setEnabled(False)
        secret = entry.secret()
        try:
            await self._use(secret, keep)
        except AppError as error:
            words = wording.error_words(error)
            # What happens to transfers says nothing to who is just entering a first key.
            self.say(words.happened if isinstance(error, KeyProblem) else words.sentence)
            return False
        finally:
            self.busy.hide()
            entry.setEnabled(True)
            entry.line.setFocus()
        entry.clear()
        return True

    async def _enter(self, key: Secret, keep: bool) -> None:
        await self._seam.call(lambda p: p.session.enter_key(key, keep=keep))


class KeyDialog(Frame):
    """Another key for the one in use: paste, check, done."""

    def __init__(
        self,
        seam: Seam,
        parent: QWidget | None,
        *,
        title: str = "",
        text: str = "",
        accept: str = "",
        use: Use | None = None,
    ) -> None:
        """Its words, and what is done with the key, are the usual ones unless given."""
        super().__init__(parent, title or tr("API key"))
        self._scope = TaskScope("key dialog", self._on_task_failed)
        self.add_heading(text or tr("Enter the key of your 1fichier account"))
        self.body.addLayout(key_page_row(self))
        self.entry = KeyEntry(self)
        self.body.addWidget(self.entry)
        self.check = KeyCheck(seam, self, use)
        self.body.addWidget(self.check)
        self.accept_button, box = self.add_buttons(accept=accept or tr("Use this key"), reject=tr("Cancel"))
        self.rclone = rclone_button(self)
        box.add(self.rclone, QDialogButtonBox.ButtonRole.ActionRole)
        self.rclone.clicked.connect(lambda _=False: self._scope.start(self._take(seam), "rclone's key"))
        self.entry.changed.connect(self._on_entry_changed)
        self._on_entry_changed()
        self.setMinimumWidth(520)

    async def run(self) -> bool:
        """True when another key is in use."""
        return bool(await shown(self, scope=self._scope))

    def accept(self) -> None:
        """The button checks first; the dialog closes when the service has said yes."""
        if not self.entry.is_empty() and self.entry.isEnabled():
            self._scope.start(self._try(), "check the key")

    async def _try(self) -> None:
        self.accept_button.setEnabled(False)
        is_in_use = await self.check.attempt(self.entry, keep=True)
        self._on_entry_changed()
        if is_in_use:
            super().accept()

    async def _take(self, seam: Seam) -> None:
        if await RcloneImport(seam, self).run():
            super().accept()

    def _on_entry_changed(self) -> None:
        self.accept_button.setEnabled(not self.entry.is_empty())

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        self.check.say(str(error))


async def ask_key(seam: Seam, parent: QWidget | None) -> bool:
    """Ask for another key. True when one is in use, here or for the account that it belongs to."""

    async def use(key: Secret, keep: bool) -> None:
        await seam.call(lambda core: core.accounts.enter(key, keep=keep))

    return await KeyDialog(seam, parent, use=use).run()
