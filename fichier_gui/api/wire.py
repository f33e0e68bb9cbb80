"""Lenient reading of JSON values: the service's types wander (reference §1.2).

Integers come as strings, flags as ``"0"``, arrays are missing when empty, keys have two spellings. Nothing
here raises for an odd value: it gives the default, so that one strange row never loses a whole listing.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from fichier_gui.domain.errors import UnexpectedAnswer

Json = Mapping[str, Any]

NEVER: Final = "1970-01-01"
_DATE: Final = "%Y-%m-%d %H:%M:%S"
_FALSE: Final = frozenset({"", "0", "no", "false", "null", "none", "off"})


def mapping(value: object) -> Json:
    """An answer's outermost object. Raises ``UnexpectedAnswer`` for anything else."""
    if not isinstance(value, Mapping):
        raise UnexpectedAnswer(f"an object was expected, {type(value).__name__} came")
    return value


def rows(source: Json, *names: str) -> Iterator[Json]:
    """The objects of the first array of ``names`` that is there; a missing array is an empty one."""
    for name in names:
        value = source.get(name)
        if isinstance(value, list):
            return (row for row in value if isinstance(row, Mapping))
    return iter(())


def texts(source: Json, name: str) -> tuple[str, ...]:
    """The strings of an array; a missing array is an empty one."""
    value = source.get(name)
    return tuple(str(item) for item in value if item is not None) if isinstance(value, list) else ()


def text(source: Json, *names: str) -> str:
    """The first of ``names`` that holds something, as text."""
    for name in names:
        value = source.get(name)
        if value is not None and value != "" and not isinstance(value, list | dict):
            return str(value)
    return ""


def integer(source: Json, *names: str) -> int | None:
    """The first of ``names`` that holds a whole number, also written as text or ``"12.0"``."""
    for name in names:
        if (number := to_number(source.get(name))) is not None:
            return int(number)
    return None


def number(source: Json, *names: str) -> float | None:
    """The first of ``names`` that holds a number."""
    for name in names:
        if (value := to_number(source.get(name))) is not None:
            return float(value)
    return None


def to_number(value: object) -> int | float | None:
    """A number, also written as text; None for anything else. Whole numbers keep every digit."""
    if isinstance(value, int | float):
        return value
    if not isinstance(value, str):
        return None
    cleaned = value.strip().replace(",", ".")
    try:
        return int(cleaned)
    except ValueError:
        pass
    try:
        parsed = float(cleaned)
    except ValueError:
        return None
    return parsed if parsed == parsed and abs(parsed) != float("inf") else None


def flag(source: Json, name: str) -> bool:
    """0/1, ``"0"``/``"1"``, true/false; an object (such as an ``acl``) is true when it holds something."""
    value = source.get(name)
    if isinstance(value, str):
        return value.strip().lower() not in _FALSE
    return bool(value)


def moment(source: Json, *names: str, now: float | None = None) -> float | None:
    """A date of the service as seconds since 1970, or None.

    Dates are Paris wall time with no zone. In the hour that October repeats the later reading is taken,
    unless it lies in the future of ``now``. ``1970-01-01 …`` means "never".
    """
    for name in names:
        value = source.get(name)
        if isinstance(value, str) and value.strip():
            return parse_moment(value.strip(), now)
    return None


def parse_moment(value: str, now: float | None = None) -> float | None:
    """See :func:`moment`."""
    if value.startswith((NEVER, "0000")):
        return None
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return None
    if read.tzinfo is not None:
        return read.timestamp()
    local = read.replace(tzinfo=_paris())
    early, late = local.timestamp(), local.replace(fold=1).timestamp()
    if late < early:
        # The hour that March skips: both readings are wrong by an hour; the first one keeps the order.
        return early
    return early if now is not None and late > now else late


def stamp(moment: float) -> str:
    """A date as the service reads it."""
    return datetime.fromtimestamp(moment, _paris()).strftime(_DATE)


@lru_cache(maxsize=1)
def _paris() -> ZoneInfo:
    return ZoneInfo("Europe/Paris")
