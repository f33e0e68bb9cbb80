"""Makes a release: ``python3 installer/run.py release [VERSION] [--output DIR] [--once]``.

    VERSION    becomes the program's version, and what CHANGELOG.md has as unreleased gets its heading
    then       all that this system can build, twice: both builds must be the same
    beside it  checksums, the list of parts for machines, and what the check for new versions reads

Nothing is committed and nothing is sent anywhere.
"""

import argparse
import os
import time
from collections.abc import Sequence
from pathlib import Path

import new_version
from environment import ROOT
from problem import say


def main(arguments: Sequence[str]) -> int:
    """The exit status. Raises ``Problem``."""
    parser = argparse.ArgumentParser(
        prog="python3 installer/run.py release",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("version", metavar="VERSION", nargs="?", help="default: the one that the program has")
    parser.add_argument("--output", metavar="DIR", type=Path, help="default: dist/VERSION")
    parser.add_argument(
        "--gather",
        metavar="DIR",
        type=Path,
        help="build nothing: tell of the files there, from several systems",
    )
    parser.add_argument("--once", action="store_true", help="build once, compare nothing")
    wanted = parser.parse_args(arguments)
    if wanted.version:
        day = time.strftime("%Y-%m-%d", time.gmtime())
        new_version.set_version(wanted.version, day)
        say(f"The version is {wanted.version} of {day}.")
    # The program's names, and with them its version, are read only now.
    import publishing

    os.environ.setdefault("SOURCE_DATE_EPOCH", str(publishing.release_date()))
    if wanted.gather:
        publishing.gather(wanted.gather)
        return 0
    output = (wanted.output or ROOT / "dist" / publishing.VERSION).absolute()
    for path in publishing.publish(output, twice=not wanted.once):
        print(path, flush=True)
    if wanted.version:
        say(f"Commit it and tag it v{wanted.version}.")
    return 0
