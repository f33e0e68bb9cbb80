"""What comes of rows that are carried to a folder: they are moved there, with Ctrl copied."""

from collections.abc import Sequence

from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.organising import Placed, can_go_into
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.ui import wording
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.organising import OrganisingDesk
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.row_drop import RowDrop


class Carrying:
    """What is carried is what is chosen: a drag begins with it, and nothing else is chosen before it ends."""

    def __init__(self, window: MainWindow, navigation: Navigation, organising: OrganisingDesk) -> None:
        self._window = window
        self._here = navigation
        self._organising = organising
        self._items: list[Placed] = []
        self._answers: dict[FolderId, bool] = {}
        """Of what is chosen now: the pointer asks at every step, and there may be thousands of rows."""
        window.files.table.chosen.connect(self._forget)
        is_ours = window.files.model.has_made
        for part in (window.files.table, window.places, window.toolbar.breadcrumb):
            drop = RowDrop(part, is_ours, part.target_under, part.light, self._may_take)
            drop.dropped.connect(self._on_dropped)

    def _may_take(self, folder: RemoteFolder) -> bool:
        if folder.id not in self._answers:
            self._items = self._items or self._organising.chosen()
            self._answers[folder.id] = can_go_into(self._items, folder, self._line(folder.id))
        return self._answers[folder.id]

    def _forget(self) -> None:
        self._items = []
        self._answers.clear()

    def _line(self, folder_id: FolderId) -> Sequence[FolderId]:
        """The folders that hold a folder, as far as known."""
        path = [folder.id for folder in self._here.path]
        if folder_id in path:
            return path[: path.index(folder_id)]
        return [folder.id for folder in self._window.folders.path(folder_id)]

    def _on_dropped(self, folder: RemoteFolder, is_copy: bool) -> None:
        act = self._organising.copy if is_copy else self._organising.move
        act(self._organising.chosen(), folder.id, wording.folder_name(folder))
