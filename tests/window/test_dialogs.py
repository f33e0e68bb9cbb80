"""Dialogs: they open without a nested loop, can be used by keyboard, and end in one value."""

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QLibraryInfo, Qt, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPushButton
from support.fake_seam import FakeSeam, link, transfer
from support.waiting import until

from fichier_gui.app.views import (
    AlreadyThere,
    DownloadPlan,
    LargeUpload,
    PlannedDownload,
    PlannedUpload,
    Renamed,
    Skipped,
    UploadPlan,
)
from fichier_gui.domain import errors
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.parts import Part
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.transfers import Answer, Direction, State, TwinRule
from fichier_gui.domain.upload_window import judge
from fichier_gui.ui.dialogs.about import About
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.dialogs.conflict import conflicts, decide
from fichier_gui.ui.dialogs.conflict_panel import WHAT, ConflictPanel
from fichier_gui.ui.dialogs.download_plan import DownloadReview
from fichier_gui.ui.dialogs.licences import Licences, qt_notice
from fichier_gui.ui.dialogs.new_folder import NewFolder, rule_words
from fichier_gui.ui.dialogs.plan_view import SHOWN_OF_GROUP
from fichier_gui.ui.dialogs.quit import may_quit
from fichier_gui.ui.dialogs.remote_folder import RemoteFolderDialog
from fichier_gui.ui.dialogs.upload_plan import UploadReview


async def opened(kind=QDialog):
    """The dialog that has just appeared."""

    def find():
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        return shown[0] if shown else None

    return await until(find)


def press(dialog, label):
    """Press the button of that name."""
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    assert label in buttons, sorted(buttons)
    assert buttons[label].isEnabled()
    buttons[label].click()


async def doing(work, play):
    """Run a dialog's coroutine and, beside it, what a user does."""
    async with asyncio.TaskGroup() as group:
        running = group.create_task(work)
        await play()
    return running.result()


CHOICES = (
    Choice("yes", "Delete 12 files", Weight.MAIN),
    Choice("other", "Something else"),
    Choice("", "Keep them", Weight.BACK),
)


@pytest.mark.parametrize(
    ("key", "expected"),
    [(Qt.Key.Key_Return, "yes"), (Qt.Key.Key_Escape, "")],
)
async def test_a_question_is_answered_by_keyboard(qtbot, key, expected):
    async def play():
        QTest.keyClick(await opened(), key)

    answered = await doing(ask(None, "Delete", "Delete 12 files?", CHOICES), play)
    assert answered.key == expected


async def test_return_destroys_nothing_until_the_user_goes_to_that_button(qtbot):
    choices = (Choice("delete", "Delete", Weight.DESTRUCTIVE), Choice("", "Cancel", Weight.BACK))

    async def hurry():
        QTest.keyClick(await opened(), Qt.Key.Key_Return)

    async def decide():
        dialog = await opened()
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "Delete").setFocus()
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    for check in ("", "For all"):
        assert (await doing(ask(None, "Delete", "?", choices, check=check), hurry)).key == ""
    assert (await doing(ask(None, "Delete", "?", choices), decide)).key == "delete"


async def test_other_tasks_go_on_while_a_question_is_open(qtbot):
    ticks = []

    async def play():
        dialog = await opened()
        for _ in range(20):
            ticks.append(1)
            await asyncio.sleep(0)
        dialog.findChild(QCheckBox).setChecked(True)
        press(dialog, "Something else")

    answered = await doing(ask(None, "Delete", "?", CHOICES, check="For all"), play)
    assert (answered.key, answered.is_checked, len(ticks)) == ("other", True, 20)


async def test_a_cancelled_question_goes_away(qtbot):
    async def cancelled():
        async with asyncio.timeout(0.05):
            await ask(None, "Delete", "?", CHOICES)

    with pytest.raises(TimeoutError):
        await cancelled()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


# Quit


async def test_quitting_asks_only_while_something_runs(qtbot):
    idle = FakeSeam()
    assert await may_quit(idle, None, idle.summary)
    busy = FakeSeam([transfer(1, state=State.MOVING)])

    async def stay():
        press(await opened(), "Keep running")

    assert not await doing(may_quit(busy, None, busy.summary), stay)

    async def go():
        dialog = await opened()
        dialog.findChild(QCheckBox).setChecked(True)
        press(dialog, "Quit and continue later")

    assert await doing(may_quit(busy, None, busy.summary), go)
    assert busy.program.preferences.current.confirm_quit is False
    assert await may_quit(busy, None, busy.summary), "the check box is remembered"


# Conflicts


def conflict(number):
    return transfer(
        number,
        state=State.NEEDS_ANSWER,
        direction=Direction.DOWNLOAD,
        local_path=f"/home/me/Downloads/file {number}.bin",
        error=errors.TargetExists(path="x"),
    )


def cells(panel, column):
    return [panel.model.index(row, column).data() for row in range(panel.model.rowCount())]


def choose(panel, words):
    """As a user does in the box."""
    panel.choice.setCurrentIndex(panel.choice.findText(words))
    panel.choice.activated.emit(panel.choice.currentIndex())


async def test_conflicts_are_decided_in_one_table_for_all_or_each(qtbot):
    rows = [conflict(1), conflict(2), transfer(3), conflict(4)]
    seam = FakeSeam(rows)
    assert [row.id for row in conflicts(rows)] == [1, 2, 4]

    async def play():
        panel = await opened(ConflictPanel)
        assert cells(panel, WHAT) == ["Compare the contents"] * 3
        assert panel.label.text() == "&For all 3 files"
        choose(panel, "Skip")
        assert cells(panel, WHAT) == ["Skip"] * 3 and "stays" in panel.follows.text()
        panel.table.clearSelection()
        panel.table.selectionModel().select(
            panel.model.index(1, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
        assert panel.label.text() == "&For the 1 selected file"
        choose(panel, "Replace")
        assert cells(panel, WHAT) == ["Skip", "Replace", "Skip"]
        panel.table.selectAll()
        assert panel.choice.currentIndex() == -1 and not panel.follows.text(), "they differ"
        press(panel, "Go on")

    assert await doing(decide(seam, None, rows[0], rows), play)
    assert seam.program.transfers.calls == [("answer", [1, 4], Answer.SKIP), ("answer", [2], Answer.REPLACE)]


async def test_what_is_decided_later_is_not_answered(qtbot):
    rows = [conflict(1), conflict(2)]
    seam = FakeSeam(rows)

    async def play():
        panel = await opened(ConflictPanel)
        choose(panel, "Decide later")
        assert not panel.go_on.isEnabled()
        panel.reject()

    assert not await doing(decide(seam, None, rows[0], rows), play)
    assert seam.program.transfers.calls == []


async def test_a_conflict_may_wait(qtbot):
    seam = FakeSeam([conflict(1)])

    async def play():
        press(await opened(), "Decide later")

    assert not await doing(decide(seam, None, conflict(1), []), play)
    assert not seam.program.transfers.calls


# New folder


def test_the_rule_is_said_while_typing():
    assert "look-alikes" in rule_words("")
    assert "＂now＂" in rule_words('What "now"')
    assert "250" in rule_words("x" * 250)


async def test_a_folder_is_made_before_the_dialog_closes(qtbot):
    seam = FakeSeam()
    dialog = NewFolder(seam, None, FolderId(1), "/Films")
    seam.program.browse.problem = errors.FolderExists()

    async def play():
        await until(dialog.isVisible)
        assert not dialog.accept_button.isEnabled()
        dialog.line.setText("  2025 ")
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)
        await until(dialog.problem.isVisible)
        assert dialog.isVisible() and dialog.problem.label.text()
        seam.program.browse.problem = None
        press(dialog, "Make the folder")

    folder = await doing(dialog.run(), play)
    assert folder is not None and folder.name == "2025"
    assert seam.program.browse.made == [(1, "2025")]


# Upload plan


FILES = tuple(PlannedUpload(f"/d/Trip/{n}.jpg", f"{n}.jpg", 1000, "Trip", 0) for n in range(600))
PLAN = UploadPlan(
    FolderId(1),
    "/Films",
    ("Trip",),
    (*FILES, PlannedUpload("/d/a.txt", "a.txt", 50, "", 0)),
    (Skipped("/d/empty", errors.EmptyFile(path="/d/empty")),),
    (Renamed("a?b", "a？b"),),
    (FILES[0],),
)


async def test_the_plan_says_what_will_happen(qtbot):
    review = UploadReview(None, PLAN)
    qtbot.addWidget(review)
    assert review.title.text() == "Upload 601 files to /Films"
    assert review.sum.text().startswith("600 kB in 1 folder")
    tops = [review.view.topLevelItem(n) for n in range(review.view.topLevelItemCount())]
    assert [top.text(0).split()[0] for top in tops] == ["1", "1", "1", "601"]
    assert tops[0].child(0).text(1) == "empty file" and tops[0].isExpanded()
    assert [tops[3].child(n).text(0) for n in range(2)] == ["Trip/", "a.txt"]
    assert tops[3].child(0).text(1) == "600 files, 600 kB"
    review.twins.setCurrentIndex(review.twins.findData(TwinRule.SKIP))
    assert len(review.chosen.files) == 600
    assert review.start.text() == "Upload 600 files"
    tops = [review.view.topLevelItem(n) for n in range(review.view.topLevelItemCount())]
    assert [top.text(0) for top in tops][-1] == "600 to upload", "the list says what the button does"
    assert not any("already there" in top.text(0) for top in tops)


async def test_what_is_replaced_is_sent_and_nothing_else_takes_its_place(qtbot):
    (twin,) = PLAN.twins
    found = RemoteFile(FileUrl("https://1fichier.com/?found"), "old.txt", twin.size)
    there = tuple(AlreadyThere(file, found, "/Old") for file in (twin, FILES[1]))
    review = UploadReview(None, replace(PLAN, there=there), TwinRule.REPLACE)
    qtbot.addWidget(review)
    assert review.twins.currentData() == TwinRule.REPLACE
    chosen = review.chosen
    assert chosen.replaces and twin in chosen.files and twin in chosen.twins
    assert [one.file for one in chosen.copies] == [FILES[1]], "a copy on the server is no verified upload"
    tops = [review.view.topLevelItem(n).text(0) for n in range(review.view.topLevelItemCount())]
    assert any("in the place of an older file" in top for top in tops)
    review.twins.setCurrentIndex(review.twins.findData(TwinRule.KEEP_BOTH))
    assert not review.chosen.replaces and len(review.chosen.copies) == 2
    plain = UploadReview(None, PLAN, TwinRule.REPLACE, verifies=False)
    qtbot.addWidget(plain)
    assert plain.twins.findData(TwinRule.REPLACE) < 0 and not plain.chosen.replaces


SLOW = PlannedUpload("/d/film.mkv", "film.mkv", 60 * 10**9, "", 0)


async def test_an_upload_that_would_be_cut_is_put_off_or_sent_all_the_same(qtbot):
    slow = LargeUpload(SLOW, judge(SLOW.size, 2_500_000.0, 300 * 10**9))
    review = UploadReview(
        None, replace(PLAN, files=(SLOW, FILES[0]), skipped=(), twins=(), slow=(slow,), part_size=50 * 10**9)
    )
    qtbot.addWidget(review)
    assert "60 GB needs about 6 h 40 at your speed; 1fichier cuts an upload at 4 h." in review.sum.text()
    assert review.way is not None
    names = [file.name for file in review.chosen.files]
    assert names == [FILES[0].name, "film.mkv.001", "film.mkv.002"]
    assert review.start.text() == "Upload 3 files"
    review.way.setCurrentIndex(1)
    assert "01:00" in review.way.currentText()
    film, photo = review.chosen.files
    assert film.start_at is not None and film.start_at > time.time() and photo.start_at is None
    review.way.setCurrentIndex(2)
    assert [file.start_at for file in review.chosen.files] == [None, None]


async def test_a_long_group_says_how_much_more(qtbot):
    skipped = tuple(Skipped(f"/d/{n}", errors.EmptyFile()) for n in range(SHOWN_OF_GROUP + 7))
    review = UploadReview(None, replace(PLAN, skipped=skipped))
    qtbot.addWidget(review)
    top = review.view.topLevelItem(0)
    assert top.childCount() == SHOWN_OF_GROUP + 1
    assert top.child(SHOWN_OF_GROUP).text(0) == "… and 7 more"


# Downloads and links


def planned(number, folder="/home/me/Downloads"):
    return PlannedDownload(link(number), f"{number}.zip", 1000 * number, folder)


DOWNLOADS = DownloadPlan(
    Path("/home/me/Downloads"),
    (planned(1), planned(2, "/home/me/Downloads/Trip/Day 1")),
    (Skipped(link(3), errors.NotFound()),),
)


async def test_a_download_plan_is_shown(qtbot):
    review = DownloadReview(None, DOWNLOADS)
    qtbot.addWidget(review)
    assert review.start.text() == "Download 2 files"
    files = review.view.topLevelItem(1)
    assert [files.child(n).text(0) for n in range(2)] == ["Trip/", "1.zip"]


async def test_a_folder_of_the_account_is_chosen(qtbot):
    dialog = RemoteFolderDialog(FakeSeam(), None, "Upload to", "Upload here")

    async def play():
        await until(dialog.isVisible)
        await until(lambda: dialog.model.index_of(FolderId(1)).isValid())
        dialog.tree.setCurrentIndex(dialog.model.index_of(FolderId(1)))
        press(dialog, "Upload here")

    folder = await doing(dialog.run(), play)
    assert folder is not None and folder.name == "Films"


async def test_the_licence_of_the_chosen_part_is_shown(qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    parts = [Part("abc", "1.0", "MIT", "https://example.org/abc", "Words of abc"), Part("xyz", "2", "ISC")]
    dialog = Licences(None, parts)

    async def play():
        await until(dialog.isVisible)
        assert dialog.text.toPlainText() == "Words of abc"
        press(dialog, "Open its page")
        dialog.table.setFocus()
        QTest.keyClick(dialog.table, Qt.Key.Key_Down)
        assert "ISC" in dialog.text.toPlainText()
        assert not dialog.page_button.isEnabled()
        press(dialog, "Close")

    await doing(dialog.run(), play)
    assert opened == ["https://example.org/abc"]


def test_the_notice_of_qt_names_its_licence_its_place_and_its_source(qtbot):
    notice = qt_notice()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath)
    assert "Lesser General Public License" in notice and qVersion() in notice
    assert folder in notice and "https://download.qt.io/" in notice
    assert any("Qt6Core" in path.name for path in [*Path(folder).iterdir(), *Path(folder).parent.iterdir()])


async def test_about_leads_to_the_licences(qtbot):
    about = About(None)

    async def play():
        await until(about.isVisible)
        press(about, "Licences…")

    assert await doing(about.run(), play)


async def test_about_closes_by_escape(qtbot):
    about = About(None)

    async def play():
        await until(about.isVisible)
        QTest.keyClick(about, Qt.Key.Key_Escape)

    await doing(about.run(), play)
