"""The week: its text, its hours, and the two nights on which the clocks change."""

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain.week import DAYS, HOURS, Pace, Week

PARIS = ZoneInfo("Europe/Paris")
WEEKS = st.lists(st.sampled_from(Pace), min_size=168, max_size=168).map(lambda hours: Week(tuple(hours)))
MOMENTS = st.integers(1_700_000_000, 1_900_000_000).map(float)
SUNDAY = 6


def paris(moment: float) -> time.struct_time:
    return datetime.fromtimestamp(moment, PARIS).timetuple()


def at(*parts: int, fold: int = 0) -> float:
    """A moment on the clocks of Paris."""
    year, month, day, hour, minute = parts
    return datetime(year, month, day, hour, minute, tzinfo=PARIS, fold=fold).timestamp()


def off(*cells: tuple[int, int]) -> Week:
    return Week().painted(cells, Pace.OFF)


@given(WEEKS)
def test_a_week_comes_back_from_its_text(week: Week) -> None:
    assert Week.parse(week.text) == week
    assert Week.parse(week.text.upper().replace(" ", "\n")) == week


def test_the_text_can_be_read_and_a_week_at_full_speed_has_none() -> None:
    assert Week().text == ""
    days = off((0, 0), (SUNDAY, 23)).text.split()
    assert [len(day) for day in days] == [HOURS] * DAYS
    assert (days[0], days[6]) == ("o" + "f" * 23, "f" * 23 + "o")


@pytest.mark.parametrize("text", ["", "full", "f" * 167, "f" * 169, "x" * 168, "f" * 167 + "é", "[1, 2]"])
def test_any_other_text_is_a_week_at_full_speed(text: str) -> None:
    assert Week.parse(text) == Week()


def test_an_hour_holds_from_its_first_to_its_last_second() -> None:
    week = off((2, 14))  # Wednesday
    assert week.pace_at(at(2026, 6, 10, 14, 0) - 0.001, paris) is Pace.FULL
    assert week.pace_at(at(2026, 6, 10, 14, 0), paris) is Pace.OFF
    assert week.pace_at(at(2026, 6, 10, 15, 0) - 0.001, paris) is Pace.OFF
    assert week.pace_at(at(2026, 6, 10, 15, 0), paris) is Pace.FULL
    assert week.next_change(at(2026, 6, 10, 13, 59) + 59.5, paris) == at(2026, 6, 10, 14, 0)
    assert week.next_change(at(2026, 6, 10, 14, 30), paris) == at(2026, 6, 10, 15, 0)
    assert week.next_change(at(2026, 6, 10, 15, 0), paris) == at(2026, 6, 17, 14, 0)


def test_in_spring_the_hour_that_does_not_exist_is_left_out() -> None:
    # Sunday, 29 March 2026: 02:00 becomes 03:00.
    before = at(2026, 3, 29, 1, 30)
    assert off((SUNDAY, 2)).next_change(before, paris) == at(2026, 4, 5, 2, 0)
    three = off((SUNDAY, 3)).next_change(before, paris)
    assert three == at(2026, 3, 29, 3, 0) == before + 1800
    night = off(*((SUNDAY, hour) for hour in range(6)))
    begins, ends = at(2026, 3, 29, 0, 0), at(2026, 3, 29, 6, 0)
    assert night.next_change(begins, paris) == ends == begins + 5 * 3600


def test_in_autumn_the_hour_that_comes_twice_holds_twice() -> None:
    # Sunday, 25 October 2026: 03:00 becomes 02:00.
    week = off((SUNDAY, 2))
    first, second = at(2026, 10, 25, 2, 30), at(2026, 10, 25, 2, 30, fold=1)
    assert second == first + 3600
    assert week.pace_at(first, paris) is week.pace_at(second, paris) is Pace.OFF
    assert week.next_change(at(2026, 10, 25, 1, 0), paris) == first - 1800
    assert week.next_change(first, paris) == week.next_change(second, paris) == second + 1800
    assert second + 1800 == at(2026, 10, 25, 3, 0)


@pytest.mark.parametrize("zone", ["Asia/Kolkata", "Australia/Lord_Howe", "Asia/Kathmandu"])
def test_hours_begin_where_their_clocks_say_so(zone: str) -> None:
    there = ZoneInfo(zone)
    week = off(*((day, 20) for day in range(DAYS)))
    now = datetime(2026, 4, 1, 12, 0, tzinfo=there).timestamp()
    for _ in range(20):
        change = week.next_change(now, lambda t: datetime.fromtimestamp(t, there).timetuple())
        assert change is not None
        now = change
        local = datetime.fromtimestamp(now, there)
        assert (local.hour, local.minute) in {(20, 0), (21, 0)}


@given(WEEKS, MOMENTS)
def test_nothing_changes_before_the_next_change(week: Week, now: float) -> None:
    change = week.next_change(now, paris)
    if change is None:
        assert len(set(week.hours)) == 1
        return
    assert now < change
    pace = week.pace_at(now, paris)
    assert week.pace_at(change, paris) is not pace
    for step in range(1, 40):
        assert week.pace_at(now + (change - now - 0.001) * step / 40, paris) is pace


def test_without_a_calendar_the_hours_are_those_of_this_machine() -> None:
    here = datetime.now(UTC).astimezone()
    week = off((here.weekday(), here.hour))
    assert week.pace_at(here.timestamp()) is Pace.OFF
    assert week.pace_at((here - timedelta(hours=24)).timestamp()) is Pace.FULL


def test_a_week_that_says_one_thing_never_changes() -> None:
    assert Week().next_change(0.0) is None
    everything = [(day, hour) for day in range(DAYS) for hour in range(HOURS)]
    assert off(*everything).next_change(0.0) is None
