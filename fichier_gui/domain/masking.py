"""Takes out of a text what says who somebody is and what their files are called."""

import re
from collections.abc import Iterable
from typing import Final

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_LINK: Final = re.compile(r"https?://(?:www\.)?1fichier\.com/[^\s'\"<>]+")
_ADDRESS: Final = re.compile(r"(https?://(?!api\.)[^/\s'\"<>]+)/[^\s'\"<>]+")
_SOURCE: Final = re.compile(r'^(\s*File ")(?:[^"]*[\\/])?([^"\\/]+[\\/][^"\\/]+",? )')
"""A line of a traceback: the last two parts say which module it is."""
_QUOTED: Final = re.compile(r"(['\"“])(?:~|/|[A-Za-z]:[\\/]|\\\\)[^'\"”\n]*")
_PATH: Final = re.compile(r"(?<![\w./)>-])(?:~?/(?=[^\s/])|[A-Za-z]:\\)[^\s'\"“”]+")
SHORTEST_NAME: Final = 4
"""Characters: to take "a" out of a text would spoil it, and tell the name by what is missing."""


def without_people(text: str) -> str:
    """Without e-mail addresses."""
    return _EMAIL.sub("(e-mail)", text)


def without_files(text: str, names: Iterable[str] = ()) -> str:
    """Without links and paths, and without these names wherever they stand."""
    longest_first = sorted({name for name in names if len(name) >= SHORTEST_NAME}, key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first))
    known = re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None
    return "\n".join(_masked(line, known) for line in text.split("\n"))


def _masked(line: str, known: re.Pattern[str] | None) -> str:
    line = _LINK.sub("(link)", line)
    source = _SOURCE.match(line)
    if source is not None:
        return _SOURCE.sub(r"\1\2", line)
    line = _QUOTED.sub(r"\1(path)", line)
    if known is not None:
        line = known.sub("(name)", line)
    return _PATH.sub("(path)", _ADDRESS.sub(r"\1/(address)", line))
