"""What starts next, and the queue in one glance: pure choices."""

from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import ACTIVE, Direction, State, Transfer
from fichier_gui.transfers import scheduler
from fichier_gui.transfers.limits import QueueLimits
from fichier_gui.transfers.statements import Tally
from fichier_gui.transfers.summary import is_empty, summarise


def row(number: int, direction: Direction, state: State) -> Transfer:
    return Transfer(
        id=TransferId(number),
        batch_id=BatchId(1),
        direction=direction,
        state=state,
        name="a",
        size=1,
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
    summary = summarise(
        tallies,
        speeds={Direction.UPLOAD: 100.0, Direction.DOWNLOAD: 10.0},
        running_done={Direction.UPLOAD: 400, Direction.DOWNLOAD: 0},
        ended_bytes=70,
        is_paused=False,
        paused_until=None,
        limits=QueueLimits(is_off=True, off_until=7.0),
    )
    assert (summary.is_off, summary.off_until) == (True, 7.0)
    assert (summary.counts.active, summary.counts.waiting, summary.counts.paused) == (1, 4, 1)
    assert (summary.counts.attention, summary.counts.done, summary.counts.total) == (1, 3, 9)
    assert (summary.bytes_done, summary.bytes_total) == (70 + 400 + 200, 70 + 1500 + 300)
    assert summary.seconds_left == 11.0


def test_time_left_is_unknown_while_something_stands_still() -> None:
    tallies = {(Direction.UPLOAD, State.QUEUED): Tally(1, 10, 0)}
    nothing = {Direction.UPLOAD: 0.0, Direction.DOWNLOAD: 0.0}
    none_done = {Direction.UPLOAD: 0, Direction.DOWNLOAD: 0}
    summary = summarise(
        tallies,
        speeds=nothing,
        running_done=none_done,
        ended_bytes=0,
        is_paused=True,
        paused_until=5.0,
        limits=QueueLimits(),
    )
    assert not summary.is_off
    assert (summary.seconds_left, summary.is_paused, summary.paused_until) == (None, True, 5.0)
    assert is_empty({})
