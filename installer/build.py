"""Builds what others install: ``python3 installer/run.py build [TARGET…] [--output DIR] [--try]``.

Without a target it says what this system can build, and what it would need for the rest. With ``--try`` what
was built is also installed in a clean place and used there, where a target knows how.
"""

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import appimage
import archive
import bundle
import debian
import disk_image
import flatpak_bundle
import setup_windows
import wheel
from environment import ROOT
from problem import Problem, say
from target import Target, all_missing, in_order

TARGETS: Mapping[str, Target] = {
    each.name: each
    for each in (
        *(bundle.TARGET, archive.TARGET, debian.TARGET),
        *(setup_windows.TARGET, disk_image.TARGET, appimage.TARGET, flatpak_bundle.TARGET),
        *(wheel.WHEEL, wheel.SOURCE),
    )
}
"""In the order of the list."""


def main(arguments: Sequence[str]) -> int:
    """Build the named targets, or list all; the exit status. Raises ``Problem``."""
    parser = argparse.ArgumentParser(prog="python3 installer/run.py build", description=__doc__)
    parser.add_argument("targets", metavar="TARGET", nargs="*", help='"all" is whatever can be built here')
    parser.add_argument("--output", metavar="DIR", type=Path, default=ROOT / "dist", help="default: dist")
    parser.add_argument(
        "--try", dest="tries", action="store_true", help="install it in a clean place and use it"
    )
    wanted = parser.parse_args(arguments)
    if not wanted.targets:
        print("\n".join(listed()), flush=True)
        return 0
    names = list(possible()) if wanted.targets == ["all"] else wanted.targets
    for path in build(names, wanted.output.absolute()):
        print(path, flush=True)
    if wanted.tries:
        attempt(names, wanted.output.absolute())
    return 0


def try_built(arguments: Sequence[str]) -> int:
    """Try what an earlier run has built; the exit status. Raises ``Problem``."""
    parser = argparse.ArgumentParser(prog="python3 installer/run.py try")
    parser.add_argument("targets", metavar="TARGET", nargs="+", choices=tuple(TARGETS))
    parser.add_argument("--output", metavar="DIR", type=Path, default=ROOT / "dist", help="default: dist")
    wanted = parser.parse_args(arguments)
    attempt(wanted.targets, wanted.output.absolute())
    return 0


def possible() -> Iterator[str]:
    """The targets that lack nothing here."""
    return (name for name in TARGETS if not any(all_missing(name, TARGETS)))


def listed() -> Iterator[str]:
    """A line for each target."""
    for name, target in TARGETS.items():
        missing = ", ".join(all_missing(name, TARGETS))
        yield f"{name:<10} {target.makes}" + (f"; needs {missing}" if missing else "")


def build(names: Sequence[str], output: Path) -> Iterator[Path]:
    """Build the targets and those they stand on; the path of each as it is there. Raises ``Problem``."""
    chosen = in_order(names, TARGETS)
    for target in chosen:
        if missing := target.missing():
            raise Problem(f'Missing to build "{target.name}": {", ".join(missing)}.')
    output.mkdir(parents=True, exist_ok=True)
    for target in chosen:
        say(f"Building {target.name}: {target.makes} …")
        started = time.monotonic()
        path = target.build(output)
        say(f"{target.name}: {size_of(path) / 1e6:.1f} MB in {time.monotonic() - started:.0f} s")
        yield path


def attempt(names: Sequence[str], output: Path) -> None:
    """Try what was built; a target that cannot be tried is named. Raises ``Problem``."""
    for name in names:
        trial = TARGETS[name].attempt
        if trial is None:
            say(f"note: {name} has no trial.")
        else:
            trial(output)


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files in a folder; a link counts nothing."""
    if path.is_dir():
        return sum(
            each.lstat().st_size for each in path.rglob("*") if not each.is_symlink() and each.is_file()
        )
    return path.stat().st_size
