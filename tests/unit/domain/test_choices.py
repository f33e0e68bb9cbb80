"""Which choices a few letters mean."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain.choices import Choice, Fit, arranged, rank

WORD = st.text("abcdeéÉôßİ01", min_size=1, max_size=6)
TEXT = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
CHOICES = st.lists(st.tuples(TEXT, TEXT, st.booleans()), max_size=12).map(
    lambda made: [Choice(str(number), texts[:2], texts[2]) for number, texts in enumerate(made)]
)


def keys(line: str, choices: list[Choice], recent: tuple[str, ...] = ()) -> list[str]:
    return [choice.key for choice in arranged(line, choices, recent)]


@given(TEXT, st.data())
def test_the_beginnings_of_its_words_fit_in_any_order(text: str, data: st.DataObject) -> None:
    words = data.draw(st.permutations(text.split()))
    typed = " ".join(word[: data.draw(st.integers(1, len(word)))] for word in words)
    found = rank(typed, text)
    assert found is not None and found.fit <= Fit.BEGINS


@given(TEXT, st.data())
def test_a_letter_more_never_finds_more(text: str, data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(text) - 1), min_size=1))
    line = "".join(text[place] for place in sorted(places))
    ranks = [rank(line[:length], text) for length in range(len(line) + 1)]
    for shorter, longer in pairwise(ranks):
        assert longer is None or (shorter is not None and shorter.fit <= longer.fit)


@given(TEXT, TEXT)
def test_case_does_not_matter(line: str, text: str) -> None:
    assert rank(line.upper(), text) == rank(line, text) == rank(line, text.upper())


@given(st.text(max_size=12), CHOICES, st.lists(st.sampled_from("0123456789"), max_size=5))
def test_what_is_offered_fits_and_nothing_that_fits_is_missing(
    line: str, choices: list[Choice], recent: list[str]
) -> None:
    found = arranged(line, choices, recent)
    fitting = [one for one in choices if any(rank(line, text) is not None for text in one.texts)]
    assert sorted(found, key=lambda one: int(one.key)) == fitting
    best = [min(r for text in one.texts if (r := rank(line, text)) is not None).fit for one in found]
    assert best == sorted(best)


@given(CHOICES, st.lists(st.sampled_from("0123456789"), unique=True, max_size=5))
def test_an_empty_line_offers_all_the_latest_first(choices: list[Choice], recent: list[str]) -> None:
    found = keys("  ", choices, tuple(recent))
    possible = {one.key for one in choices if one.is_possible}
    latest = [key for key in recent if key in possible]
    others = [one.key for one in choices if one.is_possible and one.key not in recent]
    assert found[: len(possible)] == latest + others
    assert set(found[len(possible) :]) == {one.key for one in choices} - possible


def test_the_better_fit_comes_first() -> None:
    texts = ("Undo", "Recently deleted…", "Download", "Download to…", "Do nothing after the queue", "Speed")
    choices = [Choice(text, (text,)) for text in texts]
    assert keys("do", choices) == ["Download", "Download to…", "Do nothing after the queue", "Undo"]
    assert keys("to do", choices) == ["Download to…"]
    assert keys("dlt", choices) == ["Download to…", "Recently deleted…"]
    assert keys("odd", choices) == []


def test_both_languages_are_understood() -> None:
    rename = Choice("rename", ("Renommer…", "Rename…"))
    delete = Choice("delete", ("Supprimer…", "Delete…"))
    settings = Choice("settings", ("Réglages…", "Settings…"))
    assert keys("del", [rename, delete, settings]) == ["delete"]
    assert keys("reg", [rename, delete, settings]) == ["settings"]


def test_what_cannot_be_done_comes_after_its_equals_and_before_worse_fits() -> None:
    choices = [
        Choice("closed", ("Copy link",), is_possible=False),
        Choice("open", ("Copy details",)),
        Choice("second", ("A copy",)),
        Choice("inside", ("Xcopy",)),
    ]
    assert keys("copy", choices) == ["open", "closed", "second", "inside"]
    assert keys("copy", choices, ("inside", "closed")) == ["open", "closed", "second", "inside"]


def test_the_latest_decides_among_equals() -> None:
    choices = [Choice(text, (text,)) for text in ("Copy", "Copy link", "Copy details")]
    assert keys("co", choices, ("Copy details", "Copy link"))[:2] == ["Copy details", "Copy link"]
    assert keys("co", choices)[0] == "Copy"
