"""A split file in the window: its list brings the parts, one file stays, and the window says so."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.file_chooser import choose
from support.simulator import DEFAULT_KEY, Service, quiet_switches, simulator
from support.waiting import until

from fichier_gui.api.pacing import BudgetRules
from fichier_gui.app.options import options_for
from fichier_gui.domain.manifest import SUFFIX, Manifest, Part
from fichier_gui.domain.secret import Secret
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.shell import Shell

Play = Callable[[Shell], Awaitable[None]]
QUICK = BudgetRules(windows=((200, 1.0),), transfer_gap=0.0, background_gap=0.0, folder_every=0.0)
PARTS = [b"a" * 5000, b"b" * 4000, b"c"]
NAME = "disk.img"
MANIFEST = Manifest(
    NAME, 9001, tuple(Part(f"{NAME}.{n:03d}", len(data), None) for n, data in enumerate(PARTS, 1))
)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Play], Awaitable[None]]]:
    before = QPalette(qapp.palette())
    made = Service(limits=False, switches=quiet_switches())
    for part, data in zip(MANIFEST.parts, PARTS, strict=True):
        made.add_file(f"/{part.name}", data)
    made.add_file(f"/{NAME}{SUFFIX}", MANIFEST.text().encode())
    with simulator(made) as running:

        async def opened(play: Play) -> None:
            key = Secret(DEFAULT_KEY)
            options = options_for(tmp_path / "profile", running.base_url, key=key, keychain=False)
            options = replace(options, budget_rules=QUICK)
            shell = Shell(qapp, options, Geometry(options.profile.config), is_demo=False)

            async def during(shell: Shell) -> int:
                down = str(tmp_path / "down")
                await shell.seam.call(lambda core: core.preferences.change("download_folder", down))
                await until(lambda: shell.window.files.model.rows)
                await play(shell)
                return 0

            assert await shell.run(during) == 0
            shell.deleteLater()

        yield opened
    qapp.setPalette(before)


async def test_the_row_of_the_list_brings_the_whole_file(window, tmp_path: Path) -> None:
    async def play(shell: Shell) -> None:
        model = shell.window.files.model
        row = [each.name for each in model.rows].index(NAME + SUFFIX)
        shell.window.files.table.setCurrentIndex(model.index(row, 0))
        shell.actions[ActionId.DOWNLOAD].trigger()
        await until(lambda: "is whole" in shell.window.notice_bar.sentence)
        assert [path.name for path in (tmp_path / "down").iterdir()] == [NAME]
        assert (tmp_path / "down" / NAME).read_bytes() == b"".join(PARTS)

    await window(play)


async def test_parts_of_this_computer_are_joined(window, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    for part, data in list(zip(MANIFEST.parts, PARTS, strict=True))[1:]:
        (here / part.name).write_bytes(data)
    (here / (NAME + SUFFIX)).write_text(MANIFEST.text())

    async def play(shell: Shell) -> None:
        shell.actions[ActionId.JOIN_PARTS].trigger()
        await choose(here / (NAME + SUFFIX))
        await until(lambda: f"{NAME}.001 is not there" in shell.window.notice_bar.sentence)
        (here / f"{NAME}.001").write_bytes(PARTS[0])
        shell.actions[ActionId.JOIN_PARTS].trigger()
        await choose(here / (NAME + SUFFIX))
        await until(lambda: "is whole" in shell.window.notice_bar.sentence)
        assert (here / NAME).read_bytes() == b"".join(PARTS)

    await window(play)
