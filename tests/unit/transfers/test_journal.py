"""The journal as a file: what survives, what is refused, what 100,000 rows cost."""

import asyncio
import gc
import sqlite3
import weakref
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from transfer_bench import SteppingClock

from fichier_gui.domain.errors import (
    ChecksumMismatch,
    DiskFault,
    JournalDamaged,
    JournalNewer,
    NameAltered,
    TooLarge,
)
from fichier_gui.domain.ids import FileUrl, FolderId, TransferId
from fichier_gui.domain.reactions import retried
from fichier_gui.domain.transfers import (
    ACTIVE,
    ConflictRule,
    Direction,
    Move,
    NewDownload,
    NewTransfer,
    NewUpload,
    QueueColumn,
    QueueFilter,
    State,
    Verification,
)
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.live import ProgressNote
from fichier_gui.transfers.schema import PLACE
from fichier_gui.transfers.statements import Tally


def up(name: str, size: int = 10, folder: str = "/F") -> NewUpload:
    return NewUpload(f"/data/{name}", name, size, FolderId(1), folder, 5)


def down(name: str, size: int = 20) -> NewDownload:
    return NewDownload(FileUrl(f"https://1fichier.com/?{name}"), name, size, "/target", "/R", "ab" * 64)


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[Journal]:
    journal = await Journal.open(tmp_path / "queue.db", SteppingClock())
    yield journal
    await journal.close()


async def names(
    journal: Journal,
    tab: QueueFilter = QueueFilter.ALL,
    column: QueueColumn = QueueColumn.POSITION,
    descending: bool = False,
    text: str = "",
) -> list[str]:
    ids = await journal.order(tab, column, descending, text)
    return [row.name for row in await journal.rows([TransferId(i) for i in ids])]


async def test_rows_come_back_as_they_were(journal: Journal) -> None:
    added = await journal.add([up("a"), down("b")])
    first, second = await journal.rows([TransferId(1), TransferId(2)])
    assert (first.direction, first.local_path, first.folder_id, first.mtime_ns) == (
        Direction.UPLOAD,
        "/data/a",
        1,
        5,
    )
    assert (second.direction, second.local_path, second.url) == (
        Direction.DOWNLOAD,
        str(Path("/target") / "b"),
        "https://1fichier.com/?b",
    )
    assert second.checksum == "ab" * 64
    assert second.conflict is ConflictRule.SKIP_SAME
    assert first.batch_id == second.batch_id == added.batch_id
    assert (first.state, first.position, second.position) == (State.QUEUED, PLACE, 2 * PLACE)


async def test_every_fact_survives(journal: Journal, tmp_path: Path) -> None:
    await journal.add([down("b")])
    error = TooLarge("413", size=5, limit=3, why="\udcff")
    assert await asyncio.wrap_future(
        journal.change(
            TransferId(1),
            State.QUEUED,
            {
                "state": State.RETRYING,
                "error": error,
                "retry_at": 12.5,
                "verification": Verification.DIFFERS,
                "body_sent": True,
                "part_path": "/t/\udce9.part",
                "keep_anyway": True,
                "use_credits": True,
                "stored_name": "x\udce9",
            },
        )
    )
    row = await journal.row(TransferId(1))
    assert row.error is not None
    assert (type(row.error), row.error.detail, dict(row.error.facts)) == (TooLarge, "413", error.facts)
    assert (row.retry_at, row.body_sent, row.keep_anyway, row.use_credits) == (12.5, True, True, True)
    assert (row.part_path, row.stored_name) == ("/t/\udce9.part", "x\udce9")
    assert row.verification is Verification.DIFFERS


async def test_names_that_are_no_unicode_are_kept_and_ordered(journal: Journal) -> None:
    await journal.add([up("b\udce9.txt"), up("a.txt")])
    assert await names(journal, column=QueueColumn.NAME) == ["a.txt", "b\udce9.txt"]
    assert (await journal.row(TransferId(1))).local_path == "/data/b\udce9.txt"
    assert await names(journal, text="B") == ["b\udce9.txt"]


async def test_a_change_needs_the_state_it_was_made_for(journal: Journal) -> None:
    await journal.add([up("a")])
    changed = await asyncio.wrap_future(journal.change(TransferId(1), State.MOVING, {"state": State.DONE}))
    assert not changed
    assert (await journal.row(TransferId(1))).state is State.QUEUED


async def test_a_row_that_is_gone_is_a_lookup_error(journal: Journal) -> None:
    with pytest.raises(LookupError):
        await journal.row(TransferId(7))
    assert await journal.rows([TransferId(7)]) == []


async def test_numbers_are_never_given_twice(journal: Journal) -> None:
    await journal.add([up("a")])
    await journal.remove([TransferId(1)], State)
    await journal.add([up("b")])
    assert (await journal.rows([TransferId(2)]))[0].name == "b"


async def test_what_is_closed_opens_again(tmp_path: Path) -> None:
    clock = SteppingClock()
    journal = await Journal.open(tmp_path / "queue.db", clock)
    await journal.add([up("a")])
    await journal.set_flag("paused", True)
    await journal.close()
    await journal.close()
    again = await Journal.open(tmp_path / "queue.db", clock)
    assert again.recovered is None
    assert again.tallies[Direction.UPLOAD, State.QUEUED] == Tally(1, 10, 0)
    assert await again.flag("paused")
    assert not await again.flag("other")
    await again.close()


def _spoil(path: Path, damage: str) -> None:
    whole = path.read_bytes()
    torn = whole[:8192] + bytes(len(whole) - 16384) + whole[-8192:]
    path.write_bytes(b"not a database, but long enough to be looked at" * 50 if damage == "text" else torn)


@pytest.mark.parametrize("damage", ["text", "torn"])
async def test_a_damaged_file_is_put_aside(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "queue.db"
    clock = SteppingClock()
    journal = await Journal.open(path, clock)
    await journal.add([up(f"file {n}") for n in range(2000)])
    await journal.close()
    _spoil(path, damage)
    fresh = await Journal.open(path, clock)
    assert isinstance(fresh.recovered, JournalDamaged)
    kept = str(fresh.recovered.facts["kept"])
    assert kept.startswith(str(path) + ".damaged-")
    assert len(_bytes(Path(kept))) > 2000
    assert await names(fresh) == []
    await fresh.add([up("b")])
    await fresh.close()


async def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "queue.db"
    clock = SteppingClock()
    await (await Journal.open(path, clock)).close()
    before = _from_the_future(path)
    with pytest.raises(JournalNewer):
        await Journal.open(path, clock)
    assert _bytes(path) == before


def _from_the_future(path: Path) -> bytes:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    return path.read_bytes()


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


async def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "queue.db").mkdir()
    with pytest.raises(DiskFault):
        await Journal.open(tmp_path / "queue.db", SteppingClock())


async def test_a_failed_piece_of_work_spoils_no_other(journal: Journal) -> None:
    good = journal.add([up("a")])
    bad = journal.note_progress({TransferId(1): ProgressNote(2**70, None)})  # no column holds so much
    results = await asyncio.gather(good, bad, journal.add([up("b")]), return_exceptions=True)
    assert [isinstance(result, Exception) for result in results] == [False, True, False]
    assert await names(journal) == ["a", "b"]


async def test_someone_who_gives_up_does_not_stop_the_journal(journal: Journal) -> None:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_add(journal, n)) for n in range(20)]
        await asyncio.sleep(0)
        for task in tasks[::2]:
            task.cancel()
    await journal.add([up("last")])
    assert (await names(journal))[-1] == "last"


async def _add(journal: Journal, number: int) -> None:
    await journal.add([up(str(number))])


async def test_the_next_rows_by_place(journal: Journal) -> None:
    await journal.add([up("a"), up("b"), down("c"), up("d")])
    await journal.shift([TransferId(1)], State, {"state": State.RETRYING, "retry_at": 100.0})
    due = await journal.due(Direction.UPLOAD, 50.0, 5)
    assert [row.name for row in due] == ["b", "d"]
    due = await journal.due(Direction.UPLOAD, 100.0, 2)
    assert [row.name for row in due] == ["a", "b"]
    assert await journal.next_retry(50.0) == 100.0
    assert await journal.next_retry(100.0) is None


@pytest.mark.parametrize(
    ("chosen", "to", "order"),
    [
        ([3, 4], Move.TOP, [3, 4, 1, 2, 5]),
        ([4, 3], Move.TOP, [3, 4, 1, 2, 5]),
        ([1, 2], Move.BOTTOM, [3, 4, 5, 1, 2]),
        ([2, 3], Move.UP, [2, 3, 1, 4, 5]),
        ([1, 3], Move.UP, [1, 3, 2, 4, 5]),
        ([1, 2], Move.UP, [1, 2, 3, 4, 5]),
        ([2, 3], Move.DOWN, [1, 4, 2, 3, 5]),
        ([5, 3], Move.DOWN, [1, 2, 4, 3, 5]),
        ([], Move.TOP, [1, 2, 3, 4, 5]),
        ([99], Move.DOWN, [1, 2, 3, 4, 5]),
    ],
)
async def test_moving_rows(journal: Journal, chosen: list[int], to: Move, order: list[int]) -> None:
    await journal.add([up(str(n)) for n in range(1, 6)])
    await journal.move([TransferId(n) for n in chosen], to)
    assert await names(journal) == [str(n) for n in order]


@pytest.mark.parametrize(
    ("chosen", "beside", "is_after", "order"),
    [
        ([4, 5], 2, False, [1, 4, 5, 2, 3]),
        ([5, 4], 2, True, [1, 2, 4, 5, 3]),
        ([1, 3], 5, True, [2, 4, 5, 1, 3]),
        ([1, 3], 1, False, [1, 3, 2, 4, 5]),
        ([1, 3, 5], 3, True, [2, 1, 3, 5, 4]),
        ([2], 2, False, [1, 2, 3, 4, 5]),
        ([1, 2, 3, 4, 5], 3, False, [1, 2, 3, 4, 5]),
        ([2], 99, True, [1, 2, 3, 4, 5]),
        ([99], 2, True, [1, 2, 3, 4, 5]),
    ],
)
async def test_rows_are_put_beside_another(
    journal: Journal, chosen: list[int], beside: int, is_after: bool, order: list[int]
) -> None:
    await journal.add([up(str(n)) for n in range(1, 6)])
    is_there = await journal.place([TransferId(n) for n in chosen], TransferId(beside), is_after)
    assert is_there == (beside != 99)
    assert await names(journal) == [str(n) for n in order]


async def test_a_place_never_runs_out_of_room(journal: Journal) -> None:
    """The last row goes to the second place, and so on: the figures there halve their distance each time."""
    await journal.add([up(str(n)) for n in range(500)])
    model = [str(n) for n in range(500)]
    for _ in range(300):
        ids = await journal.order(QueueFilter.ALL, QueueColumn.POSITION, False, "")
        await journal.place([TransferId(ids[-1])], TransferId(ids[0]), True)
        model.insert(1, model.pop())
    assert await names(journal) == model
    places = [row.position for row in await journal.rows([TransferId(n) for n in range(1, 501)])]
    assert len(set(places)) == 500


async def test_moving_passes_over_what_has_ended(journal: Journal) -> None:
    await journal.add([up(str(n)) for n in range(1, 5)])
    await journal.shift([TransferId(2), TransferId(3)], State, {"state": State.DONE})
    await journal.move([TransferId(4)], Move.UP)
    assert [n for n in await names(journal) if n in "14"] == ["4", "1"]


async def test_orders_of_every_column(journal: Journal) -> None:
    await journal.add([up("b10", 5, "/Z"), down("b9", 7), up("a", 6, "/Y")])
    await journal.shift([TransferId(3)], State, {"state": State.DONE})
    assert await names(journal, column=QueueColumn.NAME) == ["a", "b9", "b10"]
    assert await names(journal, column=QueueColumn.NAME, descending=True) == ["b10", "b9", "a"]
    assert await names(journal, column=QueueColumn.SIZE) == ["b10", "a", "b9"]
    assert await names(journal, column=QueueColumn.STATE) == ["b10", "b9", "a"]
    assert await names(journal, column=QueueColumn.FOLDER) == ["b9", "a", "b10"]
    assert await names(journal, column=QueueColumn.DIRECTION) == ["b9", "b10", "a"]
    assert await names(journal, column=QueueColumn.ADDED) == ["b10", "b9", "a"]
    assert await names(journal, QueueFilter.DONE) == ["a"]
    assert await names(journal, QueueFilter.WAITING) == ["b10", "b9"]
    assert await names(journal, text="B1") == ["b10"]


async def test_search_is_blind_to_case_and_accents(journal: Journal) -> None:
    await journal.add([up("Été 2024.jpg"), up("hiver_100%.jpg")])
    assert await names(journal, text="ete") == ["Été 2024.jpg"]
    assert await names(journal, text="100%") == ["hiver_100%.jpg"]
    assert await names(journal, text="_1") == ["hiver_100%.jpg"]


async def test_counts_follow_every_change(journal: Journal) -> None:
    await journal.add([up("a", 10), up("b", 10), down("c", 20)])
    await journal.shift([TransferId(1)], State, {"state": State.DONE, "done": 10})
    await journal.shift([TransferId(3)], State, {"state": State.MOVING})
    await journal.note_progress({TransferId(3): ProgressNote(7, None)})
    await journal.remove([TransferId(2)], State)
    counted = {key: tally for key, tally in journal.tallies.items() if tally.rows}
    assert counted == {
        (Direction.UPLOAD, State.DONE): Tally(1, 10, 10),
        (Direction.DOWNLOAD, State.MOVING): Tally(1, 20, 7),
    }


async def test_a_late_counter_leaves_a_row_that_came_to_rest_alone(journal: Journal) -> None:
    """Stopping some rows takes a while, in which others end."""
    await journal.add([down("a", 20), down("b", 20)])
    await journal.shift([TransferId(1)], State, {"state": State.DONE, "done": 20})
    await journal.shift([TransferId(2)], State, {"state": State.MOVING})
    await journal.note_progress(
        {TransferId(1): ProgressNote(13, None), TransferId(2): ProgressNote(13, "0-5,9-17", 2.5)}
    )
    done, moving = await journal.rows([TransferId(1), TransferId(2)])
    assert (done.done, moving.done, moving.moving_time, moving.average_speed) == (20, 13, 2.5, 5.2)


async def test_what_is_done_can_come_last(journal: Journal) -> None:
    await journal.add([up("a"), up("b"), up("c"), up("d")])
    await journal.shift([TransferId(1), TransferId(3)], State, {"state": State.DONE})
    assert await names(journal, column=QueueColumn.CURRENT) == ["b", "d", "a", "c"]
    assert await names(journal) == ["a", "b", "c", "d"]


async def test_a_removed_row_leaves_its_part_file_as_litter(journal: Journal) -> None:
    await journal.add([down("a"), down("b"), down("c")])
    for number, verification in ((1, Verification.PENDING), (2, Verification.DIFFERS)):
        await journal.shift(
            [TransferId(number)], State, {"part_path": f"/t/{number}", "verification": verification}
        )
    assert await journal.part_is_taken("/t/1", TransferId(3))
    assert not await journal.part_is_taken("/t/1", TransferId(1))
    ids, cut = await journal.remove(None, State)
    assert (list(ids), cut) == ([1, 2, 3], [1])
    assert await journal.litter() == ["/t/1"]
    assert await journal.part_is_taken("/t/1", TransferId(3))
    await journal.litter_gone(["/t/1"])
    assert await journal.litter() == []


async def test_how_a_batch_stands(journal: Journal) -> None:
    batch = (await journal.add([up("a"), up("b"), down("c")])).batch_id
    assert not (await journal.batch_report(batch)).is_over
    await journal.shift(
        [TransferId(1)], State, {"state": State.DONE, "url": FileUrl("u1"), "error": NameAltered()}
    )
    await journal.shift([TransferId(3)], State, {"state": State.NEEDS_ANSWER})
    assert not (await journal.batch_report(batch)).is_over
    await journal.shift([TransferId(2)], State, {"state": State.DONE, "url": FileUrl("u2")})
    report = await journal.batch_report(batch)
    assert (report.is_over, report.done, report.failed) == (True, 2, 1)
    assert report.links == (("u1", "a"), ("u2", "b"))


async def test_no_secret_has_a_place(journal: Journal, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "queue.db")
    columns = {row[1] for row in connection.execute("PRAGMA table_info(transfers)")}
    connection.close()
    assert not columns & {"key", "link", "token", "password", "direct_url"}


async def test_a_hundred_thousand_rows(tmp_path: Path) -> None:
    count = 100_000
    clock = SteppingClock()
    journal = await Journal.open(tmp_path / "queue.db", clock)
    new: list[NewTransfer] = [
        up(f"file {n}.bin", n + 1) if n % 2 else down(f"file {n}.bin", n) for n in range(count)
    ]
    await journal.add(new)
    assert sum(tally.rows for tally in journal.tallies.values()) == count
    await journal.close()
    again = await Journal.open(tmp_path / "queue.db", clock)
    assert sum(tally.size for tally in again.tallies.values()) == sum(t.size for t in new)
    assert len(await again.shift(None, ACTIVE, {"state": State.QUEUED})) == 0
    ids = await again.order(QueueFilter.ALL, QueueColumn.NAME, True, "")
    assert len(ids) == count
    page = await again.rows([TransferId(i) for i in ids[50_000:50_100]])
    assert [row.name for row in page] == [f"file {49_999 - n}.bin" for n in range(100)]
    assert [row.name for row in await again.due(Direction.UPLOAD, 0.0, 2)] == ["file 1.bin", "file 3.bin"]
    assert len(await again.order(QueueFilter.WAITING, QueueColumn.POSITION, False, "99999")) == 1
    everything = [TransferId(i) for i in ids]
    assert len(await again.shift(everything, [State.QUEUED], {"state": State.PAUSED})) == count
    await again.close()


async def test_rows_retried_together_become_what_each_would_become_alone(journal: Journal) -> None:
    await journal.add([up("a"), down("b"), up("c"), down("d"), up("e"), up("f")])
    url = FileUrl("https://1fichier.com/?stored")
    found = {"state": State.NEEDS_ANSWER, "done": 5, "attempts": 3, "etag": "e", "url": url}
    differs = ChecksumMismatch(path="p", expected="x", actual="y")
    one, two, three, four, five, six = map(TransferId, range(1, 7))
    await journal.shift([one, two], State, {**found, "error": differs})
    await journal.shift([three, four], State, {**found, "error": TooLarge(), "state": State.FAILED})
    await journal.shift([five], State, {**found, "state": State.RETRYING, "retry_at": 99.0})
    every = [one, two, three, four, five, six]
    among = {State.NEEDS_ANSWER, State.FAILED, State.RETRYING}
    before = await journal.rows(every)
    changed = await journal.revise_alike(every, among, retried)
    assert sorted(changed) == every[:5]
    wanted = [replace(row, **retried(row)) for row in before[:5]]
    assert await journal.rows(every) == [*wanted, before[5]]
    assert (wanted[0].url, wanted[2].url, wanted[0].done, wanted[2].done) == (None, url, 0, 5)
    assert not await journal.revise_alike(every, among, retried)


async def test_what_was_written_is_let_go_at_once(journal: Journal) -> None:
    """A batch of 100,000 must not stay until somebody looks for cycles."""

    class Result(list[int]):
        pass

    made: list[weakref.ref[Result]] = []

    def work(_connection: sqlite3.Connection) -> Result:
        result = Result()
        made.append(weakref.ref(result))
        return result

    assert not gc.isenabled()  # no test is collected for in passing
    await asyncio.wrap_future(journal._database.submit(work))
    await journal.batches([])  # the thread has let go of the step before
    assert [result() for result in made] == [None]
