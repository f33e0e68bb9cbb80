"""A table of a dialog: flat header, rows of one height, one column that takes the room."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from fichier_gui.ui import theme
from fichier_gui.ui.dialogs.frame import NEAR
from fichier_gui.ui.flat_header import FlatHeader

Index = QModelIndex | QPersistentModelIndex


class Table(QTreeView):
    """Many rows can be selected. ``name`` is what a screen reader says of it."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        model: QAbstractItemModel,
        *,
        stretched: int = 0,
        widths: Mapping[int, str] | None = None,
    ) -> None:
        """``widths``: by column, the longest words to be expected there."""
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = dress(self, name, model, elide=Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        advance = self.fontMetrics().horizontalAdvance
        for column, words in (widths or {}).items():
            title = str(model.headerData(column, Qt.Orientation.Horizontal))
            header.resizeSection(column, max(advance(words), advance(title)) + 4 * NEAR)

    def selected_places(self) -> list[int]:
        """The rows that are selected, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())


def dress(
    view: QTreeView,
    name: str,
    model: QAbstractItemModel,
    *,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
) -> FlatHeader:
    """Make ``view`` a table of a dialog, as all of them are; its header, whose columns are the caller's."""
    view.setModel(model)
    view.setRootIsDecorated(False)
    return dress_tree(view, name, elide=elide)


def dress_tree(view: QTreeView, name: str, *, elide: Qt.TextElideMode) -> FlatHeader:
    """What tables and trees of columns share."""
    view.setAccessibleName(name)
    view.setAllColumnsShowFocus(True)
    view.setUniformRowHeights(True)
    view.setAlternatingRowColors(True)
    view.setTextElideMode(elide)
    view.setIconSize(QSize(theme.ICON, theme.ICON))
    view.setItemDelegate(_Cell(view))
    header = FlatHeader(view, inset=theme.RELATED)
    view.setHeader(header)
    header.setStretchLastSection(False)
    return header


class _Cell(QStyledItemDelegate):
    """Air at both sides: the style has two pixels there, and numbers run into the words beside them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground takes the whole cell."""
        widget = option.widget
        style = widget.style() if isinstance(widget, QWidget) else QApplication.style()
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.state &= ~QStyle.StateFlag.State_HasFocus
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, ground, painter, None)
        super().paint(painter, _aired(option), index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """With the air."""
        return super().sizeHint(option, index) + QSize(2 * theme.GRID, 0)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A box is pressed where it is painted."""
        return super().editorEvent(event, model, _aired(option), index)


def _aired(option: QStyleOptionViewItem) -> QStyleOptionViewItem:
    cell = QStyleOptionViewItem(option)
    cell.rect = option.rect.adjusted(theme.GRID, 0, -theme.GRID, 0)
    return cell
