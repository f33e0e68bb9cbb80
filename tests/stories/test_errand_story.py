"""One window for all that is handed to it: a second start brings the first window, with files and links."""

import subprocess
from pathlib import Path

import pytest
from support.command_line import CommandLine
from support.display import Desktop, desktop, missing_tools, until
from support.simulator import DEFAULT_KEY, Service, simulator
from support.window_story import window

from fichier_gui.system.paths import ProfilePaths

MISSING = missing_tools("wmctrl")
pytestmark = [
    pytest.mark.story,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
]


def call(line: CommandLine, *arguments: str) -> None:
    done = line.run(*arguments)
    assert done.code == 0, done.err


@pytest.mark.timeout(300)
def test_files_links_and_a_command_go_to_the_window_that_is_there(tmp_path: Path) -> None:
    file = tmp_path / "é a.txt"
    file.write_bytes(b"hello")
    with (
        simulator(Service(seed=8)) as running,
        desktop() as screen,
        window(screen, tmp_path, running.base_url) as shown,
    ):
        link = running.service.link(running.service.add_file("/b.txt", b"there"))
        shown.until("the account", list=lambda point: bool(point), tray_state="idle")
        line = CommandLine(tmp_path / "profile", running.base_url, None, screen.env)
        (first,) = screen.windows(name="Account")
        call(line, "open", file.as_uri())
        shown.until("the upload", transfers=[["é a.txt", "Done"]])
        call(line, "open", link)
        seen = shown.until("the links", dialogs=lambda dialogs: len(dialogs) == 1)
        print("handed a link:", seen["dialogs"][0]["title"], list(seen["dialogs"][0]["buttons"]))
        assert screen.windows(name="Account") == [first], "no other window"
        shown.press("Cancel")


def start(line: CommandLine, screen: Desktop, *arguments: str) -> "subprocess.Popen[bytes]":
    return screen.start(line.command(*arguments), env=line.env() | {"PYTHONPATH": str(Path.cwd())})


@pytest.mark.timeout(300)
def test_a_start_into_the_tray_shows_no_window_until_it_is_called(tmp_path: Path) -> None:
    with simulator(Service(seed=9)) as running, desktop() as screen:
        line = CommandLine(tmp_path / "profile", running.base_url, DEFAULT_KEY, screen.env)
        process = start(line, screen, "--in-tray")
        # Its lock file is there before it has the lock: a command that came then would take it.
        door = ProfilePaths.in_folder(tmp_path / "profile").socket
        until(door.exists, "the program's door")
        until(lambda: line.run("queue").code == 0, "its queue")
        assert screen.windows(name="Account") == []
        call(line)
        until(lambda: screen.windows(name="Account"), "the window, called by a second start")
        process.terminate()
        process.wait(30)
