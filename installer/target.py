"""What can be built for others to install: its name, what that takes, and how."""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from problem import Problem

SYSTEMS = {"linux": "Linux", "win32": "Windows", "darwin": "macOS"}


@dataclass(frozen=True)
class Need:
    """Something that building takes. ``words`` say what it is and where it comes from."""

    words: str
    is_there: Callable[[], bool]


@dataclass(frozen=True)
class Target:
    """One thing that can be built.

    ``build`` takes the folder for what is built, in which the targets named by ``after`` already are, and
    returns the path of its own. It raises ``Problem``.
    """

    name: str
    makes: str
    build: Callable[[Path], Path]
    needs: tuple[Need, ...] = ()
    after: tuple[str, ...] = ()
    comes_out_the_same: bool = True
    """False: its maker puts times or signatures into it, and two builds of the same source differ."""
    attempt: Callable[[Path], None] | None = None
    """Installs what is in the folder in a clean place, as people do, and uses it. Raises ``Problem``."""

    def missing(self) -> list[str]:
        """What is not here, in words."""
        return [need.words for need in self.needs if not need.is_there()]


def program(name: str, package: str) -> Need:
    """A program on this machine."""
    return Need(f"{name} ({package})", lambda: shutil.which(name) is not None)


def system(name: str) -> Need:
    """One of ``SYSTEMS``."""
    return Need(SYSTEMS[name], lambda: sys.platform == name)


def in_order(names: Iterable[str], targets: Mapping[str, Target]) -> list[Target]:
    """The targets with those they stand on, each once and after them. Raises ``Problem``."""
    found: dict[str, Target] = {}

    def add(name: str) -> None:
        if name not in targets:
            raise Problem(f'There is no target "{name}"; there are {", ".join(targets)}.')
        for before in targets[name].after:
            add(before)
        found[name] = targets[name]

    for name in names:
        add(name)
    return list(found.values())


def all_missing(name: str, targets: Mapping[str, Target]) -> Iterator[str]:
    """What a target and those it stands on lack, each once."""
    yield from dict.fromkeys(words for each in in_order([name], targets) for words in each.missing())
