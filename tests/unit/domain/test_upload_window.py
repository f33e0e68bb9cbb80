"""The four hours: the verdict, the parts and the sentence for 10, 50 and 100 Mbit/s."""

import time

import pytest

from fichier_gui.domain import upload_window
from fichier_gui.domain.account import CUSTOMER_LIMIT, FREE_LIMIT
from fichier_gui.domain.upload_window import Fit, judge, line_speed, next_night, part_size
from fichier_gui.ui import wording

GB = 1_000_000_000


def mbit(number: float) -> float:
    return number * 125_000


@pytest.mark.parametrize(
    ("rate", "size", "fit", "parts", "words"),
    [
        (10, 10 * GB, Fit.FITS, 1, ""),
        (10, 60 * GB, Fit.CUT, 4, "60 GB needs about 13 h 20"),
        (20, 60 * GB, Fit.CUT, 2, "60 GB needs about 6 h 40"),
        (50, 60 * GB, Fit.FITS, 1, ""),
        (
            50,
            300 * GB,
            Fit.CUT,
            4,
            "300 GB needs about 13 h 20",
        ),
        (100, 60 * GB, Fit.FITS, 1, ""),
        (
            100,
            200 * GB,
            Fit.CUT,
            2,
            "200 GB needs about 4 h 27",
        ),
        (100, 301 * GB, Fit.TOO_LARGE, 2, ""),
        (1000, 301 * GB, Fit.TOO_LARGE, 2, ""),
    ],
)
def test_the_verdict_at_a_speed(rate: float, size: int, fit: Fit, parts: int, words: str) -> None:
    verdict = judge(size, mbit(rate), CUSTOMER_LIMIT)
    assert (verdict.fit, verdict.parts) == (fit, parts)
    if fit is Fit.CUT:
        said = wording.too_slow_words(size, verdict.seconds or 0)
        assert said == f"{words} at your speed; 1fichier cuts an upload at 4 h."


def test_every_part_is_within_the_plan_and_the_window() -> None:
    for rate in (1, 10, 50, 100, 1000):
        largest = part_size(mbit(rate), FREE_LIMIT)
        assert largest <= FREE_LIMIT
        assert largest / (0.86 * mbit(rate)) <= 4 * 3600, "a line that gets a seventh slower is no harm"
    assert part_size(mbit(10), FREE_LIMIT) / mbit(10) >= 3 * 3600, "and parts are no smaller than that needs"


def test_nothing_is_said_of_the_window_while_the_speed_is_unknown() -> None:
    assert judge(299 * GB, None, CUSTOMER_LIMIT).fit is Fit.FITS
    assert judge(301 * GB, None, CUSTOMER_LIMIT) == upload_window.Verdict(Fit.TOO_LARGE, None, 2)


def test_the_speed_is_a_median_and_never_above_the_limit() -> None:
    assert line_speed([], 0) is None
    assert line_speed([1e6, 9e9, 2e6], 0) == 2e6
    assert line_speed([1e6, 9e9, 2e6], 500_000) == 500_000
    assert line_speed([], 500_000) == 500_000


@pytest.mark.parametrize("zone", ["UTC", "Europe/Paris", "America/New_York"])
def test_the_night_is_the_next_one_o_clock_here(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        for now in range(1_700_000_000, 1_733_000_000, 86_400 // 3 + 977):
            night = next_night(float(now))
            assert 0 < night - now <= 25 * 3600
            assert time.localtime(night)[3:6] == (1, 0, 0)
    finally:
        monkeypatch.undo()
        time.tzset()
