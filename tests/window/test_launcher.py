"""The progress outside of the window: title, launcher, task bar."""

import pytest
from support.fake_seam import FakeSeam
from support.waiting import until

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.desktop import LauncherState
from fichier_gui.domain.transfers import QueueCounts, QueueSummary
from fichier_gui.ui.actions import Actions
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.launcher import Launcher, launcher_state
from fichier_gui.ui.taskbar import WHOLE, Look, Method, Taskbar
from fichier_gui.ui.views.main_window import MainWindow


def summary(active=0, waiting=0, attention=0, done=43, total=100, **more):
    counts = QueueCounts(active=active, waiting=waiting, attention=attention)
    return QueueSummary(counts, bytes_done=done, bytes_total=total, **more)


@pytest.mark.parametrize(
    ("what", "state"),
    [
        (summary(total=0), LauncherState()),
        (summary(waiting=3), LauncherState()),
        (summary(active=1), LauncherState(0.43)),
        (summary(active=1, done=4329, total=10_000), LauncherState(0.43)),
        (summary(waiting=3, is_paused=True), LauncherState(0.43, is_paused=True)),
        (summary(active=1, attention=2), LauncherState(0.43, 2)),
        (summary(attention=2), LauncherState(None, 2)),
    ],
)
def test_what_is_shown_of_the_queue(what, state):
    assert launcher_state(what) == state


async def test_only_a_change_is_told_and_the_title_has_it_too(qtbot, tmp_path):
    seam = FakeSeam()
    actions = Actions()
    window = MainWindow(seam, actions, _Clock(), Geometry(tmp_path), is_demo=False)
    qtbot.addWidget(window)
    scope = TaskScope("test", lambda _name, error: pytest.fail(str(error)))
    Launcher(seam, window, scope)
    told = seam.program.desktop.launcher
    window.show_title("Films")
    for done in (43, 43, 44):
        seam.summarised.emit(summary(active=1, done=done))
    assert window.windowTitle() == "44 % · Films"
    window.show_title("Music")
    assert window.windowTitle() == "44 % · Music"
    seam.summarised.emit(summary(total=0))
    await until(lambda: len(told) == 3)
    assert told == [LauncherState(0.43), LauncherState(0.44), LauncherState()]
    assert window.windowTitle() == "Music"
    await scope.close()


class _Clock:
    def time(self):
        return 0.0

    def monotonic(self):
        return 0.0


def test_the_task_bar_gets_state_and_value():
    calls = []
    bar = Taskbar(77, lambda *call: calls.append(call))
    assert calls == [(Method.HR_INIT,)]
    for state, look in (
        (LauncherState(0.5), Look.NORMAL),
        (LauncherState(0.5, is_paused=True), Look.PAUSED),
        (LauncherState(0.5, 1, is_paused=True), Look.ERROR),
    ):
        calls.clear()
        bar.show(state)
        assert calls == [(Method.SET_PROGRESS_STATE, 77, look), (Method.SET_PROGRESS_VALUE, 77, 500, WHOLE)]
    calls.clear()
    bar.show(LauncherState(None, 3))
    assert calls == [(Method.SET_PROGRESS_STATE, 77, Look.NONE)]
