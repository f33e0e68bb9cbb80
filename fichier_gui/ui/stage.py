"""The window of one account and all that works in it: made before its core is open, ended after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QSystemTrayIcon

from fichier_gui.app.tasks import TaskScope
from fichier_gui.ui.account_switching import AccountSwitcher, Switching
from fichier_gui.ui.actions import Actions
from fichier_gui.ui.after_queue import AfterQueueWatch
from fichier_gui.ui.curtain import AWAY
from fichier_gui.ui.desk import Desk
from fichier_gui.ui.errands import Errands
from fichier_gui.ui.forgetting import ForgettingDesk
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.tray import Tray
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr

if TYPE_CHECKING:
    from fichier_gui.app.options import ProgramOptions
    from fichier_gui.ui.dialogs.lock_panel import LockPanel
    from fichier_gui.ui.floating import Floating
    from fichier_gui.ui.launcher import Launcher
    from fichier_gui.ui.notifications import Notifications
    from fichier_gui.ui.notifier import Copied, Notifier


class Stage(QObject):
    """One account on show."""

    hide_asked = Signal()
    """See :class:`Tray`."""

    def __init__(
        self,
        seam: Seam,
        options: ProgramOptions,
        geometry: Geometry,
        scope: TaskScope,
        leave: Callable[[], None],
        switching: Switching,
        *,
        is_demo: bool,
    ) -> None:
        super().__init__()
        self._options, self._leave, self._is_demo = options, leave, is_demo
        self._geometry = geometry
        self.actions = Actions(self)
        self.seam = seam
        self.window = MainWindow(seam, self.actions, options.clock, geometry, is_demo=is_demo)
        self.desk = Desk(seam, self.window, self.actions, options.clock)
        # It listens from the first moment on: another start may call while this one opens.
        self.errands = Errands(seam, self.window, self.actions, self.desk)
        self.accounts = AccountSwitcher(
            seam, self.window, self.actions, self.desk.scope, self.desk.commands, switching
        )
        self.forgetting = ForgettingDesk(seam, self.window, self.actions, self.desk.scope, leave)
        self.after_queue = AfterQueueWatch(
            seam,
            self.window,
            self.actions,
            scope,
            leave,
            self.desk.notices.tell,
            is_real=options.touches_machine,
        )
        self.tray: Tray | None = None
        self.notifications: Notifications | None = None
        self.notifier: Notifier | None = None
        self.launcher: Launcher | None = None
        self.floating: Floating | None = None
        self._panel: LockPanel | None = None

    @property
    def account(self) -> str:
        """The id of its account."""
        return self._options.profile.account

    def begin(self, icon: QSystemTrayIcon | None = None) -> None:
        """The core is open: everything that needs it. ``icon``: the tray's, of another account."""
        self.tray = Tray(self.seam, self.actions, self.window, icon=icon)
        self.tray.noticed.connect(self.desk.notices.tell)
        self.tray.hide_asked.connect(self.hide_asked)
        self._tell_desktop(self.tray)
        self._watch_clipboard()
        self.tray.start()
        self.desk.start()
        self.accounts.start(self.tray)
        self._float(self.tray)
        self._hold()
        if self._is_demo:
            self.desk.notices.tell_demo(NoticeButton(tr("Leave the demo"), self._leave))

    def _tell_desktop(self, tray: Tray) -> None:
        """What is seen outside of the window."""
        from fichier_gui.ui.launcher import Launcher
        from fichier_gui.ui.notifications import Notifications
        from fichier_gui.ui.notifier import Notifier

        self.notifications = Notifications(self.seam, self.actions, self._tray_icon, self.desk.scope, self)
        self.notifier = Notifier(self.seam, self.notifications.show, self._options.clock, self)
        self.notifier.copied.connect(self._on_notifier_copied)
        tray.snooze.chosen.connect(self.notifier.snooze)
        self.launcher = Launcher(self.seam, self.window, self.desk.scope)

    def _float(self, tray: Tray) -> None:
        from fichier_gui.ui.floating import Floating

        here, bringing = self.desk.navigation, self.desk.bringing
        self.floating = Floating(
            self.seam,
            self.actions,
            self._geometry,
            here,
            bringing,
            tray.state,
            self,
            is_held=self._panel is not None,
        )

    def _watch_clipboard(self) -> None:
        from fichier_gui.ui.clipboard_watch import ClipboardWatch

        self.clipboard_watch = ClipboardWatch(self.seam, self.desk)
        self.clipboard_watch.start(is_wanted=self.seam.program.preferences.current.watch_clipboard)

    def _tray_icon(self) -> QSystemTrayIcon | None:
        return self.tray.icon if self.tray is not None else None

    @property
    def panel(self) -> LockPanel | None:
        """What covers it while it is locked."""
        return self._panel

    def cover(self, panel: LockPanel | None) -> None:
        """Lock it behind ``panel``; None opens it again."""
        before, self._panel = self._panel, panel
        self.window.cover(panel)
        self._hold()
        if before is not None:
            before.deleteLater()

    def _hold(self) -> None:
        is_held = self._panel is not None
        self.actions.hold(is_held)
        self.errands.hold(is_held)
        self.accounts.hold(is_held)
        if self.tray is not None:
            self.tray.hold(is_held)
        if self.floating is not None:
            self.floating.hold(is_held)
        if self.notifier is not None and self.notifications is not None:
            self.notifier.hold(is_held)
            self.notifications.is_held = is_held

    async def hush(self) -> None:
        """Nothing is seen of it any more; the tray's icon goes too, unless it was given away.

        Its questions are answered with no: one that stayed would hold up the window that follows.
        """
        self.seam.hush()
        if self.floating is not None:
            self.floating.close()
        for dialog in reversed(self.window.findChildren(QDialog)):
            if dialog.isVisible() or dialog.property(AWAY):
                dialog.done(QDialog.DialogCode.Rejected)
        if self.tray is not None:
            await self.tray.close()
        self.window.is_leaving = True
        self.window.hide()

    async def close(self) -> None:
        """End its tasks and its core."""
        if self._panel is not None:
            await self._panel.close_tasks()
        await self.desk.close()
        await self.seam.close()

    def dispose(self) -> None:
        """Delete what is left of it."""
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()

    async def give_up(self) -> None:
        """It was made, and is not to be shown after all."""
        await self.hush()
        await self.close()
        self.dispose()

    def _on_notifier_copied(self, copied: Copied) -> None:
        self.desk.notices.tell(copied.words, NoticeButton(tr("Copy again"), copied.copy_again))
