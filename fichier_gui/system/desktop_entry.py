"""Programs as a Linux desktop describes them (the Desktop Entry Specification, 1.5)."""

import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_GROUP: Final = "Desktop Entry"
_ESCAPE: Final = re.compile(r"\\(.)")
_ESCAPED: Final = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
_CODE: Final = re.compile("%(.)")


@dataclass(frozen=True, slots=True)
class DesktopEntry:
    """A program with a window of its own."""

    name: str
    command: tuple[str, ...]
    """``Exec``, taken apart, with its field codes."""
    try_exec: str = ""
    """A program that must be there."""

    @property
    def takes_addresses(self) -> bool:
        """It opens URLs; else files alone."""
        return any(code in ("u", "U") for part in self.command for code in _CODE.findall(part))

    def arguments(self, subject: str) -> list[str]:
        """The command with ``subject``, a URL or the path of a file."""
        made: list[str] = []
        is_given = False
        for part in self.command:
            codes = _CODE.findall(part)
            is_given = is_given or any(code in "fFuU" for code in codes)
            # %i is an option and its value, %d and others are out of use: such a part is left out whole.
            if not (len(part) == 2 and codes and codes[0] not in "fFuUc%"):
                made.append(_CODE.sub(lambda found: self._field(found[1], subject), part))
        return made if is_given else [*made, subject]

    def _field(self, code: str, subject: str) -> str:
        if code in "fFuU":
            return subject
        return {"c": self.name, "%": "%"}.get(code, "")


def read_entry(text: str, languages: Sequence[str] = ()) -> DesktopEntry | None:
    """The program in a ``.desktop`` file; None for what is hidden, runs in a terminal or is none."""
    values = read_groups(text).get(_GROUP, {})
    is_away = any(values.get(key) == "true" for key in ("Hidden", "Terminal"))
    if is_away or values.get("Type") != "Application":
        return None
    try:
        command = shlex.split(_unescaped(values.get("Exec", "")))
    except ValueError:
        return None
    if not command:
        return None
    names = [values.get(f"Name[{language}]", "") for language in languages]
    name = next(filter(None, names), values.get("Name", ""))
    return DesktopEntry(_unescaped(name), tuple(command), _unescaped(values.get("TryExec", "")))


def read_groups(text: str) -> Mapping[str, Mapping[str, str]]:
    """The groups of a key file; of a key that comes twice the first. What is no such line is passed over."""
    groups: dict[str, dict[str, str]] = {}
    group: dict[str, str] = {}
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            group = groups.setdefault(line[1:-1], {})
        elif "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            group.setdefault(key.strip(), value.strip())
    return groups


def _unescaped(value: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[0]), value)
