"""What is kept on the disk for other programs: what they gave, and what they are given."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fichier_gui.app.local_copies import LocalCopies
from fichier_gui.app.pasted_pictures import PastedPictures
from fichier_gui.app.workers import Workers
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.system.paths import ProfilePaths
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.ports import Checksums


@dataclass(frozen=True, slots=True)
class Exchange:
    """Of one account."""

    pictures: PastedPictures
    copies: LocalCopies


def new_exchange(
    profile: ProfilePaths,
    journal: Journal,
    fetch: Callable[[RemoteFile], Awaitable[bytes]],
    checksums: Checksums,
    disk: Workers,
) -> Exchange:
    """That of the program."""
    return Exchange(
        PastedPictures(profile.pasted, journal.queued_sources, disk),
        LocalCopies(profile.dragged, journal.transferred, fetch, checksums, disk),
    )
