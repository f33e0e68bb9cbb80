"""Renaming many: the preview follows each letter, says what is wrong in words, and only then lets go."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from support.waiting import until

from fichier_gui.domain.bulk_names import LetterCase, NumberPlace
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.organising import Placed
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.ui.dialogs.bulk_rename import BulkRename
from fichier_gui.ui.models.new_names import NEW, NOTE, NOW

HERE = FolderId(7)


def file(name):
    return Placed(HERE, RemoteFile(FileUrl(f"https://1fichier.com/?{name}"), name, 1))


@pytest.fixture
def opened(qtbot):
    def open_(names, others=()):
        dialog = BulkRename(None, [file(name) for name in names], {HERE: set(others)})
        qtbot.addWidget(dialog)
        return dialog

    return open_


async def doing(work, play):
    async with asyncio.TaskGroup() as group:
        running = group.create_task(work)
        await play()
    return running.result()


def column(dialog, number):
    model = dialog.model
    return [model.index(row, number).data() for row in range(model.rowCount())]


async def test_the_preview_follows_each_letter(opened, qtbot):
    dialog = opened(["IMG_1.jpg", "IMG_2.jpg", "notes.txt"])
    dialog.show()
    assert dialog.windowTitle() == "Rename 3 items"
    assert column(dialog, NEW) == column(dialog, NOW)
    assert not dialog.rename.isEnabled() and dialog.told.label.text() == "No name changes yet."
    qtbot.keyClicks(dialog.search, "img")
    assert column(dialog, NEW) == ["_1.jpg", "_2.jpg", "notes.txt"]
    qtbot.keyClicks(dialog.replacement, "Rome")
    assert column(dialog, NEW) == ["Rome_1.jpg", "Rome_2.jpg", "notes.txt"]
    assert dialog.rename.text() == "Rename 2 files" and dialog.rename.isEnabled()
    assert dialog.told.label.text() == "1 name unchanged." and not dialog.rename.toolTip()
    dialog.matches_case.setChecked(True)
    assert not dialog.rename.isEnabled()
    dialog.letters.setCurrentIndex(dialog.letters.findData(LetterCase.UPPER))
    assert column(dialog, NEW) == ["IMG_1.jpg", "IMG_2.jpg", "NOTES.txt"]
    dialog.keeps_extension.setChecked(False)
    assert column(dialog, NEW)[2] == "NOTES.TXT" and dialog.rename.text() == "Rename 3 files"


async def test_numbers_have_their_fields_only_when_they_are_wanted(opened):
    dialog = opened([f"{letter}.jpg" for letter in "abcdefghijkl"])
    dialog.show()
    assert not dialog.start.isVisible()
    dialog.place.setCurrentIndex(dialog.place.findData(NumberPlace.INSTEAD))
    assert dialog.start.isVisible() and dialog.digits.value() == 2, "so many that all are of one length"
    dialog.text.setText("Rome ")
    dialog.start.setValue(5)
    assert column(dialog, NEW)[:2] == ["Rome 05.jpg", "Rome 06.jpg"]


async def test_collisions_are_told_in_words_and_shut_the_button(opened, qtbot):
    dialog = opened(["a.txt", "b.txt", "c.txt"], others={"x.txt"})
    dialog.show()
    assert dialog.view.isColumnHidden(NOTE)
    dialog.search.setText("a")
    dialog.replacement.setText("b")
    assert not dialog.rename.isEnabled() and not dialog.view.isColumnHidden(NOTE)
    assert column(dialog, NOTE) == ["Given to two", "", ""]
    assert dialog.told.label.text() == "Not possible yet: 1 with a name given to two."
    assert dialog.rename.toolTip() == dialog.told.label.text(), "a shut button says why"
    qtbot.keyClick(dialog.replacement, Qt.Key.Key_Return)
    assert dialog.isVisible(), "nor does Return go through"
    dialog.is_pattern.setChecked(True)
    dialog.search.setText("[ac]")
    dialog.replacement.setText("x")
    assert column(dialog, NOTE) == ["Given to two", "", "Given to two"]
    dialog.search.setText("a")
    assert column(dialog, NOTE) == ["Taken", "", ""]
    tip = dialog.model.index(0, NOTE).data(Qt.ItemDataRole.ToolTipRole)
    assert "Something else in the folder has this name." in tip
    dialog.search.setText("^.*$")
    dialog.replacement.setText("")
    assert column(dialog, NOTE) == ["No name is left"] * 3
    assert dialog.told.label.text() == "Not possible yet: 3 without a name."
    dialog.replacement.setText(r"\g<0>1")
    assert dialog.rename.isEnabled() and dialog.view.isColumnHidden(NOTE)


async def test_the_next_problem_is_found_among_many(opened, qtbot):
    dialog = opened([f"f{n}" for n in range(300)], others={"x120", "x260"})
    dialog.show()
    dialog.search.setText("f")
    dialog.replacement.setText("x")
    assert dialog.next_problem.isVisible()
    for wanted in (120, 260, 120):
        qtbot.mouseClick(dialog.next_problem, Qt.MouseButton.LeftButton)
        assert dialog.view.currentIndex().row() == wanted
        assert dialog.view.viewport().rect().contains(dialog.view.visualRect(dialog.view.currentIndex()))


async def test_a_pattern_is_told_of_while_it_is_typed(opened, qtbot):
    dialog = opened(["a.txt"])
    dialog.is_pattern.setChecked(True)
    qtbot.keyClicks(dialog.search, "(a")
    assert dialog.told.label.text() == "This is no complete regular expression yet."
    assert not dialog.rename.isEnabled() and column(dialog, NEW) == ["a.txt"]
    qtbot.keyClicks(dialog.search, "+)+")
    assert "could run for ever" in dialog.told.label.text()
    dialog.search.setText("(a)")
    dialog.replacement.setText(r"\2")
    assert "a group that the pattern does not have" in dialog.told.label.text()
    dialog.replacement.setText(r"\1/")
    assert dialog.rename.isEnabled() and column(dialog, NOTE) == ["With look-alikes"]
    assert "a／.txt" in dialog.model.index(0, NOTE).data(Qt.ItemDataRole.ToolTipRole)


async def test_long_lists_are_worked_out_beside_the_window(opened):
    dialog = opened([f"f{n}.txt" for n in range(5000)])
    dialog.search.setText("f")
    dialog.replacement.setText("g")
    assert not dialog.rename.isEnabled(), "until what is typed is what is shown"
    await until(dialog.rename.isEnabled)
    assert column(dialog, NEW)[4999] == "g4999.txt"
    await dialog._scope.close()
    dialog._ordering.close()


async def test_what_was_agreed_to_comes_back_in_a_safe_order(qapp):
    items = [Placed(HERE, RemoteFolder(FolderId(n), name)) for n, name in enumerate("ab", 1)]
    dialog = BulkRename(None, [*items, file("c.txt")], {})

    async def play():
        dialog.is_pattern.setChecked(True)
        dialog.search.setText("^a$")
        dialog.replacement.setText("d")
        assert dialog.rename.text() == "Rename 1 folder"
        dialog.place.setCurrentIndex(dialog.place.findData(NumberPlace.AFTER))
        assert dialog.rename.text() == "Rename 3 items"
        await until(dialog.isVisible)
        dialog.rename.click()

    agreed = await doing(dialog.run(), play)
    names = [(placed.item.name, name) for placed, name in agreed]
    assert names == [("c.txt", "c 3.txt"), ("a", "d 1"), ("b", "b 2")]


async def test_a_way_back_changes_nothing(qapp):
    dialog = BulkRename(None, [file("a.txt")], {})

    async def play():
        dialog.search.setText("a")
        dialog.replacement.setText("b")
        await until(dialog.isVisible)
        dialog.reject()

    assert await doing(dialog.run(), play) == []
