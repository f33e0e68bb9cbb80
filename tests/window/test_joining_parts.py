"""A split file in the window: its list brings the parts, one file stays, and the window says so."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from support.core_window import CoreWindow, alone
from support.file_chooser import choose
from support.quick_rules import QUICK
from support.simulator import Service, quiet_switches
from support.waiting import until

from fichier_gui.domain.manifest import SUFFIX, Manifest, Part
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.shell import Shell

Play = Callable[[Shell], Awaitable[None]]
PARTS = [b"a" * 5000, b"b" * 4000, b"c"]
NAME = "disk.img"
MANIFEST = Manifest(
    NAME, 9001, tuple(Part(f"{NAME}.{n:03d}", len(data), None) for n, data in enumerate(PARTS, 1))
)


@pytest.fixture
def window(core_window: CoreWindow) -> Callable[[Play], Awaitable[None]]:
    made = Service(limits=False, switches=quiet_switches())
    for part, data in zip(MANIFEST.parts, PARTS, strict=True):
        made.add_file(f"/{part.name}", data)
    made.add_file(f"/{NAME}{SUFFIX}", MANIFEST.text().encode())
    return lambda play: core_window.open(made, alone(play), is_demo=False, budget_rules=QUICK)


async def test_the_row_of_the_list_brings_the_whole_file(window, tmp_path: Path) -> None:
    async def play(shell: Shell) -> None:
        model = shell.window.files.model
        row = [each.name for each in model.rows].index(NAME + SUFFIX)
        shell.window.files.table.setCurrentIndex(model.index(row, 0))
        shell.actions[ActionId.DOWNLOAD].trigger()
        await until(lambda: "is whole" in shell.window.notice_bar.sentence)
        assert [path.name for path in (tmp_path / "Downloads").iterdir()] == [NAME]
        assert (tmp_path / "Downloads" / NAME).read_bytes() == b"".join(PARTS)

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
