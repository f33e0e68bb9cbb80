"""Verifying in the window: against the account, again after a transfer, and sum files there and back."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from support.core_window import CoreWindow, alone, shows
from support.file_chooser import choose
from support.quick_rules import QUICK
from support.simulator import Service, quiet_switches
from support.waiting import until

from fichier_gui.domain.transfers import State
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.comparison import ComparisonDialog
from fichier_gui.ui.models.checked_files import PATH, STATE
from fichier_gui.ui.shell import Shell

Play = Callable[[Shell], Awaitable[None]]


def opened_dialogs(kind):
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


async def compared() -> ComparisonDialog:
    (dialog,) = await until(lambda: opened_dialogs(ComparisonDialog))
    await until(lambda: dialog.found is not None or dialog.problem.isVisible())
    return dialog


def first(shell: Shell) -> None:
    """Choose the first row of the folder that is shown."""
    table = shell.window.files.table
    table.setCurrentIndex(table.model().index(0, 0))


def all_done_chosen(shell: Shell) -> bool:
    panel = shell.window.transfers
    panel.view.selectAll()
    panel.commands.settle()
    counts = [batch.count(State.DONE) for batch in panel.commands.chosen_batches()]
    return counts == [2] and shell.actions[ActionId.TRANSFER_VERIFY].isEnabled()


def shown(dialog: ComparisonDialog) -> list[tuple[str, str]]:
    model = dialog.model
    return [(model.index(n, PATH).data(), model.index(n, STATE).data()) for n in range(model.rowCount())]


@pytest.fixture
def window(core_window: CoreWindow) -> Callable[[Play], Awaitable[None]]:
    made = Service(limits=False, switches=quiet_switches())
    made.add_file("/Trip/a.bin", b"a" * 9000)
    made.add_file("/Trip/b.bin", b"b" * 70)
    made.add_file("/readme.txt", b"hello")
    return lambda play: core_window.open(
        made,
        alone(play),
        ready=shows("readme.txt"),
        budget_rules=QUICK,
    )


async def test_a_remote_folder_is_compared_and_the_table_kept(window, tmp_path: Path) -> None:
    local = tmp_path / "copy"
    local.mkdir()
    (local / "a.bin").write_bytes(b"a" * 9000)
    (local / "b.bin").write_bytes(b"B" * 70)
    (local / "mine.txt").write_text("x")

    async def play(shell: Shell) -> None:
        first(shell)
        shell.actions[ActionId.VERIFY].trigger()
        await choose(local)
        dialog = await compared()
        assert shown(dialog) == [("b.bin", "Different"), ("mine.txt", "Only here"), ("a.bin", "The same")]
        assert dialog.summary.text() == "1 the same, 1 different, 1 only here"
        dialog.only_wrong.setChecked(True)
        assert [path for path, _ in shown(dialog)] == ["b.bin", "mine.txt"]
        dialog.export.click()
        await choose(tmp_path / "table.csv")
        await until((tmp_path / "table.csv").exists)
        lines = (tmp_path / "table.csv").read_text(encoding="utf-8-sig").splitlines()
        assert lines[0].startswith("path,verdict,size_here") and len(lines) == 4
        dialog.reject()

    await window(play)


async def test_a_sum_file_is_written_and_checked(window, tmp_path: Path) -> None:
    local, sum_file = tmp_path / "copy", tmp_path / "copy" / "Trip.whirlpool"
    local.mkdir()
    (local / "a.bin").write_bytes(b"a" * 9000)

    async def play(shell: Shell) -> None:
        first(shell)
        shell.actions[ActionId.WRITE_SUMS].trigger()
        await choose(sum_file)
        await until(sum_file.exists)
        shell.actions[ActionId.CHECK_SUMS].trigger()
        await choose(sum_file)
        dialog = await compared()
        assert shown(dialog) == [("b.bin", "Missing here"), ("a.bin", "The same")]
        dialog.reject()
        await until(lambda: not opened_dialogs(ComparisonDialog))
        broken = tmp_path / "broken.whirlpool"
        broken.write_text("nothing")
        shell.actions[ActionId.CHECK_SUMS].trigger()
        await choose(broken)
        dialog = await compared()
        assert "holds no Whirlpool sums" in dialog.problem.label.text() and not dialog.export.isEnabled()
        dialog.reject()

    await window(play)


async def test_a_finished_download_is_verified_again_and_summed(window, tmp_path: Path) -> None:
    down = tmp_path / "Downloads"

    async def play(shell: Shell) -> None:
        actions, panel = shell.actions, shell.window.transfers
        assert not actions[ActionId.TRANSFER_VERIFY].isEnabled()
        first(shell)
        actions[ActionId.DOWNLOAD].trigger()
        await until(lambda: shell.seam.program.transfers.summary().counts.done == 2)
        await until(lambda: panel.model.rowCount() == 1)
        await until(lambda: all_done_chosen(shell))
        (down / "Trip" / "a.bin").write_bytes(b"z" * 9000)
        actions[ActionId.TRANSFER_VERIFY].trigger()
        dialog = await compared()
        assert shown(dialog) == [("a.bin", "Different"), ("b.bin", "The same")]
        dialog.reject()
        await until(lambda: not opened_dialogs(ComparisonDialog))
        actions[ActionId.TRANSFER_SUMS].trigger()
        target = down / "Trip" / "Trip.whirlpool"
        await choose(target)
        await until(target.exists)
        assert [line[130:] for line in target.read_text().splitlines()] == ["a.bin", "b.bin"]

    await window(play)
