"""A name for a file or a folder of this computer."""

import os
from collections.abc import Collection

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from fichier_gui.domain.local_files import LocalEntry, shown_text
from fichier_gui.domain.names import local_name, split_extension
from fichier_gui.ui.dialogs.frame import NEAR, Frame, QuietLabel, shown
from fichier_gui.ui.wording import tr


class LocalName(Frame):
    """Says while one types why a name cannot be."""

    def __init__(
        self, parent: QWidget | None, title: str, label: str, accept: str, name: str, taken: Collection[str]
    ) -> None:
        super().__init__(parent, title)
        self._before, self._taken = name, set(taken) - {name}
        words = QLabel(label, self)
        self.line = QLineEdit(name, self)
        self.line.setAccessibleName(label.replace("&", ""))
        words.setBuddy(self.line)
        self.rule = QuietLabel("", self)
        for widget in (words, self.line, self.rule):
            self.body.addWidget(widget)
        self.body.setSpacing(NEAR)
        self.accept_button, box = self.add_buttons(accept=accept, reject=tr("Cancel"))
        box.setContentsMargins(0, NEAR, 0, 0)
        self.line.textChanged.connect(self._on_line_changed)
        self._on_line_changed(name)
        self.setMinimumWidth(440)

    async def run(self) -> str:
        """The name; empty when nothing is to be done."""
        return self.line.text() if await shown(self) else ""

    def _on_line_changed(self, name: str) -> None:
        rule = _rule(name, self._taken)
        self.rule.setText(rule)
        self.accept_button.setEnabled(bool(name.strip()) and name != self._before and not rule)


def _rule(name: str, taken: Collection[str]) -> str:
    """Why the name cannot be; empty where it can."""
    if name in taken:
        return tr("There is something of this name here already.")
    if name and local_name(name, windows=os.name == "nt") != name:
        return tr("This computer takes no such name.")
    return ""


async def ask_local_folder(parent: QWidget | None, place: str, taken: Collection[str]) -> str:
    """The name of a new folder in ``place``."""
    label = tr("&Name of the new folder in {folder}", folder=place.replace("&", "&&"))
    return await LocalName(parent, tr("New folder"), label, tr("Make the folder"), "", taken).run()


async def ask_local_name(parent: QWidget | None, entry: LocalEntry, taken: Collection[str]) -> str:
    """Another name for ``entry``. The name without its extension is selected."""
    name = shown_text(entry.name)
    dialog = LocalName(parent, tr("Rename"), tr("New &name"), tr("Rename"), name, taken)
    dialog.line.setSelection(0, len(name if entry.is_folder else split_extension(name)[0]))
    return await dialog.run()
