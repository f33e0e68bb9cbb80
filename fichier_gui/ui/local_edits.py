"""What is done with files and folders of this computer in the local pane."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.local_files import LocalEntry, shown_text
from fichier_gui.transfers.worker_pool import WorkerPool
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.clipboard import copy_text
from fichier_gui.ui.dialogs.fact_list import FactList
from fichier_gui.ui.dialogs.local_name import ask_local_folder, ask_local_name
from fichier_gui.ui.file_manager import open_file
from fichier_gui.ui.local_navigation import LocalNavigation
from fichier_gui.ui.local_trash import move_to_trash
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.local_pane import LocalPane
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import local_pane as words
from fichier_gui.ui.wording import tr


class LocalEdits:
    """Of what is chosen in the pane; ``reveal`` chooses a name as soon as the folder has been read again."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        pane: LocalPane,
        actions: Actions,
        scope: TaskScope,
        here: LocalNavigation,
        notices: Notices,
        reveal: Callable[[str], None],
    ) -> None:
        self._seam = seam
        self._window = window
        self._pane = pane
        self._scope = scope
        self._here = here
        self._notices = notices
        self._reveal = reveal
        self._threads = WorkerPool(1, "trash", idle_seconds=0)
        pane.table.opened.connect(self._open)
        for action, slot in (
            (ActionId.LOCAL_OPEN, self._open_chosen),
            (ActionId.LOCAL_NEW_FOLDER, self._make_folder),
            (ActionId.LOCAL_RENAME, self._rename),
            (ActionId.LOCAL_TRASH, self._trash),
            (ActionId.LOCAL_COPY_PATH, self._copy_path),
            (ActionId.LOCAL_SHOW, self._show),
            (ActionId.LOCAL_PROPERTIES, self._tell_properties),
        ):
            actions.on(action, slot)

    def _chosen(self) -> list[LocalEntry]:
        return self._pane.table.chosen_entries()

    def _open_chosen(self) -> None:
        for entry in self._chosen()[:1]:
            self._open(entry)

    def _open(self, entry: LocalEntry) -> None:
        if entry.is_folder:
            self._here.go(entry.path)
        elif not open_file(entry.path):
            self._notices.tell(tr("The system has no program for “{name}”.", name=shown_text(entry.name)))

    def _show(self) -> None:
        open_file(self._here.folder)

    def _copy_path(self) -> None:
        paths = [shown_text(entry.path) for entry in self._chosen()] or [shown_text(self._here.folder)]
        copy_text("\n".join(paths))
        self._notices.tell(tr("Copied"))

    def _tell_properties(self) -> None:
        async def work(entry: LocalEntry) -> None:
            name = shown_text(entry.name)
            text = await FactList(self._window, name, words.local_facts(entry)).run()
            if text:
                copy_text(text)
                self._notices.tell(tr("Copied"))

        for entry in self._chosen()[:1]:
            self._scope.start(work(entry), "local properties")

    def _make_folder(self) -> None:
        folder = self._here.folder

        async def work() -> None:
            name = await ask_local_folder(self._window, words.local_name(folder), self._taken())
            if name:
                made = self._seam.call(lambda p: p.local_files.make_folder(folder, name))
                await self._change(words.local_name(folder), name, made)

        self._scope.start(work(), "new local folder")

    def _rename(self) -> None:
        async def work(entry: LocalEntry) -> None:
            name = await ask_local_name(self._window, entry, self._taken())
            if name:
                renamed = self._seam.call(lambda p: p.local_files.rename(entry.path, name))
                await self._change(entry.name, name, renamed)

        for entry in self._chosen()[:1]:
            self._scope.start(work(entry), "rename a local file")

    def _taken(self) -> frozenset[str]:
        listing = self._here.listing
        return frozenset(entry.name for entry in listing.entries) if listing is not None else frozenset()

    async def _change(self, what: str, wanted: str, change: Awaitable[str]) -> None:
        """Carry ``change`` out and show what has the name ``wanted``, or say why ``what`` stays as it is."""
        try:
            await change
        except AppError as error:
            self._notices.tell(words.change_problem(what, error))
        else:
            self._reveal(wanted)
        self._here.refresh()

    def _trash(self) -> None:
        async def work(entries: Sequence[LocalEntry]) -> None:
            loop = asyncio.get_running_loop()
            gone, kept = await loop.run_in_executor(self._threads, move_to_trash, entries)
            self._notices.tell(words.trashed_words(gone, kept))
            self._here.refresh()

        entries = self._chosen()
        if entries:
            self._scope.start(work(entries), "move to the trash")
