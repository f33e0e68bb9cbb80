"""One file on a loopback address for the system's player: HTTP with ranges, on a path nobody can guess."""

import asyncio
import contextlib
import hmac
import logging
import mimetypes
import re
import secrets
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, Self
from urllib.parse import quote, unquote

from fichier_gui.app.preview_source import PIECE, PreviewSource
from fichier_gui.domain.errors import AppError, ConnectionLost, TimedOut
from fichier_gui.transfers.ports import DownloadBody
from fichier_gui.transfers.threads import Spawn

logger = logging.getLogger(__name__)

HOST: Final = "127.0.0.1"
CONNECTIONS: Final = 4
"""Of a player at once: one more ends the oldest, which a player that seeks has left behind."""
_HEAD_LIMIT: Final = 16 * 1024
_HEAD_SECONDS: Final = 10.0
_BREAKS: Final = 3
"""Connections that may break in a row, with no byte between."""
_TYPES: Final = {
    "avi": "video/x-msvideo",
    "flac": "audio/flac",
    "flv": "video/x-flv",
    "m2ts": "video/mp2t",
    "m4a": "audio/mp4",
    "m4v": "video/mp4",
    "mkv": "video/x-matroska",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "ogv": "video/ogg",
    "opus": "audio/ogg",
    "ts": "video/mp2t",
    "webm": "video/webm",
    "wmv": "video/x-ms-wmv",
}
"""What the tables of some systems do not know, or take for something else."""
_BYTES: Final = re.compile(r"bytes=(\d*)-(\d*)")


@dataclass(frozen=True, slots=True)
class Request:
    """What of a request counts."""

    method: str
    path: str
    host: str = ""
    range: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes ``first`` to ``end``, which is not among them."""

    first: int
    end: int
    is_partial: bool = False


def read_request(head: bytes) -> Request | None:
    """The request of an HTTP/1 head; None for what is none."""
    lines = head.decode("latin-1").split("\r\n")
    words = lines[0].split(" ")
    if len(words) != 3 or not words[2].startswith("HTTP/1."):
        return None
    fields = {name.strip().lower(): value.strip() for name, _, value in (x.partition(":") for x in lines[1:])}
    return Request(words[0], words[1], fields.get("host", ""), fields.get("range", ""))


def asked_span(header: str, size: int) -> Span | None:
    """What a ``Range`` asks of ``size`` bytes (RFC 9110); None where nothing lies there."""
    found = _BYTES.fullmatch(header.replace(" ", ""))
    if found is None or not (found[1] or found[2]):
        return Span(0, size)
    if not found[1]:
        count = min(int(found[2]), size)
        return Span(size - count, size, True) if count else None
    first = int(found[1])
    end = min(int(found[2]) + 1, size) if found[2] else size
    return Span(first, end, True) if first < end else None


def media_type(name: str) -> str:
    """The type of a sound or a film. Never one that a browser would run."""
    extension = name.rpartition(".")[2].lower()
    found = _TYPES.get(extension) or mimetypes.guess_type(name)[0] or ""
    return found if found.startswith(("audio/", "video/")) else "application/octet-stream"


class Player:
    """Serves until :meth:`close`. Lives on the core's loop."""

    def __init__(self, source: PreviewSource, spawn: Spawn) -> None:
        self._source = source
        self._spawn = spawn
        self._secret = secrets.token_urlsafe(24)
        self._server: asyncio.Server | None = None
        self._port = 0
        self._tasks: list[asyncio.Task[None]] = []
        self._is_closed = False

    @classmethod
    async def open(cls, source: PreviewSource, spawn: Spawn) -> Self:
        """Listen. The service has been asked for the link before, so that what it refuses is told."""
        await source.link()
        player = cls(source, spawn)
        player._server = await asyncio.start_server(player._on_connected, HOST, 0, limit=_HEAD_LIMIT)
        player._port = player._server.sockets[0].getsockname()[1]
        return player

    @property
    def url(self) -> str:
        """The address for a player."""
        return f"http://{HOST}:{self._port}/{self._secret}/{quote(self.name, safe='')}"

    @property
    def name(self) -> str:
        """Of the file, as text: one with undecodable bytes goes into no address and no playlist."""
        return self._source.file.name.encode("utf-8", "replace").decode()

    @property
    def type(self) -> str:
        """Of the file: see :func:`media_type`."""
        return media_type(self.name)

    async def close(self) -> None:
        """End every connection; nothing listens any more."""
        self._is_closed = True
        if self._server is not None:
            self._server.close()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    def _on_connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_closed:
            # It was accepted before the end, and is told of only now.
            writer.transport.abort()
            return
        # Those that were cancelled stay in the list until they have ended: the end waits for them too.
        wanted = [task for task in self._tasks if not task.cancelling()]
        for task in wanted[: max(0, len(wanted) - CONNECTIONS + 1)]:
            task.cancel()
        task = self._spawn(self._serve(reader, writer), "a player's connection")
        self._tasks.append(task)
        task.add_done_callback(lambda done: self._on_ended(done, writer))

    def _on_ended(self, task: asyncio.Task[None], writer: asyncio.StreamWriter) -> None:
        self._tasks.remove(task)
        # A mere close would wait for a player that reads no more.
        writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_HEAD_SECONDS):
                head = await reader.readuntil(b"\r\n\r\n")
            await self._answer(read_request(head), writer)
            writer.close()
            await writer.wait_closed()
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            logger.debug("a player has gone")
        except AppError as error:
            logger.warning("A preview broke off: %s", error.code)

    async def _answer(self, request: Request | None, writer: asyncio.StreamWriter) -> None:
        size = self._source.file.size
        if request is None or request.method not in ("GET", "HEAD"):
            await self._refuse(writer, HTTPStatus.METHOD_NOT_ALLOWED, "Allow: GET, HEAD")
        elif not self._is_meant(request):
            await self._refuse(writer, HTTPStatus.NOT_FOUND)
        elif (span := asked_span(request.range, size)) is None:
            await self._refuse(
                writer, HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, f"Content-Range: bytes */{size}"
            )
        elif request.method == "HEAD" or span.first == span.end:
            writer.write(self._head(span))
            await writer.drain()
        else:
            await self._deliver(span, writer)

    def _is_meant(self, request: Request) -> bool:
        """A page elsewhere that has its name resolved to this machine sends another ``Host``."""
        secret, _, name = request.path.removeprefix("/").partition("/")
        is_known = hmac.compare_digest(secret.encode(), self._secret.encode())
        return is_known and unquote(name) == self.name and request.host == f"{HOST}:{self._port}"

    async def _deliver(self, span: Span, writer: asyncio.StreamWriter) -> None:
        """A connection to the service that breaks is opened again where it was."""
        try:
            body = await self._source.open(span.first)
        except AppError:
            await self._refuse(writer, HTTPStatus.BAD_GATEWAY)
            raise
        writer.write(self._head(span))
        at, breaks = span.first, 0
        while True:
            try:
                reached = await self._send(body, at, span.end, writer)
            finally:
                await self._source.release(body)
            if reached == span.end:
                return
            breaks = 1 if reached > at else breaks + 1
            if breaks > _BREAKS:
                raise ConnectionLost("the service ends every connection")
            at = reached
            body = await self._source.open(at)

    async def _send(self, body: DownloadBody, at: int, end: int, writer: asyncio.StreamWriter) -> int:
        """How far it got: to ``end``, or to where the service's connection broke."""
        buffer = memoryview(bytearray(min(PIECE, end - at)))
        with contextlib.suppress(ConnectionLost, TimedOut):
            while at < end:
                count = await self._source.read(body, buffer[: end - at])
                if not count:
                    break
                writer.write(bytes(buffer[:count]))
                await writer.drain()
                at += count
        return at

    def _head(self, span: Span) -> bytes:
        size = self._source.file.size
        status = HTTPStatus.PARTIAL_CONTENT if span.is_partial else HTTPStatus.OK
        fields = [
            f"Content-Type: {self.type}",
            f"Content-Length: {span.end - span.first}",
            "Accept-Ranges: bytes",
            "Content-Disposition: inline",
            "X-Content-Type-Options: nosniff",
        ]
        if span.is_partial:
            fields.append(f"Content-Range: bytes {span.first}-{span.end - 1}/{size}")
        return _lines(status, fields)

    async def _refuse(self, writer: asyncio.StreamWriter, status: HTTPStatus, *fields: str) -> None:
        writer.write(_lines(status, ["Content-Length: 0", *fields]))
        await writer.drain()


def _lines(status: HTTPStatus, fields: list[str]) -> bytes:
    first = f"HTTP/1.1 {status.value} {status.phrase}"
    return "\r\n".join([first, *fields, "Cache-Control: no-store", "Connection: close", "", ""]).encode(
        "latin-1"
    )
