"""What starts next, and the queue in one glance: pure choices."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import ACTIVE, Direction, Priority, State, Transfer
from fichier_gui.transfers import scheduler
from fichier_gui.transfers.connections import KEPT_FREE, MOST_CONNECTIONS, beyond_first
from fichier_gui.transfers.limits import SMALL, QueueLimits
from fichier_gui.transfers.scheduler import sends
from fichier_gui.transfers.statements import Tally
from fichier_gui.transfers.summary import is_empty, summarise


def row(number: int, direction: Direction, state: State, size: int = 1) -> Transfer:
    return Transfer(
        id=TransferId(number),
        batch_id=BatchId(1),
        direction=direction,
        state=state,
        name="a",
        size=size,
        local_path="/a",
        remote_folder_path="",
        added_at=0.0,
        position=number,
    )


ROWS = st.lists(
    st.tuples(st.sampled_from(list(Direction)), st.sampled_from(sorted(ACTIVE))), max_size=30
).map(lambda kinds: [row(n, direction, state) for n, (direction, state) in enumerate(kinds, 1)])
LIMITS = st.builds(QueueLimits, uploads=st.integers(1, 4), downloads=st.integers(1, 10))


@given(running=ROWS, limits=LIMITS)
def test_never_more_than_allowed_and_never_idle(running: list[Transfer], limits: QueueLimits) -> None:
    moving = {State.STARTING, State.MOVING}
    for direction, most in ((Direction.UPLOAD, limits.uploads), (Direction.DOWNLOAD, limits.downloads)):
        free = scheduler.places(direction, running, limits)
        mine = [t for t in running if t.direction is direction]
        taken = [t for t in mine if direction is Direction.DOWNLOAD or t.state in moving]
        assert free == 0 or len(taken) + free == most
        assert free > 0 or len(taken) >= most or len(mine) - len(taken) >= scheduler.STORING_AT_ONCE


def test_storing_has_a_bound() -> None:
    storing = [row(n, Direction.UPLOAD, State.FINISHING) for n in range(scheduler.STORING_AT_ONCE)]
    assert scheduler.places(Direction.UPLOAD, storing, QueueLimits()) == 0
    assert scheduler.places(Direction.UPLOAD, storing[1:], QueueLimits()) == 2


SIZES = st.sampled_from((0, 1, SMALL, SMALL + 1, 100 * SMALL))


def allowed(direction: Direction, limits: QueueLimits) -> int:
    return limits.uploads if direction is Direction.UPLOAD else limits.downloads


def sending(direction: Direction, running: list[Transfer]) -> list[Transfer]:
    return [t for t in running if t.direction is direction and (direction is Direction.DOWNLOAD or sends(t))]


@settings(max_examples=200)
@given(
    direction=st.sampled_from(Direction),
    count=st.integers(0, 6),
    is_small=st.sets(st.integers(0, 9)),
    storing=st.integers(0, 3) | st.integers(scheduler.STORING_AT_ONCE - 2, scheduler.STORING_AT_ONCE + 1),
    limits=LIMITS,
)
def test_the_small_place_is_one_more_behind_large_files(
    direction: Direction, count: int, is_small: set[int], storing: int, limits: QueueLimits
) -> None:
    mine = [row(n, direction, State.MOVING, 1 if n in is_small else SMALL + 1) for n in range(count)]
    uploads = [row(n, Direction.UPLOAD, State.FINISHING) for n in range(100, 100 + storing)]
    given = scheduler.has_small_place(direction, mine + uploads, limits)
    is_full = direction is Direction.UPLOAD and storing >= scheduler.STORING_AT_ONCE
    is_fifth = direction is Direction.UPLOAD and count >= scheduler.MOST_UPLOADS
    all_large = not any(n in is_small for n in range(count))
    assert given == (count == allowed(direction, limits) and all_large and not is_full and not is_fifth)
    assert not (given and scheduler.places(direction, mine + uploads, limits))


def test_a_lower_limit_opens_no_small_place() -> None:
    """Four large uploads run, and then the user allows two: no fifth one starts, and no third."""
    running = [row(n, Direction.UPLOAD, State.MOVING, 2 * SMALL) for n in range(4)]
    for count, is_given in ((4, False), (3, False), (2, True), (1, False)):
        limits = QueueLimits(uploads=2)
        assert scheduler.has_small_place(Direction.UPLOAD, running[:count], limits) == is_given


class AnyDay(RuleBasedStateMachine):
    """Files come, go over the line, are stored and end, and the user changes the limits meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.limits = QueueLimits()
        self.running: list[Transfer] = []
        self.started = 0

    def start(self, direction: Direction, size: int) -> None:
        self.started += 1
        self.running.append(row(self.started, direction, State.STARTING, size))

    @rule(uploads=st.integers(1, 4), downloads=st.integers(1, 10))
    def limit(self, uploads: int, downloads: int) -> None:
        self.limits = QueueLimits(uploads=uploads, downloads=downloads)

    @rule(direction=st.sampled_from(Direction), sizes=st.lists(SIZES, max_size=6))
    def fill(self, direction: Direction, sizes: list[int]) -> None:
        """As ``starting`` does: the free places one by one, then a small file that still waits."""
        most = max(allowed(direction, self.limits), len(sending(direction, self.running)))
        for _ in range(scheduler.places(direction, self.running, self.limits)):
            if sizes:
                self.start(direction, sizes.pop(0))
        assert len(sending(direction, self.running)) <= most
        small = [size for size in sizes if 0 < size <= SMALL]
        if small and scheduler.has_small_place(direction, self.running, self.limits):
            assert not any(0 < t.size <= SMALL for t in sending(direction, self.running))
            self.start(direction, small[0])
            assert len(sending(direction, self.running)) == allowed(direction, self.limits) + 1

    @precondition(lambda self: self.running)
    @rule(which=st.integers(0, 40), state=st.sampled_from(sorted(ACTIVE)))
    def goes_on(self, which: int, state: State) -> None:
        place = which % len(self.running)
        before = self.running[place]
        if not (before.direction is Direction.UPLOAD and not sends(before)):
            self.running[place] = replace(before, state=state)

    @precondition(lambda self: self.running)
    @rule(which=st.integers(0, 40))
    def ends(self, which: int) -> None:
        self.running.pop(which % len(self.running))

    @rule(sizes=st.lists(st.sampled_from((1, SMALL)), min_size=1, max_size=4))
    def many_are_stored(self, sizes: list[int]) -> None:
        """Small files are through in no time, and the service takes its own."""
        self.fill(Direction.UPLOAD, sizes)
        self.running = [
            replace(t, state=State.FINISHING)
            if t.direction is Direction.UPLOAD and 0 < t.size <= SMALL
            else t
            for t in self.running
        ]

    @invariant()
    def never_a_fifth_upload(self) -> None:
        assert len(sending(Direction.UPLOAD, self.running)) <= scheduler.MOST_UPLOADS

    @invariant()
    def what_is_stored_has_a_bound(self) -> None:
        uploads = [t for t in self.running if t.direction is Direction.UPLOAD]
        assert len(uploads) < scheduler.STORING_AT_ONCE + scheduler.MOST_UPLOADS


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = settings(max_examples=60, stateful_step_count=50)


@settings(max_examples=300)
@given(running=ROWS, limits=LIMITS, lanes=st.integers(0, 20), urgent=st.sets(st.integers(1, 30), max_size=10))
def test_what_starts_at_once_keeps_the_limits_of_the_service(
    running: list[Transfer], limits: QueueLimits, lanes: int, urgent: set[int]
) -> None:
    """Whatever the user wants at once and whatever runs: four uploads, and thirty connections in all."""
    running = [replace(t, priority=Priority.NOW) if t.id in urgent else t for t in running]
    lanes = min(lanes, beyond_first(limits, scheduler.beyond_limits(running, limits)))
    for direction in Direction:
        free = scheduler.urgent_places(direction, running, limits, lanes)
        now_sending = len(sending(direction, running))
        if direction is Direction.UPLOAD:
            assert free == 0 or now_sending + free <= scheduler.MOST_UPLOADS
        if not free:
            continue
        started = running + [row(100 + n, direction, State.STARTING, 2 * SMALL) for n in range(free)]
        # The ordinary places, and the small file's, that may be filled beside them.
        places = sum(scheduler.places(each, started, limits) for each in Direction)
        active = [t for t in started if sends(t)]
        assert len(active) + places + lanes <= MOST_CONNECTIONS


@given(limits=LIMITS, segments=st.integers(1, 10))
def test_one_download_may_always_begin_at_once(limits: QueueLimits, segments: int) -> None:
    """However many connections the others have: so many are kept free."""
    limits = replace(limits, segments=segments)
    running = [row(n, Direction.DOWNLOAD, State.MOVING, 2 * SMALL) for n in range(limits.downloads)]
    for beyond in range(KEPT_FREE):
        lanes = beyond_first(limits, beyond)
        assert scheduler.urgent_places(Direction.DOWNLOAD, running, limits, lanes) >= 1
        running.append(row(200 + beyond, Direction.DOWNLOAD, State.MOVING, 2 * SMALL))


def test_a_large_file_that_started_at_once_does_not_keep_the_small_ones_waiting() -> None:
    limits = QueueLimits(uploads=2, downloads=2)
    for direction in Direction:
        running = [row(n, direction, State.MOVING, 2 * SMALL) for n in range(3)]
        assert not scheduler.has_small_place(direction, running, limits)
        running[2] = replace(running[2], priority=Priority.NOW)
        assert scheduler.has_small_place(direction, running, limits)
        assert not scheduler.has_small_place(direction, [*running, row(9, direction, State.MOVING)], limits)


def test_when_to_look_again() -> None:
    assert scheduler.next_look(10.0, None, None) is None
    assert scheduler.next_look(10.0, 15.0, None, 12.0) == 2.0
    assert scheduler.next_look(10.0, 5.0) == 0.0


def test_a_glance() -> None:
    tallies = {
        (Direction.UPLOAD, State.MOVING): Tally(1, 1000, 100),
        (Direction.UPLOAD, State.QUEUED): Tally(2, 500, 0),
        (Direction.DOWNLOAD, State.RETRYING): Tally(1, 300, 200),
        (Direction.DOWNLOAD, State.PAUSED): Tally(1, 9999, 0),
        (Direction.DOWNLOAD, State.NEEDS_ANSWER): Tally(1, 1, 0),
        (Direction.DOWNLOAD, State.DONE): Tally(3, 70, 70),
    }
    assert not is_empty(tallies)
    glance: dict[str, Any] = {
        "tallies": tallies,
        "speeds": {Direction.UPLOAD: 900.0, Direction.DOWNLOAD: 90.0},
        "paces": {Direction.UPLOAD: 100.0, Direction.DOWNLOAD: 10.0},
        "running_done": {Direction.UPLOAD: 400, Direction.DOWNLOAD: 0},
        "ended_bytes": 70,
        "is_paused": False,
        "paused_until": None,
    }
    summary = summarise(**glance, limits=QueueLimits(is_off=True, off_until=7.0))
    assert (summary.is_off, summary.off_until) == (True, 7.0)
    assert (summary.counts.active, summary.counts.waiting, summary.counts.paused) == (1, 4, 1)
    assert (summary.counts.attention, summary.counts.done, summary.counts.total) == (1, 3, 9)
    assert (summary.bytes_done, summary.bytes_total) == (70 + 400 + 200, 70 + 1500 + 300)
    assert summary.seconds_left is None, "the schedule says off"
    summary = summarise(**glance, limits=QueueLimits())
    assert (summary.upload_speed, summary.download_speed) == (900.0, 90.0)
    assert summary.seconds_left == 11.0


def test_time_left_is_unknown_while_something_stands_still() -> None:
    tallies = {(Direction.UPLOAD, State.QUEUED): Tally(1, 10, 0)}
    nothing = {Direction.UPLOAD: 0.0, Direction.DOWNLOAD: 0.0}
    none_done = {Direction.UPLOAD: 0, Direction.DOWNLOAD: 0}
    summary = summarise(
        tallies,
        speeds=nothing,
        paces=nothing,
        running_done=none_done,
        ended_bytes=0,
        is_paused=True,
        paused_until=5.0,
        limits=QueueLimits(),
    )
    assert not summary.is_off
    assert (summary.seconds_left, summary.is_paused, summary.paused_until) == (None, True, 5.0)
    assert is_empty({})
