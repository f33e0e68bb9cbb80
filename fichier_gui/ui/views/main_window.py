"""The window: composes the parts and hands events from one to the other. Decides nothing itself."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from fichier_gui.domain.clock import Clock
from fichier_gui.identity import NAME, VERSION
from fichier_gui.ui import icons
from fichier_gui.ui.action_table import Reach
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.models.folder_tree import FolderTreeModel
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.account_rows import AccountRows
from fichier_gui.ui.views.command_palette import CommandPalette
from fichier_gui.ui.views.details import WIDTH as DETAILS_WIDTH
from fichier_gui.ui.views.details import Details
from fichier_gui.ui.views.file_list import FileList
from fichier_gui.ui.views.lines import ThinSplitter
from fichier_gui.ui.views.notice_bar import NoticeBar
from fichier_gui.ui.views.place_links import PlaceLinks
from fichier_gui.ui.views.places import Places
from fichier_gui.ui.views.status_bar import StatusBar
from fichier_gui.ui.views.toolbar import Toolbar
from fichier_gui.ui.views.transfers_panel import TransfersPanel
from fichier_gui.ui.wording import tr

if TYPE_CHECKING:
    from fichier_gui.ui.views.local_pane import LocalPane

DEFAULT_SIZE = (1180, 760)
LEAST_SIZE = (900, 560)
DETAILS_FROM = 1000
"""Below this width the details pane gives its room to the list."""
PLACES_WIDTH = 208
LOCAL_WIDTH = 360
"""The least that is taken from the details for the local pane."""
TRANSFERS_HEIGHT = 220
_TITLE_BAR = 32
"""What the desktop puts above the window, about: it tells only once the window is there."""

__all__ = ["MainWindow"]


class MainWindow(QMainWindow):
    """Widgets and their places; what happens in them is for :mod:`fichier_gui.ui.desk`."""

    leave_asked = Signal()
    """The window was closed."""
    retinted = Signal()
    """The palette changed."""
    local: LocalPane | None = None
    """Made when it is first wanted."""
    _cover: QWidget | None = None
    _focused: QWidget | None = None
    """Before it was covered."""

    def __init__(
        self, seam: Seam, actions: Actions, clock: Clock, geometry: Geometry, *, is_demo: bool
    ) -> None:
        super().__init__()
        self._geometry = geometry
        self._actions = actions
        self._first_paint = asyncio.Event()
        self._percent = ""
        self.is_leaving = False
        """The close event is then let through."""
        self.folders = FolderTreeModel(self, seam.is_leaf)
        self.toolbar = Toolbar(actions, self)
        self.places = Places(self.folders, self)
        self.account_rows = AccountRows(self)
        self.place_links = PlaceLinks(actions, self)
        self.files = FileList(actions, self)
        self.details = Details(self)
        self.notice_bar = NoticeBar(clock, self)
        self.transfers = TransfersPanel(seam, actions, self)
        self.status = StatusBar(
            actions[ActionId.SLOW_LIMITS], actions[ActionId.LIMIT_SETTINGS], is_demo=is_demo, parent=self
        )
        self.lists = ThinSplitter(Qt.Orientation.Horizontal, self, tr("Width of the lists"))
        self.middle = ThinSplitter(Qt.Orientation.Horizontal, self, tr("Width of the panes"))
        self.halves = ThinSplitter(Qt.Orientation.Vertical, self, tr("Height of the transfers"))
        self.setWindowIcon(icons.program_icon())
        # Large text makes a screen small: a window beyond its edge could not be used at all.
        self._room = self.screen().availableSize() - QSize(0, _TITLE_BAR)
        self.setMinimumSize(QSize(*LEAST_SIZE).boundedTo(self._room))
        self.setAccessibleName(NAME)
        self.setAccessibleDescription(tr("Version {version}", version=VERSION))
        self._compose()
        self.commands = CommandPalette(self)
        self._take_keys()
        self._restore()

    def _take_keys(self) -> None:
        self._actions.attach(self, Reach.WINDOW)
        self._actions.attach(self.files, Reach.FILES)
        self.files.enter()  # else the first button of the tool bar would have them

    def show_title(self, folder: str) -> None:
        """The folder; Qt adds the program's name."""
        self._folder = folder or tr("Account")
        self._title()

    def show_progress(self, percent: str) -> None:
        """Of the queue, before the folder: a task bar cuts titles at their end. Empty for none."""
        self._percent = percent
        self._title()

    def _title(self) -> None:
        if self._cover is not None:
            self.setWindowTitle(self._cover.accessibleName())
        else:
            self.setWindowTitle(f"{self._percent} · {self._folder}" if self._percent else self._folder)

    def cover(self, panel: QWidget | None) -> None:
        """Show ``panel`` and nothing else of the window, not even its title; None shows all of it again."""
        before, self._cover = self._cover, panel
        if before is not None:
            self._pages.removeWidget(before)
            before.hide()
        if panel is not None:
            self._focused = self.focusWidget() if before is None else self._focused
            self.commands.hide()
            self._pages.addWidget(panel)
            self._pages.setCurrentWidget(panel)
            panel.setFocus()
        elif self._focused is not None:
            self._focused.setFocus()
            self._focused = None
        self._title()

    def show_details(self, wanted: bool) -> None:
        """The details pane, if the window is wide enough for it."""
        has_local = self.local is not None and not self.local.isHidden()
        room = self.width() - (LOCAL_WIDTH if has_local else 0)
        self.details.setVisible(wanted and room >= DETAILS_FROM)

    def show_local(self, wanted: bool) -> LocalPane:
        """The folder of this computer, beside the file list."""
        if self.local is None:
            from fichier_gui.ui.views.local_pane import LocalPane

            self.local = LocalPane(self._actions, self)
            self.lists.addWidget(self.local)
            self.lists.setStretchFactor(0, 1)
            self.lists.setStretchFactor(1, 1)
            half = max(self.lists.width(), 2 * LOCAL_WIDTH) // 2
            self.lists.setSizes([half, half])
            self._geometry.restore("lists", self.lists.restoreState)
            self._geometry.restore("local_columns", self.local.table.restore_columns)
        self.local.setVisible(wanted)
        self.show_details(self._actions[ActionId.TOGGLE_DETAILS].isChecked())
        return self.local

    @property
    def local_folder(self) -> str:
        """The folder of this computer that was shown last; empty for none."""
        return self._geometry.text("local_folder", "")

    def has_chosen(self, reach: Reach) -> bool:
        """Whether something is selected where these commands work."""
        if reach is Reach.FILES:
            return bool(self.files.table.chosen_rows())
        if reach is Reach.LOCAL:
            return self.local is not None and bool(self.local.table.chosen_entries())
        return self.transfers.view.selected_count() > 0

    def show_places(self, wanted: bool) -> None:
        """The folder tree with the accounts above it."""
        self._side.setVisible(wanted)

    def keep_geometry(self) -> None:
        """Remember how the window was left."""
        keep = self._geometry.keep
        keep("window", self.saveGeometry())
        keep("middle", self.middle.saveState())
        keep("halves", self.halves.saveState())
        keep("file_columns", self.files.table.save_columns())
        keep("transfer_columns", self.transfers.save_columns())
        flag = self._geometry.keep_flag
        if self.local is not None:
            keep("lists", self.lists.saveState())
            keep("local_columns", self.local.table.save_columns())
            self._geometry.keep_text("local_folder", self.local.folder)
        flag("local", self._actions[ActionId.TOGGLE_LOCAL].isChecked())
        flag("local_hidden", self._actions[ActionId.LOCAL_HIDDEN].isChecked())
        flag("details", self._actions[ActionId.TOGGLE_DETAILS].isChecked())
        flag("places", self._actions[ActionId.TOGGLE_PLACES].isChecked())
        flag("folded", self.transfers.is_folded)
        flag("batches", self._actions[ActionId.GROUP_BATCHES].isChecked())
        self._geometry.keep_text("commands", " ".join(self.commands.recent))
        self._geometry.write()

    def bring_to_front(self) -> None:
        """Show it, wherever it was."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    async def first_paint(self) -> None:
        """Wait until the window has been seen once."""
        await self._first_paint.wait()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note the first picture."""
        super().paintEvent(event)
        if not self._first_paint.is_set():
            # Once the children have painted, too.
            QTimer.singleShot(0, self, self._first_paint.set)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing asks; who decides lets it through later."""
        if self.is_leaving:
            event.accept()
            return
        event.ignore()
        self.leave_asked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The details pane gives way first."""
        super().resizeEvent(event)
        self.show_details(self._actions[ActionId.TOGGLE_DETAILS].isChecked())

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            # Later: children are still getting the new palette while this one already has it.
            QTimer.singleShot(0, self, self._retint)

    def _retint(self) -> None:
        self._actions.retint()
        self.toolbar.search.retint()
        self.commands.retint()
        self.retinted.emit()

    def _compose(self) -> None:
        self.show_title("")
        self._side = self._left()
        self.middle.addWidget(self._side)
        self.lists.addWidget(self.files)
        self.middle.addWidget(self.lists)
        self.middle.addWidget(self.details)
        self.middle.setStretchFactor(1, 1)
        places = max(PLACES_WIDTH, self.place_links.whole_width())
        self.middle.setSizes([places, DEFAULT_SIZE[0] - places - DETAILS_WIDTH, DETAILS_WIDTH])
        upper = QWidget(self)
        upper_column = QVBoxLayout(upper)
        upper_column.setContentsMargins(0, 0, 0, 0)
        upper_column.setSpacing(0)
        upper_column.addWidget(self.middle, 1)
        upper_column.addWidget(self.notice_bar)
        self.halves.addWidget(upper)
        self.halves.addWidget(self.transfers)
        self.halves.setStretchFactor(0, 2)
        self.halves.setStretchFactor(1, 1)
        self.halves.setSizes([DEFAULT_SIZE[1] - TRANSFERS_HEIGHT, TRANSFERS_HEIGHT])
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.halves, 1)
        column.addWidget(self.status)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(body)
        self.setCentralWidget(self._pages)

    def _left(self) -> QWidget:
        """The accounts, where there are several, above the tree; what is no folder, below it."""
        left = QWidget(self)
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.account_rows)
        side.addWidget(self.places, 1)
        side.addWidget(self.place_links)
        return left

    def _restore(self) -> None:
        restore, flag = self._geometry.restore, self._geometry.flag
        if not restore("window", self.restoreGeometry):
            self.resize(QSize(*DEFAULT_SIZE).boundedTo(self._room))
        restore("middle", self.middle.restoreState)
        restore("halves", self.halves.restoreState)
        restore("file_columns", self.files.table.restore_columns)
        restore("transfer_columns", self.transfers.restore_columns)
        self._actions[ActionId.TOGGLE_DETAILS].setChecked(flag("details", True))
        self._actions[ActionId.TOGGLE_PLACES].setChecked(flag("places", True))
        self.show_places(flag("places", True))
        self._actions[ActionId.GROUP_BATCHES].setChecked(flag("batches", True))
        # On a small screen the list has all the room there is, until somebody folds the transfers out.
        folded = flag("folded", self._room.height() < LEAST_SIZE[1])
        self._actions[ActionId.TOGGLE_TRANSFERS].setChecked(not folded)
        self.transfers.set_folded(folded)
        self._actions[ActionId.TOGGLE_LOCAL].setChecked(flag("local", False))
        self._actions[ActionId.LOCAL_HIDDEN].setChecked(flag("local_hidden", False))
        self.commands.recent = self._geometry.text("commands", "").split()
