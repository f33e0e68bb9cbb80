"""One edit under way: its steps, and how far each is."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.organising import (
    WAITING,
    Act,
    EditKind,
    EditReport,
    Outcome,
    Step,
    StepState,
    reversed_steps,
)
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret


class Run:
    """Mutable; lives on the core's loop."""

    def __init__(
        self,
        number: int,
        kind: EditKind,
        steps: Sequence[Step],
        *,
        account: str = "",
        takes_back: bool = False,
    ) -> None:
        self.id = number
        self.kind = kind
        self.steps = tuple(steps)
        self.account = account
        """Whose it is: it waits while another account is signed in."""
        self.takes_back = takes_back
        """It undoes another edit."""
        self.outcomes: list[Outcome] = [WAITING] * len(steps)
        self.before: dict[FolderId, frozenset[str]] = {}
        """Of copies: the links that the target folder held before."""
        self.is_written = False
        """It is on disk."""
        self.is_told = False
        """What became of it has been told."""
        self.ended = asyncio.Event()
        """Set when nothing more is done of it."""
        self.is_cancelled = False
        self.is_halted = False
        self.was_undone = False
        self.passwords: Mapping[FileUrl, Secret] = {}
        """Of files that are copied from elsewhere. Never on disk: a run that is taken up again has none."""
        self.splits = 0
        """Arrays that were taken apart to find what the service refuses."""
        self._by_folder: dict[FolderId, list[int]] | None = None

    @property
    def is_over(self) -> bool:
        """Nothing is left to be done."""
        return all(outcome.state.is_over for outcome in self.outcomes)

    @property
    def has_failures(self) -> bool:
        """Something of it was not done."""
        return any(outcome.state is StepState.FAILED for outcome in self.outcomes)

    def open_steps(self) -> list[int]:
        """Those that are not over, in their order."""
        return [number for number, outcome in enumerate(self.outcomes) if not outcome.state.is_over]

    def touching(self, folder_id: FolderId) -> list[int]:
        """The steps that change what is in a folder."""
        if self._by_folder is None:
            self._by_folder = {}
            for number, step in enumerate(self.steps):
                for folder in {step.folder, step.target} - {None}:
                    if folder is not None:
                        self._by_folder.setdefault(folder, []).append(number)
        return self._by_folder.get(folder_id, [])

    def target_of(self, number: int) -> FolderId | None:
        """Where a step puts its item, once that folder exists."""
        step = self.steps[number]
        if step.into is not None:
            return self.outcomes[step.into].folder
        return step.folder if step.act is Act.MAKE_FOLDER else step.target

    def password_of(self, number: int) -> Secret | None:
        """What opens the file of a step."""
        item = self.steps[number].item
        return self.passwords.get(item.url) if isinstance(item, RemoteFile) else None

    def settle(self, outcomes: Mapping[int, Outcome]) -> None:
        """These steps are so far now."""
        for number, outcome in outcomes.items():
            self.outcomes[number] = outcome

    def mark(self, numbers: Iterable[int], state: StepState) -> None:
        """These steps are in ``state``, without more to say."""
        for number in numbers:
            self.outcomes[number] = Outcome(state)

    def report(self) -> EditReport:
        """For the window."""
        states = [outcome.state for outcome in self.outcomes]
        done = states.count(StepState.DONE)
        is_over = self.is_over
        can_undo = self.kind in (EditKind.RENAME, EditKind.MOVE) and not self.takes_back
        return EditReport(
            self.id,
            self.kind,
            len(states),
            done,
            states.count(StepState.FAILED),
            states.count(StepState.CANCELLED),
            is_over=is_over,
            is_halted=self.is_halted and not is_over,
            can_undo=can_undo and not self.was_undone and done > 0,
            takes_back=self.takes_back,
            failures=tuple(
                (step.item, outcome.error)
                for step, outcome in zip(self.steps, self.outcomes, strict=True)
                if outcome.error is not None
            )
            if is_over
            else (),
        )

    def reverse(self, number: int) -> "Run | None":
        """The edit that takes this one back."""
        steps = reversed_steps(self.steps, self.outcomes)
        if not steps:
            return None
        return Run(number, self.kind, steps, account=self.account, takes_back=True)

    def with_target(self, number: int) -> Step:
        """A step with the folder that an earlier one has made."""
        return replace(self.steps[number], target=self.target_of(number))
