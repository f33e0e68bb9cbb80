"""A StatusNotifier host as Plasma and others have one: it takes items in, reads them and presses them.

A watcher and a host in one, on the session bus of ``address``, served by a thread of this process.
"""

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Properties,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

WATCHER = "org.kde.StatusNotifierWatcher"
PATH = "/StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
_UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"


@dataclass
class Host:
    """What a panel knows of the icons it shows."""

    address: str
    items: list[str] = field(default_factory=list)
    """Bus names of the items, as they registered."""

    def properties(self, item: str) -> dict[str, Any]:
        """All that an item says of itself, such as ``ToolTip`` and ``IconPixmap``."""
        where = DBusAddress("/StatusNotifierItem", item, ITEM)
        (found,) = self._ask(Properties(where).get_all())
        return {name: value for name, (_, value) in found.items()}

    def tool_tip(self, item: str) -> tuple[str, str]:
        """Title and text."""
        _, _, title, text = self.properties(item)["ToolTip"]
        return str(title), str(text)

    def pixels(self, item: str, size: int = 22) -> bytes:
        """The picture of one size, ARGB, four bytes a pixel."""
        found = {width: data for width, _, data in self.properties(item)["IconPixmap"]}
        return bytes(found[size])

    def press(self, item: str, method: str = "Activate") -> None:
        """``Activate`` is a left click, ``SecondaryActivate`` a middle one."""
        where = DBusAddress("/StatusNotifierItem", item, ITEM)
        self._ask(new_method_call(where, method, "ii", (10, 10)))

    def menu(self, item: str) -> list[dict[str, Any]]:
        """The entries of the menu in order: ``id``, ``label``, ``enabled``, ``children`` and others."""
        _, (_, _, children) = self._ask(
            new_method_call(
                self._menu(item), "GetLayout", "iias", (0, -1, ["label", "enabled", "visible", "type"])
            )
        )
        return [_entry(child) for _, child in children]

    def choose(self, item: str, entry: int) -> None:
        """Click an entry of the menu."""
        self._ask(new_method_call(self._menu(item), "Event", "isvu", (entry, "clicked", ("i", 0), 0)))

    def _menu(self, item: str) -> DBusAddress:
        return DBusAddress(self.properties(item)["Menu"], item, MENU)

    def _ask(self, message: Message) -> Any:
        with open_dbus_connection(self.address) as connection:
            return unwrap_msg(connection.send_and_get_reply(message, timeout=10))


def _entry(layout: tuple[int, dict[str, Any], list[Any]]) -> dict[str, Any]:
    number, properties, children = layout
    known = {name: value for name, (_, value) in properties.items()}
    return {"id": number, **known, "children": [_entry(child) for _, child in children]}


@contextlib.contextmanager
def status_notifier_host(address: str) -> Iterator[Host]:
    """Be the panel of a session until this is left; then its name is gone from the bus."""
    host = Host(address)
    ended = threading.Event()
    with open_dbus_connection(address) as connection:
        rule = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        connection.send_and_get_reply(message_bus.AddMatch(rule))
        connection.send_and_get_reply(message_bus.RequestName(WATCHER))
        thread = threading.Thread(target=_serve, args=(connection, host, ended), name="status notifier host")
        thread.start()
        try:
            yield host
        finally:
            ended.set()
            thread.join()


def _serve(connection: DBusConnection, host: Host, ended: threading.Event) -> None:
    while not ended.is_set():
        with contextlib.suppress(TimeoutError):
            _answer(connection, host, connection.receive(timeout=0.1))


def _answer(connection: DBusConnection, host: Host, message: Message) -> None:
    fields = message.header.fields
    member = fields.get(HeaderFields.member)
    emitter = DBusAddress(PATH, interface=WATCHER)
    if message.header.message_type is MessageType.signal:
        if member == "NameOwnerChanged" and not message.body[2] and message.body[0] in host.items:
            host.items.remove(message.body[0])
            connection.send(new_signal(emitter, "StatusNotifierItemUnregistered", "s", (message.body[0],)))
    elif message.header.message_type is not MessageType.method_call:
        return
    elif member == "RegisterStatusNotifierItem":
        host.items.append(message.body[0])
        connection.send(new_method_return(message))
        connection.send(new_signal(emitter, "StatusNotifierItemRegistered", "s", (message.body[0],)))
    elif member == "Get":
        values = {
            "IsStatusNotifierHostRegistered": ("b", True),
            "ProtocolVersion": ("i", 0),
            "RegisteredStatusNotifierItems": ("as", host.items),
        }
        connection.send(new_method_return(message, "v", (values[message.body[1]],)))
    else:
        connection.send(new_error(message, _UNKNOWN))
