"""Facts about one thing, to be read and copied."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from fichier_gui.ui.dialogs.frame import GAP, NEAR, Frame, shown
from fichier_gui.ui.wording import tr

_LONGEST_WHOLE: Final = 400
"""Pixels of a value that the dialog makes room for; a checksum is cut, and its tool tip has all of it."""


class _Value(QLineEdit):
    """To be read, selected and copied; its beginning is shown, and its tool tip has what is cut."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setReadOnly(True)
        self.setCursorPosition(0)

    @property
    def _needed(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text()) + 2 * NEAR

    def minimumSizeHint(self) -> QSize:
        """All of it, if it is not very long."""
        hint = super().minimumSizeHint()
        return hint.expandedTo(QSize(self._needed, 0)) if self._needed <= _LONGEST_WHOLE else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other values may be cut."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._needed > self.width() else "")


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
            line = _Value(value, self)
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
