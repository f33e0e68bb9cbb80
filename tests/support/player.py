"""Programs that a Linux desktop opens films with: scripts that write down what they are given."""

import shlex
import sys
from collections.abc import Mapping
from pathlib import Path


class Desktop:
    """A home with programs in it, and what the desktop is told of it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.taken = home / "taken"
        self.environment = {
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_DIRS": str(home / "none"),
            "XDG_CONFIG_DIRS": str(home / "none"),
        }

    def add(self, name: str, code: str, *, more: str = "", ending: str = "") -> None:
        """A player whose command ends with a field code; ``ending``: what its script does at last."""
        script = self.home / f"{name}.py"
        self.write(
            script.name,
            "import pathlib, sys, time\n"
            f"target = pathlib.Path({str(self.taken)!r})\n"
            f"text = {name!r} + '\\n' + sys.argv[1]\n"
            "if sys.argv[1].endswith('.m3u8'):\n"
            "    text += '\\n' + pathlib.Path(sys.argv[1]).read_text()\n"
            "part = target.with_suffix('.part')\n"
            "part.write_text(text)\n"
            "part.rename(target)\n" + ending,
        )
        command = shlex.join([sys.executable, str(script)])
        self.write(
            f"data/applications/{name}.desktop",
            f"[Desktop Entry]\nType=Application\nName={name.title()}\nExec={command} {code}\n{more}",
        )

    def prefer(self, programs: Mapping[str, str]) -> None:
        """The user's choice: programs by type, ``one.desktop;two.desktop``."""
        lines = [f"{mime}={names}" for mime, names in programs.items()]
        self.write("config/mimeapps.list", "\n".join(["[Default Applications]", *lines]))

    def write(self, path: str, text: str) -> None:
        """A file below the home."""
        target = self.home / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
