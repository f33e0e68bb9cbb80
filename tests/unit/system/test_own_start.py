"""What a frozen program passes on to what it starts, and the file by which it is started again."""

import subprocess
import sys
from pathlib import Path

import pytest

from fichier_gui.system import own_start
from fichier_gui.system.own_start import leave_no_traces, own_command

BUNDLE = {
    "LD_LIBRARY_PATH": "/opt/fichier-gui/_internal",
    "QT_PLUGIN_PATH": "/opt/fichier-gui/_internal/PySide6/Qt/plugins",
    "_PYI_ARCHIVE_FILE": "/opt/fichier-gui/fichier-gui",
    "_PYI_PARENT_PROCESS_LEVEL": "-1",
    "HOME": "/home/someone",
}


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program as a file in a folder of its own."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bundle" / "fichier-gui"))
    for name in ("APPIMAGE", "APPDIR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "bundle").mkdir()
    return tmp_path / "bundle"


def test_players_and_browsers_load_their_own_libraries(frozen: Path) -> None:
    environment = dict(BUNDLE)
    leave_no_traces(environment)
    assert environment == {"HOME": "/home/someone"}


def test_a_variable_of_the_user_is_theirs_again(frozen: Path) -> None:
    environment = BUNDLE | {"LD_LIBRARY_PATH_ORIG": "/usr/lib/mine", "QT_PLUGIN_PATH_ORIG": ""}
    leave_no_traces(environment)
    assert environment == {
        "HOME": "/home/someone",
        "LD_LIBRARY_PATH": "/usr/lib/mine",
        "QT_PLUGIN_PATH": "",
    }


def test_from_source_nothing_is_taken_away() -> None:
    environment = dict(BUNDLE)
    leave_no_traces(environment)
    assert environment == BUNDLE


def test_a_bundle_is_started_by_its_own_file(frozen: Path) -> None:
    assert own_command() == (str(frozen / "fichier-gui"),)


def test_menus_of_windows_start_the_program_without_a_console(frozen: Path) -> None:
    (frozen / own_start.WINDOWED).touch()
    assert own_command() == (str(frozen / "fichier-gui-window.exe"),)


def test_an_appimage_is_started_by_the_file_that_stays(frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APPIMAGE", "/home/someone/fichier-gui.AppImage")
    monkeypatch.setenv("APPDIR", str(frozen.parent))
    assert own_command() == ("/home/someone/fichier-gui.AppImage",)


def test_the_appimage_of_another_program_is_not_ours(frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APPIMAGE", "/home/someone/terminal.AppImage")
    monkeypatch.setenv("APPDIR", str(frozen.parent / "mounted"))
    assert own_command() == (str(frozen / "fichier-gui"),)


@pytest.mark.skipif(sys.platform == "win32", reason="closes streams with a shell")
def test_a_command_runs_where_there_are_no_streams(tmp_path: Path) -> None:
    """As Windows starts the program that has no console."""
    target, profile = tmp_path / "list.json", tmp_path / "profile"
    command = [sys.executable, "-m", "fichier_gui", "queue", "export", str(target), "--profile", str(profile)]
    shell = 'exec "$0" "$@" <&- >&- 2>&-'
    done = subprocess.run(["sh", "-c", shell, *command], check=False)
    assert done.returncode == 0
    assert target.is_file()
