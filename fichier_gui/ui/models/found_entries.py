"""The entries of a list that was read, with check boxes."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from fichier_gui.domain.queue_list import Entry, EntryState, Found
from fichier_gui.domain.transfers import Direction
from fichier_gui.ui import wording
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.models.row_table import RowColumn, RowTable
from fichier_gui.ui.wording import QT_TR_NOOP

NAME, SIZE, STATE, TARGET = range(4)
_ICONS: Final = {
    EntryState.NEW: ("check", Tint.GOOD),
    EntryState.LISTED: ("transfers", Tint.MUTED),
    EntryState.UNUSABLE: ("error", Tint.BAD),
}


def _size(found: Found) -> str:
    return wording.size(found.entry.size) if found.entry else wording.NOTHING


def _target(found: Found) -> str:
    entry = found.entry
    if entry is None:
        return wording.NOTHING
    return entry.remote_folder if entry.direction is Direction.UPLOAD else entry.folder


def _direction(found: Found) -> tuple[str, Tint] | None:
    if found.entry is None:
        return None
    return ("upload" if found.entry.direction is Direction.UPLOAD else "download"), Tint.MUTED


_COLUMNS: Final = (
    RowColumn[Found](QT_TR_NOOP("Name"), lambda found: found.text, sign=_direction),
    RowColumn[Found](QT_TR_NOOP("Size"), _size, is_number=True),
    RowColumn[Found](QT_TR_NOOP("State"), wording.entry_words, sign=lambda found: _ICONS[found.state]),
    RowColumn[Found](QT_TR_NOOP("Where to"), _target),
)


class FoundEntries(RowTable[Found]):
    """What is new is chosen; the rest stays in sight with its reason."""

    def __init__(self, found: Sequence[Found], parent: QObject | None = None) -> None:
        super().__init__(_COLUMNS, parent)
        self._seen = found
        self._chosen = [each.is_wanted for each in found]

    def chosen(self) -> list[Entry]:
        """What would be added."""
        pairs = zip(self._seen, self._chosen, strict=True)
        return [found.entry for found, is_chosen in pairs if is_chosen and found.entry is not None]

    def choose_all(self, is_chosen: bool) -> None:
        """Check or uncheck all that can be."""
        self._chosen = [is_chosen and self.can_choose(each) for each in self._seen]
        self.tell_all()
        self.changed.emit()

    def tip(self, row: Found, column: int) -> str:
        """The whole text, and what becomes of the entry."""
        return f"{super().tip(row, column)}\n{wording.entry_sentence(row)}"

    def can_choose(self, row: Found) -> bool:
        """It is new, and can be used."""
        return row.state is EntryState.NEW and row.entry is not None

    def is_chosen(self, row: Found, number: int) -> bool:
        """It would be added."""
        return self._chosen[number]

    def choose(self, row: Found, number: int, is_chosen: bool) -> None:
        """Add it, or not."""
        self._chosen[number] = is_chosen
