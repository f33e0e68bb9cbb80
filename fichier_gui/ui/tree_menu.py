"""What can be done with a folder of the tree: by its menu, and by the keys of the list."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.organising import Placed
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.ui import wording
from fichier_gui.ui.actions import SEPARATOR, ActionId, Actions
from fichier_gui.ui.menus import Menu
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.organising import OrganisingDesk
from fichier_gui.ui.row_moves import RowMoves
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow

LAYOUT: Final = (
    ActionId.NEW_FOLDER,
    SEPARATOR,
    ActionId.RENAME,
    ActionId.CUT,
    ActionId.COPY_ITEMS,
    ActionId.PASTE_ITEMS,
    ActionId.MOVE_TO,
    ActionId.COPY_TO,
    ActionId.DELETE,
)
_FOR_ROOT: Final = (ActionId.NEW_FOLDER, ActionId.PASTE_ITEMS)
_FOR_READERS: Final = (ActionId.COPY_ITEMS, ActionId.COPY_TO)
"""In a folder of somebody else that is shared for reading only."""

Act = Callable[[RemoteFolder], object]


class TreeMenu:
    """Commands of their own, since the list's act on what is chosen there."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        organising: OrganisingDesk,
        moves: RowMoves,
        navigation: Navigation,
        tell: Callable[[str], object],
    ) -> None:
        self._seam = seam
        self._window = window
        self._places = window.places
        self._actions = actions
        self._scope = scope
        self._moves = moves
        self._here = navigation
        self._tell = tell
        self._acts: dict[ActionId, Act] = {
            ActionId.NEW_FOLDER: self._make_folder,
            ActionId.RENAME: lambda folder: organising.ask_name([self._placed(folder)]),
            ActionId.CUT: lambda folder: moves.take([self._placed(folder)], is_cut=True),
            ActionId.COPY_ITEMS: lambda folder: moves.take([self._placed(folder)], is_cut=False),
            ActionId.PASTE_ITEMS: lambda folder: moves.paste(folder.id, wording.folder_name(folder)),
            ActionId.MOVE_TO: lambda folder: moves.choose([self._placed(folder)], is_move=True),
            ActionId.COPY_TO: lambda folder: moves.choose([self._placed(folder)], is_move=False),
            ActionId.DELETE: lambda folder: organising.delete([self._placed(folder)]),
        }
        for action in self._acts:
            self._add_keys(action)
        self._places.customContextMenuRequested.connect(self.show)

    def show(self, point: QPoint) -> None:
        """For the folder under a point of the tree."""
        folder = self._window.folders.folder(self._places.indexAt(point))
        if folder is None or not self._is_signed_in:
            return
        self._places.light(point)
        menu = Menu(self._window)
        menu.setToolTipsVisible(True)
        for action in LAYOUT:
            if action is SEPARATOR:
                menu.addSeparator()
                continue
            shared = self._actions[action]
            entry = menu.addAction(shared.icon(), shared.text())
            entry.setShortcut(shared.shortcut())
            entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            entry.setEnabled(self._may(action, folder))
            entry.setToolTip(self._reason(action, folder))
            entry.triggered.connect(partial(self._do, action, folder))
        menu.aboutToHide.connect(lambda: self._places.light(None))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._places.viewport().mapToGlobal(point))

    def _add_keys(self, action: ActionId) -> None:
        """The keys of the list work in the tree too, for the folder that is marked there."""
        shared = self._actions[action]
        if shared.shortcutContext() == Qt.ShortcutContext.WindowShortcut:
            return
        key = QAction(shared.text(), self._places)
        key.setShortcuts(shared.shortcuts())
        shared.changed.connect(lambda: key.setShortcuts(shared.shortcuts()))
        key.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        key.triggered.connect(lambda _checked=False: self._do_with_current(action))
        self._places.addAction(key)

    def _do_with_current(self, action: ActionId) -> None:
        folder = self._window.folders.folder(self._places.currentIndex())
        if folder is not None:
            self._do(action, folder)

    def _do(self, action: ActionId, folder: RemoteFolder, _checked: bool = False) -> None:
        if self._may(action, folder):
            self._acts[action](folder)
        elif reason := self._reason(action, folder):
            self._tell(f"{reason}.")

    def _may(self, action: ActionId, folder: RemoteFolder) -> bool:
        depth = len(self._window.folders.path(folder.id))
        if depth == 0 or (depth == 1 and action not in _FOR_ROOT):
            return False
        if self._reason(action, folder):
            return False
        if folder.hides_links:
            return False
        if action is ActionId.PASTE_ITEMS:
            return self._moves.clipboard.taken is not None
        return self._is_signed_in

    @property
    def _is_signed_in(self) -> bool:
        return self._seam.is_open and self._seam.program.session.state.signed_in

    def _reason(self, action: ActionId, folder: RemoteFolder) -> str:
        """Why a folder of somebody else is not for this; empty where it is, or is for nobody."""
        if action in _FOR_READERS:
            return ""
        shares = self._here.shares_among([folder]) if action not in _FOR_ROOT else []
        return wording.read_only_words(folder) or wording.kept_words(folder, shares)

    def _placed(self, folder: RemoteFolder) -> Placed:
        return Placed(self._window.folders.path(folder.id)[-2].id, folder)

    def _make_folder(self, folder: RemoteFolder) -> None:
        from fichier_gui.ui.dialogs.new_folder import ask_new_folder

        path = "/" + "/".join(part.name for part in self._window.folders.path(folder.id)[1:])

        async def work() -> None:
            await ask_new_folder(self._seam, self._window, folder.id, path)

        self._scope.start(work(), "new folder")
