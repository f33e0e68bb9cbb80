"""A day's mixed load in a short time: what does the program still hold at its end?

    python tests/benchmarks/soak.py [--minutes 20]

Memory (RSS), file descriptors, threads and tasks are read while nothing runs: after the warm-up, which is the
first fifth of the time, and at the end. Ends with 1 when more is held than `MORE` in
`tests/support/soaking.py` allows; what goes on meanwhile is described there.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from support.memory import MEBIBYTE, memory_folder
from support.soaking import FULL, MORE, Told, soaked

NAMES = {
    "rss": "RSS, MiB",
    "descriptors": "file descriptors",
    "threads": "threads",
    "tasks": "asyncio tasks",
}


def table(told: Told) -> str:
    """What was held after the warm-up and at the end."""
    lines = [
        "| held by the process | after the warm-up | at the end | difference | allowed |",
        "|---|---:|---:|---:|---:|",
    ]
    for key, name in NAMES.items():
        form = ".1f" if key == "rss" else "d"
        begin, end, more = getattr(told.begin, key), getattr(told.end, key), getattr(MORE, key)
        lines.append(f"| {name} | {begin:{form}} | {end:{form}} | {end - begin:+{form}} | {more:+{form}} |")
    return "\n".join(lines)


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {n}" for name, n in sorted(counts.items()))


def main() -> int:
    """Print the table; 1 when the process grew."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=20.0)
    minutes = parser.parse_args().minutes
    told = soaked(FULL, minutes, memory_folder())
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    print(f"`python tests/benchmarks/soak.py --minutes {minutes:g}` ({machine})\n")
    print(table(told))
    counts = Counter(told.counts)
    gibibytes = counts.pop("KiB") / MEBIBYTE
    print(f"\nHighest after a round: {told.peak:.1f} MiB. {gibibytes:.1f} GiB moved in")
    print(f"{told.requests} requests, {told.hits} faults struck. {_listed(counts)}.")
    print(f"After the warm-up: {_listed(told.begin_kinds)}.\nAt the end: {_listed(told.end_kinds)}.")
    for sentence in told.grown:
        print(sentence, file=sys.stderr)
    return 1 if told.grown else 0


if __name__ == "__main__":
    sys.exit(main())
