"""The date that everything built carries, so that two builds of the same source are the same."""

import os
import subprocess

from environment import ROOT


def source_date() -> int:
    """Seconds since 1970: ``SOURCE_DATE_EPOCH``, else the last commit, else the change log's own."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        told = ""
    return int(told) if told.isdecimal() else int((ROOT / "CHANGELOG.md").stat().st_mtime)
