"""The list of transfers as a file: what is written is read; what says nothing is named, never dropped."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain import queue_list
from fichier_gui.domain.errors import ListBroken
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.queue_list import Entry
from fichier_gui.domain.transfers import ConflictRule, Direction, Priority

NAMES = st.text(st.characters(exclude_characters="\0"), min_size=1).filter(lambda n: n not in (".", ".."))
SIZES = st.integers(0, 10**15)
SHARED = {"priority": st.sampled_from(Priority), "rate": SIZES, "was_done": st.booleans()}
DOWNLOADS = st.builds(
    Entry,
    direction=st.just(Direction.DOWNLOAD),
    name=NAMES,
    size=SIZES,
    folder=NAMES,
    remote_folder=NAMES,
    url=st.sampled_from(["https://1fichier.com/?abcdefghij", "hidden:7/a@b/x%20y"]).map(FileUrl),
    checksum=st.none() | st.just("ab" * 64),
    conflict=st.sampled_from(ConflictRule),
    is_protected=st.booleans(),
    **SHARED,
)
PARTS = st.none() | st.integers(0, 9)
UPLOADS = st.builds(
    lambda offset, **facts: Entry(part_offset=offset, source_size=None if offset is None else 99, **facts),
    offset=PARTS,
    direction=st.just(Direction.UPLOAD),
    name=NAMES,
    size=SIZES,
    folder=st.just(""),
    remote_folder=NAMES,
    path=NAMES,
    mtime_ns=SIZES,
    **SHARED,
)


@given(st.lists(DOWNLOADS | UPLOADS))
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    assert queue_list.read(queue_list.written(entries)) == entries


def test_what_says_nothing_is_named() -> None:
    good = {"direction": "download", "name": "a", "size": 1, "link": "http://1fichier.com/?abcdefghij&af=1"}
    rows = [
        good,
        good | {"link": "https://other.example/x"},
        good | {"size": "many"},
        {"direction": "sideways"},
        "what",
        good | {"name": ".."},
    ]
    found = queue_list.read(json.dumps({"version": 1, "transfers": rows}))
    assert isinstance(found[0], Entry) and found[0].url == "https://1fichier.com/?abcdefghij"
    assert all(isinstance(each, str) for each in found[1:]) and len(found) == 6


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 2, "transfers": []}', '{"version": 1}', "3"])
def test_other_files_are_no_lists(text: str) -> None:
    with pytest.raises(ListBroken):
        queue_list.read(text)
