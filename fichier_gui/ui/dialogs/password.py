"""The password of protected files: a hidden line with an eye, and the question of a download that waits."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from fichier_gui.domain.errors import PasswordWrong
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import Transfer
from fichier_gui.ui import icons
from fichier_gui.ui.dialogs.frame import NEAR, Fact, Frame, QuietLabel, shown
from fichier_gui.ui.wording import tr


class PasswordLine(QLineEdit):
    """Shows dots until its eye is pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(tr("Password"))
        self.eye = QAction(icons.icon("eye"), tr("Show the password"), self, checkable=True)
        self.addAction(self.eye, QLineEdit.ActionPosition.TrailingPosition)
        self.eye.toggled.connect(self._on_eye_toggled)

    def take(self) -> Secret:
        """What was entered; nothing of it stays in the window."""
        secret = Secret(self.text())
        self.eye.setChecked(False)
        self.clear()
        return secret

    def _on_eye_toggled(self, is_shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
        self.eye.setIcon(icons.icon("eye-off" if is_shown else "eye"))
        self.eye.setText(tr("Hide the password") if is_shown else tr("Show the password"))


class PasswordQuestion(Frame):
    """Asks for the password of a file. ``follows``: what becomes of it; ``accept``: the verb."""

    def __init__(
        self, parent: QWidget | None, name: str, follows: str, accept: str, *, was_wrong: bool
    ) -> None:
        super().__init__(parent, tr("Password"))
        self.password: Secret | None = None
        self.add_heading(tr("Enter the password of {name}", name=name))
        self.problem = Fact("error", tr("The last password did not open it."), self, icons.Tint.BAD)
        self.problem.setVisible(was_wrong)
        label = QLabel(tr("&Password"), self)
        self.line = PasswordLine(self)
        label.setBuddy(self.line)
        self.body.addWidget(self.problem)
        self.body.addSpacing(NEAR)
        for widget in (label, self.line, QuietLabel(follows, self)):
            self.body.addWidget(widget)
        self.body.setSpacing(NEAR)
        self.accept_button, box = self.add_buttons(accept=accept, reject=tr("Cancel"))
        box.setContentsMargins(0, NEAR, 0, 0)
        self.line.textChanged.connect(self._settle)
        self._settle()
        self.line.setFocus()
        self.setMinimumWidth(440)

    async def run(self) -> Secret | None:
        """The password, or None."""
        await shown(self)
        return self.password

    def accept(self) -> None:
        """Take what was entered."""
        if self.line.text():
            self.password = self.line.take()
            super().accept()

    def _settle(self) -> None:
        self.accept_button.setEnabled(bool(self.line.text()))


class PasswordDialog(PasswordQuestion):
    """That of a download that stands still."""

    def __init__(self, parent: QWidget | None, transfer: Transfer) -> None:
        follows = tr(
            "Downloads that were started together with it and ask for a password try it too. "
            "It is kept until the program ends, and never written to disk."
        )
        was_wrong = isinstance(transfer.error, PasswordWrong)
        super().__init__(parent, transfer.name, follows, tr("Download"), was_wrong=was_wrong)


async def ask_preview_password(parent: QWidget | None, name: str, *, was_wrong: bool) -> Secret | None:
    """Ask for the password of a file that is only looked at."""
    follows = tr("It is kept until the program ends, and never written to disk.")
    return await PasswordQuestion(parent, name, follows, tr("Open"), was_wrong=was_wrong).run()


async def ask_password(parent: QWidget | None, transfer: Transfer) -> Secret | None:
    """Ask for the password of a protected download."""
    return await PasswordDialog(parent, transfer).run()
