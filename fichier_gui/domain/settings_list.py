"""The settings as a text without a secret in it, and what such a text, or a reset, would change."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from fichier_gui.domain.settings import Page, Settings, Unit, changed, describe
from fichier_gui.domain.values import value

MOST_BYTES: Final = 1_000_000
_KIND: Final = "fichier-gui settings"


@value
class Change:
    """One setting that would be another."""

    name: str
    now: object
    then: object


@value
class FoundSettings:
    """What a text holds. ``unknown``: names of another version; ``wrong``: values that cannot be used."""

    values: Mapping[str, object]
    unknown: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def write(settings: Settings, version: str) -> str:
    """All of them as JSON; an address goes without the name and the password in it."""
    values = {each.name: _shareable(each.unit, getattr(settings, each.name)) for each in describe()}
    return json.dumps({"kind": _KIND, "version": version, "settings": values}, indent=2) + "\n"


def read(text: str) -> FoundSettings:
    """What :func:`write` has written, perhaps for another version. Raises ``ValueError`` for other texts."""
    entries = _entries(text)
    known = {each.name for each in describe()}
    values: dict[str, object] = {}
    wrong: list[str] = []
    for name in filter(known.__contains__, entries):
        try:
            values[name] = _usable(name, entries[name])
        except ValueError:
            wrong.append(name)
    return FoundSettings(values, tuple(sorted(set(entries) - known)), tuple(wrong))


def changes(settings: Settings, values: Mapping[str, object]) -> tuple[Change, ...]:
    """What would be another if these values were taken, in the order of the dialog."""
    found = []
    for each in describe():
        now = getattr(settings, each.name)
        then = values.get(each.name, now)
        # What went out without its password comes back without it: the one that is here stays.
        if then not in (now, _shareable(each.unit, now)):
            found.append(Change(each.name, now, then))
    return tuple(found)


def to_defaults(settings: Settings, page: Page) -> tuple[Change, ...]:
    """What would be another if a page went back to its defaults."""
    return changes(settings, {each.name: each.default for each in describe() if each.page is page})


def without_login(address: str) -> str:
    """``http://me:word@proxy:80`` as ``http://proxy:80``; what cannot be read becomes nothing."""
    if "@" not in address:
        return address
    try:
        parts = urlsplit(address)
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])) if parts.netloc else ""
    except ValueError:
        return ""


def _entries(text: str) -> dict[str, object]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        document = None
    if isinstance(document, dict) and document.get("kind") == _KIND:
        entries = document.get("settings")
        if isinstance(entries, dict):
            return entries
    raise ValueError("it holds no settings")


def _shareable(unit: Unit, value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    return without_login(str(value)) if unit is Unit.URL else value


def _usable(name: str, value: object) -> object:
    """Raises ``ValueError`` for a wrong kind and for what is outside the limits."""
    made: object = getattr(changed(Settings(), name, value), name)
    if made != value:
        raise ValueError(name)
    return made
