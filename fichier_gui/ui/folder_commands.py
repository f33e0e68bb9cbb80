"""What is done with the folder that is shown and the rows chosen in it: opened, downloaded, filled."""

from collections.abc import Sequence
from pathlib import Path

from fichier_gui.app.split_files import with_parts
from fichier_gui.app.tasks import TaskScope
from fichier_gui.catalogue.order import Row
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.ui import wording
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.bringing import Bringing
from fichier_gui.ui.brought import Kind
from fichier_gui.ui.clipboard import brought_by_clipboard
from fichier_gui.ui.fetching import Fetching
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.row_moves import RowMoves
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.searching import Searching
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import tr

_FOLDER_EVERY = 30.0
"""Seconds that the service wants between two listings of one folder."""


class FolderCommands:
    """Of the remote folder; a search shows rows of others, and their paths come from it."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        navigation: Navigation,
        searching: Searching,
        notices: Notices,
        bringing: Bringing,
        fetching: Fetching,
        row_moves: RowMoves,
        clock: Clock,
    ) -> None:
        self._seam = seam
        self._window = window
        self._actions = actions
        self._scope = scope
        self._here = navigation
        self._searching = searching
        self._notices = notices
        self._bringing = bringing
        self._fetching = fetching
        self._row_moves = row_moves
        self._clock = clock
        window.files.table.opened.connect(self._open)
        for action, slot in (
            (ActionId.REFRESH, self.refresh),
            (ActionId.NEW_FOLDER, self._make_folder),
            (ActionId.OPEN, self._open_chosen),
            (ActionId.DOWNLOAD, self._download),
            (ActionId.DOWNLOAD_TO, lambda: self._download(asks_folder=True)),
            (ActionId.PASTE_LINKS, self._paste),
        ):
            actions.on(action, slot)

    def refresh(self) -> None:
        """Read the folder again; within the service's half minute, say when that will be."""
        listing = self._here.listing
        age = self._clock.time() - listing.fetched_at if listing is not None else _FOLDER_EVERY
        self._here.refresh()
        if age < _FOLDER_EVERY:
            text = tr(
                "Read {age}. 1fichier allows it every 30 seconds: the folder is read again in {countdown}.",
                age=wording.age(age),
                countdown=wording.countdown(_FOLDER_EVERY - age),
            )
            self._notices.tell(text)

    def fetch(self, rows: Sequence[Row], *, asks_folder: bool = False, to: Path | None = None) -> None:
        """Download rows of the list, a split file with its parts; ``to`` a folder of this computer."""
        listing = self._here.listing
        wanted = with_parts(rows, listing.files if listing is not None else ())
        self._fetching.fetch(
            wanted,
            self._here.remote_path,
            paths=self._searching.paths(),
            asks_folder=asks_folder,
            to=to,
        )

    def _chosen(self) -> Sequence[Row]:
        return self._window.files.table.chosen_rows()

    def _make_folder(self) -> None:
        from fichier_gui.ui.dialogs.new_folder import ask_new_folder

        parent, path = self._here.folder_id, self._here.remote_path

        async def work() -> None:
            folder = await ask_new_folder(self._seam, self._window, parent, path)
            if folder is not None:
                self._window.files.table.reveal(folder.id)

        self._scope.start(work(), "new folder")

    def _open_chosen(self) -> None:
        for row in self._chosen()[:1]:
            self._open(row)

    def _open(self, row: Row) -> None:
        if isinstance(row, RemoteFolder):
            self._here.go(row.id)
        else:
            self.fetch((row,))

    def _download(self, *, asks_folder: bool = False) -> None:
        self.fetch(self._chosen(), asks_folder=asks_folder)

    def _paste(self) -> None:
        if self._actions[ActionId.PASTE_ITEMS].isEnabled():
            self._row_moves.paste()
            return
        brought = brought_by_clipboard()
        if brought is None or brought.kind is Kind.ADDRESSES:
            self._fetching.fetch_links("")
        else:
            self._bringing.take(brought)
