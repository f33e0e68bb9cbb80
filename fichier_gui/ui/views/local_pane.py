"""A folder of this computer beside the file list: its path, its rows or what stands in for them."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from fichier_gui.domain.errors import AppError
from fichier_gui.domain.local_files import LocalEntry, shown_text
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.action_table import ACTIONS, Reach
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.models.local_files import LocalFilesModel
from fichier_gui.ui.views.drop_target import DropOverlay
from fichier_gui.ui.views.empty_state import EmptyState, EmptyWords, Skeleton
from fichier_gui.ui.views.list_footer import ListFooter
from fichier_gui.ui.views.local_table import LocalTable
from fichier_gui.ui.views.pages import Pages
from fichier_gui.ui.views.pane_keys import OwnKeys
from fichier_gui.ui.views.path_bar import PathBar, Step
from fichier_gui.ui.views.toolbar import fit_button, flat_button
from fichier_gui.ui.wording import local_pane, tr


class LocalPane(QWidget):
    """Told what to show; touches no disk."""

    menu_asked = Signal(QPoint)
    """A global point."""
    places_asked = Signal(QPoint)
    """A global point: folders that are often wanted."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Local folder"))
        self._actions = actions
        self._folder = ""
        self.path = PathBar(tr("Path on this computer"), tr("Type a path of this computer"), self)
        self.model = LocalFilesModel(self)
        self.table = LocalTable(self.model, self)
        self.message = EmptyState(self)
        self.skeleton = Skeleton(self)
        self.footer = ListFooter(self)
        self._overlay = DropOverlay(self.table.viewport())
        self._message_overlay = DropOverlay(self.message)
        self._pages = Pages(*self.pages)
        self._compose()
        own = [actions[spec.id] for spec in ACTIONS if spec.reach is Reach.LOCAL]
        self._keys = OwnKeys(self.pages, own)
        self.table.chosen.connect(self._count)
        for page in (self.table, self.message):
            page.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(
            lambda point: self.menu_asked.emit(self.table.viewport().mapToGlobal(point))
        )
        self.message.customContextMenuRequested.connect(
            lambda point: self.menu_asked.emit(self.message.mapToGlobal(point))
        )

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """The rows, and what stands in for them."""
        return (self.table, self.skeleton, self.message)

    @property
    def folder(self) -> str:
        """What is shown, as text; empty at first."""
        return shown_text(self._folder)

    def show_path(self, folder: str) -> None:
        """The folders from the top to the one that is shown."""
        self._folder = folder
        line = [*reversed(PurePath(folder).parents), PurePath(folder)]
        steps = [Step(str(path), shown_text(path.name or str(path))) for path in line]
        steps[0] = Step(steps[0].target, steps[0].name, "computer")
        self.path.show_steps(steps, shown_text(folder))

    def show_entries(self, entries: Sequence[LocalEntry], *, hidden: int, keep_place: bool) -> None:
        """The rows in their order; ``hidden`` others are not shown."""
        self.table.show_entries(entries, keep_place=keep_place)
        if entries:
            self._pages.turn_to(self.table)
        else:
            title = tr("“{folder}” is empty", folder=local_pane.local_name(self._folder))
            text = tr("It holds %n hidden item(s).", "", hidden) if hidden else ""
            self._say(EmptyWords("folder-open", title, text))
        self._count()

    def show_loading(self) -> None:
        """The shape of what comes."""
        self.table.show_entries((), keep_place=False)
        self._pages.turn_to(self.skeleton)
        self._count()

    def show_error(self, folder: str, error: AppError) -> None:
        """Why there is nothing to see, and the way out."""
        self.table.show_entries((), keep_place=False)
        title, text = local_pane.folder_problem(folder, error)
        ways = (self._actions[ActionId.LOCAL_UP], self._actions[ActionId.LOCAL_REFRESH])
        self._say(EmptyWords("alert", title, text, Tint.WARNING), ways)
        self._count()

    def enter(self) -> None:
        """Come here by keyboard."""
        self._pages.enter()

    def has_keys(self) -> bool:
        """Whether the keyboard is in here."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def light(self, point: QPoint | None) -> None:
        """Show where a row of the account would go: into the folder row under it, or to the whole folder."""
        is_row = point is not None and self.table.folder_under(point) is not None
        self.table.light(point if is_row else None)
        self._frame(self._overlay, is_shown=point is not None and not is_row)

    def light_message(self, point: QPoint | None) -> None:
        """The same, while there are no rows."""
        self._frame(self._message_overlay, is_shown=point is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline below the path, as below the tool bar."""
        y = self.path.geometry().bottom() + theme.GRID
        QPainter(self).fillRect(0, y, self.width(), 1, theme.hairline(self.palette()))

    def _compose(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.GRID, theme.GRID, theme.GRID, theme.GRID + 1)
        bar.setSpacing(0)
        for action in (ActionId.LOCAL_BACK, ActionId.LOCAL_FORWARD, ActionId.LOCAL_UP):
            bar.addWidget(flat_button(self._actions[action], self))
        bar.addSpacing(theme.GRID)
        bar.addWidget(self.path, 1)
        bar.addSpacing(theme.GRID)
        bar.addWidget(self._places_button())
        bar.addWidget(flat_button(self._actions[ActionId.LOCAL_UPLOAD_FILES], self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addLayout(self._pages, 1)
        column.addWidget(self.footer)

    def _places_button(self) -> QToolButton:
        button = QToolButton(self)
        icons.put(button, "home")
        button.setToolTip(tr("Home, downloads, drives"))
        button.setAccessibleName(tr("Places of this computer"))
        button.setAutoRaise(True)
        fit_button(button)
        button.clicked.connect(
            lambda _checked=False: self.places_asked.emit(button.mapToGlobal(button.rect().bottomLeft()))
        )
        return button

    def _frame(self, overlay: DropOverlay, *, is_shown: bool) -> None:
        if is_shown:
            overlay.say(tr("Drop to download to {folder}", folder=local_pane.local_name(self._folder)))
        else:
            overlay.hide()

    def _say(self, words: EmptyWords, actions: Sequence[QAction] = ()) -> None:
        self.message.say(words, actions)
        self._pages.turn_to(self.message)

    def _count(self) -> None:
        rows, chosen = self.model.rows, self.table.chosen_entries()
        parts = [wording.items_words(len(rows))] if rows else []
        if chosen:
            files = [entry for entry in chosen if not entry.is_folder]
            size = sum(entry.size for entry in files)
            parts.append(wording.selection_words(len(files), len(chosen) - len(files), size))
        self.footer.counts.say(" · ".join(parts))
