"""The name of a new folder, with the service's rule for names shown while it is typed."""

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.names import MAX_REMOTE, encode_name
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.ui import icons, wording
from fichier_gui.ui.dialogs.frame import NEAR, Fact, Frame, QuietLabel, place_words, shown
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr


class NewFolder(Frame):
    """Closes when the folder exists; an error stays beside the name."""

    def __init__(self, seam: Seam, parent: QWidget | None, folder_id: FolderId, folder_path: str) -> None:
        super().__init__(parent, tr("New folder"))
        self._seam, self._folder_id = seam, folder_id
        self._scope = TaskScope("new folder", self._on_task_failed)
        self.made: RemoteFolder | None = None
        label = QLabel(tr("&Name of the new folder in {folder}", folder=place_words(folder_path)), self)
        self.line = QLineEdit(self)
        self.line.setAccessibleName(tr("Name of the new folder"))
        self.line.setMaxLength(MAX_REMOTE)
        label.setBuddy(self.line)
        self.rule = QuietLabel("", self)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self.problem.hide()
        for widget in (label, self.line, self.rule, self.problem):
            self.body.addWidget(widget)
        self.body.setSpacing(NEAR)
        self.accept_button, box = self.add_buttons(accept=tr("Make the folder"), reject=tr("Cancel"))
        box.setContentsMargins(0, NEAR, 0, 0)
        self.line.textChanged.connect(self._on_line_changed)
        self._on_line_changed("")
        self.setMinimumWidth(440)

    async def run(self) -> RemoteFolder | None:
        """The new folder, or None."""
        await shown(self, scope=self._scope)
        return self.made

    def accept(self) -> None:
        """Make it first; the dialog closes when it exists."""
        if self.line.text().strip() and self.line.isEnabled():
            self._scope.start(self._make(self.line.text().strip()), "make the folder")

    async def _make(self, name: str) -> None:
        self.problem.hide()
        self.line.setEnabled(False)
        self.accept_button.setEnabled(False)
        try:
            self.made = await self._seam.call(lambda p: p.browse.make_folder(self._folder_id, name))
        finally:
            self.line.setEnabled(True)
            self._on_line_changed(self.line.text())
            self.line.setFocus()
        super().accept()

    def _on_line_changed(self, text: str) -> None:
        self.rule.setText(rule_words(text))
        self.accept_button.setEnabled(bool(text.strip()))

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        words = wording.error_words(error).sentence if isinstance(error, AppError) else str(error)
        self.problem.label.setText(words)
        self.problem.show()


def rule_words(text: str) -> str:
    """What becomes of the name as it stands."""
    name = text.strip()
    if name and encode_name(name) != name:
        return tr(
            "1fichier stores this as {stored}, because it refuses some of these characters. "
            "Here it is shown as you wrote it.",
            stored=encode_name(name),
        )
    if len(name) >= MAX_REMOTE:
        return tr("This is as long as a name may be: {count} characters.", count=MAX_REMOTE)
    return tr("1fichier cannot store / \\ < > \" ' $ ` in names; look-alikes take their place.")


async def ask_new_folder(
    seam: Seam, parent: QWidget | None, folder_id: FolderId, folder_path: str
) -> RemoteFolder | None:
    """Ask for a name and make the folder."""
    return await NewFolder(seam, parent, folder_id, folder_path).run()
