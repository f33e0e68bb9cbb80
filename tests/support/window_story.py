"""A running window on a display of its own, against a simulated service: what the stories share."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.display import Desktop, until
from support.simulator import DEFAULT_KEY
from support.waiting import PATIENCE

PROBE = Path(__file__).with_name("window_probe.py")
ROOT = Path(__file__).resolve().parents[2]

FRAME = 60
"""Pixels that a window manager's frame may be wide or high."""

FILE_MANAGER_SETTINGS = """
[ui]
view_mode=icon
show_hidden=0
sort=name;ascending;
side_pane_mode=hidden;places
splitter_pos=1
"""


@dataclass
class Window:
    """The program, seen from outside."""

    desktop: Desktop
    state: Path
    log: Path

    def look(self) -> dict[str, Any]:
        """What is on the window now."""
        seen: dict[str, Any] = json.loads(self.state.read_text(encoding="utf-8"))
        return seen

    def until(self, what: str, seconds: float = PATIENCE, **wanted: Any) -> dict[str, Any]:
        """Wait until these things are seen; a callable is asked about the value."""

        def holds() -> dict[str, Any] | None:
            if not self.state.exists():
                return None
            seen = self.look()
            for name, value in wanted.items():
                if not (value(seen[name]) if callable(value) else seen[name] == value):
                    return None
            return seen

        try:
            return until(holds, what, seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.last_words()}") from None

    def last_words(self) -> str:
        """What was seen and what was said, for the report of a failure."""
        seen = self.look() if self.state.exists() else None
        said = self.log.read_text(encoding="utf-8") if self.log.exists() else ""
        return f"seen: {seen}\nlog: {said[-6000:]}"

    def close(self, process: subprocess.Popen[bytes]) -> None:
        """Close it as a user would; one that does not end tells where each of its threads stands."""
        self.desktop.run("wmctrl", "-i", "-c", str(self.look()["window"][0]), check=False)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGABRT)
            process.wait(PATIENCE)
            raise AssertionError(f"the window did not close\n{self.last_words()}") from None

    def press(self, label: str) -> None:
        """Press a button of the open dialog with the mouse; a dialog may still be on its way to its place."""

        def pointed_at() -> bool:
            seen = self.look()
            x, y = seen["dialogs"][0]["buttons"][label]
            self.desktop.run("xdotool", "mousemove", str(x), str(y))
            return bool(seen["pointed_at"] == label)

        until(pointed_at, f"the button {label!r}", PATIENCE)
        self.desktop.run("xdotool", "click", "1")


def _is_at(seen: Sequence[int], place: Sequence[int]) -> bool:
    """As the program knows it: before that, what it says of its rows is where they were. With its frame."""
    beyond = [found - wanted for found, wanted in zip(seen, place, strict=True)]
    return all(0 <= each <= FRAME for each in beyond[:2]) and beyond[2:] == [0, 0]


@contextmanager
def window(
    desktop: Desktop,
    folder: Path,
    base_url: str,
    *,
    settings: Mapping[str, object] | None = None,
    place: tuple[int, int, int, int] = (10, 30, 900, 640),
) -> Iterator[Window]:
    """The program's window on ``desktop``; it is closed as a user would close it."""
    setup, state, log = folder / "setup.json", folder / "state.json", folder / "window.log"
    setup.write_text(
        json.dumps(
            {
                "profile": str(folder / "profile"),
                "service": base_url,
                "state": str(state),
                "settings": {"confirm_quit": False, **(settings or {})},
            }
        ),
        encoding="utf-8",
    )
    process = desktop.start(
        [sys.executable, "-X", "dev", PROBE, setup],
        log=log,
        env={"FICHIER_API_KEY": DEFAULT_KEY, "PYTHONPATH": str(ROOT)},
    )
    shown = Window(desktop, state, log)
    shown.until("the window", is_visible=True)
    desktop.place(shown.look()["window"][0], *place)
    shown.until("the window in its place", window=lambda seen: _is_at(seen[1:], place))
    with ExitStack() as stack:
        stack.callback(shown.close, process)
        yield shown


@contextmanager
def file_manager(desktop: Desktop, folder: Path, *, place: tuple[int, int, int, int]) -> Iterator[int]:
    """pcmanfm showing ``folder``; gives its window."""
    config = desktop.home / ".config" / "pcmanfm" / "default"
    config.mkdir(parents=True, exist_ok=True)
    (config / "pcmanfm.conf").write_text(FILE_MANAGER_SETTINGS, encoding="utf-8")
    desktop.start(["pcmanfm", "--no-desktop", str(folder)])
    found = until(lambda: desktop.windows(class_="pcmanfm"), "the file manager")
    number = found[-1]
    desktop.place(number, *place)
    yield number
