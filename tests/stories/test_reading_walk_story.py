"""Every window, dialog, question and menu as a screen reader reads it, and as Tab goes through it.

The scenes are those of the gallery, so nothing that can be seen is left out. Tab is pressed at the X server.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import pytest
from support.display import Desktop, desktop, missing_tools
from support.reading import missed, nameless, owners_of
from support.screen_reader import LAUNCHER, ScreenReader, Seen, screen_reader

MISSING = missing_tools(LAUNCHER)
pytestmark = [
    pytest.mark.story,
    pytest.mark.timeout(300),
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
]
TESTS = Path(__file__).resolve().parents[1]
LANGUAGE = "fr"
"""The walk of ``test_usability_story.py`` looks at the English keys."""
LEFT_OUT = {"window_many_rows"}
"""As ``window``, with 100,000 rows, all of which would be read."""


@dataclass
class Reading:
    """A screen reader and a pair of hands before the scenes."""

    screen: Desktop
    reader: ScreenReader
    answers: IO[str]
    hands: IO[str]
    faults: list[str] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    """How many objects were read of each kind of scene."""

    def next(self) -> dict[str, Any] | None:
        """What the program says next; ``None`` at its end."""
        line = self.answers.readline()
        return dict(json.loads(line)) if line else None

    def tops(self, standing: dict[str, Any]) -> Iterator[Seen]:
        """What is to be read: all but the window that lies behind. Menus are no windows of their own."""
        if standing["kind"] == "menu":
            yield self.reader.read(standing["path"])
            return
        for top in self.reader.tops():
            if standing["kind"] == "window" or top.role != "frame":
                yield self.reader.read(top.path)

    def walk(self, standing: dict[str, Any]) -> None:
        """Read one scene, and go through it."""
        tops = list(self.tops(standing))
        faults = [*standing["faults"], *(fault for top in tops for fault in nameless(top))]
        if not tops:
            faults.append("there is nothing to read")
        lines = sum(1 for top in tops for seen in top.walk() if "menu item" in seen.role)
        if standing["kind"] == "menu" and lines != standing["lines"]:
            faults.append(f"{lines} of {standing['lines']} lines are read")
        self.seen[standing["kind"]] = self.seen.get(standing["kind"], 0) + sum(
            1 for t in tops for _ in t.walk()
        )
        stops = standing["stops"]
        if stops:
            self.reader.listen(0)
            self.reader.focused.clear()
            self.screen.run("xdotool", "key", "--delay", "1", *["Tab"] * stops)
        print(stops, file=self.hands, flush=True)
        walked = self.next()
        assert walked is not None, standing
        faults += walked["unreached"]
        if stops:
            faults += self.unheard(standing["title"], tops)
        if faults:
            print(f"--- {standing['scene']}", *(top.outline() for top in tops), sep="\n")
        self.faults += [f"{standing['scene']}: {fault}" for fault in faults]

    def unheard(self, title: str, before: Sequence[Seen]) -> Iterator[str]:
        """Controls whose turn a screen reader did not hear of."""
        for top in before:
            if top.role != "dialog" or top.name != title:
                continue
            now = self.reader.read(top.path)  # its answers come after all that was said before
            self.reader.listen(0)
            owners = owners_of(top) | owners_of(now)
            paths = {seen.path for seen in top.walk() if "focused" in seen.states} | set(self.reader.focused)
            reached = [owners[path] for path in paths if path in owners]
            for seen in missed(now, reached):
                yield f"nothing is heard of {seen.role} {seen.name!r}"


def test_every_scene_can_be_read_and_walked_through() -> None:
    with ExitStack() as stack:
        screen = stack.enter_context(desktop("1600x1000x24"))
        reader = stack.enter_context(screen_reader(screen.env["DBUS_SESSION_BUS_ADDRESS"]))
        words = {"LC_ALL": "fr_FR.UTF-8", "LANG": "fr_FR.UTF-8", "LANGUAGE": ""}
        words["QT_LOGGING_RULES"] = "qt.text.font.db=false"
        program = stack.enter_context(
            subprocess.Popen(
                [sys.executable, Path(__file__).with_name("reading_walk.py"), LANGUAGE, *_wanted()],
                env=screen.env | words | {"PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        stack.callback(program.kill)
        assert program.stdin is not None and program.stdout is not None
        reading = Reading(screen, reader, program.stdout, program.stdin)
        scenes = 0
        while (said := reading.next()) is not None:
            if "kind" in said:
                scenes += 1
                reading.walk(said)
            elif problem := said["problem"]:
                reading.faults.append(f"{said['scene']}: {problem}")
        code = program.wait()
    print(scenes, "scenes; read of", reading.seen)
    assert code == 0
    assert not reading.faults, "\n".join(reading.faults)
    assert scenes > 100


def _wanted() -> list[str]:
    from gallery import scenes

    return [name for name in scenes.ALL if name not in LEFT_OUT]
