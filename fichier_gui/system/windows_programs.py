"""Which program Windows opens a kind of file with."""

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_COMMAND: Final = 1
_NAME: Final = 4
"""``ASSOCSTR_COMMAND``, ``ASSOCSTR_FRIENDLYAPPNAME``."""
_KNOWN_ONLY: Final = 0x400
"""``ASSOCF_INIT_IGNOREUNKNOWN``: not the dialog that asks for a program."""
_LONGEST: Final = 2048
_FILE_PLACE: Final = re.compile(r'"%[1lLvV]"|%[1lLvV*]')


@dataclass(frozen=True, slots=True)
class Program:
    """Empty where Windows knows none; a program of the Store has a name alone."""

    name: str = ""
    command: str = ""
    """A command line with a place for the file: ``"C:\\…\\vlc.exe" "%1"``."""


def program_for(extension: str) -> Program:
    """The program for files of ``extension``, which has its dot."""
    return Program(_asked(_NAME, extension), _asked(_COMMAND, extension))


def command_line(command: str, subject: str) -> str:
    """``command`` with ``subject`` at the place of the file, or behind it."""
    quoted = f'"{subject}"'
    # In one go: what stands in an address may look like another place.
    line, count = _FILE_PLACE.subn(lambda _found: quoted, command)
    return line if count else f"{command} {quoted}"


def open_file(path: Path) -> bool:
    """Open a file as a double click does."""
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError:
            return False
        return True
    return False


def _asked(what: int, extension: str) -> str:
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        size = wintypes.DWORD(_LONGEST)
        buffer = ctypes.create_unicode_buffer(_LONGEST)
        failed = ctypes.windll.shlwapi.AssocQueryStringW(
            _KNOWN_ONLY, what, extension, "open", buffer, ctypes.byref(size)
        )
        return "" if failed else buffer.value
    return ""
