"""The rows of a folder of this computer. The order is made elsewhere; the model holds a finished list."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt

from fichier_gui.domain.local_files import LocalColumn, LocalEntry, shown_text
from fichier_gui.ui import wording
from fichier_gui.ui.carried_paths import PATHS_FORMAT, path_data
from fichier_gui.ui.models.file_list import kind_icon
from fichier_gui.ui.models.row_table import Index, RowColumn, RowTable
from fichier_gui.ui.wording import QT_TR_NOOP, local_pane, tr

ENTRY: Final = Qt.ItemDataRole.UserRole
"""The ``LocalEntry`` of a row."""

COLUMNS: Final = (
    RowColumn[LocalEntry](QT_TR_NOOP("Name"), lambda entry: shown_text(entry.name)),
    RowColumn[LocalEntry](
        QT_TR_NOOP("Size"),
        lambda entry: wording.NOTHING if entry.is_folder else wording.size(entry.size),
        is_number=True,
    ),
    RowColumn[LocalEntry](QT_TR_NOOP("Modified"), lambda entry: wording.date(entry.changed_at)),
    RowColumn[LocalEntry]("✓", lambda _entry: ""),
)
ORDERS: Final = (LocalColumn.NAME, LocalColumn.SIZE, LocalColumn.CHANGED)
"""What the columns order by; the last one by nothing."""
MARK: Final = 3


def entry_icon(entry: LocalEntry) -> str:
    """The drawing for a row."""
    return kind_icon(local_pane.local_kind(entry))


class LocalFilesModel(RowTable[LocalEntry]):
    """A mark stands at files that the remote folder has too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)
        self._there: frozenset[tuple[str, int]] = frozenset()
        self._remote = ""

    @property
    def rows(self) -> Sequence[LocalEntry]:
        """What is shown, in order."""
        return self._seen

    def entry(self, index: Index) -> LocalEntry | None:
        """The row under an index."""
        return self._seen[index.row()] if index.isValid() and index.row() < len(self._seen) else None

    def places(self, names: Iterable[str]) -> list[int]:
        """Where these names are now, in ascending order."""
        wanted = set(names)
        return [place for place, entry in enumerate(self._seen) if entry.name in wanted] if wanted else []

    def mark(self, there: frozenset[tuple[str, int]], remote: str) -> None:
        """Names and sizes of the files of the remote folder, and what that is called."""
        if (there, remote) != (self._there, self._remote):
            self._there, self._remote = there, remote
            self.tell_all()

    def is_there(self, entry: LocalEntry) -> bool:
        """The remote folder has a file of this name and size."""
        return not entry.is_folder and (entry.name, entry.size) in self._there

    def tip(self, row: LocalEntry, column: int) -> str:
        """What is said when the mouse rests there."""
        if column == MARK:
            return self._twin_words() if self.is_there(row) else ""
        if ORDERS[column] is LocalColumn.SIZE:
            return "" if row.is_folder else wording.exact_size(row.size)
        return wording.full_date(row.changed_at) if column else shown_text(row.name)

    def spoken(self, row: LocalEntry, column: int) -> str:
        """The name tells all of the row; the mark says whether it is there."""
        if column == MARK:
            return tr("in the account too") if self.is_there(row) else tr("not in the account’s folder")
        return COLUMNS[column].text(row) if column else local_pane.spoken_entry(row)

    def _twin_words(self) -> str:
        return tr("Also in {folder} on 1fichier, of the same size", folder=self._remote)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Besides words and signs, the entry itself."""
        entry = self.entry(index)
        if entry is None:
            return None
        return entry if role == ENTRY else super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged; drops are taken by the pane."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def supportedDragActions(self) -> Qt.DropAction:
        """What is carried out of here stays here."""
        return Qt.DropAction.CopyAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Never: rows of the account are taken by the pane, files of this computer by nobody."""
        return False

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Never; Qt's own reads the data as rows in a form of its own, which paths are not."""
        return False

    def mimeTypes(self) -> list[str]:
        """See :meth:`carried`."""
        return ["text/uri-list", PATHS_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """See :meth:`carried`."""
        return self.carried([self._seen[place] for place in dict.fromkeys(each.row() for each in indexes)])

    def carried(self, entries: Sequence[LocalEntry]) -> QMimeData:
        """Files for other programs, and their paths for this one."""
        return path_data(entry.path for entry in entries)


_FLAGS: Final = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemNeverHasChildren
    | Qt.ItemFlag.ItemIsDragEnabled
)
"""Made once: choosing many rows asks for the flags of each."""
