"""Small pictures of pictures. The service has none: each is made of the whole file, once, and kept.

What they look like is the window's affair; here they are bytes, none for a file that gave no picture.
"""

import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from fichier_gui.app.workers import Workers
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.system.picture_cache import PictureCache

LIMIT: Final = 128 * 1024 * 1024
"""Bytes on the disk."""
_LINK: Final = re.compile(r"https://([a-z0-9.-]+)/\?([0-9A-Za-z]+)")
_NAME: Final = re.compile(r"([a-z0-9.-]+)_([0-9A-Za-z]+)_(\d+)")


class Thumbnails:
    """Lives on the core's loop. ``fetch`` is ``Preview.fetch``."""

    def __init__(
        self, cache: PictureCache, disk: Workers, fetch: Callable[[RemoteFile], Awaitable[bytes]]
    ) -> None:
        self._cache = cache
        self._disk = disk
        self._fetch = fetch

    async def known(self) -> dict[FileUrl, int]:
        """The files whose thumbnails are kept, with the size that each had."""
        found = map(_NAME.fullmatch, await self._disk.run(self._cache.names))
        return {FileUrl(f"https://{name[1]}/?{name[2]}"): int(name[3]) for name in found if name is not None}

    async def read(self, files: Sequence[RemoteFile]) -> dict[FileUrl, bytes]:
        """Those that are kept."""
        names = {file.url: name for file in files if (name := _name(file))}
        data = await self._disk.run(lambda: {url: self._cache.read(name) for url, name in names.items()})
        return {url: each for url, each in data.items() if each is not None}

    async def fetch(self, file: RemoteFile) -> bytes:
        """The picture itself. Raises as ``Preview.look``."""
        return await self._fetch(file)

    async def keep(self, file: RemoteFile, data: bytes) -> None:
        """The thumbnail of ``file``. Raises ``DiskProblem`` leaves."""
        name = _name(file)
        if name:
            await self._disk.run(self._cache.write, name, data)

    async def forget(self) -> None:
        """All of them. Raises ``DiskProblem`` leaves."""
        await self._disk.run(self._cache.clear)


def _name(file: RemoteFile) -> str:
    """By link and size; empty for a file whose link is hidden."""
    link = _LINK.fullmatch(file.url)
    return "" if link is None else f"{link[1]}_{link[2]}_{file.size}"
