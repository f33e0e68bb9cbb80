"""What the index of names is asked: it holds of each name, and of its end, three letters at a time."""

import re
from collections.abc import Collection, Iterable
from typing import Any, Final

from fichier_gui.domain.query import Term

Condition = tuple[str, tuple[Any, ...]]
"""SQL with the values for it."""

_GRAM: Final = 3
_END: Final = "\n\n"
_WILD: Final = re.compile("[*?]")


def matching(terms: Collection[Term], endings: Collection[str]) -> Condition | None:
    """What leads to the fewest names: more than those that are meant, so that each has to be looked at.

    None where nothing does: of ``terms`` all must be in the name, of ``endings`` it has one.
    """
    if grams := dict.fromkeys(gram for term in terms for gram in _grams(term)):
        return "names MATCH ?", (_all_of(grams),)
    if short := [term.text for term in terms if _is_beginning(term)]:
        return f"names MATCH ({_BEGUN_GRAMS})", (max(short, key=len),)
    if endings:
        return "names MATCH ?", (" OR ".join(_all_of(_cut(f".{one}{_END}")) for one in sorted(endings)),)
    return None


def _all_of(grams: Iterable[str]) -> str:
    quoted = ('"' + gram.replace('"', '""') + '"' for gram in grams)
    return f"({' AND '.join(quoted)})"


def _grams(term: Term) -> list[str]:
    """Those of each name that the term fits. A short word has none."""
    if not term.is_pattern:
        return _cut(term.text)
    *inner, last = _WILD.split(term.text)
    return [gram for part in inner for gram in _cut(part)] + _cut(last + _END if last else "")


def _cut(text: str) -> list[str]:
    return [text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)]


def _is_beginning(term: Term) -> bool:
    """So short that it only begins grams, and not so short that most names hold it."""
    return not term.is_pattern and len(term.text) < _GRAM and (len(term.text) > 1 or not term.text.isascii())


_BEGUN_GRAMS: Final = """
WITH RECURSIVE word (text) AS (VALUES (?)), found (gram) AS (
    SELECT (SELECT term FROM grams WHERE term >= text LIMIT 1) FROM word
    UNION ALL
    SELECT (SELECT term FROM grams WHERE term >= gram || char(1) LIMIT 1) FROM word, found
    WHERE substr(gram, 1, length(text)) = text
)
SELECT ifnull(group_concat('"' || replace(gram, '"', '""') || '"', ' OR '), '""') FROM word, found
WHERE substr(gram, 1, length(text)) = text
"""
"""From one to the next: ``grams`` has a row for each name that holds one."""
