"""The upload report: which of its lines is our file (pure), and asking for it once for many."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Final
from weakref import WeakValueDictionary

from fichier_gui.domain.clock import Clock
from fichier_gui.domain.names import decode_name, encode_name
from fichier_gui.domain.remote import RemoteFile, StoredFile, UploadNode, UploadReport
from fichier_gui.domain.transfers import Transfer
from fichier_gui.domain.waiting import report_wait

SWIFT_STORE: Final = 64 * 1024 * 1024
"""A file of fewer bytes is expected to be stored before the whole first wait is over."""

CLOCK_SLACK: Final = 120.0
"""Seconds by which the service's dates may differ from this machine's."""


def wait_before(poll: int, size: int, elapsed: float) -> float:
    """Seconds before the ``poll``-th question (0 is the first), ``elapsed`` seconds after the body was sent.

    At most what the table says. The first one is sooner for a small file, and the later ones never make an
    upload that is ready wait for more than a third of the time that the service itself took.
    """
    if poll == 0:
        return report_wait(0) * min(1.0, size / SWIFT_STORE)
    return min(report_wait(poll), max(report_wait(1), elapsed / 3))


def is_named(stored: str, name: str) -> bool:
    """True when ``stored`` is what the service makes of ``name``."""
    return stored == name or decode_name(stored) == decode_name(encode_name(name))


def pick(files: Sequence[StoredFile], transfer: Transfer) -> StoredFile | None:
    """Our line of a report: by name and size, else by size and checksum, never by its place."""
    sized = [f for f in files if f.size == transfer.size]
    named = [f for f in sized if is_named(f.name, transfer.name)]
    if named:
        return named[0]
    same = [f for f in sized if f.checksum and f.checksum == transfer.local_checksum]
    return same[0] if same else None


def lone(files: Sequence[StoredFile], transfer: Transfer) -> StoredFile | None:
    """The only line of our size: ours under any name, if the request carried one file."""
    sized = [f for f in files if f.size == transfer.size]
    return sized[0] if len(sized) == 1 else None


def namesakes(files: Iterable[RemoteFile], transfer: Transfer) -> list[RemoteFile]:
    """Files of the folder that have this upload's name and size."""
    return [f for f in files if f.size == transfer.size and is_named(f.name, transfer.name)]


def is_uncertain(transfer: Transfer) -> bool:
    """True for an upload from a copy of the journal: whether it was sent since, and where, is lost."""
    return transfer.body_sent and transfer.node_host is None


def candidates(named: Iterable[RemoteFile], transfer: Transfer, digest: str | None) -> list[RemoteFile]:
    """Those of its namesakes that can be this upload: the checksum agrees, or (without one) the date."""
    return [f for f in named if _agrees(f, transfer, digest)]


def _agrees(file: RemoteFile, transfer: Transfer, digest: str | None) -> bool:
    if digest is not None and file.checksum is not None:
        return file.checksum == digest
    since = transfer.added_at if is_uncertain(transfer) else transfer.node_at
    return file.added_at is not None and since is not None and file.added_at >= since - CLOCK_SLACK


def as_stored(file: RemoteFile) -> StoredFile:
    """A file of a listing in the form of a report line."""
    return StoredFile(url=file.url, name=file.name, size=file.size, checksum=file.checksum)


class Reports:
    """Asks ``end.pl`` once for all the files of a form. Lives on the loop."""

    KEPT: Final = 64
    """Answers that are remembered, the newest."""

    def __init__(self, ask: Callable[[UploadNode], Awaitable[UploadReport]], clock: Clock) -> None:
        self._ask = ask
        self._clock = clock
        self._answers: dict[UploadNode, tuple[float, UploadReport]] = {}
        self._asking: WeakValueDictionary[UploadNode, asyncio.Lock] = WeakValueDictionary()

    def last(self, node: UploadNode) -> tuple[StoredFile, ...]:
        """The lines that were read last; none if none were. What a report says once it says for good."""
        known = self._answers.get(node)
        return known[1].files if known is not None else ()

    async def ask(self, node: UploadNode, since: float, transfer: Transfer) -> UploadReport:
        """The report as it was after ``since`` (steady seconds), or one that has the line of ``transfer``.

        Raises as ``upload_report``.
        """
        # It is forgotten when the last one that asks or waits lets go of it.
        lock = self._asking.setdefault(node, asyncio.Lock())
        async with lock:
            known = self._answers.get(node)
            if known is not None and (known[0] > since or pick(known[1].files, transfer) is not None):
                return known[1]
            asked_at = self._clock.monotonic()
            answer = await self._ask(node)
            self._answers.pop(node, None)
            self._answers[node] = (asked_at, answer)
        self._forget()
        return answer

    def _forget(self) -> None:
        while len(self._answers) > self.KEPT:
            del self._answers[next(iter(self._answers))]
