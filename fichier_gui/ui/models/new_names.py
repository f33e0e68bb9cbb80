"""Old and new names side by side, and what is to be said of them."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication

from fichier_gui.domain.bulk_names import NewName, Preview
from fichier_gui.ui import icons, theme
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.models.file_list import icon_name
from fichier_gui.ui.models.flat_rows import FlatRows
from fichier_gui.ui.wording import QT_TR_NOOP, tr
from fichier_gui.ui.wording.bulk_names import note_sentence, note_words

Index = QModelIndex | QPersistentModelIndex

NOW, NEW, NOTE = range(3)
_TITLES: Final = (QT_TR_NOOP("Name now"), QT_TR_NOOP("New name"), QT_TR_NOOP("Note"))


class NewNames(FlatRows):
    """The rows of a preview. Nothing can be edited here: the rules make the names."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(_TITLES), parent)
        self.shown = Preview()

    def show(self, shown: Preview) -> None:
        """These names; while the items stay the same, so do selection and scroll."""
        if len(shown.rows) != len(self.shown.rows):
            self._replace(len(shown.rows), lambda: self._put(shown))
            return
        self._put(shown)
        if shown.rows:
            self.dataChanged.emit(self.index(0, NEW), self.index(len(shown.rows) - 1, NOTE))

    def _put(self, shown: Preview) -> None:
        self.shown = shown

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_TITLES[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, signs and colours; the words alone say it all."""
        if not index.isValid():
            return None
        row, column = self.shown.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (_words(row, column), note_sentence(row)) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(_TITLES[column])}: {_words(row, column)}"
        if role == Qt.ItemDataRole.DecorationRole:
            return _sign(row, column)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, theme.ROW_HEIGHT)
        if role == Qt.ItemDataRole.ForegroundRole and column != NOW:
            return _colour(row)
        return None


def _words(row: NewName, column: int) -> str:
    if column == NOW:
        return row.placed.item.name
    return row.name if column == NEW else note_words(row)


def _sign(row: NewName, column: int) -> object:
    if column == NOW:
        return icons.icon(icon_name(row.placed.item))
    if column == NOTE and row.problem is not None:
        return icons.icon("error", Tint.BAD)
    return icons.icon("info", Tint.MUTED) if column == NOTE and note_words(row) else None


def _colour(row: NewName) -> object:
    palette = QGuiApplication.palette()
    if row.problem is not None:
        return theme.signal_color(theme.Signal.BAD, palette)
    return None if row.changes else theme.muted(palette)
