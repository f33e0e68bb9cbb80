"""What is told of the newest version: a small JSON text, and whether it is newer than this program. Pure.

``{"name": "fichier-gui", "version": "1.2.0", "date": "2027-01-31", "page": "https://…", "notes": […],
"files": [{"name": …, "size": …, "sha256": …}]}``, as ``installer/publishing.py`` writes it. The files are for
whoever fetches them: this program fetches none.
"""

import json
import re
from typing import Any, Final

from fichier_gui.domain.values import value

_VERSION: Final = re.compile(r"\d{1,9}(?:\.\d{1,9}){0,3}(?:[-+][0-9A-Za-z.+-]{1,40})?")
_PARTS: Final = 4


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
    """Whether ``version`` comes after ``own``. What leads up to a version comes before it."""
    return _order(version) > _order(own)


def _order(version: str) -> tuple[tuple[int, ...], bool, str]:
    numbers, _, rest = version.partition("+")[0].partition("-")
    found = [int(part) for part in re.findall(r"\d+", numbers)][:_PARTS]
    return (*found, *[0] * (_PARTS - len(found))), not rest, rest
