"""The list of transfers: little is held, rows stay put, figures arrive as ranges."""

import asyncio
import random
import time
import timeit
from array import array
from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from support.fake_seam import NOW, FakeTransfers, link, transfer
from support.waiting import until

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain import errors
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import (
    ConflictRule,
    Direction,
    Progress,
    QueueColumn,
    QueueFilter,
    State,
    Verification,
)
from fichier_gui.ui.models.cell_answers import Role
from fichier_gui.ui.models.order_change import OrderChange, compare
from fichier_gui.ui.models.row_cache import ROWS_KEPT, RowCache, spans
from fichier_gui.ui.models.transfer_columns import (
    AVERAGE,
    CHECKSUM,
    COLUMNS,
    LEFT,
    LIVE_FIRST,
    LIVE_LAST,
    NAME,
    PROGRESS,
    SIZE,
    SPEED,
    STATUS,
    title,
)
from fichier_gui.ui.models.transfer_list import PAGE, TransferListModel

DISPLAY = Qt.ItemDataRole.DisplayRole


def test_the_list_is_searched_once_however_many_rows_have_moved() -> None:
    cache = RowCache()
    for number in range(ROWS_KEPT):
        cache.put(transfer(number), number)
    ids = array("q", reversed(range(100_000)))
    began = time.thread_time()
    places = cache.places(map(TransferId, (*range(ROWS_KEPT), 5_000_000)), ids)
    assert time.thread_time() - began < 0.1  # one search for each took seconds
    assert places == [*(99_999 - number for number in range(ROWS_KEPT)), -1]
    assert cache.places([TransferId(7)], array("q", [1, 2])) == [-1]


class _Clock:
    def time(self):
        return NOW

    def monotonic(self):
        return 0.0

    async def sleep(self, seconds):
        await asyncio.sleep(seconds)


class _Listing:
    """A model with its queue and its tasks."""

    def __init__(self, rows):
        self.queue = FakeTransfers(rows)
        self.errors = []
        self.scope = TaskScope("test", lambda name, error: self.errors.append(error))
        self.model = TransferListModel(self.queue, self.scope.start, _Clock())

    async def __aenter__(self):
        self.model.refresh_order()
        await until(lambda: self.model.is_known)
        return self

    async def __aexit__(self, *_):
        await self.scope.close()
        assert not self.errors

    def text(self, row, column):
        return self.model.index(row, column).data(DISPLAY)

    async def known(self, row, column=NAME):
        self.text(row, column)
        await until(lambda: self.model.index(row, column).data(Role.TRANSFER) is not None)
        return self.text(row, column)


def ids(*numbers):
    return array("q", numbers)


def test_spans_join_neighbours():
    assert spans([7, 1, 3, 2, 9]) == [(1, 3), (7, 7), (9, 9)]
    assert spans([]) == []


@pytest.mark.parametrize("place", [0, 1, 4, 8])
def test_a_run_that_moves_is_told_as_a_move(place: int) -> None:
    rest = [1, 2, 3, 4, 5, 6, 7, 8]
    old, new = ids(*rest[:3], 20, 21, *rest[3:]), ids(*rest[:place], 20, 21, *rest[place:])
    assert compare(old, new) == OrderChange((), new, True, ())


def test_changes_of_order_are_told_in_steps():
    change = compare(ids(1, 2, 3, 4, 5), ids(5, 1, 3, 6))
    assert change.removed == ((1, 1), (3, 3))
    assert change.is_moved
    assert change.inserted == ((3, 3),)
    assert compare(ids(1, 2), ids(1, 2, 3)).is_moved is False


@pytest.mark.parametrize("seed", range(30))
def test_the_steps_lead_to_the_new_order(seed):
    dice = random.Random(seed)
    old = ids(*dice.sample(range(60), dice.randrange(40)))
    new = ids(*dice.sample(range(60), dice.randrange(40)))
    if seed % 2:  # a few rows of many, as in life
        new = old[:]
        for _ in range(min(3, len(new))):
            new.pop(dice.randrange(len(new)))
        new.insert(dice.randrange(len(new) + 1), 99)
    change = compare(old, new)
    rows = old.tolist()
    for first, last in reversed(change.removed):
        del rows[first : last + 1]
    assert sorted(rows) == sorted(change.kept)
    assert (rows != change.kept.tolist()) is change.is_moved
    rows = change.kept.tolist()
    for first, last in change.inserted:
        rows[first:first] = new[first : last + 1].tolist()
    assert rows == new.tolist()


def test_one_row_of_a_hundred_thousand_is_found_within_a_frame():
    old = array("q", range(100_000))
    best = min(timeit.repeat(lambda: compare(old, old[:50_000] + old[50_001:]), number=1, repeat=5))
    assert best < 0.016, f"{best * 1000:.1f} ms"


def test_cache_forgets_what_was_not_looked_at():
    cache = RowCache(limit=3)
    for number in range(1, 6):
        cache.put(transfer(number))
        cache.get(TransferId(1), 0)
    assert TransferId(1) in cache and TransferId(5) in cache and len(cache) == 3


async def test_model_holds_to_the_rules(qtbot, qtmodeltester):
    async with _Listing([transfer(n) for n in range(1, 30)]) as listing:
        await listing.known(0)
        qtmodeltester.check(listing.model, force_py=True)
        listing.queue.content.pop(TransferId(3))
        listing.queue.content[TransferId(40)] = transfer(40)
        listing.model.sort_by(QueueColumn.NAME, True)
        await until(lambda: listing.model.rowCount() == 29 and listing.model.row_of(TransferId(40)) >= 0)
        qtmodeltester.check(listing.model, force_py=True)


async def test_a_hundred_thousand_rows_cost_what_is_seen(qtbot):
    async with _Listing([transfer(n) for n in range(1, 100_001)]) as listing:
        assert listing.model.rowCount() == 100_000
        assert await listing.known(0) == "file 1.bin"
        assert await listing.known(99_999) == "file 100000.bin"
        assert sum(listing.queue.read) <= 2 * PAGE
        for row in range(0, 100_000, 50):  # somebody drags the scroll bar
            listing.text(row, NAME)
        await until(lambda: not listing.model._wanted and not listing.model._asked)
        assert len(listing.model._cache) <= ROWS_KEPT


async def test_missing_rows_show_a_place_holder_and_are_asked_once(qtbot):
    async with _Listing([transfer(n) for n in range(1, 200)]) as listing:
        assert listing.text(5, NAME) == "…"
        assert listing.text(5, SIZE) is None
        for row in range(PAGE):
            listing.text(row, NAME)
        await until(lambda: listing.text(5, NAME) == "file 6.bin")
        assert listing.queue.read == [PAGE]


async def test_progress_is_told_as_ranges_of_live_columns(qtbot):
    rows = [transfer(n, state=State.MOVING) for n in range(1, 9)]
    async with _Listing(rows) as listing:
        await listing.known(0)
        told = []
        listing.model.dataChanged.connect(
            lambda a, b: told.append((a.row(), b.row(), a.column(), b.column()))
        )
        moved = {
            n: Progress(
                TransferId(n), BatchId(1), State.MOVING, 500_000 * n, 1_000_000 * n, 2e6, 80.0, 1, 1.5e6
            )
            for n in (2, 3, 4, 7)
        }
        listing.model.merge({TransferId(n): p for n, p in moved.items()})
        assert told == [(1, 3, LIVE_FIRST, LIVE_LAST), (6, 6, LIVE_FIRST, LIVE_LAST)]
        assert listing.text(1, PROGRESS) == "50 %"
        assert listing.text(1, SPEED) == "2.0 MB/s"
        assert listing.text(1, AVERAGE) == "1.5 MB/s"
        assert listing.text(1, LEFT) == "1 min 20 s"
        assert listing.text(0, SPEED) == listing.text(0, AVERAGE) == ""


async def test_rows_stay_while_their_values_change(qtbot):
    async with _Listing([transfer(n) for n in range(1, 5)]) as listing:
        listing.model.sort_by(QueueColumn.STATE, False)
        await until(lambda: listing.model.rowCount() == 4)
        await listing.known(0)
        before = [listing.model.index(row, 0).data(Role.ID) for row in range(4)]
        done = transfer(2, state=State.DONE, verification=Verification.VERIFIED)
        listing.queue.content[done.id] = done
        listing.model.note(done)
        assert [listing.model.index(row, 0).data(Role.ID) for row in range(4)] == before
        assert listing.text(before.index(2), STATUS) == "Done"


async def test_a_row_leaves_its_tab_when_its_state_does(qtbot):
    rows = [transfer(n, state=State.MOVING) for n in range(1, 5)]
    async with _Listing(rows) as listing:
        listing.model.show_tab(QueueFilter.ACTIVE)
        await until(lambda: listing.model.rowCount() == 4)
        await listing.known(0)
        second = QPersistentModelIndex(listing.model.index(2, NAME))
        listing.queue.content[TransferId(1)] = replace(rows[0], state=State.DONE)
        listing.model.note(listing.queue.content[TransferId(1)])
        await until(lambda: listing.model.rowCount() == 3)
        assert second.row() == 1, "the selection follows its transfer"


async def test_an_older_answer_never_wins(qtbot):
    async with _Listing([transfer(n) for n in range(1, 5)]) as listing:
        listing.model.sort_by(QueueColumn.NAME, True)
        listing.model.sort_by(QueueColumn.POSITION, False)
        await until(lambda: not listing.scope.names)
        assert [listing.model.index(row, 0).data(Role.ID) for row in range(4)] == [1, 2, 3, 4]


async def test_a_row_is_one_sentence_and_says_why_it_stands_still(qtbot):
    rows = [
        transfer(1, name="film.mkv", size=100, state=State.MOVING, direction=Direction.DOWNLOAD),
        transfer(2, state=State.FAILED, error=errors.NotFound()),
    ]
    async with _Listing(rows) as listing:
        await listing.known(0)
        listing.model.merge(
            {TransferId(1): Progress(TransferId(1), BatchId(1), State.MOVING, 43, 100, 12e6, 180)}
        )
        read = Qt.ItemDataRole.AccessibleTextRole
        sentence = listing.model.index(0, NAME).data(read)
        assert sentence == "film.mkv, Download, Downloading, 43 %, 12.0 MB/s, 3 min 0 s left"
        assert listing.model.index(0, SPEED).data(read) == "Speed: 12.0 MB/s"
        tip = listing.model.index(1, NAME).data(Qt.ItemDataRole.ToolTipRole)
        assert len(tip.splitlines()) >= 1 and "1fichier" in tip


async def test_percent_reaches_a_hundred_only_at_the_end(qtbot):
    rows = [
        transfer(1, size=1000, done=1000, state=State.VERIFYING),
        transfer(2, size=1000, done=1000, state=State.DONE),
        transfer(3, size=0, state=State.STARTING),
    ]
    async with _Listing(rows) as listing:
        await listing.known(0)
        assert [listing.text(row, PROGRESS) for row in range(3)] == ["99 %", "", "100 %"]


async def test_a_failed_reading_is_reported_and_tried_again(qtbot):
    rows = [transfer(n) for n in range(1, 4)]
    listing = _Listing(rows)
    async with listing:
        working = listing.queue.rows

        async def broken(_ids):
            raise errors.JournalDamaged()

        listing.queue.rows = broken
        listing.text(0, NAME)
        await until(lambda: listing.errors)
        listing.errors.clear()
        listing.queue.rows = working
        assert await listing.known(0) == "file 1.bin"


async def test_optional_columns_say_what_they_are_called(qtbot):
    at = NOW
    rows = [
        transfer(1, state=State.MOVING, direction=Direction.DOWNLOAD, attempts=2, added_at=at),
        transfer(2, state=State.DONE, url=link(2), finished_at=at, verification=Verification.VERIFIED),
    ]
    async with _Listing(rows) as listing:
        await listing.known(0)
        moved = Progress(TransferId(1), BatchId(1), State.MOVING, 400_000, 1_000_000, 2e6, 0.3, connections=4)
        listing.model.merge({TransferId(1): moved})
        optional = [section for section, column in enumerate(COLUMNS) if column.is_optional]
        shown = [{title(s): listing.model.index(row, s).data() for s in optional} for row in (0, 1)]
        assert shown[0]["Remaining"] == "600 kB" and shown[0]["Connections"] == "4"
        assert shown[0]["Attempts"] == "2" and shown[0]["Added"].startswith("Today")
        assert shown[0]["Local path"] == "/home/me/file 1.bin"
        assert shown[1]["Checksum"] == "Verified: the checksum is the same"
        assert shown[1]["Link"] == link(2) and shown[1]["Finished"].startswith("Today")
        assert (shown[1]["Remaining"], shown[1]["Connections"], shown[0]["Finished"]) == ("", "", "")


async def test_every_status_has_a_sentence(qtbot):
    rows = [transfer(n, state=state) for n, state in enumerate(State, 1)]
    async with _Listing(rows) as listing:
        await listing.known(0)
        tips = {
            row.state: listing.model.index(n, STATUS).data(Qt.ItemDataRole.ToolTipRole)
            for n, row in enumerate(sorted(rows, key=lambda r: (r.state is State.DONE, r.position)))
            if row.state not in (State.NEEDS_ANSWER, State.FAILED)  # theirs is that of their error
        }
        assert all(str(tip).endswith(".") for tip in tips.values()), tips
        listing.model.show_waits("Waits: all transfers are paused")
        assert listing.model.index(0, STATUS).data() == "Waits: all transfers are paused"


async def test_a_download_that_brought_nothing_says_what_was_here(qtbot):
    done = {"state": State.DONE, "direction": Direction.DOWNLOAD}
    same = transfer(1, verification=Verification.VERIFIED, **done)
    left = transfer(2, verification=Verification.OFF, conflict=ConflictRule.SKIP, **done)
    came = transfer(3, verification=Verification.VERIFIED, local_checksum="aa", **done)
    async with _Listing([same, left, came]) as listing:
        model = listing.model
        await until(lambda: model.index(2, STATUS).data() is not None)
        told = [[model.index(row, column).data() for column in (STATUS, CHECKSUM)] for row in range(3)]
        tips = [model.index(row, STATUS).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert [words[0] for words in told] == ["Already here", "Skipped", "Done"]
    assert told[0][1] == told[2][1] != told[1][1] == "", "nothing was there to verify, whatever is set"
    assert tips[0].endswith("was not fetched again.") and tips[1].endswith("stayed as it was.")
