"""The account's folders as a tree that asks for a folder's children when it is opened.

What others share with the account, which the service lists in the account's own root, has a root of its own
here: below it those who share, below them their folders.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum, auto
from typing import Final, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from fichier_gui.catalogue.order import arrange
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFolder
from fichier_gui.ui import icons, wording
from fichier_gui.ui.wording import tr

Index = QModelIndex | QPersistentModelIndex

_PATIENCE: Final = 150
"""Milliseconds before "Loading…" is written."""

_ROOT_INDEX: Final = QModelIndex()


class Known(Enum):
    """What is known of a folder's children."""

    UNKNOWN = auto()
    LOADING = auto()
    KNOWN = auto()
    FAILED = auto()


class Role(IntEnum):
    """What views ask for besides Qt's own roles."""

    FOLDER_ID = Qt.ItemDataRole.UserRole
    """The id, or None for a row that only tells something."""
    KNOWN = Qt.ItemDataRole.UserRole + 1
    ICON = Qt.ItemDataRole.UserRole + 2
    """The name of the drawing; None for a row that only tells something."""


@dataclass(slots=True)
class _Node:
    """A folder, a heading (``title``), or the one row that tells why there are no children yet."""

    key: int
    folder: RemoteFolder | None
    parent: "_Node | None"
    children: "list[_Node]" = field(default_factory=list)
    known: Known = Known.UNKNOWN
    error: AppError | None = None
    title: str = ""


class FolderTreeModel(QAbstractItemModel):
    """Holds ids and names only. ``wanted`` asks for a folder; ``show`` and ``fail`` are the answers."""

    wanted = Signal(object)
    """A ``FolderId`` whose children must be fetched."""

    def __init__(
        self, parent: QObject | None = None, is_leaf: Callable[[FolderId], bool] = lambda _: False
    ) -> None:
        """``is_leaf``: whether a folder that nobody has opened yet is known to hold no others."""
        super().__init__(parent)
        self._is_leaf = is_leaf
        self._nodes: dict[int, _Node] = {}
        self._by_id: dict[FolderId, _Node] = {}
        self._next_key = 1
        self._root = self._new(ROOT_FOLDER, None)
        self._tops = [self._root]

    def clear(self) -> None:
        """Forget everything: another account."""
        self.beginResetModel()
        self._nodes.clear()
        self._by_id.clear()
        self._root = self._new(ROOT_FOLDER, None)
        self._tops = [self._root]
        self.endResetModel()

    def show(self, listing: FolderListing) -> None:
        """The children of a folder, as they are now. Folders that stay keep their own children."""
        node = self._by_id.get(listing.folder.id)
        if node is None:
            return
        node.known, node.error = Known.KNOWN, None
        if node.folder is not None and listing.folder.owner:
            rights = listing.folder
            node.folder = replace(node.folder, can_write=rights.can_write, hides_links=rights.hides_links)
        ordered = [row for row in arrange(listing.folders, ()) if isinstance(row, RemoteFolder)]
        if node is self._root:
            self._show_shared([folder for folder in ordered if folder.owner])
            ordered = [folder for folder in ordered if not folder.owner]
        self._put(node, ordered)
        self._changed(node)

    def fail(self, folder_id: FolderId, error: AppError) -> None:
        """The children could not be had: one row says why. Known children stay."""
        node = self._by_id.get(folder_id)
        if node is None or node.known is Known.KNOWN:
            return
        node.known, node.error = Known.FAILED, error
        self._changed(node)
        self._tell(node)
        for child in node.children:
            self._changed(child)

    def retry(self, index: Index) -> bool:
        """Ask again if ``index`` is a row that tells of a failure."""
        node = self._node(index)
        if node is None or node.folder is not None or node.parent is None:
            return False
        if node.parent.known is Known.FAILED and node.parent.folder is not None:
            node.parent.known = Known.LOADING
            self._changed(node)
            self.wanted.emit(node.parent.folder.id)
        return True

    def index_of(self, folder_id: FolderId) -> QModelIndex:
        """Where a folder is; invalid while it is unknown."""
        node = self._by_id.get(folder_id)
        return QModelIndex() if node is None else self._index(node)

    def folder(self, index: Index) -> RemoteFolder | None:
        """The folder under an index."""
        node = self._node(index)
        return None if node is None else node.folder

    def path(self, folder_id: FolderId) -> tuple[RemoteFolder, ...]:
        """From the root to a known folder; empty while it is unknown."""
        node, found = self._by_id.get(folder_id), list[RemoteFolder]()
        while node is not None and node.folder is not None:
            found.append(node.folder)
            node = node.parent
        if found and found[-1].id != ROOT:
            found.append(ROOT_FOLDER)  # it has a heading above it; on the service it lies in the root
        return tuple(reversed(found))

    def hasChildren(self, parent: Index = _ROOT_INDEX) -> bool:
        """True until the folder is known, here or from an earlier run."""
        if not parent.isValid():
            return True
        node = self._node(parent)
        if node is None or (node.folder is None and not node.title):
            return False
        if node.known is Known.UNKNOWN and node.folder is not None and not node.children:
            return not self._is_leaf(node.folder.id)
        return node.known is not Known.KNOWN or bool(node.children)

    def canFetchMore(self, parent: Index) -> bool:
        """Only while nothing is known and nothing is under way."""
        node = self._node(parent)
        return node is not None and node.folder is not None and node.known is Known.UNKNOWN

    def fetchMore(self, parent: Index) -> None:
        """Ask, once, and show that it is under way."""
        node = self._node(parent)
        if node is None or node.folder is None or node.known is not Known.UNKNOWN:
            return
        node.known = Known.LOADING
        # Not at once: most answers come from disk sooner, and a view may be in the midst of a change.
        QTimer.singleShot(_PATIENCE, self, lambda: self._tell(node))
        self.wanted.emit(node.folder.id)

    def index(self, row: int, column: int, parent: Index = _ROOT_INDEX) -> QModelIndex:
        """See Qt."""
        if column != 0 or row < 0:
            return QModelIndex()
        if not parent.isValid():
            return self._index(self._tops[row]) if row < len(self._tops) else QModelIndex()
        node = self._node(parent)
        if node is None or row >= len(node.children):
            return QModelIndex()
        return self.createIndex(row, 0, node.children[row].key)

    @overload
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, index: Index) -> QModelIndex: ...
    def parent(self, index: Index | None = None) -> QObject | QModelIndex | None:
        """The parent of a row; without one, the owner of the model, as QObject has it."""
        if index is None:
            return super().parent()
        node = self._node(index)
        return QModelIndex() if node is None or node.parent is None else self._index(node.parent)

    def rowCount(self, parent: Index = _ROOT_INDEX) -> int:
        """See Qt."""
        if not parent.isValid():
            return len(self._tops)
        node = self._node(parent)
        return 0 if node is None else len(node.children)

    def columnCount(self, parent: Index = _ROOT_INDEX) -> int:
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Folders can be chosen and take drops; telling rows can be clicked."""
        node = self._node(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        if node.title:
            return Qt.ItemFlag.ItemIsEnabled
        if node.folder is None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt and :class:`Role`."""
        node = self._node(index)
        if node is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _text(node)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(node)
        if role == Qt.ItemDataRole.DecorationRole:
            name = _icon(node)
            return icons.icon(name) if name is not None else None
        if role == Role.FOLDER_ID:
            return None if node.folder is None else node.folder.id
        if role == Role.ICON:
            return _icon(node)
        if role == Role.KNOWN:
            return node.known
        return None

    def _tell(self, node: _Node) -> None:
        """One row in place of children that are not there yet."""
        if node.key in self._nodes and node.known is not Known.KNOWN and not node.children:
            self._insert(node, 0, None)

    def _new(self, folder: RemoteFolder | None, parent: _Node | None) -> _Node:
        node = _Node(self._next_key, folder, parent)
        self._next_key += 1
        self._nodes[node.key] = node
        if folder is not None:
            self._by_id[folder.id] = node
        return node

    def _node(self, index: Index) -> _Node | None:
        return self._nodes.get(index.internalId()) if index.isValid() else None

    def _index(self, node: _Node) -> QModelIndex:
        row = self._beside(node.parent).index(node)
        return self.createIndex(row, 0, node.key)

    def _changed(self, node: _Node) -> None:
        index = self._index(node)
        self.dataChanged.emit(index, index)

    def _beside(self, parent: _Node | None) -> list[_Node]:
        """The rows in ``parent``; None: those at the top."""
        return self._tops if parent is None else parent.children

    def _insert(self, parent: _Node | None, row: int, folder: RemoteFolder | None, title: str = "") -> _Node:
        self.beginInsertRows(_ROOT_INDEX if parent is None else self._index(parent), row, row)
        made = self._new(folder, parent)
        made.title = title
        if title:
            made.known = Known.KNOWN
        self._beside(parent).insert(row, made)
        self.endInsertRows()
        return made

    def _remove(self, parent: _Node | None, row: int) -> None:
        self.beginRemoveRows(_ROOT_INDEX if parent is None else self._index(parent), row, row)
        self._forget(self._beside(parent).pop(row))
        self.endRemoveRows()

    def _show_shared(self, folders: Sequence[RemoteFolder]) -> None:
        """What others share; without any, there is no heading either."""
        if not folders:
            if len(self._tops) > 1:
                self._remove(None, 1)
            return
        if len(self._tops) == 1:
            self._insert(None, 1, None, tr("Shared with me"))
        heading = self._tops[1]
        owners = sorted({folder.owner for folder in folders if folder.owner}, key=str.casefold)
        for row in range(len(heading.children) - 1, -1, -1):
            if heading.children[row].title not in owners:
                self._remove(heading, row)
        for row, owner in enumerate(owners):
            if row == len(heading.children) or heading.children[row].title != owner:
                self._insert(heading, row, None, owner)
            self._put(heading.children[row], [folder for folder in folders if folder.owner == owner])

    def _put(self, node: _Node, ordered: Sequence[RemoteFolder]) -> None:
        self._remove_others(node, {folder.id for folder in ordered})
        self._place(node, ordered)

    def _forget(self, node: _Node) -> None:
        for child in node.children:
            self._forget(child)
        self._nodes.pop(node.key, None)
        if node.folder is not None and self._by_id.get(node.folder.id) is node:
            del self._by_id[node.folder.id]

    def _remove_others(self, node: _Node, staying: set[FolderId]) -> None:
        for row in range(len(node.children) - 1, -1, -1):
            child = node.children[row].folder
            if child is None or child.id not in staying:
                self._remove(node, row)

    def _place(self, node: _Node, ordered: Sequence[RemoteFolder]) -> None:
        """Insert what is new and bring the rest into order, one row at a time: expansion and choice stay."""
        for row, folder in enumerate(ordered):
            child = node.children[row] if row < len(node.children) else None
            if child is not None and child.folder is not None and child.folder.id == folder.id:
                if child.folder != folder:
                    child.folder = folder
                    self._changed(child)
                continue
            known = _row_of(node, folder.id)
            if known is not None:
                self._remove(node, known)
            self._insert(node, row, folder)


def _row_of(node: _Node, folder_id: FolderId) -> int | None:
    for row, child in enumerate(node.children):
        if child.folder is not None and child.folder.id == folder_id:
            return row
    return None


def _text(node: _Node) -> str:
    if node.folder is not None or node.title:
        return node.title if node.folder is None else wording.folder_name(node.folder)
    parent = node.parent
    if parent is not None and parent.error is not None and parent.known is Known.FAILED:
        return tr("{reason}: try again", reason=wording.error_words(parent.error).brief.capitalize())
    return tr("Loading…")


def _tip(node: _Node) -> str | None:
    parent = node.parent
    if node.folder is None and parent is not None and parent.error is not None:
        return wording.error_words(parent.error).sentence
    if node.folder is None:
        return node.title or None
    return wording.shared_words(node.folder)


def _icon(node: _Node) -> str | None:
    folder = node.folder
    if folder is None:
        return "folder-shared" if node.title and node.parent is None else None
    if node.parent is None:
        return "cloud"
    return "folder-shared" if folder is not None and (folder.owner or folder.public_url) else "folder"
