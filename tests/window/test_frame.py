"""What all dialogs share: how they end."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot
from support.waiting import until

from fichier_gui.app.tasks import TaskScope
from fichier_gui.ui.dialogs.frame import ButtonBox, Frame, shown

TURNS = 20
"""Of the loop: more than a deletion takes that was asked for."""


class Busy(Frame):
    """Has work of its own, which takes a while to end."""

    def __init__(self) -> None:
        super().__init__(None, "Busy")
        self.errors: list[Exception] = []
        self.scope = TaskScope("busy", lambda _name, error: self.errors.append(error))
        self.text = self.add_text("busy")
        self.has_ended = False

    async def work(self) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            for _ in range(TURNS):
                await asyncio.sleep(0)
            self.text.setText("ended")
            self.has_ended = True


@pytest.mark.parametrize("is_cancelled", [False, True])
async def test_a_dialog_outlives_its_own_work(qtbot: QtBot, is_cancelled: bool) -> None:
    dialog, gone = Busy(), asyncio.Event()
    dialog.destroyed.connect(gone.set)
    dialog.scope.start(dialog.work(), "work")
    async with asyncio.TaskGroup() as group:
        running = group.create_task(shown(dialog, scope=dialog.scope))
        await until(dialog.isVisible)
        if is_cancelled:
            running.cancel()
        else:
            dialog.reject()
    assert dialog.has_ended and not dialog.errors
    await gone.wait()


def texts(dialog: Frame) -> list[str]:
    found = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    return [button.text() for button in sorted(found, key=lambda button: button.x())]


def test_buttons_of_one_role_keep_their_order_though_they_come_and_go(qtbot: QtBot) -> None:
    dialog = Frame(None, "Buttons")
    qtbot.addWidget(dialog)
    box = ButtonBox(dialog)
    role = QDialogButtonBox.ButtonRole
    one, two, three = (box.add(QPushButton(text, dialog), role.ActionRole) for text in ("1", "2", "3"))
    close = box.add("Close", role.RejectRole)
    dialog.body.addWidget(box)
    for button in (three, one, two, one):
        button.setVisible(button.isHidden())
    dialog.show()
    assert texts(dialog) == ["1", "Close"]
    for button, there in (
        (two, ["1", "2", "Close"]),
        (three, ["1", "2", "3", "Close"]),
        (one, ["2", "3", "Close"]),
        (one, ["1", "2", "3", "Close"]),
    ):
        button.setVisible(button.isHidden())
        qtbot.waitUntil(lambda there=there: texts(dialog) == there)
    with qtbot.waitSignal(box.rejected):
        close.click()


def test_what_only_shows_something_closes_by_the_last_button_and_by_return(qtbot: QtBot) -> None:
    dialog = Frame(None, "Shown")
    qtbot.addWidget(dialog)
    copy = dialog.add_closing().add("Copy", QDialogButtonBox.ButtonRole.ActionRole)
    copy.setAutoDefault(False)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert texts(dialog) == ["Copy", "Close"]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


async def test_words_that_become_more_lines_have_room(qtbot: QtBot) -> None:
    dialog = Frame(None, "Words")
    qtbot.addWidget(dialog)
    text = dialog.add_text("few")
    dialog.add_buttons(accept="Close")
    dialog.show()
    before = dialog.height()
    text.setText("many words " * 60)
    await until(lambda: dialog.height() > before)
    assert text.height() >= text.heightForWidth(text.width())
