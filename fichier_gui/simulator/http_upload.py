"""`upload.cgi` over HTTP: a body of any size goes to disk piece by piece (§5.2)."""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from aiohttp import web

from .content import Content, ContentStore, DiskContent
from .delivery import hang_up
from .endpoints.upload import Form, Received
from .faults import Fault
from .multipart import MultipartParser, PartData, PartEnded, PartStarted
from .request_log import RequestRecord

BATCH = 1 << 20
LONGEST_FIELD = 64 << 10


class UploadBroken(Exception):
    """The connection ended, or a fault ended it, before the body was complete."""


@dataclass
class FormWriter:
    """Puts the parts of a form where they belong: fields in memory, files into the content store."""

    store: ContentStore
    fields: dict[str, str] = field(default_factory=dict)
    files: list[Received] = field(default_factory=list)
    well_formed: bool = True
    _part: PartStarted | None = None
    _value: bytearray = field(default_factory=bytearray)
    _path: Path = Path()
    _stream: BinaryIO | None = None
    _batch: list[memoryview] = field(default_factory=list)
    _batched: int = 0
    _size: int = 0

    def take(self, event: PartStarted | PartData | PartEnded) -> None:
        """Act on one event of the parser."""
        if isinstance(event, PartData):
            self._data(event.data)
        elif isinstance(event, PartStarted):
            self._start(event)
        else:
            self._end()

    @property
    def due(self) -> bool:
        """Whether so much is waiting that it should go to disk."""
        return self._batched >= BATCH

    def flush(self) -> None:
        """Write what is waiting."""
        if self._stream is not None:
            _write_all(self._stream.fileno(), self._batch)
        self._batch = []
        self._batched = 0

    def form(self) -> Form:
        """What was read."""
        return Form(self.fields, self.files, self.well_formed)

    def discard(self) -> None:
        """Throw away every byte received."""
        if self._stream is not None:
            self._stream.close()
            self.store.discard(DiskContent(self._path, 0))
            self._stream = None
        for received in self.files:
            self.store.discard(received.content)

    def _start(self, part: PartStarted) -> None:
        self._part, self._size = part, 0
        self._value.clear()
        if part.filename is None:
            self.well_formed = self.well_formed and part.readable
        elif part.readable:
            self._path = self.store.new_path()
            self._stream = self._path.open("wb", buffering=0)

    def _data(self, data: memoryview) -> None:
        self._size += len(data)
        if self._stream is not None:
            self._batch.append(data)
            self._batched += len(data)
        elif self._part is not None and self._part.filename is None and self._size <= LONGEST_FIELD:
            self._value += data

    def _end(self) -> None:
        part = self._part
        if part is None:
            return
        if self._stream is not None:
            self.flush()
            self._stream.close()
            content: Content = DiskContent(self._path, self._size)
            self._stream = None
            self.files.append(Received(part.filename or "", content))
        elif part.filename is None:
            self.fields[part.name] = self._value.decode("utf-8", "replace")
        self._part = None


@dataclass(frozen=True)
class BodyReader:
    """Reads a request body into a form."""

    request: web.BaseRequest
    executor: Executor
    record: RequestRecord
    fault: Fault | None = None

    async def read(self, parser: MultipartParser, writer: FormWriter) -> None:
        """Read everything. Raises UploadBroken."""
        try:
            while True:
                data, _ = await self.request.content.readchunk()
                if not data:
                    break
                self.record.bytes_in += len(data)
                await self._suffer(len(data))
                for event in parser.feed(data):
                    writer.take(event)
                if writer.due:
                    await asyncio.get_running_loop().run_in_executor(self.executor, writer.flush)
        except (ConnectionError, web.RequestPayloadError) as error:
            raise UploadBroken from error

    async def _suffer(self, count: int) -> None:
        fault = self.fault
        if fault is None:
            return
        if fault.action == "slow":
            await asyncio.sleep(count / fault.rate)
        elif fault.action == "cut" and self.record.bytes_in > fault.after:
            hang_up(self.request)
            raise UploadBroken
        elif fault.action == "stall" and self.record.bytes_in - count <= fault.after < self.record.bytes_in:
            await asyncio.sleep(fault.seconds)


def _write_all(descriptor: int, batch: list[memoryview]) -> None:
    for data in batch:
        while len(data):
            data = data[os.write(descriptor, data) :]
