"""After the queue: the countdown, its refusal, and what it leads to."""

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QMainWindow
from support.fake_seam import FakeSeam
from support.waiting import until

from fichier_gui.__main__ import _demo
from fichier_gui.app.container import Program
from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.after_queue import COUNTDOWN, AfterQueue
from fichier_gui.domain.transfers import QueueCounts, QueueSummary
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.after_queue import AfterQueueWatch

RUNNING = QueueSummary(QueueCounts(active=1))
ENDED = QueueSummary(QueueCounts(done=1))


class _Window(QMainWindow):
    def bring_to_front(self):
        self.show()


class _Power:
    def __init__(self):
        self.used, self.works = [], True

    async def use(self, wish):
        self.used.append(wish)
        return self.works


class _Bench:
    def __init__(self, qtbot, *, is_real=True):
        self.seam, self.window, self.actions = FakeSeam(), _Window(), Actions()
        self.power = self.seam.program.power = _Power()
        qtbot.addWidget(self.window)
        self.left, self.told, self.problems = [], [], []
        self.scope = TaskScope("test", lambda *problem: self.problems.append(problem))
        self.watch = AfterQueueWatch(
            self.seam,
            self.window,
            self.actions,
            self.scope,
            lambda: self.left.append(1),
            self.told.append,
            is_real=is_real,
        )

    async def end_with(self, action):
        self.actions[action].trigger()
        self.watch.on_seam_summarised(RUNNING)
        self.watch.on_seam_summarised(ENDED)
        await until(lambda: self.watch.dialog is not None and self.watch.dialog.isVisible())
        return self.watch.dialog

    async def closed(self):
        await until(lambda: not self.scope.names)
        assert self.problems == []


def count_down(dialog, seconds=COUNTDOWN):
    for _ in range(seconds):
        dialog.on_timer_timeout()


async def test_nothing_is_chosen_at_first_and_nothing_is_asked(qtbot):
    bench = _Bench(qtbot)
    assert bench.watch.wish is AfterQueue.NOTHING
    bench.watch.on_seam_summarised(RUNNING)
    bench.watch.on_seam_summarised(ENDED)
    assert bench.watch.dialog is None


async def test_the_countdown_ends_in_a_quit_and_the_choice_is_gone(qtbot):
    bench = _Bench(qtbot)
    dialog = await bench.end_with(ActionId.AFTER_QUIT)
    count_down(dialog, COUNTDOWN - 1)
    assert dialog.heading.text().endswith("1 second") and bench.left == []
    count_down(dialog, 1)
    await bench.closed()
    assert bench.left == [1] and bench.watch.wish is AfterQueue.NOTHING


async def test_cancel_is_the_default_and_does_nothing(qtbot):
    bench = _Bench(qtbot)
    dialog = await bench.end_with(ActionId.AFTER_SHUT_DOWN)
    assert dialog.cancel.isDefault()
    dialog.cancel.click()
    await bench.closed()
    assert bench.power.used == [] and bench.left == [] and bench.watch.wish is AfterQueue.NOTHING


async def test_new_work_takes_the_question_back_and_keeps_the_choice(qtbot):
    bench = _Bench(qtbot)
    await bench.end_with(ActionId.AFTER_SLEEP)
    bench.watch.on_seam_summarised(RUNNING)
    await bench.closed()
    assert bench.power.used == [] and bench.watch.wish is AfterQueue.SLEEP


async def test_the_countdown_waits_for_another_question(qtbot):
    bench = _Bench(qtbot)
    dialog = await bench.end_with(ActionId.AFTER_SLEEP)
    other = QDialog()
    qtbot.addWidget(other)
    other.show()
    count_down(dialog, COUNTDOWN + 5)
    assert dialog.left == COUNTDOWN
    other.close()
    count_down(dialog)
    await bench.closed()
    assert bench.power.used == [AfterQueue.SLEEP]


async def test_a_refused_shut_down_is_told_and_the_program_stays(qtbot):
    bench = _Bench(qtbot)
    bench.power.works = False
    (await bench.end_with(ActionId.AFTER_SHUT_DOWN)).now.click()
    await bench.closed()
    assert bench.left == [] and len(bench.told) == 1


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (ActionId.AFTER_SHUT_DOWN, "Outside the demo this computer would have been shut down now."),
        (ActionId.AFTER_SLEEP, "Outside the demo this computer would have gone to sleep now."),
    ],
)
async def test_the_demo_says_what_would_happen_and_leaves_the_machine_alone(qtbot, action, told):
    bench = _Bench(qtbot, is_real=False)
    dialog = await bench.end_with(action)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "This is the demo: nothing is done to your computer." in texts
    dialog.now.click()
    await bench.closed()
    assert (bench.power.used, bench.left, bench.told) == ([], [], [told])


async def test_the_demo_itself_may_be_quit(qtbot):
    bench = _Bench(qtbot, is_real=False)
    (await bench.end_with(ActionId.AFTER_QUIT)).now.click()
    await bench.closed()
    assert bench.left == [1] and bench.told == []


async def test_nothing_in_the_demo_reaches_the_machine():
    with _demo() as options:
        assert not options.touches_machine
        program = await Program.open(options)
        try:
            assert not await program.power.use(AfterQueue.SHUT_DOWN)
            assert not await program.power.use(AfterQueue.SLEEP)
        finally:
            await program.close()


def test_the_download_folder_of_the_demo_goes_with_it():
    with _demo() as options:
        folder = options.profile.downloads
        folder.mkdir()
        (folder / "film.mkv").write_bytes(b"x")
    assert not folder.exists()
