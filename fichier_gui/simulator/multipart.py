"""A streaming `multipart/form-data` parser that reads as the service does: by position.

The service finds a file only if `Content-Disposition` is the first header of its part (§5.2). The boundary
is taken as it stands in the request, quotes included, so a quoted one finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_HEAD = 16 << 10
_NAME = re.compile(rb'[; ]name="([^"]*)"')
_FILENAME = re.compile(rb'[; ]filename="([^"]*)"')


@dataclass(frozen=True)
class PartStarted:
    """A part begins. `filename` is None for a plain field; `readable` False if the service would miss it."""

    name: str
    filename: str | None
    readable: bool


@dataclass(frozen=True)
class PartData:
    """Bytes of the part that has started."""

    data: memoryview


@dataclass(frozen=True)
class PartEnded:
    """The part is complete."""


Event = PartStarted | PartData | PartEnded


class MultipartParser:
    """Feed it the body in any pieces; `finished` tells whether the closing boundary was seen."""

    def __init__(self, boundary: bytes) -> None:
        self._delimiter = b"\r\n--" + boundary
        self._buffer = b"\r\n"  # The first boundary has no line break before it.
        self._step = self._preamble
        self.finished = False

    def feed(self, data: bytes) -> Iterator[Event]:
        """Take the next bytes of the body and yield what they complete."""
        self._buffer += data
        going = True
        while going:
            going, event = self._step()
            if event is not None:
                yield event

    def _preamble(self) -> tuple[bool, Event | None]:
        at = self._buffer.find(self._delimiter)
        if at < 0:
            self._buffer = self._buffer[-len(self._delimiter) :]
            return False, None
        self._pass(at + len(self._delimiter))
        self._step = self._after_boundary
        return True, None

    def _after_boundary(self) -> tuple[bool, Event | None]:
        if len(self._buffer) < 2:
            return False, None
        if self._buffer.startswith(b"\r\n"):
            self._step = self._head
        else:
            self.finished = self._buffer.startswith(b"--")
            self._step = self._epilogue
        self._pass(2)
        return True, None

    def _head(self) -> tuple[bool, Event | None]:
        at = self._buffer.find(b"\r\n\r\n")
        if at < 0:
            if len(self._buffer) > LONGEST_HEAD:
                self._step = self._epilogue
            return False, None
        head = self._buffer[:at]
        self._pass(at + 4)
        self._step = self._body
        return True, _part(head)

    def _body(self) -> tuple[bool, Event | None]:
        at = self._buffer.find(self._delimiter)
        if at == 0:
            self._pass(len(self._delimiter))
            self._step = self._after_boundary
            return True, PartEnded()
        sure = at if at > 0 else len(self._buffer) - len(self._delimiter) + 1
        if sure <= 0:
            return False, None
        view = memoryview(self._buffer)[:sure]
        self._pass(sure)
        return at > 0, PartData(view)

    def _epilogue(self) -> tuple[bool, Event | None]:
        self._buffer = b""
        return False, None

    def _pass(self, count: int) -> None:
        self._buffer = self._buffer[count:]


def _part(head: bytes) -> PartStarted:
    lines = head.split(b"\r\n")
    first = lines[0]
    name, filename = _NAME.search(first), _FILENAME.search(first)
    readable = first.lower().startswith(b"content-disposition:") and name is not None
    if readable and filename is None:
        # A plain field must not carry a type of its own.
        readable = not any(line.lower().startswith(b"content-type:") for line in lines[1:])
    return PartStarted(
        _text(name[1]) if name else "",
        _text(filename[1]) if filename else None,
        readable,
    )


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def boundary_of(content_type: str) -> bytes | None:
    """The boundary in a `Content-Type` header, quotes and all; None if it is no form."""
    kind, _, parameters = content_type.partition(";")
    if kind.strip().lower() != "multipart/form-data":
        return None
    for parameter in parameters.split(";"):
        name, _, value = parameter.strip().partition("=")
        if name.lower() == "boundary" and value:
            return value.encode("utf-8", "replace")
    return None
