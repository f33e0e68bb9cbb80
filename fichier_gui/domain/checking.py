"""A comparison of local files with what they should be: one verdict a file. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.values import value


class Verdict(StrEnum):
    """What became of one file."""

    SAME = "same"
    DIFFERS = "differs"
    MISSING_HERE = "missing_here"
    """Not on this computer."""
    MISSING_THERE = "missing_there"
    """On this computer only."""
    UNCHECKED = "unchecked"
    """Of the right size, as far as that is known; there is no checksum to compare, or it cannot be read."""


@value
class Expected:
    """A file that should be here. ``path`` is relative, ``/`` between its parts; None: not known."""

    path: str
    size: int | None = None
    checksum: str | None = None
    url: FileUrl | None = None


@value
class Checked:
    """One file and its verdict. ``reason``: why it could not be checked."""

    path: str
    verdict: Verdict
    size_here: int | None = None
    size_there: int | None = None
    checksum_here: str | None = None
    checksum_there: str | None = None
    url: FileUrl | None = None
    reason: AppError | None = None


@value
class Progress:
    """How far a comparison is. ``total`` is 0 while nobody knows; sizes in bytes."""

    done: int = 0
    total: int = 0
    path: str = ""
    """What is read now."""


@value
class Comparison:
    """All verdicts. ``unread``: remote folders or lines of a sum file that could not be read."""

    files: tuple[Checked, ...]
    unread: int = 0

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many of each."""
        return Counter(file.verdict for file in self.files)

    @property
    def is_good(self) -> bool:
        """Everything was checked, and everything is the same."""
        return not self.unread and all(file.verdict is Verdict.SAME for file in self.files)


_NUMBER: Final = re.compile(r" \(\d+\)(?=(\.[^./]*)?$)")
_ORDER: Final = (
    Verdict.DIFFERS,
    Verdict.MISSING_HERE,
    Verdict.MISSING_THERE,
    Verdict.UNCHECKED,
    Verdict.SAME,
)


def by_urgency(files: Iterable[Checked]) -> tuple[Checked, ...]:
    """What is wrong first; else as it was."""
    return tuple(sorted(files, key=lambda file: _ORDER.index(file.verdict)))


def without_sizes(expected: Expected, here: int) -> Checked | None:
    """The verdict where the size alone gives it; None where the bytes have to be read."""
    known = Checked(
        expected.path, Verdict.DIFFERS, here, expected.size, None, expected.checksum, expected.url
    )
    if expected.size is not None and here != expected.size:
        return known
    if expected.checksum is None:
        return replace(known, verdict=Verdict.UNCHECKED)
    return None


def judged(expected: Expected, here: int, digest: str) -> Checked:
    """The verdict once the bytes were read."""
    is_same = expected.checksum is not None and digest == expected.checksum.lower()
    return Checked(
        expected.path,
        Verdict.SAME if is_same else Verdict.DIFFERS,
        here,
        expected.size,
        digest,
        expected.checksum,
        expected.url,
    )


def best_of_each(files: Iterable[Checked]) -> tuple[Checked, ...]:
    """One verdict a path: *same*, where any of them is."""
    found: dict[str, Checked] = {}
    for file in files:
        if file.path not in found or file.verdict is Verdict.SAME:
            found[file.path] = file
    return tuple(found.values())


def twins_told_apart(files: Sequence[Checked]) -> tuple[Checked, ...]:
    """Files of one name are numbered here in some order: one that differs may be another of them.

    Where the content of a missing file lies under the name of one that differs, the two change places.
    """
    missing = {
        (file.checksum_there, file.size_there): n
        for n, file in enumerate(files)
        if file.verdict is Verdict.MISSING_HERE and file.checksum_there
    }
    found = list(files)
    for n, file in enumerate(files):
        other = missing.pop((file.checksum_here, file.size_here), None) if file.checksum_here else None
        if file.verdict is not Verdict.DIFFERS or other is None or not _are_twins(file, files[other]):
            continue
        twin = files[other]
        found[n] = replace(_with_facts_of(file, twin), verdict=Verdict.SAME)
        found[other] = _with_facts_of(twin, file)
    return tuple(found)


def _with_facts_of(file: Checked, twin: Checked) -> Checked:
    return replace(file, size_there=twin.size_there, checksum_there=twin.checksum_there, url=twin.url)


def _are_twins(one: Checked, other: Checked) -> bool:
    return _NUMBER.sub("", one.path) == _NUMBER.sub("", other.path)
