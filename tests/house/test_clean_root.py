"""The trial of the package in a clean root: what it would notice."""

import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from package_source import PACKAGE, ROOT

INSTALLER = ROOT / "installer"
SIMULATION = """\
Inst libc6 (2.36 Debian:12 [amd64])
Inst libegl1 (1.6 Debian:12 [amd64])
Inst fichier-gui (0.1.0 local-deb [amd64])
Conf libc6 (2.36 Debian:12 [amd64])
"""
posix = pytest.mark.skipif(os.name == "nt", reason="a clean root is a Debian's own")
BEFORE = {"/home/person", "/home/person/.profile", "/usr/bin/env"}


@pytest.fixture
def clean_root(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(INSTALLER)
    yield importlib.import_module("clean_root")
    for path in INSTALLER.glob("*.py"):
        sys.modules.pop(path.stem, None)


def test_what_the_package_depends_on_is_installed_before_it(clean_root: ModuleType) -> None:
    assert clean_root._to_install(SIMULATION) == ["libc6", "libegl1"]
    with pytest.raises(clean_root.Problem, match="unmet"):
        clean_root._to_install("E: unmet dependencies\n")


def test_a_python_is_noticed(clean_root: ModuleType) -> None:
    found = {"/usr/bin/python3.11", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", "/sbin/python3"}
    assert clean_root.pythons(found | {"/usr/share/gcc/python", "/usr/bin/env"}) == sorted(found)


def test_only_the_users_data_may_be_left(clean_root: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    own = {"/home/person/.config/fichier-gui", "/home/person/.config/fichier-gui/settings.toml"}
    clean_root._only_the_users_data(BEFORE, BEFORE | own)
    assert "/home/person/.config/fichier-gui\n" in capsys.readouterr().err
    for after, words in (
        (BEFORE | own | {"/usr/bin/fichier-gui"}, "leaves something behind: /usr/bin/fichier-gui"),
        (BEFORE | own | {"/tmp/fichier-gui-1000"}, "leaves something behind"),
        ((BEFORE | own) - {"/usr/bin/env"}, "not its own: /usr/bin/env"),
        (BEFORE, "own data is gone"),
    ):
        with pytest.raises(clean_root.Problem, match=words):
            clean_root._only_the_users_data(BEFORE, after)


def test_a_failed_step_is_told(clean_root: ModuleType) -> None:
    assert clean_root._passed("ok   a\nSelf-test passed: 20 steps\n") == "self-test passed: 20 steps"
    with pytest.raises(clean_root.Problem, match="could not verify"):
        clean_root._passed(f"     {clean_root.NO_CHECKSUM}: x\nSelf-test passed: 20 steps\n")
    with pytest.raises(clean_root.Problem, match="FAIL the window: libEGL"):
        clean_root._passed("ok   a\nFAIL the window: libEGL\nSelf-test FAILED: the window\n")


def test_the_notes_are_those_of_the_self_test(clean_root: ModuleType) -> None:
    assert clean_root.NO_TRAY in (PACKAGE / "ui" / "selftest.py").read_text(encoding="utf-8")
    assert clean_root.NO_CHECKSUM in (PACKAGE / "app" / "selftest.py").read_text(encoding="utf-8")


def test_what_is_left_is_named_by_its_folders(clean_root: ModuleType) -> None:
    paths = ["/h/.config", "/h/.config/x", "/h/.config/x/a.toml", "/h/.config/x/deep", "/h/.config/x/deep/b"]
    assert clean_root._places([*paths, "/h/.local", "/h/.local/y", "/h/.local/y/c"]) == [
        "/h/.config/x",
        "/h/.local/y",
    ]


def test_nothing_is_tried_that_was_not_built(clean_root: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(clean_root.Problem, match="build it first"):
        clean_root.attempt(tmp_path / "absent.deb")


def script(folder: Path, name: str, *lines: str) -> None:
    """A program of that name."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("\n".join(("#!/bin/sh -e", *lines)), encoding="utf-8")
    (folder / name).chmod(0o755)


@posix
def test_what_does_not_end_is_told_in_one_sentence(
    clean_root: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path / "bin", "unshare", "echo Unpacking everything", "exec sleep 60")
    monkeypatch.setattr(clean_root, "LOG", tmp_path / "build" / "root.log")
    monkeypatch.setattr(clean_root, "LIMIT", 1)
    with pytest.raises(clean_root.Problem) as told:
        clean_root.Root(tmp_path).run("apt-get", "update", PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    log = tmp_path / "build" / "root.log"
    words = "apt-get had not ended after 1 s: Unpacking everything"
    assert str(told.value) == f"In the clean root, {words} (all of it is in {log})"
    assert log.read_text(encoding="utf-8") == "Unpacking everything\n"


@posix
def test_the_kept_root_is_whole_or_not_there(
    clean_root: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bin_, base = tmp_path / "bin", tmp_path / "roots" / "stable"
    script(bin_, "apt-get", "echo http://mirror.example/debian")
    monkeypatch.setenv("PATH", f"{bin_}:{os.environ['PATH']}")
    monkeypatch.setattr(clean_root, "CACHE", base.parent)
    half = 'mkdir -p "$3/etc"; echo 12 > "$3/etc/debian_version"'
    script(bin_, "debootstrap", half, "echo E: no room left; exit 1")
    with pytest.raises(clean_root.Problem, match="debootstrap failed: E: no room left"):
        clean_root._make(base)
    assert list(base.parent.iterdir()) == [], "nothing stays of what broke off"
    # What a copy left half made is no reason to stop, and nothing is copied file by file under the name.
    (base / "etc").mkdir(parents=True)
    script(bin_, "cp", "exit 1")
    script(bin_, "debootstrap", half, 'mkdir "$3/usr"')
    clean_root._make(base)
    assert sorted(path.name for path in base.iterdir()) == ["etc", "usr"]
    assert [path.name for path in base.parent.iterdir()] == ["stable"]
