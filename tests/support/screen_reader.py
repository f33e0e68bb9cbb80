"""What a screen reader knows of a program: its accessible tree and its announcements, read over AT-SPI.

Needs at-spi2-core. The session bus starts its bus when the first program asks for it.
"""

import contextlib
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Properties,
    new_method_call,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
HEARD = ("object:state-changed", "object:announcement")
_PATIENCE = 20.0
_QUESTIONS = 6
_LABELLED_BY = 2
_Address = tuple[str, str]
"""Of an object: the bus name of its program, and its path there."""

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

    def above(self, path: str) -> Seen:
        """What an object is in, with all that is in it: of a line its menu, which is no window of its own."""
        name = self.program()
        ((_, (_, parent)),) = self._send(Properties(DBusAddress(path, name, ACCESSIBLE)).get("Parent"))
        return self._tree(name, str(parent))

    def place(self, path: str) -> tuple[int, int, int, int]:
        """Where an object is on the screen: left, top, width, height."""
        of_the_screen = 0
        where = DBusAddress(path, self.program(), "org.a11y.atspi.Component")
        ((x, y, width, height),) = self._send(new_method_call(where, "GetExtents", "u", (of_the_screen,)))
        return x, y, width, height

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
        """Level by level: what is asked of all objects of a level goes out together."""
        ((root, below),) = self._look_at([(name, path)])
        known: dict[str, tuple[Seen, list[_Address]]] = {path: (root, below)}
        while below:
            found = self._look_at(below)
            below = []
            for seen, children in found:
                if "showing" in seen.states:
                    known[seen.path] = seen, children
                    below += children
        return _grown(path, known)

    def _look(self, name: str, path: str) -> Seen:
        ((seen, _),) = self._look_at([(name, path)])
        return seen

    def _look_at(self, addresses: Sequence[_Address]) -> list[tuple[Seen, list[_Address]]]:
        """Each object, and where its children are; of several, one that has gone meanwhile is left out."""
        answers = self._send_all([call for name, path in addresses for call in _questions(name, path)])
        found = []
        for number, (_, path) in enumerate(addresses):
            own = answers[number * _QUESTIONS : (number + 1) * _QUESTIONS]
            try:
                found.append(self._seen(path, [unwrap_msg(answer) for answer in own]))
            except DBusErrorResponse:
                if len(addresses) == 1:
                    raise
        return found

    def _seen(self, path: str, answers: Sequence[Any]) -> tuple[Seen, list[_Address]]:
        (states,), (role,), ((_, called),), ((_, described),), (relations,), (children,) = answers
        bits = states[0] | states[1] << 32
        words = frozenset(word for bit, word in STATES.items() if bits >> bit & 1)
        labels = [target for kind, targets in relations if kind == _LABELLED_BY for target in targets]
        named = tuple(self._name(where, label) for where, label in labels)
        seen = Seen(path, str(role), str(called).strip(), str(described).strip(), words, named)
        return seen, [(str(where), str(child)) for where, child in children]

    def _name(self, name: str, path: str) -> str:
        ((_, text),) = self._send(Properties(DBusAddress(path, name, ACCESSIBLE)).get("Name"))
        return str(text).strip()

    def _send_all(self, calls: Sequence[Message]) -> list[Message]:
        """The answers, in the order of the calls, as serials rise."""
        wanted: set[int] = set()
        answers: dict[int, Message] = {}
        for call in calls:
            serial = next(self.bus.outgoing_serial)
            wanted.add(serial)
            self.bus.send(call, serial=serial)
        while len(answers) < len(wanted):
            came = self.bus.receive(timeout=_PATIENCE)
            serial = came.header.fields.get(HeaderFields.reply_serial, -1)
            if serial in wanted:
                answers[serial] = came
            elif came.header.message_type is MessageType.signal:
                self.heard.append(came)
        return [answers[serial] for serial in sorted(wanted)]

    def _ask(self, name: str, path: str, method: str) -> Any:
        (answer,) = self._send(new_method_call(DBusAddress(path, name, ACCESSIBLE), method))
        return answer

    def _send(self, message: Message) -> Any:
        return unwrap_msg(self.bus.send_and_get_reply(message, timeout=_PATIENCE))


def _questions(name: str, path: str) -> list[Message]:
    """All that is asked of one object; :meth:`ScreenReader._seen` reads the answers in this order."""
    where = DBusAddress(path, name, ACCESSIBLE)
    return [
        new_method_call(where, "GetState"),
        new_method_call(where, "GetRoleName"),
        Properties(where).get("Name"),
        Properties(where).get("Description"),
        new_method_call(where, "GetRelationSet"),
        new_method_call(where, "GetChildren"),
    ]


def _grown(path: str, known: "dict[str, tuple[Seen, list[_Address]]]") -> Seen:
    """An object with its children in it."""
    seen, below = known[path]
    return replace(seen, children=tuple(_grown(child, known) for _, child in below if child in known))


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
