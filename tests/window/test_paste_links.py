"""Links pasted by the hundred: the table fills in by itself, is chosen from, and loses nothing."""

import asyncio
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.fake_seam import FakeSeam, link
from support.waiting import until

from fichier_gui.domain import errors, links
from fichier_gui.domain.pasted import Pasted, Standing
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import ConflictRule
from fichier_gui.ui.dialogs.paste_links import PasteLinks, found_words
from fichier_gui.ui.models.pasted_links import NAME, SIZE, STATE, Shown

FOLDER = "https://1fichier.com/dir/AbCd12"


async def doing(work, play):
    async with asyncio.TaskGroup() as group:
        running = group.create_task(work)
        await play()
    return running.result()


def row(number: int, **facts) -> Pasted:
    url = link(number)
    made = Pasted(url, links.parse(url), Standing.READY, f"{number}.zip", 1000 * number)
    return replace(made, **facts)


def seam_with(*rows: Pasted) -> FakeSeam:
    seam = FakeSeam()
    seam.program.pasting.content = {each.text: (each,) for each in rows}
    return seam


def texts(dialog: PasteLinks, column: int = NAME) -> list[str]:
    model = dialog.table.model
    return [model.index(n, column).data() for n in range(model.rowCount())]


def is_known(dialog: PasteLinks):
    rows = dialog.table.model.rows
    return lambda: (
        bool(rows or dialog.table.model.rows)
        and not any(each.standing is Standing.ASKING for each in dialog.table.model.rows)
    )


def test_links_are_counted_while_they_are_typed():
    assert found_words("") == "No 1fichier link yet."
    assert found_words("hello") == "No 1fichier link in this text."
    assert found_words(f"see {link(1)} and {link(2)}") == "2 file links"
    assert found_words(f"{link(1)} {FOLDER}") == "1 file link and 1 folder link"


async def test_hundreds_fill_in_lazily_and_are_started_as_chosen(qtbot):
    seam = seam_with(*(row(n) for n in range(1, 251)))
    pasting, queue = seam.program.pasting, seam.program.transfers
    pasting.gate.clear()
    dialog = PasteLinks(seam, None)

    async def play():
        await until(dialog.isVisible)
        assert not dialog.next.isEnabled()
        dialog.text.setPlainText("\n".join([*(link(n) for n in range(1, 252)), "https://x.example/a"]))
        dialog.next.click()
        await until(lambda: dialog.table.model.rowCount() == 252)
        # Nothing is known yet, and everything can be started.
        assert dialog.next.text() == "Download 251 files" and dialog.next.isEnabled()
        assert "251 names still to come" in dialog.table.left_out.text()
        pasting.gate.set()
        await until(is_known(dialog))
        assert pasting.asked == [100, 100, 51]
        assert texts(dialog, STATE)[249:] == ["Ready", "Dead link", "Not a 1fichier link"]
        dialog.table.none.click()
        assert not dialog.next.isEnabled()
        dialog.table.filter.setText("24")
        dialog.table.all.click()
        assert dialog.next.text() == "Download 13 files"
        dialog.table.filter.clear()
        first = dialog.table.model.index(0, NAME)
        dialog.table.view.setCurrentIndex(first)
        QTest.keyClick(dialog.table.view, Qt.Key.Key_Space)
        assert dialog.next.text() == "Download 14 files"
        assert "14 files chosen" in dialog.table.total.text()
        dialog.rule.setCurrentIndex(dialog.rule.findData(ConflictRule.KEEP_BOTH))
        dialog.next.click()

    started = await doing(dialog.run(), play)
    assert started is not None and started.batch == 7
    assert started.unusable == (link(251), "https://x.example/a")
    name, plan, rule = queue.calls[-1]
    assert (name, rule, plan.folder) == ("start_download", ConflictRule.KEEP_BOTH, queue.download_folder)
    assert [file.name for file in plan.files[:3]] == ["1.zip", "24.zip", "124.zip"]


async def test_rows_stay_where_they_are_until_the_user_orders_them(qtbot):
    seam = seam_with(row(3), row(1), row(2))
    dialog = PasteLinks(seam, None, f"{link(3)} {link(1)} {link(9)} {link(2)}")

    async def play():
        await until(is_known(dialog))
        assert texts(dialog) == ["3.zip", "1.zip", link(9), "2.zip"]
        dialog.table.view.sortByColumn(SIZE, Qt.SortOrder.AscendingOrder)
        assert texts(dialog) == [link(9), "1.zip", "2.zip", "3.zip"]
        dialog.table.shown.setCurrentIndex(dialog.table.shown.findData(Shown.UNUSABLE))
        assert texts(dialog) == [link(9)]
        dialog.table.copy_unusable.click()
        assert QApplication.clipboard().text() == link(9)
        dialog.table.drop_dead.click()
        assert texts(dialog) == [] and not dialog.table.drop_dead.isVisible()
        dialog.table.shown.setCurrentIndex(0)
        assert texts(dialog) == ["1.zip", "2.zip", "3.zip"]
        dialog.reject()

    assert await doing(dialog.run(), play) is None


async def test_one_password_is_tried_once_on_each_that_wants_one(qtbot):
    seam = seam_with(row(1), row(2, standing=Standing.LOCKED, name="", size=None))
    pasting = seam.program.pasting
    pasting.content[FOLDER] = (Pasted(FOLDER, links.parse(FOLDER), Standing.LOCKED),)
    pasting.behind_lock = {link(2): (row(2),), FOLDER: (row(4), row(5))}
    dialog = PasteLinks(seam, None, f"{link(1)} {link(2)} {FOLDER}")

    async def play():
        await until(is_known(dialog))
        await until(dialog.password.isVisible)
        assert texts(dialog, STATE) == ["Ready", "Password needed", "Password needed"]
        assert dialog.next.text() == "Download 1 file"
        QTest.keyClicks(dialog.password, "guess")
        QTest.keyClick(dialog.password, Qt.Key.Key_Return)
        await until(dialog.problem.isVisible)
        assert texts(dialog, STATE)[1:] == ["Wrong password"] * 2 and not dialog.password.text()
        assert len(pasting.tried) == 2
        QTest.keyClicks(dialog.password, pasting.word)
        dialog.use_password.click()
        await until(lambda: not dialog.password.isVisible())
        assert texts(dialog) == ["1.zip", "2.zip", "4.zip", "5.zip"] and len(pasting.tried) == 4
        assert dialog.next.text() == "Download 4 files"
        dialog.next.click()

    started = await doing(dialog.run(), play)
    assert started is not None and not started.unusable
    plan = seam.program.transfers.calls[-1][1]
    word = Secret(pasting.word)
    assert [file.password for file in plan.files] == [None, word, word, word]


async def test_what_is_locked_and_not_chosen_is_not_lost(qtbot):
    seam = seam_with(row(1), row(2, standing=Standing.LOCKED, name="", size=None))
    dialog = PasteLinks(seam, None, f"{link(1)} {link(2)}")

    async def play():
        await until(is_known(dialog))
        dialog.next.click()

    started = await doing(dialog.run(), play)
    assert started is not None and started.unusable == (link(2),)


async def test_a_question_that_breaks_off_is_said_and_asked_again(qtbot):
    seam = seam_with(row(1), row(2))
    pasting = seam.program.pasting
    pasting.problem = errors.NetworkUnavailable()
    dialog = PasteLinks(seam, None, f"{link(1)} {link(2)}")

    async def play():
        await until(dialog.problem.isVisible)
        assert texts(dialog, STATE) == ["Not known yet"] * 2
        assert dialog.next.text() == "Download 2 files" and dialog.next.isEnabled()
        pasting.problem = None
        dialog.table.again.click()
        await until(lambda: texts(dialog) == ["1.zip", "2.zip"])
        assert not dialog.problem.isVisible() and not dialog.table.again.isVisible()
        dialog.reject()

    await doing(dialog.run(), play)


async def test_another_folder_shows_what_lies_there(qtbot):
    seam = seam_with(row(1), row(2))
    pasting = seam.program.pasting
    pasting.here = {Path("/mnt/disk"): {"1.zip": 1000}}
    dialog = PasteLinks(seam, None, f"{link(1)} {link(2)}")

    async def play():
        await until(is_known(dialog))
        assert dialog.next.text() == "Download 2 files"
        dialog.chooser.put("/mnt/disk")
        dialog.chooser.edited.emit("/mnt/disk")
        await until(lambda: texts(dialog, STATE) == ["Already here", "Ready"])
        assert dialog.next.text() == "Download 1 file"
        dialog.next.click()

    await doing(dialog.run(), play)
    plan = seam.program.transfers.calls[-1][1]
    assert plan.folder == Path("/mnt/disk") and [file.name for file in plan.files] == ["2.zip"]
