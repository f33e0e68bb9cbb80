"""Everything is forgotten: seen on the disk and in a real key ring, after a run that has used all of it."""

import os
from pathlib import Path

import pytest
from support.secret_service import missing_programs, run_python, secret_service

pytestmark = [
    pytest.mark.story,
    pytest.mark.skipif(bool(missing_programs()), reason=f"needs {', '.join(missing_programs())}"),
]

RUN = """
import asyncio, os, sys
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, "tests")
from PySide6.QtWidgets import QApplication
from support.simulator import DEFAULT_KEY, Service, quiet_switches, simulator
from fichier_gui.app.options import options_for
from fichier_gui.domain.desktop import DesktopPart
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.secret import Secret
from fichier_gui.system.keychain import Keychain
from fichier_gui.ui import boot, icons, resources, wording
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.dialogs.forget_everything import ForgetEverything

home = Path.home()
folder = Path(sys.argv[1]) if sys.argv[1] else None

async def until(condition):
    async with asyncio.timeout(50):
        while not (found := condition()):
            await asyncio.sleep(0.01)
        return found

async def used(program):
    await program.session.enter_key(Secret(DEFAULT_KEY), keep=True)
    await program.preferences.change("parallel_uploads", 4)
    await program.finding.saved.keep("big", "size>1GB")
    words = wording.part_words(str(resources.icon_file(icons.PROGRAM)))
    for part in (DesktopPart.MENU, DesktopPart.LOGIN):
        await program.integrating.change(part, is_wanted=True, words=words)
    plan = await program.transfers.plan_upload([str(home / "mine.bin")], ROOT)
    await program.transfers.start_upload(plan)

def found():
    return sorted(
        str(path.relative_to(home)) for path in home.rglob("*")
        if path.is_file() and "fichier" in str(path.relative_to(home)) or path.name.endswith(".toml")
    )

async def during(shell):
    await shell.seam.call(used)
    await until(lambda: shell.seam.summary.counts.done == 1)
    shell.window.keep_geometry()
    await until(lambda: any("autostart" in name for name in found()))
    print("before", len(found()) > 8, await Keychain(name).load() is not None)
    shell.actions[ActionId.FORGET_EVERYTHING].trigger()
    dialog = await until(lambda: next(
        (w for w in QApplication.topLevelWidgets() if isinstance(w, ForgetEverything) and w.isVisible()), None
    ))
    assert not dialog.forget.isEnabled()
    dialog.line.setText("Forget ")
    dialog.forget.click()
    await shell.left()
    return 0

(home / "mine.bin").write_bytes(b"x" * 900)
with simulator(Service(limits=False, switches=quiet_switches())) as running:
    options = options_for(folder, running.base_url)
    name = options.profile.name
    code = boot.run(options, during=during)
print("code", code)
print("left", found())
print("key", asyncio.run(Keychain(name).load()))
print("mine", (home / "mine.bin").exists())
"""


def _environment(session: dict[str, str]) -> dict[str, str]:
    return {**session, "QT_QPA_PLATFORM": "offscreen", "PATH": os.environ["PATH"]}


@pytest.mark.parametrize("folder", ["", "a folder"], ids=["the system's folders", "a folder that was given"])
def test_nothing_of_the_program_is_left(folder: str) -> None:
    with secret_service() as session:
        given = Path(session["HOME"]) / "fichier-given" if folder else None
        if given is not None:
            given.mkdir()
            (given / "of somebody else.txt").write_text("stays")
        done = run_python(_environment(session), RUN, str(given or ""))
        others = ["fichier-given/of somebody else.txt"] if folder else []
        assert done.stdout.splitlines() == [
            "before True True",
            "code 0",
            f"left {others}",
            "key None",
            "mine True",
        ], done.stderr
