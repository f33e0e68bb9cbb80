"""A service on a session bus of its own, as a desktop has it: it notes what it is asked and answers."""

import contextlib
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from support.secret_service import start_bus

Answer = tuple[str, tuple[Any, ...]]
"""Signature and values."""


@contextlib.contextmanager
def session_bus() -> Iterator[str]:
    """A bus that starts nothing by itself; gives its address."""
    with TemporaryDirectory(prefix="fg-bus-") as folder, contextlib.ExitStack() as running:
        (Path(folder) / "run").mkdir()
        start_bus(running, dict(os.environ), Path(folder))
        yield f"unix:path={Path(folder) / 'run' / 'bus'}"


@dataclass
class Peer:
    """What was asked, in order: a member and its values, of calls and of signals that it listens for."""

    connection: DBusConnection
    place: DBusAddress
    asked: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)

    def said(self, member: str) -> list[tuple[Any, ...]]:
        """The values of each call or signal of one name."""
        return [values for name, values in self.asked if name == member]

    def tell(self, signal: str, signature: str, *values: object) -> None:
        """Send a signal."""
        self.connection.send(new_signal(self.place, signal, signature, values))


@contextlib.contextmanager
def bus_peer(
    address: str,
    place: DBusAddress,
    name: str,
    answers: Mapping[str, Callable[[tuple[Any, ...]], Answer]],
    *,
    listens: str = "",
) -> Iterator[Peer]:
    """Own ``name`` on the bus until this is left. ``listens`` is an interface whose signals are noted too."""
    ended = threading.Event()
    with open_dbus_connection(address) as connection:
        if listens:
            rule = MatchRule(type="signal", interface=listens)
            connection.send_and_get_reply(message_bus.AddMatch(rule))
        connection.send_and_get_reply(message_bus.RequestName(name))
        peer = Peer(connection, place)

        def serve() -> None:
            while not ended.is_set():
                with contextlib.suppress(TimeoutError):
                    _take(peer, connection.receive(timeout=0.1))

        def _take(peer: Peer, message: Message) -> None:
            kind = message.header.message_type
            member = message.header.fields.get(HeaderFields.member, "")
            if kind is MessageType.signal and message.header.fields.get(HeaderFields.interface) == listens:
                peer.asked.append((member, message.body))
            elif kind is MessageType.method_call and member in answers:
                signature, values = answers[member](message.body)
                peer.asked.append((member, message.body))
                connection.send(new_method_return(message, signature or None, values))
            elif kind is MessageType.method_call:
                connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))

        thread = threading.Thread(target=serve, name=f"peer {name}")
        thread.start()
        try:
            yield peer
        finally:
            ended.set()
            thread.join()
