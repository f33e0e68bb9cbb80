"""Sending bodies, as fast as the machine allows or as badly as a fault says."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.abc import AbstractStreamWriter

from .content import DiskContent
from .faults import Fault
from .request_log import RequestRecord

Piece = bytes | memoryview
_TICKS = 20
"""Pieces a second while a fault slows a body down."""

TRANSPORT_FAULTS = frozenset({"cut", "stall", "slow", "wrong-length"})


@dataclass(frozen=True)
class Body:
    """What to send. `file` with its offset allows the kernel to send it, where nothing stands against it."""

    pieces: Iterable[Piece]
    count: int
    file: DiskContent | None = None
    offset: int = 0


@dataclass(frozen=True)
class Head:
    """Status and headers, without the length."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    keep_alive: bool = True


async def deliver(
    request: web.BaseRequest, head: Head, body: Body, fault: Fault | None, record: RequestRecord
) -> web.StreamResponse:
    """Send an answer, faults included."""
    response = web.StreamResponse(status=head.status, headers=head.headers)
    record.status = head.status
    delta = fault.delta if fault is not None and fault.action == "wrong-length" else 0
    response.content_length = body.count + delta
    if not head.keep_alive:
        response.force_close()
    if fault is not None and fault.action == "delay":
        await asyncio.sleep(fault.seconds)
    writer = await response.prepare(request)
    if writer is None or request.method == "HEAD":
        return response
    writer.send_headers()
    await _send(request, writer, body, fault, record)
    if delta > 0:
        hang_up(request)
    return response


def hang_up(request: web.BaseRequest) -> None:
    """Close the connection after what is already written."""
    if request.transport is not None:
        request.transport.close()


async def _send(
    request: web.BaseRequest,
    writer: AbstractStreamWriter,
    body: Body,
    fault: Fault | None,
    record: RequestRecord,
) -> None:
    if fault is not None and fault.action in TRANSPORT_FAULTS:
        await _send_badly(request, writer, body, fault, record)
        return
    transport = request.transport
    plain = transport is not None and transport.get_extra_info("sslcontext") is None
    if body.file is not None and plain and transport is not None:
        with body.file.path.open("rb") as stream:
            loop = asyncio.get_running_loop()
            record.bytes_out += await loop.sendfile(transport, stream, body.offset, body.count)
        return
    for piece in body.pieces:
        await writer.write(piece)
        record.bytes_out += len(piece)
        # The loop must have a turn to notice a client that is gone: the rest would be written to nobody.
        await asyncio.sleep(0)


async def _send_badly(
    request: web.BaseRequest,
    writer: AbstractStreamWriter,
    body: Body,
    fault: Fault,
    record: RequestRecord,
) -> None:
    step = max(1, int(fault.rate / _TICKS)) if fault.action == "slow" else body.count + 1
    stops = fault.action in ("cut", "stall")
    for piece in _split(body.pieces, fault.after if stops else body.count, step):
        if stops and record.bytes_out == fault.after:
            if fault.action == "cut":
                hang_up(request)
                return
            await asyncio.sleep(fault.seconds)
        await writer.write(piece)
        record.bytes_out += len(piece)
        if fault.action == "slow":
            await asyncio.sleep(len(piece) / fault.rate)


def _split(pieces: Iterable[Piece], at: int, step: int) -> Iterator[Piece]:
    """The same bytes, with a border at `at` and no piece longer than `step`."""
    done = 0
    for piece in pieces:
        view = memoryview(piece)
        while len(view):
            take = min(len(view), step)
            if done < at:
                take = min(take, at - done)
            yield view[:take]
            done += take
            view = view[take:]
