"""The lock of the window, at the top of the settings' page: what it does and does not, its passphrase."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fichier_gui.domain.errors import KeyringProblem
from fichier_gui.domain.events import Event, LockChanged
from fichier_gui.ui.dialogs.frame import GAP, NEAR, QuietLabel, paragraph
from fichier_gui.ui.dialogs.passphrase import PassphraseDialog, Purpose
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording.language import tr
from fichier_gui.ui.wording.locking import lock_state_words


class LockBox(QGroupBox):
    """``start`` runs what it asks of the core, under a name; ``settled`` is told whether there is a lock."""

    def __init__(
        self,
        seam: Seam,
        parent: QWidget,
        start: Callable[..., object],
        settled: Callable[[bool], None],
    ) -> None:
        super().__init__(tr("App lock"), parent)
        self._seam, self._start, self._settled = seam, start, settled
        self._is_offered = False
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(NEAR)
        column.addWidget(
            paragraph(
                tr(
                    "A passphrase hides the window and its commands from other people at this computer. "
                    "Transfers go on meanwhile. It encrypts nothing: files on this computer and the commands "
                    "of the command line stay as they are."
                ),
                self,
            )
        )
        self.state = QuietLabel("", self)
        column.addWidget(self.state)
        self.set = QPushButton(tr("Set a passphrase…"), self)
        self.change = QPushButton(tr("Change…"), self)
        self.remove = QPushButton(tr("Remove…"), self)
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        for button, purpose in (
            (self.set, Purpose.SET),
            (self.change, Purpose.CHANGE),
            (self.remove, Purpose.REMOVE),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, purpose=purpose: self._ask(purpose))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._show(None)

    def look(self) -> None:
        """Ask the key ring, which may ask the user."""
        self._start(self._look(), "app lock")

    def offer(self) -> None:
        """Go to the button that sets a passphrase, once it is known that there is none."""
        self._is_offered = True
        # Return presses it while the focus is on it, and closes the settings as ever where it is not.
        self.set.setAutoDefault(True)
        self._go_to_offer()

    def hear(self, event: Event) -> None:
        """It was set or removed, here or at the locked window."""
        if isinstance(event, LockChanged):
            self._show(event.is_set)

    async def _look(self) -> None:
        try:
            self._show(await self._seam.call(lambda p: p.app_lock.is_set()))
        except KeyringProblem as problem:
            self._show(None, problem)

    def _ask(self, purpose: Purpose) -> None:
        async def work() -> None:
            await PassphraseDialog(self._seam, self, purpose).run()

        self._start(work(), "passphrase")

    def _show(self, is_set: bool | None, problem: KeyringProblem | None = None) -> None:
        self.state.setText(lock_state_words(is_set, problem))
        self.set.setVisible(not is_set)
        self.set.setEnabled(is_set is False)
        for button in (self.change, self.remove):
            button.setVisible(bool(is_set))
        self._settled(bool(is_set))
        self._go_to_offer()

    def _go_to_offer(self) -> None:
        if self._is_offered and self.set.isEnabled():
            self._is_offered = False
            self.set.setFocus(Qt.FocusReason.ShortcutFocusReason)
