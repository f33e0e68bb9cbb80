"""The journal in any order of work, closed and opened in between, against a list of rows in memory."""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, cast

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from transfer_bench import SteppingClock, code

from fichier_gui.domain.batches import Batch, Part
from fichier_gui.domain.causes import Cause
from fichier_gui.domain.changes import Changes
from fichier_gui.domain.errors import ConnectionLost, EmptyFile
from fichier_gui.domain.ids import BatchId, FileUrl, FolderId, TransferId
from fichier_gui.domain.transfers import (
    ACTIVE,
    ENDED,
    WAITING,
    ConflictRule,
    Direction,
    Move,
    NewDownload,
    NewTransfer,
    NewUpload,
    Priority,
    QueueColumn,
    QueueFilter,
    State,
    Transfer,
    Verification,
)
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.live import ProgressNote
from fichier_gui.transfers.statements import STATES_IN_ORDER, BatchReport, Tally

START: Final = 1_700_000_000.0
MOMENTS: Final = st.integers(1, 4).map(lambda n: START + n)
UPLOADS: Final = st.builds(
    lambda name, size, folder, start: NewUpload(f"/data/{name}", name, size, folder, "/F", 5, start),
    st.sampled_from("abc"),
    st.integers(0, 9),
    st.sampled_from((FolderId(1), FolderId(2))),
    st.none() | MOMENTS,
)
DOWNLOADS: Final = st.builds(
    lambda name, size: NewDownload(FileUrl(f"https://1fichier.com/?{name}"), name, size, "/target"),
    st.sampled_from("abc"),
    st.integers(0, 9),
)
CHANGES: Final[st.SearchStrategy[Changes]] = st.fixed_dictionaries(  # type: ignore[assignment]
    {"retry_at": st.none() | MOMENTS},
    optional={
        "state": st.sampled_from((State.DONE, State.MOVING)) | st.sampled_from(State),
        "size": st.integers(0, 9),
        "done": st.integers(0, 9),
        "error": st.sampled_from((None, ConnectionLost("reset"), EmptyFile())),
        "verification": st.sampled_from(Verification),
        "part_path": st.sampled_from((None, "/t/1.part", "/t/\udce9.part", "/t/3.part")),
        "url": st.sampled_from((None, FileUrl("u1"), FileUrl("u2"))),
        "body_sent": st.booleans(),
        "priority": st.sampled_from(Priority),
    },
)
PICKS: Final = st.lists(st.integers(0, 30), min_size=1, max_size=5)
"""Rows of the queue by their place, round and round; see ``AnyUse.chosen``."""
STATES: Final = st.just(set(State)) | st.sets(st.sampled_from(State), min_size=3)
UNDER_WAY: Final = ACTIVE | WAITING | {State.PAUSED}
KEYS: Final[dict[QueueColumn, Callable[[Transfer], Any]]] = {
    QueueColumn.CURRENT: lambda row: row.state is State.DONE,
    QueueColumn.NAME: lambda row: row.name,
    QueueColumn.SIZE: lambda row: row.size,
    QueueColumn.STATE: lambda row: STATES_IN_ORDER.index(row.state),
    QueueColumn.ADDED: lambda row: row.added_at,
    QueueColumn.FOLDER: lambda row: row.remote_folder_path,
    QueueColumn.DIRECTION: lambda row: row.direction,
    QueueColumn.PRIORITY: lambda row: -row.priority,
    QueueColumn.REMAINING: lambda row: row.size - row.done,
    QueueColumn.CHECKSUM: lambda row: row.verification,
}
TABS: Final[dict[QueueFilter, Collection[State]]] = {
    QueueFilter.ALL: set(State),
    QueueFilter.ACTIVE: ACTIVE,
    QueueFilter.WAITING: {*WAITING, State.PAUSED},
    QueueFilter.ATTENTION: {State.NEEDS_ANSWER},
    QueueFilter.FAILED: {State.FAILED},
    QueueFilter.DONE: {State.DONE},
}


def as_added(number: int, batch: BatchId, new: NewTransfer, now: float) -> Transfer:
    """The row that ``new`` becomes. Places are those of the model's list, not figures."""
    upload = new if isinstance(new, NewUpload) else None
    is_empty = upload is not None and upload.size == 0
    is_put_off = upload is not None and upload.start_at is not None
    return Transfer(
        id=TransferId(number),
        batch_id=batch,
        direction=Direction.UPLOAD if upload is not None else Direction.DOWNLOAD,
        state=State.FAILED if is_empty else State.RETRYING if is_put_off else State.QUEUED,
        name=new.name,
        size=new.size,
        local_path=new.path if isinstance(new, NewUpload) else str(Path(new.folder) / new.name),
        remote_folder_path="/F" if upload is not None else "",
        added_at=now,
        position=0,
        folder_id=new.folder_id if isinstance(new, NewUpload) else None,
        url=None if isinstance(new, NewUpload) else new.url,
        error=EmptyFile() if is_empty else None,
        retry_at=upload.start_at if upload is not None else None,
        finished_at=now if is_empty else None,
        mtime_ns=5 if upload is not None else 0,
        conflict=ConflictRule.KEEP_BOTH if isinstance(new, NewUpload) else new.conflict,
    )


def moved(queue: Sequence[Transfer], chosen: Collection[TransferId], to: Move) -> list[Transfer]:
    """``queue`` after a move: to an end, or past the next row that has not ended and is not chosen."""
    mine = [row for row in queue if row.id in chosen]
    others = [row for row in queue if row.id not in chosen]
    if to is Move.TOP:
        return mine + others
    if to is Move.BOTTOM:
        return others + mine
    if to is Move.DOWN:
        return moved(queue[::-1], chosen, Move.UP)[::-1]
    after = list(queue)
    for place, row in enumerate(queue):
        before = [n for n in range(place) if after[n].state not in ENDED]
        if row.id in chosen and before and after[before[-1]].id not in chosen:
            after[place], after[before[-1]] = after[before[-1]], after[place]
    return after


def placed(
    queue: Sequence[Transfer], chosen: Collection[TransferId], beside: TransferId, is_after: bool
) -> list[Transfer]:
    """``queue`` with ``chosen`` at the line before or after a row; unchanged where there is no such row."""
    at = next((n for n, row in enumerate(queue) if row.id == beside), None)
    if at is None:
        return list(queue)
    line = at + is_after
    before = [row for row in queue[:line] if row.id not in chosen]
    behind = [row for row in queue[line:] if row.id not in chosen]
    return before + [row for row in queue if row.id in chosen] + behind


def is_due(row: Transfer, now: float) -> bool:
    is_time = row.retry_at is not None and row.retry_at <= now
    return row.state is State.QUEUED or (row.state is State.RETRYING and is_time)


def how_it_stands(rows: Sequence[Transfer]) -> BatchReport:
    if any(row.state in UNDER_WAY for row in rows):
        return BatchReport(False, 0, 0, ())
    done = [row for row in rows if row.state is State.DONE]
    links = ((row.url, row.name) for row in done if row.direction is Direction.UPLOAD and row.url is not None)
    return BatchReport(True, len(done), len(rows) - len(done), tuple(links))


def parts_of(rows: Sequence[Transfer]) -> dict[State, Part]:
    alike: dict[State, list[Transfer]] = {}
    for row in rows:
        alike.setdefault(row.state, []).append(row)
    return {
        state: Part(len(some), sum(row.size for row in some), sum(row.done for row in some))
        for state, some in alike.items()
    }


def plain(row: Transfer) -> tuple[Transfer, str | None]:
    """A row as it can be compared: errors by their code, places by the order of the list."""
    return replace(row, position=0, error=None), code(row.error)


def plain_all(rows: Sequence[Transfer]) -> list[tuple[Transfer, str | None]]:
    return [plain(row) for row in rows]


class AnyUse(RuleBasedStateMachine):
    """Whatever is asked in whatever order, the file holds what a list would hold."""

    def __init__(self) -> None:
        super().__init__()
        self.closing = contextlib.ExitStack()
        self.clock = SteppingClock()
        self.queue: list[Transfer] = []
        self.batches: list[BatchId] = []
        self.about: dict[BatchId, Batch] = {}
        self.name = ""
        self.litter: set[str] = set()
        self.flags: dict[str, bool] = {}
        self.given = 0

    @initialize(new=st.lists(UPLOADS | DOWNLOADS, min_size=5, max_size=8))
    def begin(self, new: list[NewTransfer]) -> None:
        # Not in the constructor: one that is made and never used has nothing to give back.
        self.folder = Path(self.closing.enter_context(tempfile.TemporaryDirectory()))
        self.loop = self.closing.enter_context(asyncio.Runner())
        self.loop.run(self.open())
        self.closing.callback(lambda: self.loop.run(self.journal.close()))
        self.append(new)

    async def open(self) -> None:
        self.journal = await Journal.open(self.folder / "queue.db", self.clock)
        assert self.journal.recovered is None

    def teardown(self) -> None:
        self.closing.close()

    def chosen(self, picks: Sequence[int]) -> list[TransferId]:
        """One pick in so many goes to a row that was never there."""
        ids = [*(row.id for row in self.queue), TransferId(10_000)]
        return list(dict.fromkeys(ids[pick % len(ids)] for pick in picks))

    def apply(
        self, ids: Collection[TransferId] | None, among: Collection[State], to: Changes
    ) -> list[TransferId]:
        hit = [r.id for r in self.queue if r.state in among and (ids is None or r.id in ids)]
        self.queue = [replace(r, **to) if r.id in hit else r for r in self.queue]
        return hit

    @rule(new=st.lists(UPLOADS | DOWNLOADS, max_size=5), seconds=st.integers(0, 9))
    def add(self, new: list[NewTransfer], seconds: int) -> None:
        self.clock.now += seconds
        self.append(new)

    def append(self, new: list[NewTransfer]) -> None:
        added = self.loop.run(self.journal.add(new, self.name))
        assert added.batch_id not in self.batches
        assert added.count == len(new)
        rows = [
            as_added(self.given + n, added.batch_id, each, self.clock.now) for n, each in enumerate(new, 1)
        ]
        assert list(added.refused) == [row.id for row in rows if row.state is State.FAILED]
        self.given += len(new)
        self.batches.append(added.batch_id)
        is_upload = not new or isinstance(new[0], NewUpload)
        self.about[added.batch_id] = Batch(
            added.batch_id,
            self.name or (new[0].name if new else ""),
            bool(self.name),
            Direction.UPLOAD if is_upload else Direction.DOWNLOAD,
            "/F" if new and all(isinstance(each, NewUpload) for each in new) else "",
            self.clock.now,
            {},
        )
        self.name = "" if self.name else "whole"
        self.queue += rows

    @rule(picks=PICKS, before=st.none() | st.sampled_from(State), to=CHANGES, is_spoilt=st.booleans())
    def change(self, picks: list[int], before: State | None, to: Changes, is_spoilt: bool) -> None:
        """All at once, so that they share a transaction; one that fails in it takes none along."""
        expected: list[bool] = []
        asked: list[tuple[TransferId, State]] = []
        for each in self.chosen(picks):
            state = before or next((row.state for row in self.queue if row.id == each), State.QUEUED)
            asked.append((each, state))
            expected.append(bool(self.apply([each], {state}, to)))
        assert self.loop.run(self.changed(asked, to, is_spoilt and bool(self.queue))) == expected

    async def changed(
        self, asked: Sequence[tuple[TransferId, State]], to: Changes, is_spoilt: bool
    ) -> list[bool]:
        ids = [row.id for row in self.queue]
        spoilt = [self.journal.revise(ids, State, self.fail_late) for _ in range(is_spoilt)]
        changes = (asyncio.wrap_future(self.journal.change(each, state, to)) for each, state in asked)
        *failed, results = await asyncio.gather(*spoilt, asyncio.gather(*changes), return_exceptions=True)
        assert [type(each) for each in failed] == [ValueError] * is_spoilt
        return cast(list[bool], results)

    def fail_late(self, row: Transfer) -> Changes:
        """What was written for the rows before goes too."""
        if row.id == self.queue[-1].id:
            raise ValueError
        return {"state": State.DONE, "done": 99}

    @rule(picks=st.none() | PICKS, before=STATES, to=CHANGES)
    def shift(self, picks: list[int] | None, before: set[State], to: Changes) -> None:
        ids = None if picks is None else self.chosen(picks)
        changed = self.loop.run(self.journal.shift(ids, before, to))
        assert sorted(changed) == sorted(self.apply(ids, before, to))

    @rule(picks=PICKS, among=STATES, to=st.lists(CHANGES, min_size=1, max_size=3))
    def revise(self, picks: list[int], among: set[State], to: list[Changes]) -> None:
        ids = self.chosen(picks)

        def decide(row: Transfer) -> Changes:
            return to[row.id % len(to)]

        pairs = self.loop.run(self.journal.revise(ids, among, decide))
        rows = {row.id: row for row in self.queue}
        hit = [rows[each] for each in ids if each in rows and rows[each].state in among]
        assert plain_all([before for before, _ in pairs]) == plain_all(hit)
        assert plain_all([after for _, after in pairs]) == plain_all([replace(r, **decide(r)) for r in hit])
        for row in hit:
            self.apply([row.id], among, decide(row))

    @rule(picks=PICKS, to=st.sampled_from(Move))
    def move(self, picks: list[int], to: Move) -> None:
        ids = self.chosen(picks)
        self.loop.run(self.journal.move(ids, to))
        self.queue = moved(self.queue, ids, to)

    @rule(picks=PICKS, beside=st.integers(0, 30), is_after=st.booleans(), times=st.sampled_from((1, 40)))
    def place(self, picks: list[int], beside: int, is_after: bool, times: int) -> None:
        """Again and again at one place, where the room between the figures runs out."""
        ids, (at,) = self.chosen(picks), self.chosen([beside])
        for turn in range(times):
            some = ids if turn % 2 or times == 1 else [row.id for row in self.queue if row.id not in ids][:2]
            is_there = self.loop.run(self.journal.place(some, at, is_after))
            assert is_there == any(row.id == at for row in self.queue)
            self.queue = placed(self.queue, some, at, is_after)

    @rule(picks=PICKS)
    def urge(self, picks: list[int]) -> None:
        ids = self.chosen(picks)
        now: Changes = {"state": State.QUEUED, "error": None, "retry_at": None, "priority": Priority.NOW}
        urged = self.apply(ids, WAITING | {State.PAUSED}, now)
        assert sorted(self.loop.run(self.journal.urge(ids))) == sorted(urged)
        self.queue = moved(self.queue, urged, Move.TOP)

    @rule(picks=PICKS | st.none(), among=st.just({State.DONE}) | st.sets(st.sampled_from(State), max_size=4))
    def remove(self, picks: list[int] | None, among: set[State]) -> None:
        ids = None if picks is None else self.chosen(picks)
        gone = [r for r in self.queue if r.state in among and (ids is None or r.id in ids)]
        removed, cut = self.loop.run(self.journal.remove(ids, among))
        assert sorted(removed) == sorted(row.id for row in gone)
        assert cut == sorted({row.batch_id for row in gone if row.state in UNDER_WAY})
        self.queue = [row for row in self.queue if row not in gone]
        self.litter |= {
            row.part_path
            for row in gone
            if row.part_path is not None
            and row.direction is Direction.DOWNLOAD
            and row.verification is not Verification.DIFFERS
            and row.state is not State.DONE
        }

    @precondition(lambda self: self.litter)
    @rule(pick=st.integers(0, 9))
    def litter_gone(self, pick: int) -> None:
        path = sorted(self.litter)[pick % len(self.litter)]
        self.loop.run(self.journal.litter_gone([path]))
        self.litter.remove(path)

    @rule(picks=PICKS, done=st.integers(0, 9), parts=st.sampled_from((None, "0-3")))
    def note_progress(self, picks: list[int], done: int, parts: str | None) -> None:
        ids = self.chosen(picks)
        self.loop.run(self.journal.note_progress({each: ProgressNote(done, parts) for each in ids}))
        self.queue = [
            replace(r, done=done, parts=parts or r.parts) if r.id in ids and r.state in ACTIVE else r
            for r in self.queue
        ]

    @rule(name=st.sampled_from("xy"), value=st.booleans())
    def set_flag(self, name: str, value: bool) -> None:
        self.loop.run(self.journal.set_flag(name, value))
        self.flags[name] = value

    @rule()
    def close_and_reopen(self) -> None:
        self.loop.run(self.journal.close())
        self.loop.run(self.open())
        self.the_tallies_are_the_sums()

    @rule(
        tab=st.sampled_from(QueueFilter),
        column=st.sampled_from(list(KEYS)),
        descending=st.booleans(),
        text=st.sampled_from(("", "A", "b")),
    )
    def look(self, tab: QueueFilter, column: QueueColumn, descending: bool, text: str) -> None:
        rows = [r for r in self.queue if r.state in TABS[tab] and text.lower() in r.name]
        rows.sort(key=KEYS[column], reverse=descending)
        found = self.loop.run(self.journal.order(tab, column, descending, text))
        assert list(found) == [row.id for row in rows]

    @rule(column=st.sampled_from(list(KEYS)), descending=st.booleans(), unfolded=PICKS)
    def look_at_batches(self, column: QueueColumn, descending: bool, unfolded: list[int]) -> None:
        """Those of several rows are one row, at the place of the first that is not done."""
        shown = {self.batches[pick % len(self.batches)] for pick in unfolded}
        found = list(self.loop.run(self.journal.arranged(column, descending, shown)))
        mine: dict[BatchId, list[Transfer]] = {}
        for row in self.queue:
            mine.setdefault(row.batch_id, []).append(row)
        for batch in shown & mine.keys():
            if len(mine[batch]) > 1:
                rows = sorted(mine[batch], key=KEYS[column], reverse=descending)
                at = found.index(-batch) + 1
                assert found[at : at + len(rows)] == [row.id for row in rows]
                del found[at : at + len(rows)]
        tops: list[tuple[Any, int, int]] = []
        for batch, rows in mine.items():
            alone = len(rows) == 1
            key = KEYS[column](rows[0]) if alone else self.key_of_batch(column, batch, rows)
            left = [row for row in rows if row.state is not State.DONE] or rows
            tops.append((key, self.queue.index(left[0]), rows[0].id if alone else -batch))
        tops.sort(key=lambda top: top[1])
        tops.sort(key=lambda top: top[0], reverse=descending)
        assert found == [top[2] for top in tops]

    def key_of_batch(self, column: QueueColumn, batch: BatchId, rows: list[Transfer]) -> Any:
        about = self.about[batch]
        keys: dict[QueueColumn, Callable[[], Any]] = {
            QueueColumn.CURRENT: lambda: all(row.state is State.DONE for row in rows),
            QueueColumn.NAME: lambda: about.name,
            QueueColumn.SIZE: lambda: sum(row.size for row in rows),
            QueueColumn.STATE: lambda: min(STATES_IN_ORDER.index(row.state) for row in rows),
            QueueColumn.ADDED: lambda: rows[0].added_at,
            QueueColumn.FOLDER: lambda: about.folder,
            QueueColumn.DIRECTION: lambda: about.direction,
            QueueColumn.PRIORITY: lambda: min(-row.priority for row in rows),
            QueueColumn.REMAINING: lambda: sum(row.size - row.done for row in rows),
            QueueColumn.CHECKSUM: lambda: min(row.verification for row in rows),
        }
        return keys[column]()

    @rule(
        direction=st.sampled_from(Direction),
        now=MOMENTS,
        limit=st.integers(1, 4),
        largest=st.integers(1, 9),
        least=st.sampled_from(Priority),
    )
    def what_is_due(
        self, direction: Direction, now: float, limit: int, largest: int, least: Priority
    ) -> None:
        """Priority first, then place: ``sorted`` keeps the order of equals."""
        mine = [r for r in self.queue if r.direction is direction and is_due(r, now)]
        mine.sort(key=lambda r: -r.priority)
        urgent = [r for r in mine if r.priority >= least]
        found = self.loop.run(self.journal.due(direction, now, limit, least=least))
        assert plain_all(found) == plain_all(urgent[:limit])
        small = [r for r in mine if 1 <= r.size <= largest]
        assert plain_all(self.loop.run(self.journal.due(direction, now, limit))) == plain_all(mine[:limit])
        found = self.loop.run(self.journal.due(direction, now, limit, largest))
        assert plain_all(found) == plain_all(small[:limit])
        later = [r.retry_at for r in self.queue if r.state is State.RETRYING and (r.retry_at or 0.0) > now]
        assert self.loop.run(self.journal.next_retry(now)) == min(filter(None, later), default=None)

    @rule(now=MOMENTS, limit=st.integers(1, 4), largest=st.integers(1, 9))
    def who_may_travel_along(self, now: float, limit: int, largest: int) -> None:
        for place, row in enumerate(self.queue):
            if row.direction is Direction.UPLOAD:
                behind = [
                    r
                    for r in self.queue[place + 1 :]
                    if r.direction is Direction.UPLOAD
                    and is_due(r, now)
                    and not r.body_sent
                    and 1 <= r.size <= largest
                    and r.folder_id == row.folder_id
                    and r.priority == row.priority
                ]
                leader = self.loop.run(self.journal.row(row.id))
                found = self.loop.run(self.journal.companions(leader, now, largest, limit))
                assert plain_all(found) == plain_all(behind[:limit])
                return

    @invariant()
    def the_file_holds_what_the_list_holds(self) -> None:
        self.loop.run(self.compare())

    async def compare(self) -> None:
        journal, queue = self.journal, self.queue
        ids = await journal.order(QueueFilter.ALL, QueueColumn.POSITION, False, "")
        assert list(ids) == [row.id for row in queue]
        assert plain_all(await journal.rows([TransferId(i) for i in ids])) == plain_all(queue)
        assert Counter(await journal.litter()) == Counter(self.litter)
        assert [await journal.flag(name) for name in "xy"] == [self.flags.get(name, False) for name in "xy"]
        failed = [r.id for r in queue if r.state is State.FAILED and code(r.error) == "EmptyFile"]
        assert await journal.of_cause(Cause(State.FAILED, "EmptyFile")) == failed
        for batch in self.batches[-3:]:
            mine = [row for row in queue if row.batch_id == batch]
            assert await journal.batch_report(batch) == how_it_stands(mine)
            assert await journal.rows_of([batch]) == [row.id for row in mine]
        assert await journal.batches(self.batches) == [
            replace(self.about[batch], parts=parts)
            for batch in self.batches
            if (parts := parts_of([row for row in queue if row.batch_id == batch]))
        ]

    @invariant()
    def the_tallies_are_the_sums(self) -> None:
        sums = {
            (direction, state): Tally(len(rows), sum(row.size for row in rows), sum(row.done for row in rows))
            for direction in Direction
            for state in State
            if (rows := [r for r in self.queue if (r.direction, r.state) == (direction, state)])
        }
        assert {key: tally for key, tally in self.journal.tallies.items() if tally != Tally()} == sums


PHASES: Final = (Phase.explicit, Phase.reuse, Phase.generate)
"""Each step is one on a disk: a shorter example would take minutes to find."""

TestAnyUse = AnyUse.TestCase
TestAnyUse.settings = settings(max_examples=40, stateful_step_count=30, phases=PHASES)
