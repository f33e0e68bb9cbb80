"""A new name for one file or folder, with the service's rule for names shown while it is typed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from fichier_gui.domain.names import MAX_REMOTE, split_extension
from fichier_gui.domain.organising import Item
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.ui.dialogs.frame import NEAR, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.new_folder import rule_words
from fichier_gui.ui.wording import tr


class Rename(Frame):
    """The name without its extension is selected: typing leaves the extension as it is."""

    def __init__(self, parent: QWidget | None, item: Item, beside: Sequence[Item]) -> None:
        super().__init__(parent, tr("Rename"))
        self._item = item
        self._beside = beside
        label = QLabel(tr("New &name"), self)
        self.line = QLineEdit(item.name, self)
        self.line.setAccessibleName(tr("New name"))
        self.line.setMaxLength(MAX_REMOTE)
        label.setBuddy(self.line)
        self.rule = QuietLabel("", self)
        for widget in (label, self.line, self.rule):
            self.body.addWidget(widget)
        self.body.setSpacing(NEAR)
        self.accept_button, box = self.add_buttons(accept=tr("Rename"), reject=tr("Cancel"))
        box.setContentsMargins(0, NEAR, 0, 0)
        self.line.textChanged.connect(self._on_line_changed)
        self._on_line_changed(item.name)
        self.setMinimumWidth(440)
        is_folder = isinstance(item, RemoteFolder)
        stem = item.name if is_folder else split_extension(item.name)[0]
        self.line.setSelection(0, len(stem))

    @property
    def name(self) -> str:
        """The name as it stands."""
        return self.line.text().strip()

    async def run(self) -> str:
        """The new name; empty when it is to stay."""
        return self.name if await shown(self) else ""

    def _is_beside(self, name: str) -> bool:
        """Of the same kind. Looked for at each letter: to know all names takes longer, of 100,000 rows."""
        kind = type(self._item)
        return any(
            other.name == name and type(other) is kind and other != self._item for other in self._beside
        )

    def _on_line_changed(self, text: str) -> None:
        name = text.strip()
        is_there = self._is_beside(name)
        is_taken = is_there and isinstance(self._item, RemoteFolder)
        self.accept_button.setEnabled(bool(name) and name != self._item.name and not is_taken)
        if is_taken:
            self.rule.setText(tr("There is a folder of this name here already."))
        elif is_there:
            self.rule.setText(tr("There is a file of this name here already; 1fichier keeps both."))
        else:
            self.rule.setText(rule_words(text))
