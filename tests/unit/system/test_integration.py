"""Places on the desktop: put there on request, found on the disk, taken away without a trace."""

import os
import plistlib
import shlex
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from fichier_gui.domain.desktop import DesktopPart, PartWords
from fichier_gui.domain.errors import DiskProblem
from fichier_gui.system.integration import Folders, Integration, own_command
from fichier_gui.system.menu_entry import exec_line, menu_entry

WORDS = PartWords(
    "", "Upload, download and share", "Upload files…", "Pause all", "Send to 1fichier", "upload, download"
)
ODD = ('/opt/my $home/100%/py`thon"\\', "-m", "fichier_gui")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "etc"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "usr"))
    return Folders(tmp_path / "data", tmp_path / "config", tmp_path)


def on(platform: str, folders: Folders, **more: object) -> Integration:
    return Integration(folders, platform, **more)  # type: ignore[arg-type]


def files(folders: Folders) -> list[str]:
    return sorted(str(path.relative_to(folders.home)) for path in folders.home.rglob("*") if path.is_file())


@pytest.mark.parametrize("part", DesktopPart)
def test_what_is_put_there_is_found_and_leaves_no_trace(folders: Folders, part: DesktopPart) -> None:
    it = on("linux", folders)
    assert it.parts().present == frozenset()
    it.put(part, WORDS)
    it.put(part, WORDS)
    print(part, files(folders))
    assert it.parts().present == {part}
    it.take_away(part)
    it.take_away(part)
    assert it.parts().present == frozenset()
    assert [name for name in files(folders) if not name.endswith("mimeinfo.cache")] == []


def test_the_menu_entry_has_its_commands(folders: Folders) -> None:
    icon = folders.home / "program.svg"
    icon.write_text("<svg/>")
    words = replace(WORDS, icon=str(icon))
    on("linux", folders, command=("/opt/fichier-gui",)).put(DesktopPart.MENU, words)
    text = (folders.data / "applications" / "fichier-gui.desktop").read_text(encoding="utf-8")
    for line in (
        "Exec=/opt/fichier-gui open %U",
        "Actions=upload;pause;",
        "Name=Upload files…\nExec=/opt/fichier-gui open --choose-files",
        "Name=Pause all\nExec=/opt/fichier-gui queue pause",
    ):
        assert line in text
    assert "MimeType" not in text, "it opens nothing by itself"
    drawing = folders.data / "icons" / "hicolor" / "scalable" / "apps" / "fichier-gui.svg"
    assert drawing.read_text() == "<svg/>"


def test_what_a_package_put_there_is_not_the_users_to_give(folders: Folders) -> None:
    it = on("linux", folders)
    assert DesktopPart.MENU in it.parts().possible
    packaged = folders.home / "usr" / "applications" / "fichier-gui.desktop"
    packaged.parent.mkdir(parents=True)
    packaged.write_text(menu_entry(("fichier-gui",), WORDS), encoding="utf-8")
    assert it.parts().possible == set(DesktopPart) - {DesktopPart.MENU}
    it.put(DesktopPart.MENU, WORDS)
    assert DesktopPart.MENU in it.parts().possible, "their own can be taken away"
    it.take_away(DesktopPart.MENU)
    assert packaged.exists()


def test_an_entry_speaks_several_languages() -> None:
    french = replace(WORDS, about="Téléverser", pause_all="Tout suspendre")
    lines = menu_entry(("fichier-gui",), WORDS, {"fr": french, "de": WORDS}).splitlines()
    assert "Comment=Upload, download and share" in lines and "Comment[fr]=Téléverser" in lines
    assert "Name=Pause all" in lines and "Name[fr]=Tout suspendre" in lines
    assert not [line for line in lines if "[de]" in line], "the same words are not said twice"
    assert "Keywords=upload;download;" in lines
    assert "TryExec=fichier-gui" in lines and "Exec=fichier-gui open %U" in lines


@pytest.mark.skipif(sys.platform == "win32", reason="reads shell words")
def test_odd_paths_are_written_so_that_they_are_read_the_same() -> None:
    line = exec_line(ODD, "open", "%F")
    assert line.endswith(" -m fichier_gui open %F")
    once = line.replace("\\\\", "\\").replace("%%", "%")
    assert shlex.split(once.replace("\\$", "$").replace("\\`", "`"))[0] == ODD[0]


def test_a_file_that_the_desktop_has_switched_off_counts_as_absent(folders: Folders) -> None:
    it = on("linux", folders)
    it.put(DesktopPart.LOGIN, WORDS)
    entry = folders.config / "autostart" / "fichier-gui.desktop"
    text = entry.read_text(encoding="utf-8")
    assert "--in-tray" in text
    entry.write_text(text + "Hidden=true\n", encoding="utf-8")
    assert it.parts().present == frozenset()
    it.put(DesktopPart.LOGIN, WORDS)
    assert it.parts().present == {DesktopPart.LOGIN}


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_a_script_of_nautilus_hands_over_what_is_chosen(folders: Folders) -> None:
    said = folders.home / "said"
    teller = folders.home / "my teller"
    teller.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{said}"\n')
    teller.chmod(0o700)
    on("linux", folders, command=(str(teller),)).put(DesktopPart.SEND_TO, WORDS)
    script = folders.data / "nautilus" / "scripts" / "1fichier"
    subprocess.run([script, "a b", "-é"], check=True)
    assert said.read_text().splitlines() == ["open", "--", "a b", "-é"]


def test_links_wait_for_a_default_browser(folders: Folders) -> None:
    it = on("linux", folders)
    assert it.parts().blocked == {DesktopPart.LINKS}
    folders.config.mkdir()
    chosen = folders.config / "mimeapps.list"
    chosen.write_text("[Added Associations]\nx-scheme-handler/https=a.desktop\n[Default Applications]\n")
    assert it.parts().blocked == {DesktopPart.LINKS}
    chosen.write_text("[Default Applications]\nx-scheme-handler/https=firefox.desktop\n")
    assert it.parts().blocked == frozenset()


@pytest.mark.skipif(shutil.which("gio") is None, reason="needs gio")
def test_the_browser_stays_what_opens_addresses(folders: Folders) -> None:
    """As GLib, and with it most of the desktop, looks it up."""
    applications = folders.data / "applications"
    applications.mkdir(parents=True)
    browser = "[Desktop Entry]\nType=Application\nName=B\nExec=true %u\nMimeType=x-scheme-handler/https;\n"
    (applications / "browser.desktop").write_text(browser)
    folders.config.mkdir()
    chosen = "[Default Applications]\nx-scheme-handler/https=browser.desktop\n"
    (folders.config / "mimeapps.list").write_text(chosen)
    on("linux", folders).put(DesktopPart.LINKS, WORDS)
    environment = os.environ | {
        "XDG_DATA_HOME": str(folders.data),
        "XDG_CONFIG_HOME": str(folders.config),
        "XDG_DATA_DIRS": str(folders.home / "none"),
        "LC_ALL": "C",
    }
    asked = ["gio", "mime", "x-scheme-handler/https"]
    said = subprocess.run(asked, env=environment, capture_output=True, text=True, check=True).stdout
    print(said)
    assert said.splitlines()[0].endswith("browser.desktop"), "the default"
    assert "fichier-gui-links.desktop" in said, "offered"
    assert (folders.config / "mimeapps.list").read_text() == chosen


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs desktop-file-validate")
def test_the_entries_are_sound(folders: Folders) -> None:
    it = on("linux", folders)
    for part in (DesktopPart.MENU, DesktopPart.LOGIN, DesktopPart.LINKS):
        it.put(part, WORDS)
    entries = [*folders.data.rglob("applications/*.desktop"), *folders.config.rglob("*.desktop")]
    assert len(entries) == 3
    done = subprocess.run(["desktop-file-validate", *entries], capture_output=True, text=True, check=False)
    assert "error" not in done.stdout + done.stderr, done.stdout


def test_a_login_of_macos_is_a_launch_agent(folders: Folders) -> None:
    it = on("darwin", folders, command=("/Applications/x y",))
    assert it.parts().possible == {DesktopPart.LOGIN}
    it.put(DesktopPart.LOGIN, WORDS)
    (agent,) = (folders.home / "Library" / "LaunchAgents").iterdir()
    content = plistlib.loads(agent.read_bytes())
    assert content["ProgramArguments"] == ["/Applications/x y", "--in-tray"] and content["RunAtLoad"]
    assert it.parts().present == {DesktopPart.LOGIN}
    it.take_away(DesktopPart.LOGIN)
    assert it.parts().present == frozenset()


class FakeRegistry:
    """Texts by key and name."""

    def __init__(self) -> None:
        self.content: dict[tuple[str, str], str] = {}

    def read(self, key: str, name: str) -> str | None:
        return self.content.get((key, name))

    def write(self, key: str, name: str, value: str) -> None:
        self.content[key, name] = value

    def remove(self, key: str, name: str) -> None:
        self.content.pop((key, name), None)


def windows_shell(folder: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    """What a shortcut is made with."""
    shell = folder / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe"
    shell.parent.mkdir(parents=True)
    shell.write_text(f"#!/bin/sh\n{does}\n")
    shell.chmod(0o700)
    monkeypatch.setenv("SYSTEMROOT", str(folder))


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for PowerShell")
def test_windows_keeps_it_in_the_registry_and_in_its_send_to_folder(
    folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows_shell(
        tmp_path / "Windows", monkeypatch, 'echo "$SHORTCUT_TARGET|$SHORTCUT_ARGUMENTS" > "$SHORTCUT"'
    )
    registry = FakeRegistry()
    it = on("win32", folders, command=(r"C:\Program Files\p.exe", "-m", "a b"), registry=registry)
    assert it.parts().possible == {DesktopPart.LOGIN, DesktopPart.SEND_TO, DesktopPart.LINKS}
    for part in (DesktopPart.LOGIN, DesktopPart.SEND_TO, DesktopPart.LINKS):
        it.put(part, WORDS)
        assert part in it.parts().present
    run = registry.content[r"Software\Microsoft\Windows\CurrentVersion\Run", "fichier-gui"]
    assert run == r'"C:\Program Files\p.exe" -m "a b" --in-tray'
    assert registry.content[r"Software\fichier-gui\Capabilities\URLAssociations", "https"]
    (shortcut,) = [path for path in folders.data.rglob("*") if path.is_file()]
    assert shortcut.name == "1fichier.lnk"
    assert shortcut.read_text().strip() == r'C:\Program Files\p.exe|-m "a b" open'
    for part in (DesktopPart.LOGIN, DesktopPart.SEND_TO, DesktopPart.LINKS):
        it.take_away(part)
    assert registry.content == {} and it.parts().present == frozenset()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for PowerShell")
def test_a_shortcut_that_windows_does_not_make_is_told(
    folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows_shell(tmp_path / "Windows", monkeypatch, "exit 1")
    with pytest.raises(DiskProblem):
        on("win32", folders, registry=FakeRegistry()).put(DesktopPart.SEND_TO, WORDS)


def test_a_folder_that_cannot_be_written_is_told(folders: Folders) -> None:
    folders.config.write_text("a file where a folder belongs")
    with pytest.raises(DiskProblem):
        on("linux", folders).put(DesktopPart.LOGIN, WORDS)


def test_the_command_starts_this_program_and_nothing_of_the_folder_it_is_started_in(tmp_path: Path) -> None:
    (tmp_path / "argparse.py").write_text("raise SystemExit('a file that was downloaded')")
    done = subprocess.run(
        [*own_command(), "--version"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.startswith("fichier-gui ")
