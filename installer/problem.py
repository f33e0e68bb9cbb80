"""What the installer tells the person in front of it."""

import sys


class Problem(Exception):
    """The installation cannot go on. The text is one sentence: what is wrong and what to do."""


def say(text: str) -> None:
    """One line of progress. On standard error: standard output belongs to the program that is started."""
    print(text, file=sys.stderr, flush=True)
