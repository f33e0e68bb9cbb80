"""The account: plan, storage, credits, and the settings that the service keeps."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.account import Account, AccountChanges
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import AccountChangesMoved, AccountUpdated, Event, SignedIn, SignedOut
from fichier_gui.domain.ids import FolderId
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.dialogs.account_form import AccountForm
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.dialogs.frame import GAP, NEAR, ButtonBox, Fact, Frame, QuietLabel, heading, shown
from fichier_gui.ui.dialogs.remote_folder import choose_remote_folder
from fichier_gui.ui.dialogs.storage_bar import Storage
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.account_page import (
    ALLOWED_EVERY,
    alarms,
    changes_words,
    credit_words,
    plan_sentence,
    read_words,
)

_SECOND = 1000


class AccountPage(Frame):
    """Changes are gathered here and go in one request, for the service takes one in five minutes."""

    def __init__(self, seam: Seam, parent: QWidget | None) -> None:
        super().__init__(parent, tr("Account"))
        self.resize(720, 700)
        self.setMinimumSize(620, 480)
        self._seam = seam
        self._scope = TaskScope("account page", self._on_task_failed)
        self._edits = AccountChanges()
        self._is_reading = False
        self._is_saving = False
        self._closes_next = False
        self.email = self.add_heading("")
        self.plan = QuietLabel("", self)
        self.alarms = [Fact("alert", "", self, icons.Tint.BAD) for _ in range(2)]
        self.storage = Storage(self)
        self.credits = Fact("cloud", "", self)
        self.form = AccountForm(self._choose_folder, self._path_of, self)
        self.outcome = Fact("info", "", self)
        self.drop = QPushButton(tr("Send nothing"), self)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self.age = QuietLabel("", self)
        self.again = QPushButton(icons.icon("refresh"), tr("Read again"), self)
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._show_times)
        self._timer.start()
        seam.happened.connect(self._on_seam_happened)
        self._show()

    async def run(self) -> None:
        """Show it, read what is old, wait until it is closed."""
        account = self._account
        if account is None or time.time() - account.fetched_at >= ALLOWED_EVERY:
            self._read()
        try:
            await shown(self, scope=self._scope)
        finally:
            self._timer.stop()

    def accept(self) -> None:
        """Return in a field is no reason to close: it saves."""
        if self.save.isEnabled():
            self.save.click()

    def reject(self) -> None:
        """Changes that were not saved are asked about; those that are just being saved are waited for."""
        if self._is_saving:
            self._closes_next = True
        elif self._edits and self.isVisible():
            self._scope.start(self._ask_and_close(), "close the account page")
        else:
            super().reject()

    # Building

    def _build(self) -> None:
        self.body.setSpacing(NEAR)
        self.body.addWidget(self.plan)
        for fact in self.alarms:
            fact.label.setFont(theme.strong(fact.label.font()))
            self.body.addWidget(fact)
        self.body.addWidget(self._contents(), 1)
        self.body.addLayout(_beside(self.outcome, self.drop))
        self.body.addWidget(self.problem)
        self.body.addLayout(_beside(self.age, self.again))
        self.body.addWidget(self._buttons())
        self.problem.hide()
        self.form.edited.connect(self._on_form_edited)
        self.again.clicked.connect(self._read)
        self.drop.clicked.connect(self._on_drop_clicked)
        self.drop.setToolTip(tr("The settings stay as 1fichier has them."))
        for button in (self.again, self.drop):
            button.setAutoDefault(False)

    def _contents(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Account"))
        content = QWidget(area)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, NEAR, GAP, NEAR)
        column.setSpacing(GAP)
        column.addWidget(heading(tr("Storage"), self))
        column.addWidget(self.storage)
        column.addWidget(self.credits)
        column.addWidget(heading(tr("Settings that 1fichier keeps"), self))
        column.addWidget(self.form)
        column.addStretch(1)
        area.setWidget(content)
        return area

    def _buttons(self) -> ButtonBox:
        box = ButtonBox(self)
        box.setContentsMargins(0, NEAR, 0, 0)
        self.save: QAbstractButton = box.add(tr("Save changes"), QDialogButtonBox.ButtonRole.ApplyRole)
        close = box.add(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        self.save.clicked.connect(self._on_save_clicked)
        box.rejected.connect(self.reject)
        return box

    # What the user does

    def _on_form_edited(self, name: str, value: object) -> None:
        known = self._known()
        values: dict[str, Any] = {name: value}
        edit = AccountChanges(**values)
        self._edits = self._edits.leaving_out(edit)
        if known.get(name) != value:
            self._edits = edit.over(self._edits)
        self._show_times()

    def _on_save_clicked(self) -> None:
        self._scope.start(self._save(), "save the account's settings")

    def _on_drop_clicked(self) -> None:
        async def drop() -> None:
            await self._seam.call(lambda p: p.account_settings.drop())
            self._edits = AccountChanges()
            self._show()

        self._scope.start(drop(), "drop changes")

    async def _save(self) -> None:
        edits, self._is_saving = self._edits, True
        self.problem.hide()
        try:
            await self._seam.call(lambda p: p.account_settings.change(edits))
        finally:
            self._is_saving = False
        self._edits = self._edits.without(edits)
        self._show()
        if self._closes_next:
            self.reject()

    async def _ask_and_close(self) -> None:
        answer = await ask(
            self,
            tr("Account"),
            tr("Save %n change(s) to the account's settings?", "", len(self._edits.values)),
            (
                Choice("", tr("Go on editing"), Weight.BACK),
                Choice("drop", tr("Discard"), Weight.DESTRUCTIVE),
                Choice("save", tr("Save"), Weight.MAIN),
            ),
        )
        if answer.key == "save":
            self._closes_next = True
            await self._save()
        elif answer.key:
            self._edits = AccountChanges()
            self.reject()

    def _choose_folder(self, start: int, chosen: Callable[[int], None]) -> None:
        async def choose() -> None:
            text, verb = tr("Files sent by FTP go to"), tr("Use this folder")
            folder = await choose_remote_folder(self._seam, self, text, verb, FolderId(start))
            if folder is not None:
                chosen(int(folder.id))

        self._scope.start(choose(), "choose a folder")

    def _read(self) -> None:
        async def read() -> None:
            self._is_reading = True
            self.problem.hide()
            self._show_times()
            try:
                await self._seam.call(lambda p: p.session.account(refresh=True))
            finally:
                self._is_reading = False
            self._show()

        if not self._is_reading:
            self._scope.start(read(), "read the account")

    # What is shown

    @property
    def _account(self) -> Account | None:
        return self._seam.program.session.state.account

    def _path_of(self, folder: int) -> str:
        return self._seam.program.browse.path_of(FolderId(folder))

    def _known(self) -> dict[str, object]:
        """What is set, or will be once what waits is taken."""
        account = self._account
        if account is None:
            return {}
        wished = account.changed(self._seam.program.account_changes.waiting)
        return {name: getattr(wished, name) for name in AccountChanges.names()}

    def _show(self) -> None:
        account, now = self._account, time.time()
        self.form.setEnabled(account is not None)
        self.storage.setVisible(account is not None)
        self.credits.setVisible(account is not None)
        self.email.setText(account.email if account is not None else tr("Not read yet"))
        self.plan.setText(plan_sentence(account, now) if account is not None else "")
        loud = alarms(account) if account is not None else []
        for number, fact in enumerate(self.alarms):
            fact.setVisible(number < len(loud))
            fact.label.setText(loud[number] if number < len(loud) else "")
        if account is not None:
            self.storage.show_account(account, now)
            self.credits.label.setText(credit_words(account))
            is_spent = account.spends_cdn and bool(account.cdn_credits)
            self.credits.show_icon("cloud", icons.Tint.WARNING if is_spent else icons.Tint.MUTED)
            self.form.show_values(self._known() | self._edits.values)
        self._show_times()

    def _show_times(self) -> None:
        """What changes by itself while one looks."""
        if not self._seam.is_open:
            return
        program, now = self._seam.program, time.time()
        account, report = self._account, program.account_changes
        next_at = program.budget().next_account_at
        self.age.setText(read_words(account, now, next_at, is_reading=self._is_reading))
        is_young = account is not None and now - account.fetched_at < ALLOWED_EVERY
        self.again.setEnabled(not self._is_reading and not is_young)
        words = changes_words(report, now)
        self.outcome.label.setText(words)
        self.outcome.setVisible(bool(words))
        if report.refused:
            self.outcome.show_icon("alert", icons.Tint.BAD)
        elif report.waiting:
            self.outcome.show_icon("clock", icons.Tint.MUTED)
        else:
            self.outcome.show_icon("check", icons.Tint.GOOD)
        self.drop.setVisible(bool(report.waiting) and report.due is not None)
        self.save.setEnabled(bool(self._edits) and account is not None)

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, AccountChangesMoved):
            # What was refused stays in its field: it can be corrected and saved again.
            self._edits = self._edits.over(event.report.refused.leaving_out(event.report.waiting))
            self._show()
        elif isinstance(event, AccountUpdated | SignedIn | SignedOut):
            self._show()

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        words = wording.error_words(error).sentence if isinstance(error, AppError) else str(error)
        self._closes_next = False
        self.problem.label.setText(words)
        self.problem.show()
        self._show_times()


def _beside(text: QWidget, button: QPushButton) -> QHBoxLayout:
    """A line of text that takes the room, and its button at the end."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(text, 1, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(button)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return row
