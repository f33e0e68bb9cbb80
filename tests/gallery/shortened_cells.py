"""Texts of lists and trees that end in dots and that no tool tip tells in full."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

_ICON: Final = 20
"""An icon or a box before the words, with the air behind it."""
_AIR: Final = 4
"""That the style leaves around words, at the least."""


def shortened_cells(root: QWidget) -> list[str]:
    """What is shortened under ``root`` and has no tool tip, each with its view's class."""
    found = []
    for view in root.findChildren(QAbstractItemView):
        if not isinstance(view, QHeaderView) and view.isVisibleTo(root):
            found += [f"{type(view).__name__}: {text}" for text in _of_view(view)]
    return found


def _of_view(view: QAbstractItemView) -> Iterator[str]:
    for row in _rows_in_sight(view):
        for column in range(view.header().count() if isinstance(view, QTreeView) else 1):
            cell = row.siblingAtColumn(column)
            text = str(cell.data() or "")
            if text and _is_shortened(view, cell, text) and not cell.data(Qt.ItemDataRole.ToolTipRole):
                yield text


def _rows_in_sight(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """From the top, each row by its first cell; a long list is not walked through."""
    seen = set()
    for y in range(1, view.viewport().height(), 4):
        found = view.indexAt(QPoint(view.viewport().width() // 2, y)).siblingAtColumn(0)
        if found.isValid() and found not in seen:
            seen.add(found)
            yield found


def _is_shortened(view: QAbstractItemView, cell: QModelIndex, text: str) -> bool:
    room = view.visualRect(cell).width()
    if isinstance(view, QTreeView):
        if view.isColumnHidden(cell.column()):
            return False
        if view.isFirstColumnSpanned(cell.row(), cell.parent()):
            return False
    font = cell.data(Qt.ItemDataRole.FontRole)
    metrics = QFontMetrics(font if isinstance(font, QFont) else view.font())
    signs = (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.CheckStateRole)
    before = sum(_ICON for role in signs if cell.data(role) is not None)
    return 0 < room < metrics.horizontalAdvance(text) + before + _AIR
