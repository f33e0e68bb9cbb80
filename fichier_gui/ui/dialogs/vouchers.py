"""Vouchers: those of the account, whether a code is good, and using one."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from typing import Any, Final

from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError, NetworkProblem, NotFound
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.vouchers import Voucher, is_code, tidy
from fichier_gui.ui import icons, theme
from fichier_gui.ui.clipboard import copy_text
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.dialogs.frame import GAP, NEAR, ButtonBox, Fact, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.table import Table
from fichier_gui.ui.models.row_table import RowColumn, RowTable
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import QT_TR_NOOP, fetches, tr

_COLUMNS: Final = (
    RowColumn[Voucher](QT_TR_NOOP("Pays for"), lambda voucher: voucher.service),
    RowColumn[Voucher](QT_TR_NOOP("Voucher"), lambda voucher: voucher.code),
)
_ROWS: Final = 4
_CODE: Final = "0" * 36


class VouchersDialog(Frame):
    """What was typed stays when a request fails."""

    def __init__(self, seam: Seam, parent: QWidget | None, email: str) -> None:
        """``email``: the account's own address, for which a voucher is used unless another is written."""
        super().__init__(parent, tr("Vouchers"))
        self._seam = seam
        self._scope = TaskScope("vouchers", self._on_task_failed)
        self._vouchers: Sequence[Voucher] = ()
        self._is_busy = False
        self.model = RowTable[Voucher](_COLUMNS, self)
        self.table = Table(self, tr("Vouchers"), self.model, widths={1: _CODE})
        self.state = QuietLabel(tr("Asking 1fichier…"), self)
        self.copy = self._button(tr("Copy"))
        self.code = QLineEdit(self)
        self.check = self._button(tr("Check", "verb"))
        self.email = QLineEdit(email, self)
        self.use = self._button(tr("Use…"))
        self.outcome = Fact("check", "", self, icons.Tint.GOOD)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self._build()
        self._settle()

    async def run(self) -> None:
        """Until it is closed."""
        self._start(self._load())
        await shown(self, scope=self._scope)

    # Building

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        return button

    def _build(self) -> None:
        about = tr("A voucher pays once, for any account. Whoever has the code can use it.")
        self.body.setSpacing(NEAR)
        self.body.addWidget(QuietLabel(about, self))
        self.table.setMinimumHeight((_ROWS + 1) * theme.ROW_HEIGHT)
        self.body.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        row.addWidget(self.copy)
        self.body.addLayout(row)
        self.body.addSpacing(GAP)
        self.body.addLayout(self._fields())
        for widget in (self.outcome, self.problem):
            self.body.addWidget(widget)
            widget.hide()
        box = ButtonBox(self)
        close = box.add(tr("Close", "verb"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        box.setContentsMargins(0, NEAR, 0, 0)
        self.body.addWidget(box)
        self.resize(640, 460)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.check.clicked.connect(lambda: self._start(self._check()))
        self.use.clicked.connect(lambda: self._start(self._use()))
        self.code.returnPressed.connect(self.check.click)
        for line in (self.code, self.email):
            line.textChanged.connect(self._settle)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(NEAR)
        grid.setVerticalSpacing(NEAR)
        grid.setColumnStretch(1, 1)
        fields = ((tr("Voucher"), self.code, self.check), (tr("For the account"), self.email, self.use))
        for number, (words, line, button) in enumerate(fields):
            label = QLabel(words, self)
            label.setBuddy(line)
            line.setAccessibleName(words)
            for column, widget in enumerate((label, line, button)):
                grid.addWidget(widget, number, column)
        return grid

    # What it does

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        async def alone() -> None:
            self._is_busy = True
            self.outcome.hide()
            self.problem.hide()
            self._settle()
            try:
                await work
            finally:
                self._is_busy = False
                self._settle()

        self._scope.start(alone(), "vouchers")

    async def _load(self) -> None:
        self._vouchers = await self._seam.call(lambda core: core.vouchers.unused())
        self.model.show_rows(self._vouchers)
        count = len(self._vouchers)
        self.state.setText(tr("%n voucher(s)", "", count) if count else tr("This account has no voucher."))

    async def _check(self) -> None:
        code = Secret(self._typed())
        try:
            service = await self._seam.call(lambda core: core.vouchers.check(code))
        except NotFound:
            self._refuse(tr("1fichier does not know this voucher, or it was used already."))
            return
        self._tell(tr("This voucher is good for: {service}", service=service or tr("it does not say what")))

    async def _use(self) -> None:
        code, email = Secret(self._typed()), self.email.text().strip()
        answer = await ask(
            self,
            tr("Vouchers"),
            tr("Use this voucher for {email}?", email=email),
            (
                Choice("use", tr("Use the voucher"), Weight.DESTRUCTIVE),
                Choice("back", tr("Cancel"), Weight.BACK),
            ),
            follows=tr("It can be used once, and this cannot be taken back."),
        )
        if answer.key != "use":
            return
        try:
            said = await self._seam.call(lambda core: core.vouchers.use(code, email))
        except NotFound:
            self._refuse(tr("1fichier does not know this voucher or this account. Nothing was used."))
            return
        except NetworkProblem:
            self._refuse(tr("No answer came: it may have been used. Check it before you use it again."))
            return
        self.code.clear()
        # Before the list is read: a refusal of that must not look as if nothing was used.
        words = tr("The voucher was used for {email}.", email=email)
        self._tell(f"{words} {said}".strip())
        await self._load()

    def _on_copy_clicked(self) -> None:
        copy_text("\n".join(self._vouchers[place].code for place in self.table.selected_places()))

    def _on_selection_changed(self) -> None:
        places = self.table.selected_places()
        if len(places) == 1:
            self.code.setText(self._vouchers[places[0]].code)
        self._settle()

    def _typed(self) -> str:
        return tidy(self.code.text())

    def _settle(self) -> None:
        is_ready = not self._is_busy and is_code(self._typed())
        self.copy.setEnabled(bool(self.table.selected_places()))
        self.check.setEnabled(is_ready)
        self.use.setEnabled(is_ready and "@" in self.email.text())

    def _tell(self, words: str) -> None:
        self.outcome.label.setText(words)
        self.outcome.show()

    def _refuse(self, words: str) -> None:
        self.problem.label.setText(words)
        self.problem.show()

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        if not self._vouchers:
            self.state.setText("")
        self._refuse(fetches.refusal_words(error) if isinstance(error, AppError) else str(error))
