"""What has become of one transfer."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from fichier_gui.domain.history import Step
from fichier_gui.domain.transfers import Transfer
from fichier_gui.ui.clipboard import copy_text
from fichier_gui.ui.dialogs.frame import ButtonBox, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.table import Table
from fichier_gui.ui.models.row_table import RowColumn, RowTable
from fichier_gui.ui.wording import QT_TR_NOOP, tr
from fichier_gui.ui.wording.history import StepWords, history_words

_COLUMNS: Final = (
    RowColumn[StepWords](QT_TR_NOOP("Time"), lambda step: step.when),
    RowColumn[StepWords](QT_TR_NOOP("What"), lambda step: step.what),
    RowColumn[StepWords](QT_TR_NOOP("Reason"), lambda step: step.why),
)


class TransferHistory(Frame):
    """Its steps as they were noted, the first on top."""

    def __init__(self, parent: QWidget | None, transfer: Transfer, steps: Sequence[Step]) -> None:
        super().__init__(parent, tr("What happened"))
        self.resize(860, 420)
        self.add_heading(transfer.name)
        self.words = history_words(transfer, steps)
        self.model = RowTable[StepWords](_COLUMNS, self)
        self.model.show_rows(self.words)
        widths = {
            0: max((step.when for step in self.words), key=len),
            1: max((step.what for step in self.words), key=len),
        }
        self.table = Table(self, tr("What happened"), self.model, stretched=2, widths=widths)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(
            QuietLabel(tr("A step of many transfers at once, such as “Pause all”, is not listed here."), self)
        )
        box = ButtonBox(self)
        self.copy_button = QPushButton(tr("Copy"), self)
        self.copy_button.setAutoDefault(False)
        box.add(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        box.add(tr("Close", "verb"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        self.body.addWidget(box)
        self.copy_button.clicked.connect(self._on_copy_clicked)

    async def run(self) -> None:
        """Show it until it is closed."""
        await shown(self)

    def _on_copy_clicked(self) -> None:
        copy_text("".join(f"{step.when}\t{step.what}\t{step.why}".rstrip() + "\n" for step in self.words))
