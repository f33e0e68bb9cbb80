"""The passphrase of the window: set it, change it, remove it."""

from collections.abc import Awaitable, Callable
from enum import Enum, auto

from PySide6.QtWidgets import QLabel, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.app_lock import LEAST_LETTERS, Tried
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.secret import Secret
from fichier_gui.ui import icons, wording
from fichier_gui.ui.dialogs.frame import NEAR, Fact, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.password import PasswordLine
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.locking import wait_words


class Purpose(Enum):
    """What it is asked for."""

    SET = auto()
    CHANGE = auto()
    REMOVE = auto()


class PassphraseDialog(Frame):
    """Asks for the old one where there is one, and for the new one twice."""

    def __init__(self, seam: Seam, parent: QWidget | None, purpose: Purpose) -> None:
        title, follows, accept = _words(purpose)
        super().__init__(parent, title)
        self._seam, self._purpose = seam, purpose
        self._is_busy = False
        self._scope = TaskScope("passphrase", self._on_task_failed)
        self.add_heading(title)
        self.body.addWidget(QuietLabel(follows, self))
        self.body.addSpacing(NEAR)
        self.old, self.new, self.again = (PasswordLine(self) for _ in range(3))
        is_new = purpose is not Purpose.REMOVE
        for line, label, is_asked in (
            (self.old, tr("&Current passphrase"), purpose is not Purpose.SET),
            (self.new, tr("&New passphrase"), is_new),
            (self.again, tr("New passphrase, &once more"), is_new),
        ):
            self._add(line, label, is_asked=is_asked)
        self.hint = QuietLabel("", self)
        self.hint.setVisible(is_new)
        self.body.addWidget(self.hint)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.body.setSpacing(NEAR)
        self.accept_button, box = self.add_buttons(accept=accept, reject=tr("Cancel"))
        box.setContentsMargins(0, NEAR, 0, 0)
        (self.old if purpose is not Purpose.SET else self.new).setFocus()
        self._settle()
        self.setMinimumWidth(440)

    def _add(self, line: PasswordLine, text: str, *, is_asked: bool) -> None:
        label = QLabel(text, self)
        label.setBuddy(line)
        line.setAccessibleName(text.replace("&", ""))
        line.textChanged.connect(self._settle)
        for widget in (label, line):
            widget.setVisible(is_asked)
            self.body.addWidget(widget)

    async def run(self) -> bool:
        """True: it is done."""
        return bool(await shown(self, scope=self._scope))

    def accept(self) -> None:
        """The key ring is asked first; the dialog closes once it has kept it."""
        if self.accept_button.isEnabled():
            self._scope.start(self._try(), "passphrase")

    async def _try(self) -> None:
        self._is_busy = True
        self._settle()
        self.problem.hide()
        new = Secret(self.new.text())
        try:
            if await self._is_allowed():
                await self._seam.call(_act(self._purpose, new))
                for line in (self.old, self.new, self.again):
                    line.take()
                super().accept()
        finally:
            self._is_busy = False
            self._settle()

    async def _is_allowed(self) -> bool:
        """The old one is asked for: an unlocked window that somebody left is not enough."""
        if self._purpose is Purpose.SET:
            return True
        old = self.old.take()
        tried: Tried = await self._seam.call(lambda p: p.app_lock.enter(old))
        if not tried.is_open:
            self._say(f"{tr('That is not the passphrase.')} {wait_words(tried.wait)}".rstrip())
            self.old.setFocus()
        return tried.is_open

    def _settle(self) -> None:
        new, again = self.new.text(), self.again.text()
        is_long = len(new) >= LEAST_LETTERS
        if not is_long:
            self.hint.setText(tr("At least %n character(s).", "", LEAST_LETTERS))
        elif new != again:
            self.hint.setText(tr("The two are not the same yet."))
        else:
            self.hint.setText(tr("Both are the same."))
        is_new = self._purpose is Purpose.REMOVE or (is_long and new == again)
        is_old = self._purpose is Purpose.SET or bool(self.old.text())
        self.accept_button.setEnabled(is_new and is_old and not self._is_busy)

    def _say(self, text: str) -> None:
        self.problem.label.setText(text)
        self.problem.show()

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        self._say(wording.error_words(error).happened if isinstance(error, AppError) else str(error))
        self._settle()


def _words(purpose: Purpose) -> tuple[str, str, str]:
    """Title, what follows, and the verb."""
    if purpose is Purpose.SET:
        return (
            tr("Set a passphrase"),
            tr(
                "Nobody can look up a forgotten passphrase; the API key of the account opens the window then."
            ),
            tr("Set the passphrase"),
        )
    if purpose is Purpose.CHANGE:
        return tr("Change the passphrase"), tr("The new one holds at once."), tr("Change the passphrase")
    return (
        tr("Remove the passphrase"),
        tr("The window can then be used by everybody at this computer."),
        tr("Remove the passphrase"),
    )


def _act(purpose: Purpose, new: Secret) -> Callable[..., Awaitable[None]]:
    if purpose is Purpose.REMOVE:
        return lambda program: program.app_lock.remove()
    return lambda program: program.app_lock.set(new)
