"""Brings a folder of this computer to the local pane, and carries files between it and the account."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from fichier_gui.app.tasks import TaskScope
from fichier_gui.catalogue.order import Row
from fichier_gui.domain.local_files import LocalListing, arranged
from fichier_gui.domain.remote import FolderListing
from fichier_gui.transfers.worker_pool import WorkerPool
from fichier_gui.ui import icons, local_places, wording
from fichier_gui.ui.actions import SEPARATOR, ActionId, Actions
from fichier_gui.ui.local_edits import LocalEdits
from fichier_gui.ui.local_navigation import LocalNavigation
from fichier_gui.ui.menus import Menu
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.ordering import Ordering
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.local_pane import LocalPane
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.views.pane_keys import SideChange
from fichier_gui.ui.views.row_drop import RowDrop
from fichier_gui.ui.wording import local_pane as words
from fichier_gui.ui.wording import tr

OF_ROWS: Final = (
    ActionId.LOCAL_OPEN,
    ActionId.LOCAL_UPLOAD_FILES,
    SEPARATOR,
    ActionId.LOCAL_RENAME,
    ActionId.LOCAL_TRASH,
    SEPARATOR,
    ActionId.LOCAL_COPY_PATH,
    ActionId.LOCAL_PROPERTIES,
    SEPARATOR,
)
OF_FOLDER: Final = (
    ActionId.LOCAL_NEW_FOLDER,
    ActionId.LOCAL_SHOW,
    ActionId.LOCAL_REFRESH,
    SEPARATOR,
    ActionId.LOCAL_HIDDEN,
)
_PATIENCE: Final = 0.5
"""Seconds for drives to answer before the places are shown without them."""


class Fetch(Protocol):
    """Downloads rows of the file list."""

    def __call__(self, rows: Sequence[Row], *, to: Path) -> None:
        """``to``: a folder of this computer."""
        ...


class LocalDesk:
    """``send`` uploads paths to the remote folder that is shown."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        pane: LocalPane,
        actions: Actions,
        scope: TaskScope,
        remote: Navigation,
        notices: Notices,
        send: Callable[[Sequence[str]], None],
        fetch: Fetch,
    ) -> None:
        self._seam = seam
        self._window = window
        self._pane = pane
        self._actions = actions
        self._scope = scope
        self._remote = remote
        self._notices = notices
        self._send = send
        self._fetch = fetch
        self._shown: LocalListing | None = None
        self._marked: tuple[FolderListing | None, str] = None, ""
        self._marking = Ordering(scope)
        self._wanted = ""
        self._is_signed_in = False
        self._threads = WorkerPool(2, "places", idle_seconds=0)
        self.here = LocalNavigation(seam, scope, pane.isVisible)
        self.edits = LocalEdits(seam, window, pane, actions, scope, self.here, notices, self._reveal)
        self._connect()
        self._carry()

    def start(self, folder: str) -> None:
        """Show the folder of last time, or the user's own."""
        self.here.start(folder or local_places.own_folder().path)

    def close(self) -> None:
        """Nothing is looked at any more."""
        self._marking.close()
        self.here.close()

    def settle(self, *, signed_in: bool) -> None:
        """Open the commands that fit what is chosen, here and in the file list."""
        self._is_signed_in = signed_in
        enable, is_open = self._actions.enable, self._pane.isVisibleTo(self._window)
        chosen = self._pane.table.chosen_entries() if is_open else []
        has_folder = is_open and self.here.listing is not None
        remote = self._remote.path[-1]
        enable(is_open, ActionId.LOCAL_REFRESH, ActionId.LOCAL_EDIT_PATH, ActionId.LOCAL_HIDDEN)
        enable(is_open and self.here.can_go_back, ActionId.LOCAL_BACK)
        enable(is_open and self.here.can_go_forward, ActionId.LOCAL_FORWARD)
        enable(is_open and self.here.parent_folder != self.here.folder, ActionId.LOCAL_UP)
        enable(has_folder, ActionId.LOCAL_NEW_FOLDER, ActionId.LOCAL_SHOW, ActionId.LOCAL_SELECT_ALL)
        enable(has_folder, ActionId.LOCAL_COPY_PATH)
        enable(len(chosen) == 1, ActionId.LOCAL_OPEN, ActionId.LOCAL_RENAME, ActionId.LOCAL_PROPERTIES)
        enable(bool(chosen), ActionId.LOCAL_TRASH)
        may_send = bool(chosen) and signed_in and remote.is_writable
        enable(may_send, ActionId.LOCAL_UPLOAD_FILES, reason=wording.read_only_words(remote))
        self._name_ways(wording.folder_name(remote))
        if is_open:
            self._mark()
        may_fetch = has_folder and signed_in and bool(self._window.files.table.chosen_rows())
        enable(may_fetch, ActionId.DOWNLOAD_HERE)

    def _connect(self) -> None:
        on, here, pane = self._actions.on, self.here, self._pane
        for action, slot in (
            (ActionId.LOCAL_BACK, here.back),
            (ActionId.LOCAL_FORWARD, here.forward),
            (ActionId.LOCAL_UP, here.up),
            (ActionId.LOCAL_REFRESH, here.refresh),
            (ActionId.LOCAL_EDIT_PATH, pane.path.edit),
            (ActionId.LOCAL_SELECT_ALL, pane.table.selectAll),
            (ActionId.LOCAL_HIDDEN, lambda: self._put(keep_place=True)),
            (ActionId.LOCAL_UPLOAD_FILES, self._upload),
            (ActionId.DOWNLOAD_HERE, self._download),
        ):
            on(action, slot)
        here.changed.connect(self.render)
        here.missed.connect(self._tell_missed)
        pane.path.chosen.connect(here.go)
        pane.path.typed.connect(here.go_to_path)
        pane.path.left.connect(pane.enter)
        pane.table.ordered.connect(lambda: self._put(keep_place=True))
        pane.table.chosen.connect(self._settle)
        pane.menu_asked.connect(self._show_menu)
        pane.places_asked.connect(lambda point: self._scope.start(self._show_places(point), "local places"))

    def _carry(self) -> None:
        pane, files = self._pane, self._window.files
        is_ours = files.model.has_made
        for part, under, light in (
            (pane.table, self._folder_under, pane.light),
            (pane.message, self._open_folder, pane.light_message),
        ):
            drop = RowDrop(part, is_ours, under, light, self._may_take, copies_only=True)
            drop.dropped.connect(lambda folder, _is_copy: self._download(folder))
        self._sides = (
            SideChange(files.pages, pane.isVisible, pane.enter),
            SideChange(pane.pages, pane.isVisible, files.enter),
        )

    def render(self) -> None:
        """Show what the navigation knows."""
        here, pane = self.here, self._pane
        if here.folder:
            pane.show_path(here.folder)
        if here.listing is not None:
            is_same = self._shown is not None and self._shown.folder == here.listing.folder
            self._shown = here.listing
            self._put(keep_place=is_same)
        elif here.error is not None:
            self._shown = None
            pane.show_error(here.folder, here.error)
        elif here.is_loading:
            self._shown = None
            pane.show_loading()
        self._settle()

    def _put(self, *, keep_place: bool) -> None:
        listing = self._shown
        if listing is None:
            return
        column, descending = self._pane.table.order
        with_hidden = self._actions[ActionId.LOCAL_HIDDEN].isChecked()
        rows = arranged(listing.entries, column, descending=descending, with_hidden=with_hidden)
        self._pane.show_entries(rows, hidden=len(listing.entries) - len(rows), keep_place=keep_place)
        if self._wanted and self._pane.table.reveal(self._wanted):
            self._wanted = ""

    def _reveal(self, name: str) -> None:
        self._wanted = name

    def _mark(self) -> None:
        """Tick the files that the remote folder has too."""
        listing, name = self._remote.listing, wording.folder_name(self._remote.path[-1])
        # This is asked with every row that is chosen; a folder may hold 100,000 files.
        if listing is not self._marked[0] or name != self._marked[1]:
            self._marked = listing, name
            files = listing.files if listing is not None else ()
            self._marking.order(
                len(files),
                lambda: frozenset((file.name, file.size) for file in files),
                lambda there: self._pane.model.mark(there, name),
            )

    def _settle(self) -> None:
        self.settle(signed_in=self._is_signed_in)

    def _name_ways(self, remote: str) -> None:
        """In menus, where the words go stand in full."""
        local = words.local_name(self.here.folder)
        for action, text in (
            (ActionId.LOCAL_UPLOAD_FILES, tr("Upload to {folder}", folder=remote)),
            (ActionId.DOWNLOAD_HERE, tr("Download to {folder}", folder=local)),
        ):
            self._actions[action].setText(text.replace("&", "&&"))

    def _upload(self) -> None:
        self._send([entry.path for entry in self._pane.table.chosen_entries()])

    def _download(self, folder: str = "") -> None:
        self._fetch(self._window.files.table.chosen_rows(), to=Path(folder or self.here.folder))

    def _folder_under(self, point: QPoint) -> str | None:
        return self._pane.table.folder_under(point) or self._open_folder(point)

    def _open_folder(self, _point: QPoint) -> str | None:
        return self.here.folder if self.here.listing is not None else None

    def _may_take(self, _folder: str) -> bool:
        return self._is_signed_in and bool(self._window.files.table.chosen_rows())

    def _tell_missed(self, path: str) -> None:
        correct = NoticeButton(tr("Change the path"), lambda: self._pane.path.correct(path))
        self._notices.tell(tr("There is no folder “{path}” on this computer.", path=path), correct)

    def _show_menu(self, point: QPoint) -> None:
        chosen = self._pane.table.chosen_entries()
        menu = self._actions.menu(self._window, (*OF_ROWS, *OF_FOLDER) if chosen else OF_FOLDER)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    async def _show_places(self, point: QPoint) -> None:
        download = str(self._seam.program.transfers.download_folder)
        look = asyncio.get_running_loop().run_in_executor(self._threads, local_places.places, download)
        try:
            own, drives = await asyncio.wait_for(look, _PATIENCE)
        except TimeoutError:
            own, drives = [local_places.own_folder()], []
        menu = Menu(self._window)
        for place in own:
            self._add_place(menu, place)
        menu.addSeparator()
        for place in drives:
            self._add_place(menu, place)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def _add_place(self, menu: QMenu, place: local_places.LocalPlace) -> None:
        entry = menu.addAction(icons.icon(place.icon), place.name.replace("&", "&&"))
        entry.triggered.connect(lambda _checked=False: self.here.go(place.path))
