"""Where the file list is: the folders from the account down."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from fichier_gui.domain.remote import ROOT_FOLDER, RemoteFolder
from fichier_gui.ui import wording
from fichier_gui.ui.views.path_bar import PathBar, Step
from fichier_gui.ui.wording import tr


class Breadcrumb(PathBar):
    """Steps are told by their ``FolderId``; a typed path is one of the account, such as ``/Films/2024``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Path"), tr("Type a path, such as /Films/2024"), parent)
        self._path: tuple[RemoteFolder, ...] = ()
        self.show_path((ROOT_FOLDER,))

    def show_path(self, path: Sequence[RemoteFolder]) -> None:
        """The folders from the root to the one that is shown."""
        self._path = tuple(path) or (ROOT_FOLDER,)
        steps = [
            Step(folder.id, wording.folder_name(folder), "cloud" if folder.id == ROOT_FOLDER.id else "")
            for folder in self._path
        ]
        self.show_steps(steps, "/" + "/".join(folder.name for folder in self._path[1:]))

    def target_under(self, point: QPoint) -> RemoteFolder | None:
        """The folder whose button is under a point."""
        target = self.step_under(point)
        return next((folder for folder in self._path if folder.id == target), None)
