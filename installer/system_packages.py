"""What must come from the operating system: Qt's libraries, and the programs the desktop tests drive.

Only Linux lacks any of it. On Debian and Ubuntu it is installed where this user may; elsewhere it is named.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from problem import Problem, say

DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt links to even without a screen: shared library → Debian package."""

X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt's plugin for X11 links to besides."""

TOOLS = {
    "Xvfb": "xvfb",
    "xvfb-run": "xvfb",
    "xauth": "xauth",
    "openbox": "openbox",
    "dbus-run-session": "dbus-daemon",
    "dbus-daemon": "dbus-daemon",
    "xclip": "xclip",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
    "wmctrl": "wmctrl",
    "import": "imagemagick",
    "montage": "imagemagick",
    "pcmanfm": "pcmanfm",
    "trayer": "trayer",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "dpkg-shlibdeps": "dpkg-dev",
    "dpkg-parsechangelog": "dpkg-dev",
    "man": "man-db",
    "zsh": "zsh",
    "fish": "fish",
    "dunst": "dunst",
    "dunstctl": "dunst",
    "gio": "libglib2.0-bin",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "gnome-keyring-daemon": "gnome-keyring",
    "secret-tool": "libsecret-tools",
    "curl": "curl",
    "rhash": "rhash",
    "whirlpooldeep": "hashdeep",
}
"""What the tests drive: program → Debian package."""

MODULES = {"/usr/lib/python3/dist-packages/dbusmock": "python3-dbusmock"}
"""What the tests run with the system's own Python: folder → Debian package."""

APT = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=3")


def missing_libraries(wanted: Mapping[str, str]) -> dict[str, str]:
    """Those of ``wanted`` that the dynamic linker does not find, each with its package."""
    return {name: package for name, package in wanted.items() if not _loads(name)} if _is_linux() else {}


def missing_tools() -> dict[str, str]:
    """What the desktop tests need and is not there, each with its package."""
    if not _is_linux():
        return {}
    programs = {name: package for name, package in TOOLS.items() if not shutil.which(name)}
    return programs | {name: package for name, package in MODULES.items() if not Path(name).is_dir()}


def install(missing: Mapping[str, str]) -> None:
    """Install the packages of ``missing`` (what → package). Raises ``Problem`` where that is not allowed."""
    if not missing:
        return
    packages = sorted(set(missing.values()))
    if not shutil.which("apt-get"):
        raise Problem(f"Missing on this system: {', '.join(missing)}; install them with its package manager.")
    permission = _permission()
    if permission is None:
        raise Problem(
            f"Missing on this system: {', '.join(missing)}; install them with: "
            f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
        )
    say(f"Installing system packages: {' '.join(packages)} …")
    # A stale list may still know the packages: only the second command decides.
    _apt(permission, "update")
    failed = _apt(permission, "install", "-y", "--no-install-recommends", *packages)
    if failed:
        raise Problem(f"The system packages could not be installed: {failed}")


def _is_linux() -> bool:
    return sys.platform == "linux"


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _permission() -> tuple[str, ...] | None:
    """What to put before a command that changes the system; None where that is not allowed unasked."""
    if os.geteuid() == 0:
        return ()
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, stdin=subprocess.DEVNULL, check=False)
    return ("sudo", "-n") if asked.returncode == 0 else None


def _apt(permission: tuple[str, ...], *arguments: str) -> str:
    """Run apt-get; the last thing it complained about, or an empty string."""
    command = [*permission, "env", "DEBIAN_FRONTEND=noninteractive", *APT, *arguments]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    complaints = [
        line for line in (done.stdout + done.stderr).splitlines() if line.startswith(("E:", "dpkg: error"))
    ]
    return complaints[-1] if complaints else f"apt-get ended with {done.returncode}."
