"""Keeps the machine from falling asleep by itself, for as long as this process lives and no longer.

The screen may go dark, and whoever closes the lid or chooses sleep is obeyed: only the sleep of an idle
machine is put off. Each means ends with the process, however that ends: a lock on a bus with its connection,
a file descriptor with its owner, ``caffeinate -w`` with the process it watches, a wish of a thread with it.
"""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Protocol

from fichier_gui.identity import NAME
from fichier_gui.system.daemon_call import daemon_call

if TYPE_CHECKING:
    from jeepney import DBusAddress
    from jeepney.io.blocking import DBusConnection

logger = logging.getLogger(__name__)

WHO: Final = NAME
WHY: Final = "Files are being transferred"
_LIMIT: Final = 5.0
"""Seconds for an answer of a service."""
_SUSPEND: Final = 4
"""GNOME's flag for "do not suspend"; idling, and with it the dark screen, stays allowed."""


class Hold(Protocol):
    """Sleep is put off until ``release``. Blocking."""

    def release(self) -> None:
        """Let it sleep again. Idempotent."""
        ...


Means = Callable[[], Hold | None]
"""Puts sleep off; None where this system offers no way. Blocking."""


# Linux: what the desktop offers, else what systemd does.


@dataclass(frozen=True, slots=True)
class _Service:
    """One service that takes such wishes."""

    bus: str
    name: str
    path: str
    interface: str
    signature: str
    arguments: tuple[str | int, ...]

    @property
    def address(self) -> DBusAddress:
        from jeepney import DBusAddress

        return DBusAddress(self.path, self.name, self.interface)


SERVICES: Final = (
    _Service(
        "SESSION",
        "org.gnome.SessionManager",
        "/org/gnome/SessionManager",
        "org.gnome.SessionManager",
        "susu",
        (WHO, 0, WHY, _SUSPEND),
    ),
    _Service(
        "SESSION",
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
        "ss",
        (WHO, WHY),
    ),
    _Service(
        "SYSTEM",
        "org.freedesktop.login1",
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
        "ssss",
        ("idle", WHO, WHY, "block"),
    ),
)
"""In this order: GNOME; KDE, Xfce, MATE and others; systemd, which is there without a desktop too."""


class _BusHold:
    """The wish lasts as long as the connection it was made on, or the descriptor that was answered."""

    def __init__(self, connection: DBusConnection, answer: object) -> None:
        self._connection = connection
        self._answer = answer

    def release(self) -> None:
        close = getattr(self._answer, "close", None)
        if close is not None:
            close()
        with contextlib.suppress(OSError):
            self._connection.close()


def on_linux() -> Hold | None:
    """The first service that takes the wish."""
    from jeepney.wrappers import DBusErrorResponse

    for service in SERVICES:
        try:
            return _asked(service)
        except (DBusErrorResponse, OSError, LookupError, ValueError, RuntimeError) as error:
            # No such bus, service or method, or a refusal: another may do better.
            logger.info("%s: %s", service.name, type(error).__name__)
    return None


def _asked(service: _Service) -> Hold:
    from jeepney import new_method_call
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    connection = open_dbus_connection(service.bus, enable_fds=service.bus == "SYSTEM")
    try:
        call = new_method_call(service.address, "Inhibit", service.signature, service.arguments)
        answer: tuple[Any, ...] = unwrap_msg(connection.send_and_get_reply(call, timeout=_LIMIT))
    except BaseException:
        connection.close()
        raise
    return _BusHold(connection, answer[0] if answer else None)


# macOS: a small program of the system's own.

Start = Callable[[Sequence[str]], "subprocess.Popen[bytes]"]


def _started(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    silent = subprocess.DEVNULL
    return subprocess.Popen(arguments, stdin=silent, stdout=silent, stderr=silent)


class _ChildHold:
    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        self._child = child

    def release(self) -> None:
        self._child.terminate()
        self._child.wait()


def on_macos(start: Start = _started) -> Hold | None:
    """``caffeinate`` puts idle sleep off until it ends, and ends with the process it is told to watch."""
    try:
        return _ChildHold(start(("caffeinate", "-i", "-w", str(os.getpid()))))
    except OSError as error:
        logger.info("caffeinate: %s", type(error).__name__)
        return None


# Windows: a wish of a thread.

CONTINUOUS: Final = 0x80000000
SYSTEM_REQUIRED: Final = 0x00000001
SetState = Callable[[int], int]


def _set_state(flags: int) -> int:
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.kernel32.SetThreadExecutionState(flags))
    return 0


class _ThreadHold:
    """The wish belongs to the thread that made it, so that thread stays."""

    def __init__(self, set_state: SetState) -> None:
        self._set_state = set_state
        self._release, self._made = threading.Event(), threading.Event()
        self.was_taken = False
        self._thread = threading.Thread(target=self._run, name="awake", daemon=True)
        self._thread.start()
        self._made.wait()

    def release(self) -> None:
        self._release.set()
        self._thread.join()

    def _run(self) -> None:
        self.was_taken = bool(self._set_state(CONTINUOUS | SYSTEM_REQUIRED))
        self._made.set()
        self._release.wait()
        self._set_state(CONTINUOUS)


def on_windows(set_state: SetState = _set_state) -> Hold | None:
    """``SetThreadExecutionState``."""
    hold = _ThreadHold(set_state)
    if not hold.was_taken:
        hold.release()
        return None
    return hold


MEANS: Final[Mapping[str, Means]] = MappingProxyType(
    {"linux": on_linux, "darwin": on_macos, "win32": on_windows}
)
"""By ``sys.platform``."""


def nothing() -> Hold | None:
    """For a run that must not touch the machine."""
    return None


class Awake:
    """The machine, kept awake or not. What blocks gets a daemon thread."""

    def __init__(self, means: Means | None = None) -> None:
        self._means = means or MEANS.get(sys.platform, nothing)
        self._hold: Hold | None = None

    async def keep(self) -> bool:
        """Put sleep off. False where this system offers no way."""
        if self._hold is None:
            self._hold = await daemon_call("awake", self._means)
        return self._hold is not None

    async def release(self) -> None:
        """Let it sleep again. Idempotent."""
        hold, self._hold = self._hold, None
        if hold is not None:
            await daemon_call("awake", hold.release)
