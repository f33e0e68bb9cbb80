"""Everything in the window can be named by a screen reader and reached by a key."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from package_source import ROOT
from support.simulator import DEFAULT_KEY, quiet_switches, simulator
from window_walk import DIALOGS

from fichier_gui.ui.action_table import ACTIONS, Reach

OF_THE_TRAY = {"show_window"}
"""A key of the window cannot bring the window back."""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a walk through the real window found."""
    folder = tmp_path_factory.mktemp("walk")
    script = Path(__file__).with_name("window_walk.py")
    with simulator(limits=False, switches=quiet_switches()) as running:
        done = subprocess.run(
            [sys.executable, script, running.base_url, DEFAULT_KEY, folder / "profile"],
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "PYTHONPATH": str(ROOT)},
        )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout.splitlines()[-1]))


def test_every_control_has_an_accessible_name(seen: dict[str, Any]) -> None:
    assert seen["nameless"] == []


def test_the_walk_saw_the_window(seen: dict[str, Any]) -> None:
    assert seen["walked"].pop("main window") > 15
    assert len(seen["walked"]) == len(DIALOGS) + 1, "and the first run's"
    assert all(seen["walked"].values()), seen["walked"]


def test_every_command_has_words(seen: dict[str, Any]) -> None:
    assert seen["wordless"] == []


def test_every_command_has_a_key(seen: dict[str, Any]) -> None:
    assert {name for name, keys in seen["keys"].items() if not keys} == OF_THE_TRAY


def test_keys_are_unique(seen: dict[str, Any]) -> None:
    """A key means one thing wherever it is pressed; Copy alone means what is selected there."""
    reach = {spec.id.value: spec.reach for spec in ACTIONS}
    for part in (Reach.FILES, Reach.TRANSFERS):
        there = [name for name in seen["keys"] if reach[name] in (Reach.WINDOW, part)]
        counted = Counter(key for name in there for key in set(seen["keys"][name]))
        assert [key for key, times in counted.items() if times > 1] == []


def test_keys_of_the_local_pane_do_there_what_they_do_in_the_window(seen: dict[str, Any]) -> None:
    """It takes them before the window does, so each must mean the same act: ``local_up`` is ``up``."""
    reach = {spec.id.value: spec.reach for spec in ACTIONS}
    local = [(key, name) for name in seen["keys"] if reach[name] is Reach.LOCAL for key in seen["keys"][name]]
    assert len({key for key, _ in local}) == len(local), "and it has no key twice"
    window = {key: name for name in seen["keys"] if reach[name] is Reach.WINDOW for key in seen["keys"][name]}
    shared = {key: name for key, name in local if key in window}
    assert shared
    assert {key: name for key, name in shared.items() if name != f"local_{window[key]}"} == {}
