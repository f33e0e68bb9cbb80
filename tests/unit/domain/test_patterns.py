"""Patterns that people type: what runs for ever is refused before it runs, the rest is left alone."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fichier_gui.domain.patterns import PatternError, PatternProblem, check_replacement, read_pattern


def problem_of(text):
    try:
        read_pattern(text, matches_case=True)
    except PatternError as error:
        return error.problem
    return None


@pytest.mark.parametrize(
    "text",
    [
        "(a+)+$",
        "(a*)*b",
        "(a|aa)+$",
        "(a|a)*b",
        "(?:a?)*$",
        "((a|ab)c?){2,}",
        "(.*,){12}x",
        "(?i:a|A)+$",
        "(?P<n>a+)*",
        "([ab]|a)*$",
        "((a+))+",
        "(a{1,30}){1,30}$",
        "(|a)*b",
    ],
)
def test_what_could_run_for_ever_is_refused(text):
    assert problem_of(text) is PatternProblem.RUNAWAY


@pytest.mark.parametrize(
    "text",
    [
        r"(.*) - (.*)",
        r"^\d+\s*",
        r"(?i)img_(\d{4})",
        r"[\[(].*?[\])]",
        r"(?:jpg|png)+",
        r"(ab)+",
        r"(?:ab){3}",
        r"(a{2}){3}",
        r"(x+)?y",
        r"a\|b",
        r"[(+]+",
        r"\(a+\)+",
        "(?#(a+)b",
        r"(?P<n>a)(?P=n)",
        "a{,}",
        "{}",
        "(?!a)b",
        "(a+){1}",
        "(a+){0,1}",
    ],
)
def test_everyday_patterns_are_read(text):
    assert read_pattern(text, matches_case=True).pattern


@pytest.mark.parametrize(
    "text", ["(", "a)", "[a", "*a", "a\\", "(?P<n", "a{3,1}", "[a--b]", "(?<=a+)b", "(" * 5000]
)
def test_what_is_not_understood_is_refused(text):
    assert problem_of(text) is PatternProblem.UNREADABLE


def test_brackets_in_sets_stand_for_themselves():
    found = read_pattern("[[(&&||~~]+", matches_case=True)
    assert found.fullmatch("[(&|~") and not found.search("x")
    assert read_pattern("[]a]", matches_case=True).fullmatch("]")
    assert read_pattern("[^[]", matches_case=True).fullmatch("a")


def test_case_counts_only_where_it_is_wished():
    assert read_pattern("abc", matches_case=False).search("xABC")
    assert not read_pattern("abc", matches_case=True).search("xABC")


@pytest.mark.parametrize("replacement", [r"\2", "\\", r"\g<name>", r"\g<1"])
def test_a_replacement_must_fit(replacement):
    with pytest.raises(PatternError) as caught:
        check_replacement(re.compile("(a)"), replacement)
    assert caught.value.problem is PatternProblem.REPLACEMENT


@pytest.mark.parametrize(
    "text", [".*.*.*.*=", r"(\w+)(\w+)(.+)\S*x", "a*a*a*a*b", r"\d+[0-9]+\d+\d+-", ".{2,}.*.+.*!"]
)
def test_repeats_in_a_row_are_refused(text):
    with pytest.raises(PatternError) as refused:
        read_pattern(text, matches_case=True)
    assert refused.value.problem is PatternProblem.RUNAWAY


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (r"(\d+)-(\d+)-(\d+)-(\d+)", "2026-12-01-3"),
        (r"(.*)_(.*)_(.*)_(.*)", "a_b_c_d"),
        (r"\s*(\w+)\s+x", " abc  x"),
        ("a?b?c?d?", "bd"),
    ],
)
def test_repeats_with_something_between_are_read(text, name):
    assert read_pattern(text, matches_case=True).fullmatch(name)


@given(
    st.text(alphabet="ab()|*+?{}[]^\\.1,2:?", max_size=14),
    st.sampled_from(["a" * 40, "ab" * 20, "b" + "a" * 39]),
)
@example("(a|b|ab)*c", "ab" * 20)
@example("[[", "a" * 40)
@example("[])--2", "a" * 40)
@example("(a|(a))+c", "a" * 40)
def test_no_pattern_that_is_accepted_hangs(text, name):
    """One that does never comes back, and the test runner ends it."""
    try:
        pattern = read_pattern(text, matches_case=True)
    except PatternError:
        return
    pattern.sub("-", name)
    pattern.fullmatch(name + "!")
