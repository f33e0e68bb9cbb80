"""A desktop of its own for one test: X server, window manager, session bus. Everything ends by process id."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TypeVar

from support.waiting import PATIENCE

T = TypeVar("T")
NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-run-session", "import")

_pause = Event().wait
"""A wait that answers nothing: only used between two looks at a condition, or between pointer moves."""


def missing_tools(*further: str) -> list[str]:
    """The programs of a desktop test that this machine lacks."""
    return [tool for tool in (*NEEDED, *further) if shutil.which(tool) is None]


def until(condition: Callable[[], T | None], what: str, seconds: float = PATIENCE) -> T:
    """Wait for a true answer of ``condition`` and return it; ``AssertionError`` names ``what`` otherwise."""
    end = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        assert time.monotonic() < end, f"gave up after {seconds:g} s waiting for {what}"
        _pause(0.05)


@dataclass
class Desktop:
    """A running display. ``env`` is what a program needs to appear on it."""

    number: int
    env: dict[str, str]
    home: Path
    _stack: ExitStack = field(default_factory=ExitStack)

    def start(
        self, command: Sequence[str | Path], *, log: Path | None = None, env: Mapping[str, str] | None = None
    ) -> "subprocess.Popen[bytes]":
        """Start a program on this display; it ends with the display, by its process group."""
        out = self._stack.enter_context((log or Path(os.devnull)).open("ab"))
        process = subprocess.Popen(
            [str(part) for part in command],
            env=self.env | dict(env or {}),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
        self._stack.callback(_end, process)
        return process

    def run(self, *command: str, check: bool = True) -> str:
        """Run a short command on this display and return what it printed."""
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=20, check=False)
        if check and done.returncode:
            raise AssertionError(f"{' '.join(command)}: {done.stderr or done.stdout}")
        return done.stdout.strip()

    def windows(self, **by: str) -> list[int]:
        """Visible windows, such as ``windows(class_="pcmanfm")`` or ``windows(name="…")``."""
        ((kind, value),) = by.items()
        found = self.run("xdotool", "search", "--onlyvisible", f"--{kind.rstrip('_')}", value, check=False)
        return [int(line) for line in found.split()]

    def place(self, window: int, x: int, y: int, width: int, height: int) -> None:
        """Give a window its place and size. It has the place a little later."""
        self.run("xdotool", "windowsize", "--sync", str(window), str(width), str(height), check=False)
        self.run("xdotool", "windowmove", str(window), str(x), str(y))

    def drag(
        self,
        start: tuple[int, int],
        end: tuple[int, int],
        *,
        hover: Callable[[], None] | None = None,
        key: str = "",
    ) -> None:
        """Drag with the left button. Slow enough for a tool kit to notice: see the moves.

        ``key`` is held while the button is let go.
        """
        self.run("xdotool", "mousemove", *map(str, start))
        _pause(0.2)
        self.run("xdotool", "mousedown", "1")
        for _ in range(5):  # leaves the start distance
            _pause(0.05)
            self.run("xdotool", "mousemove_relative", "--", "6", "4")
        x, y = start[0] + 30, start[1] + 20
        for step in range(1, 13):
            _pause(0.04)
            self.run(
                "xdotool", "mousemove", str(x + (end[0] - x) * step // 12), str(y + (end[1] - y) * step // 12)
            )
        if key:
            self.run("xdotool", "keydown", key)
        self.run("xdotool", "mousemove_relative", "--", "3", "0")
        _pause(0.5)
        if hover is not None:
            hover()
        self.run("xdotool", "mouseup", "1")
        if key:
            _pause(0.2)
            self.run("xdotool", "keyup", key)

    def screenshot(self, path: Path) -> Path:
        """The whole screen as a picture."""
        self.run("import", "-window", "root", str(path))
        return path

    def pixel(self, x: int, y: int, width: int = 1, height: int = 1) -> list[tuple[int, int, int]]:
        """The colours of a piece of the screen, row by row."""
        done = subprocess.run(
            ["import", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "-depth", "8", "rgb:-"],
            env=self.env,
            capture_output=True,
            timeout=20,
            check=True,
        )
        data = done.stdout
        return [(data[i], data[i + 1], data[i + 2]) for i in range(0, len(data) - 2, 3)]

    def close(self) -> None:
        """End everything that was started here."""
        self._stack.close()


def _end(process: "subprocess.Popen[bytes]") -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
            return


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """X servers that start together take each other's number, whatever process starts them."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with Path(tempfile.gettempdir(), f"start-of-a-display-{os.getuid()}").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)  # until it is closed
        yield


def _start_server(size: str) -> "tuple[subprocess.Popen[bytes], int]":
    """Xvfb chooses a free number itself and writes it once it listens."""
    with _one_at_a_time():
        return _started_server(size)


def _started_server(size: str) -> "tuple[subprocess.Popen[bytes], int]":
    reader, writer = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=(writer,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    os.close(writer)
    with os.fdopen(reader) as answer:
        line = answer.readline().strip()
    if not line:
        _end(process)
        raise AssertionError("Xvfb did not start")
    return process, int(line)


_NOT_BY_ITSELF = """[D-BUS Service]
Name=org.freedesktop.Notifications
Exec=/bin/false
"""


def _start_bus(desktop: Desktop) -> str:
    """A session bus that lives as long as the display. It starts no notification daemon by itself."""
    data = desktop.home / ".local" / "share"
    services = data / "dbus-1" / "services"
    services.mkdir(parents=True)
    (services / "org.freedesktop.Notifications.service").write_text(_NOT_BY_ITSELF)
    address, new = desktop.home / "bus-address", desktop.home / "bus-address.new"
    desktop.start(
        [
            "dbus-run-session",
            "--",
            "sh",
            "-c",
            f'echo "$DBUS_SESSION_BUS_ADDRESS" > "{new}"; mv "{new}" "{address}"; exec sleep 86400',
        ],
        env={"XDG_DATA_HOME": str(data)},
    )
    until(address.exists, "the session bus")
    return address.read_text().strip()


@contextmanager
def desktop(size: str = "1400x900x24", *, window_manager: bool = True) -> Iterator[Desktop]:
    """A display with openbox and a session bus, an empty home, and no trace afterwards."""
    with ExitStack() as stack:
        home = Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="desktop-", ignore_cleanup_errors=True))
        )
        server, number = _start_server(size)
        stack.callback(_end, server)
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700)
        env = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "DBUS_", "WAYLAND_", "QT_"))}
        env |= {
            "DISPLAY": f":{number}",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_DATA_DIRS": "/usr/local/share:/usr/share",
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
        }
        running = Desktop(number, env, home)
        stack.callback(running.close)
        running.env["DBUS_SESSION_BUS_ADDRESS"] = _start_bus(running)
        if window_manager:
            running.start(["openbox", "--sm-disable"])
            until(
                lambda: (
                    "_NET_SUPPORTING_WM_CHECK(WINDOW)"
                    in running.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK", check=False)
                ),
                "the window manager",
            )
        yield running
