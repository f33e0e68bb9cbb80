"""A batch: what one command of the user queued together, in sums."""

from collections.abc import Mapping
from typing import Final

from fichier_gui.domain.ids import BatchId
from fichier_gui.domain.transfers import ACTIVE, WAITING, Direction, State
from fichier_gui.domain.values import value

_MOST_TELLING: Final = (
    State.MOVING,
    State.STARTING,
    State.FINISHING,
    State.VERIFYING,
    State.QUEUED,
    State.RETRYING,
    State.NEEDS_ANSWER,
    State.PAUSED,
    State.FAILED,
    State.DONE,
)


@value
class Part:
    """The rows of a batch that are in one state. Bytes."""

    rows: int
    size: int
    done: int


@value
class Batch:
    """As the journal has it: what its running rows have moved meanwhile is not in it."""

    id: BatchId
    name: str
    """What the user chose as a whole, such as a folder, or the name of its first file."""
    is_whole: bool
    """``name`` is that of all, not of the first one."""
    direction: Direction
    folder: str
    """The remote folder that all of it goes to or comes from, "" if there is none."""
    added_at: float
    """Seconds since 1970."""
    parts: Mapping[State, Part]

    def count(self, *states: State) -> int:
        """How many rows are in one of ``states``."""
        return sum(self.parts[state].rows for state in states if state in self.parts)

    @property
    def rows(self) -> int:
        """Those that are still in the list."""
        return sum(part.rows for part in self.parts.values())

    @property
    def size(self) -> int:
        """Bytes of all."""
        return sum(part.size for part in self.parts.values())

    @property
    def rested(self) -> int:
        """Bytes that the rows which do not run now have moved."""
        return sum(part.done for state, part in self.parts.items() if state not in ACTIVE)

    @property
    def to_come(self) -> int:
        """Bytes that the rows which run or wait have in all, and those which wait have moved already."""
        return sum(
            part.size - (part.done if state in WAITING else 0)
            for state, part in self.parts.items()
            if state in ACTIVE | WAITING
        )

    @property
    def state(self) -> State:
        """What tells most: it runs as long as one of its rows does, and is done when all are."""
        return next((state for state in _MOST_TELLING if state in self.parts), State.DONE)
