"""Reading the upload report: which of its lines is our file. Pure."""

from collections.abc import Iterable, Sequence
from typing import Final

from fichier_gui.domain.names import decode_name, encode_name
from fichier_gui.domain.remote import RemoteFile, StoredFile
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
    """Our line of a report: by name and size, never by its place.

    One request carries one file, so a lone line of the right size is ours under any name.
    """
    sized = [f for f in files if f.size == transfer.size]
    named = [f for f in sized if is_named(f.name, transfer.name)]
    if named:
        return named[0]
    same = [f for f in sized if f.checksum and f.checksum == transfer.local_checksum]
    if same:
        return same[0]
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
