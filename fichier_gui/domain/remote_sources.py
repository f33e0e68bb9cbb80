"""What the service is to fetch by itself: addresses out of a text, the headers that go with them. Pure."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from fichier_gui.domain import links
from fichier_gui.domain.values import value

AT_ONCE: Final = 5
"""Addresses in one request, as clients are known to do well; the service's own limit is not documented."""

_ADDRESS: Final = re.compile(r"\b(?:https?|ftp)://[^\s<>\"'\\`]+", re.IGNORECASE)
_ENDS: Final = ".,;:!?*"
_BRACKETS: Final = {")": "(", "]": "["}
_HEADER: Final = re.compile(r"(?P<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*:\s*(?P<value>.*\S)")
"""A field name is a token (RFC 9110 §5.1)."""
_NOT_OURS: Final = frozenset({"host", "content-length", "transfer-encoding", "connection"})
"""Fields that belong to the connection, which the service makes."""


@value
class Sources:
    """What a text holds, each once and in order."""

    urls: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    """Links of 1fichier: they are copied, not fetched."""


@value
class HeaderLines:
    """Headers as typed, one a line; ``wrong`` are the lines that are none."""

    values: Mapping[str, str]
    wrong: tuple[str, ...] = ()


def sources(text: str) -> Sources:
    """Every address in ``text`` that can be fetched."""
    found = dict.fromkeys(url for match in _ADDRESS.finditer(text) if _has_host(url := _trimmed(match[0])))
    own = tuple(url for url in found if links.parse(url) is not None)
    return Sources(tuple(url for url in found if url not in own), own)


def headers(text: str, cookie: str = "") -> HeaderLines:
    """``Name: value`` lines; ``cookie`` is the value of a ``Cookie`` field, with its name or without."""
    values: dict[str, str] = {}
    wrong = []
    for line in filter(None, map(str.strip, text.splitlines())):
        match = _HEADER.fullmatch(line)
        if match is None or not line.isprintable() or match["name"].lower() in _NOT_OURS:
            wrong.append(line)
        else:
            values[match["name"]] = match["value"]
    pairs = re.sub(r"^cookie\s*:", "", " ".join(cookie.split()), flags=re.IGNORECASE).strip()
    if pairs:
        values = {name: value for name, value in values.items() if name.lower() != "cookie"}
        values["Cookie"] = pairs
    return HeaderLines(values, tuple(wrong))


def secrets_in(url: str) -> tuple[str, ...]:
    """The password that an address carries, if it does."""
    try:
        password = urlsplit(url).password
    except ValueError:
        return ()
    return (password,) if password else ()


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _trimmed(url: str) -> str:
    """Without the punctuation of the sentence around it; brackets that are closed inside it stay."""
    while url:
        last = url[-1]
        opening = _BRACKETS.get(last)
        if last not in _ENDS and (opening is None or url.count(opening) >= url.count(last)):
            break
        url = url[:-1]
    return url
