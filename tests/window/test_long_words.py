"""Words that are longer than the English ones are read to their end, or told by a tool tip."""

from collections.abc import Iterator

import pytest
from gallery.shortened_cells import shortened_cells
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.pseudo_language import pseudo

from fichier_gui.ui import icons, wording
from fichier_gui.ui.actions import Actions
from fichier_gui.ui.dialogs.fact_list import FactList
from fichier_gui.ui.dialogs.plan_view import Group, Line, PlanView
from fichier_gui.ui.dialogs.shortcuts import Shortcuts

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def long_words() -> Iterator[None]:
    wording.install(pseudo)
    yield
    wording.install(None)


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


def shown(place: QWidget, part: QWidget, width: int) -> None:
    layout = place.layout()
    assert layout is not None
    layout.addWidget(part)
    place.resize(width, 300)
    place.show()


def test_a_shortened_cell_is_found_where_no_tool_tip_tells_it(place: QWidget) -> None:
    view = PlanView(place, "Plan")
    view.show_groups([Group("Files", "info", icons.Tint.MUTED, [Line("x" * 90, "tip")], is_open=True)])
    shown(place, view, 300)
    assert shortened_cells(place) == []
    child = view.topLevelItem(0).child(0)
    child.setToolTip(0, "")
    assert shortened_cells(place) == [f"PlanView: {'x' * 90}"]


def test_the_heading_of_a_group_has_the_whole_row(place: QWidget) -> None:
    view = PlanView(place, "Plan")
    lines = [Line("a.txt", "a reason of many words indeed")]
    view.show_groups([Group("Three are left out of it all", "info", icons.Tint.MUTED, lines, is_open=True)])
    shown(place, view, 400)
    assert shortened_cells(place) == []
    view.topLevelItem(0).setFirstColumnSpanned(False)
    assert shortened_cells(place) == ["PlanView: Three are left out of it all"]


@pytest.mark.usefixtures("long_words")
def test_the_list_of_keys_is_as_wide_as_its_words(place: QWidget) -> None:
    dialog = Shortcuts(Actions(), place)
    dialog.show()
    model = dialog.list.model()
    found = []
    for row in range(0, model.rowCount(), 5):
        dialog.list.scrollTo(model.index(row, 0), dialog.list.ScrollHint.PositionAtTop)
        found += shortened_cells(dialog)
    assert found == []


def test_facts_are_read_whole_or_told_by_a_tool_tip(place: QWidget) -> None:
    sentence, checksum = "Anyone who has the link and the password can open it", "2dbf47cc" * 16
    dialog = FactList(place, "a.txt", [("Who can open it, and from where", sentence), ("Sum", checksum)])
    dialog.resize(dialog.sizeHint())
    dialog.show()
    lines = {line.text(): line for line in dialog.findChildren(QLineEdit)}
    assert lines[sentence].width() > lines[sentence].fontMetrics().horizontalAdvance(sentence)
    assert {text: line.toolTip() for text, line in lines.items()} == {sentence: "", checksum: checksum}
