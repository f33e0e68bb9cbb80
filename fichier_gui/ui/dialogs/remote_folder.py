"""Choosing a folder of the account."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTreeView, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.ui import icons, wording
from fichier_gui.ui.dialogs.frame import Fact, Frame, shown
from fichier_gui.ui.models.folder_tree import FolderTreeModel
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr


class RemoteFolderDialog(Frame):
    """A tree of its own: folders are read as they are opened, from disk where they are known."""

    def __init__(self, seam: Seam, parent: QWidget | None, text: str, verb: str) -> None:
        super().__init__(parent, tr("Choose a folder"))
        self.resize(440, 460)  # a dozen folders
        self._seam = seam
        self._scope = TaskScope("choose a remote folder", self._on_task_failed)
        self.model = FolderTreeModel(self)
        self.tree = QTreeView(self)
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(tr("Folders of the account"))
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self.problem.hide()
        self.add_heading(text)
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.problem)
        self.choose, _ = self.add_buttons(accept=verb, reject=tr("Cancel"))
        self.model.wanted.connect(self._on_model_wanted)
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self.tree.doubleClicked.connect(lambda _index: self.choose.click())

    @property
    def folder(self) -> RemoteFolder | None:
        """The folder that is marked."""
        return self.model.folder(self.tree.currentIndex())

    async def run(self) -> RemoteFolder | None:
        """The chosen folder, or None."""
        root = self.model.index_of(ROOT)
        self.tree.setCurrentIndex(root)
        self.tree.expand(root)
        self._on_model_wanted(ROOT)
        try:
            return self.folder if await shown(self) else None
        finally:
            await self._scope.close()

    def _on_model_wanted(self, folder_id: FolderId) -> None:
        async def work() -> None:
            try:
                listing = await self._seam.call(lambda p: p.browse.open_folder(folder_id))
            except AppError as error:
                self.model.fail(folder_id, error)
                raise
            self.model.show(listing)

        self._scope.start(work(), f"read folder {folder_id}")

    def _on_current_changed(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.choose.setEnabled(self.folder is not None)

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        words = wording.error_words(error).sentence if isinstance(error, AppError) else str(error)
        self.problem.label.setText(words)
        self.problem.show()


async def choose_remote_folder(
    seam: Seam, parent: QWidget | None, text: str, verb: str
) -> RemoteFolder | None:
    """Ask for a folder of the account. ``verb`` is on the button: "Upload here"."""
    return await RemoteFolderDialog(seam, parent, text, verb).run()
