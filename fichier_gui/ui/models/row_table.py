"""A table of rows that are all at hand: columns as data, a box before each row that can be chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal

from fichier_gui.ui import icons, theme
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.wording import tr

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole


@dataclass(frozen=True)
class RowColumn(Generic[T]):
    """One column. ``sign``: the icon beside the text, and its colour."""

    title: str
    text: Callable[[T], str]
    is_number: bool = False
    sign: Callable[[T], tuple[str, Tint] | None] | None = None

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Numbers stand to the right."""
        side = Qt.AlignmentFlag.AlignRight if self.is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class RowTable(QAbstractTableModel, Generic[T]):
    """Read only but for the boxes, which stand in the first column."""

    changed = Signal()
    """Other rows, other states, or another choice."""

    def __init__(self, columns: Sequence[RowColumn[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._seen: Sequence[T] = ()

    def tip(self, row: T, column: int) -> str:
        """What is said when the mouse rests there."""
        return self._columns[column].text(row)

    def spoken(self, row: T, column: int) -> str:
        """What a screen reader says there: of an empty cell, too, what it would tell."""
        return self._columns[column].text(row) or nothing_there(self._columns[column].title)

    def can_choose(self, row: T) -> bool:
        """It has a box."""
        return False

    def is_chosen(self, row: T, number: int) -> bool:
        """Its box is checked."""
        return False

    def choose(self, row: T, number: int, is_chosen: bool) -> None:
        """The user pressed its box."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[T]) -> None:
        """These, in this order, from now on."""
        self.beginResetModel()
        self._seen = rows
        self.endResetModel()

    @property
    def seen(self) -> Sequence[T]:
        """Those in sight."""
        return self._seen

    def row(self, place: int) -> T:
        """One of them."""
        return self._seen[place]

    def add_rows(self, rows: Sequence[T], most: int) -> None:
        """These too, at the end; of more than ``most`` the first ones go."""
        if rows:
            first = len(self._seen)
            self.beginInsertRows(_ROOT, first, first + len(rows) - 1)
            self._seen = [*self._seen, *rows]
            self.endInsertRows()
        if (surplus := len(self._seen) - most) > 0:
            self.beginRemoveRows(_ROOT, 0, surplus - 1)
            self._seen = self._seen[surplus:]
            self.endRemoveRows()

    def tell_all(self) -> None:
        """Every row may look different."""
        if self._seen:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._seen) - 1, len(self._columns) - 1))

    # Qt's questions

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Those in sight."""
        return 0 if parent.isValid() else len(self._seen)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """As given."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """The titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return self._columns[section].alignment
        return tr(self._columns[section].title) if role == _Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What cannot be chosen can still be selected and read."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and index.column() == 0 and self.can_choose(self._seen[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Words, boxes, signs."""
        if not index.isValid():
            return None
        row, column = self._seen[index.row()], self._columns[index.column()]
        match role:
            case _Role.DisplayRole:
                return column.text(row)
            case _Role.TextAlignmentRole:
                return column.alignment
            case _Role.SizeHintRole:
                return QSize(0, theme.ROW_HEIGHT)
            case _Role.ToolTipRole | _Role.AccessibleTextRole:
                say = self.tip if role == _Role.ToolTipRole else self.spoken
                return say(row, index.column())
            case _Role.DecorationRole:
                return _icon(column, row)
            case _Role.CheckStateRole:
                return self._box(row, index)
        return None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """A box was pressed."""
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        is_chosen = Qt.CheckState(value) is Qt.CheckState.Checked
        self.choose(self._seen[index.row()], index.row(), is_chosen)
        self.dataChanged.emit(index, index, [_Role.CheckStateRole])
        self.changed.emit()
        return True

    def _box(self, row: T, index: Index) -> Qt.CheckState | None:
        if index.column() != 0 or not self.can_choose(row):
            return None
        return Qt.CheckState.Checked if self.is_chosen(row, index.row()) else Qt.CheckState.Unchecked


def nothing_there(title: str) -> str:
    """An empty cell of the column with this title, in words."""
    return tr("{column}: none", column=tr(title))


def _icon(column: RowColumn[T], row: T) -> object:
    sign = column.sign(row) if column.sign is not None else None
    return icons.icon(*sign) if sign is not None else None
