"""What is used of jeepney, which ships no types."""

from typing import Any

class Message:
    body: tuple[Any, ...]

class DBusAddress:
    def __init__(self, object_path: str, bus_name: str, interface: str) -> None: ...

def new_method_call(
    remote_obj: DBusAddress, method: str, signature: str | None = ..., body: tuple[Any, ...] = ...
) -> Message: ...
