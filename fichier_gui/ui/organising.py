"""Renaming, moving, copying and deleting, as the window asks for them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.events import Event, SignedOut
from fichier_gui.domain.ids import UNKNOWN_FOLDER, FileUrl, FolderId
from fichier_gui.domain.organising import DELETE_WAIT, Amount, EditReport, Item, Placed
from fichier_gui.domain.remote import FolderListing, RemoteFile
from fichier_gui.domain.secret import Secret
from fichier_gui.ui import wording
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.clipboard import copy_text
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.edit_notices import Asked, EditNotices
from fichier_gui.ui.models.row_change import ItemId, item_id
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.planning import Planning
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.chosen import Chosen
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import organising as words
from fichier_gui.ui.wording import tr

if TYPE_CHECKING:
    from fichier_gui.app.container import Program
    from fichier_gui.app.organising.organising import Organising

T = TypeVar("T")

SLICE: Final = 5000
"""Rows that are gone through in some milliseconds."""
MOST_ASKED: Final = 20
"""Files whose folder nobody knows are asked for one by one: so many at most."""


class OrganisingDesk:
    """Everything here is for one item and for thousands, of one folder or of many."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        navigation: Navigation,
        notices: Notices,
        planning: Planning,
        clock: Clock,
    ) -> None:
        self._seam = seam
        self._window = window
        self._actions = actions
        self._scope = scope
        self._here = navigation
        self._notices = notices
        self._planning = planning
        self._told = EditNotices(window.notice_bar, notices, clock.time, self.undo, self.stop, self._explain)
        actions.on(ActionId.RENAME, lambda: self._start(self._ask_chosen(), "rename what is chosen"))
        actions.on(ActionId.DELETE, lambda: self.delete(self.chosen()))
        actions.on(ActionId.UNDO, self.undo)
        actions.on(ActionId.RECENTLY_DELETED, lambda: self._start(self._show_deleted(), "recently deleted"))
        self._deleting: set[ItemId] = set()
        """What is being counted, or asked about."""
        self._held: dict[int, frozenset[ItemId]] = {}
        """What the deletions that wait take away: a search goes on showing it."""
        self._settle()

    def chosen(self) -> list[Placed]:
        """What is chosen in the list of files, each with the folder it lies in."""
        table = self._window.files.table
        rows, places = table.chosen_rows(), table.chosen_places()
        if places:
            return [Placed(place.folder_id, row) for row, place in zip(rows, places, strict=True)]
        listing = self._window.files.listing
        return [] if listing is None else [Placed(listing.folder.id, row) for row in rows]

    def settle(self, chosen: Chosen, *, signed_in: bool) -> None:
        """Open the commands that fit what is chosen."""
        here = self._here.path[-1]
        reason = wording.kept_words(here, self._here.shares_among(chosen.folders))
        may = signed_in and bool(chosen.rows) and not reason
        self._actions.enable(may, ActionId.RENAME, ActionId.DELETE, reason=reason)

    @property
    def holds_deletions(self) -> bool:
        """A deletion counts down, and can still be taken back."""
        return bool(self._told.held or self._deleting)

    def take_over(self, other: OrganisingDesk) -> None:
        """The edits of another window of the same account."""
        self._told.take_over(other._told)
        self._settle()

    async def may_leave(self) -> bool:
        """Nothing waits to be deleted, or the user leaves all the same: then it is not deleted."""
        if not self._told.held:
            return True
        answer = await ask(
            self._window,
            tr("Quit"),
            tr("A deletion is still waiting"),
            (Choice("", tr("Stay"), Weight.BACK), Choice("quit", tr("Quit, delete nothing"), Weight.MAIN)),
            follows=tr("It is sent once it can no longer be undone. If you quit before, nothing is deleted."),
        )
        if answer.key != "quit":
            return False
        # What follows may take longer than the seconds that are left: another question, the end of the core.
        await self._ask_core(lambda edits: edits.drop_held())
        for number in tuple(self._told.held):
            self._told.release(number)
        self._settle()
        self._notices.tell(tr("Nothing was deleted."))
        return True

    # What can be asked for, here and by others

    def rename(self, names: Sequence[tuple[Placed, str]]) -> None:
        """New names for one item or many; nothing more is asked of the user."""
        self._start(self._rename(names), "rename")

    def move(self, items: Sequence[Placed], target: FolderId, folder: str) -> None:
        """Into another folder. ``folder``: its name, for people."""
        self._start(self._move(items, target, folder), "move")

    def copy(
        self,
        items: Sequence[Placed],
        target: FolderId,
        folder: str,
        passwords: Mapping[FileUrl, Secret] | None = None,
    ) -> None:
        """Copies on the server, folders with all that is in them; ``passwords`` open files of others."""
        self._start(self._copy(items, target, folder, passwords or {}), "copy")

    def delete(self, items: Sequence[Placed]) -> None:
        """Count, ask, and wait ten seconds before anything is sent. What is just being asked about is not
        asked about again."""
        fresh = [placed for placed in items if item_id(placed.item) not in self._deleting]
        if fresh:
            self._deleting |= {item_id(placed.item) for placed in fresh}
            self._start(self._delete(fresh), "delete")

    def ask_name(self, items: Sequence[Placed]) -> None:
        """A new name for one item, or rules that make the names of many."""
        if len(items) == 1:
            self._start(self._ask_name(items[0]), "rename")
        elif items:
            self._start(self._ask_names(items), "rename many")

    def undo(self, number: int | None = None) -> None:
        """Take an edit back, or the last one that can be."""
        number = self._told.last_undoable if number is None else number
        if number is not None:
            self._start(self._undo(number), "undo")

    def stop(self, number: int) -> None:
        """Do no more of an edit; what is done stays."""

        async def work() -> None:
            await self._ask_core(lambda edits: edits.cancel(number))

        self._start(work(), "stop an edit")

    def on_seam_happened(self, event: Event) -> None:
        """What became of edits."""
        if isinstance(event, SignedOut):
            for number in tuple(self._told.held):
                self.undo(number)
        self._told.on_seam_happened(event)
        self._settle()

    # How it is done

    async def _rename(self, names: Sequence[tuple[Placed, str]]) -> None:
        found = await self._located([placed for placed, _name in names])
        pairs = [(placed, name) for placed, (_before, name) in zip(found, names, strict=False)]
        number = await self._ask_core(lambda edits: edits.rename(pairs))
        if number is not None and len(pairs) == 1:
            placed, name = pairs[0]
            self._expect(number, Asked(words.renamed_words(placed.item.name, name)))

    async def _move(self, items: Sequence[Placed], target: FolderId, folder: str) -> None:
        found = await self._located(items)
        number = await self._ask_core(lambda edits: edits.move(found, target))
        if number is not None:
            moved = [placed.item for placed in found if placed.folder != target]
            self._expect(number, Asked(words.moved_words(moved, folder), partial(self._here.go, target)))

    async def _copy(
        self,
        items: Sequence[Placed],
        target: FolderId,
        folder: str,
        passwords: Mapping[FileUrl, Secret],
    ) -> None:
        found = await self._located(items)
        with self._told_while(tr("Reading what is to be copied…")):
            number = await self._ask_core(lambda edits: edits.copy(found, target, passwords))
        if number is not None:
            self._expect(
                number, Asked(words.copied_words(_items(found), folder), partial(self._here.go, target))
            )

    async def _delete(self, items: Sequence[Placed]) -> None:
        try:
            await self._ask_and_delete(items)
        finally:
            self._deleting -= {item_id(placed.item) for placed in items}

    async def _ask_and_delete(self, items: Sequence[Placed]) -> None:
        found = await self._located(items)
        with self._told_while(tr("Counting what is to be deleted…")):
            plan = await self._ask_core(lambda edits: edits.plan_delete(found))
        chosen = _items(found)
        if not plan.steps or not await self._may_delete(chosen, plan.amount):
            return
        number = await self._ask_core(lambda edits: edits.delete(plan))
        if number is not None:
            self._told.hold(number, _things(chosen, plan.amount), DELETE_WAIT)
            self._held[number] = frozenset(item_id(item) for item in chosen)
            self._settle()

    async def _may_delete(self, chosen: Sequence[Item], amount: Amount) -> bool:
        answer = await ask(
            self._window,
            tr("Delete"),
            words.delete_question(chosen, amount),
            (
                Choice("", tr("Cancel"), Weight.BACK),
                Choice("delete", words.delete_verb(amount), Weight.DESTRUCTIVE),
            ),
            follows=tr(
                "1fichier has no trash: what is deleted is gone for good, and its links stop working. "
                "For %n second(s) it can be taken back.",
                "",
                round(DELETE_WAIT),
            ),
        )
        return answer.key == "delete"

    async def _ask_chosen(self) -> None:
        """Many rows are gone through a slice at a time: the window goes on meanwhile."""
        table = self._window.files.table
        rows, places = table.chosen_rows(), table.chosen_places()
        listing = self._window.files.listing
        items: list[Placed] = []
        for piece in _slices(rows):
            first = len(items)
            if places:
                near = places[first : first + len(piece)]
                items += [Placed(place.folder_id, row) for row, place in zip(piece, near, strict=True)]
            elif listing is not None:
                items += [Placed(listing.folder.id, row) for row in piece]
            await asyncio.sleep(0)
        if len(items) == 1:
            await self._ask_name(items[0])
        elif items:
            await self._ask_names(items)

    async def _ask_name(self, placed: Placed) -> None:
        from fichier_gui.ui.dialogs.rename import Rename

        (placed,) = await self._located([placed])
        listing = await self._known(placed.folder)
        beside: Sequence[Item] = () if listing is None else (*listing.folders, *listing.files)
        name = await Rename(self._window, placed.item, beside).run()
        if name:
            await self._rename([(placed, name)])

    async def _ask_names(self, items: Sequence[Placed]) -> None:
        from fichier_gui.ui.dialogs.bulk_rename import BulkRename

        found = await self._located(items)
        if found:
            names = await BulkRename(self._window, found, await self._beside(found)).run()
            await self._rename(names)

    async def _beside(self, items: Sequence[Placed]) -> dict[FolderId, set[str]]:
        """The names of what else is in the folders of these, as far as known."""
        mine: set[ItemId] = set()
        for piece in _slices(items):
            mine.update(item_id(placed.item) for placed in piece)
            await asyncio.sleep(0)
        beside: dict[FolderId, set[str]] = {}
        for folder in {placed.folder for placed in items}:
            listing = await self._known(folder)
            rows: Sequence[Item] = () if listing is None else (*listing.folders, *listing.files)
            beside[folder] = set()
            for part in _slices(rows):
                beside[folder].update(row.name for row in part if item_id(row) not in mine)
                await asyncio.sleep(0)
        return beside

    async def _known(self, folder: FolderId) -> FolderListing | None:
        shown = self._here.listing
        if shown is not None and shown.folder.id == folder:
            return shown
        return await self._seam.call(lambda core: core.browse.known_listing(folder))

    async def _undo(self, number: int) -> None:
        was_held = number in self._told.held

        async def take_back(edits: Organising) -> EditReport | None:
            await edits.undo(number)
            return edits.report(number)

        report = await self._ask_core(take_back)
        if was_held and report is None:
            self._told.release(number)
            self._settle()
            self._notices.tell(tr("Nothing was deleted."))

    async def _located(self, items: Sequence[Placed]) -> list[Placed]:
        """All with their folder; what a search found outside the known folders is asked for."""
        lost = [placed for placed in items if placed.folder == UNKNOWN_FOLDER]
        if len(lost) > MOST_ASKED:
            self._notices.tell(
                tr("The folders of %n of these files are not known yet: they come with time.", "", len(lost))
            )
            return []
        return [await self._with_folder(placed) for placed in items] if lost else list(items)

    async def _with_folder(self, placed: Placed) -> Placed:
        item = placed.item
        if placed.folder != UNKNOWN_FOLDER or not isinstance(item, RemoteFile):
            return placed
        url = item.url
        return replace(placed, folder=await self._seam.call(lambda core: core.finding.folder_of(url)))

    def _expect(self, number: int, asked: Asked) -> None:
        self._told.expect(number, asked)
        self._settle()

    def _explain(self, report: EditReport) -> None:
        from fichier_gui.ui.dialogs.edit_failures import EditFailures

        async def work() -> None:
            text = await EditFailures(self._window, report).run()
            if text:
                copy_text(text)
                self._notices.tell(tr("Copied"))

        self._start(work(), "what was not done")

    async def _show_deleted(self) -> None:
        from fichier_gui.ui.dialogs.recently_deleted import RecentlyDeleted

        entries = await self._ask_core(lambda edits: edits.deleted.entries())
        await RecentlyDeleted(self._seam, self._window, entries).run()

    def _told_while(self, text: str) -> AbstractContextManager[None]:
        task = asyncio.current_task()
        assert task is not None
        return self._planning.told(text, task.cancel)

    async def _ask_core(self, ask_: Callable[[Organising], Awaitable[T]]) -> T:
        async def run(core: Program) -> T:
            return await ask_(await core.organising())

        return await self._seam.call(run)

    def _settle(self) -> None:
        """The way back is open, and rows are grey, as long as something waits."""
        self._actions.enable(self._told.last_undoable is not None, ActionId.UNDO)
        self._held = {number: items for number, items in self._held.items() if number in self._told.held}
        self._window.files.model.mark_leaving("deletion", frozenset().union(*self._held.values()))

    def _start(self, work: Coroutine[None, None, None], name: str) -> None:
        self._scope.start(work, name)


def _items(placed: Sequence[Placed]) -> list[Item]:
    return [each.item for each in placed]


def _things(chosen: Sequence[Item], amount: Amount) -> str:
    return words.items_named(chosen) if len(chosen) == 1 else words.amount_words(amount)


def _slices(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    """Some milliseconds' worth of rows each."""
    return (rows[first : first + SLICE] for first in range(0, len(rows), SLICE))
