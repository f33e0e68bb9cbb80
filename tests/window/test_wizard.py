"""The first run: what the key is, one call to check it, a folder, done."""

import asyncio
import traceback

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from support.fake_seam import FakeSeam
from support.waiting import until

from fichier_gui.domain import errors
from fichier_gui.domain.account import KeyStorage
from fichier_gui.ui import wording
from fichier_gui.ui.dialogs import key_entry, wizard
from fichier_gui.ui.dialogs.demo import demo_command
from fichier_gui.ui.dialogs.key_entry import KeyDialog, shape_words
from fichier_gui.ui.dialogs.wizard import FirstRun

KEY = "Ab1_" * 7 + "xyz="


async def doing(work, play):
    async with asyncio.TaskGroup() as group:
        running = group.create_task(work)
        await play()
    return running.result()


def texts(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture(autouse=True)
def empty_clipboard(qapp):
    QGuiApplication.clipboard().clear()


def test_the_shape_is_a_hint_and_never_a_barrier():
    assert shape_words(KEY) == "This has the shape of a key."
    assert shape_words(f"  {KEY}\n") == "This has the shape of a key."
    assert "this has 5" in shape_words("short")
    assert "tried all the same" in shape_words("!" * 32)
    assert "32" in shape_words("")


async def test_from_nothing_to_the_window(qtbot):
    seam = FakeSeam()
    first = FirstRun(seam, None)

    async def play():
        await until(first.isVisible)
        assert not first.next.isEnabled()
        said = texts(first)
        for thing in ("Downloads need a Premium", "uploads and folders work without", "Never share"):
            assert thing in said
        assert "forgets it here" in said and "reset it" in said
        first.key_page.entry.line.setText(KEY)
        QTest.keyClick(first.key_page.entry.line, Qt.Key.Key_Return)
        await until(lambda: first.stack.currentIndex() == 1)
        assert "me@example.org" in texts(first) and "key ring" in texts(first)
        first.folder_page.chooser.edited.emit("/data/downloads")
        first.next.click()
        await until(lambda: first.stack.currentIndex() == 2)
        first.next.click()

    assert await doing(first.run(), play) is True
    assert [(key.reveal(), keep) for key, keep in seam.program.session.keys] == [(KEY, True)], "one call"
    assert seam.program.preferences.current.download_folder == "/data/downloads"


async def test_a_refused_key_stays_in_its_field_and_says_why(qtbot):
    seam = FakeSeam()
    seam.program.session.refusal = errors.KeyRefused()
    first = FirstRun(seam, None)

    async def play():
        await until(first.isVisible)
        first.key_page.entry.line.setText("odd but possible")
        first.next.click()
        await until(first.key_page.check.problem.isVisible)
        assert first.stack.currentIndex() == 0
        assert first.key_page.entry.line.text() == "odd but possible"
        assert first.key_page.check.problem.label.text() == wording.error_words(errors.KeyRefused()).happened
        first.later.click()

    assert await doing(first.run(), play) is False


@pytest.mark.parametrize("problem", [errors.KeyringMissing(), errors.KeyringLocked(), errors.KeyringDenied()])
async def test_a_key_ring_that_says_no_has_its_own_sentence(qtbot, problem):
    seam = FakeSeam()
    seam.program.session.storage_problem = problem
    first = FirstRun(seam, None)

    async def play():
        await until(first.isVisible)
        first.key_page.entry.line.setText(KEY)
        first.next.click()
        await until(lambda: first.stack.currentIndex() == 1)
        assert first.folder_page.storage.label.text() == wording.storage_words(KeyStorage.RUN_ONLY, problem)
        first.reject()

    assert await doing(first.run(), play) is True


def test_the_three_sentences_differ():
    problems = (errors.KeyringMissing(), errors.KeyringLocked(), errors.KeyringDenied())
    assert len({wording.storage_words(KeyStorage.RUN_ONLY, p) for p in problems}) == 3


async def test_a_key_on_the_clipboard_is_offered_and_not_taken(qtbot):
    QGuiApplication.clipboard().setText(f" {KEY}\n")
    first = FirstRun(FakeSeam(), None)

    async def play():
        await until(first.isVisible)
        entry = first.key_page.entry
        assert entry.is_empty() and entry.offer.isVisible()
        entry.offer.click()
        assert entry.secret().reveal() == KEY and not entry.offer.isVisible()
        first.reject()

    await doing(first.run(), play)


async def test_the_key_is_hidden_until_asked_for(qtbot):
    entry = key_entry.KeyEntry(None)
    qtbot.addWidget(entry)
    entry.line.setText(KEY)
    assert entry.line.echoMode() is QLineEdit.EchoMode.Password
    entry.line.actions()[0].trigger()
    assert entry.line.echoMode() is QLineEdit.EchoMode.Normal
    entry.clear()
    assert entry.line.echoMode() is QLineEdit.EchoMode.Password and entry.is_empty()
    assert KEY not in repr(entry.secret()) + "".join(traceback.format_stack())


async def test_the_demo_is_one_press_away(qtbot, monkeypatch):
    started = []
    monkeypatch.setattr(wizard, "start_demo", lambda: started.append(1) or True)
    first = FirstRun(FakeSeam(), None)

    async def play():
        await until(first.isVisible)
        first.demo.click()

    assert await doing(first.run(), play) is False
    assert started == [1]
    assert demo_command()[1][-1] == "--demo"


async def test_another_key_is_checked_before_it_replaces_the_first(qtbot):
    seam = FakeSeam()
    seam.program.session.refusal = errors.NetworkUnavailable()
    dialog = KeyDialog(seam, None)

    async def play():
        await until(dialog.isVisible)
        assert not dialog.accept_button.isEnabled()
        dialog.entry.line.setText(KEY)
        dialog.accept_button.click()
        await until(dialog.check.problem.isVisible)
        seam.program.session.refusal = None
        dialog.accept_button.click()

    assert await doing(dialog.run(), play) is True
