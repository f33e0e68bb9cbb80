"""The tree at the left."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.models.folder_tree import FolderTreeModel, Role
from fichier_gui.ui.views.stepping_back import SteppingBack
from fichier_gui.ui.wording import tr


class _PlaceDelegate(QStyledItemDelegate):
    """Rows of one height; rows that only tell something are quieter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lit = QPersistentModelIndex()
        """The folder under a drag."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As in the file list."""
        width = super().sizeHint(option, index).width()
        return QSize(width, max(theme.ROW_HEIGHT, option.fontMetrics.height() + 2 * theme.GRID))

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Quiet for "Loading…" and for the reason of a failure."""
        super().initStyleOption(option, index)
        name = index.data(Role.ICON)
        if name and isinstance(option.widget, SteppingBack) and not option.widget.is_forward:
            option.icon = icons.icon(name, is_soft=True)
        if index.data(Role.FOLDER_ID) is None:
            option.palette.setColor(QPalette.ColorRole.Text, theme.muted(option.palette))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Light the folder under a drag."""
        if self.lit.isValid() and self.lit == index:
            painter.fillRect(option.rect, theme.lit_ground(QApplication.palette()))
        super().paint(painter, option, index)


class Places(SteppingBack):
    """Folders of the account. Choosing one shows it; opening one asks for its children."""

    chosen = Signal(object)
    """A ``FolderId``."""

    def __init__(self, model: FolderTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folders = model
        self._is_following = False
        # Before the selection hears of it, which marks a neighbour: nobody has chosen that.
        model.rowsAboutToBeRemoved.connect(lambda: self._follow_only(True))
        model.rowsRemoved.connect(lambda: self._follow_only(False))
        self.setModel(model)
        self._delegate = _PlaceDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Folder tree"))
        self.setFrameShape(SteppingBack.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(theme.GROUP)
        self.setIconSize(QSize(theme.ICON + 2, theme.ICON + 2))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setMinimumWidth(140)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def open_root(self) -> None:
        """Show the first level: asks for the root when it is unknown."""
        self.expand(self._folders.index_of(ROOT))

    def follow(self, folder_id: FolderId) -> None:
        """Mark the folder that the list shows, if the tree knows it."""
        index = self._folders.index_of(folder_id)
        if not index.isValid() or index == self.currentIndex():
            return
        self._is_following = True
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._is_following = False

    def target_under(self, point: QPoint) -> RemoteFolder | None:
        """The folder under a point of the viewport."""
        return self._folders.folder(self.indexAt(point))

    def folder_under(self, point: QPoint) -> tuple[FolderId, str] | None:
        """The same with its name, for an upload."""
        folder = self.target_under(point)
        return None if folder is None else (folder.id, wording.folder_name(folder))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The menu of a folder does not show it."""
        if event.button() != Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def light(self, point: QPoint | None) -> None:
        """Light the folder under a drag or a menu."""
        index = QModelIndex() if point is None else self.indexAt(point)
        self._delegate.lit = QPersistentModelIndex(index)
        self.viewport().update()

    def _follow_only(self, is_following: bool) -> None:
        self._is_following = is_following

    def _on_clicked(self, index: QModelIndex) -> None:
        if not self._folders.retry(index):
            self._choose(index)

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._is_following:
            self._choose(current)

    def _choose(self, index: QModelIndex) -> None:
        folder_id = index.data(Role.FOLDER_ID) if index.isValid() else None
        if folder_id is not None:
            self.chosen.emit(folder_id)
