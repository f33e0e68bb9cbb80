"""Rounds of everything, faults among it: descriptors, threads and tasks end where they began.

Twenty minutes of it, with more in each round: `python tests/benchmarks/soak.py`.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from support.soaking import MORE, SMALL, Held, Told, soaked

pytestmark = pytest.mark.story


def test_restless_rounds_leave_nothing_behind(tmp_path: Path) -> None:
    told = soaked(SMALL, minutes=0.12, folder=tmp_path)
    print(f"\n{told.begin} -> {told.end}\n{told.counts}, {told.hits} faults struck")
    assert told.grown == []
    assert told.counts["rounds"] >= 2
    assert told.hits > 10
    assert told.counts["upload done"] > SMALL.small_up
    assert told.counts["download done"] > SMALL.small_down


@pytest.mark.parametrize("what", ["rss", "descriptors", "threads", "tasks"])
def test_whatever_grows_is_told(what: str) -> None:
    begin = Held(rss=100.0, descriptors=12, threads=8, tasks=3)
    allowed = getattr(begin, what) + getattr(MORE, what)
    same = Told(begin, replace(begin, **{what: allowed}), 100.0, {}, {}, {})
    assert same.grown == []
    grown = replace(same, end=replace(begin, **{what: allowed + 1}), end_kinds={"thread mover": 1})
    assert grown.grown[0].startswith(what)
    assert grown.grown[1] == "thread mover: 0 -> 1"
