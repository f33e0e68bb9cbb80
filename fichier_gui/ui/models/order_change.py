"""How one order of rows becomes another: what goes, what moves, what comes."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from fichier_gui.ui.models.row_cache import spans

SPANS_WORTH_TELLING = 64
"""More separate ranges than this are told to the view as one reset: each costs it a pass over its items."""


@dataclass(frozen=True, slots=True)
class OrderChange:
    """The steps, to be told in this order: remove from the back, move, insert from the front."""

    removed: tuple[tuple[int, int], ...]
    """Ranges of rows of the old order."""
    kept: "array[int]"
    """What is left of the old order, already in its new order."""
    is_moved: bool
    inserted: tuple[tuple[int, int], ...]
    """Ranges of rows of the new order."""

    @property
    def is_scattered(self) -> bool:
        """Too many steps: a reset is cheaper."""
        return len(self.removed) + len(self.inserted) > SPANS_WORTH_TELLING


def kept_still(old: "array[int]", new: "array[int]", last: int) -> "array[int]":
    """``new``, but what ``old`` has up to the row ``last`` stays in its place, be it gone or moved.

    Everything else follows below in its new order.
    """
    still = old[: last + 1]
    if new[: last + 1] == still:
        return new
    seen = set(still)
    return still + array("q", (item for item in new if item not in seen))


def compare(old: "array[int]", new: "array[int]") -> OrderChange:
    """The steps from ``old`` to ``new``.

    Most changes concern a few rows of many: what both orders share at their start and at their end is found
    by comparing whole slices, and only the middle is looked at item by item.
    """
    start = shared(old, new)
    end = shared(old[start:][::-1], new[start:][::-1])
    inner_old, inner_new = old[start : len(old) - end], new[start : len(new) - end]
    if not inner_old or not inner_new:
        # A batch folds out or in: nothing need be looked at one by one.
        gone = ((start, start + len(inner_old) - 1),) if inner_old else ()
        come = ((start, start + len(inner_new) - 1),) if inner_new else ()
        return OrderChange(gone, old[:start] + old[len(old) - end :], False, come)
    if _is_turned(inner_old, inner_new):
        return OrderChange((), new, True, ())
    before, after = set(inner_old), set(inner_new)
    removed = spans(start + row for row, item in enumerate(inner_old) if item not in after)
    inserted = spans(start + row for row, item in enumerate(inner_new) if item not in before)
    stay = array("q", (item for item in inner_new if item in before))
    were = array("q", (item for item in inner_old if item in after))
    kept = new[:start] + stay + new[len(new) - end :]
    return OrderChange(tuple(removed), kept, stay != were, tuple(inserted))


def _is_turned(one: "array[int]", other: "array[int]") -> bool:
    """What stood first stands last, all else as before: a run of rows was moved past others, however many.

    All of it is done by comparing memory.
    """
    if len(one) != len(other):
        return False
    try:
        at = other.index(one[0])
    except ValueError:
        return False
    return other[at:] + other[:at] == one


def shared(one: Sequence[object], other: Sequence[object]) -> int:
    """How many items both have in common from their start. Slices of one kind are compared at a stroke."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
