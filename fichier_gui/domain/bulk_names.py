"""New names for many items at once: search and replace, letters, numbers, and what is wrong with them."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.names import MAX_REMOTE, encode_name, numbered, split_extension
from fichier_gui.domain.organising import Placed, renamed
from fichier_gui.domain.patterns import check_replacement, read_pattern
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.domain.values import value


class LetterCase(StrEnum):
    """How the letters of the names are written."""

    KEEP = "keep"
    LOWER = "lower"
    UPPER = "upper"
    TITLE = "title"
    """Each word begins with a capital."""
    SENTENCE = "sentence"
    """The first word does."""


class NumberPlace(StrEnum):
    """Where the number goes."""

    NONE = "none"
    BEFORE = "before"
    AFTER = "after"
    INSTEAD = "instead"
    """It takes the place of the name, after a text of one's own."""


@value
class Numbering:
    """One number an item, in the order of the items."""

    place: NumberPlace = NumberPlace.NONE
    start: int = 1
    step: int = 1
    digits: int = 1
    """Shorter numbers are filled up with zeros."""
    text: str = " "
    """Between the name and the number; before the number where that takes the name's place."""

    def number(self, place: int) -> str:
        """Of the item at ``place``, counted from 0."""
        return f"{self.start + place * self.step:0{self.digits}d}"


@value
class BulkRules:
    """What is done to each name: first the search, then the letters, then the number."""

    search: str = ""
    replacement: str = ""
    is_pattern: bool = False
    """``search`` is a regular expression; ``\\1`` in ``replacement`` is its first group."""
    matches_case: bool = False
    keeps_extension: bool = True
    """Search and letters leave the extension of a file as it is. Numbers never come after it."""
    letters: LetterCase = LetterCase.KEEP
    numbering: Numbering = Numbering()


class NameProblem(StrEnum):
    """Why an item cannot have its new name."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    """In the form in which the service stores it."""
    TWICE = "twice"
    """Another of the items has it then, too."""
    TAKEN = "taken"
    """Something else in the folder has it."""


@value
class NewName:
    """One line of the preview."""

    placed: Placed
    name: str
    problem: NameProblem | None = None

    @property
    def changes(self) -> bool:
        """The name is another one than before."""
        return self.name != self.placed.item.name

    @property
    def stored(self) -> str:
        """As the service stores it, where that is not as it is written; else empty."""
        stored = encode_name(self.name)
        return stored if stored != self.name else ""


@dataclass(frozen=True)
class Preview:
    """All items with their new names, in their order."""

    rows: tuple[NewName, ...] = ()

    @cached_property
    def changed(self) -> tuple[NewName, ...]:
        """Those whose name is another one."""
        return tuple(row for row in self.rows if row.changes)

    @cached_property
    def problems(self) -> tuple[int, ...]:
        """Which rows cannot have their new name."""
        return tuple(number for number, row in enumerate(self.rows) if row.problem is not None)

    @property
    def can_be_done(self) -> bool:
        """Something changes, and nothing is in the way."""
        return bool(self.changed) and not self.problems


def preview(items: Sequence[Placed], rules: BulkRules, others: Mapping[FolderId, Collection[str]]) -> Preview:
    """What the rules make of the names. Raises ``PatternError``.

    ``others``: for each folder the names in it that are not among the items.
    """
    rename = _renamer(rules)
    names = [rename(number, placed) for number, placed in enumerate(items)]
    finals = Counter((placed.folder, name) for placed, name in zip(items, names, strict=True))

    def row(placed: Placed, name: str) -> NewName:
        if name == placed.item.name:
            return NewName(placed, name)
        is_twice = finals[placed.folder, name] > 1
        return NewName(placed, name, _problem(placed, name, is_twice, others.get(placed.folder, ())))

    return Preview(tuple(row(placed, name) for placed, name in zip(items, names, strict=True)))


def in_safe_order(
    rows: Sequence[NewName], others: Mapping[FolderId, Collection[str]]
) -> list[tuple[Placed, str]]:
    """The changes in an order in which no folder ever gets the name that another one still has.

    Folders that exchange their names do it by way of a third one. Files may share a name meanwhile.
    ``others``: as for :func:`preview`.
    """
    changed = [row for row in rows if row.changes]
    steps = [(row.placed, row.name) for row in changed if isinstance(row.placed.item, RemoteFile)]
    folders = [row for row in changed if isinstance(row.placed.item, RemoteFolder)]
    if not folders:
        return steps  # and all the names beside are not gone through
    holders = {(row.placed.folder, row.placed.item.name): row for row in folders}
    names = {name for row in rows for name in (row.name, row.placed.item.name)}.union(*others.values())
    is_ordered: set[FolderId] = set()
    for row in folders:
        steps += _chain(row, holders, is_ordered, names)
    return steps


def digits_for(count: int, start: int = 1, step: int = 1) -> int:
    """So many that all numbers are as long as the longest."""
    return max(len(str(start)), len(str(start + max(0, count - 1) * step)))


# Making a name

_FIRST_LETTER: Final = re.compile(r"[^\W\d_]")
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def _capitals(text: str) -> str:
    return _WORD.sub(lambda word: word[0][:1].upper() + word[0][1:].lower(), text)


def _one_capital(text: str) -> str:
    return _FIRST_LETTER.sub(lambda letter: letter[0].upper(), text.lower(), count=1)


_LETTERS: Final[Mapping[LetterCase, Callable[[str], str]]] = {
    LetterCase.KEEP: str,
    LetterCase.LOWER: str.lower,
    LetterCase.UPPER: str.upper,
    LetterCase.TITLE: _capitals,
    LetterCase.SENTENCE: _one_capital,
}


def _renamer(rules: BulkRules) -> Callable[[int, Placed], str]:
    replace, letters, numbering = _replacer(rules), _LETTERS[rules.letters], rules.numbering

    def rename(number: int, placed: Placed) -> str:
        is_file = isinstance(placed.item, RemoteFile)
        if not rules.keeps_extension:
            name = letters(replace(placed.item.name))
            stem, extension = split_extension(name) if is_file else (name, "")
        else:
            stem, extension = split_extension(placed.item.name) if is_file else (placed.item.name, "")
            stem = letters(replace(stem))
        if numbering.place is not NumberPlace.NONE:
            stem = _with_number(stem, numbering.number(number), numbering)
        return stem + extension if stem.strip() else ""

    return rename


def _replacer(rules: BulkRules) -> Callable[[str], str]:
    if not rules.search:
        return str
    if rules.is_pattern:
        pattern = read_pattern(rules.search, matches_case=rules.matches_case)
        check_replacement(pattern, rules.replacement)
        return lambda text: pattern.sub(rules.replacement, text)
    words = re.compile(re.escape(rules.search), 0 if rules.matches_case else re.IGNORECASE)
    return lambda text: words.sub(lambda _found: rules.replacement, text)


def _with_number(stem: str, number: str, numbering: Numbering) -> str:
    if numbering.place is NumberPlace.BEFORE:
        return number + numbering.text + stem
    if numbering.place is NumberPlace.AFTER:
        return stem + numbering.text + number
    return (numbering.text + number).strip()


# What is wrong with it


def _problem(placed: Placed, name: str, is_twice: bool, others: Collection[str]) -> NameProblem | None:
    if not name:
        return NameProblem.EMPTY
    if len(encode_name(name)) > MAX_REMOTE:
        return NameProblem.TOO_LONG
    if is_twice:
        return NameProblem.TWICE
    return NameProblem.TAKEN if name in others else None


# The order

_Steps = list[tuple[Placed, str]]


def _chain(
    row: NewName,
    holders: Mapping[tuple[FolderId, str], NewName],
    is_ordered: set[FolderId],
    names: set[str],
) -> _Steps:
    """``row`` after whatever has its name now, and that after what has its own."""
    chain: list[NewName] = []
    waits_for: NewName | None = row
    while waits_for is not None and _folder_id(waits_for) not in is_ordered:
        is_ordered.add(_folder_id(waits_for))
        chain.append(waits_for)
        waits_for = holders.get((waits_for.placed.folder, waits_for.name))
    if waits_for is None or waits_for not in chain:
        return [(link.placed, link.name) for link in reversed(chain)]
    aside = _free_name(waits_for.name, names)
    moved = Placed(waits_for.placed.folder, renamed(waits_for.placed.item, aside))
    last = [(moved if link is waits_for else link.placed, link.name) for link in reversed(chain)]
    return [(waits_for.placed, aside), *last]


def _folder_id(row: NewName) -> FolderId:
    assert isinstance(row.placed.item, RemoteFolder)
    return row.placed.item.id


def _free_name(name: str, names: set[str]) -> str:
    count = 2
    while numbered(name, count) in names:
        count += 1
    names.add(numbered(name, count))
    return numbered(name, count)
