"""Takes the pictures of one variant: ``pose.py FOLDER THEME LANGUAGE SUFFIX [SCENE…]``.

Scale, language of the system and platform come from the environment, for Qt reads them there. Prints one
JSON line for each picture.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from gallery import scenes
from gallery.registry import Scene
from gallery.stage import NOON, Stage, Taken
from PySide6.QtWidgets import QApplication
from support.pseudo_language import pseudo
from support.quick_rules import QUICK

from fichier_gui.app.options import ProgramOptions, options_for
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator import sample
from fichier_gui.simulator.service import DEFAULT_KEY, Service
from fichier_gui.simulator.switches import Switches
from fichier_gui.simulator.threaded import ThreadedSimulator
from fichier_gui.system.lasting_clock import LastingClock
from fichier_gui.ui import boot, speaking, wording
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.shell import Shell

PSEUDO = "pseudo"


Visit = Callable[[Stage, Scene], Awaitable[Taken]]
"""What is done with each scene."""


def main(folder: str, theme: str, language: str, suffix: str, *names: str) -> int:
    """Take a picture of every scene, or of those named."""

    async def take(stage: Stage, scene: Scene) -> Taken:
        return await stage.take(scene, Path(folder) / f"{scene.name}.{suffix}.png")

    return play(theme, language, names, take)


def play(theme: str, language: str, names: Sequence[str], visit: Visit) -> int:
    """Run the program on a fresh profile and pose every scene, or those named."""
    if language == PSEUDO:
        _speak_pseudo()
    wanted = [each for each in scenes.ALL.values() if not names or each.name in names]
    _start_at_noon()
    service = Service(
        limits=False,
        clock=time.time,
        seed=5,
        switches=Switches(wait_polls=0, ko_with_200=0.0),
    )
    sample.fill(service)
    for path in ("/Pictures/portrait.png", "/Music/Jingle.wav"):
        twin = service.file_at(path)
        assert twin is not None
        service.add_file(f"/Backups/Copies{path}", twin.content)
    with tempfile.TemporaryDirectory(prefix="gallery-") as place, ThreadedSimulator(service) as simulator:
        options = _options(simulator, Path(place))
        geometry = Geometry(options.profile.config)
        geometry.keep_text("color_scheme", theme)
        geometry.write()

        async def during(shell: Shell) -> int:
            stage = Stage(shell, simulator, Path(place))
            await stage.prefer(color_scheme=theme, confirm_quit=False)
            await stage.until(lambda: shell.window.files.model.rows)
            for each in wanted:
                taken = await visit(stage, each)
                print(json.dumps(asdict(taken)), flush=True)
            return 0

        return boot.run(options, during=during)


def _options(simulator: ThreadedSimulator, place: Path) -> ProgramOptions:
    made = options_for(place / "profile", simulator.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    profile = replace(made.profile, downloads=place / "Downloads")
    return replace(
        made, profile=profile, clock=LastingClock(time.time), budget_rules=QUICK, touches_machine=False
    )


def _start_at_noon() -> None:
    """Every age and date in the pictures is the same each time; the clock goes on from there."""
    start = time.monotonic()
    time.time = lambda: NOON + time.monotonic() - start


def _speak_pseudo() -> None:
    speak = speaking.speak

    def speak_pseudo(app: QApplication, code: str) -> None:
        speak(app, code)
        wording.install(pseudo)

    speaking.speak = speak_pseudo


def _arguments(words: Sequence[str]) -> Sequence[str]:
    os.environ.pop("FICHIER_API_KEY", None)
    return words


if __name__ == "__main__":
    sys.exit(main(*_arguments(sys.argv[1:])))
