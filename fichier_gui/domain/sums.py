"""Sum files: one line a file, ``HEX  name``, as ``whirlpooldeep`` and ``rhash --whirlpool`` write them. Pure.

Paths are relative to the sum file's folder, ``/`` between their parts. A name with a line break goes as GNU
programs write it: a ``\\`` before the line, ``\\n`` in the name. Lines of the other form that programs write,
``WHIRLPOOL (name) = HEX``, are read too.
"""

import re
from collections.abc import Iterable
from typing import Final

from fichier_gui.domain.errors import SumsBroken
from fichier_gui.domain.values import value

SUFFIX: Final = ".whirlpool"
MOST_BYTES: Final = 64 * 1024 * 1024
"""Of a sum file: more is something else."""

_HEX: Final = "[0-9a-fA-F]{128}"
_PLAIN: Final = re.compile(rf"(?P<escaped>\\?)(?P<digest>{_HEX})[ \t]+\*?(?P<path>.+)", re.DOTALL)
_TAGGED: Final = re.compile(rf"(?P<escaped>\\?)WHIRLPOOL ?\((?P<path>.+)\) ?= ?(?P<digest>{_HEX})", re.DOTALL)
_ESCAPES: Final = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}
_ESCAPED: Final = re.compile(r"\\[\\nr]")
_COMMENTS: Final = (";", "#", "%")


@value
class Sum:
    """One line. ``digest``: 128 lower-case hexadecimal digits."""

    path: str
    digest: str


@value
class SumFile:
    """What a sum file says. ``odd_lines``: how many lines say nothing that is understood."""

    sums: tuple[Sum, ...]
    odd_lines: int = 0


def written(sums: Iterable[Sum]) -> str:
    """The text of a sum file."""
    return "".join(_line(each) for each in sums)


def parsed(text: str) -> SumFile:
    """The opposite of :func:`written`. Raises ``SumsBroken`` where no line is a sum."""
    sums: list[Sum] = []
    odd = 0
    for line in text.removeprefix("\ufeff").split("\n"):
        stripped = line.rstrip("\r")
        if not stripped.strip() or stripped.startswith(_COMMENTS):
            continue
        match = _PLAIN.fullmatch(stripped) or _TAGGED.fullmatch(stripped)
        if match is None:
            odd += 1
        else:
            sums.append(Sum(_path(match["path"], bool(match["escaped"])), match["digest"].lower()))
    if not sums:
        raise SumsBroken("no line is a Whirlpool sum")
    return SumFile(tuple(sums), odd)


def _line(each: Sum) -> str:
    if not set(each.path) & {"\n", "\r"}:
        return f"{each.digest}  {each.path}\n"
    path = each.path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    return f"\\{each.digest}  {path}\n"


def _path(path: str, is_escaped: bool) -> str:
    return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], path) if is_escaped else path
