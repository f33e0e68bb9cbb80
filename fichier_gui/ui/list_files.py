"""The list of transfers to a file and back, as the window does it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.queue_list import MOST_BYTES
from fichier_gui.ui import wording
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.dialogs.choosing import chosen_paths, chosen_target
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import tr

LIST = ".json"


class ListFiles:
    """``paste`` takes a text with links: what other programs keep as lists."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        notices: Notices,
        paste: Callable[[str], object],
    ) -> None:
        self._seam = seam
        self._window = window
        self._notices = notices
        self._paste = paste
        actions.on(ActionId.EXPORT_LIST, lambda: scope.start(self._export(), "export the list"))
        actions.on(ActionId.IMPORT_LIST, lambda: scope.start(self._import(), "import a list"))

    async def _export(self) -> None:
        """What is chosen among the transfers, or all of them."""
        ids = await self._window.transfers.commands.chosen_ids()
        filters = (
            tr("List of transfers ({pattern})", pattern="*.json"),
            tr("Links as text ({pattern})", pattern="*.txt"),
            tr("Table ({pattern})", pattern="*.csv"),
            tr("Page of links ({pattern})", pattern="*.html"),
        )
        title = tr("Export %n transfer(s)", "", len(ids)) if len(ids) > 1 else tr("Export the list")
        wanted = ids if len(ids) > 1 else None
        path = await chosen_target(self._window, title, "transfers.json", filters)
        if path is not None:
            target = path
            count = await self._seam.call(lambda p: p.queue_file.export(target, wanted))
            self._notices.tell(tr("%n transfer(s) written to {name}.", "", count, name=path.name))

    async def _import(self) -> None:
        from fichier_gui.ui.dialogs.import_list import ImportList

        filters = (
            tr("Lists ({pattern})", pattern="*.json *.txt *.csv *.html"),
            tr("All files ({pattern})", pattern="*"),
        )
        mode = QFileDialog.FileMode.ExistingFile
        paths = await chosen_paths(self._window, tr("Import a list"), mode, filters)
        if not paths:
            return
        path = Path(paths[0])
        if path.suffix.lower() != LIST:
            self._paste(await self._seam.call(lambda p: p.documents.load(path, MOST_BYTES)))
            return
        found = await self._seam.call(lambda p: p.queue_file.read(path))
        entries = await ImportList(self._window, path.name, found).run()
        if entries:
            await self._seam.call(lambda p: p.queue_file.start(entries))
            self._notices.tell(wording.imported_words(len(entries), 0, 0))
