"""The rows of a comparison: what is wrong comes first, what is the same may be hidden."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from fichier_gui.domain.checking import Checked, Verdict, by_urgency
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.wording import QT_TR_NOOP, tr

Index = QModelIndex | QPersistentModelIndex

PATH, STATE, HERE, THERE = range(4)
_ROOT: Final = QModelIndex()
_TITLES: Final = (
    QT_TR_NOOP("Name"),
    QT_TR_NOOP("State"),
    QT_TR_NOOP("Size here"),
    QT_TR_NOOP("Size there"),
)
_ICONS: Final = {
    Verdict.SAME: ("check", Tint.GOOD),
    Verdict.DIFFERS: ("error", Tint.BAD),
    Verdict.MISSING_HERE: ("download", Tint.WARNING),
    Verdict.MISSING_THERE: ("upload", Tint.WARNING),
    Verdict.UNCHECKED: ("help", Tint.MUTED),
}
_TEXTS: Final[dict[int, Callable[[Checked], str]]] = {
    PATH: lambda file: file.path,
    STATE: lambda file: wording.verdict_words(file.verdict),
    HERE: lambda file: wording.NOTHING if file.size_here is None else wording.size(file.size_here),
    THERE: lambda file: wording.NOTHING if file.size_there is None else wording.size(file.size_there),
}


class CheckedFiles(QAbstractTableModel):
    """Read only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: Sequence[Checked] = ()
        self._seen: Sequence[Checked] = ()
        self._hides_same = False

    def put(self, files: Sequence[Checked]) -> None:
        """These files."""
        self._files = by_urgency(files)
        self._show()

    def hide_same(self, is_hidden: bool) -> None:
        """Show only what is not the same."""
        self._hides_same = is_hidden
        self._show()

    def _show(self) -> None:
        self.beginResetModel()
        self._seen = [file for file in self._files if not (self._hides_same and file.verdict is Verdict.SAME)]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Those in sight."""
        return 0 if parent.isValid() else len(self._seen)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Name, state, sizes."""
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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words and signs."""
        if not index.isValid():
            return None
        file, column = self._seen[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _TEXTS[column](file)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{file.path}\n{wording.verdict_sentence(file)}"
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, theme.ROW_HEIGHT)
        if column == STATE and role == Qt.ItemDataRole.DecorationRole:
            return icons.icon(*_ICONS[file.verdict])
        return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (HERE, THERE) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
