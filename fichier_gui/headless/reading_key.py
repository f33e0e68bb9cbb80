"""Reads an API key from the person, never from the command line."""

import getpass
import sys

from fichier_gui.domain.secret import Secret, looks_like_key
from fichier_gui.headless.printing import Lines
from fichier_gui.ui.wording import tr


def read_key(err: Lines) -> Secret:
    """From the terminal without echo, or the first line of standard input. Warns of an unusual shape."""
    typed = getpass.getpass(tr("API key: ")) if sys.stdin.isatty() else sys.stdin.readline()
    text = typed.strip()
    if text and not looks_like_key(text):
        err.write(tr("This does not look like an API key (32 characters); trying it all the same.") + "\n")
    return Secret(text)
