"""The language of the program: one catalogue of translations, chosen once, read by ``tr``.

English is the source and needs no file. Other languages are Qt Linguist files (``.ts``) that are read as they
are: no generated file in the tree, and headless commands speak them too, without Qt. ``pyside6-lupdate``
collects the sources, since ``tr`` and ``QT_TR_NOOP`` are names it knows.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

Translate = Callable[[str, str, int | None], str | None]
"""Source, comment and number to the translation; None where there is none."""

_FINISHED: Final = re.compile("<translation>")
_PLURAL_S: Final = re.compile(r"\(s\)")


def _one_and_many(n: int) -> int:
    return int(n != 1)


_PLURAL_RULES: Final[Mapping[str, Callable[[int], int]]] = {
    "fr": lambda n: int(n > 1),
    "ja": lambda _n: 0,
    "pt": lambda n: int(n > 1),
}
"""Which ``numerusform`` a number takes; languages not named here have two forms, the first for 1 alone."""
_ONE_FORM: Final = frozenset({"ja"})


def _english(_source: str, _comment: str, _n: int | None) -> str | None:
    return None


class _Language:
    """The one mutable place: which catalogue is in use."""

    translate: Translate = staticmethod(_english)
    digits: Callable[[int], str] = staticmethod("{:,}".format)


def QT_TR_NOOP(source: str) -> str:
    """Mark a text of a table for ``pyside6-lupdate``; it is translated where it is shown, by :func:`tr`."""
    return source


def tr(source: str, comment: str = "", n: int | None = None, /, **values: object) -> str:
    """The text in the program's language.

    ``comment`` tells equal words apart ("Open", "verb"). ``n`` picks the plural form and replaces ``%n``; the
    English source writes "%n file(s)". ``values`` fill ``{name}`` places.
    """
    text = _Language.translate(source, comment, n)
    if text is None:
        text = source if n is None else _PLURAL_S.sub("" if n == 1 else "s", source)
    if n is not None:
        text = text.replace("%n", _Language.digits(n))
    return text.format(**values) if values else text


def install(translate: Translate | None) -> None:
    """Translate by this function from now on; None goes back to English."""
    _Language.translate = staticmethod(translate or _english)


def install_digits(digits: Callable[[int], str]) -> None:
    """Write whole numbers by this function (with the locale's groups) from now on."""
    _Language.digits = staticmethod(digits)


def forms_of(code: str) -> int:
    """How many forms a language has for numbers."""
    return 1 if code.partition("_")[0] in _ONE_FORM else 2


def finished(path: Path) -> int:
    """How many messages of a ``.ts`` file are translated. Raises ``OSError``."""
    return len(_FINISHED.findall(path.read_text(encoding="utf-8")))


def load(path: Path, code: str) -> Translate:
    """The catalogue of a ``.ts`` file. Unfinished messages stay English.

    Raises ``OSError`` and ``xml.etree.ElementTree.ParseError``.
    """
    # English, which most commands speak, does without.
    from xml.etree import ElementTree

    messages: dict[tuple[str, str], tuple[str, ...]] = {}
    # The catalogue is our own file; a hostile one would already be able to replace the program.
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") is not None:
            continue
        forms = tuple(form.text or "" for form in translation.findall("numerusform"))
        key = (message.findtext("source", ""), message.findtext("comment", ""))
        messages[key] = forms or (translation.text or "",)
    rule = _PLURAL_RULES.get(code.partition("_")[0], _one_and_many)

    def translate(source: str, comment: str, n: int | None) -> str | None:
        found = messages.get((source, comment))
        if found is None:
            return None
        return found[min(rule(n), len(found) - 1)] if n is not None else found[0]

    return translate
