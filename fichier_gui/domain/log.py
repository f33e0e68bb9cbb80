"""Lines of the program's log."""

import re
from collections.abc import Iterable
from enum import IntEnum
from typing import Final

from fichier_gui.domain.values import value


class Level(IntEnum):
    """How grave; the numbers are Python's."""

    DEBUG = 10
    INFO = 20
    WARNING = 30
    ERROR = 40
    CRITICAL = 50


@value
class LogLine:
    """One record. ``moment`` is local time as written; ``text`` holds a traceback where there is one."""

    moment: str
    level: Level
    thread: str
    place: str
    """The module."""
    text: str

    @property
    def whole(self) -> str:
        """As a line of a text."""
        return f"{self.moment} {self.level.name:<7} {self.thread} {self.place}: {self.text}"


_HEAD: Final = re.compile(
    r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\.\d{3} (DEBUG|INFO|WARNING|ERROR|CRITICAL) +(\S+) ([\w.]+): (.*)"
)


def read_lines(text: str) -> list[LogLine]:
    """The records of a piece of the log. What follows a record belongs to it; a piece that begins in the
    middle of one loses its rest.
    """
    return [_line(*parts) for parts in _records(text.splitlines())]


def _records(lines: Iterable[str]) -> list[tuple[re.Match[str], list[str]]]:
    found: list[tuple[re.Match[str], list[str]]] = []
    for line in lines:
        head = _HEAD.fullmatch(line)
        if head is not None:
            found.append((head, [head[5]]))
        elif found:
            found[-1][1].append(line)
    return found


def _line(head: re.Match[str], text: list[str]) -> LogLine:
    return LogLine(head[1], Level[head[2]], head[3], head[4], "\n".join(text))
