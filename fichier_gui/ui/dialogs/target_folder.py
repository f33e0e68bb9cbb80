"""A folder of the account as a line of a form: its path, and a button that opens the chooser."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.ui.dialogs.frame import place_words
from fichier_gui.ui.dialogs.remote_folder import choose_remote_folder
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr


class TargetFolder(QObject):
    """``question`` is the chooser's heading, ``verb`` is on its button. The form places both parts."""

    edited = Signal(object)
    """The ``FolderId`` that was chosen."""

    def __init__(self, seam: Seam, scope: TaskScope, parent: QWidget, question: str, verb: str) -> None:
        super().__init__(parent)
        self._seam = seam
        self._scope = scope
        self._question = question
        self._verb = verb
        self.folder_id = ROOT
        self._parent = parent
        self.line = QLineEdit(parent)
        self.line.setReadOnly(True)
        self.line.setAccessibleName(tr("Path of the folder"))
        self.button = QPushButton(tr("Choose…"), parent)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda: self._scope.start(self._choose(), "choose a folder"))
        self.put(ROOT)

    def put(self, folder_id: FolderId) -> None:
        """Show this folder."""
        self.folder_id = folder_id
        self.line.setText(folder_words(self._seam, folder_id))
        self.line.setToolTip(self.line.text())
        self.line.setCursorPosition(0)

    async def _choose(self) -> None:
        folder = await choose_remote_folder(
            self._seam, self._parent, self._question, self._verb, self.folder_id
        )
        if folder is not None:
            self.put(folder.id)
            self.edited.emit(folder.id)


def folder_words(seam: Seam, folder_id: FolderId) -> str:
    """The path of a folder as far as known; the root is the account."""
    path = seam.program.browse.path_of(folder_id) if seam.is_open else "/"
    return tr("not known yet") if path == "/" and folder_id != ROOT else place_words(path)
