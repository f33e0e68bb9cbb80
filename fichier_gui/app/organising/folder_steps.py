"""The steps that the service takes one at a time: making, naming, moving and removing folders."""

import random
from collections.abc import Awaitable, Callable, Mapping
from typing import Final, Protocol, TypeVar

from fichier_gui.app.organising.asking import EditService
from fichier_gui.app.organising.knowing import Known
from fichier_gui.app.organising.ledger import Ledger
from fichier_gui.app.organising.run import Run
from fichier_gui.app.organising.truth import DONE
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import (
    AccessProblem,
    AppError,
    FolderExists,
    FolderNotEmpty,
    NetworkProblem,
    NoChange,
    NotFound,
    RequestProblem,
    ServiceOverloaded,
    UnexpectedAnswer,
)
from fichier_gui.domain.organising import Act, Outcome, Step, StepState
from fichier_gui.domain.remote import FolderListing, RemoteFolder
from fichier_gui.domain.waiting import NETWORK_CEILING, backoff

LAG: Final = (2.0, 3.0, 5.0, 10.0, 20.0)
"""Seconds before a folder whose files were just deleted is removed again: listings lag behind."""
_TRIES: Final = 8
_DOUBTFUL: Final = (NetworkProblem, ServiceOverloaded, UnexpectedAnswer)

T = TypeVar("T")
Settle = Callable[[Run, Mapping[int, Outcome]], Awaitable[None]]


class Patiently(Protocol):
    """See ``Sender.patiently``."""

    def __call__(self, ask: Callable[[bool], Awaitable[T]]) -> Awaitable[T]:
        """Make the call."""
        ...


class FolderSteps:
    """All of them may be asked for twice; a folder that may have been made is looked for first."""

    def __init__(
        self,
        service: EditService,
        known: Known,
        ledger: Ledger,
        clock: Clock,
        settle: Settle,
        patiently: Patiently,
    ) -> None:
        self._service = service
        self._known = known
        self._ledger = ledger
        self._clock = clock
        self._settle = settle
        self._patiently = patiently

    async def carry_out(self, run: Run, number: int) -> None:
        """Until the step is over, or the edit is cancelled."""
        is_doubtful = run.outcomes[number].state is StepState.SENT
        tries = waits = 0
        while not run.is_cancelled:
            step = run.with_target(number)
            if is_doubtful and step.act is Act.MAKE_FOLDER and (made := await self._found(step)):
                await self._settle(run, {number: made})
                return
            await self._ledger.sent(run, [number])
            try:
                outcome = await self._asked(step)
            except _DOUBTFUL as error:
                tries += 1
                is_doubtful = True
                outcome = Outcome(StepState.FAILED, error)
                if tries < _TRIES or isinstance(error, NetworkProblem):
                    await self._clock.sleep(backoff(tries, random.random(), ceiling=NETWORK_CEILING))
                    continue
            except FolderNotEmpty as error:
                outcome = Outcome(StepState.FAILED, error)
                if waits < len(LAG) and _was_emptied(run, number):
                    await self._clock.sleep(LAG[waits])
                    waits += 1
                    continue
            except (AccessProblem, RequestProblem) as error:
                outcome = await self._refused(step, error, is_doubtful=is_doubtful)
            await self._settle(run, {number: outcome})
            return

    async def _asked(self, step: Step) -> Outcome:
        return await self._patiently(lambda is_patient: self._ask(step, is_patient))

    async def _ask(self, step: Step, is_patient: bool) -> Outcome:
        folder, target = step.item, step.target
        assert isinstance(folder, RemoteFolder)
        if step.act is Act.RENAME_FOLDER:
            stored = await self._service.rename_folder(folder.id, step.name, is_patient)
            return Outcome(StepState.DONE, name=stored)
        if step.act is Act.REMOVE_FOLDER:
            await self._service.remove_folder(folder.id, is_patient)
            return DONE
        assert target is not None
        if step.act is Act.MOVE_FOLDER:
            await self._service.move_folder(folder.id, target, is_patient)
            return DONE
        made, name = await self._service.make_folder(target, folder.name, is_patient)
        return Outcome(StepState.DONE, folder=made, name=name)

    async def _refused(self, step: Step, error: AppError, *, is_doubtful: bool) -> Outcome:
        """``is_doubtful``: an earlier call may have done it, and the words of this refusal are not known."""
        if isinstance(error, NoChange):
            return DONE
        if isinstance(error, NotFound) and step.act is Act.REMOVE_FOLDER:
            return DONE
        if is_doubtful or (isinstance(error, FolderExists) and step.act is Act.MAKE_FOLDER):
            return await self._found(step) or Outcome(StepState.FAILED, error)
        return Outcome(StepState.FAILED, error)

    async def _found(self, step: Step) -> Outcome | None:
        """The listing shows that the step is done. A new folder's name was free when the edit was planned."""
        place = step.target if step.target is not None else step.folder
        try:
            listing = await self._known.listing(place)
        except (AccessProblem, RequestProblem, ServiceOverloaded, NetworkProblem):
            return None
        return _done(step, listing)


def _done(step: Step, listing: FolderListing) -> Outcome | None:
    item = step.item
    assert isinstance(item, RemoteFolder)
    if step.act is Act.REMOVE_FOLDER:
        is_gone = listing.is_complete and all(folder.id != item.id for folder in listing.folders)
        return DONE if is_gone else None
    for folder in listing.folders:
        if step.act is Act.MAKE_FOLDER and folder.name == item.name:
            return Outcome(StepState.DONE, folder=folder.id, name=folder.name)
        if folder.id == item.id and (step.act is Act.MOVE_FOLDER or folder.name == step.name):
            return Outcome(StepState.DONE, name=folder.name if step.act is Act.RENAME_FOLDER else "")
    return None


def _was_emptied(run: Run, number: int) -> bool:
    """Everything known to be in it was removed by this edit."""
    folder = run.steps[number].item
    inside = (
        index
        for index, step in enumerate(run.steps[:number])
        if isinstance(folder, RemoteFolder) and step.folder == folder.id
    )
    return all(run.outcomes[index].state is StepState.DONE for index in inside)
