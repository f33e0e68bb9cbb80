"""Facts about one thing, to be read and copied."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from fichier_gui.ui.dialogs.frame import GAP, NEAR, Frame, shown
from fichier_gui.ui.wording import tr


class FactList(Frame):
    """One line a fact; each can be selected, all can be copied. Facts without a value are left out."""

    def __init__(self, parent: QWidget | None, name: str, facts: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent, tr("Properties"))
        self.add_heading(name)
        self.facts = [(title, value) for title, value in facts if value]
        form = QGridLayout()
        form.setHorizontalSpacing(GAP)
        form.setVerticalSpacing(NEAR)
        for row, (title, value) in enumerate(self.facts):
            line = QLineEdit(value, self)
            line.setReadOnly(True)
            line.setCursorPosition(0)
            line.setAccessibleName(title)
            form.addWidget(QLabel(title, self), row, 0)
            form.addWidget(line, row, 1)
        self.body.addLayout(form)
        self.copy_button, _ = self.add_buttons(accept=tr("Copy all"), reject=tr("Close", "verb"))
        self.setMinimumWidth(560)
        self.copy_button.setFocus()

    async def run(self) -> str:
        """What is to be copied; empty when it was only read."""
        is_wanted = await shown(self) == Frame.DialogCode.Accepted
        return "\n".join(f"{title}: {value}" for title, value in self.facts) if is_wanted else ""
