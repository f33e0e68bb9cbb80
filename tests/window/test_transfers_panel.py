"""The transfers panel: tabs, commands on a selection, the ways out, the fold."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton
from support.fake_seam import FakeSeam, link, transfer
from support.waiting import until

from fichier_gui.domain import errors
from fichier_gui.domain.causes import Cause
from fichier_gui.domain.events import QueueReordered, TransferChanged, TransfersAdded
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import Answer, Direction, Move, Priority, QueueFilter, State
from fichier_gui.ui import wording
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.models.cell_answers import Role
from fichier_gui.ui.models.transfer_columns import COLUMNS, FOLDER, LIMIT, NAME, PRIORITY, PROGRESS, STATUS
from fichier_gui.ui.views.transfers_panel import BAR_HEIGHT, TransfersPanel
from fichier_gui.ui.wording import ErrorAction

ROWS = (
    transfer(1, state=State.MOVING),
    transfer(2, state=State.PAUSED),
    transfer(3, state=State.QUEUED),
    transfer(
        4,
        state=State.NEEDS_ANSWER,
        direction=Direction.DOWNLOAD,
        local_path="/home/me/Downloads/a.txt",
        error=errors.TargetExists(path="/home/me/Downloads/a.txt"),
    ),
    transfer(5, state=State.FAILED, error=errors.UploadRefused("bad")),
    transfer(6, state=State.DONE, url=link(6)),
    transfer(7, state=State.DONE, url=link(7)),
)


class _Panel:
    def __init__(self, qtbot, rows=ROWS):
        self.seam = FakeSeam(rows)
        self.calls = self.seam.program.transfers.calls
        self.actions = Actions()
        self.panel = TransfersPanel(self.seam, self.actions)
        qtbot.addWidget(self.panel)
        self.panel.resize(1180, 400)
        self.problems = []
        self.panel.failed.connect(self.problems.append)

    async def __aenter__(self):
        self.panel.show()
        self.panel.start()
        await until(lambda: self.panel.model.is_known)
        await self.all_known()
        return self

    async def __aexit__(self, *_):
        await self.panel.close_tasks()

    async def all_known(self):
        model = self.panel.model
        await until(
            lambda: all(model.index(row, NAME).data(Role.TRANSFER) for row in range(model.rowCount()))
        )

    def choose(self, *numbers):
        view = self.panel.view
        view.clearSelection()
        for number in numbers:
            index = self.panel.model.index(self.panel.model.row_of(TransferId(number)), NAME)
            view.selectionModel().select(
                index, view.selectionModel().SelectionFlag.Select | view.selectionModel().SelectionFlag.Rows
            )
            view.selectionModel().setCurrentIndex(index, view.selectionModel().SelectionFlag.NoUpdate)

    def enabled(self, *actions):
        return [self.actions[action].isEnabled() for action in actions]


async def test_tabs_count_and_filter(qtbot):
    async with _Panel(qtbot) as shown:
        tabs = shown.panel.tabs
        assert [tabs.tabText(i) for i in range(tabs.count())] == [
            "All 7",
            "Active 1",
            "Waiting 2",
            "Needs attention 1",
            "Failed 1",
            "Done 2",
        ]
        shown.panel.show_tab(QueueFilter.DONE)
        await until(lambda: shown.panel.model.rowCount() == 2)
        shown.panel.show_tab(QueueFilter.ALL)
        await until(lambda: shown.panel.model.rowCount() == 7)


async def test_commands_fit_what_is_chosen(qtbot):
    async with _Panel(qtbot) as shown:
        a = ActionId
        some = (a.TRANSFER_PAUSE, a.TRANSFER_RETRY, a.TRANSFER_REMOVE, a.TRANSFER_COPY_LINK, a.TRANSFER_TOP)
        assert shown.enabled(*some) == [False] * 5
        shown.choose(1)
        assert shown.enabled(*some) == [True, False, True, False, True]
        shown.choose(5)
        assert shown.enabled(*some) == [False, True, True, False, False]
        shown.choose(6, 7)
        assert shown.enabled(*some) == [False, False, True, True, False]
        shown.choose(2)
        assert shown.actions[a.TRANSFER_PAUSE].text() == "Resume"


async def test_all_failures_of_one_cause_try_again_together(qtbot):
    a = ActionId.TRANSFER_RETRY_ALIKE
    rows = (*ROWS, transfer(8, state=State.FAILED, error=errors.TooLarge()))
    async with _Panel(qtbot, rows) as shown:
        offered = []
        for chosen in ([1], [4], [5], [5, 6], [5, 8]):
            shown.choose(*chosen)
            offered.append(shown.actions[a].isEnabled())
        assert offered == [False, True, True, True, False], "two causes are no one problem"
        shown.choose(5)
        assert shown.actions[a] in shown.panel.menu().actions()
        shown.actions[a].trigger()
        await until(lambda: shown.calls)
        assert shown.calls == [("retry_alike", Cause(State.FAILED, "UploadRefused"))]


async def test_one_key_pauses_and_resumes(qtbot):
    async with _Panel(qtbot) as shown:
        shown.panel.view.setFocus()
        shown.choose(1, 3)
        shown.actions[ActionId.TRANSFER_PAUSE].trigger()
        shown.choose(2)
        shown.actions[ActionId.TRANSFER_PAUSE].trigger()
        await until(lambda: len(shown.calls) == 2)
        assert shown.calls == [("pause", [1, 3]), ("resume", [2])]


async def test_a_hundred_thousand_rows_are_chosen_as_one_range(qtbot):
    rows = [transfer(n) for n in range(1, 100_001)]
    shown = _Panel(qtbot, rows)
    shown.panel.start()
    await until(lambda: shown.panel.model.rowCount() == 100_000)
    shown.panel.view.selectAll()
    assert shown.panel.view.selectionModel().selection().count() == 1
    ids = shown.panel.view.selected_ids()
    assert len(ids) == 100_000 and ids[0] == 1
    assert shown.actions[ActionId.TRANSFER_REMOVE].isEnabled()
    await shown.panel.close_tasks()


async def test_order_and_removal(qtbot):
    async with _Panel(qtbot) as shown:
        shown.choose(3)
        for action in (ActionId.TRANSFER_TOP, ActionId.TRANSFER_LOWER, ActionId.TRANSFER_REMOVE):
            shown.actions[action].trigger()
        await until(lambda: len(shown.calls) == 3)
        assert shown.calls == [("move", [3], Move.TOP), ("move", [3], Move.DOWN), ("remove", [3])]


async def test_a_limit_is_asked_for_what_is_chosen(qtbot):
    a = ActionId.TRANSFER_LIMIT
    rows = [*ROWS, transfer(8, rate=500_000), transfer(9, rate=500_000)]
    async with _Panel(qtbot, rows) as shown:
        asked = []
        shown.panel.limit_asked.connect(lambda ids, rate: asked.append((ids, rate)))
        shown.choose(6)
        assert not shown.actions[a].isEnabled(), "what is done moves no more"
        for chosen in ((8,), (8, 9), (1, 8)):
            shown.choose(*chosen)
            shown.actions[a].trigger()
        await until(lambda: len(asked) == 3)
        assert [rate for _, rate in asked] == [500_000, 500_000, 0]
        assert asked[1][0] == [8, 9]
        model, view = shown.panel.model, shown.panel.view
        assert view.isColumnHidden(LIMIT)
        assert model.index(model.row_of(TransferId(8)), LIMIT).data() == "500 kB/s"
        assert model.index(model.row_of(TransferId(1)), LIMIT).data() == ""


async def test_start_now_and_priorities_fit_what_is_chosen(qtbot):
    a = ActionId
    marks = (a.TRANSFER_PRIORITY_HIGH, a.TRANSFER_PRIORITY_NORMAL, a.TRANSFER_PRIORITY_LOW)
    rows = [*ROWS, transfer(8, priority=Priority.HIGH), transfer(9, priority=Priority.NOW)]
    async with _Panel(qtbot, rows) as shown:

        def marked():
            return [shown.actions[action].isChecked() for action in marks]

        offered = []
        for number in (1, 2, 3, 4, 5, 6):
            shown.choose(number)
            offered.append(shown.enabled(a.TRANSFER_START_NOW, a.TRANSFER_PRIORITY_HIGH))
        yes, no = True, False
        assert offered == [[no, yes], [yes, yes], [yes, yes], [no, yes], [no, yes], [no, no]]
        groups = {menu.title(): menu for menu in shown.panel.menu().findChildren(QMenu)}
        assert not groups["Priority"].isEnabled() and not groups["Move"].isEnabled()
        assert groups["Priority"].actions() == [shown.actions[action] for action in marks]
        shown.choose(3)
        assert marked() == [no, yes, no]
        shown.choose(3, 8)
        assert marked() == [no, no, no], "they differ"
        shown.choose(9)
        assert marked() == [no, no, no], "none of the three"
        shown.choose(2, 3, 8)
        shown.actions[a.TRANSFER_START_NOW].trigger()
        shown.choose(8)
        assert marked() == [yes, no, no]
        shown.actions[a.TRANSFER_PRIORITY_LOW].trigger()
        assert marked() == [yes, no, no], "until the row has it"
        await until(lambda: len(shown.calls) == 2)
        assert shown.calls == [("start_now", [2, 3, 8]), ("prioritise", [8], Priority.LOW)]
        shown.seam.happened.emit(TransferChanged(replace(rows[7], priority=Priority.LOW)))
        assert marked() == [no, no, yes]
        model, view = shown.panel.model, shown.panel.view
        assert view.isColumnHidden(PRIORITY)
        words = [model.index(model.row_of(TransferId(n)), PRIORITY).data() for n in (3, 8, 9)]
        assert words == ["Normal", "Low", "Now"]


async def test_start_now_says_that_all_is_paused(qtbot):
    async with _Panel(qtbot) as shown:
        told = []
        shown.panel.noticed.connect(told.append)
        shown.choose(3)
        shown.actions[ActionId.TRANSFER_START_NOW].trigger()
        assert told == []
        shown.seam.program.transfers.is_paused = True
        shown.actions[ActionId.TRANSFER_START_NOW].trigger()
        assert told == ["They start first once all is resumed"]
        await until(lambda: len(shown.calls) == 2)


async def test_rows_say_until_when_the_schedule_lets_them_wait(qtbot):
    until_when = time.time() + 3600
    rows = [transfer(1, state=State.QUEUED), transfer(2, state=State.PAUSED)]
    async with _Panel(qtbot, rows) as shown:
        model = shown.panel.model

        def statuses():
            return [model.index(model.row_of(TransferId(n)), STATUS).data() for n in (1, 2)]

        assert statuses() == ["Waiting", "Paused"]
        off = replace(shown.seam.summary, is_off=True, off_until=until_when)
        shown.seam.summarised.emit(off)
        clock = wording.clock_time(until_when)
        assert statuses() == [f"Waits until {clock}", "Paused"]
        shown.panel.set_folded(True)
        assert f"2 waiting until {clock}" in shown.panel.line.text.whole
        shown.seam.summarised.emit(replace(off, off_until=None))
        assert statuses()[0] == "Waits: the schedule says off"
        shown.seam.summarised.emit(shown.seam.summary)
        assert statuses() == ["Waiting", "Paused"]


async def test_links_and_errors_are_copied(qtbot):
    async with _Panel(qtbot) as shown:
        told = []
        shown.panel.noticed.connect(told.append)
        shown.choose(6, 7)
        shown.actions[ActionId.TRANSFER_COPY_LINK].trigger()
        assert QGuiApplication.clipboard().text() == f"{link(6)}\n{link(7)}\n"
        shown.choose(5)
        shown.actions[ActionId.TRANSFER_COPY_ERROR].trigger()
        copied = QGuiApplication.clipboard().text()
        assert "UploadRefused" in copied and "bad" in copied
        assert told == ["2 links copied", "Details copied"]


async def test_a_halted_row_shows_its_way_out(qtbot):
    async with _Panel(qtbot) as shown:
        bar = shown.panel.bar
        assert bar.isHidden()
        shown.choose(5)
        assert not bar.isHidden() and bar.first.text() == "Send again"
        bar.first.click()
        await until(lambda: shown.calls)
        assert shown.calls == [("retry", [5])], "a row that failed is no question any more: it is tried again"
        shown.choose(1)
        assert bar.isHidden()


async def test_a_conflict_is_decided(qtbot):
    async with _Panel(qtbot) as shown:
        shown.choose(4)
        shown.panel.bar.first.click()
        await until(lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Keep both")
        button.click()
        await until(lambda: shown.calls)
        assert shown.calls == [("answer", [4], Answer.KEEP_BOTH)]
        await until(lambda: not shown.panel.scope.names)


@pytest.mark.parametrize(
    ("action", "call"),
    [
        (ErrorAction.SEND_AGAIN, ("answer", [4], Answer.SEND_AGAIN)),
        (ErrorAction.DOWNLOAD_AGAIN, ("answer", [4], Answer.DOWNLOAD_AGAIN)),
        (ErrorAction.KEEP_ANYWAY, ("answer", [4], Answer.KEEP_ANYWAY)),
        (ErrorAction.USE_CREDITS, ("answer", [4], Answer.USE_CREDITS)),
        (ErrorAction.RETRY, ("retry", [4])),
    ],
)
async def test_answers_reach_the_queue(qtbot, action, call):
    async with _Panel(qtbot) as shown:
        shown.panel.answer(action, ROWS[3])
        await until(lambda: shown.calls)
        assert shown.calls == [call]


async def test_what_concerns_the_whole_program_goes_on(qtbot):
    async with _Panel(qtbot) as shown:
        heard = []
        shown.panel.answered.connect(lambda action, row: heard.append((action, row.id)))
        shown.panel.answer(ErrorAction.ENTER_KEY, ROWS[4])
        assert heard == [(ErrorAction.ENTER_KEY, 5)] and not shown.calls


async def test_the_menu_begins_with_the_way_out(qtbot):
    async with _Panel(qtbot) as shown:
        shown.choose(5)
        menu = shown.panel.menu()
        assert menu.actions()[0].text() == "Send again"
        assert [action.menu().title() for action in menu.actions() if action.menu()] == ["Move", "Priority"]
        menu.deleteLater()


async def test_it_folds_to_one_line(qtbot):
    async with _Panel(qtbot) as shown:
        shown.panel.set_folded(True)
        assert shown.panel.maximumHeight() == BAR_HEIGHT
        assert not shown.panel.view.isVisible()
        assert "1 running" in shown.panel.line.text.whole and "1 needs you" in shown.panel.line.text.whole
        assert shown.panel.line.figures.text().startswith("↓ 12.3 MB/s   ↑ 1.1 MB/s")
        shown.panel.set_folded(False)
        assert shown.panel.view.isVisible()


async def test_an_empty_tab_says_so(qtbot):
    async with _Panel(qtbot, rows=()) as shown:
        await until(lambda: shown.panel.empty.isVisible())
        assert shown.panel.empty.title.text() == "Nothing here yet"
        shown.panel.show_tab(QueueFilter.FAILED)
        await until(lambda: shown.panel.empty.title.text() == "Nothing has failed")


async def test_it_follows_the_queue(qtbot):
    async with _Panel(qtbot) as shown:
        queue = shown.seam.program.transfers
        queue.content[TransferId(8)] = transfer(8)
        shown.seam.happened.emit(TransfersAdded(BatchId(2), 1))
        await until(lambda: shown.panel.model.rowCount() == 8)
        queue.content[TransferId(1)] = transfer(1, state=State.PAUSED, name="renamed.bin")
        shown.seam.happened.emit(TransferChanged(queue.content[TransferId(1)]))
        assert shown.panel.model.index(0, NAME).data() == "renamed.bin"
        for number in (6, 7):
            queue.content.pop(TransferId(number))
        shown.seam.happened.emit(QueueReordered())
        await until(lambda: shown.panel.model.rowCount() == 6)
        shown.seam.summarised.emit(queue.summary())
        assert not shown.actions[ActionId.CLEAR_DONE].isEnabled()


async def test_sorting_asks_the_queue(qtbot):
    async with _Panel(qtbot) as shown:
        header = shown.panel.view.header()
        header.setSortIndicator(NAME, Qt.SortOrder.DescendingOrder)
        await until(lambda: shown.panel.model.index(0, NAME).data() == "file 7.bin")
        assert all(column.title for column in COLUMNS)


async def test_a_narrow_panel_gives_the_name_room(qtbot):
    async with _Panel(qtbot) as shown:
        assert not shown.panel.view.isColumnHidden(FOLDER)
        shown.panel.resize(880, 300)
        assert shown.panel.view.isColumnHidden(FOLDER)
        assert shown.panel.view.columnWidth(NAME) >= 120


async def test_the_state_gives_way_to_the_name_and_takes_its_room_again(qtbot):
    async with _Panel(qtbot) as shown:
        view = shown.panel.view
        whole = view.columnWidth(STATUS)
        others = view.header().length() - view.columnWidth(NAME) - view.columnWidth(FOLDER)
        shown.panel.resize(others + 100, 300)
        assert view.columnWidth(NAME) == 150
        assert view.columnWidth(STATUS) == whole - 50
        kept = view.save_columns()
        assert view.columnWidth(STATUS) == whole - 50
        view.setColumnWidth(PROGRESS, 800)
        shown.panel.resize(others + 90, 300)
        assert (view.columnWidth(NAME), view.columnWidth(STATUS)) == (120, 160)
        await until(lambda: view.horizontalScrollBar().maximum() > 0)
        shown.panel.resize(2400, 300)
        assert view.columnWidth(STATUS) == whole
        view.restore_columns(kept)
        assert view.columnWidth(STATUS) == whole


async def test_a_width_that_the_user_gave_the_state_stays(qtbot):
    async with _Panel(qtbot) as shown:
        view = shown.panel.view
        view.setColumnWidth(STATUS, 444)
        shown.panel.resize(800, 300)
        assert view.columnWidth(STATUS) == 444
        view.restore_columns(view.save_columns())
        assert view.columnWidth(STATUS) == 444


async def test_the_name_stays_readable_however_many_columns_there_are(qtbot):
    async with _Panel(qtbot) as shown:
        view = shown.panel.view
        assert all(view.isColumnHidden(n) is column.is_optional for n, column in enumerate(COLUMNS))
        for section in range(len(COLUMNS)):
            view._on_column_toggled(section, True)
        await until(lambda: view.horizontalScrollBar().maximum() > 0)
        assert view.columnWidth(NAME) >= 120
        for section, column in enumerate(COLUMNS):
            view._on_column_toggled(section, not column.is_optional)
        await until(lambda: view.horizontalScrollBar().maximum() == 0)
        assert view.columnWidth(NAME) > 120


async def test_return_takes_the_usual_way(qtbot):
    async with _Panel(qtbot) as shown:
        shown.choose(5)
        QTest.keyClick(shown.panel.view, Qt.Key.Key_Return)
        await until(lambda: shown.calls)
        assert shown.calls == [("retry", [5])]


async def test_a_file_that_nothing_opens_is_told(qtbot, monkeypatch):
    row = transfer(8, state=State.DONE, direction=Direction.DOWNLOAD, local_path="/home/me/odd.xyz")
    monkeypatch.setattr("fichier_gui.ui.views.transfer_commands.open_file", lambda _path: False)
    async with _Panel(qtbot, (row,)) as shown:
        shown.choose(8)
        with qtbot.waitSignal(shown.panel.noticed) as noticed:
            shown.actions[ActionId.TRANSFER_OPEN_FILE].trigger()
        assert noticed.args == [f"The system has no program for “{row.name}”."]


async def test_a_failed_command_is_told(qtbot):
    async with _Panel(qtbot) as shown:

        async def broken(_ids):
            raise errors.DiskFault("no")

        shown.seam.program.transfers.remove = broken
        shown.choose(6)
        shown.actions[ActionId.TRANSFER_REMOVE].trigger()
        await until(lambda: shown.problems)
        assert isinstance(shown.problems[0], errors.DiskFault)


async def test_a_name_that_the_service_altered_is_said_and_shown(qtbot):
    altered = errors.NameAltered(sent="a?.bin", stored="a_.bin")
    rows = (transfer(1, state=State.DONE, url=link(1), error=altered, stored_name="a_.bin"), transfer(2))
    async with _Panel(qtbot, rows) as shown:
        index = shown.panel.model.index(shown.panel.model.row_of(TransferId(1)), STATUS)
        assert index.data() == "Done: name changed"
        assert "stored the file under another name: a_.bin" in index.data(Qt.ItemDataRole.ToolTipRole)
        asked = []
        shown.panel.shown_remotely.connect(asked.append)
        shown.choose(1)
        assert shown.panel.bar.first.text() == "Show on 1fichier"
        shown.panel.bar.first.click()
        assert asked == [rows[0]]


async def test_a_click_on_a_title_orders_at_the_first_start_too(qtbot):
    async with _Panel(qtbot) as made:
        header = made.panel.view.header()
        title = QPoint(header.sectionViewportPosition(NAME) + 20, 10)
        with qtbot.waitSignal(made.panel.view.sorted_by):
            QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=title)


async def test_commands_give_their_words_before_a_tab_is_cut(qtbot):
    async with _Panel(qtbot) as shown:
        tabs = shown.panel.tabs
        buttons = [
            b for b in shown.panel.findChildren(QToolButton) if b.text() in ("Pause all", "Clear done")
        ]
        assert len(buttons) == 2
        worded, bare = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        assert {button.toolButtonStyle() for button in buttons} == {worded}
        shown.panel.resize(tabs.sizeHint().width() + 140, 400)
        await until(lambda: {button.toolButtonStyle() for button in buttons} == {bare})
        await until(lambda: tabs.width() >= tabs.sizeHint().width())
        assert all(button.toolTip() for button in buttons)
        shown.panel.resize(1180, 400)
        await until(lambda: {button.toolButtonStyle() for button in buttons} == {worded})
