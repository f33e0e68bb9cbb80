"""What the catalogue learns from an edit, and what lies in a folder according to the service."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from fichier_gui.app.organising.run import Run
from fichier_gui.catalogue.refresh import SERVICE_INTERVAL, Refresher
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import (
    AccessProblem,
    ConnectionLost,
    ServiceOverloaded,
    TimedOut,
    UnexpectedAnswer,
)
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.organising import Act, Outcome, Placed, Step, StepState
from fichier_gui.domain.remote import FolderListing, RemoteFile, RemoteFolder
from fichier_gui.domain.waiting import NETWORK_CEILING, backoff

_TRIES: Final = 4
"""Questions for one folder of a plan."""


class Known:
    """The catalogue as edits use it."""

    def __init__(self, refresher: Refresher, clock: Clock) -> None:
        self._refresher = refresher
        self._clock = clock

    def path_of(self, folder_id: FolderId) -> str:
        """As far as known."""
        return self._refresher.tree.path_of(folder_id)

    async def listing(self, folder_id: FolderId, max_age: float = 0.0) -> FolderListing:
        """The folder as the service showed it at most so many seconds ago; 0 asks it now."""
        return await self._refresher.listing(folder_id, not_older_than=self._clock.time() - max_age)

    async def persistent_listing(self, folder_id: FolderId, max_age: float) -> FolderListing:
        """As :meth:`listing`; an overloaded server is asked again: one bad answer ends no plan."""
        tries = 0
        while True:
            try:
                return await self.listing(folder_id, max_age)
            except (ServiceOverloaded, UnexpectedAnswer, ConnectionLost, TimedOut):
                tries += 1
                if tries >= _TRIES:
                    raise
                await self._clock.sleep(backoff(tries, random.random(), ceiling=NETWORK_CEILING))

    async def placed(self, url: FileUrl, *, is_sure: bool) -> Placed | None:
        """A file and its folder as far as known; ``is_sure``: as the service showed it in the last 30 s."""
        known = await self._refresher.place(url)
        if known is None or not is_sure:
            return None if known is None else Placed(*known)
        folder, _file = known
        try:
            listing = await self.listing(folder, SERVICE_INTERVAL)
        except AccessProblem:
            return None
        return next((Placed(folder, file) for file in listing.files if file.url == url), None)

    def show_again(self, run: Run, outcomes: Mapping[int, Outcome]) -> None:
        """What was shown of these steps may not hold any more."""
        for folder in {run.steps[number].folder for number in outcomes} | {
            target for number in outcomes if (target := run.target_of(number)) is not None
        }:
            self._refresher.show_again(folder)

    async def take(self, run: Run, outcomes: Mapping[int, Outcome]) -> None:
        """Note what the service confirmed."""
        done = {number: one for number, one in outcomes.items() if one.state is StepState.DONE}
        gone = [file.url for file in _files_of(run, done, Act.DELETE)]
        if gone:
            await self._refresher.files_removed(gone)
        for folder, files in self._arrived(run, done).items():
            await self._refresher.files_put(folder, files)
        for number, outcome in done.items():
            step = run.with_target(number)
            if isinstance(step.item, RemoteFolder):
                await self._take_folder(step, step.item, outcome)

    def _arrived(self, run: Run, done: Mapping[int, Outcome]) -> dict[FolderId, list[RemoteFile]]:
        """The files that are in a folder, or have a name, that is new to the catalogue."""
        arrived: dict[FolderId, list[RemoteFile]] = {}
        for number, outcome in done.items():
            step = run.with_target(number)
            if not isinstance(step.item, RemoteFile) or step.act is Act.DELETE:
                continue
            folder = step.folder if step.act is Act.RENAME else step.target
            if folder is not None:
                arrived.setdefault(folder, []).append(self._after(step, step.item, outcome))
        return arrived

    def _after(self, step: Step, file: RemoteFile, outcome: Outcome) -> RemoteFile:
        if step.act is Act.RENAME:
            return replace(file, name=outcome.name or step.name)
        if step.act is Act.COPY:
            url = outcome.url or FileUrl("")
            return replace(file, url=url, added_at=self._clock.time(), has_password=False, has_acl=False)
        return file

    async def _take_folder(self, step: Step, folder: RemoteFolder, outcome: Outcome) -> None:
        refresher = self._refresher
        # Between planning and now it may have been listed again, and more be known of it.
        known = refresher.tree.get(folder.id) or folder
        if step.act is Act.REMOVE_FOLDER:
            await refresher.folder_removed(folder.id)
        elif step.act is Act.RENAME_FOLDER:
            new = replace(known, name=outcome.name or step.name)
            parent = refresher.tree.parent(folder.id)
            await refresher.folder_stored(step.folder if parent is None else parent, new)
        elif step.act is Act.MOVE_FOLDER and step.target is not None:
            await refresher.folder_stored(step.target, known)
        elif step.act is Act.MAKE_FOLDER and step.target is not None and outcome.folder is not None:
            made = RemoteFolder(outcome.folder, outcome.name or folder.name, created_at=self._clock.time())
            await refresher.folder_made(step.target, made)


def _files_of(run: Run, numbers: Iterable[int], act: Act) -> list[RemoteFile]:
    steps = (run.steps[number] for number in numbers)
    return [step.item for step in steps if step.act is act and isinstance(step.item, RemoteFile)]
