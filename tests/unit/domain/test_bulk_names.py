"""Names for many: the rules one by one, what may not be, and an order in which nothing is in the way."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain.bulk_names import (
    BulkRules,
    LetterCase,
    NameProblem,
    NewName,
    Numbering,
    NumberPlace,
    digits_for,
    in_safe_order,
    preview,
)
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.names import MAX_REMOTE, encode_name, split_extension
from fichier_gui.domain.organising import Placed
from fichier_gui.domain.patterns import PatternError, PatternProblem
from fichier_gui.domain.remote import RemoteFile, RemoteFolder

HERE = FolderId(7)
OTHER = FolderId(8)


def files(*names, folder=HERE):
    return [
        Placed(folder, RemoteFile(FileUrl(f"https://1fichier.com/?{folder}-{n}"), name, 1))
        for n, name in enumerate(names)
    ]


def folders(*names, folder=HERE):
    return [Placed(folder, RemoteFolder(FolderId(100 + n), name)) for n, name in enumerate(names)]


def named(items, **rules):
    return [row.name for row in preview(items, BulkRules(**rules), {}).rows]


def problems(items, others=(), **rules):
    return [row.problem for row in preview(items, BulkRules(**rules), {HERE: set(others)}).rows]


def test_search_and_replace():
    assert named(files("A.b.jpg"), search=".", replacement="-") == ["A-b.jpg"]
    assert named(files("A.b.jpg"), search=".", replacement="-", keeps_extension=False) == ["A-b-jpg"]
    assert named(files("IMG_1.jpg"), search="img_", replacement="Rome ") == ["Rome 1.jpg"]
    assert named(files("IMG_1.jpg"), search="img_", replacement="x", matches_case=True) == ["IMG_1.jpg"]
    assert named(files("a.txt"), search="a", replacement=r"\1") == [r"\1.txt"], "no pattern, no group"
    assert named(files("x"), search="", replacement="y") == ["x"]


def test_patterns():
    assert named(
        files("2024-12-24 tree.tar.gz"),
        search=r"^(\d+)-(\d+)-(\d+)",
        replacement=r"\3.\2.\1",
        is_pattern=True,
    ) == ["24.12.2024 tree.tar.gz"]
    assert named(files("ab"), search="(?P<x>a)|z", replacement=r"[\g<x>]", is_pattern=True) == ["[a]b"]


@pytest.mark.parametrize(
    ("search", "replacement", "problem"),
    [
        ("(", "", PatternProblem.UNREADABLE),
        ("(a+)+", "", PatternProblem.RUNAWAY),
        ("a", r"\1", PatternProblem.REPLACEMENT),
    ],
)
def test_a_bad_pattern_is_told(search, replacement, problem):
    with pytest.raises(PatternError) as caught:
        named(files("a"), search=search, replacement=replacement, is_pattern=True)
    assert caught.value.problem is problem


def test_letters():
    name = "it's the 2ND été_day.JPG"
    assert named(files(name), letters=LetterCase.UPPER) == ["IT'S THE 2ND ÉTÉ_DAY.JPG"]
    assert named(files(name), letters=LetterCase.LOWER, keeps_extension=False) == ["it's the 2nd été_day.jpg"]
    assert named(files(name), letters=LetterCase.TITLE) == ["It's The 2nd Été_Day.JPG"]
    assert named(files("01 OLD tree.JPG"), letters=LetterCase.SENTENCE) == ["01 Old tree.JPG"]


def test_numbers():
    items = files("b.jpg", "a.tar.gz", ".hidden")
    assert named(items, numbering=Numbering(NumberPlace.AFTER, 9, 1, 2, "_")) == [
        "b_09.jpg",
        "a_10.tar.gz",
        ".hidden_11",
    ]
    assert named(items, numbering=Numbering(NumberPlace.BEFORE, 0, 5, 3)) == [
        "000 b.jpg",
        "005 a.tar.gz",
        "010 .hidden",
    ]
    assert named(items, numbering=Numbering(NumberPlace.INSTEAD, text="Rome ")) == [
        "Rome 1.jpg",
        "Rome 2.tar.gz",
        "Rome 3",
    ]
    assert named(items[:1], numbering=Numbering(NumberPlace.INSTEAD)) == ["1.jpg"]
    assert (digits_for(23), digits_for(9), digits_for(10, 0), digits_for(3, 98), digits_for(0)) == (
        2,
        1,
        1,
        3,
        1,
    )


def test_a_folder_has_no_extension():
    assert named(folders("v1.2"), search=".2", replacement=".3") == ["v1.3"]
    assert named(folders("v1.2"), numbering=Numbering(NumberPlace.AFTER)) == ["v1.2 1"]


def test_what_may_not_be():
    assert problems(files("a.txt", "b.txt"), search="a", replacement="b") == [NameProblem.TWICE, None]
    assert problems(files("a.txt"), {"b.txt"}, search="a", replacement="b") == [NameProblem.TAKEN]
    assert problems(files("a.txt"), {"a.txt"}, search="z") == [None], "twins that stay twins are no change"
    assert problems(files("a.txt"), search="a") == [NameProblem.EMPTY]
    assert problems(files("ab"), search="ab", replacement="  ") == [NameProblem.EMPTY]
    assert problems(files("a"), search="a", replacement="b" * 250) == [None]
    assert problems(files("a"), search="a", replacement="b" * 251) == [NameProblem.TOO_LONG]
    assert problems(files("a"), search="a", replacement=" " + "‛" * 130) == [NameProblem.TOO_LONG], (
        "stored longer"
    )
    assert problems(files("a.txt", "b.txt"), search="[ab]", replacement="c", is_pattern=True) == [
        NameProblem.TWICE,
        NameProblem.TWICE,
    ]


def test_names_collide_within_a_folder_only():
    items = files("a.txt") + files("b.txt", folder=OTHER)
    rules = BulkRules("[ab]", "c", is_pattern=True)
    assert not preview(items, rules, {}).problems
    assert preview(items, rules, {OTHER: {"c.txt"}}).problems == (1,)


def test_a_name_that_is_left_can_be_taken():
    shifted = preview(files("2", "3", "x4"), BulkRules(numbering=Numbering(NumberPlace.INSTEAD, 3)), {})
    assert [row.name for row in shifted.rows] == ["3", "4", "5"] and shifted.can_be_done


def test_the_stored_form_is_told_where_it_differs():
    rows = preview(files("a-b"), BulkRules("-", "/"), {}).rows
    assert rows[0].stored == "a／b" and not rows[0].problem
    assert not preview(files("a-b"), BulkRules("-", "+"), {}).rows[0].stored


def test_nothing_to_do_cannot_be_done():
    assert not preview(files("a"), BulkRules(), {}).can_be_done


names = st.text(alphabet="abAB.-_ 1é/", min_size=1, max_size=6).filter(str.strip)
rules = st.builds(
    BulkRules,
    st.text(alphabet="abAB.-_ 1", max_size=2),
    st.text(alphabet="abAB.-_ 1/", max_size=2),
    matches_case=st.booleans(),
    keeps_extension=st.booleans(),
    letters=st.sampled_from(LetterCase),
    numbering=st.builds(
        Numbering, st.sampled_from(NumberPlace), st.integers(0, 12), st.integers(1, 3), st.integers(1, 4)
    ),
)


@given(st.lists(names, unique=True, max_size=8), st.sets(names, max_size=3), rules)
def test_what_passes_can_be_stored_and_is_alone(chosen, others, wanted):
    others = others - set(chosen)
    shown = preview(files(*chosen), wanted, {HERE: others})
    assert [row.placed.item.name for row in shown.rows] == chosen
    if shown.problems:
        assert not shown.can_be_done
        return
    finals = Counter(row.name for row in shown.rows) + Counter(others)
    for row in shown.changed:
        assert finals[row.name] == 1
        assert row.name.strip() and len(encode_name(row.name)) <= MAX_REMOTE


@given(st.lists(names, unique=True, min_size=1, max_size=8), rules)
def test_extensions_are_kept_apart(chosen, wanted):
    for row in preview(files(*chosen), wanted, {}).rows:
        extension = split_extension(row.placed.item.name)[1]
        if wanted.keeps_extension and row.name:
            assert row.name.endswith(extension)


@given(st.permutations(range(6)), st.integers(0, 6), st.booleans())
def test_folders_are_renamed_in_an_order_that_never_collides(order, fresh, with_files):
    """Any exchange of names among folders, some of which get names that are new."""
    olds = [f"n{n}" for n in range(6)]
    news = [f"n{n}" if n >= fresh else f"new{n}" for n in order]
    items = folders(*olds) + (files("n0", "n1") if with_files else [])
    wanted = news + ["n1", "n0"][: len(items) - 6]
    rows = [NewName(placed, name) for placed, name in zip(items, wanted, strict=True)]
    held = {placed.item.id: placed.item.name for placed in items[:6]}
    file_names = {placed.item.url: placed.item.name for placed in items[6:]}
    for placed, name in in_safe_order(rows, {}):
        if isinstance(placed.item, RemoteFile):
            file_names[placed.item.url] = name
            continue
        assert held[placed.item.id] == placed.item.name, "a step speaks of the item as it is then"
        assert name not in held.values()
        held[placed.item.id] = name
    assert list(held.values()) == news
    assert list(file_names.values()) == wanted[6:]


def test_a_name_for_the_meantime_is_nobodys():
    """Neither that of a row that stays as it is, nor of a folder that is not among the rows."""
    items = folders("a", "b", "a (2)")
    rows = [NewName(placed, name) for placed, name in zip(items, ("b", "a", "a (2)"), strict=True)]
    others = {HERE: {"b (2)", "b (3)", "a (3)"}}
    steps = [name for _placed, name in in_safe_order(rows, others)]
    assert len(steps) == 3
    assert steps[0] not in {"a", "b", "a (2)", *others[HERE]}
