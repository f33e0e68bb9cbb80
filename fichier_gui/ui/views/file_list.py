"""The middle of the window: the rows, or what stands in for them, and the line that counts them."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fichier_gui.catalogue.order import Row, Rows
from fichier_gui.domain.errors import AppError, KeyProblem, NetworkProblem, ServiceBusy
from fichier_gui.domain.remote import FolderListing
from fichier_gui.ui import wording
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.models.file_list import FileListModel
from fichier_gui.ui.models.row_change import RowChange
from fichier_gui.ui.views.chosen import Sheet
from fichier_gui.ui.views.empty_state import EmptyState, EmptyWords, Skeleton
from fichier_gui.ui.views.file_table import FileTable
from fichier_gui.ui.views.list_footer import ListFooter
from fichier_gui.ui.views.pages import Pages
from fichier_gui.ui.wording import tr


class Page(Enum):
    """What the pane shows."""

    ROWS = auto()
    LOADING = auto()
    MESSAGE = auto()


class FileList(QWidget):
    """Told what to show; asks nothing itself."""

    menu_asked = Signal(QPoint)
    """A global point."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.model = FileListModel(self)
        self.table = FileTable(self.model, self)
        self.message = EmptyState(self)
        self.skeleton = Skeleton(self)
        self._pages = Pages(*self.pages)
        self.footer = ListFooter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._pages, 1)
        column.addWidget(self.footer)
        self.message.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(
            lambda point: self.menu_asked.emit(self.table.viewport().mapToGlobal(point))
        )
        self.message.customContextMenuRequested.connect(
            lambda point: self.menu_asked.emit(self.message.mapToGlobal(point))
        )
        self.table.chosen.connect(self._count)
        self._listing: FolderListing | None = None
        self._filter = ""
        self._found = ""

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """The rows, and what stands in for them."""
        return (self.table, self.skeleton, self.message)

    @property
    def listing(self) -> FolderListing | None:
        """The folder whose rows are shown: while another one is opened, still the one before."""
        return self._listing

    @property
    def page(self) -> Page:
        """What is in sight."""
        current = self._pages.currentWidget()
        if current is self.table:
            return Page.ROWS
        return Page.LOADING if current is self.skeleton else Page.MESSAGE

    def show_rows(
        self,
        listing: FolderListing,
        rows: Sequence[Row],
        *,
        filter_text: str = "",
        is_stale: bool = False,
        keep_place: bool = False,
        change: RowChange | None = None,
        sheet: Sheet | None = None,
    ) -> None:
        """The rows of a listing in their order, or what to do when there are none.

        ``change``: how they come of those that are shown, if that is known; ``sheet``: what is known of them.
        """
        self._listing, self._filter, self._found = listing, filter_text, ""
        if change is None:
            self.table.show_rows(rows, is_stale=is_stale, keep_place=keep_place, sheet=sheet)
        else:
            self.table.change_rows(rows, change, is_stale=is_stale, sheet=sheet)
        if rows:
            self._pages.turn_to(self.table)
        elif filter_text and (listing.folders or listing.files):
            self._say(
                EmptyWords(
                    "search",
                    tr("No match"),
                    tr("Nothing in this folder has “{text}” in its name.", text=filter_text),
                ),
                (self._actions[ActionId.SEARCH],),
            )
        else:
            self._show_empty(listing)
        self._count()

    def show_finds(
        self,
        found: Rows,
        count: str,
        nothing: EmptyWords,
        help_: QAction,
        *,
        keep_place: bool = False,
        sheet: Sheet | None = None,
    ) -> None:
        """What a search found, and the words that count it; ``nothing`` when there are no rows."""
        self._listing, self._found = None, count
        self.table.show_rows(
            found.rows, is_stale=False, keep_place=keep_place, places=found.places, sheet=sheet
        )
        if found.rows:
            self._pages.turn_to(self.table)
        else:
            self._say(nothing, (help_,))
        self._count()

    def show_loading(self) -> None:
        """The shape of what comes."""
        self._forget()
        self._pages.turn_to(self.skeleton)
        self._count()

    def show_error(self, error: AppError, retry: QAction, enter_key: QAction) -> None:
        """Why there is nothing to see, and the way out."""
        self._forget()
        words = wording.error_words(error)
        icon = "cloud-off" if isinstance(error, NetworkProblem) else "alert"
        actions = (enter_key,) if isinstance(error, KeyProblem) else (retry,)
        follows = words.follows
        if isinstance(error, ServiceBusy):  # the notice counts the seconds; here they would stand still
            follows = tr("The list comes by itself as soon as 1fichier allows it.")
        self._say(EmptyWords(icon, words.title, follows, Tint.WARNING), actions)
        self._count()

    def show_welcome(self, enter_key: QAction) -> None:
        """Nobody is signed in."""
        self._forget()
        text = tr("Enter your API key and your files on 1fichier appear here.")
        self._say(EmptyWords("key", tr("No account yet"), text, Tint.ACCENT), (enter_key,))
        self._count()

    def enter(self, *, chooses: bool = False) -> None:
        """Come here by keyboard; with ``chooses`` one row is chosen, for commands to be about it."""
        self._pages.enter()
        if chooses and not self.table.chosen_rows():
            self.table.setCurrentIndex(self.table.currentIndex())

    def set_stale(self, is_stale: bool) -> None:
        """Grey the last known rows, or not."""
        self.model.set_stale(is_stale)

    def show_age(self, text: str) -> None:
        """How old the listing is, at the right of the counting line."""
        self.footer.age.say(text)

    def _forget(self) -> None:
        self._listing, self._found = None, ""
        self.table.show_rows((), is_stale=False, keep_place=False)

    def _show_empty(self, listing: FolderListing) -> None:
        actions = (self._actions[ActionId.UPLOAD_FILES], self._actions[ActionId.PASTE_LINKS])
        if listing.folder.name:
            title = tr("“{folder}” is empty", folder=listing.folder.name)
        else:
            title = tr("Your account is empty")
        text = tr("Drop files here to upload, or paste 1fichier links.")
        self._say(EmptyWords("drop", title, text, Tint.ACCENT), actions)

    def _say(self, words: EmptyWords, actions: Sequence[QAction] = ()) -> None:
        self.message.say(words, actions)
        self._pages.turn_to(self.message)

    def _count(self) -> None:
        if self._listing is None and not self._found:
            self.footer.counts.say("")
            return
        parts = [self._found if self._listing is None else self._counted(self._listing)]
        chosen = self.table.chosen_now()
        if chosen.rows:
            parts.append(wording.selection_words(len(chosen.files), len(chosen.folders), chosen.octets))
        self.footer.counts.say(" · ".join(parts))

    def _counted(self, listing: FolderListing) -> str:
        shown = len(self.model.rows)
        if not self._filter:
            return wording.items_words(shown, is_complete=listing.is_complete)
        whole = len(listing.folders) + len(listing.files)
        return tr("{shown} of {items}", shown=wording.count(shown), items=wording.items_words(whole))
