"""The demo beside the real program: another process with a profile of its own."""

import sys

from PySide6.QtCore import QProcess


def demo_command() -> tuple[str, list[str]]:
    """The program and its arguments; a bundle is its own interpreter."""
    if getattr(sys, "frozen", False):
        return sys.executable, ["--demo"]
    return sys.executable, ["-m", "fichier_gui", "--demo"]


def start_demo() -> bool:
    """Start the demo; True when it was started. It outlives this program."""
    program, arguments = demo_command()
    started = QProcess.startDetached(program, arguments)
    return bool(started[0] if isinstance(started, tuple) else started)
