"""Remote uploads (files that the service fetches by itself) and FTP sub-accounts."""

from dataclasses import dataclass
from typing import NewType

from fichier_gui.domain.ids import FileUrl, FolderId

JobId = NewType("JobId", int)
"""``id`` of a remote upload request."""


@dataclass(frozen=True, slots=True)
class RemoteResult:
    """What became of one source address. ``url`` is the new link; ``message`` says why there is none."""

    source: str
    url: FileUrl | None
    message: str = ""


@dataclass(frozen=True, slots=True)
class RemoteJob:
    """One request; ``executed_at`` is None while the service has not run it."""

    id: JobId
    requested_at: float | None
    executed_at: float | None = None
    sources: tuple[str, ...] = ()
    results: tuple[RemoteResult, ...] = ()


@dataclass(frozen=True, slots=True)
class FtpUser:
    """A sub-account whose FTP uploads land in ``folder_id``."""

    name: str
    folder_id: FolderId | None = None
