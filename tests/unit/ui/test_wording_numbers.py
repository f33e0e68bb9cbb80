"""Sizes, speeds, durations and dates in English, without Qt."""

from datetime import datetime

import pytest

from fichier_gui.ui.wording import numbers


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (None, "–"),
        (-1, "–"),
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (9_900, "9.9 kB"),
        (12_345, "12 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (1_234_567, "1.2 MB"),
        (123_456_789, "123 MB"),
        (4_203_114_880, "4.2 GB"),
        (300_000_000_000, "300 GB"),
        (5e18, "5.0 EB"),
    ],
)
def test_size(octets: float | None, words: str) -> None:
    assert numbers.size(octets) == words


def test_exact_size_has_the_bytes() -> None:
    assert numbers.exact_size(4_203_114_880) == "4.2 GB (4,203,114,880 bytes)"
    assert numbers.exact_size(34) == "34 bytes", "not the same twice"


def test_sizes_are_written_whatever_language_ages_are_in() -> None:
    numbers.install_ages("fr_FR")
    try:
        assert numbers.size(4_203_114_880) == "4.2 GB"
        assert numbers.age(300) == "il y a 5 minutes"
    finally:
        numbers.install_ages("en")


@pytest.mark.parametrize(("speed", "words"), [(None, "–"), (0.0, "–"), (0.4, "–"), (12_100_000, "12.1 MB/s")])
def test_speed(speed: float | None, words: str) -> None:
    assert numbers.speed(speed) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "–"),
        (0, "0 s"),
        (59.4, "59 s"),
        (59.6, "1 min 0 s"),
        (80, "1 min 20 s"),
        (3600, "1 h 0 min"),
        (90_000, "1 d 1 h"),
    ],
)
def test_duration(seconds: float | None, words: str) -> None:
    assert numbers.duration(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(-3, "0:00"), (42, "0:42"), (605, "10:05"), (3725, "1:02:05")]
)
def test_countdown(seconds: float, words: str) -> None:
    assert numbers.countdown(seconds) == words


@pytest.mark.parametrize(
    ("fraction", "words"), [(-0.1, "0 %"), (0.0, "0 %"), (0.629, "62 %"), (0.9999, "99 %"), (1.0, "100 %")]
)
def test_percent_says_all_only_for_all(fraction: float, words: str) -> None:
    assert numbers.percent(fraction) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "just now"),
        (59, "just now"),
        (60, "a minute ago"),
        (300, "5 minutes ago"),
        (3600, "an hour ago"),
        (86_400 * 3, "3 days ago"),
    ],
)
def test_age(seconds: float, words: str) -> None:
    assert numbers.age(seconds) == words


def _stamp(year: int, month: int, day: int, hour: int, minute: int = 0) -> float:
    return datetime(year, month, day, hour, minute).astimezone().timestamp()  # the machine's own zone


def test_date_is_as_short_as_it_can_be() -> None:
    now = _stamp(2026, 11, 23, 15)
    assert numbers.date(None, now) == "–"
    assert numbers.date(_stamp(2026, 11, 23, 14, 5), now) == "Today 14:05"
    assert numbers.date(_stamp(2026, 11, 12, 8), now) == "12 Nov"
    assert numbers.date(_stamp(2024, 2, 29, 8), now) == "29 Feb 2024"


def test_the_end_is_a_time_of_day_that_holds_still() -> None:
    now = datetime(2026, 3, 3, 1, 2, 10).astimezone().timestamp()
    assert numbers.done_about(20 * 60, now) == "done about 01:22"
    assert {numbers.done_about(98 * 60 + wobble, now) for wobble in range(-110, 120)} == {"done about 02:40"}
    assert numbers.done_about(26 * 3600, now) == "done about 4 Mar, 03:00"
    assert numbers.done_about(400 * 86400, now).startswith("done about 7 Apr 2027, ")
