"""What an upload would send although the account has it: found by size and checksum, copied on the server."""

import asyncio
import logging
import threading
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from fichier_gui.app.browse import Browse
from fichier_gui.app.remote_folders import FolderMaker, Listing, Make
from fichier_gui.app.service import Folders
from fichier_gui.app.upload_plan import sent_after_all
from fichier_gui.app.views import AlreadyThere, PlannedUpload, UploadPlan
from fichier_gui.app.workers import Workers
from fichier_gui.catalogue.refresh import Refresher
from fichier_gui.catalogue.survey import Content, PlacedFile, Survey
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AppError, DiskProblem, UnexpectedAnswer
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.transfers.hashing import HashStopped, hash_file
from fichier_gui.transfers.ports import Checksums

logger = logging.getLogger(__name__)

MOST_COPIED: Final = 100
"""Links in one call of ``file/cp``."""

Copy = Callable[[Sequence[FileUrl], FolderId, str | None], Awaitable[Mapping[FileUrl, FileUrl]]]
"""``file/cp`` into a folder, perhaps under another name (of one file): new link by old link."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What came of the copies of a plan."""

    files: tuple[RemoteFile, ...]
    """Their new links."""
    plan: UploadPlan
    """What is left to send, with what could not be copied."""


class Duplicating:
    """Compares before an upload, and copies on the server what need not be sent."""

    def __init__(
        self,
        survey: Survey,
        checksums: Checksums,
        readers: Workers,
        listing: Listing,
        make: Make,
        copy: Copy,
        stored: Callable[[FolderId, RemoteFile], Awaitable[None]],
        clock: Clock,
    ) -> None:
        self._survey = survey
        self._checksums = checksums
        self._readers = readers
        self._listing = listing
        self._make = make
        self._copy = copy
        self._stored = stored
        self._clock = clock

    async def looked_up(self, plan: UploadPlan) -> UploadPlan:
        """``plan`` with what of it the account is known to have. No request.

        Only files that have the very size of a known one are read. Cancelling ends that. A catalogue that
        cannot be read knows of nothing.
        """
        try:
            return await self._compared(plan)
        except DiskProblem as error:
            logger.warning("nothing is known to be there already: %s", error.code)
            return plan

    async def _compared(self, plan: UploadPlan) -> UploadPlan:
        whole = [file for file in plan.files if file.part_offset is None]
        if self._checksums.provider is None or not whole:
            return plan
        sizes = await self._survey.sizes({file.size for file in whole})
        sums: dict[Content, list[PlannedUpload]] = defaultdict(list)
        for file in whole:
            if file.size in sizes and (digest := await self._digest(file)) is not None:
                sums[file.size, digest].append(file)
        known = await self._survey.with_contents(sums.keys())
        there = [
            AlreadyThere(file, found.file, found.path, is_in_place=_is_in_place(plan, file, found))
            for content, found in known.items()
            for file in sums[content]
        ]
        return replace(plan, there=tuple(there))

    async def carry_out(self, plan: UploadPlan) -> Copied:
        """Make the copies of a plan. What the service refuses to copy is to be sent after all.

        Raises what making a folder raises.
        """
        if not plan.copies:
            return Copied((), plan)
        maker = FolderMaker(self._listing, self._make)
        ids = await maker.make_all(
            plan.folder_id, [folder for folder in plan.folders if _needs(plan, folder)]
        )
        done = [one.found for one in plan.copies if one.is_in_place]
        failed: list[AlreadyThere] = []
        for (folder_id, name), batch in _batches(plan, ids):
            try:
                done += await self._copied(folder_id, name, batch)
            except AppError as error:
                logger.warning("%d files are sent, for they were not copied: %s", len(batch), error.code)
                failed += batch
        return Copied(tuple(done), sent_after_all(plan, failed))

    async def _copied(
        self, folder_id: FolderId, name: str | None, batch: Sequence[AlreadyThere]
    ) -> list[RemoteFile]:
        links = await self._copy([one.found.url for one in batch], folder_id, name)
        made = []
        for one in batch:
            if (link := links.get(one.found.url)) is None:
                raise UnexpectedAnswer("file/cp left one out")
            now = self._clock.time()
            made.append(replace(one.found, url=link, name=one.file.name, added_at=now, has_password=False))
            await self._stored(folder_id, made[-1])
        return made

    async def _digest(self, file: PlannedUpload) -> str | None:
        """None for a file that cannot be read: the upload will say so."""
        stop = threading.Event()
        try:
            return await self._readers.run(hash_file, Path(file.path), self._checksums.new(), stop.is_set)
        except asyncio.CancelledError:
            stop.set()
            raise
        except (AppError, HashStopped):
            return None


def new_duplicating(
    survey: Survey,
    checksums: Checksums,
    readers: Workers,
    folders: Folders,
    refresher: Refresher,
    browse: Browse,
) -> Duplicating:
    """That of the program. The user waits for it, so it asks as a click does."""
    return Duplicating(
        survey,
        checksums,
        readers,
        browse.listing,
        browse.make_folder,
        folders.copy_files,
        refresher.stored,
        browse.clock,
    )


def _is_in_place(plan: UploadPlan, file: PlannedUpload, found: PlacedFile) -> bool:
    target = f"{plan.folder_path.rstrip('/')}/{file.folder}".rstrip("/") or "/"
    return found.path == target and found.file.name == file.name


def _needs(plan: UploadPlan, folder: str) -> bool:
    """A copy goes there, or below."""
    return any(f"{one.file.folder}/".startswith(f"{folder}/") for one in plan.copies if not one.is_in_place)


Target = tuple[FolderId, str | None]
"""A folder, and the new name of the one file that gets another."""


def _batches(plan: UploadPlan, ids: Mapping[str, FolderId]) -> Iterator[tuple[Target, list[AlreadyThere]]]:
    """Another name is given to one file at a time; what keeps its own goes by the hundred."""
    same: dict[FolderId, list[AlreadyThere]] = defaultdict(list)
    for one in plan.copies:
        if one.is_in_place:
            continue
        folder_id = ids[one.file.folder]
        if one.found.name != one.file.name:
            yield (folder_id, one.file.name), [one]
        elif any(other.found.url == one.found.url for other in same[folder_id]):
            # One link is asked for once in one call.
            yield (folder_id, None), [one]
        else:
            same[folder_id].append(one)
    for folder_id, batch in same.items():
        for first in range(0, len(batch), MOST_COPIED):
            yield (folder_id, None), batch[first : first + MOST_COPIED]
