"""From nothing to the window, and back: the order of starting and of ending."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from fichier_gui.identity import DESKTOP_ID, NAME, VERSION
from fichier_gui.ui import icons, speaking
from fichier_gui.ui.garbage import Garbage
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.loop import WindowLoop

if TYPE_CHECKING:
    from fichier_gui.app.options import ProgramOptions
    from fichier_gui.domain.desktop import Errand
    from fichier_gui.ui.shell import Shell

logger = logging.getLogger(__name__)

SWITCH_SECONDS: Final = 0.0001
"""How long a worker thread may keep the interpreter from the window.

Each call of Qt into Python waits for it anew: while a thread put 100,000 names in order, the window stood
still for 0.19 s with 1 ms (Python's own is 5), and for 0.02 s with this.
"""

During = Callable[["Shell"], Awaitable[int]]
"""What a run does by itself once the window is there (the self-test); its result is the exit code."""


class Application(QApplication):
    """Quitting by menu, by the session or by Cmd-Q asks first; nothing ends the loop from below."""

    quit_asked = Signal()

    def event(self, event: QEvent) -> bool:
        """Take the quit event: the shutdown is awaited, and the loop ends when it has ended."""
        if event.type() == QEvent.Type.Quit:
            event.ignore()
            self.quit_asked.emit()
            return True
        return super().event(event)


def run(
    options: ProgramOptions,
    *,
    demo: bool = False,
    during: During | None = None,
    errand: Errand | None = None,
    in_tray: bool = False,
) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    ``in_tray``: no window is seen, as long as there is a tray to call it from.
    """
    _forget(options)
    app = make_application()
    if demo:
        app.setApplicationDisplayName(f"{NAME} (demo)")
    with _faults_noted(options), Garbage(app).collecting(), _swift_switches():
        with asyncio.Runner(loop_factory=lambda: WindowLoop(app)) as runner:
            code = runner.run(_main(app, options, errand, demo=demo, during=during, in_tray=in_tray))
        # The loop's own objects die here, in the thread that made them.
        gc.collect()
    _forget(options)
    return code


def _forget(options: ProgramOptions) -> None:
    """Delete what the profile keeps, if this run or one that broke off was asked to."""
    from fichier_gui.app.forgetting import forget_files

    for path in forget_files(options):
        sys.stderr.write(f"{path} could not be deleted.\n")


def make_application() -> Application:
    """The application object with its names, its icon and the user's language."""
    app = Application(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName(DESKTOP_ID)
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(icons.program_icon())
    return app


async def _main(
    app: Application,
    options: ProgramOptions,
    errand: Errand | None,
    *,
    demo: bool,
    during: During | None,
    in_tray: bool,
) -> int:
    """Window first, core second; then wait to be asked to leave."""
    from fichier_gui.ui.shell import Shell

    asyncio.get_running_loop().set_exception_handler(_on_loop_error)
    geometry = Geometry(options.profile.config)
    speaking.speak(app, geometry.text("language", ""))
    shell = Shell(app, options, geometry, is_demo=demo)
    shell.errand, shell.starts_hidden = errand, in_tray
    app.quit_asked.connect(shell.ask_to_leave)
    app.commitDataRequest.connect(lambda session: _on_session_ends(session, shell))
    with _signals(shell.ask_to_leave), _faults_told(shell):
        return await shell.run(during)


@contextlib.contextmanager
def _faults_told(shell: Shell) -> Iterator[None]:
    """What fails inside the program opens a window that offers the report."""
    from fichier_gui.ui.diagnosing import Faults

    faults = Faults()
    faults.rang.connect(lambda: shell.desk.diagnosing.on_faults_rang())
    faults.watch()
    try:
        yield
    finally:
        faults.leave()


def _on_session_ends(session: QSessionManager, shell: Shell) -> None:
    """The desktop logs out: leave without a question; what runs goes on at the next start."""
    session.setRestartHint(QSessionManager.RestartHint.RestartNever)
    shell.leave()


def _on_loop_error(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    error = context.get("exception")
    logger.error("%s", context.get("message"), exc_info=error if isinstance(error, BaseException) else None)


@contextlib.contextmanager
def _signals(leave: Callable[[], None]) -> Iterator[None]:
    """SIGINT and SIGTERM leave in good order."""
    loop = asyncio.get_running_loop()
    numbers = () if sys.platform == "win32" else (signal.SIGINT, signal.SIGTERM)
    for number in numbers:
        loop.add_signal_handler(number, leave)
    try:
        yield
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)


@contextlib.contextmanager
def _faults_noted(options: ProgramOptions) -> Iterator[None]:
    """A crash of the machine code leaves the stacks of all threads for the next start."""
    from fichier_gui.system.crash_files import CrashFiles

    crashes = CrashFiles(options.profile.crashes)
    crashes.watch()
    try:
        yield
    finally:
        crashes.close()


@contextlib.contextmanager
def _swift_switches() -> Iterator[None]:
    """The window waits less for threads that hold the interpreter."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
