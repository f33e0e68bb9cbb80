"""Choosing a folder of the account."""

import asyncio
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, RemoteFolder
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.dialogs.frame import NEAR, Fact, Frame, add_glass, shown
from fichier_gui.ui.dialogs.new_folder import ask_new_folder
from fichier_gui.ui.models.folder_tree import FolderTreeModel
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr

MOST_FOUND: Final = 200
"""Folders that the search shows."""
_FOLDER: Final = Qt.ItemDataRole.UserRole


class _TreeRow(QStyledItemDelegate):
    """Rows as high as those of the tree beside the list, and of the folders that are found."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """At least a row's height."""
        size = super().sizeHint(option, index)
        return size.expandedTo(QSize(0, theme.ROW_HEIGHT))


class RemoteFolderDialog(Frame):
    """A tree of its own: folders are read as they are opened, from disk where they are known.

    Words in the line above look among all known folders; what is found takes the place of the tree.
    """

    def __init__(self, seam: Seam, parent: QWidget | None, text: str, verb: str) -> None:
        super().__init__(parent, tr("Choose a folder"))
        self.resize(440, 480)  # a dozen folders
        self._seam = seam
        self._scope = TaskScope("choose a remote folder", self._on_task_failed)
        self._search: asyncio.Task[None] | None = None
        self.model = FolderTreeModel(self, seam.is_leaf)
        self.line = QLineEdit(self)
        self.tree = QTreeView(self)
        self.found = QListWidget(self)
        self.pages = QStackedWidget(self)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self.problem.hide()
        self._build_views()
        self.add_heading(text)
        for widget in (self.line, self.pages, self.problem):
            self.body.addWidget(widget, int(widget is self.pages))
        self.body.setSpacing(NEAR)
        self.choose, box = self.add_buttons(accept=verb, reject=tr("Cancel"))
        box.setContentsMargins(0, NEAR, 0, 0)
        self.new_folder = box.add(tr("New folder…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.new_folder.setAutoDefault(False)
        self._connect()

    @property
    def folder(self) -> RemoteFolder | None:
        """The folder that is marked."""
        if self.pages.currentWidget() is self.tree:
            return self.model.folder(self.tree.currentIndex())
        row = self.found.currentItem()
        folder = row.data(_FOLDER) if row is not None else None
        return folder if isinstance(folder, RemoteFolder) else None

    async def run(self, start: FolderId = ROOT) -> RemoteFolder | None:
        """The chosen folder, or None. ``start`` is marked first."""
        root = self.model.index_of(ROOT)
        self.tree.setCurrentIndex(root)
        self.tree.expand(root)
        if start == ROOT:
            self._on_model_wanted(ROOT)
        else:
            self._scope.start(self._unfold(start), "show where to start")
        return self.folder if await shown(self, scope=self._scope) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the words to what they found."""
        if event.key() == Qt.Key.Key_Down and self.line.hasFocus():
            view = self.tree if self.pages.currentWidget() is self.tree else self.found
            view.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _build_views(self) -> None:
        self.line.setPlaceholderText(tr("Search the known folders"))
        self.line.setAccessibleName(tr("Search the known folders"))
        self.line.setClearButtonEnabled(True)
        add_glass(self.line)
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setItemDelegate(_TreeRow(self.tree))
        self.tree.setIconSize(QSize(theme.ICON, theme.ICON))
        self.tree.setAccessibleName(tr("Folders of the account"))
        self.found.setAccessibleName(tr("Folders that were found"))
        self.found.setUniformItemSizes(True)
        self.found.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.found.setIconSize(QSize(theme.ICON, theme.ICON))
        self.pages.addWidget(self.tree)
        self.pages.addWidget(self.found)

    def _connect(self) -> None:
        self.model.wanted.connect(self._on_model_wanted)
        self.line.textChanged.connect(self._on_line_changed)
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self.found.currentItemChanged.connect(lambda _now, _before: self._settle())
        for view in (self.tree, self.found):
            view.doubleClicked.connect(lambda _index: self.choose.click())
        self.new_folder.clicked.connect(lambda: self._scope.start(self._make_folder(), "new folder"))

    def _on_line_changed(self, text: str) -> None:
        if self._search is not None:
            self._search.cancel()
        if text.strip():
            self._search = self._scope.start(self._find(text), "search the folders")
        else:
            self.pages.setCurrentWidget(self.tree)
            self._settle()

    async def _find(self, text: str) -> None:
        found = await self._seam.call(lambda p: p.browse.folders_named(text, MOST_FOUND))
        self.found.clear()
        for folder, path in found:
            row = QListWidgetItem(icons.icon("folder"), path)
            row.setData(_FOLDER, folder)
            row.setToolTip(path)
            row.setSizeHint(QSize(0, theme.ROW_HEIGHT))
            self.found.addItem(row)
        if not found:
            self.found.addItem(_remark(tr("No known folder has these words in its path.")))
        self.pages.setCurrentWidget(self.found)
        self.found.setCurrentRow(0 if found else -1)
        self._settle()

    async def _make_folder(self) -> None:
        parent = self.folder
        if parent is None:
            return
        path = await self._seam.call(lambda p: p.browse.known_path(parent.id))
        made = await ask_new_folder(
            self._seam, self, parent.id, "/" + "/".join(folder.name for folder in path[1:])
        )
        if made is None:
            return
        for folder in path:
            await self._read(folder.id)
            self.tree.expand(self.model.index_of(folder.id))
        self.line.clear()
        self.tree.setCurrentIndex(self.model.index_of(made.id))

    def _on_model_wanted(self, folder_id: FolderId) -> None:
        self._scope.start(self._read(folder_id), f"read folder {folder_id}")

    async def _unfold(self, start: FolderId) -> None:
        """Open the tree down to a folder, and mark it unless another one was marked meanwhile."""
        path = await self._seam.call(lambda p: p.browse.known_path(start))
        for folder in path[:-1] or (ROOT_FOLDER,):
            await self._read(folder.id)
            self.tree.expand(self.model.index_of(folder.id))
        place = self.model.index_of(start)
        if place.isValid() and self.tree.currentIndex() == self.model.index_of(ROOT):
            self.tree.setCurrentIndex(place)
            self.tree.expand(place)
            self.tree.scrollTo(place)

    async def _read(self, folder_id: FolderId) -> None:
        try:
            listing = await self._seam.call(lambda p: p.browse.open_folder(folder_id))
        except AppError as error:
            self.model.fail(folder_id, error)
            raise
        self.model.show(listing)

    def _on_current_changed(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._settle()

    def _settle(self) -> None:
        folder = self.folder
        may = folder is not None and folder.is_writable
        for button in (self.choose, self.new_folder):
            button.setEnabled(may)
            button.setToolTip(wording.read_only_words(folder) if folder is not None else "")

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        words = wording.error_words(error).sentence if isinstance(error, AppError) else str(error)
        self.problem.label.setText(words)
        self.problem.show()


def _remark(text: str) -> QListWidgetItem:
    """A row that cannot be chosen."""
    row = QListWidgetItem(text)
    row.setFlags(Qt.ItemFlag.NoItemFlags)
    return row


async def choose_remote_folder(
    seam: Seam, parent: QWidget | None, text: str, verb: str, start: FolderId = ROOT
) -> RemoteFolder | None:
    """Ask for a folder of the account, ``start`` at first. ``verb`` is on the button: "Upload here"."""
    return await RemoteFolderDialog(seam, parent, text, verb).run(start)
