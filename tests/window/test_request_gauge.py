"""The request gauge, and what a click on it explains."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fichier_gui.domain import errors
from fichier_gui.domain.requests import BudgetSnapshot, RequestTimer, RequestWait, WaitReason
from fichier_gui.ui.views.request_gauge import RequestGauge, RequestPopover

NOW = 1_760_000_000.0
PATHS = {7: "/Films", 8: "/Films/2024"}
BUSY = BudgetSnapshot(
    available=0.4,
    spent_minute=3,
    spent_hour=120,
    waits=(
        RequestWait(WaitReason.TURN, 2),
        RequestWait(WaitReason.FOLDER, 1, 7, NOW + 12),
    ),
    timers=(
        RequestTimer(WaitReason.FOLDER, NOW + 12, 7),
        RequestTimer(WaitReason.ACCOUNT, NOW + 252),
        RequestTimer(WaitReason.WHOLE_LIST, NOW + 3510),
    ),
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """A window with the gauge at its lower edge."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addStretch()
    column.addWidget(RequestGauge(made), 0, Qt.AlignmentFlag.AlignRight)
    made.resize(500, 500)
    made.show()
    qtbot.waitExposed(made)
    yield made


@pytest.fixture
def gauge(window: QWidget) -> RequestGauge:
    found = window.findChild(RequestGauge)
    assert isinstance(found, RequestGauge)
    return found


def opened(gauge: RequestGauge, qtbot: QtBot) -> RequestPopover:
    qtbot.mouseClick(gauge, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(gauge.popover.isVisible)
    return gauge.popover


def read(popover: RequestPopover) -> list[str]:
    """What is in sight, from the top."""
    labels = [label for label in popover.findChildren(QLabel) if label.isVisible()]
    places = {label: label.mapTo(popover, QPoint(0, 0)) for label in labels}
    labels.sort(key=lambda label: (places[label].y(), places[label].x()))
    return [label.text() for label in labels]


def show(gauge: RequestGauge, budget: BudgetSnapshot, now: float = NOW) -> None:
    gauge.show_budget(budget, now, lambda folder: PATHS[folder])


def test_the_gauge_empties_waits_and_pauses(gauge: RequestGauge) -> None:
    show(gauge, BudgetSnapshot())
    assert gauge.filled == 5
    show(gauge, BUSY)
    assert gauge.filled == 2
    assert gauge.toolTip().startswith("3 requests waiting")
    show(gauge, BudgetSnapshot(paused_until=NOW + 65))
    assert gauge.filled == 0
    assert "1:05" in gauge.toolTip()
    assert gauge.accessibleName().startswith("Requests: ")


def test_a_click_tells_what_is_spent_what_waits_and_what_may_be_asked_when(
    gauge: RequestGauge, qtbot: QtBot
) -> None:
    show(gauge, BUSY)
    assert read(opened(gauge, qtbot))[:-1] == [
        "Requests to 1fichier",
        "3 requests waiting: 1fichier limits how often it may be asked.",
        "120 requests in the last hour, 3 of them in the last minute.",
        "Waiting",
        "2 requests: at most two leave in a second",
        "1 request: /Films was read a moment ago",
        "0:12",
        "May be asked again in",
        "Folder /Films",
        "0:12",
        "The account",
        "4:12",
        "The list of all files",
        "58:30",
    ]


def test_it_counts_down_while_it_is_open(gauge: RequestGauge, qtbot: QtBot) -> None:
    pause = BudgetSnapshot(
        available=0.0,
        waits=(RequestWait(WaitReason.PAUSE, 4, until=NOW + 30),),
        paused_until=NOW + 30,
        pause_error=errors.FloodLocked(),
    )
    show(gauge, pause)
    popover = opened(gauge, qtbot)
    assert read(popover)[1].startswith("1fichier counted too many requests and asks for a pause. 0:30 left")
    assert "0:30" in read(popover)
    show(gauge, pause, NOW + 9)
    assert "0:21 left" in read(popover)[1]
    assert "0:21" in read(popover)
    assert "0:21" in popover.accessibleDescription()
    height = popover.height()
    show(gauge, BudgetSnapshot(), NOW + 31)
    assert popover.height() < height


def test_nothing_is_listed_when_nothing_waits(gauge: RequestGauge, qtbot: QtBot) -> None:
    show(gauge, BudgetSnapshot())
    said = read(opened(gauge, qtbot))
    assert said[:3] == [
        "Requests to 1fichier",
        "1fichier can be asked at once.",
        "No request in the last hour.",
    ]
    assert len(said) == 4


def test_what_may_be_asked_by_now_is_not_listed(gauge: RequestGauge, qtbot: QtBot) -> None:
    """The gauge is told once a second: a timer may be over in between."""
    show(gauge, BUSY, NOW + 300)
    assert "The account" not in read(opened(gauge, qtbot))


def test_many_folders_are_counted(gauge: RequestGauge, qtbot: QtBot) -> None:
    timers = tuple(RequestTimer(WaitReason.FOLDER, NOW + n, n) for n in range(1, 21))
    gauge.show_budget(BudgetSnapshot(timers=timers), NOW, lambda folder: f"/{folder}")
    said = read(opened(gauge, qtbot))
    assert said[4:-1:2] == [*(f"Folder /{n}" for n in range(1, 6)), "15 more"]
    assert said[-2] == "0:20"


def test_the_keyboard_opens_and_closes_it(gauge: RequestGauge, qtbot: QtBot) -> None:
    gauge.setFocus(Qt.FocusReason.TabFocusReason)
    assert gauge.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(gauge, Qt.Key.Key_Space)
    qtbot.waitUntil(gauge.popover.isVisible)
    qtbot.waitUntil(gauge.popover.hasFocus)
    qtbot.keyClick(gauge.popover, Qt.Key.Key_Escape)
    qtbot.waitUntil(gauge.popover.isHidden)
    qtbot.waitUntil(gauge.hasFocus)


def test_a_click_elsewhere_closes_it(gauge: RequestGauge, window: QWidget, qtbot: QtBot) -> None:
    popover = opened(gauge, qtbot)
    assert QApplication.activePopupWidget() is popover
    # The popup has the mouse: a press anywhere else comes to it.
    qtbot.mouseClick(popover, Qt.MouseButton.LeftButton, pos=QPoint(-40, -40))
    qtbot.waitUntil(popover.isHidden)


def test_a_click_inside_leaves_it_open(gauge: RequestGauge, qtbot: QtBot) -> None:
    popover = opened(gauge, qtbot)
    qtbot.mouseClick(popover, Qt.MouseButton.LeftButton, pos=popover.rect().center())
    assert popover.isVisible()


def test_a_long_name_makes_it_no_wider_and_nothing_is_cut(gauge: RequestGauge, qtbot: QtBot) -> None:
    gauge.show_budget(BUSY, NOW, lambda _folder: "/" + "A folder with a long name/" * 9)
    popover = opened(gauge, qtbot)
    usual = popover.width()
    for label in popover.findChildren(QLabel):
        if label.isVisible():
            assert popover.rect().contains(
                label.geometry().translated(label.parentWidget().mapTo(popover, QPoint()))
            )
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()
    show(gauge, BUSY)
    assert popover.width() == usual


def test_it_opens_beside_the_gauge_and_on_the_screen(gauge: RequestGauge, qtbot: QtBot) -> None:
    show(gauge, BUSY)
    popover = opened(gauge, qtbot)
    there = popover.frameGeometry()
    assert popover.screen().availableGeometry().contains(there)
    assert not there.intersects(gauge.rect().translated(gauge.mapToGlobal(QPoint(0, 0))))


def test_a_screen_reader_hears_all_of_it(gauge: RequestGauge, qtbot: QtBot) -> None:
    show(gauge, BUSY)
    popover = opened(gauge, qtbot)
    interface = QAccessible.queryAccessibleInterface(popover)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Requests to 1fichier"
    heard = interface.text(QAccessible.Text.Description)
    assert "1 request: /Films was read a moment ago: 0:12" in heard
    assert "The account: 4:12" in heard
