"""The manifest of a file that was sent in parts: what makes the parts one file again. Pure.

JSON that a person can read. It says the names, sizes and Whirlpool sums of the parts in order, and how they
are joined on a machine that does not have this program.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from fichier_gui.domain.errors import ManifestBroken
from fichier_gui.domain.values import value

SUFFIX: Final = ".parts.json"
VERSION: Final = 1
MOST_BYTES: Final = 16 * 1024 * 1024
"""Of a manifest's text: more is something else."""


@value
class Part:
    """One part. ``whirlpool``: 128 hexadecimal digits, or None where nobody computed them."""

    name: str
    size: int
    whirlpool: str | None


@value
class Manifest:
    """A file of ``size`` bytes in parts, in order."""

    name: str
    size: int
    parts: tuple[Part, ...]

    @property
    def file_name(self) -> str:
        """Of the manifest itself."""
        return self.name + SUFFIX

    def text(self) -> str:
        """As it is stored."""
        names = [part.name for part in self.parts]
        told = {
            "about": "One file that was sent in parts. Put in order they are the file again.",
            "version": VERSION,
            "name": self.name,
            "size": self.size,
            "join": {
                "Linux, macOS": f"cat {' '.join(map(_quoted, names))} > {_quoted(self.name)}",
                "Windows": f"copy /b {' + '.join(map(_double_quoted, names))} {_double_quoted(self.name)}",
                "fichier-gui": f"fichier-gui join {_quoted(self.file_name)}",
            },
            "parts": [{"name": p.name, "size": p.size, "whirlpool": p.whirlpool} for p in self.parts],
        }
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def parse(cls, text: str) -> "Manifest":
        """The opposite of :meth:`text`. Raises ``ManifestBroken``."""
        try:
            told = json.loads(text)
            if told["version"] != VERSION:
                raise ManifestBroken(f"version {told['version']}")
            parts = tuple(_part(each) for each in told["parts"])
            found = cls(_plain_name(told["name"]), _count(told["size"]), parts)
        except (ValueError, KeyError, TypeError) as error:
            raise ManifestBroken(str(error)) from error
        if not parts or sum(part.size for part in parts) != found.size:
            raise ManifestBroken("the sizes of the parts do not make the size of the file")
        return found


def whole_name(name: str) -> str | None:
    """The name of the file that a manifest of this name is about; None for any other name."""
    return name.removesuffix(SUFFIX) if name.endswith(SUFFIX) and name != SUFFIX else None


def is_part_of(name: str, whole: str) -> bool:
    """True for ``whole.001``, ``whole.002`` …: what the manifest of ``whole`` may list."""
    head, dot, number = name.rpartition(".")
    return bool(dot) and head == whole and len(number) >= 3 and number.isdecimal()


def _part(told: Mapping[str, Any]) -> Part:
    whirlpool = told["whirlpool"]
    if whirlpool is not None and not isinstance(whirlpool, str):
        raise ValueError("a sum is no text")
    return Part(_plain_name(told["name"]), _count(told["size"]), whirlpool and whirlpool.lower())


def _plain_name(name: object) -> str:
    """A name and nothing else: a manifest from somewhere must not lead out of its folder."""
    if not isinstance(name, str) or not name or name in (".", "..") or set(name) & set("/\\\0"):
        raise ValueError("a name is no file name")
    return name


def _count(size: object) -> int:
    if not isinstance(size, int) or isinstance(size, bool) or size <= 0:
        raise ValueError("a size is no number of bytes")
    return size


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "'\\''") + "'"


def _double_quoted(name: str) -> str:
    return f'"{name}"'
