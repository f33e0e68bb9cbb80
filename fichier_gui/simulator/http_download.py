"""Direct links over HTTP: ranges, validators, names, and what can go wrong with them (§6.2)."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass

from aiohttp import web

from . import paris
from .content import Content, DiskContent, PatternContent
from .delivery import Body, Head, Piece, deliver
from .endpoints.download import Grant
from .faults import Fault
from .model import File, content_type
from .request_log import RequestRecord

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


@dataclass(frozen=True)
class Span:
    """Bytes `first` to `first + count` of a file. `partial` asks for 206."""

    first: int
    count: int
    partial: bool


def parse_range(header: str, size: int) -> Span | None:
    """The span of a Range header; the whole file if there is none (or several), None if it cannot be met."""
    match = _RANGE.fullmatch(header.strip())
    if match is None or not (match[1] or match[2]):
        return Span(0, size, False)
    if not match[1]:
        count = min(int(match[2]), size)
        return Span(size - count, count, True) if count else None
    first = int(match[1])
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    return Span(first, last - first + 1, True) if first <= last and first < size else None


async def serve(
    request: web.BaseRequest, grant: Grant, fault: Fault | None, record: RequestRecord
) -> web.StreamResponse:
    """Answer a GET or HEAD of a living direct link."""
    file, content = grant.file, grant.file.content
    action = fault.action if fault is not None else ""
    headers = _headers(file, bool(grant.token.inline or "inline" in request.query))
    if action == "changed":
        content = PatternContent(seed=len(file.checksum) + 1, size=content.size)
        headers |= {"ETag": '"changed"', "Last-Modified": paris.http_date(file.created + 1)}
    asked = request.headers.get("Range", "")
    condition = request.headers.get("If-Range", headers["ETag"])
    if action == "no-range" or condition not in (headers["ETag"], headers["Last-Modified"]):
        asked = ""
    span = parse_range(asked, content.size)
    if span is None:
        head = Head(416, {"Content-Range": f"bytes */{content.size}"}, keep_alive=False)
        return await deliver(request, head, Body([], 0), None, record)
    if span.partial:
        last = span.first + span.count - 1
        headers["Content-Range"] = f"bytes {span.first}-{last}/{content.size}"
    head = Head(206 if span.partial else 200, headers, keep_alive=False)
    return await deliver(request, head, _body(content, span, fault), fault, record)


def _body(content: Content, span: Span, fault: Fault | None) -> Body:
    pieces = content.pieces(span.first, span.count)
    if fault is not None and fault.action == "bit-flip":
        return Body(_flipped(pieces, fault.at - span.first), span.count)
    on_disk = content if isinstance(content, DiskContent) else None
    return Body(pieces, span.count, on_disk, span.first)


def _flipped(pieces: Iterator[Piece], at: int) -> Iterator[Piece]:
    for piece in pieces:
        if 0 <= at < len(piece):
            changed = bytearray(piece)
            changed[at] ^= 1
            piece = bytes(changed)
        at -= len(piece)
        yield piece


def _headers(file: File, inline: bool) -> dict[str, str]:
    plain = "".join(char if " " <= char <= "~" and char not in '"\\' else "_" for char in file.name)
    quoted = urllib.parse.quote(file.name, safe="")
    kind = "inline" if inline else "attachment"
    return {
        "Accept-Ranges": "bytes",
        "Access-Control-Allow-Origin": "*",
        "Content-Disposition": f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quoted}",
        "Content-Type": content_type(file.name) if inline else "application/octet-stream",
        "ETag": f'"{file.checksum[:16]}-{file.size:x}"',
        "Last-Modified": paris.http_date(file.created),
    }
