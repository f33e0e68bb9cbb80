"""The account and its key, at the top of the settings' account page."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QGroupBox, QHBoxLayout, QLabel, QPushButton, QWidget

from fichier_gui.app.views import SessionState
from fichier_gui.ui import wording
from fichier_gui.ui.dialogs.frame import GAP, NEAR, QuietLabel, paragraph
from fichier_gui.ui.wording.language import tr


class AccountBox(QGroupBox):
    """Who is signed in, where the key lives; the way to the whole account, to another key, and to none."""

    def __init__(
        self,
        parent: QWidget,
        replace: Callable[[], None],
        forget: Callable[[], None],
        details: Callable[[], None],
    ) -> None:
        super().__init__(tr("Your account"), parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP, GAP, GAP, GAP)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(NEAR)
        self.email, self.plan = QLabel(self), QLabel(self)
        self.storage = paragraph("", self)
        for row, (title, value) in enumerate(
            ((tr("Account"), self.email), (tr("Plan"), self.plan), (tr("Key"), self.storage))
        ):
            label = QuietLabel(title, self)
            label.setWordWrap(False)
            grid.addWidget(label, row, 0)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(1, 1)
        self.replace = QPushButton(tr("Enter another key…"), self)
        self.forget = QPushButton(tr("Forget the key"), self)
        self.forget.setToolTip(tr("Removes the key from this computer. Transfers wait; nothing is lost."))
        buttons = QHBoxLayout()
        buttons.setSpacing(NEAR)
        self.details = QPushButton(tr("Account and storage…"), self)
        self.details.setToolTip(tr("Plan, storage, CDN credits, and the settings that 1fichier keeps"))
        buttons.addWidget(self.details)
        buttons.addWidget(self.replace)
        buttons.addWidget(self.forget)
        buttons.addStretch(1)
        grid.addLayout(buttons, 3, 1)
        for button, act in ((self.details, details), (self.replace, replace), (self.forget, forget)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=act: act())

    def show_state(self, state: SessionState, now: float) -> None:
        """Show who is signed in."""
        account = state.account
        if not state.signed_in:
            self.email.setText(tr("Not signed in"))
        else:
            self.email.setText(account.email if account is not None else tr("Not read yet"))
        self.plan.setText(wording.plan_words(account, now) if account is not None else wording.NOTHING)
        self.storage.setText(wording.storage_words(state.storage, state.storage_problem))
        self.replace.setText(tr("Enter another key…") if state.signed_in else tr("Enter a key…"))
        for button in (self.forget, self.details):
            button.setEnabled(state.signed_in)
