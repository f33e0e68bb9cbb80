"""The log, the diagnostic report, and what is said when something inside the program goes wrong."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.navigation import as_app_error
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr

logger = logging.getLogger(__name__)

MOST: Final = 3
"""Times in a run that a window is opened for it; after that the log alone tells."""
_REPORT: Final = "report"


class _Bell(QObject):
    """Struck in any thread, rings in the window's."""

    rang = Signal()
    _struck = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._struck.connect(self._on_struck, Qt.ConnectionType.QueuedConnection)

    def strike(self) -> None:
        """Any thread."""
        self._struck.emit()

    @Slot()
    def _on_struck(self) -> None:
        self.rang.emit()


class Faults(logging.Handler):
    """Hears of faults of our own in every thread: they alone are logged with a traceback."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._bell = _Bell()
        self.rang = self._bell.rang
        self._seen: set[str] = set()
        self._hooks = sys.excepthook, threading.excepthook

    def emit(self, record: logging.LogRecord) -> None:
        """Ring once for each place in the code."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None or isinstance(error, AppError) or not isinstance(error, Exception):
            return
        place = f"{type(error).__name__} {_place(error.__traceback__)}"
        if place not in self._seen and len(self._seen) < MOST:
            self._seen.add(place)
            self._bell.strike()

    def watch(self) -> None:
        """Hear of everything from now on, what nobody catches too."""
        logging.getLogger().addHandler(self)
        sys.excepthook = self._on_uncaught
        threading.excepthook = lambda args: self._on_uncaught(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def leave(self) -> None:
        """As it was before."""
        logging.getLogger().removeHandler(self)
        sys.excepthook, threading.excepthook = self._hooks

    def _on_uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, Exception):
            logger.critical("Nobody caught this", exc_info=(kind, error, trace))
        else:
            self._hooks[0](kind, error, trace)


def _place(trace: TracebackType | None) -> str:
    """The innermost line."""
    if trace is None:
        return ""
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"


class DiagnosticDesk:
    """Opens the log and the report; offers the report after a crash."""

    def __init__(
        self, seam: Seam, window: MainWindow, actions: Actions, scope: TaskScope, notices: Notices
    ) -> None:
        self._seam = seam
        self._window = window
        self._scope = scope
        self._notices = notices
        self._is_asking = False
        actions.on(ActionId.LOG, lambda: scope.start(self._show_log(), "log"))
        actions.on(ActionId.REPORT, self.show_report)
        actions.on(ActionId.TRANSFER_HISTORY, lambda: scope.start(self._show_history(), "history"))

    def start(self) -> None:
        """The core is open: was there a crash?"""
        self._scope.start(self._look_back(), "crash of an earlier run")

    def show_report(self) -> None:
        """The report, to read and to copy."""
        self._scope.start(self._show_report(), "report")

    def on_faults_rang(self) -> None:
        """Something of our own failed just now."""
        if not self._is_asking and self._seam.is_open:
            self._scope.start(self._tell_fault(), "tell of a fault")

    async def _look_back(self) -> None:
        if not await self._seam.call(lambda p: p.crashes.untold()):
            return
        await self._seam.call(lambda p: p.crashes.tell())
        happened = tr("fichier-gui ended unexpectedly last time")
        if self._window.isVisible():
            await self._offer(happened, tr("Your transfers go on where they were."))
        else:
            self._notices.tell(happened, NoticeButton(tr("Show the report"), self.show_report), stays=True)

    async def _tell_fault(self) -> None:
        await self._offer(
            tr("Something went wrong inside the program"),
            tr("It goes on. If something does not answer any more, quit and start again: nothing is lost."),
        )

    async def _offer(self, happened: str, follows: str) -> None:
        self._is_asking = True
        choices = (
            Choice(_REPORT, tr("Show the report"), Weight.MAIN),
            Choice("", tr("Dismiss"), Weight.BACK),
        )
        follows = (
            f"{follows} {tr('A report helps to mend it; it is shown first and sent by nobody but you.')}"
        )
        try:
            answer = await ask(self._window, happened, happened, choices, follows=follows)
        finally:
            self._is_asking = False
        if answer.key == _REPORT:
            await self._show_report()

    async def _show_log(self) -> None:
        from fichier_gui.ui.dialogs.log_view import LogView

        await LogView(self._seam, self._window, self._tell).run()

    async def _show_history(self) -> None:
        from fichier_gui.ui.dialogs.transfer_history import TransferHistory

        chosen = self._window.transfers.commands.chosen()
        if len(chosen) == 1:
            row = chosen[0]
            steps = await self._seam.call(lambda p: p.history.of(row.id))
            await TransferHistory(self._window, row, steps).run()

    async def _show_report(self) -> None:
        from fichier_gui.ui.dialogs.report import Report

        await Report(self._seam, self._window, self._tell).run()

    def _tell(self, error: Exception) -> None:
        self._notices.tell_error(as_app_error(error))
