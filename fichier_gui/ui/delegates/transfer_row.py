"""Cells of the transfer list: strong names, quiet figures of one width, a sign for every state.

The words are drawn here and not by the style: ``QStyledItemDelegate`` asks the model nine times for a cell,
and that made a page of the list take 30 ms. Grounds, focus and hover remain the style's.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.ui import icons, theme
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.mirrored import isolated
from fichier_gui.ui.models.batch_columns import batch_icon, batch_text
from fichier_gui.ui.models.batch_shelf import ShownBatch
from fichier_gui.ui.models.cell_answers import Role
from fichier_gui.ui.models.transfer_columns import (
    COLUMNS,
    DIRECTION,
    FOLDER,
    LINK,
    LOCAL,
    NAME,
    STATUS,
    Shown,
    direction_icon,
    state_icon,
)

Index = QModelIndex | QPersistentModelIndex

_SIGNALS: Final = {State.FAILED: theme.Signal.BAD, State.NEEDS_ANSWER: theme.Signal.WARNING}
_ICONS: Final[Mapping[int, Callable[[Transfer], tuple[str, Tint]]]] = {
    DIRECTION: direction_icon,
    STATUS: state_icon,
}
INDENT: Final = theme.ICON + theme.GRID
"""The name of what is beside batches begins so much farther in, that of what is inside one twice as much."""
_MIDDLE: Final = (NAME, FOLDER, LOCAL, LINK)
"""Names and paths keep both ends: the end tells files apart."""


@dataclass(frozen=True, slots=True)
class _Inks:
    """The colours of one palette."""

    strong: QColor
    quiet: QColor
    selected: QColor
    signals: Mapping[State, QColor]
    tints: Mapping[Tint, QColor]


class TransferRowDelegate(QStyledItemDelegate):
    """Every column but the bar."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row's ground under the whole cell, the sign and the text a little inside it."""
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        column, shown = index.column(), index.data(Role.SHOWN)
        inks = _inks(option.palette)
        room = option.rect.adjusted(theme.RELATED, 0, -theme.RELATED, 0)
        if not isinstance(shown, Shown | ShownBatch):
            if column == NAME:
                self._paint_text(painter, option, room, column, "…", inks.quiet)
            return
        ink = _ink(shown.state, column, option, inks)
        icon = _icon(shown, column)
        if icon is not None:
            name, tint = icon
            is_accented = bool(option.state & QStyle.StateFlag.State_Selected) and _is_forward(option)
            self._paint_icon(painter, option, room, name, inks.selected if is_accented else inks.tints[tint])
            room = room.adjusted(theme.ICON + theme.RELATED, 0, 0, 0)
        if column == NAME:
            if isinstance(shown, ShownBatch):
                chevron = "chevron-down" if shown.is_unfolded else "chevron-right"
                self._paint_icon(painter, option, room, chevron, ink)
            room = room.adjusted(INDENT * shown.level, 0, 0, 0)
        if text := _text(shown, column):
            self._paint_text(painter, option, room, column, text, ink)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all rows."""
        return QSize(0, max(theme.ROW_HEIGHT, option.fontMetrics.height() + 2 * theme.GRID))

    def _paint_icon(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, name: str, ink: QColor
    ) -> None:
        place = QRect(room.left(), room.top() + (room.height() - theme.ICON) // 2, theme.ICON, theme.ICON)
        ratio = painter.device().devicePixelRatioF()
        where = QStyle.visualRect(option.direction, option.rect, place)
        painter.drawPixmap(where.topLeft(), icons.pixmap(name, theme.ICON, ink, ratio))

    def _paint_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        column: int,
        text: str,
        ink: QColor,
    ) -> None:
        is_number = COLUMNS[column].is_number
        if option.fontMetrics.horizontalAdvance(text) > room.width():
            elide = Qt.TextElideMode.ElideMiddle if column in _MIDDLE else Qt.TextElideMode.ElideRight
            text = option.fontMetrics.elidedText(text, elide, room.width())
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        painter.setFont(_tabular(option.font.toString()) if is_number else option.font)
        painter.setPen(ink)
        painter.drawText(
            QStyle.visualRect(option.direction, option.rect, room),
            QStyle.visualAlignment(option.direction, side) | Qt.AlignmentFlag.AlignVCenter,
            isolated(text, option.direction),
        )


def _icon(shown: Shown | ShownBatch, column: int) -> tuple[str, Tint] | None:
    if isinstance(shown, ShownBatch):
        return batch_icon(shown, column)
    icon = _ICONS.get(column)
    return None if icon is None else icon(shown.transfer)


def _text(shown: Shown | ShownBatch, column: int) -> str:
    return COLUMNS[column].text(shown) if isinstance(shown, Shown) else batch_text(shown, column)


def _is_forward(option: QStyleOptionViewItem) -> bool:
    """Whether the selection is the accent: see ``views.stepping_back``."""
    return bool(getattr(option.widget, "is_forward", True))


def _ink(state: State, column: int, option: QStyleOptionViewItem, inks: _Inks) -> QColor:
    """Names are strong, all else is quieter; a state that needs the user has a colour of its own."""
    if option.state & QStyle.StateFlag.State_Selected:
        return inks.selected
    if column == NAME:
        return inks.strong
    if column == STATUS:
        return inks.signals.get(state, inks.quiet)
    return inks.quiet


_KNOWN: Final[dict[int, _Inks]] = {}


def _inks(palette: QPalette) -> _Inks:
    """Computed once for a palette: its cache key changes with every change of a colour."""
    key = palette.cacheKey()
    if key not in _KNOWN:
        _KNOWN.clear()
        _KNOWN[key] = _Inks(
            strong=palette.color(QPalette.ColorRole.Text),
            quiet=theme.muted(palette),
            selected=palette.color(QPalette.ColorRole.HighlightedText),
            signals={state: theme.signal_color(signal, palette) for state, signal in _SIGNALS.items()},
            tints={tint: icons.color(tint, palette) for tint in Tint},
        )
    return _KNOWN[key]


@lru_cache(maxsize=8)
def _tabular(description: str) -> QFont:
    font = QFont()
    font.fromString(description)
    return theme.tabular(font)
