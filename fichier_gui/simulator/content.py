"""The bytes of stored files: on disk, in memory (small ones), or made up as they are read."""

from __future__ import annotations

import functools
import random
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from . import whirlpool

PIECE = 1 << 20
SMALL = 256 << 10
_PERIOD = 1048573  # A prime: blocks swapped at any power of two are told apart.


class Content(Protocol):
    """Bytes with a known size."""

    @property
    def size(self) -> int:
        """Bytes."""

    def pieces(self, offset: int, count: int) -> Iterator[bytes | memoryview]:
        """The bytes `offset` to `offset + count`, at most a mebibyte at a time."""

    def to_json(self) -> dict[str, object]:
        """How the state file describes it."""


@dataclass(frozen=True)
class DiskContent:
    """A file of the content store."""

    path: Path
    size: int

    def pieces(self, offset: int, count: int) -> Iterator[bytes | memoryview]:
        """As `Content.pieces`."""
        with self.path.open("rb", buffering=0) as stream:
            stream.seek(offset)
            while count:
                piece = stream.read(min(PIECE, count))
                if not piece:
                    return
                count -= len(piece)
                yield piece

    def to_json(self) -> dict[str, object]:
        """As `Content.to_json`."""
        return {"kind": "disk", "name": self.path.name, "size": self.size}


@dataclass(frozen=True)
class MemoryContent:
    """A small file."""

    data: bytes

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.data)

    def pieces(self, offset: int, count: int) -> Iterator[bytes | memoryview]:
        """As `Content.pieces`."""
        view = memoryview(self.data)[offset : offset + count]
        for at in range(0, len(view), PIECE):
            yield view[at : at + PIECE]

    def to_json(self) -> dict[str, object]:
        """As `Content.to_json`."""
        return {"kind": "hex", "data": self.data.hex()}


@functools.lru_cache(maxsize=16)
def _pattern(seed: int) -> bytes:
    block = random.Random(seed).randbytes(_PERIOD)
    return block + block


@dataclass(frozen=True)
class PatternContent:
    """Bytes made up from a seed: any size, no disk, no memory, the same at every reading."""

    seed: int
    size: int

    def pieces(self, offset: int, count: int) -> Iterator[bytes | memoryview]:
        """As `Content.pieces`."""
        view = memoryview(_pattern(self.seed))
        end = min(offset + count, self.size)
        while offset < end:
            start = offset % _PERIOD
            take = min(_PERIOD, end - offset)
            yield view[start : start + take]
            offset += take

    def to_json(self) -> dict[str, object]:
        """As `Content.to_json`."""
        return {"kind": "pattern", "seed": self.seed, "size": self.size}


def checksum(content: Content, keep_going: Callable[[], bool] = lambda: True) -> str:
    """The Whirlpool sum. Empty if `keep_going` said no on the way."""
    digest = whirlpool.new()
    for piece in content.pieces(0, content.size):
        if not keep_going():
            return ""
        digest.update(piece)
    return digest.hexdigest()


def read_all(content: Content, offset: int = 0, count: int | None = None) -> bytes:
    """The bytes of a (small) content."""
    wanted = content.size - offset if count is None else count
    return b"".join(bytes(piece) for piece in content.pieces(offset, wanted))


class ContentStore:
    """Where received bytes live: under the root folder, or in a temporary one."""

    def __init__(self, root: Path | None) -> None:
        self._root = root
        self._temporary: Path | None = None

    @property
    def folder(self) -> Path:
        """The folder of the bytes, made when first asked for."""
        if self._root is not None:
            folder = self._root / "content"
            folder.mkdir(parents=True, exist_ok=True)
            return folder
        if self._temporary is None:
            self._temporary = Path(tempfile.mkdtemp(prefix="fichier-simulator-"))
        return self._temporary

    def new_path(self) -> Path:
        """A fresh path for bytes that are about to be received."""
        return self.folder / uuid.uuid4().hex

    def from_bytes(self, data: bytes) -> Content:
        """Keep some bytes."""
        if self._root is None and len(data) <= SMALL:
            return MemoryContent(data)
        path = self.new_path()
        path.write_bytes(data)
        return DiskContent(path, len(data))

    def from_json(self, data: dict[str, object]) -> Content:
        """The content that a state file describes."""
        size = int(str(data.get("size", 0)))
        if data["kind"] == "disk":
            return DiskContent(self.folder / str(data["name"]), size)
        if data["kind"] == "hex":
            return MemoryContent(bytes.fromhex(str(data["data"])))
        return PatternContent(int(str(data["seed"])), size)

    def discard(self, content: Content) -> None:
        """Give the disk space back."""
        if isinstance(content, DiskContent):
            content.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Remove the temporary folder, if there is one."""
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)
            self._temporary = None
