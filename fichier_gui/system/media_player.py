"""The system's player: the program that opens sound or films of one type. It is given an address."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from fichier_gui.system import windows_programs
from fichier_gui.system.daemon_call import daemon_call
from fichier_gui.system.mime_apps import MimeApps

logger = logging.getLogger(__name__)

_PLAYLIST: Final = "play.m3u8"
_SETTLED: Final = 1.0
"""Seconds: what still runs then, or has ended well, has taken the address. A player that was open already is
given it by a process that ends at once."""
_MAC_LIMIT: Final = 10.0
_MAC_APP: Final = """
ObjC.import("AppKit");
function run(arguments) {
    const file = $.NSURL.fileURLWithPath(arguments[0]);
    return ObjC.unwrap($.NSWorkspace.sharedWorkspace.URLForApplicationToOpenURL(file).path) || "";
}
"""
"""Asks for the program that opens a file, which must exist."""


@dataclass(frozen=True, slots=True)
class Medium:
    """What is to be played."""

    url: str
    name: str
    """Of the file, with its extension."""
    mime: str

    @property
    def extension(self) -> str:
        """Without its dot, in small letters."""
        return self.name.rpartition(".")[2].lower()


@dataclass(frozen=True, slots=True)
class Launch:
    """One way to have something played."""

    player: str
    """Its name as the user knows it; empty where the system does not tell."""
    start: Callable[[], bool]


class MediaPlayer:
    """``environment`` and ``home`` say what the desktop is told."""

    def __init__(
        self,
        platform: str = sys.platform,
        environment: Mapping[str, str] = os.environ,
        home: Path | None = None,
    ) -> None:
        self._platform = platform
        self._environment = environment
        self._home = home or Path.home()
        self._folder: TemporaryDirectory[str] | None = None

    async def open(self, medium: Medium) -> str | None:
        """The name of the player that has taken it; None where there is none."""
        return await daemon_call("player", lambda: self._open(medium))

    def close(self) -> None:
        """Remove the playlist. Blocking."""
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.cleanup()

    def _open(self, medium: Medium) -> str | None:
        self.close()
        ways = {"linux": self._of_linux, "win32": self._of_windows, "darwin": self._of_mac}
        try:
            for launch in ways.get(self._platform, _no_way)(medium):
                if launch.start():
                    return launch.player
        except OSError as error:
            logger.warning("No player could be started: %s", type(error).__name__)
        return None

    def _of_linux(self, medium: Medium) -> Iterator[Launch]:
        for entry in MimeApps(self._environment, self._home).programs(medium.mime, medium.extension):
            subject = medium.url if entry.takes_addresses else str(self._playlist(medium))
            arguments = entry.arguments(subject)
            yield Launch(entry.name, partial(starts, arguments))

    def _of_windows(self, medium: Medium) -> Iterator[Launch]:
        found = windows_programs.program_for(f".{medium.extension}")
        if found.command:
            line = windows_programs.command_line(found.command, medium.url)
            yield Launch(found.name, partial(starts, line))
        # A program of the Store has no command; the one for playlists may be started by its file.
        lists = windows_programs.program_for(Path(_PLAYLIST).suffix)
        if lists.name:
            yield Launch(lists.name, lambda: windows_programs.open_file(self._playlist(medium)))

    def _of_mac(self, medium: Medium) -> Iterator[Launch]:
        sample = self._file(f"sample.{medium.extension}", "")
        app = _answer(["osascript", "-l", "JavaScript", "-e", _MAC_APP, str(sample)])
        if app:
            name = Path(app).stem
            yield Launch(name, lambda: starts(["open", "-a", app, medium.url], to_end=True))
            yield Launch(name, lambda: starts(["open", "-a", app, str(self._playlist(medium))], to_end=True))

    def _playlist(self, medium: Medium) -> Path:
        title = " ".join(medium.name.split())
        return self._file(_PLAYLIST, f"#EXTM3U\n#EXTINF:-1,{title}\n{medium.url}\n")

    def _file(self, name: str, text: str) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="fichier-gui-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / name
        path.write_text(text, encoding="utf-8")
        return path


def starts(command: Sequence[str] | str, *, to_end: bool = False) -> bool:
    """Start a program that outlives this one; False when it is missing or fails at once. Blocking.

    With ``to_end`` it is one that ends when it has done its work.
    """
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        logger.warning("A player did not start: %s", type(error).__name__)
        return False
    try:
        code = process.wait(_MAC_LIMIT if to_end else _SETTLED)
    except subprocess.TimeoutExpired:
        # Someone has to hear of its end.
        threading.Thread(target=process.wait, name="player ends", daemon=True).start()
        return not to_end
    return code == 0


def _answer(command: Sequence[str]) -> str:
    """What a command prints; empty where it fails."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_MAC_LIMIT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else ""


def _no_way(_medium: Medium) -> Iterator[Launch]:
    return iter(())
