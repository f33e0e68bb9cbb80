"""Carries an edit out: arrays for files, one call for a folder, and a look where an answer is missing.

Every act but copying may be asked for twice without harm. So what may or may not have been done is asked for
again, and what came of it is read from a listing; a copy is looked for first, else there would be two.
Refusals are few: the service bans who makes many.
"""

import random
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from fichier_gui.app.organising.asking import EditService
from fichier_gui.app.organising.folder_steps import FolderSteps
from fichier_gui.app.organising.knowing import Known
from fichier_gui.app.organising.ledger import Ledger
from fichier_gui.app.organising.run import Run
from fichier_gui.app.organising.truth import DONE, Evidence, judge
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import (
    AccessProblem,
    AppError,
    NetworkProblem,
    NetworkRefused,
    NetworkUnavailable,
    NoChange,
    NotFound,
    OneLocation,
    OwnerLocked,
    PremiumRequired,
    ProxyFailed,
    RequestProblem,
    ServiceBusy,
    ServiceOverloaded,
    TlsFailed,
    UnexpectedAnswer,
)
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.organising import Act, Outcome, StepState
from fichier_gui.domain.remote import FolderListing, RemoteFile
from fichier_gui.domain.waiting import NETWORK_CEILING, backoff

ARRAY: Final = 100
"""Items in one call. The most that the service takes is not known; its documented arrays hold a hundred."""
TRIES: Final = 8
"""Calls of one array that may end without an answer."""
_LOOKS: Final = 2
_MOST_LOOKED_AT: Final = 4
"""Folders that are listed to settle one array."""
_KNOWN_FOR: Final = 600.0
_MOST_SPLITS: Final = 20
"""Arrays of one edit that are taken apart: then what is refused is believed as it stands."""
_SPEAKS_OF_ALL: Final = (NetworkRefused, OneLocation, OwnerLocked, PremiumRequired)
"""Refusals that have nothing to do with the item."""
_DOUBTFUL: Final = (NetworkProblem, ServiceOverloaded, UnexpectedAnswer)
_NEVER_LEFT: Final = (NetworkUnavailable, TlsFailed, ProxyFailed)

_SILENT: Final = "the answer does not speak of it"

T = TypeVar("T")
Note = Callable[[Run, Mapping[int, Outcome]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Answer:
    rest: list[int]
    """What is not done, or not known to be."""
    refusal: AppError | None = None
    """Of all of it."""
    is_clear: bool = True
    """False: nothing came back, ask again."""


class Sender:
    """Raises ``KeyProblem`` and ``DiskProblem`` leaves: the run then stays as it is, on disk too."""

    def __init__(
        self,
        service: EditService,
        known: Known,
        ledger: Ledger,
        clock: Clock,
        note: Note,
        told: Callable[[Run], None],
        may: Callable[[Run], bool],
    ) -> None:
        self._may = may
        self._service = service
        self._known = known
        self._ledger = ledger
        self._clock = clock
        self._note = note
        self._told = told
        self._array = ARRAY
        self._folders = FolderSteps(service, known, ledger, clock, self.settle, self.patiently)

    async def carry_out(self, run: Run) -> None:
        """Until every step is over, or the account is another one."""
        while not run.is_cancelled and self._may(run) and (group := self._next_group(run)):
            step = run.steps[group[0]]
            if (lost := self._lost(run, group[0])) is not None:
                await self.settle(run, {group[0]: lost})
            elif step.act.takes_many:
                await self._files(run, group)
            else:
                await self._folders.carry_out(run, group[0])
        left = run.open_steps()
        if left and run.is_cancelled:
            await self.settle(run, dict.fromkeys(left, Outcome(StepState.CANCELLED)))

    async def settle(self, run: Run, outcomes: Mapping[int, Outcome]) -> None:
        """Note how steps ended: the catalogue, the disk, those who watch."""
        if not outcomes:
            return
        await self._known.take(run, outcomes)
        # Before it counts as done: what a run that ends here has not noted, nobody would.
        await self._note(run, outcomes)
        await self._ledger.settled(run, outcomes)
        self._known.show_again(run, outcomes)
        self._told(run)

    async def patiently(self, ask: Callable[[bool], Awaitable[T]]) -> T:
        """A single call is a click; while the service wants patience it becomes one that waits."""
        try:
            return await ask(False)
        except ServiceOverloaded:
            raise
        except ServiceBusy:
            return await ask(True)

    def _next_group(self, run: Run) -> list[int]:
        """The next steps that go together, in the order of the edit."""
        group: list[int] = []
        for number in run.open_steps():
            step = run.steps[number]
            if group and _togetherness(run, number) != _togetherness(run, group[0]):
                break
            group.append(number)
            if not step.act.takes_many or len(group) >= self._array or self._lost(run, number):
                break
        return group

    def _lost(self, run: Run, number: int) -> Outcome | None:
        """The folder that it was to go into was not made."""
        into = run.steps[number].into
        if into is None or run.outcomes[into].folder is not None:
            return None
        return Outcome(StepState.FAILED, run.outcomes[into].error or NotFound())

    async def _files(self, run: Run, group: list[int]) -> None:
        doubtful = [number for number in group if run.outcomes[number].state is StepState.SENT]
        if doubtful:
            # An earlier run ended between the request and its answer.
            open_ = set(await self._look(run, doubtful, was_refused=False))
            group = [number for number in group if number not in doubtful or number in open_]
        if group:
            await self._ask_until_clear(run, group, looks=0)

    async def _ask_until_clear(self, run: Run, group: list[int], looks: int) -> None:
        tries = 0
        while group and not run.is_cancelled:
            answer = await self._tried(run, group, tries + 1)
            if not answer.is_clear:
                tries += 1
                group = answer.rest
            elif not answer.rest or await self._believed(run, group, answer):
                return
            elif looks >= _LOOKS:
                await self._split(run, answer.rest, answer.refusal)
                return
            else:
                looks += 1
                group = await self._look(run, answer.rest, was_refused=True)
                if answer.refusal is not None and len(group) == len(answer.rest):
                    await self._split(run, group, answer.refusal)
                    return

    async def _tried(self, run: Run, group: list[int], tries: int) -> _Answer:
        """One call, once it is on disk that it leaves."""
        await self._prepare(run, group)
        try:
            return _Answer(await self._answered(run, group))
        except _NEVER_LEFT:
            await self._clock.sleep(backoff(tries, random.random(), ceiling=NETWORK_CEILING))
            return _Answer(group, is_clear=False)
        except _DOUBTFUL as error:
            return _Answer(await self._after_doubt(run, group, error, tries), is_clear=False)
        except (AccessProblem, RequestProblem) as error:
            return _Answer(group, error)

    async def _believed(self, run: Run, group: list[int], answer: _Answer) -> bool:
        """What was said of one item alone, or of everything, needs no second look."""
        if len(group) == 1:
            await self.settle(run, {group[0]: _single(run.steps[group[0]].act, answer.refusal)})
            return True
        if isinstance(answer.refusal, _SPEAKS_OF_ALL):
            failed = Outcome(StepState.FAILED, answer.refusal)
            await self.settle(run, dict.fromkeys(run.open_steps(), failed))
            return True
        return False

    async def _after_doubt(self, run: Run, group: list[int], error: AppError, tries: int) -> list[int]:
        """What is still to be asked for after a call without an answer."""
        await self._clock.sleep(backoff(tries, random.random(), ceiling=NETWORK_CEILING))
        rest = await self._look(run, group, was_refused=False)
        if tries < TRIES or isinstance(error, NetworkProblem):
            return rest
        await self.settle(run, dict.fromkeys(rest, Outcome(StepState.FAILED, error)))
        return []

    async def _split(self, run: Run, group: list[int], refusal: AppError | None) -> None:
        """One bad item may refuse a whole array: halves find it."""
        run.splits += 1
        if run.splits > _MOST_SPLITS:
            error = refusal or UnexpectedAnswer(_SILENT)
            await self.settle(run, dict.fromkeys(group, Outcome(StepState.FAILED, error)))
            return
        middle = max(1, len(group) // 2)
        for half in (group[:middle], group[middle:]):
            await self._ask_until_clear(run, half, looks=_LOOKS)
        is_all_done = all(run.outcomes[number].state is StepState.DONE for number in group)
        if refusal is not None and is_all_done and len(group) == self._array:
            # Nothing was wrong with any of them: there were too many.
            self._array = middle

    async def _prepare(self, run: Run, group: list[int]) -> None:
        """What must be on disk before the request."""
        step = run.with_target(group[0])
        if step.act is Act.COPY and step.target is not None and step.target not in run.before:
            listing = await self._listing(step.target, _KNOWN_FOR)
            urls = frozenset(file.url for file in listing.files) if listing is not None else frozenset()
            await self._ledger.before(run, step.target, urls)
        await self._ledger.sent(run, group)

    async def _answered(self, run: Run, group: list[int]) -> list[int]:
        """Ask, settle what the answer confirms, and return what it does not speak of."""
        by_url = {_url(run, number): number for number in group}

        async def ask(is_patient: bool) -> dict[FileUrl, Outcome]:
            return await self._ask(run, group, is_patient)

        answered = await self.patiently(ask)
        confirmed = {by_url[url]: outcome for url, outcome in answered.items() if url in by_url}
        await self.settle(run, confirmed)
        return [number for number in group if number not in confirmed]

    async def _ask(self, run: Run, group: list[int], is_patient: bool) -> dict[FileUrl, Outcome]:
        act, target = run.steps[group[0]].act, run.target_of(group[0])
        urls = [_url(run, number) for number in group]
        if act is Act.DELETE:
            return dict.fromkeys(await self._service.delete(urls, is_patient), DONE)
        if act is Act.RENAME:
            names = {_url(run, number): run.steps[number].name for number in group}
            stored = await self._service.rename(names, is_patient)
            return {url: Outcome(StepState.DONE, name=name) for url, name in stored.items()}
        assert target is not None
        if act is Act.MOVE:
            return dict.fromkeys(await self._service.move(urls, target, is_patient), DONE)
        copies = await self._service.copy(urls, target, is_patient, run.password_of(group[0]))
        return {url: Outcome(StepState.DONE, url=copy) for url, copy in copies.items()}

    async def _look(self, run: Run, group: Sequence[int], *, was_refused: bool) -> list[int]:
        """Read the folders that show how things are; settle what is clear, return the rest."""
        listings: dict[FolderId, FolderListing] = {}
        for folder in _to_look_at(run, group):
            listing = await self._listing(folder, 0.0)
            if listing is not None:
                listings[folder] = listing
        clear = judge(run, group, Evidence(listings), was_refused=was_refused)
        await self.settle(run, clear)
        return [number for number in group if number not in clear]

    async def _listing(self, folder_id: FolderId, max_age: float) -> FolderListing | None:
        """As often as it takes; None where the service does not show the folder."""
        tries = 0
        while True:
            try:
                return await self._known.listing(folder_id, max_age)
            except _DOUBTFUL as error:
                tries += 1
                if tries >= TRIES and not isinstance(error, NetworkProblem):
                    return None
                await self._clock.sleep(backoff(tries, random.random(), ceiling=NETWORK_CEILING))
            except (AccessProblem, RequestProblem):
                return None


def _togetherness(run: Run, number: int) -> tuple[object, ...]:
    """Steps of which this is the same can go in one call."""
    return run.steps[number].act, run.target_of(number), run.password_of(number)


def _url(run: Run, number: int) -> FileUrl:
    item = run.steps[number].item
    assert isinstance(item, RemoteFile)
    return item.url


def _to_look_at(run: Run, group: Sequence[int]) -> list[FolderId]:
    """The target first, then the folders of most of the items."""
    steps = [run.steps[number] for number in group]
    target = run.target_of(group[0]) if group else None
    sources = Counter(step.folder for step in steps if step.act is not Act.COPY)
    folders = [] if target is None else [target]
    folders += [folder for folder, _count in sources.most_common(_MOST_LOOKED_AT) if folder != target]
    return folders[:_MOST_LOOKED_AT]


def _single(act: Act, refusal: AppError | None) -> Outcome:
    """One item, and what the service said of it alone."""
    if isinstance(refusal, NoChange) or (refusal is None and act is Act.MOVE):
        return DONE
    if act is Act.DELETE and isinstance(refusal, NotFound):
        return DONE
    return Outcome(StepState.FAILED, refusal or UnexpectedAnswer(_SILENT))
