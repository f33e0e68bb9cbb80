"""The program's icon for every system, from its one drawing."""

import struct
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from fichier_gui.identity import NAME

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels, for the icon theme of a Linux desktop."""
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {
    b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512, b"ic09": 512,
    b"ic10": 1024,
}  # fmt: skip
"""What macOS reads as PNG, with its pixels, which may stand for a size or for half of it, twice as sharp."""
LARGEST_BITMAP = 128
"""Windows' own tools read larger pictures as PNG alone, and smaller ones best as bitmaps."""


def write_theme(drawing: Path, symbolic: Path, icons: Path) -> None:
    """The folder ``hicolor`` below ``icons``."""
    for size in SIZES:
        _write(icons / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png", png(drawn(drawing, size)))
    _write(icons / "hicolor" / "scalable" / "apps" / f"{NAME}.svg", drawing.read_bytes())
    _write(icons / "hicolor" / "symbolic" / "apps" / f"{NAME}-symbolic.svg", symbolic.read_bytes())


def drawn(drawing: Path, size: int) -> QImage:
    """The drawing on a clear square of ``size`` pixels. Raises ``ValueError`` for what is no drawing."""
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise ValueError(f"{drawing} cannot be drawn")
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def png(image: QImage) -> bytes:
    """The image as a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, b"png").write(image):
        raise ValueError("Qt wrote no PNG")
    return bytes(buffer.data().data())


def ico(drawing: Path) -> bytes:
    """For Windows: all sizes in one file."""
    pictures = {size: drawn(drawing, size) for size in ICO_SIZES}
    return ico_file(
        {size: bitmap(image) if size <= LARGEST_BITMAP else png(image) for size, image in pictures.items()}
    )


def ico_file(pictures: Mapping[int, bytes]) -> bytes:
    """The container: a head, an entry of 16 bytes for each picture, the pictures."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    for size, content in pictures.items():
        edge = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    return head + b"".join(pictures.values())


def bitmap(image: QImage) -> bytes:
    """A picture of an ``.ico``: colours from the lowest row up, then a mask that leaves it all to them."""
    size = image.width()
    colours = b"".join(bytes(cast("memoryview", image.constScanLine(row))) for row in reversed(range(size)))
    mask = bytes((size + 31) // 32 * 4 * size)
    # The height counts the mask, too.
    return struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0) + colours + mask


def icns(drawing: Path) -> bytes:
    """For macOS: all sizes in one file."""
    pictures = {size: png(drawn(drawing, size)) for size in sorted(set(ICNS_TYPES.values()))}
    return icns_file({kind: pictures[size] for kind, size in ICNS_TYPES.items()})


def icns_file(pictures: Mapping[bytes, bytes]) -> bytes:
    """The container: a name of four letters and a length before the whole and before each picture."""
    body = b"".join(
        kind + struct.pack(">I", 8 + len(content)) + content for kind, content in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
