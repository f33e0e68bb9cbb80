"""The thumbnails that the window holds, small ones for rows and a few large ones: read when they are seen."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPixmap

from fichier_gui.app.tasks import TaskScope
from fichier_gui.catalogue.order import Row
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.ui import theme
from fichier_gui.ui.pictures import read_picture
from fichier_gui.ui.seam import Seam

T = TypeVar("T")

LARGE: Final = 176
"""Points of a side in the details."""
_KEPT_SIDE: Final = 2 * LARGE
"""Pixels of a side on the disk."""
_QUALITY: Final = 85
_SMALL_ONES: Final = 1024
_LARGE_ONES: Final = 4
_AT_ONCE: Final = 48
"""Rows of a tall window."""


class _Shelf:
    """Pictures of one size; those seen last stay. None: there is nothing to be seen."""

    def __init__(self, side: int, room: int) -> None:
        self.side = side
        self._room = room
        self._kept: OrderedDict[FileUrl, QPixmap | None] = OrderedDict()

    def has(self, url: FileUrl) -> bool:
        return url in self._kept

    def get(self, url: FileUrl) -> QPixmap | None:
        self._kept.move_to_end(url)
        return self._kept[url]

    def put(self, url: FileUrl, picture: QPixmap | None) -> None:
        self._kept[url] = picture
        self._kept.move_to_end(url)
        while len(self._kept) > self._room:
            self._kept.popitem(last=False)

    def drop(self, url: FileUrl) -> None:
        self._kept.pop(url, None)

    def clear(self) -> None:
        self._kept.clear()


class Thumbnails(QObject):
    """Asks the core for nothing but what it keeps on the disk, except in :meth:`make`."""

    changed = Signal()
    """There is more to be seen, or less."""

    def __init__(self, seam: Seam, scope: TaskScope, parent: QObject) -> None:
        super().__init__(parent)
        self._seam = seam
        self._scope = scope
        self._known: dict[FileUrl, int] = {}
        self._small = _Shelf(theme.THUMBNAIL, _SMALL_ONES)
        self._large = _Shelf(LARGE, _LARGE_ONES)
        self._asked: dict[tuple[FileUrl, int], tuple[RemoteFile, _Shelf]] = {}
        self._loading: asyncio.Task[None] | None = None
        self._threads = ThreadPoolExecutor(1, "thumbnails")

    def knows(self, file: RemoteFile) -> bool:
        """A thumbnail of it is kept, or that it gave none."""
        return self._known.get(file.url) == file.size

    def has_any(self, rows: Sequence[Row]) -> bool:
        """Some of ``rows`` has one."""
        known = self._known
        return bool(known) and any(isinstance(row, RemoteFile) and row.url in known for row in rows)

    def small(self, file: RemoteFile) -> QPixmap | None:
        """For a row; None while it is read, and where there is none."""
        return self._seen(file, self._small)

    def large(self, file: RemoteFile) -> QPixmap | None:
        """For the details."""
        return self._seen(file, self._large)

    async def learn(self) -> None:
        """Which ones are kept."""
        before = self._known
        self._known = await self._seam.call(lambda core: core.known_thumbnails())
        if self._known != before:
            self.changed.emit()

    async def make(self, file: RemoteFile) -> bool:
        """Fetch a picture and keep what becomes of it; False where it is none. Raises as ``Preview.look``."""
        whole = await self._seam.call(lambda core: core.thumbnails.fetch(file))
        made = await self._in_thread(lambda: _shrunk(whole))
        await self._seam.call(lambda core: core.thumbnails.keep(file, made))
        for shelf in (self._small, self._large):
            shelf.drop(file.url)
        self._known[file.url] = file.size
        self.changed.emit()
        return bool(made)

    async def forget(self) -> None:
        """Those on the disk, too."""
        await self._seam.call(lambda core: core.thumbnails.forget())
        self.clear()

    def clear(self) -> None:
        """Nothing is known any more."""
        self._known.clear()
        self._small.clear()
        self._large.clear()
        self.changed.emit()

    def close(self) -> None:
        """End the thread."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _seen(self, file: RemoteFile, shelf: _Shelf) -> QPixmap | None:
        if not self.knows(file):
            return None
        if shelf.has(file.url):
            return shelf.get(file.url)
        self._asked[file.url, shelf.side] = (file, shelf)
        if self._loading is None or self._loading.done():
            self._loading = self._scope.start(self._load(), "read thumbnails")
        return None

    async def _load(self) -> None:
        """What was seen last comes first: the rest may have scrolled away."""
        ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
        while self._asked:
            asked = [self._asked.popitem()[1] for _ in range(min(len(self._asked), _AT_ONCE))]
            files = [file for file, _shelf in asked]
            data = await self._read(files)
            pictures = [(data.get(file.url, b""), round(shelf.side * ratio)) for file, shelf in asked]
            images = await self._in_thread(partial(_decoded, pictures))
            for (file, shelf), image in zip(asked, images, strict=True):
                shelf.put(file.url, _pixmap(image, ratio))
                if file.url not in data:  # it has given way to newer ones
                    self._known.pop(file.url, None)
            self.changed.emit()

    async def _read(self, files: Sequence[RemoteFile]) -> dict[FileUrl, bytes]:
        return await self._seam.call(lambda core: core.thumbnails.read(files))

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


def _decoded(pictures: Iterable[tuple[bytes, int]]) -> list[QImage]:
    found = [read_picture(data, side) if data else None for data, side in pictures]
    return [QImage() if each is None else each.image for each in found]


def _pixmap(image: QImage, ratio: float) -> QPixmap | None:
    if image.isNull():
        return None
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made


def _shrunk(data: bytes) -> bytes:
    """A small picture of the picture in ``data``; empty where there is none. Any thread."""
    found = read_picture(data, _KEPT_SIDE)
    if found is None or found.image.isNull():
        return b""
    image = found.image
    if max(image.width(), image.height()) > _KEPT_SIDE:  # of a kind that does not say its size beforehand
        image = image.scaled(
            _KEPT_SIDE,
            _KEPT_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"PNG" if image.hasAlphaChannel() else b"JPEG"))
    if not image.hasAlphaChannel():
        writer.setQuality(_QUALITY)
    writer.write(image)
    return bytes(buffer.data().data())
