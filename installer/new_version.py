"""Gives the program its next version: in ``fichier_gui/__init__.py``, and as a heading of CHANGELOG.md."""

import re
from pathlib import Path

from environment import ROOT
from problem import Problem

MODULE = Path("fichier_gui") / "__init__.py"
CHANGES = Path("CHANGELOG.md")
UNRELEASED = "## [Unreleased]"
_LINE = re.compile(r'^__version__ = "(?P<version>[^"]*)"$', re.MULTILINE)
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


def set_version(version: str, day: str, root: Path = ROOT) -> None:
    """Write both files, or neither. ``day``: as 2026-12-31. Raises ``Problem``."""
    module, changes = (root / MODULE).read_text("utf-8"), (root / CHANGES).read_text("utf-8")
    renewed = with_version(module, version)
    told = with_heading(changes, version, day)
    (root / MODULE).write_text(renewed, encoding="utf-8", newline="\n")
    (root / CHANGES).write_text(told, encoding="utf-8", newline="\n")


def with_version(module: str, version: str) -> str:
    """The module's text with another version. Raises ``Problem`` for one that is none, or not newer."""
    found = _LINE.search(module)
    if found is None:
        raise Problem(f"{MODULE} names no version.")
    if _numbers(version) < _numbers(found["version"]):
        raise Problem(f"{version} is older than {found['version']}, which the program has.")
    return _LINE.sub(f'__version__ = "{version}"', module)


def with_heading(changes: str, version: str, day: str) -> str:
    """The change log with what is unreleased under the version's heading. Raises ``Problem``."""
    if f"## [{version}]" in changes:
        raise Problem(f"{CHANGES} has {version} already; without a version this command builds it.")
    before, heading, rest = changes.partition(f"{UNRELEASED}\n")
    if not heading or not re.match(r"\s*(###.*\s+)?- ", rest):
        raise Problem(f"{CHANGES} tells of nothing under {UNRELEASED}.")
    return f"{before}{heading}\n## [{version}] - {day}\n{rest}"


def _numbers(version: str) -> tuple[int, ...]:
    if not _VERSION.fullmatch(version):
        raise Problem(f'"{version}" is no version; one looks like 1.4.0.')
    return tuple(map(int, version.split(".")))
