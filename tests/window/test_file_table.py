"""The list of files: values and words, a selection that survives, 100,000 rows."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHeaderView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from fichier_gui.catalogue.order import Column, Row
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.ui.delegates.list_row import Index
from fichier_gui.ui.models.file_list import COLUMNS, FileListModel, Role, icon_name
from fichier_gui.ui.views.file_table import FileTable

NOW = 1_700_000_000.0


TEMPLATE = RemoteFile(FileUrl("https://1fichier.com/?"), "", 0, checksum="ab" * 64)


def file(number: int, **changes: Any) -> RemoteFile:
    made = replace(
        TEMPLATE,
        url=FileUrl(f"https://1fichier.com/?{number:08d}"),
        name=f"film {number}.mkv",
        size=1_000_000 * number,
        added_at=NOW + number,
    )
    return replace(made, **changes)


def rows(count: int) -> list[Row]:
    return [RemoteFolder(FolderId(1), "Extras"), *(file(number) for number in range(count))]


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[FileTable]:
    made = FileTable(FileListModel())
    qtbot.addWidget(made)
    made.resize(900, 400)
    yield made
    made.close()
    made.model().deleteLater()


def shown(table: FileTable) -> Sequence[Row]:
    model = table.model()
    assert isinstance(model, FileListModel)
    return model.rows


def test_keeps_the_rules_of_models(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = FileListModel()
    model.show(rows(20))
    qtmodeltester.check(model)
    model.show(rows(3), is_stale=True)
    model.mark_verified(file(1).url)
    qtmodeltester.check(model)


def test_words_and_values(qtbot: QtBot) -> None:
    model = FileListModel()
    model.show([RemoteFolder(FolderId(1), "Extras"), file(4200)])
    texts = [model.index(1, column).data() for column in range(len(COLUMNS))]
    assert texts[:3] == ["film 4200.mkv", "4.2 GB", "Video"]
    assert model.index(0, 1).data() == "–"
    assert model.index(0, 2).data() == "Folder"
    assert model.index(1, 1).data(Role.RAW) == 4_200_000_000
    assert model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole).endswith("bytes)")
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Video film 4200.mkv, 4.2 GB, added ")


def test_numbers_are_at_the_right(qtbot: QtBot) -> None:
    model = FileListModel()
    model.show(rows(1))
    sides = [model.index(1, column).data(Qt.ItemDataRole.TextAlignmentRole) for column in range(len(COLUMNS))]
    assert bool(sides[1] & Qt.AlignmentFlag.AlignRight)
    assert bool(sides[0] & Qt.AlignmentFlag.AlignLeft)


def test_each_kind_has_a_drawing(qtbot: QtBot) -> None:
    names = ("a.jpg", "a.mkv", "a.flac", "a.pdf", "a.txt", "a.zip", "a.exe", "a.xyz")
    found = {icon_name(file(1, name=name)) for name in names}
    assert len(found) == len(names)
    assert (
        icon_name(RemoteFolder(FolderId(1), "x", public_url="https://1fichier.com/dir/x")) == "folder-shared"
    )


def test_selection_current_row_and_place_survive_a_new_listing(table: FileTable, qtbot: QtBot) -> None:
    table.show_rows(rows(400), is_stale=False, keep_place=False)
    table.show()
    qtbot.waitExposed(table)
    table.select([file(200).url, file(201).url, file(250).url])
    table.reveal(file(250).url)
    table.select([file(200).url, file(201).url, file(250).url])
    top = table.verticalScrollBar().value()
    assert top > 0
    table.show_rows([*rows(400)[:200], *rows(400)[201:]], is_stale=False, keep_place=True)
    assert [row.name for row in table.chosen_rows()] == ["film 200.mkv", "film 201.mkv", "film 250.mkv"]
    current = table.currentIndex()
    assert shown(table)[current.row()].name == "film 250.mkv"
    assert table.verticalScrollBar().value() == top


def test_another_folder_starts_at_the_top(table: FileTable) -> None:
    table.show_rows(rows(400), is_stale=False, keep_place=False)
    table.select([file(300).url])
    table.show_rows(rows(300), is_stale=False, keep_place=False)
    assert table.chosen_rows() == []
    assert table.verticalScrollBar().value() == 0


def test_what_is_gone_is_not_selected(table: FileTable) -> None:
    table.show_rows(rows(10), is_stale=False, keep_place=False)
    table.select([file(3).url, file(4).url])
    table.show_rows([row for row in rows(10) if row.name != "film 3.mkv"], is_stale=False, keep_place=True)
    assert [row.name for row in table.chosen_rows()] == ["film 4.mkv"]


def test_the_header_asks_for_an_order(table: FileTable, qtbot: QtBot) -> None:
    asked: list[tuple[Column, bool]] = []
    table.ordered.connect(lambda column, descending: asked.append((column, descending)))
    table.header().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    assert asked == [(Column.SIZE, True)]
    assert table.order == (Column.SIZE, True)


def test_a_click_on_a_title_orders_at_the_first_start_too(table: FileTable, qtbot: QtBot) -> None:
    """No widths were remembered yet, which would make titles take clicks by the way."""
    table.show()
    qtbot.waitExposed(table)
    title = QPoint(table.header().sectionViewportPosition(1) + 10, 10)
    with qtbot.waitSignal(table.ordered) as ordered:
        qtbot.mouseClick(table.header().viewport(), Qt.MouseButton.LeftButton, pos=title)
    assert ordered.args is not None and ordered.args[0] is Column.SIZE


def test_letters_go_to_the_next_name(table: FileTable, qtbot: QtBot) -> None:
    table.show_rows(rows(30), is_stale=False, keep_place=False)
    table.setCurrentIndex(table.model().index(25, 0))
    qtbot.keyClicks(table, "FILM 2")
    assert shown(table)[table.currentIndex().row()].name == "film 25.mkv"


def test_letters_that_no_name_begins_with_lead_nowhere(table: FileTable) -> None:
    table.show_rows(rows(30), is_stale=False, keep_place=False)
    table.setCurrentIndex(table.model().index(25, 0))
    table.keyboardSearch("zz")
    assert table.currentIndex().row() == 25


def test_painting_asks_little_of_a_row(qtbot: QtBot) -> None:
    asked: list[tuple[int, int]] = []

    class Asked(FileListModel):
        def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            asked.append((index.row(), index.column()))
            return super().data(index, role)

    made = FileTable(Asked(None))
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_rows(rows(30), is_stale=False, keep_place=False)
    made.show()
    made.viewport().grab()
    asked.clear()
    made.viewport().grab()
    assert asked and max(Counter(asked).values()) <= 5


def test_the_space_that_chooses_a_row_looks_for_no_name(
    table: FileTable, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.show_rows(rows(30), is_stale=False, keep_place=False)
    table.setCurrentIndex(table.model().index(3, 0))
    table.selectAll()
    asked: list[object] = []
    monkeypatch.setattr(FileListModel, "match", lambda _model, *given: asked.append(given) or [])
    qtbot.keyClick(table, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert len(table.chosen_rows()) == len(shown(table)) - 1
    # With an X server the text of this key is a character without a picture.
    control = Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(table, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Space, control, "\0"))
    assert len(table.chosen_rows()) == len(shown(table))
    assert asked == []
    qtbot.keyClicks(table, "f ")
    assert len(asked) == 2


def test_letters_go_to_the_first_name_after_the_last(table: FileTable) -> None:
    table.show_rows(rows(30), is_stale=False, keep_place=False)
    table.setCurrentIndex(table.model().index(25, 0))
    table.keyboardSearch("ex")
    assert table.currentIndex().row() == 0


def test_return_opens(table: FileTable, qtbot: QtBot) -> None:
    table.show_rows(rows(3), is_stale=False, keep_place=False)
    table.setCurrentIndex(table.model().index(1, 0))
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [file(0)]


def test_only_folders_take_a_drop(table: FileTable, qtbot: QtBot) -> None:
    table.show_rows(rows(3), is_stale=False, keep_place=False)
    table.show()
    qtbot.waitExposed(table)
    assert table.folder_under(table.visualRect(table.model().index(0, 0)).center()) == (1, "Extras")
    assert table.folder_under(table.visualRect(table.model().index(1, 0)).center()) is None
    assert table.folder_under(QPoint(5, 390)) is None


def test_rows_carry_their_links_out(qtbot: QtBot) -> None:
    model = FileListModel()
    model.show(rows(3))
    data = model.mimeData([model.index(row, column) for row in (0, 1, 2) for column in (0, 1)])
    assert data.text().splitlines() == [file(0).url, file(1).url]
    assert [url.toString() for url in data.urls()] == [file(0).url, file(1).url]
    folder_alone = model.carried(rows(1)[:1])
    assert not folder_alone.hasText() and not folder_alone.hasUrls()
    assert model.has_made(folder_alone) and not FileListModel().has_made(folder_alone)
    assert not model.canDropMimeData(data, Qt.DropAction.CopyAction, -1, -1, model.index(0, 0))
    assert not model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, model.index(0, 0))


def test_columns_are_remembered(table: FileTable, qtbot: QtBot) -> None:
    table.header().resizeSection(2, 177)
    table.header().setSortIndicator(3, Qt.SortOrder.DescendingOrder)
    state = table.save_columns()
    other = FileTable(FileListModel())
    qtbot.addWidget(other)
    other.restore_columns(state)
    assert other.header().sectionSize(2) == 177
    assert other.order == (Column.ADDED, True)
    assert other.header().sectionResizeMode(0) is QHeaderView.ResizeMode.Stretch


@pytest.mark.parametrize("tail", [b"", b"1:x 99:40 3", b"\xff"], ids=["none", "nonsense", "bytes"])
def test_columns_of_an_earlier_version_and_damaged_ones_come_back(table: FileTable, tail: bytes) -> None:
    table.header().resizeSection(2, 177)
    state = bytes(table.save_columns().data())
    table.header().resizeSection(2, 50)
    mark = state.rindex(b"\nfitted ")
    table.restore_columns(QByteArray(state[:mark] + (b"\nfitted " + tail if tail else b"")))
    assert table.header().sectionSize(2) == 177


def test_names_keep_their_room_beside_thumbnails(table: FileTable, qtbot: QtBot) -> None:
    kind = next(number for number, spec in enumerate(COLUMNS) if spec.column is Column.KIND)
    table.show_rows(rows(3), is_stale=False, keep_place=False)
    table.show()
    qtbot.waitExposed(table)
    others = sum(table.columnWidth(number) for number in range(1, len(COLUMNS)))
    table.resize(others + 150, 400)
    qtbot.waitUntil(lambda: table.viewport().width() == others + 150)
    assert not table.isColumnHidden(kind)
    table.has_thumbnails = lambda _rows: True
    table.renew_thumbnails()
    assert table.isColumnHidden(kind)
    assert table.columnWidth(0) - table.iconSize().width() > 150
    table.has_thumbnails = lambda _rows: False
    table.renew_thumbnails()
    assert not table.isColumnHidden(kind)


def test_a_hundred_thousand_rows_are_quick(table: FileTable, qtbot: QtBot) -> None:
    """Qt asks Python about what is seen alone: a third of a second, and over one to select, if about all."""
    many = rows(100_000)
    table.show()
    qtbot.waitExposed(table)
    began = time.thread_time()
    table.show_rows(many, is_stale=False, keep_place=False)
    table.grab()
    assert time.thread_time() - began < 0.2
    for place in range(0, 100_000, 10_000):
        table.scrollTo(table.model().index(place, 0))
        table.viewport().grab()
    assert time.thread_time() - began < 2.0
    began = time.thread_time()
    table.selectAll()
    assert len(table.chosen_rows()) == len(many)
    assert time.thread_time() - began < 0.3
    table.show_rows(many, is_stale=False, keep_place=True)
    assert time.thread_time() - began < 0.6
    assert len(table.chosen_rows()) == len(many)
    began = time.thread_time()
    table.keyboardSearch("zz")
    assert time.thread_time() - began < 0.15
