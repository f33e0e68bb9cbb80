"""The graph of the status line, and the large one behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fichier_gui.ui import theme
from fichier_gui.ui.views.speed_graph import SHOWN, SpeedGraph, SpeedPopover


@dataclass
class Seconds:
    """A clock that a test sets."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def graph(qtbot: QtBot, clock: Seconds) -> Iterator[SpeedGraph]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addStretch()
    made = SpeedGraph(window, clock)
    column.addWidget(made, 0, Qt.AlignmentFlag.AlignRight)
    window.resize(600, 400)
    window.show()
    qtbot.waitExposed(window)
    yield made


def pass_a_second(graph: SpeedGraph, clock: Seconds, seconds: float = 1.0) -> None:
    """The timer rings, as it does once a second."""
    clock.now += seconds
    graph._timer.timeout.emit()


def accents(graph: SpeedGraph) -> list[int]:
    """Columns of the graph in which the accent is seen on its hill, counted from its left."""
    ratio = graph.devicePixelRatioF()
    image: QImage = graph.grab().toImage()
    accent = theme.accent(graph.palette())
    left = (graph.width() - SHOWN) // 2

    def is_accent(x: int, y: int) -> bool:
        found = image.pixelColor(round(x * ratio), round(y * ratio))
        return abs(found.hue() - accent.hue()) < 12 and found.saturation() > accent.saturation() // 5

    rows = range(graph.height())
    return [x for x in range(SHOWN) if any(is_accent(left + x, y) for y in rows)]


def test_what_moves_is_drawn_at_the_right_and_wanders_left(graph: SpeedGraph, clock: Seconds) -> None:
    assert accents(graph) == []
    graph.show_speeds(1_000_000.0, 0.0)
    for _ in range(5):
        pass_a_second(graph, clock)
    graph.show_speeds(0.0, 0.0)
    assert min(accents(graph)) >= SHOWN - 8
    for _ in range(20):
        pass_a_second(graph, clock)
    seen = accents(graph)
    assert seen
    assert max(seen) < SHOWN - 15


def test_it_looks_no_more_once_all_is_out_of_sight(graph: SpeedGraph, clock: Seconds) -> None:
    assert not graph._timer.isActive()
    graph.show_speeds(0.0, 5000.0)
    assert graph._timer.isActive()
    pass_a_second(graph, clock)
    assert graph.history.up[-1] == 5000.0
    graph.show_speeds(0.0, 0.0)
    for _ in range(299):
        pass_a_second(graph, clock)
    assert graph._timer.isActive()
    pass_a_second(graph, clock)
    assert not graph._timer.isActive()
    assert graph.toolTip() == "Nothing has moved in the last five minutes"


def test_what_begins_and_ends_between_two_looks_is_seen(graph: SpeedGraph, clock: Seconds) -> None:
    graph.show_speeds(0.0, 3_000_000.0)
    graph.show_speeds(0.0, 1_000_000.0)
    graph.show_speeds(0.0, 0.0)
    pass_a_second(graph, clock)
    pass_a_second(graph, clock)
    assert list(graph.history.up) == [3_000_000.0, 0.0]
    assert not any(graph.history.down)
    assert graph.toolTip() == "Highest of the last five minutes: down –, up 3.0 MB/s"


def test_a_rest_of_the_computer_is_a_gap(graph: SpeedGraph, clock: Seconds) -> None:
    graph.show_speeds(7000.0, 0.0)
    pass_a_second(graph, clock)
    pass_a_second(graph, clock, seconds=30)
    assert list(graph.history.down) == [7000.0, *[0.0] * 29, 7000.0]


def test_a_click_shows_five_minutes_in_figures_too(qtbot: QtBot, graph: SpeedGraph, clock: Seconds) -> None:
    graph.show_speeds(2_000_000.0, 500_000.0)
    pass_a_second(graph, clock)
    graph.show_speeds(4_000_000.0, 0.0)
    qtbot.mouseClick(graph, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(graph.popover.isVisible)
    pass_a_second(graph, clock)
    assert read(graph.popover) == [
        *("Speed", "5 minutes ago", "Now", "Now", "Average", "Highest"),
        *("Downloads", "4.0 MB/s", "3.0 MB/s", "4.0 MB/s"),
        *("Uploads", "–", "500 kB/s", "500 kB/s"),
    ]
    interface = QAccessible.queryAccessibleInterface(graph.popover)
    said = interface.text(QAccessible.Text.Description)
    assert said.splitlines()[0] == "Downloads: Now 4.0 MB/s, Average 3.0 MB/s, Highest 4.0 MB/s"
    assert graph.toolTip() == "Highest of the last five minutes: down 4.0 MB/s, up 500 kB/s"
    qtbot.keyClick(graph.popover, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not graph.popover.isVisible())


def test_from_right_to_left_what_is_new_is_at_the_left(graph: SpeedGraph, clock: Seconds) -> None:
    graph.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    graph.show_speeds(1_000_000.0, 0.0)
    for _ in range(5):
        pass_a_second(graph, clock)
    assert max(accents(graph)) <= 8


def read(popover: SpeedPopover) -> list[str]:
    """Its words in the order of reading."""
    QApplication.sendPostedEvents()
    labels = [label for label in popover.findChildren(QLabel) if label.isVisible() and label.text()]
    places = {label: label.mapTo(popover, QPoint(0, label.height() // 2)) for label in labels}
    labels.sort(key=lambda label: (places[label].y() // 8, places[label].x()))
    return [label.text() for label in labels]
