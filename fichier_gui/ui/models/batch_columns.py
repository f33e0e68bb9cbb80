"""The columns of the transfer list for a batch that is one row."""

from collections.abc import Callable, Mapping
from typing import Final

from fichier_gui.domain.transfers import Direction, State
from fichier_gui.ui import wording
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.models.batch_shelf import ShownBatch
from fichier_gui.ui.models.transfer_columns import (
    ADDED,
    CONNECTIONS,
    DIRECTION,
    FOLDER,
    LEFT,
    NAME,
    PROGRESS,
    REMAINING,
    SIZE,
    SPEED,
    STATE_ICONS,
    STATUS,
    title,
)
from fichier_gui.ui.wording.language import tr


def _percent(shown: ShownBatch) -> str:
    return "" if shown.percent is None else wording.percent(shown.percent / 100)


def _left(shown: ShownBatch) -> str:
    return "" if shown.seconds_left is None else wording.duration(shown.seconds_left)


def _remaining(shown: ShownBatch) -> str:
    is_over = shown.batch.state is State.DONE
    return "" if is_over else wording.size(max(0, shown.batch.size - shown.done))


_TEXTS: Final[Mapping[int, Callable[[ShownBatch], str]]] = {
    NAME: lambda shown: wording.batch_name(shown.batch),
    SIZE: lambda shown: wording.size(shown.batch.size),
    PROGRESS: _percent,
    STATUS: lambda shown: wording.batch_words(shown.batch, shown.waits),
    SPEED: lambda shown: wording.speed(shown.speed) if shown.speed > 0 else "",
    LEFT: _left,
    REMAINING: _remaining,
    CONNECTIONS: lambda shown: wording.count(shown.connections) if shown.connections else "",
    FOLDER: lambda shown: shown.batch.folder,
    ADDED: lambda shown: wording.date(shown.batch.added_at, shown.now),
}


def batch_text(shown: ShownBatch, column: int) -> str:
    """What the column says of the batch; "" where it concerns single rows only."""
    text = _TEXTS.get(column)
    return "" if text is None else text(shown)


def batch_icon(shown: ShownBatch, column: int) -> tuple[str, Tint] | None:
    """The icon of a column and its colour, where it has one."""
    if column == DIRECTION:
        return ("arrow-up" if shown.batch.direction is Direction.UPLOAD else "arrow-down"), Tint.MUTED
    if column == STATUS:
        state = shown.batch.state
        return STATE_ICONS[State.MOVING if state is State.STARTING else state]
    return None


def batch_tip(shown: ShownBatch, column: int) -> str | None:
    """What a pointer at rest is told."""
    if column == DIRECTION:
        return wording.direction_words(shown.batch.direction)
    return batch_text(shown, column) or None


def batch_sentence(shown: ShownBatch, column: int) -> str:
    """For a screen reader: the whole row, or the cell with its title."""
    if column not in (DIRECTION, NAME):
        return f"{title(column)}: {batch_text(shown, column)}"
    batch = shown.batch
    parts = [
        wording.batch_name(batch),
        tr("batch of %n transfer(s)", "", batch.rows),
        tr("folded out") if shown.is_unfolded else tr("folded"),
        wording.direction_words(batch.direction),
        wording.batch_words(batch, shown.waits),
        _percent(shown),
        wording.speed(shown.speed) if shown.speed > 0 else "",
        "" if shown.seconds_left is None else wording.time_left(shown.seconds_left),
    ]
    return ", ".join(part for part in parts if part)
