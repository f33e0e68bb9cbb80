"""What a cell of the transfer list answers to each of Qt's roles."""

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Final

from PySide6.QtCore import Qt

from fichier_gui.domain.transfers import State
from fichier_gui.ui import icons, wording
from fichier_gui.ui.models.batch_columns import batch_icon, batch_sentence, batch_text, batch_tip
from fichier_gui.ui.models.batch_shelf import ShownBatch
from fichier_gui.ui.models.transfer_columns import (
    COLUMNS,
    DIRECTION,
    NAME,
    STATUS,
    Shown,
    direction_icon,
    sentence,
    state_icon,
    title,
    why,
)


class Role(IntEnum):
    """Roles beyond Qt's own."""

    ID = Qt.ItemDataRole.UserRole
    """Of a transfer; of a batch below zero."""
    TRANSFER = Qt.ItemDataRole.UserRole + 1
    SHOWN = Qt.ItemDataRole.UserRole + 2
    """A :class:`Shown`, or a :class:`ShownBatch`."""


def alignment(column: int) -> Qt.AlignmentFlag:
    """Figures on the right."""
    side = Qt.AlignmentFlag.AlignRight if COLUMNS[column].is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _text(shown: Shown, column: int) -> object:
    return COLUMNS[column].text(shown)


def _decoration(shown: Shown, column: int) -> object:
    if column == DIRECTION:
        return icons.icon(*direction_icon(shown.transfer))
    if column == STATUS:
        return icons.icon(*state_icon(shown.transfer))
    return None


def _tool_tip(shown: Shown, column: int) -> object:
    if reason := why(shown.transfer):
        return reason
    if column == DIRECTION:
        return wording.direction_words(shown.transfer.direction)
    if column == NAME:
        return shown.transfer.local_path
    if column == STATUS:
        return shown.waits if _waits(shown) else wording.state_sentence(shown.transfer) or None
    return COLUMNS[column].text(shown) or None


def _waits(shown: Shown) -> bool:
    return bool(shown.waits) and shown.transfer.state is State.QUEUED


def _accessible(shown: Shown, column: int) -> object:
    if column in (DIRECTION, NAME):
        return sentence(shown)
    return f"{title(column)}: {COLUMNS[column].text(shown)}"


_ANSWERS: Final[Mapping[int, Callable[[Shown, int], object]]] = {
    Qt.ItemDataRole.DisplayRole: _text,
    Qt.ItemDataRole.DecorationRole: _decoration,
    Qt.ItemDataRole.ToolTipRole: _tool_tip,
    Qt.ItemDataRole.AccessibleTextRole: _accessible,
    Qt.ItemDataRole.TextAlignmentRole: lambda _, column: alignment(column),
    Role.TRANSFER: lambda shown, _: shown.transfer,
    Role.SHOWN: lambda shown, _: shown,
}


def answer(shown: Shown | ShownBatch, column: int, role: int) -> object:
    """What the view asks of a row that is known."""
    if isinstance(shown, Shown):
        found = _ANSWERS.get(role)
        return None if found is None else found(shown, column)
    of_batch = _OF_BATCH.get(role)
    return None if of_batch is None else of_batch(shown, column)


def _batch_decoration(shown: ShownBatch, column: int) -> object:
    icon = batch_icon(shown, column)
    return None if icon is None else icons.icon(*icon)


_OF_BATCH: Final[Mapping[int, Callable[[ShownBatch, int], object]]] = {
    Qt.ItemDataRole.DisplayRole: batch_text,
    Qt.ItemDataRole.DecorationRole: _batch_decoration,
    Qt.ItemDataRole.ToolTipRole: batch_tip,
    Qt.ItemDataRole.AccessibleTextRole: batch_sentence,
    Qt.ItemDataRole.TextAlignmentRole: lambda _, column: alignment(column),
    Role.SHOWN: lambda shown, _: shown,
}
