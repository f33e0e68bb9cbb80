"""Renaming, moving, copying and deleting on the service: what is to be done, one step an item."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.domain.values import value

Item = RemoteFile | RemoteFolder

DELETE_WAIT: Final = 10.0
"""Seconds in which a deletion can still be taken back: the service has no trash."""
REMEMBERED_EDITS: Final = 50
"""Edits that are over and can be undone."""
MOST_DELETED: Final = 20_000
"""Entries of the list of what was deleted lately."""


@value
class Placed:
    """An item and the folder that it lies in."""

    folder: FolderId
    item: Item


class Act(StrEnum):
    """What one step does."""

    RENAME = "rename"
    MOVE = "move"
    COPY = "copy"
    DELETE = "delete"
    RENAME_FOLDER = "rename-folder"
    MOVE_FOLDER = "move-folder"
    MAKE_FOLDER = "make-folder"
    REMOVE_FOLDER = "remove-folder"

    @property
    def takes_many(self) -> bool:
        """The service takes many items in one call."""
        return self in (Act.RENAME, Act.MOVE, Act.COPY, Act.DELETE)


class EditKind(StrEnum):
    """What the user asked for."""

    RENAME = "rename"
    MOVE = "move"
    COPY = "copy"
    DELETE = "delete"


@value
class Step:
    """One item and one act. Steps of an edit are done in their order."""

    act: Act
    item: Item
    """As it is before the step. Of a new folder: only its name counts."""
    folder: FolderId
    """Where the item lies before the step; of a new folder, where it is made."""
    target: FolderId | None = None
    """Where it goes."""
    name: str = ""
    """Its new name, as the user wrote it."""
    into: int | None = None
    """Instead of ``target`` (of a new folder: of ``folder``): the folder that this earlier step makes."""
    is_asked: bool = True
    """The user chose this item; False for what comes along with it."""


class StepState(StrEnum):
    """How far a step is."""

    WAITING = "waiting"
    SENT = "sent"
    """Asked of the service, whose answer is not known: a run that ended here looks before it asks again."""
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Nothing more happens to it."""
        return self in (StepState.DONE, StepState.FAILED, StepState.CANCELLED)


@value
class Outcome:
    """How a step ended."""

    state: StepState
    error: AppError | None = None
    url: FileUrl | None = None
    """Of a copy: its link."""
    folder: FolderId | None = None
    """Of a new folder: its id."""
    name: str = ""
    """The name as the service stored it, as people read it."""


WAITING = Outcome(StepState.WAITING)


@value
class EditReport:
    """One edit in one glance."""

    id: int
    kind: EditKind
    total: int
    """Items, those that come along in folders included."""
    done: int = 0
    failed: int = 0
    cancelled: int = 0
    is_over: bool = False
    is_halted: bool = False
    """The key was refused, or the account is another one: it goes on when that is put right."""
    can_undo: bool = False
    takes_back: bool = False
    """It undoes another edit."""
    failures: tuple[tuple[Item, AppError], ...] = ()
    """What was not done, and why: once the edit is over."""


@value
class Amount:
    """What a selection comes to, folders with all that is in them."""

    files: int = 0
    folders: int = 0
    size: int = 0
    is_complete: bool = True
    """False: the service cut a list, there are at least so many."""


@value
class Deleted:
    """One entry of the list of what was deleted lately."""

    at: float
    path: str
    name: str
    size: int = 0
    checksum: str | None = None
    url: FileUrl | None = None
    """None for a folder."""


@value
class DeletePlan:
    """What deleting a selection does: each file and folder, files first, inner folders before outer ones."""

    steps: tuple[Step, ...]
    amount: Amount


def can_go_into(items: Sequence[Placed], target: RemoteFolder, line: Collection[FolderId]) -> bool:
    """Whether moving or copying these into ``target`` makes sense, as far as known.

    Not into a folder that may only be read, not where all of them are already, no folder into itself.
    ``line``: the folders in which ``target`` lies, at any depth.
    """
    if not items or (target.owner is not None and not target.can_write):
        return False
    if all(placed.folder == target.id for placed in items):
        return False
    above = {target.id, *line}
    return not any(isinstance(placed.item, RemoteFolder) and placed.item.id in above for placed in items)


def amount(steps: Sequence[Step], *, is_complete: bool = True) -> Amount:
    """Counts and bytes of steps that delete."""
    files = [step.item for step in steps if isinstance(step.item, RemoteFile)]
    return Amount(len(files), len(steps) - len(files), sum(file.size for file in files), is_complete)


def reversed_steps(steps: Sequence[Step], outcomes: Sequence[Outcome]) -> tuple[Step, ...]:
    """What takes back the renames and moves that were done, last first; () when there are none."""
    back: list[Step] = []
    for step, outcome in reversed(list(zip(steps, outcomes, strict=True))):
        if outcome.state is not StepState.DONE:
            continue
        if step.act in (Act.RENAME, Act.RENAME_FOLDER):
            named = renamed(step.item, outcome.name or step.name)
            back.append(Step(step.act, named, step.folder, name=step.item.name))
        elif step.act in (Act.MOVE, Act.MOVE_FOLDER) and step.target is not None:
            back.append(Step(step.act, step.item, step.target, step.folder))
    return tuple(back)


def renamed(item: Item, name: str) -> Item:
    """The item under another name."""
    return replace(item, name=name)
