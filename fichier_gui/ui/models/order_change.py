"""How one order of rows becomes another: what goes, what moves, what comes."""

from array import array
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


def compare(old: "array[int]", new: "array[int]") -> OrderChange:
    """The steps from ``old`` to ``new``. Linear in their lengths."""
    if old == new:
        return OrderChange((), old, False, ())
    before, after = set(old), set(new)
    removed = spans(row for row, item in enumerate(old) if item not in after)
    inserted = spans(row for row, item in enumerate(new) if item not in before)
    kept = array("q", (item for item in new if item in before))
    left = array("q", (item for item in old if item in after))
    return OrderChange(tuple(removed), kept, kept != left, tuple(inserted))
