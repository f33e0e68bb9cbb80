"""Uploads and downloads: planned first, then queued."""

import array
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from fichier_gui.app.views import DownloadPlan, UploadPlan
from fichier_gui.domain.ids import BatchId, FolderId, TransferId
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.domain.transfers import (
    Answer,
    Move,
    Progress,
    QueueColumn,
    QueueFilter,
    QueueSummary,
    Transfer,
)


class Transfers:
    """Plans transfers and hands them to the queue. Coroutines run on the core's loop."""

    async def plan_upload(
        self, paths: Sequence[str], folder_id: FolderId, *, stop: threading.Event | None = None
    ) -> UploadPlan:
        """What sending ``paths`` (files and folders, absolute) to ``folder_id`` would do. No request."""
        raise NotImplementedError

    async def start_upload(self, plan: UploadPlan) -> BatchId:
        """Make the missing remote folders, then queue the files in one journal transaction.

        Raises what ``folder/mkdir`` raises; nothing is queued then.
        """
        raise NotImplementedError

    async def plan_download(
        self, items: Sequence[RemoteFile | RemoteFolder | str], folder: Path | None = None
    ) -> DownloadPlan:
        """What fetching ``items`` into ``folder`` would do; text is a link. None: the folder of the settings.

        Folders are walked, one listing each. What cannot be had is in ``skipped`` with its reason.
        """
        raise NotImplementedError

    async def start_download(self, plan: DownloadPlan) -> BatchId:
        """Queue the files in one journal transaction."""
        raise NotImplementedError

    async def pause(self, ids: Sequence[TransferId]) -> None:
        """Halt these; what was moved is kept."""
        raise NotImplementedError

    async def resume(self, ids: Sequence[TransferId]) -> None:
        """Queue paused rows again."""
        raise NotImplementedError

    async def retry(self, ids: Sequence[TransferId]) -> None:
        """Queue failed rows, and those that wait for an answer or a retry, again at once."""
        raise NotImplementedError

    async def cancel(self, ids: Sequence[TransferId]) -> None:
        """Stop and remove rows that have not ended; part files go."""
        raise NotImplementedError

    async def remove(self, ids: Sequence[TransferId]) -> None:
        """Take rows out of the list."""
        raise NotImplementedError

    async def move(self, ids: Sequence[TransferId], to: Move) -> None:
        """Change their place in the queue."""
        raise NotImplementedError

    async def answer(self, transfer_id: TransferId, answer: Answer) -> None:
        """The user's decision for a row in *Needs you*."""
        raise NotImplementedError

    async def pause_all(self) -> None:
        """Nothing runs and nothing starts until ``resume_all``; survives a restart."""
        raise NotImplementedError

    async def resume_all(self) -> None:
        """Undo ``pause_all``; rows paused one by one go on too."""
        raise NotImplementedError

    async def clear_done(self) -> None:
        """Take the finished rows out of the list."""
        raise NotImplementedError

    async def order(
        self,
        tab: QueueFilter = QueueFilter.ALL,
        column: QueueColumn = QueueColumn.POSITION,
        descending: bool = False,
        text: str = "",
    ) -> "array.array[int]":
        """The ids of a tab in order, as ``array('q')``: 100,000 of them are 800 kB."""
        raise NotImplementedError

    async def rows(self, ids: Sequence[TransferId]) -> list[Transfer]:
        """These rows, in the order asked; unknown ids are left out."""
        raise NotImplementedError

    async def row(self, transfer_id: TransferId) -> Transfer:
        """One row. Raises ``LookupError`` when it is gone."""
        raise NotImplementedError

    def take_progress(self) -> Mapping[TransferId, Progress]:
        """What moved since the last call. Any thread."""
        raise NotImplementedError

    def summary(self) -> QueueSummary:
        """The queue in one glance. Any thread, cheap."""
        raise NotImplementedError
