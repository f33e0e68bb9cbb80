"""A locked window shows its lock and nothing else, and opens again as it was."""

import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.errors import KeyringLocked as Locked
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent, QActionGroup, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot
from support.later_clock import LaterClock
from support.memory_keyring import MemoryKeyring
from support.quick_rules import QUICK
from support.simulator import DEFAULT_KEY, simulator
from support.two_accounts import BOBS_KEY, TwoAccounts
from support.waiting import until

from fichier_gui.app.handover import send_job
from fichier_gui.app.jobs.job import Job, Verb
from fichier_gui.app.options import options_for
from fichier_gui.domain import app_lock
from fichier_gui.domain.account_list import AccountColor
from fichier_gui.domain.after_queue import COUNTDOWN
from fichier_gui.domain.events import LockChanged, ScreenLocked
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.settings import Page
from fichier_gui.domain.transfers import QueueCounts, QueueSummary
from fichier_gui.ui import announcing
from fichier_gui.ui.actions import ALWAYS, ActionId, Actions
from fichier_gui.ui.curtain import AWAY
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.dialogs.countdown import Countdown
from fichier_gui.ui.dialogs.forget_everything import ForgetEverything
from fichier_gui.ui.dialogs.lock_panel import LockPanel
from fichier_gui.ui.dialogs.passphrase import PassphraseDialog
from fichier_gui.ui.dialogs.settings_dialog import SettingsDialog
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.stage import Stage

PASSPHRASE = "correct horse"
Play = Callable[[Shell], Awaitable[None]]
NAME = "of ann.txt"


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    made = MemoryKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: made)
    monkeypatch.setattr(app_lock, "_COST", (16, 8, 1))
    return made


class Window:
    """Opens the window of one profile, as often as a test wants."""

    def __init__(self, app: QApplication, url: str, folder: Path, ring: MemoryKeyring) -> None:
        self._app, self._url, self._folder, self._ring = app, url, folder, ring
        self.clock = LaterClock()

    async def open(self, play: Play, *, ready: Callable[[Shell], object] | None = None) -> None:
        options = options_for(self._folder, self._url, shows=True)
        self._ring.kept.setdefault(("fichier-gui", options.profile.first.name), DEFAULT_KEY)
        options = replace(options, budget_rules=QUICK, touches_machine=False, clock=self.clock)
        shell = Shell(self._app, options, Geometry(options.profile.config), is_demo=False)

        async def during(shell: Shell) -> int:
            await until(lambda: (ready or names)(shell))
            await play(shell)
            return 0

        assert await shell.run(during) == 0
        shell.deleteLater()

    async def open_locked(self, play: Play) -> None:
        """With a passphrase set in an earlier run."""

        async def setting(shell: Shell) -> None:
            await set_passphrase(shell)

        await self.open(setting)
        await self.open(play)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, ring: MemoryKeyring, tmp_path: Path) -> Iterator[Window]:
    with simulator(TwoAccounts()) as running:
        yield Window(qapp, running.base_url, tmp_path / "profile", ring)


def names(shell: Shell) -> list[str]:
    return [row.name for row in shell.window.files.model.rows]


async def set_passphrase(shell: Shell) -> None:
    await shell.seam.call(lambda p: p.app_lock.set(Secret(PASSPHRASE)))
    await until(lambda: shell.lock.is_set)


def panel_of(shell: Shell) -> LockPanel:
    panel = shell.stage.panel
    assert panel is not None
    return panel


async def unlock(shell: Shell, passphrase: str = PASSPHRASE) -> None:
    panel = panel_of(shell)
    await until(panel.line.isEnabled)
    panel.line.setText(passphrase)
    QTest.keyClick(panel.line, Qt.Key.Key_Return)


def seen(shell: Shell) -> list[str]:
    """All words of our windows that are on the screen."""
    words = []
    for top in QApplication.topLevelWidgets():
        if top.isVisible() and not top.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen):
            words.append(top.windowTitle())
            words += [label.text() for label in top.findChildren(QLabel) if label.isVisible()]
    return words


def visible(kind: type[QWidget]) -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


async def test_it_is_set_in_the_settings_and_locks_by_its_command(
    window: Window, ring: MemoryKeyring
) -> None:
    async def play(shell: Shell) -> None:
        assert not shell.lock.is_set
        shell.lock.lock()
        assert not shell.lock.is_locked, "nothing would open it"
        shell.actions[ActionId.LOCK].trigger()
        settings = await until(lambda: next(iter(visible(SettingsDialog)), None))
        assert isinstance(settings, SettingsDialog)
        assert settings.page is Page.LOCK and not shell.lock.is_locked
        await until(lambda: settings.focusWidget() is settings.lock.set)
        assert not settings.pages[Page.LOCK].fields["lock_minutes"].widget.isEnabled()
        QTest.keyClick(settings, Qt.Key.Key_Return)
        asked = await until(lambda: next(iter(visible(PassphraseDialog)), None))
        assert isinstance(asked, PassphraseDialog)
        for new, again, is_good in (("short", "short", False), (PASSPHRASE, "other", False)):
            asked.new.setText(new)
            asked.again.setText(again)
            assert asked.accept_button.isEnabled() is is_good
        asked.again.setText(PASSPHRASE)
        asked.accept_button.click()
        await until(lambda: not visible(PassphraseDialog) and settings.lock.change.isVisible())
        assert settings.pages[Page.LOCK].fields["lock_minutes"].widget.isEnabled()
        # Locked with the settings open over the window: they are gone, and come back.
        shell.actions[ActionId.LOCK].trigger()
        assert shell.lock.is_locked and not visible(QDialog)
        await unlock(shell)
        await until(lambda: not shell.lock.is_locked)
        assert visible(SettingsDialog) == [settings]
        assert settings.windowModality() is Qt.WindowModality.WindowModal
        settings.reject()

    await window.open(play)
    assert PASSPHRASE not in "".join(map(str, ring.kept.values()))


async def test_nothing_of_the_account_is_seen_or_done_while_it_is_locked(window: Window) -> None:
    async def play(shell: Shell) -> None:
        assert NAME in names(shell)
        shell.window.files.table.setFocus()
        is_on = {each: shell.actions[each].isEnabled() for each in shell.actions}
        shell.actions[ActionId.FIND_COMMAND].trigger()
        await until(shell.window.commands.isVisible)
        shell.actions[ActionId.LOCK].trigger()
        assert not shell.window.files.isVisible() and not shell.window.commands.isVisible()
        assert shell.window.windowTitle() == "Locked"
        shell.window.show_progress("40 %")
        shell.window.show_title("Films")
        assert shell.window.windowTitle() == "Locked"
        assert {each for each in shell.actions if shell.actions[each].isEnabled()} == set(ALWAYS)
        QTest.keyClick(shell.window, Qt.Key.Key_F7)
        assert not any("ann" in words for words in seen(shell)), seen(shell)
        assert not visible(QDialog)
        await unlock(shell)
        await until(lambda: not shell.lock.is_locked)
        assert {each: shell.actions[each].isEnabled() for each in shell.actions} == is_on
        assert shell.window.files.isVisible()
        # The list that comes from the service meanwhile gives the window its own title again.
        assert shell.window.windowTitle() in {"40 % · Films", "40 % · Account"}

    async def begin(shell: Shell) -> None:
        await set_passphrase(shell)
        await play(shell)

    await window.open(begin)


def test_what_is_switched_while_commands_are_held_counts_afterwards(qapp: QApplication) -> None:
    actions = Actions()
    actions.enable(False, ActionId.UNDO, ActionId.CUT)
    # One in a group of somebody else's, as those of the end of the queue are.
    group = QActionGroup(actions)
    group.addAction(actions[ActionId.AFTER_QUIT])
    actions.hold(True)
    assert {each for each in actions if actions[each].isEnabled()} == set(ALWAYS)
    actions.enable(True, ActionId.UNDO)
    actions.enable(False, ActionId.REFRESH)
    fired: list[bool] = []
    actions.on(ActionId.UNDO, lambda: fired.append(True))
    actions[ActionId.UNDO].trigger()
    assert not actions[ActionId.UNDO].isEnabled() and not fired
    actions.hold(False)
    off = {each for each in actions if not actions[each].isEnabled()}
    assert off == {ActionId.CUT, ActionId.REFRESH}


async def test_a_wrong_one_waits_longer_each_time_and_is_not_kept_in_the_line(
    window: Window, ring: MemoryKeyring
) -> None:
    def failures() -> int:
        (kept,) = [text for (_, name), text in ring.kept.items() if name.endswith("window-lock")]
        return int(json.loads(kept)["failures"])

    async def play(shell: Shell) -> None:
        panel = panel_of(shell)
        for number in (1, 2, 3):
            await unlock(shell, "wrong")
            assert panel.line.text() == ""
            await until(lambda number=number: failures() == number and panel.problem.isVisible())
        await until(panel.waiting.isVisible)
        assert panel.waiting.isVisible() and "5 seconds" in panel.waiting.text()
        panel.line.setText(PASSPHRASE)
        assert not panel.unlock.isEnabled()
        assert shell.lock.is_locked
        # The next run knows of it.

    async def again(shell: Shell) -> None:
        panel = panel_of(shell)
        await unlock(shell)
        await until(panel.waiting.isVisible)
        assert shell.lock.is_locked
        panel._wait = 1.0
        window.clock.later += 900
        await until(lambda: not panel.waiting.isVisible())
        await unlock(shell)
        await until(lambda: not shell.lock.is_locked)

    await window.open_locked(play)
    await window.open(again)


async def test_it_is_locked_from_the_first_picture_on(window: Window) -> None:
    titles: list[str] = []

    async def play(shell: Shell) -> None:
        titles.append(shell.window.windowTitle())
        assert shell.lock.is_locked and not shell.window.files.isVisible()
        assert not shell.actions[ActionId.UPLOAD_FILES].isEnabled()
        assert names(shell) == [NAME], "the account is read, transfers go on"
        QTest.mouseClick(panel_of(shell).forgotten, Qt.MouseButton.LeftButton)
        entry = panel_of(shell).entry
        entry.line.setText("x" * 32)
        panel_of(shell).use_key.click()
        await until(panel_of(shell).problem.isVisible)
        await until(entry.isEnabled)
        entry.line.setText(DEFAULT_KEY)
        panel_of(shell).use_key.click()
        await until(lambda: not shell.lock.is_locked)
        await until(lambda: not shell.lock.is_set)
        assert not await shell.seam.call(lambda p: p.app_lock.is_set()), "forgotten, and so removed"

    async def later(shell: Shell) -> None:
        assert not shell.lock.is_locked

    await window.open_locked(play)
    await window.open(later)
    assert titles == ["Locked"]


async def test_a_lost_mark_is_made_up_for_by_the_key_ring(window: Window, ring: MemoryKeyring) -> None:
    async def play(shell: Shell) -> None:
        await set_passphrase(shell)
        shell._geometry.keep_flag("has_lock", False)
        shell._geometry.write()

    async def again(shell: Shell) -> None:
        assert not shell.lock.is_locked
        await shell.lock.look()
        assert shell.lock.is_locked
        # And the other way round: nothing opens it but the key.
        for entry in list(ring.kept):
            if "lock" in entry[1]:
                del ring.kept[entry]
        await unlock(shell)
        await until(lambda: panel_of(shell).entry.isVisible() and panel_of(shell).entry.isEnabled())
        panel_of(shell).entry.line.setText(DEFAULT_KEY)
        panel_of(shell).use_key.click()
        await until(lambda: not shell.lock.is_locked)

    await window.open(play)
    await window.open(again)


async def test_what_is_handed_over_waits_and_so_does_what_is_told(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "handed.txt"
    source.write_bytes(b"x" * 900)

    async def play(shell: Shell) -> None:
        QGuiApplication.clipboard().setText("before")
        told: list[object] = []
        assert shell.notifier is not None
        shell.notifier._show = told.append
        # What was started before goes on, and tells nothing.
        plan = await shell.seam.call(lambda p: p.transfers.plan_upload([str(source)], ROOT))
        await shell.seam.call(lambda p: p.transfers.start_upload(plan))
        await until(lambda: shell.seam.summary.counts.done == 1)
        await until(lambda: shell.notifier is not None and shell.notifier._held)
        assert QGuiApplication.clipboard().text() == "before" and not told
        # A second start hands a file over.
        job = Job(Verb.SHOW, (str(source),))
        await send_job(shell.seam.options.profile, job, shell.seam.options.clock, lambda _report: None)
        await until(lambda: shell.stage.errands._waiting)
        assert shell.lock.is_locked and not visible(QDialog)
        await unlock(shell)
        await until(lambda: not shell.lock.is_locked)
        await until(lambda: shell.seam.summary.counts.done == 2 or visible(QDialog))
        await until(lambda: "1fichier.com" in QGuiApplication.clipboard().text())
        for each in visible(QDialog):
            each.close()

    await window.open_locked(play)


async def test_what_is_not_seen_is_not_said(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def say(event: QAccessibleAnnouncementEvent) -> None:
        said.append(event.message())

    monkeypatch.setattr(announcing.QAccessible, "updateAccessibility", say)

    async def play(shell: Shell) -> None:
        shell.desk.notices.tell("of ann.txt is done", key="one")
        assert said == []
        await unlock(shell)
        await until(lambda: not shell.lock.is_locked)
        shell.desk.notices.tell("of ann.txt is done", key="two")
        assert said == ["of ann.txt is done"]

    await window.open_locked(play)


async def test_a_question_that_comes_meanwhile_is_not_seen_before_it_is_open(window: Window) -> None:
    async def play(shell: Shell) -> None:
        answers: list[str] = []

        async def work() -> None:
            choices = (Choice("yes", "Yes", Weight.MAIN), Choice("no", "No", Weight.BACK))
            answers.append((await ask(shell.window, "A question", "About of ann.txt?", choices)).key)

        shell.scope.start(work(), "a question")
        await until(lambda: any(each.property(AWAY) for each in shell.window.findChildren(QDialog)))
        assert not visible(QDialog) and not any("ann" in words for words in seen(shell))
        assert QApplication.activeModalWidget() is None, "the lock can be typed into"
        await unlock(shell)
        question = await until(lambda: next(iter(visible(QDialog)), None))
        assert question.windowModality() is Qt.WindowModality.WindowModal
        assert not question.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        QTest.keyClick(question, Qt.Key.Key_Escape)
        await until(lambda: answers)

    await window.open_locked(play)


async def test_a_countdown_is_seen_while_it_is_locked_and_waits_for_hidden_questions(
    window: Window,
) -> None:
    async def play(shell: Shell) -> None:
        async def work() -> None:
            await ask(shell.window, "A question", "?", (Choice("", "No", Weight.BACK),))

        shell.actions[ActionId.AFTER_SHUT_DOWN].setChecked(True)
        shell.after_queue.on_seam_summarised(QueueSummary(QueueCounts(active=1)))
        shell.after_queue.on_seam_summarised(QueueSummary(QueueCounts(done=1)))
        countdown = await until(lambda: next(iter(visible(Countdown)), None))
        assert isinstance(countdown, Countdown)
        assert countdown.heading.text() in seen(shell)
        countdown.on_timer_timeout()
        assert countdown.left < COUNTDOWN
        shell.scope.start(work(), "a question")
        await until(lambda: any(each.property(AWAY) for each in shell.window.findChildren(QDialog)))
        countdown.on_timer_timeout()
        assert countdown.left == COUNTDOWN
        countdown.cancel.click()
        await until(lambda: shell.after_queue.dialog is None)
        assert shell.lock.is_locked

    await window.open_locked(play)


async def test_a_program_that_ends_while_it_is_locked_asks_nothing(window: Window) -> None:
    async def play(shell: Shell) -> None:
        async def work() -> None:
            await ask(shell.window, "A question", "?", (Choice("", "No", Weight.BACK),))

        shell.scope.start(work(), "a question")
        await until(lambda: any(each.property(AWAY) for each in shell.window.findChildren(QDialog)))
        shell.window.close()
        await shell.left()

    await window.open_locked(play)


async def test_everything_can_be_forgotten_from_there(window: Window, ring: MemoryKeyring) -> None:
    async def play(shell: Shell) -> None:
        panel_of(shell).show_key(is_wanted=True)
        panel_of(shell).forget.click()
        question = await until(lambda: next(iter(visible(ForgetEverything)), None))
        assert isinstance(question, ForgetEverything)
        assert not any("ann" in words for words in seen(shell)), seen(shell)
        ring.error = Locked()
        question.line.setText(question.word)
        question.forget.click()
        await until(panel_of(shell).problem.isVisible)
        ring.error = None
        panel_of(shell).forget.click()
        question = await until(lambda: next(iter(visible(ForgetEverything)), None))
        assert isinstance(question, ForgetEverything) and not panel_of(shell).problem.isVisible()
        question.line.setText(question.word)
        question.forget.click()
        await shell.left()

    await window.open_locked(play)
    assert not ring.kept


async def test_the_tray_names_nothing_and_a_window_that_goes_there_locks(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play(shell: Shell) -> None:
        await set_passphrase(shell)
        assert shell.tray is not None
        entries = shell.tray.menu.actions()
        shell._hide()
        assert shell.lock.is_locked
        assert shell.tray.menu.actions() == [shell.actions[each] for each in ALWAYS]
        shell.tray._paint()
        if QSystemTrayIcon.isSystemTrayAvailable():
            assert shell.tray.icon is not None and shell.tray.icon.toolTip() == "1fichier\nLocked"
        shell.window.bring_to_front()
        await unlock(shell)
        await until(lambda: not shell.lock.is_locked)
        assert shell.tray.menu.actions() == entries
        await shell.seam.call(lambda p: p.preferences.change("lock_in_tray", False))
        await until(lambda: not shell.seam.program.preferences.current.lock_in_tray)
        shell._hide()
        assert not shell.lock.is_locked
        shell.window.show()

    await window.open(play)


async def test_the_screen_and_idle_minutes_lock_it_as_the_settings_say(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await set_passphrase(shell)
        await shell.seam.call(lambda p: p.preferences.change("lock_with_screen", False))
        shell.seam.happened.emit(ScreenLocked())
        assert not shell.lock.is_locked
        await shell.seam.call(lambda p: p.preferences.change("lock_with_screen", True))
        shell.seam.happened.emit(ScreenLocked())
        assert shell.lock.is_locked
        await unlock(shell)
        await until(lambda: not shell.lock.is_locked)
        shell.window.activateWindow()
        await until(lambda: QGuiApplication.focusWindow() is shell.window.windowHandle())
        idle = shell.lock._idle
        assert idle._timer.isActive()
        window.clock.later += 14 * 60
        QTest.mouseMove(shell.window.windowHandle(), QPoint(5, 5))
        window.clock.later += 14 * 60
        idle._timer.timeout.emit()
        assert not shell.lock.is_locked, "somebody was there"
        window.clock.later += 61
        idle._timer.timeout.emit()
        assert shell.lock.is_locked and not idle._timer.isActive()
        await unlock(shell)
        await until(lambda: not shell.lock.is_locked)
        await shell.seam.call(lambda p: p.preferences.change("lock_minutes", 0))
        await until(lambda: not idle._timer.isActive())

    await window.open(play)


async def test_another_account_is_as_locked_as_the_one_before(window: Window) -> None:
    async def play(shell: Shell) -> None:
        added = await shell.seam.call(lambda p: p.accounts.add(Secret(BOBS_KEY)))
        await set_passphrase(shell)
        assert shell.tray is not None and added.account
        entries = shell.tray.menu.actions()
        assert any(entry.menu() is shell.stage.accounts._tray_menu for entry in entries)
        shell.actions[ActionId.LOCK].trigger()
        assert shell.tray.menu.actions() == [shell.actions[each] for each in ALWAYS]
        # The list of accounts is told anew: its names stay out of the menu, its keys out of use.
        await shell.seam.call(lambda p: p.accounts.name(added.account, "Bob", AccountColor.GREEN))
        await until(lambda: any(entry.text() == "Bob" for entry in shell.stage.accounts.entries))
        assert not any(entry.isEnabled() for entry in shell.stage.accounts.entries)
        assert shell.tray.menu.actions() == [shell.actions[each] for each in ALWAYS]
        await unlock(shell)
        await until(lambda: not shell.lock.is_locked)
        assert all(entry.isEnabled() for entry in shell.stage.accounts.entries)
        assert shell.tray.menu.actions() == entries
        shell.actions[ActionId.LOCK].trigger()
        first = shell.stage
        shell.show_account(added.account)
        await until(lambda: shell.stage is not first)
        assert shell.stage.panel is not None and not shell.window.files.isVisible()
        assert not shell.actions[ActionId.UPLOAD_FILES].isEnabled()
        await until(lambda: not shell._left)
        await unlock(shell)
        await until(lambda: not shell.lock.is_locked)
        await until(lambda: names(shell) == ["of bob.txt"])
        assert shell.window.files.isVisible()

    await window.open(play)


async def test_another_account_that_is_being_opened_while_it_locks_or_unlocks_is_the_same(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play(shell: Shell) -> None:
        opened = shell._open_beside

        async def locked_meanwhile(before: Stage, account: str) -> Stage:
            following = await opened(before, account)
            shell.actions[ActionId.LOCK].trigger()
            return following

        async def unlocked_meanwhile(before: Stage, account: str) -> Stage:
            following = await opened(before, account)
            await unlock(shell)
            await until(lambda: not shell.lock.is_locked)
            return following

        added = await shell.seam.call(lambda p: p.accounts.add(Secret(BOBS_KEY)))
        await set_passphrase(shell)
        first, ann = shell.stage, shell.stage.account
        monkeypatch.setattr(shell, "_open_beside", locked_meanwhile)
        shell.show_account(added.account)
        await until(lambda: shell.stage is not first and not shell._left)
        assert shell.lock.is_locked
        assert shell.stage.panel is not None and not shell.window.files.isVisible()
        assert not shell.actions[ActionId.UPLOAD_FILES].isEnabled()
        monkeypatch.setattr(shell, "_open_beside", unlocked_meanwhile)
        second = shell.stage
        shell.show_account(ann)
        await until(lambda: shell.stage is not second and not shell._left)
        assert not shell.lock.is_locked
        assert shell.stage.panel is None and shell.window.files.isVisible()
        assert shell.lock.is_set

    await window.open(play)


async def test_removing_asks_for_the_passphrase(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await set_passphrase(shell)
        events: list[object] = []
        shell.seam.happened.connect(events.append)
        shell.desk.remedies.open_settings(Page.LOCK)
        settings = await until(lambda: next(iter(visible(SettingsDialog)), None))
        assert isinstance(settings, SettingsDialog)
        await until(settings.lock.remove.isVisible)
        settings.lock.remove.click()
        asked = await until(lambda: next(iter(visible(PassphraseDialog)), None))
        assert isinstance(asked, PassphraseDialog)
        asked.old.setText("wrong one")
        asked.accept_button.click()
        await until(asked.problem.isVisible)
        asked.old.setText(PASSPHRASE)
        asked.accept_button.click()
        await until(lambda: LockChanged(False) in events)
        await until(lambda: not visible(PassphraseDialog))
        assert not shell.lock.is_set
        settings.reject()

    await window.open(play)
