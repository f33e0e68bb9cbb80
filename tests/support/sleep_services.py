"""Services that put sleep off, as a desktop and systemd offer them, on real buses of their own.

They hold a wish as the real ones do: for as long as the connection or the descriptor that it came with.
Everything ends by process id.
"""

import contextlib
import os
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from support.secret_service import ROOT, end, start_bus

GNOME = "org.gnome.SessionManager"
DESKTOP = "org.freedesktop.PowerManagement"
LOGIN = "org.freedesktop.login1"
LACKING = "" if sys.platform == "linux" and shutil.which("dbus-daemon") else "needs a Linux bus (dbus-daemon)"
"""Why these services cannot be run here."""


@dataclass
class SleepServices:
    """What they were asked for, a line each: "held <service> <arguments>", "released <service>"."""

    environment: dict[str, str]
    _lines: "queue.Queue[str]" = field(default_factory=queue.Queue)

    def next_line(self, seconds: float = 15.0) -> str:
        """The next thing that happened. Raises ``queue.Empty`` when nothing does."""
        return self._lines.get(timeout=seconds)

    def is_quiet(self) -> bool:
        """Nothing more has happened."""
        return self._lines.empty()

    def read(self, service: subprocess.Popen[str]) -> None:
        """Take over what a service prints, to its end."""
        assert service.stdout is not None
        for line in service.stdout:
            self._lines.put(line.strip())


@contextlib.contextmanager
def sleep_services(names: Sequence[str]) -> Iterator[SleepServices]:
    """Two buses, with these services on them and no others."""
    with TemporaryDirectory(prefix="fg-sleep-") as folder, contextlib.ExitStack() as running:
        addresses = {}
        for bus in ("SESSION", "SYSTEM"):
            place = Path(folder) / bus.lower()
            (place / "run").mkdir(parents=True)
            start_bus(running, dict(os.environ), place)
            addresses[f"DBUS_{bus}_BUS_ADDRESS"] = f"unix:path={place / 'run' / 'bus'}"
        services = SleepServices(dict(os.environ) | addresses)
        for name in names:
            _start(running, services, name)
        yield services


def _start(running: contextlib.ExitStack, services: SleepServices, name: str) -> None:
    service = subprocess.Popen(
        [sys.executable, "-c", _SERVICE, name],
        env=services.environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert service.stdout is not None
    running.callback(service.stdout.close)
    # It says so once it has its name.
    assert service.stdout.readline() == "ready\n"
    reader = threading.Thread(target=services.read, args=(service,), name="sleep services")
    reader.start()
    running.callback(reader.join)
    running.callback(end, service)


_SERVICE = """
import os, sys, threading
from jeepney import DBusAddress, HeaderFields, MatchRule, new_method_call, new_method_return, new_error
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

name = sys.argv[1]
is_login = name.endswith("login1")
connection = open_dbus_connection("SYSTEM" if is_login else "SESSION", enable_fds=is_login)
connection.send_and_get_reply(message_bus.RequestName(name))
rule = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
connection.send_and_get_reply(message_bus.AddMatch(rule))
print("ready", flush=True)
owners = set()

def watch(reader):
    os.read(reader, 1)
    print("released", name, flush=True)

while True:
    message = connection.receive()
    fields = message.header.fields
    member, sender = fields.get(HeaderFields.member), fields.get(HeaderFields.sender)
    if member == "NameOwnerChanged":
        gone, _, owner = message.body
        if gone in owners and not owner:
            owners.discard(gone)
            print("released", name, flush=True)
    elif member == "Inhibit":
        print("held", name, *message.body, sep="|", flush=True)
        if is_login:
            reader, writer = os.pipe()
            connection.send(new_method_return(message, "h", (writer,)))
            os.close(writer)
            threading.Thread(target=watch, args=(reader,), daemon=True).start()
        else:
            owners.add(sender)
            connection.send(new_method_return(message, "u", (4711,)))
"""
