"""Every error the program can show has its three parts: what happened, what follows, what to do."""

import re
from collections import Counter

import pytest

from fichier_gui.domain import errors
from fichier_gui.domain.error_leaves import leaves
from fichier_gui.ui import wording

FACTS: dict[str, errors.Fact] = {
    "wait": 90.0,
    "size": 320_500_000_000,
    "limit": 300_000_000_000,
    "path": "/home/me/Film.mkv",
    "name": "Film.mkv",
    "kept": "/home/me/Film.mkv.kept",
    "copy_from": 1_700_000_000.0,
    "folder": "/Films",
    "sent": "a<b>.txt",
    "stored": "ab.txt",
    "needed": 10_000_000,
    "free": 5_000,
    "expected": "aa",
    "actual": "bb",
    "scope": "address",
    "what": "pipe",
}
LEAVES = list(leaves())


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.__name__)
@pytest.mark.parametrize("facts", [FACTS, {}], ids=["facts", "bare"])
def test_has_words(leaf: type[errors.AppError], facts: dict[str, errors.Fact]) -> None:
    error = leaf("the service's own words", **facts)
    words = wording.error_words(error)
    assert re.fullmatch(r"[A-Z1-9].*[.?]", words.happened), "one whole sentence"
    assert not words.follows or words.follows.endswith(".")
    assert "{" not in words.happened + words.follows + words.brief, "a fact was not filled in"
    assert error.detail not in words.happened, "raw text belongs behind Details"
    assert not re.search(r"\b(please|error:|sorry)|!", words.sentence, re.IGNORECASE)
    assert not re.search(r"\b[45]\d\d\b(?! [kMGT]?B)", words.happened), "no raw codes in the first line"
    assert bool(words.action_label) == (words.action is not wording.ErrorAction.NONE)


def test_no_two_errors_read_the_same() -> None:
    """One leaf for each thing the user must be told differently."""
    said = Counter(wording.error_words(leaf("", **FACTS)).happened for leaf in LEAVES)
    assert [sentence for sentence, times in said.items() if times > 1] == []


def test_a_damaged_queue_is_told_as_it_is() -> None:
    """Told while the program runs, with the copy in its place, and without one."""
    kept = {"kept": "/p/journal.db.damaged-1"}
    running = wording.error_words(errors.JournalDamaged())
    restored = wording.error_words(errors.JournalDamaged(**kept, copy_from=1_700_000_000.0))
    emptied = wording.error_words(errors.JournalDamaged(**kept))
    assert len({words.happened for words in (running, restored, emptied)}) == 3
    assert "2023" in restored.happened
    assert all("journal.db.damaged-1" in words.follows for words in (restored, emptied))
