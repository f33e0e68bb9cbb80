"""A real notification daemon (dunst) on a test's display; its menu of buttons is answered by a script."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.display import Desktop, until

_RULES = """
[global]
    font = Sans 10
    width = 360
    origin = bottom-left
    offset = 20x40
    dmenu = {answering}
    history_length = 20
[urgency_normal]
    timeout = 0
"""

_ANSWERING = """#!/bin/sh
cat > "{asked}.new"
mv "{asked}.new" "{asked}"
grep -F -m 1 "#$(cat "{wanted}") (" "{asked}"
"""


@dataclass
class Daemon:
    """What stands on the screen, and its buttons."""

    desktop: Desktop
    folder: Path

    def shown(self) -> int:
        """How many notifications are on the screen."""
        return int(self.desktop.run("dunstctl", "count", "displayed") or 0)

    def press(self, label: str) -> list[str]:
        """Press a button of the newest notification; gives the words of all of them."""
        asked = self.folder / "asked"
        asked.unlink(missing_ok=True)
        (self.folder / "wanted").write_text(label)
        self.desktop.run("dunstctl", "context")
        until(asked.exists, "the buttons of the notification")
        return [line.removeprefix("#").split(" (")[0] for line in asked.read_text().splitlines()]

    def close_all(self) -> list[dict[str, Any]]:
        """Take everything off the screen; gives what was there, the newest first, as dunst keeps it."""
        number = self.shown()
        self.desktop.run("dunstctl", "close-all")
        until(lambda: not self.shown(), "an empty screen")
        kept = json.loads(self.desktop.run("dunstctl", "history"))["data"][0][:number]
        return [{name: field["data"] for name, field in one.items()} for one in kept]


def notification_daemon(desktop: Desktop, folder: Path) -> Daemon:
    """Start dunst; it ends with the display."""
    folder.mkdir()
    answering = folder / "answering"
    answering.write_text(_ANSWERING.format(asked=folder / "asked", wanted=folder / "wanted"))
    answering.chmod(0o700)
    (folder / "dunstrc").write_text(_RULES.format(answering=answering))
    desktop.start(["dunst", "-conf", str(folder / "dunstrc")])
    until(lambda: desktop.run("dunstctl", "is-paused", check=False) == "false", "the notification daemon")
    return Daemon(desktop, folder)
