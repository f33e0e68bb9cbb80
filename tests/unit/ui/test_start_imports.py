"""What opening the window imports, seen from a process of its own."""

import json
import subprocess
import sys

import pytest

AT_ONCE = {"ask", "choosing", "fields", "frame", "week_editor"}
"""Modules of dialogs that the window itself is built with."""


@pytest.fixture(scope="module")
def started() -> dict[str, list[str]]:
    code = (
        "import json, linecache, sys\n"
        "from fichier_gui.ui.quick_imports import restore_import\n"
        "restore_import()\n"
        "from fichier_gui.ui import boot, shell\n"
        "print(json.dumps({'modules': list(sys.modules), 'read': list(linecache.cache)}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def test_dialogs_are_imported_when_they_open(started: dict[str, list[str]]) -> None:
    package = "fichier_gui.ui.dialogs."
    loaded = {name.removeprefix(package) for name in started["modules"] if name.startswith(package)}
    assert loaded <= AT_ONCE


def test_qt_does_not_read_the_source_of_every_module(started: dict[str, list[str]]) -> None:
    assert "fichier_gui.ui.shell" in started["modules"]
    assert not [path for path in started["read"] if "fichier_gui" in path]
