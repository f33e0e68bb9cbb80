"""What the chosen transfers can be told: which commands are open, and what each does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.batches import Batch
from fichier_gui.domain.causes import STANDING, Cause
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.link_text import LinkFacts
from fichier_gui.domain.transfers import ACTIVE, ENDED, WAITING, Direction, Move, Priority, State, Transfer
from fichier_gui.ui import wording
from fichier_gui.ui.action_table import ActionId, Reach
from fichier_gui.ui.actions import Actions
from fichier_gui.ui.clipboard import copy_facts, copy_text
from fichier_gui.ui.file_manager import open_file, show_file
from fichier_gui.ui.models.transfer_list import TransferListModel
from fichier_gui.ui.recent_links import facts_of
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.transfers_view import LOOKED_AT, TransfersView
from fichier_gui.ui.wording import tr

if TYPE_CHECKING:
    from fichier_gui.app.container import Program

HALTABLE = ACTIVE | WAITING
RETRYABLE = frozenset({State.FAILED, State.NEEDS_ANSWER, State.RETRYING})

STARTABLE = WAITING | {State.PAUSED}
PRIORITIES: Final = {
    ActionId.TRANSFER_PRIORITY_HIGH: Priority.HIGH,
    ActionId.TRANSFER_PRIORITY_NORMAL: Priority.NORMAL,
    ActionId.TRANSFER_PRIORITY_LOW: Priority.LOW,
}

Act = Callable[["Program", Sequence[TransferId]], Awaitable[None]]


class TransferCommands(QObject):
    """Joins the shared actions to the list's selection."""

    shown_remotely = Signal(object)
    """The :class:`Transfer` whose folder on the service the user wants to see."""
    limit_asked = Signal(object, int)
    """Ids of transfers that are to have another limit of their own, and the one they have now."""
    noticed = Signal(str)
    """A short word for the window: "Link copied"."""

    def __init__(
        self, seam: Seam, actions: Actions, view: TransfersView, model: TransferListModel, scope: TaskScope
    ) -> None:
        super().__init__(view)
        self._seam, self._actions, self._view, self._model, self._scope = seam, actions, view, model, scope
        actions.attach(view, Reach.TRANSFERS)
        for action, slot in {
            ActionId.TRANSFER_PAUSE: self.pause_or_resume,
            ActionId.TRANSFER_RESUME: lambda: self._tell(lambda p, ids: p.transfers.resume(ids)),
            ActionId.TRANSFER_RETRY: lambda: self._tell(lambda p, ids: p.transfers.retry(ids)),
            ActionId.TRANSFER_RETRY_ALIKE: self.retry_alike,
            ActionId.TRANSFER_CANCEL: lambda: self._tell(lambda p, ids: p.transfers.cancel(ids)),
            ActionId.TRANSFER_REMOVE: lambda: self._tell(lambda p, ids: p.transfers.remove(ids)),
            ActionId.TRANSFER_TOP: lambda: self._move(Move.TOP),
            ActionId.TRANSFER_HIGHER: lambda: self._move(Move.UP),
            ActionId.TRANSFER_LOWER: lambda: self._move(Move.DOWN),
            ActionId.TRANSFER_BOTTOM: lambda: self._move(Move.BOTTOM),
            ActionId.TRANSFER_START_NOW: self.start_now,
            ActionId.TRANSFER_LIMIT: self.ask_limit,
            ActionId.TRANSFER_COPY_LINK: self.copy_link,
            ActionId.TRANSFER_COPY_ERROR: self.copy_error,
            ActionId.TRANSFER_OPEN_FILE: self.open_file,
            ActionId.TRANSFER_SHOW_LOCAL: self.show_in_folder,
            ActionId.TRANSFER_SHOW_REMOTE: self.show_remotely,
            ActionId.PAUSE_ALL: lambda: self._tell_queue(lambda p: p.transfers.pause_all()),
            ActionId.RESUME_ALL: lambda: self._tell_queue(lambda p: p.transfers.resume_all()),
            ActionId.CLEAR_DONE: lambda: self._tell_queue(lambda p: p.transfers.clear_done()),
        }.items():
            actions.on(action, slot)
        for action, priority in PRIORITIES.items():
            actions.on(action, partial(self._prioritise, priority))
        view.placed.connect(self._place)
        view.selectionModel().selectionChanged.connect(self.settle)
        self.settle()

    def chosen(self) -> list[Transfer]:
        """The chosen rows, as far as they are known."""
        known = (self._model.known(item) for item in self._view.selected_ids())
        return [transfer for transfer in known if transfer is not None]

    def chosen_batches(self) -> list[Batch]:
        """The chosen batches, as far as they are known."""
        known = (self._model.shelf.get(item) for item in self._view.selected_batches())
        return [batch for batch in known if batch is not None]

    def settle(self) -> None:
        """Open the commands that fit what is chosen; none is left open that would do nothing.

        A large choice is not read row by row: all commands are open, the queue skips what does not fit.
        """
        count = self._view.selected_count()
        is_large = count > LOOKED_AT
        rows = [] if is_large else self.chosen()
        batches = [] if is_large else self.chosen_batches()
        states = {row.state for row in rows}.union(*(batch.parts for batch in batches))
        one = rows[0] if len(rows) == 1 and count == 1 else None
        can_halt, is_paused = bool(states & HALTABLE), State.PAUSED in states
        enable = self._actions.enable
        enable(is_large or can_halt or is_paused, ActionId.TRANSFER_PAUSE)
        self._actions[ActionId.TRANSFER_PAUSE].setText(
            tr("Resume") if is_paused and not can_halt else tr("Pause")
        )
        enable(is_large or is_paused, ActionId.TRANSFER_RESUME)
        enable(is_large or bool(states & RETRYABLE), ActionId.TRANSFER_RETRY)
        enable(len(_problems(rows)) == 1, ActionId.TRANSFER_RETRY_ALIKE)
        enable(is_large or bool(states - {State.DONE}), ActionId.TRANSFER_CANCEL)
        enable(count > 0, ActionId.TRANSFER_REMOVE)
        enable(
            is_large or bool(states - ENDED),
            ActionId.TRANSFER_TOP,
            ActionId.TRANSFER_HIGHER,
            ActionId.TRANSFER_LOWER,
            ActionId.TRANSFER_BOTTOM,
        )
        enable(is_large or bool(states & STARTABLE), ActionId.TRANSFER_START_NOW)
        enable(is_large or bool(states - {State.DONE}), ActionId.TRANSFER_LIMIT, *PRIORITIES)
        enable(is_large or State.DONE in states, ActionId.TRANSFER_VERIFY, ActionId.TRANSFER_SUMS)
        self._mark_priority(rows)
        has_links = any(row.url for row in rows) or any(map(_has_links, batches))
        enable(has_links, ActionId.TRANSFER_COPY_LINK, ActionId.TRANSFER_COPY_AS)
        enable(one is not None and one.error is not None, ActionId.TRANSFER_COPY_ERROR)
        enable(one is not None, ActionId.TRANSFER_HISTORY)
        enable(one is not None and _is_local(one), ActionId.TRANSFER_OPEN_FILE, ActionId.TRANSFER_SHOW_LOCAL)
        enable(one is not None and bool(one.remote_folder_path), ActionId.TRANSFER_SHOW_REMOTE)

    # What they do

    def pause_or_resume(self) -> None:
        """One key for both: what runs or waits is halted; if there is none, what is paused goes on."""
        states = {row.state for row in self.chosen()}.union(*(batch.parts for batch in self.chosen_batches()))
        if states and not states & HALTABLE:
            self._tell(lambda p, ids: p.transfers.resume(ids))
        else:
            self._tell(lambda p, ids: p.transfers.pause(ids))

    def start_now(self) -> None:
        """They come first and begin at once; a pause of all of them holds all the same, and is said."""
        self._tell(lambda p, ids: p.transfers.start_now(ids))
        if self._seam.summary.is_paused:
            self.noticed.emit(tr("They start first once all is resumed"))

    def retry_alike(self) -> None:
        """Every row that stands still for the reason of what is chosen, shown or not, tries again."""
        problems = _problems(self.chosen())
        if len(problems) == 1:
            cause = problems.pop()
            self._tell_queue(lambda p: p.transfers.retry_alike(cause))

    def ask_limit(self) -> None:
        """Let the window ask for a limit of what is chosen."""
        rates = {row.rate for row in self.chosen()}
        common = rates.pop() if len(rates) == 1 else 0

        chosen = self._chosen()

        async def ask() -> None:
            self.limit_asked.emit(await self._all_of(*chosen), common)

        self._scope.start(ask(), "transfer command")

    def _prioritise(self, priority: Priority) -> None:
        self._tell(lambda p, ids: p.transfers.prioritise(ids, priority))
        # A click switches the mark; what is marked is what the rows have, and they have yet to say so.
        self._mark_priority(self.chosen())

    def _mark_priority(self, rows: Sequence[Transfer]) -> None:
        """The one that all have."""
        common = {row.priority for row in rows}
        for action, priority in PRIORITIES.items():
            self._actions[action].setChecked(common == {priority})

    async def links(self) -> list[LinkFacts]:
        """The links of what is chosen, each once: those of whole batches, too."""
        own, batches = self._own_links(), self._view.selected_batches()
        found = await self._seam.call(lambda p: p.transfers.links_of(batches)) if batches else []
        return list({link.url: link for link in [*found, *own]}.values())

    def copy_link(self) -> None:
        """The links of what is chosen, as the settings want them written."""

        async def copy_all() -> None:
            self._copy(await self.links())

        if self._view.selected_batches():
            self._scope.start(copy_all(), "transfer command")
        else:
            self._copy(self._own_links())

    def _own_links(self) -> list[LinkFacts]:
        return [facts_of(row) for row in self.chosen() if row.url]

    def _copy(self, links: Sequence[LinkFacts]) -> None:
        copy_facts(links, self._seam.program.preferences.current)
        if links:
            self.noticed.emit(tr("%n link(s) copied", "", len(links)))

    def copy_error(self) -> None:
        """What a support person would ask for."""
        rows = self.chosen()
        if rows and rows[0].error is not None:
            words = wording.error_words(rows[0].error, gave_up=rows[0].state is State.FAILED)
            copy_text("\n".join((rows[0].name, words.sentence, wording.error_details(rows[0].error))))
            self.noticed.emit(tr("Details copied"))

    def open_file(self) -> None:
        """With the program the desktop has for it."""
        for row in self.chosen()[:1]:
            if not open_file(row.local_path):
                self.noticed.emit(tr("The system has no program for “{name}”.", name=row.name))

    def show_in_folder(self) -> None:
        """In the file manager, chosen among the others."""
        for row in self.chosen()[:1]:
            self._scope.start(show_file(self._seam, row.local_path), "show in folder")

    def show_remotely(self) -> None:
        """The folder on the service."""
        for row in self.chosen()[:1]:
            self.shown_remotely.emit(row)

    def _move(self, to: Move) -> None:
        """In a list with batches, one step is past the whole batch beside."""
        if to in (Move.UP, Move.DOWN) and self._model.has_batches and not self._is_inside_one():
            beside = self._model.beside(self._view.chosen_spans(), is_up=to is Move.UP)
            if beside is not None:
                self._place(beside, to is Move.DOWN)
            return
        self._tell(lambda p, ids: p.transfers.move(ids, to))

    def _is_inside_one(self) -> bool:
        """All that is chosen are rows of one batch."""
        around = {self._model.batch_of(row) for span in self._view.chosen_spans() for row in span}
        return len(around) == 1 and None not in around

    def _place(self, beside: TransferId, is_after: bool) -> None:
        """``beside`` may be a batch: then its first or its last row is meant."""

        async def place(program: Program, ids: Sequence[TransferId]) -> None:
            row = beside
            if beside < 0:
                rows = await program.transfers.rows_of([BatchId(-beside)])
                if not rows:
                    return
                row = rows[-1 if is_after else 0]
            await program.transfers.place(ids, row, is_after)

        self._tell(place)

    def _tell(self, act: Act) -> None:
        if not self._view.selected_count():
            return

        chosen = self._chosen()

        async def work() -> None:
            ids = await self._all_of(*chosen)
            await self._seam.call(lambda p: act(p, ids))
            self._model.refresh_order()

        self._scope.start(work(), "transfer command")

    async def chosen_ids(self) -> list[TransferId]:
        """What is chosen, with the rows of chosen batches."""
        return await self._all_of(*self._chosen())

    def _chosen(self) -> tuple[list[TransferId], list[BatchId]]:
        return self._view.selected_ids(), self._view.selected_batches()

    async def _all_of(self, ids: Sequence[TransferId], batches: Sequence[BatchId]) -> list[TransferId]:
        """``ids``, and the rows of ``batches``."""
        inside = await self._seam.call(lambda p: p.transfers.rows_of(batches)) if batches else []
        return list(dict.fromkeys([*inside, *ids]))

    def _tell_queue(self, act: Callable[[Program], Awaitable[None]]) -> None:
        async def work() -> None:
            await self._seam.call(act)
            # It may have moved rows that the pointer is over: the user wants to see it.
            self._model.refresh_order()

        self._scope.start(work(), "transfer command")


def _problems(rows: Sequence[Transfer]) -> set[Cause]:
    """Why ``rows`` stand still."""
    standing = (row for row in rows if row.state in STANDING)
    return {Cause(row.state, row.error.code) for row in standing if row.error is not None}


def _has_links(batch: Batch) -> bool:
    return batch.direction is Direction.DOWNLOAD or State.DONE in batch.parts


def _is_local(transfer: Transfer) -> bool:
    """There is a file to open: every upload's source, a download once it has its final name."""
    return transfer.direction is Direction.UPLOAD or transfer.state is State.DONE
