"""An upload that takes the place of an older file: the service overwrites nothing, so that goes afterwards.

What is to be replaced is on the disk before the row is queued. Nothing is deleted but what stood in the
folder under the same name when the user said so, and only once a later listing shows the new file, verified,
beside it. Whatever else happens, both stay.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from fichier_gui.app.organising.organising import Organising
from fichier_gui.app.remote_folders import Listing
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.views import UploadPlan
from fichier_gui.app.workers import Workers
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AccessProblem, AppError, DiskProblem
from fichier_gui.domain.events import Event, OlderKept, UploadFinished
from fichier_gui.domain.ids import FileUrl, FolderId, TransferId
from fichier_gui.domain.organising import Placed
from fichier_gui.domain.remote import FolderListing, RemoteFile
from fichier_gui.domain.transfers import State, Transfer, Verification
from fichier_gui.system.text_file import AtomicText

logger = logging.getLogger(__name__)

LOOK_AGAIN: Final = 60.0
"""Seconds before a folder that did not show the new file is read again."""
LOOKS: Final = 5


@dataclass(frozen=True, slots=True)
class Replacement:
    """One file that is to take the place of others."""

    path: str
    """Of the source."""
    name: str
    folder: FolderId
    older: tuple[FileUrl, ...]
    after: TransferId
    """Its row has a greater id: what was sent earlier replaces nothing."""

    def is_row(self, transfer: Transfer) -> bool:
        """It was queued for this, or later from the same file to the same place."""
        return (
            transfer.id > self.after
            and transfer.local_path == self.path
            and transfer.name == self.name
            and transfer.folder_id == self.folder
            and transfer.part_offset is None
        )


class Rows(Protocol):
    """What the journal says of uploads."""

    async def last_id(self) -> TransferId:
        """The greatest that was ever given."""
        ...

    async def uploads_after(self, transfer_id: TransferId, path: str) -> list[Transfer]:
        """Those of one source with greater ids, in order."""
        ...


class Replacements:
    """Lives on the core's loop. ``hear`` takes the queue's events; ``catch_up`` is for the start."""

    def __init__(
        self,
        memory: AtomicText,
        rows: Rows,
        listing: Listing,
        organising: Callable[[], Awaitable[Organising]],
        disk: Workers,
        clock: Clock,
        scope: TaskScope,
        emit: Callable[[Event], None],
        *,
        acts: bool,
    ) -> None:
        """``acts``: False for a command, which leaves it to the next window."""
        self._memory = memory
        self._rows = rows
        self._listing = listing
        self._organising = organising
        self._disk = disk
        self._clock = clock
        self._scope = scope
        self._emit = emit
        self._acts = acts
        self._wanted: tuple[Replacement, ...] | None = None
        self._turn = asyncio.Lock()
        self._must_look = False
        self._looking: asyncio.Task[None] | None = None

    async def expect(self, plan: UploadPlan) -> None:
        """Its files are queued next. Committed when this returns. Raises ``DiskProblem`` leaves.

        What is sent again to be kept beside the older file takes nobody's place, whatever was said before.
        """
        if not plan.replaces:
            await self._unwant(plan)
        if not plan.replaces or not plan.twins:
            return
        after = await self._rows.last_id()
        new = [
            Replacement(file.path, file.name, plan.folder_id, plan.older[file.name], after)
            for file in plan.twins
            if plan.older.get(file.name)
        ]
        async with self._turn:
            await self._keep((*await self._load(), *new))

    async def _unwant(self, plan: UploadPlan) -> None:
        sent = {(file.path, file.name) for file in plan.files if not file.folder}
        async with self._turn:
            before = await self._load()
            kept = [
                each for each in before if each.folder != plan.folder_id or (each.path, each.name) not in sent
            ]
            await self._keep(tuple(kept))

    def hear(self, event: Event) -> None:
        """Look whether it was one of these."""
        if not self._acts or not self._wanted or not isinstance(event, UploadFinished):
            return
        if any(wanted.is_row(event.transfer) for wanted in self._wanted):
            self._look_soon()

    async def catch_up(self) -> None:
        """What an earlier run left; what has no row any more is forgotten."""
        async with self._turn:
            left = [each for each in await self._load() if await self._row_of(each) is not None]
            await self._keep(tuple(left))
        if left:
            self._look_soon()

    def _look_soon(self) -> None:
        self._must_look = True
        if self._looking is None or self._looking.done():
            self._looking = self._scope.start(self._look(), "replace older files")

    async def _look(self) -> None:
        looks = 0
        while True:
            self._must_look = False
            unseen = await self._pass()
            if unseen and looks + 1 < LOOKS:
                looks += 1
                await self._clock.sleep(LOOK_AGAIN)
            elif unseen:
                await self._settle(unseen, kept=unseen)
            elif not self._must_look:
                return

    async def _pass(self) -> list[Replacement]:
        """Replace what can be replaced now. Those whose new file its folder does not show yet."""
        ready: dict[FolderId, list[tuple[Replacement, Transfer]]] = {}
        for wanted in await self._load():
            row = await self._row_of(wanted)
            if row is not None and row.state is State.DONE:
                ready.setdefault(wanted.folder, []).append((wanted, row))
        unseen: list[Replacement] = []
        for folder, pairs in ready.items():
            try:
                unseen += await self._replace_in(folder, pairs)
            except AccessProblem:
                # The folder is gone, or not ours to change.
                here = [wanted for wanted, _row in pairs]
                await self._settle(here, kept=here)
            except AppError as error:
                logger.warning("older files wait for a later look: %s", error.code)
        return unseen

    async def _replace_in(
        self, folder: FolderId, pairs: Sequence[tuple[Replacement, Transfer]]
    ) -> list[Replacement]:
        good = [(wanted, row) for wanted, row in pairs if row.verification is Verification.VERIFIED]
        doubtful = [wanted for wanted, row in pairs if row.verification is not Verification.VERIFIED]
        await self._settle(doubtful, kept=doubtful)
        if not good:
            return []
        ended = max(row.finished_at or 0.0 for _wanted, row in good)
        listing = await self._listing(folder, max(0.0, self._clock.time() - ended))
        seen = [(wanted, row) for wanted, row in good if _shows(listing, row)]
        doomed = {file.url: file for wanted, row in seen for file in _older(listing, wanted, row)}
        if doomed:
            organising = await self._organising()
            plan = await organising.plan_delete([Placed(folder, file) for file in doomed.values()])
            # On the disk when this returns: from then on it is the edit's own affair.
            await organising.delete(plan, wait=0.0)
        await self._settle([wanted for wanted, _row in seen])
        return [wanted for wanted, row in good if not _shows(listing, row)]

    async def _row_of(self, wanted: Replacement) -> Transfer | None:
        """The first that is done, else one that may be."""
        rows = await self._rows.uploads_after(wanted.after, wanted.path)
        own = [row for row in rows if wanted.is_row(row)]
        return next((row for row in own if row.state is State.DONE), own[0] if own else None)

    async def _settle(self, done: Iterable[Replacement], *, kept: Sequence[Replacement] = ()) -> None:
        gone = set(done)
        if gone:
            async with self._turn:
                await self._keep(tuple(each for each in await self._load() if each not in gone))
        for each in kept:
            self._emit(OlderKept(each.name))

    async def _load(self) -> tuple[Replacement, ...]:
        if self._wanted is None:
            self._wanted = await self._disk.run(self._read)
        return self._wanted

    def _read(self) -> tuple[Replacement, ...]:
        try:
            return tuple(_from_wire(each) for each in json.loads(self._memory.load() or "[]"))
        except (DiskProblem, ValueError, TypeError, KeyError) as error:
            logger.warning("The list of files to replace is not usable: %s", type(error).__name__)
            return ()

    async def _keep(self, wanted: tuple[Replacement, ...]) -> None:
        if wanted != self._wanted:
            await self._disk.run(self._memory.save, json.dumps([_to_wire(each) for each in wanted]))
            self._wanted = wanted


def _shows(listing: FolderListing, row: Transfer) -> bool:
    """The new file is there, under its name, with the content that was verified."""
    return any(
        file.url == row.url and file.name == row.name and file.checksum in (None, row.checksum)
        for file in listing.files
    )


def _older(listing: FolderListing, wanted: Replacement, row: Transfer) -> list[RemoteFile]:
    """What the user saw there, as far as it still has that name."""
    return [
        file
        for file in listing.files
        if file.url in wanted.older and file.url != row.url and file.name == wanted.name
    ]


def _to_wire(wanted: Replacement) -> dict[str, Any]:
    return {
        "path": wanted.path,
        "name": wanted.name,
        "folder": wanted.folder,
        "older": wanted.older,
        "after": wanted.after,
    }


def _from_wire(wire: dict[str, Any]) -> Replacement:
    older = tuple(FileUrl(str(url)) for url in wire["older"])
    folder, after = FolderId(int(wire["folder"])), TransferId(int(wire["after"]))
    return Replacement(str(wire["path"]), str(wire["name"]), folder, older, after)
