"""How this program was started and how it is started again: from its source, as a package, or frozen."""

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import Final

from fichier_gui import identity

WINDOWED: Final = f"{identity.NAME}-window.exe"
"""Beside the program for the console, on Windows."""

_KEPT: Final = "_ORIG"
"""The end of the name under which PyInstaller keeps what a variable held before."""
_LED_ASTRAY: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
_OF_THE_BUNDLE: Final = "_PYI_"


def is_frozen() -> bool:
    """The program is its own interpreter."""
    return bool(getattr(sys, "frozen", False))


def own_command() -> tuple[str, ...]:
    """How this program is started again, without a console."""
    if is_frozen():
        return (_own_file(),)
    python = Path(sys.executable)
    windowed = python.with_name("pythonw.exe")
    # Started in any folder, where -P keeps Python from importing what lies there.
    return (str(windowed if windowed.exists() else python), "-P", "-m", "fichier_gui")


def _own_file() -> str:
    program = Path(sys.executable)
    image, mounted = os.environ.get("APPIMAGE"), os.environ.get("APPDIR")
    # An AppImage is at another place each time it runs: the file that was started stays. Its variables are
    # there as well in what another AppImage starts.
    if image and mounted and program.is_relative_to(mounted):
        return image
    windowed = program.with_name(WINDOWED)
    return str(windowed if windowed.exists() else program)


def leave_no_traces(environment: MutableMapping[str, str]) -> None:
    """Give a frozen program's children the environment that it was itself given.

    The variables by which it found its libraries would have players, browsers and file managers load them as
    well. This process has read them.
    """
    if not is_frozen():
        return
    for name in _LED_ASTRAY:
        before = environment.pop(name + _KEPT, None)
        environment.pop(name, None)
        if before is not None:
            environment[name] = before
    for name in [name for name in environment if name.startswith(_OF_THE_BUNDLE)]:
        del environment[name]


def fill_streams() -> None:
    """A program of Windows that has no console has no streams either: what is written goes nowhere."""
    # They stay open to the end, as those of a console do.
    nowhere = Path(os.devnull).open
    sys.stdin = sys.stdin or nowhere("r", encoding="utf-8")
    sys.stdout = sys.stdout or nowhere("w", encoding="utf-8")
    sys.stderr = sys.stderr or nowhere("w", encoding="utf-8")
