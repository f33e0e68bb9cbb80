"""The language of the search."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain.kinds import FileKind
from fichier_gui.domain.query import Query, Term, parse

PARIS = ZoneInfo("Europe/Paris")
TODAY = datetime.date(2026, 3, 31)


def parsed(text: str) -> Query:
    return parse(text, TODAY, PARIS)


def at(year: int, month: int = 1, day: int = 1) -> float:
    return datetime.datetime(year, month, day, tzinfo=PARIS).timestamp()


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("  -  ", ()),
        ("Été 2024", (Term("ete"), Term("2024"))),
        ('"Summer House" -Draft', (Term("summer house"), Term("draft", is_excluded=True))),
        ('-"two words"', (Term("two words", is_excluded=True),)),
        ('"never closed', (Term("never closed"),)),
        ("*.MKV", (Term("*.mkv", is_pattern=True),)),
        ('"a*b"', (Term("a*b"),)),
        ("img_??.jpg", (Term("img_??.jpg", is_pattern=True),)),
        ("10:30 a=b c:d", (Term("10:30"), Term("a=b"), Term("c:d"))),
        ('note:"two words"', (Term("note:two words"),)),
    ],
)
def test_words(text: str, terms: tuple[Term, ...]) -> None:
    assert parsed(text) == Query(terms=terms)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("type:video", Query(kinds=frozenset({FileKind.VIDEO}))),
        ("type:pdf,.Zip", Query(endings=frozenset({"pdf", "zip"}))),
        ("size>2GB", Query(least=2_000_000_001)),
        ("size>=1,5MiB size<=10kb", Query(least=1_572_864, most=10_000)),
        ("size<1", Query(most=0)),
        ("size=5k", Query(least=5000, most=5000)),
        ("size>1g size>2g size<9g size<8g", Query(least=2 * 10**9 + 1, most=8 * 10**9 - 1)),
        ("after:2024-03 before:2024-12-24", Query(since=at(2024, 3), until=at(2024, 12, 24))),
        ("on:2023", Query(since=at(2023), until=at(2024))),
        ("on:2023-12", Query(since=at(2023, 12), until=at(2024))),
        ("on:2026-03-29", Query(since=at(2026, 3, 29), until=at(2026, 3, 30))),
        ("after:30d", Query(since=at(2026, 3, 1))),
        ("in:/Films/Été/", Query(inside=("/films/ete",))),
        ('in:"My films" in:2024', Query(inside=("my films", "2024"))),
        ("in:/", Query()),
        ("pass:yes", Query(has_password=True)),
        ("pass:non dup:", Query(has_password=False, is_double=True)),
    ],
)
def test_fields(text: str, query: Query) -> None:
    assert parsed(text) == query


def test_a_day_of_summer_time_has_twenty_three_hours() -> None:
    query = parsed("on:2026-03-29")
    assert query.since is not None
    assert query.until is not None
    assert query.until - query.since == 23 * 3600


@pytest.mark.parametrize(
    "text",
    [
        "size>abc",
        "before:yesterday",
        "on:2024-13",
        "pass:perhaps",
        "dup:x",
        "foo>3",
        "-type:video",
        "type:",
        "after:0000",
    ],
)
def test_what_is_not_understood_is_said_and_nothing_else_lost(text: str) -> None:
    query = parsed(f"{text} word")
    assert query.problems == (text,)
    assert query.terms == (Term("word"),)


def test_a_query_of_problems_only_asks_nothing() -> None:
    assert parsed("size>abc").is_empty
    assert not parsed("a").is_empty


@given(st.text(max_size=60))
def test_any_line_is_parsed(text: str) -> None:
    query = parsed(text)
    assert parsed(text) == query
    assert all(term.text for term in query.terms)
