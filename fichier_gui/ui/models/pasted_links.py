"""The rows of pasted links: chosen by check boxes, ordered and filtered here, filled in while one looks."""

from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal

from fichier_gui.domain import pasted
from fichier_gui.domain.names import folded, natural_key
from fichier_gui.domain.pasted import Answers, Pasted, Standing
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.wording import QT_TR_NOOP, tr

Index = QModelIndex | QPersistentModelIndex

NAME, SIZE, STATE = range(3)
_ROOT: Final = QModelIndex()
_TITLES: Final = (QT_TR_NOOP("Name"), QT_TR_NOOP("Size"), QT_TR_NOOP("State"))
_ICONS: Final = {
    Standing.ASKING: ("clock", Tint.MUTED),
    Standing.READY: ("check", Tint.GOOD),
    Standing.UNASKED: ("help", Tint.MUTED),
    Standing.LOCKED: ("lock", Tint.WARNING),
    Standing.REFUSED_PASSWORD: ("lock", Tint.BAD),
    Standing.LISTED: ("transfers", Tint.MUTED),
    Standing.HERE: ("check-circle", Tint.MUTED),
    Standing.DUPLICATE: ("copy", Tint.MUTED),
    Standing.DEAD: ("error", Tint.BAD),
    Standing.REFUSED: ("error", Tint.BAD),
    Standing.FOREIGN: ("error", Tint.MUTED),
}


class Shown(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    FETCHABLE = "fetchable"
    PASSWORD = "password"
    UNUSABLE = "unusable"


_SHOWN: Final[dict[Shown, Callable[[Pasted], bool]]] = {
    Shown.ALL: lambda row: True,
    Shown.FETCHABLE: lambda row: row.can_fetch or row.standing is Standing.ASKING,
    Shown.PASSWORD: lambda row: row.wants_password,
    Shown.UNUSABLE: lambda row: not row.can_fetch and row.standing is not Standing.ASKING,
}
_KEYS: Final[dict[int, Callable[[Pasted], tuple[object, ...]]]] = {
    NAME: lambda row: (natural_key(wording.pasted_name(row)),),
    SIZE: lambda row: (-1 if row.size is None else row.size,),
    STATE: lambda row: (list(Standing).index(row.standing), natural_key(wording.pasted_name(row))),
}


class PastedLinks(QAbstractTableModel):
    """Rows keep their place while answers come: they move only when the user orders them."""

    changed = Signal()
    """Other rows, other states, or another choice."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Pasted, ...] = ()
        self._seen: list[Pasted] = []
        self._decided: dict[str, bool] = {}
        """What the user said, whatever a row's state suggests."""
        self._text = ""
        self._shown = Shown.ALL

    def put(self, rows: Sequence[Pasted]) -> None:
        """These rows from now on; the user's choices stay."""
        self.rows = tuple(rows)
        self._show()

    def take(self, answers: Answers) -> None:
        """What was learnt."""
        self.put(pasted.answered(self.rows, answers))

    def narrow(self, text: str, shown: Shown) -> None:
        """Only rows with ``text`` in their name or link, and of this kind."""
        self._text, self._shown = folded(text.strip()), shown
        self._show()

    def choose_shown(self, is_chosen: bool) -> None:
        """Check or uncheck all rows in sight."""
        self._decided |= {row.text: is_chosen for row in self._seen if row.can_fetch}
        self._show()

    def remove(self, standings: Collection[Standing]) -> None:
        """Take rows of these states out."""
        self.put([row for row in self.rows if row.standing not in standings])

    def chosen(self) -> list[Pasted]:
        """What would be fetched, in sight or not."""
        return [row for row in self.rows if self._is_chosen(row)]

    def _is_chosen(self, row: Pasted) -> bool:
        return row.can_fetch and self._decided.get(row.text, row.is_wanted)

    def _show(self) -> None:
        fits = _SHOWN[self._shown]
        seen = [row for row in self.rows if fits(row) and self._has_text(row)]
        if [row.text for row in seen] == [row.text for row in self._seen]:
            self._seen = seen
            if seen:
                self.dataChanged.emit(self.index(0, 0), self.index(len(seen) - 1, STATE))
        else:
            self.beginResetModel()
            self._seen = seen
            self.endResetModel()
        self.changed.emit()

    def _has_text(self, row: Pasted) -> bool:
        return not self._text or self._text in folded(f"{row.name} {row.text}")

    # Qt's questions

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Those in sight."""
        return 0 if parent.isValid() else len(self._seen)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Name, size, state."""
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
        """What cannot be fetched can still be selected and read."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and index.column() == NAME and self._seen[index.row()].can_fetch:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, check boxes, signs."""
        if not index.isValid():
            return None
        row, column = self._seen[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, theme.ROW_HEIGHT)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.text}\n{wording.pasted_sentence(row)}"
        if column == NAME and role == Qt.ItemDataRole.CheckStateRole and row.can_fetch:
            return Qt.CheckState.Checked if self._is_chosen(row) else Qt.CheckState.Unchecked
        if column == STATE and role == Qt.ItemDataRole.DecorationRole:
            return icons.icon(*_ICONS[row.standing])
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A check box was pressed."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        row = self._seen[index.row()]
        self._decided[row.text] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.changed.emit()
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By what is known now."""
        key = _KEYS.get(column)
        if key is not None:
            self.put(sorted(self.rows, key=key, reverse=order is Qt.SortOrder.DescendingOrder))


def _words(row: Pasted, column: int) -> str:
    if column == NAME:
        return wording.pasted_name(row)
    if column == SIZE:
        return wording.NOTHING if row.size is None else wording.size(row.size)
    return wording.pasted_words(row)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == SIZE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
