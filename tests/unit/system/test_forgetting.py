"""What a profile keeps is deleted when that was asked for, and only when nobody uses it."""

from pathlib import Path

import pytest

from fichier_gui.system.forgetting import forget_if_marked, mark_for_forgetting
from fichier_gui.system.lock_file import LockFile
from fichier_gui.system.paths import ProfilePaths


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    made = ProfilePaths.in_folder(tmp_path / "profile")
    made.make_folders()
    for path in (made.settings, made.journal, made.budget, made.logs / "fichier-gui.log"):
        path.write_text("x")
    other = made.of_account("01234567")
    other.make_folders()
    other.journal.write_text("x")
    return made


def test_without_being_asked_nothing_goes(paths: ProfilePaths) -> None:
    before = sorted(paths.config.rglob("*"))
    assert forget_if_marked(paths) == []
    assert sorted(path for path in paths.config.rglob("*") if path != paths.lock) == before


def test_a_run_that_broke_off_is_made_up_for_by_the_next(paths: ProfilePaths) -> None:
    mark_for_forgetting(paths.of_account("01234567"))
    assert forget_if_marked(paths) == []
    assert not paths.config.exists()
    assert forget_if_marked(paths) == []


def test_files_of_others_stay(paths: ProfilePaths) -> None:
    mine = paths.config / "mine.txt"
    mine.write_text("x")
    mark_for_forgetting(paths)
    forget_if_marked(paths)
    assert list(paths.config.iterdir()) == [mine]


def test_a_profile_in_use_is_left_alone(paths: ProfilePaths) -> None:
    mark_for_forgetting(paths)
    lock = LockFile(paths.lock)
    assert lock.take()
    forget_if_marked(paths)
    assert paths.settings.exists() and paths.journal.exists()
    lock.release()
    forget_if_marked(paths)
    assert not paths.config.exists()
