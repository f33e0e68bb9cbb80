"""The progress where it is seen without the window: launcher, task bar or dock, and title."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.desktop import LauncherState
from fichier_gui.domain.transfers import QueueSummary
from fichier_gui.ui import wording
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow

Show = Callable[[LauncherState], object]


def launcher_state(summary: QueueSummary) -> LauncherState:
    """In whole percents: less is not seen, and each step is a message to the desktop."""
    counts = summary.counts
    is_shown = summary.fraction is not None and (counts.active or (summary.is_paused and counts.waiting))
    fraction = round(summary.fraction or 0.0, 2) if is_shown else None
    return LauncherState(fraction, counts.attention, summary.is_paused)


class Launcher(QObject):
    """Follows the queue; tells only what changes."""

    def __init__(self, seam: Seam, window: MainWindow, scope: TaskScope) -> None:
        super().__init__(window)
        self._seam, self._window, self._scope = seam, window, scope
        self._state = LauncherState()
        self._show = self._means()
        seam.summarised.connect(self.on_seam_summarised)
        self.on_seam_summarised(seam.summary)

    def on_seam_summarised(self, summary: QueueSummary) -> None:
        """Show what has changed."""
        state = launcher_state(summary)
        if state != self._state:
            self._state = state
            words = "" if state.fraction is None else wording.percent(state.fraction)
            self._window.show_progress(words)
            self._show(state)

    def _means(self) -> Show:
        if sys.platform == "win32":
            from fichier_gui.ui.taskbar import task_bar

            bar = task_bar(int(self._window.winId()))
            return bar.show if bar is not None else _nothing
        if sys.platform == "darwin":
            return _show_on_dock
        return self._tell

    def _tell(self, state: LauncherState) -> None:
        self._scope.start(self._seam.call(lambda p: p.desktop.show_on_launcher(state)), "launcher")


def _show_on_dock(state: LauncherState) -> None:
    """The number alone: Qt draws no bar there."""
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication):
        app.setBadgeNumber(state.count)


def _nothing(_state: LauncherState) -> None:
    """This task bar shows nothing."""
