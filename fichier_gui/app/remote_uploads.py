"""Remote uploads: what the service fetches from the web by itself, asked for and looked after politely.

The service tells nothing by itself and knows no progress: one list of all jobs says which have run, and one
question a job says what became of its addresses. The list is asked for while somebody looks at the table or a
job waits, the question once where the list says that there is something new.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from fichier_gui.api.client import FichierClient
from fichier_gui.api.pacing import Priority
from fichier_gui.app.remote_sending import Outbox
from fichier_gui.app.remote_targets import RemoteTargets
from fichier_gui.app.watch import RequestWatch
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AccessProblem, AppError, KeyProblem, RequestProblem
from fichier_gui.domain.events import (
    AccountUpdated,
    Event,
    RemoteFilesLanded,
    RemoteUploadsChanged,
    SignedIn,
    SignedOut,
)
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.jobs import (
    SOONEST,
    JobId,
    LandedFile,
    RemoteJob,
    RemoteResult,
    RemoteTable,
    items_of,
    look_gap,
)
from fichier_gui.domain.remote import FolderListing
from fichier_gui.domain.remote_sources import secrets_in
from fichier_gui.domain.secret import Secret

logger = logging.getLogger(__name__)

READ_AT_ONCE: Final = 20
"""The newest jobs of others are asked about without being chosen; an older one when somebody wants it."""
MOST_TRIES: Final = 10
"""Questions about a job that has run and still owes the result of some address."""

Listing = Callable[[FolderId, float], Awaitable[FolderListing]]
"""A folder as the service shows it at or after a moment. Raises what the request raises."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What remote uploads have to do with besides the service."""

    listing: Listing
    targets: RemoteTargets
    clock: Clock
    spawn: Callable[[Coroutine[Any, Any, None], str], "asyncio.Task[None]"]
    emit: Callable[[Event], None]
    hide: Callable[[Secret], None]
    owner: str = ""
    """E-mail of the account in use; empty while it is not known."""


class RemoteUploads:
    """Lives on the core's loop."""

    def __init__(self, client: FichierClient, watch: RequestWatch, around: Surroundings) -> None:
        self._client = client
        self._watch = watch
        self._around = around
        self._targets = around.targets
        self._outbox = Outbox(
            self._request, self._on_outbox_taken, self._tell, around.clock.time, around.owner
        )
        self._jobs: dict[JobId, RemoteJob] = {}
        self._waiting: set[JobId] = set()
        """Jobs whose files are told when they land."""
        self._tries: dict[JobId, int] = {}
        self._looked_at: float | None = None
        self._problem: AppError | None = None
        self._shown = 0
        self._reign = 0
        """Another one with each key: what was asked with the key before is not taken in."""
        self._watching: asyncio.Task[None] | None = None
        self._nap: asyncio.Task[None] | None = None
        self._sending: asyncio.Task[None] | None = None
        self._looking = asyncio.Lock()

    @property
    def table(self) -> RemoteTable:
        """What is known now."""
        items = [order.item for order in self._outbox.orders]
        for job in self._newest():
            items.extend(items_of(job, self._targets.get(job.id), is_given_up=self._is_given_up(job)))
        return RemoteTable(tuple(items), self._looked_at, self._problem)

    async def show(self) -> RemoteTable:
        """Somebody looks at the table until :meth:`hide`: it is kept fresh (``RemoteUploadsChanged``)."""
        self._shown += 1
        await self._targets.load()
        self._go_on()
        return self.table

    async def hide(self) -> None:
        """Nobody looks any more; jobs that wait are still looked after."""
        self._shown = max(0, self._shown - 1)

    async def resume(self) -> None:
        """Look after the jobs that an earlier run left."""
        await self._targets.load()
        self._waiting |= self._targets.awaited
        self._go_on()

    async def fetch(self, urls: Sequence[str], folder_id: FolderId, headers: Mapping[str, str]) -> None:
        """Let the service fetch these. Returns at once: what becomes of each is in the table."""
        secrets = [*headers.values(), *(password for url in urls for password in secrets_in(url))]
        for secret in secrets:
            self._around.hide(Secret(secret))
        self._outbox.add(urls, folder_id, headers)
        self._send_on()

    async def cancel(self) -> None:
        """Take back what the service has not been asked for yet: it cannot stop what it has taken."""
        self._outbox.cancel()

    async def settle(self, patience: float) -> None:
        """Wait for addresses that are on their way to the service, so many seconds at most."""
        if self._sending is not None:
            await asyncio.wait({self._sending}, timeout=patience)

    async def clear(self) -> None:
        """Forget what was refused or taken back."""
        self._outbox.forget()

    async def look(self) -> None:
        """Ask now, if the last look is long enough ago."""
        if self._looked_at is None or self._around.clock.time() - self._looked_at >= SOONEST:
            self._looked_at = None
            self._go_on()

    async def read(self, job_id: JobId) -> None:
        """What became of an older job. Raises what ``remote/info`` raises."""
        job = self._jobs.get(job_id)
        if job is not None and not job.is_settled:
            await self._read(job, Priority.CLICK)

    def hear(self, event: Event) -> None:
        """Another key may be another account, which has jobs and orders of its own."""
        if isinstance(event, AccountUpdated):
            self._outbox.claim(event.account.email)
            self._send_on()
        elif isinstance(event, SignedIn | SignedOut):
            account = event.account if isinstance(event, SignedIn) else None
            self._change_key(account.email if account is not None else "")
            if isinstance(event, SignedIn):
                self._waiting = set(self._targets.awaited)
                self._send_on()
                self._go_on()

    def _change_key(self, owner: str) -> None:
        self._reign += 1
        self._jobs, self._waiting, self._tries = {}, set(), {}
        self._looked_at = self._problem = None
        if not owner or owner != self._outbox.owner:
            if self._sending is not None:
                # What waits for its turn would be sent with the new key.
                self._sending.cancel()
                self._sending = None
            self._outbox.change_owner(owner)
        self._tell()

    # Sending

    def _send_on(self) -> None:
        if self._sending is None and self._outbox.is_waiting:
            self._sending = self._around.spawn(self._send(), "ask for remote uploads")

    async def _send(self) -> None:
        try:
            await self._targets.load()
            if self._outbox.is_doubtful:
                await self._look()
            await self._outbox.send()
            if self._outbox.is_doubtful:
                self._looked_at = None
        finally:
            if self._sending is asyncio.current_task():
                self._sending = None
            self._tell()
        self._go_on()

    async def _request(
        self, urls: Sequence[str], folder_id: FolderId, headers: Mapping[str, str]
    ) -> RemoteJob:
        with self._watch.request():
            return await self._client.request_remote(
                urls, folder_id, headers=headers, priority=Priority.TRANSFER
            )

    async def _on_outbox_taken(self, job: RemoteJob, folder_id: FolderId) -> None:
        self._jobs[job.id] = job
        self._waiting.add(job.id)
        await self._targets.put(job.id, folder_id)
        self._tell()
        self._go_on()

    # When to look

    def _go_on(self) -> None:
        """Watch, or watch by what holds now."""
        if self._nap is not None:
            self._nap.cancel()
        elif self._watching is None and self._has_reason():
            self._watching = self._around.spawn(self._keep_looking(), "look after remote uploads")

    def _has_reason(self) -> bool:
        return bool(self._shown or self._waiting or self._outbox.is_doubtful)

    async def _keep_looking(self) -> None:
        try:
            while self._has_reason():
                rest = self._rest()
                if rest > 0:
                    await self._sleep(rest)
                    continue
                await self._look()
                if isinstance(self._problem, KeyProblem | AccessProblem):
                    return
        finally:
            self._watching = None

    def _rest(self) -> float:
        """Seconds until the next look is due."""
        if self._looked_at is None:
            return 0.0
        now = self._around.clock.time()
        asked = [self._jobs[job].requested_at or 0.0 for job in self._waiting if job in self._jobs]
        gap = look_gap(now - max(asked, default=now), is_shown=self._shown > 0)
        return gap - max(0.0, now - self._looked_at)

    async def _sleep(self, seconds: float) -> None:
        self._nap = self._around.spawn(self._around.clock.sleep(seconds), "wait for remote uploads")
        try:
            await asyncio.wait({self._nap})
        finally:
            self._nap.cancel()
            self._nap = None

    # Looking

    async def _look(self) -> None:
        """One list of the jobs, and a question for each that has something new."""
        async with self._looking:
            reign, known = self._reign, frozenset(self._jobs)
            is_awaited = self._looked_at is None and self._shown > 0
            problem: AppError | None = None
            try:
                with self._watch.request():
                    listed = await self._client.remote_jobs(
                        priority=Priority.CLICK if is_awaited else Priority.BACKGROUND
                    )
                if reign == self._reign:
                    self._take(listed, known)
                    await self._read_news()
                    self._outbox.doubt_no_more()
            except AppError as error:
                problem = error
            if reign == self._reign:
                self._problem, self._looked_at = problem, self._around.clock.time()
                self._tell()

    def _take(self, listed: Sequence[RemoteJob], known: frozenset[JobId]) -> None:
        """``known``: jobs from before the list, which say themselves whether it is complete."""
        for job in listed:
            before = self._jobs.get(job.id)
            if before is None:
                self._jobs[job.id] = job
                if job.executed_at is None:
                    self._waiting.add(job.id)
            elif not before.is_settled:
                self._jobs[job.id] = replace(before, executed_at=job.executed_at)
        for gone in known.difference(job.id for job in listed):
            if gone in self._jobs and not self._jobs[gone].is_settled:
                del self._jobs[gone]
        self._waiting &= set(self._jobs)
        self._tell()

    async def _read_news(self) -> None:
        for job in self._news():
            if self._jobs.get(job.id) != job or not self._has_reason():
                continue
            try:
                await self._read(job, Priority.BACKGROUND)
            except (AccessProblem, RequestProblem) as error:
                # It concerns this job alone, and is not asked again.
                logger.info("A remote upload cannot be asked about: %s", error.code)
                self._tries[job.id] = MOST_TRIES
                self._waiting.discard(job.id)

    def _news(self) -> list[RemoteJob]:
        """What there is to ask, the newest first."""
        newest = self._newest()
        mine = [job for job in newest if job.id in self._waiting and self._is_open(job)]
        old = [job for job in newest if job.id not in self._waiting and job.executed_at is not None]
        wants_old = self._shown > 0 or self._outbox.is_doubtful
        unread = [job for job in old[:READ_AT_ONCE] if not job.is_settled and job.id not in self._tries]
        return mine + (unread if wants_old else [])

    def _is_open(self, job: RemoteJob) -> bool:
        """Of one that has not run only its addresses are to be had, once."""
        if job.is_settled or self._tries.get(job.id, 0) >= MOST_TRIES:
            return False
        return job.executed_at is not None or not job.sources

    def _is_given_up(self, job: RemoteJob) -> bool:
        return job.executed_at is not None and self._tries.get(job.id, 0) >= MOST_TRIES

    def _newest(self) -> list[RemoteJob]:
        return sorted(self._jobs.values(), key=lambda job: job.id, reverse=True)

    async def _read(self, job: RemoteJob, priority: Priority) -> None:
        reign = self._reign
        with self._watch.request():
            told = await self._client.remote_job(job.id, priority=priority)
        if reign != self._reign:
            return
        asked, sources = told.requested_at or job.requested_at, told.sources or job.sources
        read = replace(told, requested_at=asked, sources=sources)
        self._jobs[job.id] = read
        if read.executed_at is not None:
            self._tries[job.id] = self._tries.get(job.id, 0) + 1
        folder_id = self._outbox.adopt(read)
        if folder_id is not None:
            self._waiting.add(job.id)
            await self._targets.put(job.id, folder_id)
        self._tell()
        if job.id in self._waiting:
            await self._land(job, read)

    async def _land(self, before: RemoteJob, after: RemoteJob) -> None:
        new = [result for result in after.results if result not in before.results]
        if after.is_settled or self._is_given_up(after):
            self._waiting.discard(after.id)
            await self._targets.landed(after.id)
        if new:
            folder_id, now = self._targets.get(after.id), self._around.clock.time()
            self._around.spawn(self._reveal(new, folder_id, now), "show what was fetched")

    async def _reveal(self, new: Sequence[RemoteResult], folder_id: FolderId | None, since: float) -> None:
        """Read the folder that they are in, so that they are in the list; then tell."""
        sources = {result.url: result.source for result in new if result.url is not None}
        names: dict[FileUrl, str] = {}
        if folder_id is not None and not all(result.has_failed for result in new):
            try:
                listing = await self._around.listing(folder_id, since)
                names = {file.url: file.name for file in listing.files if file.url in sources}
            except AppError as error:
                logger.info("The folder of what was fetched cannot be read: %s", error.code)
        files = [LandedFile(url, names.get(url) or name_of(s), folder_id) for url, s in sources.items()]
        self._around.emit(RemoteFilesLanded(tuple(files), sum(result.has_failed for result in new)))

    def _tell(self) -> None:
        self._around.emit(RemoteUploadsChanged(self.table))


def name_of(source: str) -> str:
    """The name that a file most likely got: the last part of its address."""
    parts = urlsplit(source)
    return unquote(parts.path).rstrip("/").rpartition("/")[2] or parts.hostname or source
