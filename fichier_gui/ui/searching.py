"""The search over the account: as one types, what is found takes the place of the folder's list."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from fichier_gui.app.tasks import TaskScope
from fichier_gui.catalogue.order import Row, Rows
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.events import Event, FolderRefreshed
from fichier_gui.domain.ids import UNKNOWN_FOLDER, FileUrl, FolderId
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.ui import icons, wording
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.menus import Menu
from fichier_gui.ui.models.row_change import ItemId, item_id
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.ordering import Ordering
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.shown_folder import ShownFolder
from fichier_gui.ui.views.chosen import Sheet, sheet_of
from fichier_gui.ui.views.empty_state import EmptyWords
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.search_field import Scope
from fichier_gui.ui.wording import finding as words
from fichier_gui.ui.wording import tr

if TYPE_CHECKING:
    from fichier_gui.app.finding import Finds, SavedSearch
    from fichier_gui.catalogue.survey import PlacedFile

FIRST: Final = 200
"""Rows that are shown at once."""
MOST: Final = 10_000
"""Rows that are shown at all."""
_TYPING: Final = 120
"""Milliseconds between the last letter and the search."""
_SETTLING: Final = 1500
"""Milliseconds after which what was read meanwhile is searched too."""


@dataclass(frozen=True, slots=True)
class _Left:
    """A search that was left for a folder: Back returns to it."""

    text: str
    chosen: ItemId | None
    origin: FolderId
    """What was shown before it."""
    folder_id: FolderId
    """Where one went."""


class Searching(QObject):
    """Owns what is found. Reads only what is known: no request, and the same offline."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        navigation: Navigation,
        shown: ShownFolder,
        scope: TaskScope,
        clock: Clock,
    ) -> None:
        super().__init__(window)
        self._seam = seam
        self._window = window
        self._field = window.toolbar.search
        self._table = window.files.table
        self._actions = actions
        self._navigation = navigation
        self._shown = shown
        self._scope = scope
        self._clock = clock
        self._ordering = Ordering(scope)
        self._work: asyncio.Task[None] | None = None
        self._finds: Finds | None = None
        self._total: int | None = None
        self._from: FolderId | None = None
        self._left: _Left | None = None
        self._wanted: ItemId | None = None
        """What is to be chosen once the rows are there."""
        self._typing = self._timer(_TYPING)
        self._typing.timeout.connect(self._search)
        self._settling = self._timer(_SETTLING)
        self._settling.timeout.connect(lambda: self._search(again=True))
        self._connect()

    def _connect(self) -> None:
        on, window = self._actions.on, self._window
        on(ActionId.FILTER, lambda: self._edit(Scope.FOLDER))
        on(ActionId.SEARCH, lambda: self._edit(Scope.ACCOUNT))
        on(ActionId.SAVE_SEARCH, self._save)
        on(ActionId.SEARCH_HELP, self._help)
        on(ActionId.SHOW_IN_FOLDER, self._show_in_folder)
        self._field.textChanged.connect(self._on_field_text_changed)
        self._field.rescoped.connect(self._on_field_rescoped)
        self._field.ended.connect(self.end)
        self._field.left.connect(self._enter_list)
        self._field.menu_asked.connect(self._show_menu)
        self._table.ordered.connect(lambda _column, _descending: self._arrange())
        self._table.escaped.connect(self._on_table_escaped)
        window.toolbar.breadcrumb.chosen.connect(lambda _folder: self._leave())
        window.places.chosen.connect(lambda _folder: self._leave())
        self._navigation.changed.connect(self._on_navigation_changed)
        self._seam.happened.connect(self.on_seam_happened)
        self._actions.enable(False, ActionId.SAVE_SEARCH)

    @property
    def is_on(self) -> bool:
        """What was found is on the screen, or about to be."""
        return self._shown.is_covered

    def paths(self) -> dict[FileUrl, str]:
        """Where the chosen files are; empty while one folder is shown."""
        pairs = zip(self._table.chosen_rows(), self._table.chosen_places(), strict=False)
        return {row.url: place.path for row, place in pairs if isinstance(row, RemoteFile)}

    def close(self) -> None:
        """End the thread."""
        self._typing.stop()
        self._settling.stop()
        self._ordering.close()

    def back(self) -> None:
        """To the search that one has come from, or else to the folder before."""
        left = self._left
        if left is None or self.is_on or left.folder_id != self._navigation.folder_id:
            self._navigation.back()
            return
        if left.origin != left.folder_id:
            self._navigation.back()
        self._left, self._wanted = None, left.chosen
        self._field.look_in(Scope.ACCOUNT)
        self._field.setText(left.text)
        self._typing.stop()
        self._search()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Back to the folder as it was, with the focus in its list."""
        self._leave()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_seam_happened(self, event: Event) -> None:
        """What was read meanwhile may hold more."""
        if isinstance(event, FolderRefreshed) and self.is_on and not self._settling.isActive():
            self._settling.start()

    def _edit(self, scope: Scope) -> None:
        self._field.look_in(scope)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _enter_list(self) -> None:
        is_known = not self._typing.isActive()
        if not is_known:  # Return does not wait for the pause after the last letter
            self._typing.stop()
            self._search()
        self._window.files.enter(chooses=is_known and bool(self._field.text()))

    def _on_field_text_changed(self, text: str) -> None:
        is_asked = self._field.scope is Scope.ACCOUNT and bool(text.strip())
        self._actions.enable(is_asked, ActionId.SAVE_SEARCH)
        if is_asked:
            self._typing.start()
            return
        self._typing.stop()
        if self.is_on:
            self._uncover()
        elif self._field.scope is Scope.ACCOUNT:
            self._shown.refilter()

    def _on_field_rescoped(self) -> None:
        if self._field.scope is Scope.FOLDER:
            self._shown.refilter()
        self._on_field_text_changed(self._field.text())

    def _on_table_escaped(self) -> None:
        if self.is_on:
            self.end()

    def _on_navigation_changed(self) -> None:
        if not self.is_on:
            return
        if not self._shown.is_signed_in:
            self._leave()
        elif self._navigation.folder_id != self._from:
            self._leave_for(self._navigation.folder_id)

    def _leave_for(self, folder_id: FolderId) -> None:
        origin = folder_id if self._from is None else self._from
        left = _Left(self._field.text(), self._table.current_item(), origin, folder_id)
        self._leave()
        self._left = left

    def _leave(self) -> None:
        """No words, no search."""
        if self._field.scope is Scope.ACCOUNT:
            self._field.clear()
            self._field.look_in(Scope.FOLDER)
        if self.is_on:
            self._uncover()

    def _uncover(self) -> None:
        self._settling.stop()
        self._ordering.forget()
        if self._work is not None:
            self._work.cancel()
        self._finds = self._total = self._wanted = None
        self._shown.uncover()

    def _search(self, *, again: bool = False) -> None:
        """What the line asks for: the first rows at once, then the others. ``again``: in newer knowledge."""
        self._settling.stop()
        if self._work is not None:
            self._work.cancel()
        if not self.is_on:
            self._from = self._navigation.folder_id
            self._shown.cover()
        self._work = self._scope.start(self._find(self._field.text(), again), "search the account")

    async def _find(self, text: str, again: bool) -> None:
        call = self._seam.call
        if not again:
            finds = await call(lambda program: program.finding.find(text, FIRST))
            self._take(finds, None, keep_place=False)
            if finds.is_all:
                return
        finds = await call(lambda program: program.finding.find(text, MOST))
        self._take(finds, None, keep_place=True)
        if not finds.is_all:
            total = await call(lambda program: program.finding.count(text))
            self._take(finds, total, keep_place=True)

    def _take(self, finds: Finds, total: int | None, *, keep_place: bool) -> None:
        self._total = total
        self._finds = finds
        self._arrange(keep_place=keep_place)

    def _arrange(self, *, keep_place: bool = True) -> None:
        finds = self._finds
        if finds is None:
            return
        column, descending = self._table.order
        standing = self._table.standing() if keep_place else frozenset()

        def work() -> tuple[Rows, Sheet]:
            rows = finds.arrangement().placed(column, descending)
            return rows, sheet_of(rows.rows, standing)

        self._ordering.order(
            len(finds.entries), work, lambda found: self._put(finds, *found, keep_place=keep_place)
        )

    def _put(self, finds: Finds, rows: Rows, sheet: Sheet, *, keep_place: bool) -> None:
        if finds is not self._finds or not self.is_on:
            return
        known = finds.coverage
        count = words.found_words(len(finds.entries), self._total, is_all=finds.is_all)
        problems = words.problem_words(finds.problems)
        self._window.files.show_finds(
            rows,
            "" if finds.is_empty else f"{count} · {words.coverage_words(known.listed, known.folders)}",
            EmptyWords("search-all", problems or tr("Nothing to search for yet"))
            if finds.is_empty
            else EmptyWords(
                "search-all", tr("Nothing found"), words.nothing_found_words(known.listed, known.folders)
            ),
            self._actions[ActionId.SEARCH_HELP],
            keep_place=keep_place,
            sheet=sheet,
        )
        if self._wanted is not None and self._table.reveal(self._wanted):
            self._wanted = None
        self._window.files.show_age("" if finds.is_empty else problems or self._age(known.oldest))

    def _age(self, oldest: float | None) -> str:
        if oldest is None:
            return ""
        return tr("Oldest list: read {age}", age=wording.age(self._clock.time() - oldest))

    def _show_in_folder(self) -> None:
        rows, places = self._table.chosen_rows(), self._table.chosen_places()
        if not rows or not places:
            return
        self._show(rows[0], places[0].folder_id)

    def show(self, placed: PlacedFile) -> None:
        """A file in its folder; where that is not known, it is asked for."""
        self._show(placed.file, placed.folder_id)

    def reveal(self, url: FileUrl, folder_id: FolderId) -> None:
        """Choose a file that has come into the folder on the screen, unless something is chosen there."""
        is_there = folder_id == self._navigation.folder_id and not self.is_on
        if is_there and not self._table.chosen_rows():
            self._shown.reveal(folder_id, url)

    def show_link(self, url: FileUrl, folder_id: FolderId | None) -> None:
        """As :meth:`show`, of a file of which only the link is known."""
        if folder_id is not None:
            self._go_to(folder_id, url)
            return

        async def work() -> None:
            found = await self._seam.call(lambda program: program.finding.folder_of(url))
            self._go_to(found, url)

        self._scope.start(work(), "find the folder of a file")

    def _show(self, row: Row, folder_id: FolderId) -> None:
        if folder_id == UNKNOWN_FOLDER and isinstance(row, RemoteFile):
            self.show_link(row.url, None)
        else:
            self._go_to(folder_id, item_id(row))

    def _go_to(self, folder_id: FolderId, item: ItemId) -> None:
        if self.is_on:
            self._leave_for(folder_id)
        self._shown.reveal(folder_id, item)
        self._navigation.go(folder_id)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    # The menu

    def _show_menu(self, point: QPoint) -> None:
        async def work() -> None:
            saved = await self._seam.call(lambda program: program.finding.saved.all())
            menu = self._menu(saved)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(point)

        self._scope.start(work(), "open the search menu")

    def _menu(self, saved: tuple[SavedSearch, ...]) -> QMenu:
        menu = Menu(tr("Where to search, and saved searches"), self._window)
        self._actions.fill(menu, (ActionId.FILTER, ActionId.SEARCH, None))
        for search in saved:
            action = menu.addAction(icons.icon("search-saved"), search.name.replace("&", "&&"))
            action.setToolTip(search.text)
            action.triggered.connect(lambda _checked=False, text=search.text: self.run_saved(text))
        self._actions.fill(menu, (ActionId.SAVE_SEARCH,))
        if saved:
            drop = menu.addMenu(icons.icon("remove"), tr("Remove a saved search"))
            for search in saved:
                action = drop.addAction(search.name.replace("&", "&&"))
                action.triggered.connect(lambda _checked=False, name=search.name: self._drop(name))
        self._actions.fill(menu, (None, ActionId.SEARCH_HELP))
        return menu

    def search_as(self, other: Searching) -> None:
        """What another window searches for, with the same row chosen."""
        if other.is_on:
            self._wanted = other._table.current_item()
            self._field.look_in(Scope.ACCOUNT)
            self._field.setText(other._field.text())

    def run_saved(self, text: str) -> None:
        """Search the account for the words of a kept search."""
        self._edit(Scope.ACCOUNT)
        self._field.setText(text)

    def _drop(self, name: str) -> None:
        async def work() -> None:
            await self._seam.call(lambda program: program.finding.saved.drop(name))

        self._scope.start(work(), "remove a saved search")

    def _save(self) -> None:
        from fichier_gui.ui.dialogs.search_words import SaveSearch

        text = self._field.text().strip()

        async def work() -> None:
            name = await SaveSearch(self._window, text).run()
            if name:
                await self._seam.call(lambda program: program.finding.saved.keep(name, text))

        if text:
            self._scope.start(work(), "save a search")

    def _help(self) -> None:
        from fichier_gui.ui.dialogs.search_words import SearchHelp

        self._scope.start(SearchHelp(self._window).run(), "what can be searched for")

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        return timer
