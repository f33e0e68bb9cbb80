"""Limits and speeds on a clock that the test turns."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import Direction, State, Transfer
from fichier_gui.transfers.live import Live
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


@given(
    rate=st.integers(10_000, 50_000_000),
    takers=st.integers(1, 8),
    idle=st.floats(0, 30),
)
def test_a_limit_is_kept_over_ten_seconds_by_any_number_of_takers(
    rate: int, takers: int, idle: float
) -> None:
    bucket = TokenBucket(rate, 0.0)
    now = end = idle
    end += 10.0
    moved = 0
    due = [idle] * takers
    piece = max(SMALLEST_PIECE, rate // 10)
    while True:
        taker = min(range(takers), key=lambda n: due[n])
        now = due[taker]
        if now >= end:
            break
        due[taker] = now + bucket.take(piece, now)
        if due[taker] <= end:
            moved += piece
    allowed = 10.0 * rate
    # The unused quarter of a second, and the pieces that are under way at the end.
    assert moved <= allowed * 1.025 + (takers + 1) * piece
    assert moved >= allowed * 0.95 - (takers + 1) * piece


def test_no_limit_means_no_wait() -> None:
    bucket = TokenBucket(0, 0.0)
    assert bucket.take(10**12, 0.0) == 0.0


def test_a_debt_is_forgiven_with_a_new_limit() -> None:
    bucket = TokenBucket(1000, 0.0)
    assert bucket.take(100_000, 0.0) == 100.0
    bucket.change_rate(1_000_000, 1.0)
    assert bucket.take(1000, 1.0) == pytest.approx(0.001)


def test_pieces_follow_the_limit() -> None:
    throttle = Throttle(0, TurnedClock())
    assert throttle.piece() == WHOLE_PIECE
    throttle.set_rate(1_000_000)
    assert throttle.piece() == 100_000
    assert throttle.piece(50) == 50
    throttle.set_rate(100)
    assert throttle.piece() == SMALLEST_PIECE
    assert throttle.rate == 100


def test_a_new_limit_wakes_who_waits() -> None:
    throttle = Throttle(10, SystemClock())
    passed = threading.Event()

    def take() -> None:
        throttle.take(1_000_000, lambda: False)
        passed.set()

    waiter = threading.Thread(target=take)
    waiter.start()
    assert not passed.wait(0.05)
    throttle.set_rate(0)
    assert passed.wait(5)
    waiter.join()


def test_who_is_stopped_does_not_wait() -> None:
    throttle = Throttle(10, SystemClock())
    throttle.take(1_000_000, lambda: True)


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
    assert live.speeds()[Direction.DOWNLOAD] == 500.0
    assert live.bytes_done()[Direction.DOWNLOAD] == 500
    gauge.state = State.VERIFYING
    (progress,) = live.take_progress().values()
    assert (progress.speed, progress.seconds_left) == (0.0, None)
    live.end(TransferId(3))
    assert (live.take_progress(), live.done()) == ({}, {})
