"""Limits and speeds on a clock that the test turns."""

import threading
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.pace import TOGETHER_OF, Pace
from fichier_gui.domain.transfers import Direction, State, Transfer
from fichier_gui.transfers.live import Live, ProgressNote
from fichier_gui.transfers.meter import Meter
from fichier_gui.transfers.throttle import SMALLEST_PIECE, WHOLE_PIECE, Throttle, TokenBucket


class TurnedClock:
    def __init__(self) -> None:
        self.now = 0.0

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


def never() -> bool:
    return False


def turning(clock: TurnedClock) -> Callable[[threading.Condition, float], object]:
    """Waiting for a limit turns the clock. Only the head of a line waits like this, so no two turn it."""

    def wait(_turn: threading.Condition, seconds: float) -> None:
        clock.now += seconds

    return wait


def speed(throttle: Throttle, clock: TurnedClock, takers: int, seconds: float = 10.0) -> float:
    """Bytes a second that ``takers`` threads move together, over ``seconds`` of the turned clock.

    Whoever stands in line when they are over is served too, and the clock goes on until then.
    """
    start, counts = clock.now, [0] * takers
    barrier = threading.Barrier(takers)

    def take(taker: int) -> None:
        barrier.wait()
        while clock.now < start + seconds:
            counts[taker] += throttle.take(WHOLE_PIECE, never)

    threads = [threading.Thread(target=take, args=(taker,)) for taker in range(takers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (clock.now - start)


@settings(max_examples=25)
@given(rate=st.integers(50_000, 500_000_000), takers=st.integers(1, 30), idle=st.floats(0, 30))
def test_a_limit_is_kept_within_five_percent_over_ten_seconds(rate: int, takers: int, idle: float) -> None:
    clock = TurnedClock()
    throttle = Throttle(rate, clock, wait=turning(clock))
    clock.now = idle
    # A quarter of a second may be caught up, and one piece goes before it is earned.
    assert speed(throttle, clock, takers) == pytest.approx(rate, rel=0.05)


def test_what_did_not_move_is_not_counted() -> None:
    clock = TurnedClock()
    throttle = Throttle(1_000_000, clock, wait=turning(clock))
    through = 0
    while clock.now < 10.0:
        allowed = throttle.take(WHOLE_PIECE, never)
        came = min(allowed, 16_384)  # a socket gives less than it is asked for
        throttle.give_back(allowed - came)
        through += came
    assert through == pytest.approx(10_000_000, rel=0.05)


@pytest.mark.parametrize(
    ("own", "shared", "slowest"), [(200_000, 1_000_000, 200_000), (2_000_000, 500_000, 500_000)]
)
def test_a_transfer_goes_by_its_own_limit_and_by_the_shared_one(own: int, shared: int, slowest: int) -> None:
    clock = TurnedClock()
    behind = Throttle(shared, clock, wait=turning(clock))
    throttle = Throttle(own, clock, behind, wait=turning(clock))
    assert speed(throttle, clock, takers=3) == pytest.approx(slowest, rel=0.05)


def test_a_transfer_without_a_limit_of_its_own_uses_what_others_leave() -> None:
    clock = TurnedClock()
    shared = Throttle(1_000_000, clock, wait=turning(clock))
    alone = Throttle(0, clock, shared)
    assert speed(alone, clock, takers=2) == pytest.approx(1_000_000, rel=0.05)
    assert alone.rate == 0 and not alone.is_open
    shared.set_rate(0)
    assert alone.is_open
    assert alone.take(WHOLE_PIECE, never) == WHOLE_PIECE


@pytest.mark.parametrize(("before", "after"), [(50_000_000, 200_000), (200_000, 50_000_000), (0, 300_000)])
def test_another_limit_holds_from_the_moment_it_is_set(before: int, after: int) -> None:
    clock = TurnedClock()
    throttle = Throttle(before, clock, wait=turning(clock))
    if before:
        speed(throttle, clock, takers=8, seconds=3.0)
    throttle.set_rate(after)
    assert speed(throttle, clock, takers=8) == pytest.approx(after, rel=0.05)


def test_no_limit_means_no_wait() -> None:
    bucket = TokenBucket(0, 0.0)
    bucket.pay(10**12)
    assert bucket.wait(0.0) == 0.0


def test_a_debt_is_forgiven_with_a_new_limit() -> None:
    bucket = TokenBucket(1000, 0.0)
    bucket.pay(100_000)
    assert bucket.wait(0.0) == 100.0
    bucket.change_rate(1_000_000, 1.0)
    assert bucket.wait(1.0) == 0.0


def test_pieces_follow_the_limit() -> None:
    throttle = Throttle(0, TurnedClock())
    assert throttle.take(WHOLE_PIECE, never) == WHOLE_PIECE
    throttle.set_rate(1_000_000)
    assert throttle.take(WHOLE_PIECE, never) == 100_000
    throttle.set_rate(2_000_000)
    assert throttle.take(50, never) == 50
    throttle.set_rate(100)
    assert throttle.take(WHOLE_PIECE, never) == SMALLEST_PIECE
    assert throttle.rate == 100


def test_a_new_limit_wakes_all_who_wait() -> None:
    throttle = Throttle(1, SystemClock())
    assert throttle.take(WHOLE_PIECE, never) == SMALLEST_PIECE
    waiters = [threading.Thread(target=throttle.take, args=(WHOLE_PIECE, never)) for _ in range(5)]
    for waiter in waiters:
        waiter.start()
    waiters[0].join(0.05)
    assert all(waiter.is_alive() for waiter in waiters)
    throttle.set_rate(0)
    for waiter in waiters:
        waiter.join(5)
    assert not any(waiter.is_alive() for waiter in waiters)


def test_who_is_stopped_leaves_the_line_to_the_others() -> None:
    throttle = Throttle(1, SystemClock())
    assert throttle.take(WHOLE_PIECE, lambda: True) == 0
    throttle.take(WHOLE_PIECE, never)
    is_stopped = threading.Event()
    first = threading.Thread(target=throttle.take, args=(WHOLE_PIECE, is_stopped.is_set))
    first.start()
    first.join(0.05)
    assert first.is_alive()
    is_stopped.set()
    first.join(5)
    assert not first.is_alive()
    throttle.set_rate(10**9)
    assert throttle.take(WHOLE_PIECE, never) == WHOLE_PIECE


def test_speed_over_the_last_seconds() -> None:
    meter = Meter(0.0, 0)
    for tick in range(1, 101):
        meter.sample(tick / 10, tick * 1000)
    assert meter.speed == pytest.approx(10_000)
    for tick in range(101, 301):
        meter.sample(tick / 10, 100_000)
    assert meter.speed == 0.0
    assert meter.seconds_left(5) is None


def test_the_time_left_does_not_jump() -> None:
    meter = Meter(0.0, 0)
    done = 0
    for second in range(1, 20):
        done += 1000
        meter.sample(float(second), done)
    calm = meter.seconds_left(10_000)
    meter.sample(20.0, done + 50_000)
    assert meter.seconds_left(10_000) == pytest.approx(calm, rel=0.05)


def test_the_time_left_of_all_together_does_not_jump() -> None:
    """Files of 4 s one after the other, with a second between them in which nothing moves, and a burst."""
    pace, left, times = Pace(), 300_000.0, []
    for second in range(60):
        speed = 0.0 if second % 5 == 4 else 50_000.0 if second == 30 else 1000.0 + second % 3
        left -= min(speed, 1000)
        pace.sample(float(second), speed)
        times.append(left / pace.speed)
    steps = [abs(after - before) for before, after in pairwise(times)]
    assert max(steps) < 5, "seconds, from one look to the next"
    assert times[-1] == pytest.approx(left / 1001, rel=0.01)


def test_what_stands_still_has_no_pace_and_finds_it_at_once_again() -> None:
    pace = Pace()
    for second in range(TOGETHER_OF):
        pace.sample(float(second), 1000.0)
        pace.sample(second + 0.5, 9_000_000.0)
    assert pace.speed == 1000.0, "one sample a second"
    for second in range(TOGETHER_OF, 2 * TOGETHER_OF):
        pace.sample(float(second), 0.0)
    assert pace.speed == 0.0
    pace.sample(3.0 * TOGETHER_OF, 500.0)
    assert pace.speed == 500.0


def test_a_new_start_forgets_the_speed() -> None:
    meter = Meter(0.0, 0)
    meter.sample(1.0, 1000)
    meter.sample(2.0, 0)
    assert meter.speed == 0.0


def test_only_what_changed_is_told() -> None:
    clock = TurnedClock()
    live = Live(clock)
    row = Transfer(
        id=TransferId(3),
        batch_id=BatchId(1),
        direction=Direction.DOWNLOAD,
        state=State.MOVING,
        name="a",
        size=1000,
        local_path="/a",
        remote_folder_path="",
        added_at=0.0,
        position=1,
    )
    gauge = live.begin(row)
    assert set(live.take_progress()) == {3}
    assert live.take_progress() == {}
    gauge.done, clock.now = 500, 1.0
    (progress,) = live.take_progress().values()
    assert (progress.done, progress.speed, progress.seconds_left) == (500, 500.0, 1.0)
    assert live.speeds()[Direction.DOWNLOAD] == live.paces()[Direction.DOWNLOAD] == 500.0
    assert live.paces()[Direction.UPLOAD] == 0.0
    assert live.bytes_done()[Direction.DOWNLOAD] == 500
    assert progress.average_speed == 500.0
    gauge.count_from(replace(row, state=State.MOVING, moving_time=3.0))
    clock.now = 3.0
    assert gauge.moving_time == 5.0
    (progress,) = live.take_progress().values()
    assert progress.average_speed == 100.0
    gauge.count_from(replace(row, state=State.VERIFYING, moving_time=5.0))
    clock.now = 10.0
    assert live.counters() == {3: ProgressNote(500, None, 5.0)}
    gauge.state = State.VERIFYING
    (progress,) = live.take_progress().values()
    assert (progress.speed, progress.seconds_left) == (0.0, None)
    live.end(TransferId(3))
    assert (live.take_progress(), live.counters()) == ({}, {})
