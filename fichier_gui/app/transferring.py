"""Uploads and downloads: planned first, then queued."""

from __future__ import annotations

import array
import threading
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from fichier_gui.app.download_plan import Planner, Source
from fichier_gui.app.remote_folders import FolderMaker, Listing, Make
from fichier_gui.app.scanning import Scan, Scans
from fichier_gui.app.split_files import Split, grouped
from fichier_gui.app.upload_plan import Tree, plan_upload
from fichier_gui.app.views import DownloadPlan, UploadPlan, whole_name
from fichier_gui.domain.batches import Batch
from fichier_gui.domain.causes import Cause, CauseCount
from fichier_gui.domain.events import Event
from fichier_gui.domain.ids import BatchId, FolderId, TransferId
from fichier_gui.domain.link_text import LinkFacts
from fichier_gui.domain.remote import FolderListing, RemoteFile, RemoteFolder
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.settings import Settings
from fichier_gui.domain.transfers import (
    Answer,
    ConflictRule,
    Move,
    NewDownload,
    NewTransfer,
    NewUpload,
    Priority,
    Progress,
    QueueColumn,
    QueueFilter,
    QueueSummary,
    Transfer,
)

if TYPE_CHECKING:
    from fichier_gui.transfers.queue import TransferQueue

Walk = Callable[[Sequence[str], Scan], Awaitable[Tree]]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What planning needs to know of the account and of this machine."""

    walk: Walk
    """Off the loop."""
    listing: Listing
    """A folder, at most so many seconds old."""
    known_listing: Callable[[FolderId], Awaitable[FolderListing | None]]
    """A folder as far as known; no request."""
    make_folder: Make
    path_of: Callable[[FolderId], str]
    size_limit: Callable[[], int]
    """Bytes of the largest file that may be sent now."""
    settings: Callable[[], Settings]
    downloads: Path
    """Where downloads go unless the settings say otherwise."""
    expect_parts: Callable[[Sequence[Split]], Awaitable[None]]
    """Files that will come in parts; committed before the first part is queued."""
    expect_older: Callable[[UploadPlan], Awaitable[None]]
    """What the files of a plan replace; committed before the first one is queued."""
    upload_speed: Callable[[], float | None] = lambda: None
    """Bytes a second that an upload can count on; None while unknown."""


class Transfers:
    """Plans transfers and hands them to the queue. Coroutines run on the core's loop."""

    def __init__(
        self,
        queue: TransferQueue,
        knowledge: Knowledge,
        source: Source,
        hide: Callable[[Secret], None],
        emit: Callable[[Event], None],
    ) -> None:
        self._queue = queue
        self._known = knowledge
        self._source = source
        self._hide = hide
        """Keeps a password out of the log."""
        self._scans = Scans(emit)

    async def plan_upload(
        self, paths: Sequence[str], folder_id: FolderId, *, stop: threading.Event | None = None
    ) -> UploadPlan:
        """What sending ``paths`` (files and folders, absolute) to ``folder_id`` would do. No request.

        ``stop`` ends the walk; the plan then holds what was found so far. Cancelling the call ends it too.
        The walk halts while the queue is paused, unless it was paused before.
        """
        with self._scans.begin(stop) as scan:
            tree = await self._known.walk(paths, scan)
        return plan_upload(
            tree,
            folder_id,
            self._known.path_of(folder_id),
            self._known.size_limit(),
            await self._known.known_listing(folder_id),
            self._known.upload_speed(),
        )

    async def start_upload(self, plan: UploadPlan) -> BatchId:
        """Make the missing remote folders, then queue the files in one journal transaction.

        Raises what ``folder/ls`` and ``folder/mkdir`` raise; nothing is queued then.
        """
        maker = FolderMaker(self._known.listing, self._known.make_folder)
        ids = await maker.make_all(plan.folder_id, plan.folders)
        await self._known.expect_older(plan)
        top = PurePosixPath(plan.folder_path)
        return await self._queue.add(
            [
                NewUpload(
                    path=file.path,
                    name=file.name,
                    size=file.size,
                    folder_id=ids[file.folder],
                    folder_path=str(top / file.folder),
                    mtime_ns=file.mtime_ns,
                    start_at=file.start_at,
                    part_offset=file.part_offset,
                    source_size=file.source_size,
                )
                for file in plan.files
            ],
            whole_name(plan),
        )

    async def plan_download(
        self,
        items: Sequence[RemoteFile | RemoteFolder | str],
        folder: Path | None = None,
        *,
        patient: bool = False,
        password: Secret | None = None,
    ) -> DownloadPlan:
        """What fetching ``items`` into ``folder`` would do; text holds links. None: the settings' folder.

        Folders are walked, one listing each; that halts while the queue is paused, unless it was paused
        before. A few links cost one ``file/info`` each, many one question for a hundred. What cannot be had
        is in ``skipped`` with its reason. ``patient``: links wait too while the service asks for patience.
        ``password`` is tried on protected links; those it does not open are in ``locked``.
        """
        if password is not None:
            self._hide(password)
        with self._scans.begin() as scan:
            planner = Planner(self._source, folder or self.download_folder, patient, password, scan.turn)
            await planner.check(" ".join(item for item in items if isinstance(item, str)))
            for item in items:
                await planner.add(item)
            return planner.plan()

    async def add(self, new: Sequence[NewTransfer]) -> BatchId:
        """Queue transfers that were planned elsewhere, in one journal transaction."""
        return await self._queue.add(new)

    async def start_download(self, plan: DownloadPlan, rule: ConflictRule | None = None) -> BatchId:
        """Queue the files in one journal transaction. ``rule``: another one than that of the settings.

        Parts that come with their list are joined as they arrive, unless the settings say otherwise.
        """
        settings = self._known.settings()
        rule = rule or settings.download_conflict
        if settings.join_downloads:
            plan, splits = grouped(plan)
            await self._known.expect_parts(splits)
        return await self._queue.add(
            [
                NewDownload(
                    url=file.url,
                    name=file.name,
                    size=file.size,
                    folder=file.folder,
                    remote_folder_path=file.remote_folder_path,
                    checksum=file.checksum,
                    conflict=rule,
                    is_protected=file.has_password,
                    password=file.password,
                )
                for file in plan.files
            ],
            whole_name(plan),
        )

    @property
    def download_folder(self) -> Path:
        """Where downloads go when nothing else is said: the settings' folder, else the system's own."""
        chosen = self._known.settings().download_folder
        return Path(chosen).expanduser() if chosen else self._known.downloads

    async def pause(self, ids: Sequence[TransferId]) -> None:
        """Halt these; what was moved is kept."""
        await self._queue.pause(ids)

    async def resume(self, ids: Sequence[TransferId]) -> None:
        """Queue paused rows again."""
        await self._queue.resume(ids)

    async def retry(self, ids: Sequence[TransferId]) -> None:
        """Queue failed rows, and those that wait for an answer or a retry, again at once."""
        await self._queue.retry(ids)

    async def retry_alike(self, cause: Cause) -> None:
        """Queue every row that stands still because of ``cause`` again at once."""
        await self._queue.retry_alike(cause)

    async def causes(self) -> list[CauseCount]:
        """What stands still, the most urgent and then the most frequent first."""
        return await self._queue.causes()

    async def of_cause(self, cause: Cause) -> list[TransferId]:
        """The rows that stand still because of ``cause``, by place."""
        return await self._queue.of_cause(cause)

    async def cancel(self, ids: Sequence[TransferId]) -> None:
        """Stop and remove rows that have not ended; part files go."""
        await self._queue.cancel(ids)

    async def remove(self, ids: Sequence[TransferId]) -> None:
        """Take rows out of the list."""
        await self._queue.remove(ids)

    async def move(self, ids: Sequence[TransferId], to: Move) -> None:
        """Change their place in the queue."""
        await self._queue.ordering.move(ids, to)

    async def place(self, ids: Sequence[TransferId], beside: TransferId, is_after: bool) -> None:
        """Put rows directly before or after ``beside``; among themselves they keep their order."""
        await self._queue.ordering.place(ids, beside, is_after)

    async def start_now(self, ids: Sequence[TransferId]) -> None:
        """Rows that wait or are paused come first, and begin even where as many run as the user allows."""
        await self._queue.ordering.start_now(ids)

    async def prioritise(self, ids: Sequence[TransferId], priority: Priority) -> None:
        """Of what waits, rows of a higher priority start first."""
        await self._queue.ordering.prioritise(ids, priority)

    async def limit(self, ids: Sequence[TransferId], rate: int) -> None:
        """Let each of these move at most ``rate`` bytes a second, 0 for no limit of its own; felt at once."""
        await self._queue.limit(ids, max(0, rate))

    async def answer(self, ids: Sequence[TransferId], answer: Answer) -> None:
        """The user's decision for rows in *Needs you*."""
        await self._queue.answer(ids, answer)

    async def unlock(self, ids: Sequence[TransferId], password: Secret) -> None:
        """Try a password on protected downloads and on the others of their batches that ask for one.

        It is kept in memory only, for as long as the program runs.
        """
        self._hide(password)
        await self._queue.unlock(ids, password)

    async def pay_with_credits(self, yes: bool | None) -> None:
        """The answer to ``CreditsAsked``, for every download until the program ends; None: nobody said."""
        await self._queue.paying.answer(yes)

    async def pause_all(self) -> None:
        """Nothing runs, starts or is looked for in folders until ``resume_all``; survives a restart."""
        self._scans.halt()
        await self._queue.pause_all()

    async def resume_all(self) -> None:
        """Undo ``pause_all``; rows paused one by one go on too."""
        await self._queue.resume_all()
        self._scans.go_on()

    async def clear_done(self) -> None:
        """Take the finished rows out of the list."""
        await self._queue.clear_done()

    async def order(
        self,
        tab: QueueFilter = QueueFilter.ALL,
        column: QueueColumn = QueueColumn.POSITION,
        descending: bool = False,
        text: str = "",
        cause: Cause | None = None,
    ) -> array.array[int]:
        """The ids of a tab in order, or of what stands still because of ``cause``, as ``array('q')``.

        100,000 of them are 800 kB.
        """
        return await self._queue.order(tab, column, descending, text, cause)

    async def arranged(
        self, column: QueueColumn, descending: bool, unfolded: Collection[BatchId]
    ) -> array.array[int]:
        """The ids of all rows as ``array('q')``; a batch of several has its own id below zero.

        The rows of the batches in ``unfolded`` follow it; those of the others are not listed.
        """
        return await self._queue.listing.arranged(column, descending, unfolded)

    async def batches(self, ids: Sequence[BatchId]) -> list[Batch]:
        """These batches in sums; those that have no rows any more are left out."""
        return await self._queue.listing.batches(ids)

    async def rows_of(self, ids: Sequence[BatchId]) -> list[TransferId]:
        """The rows of these batches, by place."""
        return await self._queue.listing.rows_of(ids)

    async def links_of(self, ids: Sequence[BatchId]) -> list[LinkFacts]:
        """The links that the rows of these batches have, by place."""
        return await self._queue.listing.links_of(ids)

    async def rows(self, ids: Sequence[TransferId]) -> list[Transfer]:
        """These rows, in the order asked; unknown ids are left out."""
        return await self._queue.rows(ids)

    async def row(self, transfer_id: TransferId) -> Transfer:
        """One row. Raises ``LookupError`` when it is gone."""
        return await self._queue.row(transfer_id)

    def take_progress(self) -> Mapping[TransferId, Progress]:
        """What moved since the last call. Any thread."""
        return self._queue.take_progress()

    def summary(self) -> QueueSummary:
        """The queue in one glance. Any thread, cheap."""
        return replace(self._queue.summary(), scans=self._scans.running)
