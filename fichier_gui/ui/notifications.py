"""Notifications and what their buttons do. Where the desktop shows none, the tray icon speaks."""

import contextlib
import os
import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from fichier_gui.app.tasks import ScopeClosed, TaskScope
from fichier_gui.domain.desktop import Button, Notification
from fichier_gui.domain.events import Event, NotificationPressed
from fichier_gui.domain.markup import escaped
from fichier_gui.ui.action_ids import ActionId
from fichier_gui.ui.actions import Actions
from fichier_gui.ui.clipboard import copy_facts
from fichier_gui.ui.file_manager import open_file, show_file
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.tally import Tally, notification_of

SHOWN_MS: Final = 8000
REMEMBERED: Final = 32
"""Notifications whose buttons still do something: desktops keep them in a list."""

Icon = Callable[[], QSystemTrayIcon | None]


class Notifications(QObject):
    """Shows what the notifier tells, and carries out what is pressed."""

    def __init__(self, seam: Seam, actions: Actions, icon: Icon, scope: TaskScope, parent: QObject) -> None:
        super().__init__(parent)
        self._seam, self._actions, self._icon, self._scope = seam, actions, icon, scope
        self._told: dict[int, Tally] = {}
        self.is_held = False
        """While the window is locked, what is pressed shows it and does nothing else."""
        seam.happened.connect(self._on_seam_happened)

    def show(self, tally: Tally) -> None:
        """By the desktop's service, else by the tray icon; without one the window's bars are all there is."""
        # A tally that was waiting may fall due while the window closes: nobody is left to tell.
        with contextlib.suppress(ScopeClosed):
            self._scope.start(self._show(tally), "notification")

    def take_over(self, other: "Notifications") -> None:
        """What another window has shown: its buttons are still there."""
        self._told |= other._told

    async def _show(self, tally: Tally) -> None:
        notification = notification_of(tally)
        number = await self._seam.call(lambda p: p.desktop.notify(notification))
        if number is None:
            self._show_by_tray(notification)
            return
        self._told[number] = tally
        if len(self._told) > REMEMBERED:
            del self._told[next(iter(self._told))]

    def _show_by_tray(self, notification: Notification) -> None:
        icon, kinds = self._icon(), QSystemTrayIcon.MessageIcon
        if icon is not None:
            # Qt hands the text on as it is, and what shows it under Linux reads mark-up.
            is_read = sys.platform == "linux"
            text = escaped(notification.text) if is_read else notification.text
            kind = kinds.Warning if notification.is_problem else kinds.Information
            icon.showMessage(notification.title, text, kind, SHOWN_MS)

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, NotificationPressed) and event.number in self._told:
            if event.token:
                os.environ["XDG_ACTIVATION_TOKEN"] = event.token  # Qt takes it from there
            button = Button.SHOW_WINDOW if self.is_held else event.button
            self._press(button, self._told[event.number])

    def _press(self, button: Button, tally: Tally) -> None:
        if button is Button.OPEN:
            open_file(tally.paths[0])
        elif button is Button.SHOW_IN_FOLDER:
            self._scope.start(show_file(self._seam, tally.paths[0]), "show in folder")
        elif button is Button.COPY_LINKS:
            copy_facts(tally.links, self._seam.program.preferences.current)
        elif button is Button.RETRY:
            stopped = tuple(tally.stopped)
            self._scope.start(self._seam.call(lambda p: p.transfers.retry(stopped)), "try again")
        else:
            self._actions[ActionId.SHOW_WINDOW].trigger()
            if button is Button.ENTER_KEY:
                self._actions[ActionId.ENTER_KEY].trigger()
