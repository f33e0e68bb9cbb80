"""Speeds of the last minutes, second by second."""

from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain.speed_history import SECONDS, Course, SpeedHistory, course, last, top_of_scale


def test_the_newest_second_is_the_last() -> None:
    history = SpeedHistory()
    history.add(5.0, 0.0)
    history.add(7.0, 1.0)
    assert last(history.down, 4) == [0.0, 0.0, 5.0, 7.0]
    assert last(history.down, 1) == [7.0]
    assert last(history.up, 2) == [0.0, 1.0]


def test_no_more_is_kept_than_anybody_sees() -> None:
    history = SpeedHistory()
    for second in range(SECONDS + 10):
        history.add(float(second), 0.0)
    assert len(history.down) == len(history.up) == SECONDS
    assert history.down[0] == 10.0


def test_in_seconds_that_nobody_looked_at_nothing_moved() -> None:
    history = SpeedHistory()
    history.add(9.0, 9.0)
    history.add(4.0, 2.0, seconds=3)
    assert list(history.down) == [9.0, 0.0, 0.0, 4.0]
    assert list(history.up) == [9.0, 0.0, 0.0, 2.0]
    history.add(0.0, 0.0, seconds=10**9)
    assert history.is_still
    assert len(history.down) == SECONDS


def test_an_average_is_that_of_the_seconds_in_which_something_moved() -> None:
    history = SpeedHistory()
    for down in (0.0, 4.0, 8.0, 0.0):
        history.add(down, 0.0)
    assert course(history.down) == Course(now=0.0, mean=6.0, highest=8.0)
    assert course(history.up) == Course(0.0, 0.0, 0.0)


@given(st.lists(st.floats(0, 1e12), max_size=5))
def test_all_speeds_fit_under_a_round_top_that_is_not_much_too_high(speeds: list[float]) -> None:
    top = top_of_scale(speeds)
    highest = max(speeds, default=0.0)
    assert highest <= top <= max(1000.0, highest * 2.5)
    assert f"{top:.0f}".rstrip("0") in {"1", "2", "5"}
