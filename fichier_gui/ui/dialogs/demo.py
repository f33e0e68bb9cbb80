"""The demo beside the real program: another process with a profile of its own."""

from PySide6.QtCore import QProcess

from fichier_gui.system.own_start import own_command


def demo_command() -> tuple[str, list[str]]:
    """The program and its arguments."""
    program, *arguments = own_command()
    return program, [*arguments, "--demo"]


def start_demo() -> bool:
    """Start the demo; True when it was started. It outlives this program."""
    program, arguments = demo_command()
    started = QProcess.startDetached(program, arguments)
    return bool(started[0] if isinstance(started, tuple) else started)
