"""The rows of a comparison: what is wrong comes first, what is the same may be hidden."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from fichier_gui.domain.checking import Checked, Verdict, by_urgency
from fichier_gui.ui import wording
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.models.row_table import RowColumn, RowTable
from fichier_gui.ui.wording import QT_TR_NOOP

PATH, STATE, HERE, THERE = range(4)
_ICONS: Final = {
    Verdict.SAME: ("check", Tint.GOOD),
    Verdict.DIFFERS: ("error", Tint.BAD),
    Verdict.MISSING_HERE: ("download", Tint.WARNING),
    Verdict.MISSING_THERE: ("upload", Tint.WARNING),
    Verdict.UNCHECKED: ("help", Tint.MUTED),
}


def _size(size: int | None) -> str:
    return wording.NOTHING if size is None else wording.size(size)


_COLUMNS: Final = (
    RowColumn[Checked](QT_TR_NOOP("Name"), lambda file: file.path),
    RowColumn[Checked](
        QT_TR_NOOP("State"),
        lambda file: wording.verdict_words(file.verdict),
        sign=lambda file: _ICONS[file.verdict],
    ),
    RowColumn[Checked](QT_TR_NOOP("Size here"), lambda file: _size(file.size_here), is_number=True),
    RowColumn[Checked](QT_TR_NOOP("Size there"), lambda file: _size(file.size_there), is_number=True),
)


class CheckedFiles(RowTable[Checked]):
    """Read only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_COLUMNS, parent)
        self._files: Sequence[Checked] = ()
        self._hides_same = False

    def put(self, files: Sequence[Checked]) -> None:
        """These files."""
        self._files = by_urgency(files)
        self._show()

    def hide_same(self, is_hidden: bool) -> None:
        """Show only what is not the same."""
        self._hides_same = is_hidden
        self._show()

    def tip(self, row: Checked, column: int) -> str:
        """The whole name, and the verdict as a sentence."""
        return f"{row.path}\n{wording.verdict_sentence(row)}"

    def _show(self) -> None:
        self.show_rows([f for f in self._files if not (self._hides_same and f.verdict is Verdict.SAME)])
