"""The list of transfers in the window: written, read back with a look at it first; other programs' links."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.core_window import CoreWindow
from support.file_chooser import choose
from support.quick_rules import QUICK
from support.simulator import Service, quiet_switches
from support.waiting import until

from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.import_list import ImportList
from fichier_gui.ui.dialogs.paste_links import PasteLinks
from fichier_gui.ui.models.found_entries import NAME, STATE, TARGET
from fichier_gui.ui.shell import Shell

Play = Callable[[Shell, list[str]], Awaitable[None]]


def opened_dialogs(kind):
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


@pytest.fixture
def window(core_window: CoreWindow) -> Callable[[Play], Awaitable[None]]:
    made = Service(limits=False, switches=quiet_switches())
    links = [made.link(made.add_file(f"/{n}.bin", bytes([n]) * 900)) for n in range(3)]
    return lambda play: core_window.open(made, lambda shell, _running: play(shell, links), budget_rules=QUICK)


async def test_a_list_is_written_and_read_back(window, tmp_path: Path) -> None:
    target = tmp_path / "transfers.json"

    async def play(shell: Shell, links: list[str]) -> None:
        call, actions, counts = shell.seam.call, shell.actions, shell.seam.program.transfers.summary
        await call(lambda p: p.transfers.pause_all())
        plan = await call(lambda p: p.transfers.plan_download([" ".join(links[:2])], tmp_path / "Downloads"))
        await call(lambda p: p.transfers.start_download(plan))
        actions[ActionId.EXPORT_LIST].trigger()
        await choose(target)
        await until(target.exists)
        told = json.loads(target.read_text(encoding="utf-8"))
        assert [row["link"] for row in told["transfers"]] == links[:2]
        told["transfers"].append({**told["transfers"][0], "link": links[2], "name": "2.bin"})
        told["transfers"].append(
            {"direction": "download", "name": "x", "size": 1, "link": "https://a.example"}
        )
        target.write_text(json.dumps(told), encoding="utf-8")
        actions[ActionId.IMPORT_LIST].trigger()
        await choose(target)
        (dialog,) = await until(lambda: opened_dialogs(ImportList))
        model = dialog.model
        seen = [model.index(n, STATE).data() for n in range(model.rowCount())]
        assert seen == ["In the list already"] * 2 + ["New", "Not found"]
        assert model.index(2, TARGET).data() == str(tmp_path / "Downloads")
        assert not model.flags(model.index(0, NAME)) & Qt.ItemFlag.ItemIsUserCheckable
        assert dialog.add.text() == "Add 1 transfer" and counts().counts.total == 2
        dialog.none.click()
        assert not dialog.add.isEnabled()
        dialog.all.click()
        dialog.add.click()
        await until(lambda: counts().counts.total == 3)

    await window(play)


async def test_a_text_with_links_goes_to_the_table_of_links(window, tmp_path: Path) -> None:
    text = tmp_path / "crawljob.txt"

    async def play(shell: Shell, links: list[str]) -> None:
        text.write_text("\n".join(links), encoding="utf-8")
        shell.actions[ActionId.IMPORT_LIST].trigger()
        await choose(text)
        (dialog,) = await until(lambda: opened_dialogs(PasteLinks))
        await until(lambda: len(dialog.table.model.rows) == 3)
        dialog.reject()
        await until(lambda: not opened_dialogs(PasteLinks))
        broken = tmp_path / "broken.json"
        broken.write_text("{")
        shell.actions[ActionId.IMPORT_LIST].trigger()
        await choose(broken)
        await until(lambda: "no list of transfers" in shell.window.notice_bar.sentence)

    await window(play)
