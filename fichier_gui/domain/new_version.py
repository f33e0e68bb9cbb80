"""What is told of the newest version: a small JSON text, and whether it is newer than this program. Pure.

``{"name": "fichier-gui", "version": "1.2.0", "date": "2027-01-31", "page": "https://…", "notes": […],
"files": [{"name": …, "size": …, "sha256": …}]}``, as ``installer/publishing.py`` writes it. The files are for
whoever fetches them: this program fetches none.
"""

import json
import re
from typing import Any, Final

from fichier_gui.domain.values import value

_VERSION: Final = re.compile(
    r"(?P<numbers>\d{1,9}(?:\.\d{1,9}){0,3})"
    r"(?P<stage>-[0-9A-Za-z.-]{1,40}|[._]?[A-Za-z][0-9A-Za-z._-]{0,39})?"
    r"(?:\+[0-9A-Za-z._-]{1,40})?"
)
"""``1.2.0-rc.1`` (Semantic Versioning) and ``1.2.0rc1`` (PEP 440) are the same version."""
_PARTS: Final = 4
_SAME: Final = {
    "alpha": "a",
    "beta": "b",
    "c": "rc",
    "pre": "rc",
    "preview": "rc",
    "rev": "post",
    "r": "post",
}
_DEVELOPED, _END, _NUMBER, _WORD = range(4)
"""In this order where two versions first differ: what leads up to it, nothing more, a number, a word."""

_Piece = tuple[int, int, str]


@value
class NewVersion:
    """One version."""

    version: str
    date: str = ""
    """As ``2027-01-31``; empty where it is not told."""
    page: str = ""
    """Where it is described and can be had: an address of the web, or empty."""


def read(text: str, name: str) -> NewVersion:
    """What the text tells of the program ``name``. Raises ``ValueError``."""
    try:
        wire: Any = json.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(wire, dict) or wire.get("name") != name:
        raise ValueError(f"it does not tell of {name}")
    version = wire.get("version")
    if not isinstance(version, str) or _VERSION.fullmatch(version) is None:
        raise ValueError("it tells no version")
    date, page = str(wire.get("date") or ""), str(wire.get("page") or "")
    is_date = re.fullmatch(r"\d{4}-\d\d-\d\d", date) is not None
    is_page = page.startswith("https://") and page.isprintable() and " " not in page
    return NewVersion(version, date if is_date else "", page if is_page else "")


def is_newer(version: str, own: str) -> bool:
    """Whether ``version`` comes after ``own``. What leads up to a version comes before it: ``1.2.0rc9``, then
    ``1.2.0rc10``, then ``1.2.0``. What is no version comes before all that are."""
    return _order(version) > _order(own)


def _order(version: str) -> tuple[tuple[int, ...], int, tuple[_Piece, ...]]:
    found = _VERSION.fullmatch(version)
    if found is None:
        return (), 0, ()
    numbers = [int(part) for part in found["numbers"].split(".")]
    words = re.findall(r"\d+|[a-z]+", (found["stage"] or "").lower())
    pieces = tuple(map(_piece, words))
    stage = 0 if not pieces else 1 if pieces[0][2] == "post" else -1
    return (*numbers, *[0] * (_PARTS - len(numbers))), stage, (*pieces, (_END, 0, ""))


def _piece(text: str) -> _Piece:
    if text.isdigit():
        return _NUMBER, int(text), ""
    return (_DEVELOPED, 0, "") if text == "dev" else (_WORD, 0, _SAME.get(text, text))
