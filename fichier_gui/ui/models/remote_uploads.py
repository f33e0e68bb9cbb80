"""The rows of remote uploads, one for each address: the newest request first."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.jobs import Fetch, JobId, RemoteItem
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.wording import QT_TR_NOOP, fetches, tr

Index = QModelIndex | QPersistentModelIndex
Key = tuple[JobId | None, str]
"""What makes a row the same row as before."""

ADDRESS, FOLDER, STATE, ASKED = range(4)
_ROOT: Final = QModelIndex()
_TITLES: Final = (
    QT_TR_NOOP("Address"),
    QT_TR_NOOP("Goes to"),
    QT_TR_NOOP("State"),
    QT_TR_NOOP("Asked for"),
)
_ICONS: Final = {
    Fetch.UNSENT: ("clock", Tint.MUTED),
    Fetch.REFUSED: ("error", Tint.BAD),
    Fetch.CANCELLED: ("cancel", Tint.MUTED),
    Fetch.PENDING: ("clock", Tint.MUTED),
    Fetch.RUNNING: ("transfers", Tint.ACCENT),
    Fetch.DONE: ("check", Tint.GOOD),
    Fetch.FAILED: ("error", Tint.BAD),
    Fetch.UNREAD: ("help", Tint.MUTED),
}


class RemoteUploadRows(QAbstractTableModel):
    """Read only. ``folder_words`` names a folder as far as known."""

    def __init__(self, folder_words: Callable[[FolderId], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder_words = folder_words
        self._items: tuple[RemoteItem, ...] = ()

    def put(self, items: Sequence[RemoteItem]) -> None:
        """These rows from now on; a reset only where they are others than before."""
        items = tuple(items)
        if items == self._items:
            return
        if list(map(key_of, items)) == list(map(key_of, self._items)):
            self._items = items
            self.dataChanged.emit(self.index(0, 0), self.index(len(items) - 1, ASKED))
            return
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def item(self, index: Index) -> RemoteItem | None:
        """What is in a row."""
        return self._items[index.row()] if index.isValid() else None

    def places(self, keys: set[Key]) -> list[int]:
        """Where these rows are now."""
        return [row for row, item in enumerate(self._items) if key_of(item) in keys]

    # Qt's questions

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One for each address."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Address, folder, state, date."""
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return tr(_TITLES[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words and signs."""
        item = self.item(index)
        if item is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(item, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{fetches.source_words(item)}\n{fetches.fetch_sentence(item)}"
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, theme.ROW_HEIGHT)
        if column == STATE and role == Qt.ItemDataRole.DecorationRole:
            return icons.icon(*_ICONS[item.state])
        return None

    def _words(self, item: RemoteItem, column: int) -> str:
        if column == ADDRESS:
            return fetches.source_words(item)
        if column == STATE:
            return fetches.fetch_words(item.state)
        if column == ASKED:
            return wording.date(item.requested_at)
        if item.folder_id is None:
            return wording.NOTHING
        return self._folder_words(item.folder_id)


def key_of(item: RemoteItem) -> Key:
    """What makes a row the same row as before."""
    return item.job_id, item.source
