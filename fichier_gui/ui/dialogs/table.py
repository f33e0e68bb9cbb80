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
        self.setAccessibleName(name)
        self.setModel(model)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(theme.ICON, theme.ICON))
        header = FlatHeader(self)
        self.setHeader(header)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        advance = self.fontMetrics().horizontalAdvance
        for column, words in (widths or {}).items():
            title = str(model.headerData(column, Qt.Orientation.Horizontal))
            header.resizeSection(column, max(advance(words), advance(title)) + 4 * NEAR)

    def selected_places(self) -> list[int]:
        """The rows that are selected, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())
