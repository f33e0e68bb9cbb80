"""The bar of causes: what it says, when it is there, and what its buttons do."""

from PySide6.QtWidgets import QPushButton, QWidget
from support.fake_seam import FakeSeam, link, transfer
from support.waiting import until

from fichier_gui.domain import causes, errors
from fichier_gui.domain.causes import Cause
from fichier_gui.domain.events import QueueReordered, TransferChanged
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import Answer, Direction, QueueFilter, State
from fichier_gui.ui.actions import Actions
from fichier_gui.ui.dialogs import password
from fichier_gui.ui.views import transfer_answers, transfer_causes
from fichier_gui.ui.views.transfers_panel import TransfersPanel
from fichier_gui.ui.wording import ErrorAction

GONE = Cause(State.FAILED, "NotFound")


def failed(number, error, state=State.FAILED, **changes):
    return transfer(number, state=state, error=error, url=link(number), **changes)


MIXED = (
    transfer(1, state=State.QUEUED),
    *(failed(n, errors.NotFound(), direction=Direction.DOWNLOAD) for n in range(2, 14)),
    *(
        failed(n, errors.DiskFull(needed=5, free=1), State.RETRYING, direction=Direction.DOWNLOAD)
        for n in (14, 15, 16)
    ),
    failed(17, errors.RemoteFolderGone(), State.NEEDS_ANSWER),
)


class _Shown:
    def __init__(self, qtbot, rows):
        self.seam = FakeSeam(rows)
        self.queue = self.seam.program.transfers
        self.panel = TransfersPanel(self.seam, Actions())
        qtbot.addWidget(self.panel)
        self.panel.resize(1180, 420)

    async def __aenter__(self):
        self.panel.show()
        self.panel.start()
        await until(lambda: self.panel.model.is_known)
        return self

    async def __aexit__(self, *_):
        await self.panel.close_tasks()

    @property
    def bar(self):
        return self.panel.causes.bar

    def line(self, code):
        return next(line for line in self.bar.lines if line.cause.code == code)

    def change(self, number, **changes):
        changed = transfer(number, **changes)
        self.queue.content[changed.id] = changed
        self.seam.happened.emit(TransferChanged(changed))


def texts(line):
    return [button.text() for button in line.findChildren(QPushButton) if button.isVisibleTo(line)]


async def test_causes_are_summed_up_in_one_line_that_unfolds(qtbot):
    async with _Shown(qtbot, MIXED) as shown:
        bar = shown.bar
        await until(bar.isVisible)
        assert bar.summary.whole == (
            "16 transfers stand still: folder is gone (1), not found (12), disk full (3)"
        )
        assert not any(line.isVisible() for line in bar.lines)
        folded = bar.height()
        bar.fold.click()
        await until(lambda: all(line.isVisible() for line in bar.lines))
        assert bar.height() > folded
        assert [texts(line) for line in bar.lines] == [
            ["Choose another folder", "Show", "Retry all of these"],
            ["Show", "Retry all of these"],
            ["Choose another folder", "Show", "Retry all of these"],
        ]
        names = {button.accessibleName() for line in bar.lines for button in line.findChildren(QPushButton)}
        assert {"Retry all of these: Not found", "Show: Disk full"} <= names


async def test_one_row_is_no_group_and_one_cause_needs_no_sum(qtbot):
    one = failed(1, errors.NotFound())
    async with _Shown(qtbot, [one]) as shown:
        await until(lambda: shown.bar.lines)
        assert not shown.bar.isVisible()
        shown.change(2, state=State.FAILED, error=errors.NotFound())
        await until(shown.bar.isVisible)
        assert not shown.bar.summary.isVisible() and shown.line("NotFound").isVisible()
        shown.change(1, state=State.DONE)
        shown.change(2, state=State.DONE)
        await until(lambda: not shown.bar.isVisible())


async def test_silence_of_the_service_is_a_cause_once_it_has_lasted(qtbot, monkeypatch):
    monkeypatch.setattr(transfer_causes, "LOOK_AGAIN_MS", 20)
    monkeypatch.setattr(causes, "NETWORK_PATIENCE", 0.3)
    rows = [failed(n, errors.TimedOut(), State.RETRYING) for n in range(1, 13)]
    async with _Shown(qtbot, rows) as shown:
        asked = []
        monkeypatch.setattr(
            shown.queue, "causes", lambda ask=shown.queue.causes: asked.append(shown.bar.isVisible()) or ask()
        )
        await until(shown.bar.isVisible)
        assert asked and not any(asked), "it was looked at, and said nothing, until it had lasted"
        line = shown.line("TimedOut")
        assert texts(line) == ["Open the network settings", "Show", "Retry all of these"]


async def test_all_of_a_cause_try_again(qtbot):
    async with _Shown(qtbot, MIXED) as shown:
        await until(shown.bar.isVisible)
        shown.bar.fold.click()
        shown.line("DiskFull").retry.click()
        await until(lambda: shown.queue.calls)
        assert shown.queue.calls == [("retry_alike", Cause(State.RETRYING, "DiskFull"))]


async def test_the_rows_of_a_cause_are_shown_alone_and_all_again(qtbot):
    async with _Shown(qtbot, MIXED) as shown:
        panel, model = shown.panel, shown.panel.model
        await until(shown.bar.isVisible)
        shown.bar.fold.click()
        shown.line("NotFound").show_button.click()
        await until(lambda: model.rowCount() == 12)
        assert panel.tabs.currentIndex() == list(QueueFilter).index(QueueFilter.FAILED)
        assert model.cause == GONE
        await until(lambda: shown.line("NotFound").show_button.text() == "Show all transfers")
        shown.line("DiskFull").show_button.click()
        await until(lambda: model.rowCount() == 3)
        shown.line("DiskFull").show_button.click()
        await until(lambda: model.rowCount() == len(MIXED) and model.cause is None)
        assert panel.tabs.currentIndex() == 0


async def test_a_click_on_the_tab_shows_all_of_it_again(qtbot):
    rows = (*MIXED, failed(18, errors.TooLarge()))
    async with _Shown(qtbot, rows) as shown:
        model, tabs = shown.panel.model, shown.panel.tabs
        await until(shown.bar.isVisible)
        shown.bar.fold.click()
        shown.line("NotFound").show_button.click()
        await until(lambda: model.rowCount() == 12)
        tabs.tabBarClicked.emit(tabs.currentIndex())
        await until(lambda: model.rowCount() == 13)
        await until(lambda: shown.line("NotFound").show_button.text() == "Show")


async def test_the_list_is_whole_again_once_the_last_of_them_has_gone_on(qtbot):
    rows = [failed(1, errors.NotFound()), failed(2, errors.NotFound()), failed(3, errors.TooLarge())]
    async with _Shown(qtbot, rows) as shown:
        model = shown.panel.model
        await until(shown.bar.isVisible)
        shown.bar.fold.click()
        shown.line("NotFound").show_button.click()
        await until(lambda: model.rowCount() == 2)
        for number in (1, 2):
            shown.change(number, state=State.DONE)
        await until(lambda: model.cause is None and model.rowCount() == 1)
        assert shown.panel.tabs.currentIndex() == list(QueueFilter).index(QueueFilter.FAILED)


async def test_the_way_out_is_taken_for_all_rows_of_the_cause(qtbot, monkeypatch):
    rows = [
        *(failed(n, errors.UploadUnconfirmed(), State.NEEDS_ANSWER) for n in (1, 2)),
        *(failed(n, errors.NetworkRefused(), State.NEEDS_ANSWER) for n in (3, 4)),
        *(failed(n, errors.PasswordNeeded(), State.NEEDS_ANSWER, batch_id=n // 2) for n in (6, 7, 8)),
    ]

    async def entered(_parent, _example):
        return "secret"

    monkeypatch.setattr(password, "ask_password", entered)
    async with _Shown(qtbot, rows) as shown:
        answered = []
        shown.panel.answered.connect(lambda action, row: answered.append((action, row.id)))
        await until(shown.bar.isVisible)
        shown.bar.fold.click()
        shown.line("UploadUnconfirmed").remedy.click()
        await until(lambda: shown.queue.calls)
        assert shown.queue.calls == [("answer", [1, 2], Answer.SEND_AGAIN)]
        shown.line("NetworkRefused").remedy.click()
        await until(lambda: answered)
        assert answered == [(ErrorAction.OPEN_NETWORK_PAGE, TransferId(3))]
        shown.line("PasswordNeeded").remedy.click()
        await until(lambda: len(shown.queue.calls) == 2)
        assert shown.queue.calls[1] == ("unlock", [8, 6], "secret"), "one request for each batch"


async def test_all_downloads_of_a_cause_go_to_another_folder(qtbot, monkeypatch):
    monkeypatch.setattr(
        transfer_answers, "choose_folder", lambda _parent, _title, _start, take: take("/other/disk")
    )
    async with _Shown(qtbot, MIXED) as shown:
        await until(shown.bar.isVisible)
        shown.bar.fold.click()
        shown.line("DiskFull").remedy.click()
        await until(lambda: len(shown.queue.calls) == 2)
        (start, plan, *_), removal = shown.queue.calls
        assert start == "start_download" and {file.folder for file in plan.files} == {"/other/disk"}
        assert [file.url for file in plan.files] == [link(n) for n in (14, 15, 16)]
        assert removal == ("remove", [14, 15, 16]), "the old rows go once the new ones are kept"


async def test_a_hundred_thousand_failures_cost_the_bar_nothing(qtbot):
    rows = [
        failed(n, errors.NotFound() if n % 2 else errors.TooLarge(size=5, limit=1)) for n in range(1, 100_001)
    ]
    async with _Shown(qtbot, rows) as shown:
        await until(shown.bar.isVisible)
        assert shown.bar.summary.whole.startswith("100,000 transfers stand still")
        counts = await shown.queue.causes()
        widgets = shown.bar.findChildren(QWidget)
        for turn in range(101):
            shown.bar.show_causes(counts, GONE if turn % 2 else None)
            shown.seam.happened.emit(QueueReordered())
        assert shown.bar.findChildren(QWidget) == widgets, "what stays the same is not built again"
        shown.bar.fold.click()
        shown.line("NotFound").show_button.click()
        await until(lambda: shown.panel.model.rowCount() == 50_000)
