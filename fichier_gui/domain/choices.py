"""Which of the things that can be chosen a few typed letters mean, and in what order they are offered."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from fichier_gui.domain.names import folded
from fichier_gui.domain.values import value


class Fit(IntEnum):
    """How well the typed words fit a text; the worst of the words counts."""

    STARTS = 0
    """The text begins with the first of them, and the others begin words of it."""
    BEGINS = 1
    """A word of the text begins with it."""
    INSIDE = 2
    """It is part of a word."""
    SCATTERED = 3
    """Its letters come in this order, the first one at the beginning of a word: "dlt" for "Download to"."""


class Rank(NamedTuple):
    """Smaller is better."""

    fit: Fit
    disorder: int
    """Typed words that come in another order than in the text."""
    start: int
    """The word of the text that fits first, by number."""
    length: int
    """Words of the text."""


@value
class Choice:
    """One thing that can be chosen. ``texts``: its names, in the user's language and in English."""

    key: str
    texts: tuple[str, ...]
    is_possible: bool = True


def rank(line: str, text: str) -> Rank | None:
    """How well ``line`` fits ``text``: each of its words must. Case and accents do not matter."""
    words = _words(text)
    fits: list[tuple[Fit, int]] = []
    for typed in _words(line):
        fit = min(_fits(typed, words), default=None)
        if fit is None:
            return None
        fits.append(fit)
    worst = max((fit for fit, _place in fits), default=Fit.STARTS)
    places = [place for _fit, place in fits]
    if worst is Fit.BEGINS and places[0] == 0:
        worst = Fit.STARTS
    disorder = sum(after < before for before, after in pairwise(places))
    return Rank(worst, disorder, min(places, default=0), len(words))


def arranged(line: str, choices: Sequence[Choice], recent: Sequence[str] = ()) -> list[Choice]:
    """Those that fit, the best first.

    ``recent`` are keys, the latest first: they decide among equals, and so everything when nothing is typed.
    What is not possible now comes after what fits equally well.
    """
    ages = {key: age for age, key in reversed(list(enumerate(recent)))}
    found = []
    for number, choice in enumerate(choices):
        ranks = [one for text in choice.texts if (one := rank(line, text)) is not None]
        if not ranks:
            continue
        best = min(ranks)
        age = ages.get(choice.key, len(ages))
        closeness = best[1:] if line.strip() else ()
        found.append((best.fit, not choice.is_possible, closeness[:2], age, closeness[2:], number))
    return [choices[number] for *_order, number in sorted(found)]


def _fits(typed: str, words: tuple[str, ...]) -> Iterator[tuple[Fit, int]]:
    for place, word in enumerate(words):
        if word.startswith(typed):
            yield Fit.BEGINS, place
        elif typed in word:
            yield Fit.INSIDE, place
        elif word[0] == typed[0] and _holds(typed, "".join(words[place:])):
            yield Fit.SCATTERED, place


def _holds(letters: str, text: str) -> bool:
    """The letters come in this order, with others between them."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded(text)))


_WORD = re.compile(r"\w+")
