"""A shortcut of Windows: a file that starts a program with arguments, and with the files dropped on it."""

import errno
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_POWERSHELL: Final = Path("System32", "WindowsPowerShell", "v1.0", "powershell.exe")
_SCRIPT: Final = """
$ErrorActionPreference = 'Stop'
$link = (New-Object -ComObject WScript.Shell).CreateShortcut($env:SHORTCUT)
$link.TargetPath = $env:SHORTCUT_TARGET
$link.Arguments = $env:SHORTCUT_ARGUMENTS
$link.Save()
"""
_LIMIT: Final = 60.0


def make_shortcut(path: Path, command: Sequence[str]) -> None:
    """Make ``path``, a ``.lnk``, or make it anew. Blocking. Raises ``OSError``."""
    # By its whole path: a program of this name in the current folder would be found first.
    powershell = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / _POWERSHELL
    told = {
        "SHORTCUT": str(path),
        "SHORTCUT_TARGET": command[0],
        "SHORTCUT_ARGUMENTS": subprocess.list2cmdline(command[1:]),
    }
    try:
        done = subprocess.run(
            [str(powershell), "-NoProfile", "-NonInteractive", "-Command", _SCRIPT],
            env=os.environ | told,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LIMIT,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise OSError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT)) from error
    if done.returncode:
        raise OSError(errno.EIO, os.strerror(errno.EIO))
