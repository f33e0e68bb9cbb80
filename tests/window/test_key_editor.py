"""Keys of one's own: what holds, what they take from whom, and that they hold at once."""

from collections.abc import Iterator

import pytest
from gallery.cut_texts import cut_texts
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from fichier_gui.domain.settings_list import Page, describe
from fichier_gui.ui import icons
from fichier_gui.ui.action_table import ACTIONS
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.command_keys import holders, is_for_typing, keys_in_force, own_keys, read_keys, with_keys
from fichier_gui.ui.dialogs.key_editor import KeyEditor
from fichier_gui.ui.dialogs.settings_page import SettingsPage

pytestmark = pytest.mark.usefixtures("qapp")


def test_only_what_was_changed_is_kept() -> None:
    setting = with_keys("", ActionId.REFRESH, ("F11", "Ctrl+Alt+F11"))
    assert read_keys(setting) == {ActionId.REFRESH: ("F11", "Ctrl+Alt+F11")}
    setting = with_keys(setting, ActionId.ABOUT, ())
    assert keys_in_force(setting)[ActionId.ABOUT] == ()
    setting = with_keys(setting, ActionId.REFRESH, own_keys(ActionId.REFRESH))
    assert read_keys(setting) == {ActionId.ABOUT: ()}
    assert with_keys(setting, ActionId.ABOUT, own_keys(ActionId.ABOUT)) == ""


def test_what_a_newer_version_wrote_is_passed_over() -> None:
    assert read_keys("no_such_command\tF6\n\n") == {}


def test_a_key_is_taken_from_who_has_it_there() -> None:
    assert holders(ActionId.REFRESH, "Ctrl+D", keys_in_force("")) == [ActionId.DOWNLOAD]
    setting = with_keys("", ActionId.REFRESH, ("Ctrl+D",))
    assert keys_in_force(setting)[ActionId.DOWNLOAD] == ()


def test_one_key_may_mean_two_things_in_two_places() -> None:
    assert holders(ActionId.RENAME, "Shift+Space", keys_in_force("")) == []


def test_no_key_of_the_program_is_in_use_twice() -> None:
    force = keys_in_force("")
    assert not [(spec.id, key) for spec in ACTIONS for key in force[spec.id] if holders(spec.id, key, force)]


@pytest.mark.parametrize("key", ["A", "Shift+A", "7", "+", "Shift++", ","])
def test_a_letter_alone_is_for_typing(key: str) -> None:
    assert is_for_typing(key)


@pytest.mark.parametrize("key", ["Ctrl+A", "Alt+7", "Ctrl++", "F7", "Space", "Del", "Ctrl+Shift+,"])
def test_others_are_for_commands(key: str) -> None:
    assert not is_for_typing(key)


def test_keys_hold_at_once_in_menus_and_tool_tips() -> None:
    actions = Actions()
    actions.use_keys(with_keys("", ActionId.REFRESH, ("F11",)))
    assert actions[ActionId.REFRESH].shortcuts() == [QKeySequence("F11")]
    assert "F11" in actions[ActionId.REFRESH].toolTip() and "F5" not in actions[ActionId.REFRESH].toolTip()
    actions.use_keys("")
    assert actions[ActionId.REFRESH].shortcut() == QKeySequence("F5")


@pytest.fixture
def editor(qtbot) -> Iterator[KeyEditor]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = KeyEditor(parent)
    made.edited.connect(made.show_setting)
    made.resize(600, 500)
    parent.show()
    yield made


def test_the_empty_line_says_what_to_do_in_the_programs_words(editor: KeyEditor) -> None:
    line = editor.recorder.findChild(QLineEdit)
    assert line.placeholderText() == "Press the new keys"
    editor.recorder.setKeySequence("Ctrl+B")
    line.clear()
    assert line.placeholderText() == "Press the new keys"


def test_the_empty_line_is_read_to_its_end_beside_long_buttons(editor: KeyEditor) -> None:
    editor.own_button.setText("Predeterminado")
    editor.layout().activate()
    editor.resize(editor.minimumSizeHint())
    assert not cut_texts(editor)


def test_the_page_of_keys_says_how_wide_it_is(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    page = SettingsPage("Keyboard", [each for each in describe() if each.page is Page.KEYBOARD], parent)
    found = page.findChild(KeyEditor)
    assert found is not None
    assert page.needed_width > found.minimumSizeHint().width() > 400


def test_the_rows_have_the_icons_of_their_commands(editor: KeyEditor) -> None:
    rows = [editor.list.topLevelItem(number) for number in range(editor.list.topLevelItemCount())]
    drawn = {row.data(0, Qt.ItemDataRole.UserRole): row.icon(0) for row in rows}
    for spec in ACTIONS:
        assert not spec.icon or drawn[spec.id].cacheKey() == icons.icon(spec.icon).cacheKey(), spec.id


def choose(editor: KeyEditor, words: str, row: str) -> None:
    editor.filter.setText(words)
    item = editor.list.findItems(row, Qt.MatchFlag.MatchExactly)[0]  # others are of other parts
    editor.list.setCurrentItem(item)


def press(editor: KeyEditor, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(editor.recorder, key, held)


def test_new_keys_are_recorded_and_given(editor) -> None:
    choose(editor, "refr", "Refresh")
    assert not editor.put_button.isEnabled()
    press(editor, Qt.Key.Key_F11)
    editor.put_button.click()
    assert editor.list.currentItem().text(1) == "F11"
    press(editor, Qt.Key.Key_F12)
    editor.add_button.click()
    assert editor.list.currentItem().text(1) == "F11 or F12"
    editor.own_button.click()
    assert editor.list.currentItem().text(1) == "F5 or Ctrl+R"
    editor.none_button.click()
    assert editor.list.currentItem().text(1) == ""


def test_what_a_key_is_in_use_for_is_said_before_it_is_taken(editor) -> None:
    choose(editor, "refr", "Refresh")
    press(editor, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert "“Download” (In the file list)" in editor.told.label.text()
    editor.put_button.click()
    choose(editor, "download", "Download")
    assert editor.list.currentItem().text(1) == ""


def test_a_letter_alone_is_not_taken(editor) -> None:
    press(editor, Qt.Key.Key_D)
    assert not editor.put_button.isEnabled() and not editor.add_button.isEnabled()
    assert "typing" in editor.told.label.text()


def test_commands_are_found_by_their_keys(editor) -> None:
    editor.filter.setText("ctrl+shift+f")
    shown = [n for n in range(editor.list.topLevelItemCount()) if not editor.list.topLevelItem(n).isHidden()]
    names = [editor.list.topLevelItem(number).text(0) for number in shown]
    assert "Search the account" in names and "Refresh" not in names and "In the transfers" not in names


def test_escape_and_tab_lead_out_of_the_recorder(editor, qtbot) -> None:
    editor.recorder.setFocus()
    press(editor, Qt.Key.Key_Escape)
    assert editor.recorder.key == ""
    press(editor, Qt.Key.Key_F11)
    QTest.keyClick(editor.recorder, Qt.Key.Key_Tab)
    assert editor.recorder.key == "F11"
