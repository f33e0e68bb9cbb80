"""Notifications by the desktop's own service (freedesktop.org), with buttons.

Windows and macOS have none that an unpackaged program may use with buttons: there the tray icon speaks.
"""

import logging
from collections.abc import Callable
from typing import Final

from fichier_gui.domain.desktop import Button, Notification
from fichier_gui.domain.markup import escaped
from fichier_gui.identity import DESKTOP_ID
from fichier_gui.system.dbus import BusProblem, MessageBus, Service

logger = logging.getLogger(__name__)

Pressed = Callable[[int, Button, str], None]
"""The number of a notification, which of its buttons, and the token of the click or nothing."""

SERVICE: Final = Service(
    "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
)
_NORMAL: Final = 1
"""Even a problem goes by itself: it stays in the window."""
_AS_THE_DESKTOP_DOES: Final = -1
_NEW: Final = 0


class DesktopNotifications:
    """Shows them, and tells of the buttons that are pressed."""

    def __init__(self, bus: MessageBus, pressed: Pressed) -> None:
        self._bus = bus
        self._pressed = pressed
        self._shown: set[int] = set()
        self._token = ""
        self._hears = False

    async def show(self, notification: Notification) -> int | None:
        """The number of the notification; None when there is nobody who shows it."""
        try:
            return await self._show(notification)
        except BusProblem as error:
            logger.info("Notification: %s", error)
            return None

    async def _show(self, notification: Notification) -> int:
        if not self._hears:
            await self._bus.hear(SERVICE, "ActionInvoked", self._on_action)
            await self._bus.hear(SERVICE, "ActivationToken", self._on_token)
            await self._bus.hear(SERVICE, "NotificationClosed", self._on_closed)
            self._hears = True
        # Asked each time: another service may have taken the place of the last one.
        (abilities,) = await self._bus.call(SERVICE, "GetCapabilities")
        (number,) = await self._bus.call(
            SERVICE,
            "Notify",
            "susssasa{sv}i",
            DESKTOP_ID,
            _NEW,
            notification.icon,
            notification.title,
            escaped(notification.text) if "body-markup" in abilities else notification.text,
            _actions(notification) if "actions" in abilities else [],
            _hints(notification),
            _AS_THE_DESKTOP_DOES,
        )
        self._shown.add(number)
        return int(number)

    def _on_action(self, body: tuple[int, str]) -> None:
        number, name = body
        if number in self._shown and name in set(Button):
            token, self._token = self._token, ""
            self._pressed(number, Button(name), token)

    def _on_token(self, body: tuple[int, str]) -> None:
        """It comes before the button that it belongs to."""
        if body[0] in self._shown:
            self._token = body[1]

    def _on_closed(self, body: tuple[int, int]) -> None:
        self._shown.discard(body[0])


def _actions(notification: Notification) -> list[str]:
    """Names and words by turns."""
    return [text for button, words in notification.buttons for text in (str(button), words)]


def _hints(notification: Notification) -> dict[str, tuple[str, object]]:
    category = "transfer.error" if notification.is_problem else "transfer.complete"
    return {
        "desktop-entry": ("s", DESKTOP_ID),
        "category": ("s", category),
        "urgency": ("y", _NORMAL),
    }
