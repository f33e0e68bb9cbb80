"""Which bytes are good: the spans against a plain set of bytes."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.transfers.part_map import PartMap

MOST = 60
SPANS = st.lists(st.tuples(st.integers(0, MOST), st.integers(0, MOST)), max_size=12)


def as_set(spans: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> set[int]:
    return {byte for start, end in spans for byte in range(start, end)}


@given(spans=SPANS)
def test_spans_are_joined_and_nothing_is_lost(spans: list[tuple[int, int]]) -> None:
    found = PartMap.of(spans)
    assert as_set(found.spans) == as_set(spans)
    assert found.total == len(as_set(spans))
    edges = [edge for span in found.spans for edge in span]
    assert all(a < b for a, b in itertools.pairwise(edges)), "in order, and they do not touch"


@given(spans=SPANS)
def test_the_text_says_all(spans: list[tuple[int, int]]) -> None:
    found = PartMap.of(spans)
    assert PartMap.parse(found.text) == found


@given(spans=SPANS, size=st.integers(0, MOST))
def test_gaps_are_the_rest(spans: list[tuple[int, int]], size: int) -> None:
    found = PartMap.of(spans)
    assert as_set(found.gaps(size)) == set(range(size)) - as_set(spans)
    assert as_set(found.clipped(size).spans) == as_set(spans) & set(range(size))


@given(spans=SPANS)
def test_the_front_has_no_gap(spans: list[tuple[int, int]]) -> None:
    good = as_set(spans)
    front = PartMap.of(spans).front
    assert set(range(front)) <= good
    assert front not in good


@given(text=st.text(alphabet="0123456789-, x", max_size=40))
def test_nonsense_is_nothing_rather_than_an_error(text: str) -> None:
    good = as_set(tuple(s for s in PartMap.parse(text).spans if s[1] < 10_000))
    assert all(byte >= 0 for byte in good)


def test_a_good_text_stays_as_it_is() -> None:
    assert PartMap.parse("0-5,9-17").spans == ((0, 5), (9, 17))
    assert PartMap.parse("0-5,what,9-17").text == "0-5,9-17"
    assert PartMap.parse("").spans == ()
