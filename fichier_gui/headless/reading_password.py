"""Reads the password of protected links from the person, never from the command line."""

import getpass
import sys

from fichier_gui.domain.secret import Secret
from fichier_gui.ui.wording import tr


def read_password() -> Secret | None:
    """From the terminal without echo, or the first line of standard input. None when there is none."""
    if sys.stdin.isatty():
        typed = getpass.getpass(tr("Password of the files: "))
    else:
        typed = sys.stdin.readline().rstrip("\r\n")
    return Secret(typed) if typed else None
