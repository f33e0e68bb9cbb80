"""Remote uploads (files that the service fetches by itself) and FTP sub-accounts."""

from dataclasses import replace
from enum import StrEnum
from typing import Final, NewType

from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.values import value

JobId = NewType("JobId", int)
"""``id`` of a remote upload request."""

FTP_HOST: Final = "ftp.1fichier.com"

LOOK_EVERY: Final = 45.0
"""Seconds between two looks at the jobs: faster than 30 to 45 is not polite (reference §4.21)."""
SOONEST: Final = 30.0
"""Seconds between two looks that somebody asks for."""
_SLOWER: Final = ((3600.0, 600.0), (600.0, 120.0))
"""A job that waits for so long is looked at so seldom while nobody sees the table."""


class Fetch(StrEnum):
    """Where the fetching of one address stands."""

    UNSENT = "unsent"
    """The service has not been asked for it yet."""
    REFUSED = "refused"
    """The service did not take it; ``RemoteItem.error`` says why."""
    CANCELLED = "cancelled"
    """It was taken back before it was sent."""
    PENDING = "pending"
    """Taken; the service has not begun."""
    RUNNING = "running"
    """Begun; there is no result of this address yet."""
    DONE = "done"
    FAILED = "failed"
    UNREAD = "unread"
    """Nobody has asked yet what became of this job."""


@value
class RemoteResult:
    """What became of one source address. ``url`` is the new link; ``message`` says why there is none."""

    source: str
    url: FileUrl | None
    message: str = ""
    is_nameless: bool = False
    """The service has the file, and told no link of it."""

    @property
    def has_failed(self) -> bool:
        """There is no file."""
        return self.url is None and not self.is_nameless


@value
class RemoteJob:
    """One request; ``executed_at`` is None while the service has not run it."""

    id: JobId
    requested_at: float | None
    executed_at: float | None = None
    sources: tuple[str, ...] = ()
    results: tuple[RemoteResult, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Every source has its result: nothing changes any more."""
        is_answered = bool(self.results) and len(self.results) >= len(self.sources)
        return self.executed_at is not None and is_answered


@value
class RemoteItem:
    """One address of one job, as it is shown. ``source`` is empty of a job that was not read."""

    source: str
    state: Fetch
    job_id: JobId | None = None
    requested_at: float | None = None
    folder_id: FolderId | None = None
    """Where it goes to; None when another program asked for it."""
    url: FileUrl | None = None
    message: str = ""
    """The service's words of a failure."""
    error: AppError | None = None
    """Why the service did not take it."""


@value
class RemoteTable:
    """What is known of remote uploads, the newest first."""

    items: tuple[RemoteItem, ...] = ()
    looked_at: float | None = None
    """When the service was asked last; None in this run not yet."""
    problem: AppError | None = None
    """Why it did not answer then."""

    @property
    def unsent(self) -> int:
        """Addresses that can still be taken back."""
        return sum(item.state is Fetch.UNSENT for item in self.items)


@value
class LandedFile:
    """A file that the service has fetched. ``folder_id`` is None where nobody here asked for it."""

    url: FileUrl
    name: str
    folder_id: FolderId | None


@value
class FtpUser:
    """A sub-account whose FTP uploads land in ``folder_id``."""

    name: str
    folder_id: FolderId | None = None


def items_of(
    job: RemoteJob, folder_id: FolderId | None = None, *, is_given_up: bool = False
) -> tuple[RemoteItem, ...]:
    """The addresses of a job in the order of the request, each with its own state.

    ``is_given_up``: what has no result will not get one.
    """
    results = {result.source: result for result in job.results}
    if len(job.results) == len(job.sources) and set(results) != set(job.sources):
        # The service names an address differently than it was given: their order tells them apart.
        results = dict(zip(job.sources, job.results, strict=True))
    asked = (*job.sources, *(source for source in results if source not in job.sources))
    whole = RemoteItem("", Fetch.UNREAD, job.id, job.requested_at, folder_id)
    missing = Fetch.RUNNING if asked else Fetch.UNREAD
    if job.executed_at is None:
        missing = Fetch.PENDING
    elif is_given_up:
        missing = Fetch.FAILED
    if not asked:
        return (replace(whole, state=missing),)
    return tuple(_item(replace(whole, source=source), results.get(source), missing) for source in asked)


def look_gap(waited: float, *, is_shown: bool) -> float:
    """Seconds between two looks at the jobs, of which the newest has waited so long."""
    if is_shown:
        return LOOK_EVERY
    return next((gap for long, gap in _SLOWER if waited >= long), LOOK_EVERY)


def _item(item: RemoteItem, result: RemoteResult | None, missing: Fetch) -> RemoteItem:
    if result is None:
        return replace(item, state=missing)
    state = Fetch.FAILED if result.has_failed else Fetch.DONE
    return replace(item, state=state, url=result.url, message=result.message)
