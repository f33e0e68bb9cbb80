"""How the rows of a folder become those of its next listing: what goes, what comes, what looks otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fichier_gui.catalogue.order import Row
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.ui.models.order_change import SPANS_WORTH_TELLING, shared
from fichier_gui.ui.models.row_cache import spans

ItemId = FolderId | FileUrl

NO_LINK: Final = FileUrl("")
"""Of every file in a folder that hides its links: it tells none from another."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """Ranges of rows. To be told in this order: remove from the back, insert from the front."""

    removed: tuple[tuple[int, int], ...] = ()
    """Of the old rows."""
    inserted: tuple[tuple[int, int], ...] = ()
    """Of the new rows. An item that is also among the removed has moved."""
    renewed: tuple[tuple[int, int], ...] = ()
    """Of the new rows: as before, but for what they say."""


def item_id(row: Row) -> ItemId:
    """What stays the same when a listing is read again."""
    return row.url if isinstance(row, RemoteFile) else row.id


def compare(old: Sequence[Row], new: Sequence[Row]) -> RowChange | None:
    """The steps from ``old`` to ``new``; None where there are so many that all had better be shown anew.

    What did not change is known by being the same object, or by its place at either end. What was changed and
    has kept its place is renewed.
    """
    start = shared(old, new)
    end = shared(old[start:][::-1], new[start:][::-1])
    inner_old, inner_new = old[start : len(old) - end], new[start : len(new) - end]
    before, after = {id(row) for row in inner_old}, {id(row) for row in inner_new}
    gone = [place for place, row in enumerate(inner_old) if id(row) not in after]
    come = [place for place, row in enumerate(inner_new) if id(row) not in before]
    if gone == come and all(_is_same(inner_old[place], inner_new[place]) for place in gone):
        change = RowChange(renewed=_moved(gone, start))
    else:
        change = RowChange(removed=_moved(gone, start), inserted=_moved(come, start))
    if len(change.removed) + len(change.inserted) + len(change.renewed) > SPANS_WORTH_TELLING:
        return None
    stay = [row for row in inner_new if id(row) in before]
    # The rest must have kept its order: one row more than once is no order either.
    kept = [row for row in inner_old if id(row) in after]
    if len(kept) != len(stay) or any(one is not other for one, other in zip(kept, stay, strict=True)):
        return None
    return change


def _is_same(one: Row, other: Row) -> bool:
    return item_id(one) == item_id(other) != NO_LINK


def _moved(places: Sequence[int], start: int) -> tuple[tuple[int, int], ...]:
    return tuple(spans(start + place for place in places))
