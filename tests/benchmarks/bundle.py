"""The frozen program beside what PyInstaller makes without a spec, and beside the source: size and start.

    python tests/benchmarks/bundle.py [--rounds 9]

Both are built, with the same modules and resources. A start is from the process to the painted window, seen
from outside, on one display against one simulated account; source and frozen in turns, the files in the page
cache.
"""

import argparse
import statistics
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from window_run import ROOT, stage

sys.path.insert(0, str(ROOT / "installer"))

MEGABYTE = 1_000_000
ENTRY = "fichier_gui/__main__.py"
DEFAULTS = (
    *("--onedir", "--name", "fichier-gui", "--paths", str(ROOT), "--specpath", str(ROOT / "build")),
    *("--collect-submodules", "fichier_gui", "--collect-data", "humanize"),
    *("--add-data", f"{ROOT / 'resources'}:fichier_gui/_resources"),
    str(ROOT / ENTRY),
)
"""The program as PyInstaller's manual would have it."""

PARTS = (
    ("Qt's data of all languages and scripts (ICU)", ("PySide6/Qt/lib/libicudata",)),
    ("Qt's other libraries", ("PySide6/Qt/lib/",)),
    ("Qt's plugins", ("PySide6/Qt/plugins/",)),
    ("Qt's translations", ("PySide6/Qt/translations/",)),
    ("Python's side of Qt", ("PySide6/", "shiboken6/")),
    ("cryptography, for the Secret Service", ("cryptography",)),
    ("Python", ("libpython", "python3", "base_library")),
    ("pictures, words and translations of the program", ("fichier_gui/",)),
    ("libraries of the system", ("lib",)),
    ("other packages", ("",)),
)
"""Names and how the paths below ``_internal`` begin; the first that fits counts."""
PROGRAM = "the program itself, with all its modules"


def build(name: str, what: Sequence[str]) -> tuple[Path, float]:
    """Freeze into a folder of ``build`` that is called like the variant; where, and the seconds it took."""
    import bundle

    output = ROOT / "build" / "compared" / name
    began = time.monotonic()
    bundle.freeze(output, *what)
    return bundle.artefact(output), time.monotonic() - began


def sizes(folder: Path) -> Counter[str]:
    """Bytes of each part; links count nothing."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            inside = path.relative_to(folder).parts
            below = "/".join(inside[1:])
            part = next(name for name, begins in PARTS if below.startswith(begins))
            found[part if len(inside) > 1 else "the program itself, with all its modules"] += (
                path.stat().st_size
            )
    return found


class Start(NamedTuple):
    """Seconds until the window is painted, and those of the processor that the process used until then."""

    painted: float
    used: float


def starts(frozen: Mapping[str, Path], rounds: int) -> dict[str, list[Start]]:
    """Those of each in turns; the first round only warms the caches."""
    import neighbours
    from on_screen import screen

    with stage() as running, screen(running.env["DISPLAY"]) as seen:
        source = neighbours.ours(running)
        options = source.command[source.command.index("--profile") :]
        watched = {"from source": neighbours.Watched(source, running, seen)}
        for name, folder in frozen.items():
            program = neighbours.Program(name, (str(folder / "fichier-gui"), *options))
            watched[name] = neighbours.Watched(program, running, seen)
        found: dict[str, list[Start]] = {name: [] for name in watched}
        for turn in range(rounds + 1):
            for name, each in watched.items():
                with each.started() as seconds:
                    times = each.process.cpu_times()
                    if turn:
                        found[name].append(Start(seconds, times.user + times.system))
    return found


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    plain, plain_seconds = build("defaults", DEFAULTS)
    ours, our_seconds = build("spec", [str(ROOT / "pyinstaller.spec")])
    before, after = sizes(plain), sizes(ours)
    print("`python tests/benchmarks/bundle.py`\n")
    print("| megabytes | PyInstaller's defaults | `pyinstaller.spec` |")
    print("|---|---:|---:|")
    for name in sorted(before, key=lambda part: -before[part]):
        print(f"| {name} | {before[name] / MEGABYTE:.1f} | {after[name] / MEGABYTE:.1f} |")
    print(f"| all | {before.total() / MEGABYTE:.1f} | {after.total() / MEGABYTE:.1f} |")
    print(f"| seconds to build | {plain_seconds:.0f} | {our_seconds:.0f} |")
    print("\n| start to painted window | median | of the source's | processor | of the source's |")
    print("|---|---:|---:|---:|---:|")
    seen = starts({"frozen, defaults": plain, "frozen, `pyinstaller.spec`": ours}, arguments.rounds)
    base = medians(seen["from source"])
    for name, each in seen.items():
        middle, all_seconds = medians(each), [start.painted for start in each]
        print(
            f"| {name} | {middle.painted:.2f} s ({min(all_seconds):.2f} to {max(all_seconds):.2f}) "
            f"| {middle.painted / base.painted:.2f} | {middle.used:.2f} s | {middle.used / base.used:.2f} |"
        )
    return 0


def medians(each: Sequence[Start]) -> Start:
    """Of both."""
    return Start(statistics.median(s.painted for s in each), statistics.median(s.used for s in each))


if __name__ == "__main__":
    sys.exit(main())
