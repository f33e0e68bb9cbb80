"""What the command palette offers, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

_ROOT: Final = QModelIndex()
_Role = Qt.ItemDataRole

ROW: Final = _Role.UserRole
"""The :class:`PaletteRow`."""


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """One thing to do or place to go to."""

    key: str
    """What it is called in the program."""
    text: str
    icon: str = ""
    note: str = ""
    """Where it works, or why it cannot be done now."""
    shortcut: str = ""
    is_possible: bool = True

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(filter(None, (self.text, self.note, self.shortcut)))


class PaletteRows(QAbstractListModel):
    """All of them are at hand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[PaletteRow, ...] = ()

    def show_rows(self, rows: Sequence[PaletteRow]) -> None:
        """These from now on."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[PaletteRow]) -> None:
        """More at the end; those that are there keep their places."""
        if rows:
            self.beginInsertRows(_ROOT, len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += tuple(rows)
            self.endInsertRows()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """The words; the delegate paints from the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case _Role.DisplayRole:
                return row.text
            case _Role.AccessibleTextRole | _Role.ToolTipRole:
                return row.spoken
            case _ if role == ROW:
                return row
        return None
