"""Links to a JDownloader that runs on this computer, by its Click'n'Load interface.

It listens on loopback (port 9666): ``GET /jdcheck.js`` says ``jdownloader=true``, ``POST /flash/add`` takes
a form with ``urls`` (one a line) and ``package``; before it answers that it asks its user, naming who asks.
Source: JDownloader's ``org.jdownloader.api.cnl2.ExternInterfaceImpl``. No proxy: nothing leaves the machine.
"""

import asyncio
import contextlib
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import urlencode

from fichier_gui.domain.elsewhere import Handed
from fichier_gui.identity import NAME

HOST: Final = "127.0.0.1"
PORT: Final = 9666

ANSWER_SECONDS: Final = 3.0
"""For a program on this machine to say that it is there."""
CONSENT_SECONDS: Final = 180.0
"""For a person to see JDownloader's question and to answer it."""

_MOST: Final = 65536


class ClickNLoad:
    """Lives on the core's loop. Opens a connection for each request and keeps none."""

    def __init__(self, port: int | None = None) -> None:
        self._port = PORT if port is None else port

    async def hand_over(self, links: Sequence[str], package: str) -> Handed:
        """Give ``links``; ``package`` is what JDownloader shows them under."""
        if not await self._is_there():
            return Handed.ABSENT
        form = urlencode({"urls": "\n".join(links), "package": package})
        try:
            async with asyncio.timeout(CONSENT_SECONDS):
                status, body = await self._ask("POST", "/flash/add", form.encode())
        except TimeoutError:
            return Handed.SILENT
        except (OSError, ValueError, IndexError):
            return Handed.REFUSED
        is_taken = status < 300 and body.strip().lower().startswith("success")
        return Handed.TAKEN if is_taken else Handed.REFUSED

    async def _is_there(self) -> bool:
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                status, body = await self._ask("GET", "/jdcheck.js")
        except (OSError, ValueError, IndexError):
            return False
        return status == 200 and "jdownloader" in body.lower()

    async def _ask(self, method: str, path: str, body: bytes = b"") -> tuple[int, str]:
        """Status and text of an answer. Raises ``OSError``; ``ValueError``, ``IndexError`` for no HTTP."""
        reader, writer = await asyncio.open_connection(HOST, self._port)
        try:
            headers = {
                "Host": f"{HOST}:{self._port}",
                "User-Agent": NAME,  # what it calls us when it asks its user
                "Connection": "close",
                "Content-Type": "application/x-www-form-urlencoded",
                "Content-Length": str(len(body)),
            }
            writer.write(_head(method, path, headers) + body)
            await writer.drain()
            return _read(await _whole(reader))
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


def _head(method: str, path: str, headers: Mapping[str, str]) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode()


async def _whole(reader: asyncio.StreamReader) -> bytes:
    """An answer: to its announced length, else to the end of the connection."""
    data = b""
    while len(data) < _MOST:
        head, end, body = data.partition(b"\r\n\r\n")
        length = _announced(head) if end else None
        if length is not None and len(body) >= length:
            break
        piece = await reader.read(_MOST)
        if not piece:
            break
        data += piece
    return data


def _announced(head: bytes) -> int | None:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            return int(value)
    return None


def _read(data: bytes) -> tuple[int, str]:
    """Raises ``ValueError`` for what is no answer of HTTP."""
    head, _, body = data.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    if not lines[0].startswith(b"HTTP/"):
        raise ValueError("no HTTP")
    status = int(lines[0].split()[1])
    is_chunked = any(line.lower().replace(b" ", b"") == b"transfer-encoding:chunked" for line in lines)
    return status, (_joined(body) if is_chunked else body).decode("utf-8", "replace")


def _joined(body: bytes) -> bytes:
    """The chunks of a body in one piece."""
    whole = b""
    while body:
        size, _, rest = body.partition(b"\r\n")
        length = int(size.split(b";")[0] or b"0", 16)
        if not length:
            break
        whole += rest[:length]
        body = rest[length + 2 :]
    return whole
