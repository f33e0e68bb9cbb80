"""Rows that the user moves, and rows that must not move: with the mouse, over the panel."""

from array import array
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from support.fake_seam import FakeSeam, transfer
from support.waiting import until

from fichier_gui.domain.events import QueueReordered, TransferChanged, TransfersAdded
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import QueueColumn, QueueFilter, State
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.models.cell_answers import Role
from fichier_gui.ui.models.order_change import kept_still
from fichier_gui.ui.models.transfer_columns import NAME
from fichier_gui.ui.views.row_drag import Line
from fichier_gui.ui.views.transfers_panel import TransfersPanel

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN = Qt.KeyboardModifier.NoModifier


class _Pointer(QObject):
    """Where the list has seen the mouse."""

    pointer, is_over = None, False

    def eventFilter(self, watched, event):
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.is_over = event.type() == QEvent.Type.Enter
        if event.type() in (QEvent.Type.Enter, QEvent.Type.MouseMove):
            self.pointer = event.position().toPoint()
        return False


class _Shown:
    """The panel with twelve rows, on a screen with a mouse."""

    def __init__(self, qtbot, rows=None):
        self.seam = FakeSeam(rows or [transfer(n) for n in range(1, 13)])
        self.calls = self.seam.program.transfers.calls
        self.content = self.seam.program.transfers.content
        self.actions = Actions()
        self.panel = TransfersPanel(self.seam, self.actions)
        self.elsewhere = QWidget()
        self.elsewhere.setGeometry(0, 700, 50, 50)
        for widget in (self.panel, self.elsewhere):
            qtbot.addWidget(widget)
        self.panel.setGeometry(0, 0, 780, 560)
        self.model, self.view = self.panel.model, self.panel.view
        self.seen = _Pointer()
        self.view.viewport().installEventFilter(self.seen)
        self.said = []
        self.panel.noticed.connect(self.said.append)

    async def __aenter__(self):
        self.elsewhere.show()
        await self.points_elsewhere()
        self.panel.show()
        assert QTest.qWaitForWindowExposed(self.panel)
        self.panel.start()
        await until(lambda: self.model.rowCount() == len(self.content))
        model = self.model
        await until(
            lambda: all(model.index(row, NAME).data(Role.TRANSFER) for row in range(model.rowCount()))
        )
        return self

    async def __aexit__(self, *_):
        await self.panel.close_tasks()

    @property
    def order(self):
        return self.model.ids(0, self.model.rowCount())

    def place(self, row, part=0.5):
        """A point of a row; ``part`` of its height from its top."""
        rect = self.view.visualRect(self.model.index(row, NAME))
        return QPoint(rect.left() + 30, rect.top() + int(rect.height() * part))

    async def point(self, place):
        viewport = self.view.viewport()
        if QCursor.pos() != viewport.mapToGlobal(place):
            self.seen.pointer = None
            QTest.mouseMove(viewport, place)
            await until(lambda: self.seen.pointer == place)

    async def points_elsewhere(self):
        QTest.mouseMove(self.elsewhere, QPoint(5, 5))
        await until(lambda: not self.seen.is_over)

    async def drag(self, start, *way):
        await self.point(start)
        QTest.mousePress(self.view.viewport(), LEFT, PLAIN, start)
        for place in way:
            await self.point(place)

    def let_go(self, place):
        QTest.mouseRelease(self.view.viewport(), LEFT, PLAIN, place)

    def choose(self, *rows):
        selection = self.view.selectionModel()
        self.view.clearSelection()
        for row in rows:
            index = self.model.index(row, NAME)
            flags = selection.SelectionFlag
            selection.select(index, flags.Select | flags.Rows)

    async def happens(self, event):
        """The queue says so, and the list has asked again."""
        asked = self.model._order_number
        self.seam.happened.emit(event)
        await until(lambda: self.model._order_number > asked and not self.panel.scope.names)


async def test_a_row_is_dragged_to_another_place(qtbot):
    async with _Shown(qtbot) as shown:
        await shown.drag(shown.place(7), shown.place(5), shown.place(2, 0.2))
        assert shown.view.drag.line() == Line(2, False)
        assert shown.view.drag._mark.isVisible()
        assert shown.view.drag._mark.accessibleName() == "file 8.bin"
        assert shown.view.drag._mark.y_of_line == shown.view.visualRect(shown.model.index(2, NAME)).top()
        shown.let_go(shown.place(2, 0.2))
        assert not shown.view.drag._mark.isVisible()
        await until(lambda: shown.calls)
        assert shown.calls == [("place", [8], 3, False)]
        await until(lambda: not shown.panel.scope.names)


async def test_what_is_dragged_is_shown_where_it_was_dropped(qtbot):
    async with _Shown(qtbot) as shown:
        shown.choose(0, 1, 4)
        await shown.drag(shown.place(1), shown.place(3), shown.place(6, 0.8))
        assert shown.view.drag._mark.accessibleName() == "3 transfers"
        assert [index.row() for index in shown.view.selectionModel().selectedRows()] == [0, 1, 4]
        shown.let_go(shown.place(6, 0.8))
        await until(lambda: shown.order == [3, 4, 6, 7, 1, 2, 5, 8, 9, 10, 11, 12])
        assert shown.view.selected_ids() == [1, 2, 5], "what was chosen stays chosen"
        assert shown.calls == [("place", [1, 2, 5], 7, True)] or shown.calls[0][1:] == ([1, 2, 5], 8, False)


async def test_below_the_last_row_is_the_end(qtbot):
    async with _Shown(qtbot) as shown:
        below = QPoint(100, shown.view.visualRect(shown.model.index(11, NAME)).bottom() + 30)
        await shown.drag(shown.place(0), shown.place(4), below)
        shown.let_go(below)
        await until(lambda: shown.order[-1] == 1)
        assert shown.calls == [("place", [1], 12, True)]


async def test_what_is_done_is_no_neighbour_of_what_waits(qtbot):
    rows = [transfer(1, state=State.DONE), *(transfer(n) for n in range(2, 5))]
    async with _Shown(qtbot, rows) as shown:
        assert shown.order == [2, 3, 4, 1], "what is done is shown last"
        await shown.drag(shown.place(0), shown.place(1), shown.place(3, 0.2))
        shown.let_go(shown.place(3, 0.2))
        await until(lambda: shown.order == [3, 4, 2, 1])
        assert shown.calls == [("place", [2], 4, True)]


async def test_escape_and_a_small_move_change_nothing(qtbot):
    async with _Shown(qtbot) as shown:
        shown.view.setFocus()
        await shown.drag(shown.place(3), shown.place(5), shown.place(8))
        assert shown.view.drag.is_dragging
        QTest.keyClick(shown.view, Qt.Key.Key_Escape)
        assert not shown.view.drag.is_dragging and not shown.view.drag._mark.isVisible()
        await shown.point(shown.place(9))
        shown.let_go(shown.place(9))
        assert shown.view.selected_ids() == [4], "what the pointer passes over is not chosen"
        await shown.drag(shown.place(3), shown.place(3) + QPoint(3, 2))
        shown.let_go(shown.place(3) + QPoint(3, 2))
        assert shown.view.selected_ids() == [4] and not shown.calls


async def test_a_click_on_one_of_many_chooses_it_alone(qtbot):
    async with _Shown(qtbot) as shown:
        shown.choose(1, 2, 3)
        await shown.drag(shown.place(2))
        assert shown.view.selected_count() == 3
        shown.let_go(shown.place(2))
        assert shown.view.selected_ids() == [3]


async def test_a_list_with_an_order_of_its_own_says_why_nothing_moves(qtbot):
    async with _Shown(qtbot) as shown:
        shown.view.header().setSortIndicator(NAME, Qt.SortOrder.DescendingOrder)
        await until(lambda: shown.order[0] == 9)
        await shown.drag(shown.place(3), shown.place(5), shown.place(8))
        assert not shown.view.drag.is_dragging
        shown.let_go(shown.place(8))
        assert shown.said == ["Rows can be moved once the list is in the order of the queue"]
        assert not shown.calls


async def test_a_drag_at_the_edge_takes_the_list_along(qtbot):
    async with _Shown(qtbot, [transfer(n) for n in range(1, 41)]) as shown:
        bar, viewport = shown.view.verticalScrollBar(), shown.view.viewport()
        edge = QPoint(100, viewport.height() - 4)
        await shown.drag(shown.place(2), shown.place(5), edge)
        await until(lambda: bar.value() == bar.maximum())
        QTest.keyClick(shown.view, Qt.Key.Key_Escape)
        shown.let_go(edge)
        assert not shown.calls


async def test_rows_do_not_move_under_the_pointer(qtbot):
    async with _Shown(qtbot) as shown:
        await shown.point(shown.place(4))
        shown.content[TransferId(3)] = done = replace(shown.content[TransferId(3)], state=State.DONE)
        shown.seam.happened.emit(TransferChanged(done))
        del shown.content[TransferId(1)]
        await shown.happens(QueueReordered())
        assert shown.order == list(range(1, 13))
        assert shown.model.index(2, NAME).data(Role.TRANSFER).state is State.DONE, "it says so where it is"
        shown.content[TransferId(20)] = transfer(20)
        await shown.happens(TransfersAdded(BatchId(1), 1))
        assert shown.order == [*range(1, 13), 20], "below what is seen there is room"
        await shown.points_elsewhere()
        assert shown.order == [2, *range(4, 13), 20, 3]


async def test_what_is_seen_stays_and_what_is_not_follows(qtbot):
    async with _Shown(qtbot, [transfer(n) for n in range(1, 101)]) as shown:
        await shown.point(shown.place(4))
        seen = shown.view.indexAt(QPoint(0, shown.view.viewport().height() - 1)).row() + 1
        del shown.content[TransferId(2)]
        del shown.content[TransferId(90)]
        await shown.happens(QueueReordered())
        assert shown.order == [n for n in range(1, 101) if n != 90]
        assert seen < 40
        shown.content[TransferId(80)] = replace(shown.content[TransferId(80)], position=0)
        await shown.happens(QueueReordered())
        assert shown.order[: seen + 1] == [*range(1, seen + 1), 80]
        await shown.points_elsewhere()
        assert shown.order[:3] == [80, 1, 3]


async def test_what_ends_stays_in_its_tab_until_the_pointer_leaves(qtbot):
    rows = [transfer(n, state=State.MOVING) for n in range(1, 6)]
    async with _Shown(qtbot, rows) as shown:
        shown.panel.show_tab(QueueFilter.ACTIVE)
        await until(lambda: not shown.panel.scope.names)
        await shown.point(shown.place(1))
        shown.content[TransferId(1)] = done = replace(rows[0], state=State.DONE)
        await shown.happens(TransferChanged(done))
        assert shown.order == [1, 2, 3, 4, 5]
        await shown.points_elsewhere()
        assert shown.order == [2, 3, 4, 5]


async def test_the_users_own_command_is_seen_at_once(qtbot):
    async with _Shown(qtbot) as shown:
        await shown.point(shown.place(4))
        shown.choose(4)
        del shown.content[TransferId(5)]
        shown.actions[ActionId.TRANSFER_REMOVE].trigger()
        await until(lambda: shown.order == [1, 2, 3, 4, *range(6, 13)])
        shown.view.sorted_by.emit(QueueColumn.NAME, True)
        await until(lambda: shown.order[0] == 9)


async def test_rows_stand_still_while_a_menu_is_open(qtbot):
    async with _Shown(qtbot) as shown:
        await shown.point(shown.place(4))
        QTest.mouseClick(shown.view.viewport(), RIGHT, PLAIN, shown.place(4))
        shown.view.customContextMenuRequested.emit(shown.place(4))
        menu = next(m for m in shown.panel.findChildren(type(shown.panel.menu())) if m.isVisible())
        await shown.points_elsewhere()
        del shown.content[TransferId(1)]
        await shown.happens(QueueReordered())
        assert shown.order == list(range(1, 13))
        menu.close()
        await until(lambda: shown.order == list(range(2, 13)))


@pytest.mark.parametrize(
    ("last", "shown"),
    [(-1, [5, 1, 6, 2]), (0, [1, 5, 6, 2]), (2, [1, 2, 3, 5, 6]), (9, [1, 2, 3, 4, 5, 6])],
)
def test_what_stays_and_what_follows(last, shown):
    old, new = array("q", [1, 2, 3, 4]), array("q", [5, 1, 6, 2])
    assert kept_still(old, new, last).tolist() == shown
