"""The releases that CHANGELOG.md tells of."""

import calendar
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from fichier_gui.identity import VERSION

_HEAD = re.compile(r"## \[(?P<version>[^\]]+)\](?: - (?P<day>\d{4}-\d\d-\d\d))?")


@dataclass
class Release:
    """One version and what users notice of it. ``date``: seconds since 1970."""

    version: str
    date: int
    is_out: bool = True
    items: list[str] = field(default_factory=list)


def releases(text: str, date: int) -> Sequence[Release]:
    """Newest first. What is not out yet is told as this version, of ``date``, until this version is out."""
    found: list[Release] = []
    for line in text.splitlines():
        if head := _HEAD.match(line):
            day = head["day"]
            seconds = calendar.timegm(time.strptime(day, "%Y-%m-%d")) if day else date
            found.append(Release(head["version"], seconds, is_out=bool(day)))
        elif found and line.startswith("- "):
            found[-1].items.append(line[2:].strip())
        elif found and line.startswith("  ") and found[-1].items:
            found[-1].items[-1] += " " + line.strip()
    out = {each.version for each in found if each.is_out}
    return [
        Release(VERSION, each.date, is_out=False, items=each.items) if not each.is_out else each
        for each in found
        if each.is_out or (each.items and VERSION not in out)
    ]


def first_sentence(item: str) -> str:
    """The beginning of an item, without marks of Markdown."""
    plain = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", item).replace("`", "").replace("**", "")
    return re.split(r"(?<=[.]) ", plain, maxsplit=1)[0].rstrip(".")
