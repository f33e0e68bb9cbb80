"""Batches as one row that folds out."""

from array import array
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from support.fake_seam import FakeSeam, link, transfer
from support.waiting import until

from fichier_gui.domain import errors
from fichier_gui.domain.events import QueueReordered, TransferChanged
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import Direction, Move, Progress, QueueFilter, State
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.models.cell_answers import Role
from fichier_gui.ui.models.transfer_columns import (
    DIRECTION,
    FOLDER,
    LEFT,
    LIMIT,
    NAME,
    PRIORITY,
    PROGRESS,
    SIZE,
    SPEED,
    STATUS,
)
from fichier_gui.ui.views.folding import SIGN
from fichier_gui.ui.views.row_drag import Line
from fichier_gui.ui.views.transfers_panel import TransfersPanel

READ = Qt.ItemDataRole.AccessibleTextRole
LEFT_BUTTON, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
HOLIDAY, SCANS, ALONE = BatchId(1), BatchId(2), BatchId(3)


def rows_of(batch, numbers, **changes):
    return [transfer(n, batch_id=batch, **changes) for n in numbers]


ROWS = [*rows_of(HOLIDAY, range(1, 5)), *rows_of(ALONE, [5]), *rows_of(SCANS, range(6, 9))]


class _Shown:
    """The panel with two batches and a row of its own."""

    def __init__(self, qtbot, rows=ROWS, whole=None):
        self.seam = FakeSeam(rows)
        self.queue = self.seam.program.transfers
        self.queue.whole = {HOLIDAY: "Holiday", SCANS: ""} if whole is None else whole
        self.actions = Actions()
        self.panel = TransfersPanel(self.seam, self.actions)
        qtbot.addWidget(self.panel)
        self.panel.resize(1180, 560)
        self.model, self.view = self.panel.model, self.panel.view

    async def __aenter__(self):
        self.panel.show()
        self.panel.start()
        await until(lambda: self.model.is_known)
        await self.settles()
        return self

    async def __aexit__(self, *_):
        await self.panel.close_tasks()

    async def settles(self):
        """Every row is known and nothing is on its way."""
        model = self.model
        await until(
            lambda: (
                all(model.index(row, NAME).data(Role.SHOWN) for row in range(model.rowCount()))
                and not self.panel.scope.names
            )
        )

    @property
    def order(self):
        return self.model.ids(0, self.model.rowCount())

    def row(self, item):
        return self.order.index(item)

    def text(self, item, column, role=Qt.ItemDataRole.DisplayRole):
        return self.model.index(self.row(item), column).data(role)

    def choose(self, *items):
        selection = self.view.selectionModel()
        self.view.clearSelection()
        for item in items:
            index = self.model.index(self.row(item), NAME)
            flags = selection.SelectionFlag
            selection.select(index, flags.Select | flags.Rows)
            selection.setCurrentIndex(index, flags.NoUpdate)

    async def fold(self, batch, is_unfolded=True):
        self.model.fold(batch, is_unfolded)
        await self.settles()

    def at(self, item, way_in=None, part=0.5):
        cell = self.view.visualRect(self.model.index(self.row(item), NAME))
        across = SIGN + 20 if way_in is None else way_in
        return QPoint(cell.left() + across, cell.top() + int(cell.height() * part))


async def test_a_batch_is_one_row_and_a_single_file_is_itself(qtbot):
    async with _Shown(qtbot) as shown:
        assert shown.order == [-HOLIDAY, 5, -SCANS]
        texts = [
            shown.text(-HOLIDAY, column) for column in (NAME, SIZE, PROGRESS, STATUS, SPEED, LEFT, FOLDER)
        ]
        assert texts == ["Holiday", "10.0 MB", "0 %", "Waiting, 0 of 4", "", "", "/Films"]
        assert [shown.text(-HOLIDAY, column) for column in (LIMIT, PRIORITY)] == ["", ""]
        assert shown.text(-SCANS, NAME) == "file 6.bin and 2 more"
        assert shown.text(-HOLIDAY, DIRECTION, Qt.ItemDataRole.DecorationRole) is not None
        assert shown.text(-HOLIDAY, NAME, Role.TRANSFER) is None
        levels = [shown.text(item, NAME, Role.SHOWN).level for item in shown.order]
        assert levels == [1, 1, 1]
        shown.panel.show_tab(QueueFilter.WAITING)
        await until(lambda: shown.order == list(range(1, 9)))
        await shown.settles()
        assert {shown.text(item, NAME, Role.SHOWN).level for item in shown.order} == {0}, "a tab lists rows"


async def test_it_folds_out_and_in_by_keys(qtbot):
    async with _Shown(qtbot) as shown:
        shown.view.setFocus()
        shown.choose(-HOLIDAY)
        assert shown.text(-HOLIDAY, NAME, READ) == (
            "Holiday, batch of 4 transfers, folded, Upload, Waiting, 0 of 4, 0 %"
        )
        QTest.keyClick(shown.view, Qt.Key.Key_Right)
        await until(lambda: shown.order == [-HOLIDAY, 1, 2, 3, 4, 5, -SCANS])
        await shown.settles()
        assert "folded out" in shown.text(-HOLIDAY, NAME, READ)
        assert [shown.text(item, NAME, Role.SHOWN).level for item in (1, 4, 5)] == [2, 2, 1]
        assert shown.view.selected_batches() == [HOLIDAY], "it stays chosen"
        QTest.keyClick(shown.view, Qt.Key.Key_Right)
        assert shown.view.currentIndex().data(Role.ID) == 1
        QTest.keyClick(shown.view, Qt.Key.Key_Right)
        assert shown.view.currentIndex().data(Role.ID) == 1
        shown.choose(3)
        QTest.keyClick(shown.view, Qt.Key.Key_Left)
        assert shown.view.currentIndex().data(Role.ID) == -HOLIDAY
        assert len(shown.order) == 7, "the first press goes to the batch, the second folds it"
        QTest.keyClick(shown.view, Qt.Key.Key_Left)
        await until(lambda: shown.order == [-HOLIDAY, 5, -SCANS])
        QTest.keyClick(shown.view, Qt.Key.Key_Left)
        QTest.keyClick(shown.view, Qt.Key.Key_Return)
        await until(lambda: len(shown.order) == 7)


async def test_the_mouse_folds_it_too(qtbot):
    async with _Shown(qtbot) as shown:
        viewport = shown.view.viewport()
        shown.choose(5)
        QTest.mouseClick(viewport, LEFT_BUTTON, PLAIN, shown.at(-HOLIDAY, way_in=12))
        await until(lambda: len(shown.order) == 7)
        assert shown.view.selected_ids() == [5], "the sign chooses nothing"
        QTest.mouseClick(viewport, LEFT_BUTTON, PLAIN, shown.at(-HOLIDAY))
        assert shown.view.selected_batches() == [HOLIDAY]
        QTest.mouseDClick(viewport, LEFT_BUTTON, PLAIN, shown.at(-HOLIDAY))
        await until(lambda: len(shown.order) == 3)


async def test_a_command_on_a_batch_is_one_on_its_rows(qtbot):
    async with _Shown(qtbot) as shown:
        a = ActionId
        shown.choose(-HOLIDAY, 5)
        assert shown.actions[a.TRANSFER_START_NOW].isEnabled()
        assert not shown.actions[a.TRANSFER_OPEN_FILE].isEnabled(), "it concerns one file"
        for action in (a.TRANSFER_PAUSE, a.TRANSFER_START_NOW, a.TRANSFER_TOP, a.TRANSFER_REMOVE):
            shown.actions[action].trigger()
        await until(lambda: len(shown.queue.calls) == 4)
        ids = [1, 2, 3, 4, 5]
        assert shown.queue.calls == [
            ("pause", ids),
            ("start_now", ids),
            ("move", ids, Move.TOP),
            ("remove", ids),
        ]
        asked = []
        shown.panel.limit_asked.connect(lambda ids, rate: asked.append(ids))
        await shown.fold(HOLIDAY)
        shown.choose(-HOLIDAY, 2)
        shown.actions[a.TRANSFER_LIMIT].trigger()
        await until(lambda: asked)
        assert asked == [[1, 2, 3, 4]], "each row once"


async def test_commands_fit_the_states_of_the_rows(qtbot):
    a = ActionId
    rows = [
        *rows_of(HOLIDAY, [1, 2], state=State.PAUSED),
        *rows_of(SCANS, [3, 4], state=State.DONE),
        transfer(5, batch_id=SCANS, state=State.FAILED, error=errors.TooLarge()),
    ]
    rows[2] = replace(rows[2], url=link(3))
    async with _Shown(qtbot, rows) as shown:
        some = (a.TRANSFER_PAUSE, a.TRANSFER_RETRY, a.TRANSFER_TOP, a.TRANSFER_COPY_LINK)
        shown.choose(-HOLIDAY)
        assert [shown.actions[action].isEnabled() for action in some] == [True, False, True, False]
        assert shown.actions[a.TRANSFER_PAUSE].text() == "Resume"
        shown.actions[a.TRANSFER_PAUSE].trigger()
        shown.choose(-SCANS)
        assert [shown.actions[action].isEnabled() for action in some] == [False, True, False, True]
        assert shown.text(-SCANS, STATUS) == "2 of 3, 1 failed"
        shown.actions[a.TRANSFER_COPY_LINK].trigger()
        await until(lambda: QGuiApplication.clipboard().text().strip() == link(3))
        await until(lambda: shown.queue.calls == [("resume", [1, 2])])


async def test_its_figures_are_those_of_all_its_rows(qtbot):
    rows = [*rows_of(HOLIDAY, range(1, 5)), transfer(5, batch_id=HOLIDAY, state=State.FAILED)]
    rows[0] = replace(rows[0], state=State.DONE, done=1_000_000)
    rows[1] = replace(rows[1], state=State.MOVING)
    rows[2] = replace(rows[2], state=State.MOVING)
    async with _Shown(qtbot, rows) as shown:
        moved = {
            TransferId(n): Progress(TransferId(n), HOLIDAY, State.MOVING, 1_000_000, n * 10**6, 1e6, 3.0)
            for n in (2, 3)
        }
        shown.seam.progressed.emit(moved)
        texts = [shown.text(-HOLIDAY, column) for column in (SIZE, PROGRESS, STATUS, SPEED, LEFT)]
        assert texts == ["15.0 MB", "20 %", "Uploading, 1 of 5, 1 failed", "2.0 MB/s", "4 s"]
        assert shown.text(-HOLIDAY, NAME, READ).endswith("20 %, 2.0 MB/s, 4 s left")


async def test_a_bar_does_not_go_back_when_one_of_its_rows_ends(qtbot):
    rows = rows_of(HOLIDAY, [1, 2], state=State.MOVING, size=1_000_000)
    async with _Shown(qtbot, rows) as shown:
        figures = Progress(TransferId(1), HOLIDAY, State.MOVING, 900_000, 1_000_000, 1e6, 0.1)
        shown.seam.progressed.emit({TransferId(1): figures})
        seen = [shown.text(-HOLIDAY, PROGRESS)]
        shown.model.dataChanged.connect(lambda: seen.append(shown.text(-HOLIDAY, PROGRESS)))
        shown.queue.content[TransferId(1)] = done = replace(rows[0], state=State.DONE, done=1_000_000)
        shown.seam.happened.emit(TransferChanged(done))
        seen.append(shown.text(-HOLIDAY, PROGRESS))
        await until(lambda: shown.text(-HOLIDAY, STATUS) == "Uploading, 1 of 2")
        assert list(dict.fromkeys(seen)) == ["45 %", "50 %"]
        assert shown.text(-HOLIDAY, SPEED) == ""


async def test_what_changes_at_once_is_read_again(qtbot):
    async with _Shown(qtbot) as shown:
        for number in range(1, 5):
            row = shown.queue.content[TransferId(number)]
            shown.queue.content[TransferId(number)] = replace(row, state=State.PAUSED)
        shown.seam.happened.emit(QueueReordered())
        await until(lambda: shown.text(-HOLIDAY, STATUS) == "Paused, 0 of 4")


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ((State.MOVING, State.QUEUED), "Downloading, 0 of 2"),
        ((State.STARTING, State.DONE), "Downloading, 1 of 2"),
        ((State.VERIFYING, State.DONE), "Verifying, 1 of 2"),
        ((State.RETRYING, State.FAILED), "Waiting, 0 of 2, 1 failed"),
        ((State.NEEDS_ANSWER, State.DONE), "1 of 2, 1 to answer"),
        ((State.DONE, State.DONE), "Done, 2 of 2"),
    ],
)
async def test_the_state_that_tells_most(qtbot, states, words):
    rows = [
        transfer(n, batch_id=HOLIDAY, state=state, direction=Direction.DOWNLOAD)
        for n, state in enumerate(states, 1)
    ]
    async with _Shown(qtbot, rows) as shown:
        assert shown.text(-HOLIDAY, STATUS) == words


async def test_rows_can_be_shown_one_by_one(qtbot):
    async with _Shown(qtbot) as shown:
        action = shown.actions[ActionId.GROUP_BATCHES]
        action.setChecked(True)
        action.setChecked(False)
        await until(lambda: shown.order == list(range(1, 9)))
        await shown.settles()
        assert {shown.text(item, NAME, Role.SHOWN).level for item in shown.order} == {0}
        action.setChecked(True)
        await until(lambda: shown.order == [-HOLIDAY, 5, -SCANS])


async def test_what_is_folded_out_stays_so_while_another_tab_is_shown(qtbot):
    async with _Shown(qtbot) as shown:
        await shown.fold(HOLIDAY)
        shown.panel.show_tab(QueueFilter.DONE)
        await until(lambda: not shown.order and not shown.panel.scope.names)
        shown.panel.show_tab(QueueFilter.ALL)
        await until(lambda: shown.order == [-HOLIDAY, 1, 2, 3, 4, 5, -SCANS])


async def test_nothing_is_kept_of_what_is_over(qtbot):
    rows = [
        *rows_of(HOLIDAY, [1, 2], state=State.MOVING),
        *(transfer(n, batch_id=BatchId(n), state=State.MOVING) for n in range(10, 40)),
    ]
    async with _Shown(qtbot, rows, {HOLIDAY: "Holiday"}) as shown:
        shelf = shown.model.shelf
        figures = {r.id: Progress(r.id, r.batch_id, State.MOVING, 5, r.size, 1e6, 1.0) for r in rows}
        shown.seam.progressed.emit(figures)
        assert len(shelf._live) == 31
        for row in rows:
            shown.queue.content[row.id] = done = replace(row, state=State.DONE, done=row.size)
            shown.seam.happened.emit(TransferChanged(done))
        await until(lambda: not shelf._live and not shelf._rested)
        shown.queue.content.clear()
        shown.seam.happened.emit(QueueReordered())
        await until(lambda: not shown.order and not shown.panel.scope.names)
        assert (list(shelf), shelf._paces, shelf._live) == ([], {}, {})


async def test_a_batch_is_dragged_past_another_and_not_into_it(qtbot):
    async with _Shown(qtbot) as shown:
        await shown.fold(HOLIDAY)
        viewport, drag = shown.view.viewport(), shown.view.drag

        def begin(item):
            shown.choose(item)
            QTest.mousePress(viewport, LEFT_BUTTON, PLAIN, shown.at(item))
            QTest.mouseMove(viewport, shown.at(item, part=0.2) - QPoint(0, 40))

        def line(item, part):
            drag._pointer = shown.at(item, part=part)
            return drag.line()

        begin(-SCANS)
        await until(lambda: drag.is_dragging)
        assert line(2, 0.2) is None and line(-HOLIDAY, 0.9) is None, "between the rows of another"
        assert line(4, 0.9) == Line(shown.row(4), True)
        assert line(-HOLIDAY, 0.1) == Line(0, False)
        assert drag._label() == "file 6.bin and 2 more"
        QTest.mouseRelease(viewport, LEFT_BUTTON, PLAIN, shown.at(-HOLIDAY, part=0.1))
        await until(lambda: shown.queue.calls)
        assert shown.queue.calls == [("place", [6, 7, 8], 1, False)]
        await until(lambda: shown.order == [-SCANS, -HOLIDAY, 1, 2, 3, 4, 5])
        await shown.settles()
        begin(3)
        await until(lambda: drag.is_dragging)
        assert line(2, 0.2) == Line(shown.row(2), False), "among its own"
        QTest.mouseRelease(viewport, LEFT_BUTTON, PLAIN, shown.at(1, part=0.1))
        await until(lambda: shown.order == [-SCANS, -HOLIDAY, 3, 1, 2, 4, 5])


async def test_one_step_is_past_a_whole_batch(qtbot):
    async with _Shown(qtbot) as shown:
        await shown.fold(HOLIDAY)
        shown.choose(5)
        shown.actions[ActionId.TRANSFER_HIGHER].trigger()
        await until(lambda: shown.order[0] == 5)
        shown.choose(-HOLIDAY)
        shown.actions[ActionId.TRANSFER_LOWER].trigger()
        await until(lambda: shown.order == [5, -SCANS, -HOLIDAY, 1, 2, 3, 4])
        await shown.settles()
        shown.choose(2)
        shown.actions[ActionId.TRANSFER_HIGHER].trigger()
        await until(lambda: len(shown.queue.calls) == 3)
        assert shown.queue.calls == [
            ("place", [5], 1, False),
            ("place", [1, 2, 3, 4], 8, True),
            ("move", [2], Move.UP),
        ], "a row of a batch moves inside it"


async def test_a_hundred_thousand_rows_fold_and_unfold_as_one_span(qtbot):
    rows = [transfer(n, batch_id=HOLIDAY) for n in range(1, 100_001)]
    shown = _Shown(qtbot, rows, {HOLIDAY: "Holiday"})
    everything = array("q", [-HOLIDAY, *range(1, 100_001)])

    async def arranged(_column, _descending, unfolded):
        return everything if unfolded else everything[:1]

    shown.queue.arranged = arranged
    async with shown:
        assert shown.order == [-HOLIDAY]
        shown.model.fold(HOLIDAY, True)
        await until(lambda: shown.model.rowCount() == 100_001)
        spans = []
        shown.model.rowsRemoved.connect(lambda _parent, first, last: spans.append((first, last)))
        shown.model.rowsInserted.connect(lambda _parent, first, last: spans.append((first, last)))
        shown.model.show_order(everything[:1])
        shown.model.show_order(everything[:])
        assert spans == [(1, 100_000), (1, 100_000)]
        assert shown.model.rowCount() == 100_001
