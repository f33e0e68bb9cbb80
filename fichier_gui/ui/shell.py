"""The window's own container: makes the parts in their order, opens the core, ends both."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.desktop import Errand
from fichier_gui.domain.errors import AppError, ProfileInUse
from fichier_gui.domain.events import Event, SettingsChanged
from fichier_gui.domain.settings import ColorScheme, Settings
from fichier_gui.ui import wording
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.after_queue import AfterQueueWatch
from fichier_gui.ui.desk import Desk
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.dialogs.quit import may_quit
from fichier_gui.ui.dialogs.wizard import FirstRun
from fichier_gui.ui.errands import Errands
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.navigation import as_app_error
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.theme import Theme
from fichier_gui.ui.tray import Tray
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr

if TYPE_CHECKING:
    from fichier_gui.app.options import ProgramOptions
    from fichier_gui.ui.launcher import Launcher
    from fichier_gui.ui.notifier import Copied, Notifier

logger = logging.getLogger(__name__)

DONE: Final = 0
FAILED: Final = 1
_PAINT_LIMIT: Final = 1.0
_LEAVE_LIMIT: Final = 20.0
_PANEL_MS: Final = 20_000
"""So long a panel may come after the program."""
_AT_ONCE: Final = 3
"""The so-manieth request to leave does not wait any longer."""


class Shell(QObject):
    """One run of the window."""

    def __init__(
        self, app: QApplication, options: ProgramOptions, geometry: Geometry, *, is_demo: bool
    ) -> None:
        super().__init__()
        self._options = options
        self._is_demo = is_demo
        self._geometry = geometry
        self._leave = asyncio.Event()
        self._hurry = asyncio.Event()
        self._requests = 0
        self.scope = TaskScope("shell", self._on_task_failed)
        self.theme = Theme(app)
        self.theme.use(ColorScheme(geometry.text("color_scheme", ColorScheme.SYSTEM)))
        self.actions = Actions(self)
        self.seam = Seam(options)
        self.window = MainWindow(self.seam, self.actions, options.clock, geometry, is_demo=is_demo)
        self.desk = Desk(self.seam, self.window, self.actions, options.clock)
        # It listens from the first moment on: another start may call while this one opens.
        self.errands = Errands(self.seam, self.window, self.actions, self.desk)
        self.after_queue = AfterQueueWatch(
            self.seam,
            self.window,
            self.actions,
            self.scope,
            self.leave,
            self.desk.notices.tell,
            is_real=options.touches_machine,
        )
        self.errand: Errand | None = None
        """What this run was started for."""
        self.starts_hidden = False
        self.tray: Tray | None = None
        self.notifier: Notifier | None = None
        self.launcher: Launcher | None = None
        self.window.leave_asked.connect(self.on_window_leave_asked)
        self.actions.on(ActionId.QUIT, self.ask_to_leave)
        self.seam.happened.connect(self.on_seam_happened)

    async def run(self, during: Callable[[Shell], Awaitable[int]] | None = None) -> int:
        """Paint the window, open the core behind it, stay until asked to leave."""
        if not self.starts_hidden:
            self.window.show()
            await self._painted()
        self.actions.retint()
        try:
            await self.seam.start()
        except ProfileInUse as error:
            return await self._hand_over(error)
        except AppError as error:
            await self._tell_fatal(error)
            return await self._end(FAILED)
        code = FAILED
        try:
            self._begin()
            code = await self._stay(during)
        finally:
            await self._end(code)
        return code

    async def _stay(self, during: Callable[[Shell], Awaitable[int]] | None) -> int:
        if during is None:
            self.scope.start(self._sign_in(), "sign in")
            await self._leave.wait()
            return DONE
        await self.seam.call(lambda core: core.session.start())
        return await during(self)

    def ask_to_leave(self) -> None:
        """Leave, after a question if files move and the settings want one."""
        self._requests += 1
        if self._requests >= _AT_ONCE:
            self._hurry.set()
            self._leave.set()
        if self._requests == 1:
            self.scope.start(self._ask(), "leave")

    def leave(self) -> None:
        """Leave without a question."""
        self._requests += 1
        if self._requests >= _AT_ONCE:
            self._hurry.set()
        self._leave.set()

    async def left(self) -> None:
        """Wait until the user, a signal or the session wants the program to end."""
        await self._leave.wait()

    def on_window_leave_asked(self) -> None:
        """The window was closed: into the tray if that is wished and possible."""
        settings = self._settings()
        if settings.close_to_tray and self.tray is not None and self.tray.is_there:
            self._hide()
        else:
            self.ask_to_leave()

    def _hide(self) -> None:
        self.window.keep_geometry()
        self.window.hide()

    def on_seam_happened(self, event: Event) -> None:
        """Settings that are the window's own."""
        if isinstance(event, SettingsChanged):
            self._take_settings(event.settings)

    def _begin(self) -> None:
        """The core is open: everything that needs it."""
        self._take_settings(self._settings())
        self.tray = Tray(self.seam, self.actions, self.window)
        self.tray.noticed.connect(self.desk.notices.tell)
        self.tray.hide_asked.connect(self._hide)
        self._tell_desktop(self.tray)
        self.tray.start()
        self.desk.start()
        if self.errand is not None:
            self.errands.run(self.errand)
        if self.starts_hidden:
            self._stay_hidden(self.tray)
        if self._is_demo:
            self.desk.notices.tell_demo(NoticeButton(tr("Leave the demo"), self.leave))

    def _stay_hidden(self, tray: Tray) -> None:
        """At login the panel may come after the program; without one nobody could call the window."""

        def look() -> None:
            if not tray.is_there and not self.window.isVisible():
                self.window.showMinimized()

        QTimer.singleShot(_PANEL_MS if self._settings().tray_icon else 0, self.window, look)

    def _tell_desktop(self, tray: Tray) -> None:
        """What is seen outside of the window."""
        from fichier_gui.ui.launcher import Launcher
        from fichier_gui.ui.notifications import Notifications
        from fichier_gui.ui.notifier import Notifier

        shown = Notifications(self.seam, self.actions, self._tray_icon, self.scope, self)
        self.notifier = Notifier(self.seam, shown.show, self._options.clock, self)
        self.notifier.copied.connect(self._on_notifier_copied)
        tray.snooze.chosen.connect(self.notifier.snooze)
        self.launcher = Launcher(self.seam, self.window, self.scope)

    def _tray_icon(self) -> QSystemTrayIcon | None:
        return self.tray.icon if self.tray is not None else None

    async def _sign_in(self) -> None:
        state = await self.seam.call(lambda core: core.session.start())
        if not state.signed_in:
            self.window.bring_to_front()
            await FirstRun(self.seam, self.window).run()

    async def _painted(self) -> None:
        """Heavy imports belong after the first picture; a hidden window has none, so there is a limit."""
        try:
            async with asyncio.timeout(_PAINT_LIMIT):
                await self.window.first_paint()
        except TimeoutError:
            logger.info("The window was not painted within %s s", _PAINT_LIMIT)

    async def _ask(self) -> None:
        try:
            # What the window shows may be half a second old: nobody is asked about what has just ended.
            if not self.seam.is_open or (
                await self.desk.organising.may_leave()
                and await may_quit(self.seam, self.window, self.seam.program.transfers.summary())
            ):
                self._leave.set()
        finally:
            if not self._leave.is_set():
                self._requests = 0

    async def _end(self, code: int) -> int:
        """Staged: what is seen goes first, then tasks, then the core with all it has open."""
        self.window.keep_geometry()
        self.seam.hush()
        if self.tray is not None:
            await self.tray.close()
        self.window.is_leaving = True
        self.window.hide()
        closing = self.scope.start(self._close_parts(), "close the parts")
        hurry = self.scope.start(self._hurried(), "wait for a third request")
        await asyncio.wait({closing, hurry}, timeout=_LEAVE_LIMIT, return_when=asyncio.FIRST_COMPLETED)
        if not closing.done():
            logger.error("Left without waiting for the end of the core")
        await self.scope.close()
        self.window.close()
        self.window.deleteLater()
        return code

    async def _close_parts(self) -> None:
        await self.desk.close()
        await self.seam.close()

    async def _hurried(self) -> None:
        await self._hurry.wait()

    async def _hand_over(self, error: ProfileInUse) -> int:
        """Another instance owns the profile: its window comes to the front, this one goes."""
        from fichier_gui.app.handover import call_window

        self.window.hide()
        if await call_window(self._options, self.errand or Errand()):
            return await self._end(DONE)
        self.window.show()
        await self._tell_fatal(error)
        return await self._end(FAILED)

    async def _tell_fatal(self, error: AppError) -> None:
        words = wording.error_words(error)
        choices = (Choice("", tr("Quit"), Weight.BACK),)
        await ask(self.window, tr("The program cannot start"), words.happened, choices, follows=words.follows)

    def _settings(self) -> Settings:
        return self.seam.program.preferences.current if self.seam.is_open else Settings()

    def _take_settings(self, settings: Settings) -> None:
        self._geometry.keep_text("language", settings.language)
        self._geometry.keep_text("color_scheme", settings.color_scheme)
        self.theme.use(settings.color_scheme)

    def _on_notifier_copied(self, copied: Copied) -> None:
        self.desk.notices.tell(copied.words, NoticeButton(tr("Copy again"), copied.copy_again))

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        self.desk.tell_problem(as_app_error(error))
