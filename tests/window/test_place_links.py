"""Below the folder tree: what is no folder of the account."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.views.place_links import PlaceLinks


def test_a_click_carries_out_the_command_of_the_menus(qtbot: QtBot) -> None:
    actions = Actions()
    done: list[ActionId] = []
    for each in (ActionId.REMOTE_UPLOADS, ActionId.RECENT_LINKS):
        actions.on(each, partial(done.append, each))
    made = PlaceLinks(actions)
    qtbot.addWidget(made)
    made.show()
    buttons = made.findChildren(QToolButton)
    assert [button.text() for button in buttons] == ["Fetch from the web", "Recent links"]
    for button in buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [ActionId.REMOTE_UPLOADS, ActionId.RECENT_LINKS]


def test_what_cannot_be_done_now_cannot_be_clicked_and_keeps_its_words(qtbot: QtBot) -> None:
    actions = Actions()
    made = PlaceLinks(actions)
    qtbot.addWidget(made)
    first = made.findChildren(QToolButton)[0]
    actions[ActionId.REMOTE_UPLOADS].setEnabled(False)
    assert not first.isEnabled()
    assert first.text() == "Fetch from the web"
