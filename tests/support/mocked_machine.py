"""logind and NetworkManager as python-dbusmock plays them, on a system bus of their own."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg
from support.bus_peer import session_bus
from support.secret_service import end

PYTHON = Path("/usr/bin/python3")
"""The system's: the mocks stand on its bindings."""
MOCK = "org.freedesktop.DBus.Mock"
LOGIN, NETWORK = "org.freedesktop.login1", "org.freedesktop.NetworkManager"
_PATHS = {LOGIN: "/org/freedesktop/login1", NETWORK: "/org/freedesktop/NetworkManager"}
_TEMPLATES = {LOGIN: "logind", NETWORK: "networkmanager"}


def lacking() -> str:
    """Why these cannot be run here; empty where they can."""
    if sys.platform != "linux" or not PYTHON.exists():
        return "needs Linux"
    found = subprocess.run([PYTHON, "-c", "import dbusmock"], capture_output=True, check=False)
    return "" if found.returncode == 0 else "needs python3-dbusmock"


class Machine:
    """Makes the mocks say what the real ones say."""

    def __init__(self, address: str) -> None:
        self.address = address

    def sleep(self, *, is_about_to: bool) -> None:
        """Before a sleep, and after it."""
        self._do(
            LOGIN, "EmitSignal", "sssav", f"{LOGIN}.Manager", "PrepareForSleep", "b", [("b", is_about_to)]
        )

    def network(self, state: int) -> None:
        """70 is connected to the internet, 20 is not connected."""
        self._do(NETWORK, "SetGlobalConnectionState", "u", state)

    def add_session(self, name: str) -> None:
        """Somebody has logged in."""
        self._do(LOGIN, "AddSession", "ssusb", name, "seat0", os.getuid(), "me", True)

    def lock_session(self, name: str) -> None:
        """As ``loginctl lock-session`` does."""
        where = DBusAddress(f"{_PATHS[LOGIN]}/session/{name}", LOGIN, f"{LOGIN}.Session")
        with open_dbus_connection(self.address) as connection:
            unwrap_msg(connection.send_and_get_reply(new_method_call(where, "Lock"), timeout=10))

    def inhibitors(self) -> list[tuple[object, ...]]:
        """The calls of ``Inhibit`` so far."""
        where = DBusAddress(_PATHS[LOGIN], LOGIN, MOCK)
        with open_dbus_connection(self.address) as connection:
            call = new_method_call(where, "GetMethodCalls", "s", ("Inhibit",))
            ((calls,),) = [unwrap_msg(connection.send_and_get_reply(call, timeout=10))]
        return [tuple(value for _, value in arguments) for _, arguments in calls]

    def _do(self, name: str, method: str, signature: str, *arguments: object) -> None:
        where = DBusAddress(_PATHS[name], name, MOCK)
        with open_dbus_connection(self.address) as connection:
            message = new_method_call(where, method, signature, arguments)
            unwrap_msg(connection.send_and_get_reply(message, timeout=10))


@contextlib.contextmanager
def mocked_machine() -> Iterator[Machine]:
    """Both services; programs find them by ``DBUS_SYSTEM_BUS_ADDRESS``."""
    with session_bus() as address, contextlib.ExitStack() as running:
        machine = Machine(address)
        for name, template in _TEMPLATES.items():
            process = subprocess.Popen(
                [PYTHON, "-m", "dbusmock", "--system", "--template", template],
                env=dict(os.environ) | {"DBUS_SYSTEM_BUS_ADDRESS": address, "PYTHONPATH": ""},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                text=True,
            )
            running.callback(end, process)
            _await(address, name)
        yield machine


def _await(address: str, name: str) -> None:
    """Until the bus knows the name."""
    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    with open_dbus_connection(address) as connection:
        for _ in range(600):
            asked = new_method_call(bus, "NameHasOwner", "s", (name,))
            if unwrap_msg(connection.send_and_get_reply(asked, timeout=10))[0]:
                return
            with contextlib.suppress(TimeoutError):
                connection.receive(timeout=0.05)
    raise AssertionError(f"{name} did not come")
