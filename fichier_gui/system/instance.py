"""One owner for each profile: the first instance takes the jobs of those that come later.

On the wire: a JSON line with the token and the job, then JSON lines ``{"answer": …}``, and at last
``{"end": true}`` or ``{"error": …}``.
"""

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncGenerator, Callable, Coroutine, Mapping
from typing import Any, Final

from fichier_gui.domain.clock import Clock
from fichier_gui.domain.error_leaves import restore
from fichier_gui.domain.errors import AppError, ProfileInUse, Unexpected
from fichier_gui.system.doorway import HAS_UNIX_SOCKETS, Doorway, Stream
from fichier_gui.system.lock_file import LockFile
from fichier_gui.system.paths import ProfilePaths

logger = logging.getLogger(__name__)

Message = Mapping[str, Any]
"""What JSON can hold."""

Handler = Callable[[Message], AsyncGenerator[Message, None]]
"""Does a job and gives its answers; closed when the sender leaves. The sender gets an ``AppError`` of it."""

Spawn = Callable[[Coroutine[Any, Any, None], str], asyncio.Task[None]]

_TRY_EVERY: Final = 0.1


class Instance:
    """This process as the owner of a profile."""

    def __init__(self, paths: ProfilePaths, spawn: Spawn, *, unix: bool = HAS_UNIX_SOCKETS) -> None:
        self._lock = LockFile(paths.lock)
        self._doorway = Doorway(paths, unix)
        self._spawn = spawn
        self._server: asyncio.Server | None = None
        self._visits: set[asyncio.Task[None]] = set()
        self._handler: Handler | None = None

    def take(self) -> bool:
        """Become the owner; False when another instance is. Does not wait. Raises ``DiskProblem`` leaves."""
        return self._lock.take()

    async def listen(self, handler: Handler) -> None:
        """Take jobs from now on. Only after :meth:`take` said True. Raises ``DiskProblem`` leaves."""
        if not self._lock.is_held:
            raise ValueError("only the owner of the profile listens")
        self._handler = handler
        self._server = await self._doorway.open(self._on_visitor)

    async def close(self) -> None:
        """Take no more jobs, leave the running ones, give the profile free. Idempotent."""
        if self._server is not None:
            self._server.close()
            for visit in self._visits:
                visit.cancel()
            if self._visits:
                await asyncio.wait(self._visits)
            await self._server.wait_closed()
            self._server = None
            self._doorway.remove()
        self._lock.release()

    def _on_visitor(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visit = self._spawn(self._receive(reader, writer), "visit of another instance")
        self._visits.add(visit)
        visit.add_done_callback(self._visits.discard)

    async def _receive(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            letter = _parsed(await _line(reader))
            if not self._doorway.admits(letter.get("token")) or not isinstance(letter.get("job"), dict):
                logger.warning("a visitor of the instance's door was not let in")
                return
            answering = self._spawn(self._answer(letter["job"], writer), "job of another instance")
            leaving = self._spawn(_gone(reader), "watch for the end of a visit")
            both = {answering, leaving}
            try:
                await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in both:
                    task.cancel()
                await asyncio.wait(both)
        finally:
            await _closed(writer)

    async def _answer(self, job: Message, writer: asyncio.StreamWriter) -> None:
        if self._handler is None:
            return
        last: Message = {"end": True}
        try:
            async with contextlib.aclosing(self._handler(job)) as answers:
                async for answer in answers:
                    await _send(writer, {"answer": answer})
        except AppError as error:
            last = {"error": {"code": error.code, "detail": error.detail, "facts": dict(error.facts)}}
        except ConnectionError:
            return
        except Exception as error:
            with contextlib.suppress(ConnectionError):
                await _send(writer, {"error": {"code": Unexpected.__name__, "detail": type(error).__name__}})
            raise
        with contextlib.suppress(ConnectionError):
            await _send(writer, last)


async def hand_over(
    paths: ProfilePaths,
    job: Message,
    clock: Clock,
    *,
    patience: float = 5.0,
    unix: bool = HAS_UNIX_SOCKETS,
) -> AsyncGenerator[Message, None]:
    """Give ``job`` to the profile's owner; yields his answers. Use with ``contextlib.aclosing``.

    Raises the ``AppError`` that the job ended with, and ``ProfileInUse`` when the owner does not open within
    ``patience`` seconds or ends before he has answered.
    """
    (reader, writer), token = await _entered(Doorway(paths, unix), paths, clock, patience)
    try:
        with contextlib.suppress(ConnectionError):
            await _send(writer, {"token": token, "job": job})
        while line := await _line(reader):
            message = _parsed(line)
            if "answer" in message:
                yield message["answer"]
            elif "error" in message:
                error = message["error"]
                raise restore(error["code"], error.get("detail", ""), error.get("facts", {}))
            elif "end" in message:
                return
        raise ProfileInUse("the other instance ended before it had answered", path=str(paths.lock))
    finally:
        await _closed(writer)


async def _entered(
    doorway: Doorway, paths: ProfilePaths, clock: Clock, patience: float
) -> tuple[Stream, str]:
    """The owner may have taken the lock a moment ago and not listen yet."""
    until = clock.monotonic() + patience
    while True:
        try:
            return await doorway.enter()
        except OSError as error:
            if clock.monotonic() >= until:
                raise ProfileInUse(error.strerror or "", path=str(paths.lock)) from error
        await clock.sleep(_TRY_EVERY)


async def _gone(reader: asyncio.StreamReader) -> None:
    with contextlib.suppress(ConnectionError):
        await reader.read()


async def _send(writer: asyncio.StreamWriter, message: Message) -> None:
    writer.write(json.dumps(message).encode("ascii") + b"\n")
    await writer.drain()


async def _line(reader: asyncio.StreamReader) -> bytes:
    """The next line; empty when the peer has left or sends what is no line."""
    try:
        return await reader.readline()
    except (ConnectionError, ValueError):
        return b""


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        message = json.loads(line or b"{}")
    except ValueError:
        return {}
    return message if isinstance(message, dict) else {}


async def _closed(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()
