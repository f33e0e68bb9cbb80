"""What the program has imported by the time its window is painted, seen from a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

AT_ONCE = {"ask", "choosing", "frame"}
"""Modules of dialogs that the window itself is built with."""

WITH_THE_CORE = (
    "fichier_gui.api.client",
    "fichier_gui.app.container",
    "fichier_gui.app.service",
    "fichier_gui.catalogue.store",
    "fichier_gui.transfers.journal",
    "fichier_gui.transfers.queue",
    "http.client",
    "httpx",
    "keyring",
    "sqlite3",
    "urllib.request",
    "uuid",
)
"""The window is painted without them; most come with the core behind it."""

START = """
import json, linecache, os, sys
from pathlib import Path
import fichier_gui.__main__
from fichier_gui.app.options import options_for
from fichier_gui.ui.quick_imports import restore_import
restore_import()
from fichier_gui.ui import boot
from fichier_gui.ui.views.main_window import MainWindow

wait = MainWindow.first_paint

async def first_paint(window):
    await wait(window)
    print(json.dumps({'modules': list(sys.modules), 'read': list(linecache.cache)}), flush=True)
    os._exit(0)

MainWindow.first_paint = first_paint
boot.run(options_for(Path(sys.argv[1]), 'http://127.0.0.1:9/', keychain=False))
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder: Path = tmp_path_factory.mktemp("profile")
    done = subprocess.run(
        [sys.executable, "-c", START, str(folder)], capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


def test_dialogs_are_imported_when_they_open(started: dict[str, list[str]]) -> None:
    package = "fichier_gui.ui.dialogs."
    loaded = {name.removeprefix(package) for name in started["modules"] if name.startswith(package)}
    assert loaded <= AT_ONCE


def test_the_core_is_imported_behind_the_painted_window(started: dict[str, list[str]]) -> None:
    early = {name for name in WITH_THE_CORE for loaded in started["modules"] if _is_in(loaded, name)}
    assert not early


def test_qt_does_not_read_the_source_of_every_module(started: dict[str, list[str]]) -> None:
    assert "fichier_gui.ui.shell" in started["modules"]
    assert not [path for path in started["read"] if "fichier_gui" in path]


def _is_in(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")
