"""What is about to change in the settings, before it does."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from fichier_gui.domain.settings_list import Change
from fichier_gui.ui import icons
from fichier_gui.ui.dialogs.frame import Fact, Frame, shown
from fichier_gui.ui.dialogs.table import Table
from fichier_gui.ui.models.row_table import RowColumn, RowTable
from fichier_gui.ui.wording import QT_TR_NOOP, tr
from fichier_gui.ui.wording.setting_values import value_words
from fichier_gui.ui.wording.settings import setting_words

_COLUMNS: Final = (
    RowColumn[Change](QT_TR_NOOP("Setting"), lambda row: setting_words(row.name).label),
    RowColumn[Change](QT_TR_NOOP("Present value"), lambda row: value_words(row.name, row.now)),
    RowColumn[Change](QT_TR_NOOP("New value"), lambda row: value_words(row.name, row.then)),
)
_LONGEST: Final = "m" * 12


class SettingChanges(Frame):
    """A table of settings with their values of now and then. ``left_out``: what will not be taken."""

    def __init__(
        self, parent: QWidget, title: str, heading: str, changes: Sequence[Change], *, left_out: str = ""
    ) -> None:
        super().__init__(parent, title)
        self.resize(720, 360)
        self.changes = changes
        self.add_heading(heading)
        self.left_out = Fact("alert", left_out, self, icons.Tint.WARNING)
        self.left_out.setVisible(bool(left_out))
        self.body.addWidget(self.left_out)
        self.model = RowTable[Change](_COLUMNS, self)
        self.model.show_rows(changes)
        self.table = Table(self, title, self.model, stretched=0, widths={1: _LONGEST, 2: _LONGEST})
        self.body.addWidget(self.table, 1)
        words = tr("Change %n setting(s)", "", len(changes)) if changes else tr("Nothing to change")
        self.take, _ = self.add_buttons(accept=words, reject=tr("Cancel"))
        self.take.setEnabled(bool(changes))

    async def run(self) -> bool:
        """True: they are wanted."""
        return bool(await shown(self))
