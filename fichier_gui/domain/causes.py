"""What makes transfers stand still, with how many stand there: one problem of fifty rows is one problem."""

from dataclasses import dataclass
from typing import Final

from fichier_gui.domain.error_leaves import leaves
from fichier_gui.domain.errors import AppError, DiskProblem
from fichier_gui.domain.transfers import State

STANDING: Final = (State.NEEDS_ANSWER, State.FAILED, State.RETRYING)
"""What stands still, the most urgent first. Of rows that try again by themselves, see :data:`MENDABLE`."""

MENDABLE: Final = frozenset(leaf.__name__ for leaf in leaves(DiskProblem))
"""Codes of errors that are waited out, but that the user can end sooner. Waits for the service or the
network are none of them: those are told once, for the whole window."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Rows in one state because of one error."""

    state: State
    code: str
    """``AppError.code``."""

    def stands_still(self) -> bool:
        """False for what passes by itself and cannot be helped."""
        return self.state in STANDING and (self.state is not State.RETRYING or self.code in MENDABLE)


@dataclass(frozen=True, slots=True)
class CauseCount:
    """A cause and how many rows it holds up. ``example``: the error of one of them."""

    cause: Cause
    rows: int
    example: AppError
