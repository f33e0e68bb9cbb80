"""Several pytest processes share the test files of a group: each takes the next one that nobody has taken.

The variable names a folder, the same for all of them and empty at first: it holds a mark for each file that
was taken. A process that crashes takes the rest of one test file along, and no more.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

VARIABLE = "FICHIER_TESTS_TAKEN"
NOTHING_LEFT = "nothing left"
"""This file is there once every test file was taken."""

LONGEST: tuple[str, ...] = (
    "test_usability_story.py",
    "test_reading_walk_story.py",
    "test_kill.py",
    "test_screen_reader_story.py",
    "test_headless.py",
    "test_gallery_texts.py",
    "test_headless_editing.py",
    "test_tray_story.py",
    "test_split_download_kill.py",
    "test_selftest.py",
    "test_eight_hours.py",
    "test_soak.py",
    "test_organising.py",
    "test_queue_controls.py",
    "test_continuity.py",
    "test_organising_window.py",
    "test_window_with_core.py",
)
"""Those that are taken first, so that no process has a long one left when all others are at their end."""


def run_untaken(session: pytest.Session, folder: Path) -> None:
    """Run one file after the other, as long as there is one. See ``_pytest.main.pytest_runtestloop``."""
    files = _untaken(session.items, folder)
    current = next(files, [])
    while current:
        following: list[pytest.Item] = []
        for place, item in enumerate(current, 1):
            if place < len(current):
                after: pytest.Item | None = current[place]
            else:  # fixtures of the session stay where there is another file
                following = next(files, [])
                after = following[0] if following else None
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if session.shouldfail:
                raise session.Failed(session.shouldfail)
            if session.shouldstop:
                raise session.Interrupted(session.shouldstop)
        current = following


def _untaken(items: Sequence[pytest.Item], folder: Path) -> Iterator[list[pytest.Item]]:
    by_file: dict[Path, list[pytest.Item]] = {}
    for item in items:
        by_file.setdefault(item.path, []).append(item)
    for path in sorted(by_file, key=lambda path: LONGEST.index(path.name) if path.name in LONGEST else 999):
        if _is_mine(folder / path.name):
            yield by_file[path]
    (folder / NOTHING_LEFT).touch()


def _is_mine(mark: Path) -> bool:
    """Whether nobody else has made it."""
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def folder_of_marks() -> Path | None:
    """Where to look. Programs that a test starts do not hear of it."""
    found = os.environ.pop(VARIABLE, "")
    return Path(found) if found else None
