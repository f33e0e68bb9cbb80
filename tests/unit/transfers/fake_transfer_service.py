"""A service in memory, behind the transfers' ports, with trouble to order."""

from __future__ import annotations

import asyncio
import hashlib
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from fichier_gui.domain.credits import NetworkClass
from fichier_gui.domain.errors import AppError, ConnectionLost, LinkExpired, RemoteChanged
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import (
    FolderListing,
    RemoteFile,
    RemoteFolder,
    ReportState,
    StoredFile,
    UploadNode,
    UploadReport,
)
from fichier_gui.transfers.ports import BodyInfo, HashState, UploadFile


@dataclass
class Kept:
    """One file of the fake account."""

    url: FileUrl
    name: str
    data: bytes
    folder: FolderId
    checksum: str
    added_at: float = 0.0


class Sha512State:
    """Stands for Whirlpool: as long, and everywhere."""

    def __init__(self) -> None:
        self._state = hashlib.sha512()

    def update(self, data: memoryview) -> None:
        self._state.update(data)

    def hexdigest(self) -> str:
        return self._state.hexdigest()


class FakeChecksums:
    provider: str | None = "fake"

    def new(self) -> HashState:
        return Sha512State()


class NoChecksums:
    provider: str | None = None

    def new(self) -> HashState:
        raise AssertionError("there is no provider")


def checksum(data: bytes) -> str:
    return hashlib.sha512(data).hexdigest()


@dataclass
class FakeService:
    """Files, upload sessions and links. ``plans[what]`` holds what the next calls of ``what`` do."""

    files: dict[str, Kept] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    plans: dict[str, deque[object]] = field(default_factory=dict)
    sessions: dict[str, tuple[StoredFile, ...]] = field(default_factory=dict)
    listing_calls: list[float] = field(default_factory=list)
    told: list[tuple[FolderId, RemoteFile]] = field(default_factory=list)
    bodies: list[FakeUploadBody | FakeDownloadBody] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    """Cleared: bodies wait for it half way."""
    dialing: threading.Event = field(default_factory=threading.Event)
    """Cleared: upload connections are on their way until it is set, whatever aborts."""
    storing: asyncio.Event | None = None
    """Reports wait for it."""
    now: Callable[[], float] = lambda: 0.0
    counter: int = 0
    listing_is_complete: bool = True

    def __post_init__(self) -> None:
        self.gate.set()
        self.dialing.set()

    def plan(self, what: str, *steps: object) -> None:
        self.plans.setdefault(what, deque()).extend(steps)

    def step(self, what: str) -> object:
        self.calls.append(what)
        waiting = self.plans.get(what)
        step = waiting.popleft() if waiting else None
        if isinstance(step, AppError):
            raise step
        return step

    def put(self, name: str, data: bytes, folder: int = 0) -> Kept:
        self.counter += 1
        url = FileUrl(f"https://1fichier.com/?{self.counter:020d}")
        kept = Kept(url, name, data, FolderId(folder), checksum(data), self.now())
        self.files[url] = kept
        return kept

    def named(self, name: str) -> list[Kept]:
        return [kept for kept in self.files.values() if kept.name == name]

    async def upload_node(self) -> UploadNode:
        self.step("node")
        self.counter += 1
        return UploadNode("up1.1fichier.com", f"s{self.counter}")

    def open_upload(
        self,
        node: UploadNode,
        folder_id: FolderId,
        files: tuple[UploadFile, ...],
        body_sent: Callable[[], None],
    ) -> FakeUploadBody:
        body = FakeUploadBody(self, node, folder_id, files, body_sent)
        self.bodies.append(body)
        return body

    async def upload_report(self, node: UploadNode) -> UploadReport:
        step = self.step("report")
        if self.storing is not None:
            await self.storing.wait()
        if isinstance(step, UploadReport):
            return step
        stored = self.sessions.get(node.id)
        if stored is None:
            return UploadReport(ReportState.UNKNOWN)
        return UploadReport(ReportState.READY, stored)

    async def network_class(self) -> NetworkClass:
        self.calls.append("network_class")
        return NetworkClass.PRIVATE

    async def download_link(self, url: FileUrl, *, cdn: bool, password: str | None = None) -> str:
        self.step("token")
        self.counter += 1
        return f"{url}#{self.counter}{'#cdn' if cdn else ''}"

    def open_download(self, link: str, start: int, etag: str | None) -> FakeDownloadBody:
        step = self.step("open")
        kept = self.files.get(link.split("#")[0])
        if kept is None:
            raise LinkExpired()
        current = kept.checksum[:16]
        if etag is not None and etag != current:
            raise RemoteChanged()
        if step == "ignores range":
            start = 0
        body = FakeDownloadBody(self, kept.data, start, current, step)
        self.bodies.append(body)
        return body

    async def listing(self, folder_id: FolderId, *, not_older_than: float) -> FolderListing:
        self.step("listing")
        self.listing_calls.append(not_older_than)
        files = tuple(
            RemoteFile(k.url, k.name, len(k.data), k.added_at, k.checksum)
            for k in self.files.values()
            if k.folder == folder_id
        )
        complete = self.listing_is_complete
        return FolderListing(RemoteFolder(folder_id, "f"), (), files, self.now(), is_complete=complete)

    async def stored(self, folder_id: FolderId, file: RemoteFile) -> None:
        self.step("stored")
        self.told.append((folder_id, file))


class FakeUploadBody:
    """Reads the file in pieces; ``plans["send"]`` may hold: an error before the body, ("cut", n) after n
    bytes, ("lost answer",) with the file kept, ("lost body",) with all sent and nothing kept,
    ("keep", name, flip) to store another name or a changed byte."""

    def __init__(
        self,
        service: FakeService,
        node: UploadNode,
        folder: FolderId,
        files: tuple[UploadFile, ...],
        body_sent: Callable[[], None],
    ) -> None:
        self.service = service
        self.node = node
        self.folder = folder
        self.files = files
        self.body_sent = body_sent
        self.aborted = threading.Event()
        self.closed = threading.Event()

    def connect(self) -> None:
        while not self.service.dialing.wait(0.01):
            pass

    def close(self) -> None:
        self.closed.set()

    def send(self) -> str:
        step = self.service.step("send")
        kind, *rest = step if isinstance(step, tuple) else (None,)
        read = self._read(rest[0] if kind == "cut" else None)
        self.body_sent()
        if kind == "lost body":
            raise ConnectionLost()
        if kind == "answers":
            raise rest[0]
        name, flips = rest if kind == "keep" else (None, False)
        stored = []
        for file, data in zip(self.files, read, strict=True):
            if flips:
                data = bytes([data[0] ^ 1]) + data[1:]
            kept = self.service.put(name or file.name, data, self.folder)
            stored.append(StoredFile(kept.url, kept.name, len(data), kept.checksum))
        self.service.sessions[self.node.id] = tuple(stored)
        if kind == "lost answer":
            raise ConnectionLost()
        if kind == "lost session":
            del self.service.sessions[self.node.id]
            raise ConnectionLost()
        return self.node.id

    def _read(self, cut: int | None) -> list[bytes]:
        found: list[bytes] = []
        buffer = memoryview(bytearray(64 * 1024))
        for file in self.files:
            data = bytearray()
            while count := file.readinto(buffer):
                data += buffer[:count]
                if cut is not None and sum(map(len, found)) + len(data) >= cut:
                    raise ConnectionLost()
                while not self.service.gate.wait(0.01):
                    if self.aborted.is_set():
                        raise ConnectionLost()
                if self.aborted.is_set():
                    raise ConnectionLost()
            assert len(data) == file.size
            found.append(bytes(data))
        return found

    def abort(self) -> None:
        self.aborted.set()


class FakeDownloadBody:
    """Gives the bytes in pieces; the step may be ("cut", n), ("flip", n), ("expire", n), ("total", n)."""

    PIECE = 64 * 1024

    def __init__(self, service: FakeService, data: bytes, start: int, etag: str, step: object) -> None:
        self.service = service
        kind, *rest = step if isinstance(step, tuple) else (None,)
        total = len(data)
        self.stop_at = rest[0] if kind in ("cut", "short", "expire") else None
        self.kind = kind
        if kind == "flip":
            data = data[: rest[0]] + bytes([data[rest[0]] ^ 1]) + data[rest[0] + 1 :]
        if kind == "total":
            total = rest[0]
        self.data = data
        self.at = start
        self._info = BodyInfo(start, total, etag)
        self.aborted = threading.Event()
        self.closed = False

    @property
    def info(self) -> BodyInfo:
        return self._info

    def readinto(self, buffer: memoryview) -> int:
        while not self.service.gate.wait(0.01):
            if self.aborted.is_set():
                raise ConnectionLost()
        if self.aborted.is_set():
            raise ConnectionLost()
        end = len(self.data) if self.stop_at is None else min(self.stop_at, len(self.data))
        piece = self.data[self.at : min(self.at + min(len(buffer), self.PIECE), end)]
        if not piece and self.stop_at is not None and self.stop_at < len(self.data):
            raise LinkExpired() if self.kind == "expire" else ConnectionLost()
        buffer[: len(piece)] = piece
        self.at += len(piece)
        return len(piece)

    def abort(self) -> None:
        self.aborted.set()

    def close(self) -> None:
        self.closed = True
