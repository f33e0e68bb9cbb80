"""The context menu of the file list."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt

from fichier_gui.ui.actions import SEPARATOR, ActionId, Actions
from fichier_gui.ui.linking import COPY_MENU
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import tr

OF_ROWS: Final = (
    ActionId.OPEN,
    ActionId.PREVIEW,
    ActionId.SHOW_IN_FOLDER,
    ActionId.DOWNLOAD,
    ActionId.DOWNLOAD_TO,
    ActionId.DOWNLOAD_HERE,
    SEPARATOR,
    ActionId.COPY_LINK,
    ActionId.LINK_RULES,
    ActionId.SHARE_FOLDER,
    SEPARATOR,
    ActionId.RENAME,
    ActionId.CUT,
    ActionId.COPY_ITEMS,
    ActionId.MOVE_TO,
    ActionId.COPY_TO,
    ActionId.DELETE,
    SEPARATOR,
    ActionId.VERIFY,
    ActionId.WRITE_SUMS,
    ActionId.SCAN_FILE,
    SEPARATOR,
    ActionId.PROPERTIES,
    SEPARATOR,
)
"""What can be done with the chosen rows."""
OF_FOLDER: Final = (
    ActionId.PASTE_ITEMS,
    ActionId.UNDO,
    SEPARATOR,
    ActionId.UPLOAD_FILES,
    ActionId.UPLOAD_FOLDER,
    ActionId.NEW_FOLDER,
    ActionId.SHOW_THUMBNAILS,
    ActionId.REFRESH,
)
"""What can be done in the folder that is shown."""


class FileMenu:
    """Made anew each time: what is in it depends on what is chosen."""

    def __init__(self, window: MainWindow, actions: Actions, is_searching: Callable[[], bool]) -> None:
        self._window = window
        self._actions = actions
        self._is_searching = is_searching
        window.files.menu_asked.connect(self.show)

    def show(self, point: QPoint) -> None:
        """At a global point."""
        chosen = self._window.files.table.chosen_rows()
        menu = self._actions.menu(self._window, (*OF_ROWS, *OF_FOLDER) if chosen else OF_FOLDER)
        if chosen:
            part = self._actions.menu(menu, COPY_MENU, tr("Copy link as"))
            part.menuAction().setEnabled(self._actions[ActionId.COPY_AS].isEnabled())
            menu.insertMenu(self._actions[ActionId.LINK_RULES], part)
        if not self._is_searching():
            menu.removeAction(self._actions[ActionId.SHOW_IN_FOLDER])
        if not self._actions[ActionId.TOGGLE_LOCAL].isChecked():
            menu.removeAction(self._actions[ActionId.DOWNLOAD_HERE])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)
