"""Links as text for other places: alone, with their names, for a page, a forum, or by one's own template."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final

from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.links import hidden_file
from fichier_gui.domain.values import value


class LinkFormat(StrEnum):
    """How copied links are written."""

    PLAIN = "plain"
    NAMED = "named"
    MARKDOWN = "markdown"
    HTML = "html"
    BBCODE = "bbcode"
    OWN = "own"


@value
class LinkFacts:
    """One link, and what a template may say of its file. Sizes are bytes."""

    url: str
    name: str = ""
    size: int | None = None
    folder: str = ""
    """Its folder on the service, such as ``/Films/2024``."""
    checksum: str = ""

    @property
    def can_be_copied(self) -> bool:
        """False for a file of a share that hides its links: there is no link that others could open."""
        return bool(self.url) and hidden_file(FileUrl(self.url)) is None


PLACEHOLDERS: Final = ("name", "url", "size", "bytes", "folder", "checksum", "number")
"""What a template may hold, in braces. ``size`` is in words, ``number`` counts from 1."""

DEFAULT_TEMPLATE: Final = "{name} ({size}): {url}"

_PLACE: Final = re.compile(r"\{(\w+)\}")
_ESCAPES: Final = {"\\n": "\n", "\\t": "\t", "\\\\": "\\"}
_ESCAPE: Final = re.compile(r"\\[nt\\]")
_MARKED: Final = re.compile(r"([\\`*_\[\]<>])")
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_BRACKETS: Final = str.maketrans("[]", "()")

SizeWords = Callable[[int], str]


def link_text(
    format_: LinkFormat, links: Sequence[LinkFacts], size_words: SizeWords, template: str = ""
) -> str:
    """One link a line; several end in a line break each, so that they paste well into a shell or a sheet."""
    lines = [_line(format_, link, number, size_words, template) for number, link in enumerate(links, 1)]
    return "".join(f"{line}\n" for line in lines) if len(lines) > 1 else "".join(lines)


def unknown_places(template: str) -> tuple[str, ...]:
    """Words in braces that mean nothing; they are written as they are."""
    found = dict.fromkeys(_PLACE.findall(template))
    return tuple(name for name in found if name not in PLACEHOLDERS)


def _line(format_: LinkFormat, link: LinkFacts, number: int, size_words: SizeWords, template: str) -> str:
    name = link.name or link.url
    if format_ is LinkFormat.NAMED:
        return f"{name} {link.url}" if link.name else link.url
    if format_ is LinkFormat.MARKDOWN:
        marked = _MARKED.sub(r"\\\1", name)
        return f"[{marked}]({link.url})"
    if format_ is LinkFormat.HTML:
        return f'<a href="{link.url.translate(_ENTITIES)}">{name.translate(_ENTITIES)}</a>'
    if format_ is LinkFormat.BBCODE:
        # BBCode knows no escape: a bracket in a name would end the mark.
        return f"[url={link.url}]{name.translate(_BRACKETS)}[/url]"
    if format_ is LinkFormat.OWN:
        return _filled(template or DEFAULT_TEMPLATE, link, number, size_words)
    return link.url


def _filled(template: str, link: LinkFacts, number: int, size_words: SizeWords) -> str:
    facts = {
        "name": link.name,
        "url": link.url,
        "size": "" if link.size is None else size_words(link.size),
        "bytes": "" if link.size is None else str(link.size),
        "folder": link.folder,
        "checksum": link.checksum,
        "number": str(number),
    }
    written = _ESCAPE.sub(lambda found: _ESCAPES[found[0]], template)
    return _PLACE.sub(lambda found: facts.get(found[1], found[0]), written)
