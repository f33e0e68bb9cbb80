"""Where a profile keeps its files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fichier_gui.domain.errors import DiskProblem
from fichier_gui.system.paths import ProfilePaths
from fichier_gui.system.volumes import free_space, nearest_existing


@pytest.mark.skipif(sys.platform != "linux", reason="XDG")
def test_the_systems_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    monkeypatch.setenv("XDG_DOWNLOAD_DIR", str(tmp_path / "Téléchargements"))
    paths = ProfilePaths.default()
    assert paths.name == "default"
    assert paths.settings == tmp_path / "config" / "fichier-gui" / "settings.toml"
    assert paths.journal == tmp_path / "data" / "fichier-gui" / "journal.db"
    assert paths.budget.parent == tmp_path / "state" / "fichier-gui"
    assert paths.logs == tmp_path / "state" / "fichier-gui" / "logs"
    assert paths.catalogue == tmp_path / "cache" / "fichier-gui" / "catalogue.db"
    assert paths.downloads == tmp_path / "Téléchargements"
    assert not (tmp_path / "config").exists()
    paths.make_folders()
    assert paths.logs.is_dir()
    assert paths.config.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform != "linux", reason="XDG")
def test_the_users_own_download_folder(tmp_path: Path) -> None:
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config" / "user-dirs.dirs").write_text('XDG_DOWNLOAD_DIR="$HOME/Herunter"\n')
    environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")} | {"HOME": str(tmp_path)}
    code = "from fichier_gui.system.paths import ProfilePaths; print(ProfilePaths.default().downloads)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(tmp_path / "Herunter")


def test_a_given_folder_holds_everything(tmp_path: Path) -> None:
    paths = ProfilePaths.in_folder(tmp_path / "work")
    for path in (paths.settings, paths.journal, paths.catalogue, paths.budget, paths.logs, paths.lock):
        assert path.is_relative_to(tmp_path / "work")
    assert not paths.downloads.is_relative_to(tmp_path / "work")
    assert paths.name.startswith("work-")


def test_each_folder_has_its_own_name_in_the_key_ring(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "one", target_is_directory=True)
    (tmp_path / "one").mkdir()
    one = ProfilePaths.in_folder(tmp_path / "one").name
    assert one != ProfilePaths.in_folder(tmp_path / "two" / "one").name
    assert one == ProfilePaths.in_folder(tmp_path / "link").name
    assert one != "default"


def test_a_socket_path_is_never_too_long(tmp_path: Path) -> None:
    near = ProfilePaths.in_folder(Path("/p"))
    assert near.socket == near.runtime / "instance.socket"
    far = ProfilePaths.in_folder(tmp_path / ("long" * 40))
    assert len(os.fsencode(far.socket)) <= 100
    assert far.socket != ProfilePaths.in_folder(tmp_path / ("long" * 41)).socket


def test_free_space_of_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    assert nearest_existing(tmp_path / "a" / "b") == tmp_path
    assert free_space(tmp_path / "a" / "b") > 0
    assert abs(free_space(tmp_path) - free_space(tmp_path / "x")) < 2**30


def test_free_space_of_what_the_disk_refuses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refused(_path: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("shutil.disk_usage", refused)
    with pytest.raises(DiskProblem):
        free_space(tmp_path)
