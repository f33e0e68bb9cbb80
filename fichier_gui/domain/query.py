"""What a user asks of the account's search, parsed from one line of text. Pure.

    holiday 2024                words anywhere in the name or the path, in any order
    "summer house"  -draft      words that belong together; words that must not be there
    *.mkv  img_????.jpg         a whole name, with ``*`` and ``?``
    type:video  type:pdf        a kind of file, or an ending
    size>2GB  size<=10kb        1 kB is 1,000 bytes, 1 KiB 1,024
    after:2024-03  before:2023  when it was sent: a year, a month, a day, or 30d, 6m, 2y ago
    in:/Films  in:films         below a path, or below any folder of that name
    pass:yes  dup:yes           with a password; whose content is there more than once

What looks like a field and is not understood is kept as a problem, and nothing else of the line is lost.
"""

import datetime
import re
from dataclasses import dataclass
from typing import Final

from fichier_gui.domain.kinds import FileKind
from fichier_gui.domain.names import folded
from fichier_gui.domain.values import value

_TOKEN: Final = re.compile(r'(?=\S)(-?)(?:([a-z]+)(:|>=|<=|>|<|=))?(?:"([^"]*)"?|(\S*))', re.IGNORECASE)
_AMOUNT: Final = re.compile(r"(\d+(?:[.,]\d+)?)\s*([kmgt]?)(i?)[bo]?", re.IGNORECASE)
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGO: Final = re.compile(r"(\d{1,4})([dwmy])", re.IGNORECASE)
_KINDS: Final = {kind.value: kind for kind in FileKind}
_DAYS: Final = {"d": 1, "w": 7, "m": 30, "y": 365}
_YES: Final = frozenset({"yes", "y", "1", "true", "oui", "o", ""})
_NO: Final = frozenset({"no", "n", "0", "false", "non"})
_ENDING: Final = re.compile(r"\.?([a-z0-9]{1,10})", re.IGNORECASE)


@value
class Term:
    """One thing that the name or the path must hold. ``text`` is folded, and holds wildcards as typed."""

    text: str
    is_pattern: bool = False
    """The whole name must look like ``text``."""
    is_excluded: bool = False


@value
class Query:
    """All that must hold. Sizes are bytes; times are seconds since 1970, the first included, the last not."""

    terms: tuple[Term, ...] = ()
    kinds: frozenset[FileKind] = frozenset()
    endings: frozenset[str] = frozenset()
    """Without the dot, folded; with ``kinds``: one or the other."""
    least: int | None = None
    most: int | None = None
    since: float | None = None
    until: float | None = None
    inside: tuple[str, ...] = ()
    """Folded paths (they begin with a slash) or folder names, all of which hold."""
    has_password: bool | None = None
    is_double: bool | None = None
    problems: tuple[str, ...] = ()
    """Words of the line that were not understood, as typed."""

    @property
    def is_empty(self) -> bool:
        """Nothing is asked: everything would be found."""
        return self == Query(problems=self.problems)


@dataclass(slots=True)
class _Draft:
    """A query in the making."""

    zone: datetime.tzinfo | None
    today: datetime.date
    terms: list[Term]
    kinds: set[FileKind]
    endings: set[str]
    inside: list[str]
    problems: list[str]
    least: int | None = None
    most: int | None = None
    since: float | None = None
    until: float | None = None
    has_password: bool | None = None
    is_double: bool | None = None


def parse(text: str, today: datetime.date, zone: datetime.tzinfo | None) -> Query:
    """The query of one line. ``today`` and ``zone`` say what "30d" and "2024-05-01" mean. Raises nothing.

    ``zone`` None is this machine's own, with its summer time on the days that have it.
    """
    draft = _Draft(zone, today, [], set(), set(), [], [])
    for match in _TOKEN.finditer(text):
        minus, field, sign, phrase, word = match.groups()
        value = phrase if phrase is not None else word
        act = _FIELDS.get((field or "").lower())
        if field is None or (act is None and not _looks_like_a_field(field, sign)):
            text_meant = match[0].replace('"', "") if field else value
            _add_term(draft, text_meant, minus, is_phrase=phrase is not None)
        elif act is None or minus or not act(draft, sign, value):
            draft.problems.append(match[0])
    return Query(
        terms=tuple(draft.terms),
        kinds=frozenset(draft.kinds),
        endings=frozenset(draft.endings),
        least=draft.least,
        most=draft.most,
        since=draft.since,
        until=draft.until,
        inside=tuple(draft.inside),
        has_password=draft.has_password,
        is_double=draft.is_double,
        problems=tuple(draft.problems),
    )


def _looks_like_a_field(field: str, sign: str) -> bool:
    """``foo>3`` is no name; ``10:30`` and ``a=b`` may be one."""
    return sign in (">", "<", ">=", "<=") and field.isalpha()


def _add_term(draft: _Draft, text: str, minus: str, *, is_phrase: bool) -> None:
    if minus and text.startswith("-"):
        text = text[1:]
    plain = folded(text).strip()
    is_pattern = not is_phrase and ("*" in plain or "?" in plain)
    if plain.strip("*?") or is_pattern:
        draft.terms.append(Term(plain, is_pattern, bool(minus)))


def _take_type(draft: _Draft, _sign: str, value: str) -> bool:
    for word in filter(None, folded(value).split(",")):
        if kind := _KINDS.get(word):
            draft.kinds.add(kind)
        elif ending := _ENDING.fullmatch(word):
            draft.endings.add(ending[1])
        else:
            return False
    return bool(value)


def _take_size(draft: _Draft, sign: str, value: str) -> bool:
    amount = _AMOUNT.fullmatch(value.strip())
    if amount is None:
        return False
    number, prefix, binary = amount.groups()
    unit = (1024 if binary else 1000) ** " kmgt".index(prefix.lower() or " ")
    size = int(float(number.replace(",", ".")) * unit)
    if sign in (">", ">="):
        _at_least(draft, size + (sign == ">"))
    elif sign in ("<", "<="):
        _at_most(draft, size - (sign == "<"))
    else:
        _at_least(draft, size)
        _at_most(draft, size)
    return True


def _at_least(draft: _Draft, size: int) -> None:
    draft.least = size if draft.least is None else max(draft.least, size)


def _at_most(draft: _Draft, size: int) -> None:
    draft.most = size if draft.most is None else min(draft.most, size)


def _take_after(draft: _Draft, _sign: str, value: str) -> bool:
    span = _span(draft, value)
    if span is None:
        return False
    draft.since = span[0] if draft.since is None else max(draft.since, span[0])
    return True


def _take_before(draft: _Draft, _sign: str, value: str) -> bool:
    span = _span(draft, value)
    if span is None:
        return False
    draft.until = span[0] if draft.until is None else min(draft.until, span[0])
    return True


def _take_on(draft: _Draft, _sign: str, value: str) -> bool:
    span = _span(draft, value)
    if span is None:
        return False
    draft.since, draft.until = span
    return True


def _take_in(draft: _Draft, _sign: str, value: str) -> bool:
    path = folded(value)
    is_path = path.startswith("/")
    path = path.strip("/")
    if path:
        draft.inside.append("/" + path if is_path or "/" in path else path)
    return bool(path) or is_path


def _take_password(draft: _Draft, _sign: str, value: str) -> bool:
    draft.has_password = _said(value)
    return draft.has_password is not None


def _take_double(draft: _Draft, _sign: str, value: str) -> bool:
    draft.is_double = _said(value)
    return draft.is_double is not None


def _said(value: str) -> bool | None:
    word = folded(value)
    return True if word in _YES else False if word in _NO else None


def _span(draft: _Draft, value: str) -> tuple[float, float] | None:
    """The first moment that is meant, and the first after it."""
    if ago := _AGO.fullmatch(value):
        days = int(ago[1]) * _DAYS[ago[2].lower()]
        first = draft.today - datetime.timedelta(days=min(days, draft.today.toordinal() - 1))
        return _moment(draft, first), _moment(draft, first + datetime.timedelta(days=1))
    date = _DATE.fullmatch(value)
    if date is None:
        return None
    year, month, day = date.groups()
    try:
        first = datetime.date(int(year), int(month or 1), int(day or 1))
        if day:
            after = first + datetime.timedelta(days=1)
        elif month:
            after = datetime.date(first.year + first.month // 12, first.month % 12 + 1, 1)
        else:
            after = datetime.date(first.year + 1, 1, 1)
        return _moment(draft, first), _moment(draft, after)
    except (ValueError, OverflowError):
        return None


def _moment(draft: _Draft, day: datetime.date) -> float:
    return datetime.datetime.combine(day, datetime.time(), draft.zone).timestamp()


_FIELDS: Final = {
    "type": _take_type,
    "size": _take_size,
    "after": _take_after,
    "before": _take_before,
    "on": _take_on,
    "in": _take_in,
    "pass": _take_password,
    "dup": _take_double,
}
