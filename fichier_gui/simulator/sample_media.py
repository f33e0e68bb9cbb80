"""Small real pictures and sounds, made from nothing but the standard library."""

from __future__ import annotations

import io
import math
import struct
import wave
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

Colour = tuple[int, int, int]
RATE = 22050


@dataclass(frozen=True)
class Landscape:
    """A sky, a sun and mountains; each field changes the picture."""

    sky: Colour
    horizon: Colour
    ground: Colour
    sun: Colour
    width: int = 640
    height: int = 420
    peaks: int = 3


def png(scene: Landscape) -> bytes:
    """The landscape as a PNG file."""
    head = struct.pack(">IIBBBBB", scene.width, scene.height, 8, 2, 0, 0, 0)
    pixels = b"".join(b"\0" + row for row in _rows(scene))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data)
        for kind, data in ((b"IHDR", head), (b"IDAT", zlib.compress(pixels, 6)), (b"IEND", b""))
    )


def wav(notes: list[float], seconds: float = 0.4) -> bytes:
    """A melody (frequencies in Hz) as a WAV file."""
    samples = array("h")
    count = int(RATE * seconds)
    for frequency in notes:
        step = 2 * math.pi * frequency / RATE
        samples.extend(int(9000 * math.sin(step * at) * (1 - at / count)) for at in range(count))
    target = io.BytesIO()
    with wave.open(target, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(samples.tobytes())
    return target.getvalue()


def pdf(text: str) -> bytes:
    """One page with one line."""
    stream = f"BT /F1 18 Tf 72 760 Td ({text}) Tj ET".encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    page, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(page))
        page += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(page)
    size = len(objects) + 1
    page += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return page + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def _rows(scene: Landscape) -> Iterator[bytes]:
    centre_x, centre_y, radius = scene.width * 7 // 10, scene.height // 3, scene.height // 9
    for y in range(scene.height):
        share = y / scene.height
        row = bytearray(bytes(_blend(scene.sky, scene.horizon, share)) * scene.width)
        reach = radius * radius - (y - centre_y) ** 2
        if reach > 0:
            half = math.isqrt(reach)
            _paint(row, centre_x - half, centre_x + half, scene.sun)
        for peak in range(scene.peaks):
            top = scene.height * (45 + 13 * (peak % 2)) // 100
            half = (y - top) * (10 + 3 * peak) // 8
            middle = scene.width * (2 * peak + 1) // (2 * scene.peaks)
            shade = _blend(scene.ground, scene.horizon, 0.12 * (peak % 3))
            _paint(row, middle - half, middle + half, shade)
        yield bytes(row)


def _paint(row: bytearray, first: int, last: int, colour: Colour) -> None:
    first, last = max(0, first), min(len(row) // 3, last)
    if first < last:
        row[3 * first : 3 * last] = bytes(colour) * (last - first)


def _blend(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
