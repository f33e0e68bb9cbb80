"""Hashing beside the bytes: in a thread of its own, so that moving and hashing overlap.

Uploads hand each piece over (:class:`Digester`): what is hashed is what was sent. Downloads are followed on
the disk (:class:`FrontDigester`): what is hashed is what was written, and the part of an earlier run needs
no pass of its own.
"""

import queue
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Final

from fichier_gui.domain.buffers import make_buffer
from fichier_gui.transfers.disk_faults import disk_faults, source_faults
from fichier_gui.transfers.ports import HashState

PIECE: Final = 1024 * 1024
SLOTS: Final = 4


class HashStopped(Exception):
    """The digest was aborted; nobody wants it any more."""


class Digester:
    """A ring of buffers between the sending thread and the hashing thread."""

    def __init__(self, state: HashState, pool: Executor) -> None:
        self._state = state
        self._free: queue.SimpleQueue[memoryview] = queue.SimpleQueue()
        self._full: queue.SimpleQueue[tuple[memoryview, int] | None] = queue.SimpleQueue()
        self._slots_made = 0
        self._has_ended = False
        self._work: Future[str | None] = pool.submit(self._hash)

    def feed(self, data: memoryview) -> None:
        """Add at most :data:`PIECE` bytes; they are copied. Waits while the hashing thread is behind."""
        slot = self._slot(data.nbytes)
        slot[: data.nbytes] = data
        self._full.put((slot, data.nbytes))

    def end(self) -> None:
        """Nothing more comes: the hashing thread is free as soon as it has done the rest. Idempotent."""
        if not self._has_ended:
            self._has_ended = True
            self._full.put((memoryview(b""), 0))

    def finish(self) -> str:
        """Wait for the rest; 128 hexadecimal digits. Raises :class:`HashStopped` after ``abort``."""
        self.end()
        digest = self._work.result()
        if digest is None:
            raise HashStopped
        return digest

    def abort(self) -> None:
        """End the hashing thread. Idempotent, any thread."""
        self._full.put(None)

    def _slot(self, size: int) -> memoryview:
        if self._slots_made < SLOTS and self._free.empty():
            self._slots_made += 1
            return make_buffer(size)
        while True:
            try:
                slot = self._free.get(timeout=1.0)
            except queue.Empty:
                if self._work.done():
                    raise HashStopped from None
                continue
            # Pieces grow as the line proves quick.
            return slot if len(slot) >= size else make_buffer(size)

    def _hash(self) -> str | None:
        while True:
            piece = self._full.get()
            if piece is None:
                return None
            slot, size = piece
            if not size:
                # The buffers are not kept until somebody asks for the sum.
                self._free = queue.SimpleQueue()
                return self._state.hexdigest()
            with slot[:size] as data:
                self._state.update(data)
            self._free.put(slot)


class FrontDigester:
    """Hashes a file that grows, from its beginning up to its front."""

    def __init__(self, path: Path, state: HashState, pool: Executor) -> None:
        self._path = path
        self._state = state
        self._front = 0
        self._end: int | None = None
        self._is_stopped = False
        self._moved = threading.Condition()
        self.hashed = 0
        """Bytes done so far."""
        self._work: Future[str] = pool.submit(self._follow)

    def advance(self, front: int) -> None:
        """The file is good up to ``front``. Any thread, in any order."""
        with self._moved:
            self._front = max(self._front, front)
            self._moved.notify()

    def finish(self, end: int) -> str:
        """Wait until ``end`` bytes are hashed; 128 hexadecimal digits. Raises :class:`HashStopped`."""
        with self._moved:
            self._front = self._end = end
            self._moved.notify()
        return self._work.result()

    def abort(self) -> None:
        """End the hashing thread. Idempotent, any thread."""
        with self._moved:
            self._is_stopped = True
            self._moved.notify()

    def wait(self) -> None:
        """Wait until the thread has let go of the file."""
        self._work.exception()

    def _follow(self) -> str:
        buffer = make_buffer(PIECE)
        with disk_faults(self._path), self._path.open("rb", buffering=0) as file:
            while (front := self._next_front()) is not None:
                while self.hashed < front and not self._is_stopped:
                    count = file.readinto(buffer[: min(PIECE, front - self.hashed)])
                    if not count:
                        raise OSError(f"{self._path.name} is shorter than what was written to it")
                    self._state.update(buffer[:count])
                    self.hashed += count
        return self._state.hexdigest()

    def _next_front(self) -> int | None:
        """Wait for more; None at the end."""
        with self._moved:
            self._moved.wait_for(
                lambda: self._is_stopped or self._front > self.hashed or self._end is not None
            )
            if self._is_stopped:
                raise HashStopped
            return self._front if self._front > self.hashed else None


def hash_file(
    path: Path,
    state: HashState,
    is_stopped: Callable[[], bool],
    offset: int = 0,
    size: int | None = None,
) -> str:
    """The digest of a local file, or of ``size`` bytes of it from ``offset`` on.

    Blocking. Raises :class:`HashStopped`, ``SourceMissing`` …
    """
    buffer = make_buffer(PIECE)
    left = sys.maxsize if size is None else size
    with source_faults(path), path.open("rb", buffering=0) as file:
        file.seek(offset)
        while count := file.readinto(buffer[: min(left, PIECE)]):
            if is_stopped():
                raise HashStopped
            state.update(buffer[:count])
            left -= count
    return state.hexdigest()
