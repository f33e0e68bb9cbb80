"""Rules of a link as they are typed: addresses, e-mails and passwords, read and checked."""

import re
from collections.abc import Callable
from ipaddress import ip_network
from typing import Final

from fichier_gui.domain.sharing import AccessList
from fichier_gui.domain.values import value

SHORTEST_PASSWORD: Final = 6
"""The service takes no shorter one."""

EVERYBODY: Final = AccessList()
_BREAKS: Final = re.compile(r"[\s,;]+")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")


@value
class Typed:
    """What a text holds: what was understood, each once, and the words that were not."""

    values: tuple[str, ...]
    wrong: tuple[str, ...] = ()


@value
class LinkRules:
    """Who may open a link, in one glance."""

    has_password: bool = False
    access: AccessList = EVERYBODY

    @property
    def is_open(self) -> bool:
        """Whoever has the link opens it."""
        return not self.has_password and not self.access


def networks(text: str) -> Typed:
    """Addresses and CIDR blocks, as the service wants them: ``192.0.2.7`` is ``192.0.2.7/32``."""
    return _typed(text, lambda word: str(ip_network(word, strict=False)))


def emails(text: str) -> Typed:
    """E-mail addresses of registered users."""

    def read(word: str) -> str:
        if _EMAIL.fullmatch(word) is None:
            raise ValueError(word)
        return word

    return _typed(text, read)


def _typed(text: str, read: Callable[[str], str]) -> Typed:
    values: dict[str, None] = {}
    wrong: dict[str, None] = {}
    for word in filter(None, _BREAKS.split(text)):
        try:
            values[read(word)] = None
        except ValueError:
            wrong[word] = None
    return Typed(tuple(values), tuple(wrong))
