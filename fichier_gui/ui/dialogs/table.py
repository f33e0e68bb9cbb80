"""A table of a dialog: flat header, rows of one height, one column that takes the room."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from fichier_gui.ui import theme
from fichier_gui.ui.dialogs.frame import NEAR
from fichier_gui.ui.flat_header import FlatHeader


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
    view.setAccessibleName(name)
    view.setModel(model)
    view.setRootIsDecorated(False)
    view.setAllColumnsShowFocus(True)
    view.setUniformRowHeights(True)
    view.setAlternatingRowColors(True)
    view.setTextElideMode(elide)
    view.setIconSize(QSize(theme.ICON, theme.ICON))
    header = FlatHeader(view)
    view.setHeader(header)
    header.setStretchLastSection(False)
    return header
