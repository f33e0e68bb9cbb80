"""The entries of a list that was read, with check boxes."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal

from fichier_gui.domain.queue_list import Entry, EntryState, Found
from fichier_gui.domain.transfers import Direction
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.wording import QT_TR_NOOP, tr

Index = QModelIndex | QPersistentModelIndex

NAME, SIZE, STATE, TARGET = range(4)
_ROOT: Final = QModelIndex()
_TITLES: Final = (QT_TR_NOOP("Name"), QT_TR_NOOP("Size"), QT_TR_NOOP("State"), QT_TR_NOOP("Where to"))
_ICONS: Final = {
    EntryState.NEW: ("check", Tint.GOOD),
    EntryState.LISTED: ("transfers", Tint.MUTED),
    EntryState.UNUSABLE: ("error", Tint.BAD),
}
_TEXTS: Final[dict[int, Callable[[Found], str]]] = {
    NAME: lambda found: found.text,
    SIZE: lambda found: wording.size(found.entry.size) if found.entry else wording.NOTHING,
    STATE: wording.entry_words,
    TARGET: lambda found: _target(found.entry),
}


class FoundEntries(QAbstractTableModel):
    """What is new is chosen; the rest stays in sight with its reason."""

    changed = Signal()
    """Another choice."""

    def __init__(self, found: Sequence[Found], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found = found
        self._chosen = [each.is_wanted for each in found]

    def chosen(self) -> list[Entry]:
        """What would be added."""
        pairs = zip(self._found, self._chosen, strict=True)
        return [found.entry for found, is_chosen in pairs if is_chosen and found.entry is not None]

    def choose_all(self, is_chosen: bool) -> None:
        """Check or uncheck all that can be."""
        self._chosen = [is_chosen and _is_possible(each) for each in self._found]
        if self._found:
            self.dataChanged.emit(self.index(0, NAME), self.index(len(self._found) - 1, NAME))
        self.changed.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """All of them."""
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Name, size, state, target."""
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return tr(_TITLES[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What cannot be added can still be read."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and index.column() == NAME and _is_possible(self._found[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, check boxes, signs."""
        if not index.isValid():
            return None
        found, column = self._found[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _TEXTS[column](found)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{_TEXTS[column](found)}\n{wording.entry_sentence(found)}"
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, theme.ROW_HEIGHT)
        if role == Qt.ItemDataRole.CheckStateRole and column == NAME and _is_possible(found):
            return Qt.CheckState.Checked if self._chosen[index.row()] else Qt.CheckState.Unchecked
        return self._sign(found, column) if role == Qt.ItemDataRole.DecorationRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A check box was pressed."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._chosen[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.changed.emit()
        return True

    def _sign(self, found: Found, column: int) -> object:
        if column == STATE:
            return icons.icon(*_ICONS[found.state])
        if column == NAME and found.entry is not None:
            is_upload = found.entry.direction is Direction.UPLOAD
            return icons.icon("upload" if is_upload else "download", Tint.MUTED)
        return None


def _is_possible(found: Found) -> bool:
    return found.state is EntryState.NEW and found.entry is not None


def _target(entry: Entry | None) -> str:
    if entry is None:
        return wording.NOTHING
    return entry.remote_folder if entry.direction is Direction.UPLOAD else entry.folder


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == SIZE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
