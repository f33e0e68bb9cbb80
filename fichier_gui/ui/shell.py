"""The window's own container: makes the parts in their order, opens the core, ends both."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.desktop import Errand
from fichier_gui.domain.errors import AppError, ProfileInUse
from fichier_gui.domain.events import AccountAsked, Event, SettingsChanged
from fichier_gui.domain.settings import ColorScheme, Settings
from fichier_gui.domain.transfers import QueueSummary
from fichier_gui.ui.account_switching import Switching
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.after_queue import AfterQueueWatch
from fichier_gui.ui.desk import Desk
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.language_switching import LanguageSwitch
from fichier_gui.ui.locking import WindowLock
from fichier_gui.ui.navigation import as_app_error
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.seen_first import painted, tell_fatal
from fichier_gui.ui.stage import Stage
from fichier_gui.ui.taking_over import take_over, take_over_silence
from fichier_gui.ui.theme import Theme
from fichier_gui.ui.tray import Tray
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.accounts import account_name, left_words

if TYPE_CHECKING:
    from fichier_gui.app.options import ProgramOptions
    from fichier_gui.ui.notifier import Notifier

logger = logging.getLogger(__name__)

DONE: Final = 0
FAILED: Final = 1
_LEAVE_LIMIT: Final = 20.0
_SETTLE_LIMIT: Final = 10.0
_PANEL_MS: Final = 20_000
"""So long a panel may come after the program."""
_AT_ONCE: Final = 3
"""The so-manieth request to leave does not wait any longer."""


class Shell(QObject):
    """One run of the window: the account on show, and the way from one to another."""

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
        self._is_switching = False
        self._left: set[asyncio.Task[None]] = set()
        """The ends of windows that were left."""
        self.scope = TaskScope("shell", self._on_task_failed)
        self.theme = Theme(app)
        self.theme.use(ColorScheme(geometry.text("color_scheme", ColorScheme.SYSTEM)))
        self.errand: Errand | None = None
        """What this run was started for."""
        self.starts_hidden = False
        self._language = LanguageSwitch(
            app,
            geometry.text("language", ""),
            self.scope,
            lambda: self.stage,
            lambda: self._may_replace() and not self.lock.is_locked,
            self._stage_beside,
            self._renew,
        )
        self.lock = WindowLock(app, geometry, options.clock, self.scope, lambda: self.stage, self)
        self.stage = self._new_stage(Seam(options), options)

    def _new_stage(self, seam: Seam, options: ProgramOptions) -> Stage:
        switching = Switching(self.show_account, self.remove_account)
        stage = Stage(seam, options, self._geometry, self.scope, self.leave, switching, is_demo=self._is_demo)
        stage.window.leave_asked.connect(self.on_window_leave_asked)
        stage.hide_asked.connect(self._hide)
        stage.actions.on(ActionId.QUIT, self.ask_to_leave)
        seam.happened.connect(self.on_seam_happened)
        self.lock.attend(stage)
        return stage

    @property
    def window(self) -> MainWindow:
        """Of the account on show; so are the other parts."""
        return self.stage.window

    @property
    def desk(self) -> Desk:
        """What the window does."""
        return self.stage.desk

    @property
    def actions(self) -> Actions:
        """The commands."""
        return self.stage.actions

    @property
    def seam(self) -> Seam:
        """The way to the core."""
        return self.stage.seam

    @property
    def tray(self) -> Tray | None:
        """Once the core is open."""
        return self.stage.tray

    @property
    def notifier(self) -> Notifier | None:
        """Once the core is open."""
        return self.stage.notifier

    @property
    def after_queue(self) -> AfterQueueWatch:
        """What follows the queue."""
        return self.stage.after_queue

    async def run(self, during: Callable[[Shell], Awaitable[int]] | None = None) -> int:
        """Paint the window, open the core behind it, stay until asked to leave."""
        if not self.starts_hidden:
            self.window.show()
            await painted(self.window)
        self.actions.retint()
        try:
            await self.seam.start()
        except ProfileInUse as error:
            return await self._hand_over(error)
        except AppError as error:
            self.lock.step_aside()
            await tell_fatal(self.window, error)
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
        """Leave, after a question if files move and the settings want one. A locked window asks nothing."""
        if self.lock.is_locked:
            self.leave()
            return
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
        if self._settings().lock_in_tray:
            self.lock.lock()

    def on_seam_happened(self, event: Event) -> None:
        """Settings that are the window's own."""
        if isinstance(event, SettingsChanged):
            self._take_settings(event.settings)
        elif isinstance(event, AccountAsked):
            self.show_account(event.account)

    def _begin(self) -> None:
        """The core is open: everything that needs it."""
        self._take_settings(self._settings())
        self.stage.begin()
        if self.errand is not None:
            self.stage.errands.run(self.errand)
        if self.starts_hidden:
            self._stay_hidden()

    def _stay_hidden(self) -> None:
        """At login the panel may come after the program; without one nobody could call the window."""

        def look() -> None:
            if not (self.tray is not None and self.tray.is_there) and not self.window.isVisible():
                self.window.showMinimized()

        QTimer.singleShot(_PANEL_MS if self._settings().tray_icon else 0, self, look)

    # Another window

    def _may_replace(self) -> bool:
        return not self._is_switching and not self._leave.is_set() and self.seam.is_open

    def _stage_beside(self, before: Stage, seam: Seam) -> Stage:
        """It begins with the geometry of the one before."""
        before.window.keep_geometry()
        return self._new_stage(seam, seam.options)

    def _renew(self, before: Stage, following: Stage) -> None:
        """The same account in a new window: it speaks another language."""
        self._show_instead(before, following)
        take_over(self.stage, before)
        self.seam.repeat_standing()
        self._leave_behind(before, in_haste=True)

    def show_account(self, account: str) -> None:
        """Show another account instead; what that one has under way waits until it is shown again."""
        if self._may_replace():
            self.scope.start(self._switch(account), "another account")

    def remove_account(self, account: str) -> None:
        """Show another one, then take this one off the computer."""
        if self._may_replace():
            self.scope.start(self._remove(account), "remove an account")

    async def _remove(self, account: str) -> None:
        name = self._name_of(account)
        if account == self.stage.account:
            await self._switch(self.seam.program.profile.accounts.after(account).id, removes=True)
        if account != self.stage.account:
            await self.seam.call(lambda core: core.accounts.remove(account))
            self.desk.notices.tell(tr("{account} is no longer on this computer.", account=name))

    async def _switch(self, account: str, *, removes: bool = False) -> None:
        """Open it, show its window where the other one was, then end the other one in the background."""
        before = self.stage
        if account == before.account or not self._may_replace():
            return
        self._is_switching = True
        try:
            following = await self._open_beside(before, account)
            left, name = before.seam.summary, self._name_of(before.account)
            self._show_instead(before, following)
            take_over_silence(following, before)
            self._leave_behind(before, in_haste=removes)
        finally:
            self._is_switching = False
        if not removes:
            self._tell_left(before.account, name, left)
        self.scope.start(self._sign_in(), "sign in")

    async def _open_beside(self, before: Stage, account: str) -> Stage:
        """The stage is there before its core is open: it must hear what opening has to tell."""
        seam = before.seam.beside(account)
        following = self._stage_beside(before, seam)
        try:
            await seam.start()
            await before.seam.call(lambda core: core.accounts.show(account))
        except BaseException:
            await following.give_up()
            raise
        return following

    def _show_instead(self, before: Stage, following: Stage) -> None:
        was_shown, was_minimized = before.window.isVisible(), before.window.isMinimized()
        icon = before.tray.give_icon() if before.tray is not None else None
        self.stage = following
        self.lock.follow(following)
        if was_minimized:
            self.window.showMinimized()
        elif was_shown:
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()
        self.actions.retint()
        self._take_settings(self._settings())
        self.stage.begin(icon)

    def _leave_behind(self, stage: Stage, *, in_haste: bool) -> None:
        ending = self.scope.start(self._end_stage(stage, in_haste=in_haste), "end of a window")
        self._left.add(ending)
        ending.add_done_callback(self._left.discard)

    async def _end_stage(self, stage: Stage, *, in_haste: bool) -> None:
        await stage.hush()
        try:
            if not in_haste:
                await stage.seam.call(lambda core: core.settle(_SETTLE_LIMIT))
        finally:
            await stage.close()
            stage.dispose()

    def _tell_left(self, account: str, name: str, left: QueueSummary) -> None:
        count = left.counts.active + left.counts.waiting
        if count:
            words = left_words(count, name, is_sending=left.upload_speed > 0)
            self.desk.notices.tell(words, NoticeButton(tr("Go back"), lambda: self.show_account(account)))

    def _name_of(self, account: str) -> str:
        known = self.seam.program.profile.accounts
        found = known.get(account)
        return account_name(found, known) if found is not None else ""

    async def _sign_in(self) -> None:
        from fichier_gui.ui.dialogs.wizard import FirstRun

        state = await self.seam.call(lambda core: core.session.start())
        await self.lock.look()
        if not state.signed_in:
            self.window.bring_to_front()
            await FirstRun(self.seam, self.window).run()

    async def _ask(self) -> None:
        from fichier_gui.ui.dialogs.quit import may_quit

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
        self._leave.set()
        self.window.keep_geometry()
        await self.stage.hush()
        self.lock.step_aside()
        closing = self.scope.start(self._close_parts(), "close the parts")
        hurry = self.scope.start(self._hurried(), "wait for a third request")
        await asyncio.wait({closing, hurry}, timeout=_LEAVE_LIMIT, return_when=asyncio.FIRST_COMPLETED)
        if not closing.done():
            logger.error("Left without waiting for the end of the core")
        await self.scope.close()
        self.stage.dispose()
        return code

    async def _close_parts(self) -> None:
        await self.stage.close()
        if self._left:
            await asyncio.wait(self._left)

    async def _hurried(self) -> None:
        await self._hurry.wait()

    async def _hand_over(self, error: ProfileInUse) -> int:
        """Another instance owns the profile: its window comes to the front, this one goes."""
        from fichier_gui.app.handover import call_window

        self.window.hide()
        if await call_window(self._options, self.errand or Errand()):
            return await self._end(DONE)
        self.window.show()
        self.lock.step_aside()
        await tell_fatal(self.window, error)
        return await self._end(FAILED)

    def _settings(self) -> Settings:
        return self.seam.program.preferences.current if self.seam.is_open else Settings()

    def _take_settings(self, settings: Settings) -> None:
        self._geometry.keep_text("language", settings.language)
        self._geometry.keep_text("color_scheme", settings.color_scheme)
        self.theme.use(settings.color_scheme)
        self.actions.use_keys(settings.shortcuts)
        self._language.use(settings.language)

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        self.desk.tell_problem(as_app_error(error))
