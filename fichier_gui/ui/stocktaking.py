"""Lists of the account's files for other programs, and what is there twice, as the window asks for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.ids import ROOT
from fichier_gui.ui import wording
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.dialogs.choosing import chosen_target
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.finding import coverage_words

if TYPE_CHECKING:
    from fichier_gui.catalogue.survey import PlacedFile


class Stocktaking:
    """Reads what is known: no request. ``show`` shows a file in its folder."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        navigation: Navigation,
        notices: Notices,
        show: Callable[[PlacedFile], object],
    ) -> None:
        self._seam = seam
        self._window = window
        self._navigation = navigation
        self._notices = notices
        self._show = show
        actions.on(ActionId.EXPORT_FILES, lambda: scope.start(self._export(), "export the files"))
        actions.on(ActionId.DUPLICATES, lambda: scope.start(self._find_doubles(), "find duplicates"))

    async def _export(self) -> None:
        """The folder that is shown, with all below it."""
        folder = self._navigation.path[-1]
        filters = (
            tr("Table ({pattern})", pattern="*.csv"),
            tr("Objects for programs ({pattern})", pattern="*.json"),
            tr("Links as text ({pattern})", pattern="*.txt"),
        )
        title = tr("Export the files of {folder}", folder=wording.folder_name(folder))
        path = await chosen_target(self._window, title, "files.csv", filters)
        if path is None:
            return
        target, top = path, None if folder.id == ROOT else folder.id
        written = await self._seam.call(lambda core: core.inventory.export(target, top))
        known = written.coverage
        words = tr("%n file(s) written to {name}.", "", written.files, name=path.name)
        if not known.is_whole:
            words += " " + tr(
                "Known so far: {coverage}.", coverage=coverage_words(known.listed, known.folders)
            )
        self._notices.tell(words)

    async def _find_doubles(self) -> None:
        from fichier_gui.ui.dialogs.duplicates import MOST_GROUPS, Duplicates

        found = await self._seam.call(lambda core: core.inventory.doubles(MOST_GROUPS))
        known = await self._seam.call(lambda core: core.inventory.coverage())
        wanted = await Duplicates(self._window, found, known).run()
        if wanted is not None:
            self._show(wanted)
