"""What the window and the commands ask for: edits that wait for their turn, run, and can be taken back."""

import asyncio
import contextlib
import itertools
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence

from fichier_gui.app.organising.asking import EditService
from fichier_gui.app.organising.deleted import DeletedList
from fichier_gui.app.organising.knowing import Known
from fichier_gui.app.organising.ledger import Ledger
from fichier_gui.app.organising.linked import Linked
from fichier_gui.app.organising.overlay import overlaid
from fichier_gui.app.organising.planning import KNOWN_FOR, Planner, places
from fichier_gui.app.organising.run import Run
from fichier_gui.app.organising.sending import Sender
from fichier_gui.app.tasks import TaskScope
from fichier_gui.catalogue.refresh import Refresher
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import DiskProblem, KeyProblem
from fichier_gui.domain.events import AccountUpdated, EditChanged, Event, SignedIn
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.organising import (
    DELETE_WAIT,
    REMEMBERED_EDITS,
    Act,
    DeletePlan,
    EditKind,
    EditReport,
    Outcome,
    Placed,
    Step,
    StepState,
)
from fichier_gui.domain.secret import Secret

logger = logging.getLogger(__name__)


class Organising:
    """One edit at a time, in the order in which they were asked for. On the core's loop."""

    def __init__(
        self,
        service: EditService,
        refresher: Refresher,
        ledger: Ledger,
        deleted: DeletedList,
        clock: Clock,
        scope: TaskScope,
        emit: Callable[[Event], None],
        account: Callable[[], str | None],
    ) -> None:
        self._known = Known(refresher, clock)
        self._refresher = refresher
        self.linked = Linked(service, self._known)
        self.plans = self._planner = Planner(self._known.persistent_listing, refresher.tree)
        self._ledger = ledger
        self.deleted = deleted
        self._clock = clock
        self._scope = scope
        self._emit = emit
        self._account = account
        self._sender = Sender(
            service, self._known, ledger, clock, self._note_deleted, self._on_settled, self._may_run
        )
        self._runs: dict[int, Run] = {}
        self._held: dict[int, tuple[Run, asyncio.Task[None]]] = {}
        self._copying = asyncio.Lock()
        self._numbers = itertools.count(1)
        self._worker: asyncio.Task[None] | None = None
        refresher.as_shown = lambda listing: overlaid(listing, [*self._runs.values(), *self._held_runs()])

    async def start(self) -> None:
        """Read what an earlier run left unfinished; it goes on once somebody is signed in."""
        left = await self._ledger.load()
        await self.deleted.trim()
        for run in left:
            run.is_written = True
            self._keep(run)
        self._numbers = itertools.count(max((run.id for run in left), default=0) + 1)

    def hear(self, event: Event) -> None:
        """Whoever signs in lets the edits of the account go on."""
        if isinstance(event, SignedIn | AccountUpdated):
            for run in self._runs.values():
                run.is_halted = False
            self._wake()

    # What can be asked for. Each returns the edit's number, or None when there is nothing to do.

    async def rename(self, names: Sequence[tuple[Placed, str]]) -> int | None:
        """New names for one item or many. Raises ``AccessDenied``."""
        await self.learn_rights(placed for placed, _name in names)
        return await self._begin(EditKind.RENAME, self._planner.rename(names))

    async def move(self, items: Sequence[Placed], target: FolderId) -> int | None:
        """Into another folder. Raises ``InsideItself``, ``AccessDenied``."""
        await self.learn_rights(items, target)
        return await self._begin(EditKind.MOVE, self._planner.move(items, target))

    async def move_as(self, placed: Placed, target: FolderId, name: str) -> int | None:
        """Into another folder under another name. Raises ``FolderExists`` too."""
        await self.learn_rights((placed,), target)
        return await self._begin(EditKind.MOVE, await self._planner.move_as(placed, target, name))

    async def copy(
        self,
        items: Sequence[Placed],
        target: FolderId,
        passwords: Mapping[FileUrl, Secret] | None = None,
    ) -> int | None:
        """Copies on the server, folders with all that is in them.

        Files of other accounts too, with the ``passwords`` that open them.
        """
        await self.learn_rights((), target)
        async with self._copying:
            steps = await self._planner.copy(items, target, self._promised(target))
            return await self._begin(EditKind.COPY, steps, passwords or {})

    async def plan_delete(self, items: Sequence[Placed]) -> DeletePlan:
        """What deleting these comes to; folders are read for it. Raises as :meth:`rename`."""
        await self.learn_rights(items)
        return await self._planner.delete(items)

    async def learn_rights(self, items: Iterable[Placed], target: FolderId | None = None) -> None:
        """Read the folders of others that are touched: only their own lists say what may be done there."""
        for folder_id in places(items, target):
            folder = self._refresher.tree.get(folder_id)
            if folder is not None and folder.owner is not None:
                await self._known.persistent_listing(folder_id, KNOWN_FOR)

    async def delete(self, plan: DeletePlan, *, wait: float = DELETE_WAIT) -> int | None:
        """Delete for good, once ``wait`` seconds have passed without :meth:`undo`.

        A program that ends before has deleted nothing.
        """
        if not plan.steps:
            return None
        if wait <= 0:
            return await self._begin(EditKind.DELETE, plan.steps)
        run = self._new_run(EditKind.DELETE, plan.steps)
        task = self._scope.start(self._held_back(run, wait), f"wait before edit {run.id}")
        self._held[run.id] = run, task
        self._show_again(run)
        return run.id

    async def carry_out(
        self, kind: EditKind, steps: Sequence[Step], passwords: Mapping[FileUrl, Secret] | None = None
    ) -> int | None:
        """What :attr:`plans` has made of a wish; ``passwords`` as for :meth:`copy`."""
        return await self._begin(kind, steps, passwords)

    async def undo(self, number: int | None = None) -> int | None:
        """Take an edit back, or the last one that can be: a deletion that waits, names, moves.

        What is under way of it stops first. Returns the number of the edit that takes it back; None when the
        edit was taken back before anything happened, or there is none.
        """
        number = self._last_undoable() if number is None else number
        if number in self._held:
            run, task = self._held.pop(number)
            task.cancel()
            self._show_again(run)
            return None
        known = self._runs.get(number) if number is not None else None
        if known is None or known.was_undone:
            return None
        await self.cancel(known.id)
        back = known.reverse(next(self._numbers))
        known.was_undone = True
        self._tell(known)
        return None if back is None else await self._enqueue(back)

    async def drop_held(self) -> None:
        """Deletions that still wait are never sent."""
        for number in tuple(self._held):
            await self.undo(number)

    async def settle(self, patience: float) -> None:
        """Send deletions that still wait, and wait for the end of what is under way, so many seconds at most.

        What is not done by then goes on when the account is opened next.
        """
        for run, task in tuple(self._held.values()):
            task.cancel()
            del self._held[run.id]
            await self._enqueue(run)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                for number, run in tuple(self._runs.items()):
                    if not run.is_over:
                        await self.finished(number)

    async def cancel(self, number: int) -> None:
        """Do no more of it; what the service has confirmed stays. Returns when it has stopped."""
        if self.stop(number):
            await self.finished(number)

    def stop(self, number: int) -> bool:
        """As :meth:`cancel`, without waiting. False when there is nothing to stop."""
        run = self._runs.get(number)
        if run is None or run.is_over:
            return False
        run.is_cancelled = True
        self._wake()
        return True

    async def finished(self, number: int) -> EditReport:
        """Wait until the edit is over."""
        run = self._runs[number]
        await run.ended.wait()
        return run.report()

    def report(self, number: int) -> EditReport | None:
        """How far an edit is."""
        run = self._runs.get(number)
        return run.report() if run is not None else None

    def results(self, number: int) -> tuple[tuple[Step, Outcome], ...]:
        """Each step, with the folder that it puts its item into, and how far it is."""
        run = self._runs[number]
        return tuple((run.with_target(n), outcome) for n, outcome in enumerate(run.outcomes))

    @property
    def can_undo(self) -> bool:
        """There is something to be taken back."""
        return self._last_undoable() is not None

    @property
    def unfinished(self) -> int:
        """Edits that are not over, those that wait before they are sent included."""
        return sum(not run.is_over for run in self._runs.values()) + len(self._held)

    def _promised(self, parent: FolderId) -> set[str]:
        """The names of folders that edits under way are about to make there."""
        open_runs = [run for run in self._runs.values() if not run.is_over]
        steps = [step for run in open_runs for step in run.steps if step.into is None]
        return {step.item.name for step in steps if step.act is Act.MAKE_FOLDER and step.folder == parent}

    def _held_runs(self) -> list[Run]:
        return [run for run, _task in self._held.values()]

    def _last_undoable(self) -> int | None:
        able = [run.id for run in self._runs.values() if run.report().can_undo]
        return max((*able, *self._held), default=None)

    async def _begin(
        self, kind: EditKind, steps: Sequence[Step], passwords: Mapping[FileUrl, Secret] | None = None
    ) -> int | None:
        if not steps:
            return None
        run = self._new_run(kind, steps)
        run.passwords = passwords or {}
        return await self._enqueue(run)

    def _new_run(self, kind: EditKind, steps: Sequence[Step]) -> Run:
        return Run(next(self._numbers), kind, steps, account=self._account() or "")

    async def _enqueue(self, run: Run) -> int:
        self._keep(run)
        self._show_again(run)
        try:
            await self._ledger.begin(run)
        except BaseException:
            del self._runs[run.id]
            self._show_again(run)
            raise
        run.is_written = True
        self._tell(run)
        self._wake()
        return run.id

    async def _held_back(self, run: Run, wait: float) -> None:
        await self._clock.sleep(wait)
        # From here on it cannot be taken back, and what follows happens at once.
        del self._held[run.id]
        try:
            await self._enqueue(run)
        except DiskProblem as error:
            # Nothing is sent that is not on disk; who waits for it hears why.
            run.settle(dict.fromkeys(range(len(run.steps)), Outcome(StepState.FAILED, error)))
            self._tell(run)

    def _keep(self, run: Run) -> None:
        self._runs[run.id] = run
        over = [number for number, known in self._runs.items() if known.is_over]
        for number in over[:-REMEMBERED_EDITS]:
            del self._runs[number]

    def _wake(self) -> None:
        if (self._worker is None or self._worker.done()) and self._next() is not None:
            self._worker = self._scope.start(self._work(), "carry out edits")

    def _next(self) -> Run | None:
        runs = (run for run in self._runs.values() if run.is_written and not run.is_told)
        return next((run for run in runs if run.is_over or run.is_cancelled or self._may_run(run)), None)

    def _may_run(self, run: Run) -> bool:
        account = self._account()
        return not run.is_halted and account is not None and run.account in ("", account)

    async def _work(self) -> None:
        while (run := self._next()) is not None:
            try:
                await self._sender.carry_out(run)
            except KeyProblem as error:
                logger.info("edit %s waits for a key: %s", run.id, error.code)
                run.is_halted = True
                self._tell(run)
                continue
            except Exception:
                run.is_halted = True
                self._tell(run)
                raise
            if not run.is_over:
                continue  # another account signed in meanwhile
            run.ended.set()
            self._tell(run)
            await self._ledger.told(run)
            if all(known.is_told for known in self._runs.values()):
                await self._ledger.keep_only(())

    async def _note_deleted(self, run: Run, outcomes: Mapping[int, Outcome]) -> None:
        deleting = [n for n in outcomes if run.steps[n].act in (Act.DELETE, Act.REMOVE_FOLDER)]
        if deleting:
            paths = {number: self._known.path_of(run.steps[number].folder) for number in deleting}
            await self.deleted.note(run, {number: outcomes[number] for number in deleting}, paths)

    def _on_settled(self, run: Run) -> None:
        if not run.is_over:
            self._tell(run)

    def _show_again(self, run: Run) -> None:
        self._known.show_again(run, dict.fromkeys(range(len(run.steps)), Outcome(run.outcomes[0].state)))

    def _tell(self, run: Run) -> None:
        self._emit(EditChanged(run.report()))
