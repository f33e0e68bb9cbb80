"""A Flatpak of the frozen program, in one file that ``flatpak install`` takes.

``flatpak-builder`` takes the runtime from Flathub. What the program may do there is the list ``PERMISSIONS``.
"""

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import archive
import bundle
import desktop_files
from environment import ROOT, telling_line
from problem import Problem
from target import Target, program, system

from fichier_gui import identity

WORK = ROOT / "build" / "flatpak"
RUNTIME, SDK, BRANCH = "org.freedesktop.Platform", "org.freedesktop.Sdk", "24.08"
"""Its C library is newer than that of the system that freezes the program."""
FLATHUB = "https://dl.flathub.org/repo/flathub.flatpakrepo"

PERMISSIONS: Mapping[str, str] = {
    "--share=network": "it is a client",
    "--share=ipc": "X11 draws through shared memory",
    "--socket=wayland": "its windows",
    "--socket=fallback-x11": "its windows where there is no Wayland",
    "--filesystem=home": "files are dropped on it from anywhere, and downloads go where the user wants them",
    "--talk-name=org.freedesktop.secrets": "the key ring",
    "--talk-name=org.freedesktop.Notifications": "notifications with buttons",
    "--talk-name=org.kde.StatusNotifierWatcher": "the tray",
    "--talk-name=com.canonical.Unity": "the progress on the launcher",
    "--talk-name=org.freedesktop.FileManager1": "show a file in its folder",
    "--talk-name=org.freedesktop.PowerManagement": "stay awake while files move",
    "--talk-name=org.gnome.SessionManager": "the same on GNOME",
    "--talk-name=org.freedesktop.ScreenSaver": "hear of the lock",
    "--talk-name=org.gnome.ScreenSaver": "hear of the lock",
    "--system-talk-name=org.freedesktop.login1": "stay awake, and hear of the end of a sleep",
    "--system-talk-name=org.freedesktop.NetworkManager": "hear of a network that came back",
}
"""What it may do, and what for."""


def artefact(output: Path) -> Path:
    """Where the file is."""
    return output / f"{archive.STEM}.flatpak"


def manifest() -> Mapping[str, Any]:
    """What ``flatpak-builder`` reads: https://docs.flatpak.org/en/latest/manifests.html"""
    home = f"/app/lib/{identity.NAME}"
    return {
        "id": identity.APP_ID,
        "runtime": RUNTIME,
        "runtime-version": BRANCH,
        "sdk": SDK,
        "command": identity.NAME,
        "finish-args": list(PERMISSIONS),
        "rename-desktop-file": f"{identity.DESKTOP_ID}.desktop",
        "rename-icon": identity.NAME,
        "build-options": {"strip": False, "no-debuginfo": True},
        "modules": [
            {
                "name": identity.NAME,
                "buildsystem": "simple",
                "build-commands": [
                    f"mkdir -p {home} /app/bin /app/share",
                    f"cp -a program/. {home}",
                    f"ln -s {home}/{identity.NAME} /app/bin/{identity.NAME}",
                    "cp -a share/. /app/share",
                ],
                "sources": [
                    {"type": "dir", "path": "program", "dest": "program"},
                    {"type": "dir", "path": "share", "dest": "share"},
                ],
            }
        ],
    }


def build(output: Path) -> Path:
    """Lay out the sources, build a repository, make one file of it. Raises ``Problem``."""
    shutil.rmtree(WORK, ignore_errors=True)
    desktop_files.write(WORK)
    shutil.copytree(bundle.artefact(output), WORK / "program", symlinks=True)
    described = WORK / f"{identity.APP_ID}.json"
    described.write_text(json.dumps(manifest(), indent=2) + "\n", encoding="utf-8")
    repository = WORK / "repository"
    _call(["flatpak", "remote-add", "--user", "--if-not-exists", "flathub", FLATHUB])
    options = ["--user", "--install-deps-from=flathub", "--force-clean", f"--repo={repository}"]
    _call(["flatpak-builder", *options, str(WORK / "built"), str(described)])
    _call(["flatpak", "build-bundle", str(repository), str(artefact(output)), identity.APP_ID])
    return artefact(output)


def _call(command: Sequence[str]) -> None:
    done = subprocess.run(command, cwd=WORK, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem(f"{' '.join(command[:2])} failed: {telling_line(done.stdout + done.stderr)}")


TARGET = Target(
    "flatpak",
    "a Flatpak for any Linux",
    build,
    (
        system("linux"),
        program("flatpak", "Debian package flatpak"),
        program("flatpak-builder", "Debian package flatpak-builder"),
    ),
    after=("bundle",),
    comes_out_the_same=False,
)
