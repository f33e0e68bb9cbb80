"""Every dialog of the gallery on a small screen with everything twice as large, and with large letters."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.display import desktop, missing_tools

MISSING = missing_tools()
pytestmark = [
    pytest.mark.story,
    pytest.mark.timeout(600),
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
]
TESTS = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("scale", "points", "language"),
    [("2", "9", "en"), ("1", "18", "pseudo")],
    ids=["everything twice", "large letters"],
)
def test_dialogs_fit_the_screen_and_show_where_the_focus_is(scale: str, points: str, language: str) -> None:
    with desktop("1366x768x24") as screen:
        done = subprocess.run(
            [sys.executable, Path(__file__).with_name("usability_walk.py"), language, points],
            env=screen.env | {"QT_SCALE_FACTOR": scale, "PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}"},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr[-4000:]
    seen = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    faults = {each["scene"]: each["cut"] for each in seen if each["cut"]}
    print(len(seen), "scenes")
    assert len(seen) > 100
    assert not faults, "\n".join(f"{scene}: {fault}" for scene, found in faults.items() for fault in found)
