"""Several accounts in the window: one click from one to the other, nothing of one in the other."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from support.memory_keyring import MemoryKeyring
from support.quick_rules import QUICK
from support.simulator import DEFAULT_KEY, simulator
from support.two_accounts import ANN, BOB, BOBS_KEY, TwoAccounts
from support.waiting import until

from fichier_gui.app.container import Program
from fichier_gui.app.handover import send_job
from fichier_gui.app.jobs.job import Job, Verb
from fichier_gui.app.options import options_for
from fichier_gui.domain.account_list import FIRST, AccountColor
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.organising import Placed
from fichier_gui.domain.transfers import QueueCounts, QueueSummary
from fichier_gui.ui import speaking
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.command_keys import with_keys
from fichier_gui.ui.dialogs.account_look import AccountLook
from fichier_gui.ui.dialogs.add_account import AddAccount
from fichier_gui.ui.dialogs.ask import Question
from fichier_gui.ui.dialogs.countdown import Countdown
from fichier_gui.ui.dialogs.key_entry import KeyDialog
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.views.main_window import MainWindow

Play = Callable[[Shell], Awaitable[None]]
Window = Callable[[Play], Awaitable[None]]


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    made = MemoryKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: made)
    return made


@pytest.fixture
def service() -> TwoAccounts:
    return TwoAccounts()


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, ring: MemoryKeyring, service: TwoAccounts, tmp_path: Path
) -> Iterator[Window]:
    with simulator(service) as running:

        async def opened(play: Play) -> None:
            options = options_for(tmp_path / "profile", running.base_url, shows=True)
            ring.kept.setdefault(("fichier-gui", options.profile.first.name), DEFAULT_KEY)
            options = replace(options, budget_rules=QUICK, touches_machine=False)
            shell = Shell(qapp, options, Geometry(options.profile.config), is_demo=False)

            async def during(shell: Shell) -> int:
                await until(lambda: names(shell))
                await play(shell)
                return 0

            assert await shell.run(during) == 0
            shell.deleteLater()

        yield opened


def names(shell: Shell) -> list[str]:
    return [row.name for row in shell.window.files.model.rows]


def dialog(shell: Shell, kind: type) -> Callable[[], object]:
    return lambda: next((one for one in shell.window.findChildren(kind) if one.isVisible()), None)


async def add(shell: Shell, key: str) -> None:
    shell.actions[ActionId.ADD_ACCOUNT].trigger()
    asking = await until(dialog(shell, AddAccount))
    asking.entry.line.setText(key)
    asking.accept()


async def answer(shell: Shell, label: str) -> None:
    question = await until(dialog(shell, Question))
    button = next(one for one in question.findChildren(QPushButton) if one.text() == label)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def shows(shell: Shell, *wanted: str) -> None:
    await until(lambda: names(shell) == list(wanted))


async def test_a_second_account_is_added_and_one_click_leads_from_one_to_the_other(
    window: Window, service: TwoAccounts, ring: MemoryKeyring
) -> None:
    async def play(shell: Shell) -> None:
        await shows(shell, "of ann.txt")
        first, size = shell.window, shell.window.size()
        assert not first.account_rows.isVisible()
        assert first.status.account.color is None
        assert not shell.actions[ActionId.NEXT_ACCOUNT].isEnabled()
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")
        assert shell.window is not first
        assert shell.window.size() == size
        await until(lambda: BOB in shell.window.status.account.whole)
        assert [row.text() for row in shell.window.account_rows.rows] == [ANN, BOB]
        assert [row.isChecked() for row in shell.window.account_rows.rows] == [False, True]
        assert sorted(ring.kept.values()) == sorted([DEFAULT_KEY, BOBS_KEY])

        service.forget()
        await shell.seam.call(lambda core: core.browse.make_folder(ROOT, "Letters"))
        assert service.keys() == {BOBS_KEY}
        QTest.mouseClick(shell.window.account_rows.rows[0], Qt.MouseButton.LeftButton)
        await shows(shell, "of ann.txt")
        await until(lambda: ANN in shell.window.status.account.whole)
        service.forget()
        await shell.seam.call(lambda core: core.browse.make_folder(ROOT, "Bills"))
        assert service.keys() == {DEFAULT_KEY}
        shell.actions[ActionId.NEXT_ACCOUNT].trigger()
        await until(lambda: "Letters" in names(shell))
        assert "Bills" not in names(shell)

    await window(play)
    assert service.folder("/Letters", BOB) is not None
    assert service.folder("/Letters") is None


async def test_the_next_start_shows_the_account_that_was_on_show(window: Window) -> None:
    async def leave_at_bob(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")

    async def begin_with_bob(shell: Shell) -> None:
        await shows(shell, "of bob.txt")
        assert len(shell.window.account_rows.rows) == 2

    await window(leave_at_bob)
    await window(begin_with_bob)


async def test_transfers_that_are_left_wait_and_go_on_when_one_comes_back(
    window: Window, service: TwoAccounts, tmp_path: Path
) -> None:
    files = [tmp_path / f"{number:02}.bin" for number in range(20)]
    for file in files:
        file.write_bytes(file.name.encode() * 5000)

    async def play(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")
        QTest.mouseClick(shell.window.account_rows.rows[0], Qt.MouseButton.LeftButton)
        await shows(shell, "of ann.txt")
        await shell.seam.call(lambda core: core.transfers.pause_all())
        plan = await shell.seam.call(lambda core: core.transfers.plan_upload(files, ROOT))
        await shell.seam.call(lambda core: core.transfers.start_upload(plan))
        await until(lambda: shell.seam.summary.counts.waiting)
        shell.actions[ActionId.NEXT_ACCOUNT].trigger()
        await shows(shell, "of bob.txt")
        assert ANN in shell.window.notice_bar.sentence
        assert "20 transfers" in shell.window.notice_bar.sentence
        assert shell.seam.summary.counts.waiting == 0
        assert shell.window.transfers.view.model().rowCount() == 0
        shell.actions[ActionId.NEXT_ACCOUNT].trigger()
        await until(lambda: shell.seam.summary.counts.waiting == 20)
        await shell.seam.call(lambda core: core.transfers.resume_all())
        await until(lambda: shell.seam.summary.counts.done == 20)

    await window(play)
    assert service.names(ANN) == {"of ann.txt", *(file.name for file in files)}
    assert service.names(BOB) == {"of bob.txt"}


async def test_a_deletion_that_waits_is_sent_when_the_account_is_left(
    window: Window, service: TwoAccounts
) -> None:
    async def play(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")
        bob = shell.stage
        listing = await shell.seam.call(lambda core: core.browse.open_folder(ROOT))

        async def delete(core: Program) -> None:
            edits = await core.organising()
            plan = await edits.plan_delete([Placed(ROOT, file) for file in listing.files])
            assert await edits.delete(plan) is not None

        await shell.seam.call(delete)
        shell.actions[ActionId.NEXT_ACCOUNT].trigger()
        await shows(shell, "of ann.txt")
        await until(lambda: service.names(BOB) == set())
        assert shell.stage is not bob

    await window(play)
    assert service.names(ANN) == {"of ann.txt"}


async def test_an_account_has_a_name_and_a_colour(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")
        assert shell.window.status.account.color is AccountColor.GREEN
        shell.actions[ActionId.EDIT_ACCOUNT].trigger()
        asking = await until(dialog(shell, AccountLook))
        assert asking.line.placeholderText() == BOB
        asking.line.setText("Work & play")
        asking.colors[AccountColor.PINK].setChecked(True)
        asking.accept()
        await until(lambda: shell.window.status.account.color is AccountColor.PINK)
        assert shell.window.account_rows.rows[1].text() == "Work & play"
        assert shell.window.status.account.whole.startswith("Work & play · ")
        assert shell.stage.accounts.entries[1].text() == "Work && play"

    await window(play)


async def test_removing_an_account_leaves_the_other(
    window: Window, service: TwoAccounts, ring: MemoryKeyring, tmp_path: Path
) -> None:
    async def play(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")
        shell.actions[ActionId.REMOVE_ACCOUNT].trigger()
        await answer(shell, "Keep it")
        assert shell.stage.account != FIRST
        shell.actions[ActionId.REMOVE_ACCOUNT].trigger()
        await answer(shell, "Remove the account")
        await shows(shell, "of ann.txt")
        await until(lambda: not shell.window.account_rows.isVisible())
        assert not shell.actions[ActionId.REMOVE_ACCOUNT].isEnabled()

    await window(play)

    async def start_again(shell: Shell) -> None:
        """What the end of the window cut short is finished by the next start."""
        assert len(shell.seam.program.profile.accounts) == 1

    await window(start_again)
    assert list(ring.kept.values()) == [DEFAULT_KEY]
    assert not list((tmp_path / "profile" / "accounts").iterdir())
    assert service.names(BOB) == {"of bob.txt"}


async def test_forgetting_one_key_leaves_the_other(window: Window, ring: MemoryKeyring) -> None:
    async def play(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")
        shell.actions[ActionId.FORGET_KEY].trigger()
        await until(lambda: shell.window.status.account.whole == "No key entered")
        await until(lambda: list(ring.kept.values()) == [DEFAULT_KEY])
        shell.actions[ActionId.NEXT_ACCOUNT].trigger()
        await shows(shell, "of ann.txt")

    await window(play)


async def test_a_key_that_is_refused_adds_nothing_and_the_same_account_is_not_doubled(
    window: Window,
) -> None:
    async def play(shell: Shell) -> None:
        await add(shell, "n" * 32)
        asking = await until(dialog(shell, AddAccount))
        await until(lambda: asking.check.problem.isVisible())
        asking.entry.line.setText(DEFAULT_KEY)
        asking.accept()
        await until(lambda: dialog(shell, AddAccount)() is None)
        assert len(shell.seam.program.profile.accounts) == 1
        assert shell.stage.account == FIRST

    await window(play)


async def test_another_key_that_belongs_to_another_account_leads_there(
    window: Window, ring: MemoryKeyring
) -> None:
    async def play(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")
        shell.actions[ActionId.ENTER_KEY].trigger()
        asking = await until(dialog(shell, KeyDialog))
        asking.entry.line.setText(DEFAULT_KEY)
        asking.accept()
        await shows(shell, "of ann.txt")
        assert [one.email for one in shell.seam.program.profile.accounts.accounts] == [ANN, BOB]
        assert sorted(ring.kept.values()) == sorted([DEFAULT_KEY, BOBS_KEY])

    await window(play)


async def test_another_start_for_an_account_brings_it_to_the_window(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")
        options = shell.seam.options
        await send_job(options.profile.first, Job(Verb.SHOW), options.clock, lambda _report: None)
        await shows(shell, "of ann.txt")

    await window(play)


async def test_who_asks_for_accounts_twice_at_once_gets_one_window(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")
        await until(lambda: len(windows()) == 1)
        # Keys that were pressed while the window was busy come together.
        shell.show_account(FIRST)
        shell.show_account(FIRST)
        shell.remove_account(shell.stage.account)
        await shows(shell, "of ann.txt")
        assert len(shell.seam.program.profile.accounts) == 2
        await until(lambda: [one for one in windows() if one.isVisible()] == [shell.window])
        await until(lambda: windows() == [shell.window])

    await window(play)


async def test_a_question_of_the_account_that_is_left_is_answered_with_no(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")
        first = shell.window
        shell.actions[ActionId.AFTER_QUIT].setChecked(True)
        shell.after_queue.on_seam_summarised(QueueSummary(QueueCounts(active=1)))
        shell.after_queue.on_seam_summarised(QueueSummary(QueueCounts(done=1)))
        asking = await until(dialog(shell, Countdown))
        ended: list[int] = []
        asking.finished.connect(ended.append)
        shell.show_account(FIRST)
        await until(lambda: shell.window is not first and ended)
        assert ended == [Countdown.DialogCode.Rejected]
        assert QApplication.activeModalWidget() is None
        await shows(shell, "of ann.txt")
        await until(lambda: not any("after the queue" in name for name in shell.scope.names))

    await window(play)


async def test_who_wants_no_notifications_gets_none_of_another_account_either(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")
        assert shell.tray is not None
        assert not shell.tray.snooze.again.isVisible()
        shell.tray.snooze.actions()[0].trigger()
        shell.show_account(FIRST)
        await shows(shell, "of ann.txt")
        assert shell.tray is not None
        assert shell.tray.snooze.again.isVisible()

    await window(play)


async def test_a_key_that_the_user_gave_to_a_command_leads_to_no_account(window: Window) -> None:
    def keys(shell: Shell) -> list[str]:
        return [entry.shortcut().toString() for entry in shell.stage.accounts.entries]

    async def play(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")
        assert keys(shell) == ["Ctrl+1", "Ctrl+2"]
        setting = with_keys("", ActionId.REFRESH, ("Ctrl+1",))
        await shell.seam.call(lambda core: core.preferences.change("shortcuts", setting))
        await until(lambda: keys(shell) == ["", "Ctrl+2"])
        shell.stage.accounts.entries[0].trigger()
        await shows(shell, "of ann.txt")
        assert keys(shell) == ["", "Ctrl+2"]
        await shell.seam.call(lambda core: core.preferences.change("shortcuts", ""))
        await until(lambda: keys(shell) == ["Ctrl+1", "Ctrl+2"])

    await window(play)


async def test_an_account_that_is_asked_for_while_the_language_changes_is_shown_in_it(
    window: Window, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    again = Seam.again

    async def play(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")

        async def with_account(seam: Seam) -> Seam:
            shell.show_account(FIRST)
            return await again(seam)

        monkeypatch.setattr(Seam, "again", with_account)
        await shell.seam.call(lambda core: core.preferences.change("language", "fr"))
        await until(lambda: shell.actions[ActionId.DOWNLOAD].text() == "Télécharger")
        await shows(shell, "of ann.txt")
        assert shell.stage.account == FIRST
        await until(lambda: len(windows()) == 1 and not shell.scope.names)

    before = QLocale()
    try:
        await window(play)
    finally:
        speaking.speak(qapp, "en_GB")
        QLocale.setDefault(before)


def windows() -> list[MainWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]


async def test_commands_of_the_palette_lead_to_accounts(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await add(shell, BOBS_KEY)
        await shows(shell, "of bob.txt")
        palette = shell.window.commands
        palette.open()
        palette.changed.emit("go to me@")
        await until(lambda: [row.text for row in palette.model.rows][:1] == [f"Go to {ANN}"])
        palette.chosen.emit(palette.model.rows[0].key)
        await shows(shell, "of ann.txt")

    await window(play)
