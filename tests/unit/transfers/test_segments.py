"""Who fetches what: rules one by one, then random work against a plain account of bytes."""

import itertools

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import Direction, State, Transfer
from fichier_gui.transfers.live import Gauge
from fichier_gui.transfers.part_map import PartMap
from fichier_gui.transfers.segments import LEAST, LONGEST, MIB, STALLED_AFTER, Segment, Segments


def gauge(size: int) -> Gauge:
    transfer = Transfer(
        id=TransferId(1),
        batch_id=BatchId(1),
        direction=Direction.DOWNLOAD,
        state=State.MOVING,
        name="a",
        size=size,
        local_path="/a",
        remote_folder_path="",
        added_at=0.0,
        position=1,
    )
    return Gauge(transfer, lambda: 0.0)


def segments(size: int, lanes: int = 4, good: str = "") -> Segments:
    return Segments(PartMap.parse(good), size, gauge(size), lanes)


def taken(of: Segments, now: float = 0.0) -> Segment:
    segment = of.take(now)
    assert segment is not None
    return segment


def arrived(of: Segments, segment: Segment, count: int, now: float) -> None:
    of.held(segment, count, now)
    of.wrote(segment, of.grant(segment))


def test_a_file_is_cut_into_as_many_parts_as_there_are_connections() -> None:
    of = segments(100 * MIB)
    spans = [(s.at, s.end) for s in (taken(of) for _ in range(4))]
    assert spans == [(n * 25 * MIB, (n + 1) * 25 * MIB) for n in range(4)]
    assert of.take(0.0) is None, "nobody is slow yet"


def test_a_huge_file_is_fetched_from_the_front() -> None:
    of = segments(100 * 1024 * MIB)
    spans = [(s.at, s.end) for s in (taken(of) for _ in range(4))]
    assert spans == [(n * LONGEST, (n + 1) * LONGEST) for n in range(4)]


def test_one_connection_takes_all_of_it() -> None:
    of = segments(100 * 1024 * MIB, lanes=1)
    assert taken(of).end == 100 * 1024 * MIB


def test_gaps_of_an_earlier_run_come_first() -> None:
    of = segments(100 * MIB, good=f"{10 * MIB}-{90 * MIB}")
    assert [(s.at, s.end) for s in (taken(of), taken(of), taken(of))] == [
        (0, 5 * MIB),
        (5 * MIB, 10 * MIB),
        (90 * MIB, 95 * MIB),
    ]


def test_half_of_the_slowest_is_shared() -> None:
    of = segments(80 * MIB)
    quick, slow, *_ = [taken(of) for _ in range(4)]
    arrived(of, quick, 20 * MIB, 10.0)
    of.give_back(quick)
    arrived(of, slow, 1 * MIB, 10.0)
    stolen = taken(of, 10.0)
    assert stolen.end in (40 * MIB, 60 * MIB, 80 * MIB)
    assert stolen.end - stolen.at >= LEAST


def test_the_one_that_never_began_is_the_slowest() -> None:
    of = segments(80 * MIB)
    first, second, third, fourth = (taken(of) for _ in range(4))
    arrived(of, first, 20 * MIB, 4.0)
    of.give_back(first)
    for other in (second, fourth):
        arrived(of, other, 8 * MIB, 4.0)
    stolen = taken(of, 4.0)
    assert (third.end, stolen.at, stolen.end) == (50 * MIB, 50 * MIB, 60 * MIB)


def test_a_connection_that_says_nothing_more_loses_everything() -> None:
    of = segments(24 * MIB, lanes=2)
    first, second = taken(of), taken(of)
    told: list[str] = []
    second.give_up = lambda: told.append("given up")
    arrived(of, first, 12 * MIB, 1.0)
    of.give_back(first)
    arrived(of, second, 8 * MIB, 1.0)
    of.held(second, 1000, 1.5)
    assert of.take(1.5 + STALLED_AFTER) is None
    rescued = taken(of, 1.6 + STALLED_AFTER)
    assert (rescued.at, rescued.end, told) == (20 * MIB, 24 * MIB, ["given up"])
    assert of.grant(second) == 0, "what it held belongs to another one now"


def test_waiting_for_the_users_limit_is_no_stall() -> None:
    of = segments(24 * MIB, lanes=2)
    first, second = taken(of), taken(of)
    arrived(of, first, 12 * MIB, 1.0)
    of.give_back(first)
    arrived(of, second, 8 * MIB, 1.0)
    second.is_held_up = True
    assert of.take(100.0) is None


def test_a_connection_at_its_end_goes_on_while_nobody_is_there() -> None:
    of = segments(100 * MIB)
    first, second = taken(of), taken(of)
    assert not of.extend(first), "the second one is there"
    of.give_back(second)
    arrived(of, first, 25 * MIB, 1.0)
    assert of.extend(first)
    assert first.end > 25 * MIB


def test_a_size_learnt_late_bounds_what_was_taken() -> None:
    of = segments(0)
    first = taken(of)
    assert of.take(0.0) is None
    of.learn(50 * MIB)
    assert first.end == 50 * MIB
    of.use_lanes(4)
    arrived(of, first, 2 * MIB, 9.0)
    assert taken(of, 9.0).end == 50 * MIB, "the others share what the first one took"


def test_a_restart_forgets() -> None:
    of = segments(100 * MIB, good=f"0-{50 * MIB}")
    segment = taken(of)
    of.restart(segment)
    assert (segment.at, of.good.total, of.is_complete) == (0, 0, False)


class AnyWork(RuleBasedStateMachine):
    """Connections that take, fetch, break and share in any order never lose, repeat or invent a byte."""

    def __init__(self) -> None:
        super().__init__()
        self.size = 90 * MIB
        self.of = segments(self.size)
        self.lanes: list[Segment] = []
        self.now = 0.0
        self.written = PartMap()

    @precondition(lambda self: len(self.lanes) < 5)
    @rule()
    def take(self) -> None:
        segment = self.of.take(self.now)
        if segment is not None:
            self.lanes.append(segment)

    @precondition(lambda self: self.lanes)
    @rule(which=st.integers(0, 9), count=st.integers(1, 9 * MIB), seconds=st.floats(0.0, 30.0))
    def move(self, which: int, count: int, seconds: float) -> None:
        segment = self.lanes[which % len(self.lanes)]
        self.now += seconds
        self.of.held(segment, min(count, segment.left), self.now)

    @precondition(lambda self: self.lanes)
    @rule(which=st.integers(0, 9))
    def write(self, which: int) -> None:
        segment = self.lanes[which % len(self.lanes)]
        count = max(0, self.of.grant(segment))
        self.written = self.written.joined(segment.at, segment.at + count)
        front = self.of.wrote(segment, count)
        assert front == self.written.front

    @precondition(lambda self: self.lanes)
    @rule(which=st.integers(0, 9))
    def end(self, which: int) -> None:
        segment = self.lanes.pop(which % len(self.lanes))
        self.of.give_back(segment)
        self.of.give_back(segment)

    @precondition(lambda self: self.lanes)
    @rule(which=st.integers(0, 9))
    def extend(self, which: int) -> None:
        segment = self.lanes[which % len(self.lanes)]
        if segment.left == 0 and segment.held == 0:
            self.of.extend(segment)

    @invariant()
    def what_is_good_was_written(self) -> None:
        assert self.of.good == self.written
        assert self.of.is_complete == (self.written.total == self.size)

    @invariant()
    def nobody_fetches_what_another_one_does(self) -> None:
        spans = sorted((s.at, s.end) for s in self.lanes if s.at < s.end)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))

    def teardown(self) -> None:
        """Whatever happened, whoever is left brings it to its end."""
        for segment in self.lanes:
            self.of.give_back(segment)
        while not self.of.is_complete:
            segment = self.of.take(self.now)
            assert segment is not None
            arrived(self.of, segment, segment.left, self.now)
            self.of.give_back(segment)
        assert self.of.good.spans == ((0, self.size),)


TestAnyWork = AnyWork.TestCase
TestAnyWork.settings = settings(max_examples=60, stateful_step_count=60)
