"""Notifications: once a batch, seldom, with buttons; links on the clipboard only when they exist."""

import asyncio
import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget
from support.fake_seam import FakeSeam, link, transfer
from support.waiting import until

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain import errors
from fichier_gui.domain.account import KeyStorage
from fichier_gui.domain.desktop import Button
from fichier_gui.domain.events import (
    BatchFinished,
    DownloadFinished,
    KeyWasRefused,
    NotificationPressed,
    SignedIn,
    TransferHalted,
)
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.link_text import LinkFacts, LinkFormat
from fichier_gui.domain.settings import Settings
from fichier_gui.domain.transfers import Direction, State
from fichier_gui.ui import notifier as module
from fichier_gui.ui.action_ids import ActionId
from fichier_gui.ui.actions import Actions
from fichier_gui.ui.notifications import Notifications
from fichier_gui.ui.notifier import Notifier
from fichier_gui.ui.snooze import SnoozeMenu
from fichier_gui.ui.tally import Tally, notification_of


class _Clock:
    now = 1000.0

    def time(self):
        return self.now

    def monotonic(self):
        return self.now

    async def sleep(self, seconds):
        await asyncio.sleep(0)


class _Told:
    def __init__(self):
        self.seam = FakeSeam()
        self.clock = _Clock()
        self.told = []
        self.copied = []
        self.notifier = Notifier(self.seam, self.told.append, self.clock)
        self.notifier.copied.connect(self.copied.append)

    @property
    def messages(self):
        shown = [notification_of(tally) for tally in self.told]
        return [(one.title, one.text, one.is_problem) for one in shown]

    def buttons(self):
        click, *buttons = [button for button, _words in notification_of(self.told[-1]).buttons]
        assert click is Button.SHOW_WINDOW
        return buttons

    def set(self, **changes):
        self.seam.program.preferences.current = Settings(**changes)

    def finish(self, done=1, failed=0, links=()):
        self.seam.happened.emit(BatchFinished(BatchId(1), done, failed, tuple(links)))

    def fetch(self, *names):
        for number, name in enumerate(names, 1):
            row = transfer(number, name=name, direction=Direction.DOWNLOAD, local_path=f"/downloads/{name}")
            self.seam.happened.emit(DownloadFinished(row))
        self.finish(done=len(names))


async def test_links_go_to_the_clipboard_when_they_exist(qtbot):
    told = _Told()
    QGuiApplication.clipboard().setText("before")
    told.finish(done=0, failed=2)
    assert QGuiApplication.clipboard().text() == "before"
    told.finish(links=[(link(1), "a.txt")])
    assert QGuiApplication.clipboard().text() == link(1)
    told.finish(done=2, links=[(link(1), "a.txt"), (link(2), "b.txt")])
    assert QGuiApplication.clipboard().text() == f"{link(1)}\n{link(2)}\n"
    assert [one.words for one in told.copied] == [
        "The link to a.txt is on the clipboard.",
        "2 links are on the clipboard.",
    ]
    QGuiApplication.clipboard().setText("something else")
    told.copied[0].copy_again()
    assert QGuiApplication.clipboard().text() == link(1)


async def test_the_clipboard_is_left_alone_on_wish(qtbot):
    told = _Told()
    told.set(copy_link_after_upload=False)
    QGuiApplication.clipboard().setText("mine")
    told.finish(links=[(link(1), "a.txt")])
    assert QGuiApplication.clipboard().text() == "mine" and not told.copied


async def test_batches_of_one_moment_are_one_message(qtbot):
    told = _Told()
    for _ in range(40):
        told.finish(done=3)
    await until(lambda: told.messages)
    assert told.messages == [("Transfers complete", "120 files done.", False)]


async def test_the_next_message_waits_ten_seconds(qtbot, monkeypatch):
    told = _Told()
    started = []
    told.finish()
    await until(lambda: told.messages)
    monkeypatch.setattr(told.notifier._timer, "start", started.append)
    told.clock.now += 4
    told.finish()
    assert started == [6000]
    assert module.QUIET_SECONDS == 10


async def test_silence_for_a_while_then_all_of_it(qtbot, monkeypatch):
    told = _Told()
    started = []
    monkeypatch.setattr(told.notifier._timer, "start", started.append)
    told.notifier.snooze(1800)
    told.finish(done=2)
    assert started == [1_800_000]
    told.clock.now += 600
    told.finish(done=3)
    told.notifier.snooze(0)
    assert started[-1] == module.JOIN_MS, "ended before its time"
    told.notifier._tell()
    assert told.messages == [("Transfers complete", "5 files done.", False)]


async def test_a_key_that_was_replaced_meanwhile_is_not_spoken_of(qtbot):
    told = _Told()
    told.seam.happened.emit(KeyWasRefused(errors.KeyRefused()))
    told.seam.happened.emit(SignedIn(None, KeyStorage.KEYRING))
    told.notifier._tell()
    assert told.messages == []


async def test_buttons_are_what_can_be_done(qtbot):
    told = _Told()
    told.fetch("film.mkv")
    await until(lambda: told.told)
    assert told.messages[-1][1] == "film.mkv is done."
    assert told.buttons() == [Button.OPEN, Button.SHOW_IN_FOLDER]
    told.clock.now += 60
    told.fetch("a", "b")
    await until(lambda: len(told.told) == 2)
    assert told.buttons() == [Button.SHOW_IN_FOLDER]
    told.clock.now += 60
    failed = transfer(9, state=State.FAILED, error=errors.NotFound())
    told.seam.happened.emit(TransferHalted(failed))
    told.finish(done=1, failed=1, links=[(link(1), "a.txt")])
    await until(lambda: len(told.told) == 3)
    assert told.buttons() == [Button.COPY_LINKS, Button.RETRY]
    told.clock.now += 60
    told.seam.happened.emit(TransferHalted(transfer(9, state=State.NEEDS_ANSWER, error=errors.NotFound())))
    await until(lambda: len(told.told) == 4)
    assert told.buttons() == [], "a question is answered in the window"


class _Shown(_Told):
    def __init__(self, icon=None):
        super().__init__()
        self.actions = Actions()
        self.pressed = []
        for action in (ActionId.SHOW_WINDOW, ActionId.ENTER_KEY):
            self.actions.on(action, lambda action=action: self.pressed.append(action))
        self.scope = TaskScope("test", lambda name, error: self.pressed.append(error))
        self.parent = QObject()
        self.shown = Notifications(self.seam, self.actions, lambda: icon, self.scope, self.parent)
        self.desktop = self.seam.program.desktop

    async def show(self, **what):
        self.shown.show(Tally(**what))
        await until(lambda: self.desktop.notifications and not self.scope.names)
        return len(self.desktop.notifications)

    def press(self, number, button):
        self.seam.happened.emit(NotificationPressed(number, button))


async def test_each_button_does_what_it_says(qtbot, monkeypatch, tmp_path):
    shown, opened = _Shown(), []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    shown.set(link_format=LinkFormat.PLAIN)
    number = await shown.show(
        done=1,
        paths=[str(tmp_path / "a.mkv")],
        links=[LinkFacts(link(1), "a")],
        stopped=[TransferId(5)],
        name="a.mkv",
    )
    shown.press(number, Button.OPEN)
    assert [Path(path) for path in opened] == [tmp_path / "a.mkv"]
    shown.press(number, Button.SHOW_IN_FOLDER)
    await until(lambda: shown.desktop.files == [tmp_path / "a.mkv"])
    shown.press(number, Button.COPY_LINKS)
    assert QGuiApplication.clipboard().text() == link(1)
    shown.press(number, Button.RETRY)
    await until(lambda: ("retry", [5]) in shown.seam.program.transfers.calls)
    shown.press(number, Button.SHOW_WINDOW)
    shown.press(number, Button.ENTER_KEY)
    shown.press(number + 1, Button.SHOW_WINDOW)
    assert shown.pressed == [ActionId.SHOW_WINDOW, ActionId.SHOW_WINDOW, ActionId.ENTER_KEY]


async def test_a_button_does_what_it_says_though_the_window_is_another_one_by_now(qtbot):
    shown = _Shown()
    number = await shown.show(done=1, links=[LinkFacts(link(1), "a")])
    later = _Shown()
    later.set(link_format=LinkFormat.PLAIN)
    later.shown.take_over(shown.shown)
    QGuiApplication.clipboard().setText("before")
    later.press(number, Button.COPY_LINKS)
    assert QGuiApplication.clipboard().text() == link(1)


async def test_a_file_whose_name_is_no_text_is_opened(qtbot, monkeypatch, tmp_path):
    shown, opened = _Shown(), []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toEncoded().data()))
    number = await shown.show(done=1, paths=[str(tmp_path / "caf\udce9.mkv")])
    shown.press(number, Button.OPEN)
    assert opened[0].endswith(b"/caf%E9.mkv")


async def test_without_a_service_the_tray_speaks_and_markup_in_a_name_is_text(qtbot, monkeypatch):
    said = []

    class Icon:
        def showMessage(self, *message):
            said.append(message)

    shown = _Shown(Icon())
    shown.desktop.has_service = False
    for platform in ("linux", "win32"):
        monkeypatch.setattr(sys, "platform", platform)
        shown.shown.show(Tally(done=1, name="<b>bold</b> & co.txt"))
        await until(lambda: not shown.scope.names)
    assert [text for _title, text, *_ in said] == [
        "&lt;b&gt;bold&lt;/b&gt; &amp; co.txt is done.",
        "<b>bold</b> & co.txt is done.",
    ]


async def test_what_falls_due_while_the_window_closes_is_dropped(qtbot):
    shown = _Shown()
    await shown.scope.close()
    shown.shown.show(Tally(done=1))
    assert not shown.desktop.notifications


def test_the_silence_can_be_ended(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    menu, chosen = SnoozeMenu(parent), []
    menu.chosen.connect(chosen.append)
    half, *_, again = [action for action in menu.actions() if not action.isSeparator()]
    assert not again.isVisible()
    half.trigger()
    assert again.isVisible() and again.text().startswith("Notify again (silent until ")
    again.trigger()
    assert not again.isVisible() and chosen == [1800, 0]


async def test_each_kind_can_be_switched_off(qtbot):
    told = _Told()
    told.set(notify_finished=False, notify_problems=False)
    told.finish()
    told.seam.happened.emit(TransferHalted(transfer(1, state=State.FAILED, error=errors.NotFound())))
    told.seam.happened.emit(KeyWasRefused(errors.KeyRefused()))
    assert not told.notifier._timer.isActive()


async def test_problems_name_the_file_or_the_number(qtbot):
    told = _Told()
    halted = transfer(1, name="a.txt", state=State.FAILED, error=errors.NotFound())
    told.seam.happened.emit(TransferHalted(halted))
    await until(lambda: told.messages)
    title, text, is_problem = told.messages[-1]
    assert title == "A transfer stopped" and text.startswith("a.txt: ") and is_problem
    told.clock.now += 60
    for _ in range(5):
        told.seam.happened.emit(TransferHalted(halted))
    await until(lambda: len(told.messages) == 2)
    assert told.messages[-1][0] == "5 transfers stopped"
    told.clock.now += 60
    told.seam.happened.emit(KeyWasRefused(errors.KeyRefused()))
    await until(lambda: len(told.messages) == 3)
    assert told.messages[-1][0] == "Your key was refused"
