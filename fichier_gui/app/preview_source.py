"""The bytes of one file that is looked at: one direct link while it lives, opened anywhere."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Final, Protocol

from fichier_gui.domain.errors import AppError, ConnectionLost, LinkExpired, RemoteChanged, UnexpectedAnswer
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret
from fichier_gui.transfers.looking import Looking
from fichier_gui.transfers.ports import DownloadBody
from fichier_gui.transfers.threads import abandonable, detached, finished

TOKENS: Final = 3
"""Direct links that may die in a row before nothing more is asked for."""
PIECE: Final = 256 * 1024


class LinkService(Protocol):
    """The service, as far as looking at a file needs it."""

    async def download_link(self, url: FileUrl, *, cdn: bool, password: str | None = None) -> str:
        """``download/get_token``: a direct link that must be opened within five minutes."""
        ...

    def open_range(self, link: str, start: int, etag: str | None) -> DownloadBody:
        """Open a direct link at byte ``start``, again and again. Blocking; raises as ``open_download``."""
        ...


class PreviewSource:
    """Lives on the core's loop; bodies are read on the threads of ``readers``."""

    def __init__(
        self,
        file: RemoteFile,
        service: LinkService,
        readers: Executor,
        looking: Looking,
        password: Secret | None,
    ) -> None:
        self.file = file
        self._service = service
        self._readers = readers
        self._looking = looking
        self._password = password
        self._asking = asyncio.Lock()
        self._link: str | None = None
        self._etag: str | None = None

    async def link(self) -> str:
        """The direct link that lives, as far as we know: ``download/get_token`` at most.

        Raises ``CreditsNeeded`` before anything is asked that could cost some, ``PasswordNeeded``,
        ``PasswordWrong``, other leaves of ``AppError``.
        """
        async with self._asking:
            if self._link is None:
                self._link = await self._looking.link(self.file, self._asked)
            return self._link

    async def _asked(self) -> str:
        password = None if self._password is None else self._password.reveal()
        return await self._service.download_link(self.file.url, cdn=False, password=password)

    async def open(self, start: int) -> DownloadBody:
        """The bytes from ``start`` on. A link that has died is renewed. Raises leaves of ``AppError``."""
        for left in reversed(range(TOKENS)):
            link = await self.link()
            try:
                return await self._opened(link, start)
            except LinkExpired:
                if self._link == link:
                    self._link = None
                if not left:
                    raise
        raise AssertionError("unreachable")

    async def read(self, body: DownloadBody, buffer: memoryview) -> int:
        """As ``DownloadBody.readinto``, no faster than downloads may. A cancellation breaks it off."""
        is_over = threading.Event()

        def stop() -> None:
            is_over.set()
            body.abort()

        return await finished(self._readers.submit(self._read, body, buffer, is_over), stop)

    def _read(self, body: DownloadBody, buffer: memoryview, is_over: threading.Event) -> int:
        throttle = self._looking.throttle
        allowed, count = throttle.take(len(buffer), is_over.is_set), 0
        if not allowed:
            raise ConnectionLost("stopped")
        try:
            count = body.readinto(buffer[:allowed])
        finally:
            throttle.give_back(allowed - count)
        return count

    async def release(self, body: DownloadBody) -> None:
        """Close ``body``, whatever has become of it."""
        body.abort()
        await finished(self._readers.submit(body.close), _nothing)

    async def beginning(self, most: int, told: Callable[[int], None]) -> bytes:
        """The first ``most`` bytes, or all; ``told`` how many have come. Raises leaves of ``AppError``."""
        body = await self.open(0)
        try:
            count = min(most, body.info.total)
            data, view = bytearray(count), None
            view = memoryview(data)
            at = 0
            while at < count:
                got = await self.read(body, view[at : at + PIECE])
                if not got:
                    raise ConnectionLost("the connection ended before the file did")
                at += got
                told(at)
            return bytes(data)
        finally:
            await self.release(body)

    async def _opened(self, link: str, start: int) -> DownloadBody:
        opening = detached(lambda: self._service.open_range(link, start, self._etag), "open a preview")
        body = await abandonable(opening, lambda late: late.close())
        try:
            if body.info.start != start:
                raise UnexpectedAnswer("the service ignores ranges")
            if self.file.size and body.info.total != self.file.size:
                raise RemoteChanged("another size than in the list")
        except AppError:
            await self.release(body)
            raise
        self._etag = body.info.etag
        return body


def _nothing() -> None:
    pass
