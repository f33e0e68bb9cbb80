"""A folder's rows become those of its next listing: few steps, and nothing else moves."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from fichier_gui.catalogue.order import Row
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.ui.models.file_list import FileListModel, Role
from fichier_gui.ui.models.row_change import RowChange, compare, item_id
from fichier_gui.ui.views.chosen import chosen_among, sheet_of, sorted_out
from fichier_gui.ui.views.file_table import FileTable


def file(number: int, **changes: Any) -> RemoteFile:
    made = RemoteFile(FileUrl(f"https://1fichier.com/?{number:08d}"), f"film {number:05}.mkv", number)
    return replace(made, **changes)


POOL: list[Row] = [RemoteFolder(FolderId(1), "Extras"), *(file(number) for number in range(40))]
ANOTHER: list[Row] = [replace(row, name=f"other {row.name}") for row in POOL]
"""The same items with other names."""


def applied(old: list[Row], new: list[Row], change: RowChange) -> list[Row]:
    rows = list(old)
    for first, last in reversed(change.removed):
        del rows[first : last + 1]
    for first, last in change.inserted:
        rows[first:first] = new[first : last + 1]
    for first, last in change.renewed:
        rows[first : last + 1] = new[first : last + 1]
    return rows


@given(
    st.permutations(range(41)), st.integers(0, 41), st.permutations(range(41)), st.sets(st.integers(0, 40))
)
@settings(max_examples=300)
def test_the_steps_lead_to_the_new_rows(
    one: list[int], count: int, other: list[int], renamed: set[int]
) -> None:
    old = [POOL[number] for number in one[:count]]
    new = [(ANOTHER if number in renamed else POOL)[number] for number in other]
    change = compare(old, new)
    if change is not None:
        assert applied(old, new, change) == new


@given(st.lists(st.integers(0, 40), unique=True, max_size=20), st.sets(st.integers(0, 40), max_size=12))
def test_what_goes_and_comes_is_told_without_a_reset(gone: list[int], come: set[int]) -> None:
    old = [row for number, row in enumerate(POOL) if number not in come]
    new = [row for number, row in enumerate(POOL) if number not in gone]
    change = compare(old, new)
    assert change is not None and applied(old, new, change) == new


def test_equal_rows_at_both_ends_need_not_be_the_same_objects() -> None:
    new = [replace(row) for row in POOL if row.name != "film 00020.mkv"]
    assert compare(POOL, new) == RowChange(removed=((21, 21),))


def test_a_change_in_its_place_is_renewed() -> None:
    new = [*POOL[:5], *ANOTHER[5:8], *POOL[8:30], ANOTHER[30], *POOL[31:]]
    assert compare(POOL, new) == RowChange(renewed=((5, 7), (30, 30)))


def test_what_moves_goes_and_comes() -> None:
    new = [*POOL[:3], *POOL[4:20], ANOTHER[3], *POOL[20:]]
    assert compare(POOL, new) == RowChange(removed=((3, 3),), inserted=((19, 19),))


def test_another_order_is_shown_anew() -> None:
    assert compare(POOL, POOL[::-1]) is None


def test_very_many_steps_are_shown_anew() -> None:
    many: list[Row] = [file(number) for number in range(400)]
    assert compare(many, many[::2]) is None


def test_keeps_the_rules_of_models(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = FileListModel()
    model.show(POOL)
    qtmodeltester.check(model)
    new = [*POOL[:3], *POOL[4:20], ANOTHER[3], *POOL[22:], file(99)]
    change = compare(POOL, new)
    assert change is not None
    model.become(new, change, is_stale=True)
    qtmodeltester.check(model)
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [row.name for row in new]
    assert model.index(0, 0).data(int(Role.IS_STALE)) is True


@pytest.fixture
def table(qtbot: QtBot) -> FileTable:
    made = FileTable(FileListModel())
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show_rows(POOL, is_stale=False, keep_place=False)
    made.show()
    qtbot.waitExposed(made)
    return made


def change(table: FileTable, new: list[Row]) -> list[int]:
    """How often the view was told that something is chosen; and that no reset was needed."""
    told: list[int] = []
    resets: list[int] = []
    table.chosen.connect(lambda: told.append(1))
    table.model().modelReset.connect(lambda: resets.append(1))
    steps = compare(POOL, new)
    assert steps is not None
    table.change_rows(new, steps, is_stale=False)
    assert not resets
    return told


def names(table: FileTable) -> list[str]:
    return [row.name for row in table.chosen_rows()]


def test_what_is_selected_stays_selected_where_it_moves_too(table: FileTable) -> None:
    table.select([item_id(POOL[number]) for number in (2, 3, 10)])
    table.stand_at(table._model.places([item_id(POOL[3])])[0])
    top = table.verticalScrollBar().maximum() // 2
    table.verticalScrollBar().setValue(top)
    new = [*POOL[:3], *POOL[4:20], ANOTHER[3], *POOL[20:]]
    assert change(table, new) == [1]
    assert names(table) == [POOL[2].name, POOL[10].name, ANOTHER[3].name]
    assert table.current_item() == item_id(POOL[3])
    assert table.verticalScrollBar().value() == top


def test_the_keyboard_of_a_row_that_is_gone_goes_on_below(table: FileTable) -> None:
    table.select([item_id(POOL[5])])
    table.stand_at(table._model.places([item_id(POOL[5])])[0])
    change(table, [*POOL[:5], *POOL[6:]])
    assert names(table) == []
    assert table.current_item() == item_id(POOL[6])


def test_all_rows_stay_selected(table: FileTable) -> None:
    table.selectAll()
    new = [*POOL[:5], *ANOTHER[5:7], *POOL[7:30], *POOL[31:]]
    steps = compare(POOL, new)
    assert steps is not None and steps.removed == ((5, 6), (30, 30))
    table.change_rows(new, steps, is_stale=False)
    assert names(table) == [row.name for row in new]


def test_files_without_links_are_not_mistaken_for_each_other(table: FileTable) -> None:
    nameless: list[Row] = [file(number, url=FileUrl("")) for number in range(9)]
    table.show_rows(nameless, is_stale=False, keep_place=False)
    table.selectionModel().select(
        table.model().index(2, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    new = [*nameless[:2], *nameless[3:], file(50, url=FileUrl(""))]
    steps = compare(nameless, new)
    assert steps is not None
    table.change_rows(new, steps, is_stale=False)
    assert names(table) == []


def test_one_file_without_a_link_that_is_chosen_is_not_all_of_them(table: FileTable) -> None:
    nameless: list[Row] = [file(number, url=FileUrl("")) for number in range(9)]
    table.show_rows(nameless, is_stale=False, keep_place=False)
    table.select_rows([2])
    table.stand_at(2)
    sheet = sheet_of(nameless[::-1], table.standing())
    table.show_rows(nameless[::-1], is_stale=False, keep_place=True, sheet=sheet)
    assert names(table) == []
    table.select_rows([2])
    other = [*nameless[::-1][:2], file(50, url=FileUrl("")), *nameless[::-1][3:]]
    steps = compare(nameless[::-1], other)
    assert steps is not None
    table.change_rows(other, steps, is_stale=False)
    assert names(table) == [], "another file in its place is not chosen"
    assert not table.reveal(FileUrl(""))


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 3)), max_size=5)


@given(st.integers(0, 12), SPANS)
def test_what_is_chosen_is_known_by_the_whole(folders: int, gaps: list[tuple[int, int]]) -> None:
    rows: list[Row] = [*(RemoteFolder(FolderId(n + 1), f"{n}") for n in range(folders))]
    rows += [file(number + 1) for number in range(12 - folders)]
    spans: list[tuple[int, int]] = []
    for gap, length in gaps:
        first = gap + (spans[-1][1] if spans else 0)
        if first + length <= len(rows):
            spans.append((first, first + length))
    whole = sorted_out(rows)
    chosen = sorted_out([row for first, end in spans for row in rows[first:end]])
    found = chosen_among(whole, spans)
    assert (list(found.rows), list(found.files), list(found.folders)) == (
        list(chosen.rows),
        list(chosen.files),
        list(chosen.folders),
    )
    assert found.octets == chosen.octets


def test_what_stood_is_found_beforehand(table: FileTable, monkeypatch: pytest.MonkeyPatch) -> None:
    table.select([item_id(POOL[number]) for number in (2, 3)])
    table.stand_at(table._model.places([item_id(POOL[7])])[0])
    new = POOL[:1] + POOL[:0:-1]
    sheet = sheet_of(new, table.standing())

    def gone_through(_ids: object) -> list[int]:
        raise AssertionError("all rows are gone through again")

    monkeypatch.setattr(table._model, "places", gone_through)
    table.show_rows(new, is_stale=False, keep_place=True, sheet=sheet)
    assert names(table) == [POOL[3].name, POOL[2].name]
    assert table.current_item() == item_id(POOL[7])


def test_what_another_window_chose_is_found_beforehand(
    table: FileTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    items, current = [item_id(POOL[number]) for number in (2, 3)], item_id(POOL[7])
    sheet = sheet_of(POOL, frozenset({*items, current}))
    gone_through: list[object] = []
    places = table._model.places
    monkeypatch.setattr(table._model, "places", lambda ids: gone_through.append(ids) or places(ids))
    table.show_rows(list(POOL), is_stale=False, keep_place=False, sheet=sheet)
    gone_through.clear()
    table.choose(items, current)
    assert names(table) == [POOL[2].name, POOL[3].name]
    assert table.current_item() == current and not gone_through
    table.choose(items[:1], None)
    assert names(table) == [POOL[2].name] and len(gone_through) == 1


def test_what_was_chosen_meanwhile_is_found_all_the_same(table: FileTable) -> None:
    sheet = sheet_of(POOL, table.standing())
    table.select([item_id(POOL[4])])
    table.show_rows(list(POOL), is_stale=False, keep_place=True, sheet=sheet)
    assert names(table) == [POOL[4].name]


def test_many_rows_that_are_left_are_dropped_little_by_little(qtbot: QtBot) -> None:
    model = FileListModel()
    rows: list[Row] = [file(number) for number in range(9000)]
    model.show(rows)
    model.show([])
    assert len(model._left) == 9000
    qtbot.waitUntil(lambda: len(model._left) == 0)
