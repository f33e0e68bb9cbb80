"""What an edit could not do, item by item, with the reasons."""

from typing import Final

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from fichier_gui.domain.errors import AppError
from fichier_gui.domain.organising import EditReport, Item
from fichier_gui.ui import wording
from fichier_gui.ui.dialogs.frame import NEAR, ButtonBox, Frame, shown
from fichier_gui.ui.dialogs.table import Table
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.models.file_list import icon_name
from fichier_gui.ui.models.row_table import RowColumn, RowTable
from fichier_gui.ui.wording import QT_TR_NOOP, tr
from fichier_gui.ui.wording.actions import as_title
from fichier_gui.ui.wording.organising import failed_words

Failure = tuple[Item, AppError]

_NAME_WIDTH: Final = 260
_COLUMNS: Final = (
    RowColumn[Failure](
        QT_TR_NOOP("Name"), lambda row: row[0].name, sign=lambda row: (icon_name(row[0]), Tint.TEXT)
    ),
    RowColumn[Failure](QT_TR_NOOP("Reason"), lambda row: wording.error_words(row[1]).happened),
)


class EditFailures(Frame):
    """A table of names and reasons, which can be copied."""

    def __init__(self, parent: QWidget | None, report: EditReport) -> None:
        super().__init__(parent, tr("What was not done"))
        self.resize(760, 420)
        self._report = report
        self._text = ""
        self.add_heading(as_title(failed_words(report)))
        self.model = RowTable[Failure](_COLUMNS, self)
        self.model.show_rows(report.failures)
        self.table = Table(self, tr("What was not done"), self.model, stretched=1)
        self.table.header().resizeSection(0, _NAME_WIDTH)
        self.body.addWidget(self.table, 1)
        self.body.setSpacing(NEAR)
        box = ButtonBox(self)
        self.copy_button = QPushButton(tr("Copy"), self)
        self.copy_button.setAutoDefault(False)
        box.add(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        box.add(tr("Close", "verb"), QDialogButtonBox.ButtonRole.RejectRole)
        box.setContentsMargins(0, NEAR, 0, 0)
        box.rejected.connect(self.reject)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.body.addWidget(box)

    async def run(self) -> str:
        """The text that is to be copied, or nothing."""
        await shown(self)
        return self._text

    def _on_copy_clicked(self) -> None:
        rows = ((item.name, wording.error_words(error).happened) for item, error in self._report.failures)
        self._text = "".join(f"{name}\t{reason}\n" for name, reason in rows)
        self.accept()
