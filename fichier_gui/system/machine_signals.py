"""Hears from the system that the machine has woken or that a network has come: sooner than one would notice.

Nothing depends on it. Where the system says nothing, a look every few seconds finds out as well.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from fichier_gui.system.daemon_call import daemon_call

logger = logging.getLogger(__name__)

Changed = Callable[[], None]
Listen = Callable[[Changed], Awaitable[None]]
"""Calls ``changed``, on the loop, whenever the network may be another one; until it is cancelled."""

LOGIN: Final = "org.freedesktop.login1"
NETWORK: Final = "org.freedesktop.NetworkManager"
CONNECTED: Final = 60
"""``NM_STATE_CONNECTED_SITE``; what is below has no way out. The next one is the whole internet."""


async def on_linux(changed: Changed) -> None:
    """Signals of logind and of NetworkManager."""
    from fichier_gui.system.dbus import BusProblem, MessageBus, Service

    def on_sleep(body: tuple[Any, ...]) -> None:
        is_about_to_sleep = body[0]
        if not is_about_to_sleep:
            changed()

    def on_state(body: tuple[Any, ...]) -> None:
        if body[0] >= CONNECTED:
            changed()

    bus = MessageBus("SYSTEM")
    try:
        login = Service(LOGIN, "/org/freedesktop/login1", f"{LOGIN}.Manager")
        await bus.hear(login, "PrepareForSleep", on_sleep)
        network = Service(NETWORK, "/org/freedesktop/NetworkManager", NETWORK)
        await bus.hear(network, "StateChanged", on_state)
        await asyncio.Event().wait()
    except BusProblem as error:
        logger.info("Signals of the machine: %s", error)
    finally:
        await bus.close()


def _wait_for_addresses() -> bool:
    """Block until this machine's addresses change. False where that cannot be waited for."""
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.iphlpapi.NotifyAddrChange(None, None)) == 0
    return False


async def on_windows(changed: Changed, wait: Callable[[], bool] = _wait_for_addresses) -> None:
    """``NotifyAddrChange``, on a thread of its own. After a sleep addresses come anew."""
    while await daemon_call("addresses", wait):
        changed()


NOTIFY: Final = ("notifyutil", "-w", "com.apple.system.config.network_change")


async def on_macos(changed: Changed, command: Sequence[str] = NOTIFY) -> None:
    """A small program of the system's own writes a line for each change."""
    none, pipe = asyncio.subprocess.DEVNULL, asyncio.subprocess.PIPE
    try:
        process = await asyncio.create_subprocess_exec(*command, stdin=none, stdout=pipe, stderr=none)
    except OSError as error:
        logger.info("%s: %s", command[0], type(error).__name__)
        return
    try:
        assert process.stdout is not None
        async for _line in process.stdout:
            changed()
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


async def on_others(_changed: Changed) -> None:
    """This system says nothing."""


LISTEN: Final[Mapping[str, Listen]] = MappingProxyType(
    {"linux": on_linux, "win32": on_windows, "darwin": on_macos}
)
"""By ``sys.platform``."""


async def listen(changed: Changed) -> None:
    """As this system does it. Ends where it says nothing."""
    await LISTEN.get(sys.platform, on_others)(changed)
