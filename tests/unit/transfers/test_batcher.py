"""Which small files travel in one request: a pure choice, held against what it promises."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.names import encode_name
from fichier_gui.domain.transfers import Direction, State, Transfer
from fichier_gui.transfers.forms import MOST_BYTES, MOST_FILES, smaller, together

MIB = 1024 * 1024
ROW = Transfer(
    id=TransferId(0),
    batch_id=BatchId(1),
    direction=Direction.UPLOAD,
    state=State.QUEUED,
    name="",
    size=0,
    local_path="",
    remote_folder_path="",
    added_at=0.0,
    position=0,
)
NAMES = st.sampled_from(("a", "b", "c", "a b", ".", "..", "．", "<", "＜", "?", "a\udce9", " a")) | st.text(
    min_size=1, max_size=3
)
"""Some differ for the user and not for the service, or might."""
SIZES = st.integers(1, 16 * MIB) | st.sampled_from((1, 16 * MIB, 16 * MIB - 1))


def rows(files: Sequence[tuple[str, int]]) -> list[Transfer]:
    return [
        replace(ROW, id=TransferId(number), name=name, size=size, position=number)
        for number, (name, size) in enumerate(files, 1)
    ]


FILES = st.lists(st.tuples(NAMES, SIZES), min_size=1, max_size=25).map(rows)


def fits(form: Sequence[Transfer], other: Transfer, most: int) -> bool:
    """Said once more, and from the other side: could ``other`` travel in ``form``?"""
    return (
        len(form) < most
        and sum(row.size for row in form) + other.size <= MOST_BYTES
        and encode_name(other.name) not in [encode_name(row.name) for row in form]
    )


@settings(max_examples=200)
@given(files=FILES, most=st.integers(1, 30))
def test_a_form_keeps_its_bounds_and_leaves_out_only_what_does_not_fit(
    files: list[Transfer], most: int
) -> None:
    leader, *others = files
    form = together(leader, others, most)
    stored = [encode_name(row.name) for row in form]
    assert form[0] is leader
    assert len(set(stored)) == len(stored), "two of one name in a report belong to nobody"
    assert len(form) <= most
    assert sum(row.size for row in form) <= MOST_BYTES
    assert [row.position for row in form] == sorted(row.position for row in form)
    for other in others:
        before = [row for row in form if row.position < other.position]
        assert (other in form) == fits(before, other, most)


@settings(max_examples=10)
@given(count=st.integers(MOST_FILES - 2, MOST_FILES + 100))
def test_a_form_holds_as_many_as_the_service_takes(count: int) -> None:
    leader, *others = rows([(f"{n}.txt", 4096) for n in range(count)])
    assert len(together(leader, others, MOST_FILES)) == min(count, MOST_FILES)


@settings(max_examples=50)
@given(size=st.integers(MOST_BYTES - 5, MOST_BYTES + 5), other=st.integers(1, 9))
def test_a_leader_that_fills_a_form_travels_all_the_same(size: int, other: int) -> None:
    leader, second = rows([("a", size), ("b", other)])
    assert together(leader, [second], MOST_FILES) == [leader, second][: 1 + (size + other <= MOST_BYTES)]


@pytest.mark.parametrize("pair", [("<", "＜"), ("a\udce9", "a")])
def test_names_that_the_service_can_tell_apart_travel_together(pair: tuple[str, str]) -> None:
    leader, second = rows([(pair[0], 1), (pair[1], 1)])
    assert together(leader, [second], MOST_FILES) == [leader, second]


@given(count=st.integers(1, MOST_FILES))
def test_forms_that_come_to_nothing_shrink_to_a_single_file(count: int) -> None:
    sizes = [count]
    while sizes[-1] > 1:
        sizes.append(smaller(sizes[-1]))
        assert 1 <= sizes[-1] < sizes[-2]
    assert smaller(1) == 1
    assert len(sizes) <= 6, "a culprit is alone after few requests, for each sends all of its bytes"
