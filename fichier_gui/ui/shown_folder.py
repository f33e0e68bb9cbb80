"""Brings the folder of :class:`Navigation` to the screen: rows in order, filter, path, details, age."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer

from fichier_gui.app.tasks import TaskScope
from fichier_gui.catalogue.order import Arrangement, Row
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import NetworkProblem
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.remote import FolderListing
from fichier_gui.ui import wording
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.models.row_change import ItemId, RowChange, compare, item_id
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.ordering import Ordering
from fichier_gui.ui.views.chosen import Sheet, sheet_of
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.search_field import Scope
from fichier_gui.ui.wording import tr

_TYPING = 120
"""Milliseconds between the last letter and the filtered list."""
_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be chosen once the folder is on the screen."""

    folder_id: FolderId
    items: Sequence[ItemId]
    current: ItemId | None = None
    scroll: int | None = None
    """Where the list stood; None to bring the first item into view."""
    filter_text: str = ""


@dataclass(frozen=True, slots=True)
class _Arranged:
    """Rows in their order."""

    rows: list[Row]
    sheet: Sheet
    filter_text: str
    shown: Sequence[Row] | None
    """The rows of the same folder that ``change`` begins with."""
    change: RowChange | None


class ShownFolder(QObject):
    """One listing at a time; its order is computed once and kept. A search may cover it for a while."""

    def __init__(
        self, window: MainWindow, navigation: Navigation, actions: Actions, scope: TaskScope, clock: Clock
    ) -> None:
        super().__init__(window)
        self._window = window
        self._files = window.files
        self._navigation = navigation
        self._actions = actions
        self._scope = scope
        self._clock = clock
        self._listing: FolderListing | None = None
        self._arrangement: Arrangement | None = None
        self._ordering = Ordering(scope)
        self._wanted: _Wanted | None = None
        self.is_covered = False
        """A search is shown in its place."""
        self.is_signed_in = True
        self._typing = self._timer(_TYPING, self._arrange, single=True)
        self._ageing = self._timer(_MINUTE, self._show_age, single=False)
        self._ageing.start()
        navigation.changed.connect(self.render)
        window.toolbar.search.textChanged.connect(self._on_filter_text_changed)
        window.files.table.ordered.connect(lambda _column, _descending: self._arrange())
        window.files.table.chosen.connect(self._show_details)

    @property
    def filter_text(self) -> str:
        """The words that filter this folder."""
        field = self._window.toolbar.search
        return field.text().strip() if field.scope is Scope.FOLDER else ""

    def close(self) -> None:
        """End the thread."""
        self._ageing.stop()
        self._typing.stop()
        self._ordering.close()

    def _chosen(self) -> _Wanted:
        table = self._files.table
        chosen = [item_id(row) for row in table.chosen_rows()]
        scroll = table.verticalScrollBar().value()
        return _Wanted(self._navigation.folder_id, chosen, table.current_item(), scroll, self.filter_text)

    def choose_as(self, other: "ShownFolder") -> None:
        """What another window shows of the folder is filtered and chosen here, once it is on the screen."""
        self._wanted = other._wanted if other.is_covered else other._chosen()

    def cover(self) -> None:
        """A search takes the place; what is chosen here is remembered."""
        self._wanted = replace(self._chosen(), filter_text="")
        self._ordering.forget()
        self.is_covered = True

    def uncover(self) -> None:
        """The search is over: the folder is as it was."""
        self.is_covered = False
        self._forget()
        self.render()

    def refilter(self) -> None:
        """The words of the field are meant for this folder, or are not any more."""
        self._typing.stop()
        self._arrange()

    def reveal(self, folder_id: FolderId, item: ItemId) -> None:
        """Choose a row of a folder as soon as that is on the screen."""
        self._wanted = _Wanted(folder_id, (item,))
        if folder_id == self._navigation.folder_id:
            self._arrange()

    def render(self) -> None:
        """Show what the navigation knows."""
        here = self._navigation
        self._window.toolbar.breadcrumb.show_path(here.path)
        self._window.show_title(here.folder_name)
        self._window.places.follow(here.folder_id)
        self._actions.enable(here.can_go_back, ActionId.BACK)
        self._actions.enable(here.can_go_forward, ActionId.FORWARD)
        self._actions.enable(len(here.path) > 1, ActionId.UP)
        if not self.is_covered:
            self._render_rows()

    def _render_rows(self) -> None:
        here = self._navigation
        if not self.is_signed_in:
            self._forget()
            self._files.show_welcome(self._actions[ActionId.ENTER_KEY])
        elif here.listing is not None:
            self._show(here.listing)
        elif here.error is not None:
            self._forget()
            self._files.show_error(
                here.error, self._actions[ActionId.REFRESH], self._actions[ActionId.ENTER_KEY]
            )
        elif here.is_loading:
            self._forget()
            self._files.show_loading()
        self._show_age()

    def _show(self, listing: FolderListing) -> None:
        if listing is self._listing and not self._navigation.is_reset:
            self._files.set_stale(self._is_stale)
            return
        if self._navigation.is_reset and self.filter_text:
            # Another folder: the words were meant for the one before.
            self._window.toolbar.search.clear()
        # An order that is being made, for what was shown before, must be made all the same.
        is_new = self._navigation.is_reset or self._ordering.is_at_work
        before = None if is_new else self._listing
        self._listing = listing
        left: list[object] = [self._arrangement]
        self._arrangement = Arrangement(listing.folders, listing.files)
        self._arrange(keep_place=not self._navigation.is_reset, before=before, left=left)

    @property
    def _is_stale(self) -> bool:
        return self._navigation.is_offline or isinstance(self._navigation.error, NetworkProblem)

    def _forget(self) -> None:
        self._listing = self._arrangement = None

    def _arrange(
        self,
        *,
        keep_place: bool = True,
        before: FolderListing | None = None,
        left: list[object] | None = None,
    ) -> None:
        """Order and filter anew: at once, or for a long list in a thread, where ``left`` is let go as well.

        What is shown stays as it is where ``before`` held the same.
        """
        listing, arrangement = self._listing, self._arrangement
        if listing is None or arrangement is None or self.is_covered:
            return
        column, descending = self._files.table.order
        text = self.filter_text
        shown = self._files.model.rows if before is not None else None
        standing = self._asked_for(keep_place=keep_place)

        def work() -> _Arranged | None:
            if left is not None:
                left.clear()
            if before is not None and (listing.folders, listing.files) == (before.folders, before.files):
                return None
            rows = arrangement.rows(column, descending, text)
            change = None if shown is None else compare(shown, rows)
            return _Arranged(rows, sheet_of(rows, standing), text, shown, change)

        self._ordering.order(
            len(listing.files) + len(listing.folders), work, lambda rows: self._put(listing, rows, keep_place)
        )

    def _asked_for(self, *, keep_place: bool) -> frozenset[ItemId]:
        """The rows that have to be found again once they are in order."""
        wanted = self._wanted
        if wanted is not None and wanted.folder_id == self._navigation.folder_id:
            return frozenset(wanted.items) | ({wanted.current} if wanted.current is not None else set())
        return self._files.table.standing() if keep_place else frozenset()

    def _put(self, listing: FolderListing, arranged: _Arranged | None, keep_place: bool) -> None:
        if listing is not self._listing:
            return
        if arranged is None:
            self._files.set_stale(self._is_stale)
            return
        is_shown = arranged.shown is self._files.model.rows
        self._files.show_rows(
            listing,
            arranged.rows,
            filter_text=arranged.filter_text,
            is_stale=self._is_stale,
            keep_place=keep_place,
            change=arranged.change if is_shown else None,
            sheet=arranged.sheet,
        )
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        wanted, table = self._wanted, self._files.table
        if wanted is None or wanted.folder_id != self._navigation.folder_id:
            return
        self._wanted = None
        if wanted.scroll is None:
            table.reveal(wanted.items[0])
            return
        if wanted.filter_text:
            self._window.toolbar.search.setText(wanted.filter_text)
        table.choose(wanted.items, wanted.current)
        table.verticalScrollBar().setValue(wanted.scroll)

    def _show_details(self) -> None:
        if self._window.details.isVisible():
            here = None if self.is_covered else self._navigation.path[-1]
            self._window.details.show_chosen(self._files.table.chosen_now(), here)

    def _show_age(self) -> None:
        if self.is_covered:
            return
        listing = self._navigation.listing if self.is_signed_in else None
        if listing is None:
            self._files.show_age("")
            return
        age = wording.age(self._clock.time() - listing.fetched_at)
        self._files.show_age(
            tr("Offline: as of {age}", age=age) if self._is_stale else tr("Read {age}", age=age)
        )

    def _on_filter_text_changed(self, text: str) -> None:
        if self._window.toolbar.search.scope is not Scope.FOLDER:
            return
        if text:
            self._typing.start()
        else:
            self._typing.stop()
            self._arrange()

    def _timer(self, interval: int, slot: Callable[[], None], *, single: bool) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setSingleShot(single)
        timer.setTimerType(Qt.TimerType.CoarseTimer)
        timer.timeout.connect(slot)
        return timer
