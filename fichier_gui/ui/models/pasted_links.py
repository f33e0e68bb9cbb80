"""The rows of pasted links: chosen by check boxes, ordered and filtered here, filled in while one looks."""

from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt

from fichier_gui.domain import pasted
from fichier_gui.domain.names import folded, natural_key
from fichier_gui.domain.pasted import Answers, Pasted, Standing
from fichier_gui.ui import wording
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.models.row_table import RowColumn, RowTable
from fichier_gui.ui.wording import QT_TR_NOOP

NAME, SIZE, STATE = range(3)
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

_COLUMNS: Final = (
    RowColumn[Pasted](QT_TR_NOOP("Name"), wording.pasted_name),
    RowColumn[Pasted](
        QT_TR_NOOP("Size"),
        lambda row: wording.NOTHING if row.size is None else wording.size(row.size),
        is_number=True,
    ),
    RowColumn[Pasted](QT_TR_NOOP("State"), wording.pasted_words, sign=lambda row: _ICONS[row.standing]),
)


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


class PastedLinks(RowTable[Pasted]):
    """Rows keep their place while answers come: they move only when the user orders them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_COLUMNS, parent)
        self.rows: tuple[Pasted, ...] = ()
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
            self.tell_all()
        else:
            self.show_rows(seen)
        self.changed.emit()

    def _has_text(self, row: Pasted) -> bool:
        return not self._text or self._text in folded(f"{row.name} {row.text}")

    # A row's box and words

    def tip(self, row: Pasted, column: int) -> str:
        """The link, and how it stands as a sentence."""
        return f"{row.text}\n{wording.pasted_sentence(row)}"

    def can_choose(self, row: Pasted) -> bool:
        """It can be fetched."""
        return row.can_fetch

    def is_chosen(self, row: Pasted, number: int) -> bool:
        """It would be fetched."""
        return self._is_chosen(row)

    def choose(self, row: Pasted, number: int, is_chosen: bool) -> None:
        """Fetch it, or not."""
        self._decided[row.text] = is_chosen

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By what is known now."""
        key = _KEYS.get(column)
        if key is not None:
            self.put(sorted(self.rows, key=key, reverse=order is Qt.SortOrder.DescendingOrder))
