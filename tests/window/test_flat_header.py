"""The header of a table: its rows are not gone through for it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from fichier_gui.ui.flat_header import FlatHeader

ROWS, COLUMNS = 500, 4


class Counting(QStandardItemModel):
    """Notes how often Qt asks whether something can be chosen."""

    asked = 0

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        self.asked += 1
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def test_it_asks_no_row_whether_its_column_is_chosen(qtbot: QtBot) -> None:
    model, view = Counting(ROWS, COLUMNS), QTreeView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
    view.setHeader(FlatHeader(view))
    view.resize(600, 300)
    view.show()
    view.selectAll()
    assert len(view.selectionModel().selectedRows()) == ROWS
    model.asked = 0
    view.header().viewport().grab()
    assert model.asked == 0


def test_it_can_get_another_model(qtbot: QtBot) -> None:
    model, view = Counting(ROWS, COLUMNS), QTreeView()
    qtbot.addWidget(view)
    view.setHeader(FlatHeader(view))
    for count in (COLUMNS, COLUMNS - 1):
        model = Counting(1, count)
        view.setModel(model)
        header = view.header()
        assert header.count() == count
        assert header.selectionModel().model() is model
        assert view.selectionModel().model() is model
