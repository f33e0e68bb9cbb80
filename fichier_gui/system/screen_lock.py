"""Hears that the screen was locked: from logind and from the desktops' screen savers, where they are.

Windows and macOS tell this to windows alone, in ways that Qt does not pass on: nothing is heard there.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack
from typing import Any, Final

from fichier_gui.system.dbus import BusProblem, MessageBus, Service

logger = logging.getLogger(__name__)

LOGIN: Final = "org.freedesktop.login1"
_MANAGER: Final = Service(LOGIN, "/org/freedesktop/login1", f"{LOGIN}.Manager")
SAVERS: Final = (
    Service("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    Service("org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver"),
    Service("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)
"""KDE answers at both of its paths, GNOME and those that descend from it at theirs."""

Locked = Callable[[], None]


async def listen(locked: Locked) -> None:
    """Call ``locked``, on the loop, whenever the screen is locked; until it is cancelled."""
    if not sys.platform.startswith("linux"):
        return

    def on_active(body: tuple[Any, ...]) -> None:
        if body[0]:
            locked()

    system, session = MessageBus("SYSTEM"), MessageBus("SESSION")
    async with AsyncExitStack() as stack:
        stack.push_async_callback(system.close)
        stack.push_async_callback(session.close)
        await _hear_login(system, locked)
        for saver in SAVERS:
            await _hear(session, saver, "ActiveChanged", on_active)
        await asyncio.Event().wait()


async def _hear_login(bus: MessageBus, locked: Locked) -> None:
    try:
        own = await _own_session(bus)
    except BusProblem as error:
        logger.info("The session of this program: %s", error)
        return
    await _hear(bus, Service(LOGIN, own, f"{LOGIN}.Session"), "Lock", lambda _body: locked())


async def _own_session(bus: MessageBus) -> str:
    """Its path. A program that the user's own service manager has started is in none, but knows its name."""
    name = os.environ.get("XDG_SESSION_ID", "")
    if name:
        (path,) = await bus.call(_MANAGER, "GetSession", "s", name)
    else:
        (path,) = await bus.call(_MANAGER, "GetSessionByPID", "u", os.getpid())
    return str(path)


async def _hear(
    bus: MessageBus, service: Service, signal: str, heard: Callable[[tuple[Any, ...]], None]
) -> None:
    try:
        await bus.hear(service, signal, heard)
    except BusProblem as error:
        logger.info("%s of %s: %s", signal, service.name, error)
