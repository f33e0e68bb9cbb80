"""Five tasks of somebody who has never seen the program: by keyboard alone, and by mouse alone.

The program is the real one, with a home and a key ring of its own; the X server delivers keys and clicks.
What each task takes is counted, and must be what README.md says.
"""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pytest
from support.display import Desktop, desktop, missing_tools, until
from support.hands import Eyes, Hands, Keyboard, Mouse, counted
from support.screen_reader import LAUNCHER, screen_reader
from support.secret_service import key_ring, missing_programs, run_python
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator
from support.window_story import ROOT, file_manager

from fichier_gui.simulator import sample
from fichier_gui.simulator.content import read_all
from fichier_gui.simulator.faults import Fault

MISSING = [*missing_tools("pcmanfm", "wmctrl", "xclip", LAUNCHER), *missing_programs()]
pytestmark = [
    pytest.mark.story,
    pytest.mark.timeout(300),
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
]

WINDOW = (10, 30, 900, 640)
MANAGER = (930, 30, 440, 400)
FIRST_ICON = (MANAGER[0] + 53, MANAGER[1] + 116)
LETTER = "letter.txt"
WORDS = b"Dear reader\n" * 40
PASSWORD = "open sesame"
SOUGHT = "Contrat"
FILM = "road.mkv"
FILM_SIZE = 6_000_000
RATE = 300_000.0

TASKS = (
    "Enter a key",
    "Upload a file and get its link",
    "Find a file",
    "Protect a link",
    "Go on after a crash",
)
"""As the table in README.md calls them."""


@dataclass
class Room:
    """One desktop with the program on it, and what lies ready there."""

    screen: Desktop
    service: ThreadedSimulator
    eyes: Eyes
    folder: Path
    runs: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    def start(self) -> None:
        """The program, as its entry in the menu starts it."""
        command = [sys.executable, "-m", "fichier_gui", "--service", self.service.base_url]
        log = self.folder / "program.log"
        self.runs.append(self.screen.start(command, log=log, env={"PYTHONPATH": str(ROOT)}))

    def copied(self, words: str) -> None:
        """Another program has put this on the clipboard."""
        self.screen.start(
            ["sh", "-c", 'printf %s "$1" | exec xclip -quiet -selection clipboard', "sh", words]
        )
        until(lambda: self.clipboard() == words, "the clipboard")

    def clipboard(self) -> str:
        """What is on it."""
        return self.screen.run("xclip", "-o", "-selection", "clipboard", check=False)

    def window(self) -> int:
        """The number of the main window."""
        listed = self.screen.run("wmctrl", "-l").splitlines()
        (line,) = (line for line in listed if line.endswith("fichier-gui"))
        return int(line.split()[0], 16)

    def link(self) -> str:
        """The last part of the link of the file that is sent, once it is there."""
        return until(lambda: getattr(self.service.service.file_at(f"/{LETTER}"), "id", ""), "the letter")


class Way(Protocol):
    """The tasks, and what is done between them."""

    hands: Hands

    def enter_a_key(self) -> None: ...
    def upload_and_get_the_link(self) -> None: ...
    def find_a_file(self) -> None: ...
    def leave_the_search(self) -> None: ...
    def protect_a_link(self) -> None: ...
    def begin_a_download(self) -> None: ...
    def go_on_after_a_crash(self) -> None: ...


class ByKeyboard:
    """With keys alone."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.hands = Keyboard(room.screen, room.eyes)

    def enter_a_key(self) -> None:
        """It is on the clipboard."""
        eyes, hands = self.room.eyes, self.hands
        eyes.focus("text", "API key")
        hands.press("ctrl+v")
        eyes.find("push button", "Check the key")
        hands.press("Return")
        eyes.focus("push button", "Continue")
        hands.press("Return")
        eyes.focus("push button", "Open the window")
        hands.press("Return")

    def upload_and_get_the_link(self) -> None:
        """The file is chosen by its path."""
        self.hands.press("ctrl+u")
        self.room.eyes.focus("text", "File name")
        self.hands.write(str(self.room.folder / LETTER))
        self.hands.press("Return")

    def find_a_file(self) -> None:
        """A part of its name is known."""
        self.hands.press("ctrl+shift+f")
        self.hands.write(SOUGHT.lower())
        self.room.eyes.find("tree item", f"Document {SOUGHT}")
        self.hands.press("Return")

    def leave_the_search(self) -> None:
        self.hands.press("Escape")

    def protect_a_link(self) -> None:
        """Of the file that was sent."""
        eyes, hands = self.room.eyes, self.hands
        hands.write(LETTER[:4])
        eyes.selected(f"Text {LETTER}")
        hands.press("ctrl+alt+a")
        eyes.focus("check box", "A password is asked for")
        hands.press("space")
        eyes.focus("text", "Password")
        hands.write(PASSWORD)
        hands.press("Return")

    def begin_a_download(self) -> None:
        self.hands.write(FILM[:4])
        self.room.eyes.selected(f"Video {FILM}")
        self.hands.press("ctrl+d")

    def go_on_after_a_crash(self) -> None:
        """What is asked is whether a report is wanted."""
        self.room.eyes.focus("push button", "")
        self.hands.press("Escape")


class ByMouse:
    """With the mouse alone: words are pasted from where somebody else has put them."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.hands = Mouse(room.screen, room.eyes)

    def enter_a_key(self) -> None:
        eyes, hands = self.room.eyes, self.hands
        for button in ("Paste the key from the clipboard", "Check the key", "Continue", "Open the window"):
            hands.click(eyes.find("push button", button))

    def upload_and_get_the_link(self) -> None:
        """Out of the file manager onto the list; on a row that is no folder."""
        row = self.room.eyes.find("tree item", "Text README.txt")
        with file_manager(self.room.screen, self.room.folder, place=MANAGER):
            x, y = FIRST_ICON
            until(lambda: len(set(self.room.screen.pixel(x - 10, y - 10, 20, 20))) > 2, "the file's icon")
            self.hands.drag(LETTER, FIRST_ICON, self.room.eyes.point(row))

    def find_a_file(self) -> None:
        self.room.copied(SOUGHT)
        eyes, hands = self.room.eyes, self.hands
        hands.menu_of(eyes.find("text", "Filter this folder"), "Paste")
        hands.click(eyes.find("push button", "Search the account"))
        hands.click(eyes.find("tree item", f"Document {SOUGHT}"))

    def leave_the_search(self) -> None:
        self.hands.click(self.room.eyes.find("push button", "Clear the filter"))

    def protect_a_link(self) -> None:
        self.room.copied(PASSWORD)
        eyes, hands = self.room.eyes, self.hands
        hands.menu_of(eyes.find("tree item", f"Text {LETTER}"), "Password and link rules…")
        hands.click(eyes.find("check box", "A password is asked for"))
        hands.menu_of(eyes.find("text", "Password"), "Paste")
        hands.click(eyes.find("push button", "Set the rules"))

    def begin_a_download(self) -> None:
        self.hands.menu_of(self.room.eyes.find("tree item", f"Video {FILM}"), "Download")

    def go_on_after_a_crash(self) -> None:
        self.hands.click(self.room.eyes.find("push button", "Dismiss"))


@contextmanager
def room(folder: Path) -> Iterator[Room]:
    """A service with the sample account, a desktop with a key ring, and a file to send."""
    service = Service(switches=quiet_switches())
    sample.fill(service)
    service.add_file(f"/{FILM}", os.urandom(FILM_SIZE))
    (folder / LETTER).write_bytes(WORDS)
    with ExitStack() as stack:
        running = stack.enter_context(simulator(service))
        screen = stack.enter_context(desktop())
        screen.env["NO_AT_BRIDGE"] = "1"  # the file manager's tool kit: one program is read
        screen.env.pop("FICHIER_API_KEY", None)
        stack.enter_context(key_ring(screen.env))
        reader = stack.enter_context(screen_reader(screen.env["DBUS_SESSION_BUS_ADDRESS"]))
        found = Room(screen, running, Eyes(reader), folder)
        try:
            yield found
        finally:
            log = folder / "program.log"
            print(log.read_text(encoding="utf-8")[-3000:] if log.exists() else "")


def do_the_tasks(room: Room, way: Way) -> tuple[int, ...]:
    """All five, each with what it is for; how many steps they take."""
    return (
        key_is_entered(room, way),
        link_is_got(room, way),
        file_is_found(room, way),
        link_is_protected(room, way),
        crash_is_survived(room, way),
    )


def key_is_entered(room: Room, way: Way) -> int:
    room.copied(DEFAULT_KEY)
    room.start()
    steps = counted(way.hands, way.enter_a_key)
    room.eyes.find("tree item", "Folder Documents")
    room.eyes.focus("tree", "Files")
    kept = run_python(room.screen.env, KEPT)
    assert kept.stdout.strip() == "True", kept.stderr
    return steps


KEPT = """
import asyncio
from fichier_gui.app.options import options_for
from fichier_gui.system.keychain import Keychain
print(asyncio.run(Keychain(options_for(None, None).profile.name).load()) is not None)
"""


def link_is_got(room: Room, way: Way) -> int:
    room.screen.place(room.window(), *WINDOW)
    steps = counted(way.hands, way.upload_and_get_the_link)
    link = room.link()
    until(lambda: room.clipboard().endswith(link), "the link on the clipboard")
    file = room.service.service.file_at(f"/{LETTER}")
    assert file is not None and read_all(file.content) == WORDS
    return steps


def file_is_found(room: Room, way: Way) -> int:
    steps = counted(way.hands, way.find_a_file)
    assert room.eyes.selected(f"Document {SOUGHT}")
    way.leave_the_search()
    room.eyes.find("tree item", f"Text {LETTER}")
    return steps


def link_is_protected(room: Room, way: Way) -> int:
    steps = counted(way.hands, way.protect_a_link)
    letter = room.service.service.file_at(f"/{LETTER}")
    assert letter is not None
    until(lambda: letter.password == PASSWORD, "the password of the link")
    return steps


def crash_is_survived(room: Room, way: Way) -> int:
    """The machine code fails in the middle of a file; the next start goes on from there."""
    room.service.faults.add(Fault("download", "slow", "*", rate=RATE))
    way.begin_a_download()
    part = until(lambda: next(room.screen.home.rglob(f"{FILM}*.part"), None), "the part file")
    until(lambda: part.stat().st_size > RATE, "some of the file")
    (running,) = room.runs
    os.kill(running.pid, signal.SIGSEGV)
    assert running.wait(20) == -signal.SIGSEGV
    room.service.faults.clear()
    before = len(room.service.requests.all())
    room.start()
    whole = part.with_name(FILM)
    steps = counted(way.hands, way.go_on_after_a_crash)
    until(whole.exists, "the whole file")
    film = room.service.service.file_at(f"/{FILM}")
    assert film is not None and whole.read_bytes() == read_all(film.content)
    (fetched, *_) = [r for r in room.service.requests.all("download") if r.n > before]
    assert re.match(r"bytes=[1-9]", fetched.range), "it goes on where it was"
    return steps


def documented(column: int) -> dict[str, int]:
    """What a column of the table in README.md says of each task."""
    rows = (
        [cell.strip() for cell in line.split("|")]
        for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    )
    return {row[1]: int(row[column]) for row in rows if len(row) > column and row[1] in TASKS}


@pytest.mark.parametrize(("kind", "column"), [(ByKeyboard, 2), (ByMouse, 3)], ids=["keyboard", "mouse"])
def test_five_first_tasks(kind: Callable[[Room], Way], column: int, tmp_path: Path) -> None:
    with room(tmp_path) as here:
        steps = dict(zip(TASKS, do_the_tasks(here, kind(here)), strict=True))
    print("\n".join(f"{task}: {number}" for task, number in steps.items()))
    assert steps == documented(column)
