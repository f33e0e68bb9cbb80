"""Pictures out of foreign bytes: within limits of memory, and away from the window's thread."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from fichier_gui.domain.kinds import FileKind, kind_of

LARGEST: Final = 4096
"""Pixels of a side: more than screens have."""
_MEGABYTES: Final = 256
"""Of memory for one picture while it is decoded."""
_PIXELS: Final = _MEGABYTES * 1024 * 1024 // 4
_GZIP: Final = b"\x1f\x8b"
"""A compressed drawing (SVGZ): some kilobytes of it may unpack to gigabytes."""
_OTHER_NAMES: Final = frozenset({"jpe", "jfif"})


@dataclass(frozen=True, slots=True)
class Picture:
    """What was decoded, and the size that the file says. Null where that is more than memory should hold."""

    image: QImage
    width: int
    height: int


def can_read(name: str) -> bool:
    """False where the extension is that of a kind of picture that :func:`read_picture` does not know."""
    if kind_of(name) is not FileKind.PICTURE:
        return True
    extension = name.rpartition(".")[2].lower()
    known = {bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()} - {"svgz"}
    return extension in known or extension in _OTHER_NAMES


def read_picture(data: bytes, side: int = LARGEST) -> Picture | None:
    """The picture in ``data``, upright, no side longer than ``side``; None if there is none. Any thread."""
    if data.startswith(_GZIP):
        return None
    QImageReader.setAllocationLimit(_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    is_huge = size.width() * size.height() > _PIXELS
    is_turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    if is_huge and not reader.supportsOption(QImageIOHandler.ImageOption.ScaledSize):
        return _picture(QImage(), size, is_turned=is_turned)
    if size.width() > side or size.height() > side:
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(_ONE))
    image = reader.read()
    if image.isNull():
        return _picture(image, size, is_turned=is_turned) if is_huge else None
    return _picture(image, size if size.isValid() else image.size(), is_turned=is_turned)


def _picture(image: QImage, size: QSize, *, is_turned: bool) -> Picture:
    return Picture(image, *((size.height(), size.width()) if is_turned else (size.width(), size.height())))


_ONE: Final = QSize(1, 1)
