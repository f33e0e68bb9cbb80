"""Link rules kept under names, through the window and the real core, against the simulated service."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from support.core_window import CoreWindow
from support.simulator import Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.domain.sharing import AccessList
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.link_rules import LinkRulesDialog
from fichier_gui.ui.dialogs.saved_rules import NameRules, SavedRules
from fichier_gui.ui.shell import Shell

Play = Callable[[Shell, ThreadedSimulator], Awaitable[None]]


def opened_dialog(kind):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[0] if found else None


@pytest.fixture
def window(core_window: CoreWindow) -> Callable[[Play], Awaitable[None]]:
    made = Service(limits=True, switches=quiet_switches())
    made.add_file("/one.bin", b"1" * 900)
    made.add_file("/two.bin", b"2" * 1900)
    return partial(core_window.open, made, ready=lambda shell: len(shell.window.files.model.rows) == 2)


def menu_of(saved: SavedRules, part: str = "") -> dict[str, QAction]:
    """The entries as they are when the menu opens."""
    saved.menu().aboutToShow.emit()
    menu: QMenu = saved.menu()
    if part:
        menu = next(action.menu() for action in menu.actions() if action.text() == part)
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}


async def rules_dialog(shell: Shell, names: tuple[str, ...]) -> LinkRulesDialog:
    rows = shell.window.files.model.rows
    shell.window.files.table.select([row.url for row in rows if row.name in names])
    shell.actions[ActionId.LINK_RULES].trigger()
    return await until(lambda: opened_dialog(LinkRulesDialog))


async def named(text: str) -> NameRules:
    dialog = await until(lambda: opened_dialog(NameRules))
    dialog.line.setText(text)
    return dialog


async def test_rules_are_kept_chosen_renamed_and_removed(
    window: Callable[[Play], Awaitable[None]], tmp_path: Path
) -> None:
    file = tmp_path / "profile"

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        dialog = await rules_dialog(shell, ("one.bin", "two.bin"))
        assert not menu_of(dialog.saved)["Save these rules…"].isEnabled(), "no group is checked"
        dialog.protect.setChecked(True)
        dialog.has_password.setChecked(True)
        dialog.password.setText("open sesame")
        dialog.access.setChecked(True)
        dialog.networks.setText("192.0.2.0/24 nowhere")
        assert not menu_of(dialog.saved)["Save these rules…"].isEnabled(), "a word is not understood"
        dialog.networks.setText("192.0.2.0/24")
        for entry in dialog._entries():
            if entry.data(Qt.ItemDataRole.UserRole) in ("BE", "FR"):
                entry.setCheckState(Qt.CheckState.Checked)
        menu_of(dialog.saved)["Save these rules…"].trigger()
        name = await named("  ")
        assert not name.accept_button.isEnabled() and not name.without_password.isHidden()
        name.line.setText("Friends & family")
        name.accept_button.click()
        await until(lambda: "Friends && family" in menu_of(dialog.saved))
        written = next(file.rglob("link_rules.json")).read_text(encoding="utf-8")
        assert "192.0.2.0/24" in written and "sesame" not in written
        dialog.reject()

        # Of one file all is known: what the rules do not name stays as it is.
        await until(lambda: opened_dialog(LinkRulesDialog) is None)
        one = next(f for f in running.service.state.files.values() if f.name == "one.bin")
        one.description = "mine"
        dialog = await rules_dialog(shell, ("one.bin",))
        dialog.emails.setText("somebody@example.org")
        choice = await until(lambda: menu_of(dialog.saved).get("Friends && family"))
        choice.trigger()
        assert dialog._list() == AccessList(("192.0.2.0/24",), ("BE", "FR"))
        assert dialog.description.text() == "mine"
        assert not dialog.set_button.isEnabled() and "6 characters" in dialog.password.placeholderText()
        dialog.password.setText("another")
        dialog.set_button.click()
        await until(lambda: "rules of 1 file are set" in shell.window.notice_bar.sentence)
        assert (one.password, one.acl.ip, one.description) == ("another", ["192.0.2.0/24"], "mine")
        assert sorted(one.acl.country) == ["BE", "FR"]

    await window(play)

    async def later(shell: Shell, running: ThreadedSimulator) -> None:
        dialog = await rules_dialog(shell, ("one.bin", "two.bin"))
        dialog.describe.setChecked(True)
        dialog.description.setText("not of these rules")
        choice = await until(lambda: menu_of(dialog.saved).get("Friends && family"))
        choice.trigger()
        assert [group.isChecked() for group in dialog._groups()] == [True, True, False, False]
        assert dialog.changes().description is None

        dialog.protect.setChecked(False)
        menu_of(dialog.saved)["Save these rules…"].trigger()
        name = await named("Friends & family")
        assert name.without_password.isHidden() and not name.replaces.isHidden()
        name.line.setText("Networks")
        assert name.replaces.isHidden()
        name.accept_button.click()
        await until(lambda: "Networks" in menu_of(dialog.saved))
        menu_of(dialog.saved, "Rename saved rules")["Networks"].trigger()
        name = await named("Friends & family")
        assert not name.replaces.isHidden()
        name.accept_button.click()
        await until(lambda: "Networks" not in menu_of(dialog.saved))
        dialog.protect.setChecked(True)
        menu_of(dialog.saved)["Friends && family"].trigger()
        assert not dialog.protect.isChecked(), "the renamed rules have taken the place"

        menu_of(dialog.saved, "Remove saved rules")["Friends && family"].trigger()
        await until(lambda: "Friends && family" not in menu_of(dialog.saved))
        assert await shell.seam.call(lambda program: program.rule_profiles.all()) == ()
        dialog.reject()

    await window(later)


async def test_rules_that_cannot_be_kept_say_so(
    window: Callable[[Play], Awaitable[None]], tmp_path: Path
) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        dialog = await rules_dialog(shell, ("one.bin",))
        folder = shell.seam.program.options.profile.config
        (folder / "link_rules.json").mkdir()
        menu_of(dialog.saved)["Save these rules…"].trigger()
        (await named("Mine")).accept_button.click()
        await until(lambda: not dialog.problem.isHidden())
        assert dialog.problem.label.text()
        dialog.reject()

    await window(play)
