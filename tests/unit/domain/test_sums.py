"""Sum files: written as other programs write them, and every form of theirs is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain import sums
from fichier_gui.domain.errors import SumsBroken
from fichier_gui.domain.sums import Sum

A = "19fa61d75522a466" * 8
B = "b97de512e91e3828" * 8

PATHS = st.text(st.characters(exclude_characters="\0"), min_size=1).filter(
    lambda path: path.strip() and not path.startswith(("*", " ", "\t"))
)


def test_one_line_a_file() -> None:
    text = sums.written([Sum("a b.txt", A), Sum("sub/c\\d.bin", B), Sum("two\nlines", A)])
    assert text == f"{A}  a b.txt\n{B}  sub/c\\d.bin\n\\{A}  two\\nlines\n"


@given(st.lists(st.builds(Sum, PATHS, st.sampled_from([A, B])), min_size=1))
def test_what_is_written_is_read(given_sums: list[Sum]) -> None:
    assert sums.parsed(sums.written(given_sums)) == sums.SumFile(tuple(given_sums))


@pytest.mark.parametrize(
    "line",
    [
        f"{A}  name (1).txt",
        f"{A.upper()} *name (1).txt",
        f"{A}\tname (1).txt",
        f"WHIRLPOOL (name (1).txt) = {A}",
        f"{A}  name (1).txt\r",
    ],
)
def test_the_forms_of_other_programs(line: str) -> None:
    assert sums.parsed(f"\ufeff; made by hand\n# so\n\n{line}\n").sums == (Sum("name (1).txt", A),)


def test_odd_lines_are_counted_and_nothing_but_them_is_no_sum_file() -> None:
    found = sums.parsed(f"{A}  a\nd41d8cd98f00b204e9800998ecf8427e  b\nwhat\n")
    assert found == sums.SumFile((Sum("a", A),), odd_lines=2)
    with pytest.raises(SumsBroken):
        sums.parsed("d41d8cd98f00b204e9800998ecf8427e  b\n")
