"""What a screen reader knows of a program: its accessible tree and its announcements, read over AT-SPI.

Needs at-spi2-core. The session bus starts its bus when the first program asks for it.
"""

import contextlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
HEARD = ("object:state-changed", "object:announcement")
_PATIENCE = 20.0

STATES = {
    1: "active",
    4: "checked",
    8: "enabled",
    9: "expandable",
    10: "expanded",
    11: "focusable",
    12: "focused",
    16: "modal",
    18: "editable",
    20: "pressed",
    23: "selected",
    25: "showing",
    30: "visible",
    32: "indeterminate",
    41: "checkable",
}
"""Bits of AT-SPI's state set that are looked at."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One object of the tree. ``path`` is its address on the bus of the program."""

    path: str
    role: str
    name: str
    description: str
    states: frozenset[str]
    labels: tuple[str, ...]
    """The names of what labels it."""
    children: "tuple[Seen, ...]" = ()

    def walk(self) -> "Iterator[Seen]":
        """It and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def outline(self, depth: int = 0) -> str:
        """Lines to read, one an object."""
        marks = " ".join(sorted(self.states & {"checked", "expanded", "focused", "selected", "modal"}))
        line = f"{'  ' * depth}{self.role}: {self.name!r}{f' [{marks}]' if marks else ''}"
        return "\n".join([line, *(child.outline(depth + 1) for child in self.children)])


@dataclass
class ScreenReader:
    """Reads one program, the only one on its bus."""

    bus: DBusConnection
    heard: deque[Message]
    """Signals that came while something else was asked."""
    said: list[str] = field(default_factory=list)
    """Announcements, oldest first."""
    focused: list[str] = field(default_factory=list)
    """Paths of what took the focus, oldest first."""

    def program(self) -> str:
        """The bus name of the program. Raises ``LookupError`` while there is none."""
        found = self._ask("org.a11y.atspi.Registry", ROOT, "GetChildren")
        if not found:
            raise LookupError("no program on the accessibility bus")
        return str(found[-1][0])

    def tops(self) -> list[Seen]:
        """The windows that are shown, without what is in them."""
        name = self.program()
        found = []
        for _, path in self._ask(name, ROOT, "GetChildren"):
            with contextlib.suppress(DBusErrorResponse):  # it has just gone
                found.append(self._look(name, path))
        return [top for top in found if "showing" in top.states]

    def read(self, path: str) -> Seen:
        """An object with all below it that is shown."""
        return self._tree(self.program(), path)

    def look(self, path: str) -> Seen:
        """One object alone."""
        return self._look(self.program(), path)

    def act(self, path: str, number: int = 0) -> None:
        """Do what a screen reader's user asks of an object."""
        where = DBusAddress(path, self.program(), "org.a11y.atspi.Action")
        self._send(new_method_call(where, "DoAction", "i", (number,)))

    def listen(self, seconds: float = 0.05) -> None:
        """Take in what was said meanwhile."""
        with contextlib.suppress(TimeoutError):
            while True:
                self.bus.recv_messages(timeout=seconds)
        while self.heard:
            self._hear(self.heard.popleft())

    def _hear(self, message: Message) -> None:
        fields = message.header.fields
        member, body = fields.get(HeaderFields.member), message.body
        if member == "Announcement":
            self.said.append(str(body[3][1]))
        elif member == "StateChanged" and body[0] == "focused" and body[1]:
            self.focused.append(str(fields[HeaderFields.path]))

    def _tree(self, name: str, path: str) -> Seen:
        seen = self._look(name, path)
        below: list[Seen] = []
        for where, child in self._ask(name, path, "GetChildren"):
            with contextlib.suppress(DBusErrorResponse):  # a row that goes while the list is read
                below.append(self._tree(where, child))
        shown = tuple(child for child in below if "showing" in child.states or child.role == "menu item")
        return replace(seen, children=shown)

    def _look(self, name: str, path: str) -> Seen:
        low, high = self._ask(name, path, "GetState")
        bits = low | high << 32
        return Seen(
            path,
            str(self._ask(name, path, "GetRoleName")),
            self._text(name, path, "Name"),
            self._text(name, path, "Description"),
            frozenset(word for bit, word in STATES.items() if bits >> bit & 1),
            self._labels(name, path),
        )

    def _text(self, name: str, path: str, which: str) -> str:
        ((_, text),) = self._send(Properties(DBusAddress(path, name, ACCESSIBLE)).get(which))
        return str(text).strip()

    def _labels(self, name: str, path: str) -> tuple[str, ...]:
        labelled_by = 2
        relations = self._ask(name, path, "GetRelationSet")
        targets = [target for kind, found in relations if kind == labelled_by for target in found]
        return tuple(self._text(where, target, "Name") for where, target in targets)

    def _ask(self, name: str, path: str, method: str) -> Any:
        (answer,) = self._send(new_method_call(DBusAddress(path, name, ACCESSIBLE), method))
        return answer

    def _send(self, message: Message) -> Any:
        return unwrap_msg(self.bus.send_and_get_reply(message, timeout=_PATIENCE))


def is_there() -> bool:
    """Whether this machine has the service."""
    return Path(LAUNCHER).exists()


@contextlib.contextmanager
def screen_reader(session: str) -> Iterator[ScreenReader]:
    """Be the screen reader of the session whose bus has this address; start before the program."""
    with open_dbus_connection(session) as connection:
        where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (address,) = unwrap_msg(
            connection.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=_PATIENCE)
        )
        status = Properties(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status"))
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            connection.send_and_get_reply(status.set(name, "b", True), timeout=_PATIENCE)
    with open_dbus_connection(address) as bus:
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object")
        with bus.filter(rule, bufsize=10_000) as heard:
            bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=_PATIENCE)
            reader = ScreenReader(bus, heard)
            for kind in HEARD:
                reader._send(new_method_call(REGISTRY, "RegisterEvent", "s", (kind,)))
            yield reader
