"""A window that was locked, over several runs of the program and with a real key ring."""

import os
from pathlib import Path

import pytest
from support.secret_service import missing_programs, run_python, secret_service

pytestmark = [
    pytest.mark.story,
    pytest.mark.skipif(bool(missing_programs()), reason=f"needs {', '.join(missing_programs())}"),
]

PASSPHRASE = "correct horse battery"

BEGIN = """
import asyncio, os, sys
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, "tests")
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.later_clock import LaterClock
from support.simulator import DEFAULT_KEY, Service, quiet_switches, simulator
from fichier_gui.app.options import options_for
from fichier_gui.domain.secret import Secret
from fichier_gui.ui import boot
from fichier_gui.ui.actions import ActionId

clock = LaterClock()
passphrase = sys.stdin.readline().strip()

async def until(condition):
    async with asyncio.timeout(50):
        while not (found := condition()):
            await asyncio.sleep(0.01)
        return found

async def enter(shell, text):
    panel = shell.stage.panel
    await until(panel.line.isEnabled)
    panel.line.setText(text)
    QTest.keyClick(panel.line, Qt.Key.Key_Return)
    assert panel.line.text() == ""

def names(shell):
    return [row.name for row in shell.window.files.model.rows]

def run(during):
    service = Service(limits=False, switches=quiet_switches())
    service.add_file("/private.txt", b"mine")
    with simulator(service) as running:
        options = options_for(Path(sys.argv[1]), running.base_url)
        options = replace(options, touches_machine=False, clock=clock)
        print("code", boot.run(options, during=during), flush=True)
"""

SET = """
async def during(shell):
    await shell.seam.call(lambda p: p.session.enter_key(Secret(DEFAULT_KEY), keep=True))
    await until(lambda: names(shell))
    print("locked", shell.lock.is_locked)
    await shell.seam.call(lambda p: p.app_lock.set(Secret(passphrase)))
    await until(lambda: shell.lock.is_set)
    return 0

run(during)
"""

GUESS = """
async def during(shell):
    await until(lambda: names(shell))
    print("locked", shell.lock.is_locked, shell.window.windowTitle(), shell.window.files.isVisible())
    for _ in range(3):
        await enter(shell, "a wrong one")
        await until(lambda: not shell.stage.panel.line.isEnabled())
        await until(shell.stage.panel.line.isEnabled)
    await until(shell.stage.panel.waiting.isVisible)
    print("waits", flush=True)
    os._exit(9)  # no farewell: what was counted is counted

run(during)
"""

OPEN = """
async def during(shell):
    await until(lambda: names(shell))
    panel = shell.stage.panel
    print("locked", shell.lock.is_locked)
    clock.later = 60
    await enter(shell, "a fourth wrong one")
    await until(panel.waiting.isVisible)
    # Twice as long as after the third, which was in another run.
    print("waits", "10 seconds" in panel.waiting.text())
    clock.later, panel._wait = 120, 1.0
    await until(lambda: not panel.waiting.isVisible())
    await enter(shell, passphrase)
    await until(lambda: not shell.lock.is_locked)
    print("sees", names(shell), shell.window.files.isVisible())
    return 0

run(during)
"""


def test_it_is_locked_from_one_run_to_the_next_and_so_is_the_wait() -> None:
    with secret_service() as session:
        environment = {**session, "QT_QPA_PLATFORM": "offscreen", "PATH": os.environ["PATH"]}
        profile = str(Path(session["HOME"]) / "profile")
        said = []
        for play in (SET, GUESS, OPEN):
            done = run_python(environment, BEGIN + play, profile, stdin=f"{PASSPHRASE}\n")
            said.append(done.stdout.splitlines())
            assert done.returncode in (0, 9), done.stderr
        assert said == [
            ["locked False", "code 0"],
            ["locked True Locked False", "waits"],
            ["locked True", "waits True", "sees ['private.txt'] True", "code 0"],
        ]
        kept = [path for path in Path(session["HOME"]).rglob("*") if path.is_file()]
        assert kept and not any(PASSPHRASE.encode() in path.read_bytes() for path in kept)
