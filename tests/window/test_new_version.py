"""The command that asks for a new version is there where somebody tells of one, and nowhere else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.version_server import version_server

from fichier_gui import identity
from fichier_gui.domain.settings import describe
from fichier_gui.ui.actions import ActionId, Actions

ROOT = Path(__file__).resolve().parents[2]

RUN = """
import asyncio, sys
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, "tests")
from fichier_gui import identity
identity.RELEASES = sys.argv[2]
from fichier_gui.app.options import options_for
from fichier_gui.ui import boot
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.views.toolbar import HELP_MENU
from fichier_gui.domain.settings import describe

async def until(condition):
    async with asyncio.timeout(50):
        while not (found := condition()):
            await asyncio.sleep(0.01)
        return found

async def during(shell):
    print("there", ActionId.CHECK_VERSION in HELP_MENU, "check_versions" in {d.name for d in describe()})
    shell.actions[ActionId.CHECK_VERSION].trigger()
    await until(lambda: shell.window.notice_bar.has("version"))
    print(shell.window.notice_bar.sentence)
    return 0

options = options_for(Path(sys.argv[1]), "http://127.0.0.1:9/v1", ca_file=Path(sys.argv[3]), keychain=False)
print("code", boot.run(replace(options, touches_machine=False), during=during))
"""


@pytest.mark.skipif(bool(identity.RELEASES), reason="this one was published")
def test_where_nobody_tells_there_is_no_command_and_no_setting(qapp: object) -> None:
    assert ActionId.CHECK_VERSION not in set(Actions())
    assert "check_versions" not in {each.name for each in describe()}


def test_the_command_asks_and_the_window_tells(tmp_path: Path) -> None:
    with version_server(tmp_path) as server:
        server.body = b'{"name": "fichier-gui", "version": "999.1", "page": "https://example.org/new"}'
        done = subprocess.run(
            [sys.executable, "-c", RUN, tmp_path / "profile", server.address, server.ca_file],
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )
        assert len(server.asked) == 1, done.stderr
    assert done.stdout.splitlines() == ["there True True", "Version 999.1 is there.", "code 0"], done.stderr
