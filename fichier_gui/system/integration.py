"""The program's place on the desktop: made of files and registry values that are all taken away again.

Nothing becomes a default of anything. What is there is looked up on the disk each time, so that what the user
or another program removed counts as removed.
"""

from __future__ import annotations

import contextlib
import os
import plistlib
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from fichier_gui.domain.desktop import DesktopPart, DesktopParts, PartWords
from fichier_gui.identity import DESKTOP_ID, LOGIN_AGENT, NAME, SERVICE, WINDOWS_CLASS
from fichier_gui.system.disk_faults import disk_faults
from fichier_gui.system.menu_entry import entry, exec_line, menu_entry, program
from fichier_gui.system.own_start import own_command
from fichier_gui.system.registry import Registry, own_registry
from fichier_gui.system.shortcut import make_shortcut

_PRIVATE, _RUNNABLE = 0o644, 0o755


@dataclass(frozen=True, slots=True)
class Folders:
    """The user's folders."""

    data: Path
    config: Path
    home: Path

    @classmethod
    def of(cls, environment: Mapping[str, str], home: Path) -> Folders:
        """As the XDG base directories say; Windows has one for both."""
        if sys.platform == "win32":
            roaming = Path(environment.get("APPDATA", home / "AppData" / "Roaming"))
            return cls(roaming, roaming, home)
        data = environment.get("XDG_DATA_HOME") or home / ".local" / "share"
        return cls(Path(data), Path(environment.get("XDG_CONFIG_HOME") or home / ".config"), home)


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    text: str | bytes
    mode: int = _PRIVATE

    def write(self) -> None:
        self.path.write_bytes(self.text if isinstance(self.text, bytes) else self.text.encode())
        self.path.chmod(self.mode)

    def is_there(self) -> bool:
        with contextlib.suppress(OSError, UnicodeDecodeError):
            # Desktops switch a program off at login with a line in its file.
            lines = self.path.read_text(encoding="utf-8").splitlines()
            return not {"Hidden=true", "X-GNOME-Autostart-enabled=false"} & set(lines)
        return False


@dataclass(frozen=True, slots=True)
class _Shortcut:
    path: Path
    command: Sequence[str]

    def write(self) -> None:
        make_shortcut(self.path, self.command)

    def is_there(self) -> bool:
        return self.path.exists()


@dataclass(frozen=True, slots=True)
class Integration:
    """What one system has of it. Blocking. Raises ``DiskProblem`` leaves."""

    folders: Folders
    platform: str = sys.platform
    command: Sequence[str] = field(default_factory=own_command)
    registry: Registry = field(default_factory=own_registry)

    def parts(self) -> DesktopParts:
        """How it stands."""
        possible = _POSSIBLE.get(self.platform, frozenset())
        present = frozenset(part for part in possible if self._is_present(part))
        if self.platform == "linux" and _is_in_everybodys_menu():
            possible -= {DesktopPart.MENU} - present
        is_blocked = self.platform == "linux" and not _has_browser(self.folders)
        return DesktopParts(possible, present, frozenset({DesktopPart.LINKS}) if is_blocked else frozenset())

    def put(self, part: DesktopPart, words: PartWords) -> None:
        """Make it, or make it anew."""
        for file in self._files(part, words):
            with disk_faults(file.path):
                file.path.parent.mkdir(parents=True, exist_ok=True)
                file.write()
        for key, name, value in _registry_values(part, self.command):
            self.registry.write(key, name, value)
        self._refresh()

    def take_away(self, part: DesktopPart) -> None:
        """Leave nothing of it. Idempotent."""
        for file in self._files(part, _ANY_WORDS):
            with disk_faults(file.path):
                file.path.unlink(missing_ok=True)
        for key, name, _ in _registry_values(part, self.command):
            self.registry.remove(key, name)
        self._refresh()

    def _is_present(self, part: DesktopPart) -> bool:
        if self.platform == "win32" and part is not DesktopPart.SEND_TO:
            key, name, _ = _registry_values(part, self.command)[0]
            return self.registry.read(key, name) is not None
        return self._files(part, _ANY_WORDS)[0].is_there()

    def _files(self, part: DesktopPart, words: PartWords) -> Sequence[_File | _Shortcut]:
        if self.platform == "linux":
            return _LINUX[part](self, words)
        if self.platform == "darwin" and part is DesktopPart.LOGIN:
            return [_launch_agent(self)]
        if self.platform == "win32" and part is DesktopPart.SEND_TO:
            return [_send_to_windows(self)]
        return []

    def _refresh(self) -> None:
        """File managers and menus look at the folder's index."""
        tool = shutil.which("update-desktop-database") if self.platform == "linux" else None
        applications = self.folders.data / "applications"
        if tool is not None and applications.is_dir():
            subprocess.run([tool, str(applications)], capture_output=True, check=False, timeout=20)


_ANY_WORDS: Final = PartWords("", "", "", "", "")
"""Which files there are does not depend on what stands in them."""

_POSSIBLE: Final[Mapping[str, frozenset[DesktopPart]]] = {
    "linux": frozenset(DesktopPart),
    "win32": frozenset({DesktopPart.LOGIN, DesktopPart.SEND_TO, DesktopPart.LINKS}),
    "darwin": frozenset({DesktopPart.LOGIN}),
}
"""Menu entries of Windows, and all but the login of macOS, come with an installed package alone.
Where a package of Linux has put the menu entry there for everybody, it is not the user's to give."""


# Linux: desktop entries, and what each file manager wants.


def of_this_user() -> Integration:
    """That of the user whose process this is."""
    return Integration(Folders.of(os.environ, Path.home()))


def _icon(it: Integration, words: PartWords) -> _File:
    folder = it.folders.data / "icons" / "hicolor" / "scalable" / "apps"
    return _File(folder / f"{NAME}.svg", Path(words.icon).read_bytes() if words.icon else b"")


def _menu(it: Integration, words: PartWords) -> list[_File]:
    text = menu_entry(it.command, words)
    return [_File(it.folders.data / "applications" / f"{DESKTOP_ID}.desktop", text), _icon(it, words)]


def _program(it: Integration, words: PartWords, values: Mapping[str, str]) -> str:
    return entry("Desktop Entry", program(it.command, {"Comment": words.about}) | dict(values))


def _login(it: Integration, words: PartWords) -> list[_File]:
    values = {"Exec": exec_line(it.command, "--in-tray"), "X-GNOME-Autostart-enabled": "true"}
    return [_File(it.folders.config / "autostart" / f"{NAME}.desktop", _program(it, words, values))]


def _links(it: Integration, words: PartWords) -> list[_File]:
    values = {
        "Exec": exec_line(it.command, "open", "%U"),
        "NoDisplay": "true",
        "MimeType": "x-scheme-handler/https;",
        "InitialPreference": "0",
    }
    return [_File(it.folders.data / "applications" / f"{NAME}-links.desktop", _program(it, words, values))]


def _send_to(it: Integration, words: PartWords) -> list[_File]:
    """Dolphin; Thunar; PCManFM-Qt, which has file-manager actions; Nautilus, Nemo and Caja run scripts."""
    data, sends = it.folders.data, {"Icon": NAME, "Exec": exec_line(it.command, "open", "%F")}
    service = {
        "Type": "Service",
        "MimeType": "all/all;",
        "Actions": "send;",
        "X-KDE-ServiceTypes": "KonqPopupMenu/Plugin",
    }
    dolphin = entry("Desktop Entry", service) + entry("Desktop Action send", {"Name": words.send_to} | sends)
    thunar = entry("Desktop Entry", {"Type": "Application", "Name": SERVICE} | sends)
    action = {"Type": "Action", "Name": words.send_to, "Icon": NAME, "Profiles": "send;"}
    profile = {"MimeTypes": "all/all;", "Exec": sends["Exec"]}
    file_manager = entry("Desktop Entry", action) + entry("X-Action-Profile send", profile)
    # They are given bare names, which may begin with a dash.
    script = f'#!/bin/sh\nexec {shlex.join(it.command)} open -- "$@"\n'
    scripts = (data / "nautilus", data / "nemo", it.folders.config / "caja")
    return [
        _File(data / "kio" / "servicemenus" / f"{NAME}.desktop", dolphin, _RUNNABLE),
        _File(data / "Thunar" / "sendto" / f"{NAME}.desktop", thunar),
        _File(data / "file-manager" / "actions" / f"{NAME}.desktop", file_manager),
        # The name of a script is what the menu shows: it is the same in all languages, so that it is found.
        *(_File(folder / "scripts" / SERVICE, script, _RUNNABLE) for folder in scripts),
    ]


_LINUX: Final = {
    DesktopPart.MENU: _menu,
    DesktopPart.LOGIN: _login,
    DesktopPart.SEND_TO: _send_to,
    DesktopPart.LINKS: _links,
}


def _is_in_everybodys_menu() -> bool:
    """A package put the entry there: another one of the user's own would only hide it."""
    folders = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return any(
        Path(each, "applications", f"{DESKTOP_ID}.desktop").is_file() for each in folders.split(":") if each
    )


def _has_browser(own: Folders) -> bool:
    """A default was chosen for addresses. Else the system takes any program that offers itself."""
    given = os.environ.get("XDG_CONFIG_DIRS", "/etc/xdg").split(":")
    folders = [own.config, own.data / "applications", *(Path(each) for each in given if each)]
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
    names = ["mimeapps.list", *(f"{desktop}-mimeapps.list" for desktop in desktops if desktop)]
    return any(_names_browser(folder / name) for folder in folders for name in names)


def _names_browser(path: Path) -> bool:
    group = ""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        for line in path.read_text(encoding="utf-8").splitlines():
            group = line if line.startswith("[") else group
            if group == "[Default Applications]" and line.startswith("x-scheme-handler/https="):
                return True
    return False


# macOS and Windows.


def _launch_agent(it: Integration) -> _File:
    content = {"Label": LOGIN_AGENT, "ProgramArguments": [*it.command, "--in-tray"], "RunAtLoad": True}
    folder = it.folders.home / "Library" / "LaunchAgents"
    return _File(folder / f"{LOGIN_AGENT}.plist", plistlib.dumps(content))


def _send_to_windows(it: Integration) -> _Shortcut:
    """No batch file: of a name with "&" it would run what follows."""
    folder = it.folders.data / "Microsoft" / "Windows" / "SendTo"
    return _Shortcut(folder / "1fichier.lnk", (*it.command, "open"))


_CLASS: Final = rf"Software\Classes\{WINDOWS_CLASS}"
_ABILITIES: Final = rf"Software\{NAME}\Capabilities"


def _registry_values(part: DesktopPart, command: Sequence[str]) -> list[tuple[str, str, str]]:
    """Key, name and value of what Windows keeps in the user's part of its registry."""
    line = subprocess.list2cmdline(command)
    if part is DesktopPart.LOGIN:
        return [(r"Software\Microsoft\Windows\CurrentVersion\Run", NAME, f"{line} --in-tray")]
    if part is DesktopPart.LINKS:
        return [
            (r"Software\RegisteredApplications", NAME, _ABILITIES),
            (_ABILITIES, "ApplicationName", NAME),
            (_ABILITIES, "ApplicationDescription", "1fichier.com"),
            (_ABILITIES + r"\URLAssociations", "https", WINDOWS_CLASS),
            (_CLASS, "", NAME),
            (_CLASS + r"\shell\open\command", "", f'{line} open "%1"'),
        ]
    return []
