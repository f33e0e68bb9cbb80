"""Notifications: once a batch, seldom, escaped; links on the clipboard only when they exist."""

import asyncio

from PySide6.QtGui import QGuiApplication
from support.fake_seam import FakeSeam, link, transfer
from support.waiting import until

from fichier_gui.domain import errors
from fichier_gui.domain.events import BatchFinished, KeyWasRefused, TransferHalted
from fichier_gui.domain.ids import BatchId
from fichier_gui.domain.settings import Settings
from fichier_gui.domain.transfers import State
from fichier_gui.ui import notifier as module
from fichier_gui.ui.notifier import Notifier


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
        self.messages = []
        self.copied = []
        self.notifier = Notifier(self.seam, lambda *message: self.messages.append(message), self.clock)
        self.notifier.copied.connect(self.copied.append)

    def set(self, **changes):
        self.seam.program.preferences.current = Settings(**changes)

    def finish(self, done=1, failed=0, links=()):
        self.seam.happened.emit(BatchFinished(BatchId(1), done, failed, tuple(links)))


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


async def test_markup_in_a_name_is_text(qtbot):
    told = _Told()
    told.finish(links=[(link(1), "<b>bold</b> & co.txt")])
    await until(lambda: told.messages)
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; co.txt is done." in told.messages[0][1]


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
    title, text, is_problem = told.messages.pop()
    assert title == "A transfer stopped" and text.startswith("a.txt: ") and is_problem
    told.clock.now += 60
    for _ in range(5):
        told.seam.happened.emit(TransferHalted(halted))
    await until(lambda: told.messages)
    assert told.messages.pop()[0] == "5 transfers stopped"
    told.clock.now += 60
    told.seam.happened.emit(KeyWasRefused(errors.KeyRefused()))
    await until(lambda: told.messages)
    assert told.messages.pop()[0] == "Your key was refused"
