"""What makes transfers stand still, with how many stand there: one problem of fifty rows is one problem."""

from collections.abc import Sequence
from typing import Final

from fichier_gui.domain.error_leaves import leaves
from fichier_gui.domain.errors import AppError, DiskProblem, OneLocation
from fichier_gui.domain.transfers import State
from fichier_gui.domain.values import value
from fichier_gui.domain.waiting import NETWORK_PATIENCE

STANDING: Final = (State.NEEDS_ANSWER, State.FAILED, State.RETRYING)
"""Of rows with an error: what stands still, the most urgent first."""

MENDABLE: Final = frozenset({OneLocation.__name__, *(leaf.__name__ for leaf in leaves(DiskProblem))})
"""Codes of errors that are waited out, but that the user can end sooner."""

_GONE_AFTER: Final = 20.0
"""Seconds without a row: each of them leaves its wait for a moment whenever it tries again."""


@value
class Cause:
    """Rows in one state because of one error."""

    state: State
    code: str
    """``AppError.code``."""

    @property
    def may_pass(self) -> bool:
        """It is waited out, and most such waits are short."""
        return self.state is State.RETRYING and self.code not in MENDABLE


@value
class CauseCount:
    """A cause and how many rows it holds up. ``example``: the error of one of them."""

    cause: Cause
    rows: int
    example: AppError


class Lasting:
    """Leaves out what may pass until it has lasted as long as an absence of the network is passed over."""

    def __init__(self) -> None:
        self._seen: dict[Cause, tuple[float, float]] = {}
        """Since when, and when last, in steady seconds."""

    def told(self, counts: Sequence[CauseCount], now: float) -> list[CauseCount]:
        """Those of ``counts`` that are to be told at ``now`` (steady seconds)."""
        for count in counts:
            since, last = self._seen.get(count.cause, (now, now))
            self._seen[count.cause] = (now if now - last > _GONE_AFTER else since, now)
        self._seen = {cause: seen for cause, seen in self._seen.items() if now - seen[1] <= _GONE_AFTER}
        return [
            count
            for count in counts
            if not count.cause.may_pass or now - self._seen[count.cause][0] >= NETWORK_PATIENCE
        ]

    @property
    def waits(self) -> bool:
        """Something may pass: look again by and by."""
        return any(cause.may_pass for cause in self._seen)
