"""From paths to the queue: looked at, shown when it is much or leaves something out, started."""

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from support.fake_seam import FakeSeam
from support.waiting import until

from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.views import AlreadyThere, LargeUpload, PlannedUpload, Skipped, UploadPlan
from fichier_gui.domain import errors
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.events import OlderKept
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.transfers import TwinRule
from fichier_gui.domain.upload_window import judge
from fichier_gui.ui.dialogs.upload_plan import UploadReview
from fichier_gui.ui.models.folder_tree import FolderTreeModel
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.planning import Planning
from fichier_gui.ui.sending import Sending, needs_review
from fichier_gui.ui.views.notice_bar import NoticeBar

FILES = tuple(PlannedUpload(f"/d/{n}.jpg", f"{n}.jpg", 1000, "", 0) for n in range(601))
SMALL = UploadPlan(FolderId(1), "/Films", (), FILES[:3])
LARGE = replace(SMALL, files=FILES)
SKIPPED = (Skipped("/d/empty", errors.EmptyFile()),)
FOUND = RemoteFile(FileUrl("https://1fichier.com/?found"), "found.jpg", 1000)
THERE = tuple(AlreadyThere(file, FOUND, "/Old") for file in FILES[:2])
SLOW = (LargeUpload(FILES[0], judge(60 * 10**9, 2_500_000.0, 300 * 10**9)),)


class _Bench:
    def __init__(self, qtbot):
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.bar = NoticeBar(SystemClock(), self.window)
        self.window.show()
        self.seam = FakeSeam()
        self.queue = self.seam.program.transfers
        self.problems = []
        self.scope = TaskScope("test", lambda *problem: self.problems.append(problem))
        notices = Notices(self.bar, {}, SystemClock().time)
        planning = Planning(notices, lambda: None)
        here = Navigation(self.seam, FolderTreeModel(self.window), self.scope)
        self.sending = Sending(self.seam, self.window, self.scope, here, notices, planning)

    async def sent(self, press=None):
        """Drop something; press a button of the review if one is to come."""
        self.sending.send(["/d"], FolderId(1))
        if press is not None:
            await until(self.review)
            next(b for b in self.review().findChildren(QPushButton) if b.text() == press).click()
        await until(lambda: not self.scope.names)
        assert self.problems == []
        return [call[1] for call in self.queue.calls if call[0] == "start_upload"]

    def review(self):
        shown = (w for w in QApplication.topLevelWidgets() if isinstance(w, UploadReview) and w.isVisible())
        return next(shown, None)


@pytest.mark.parametrize(
    ("plan", "is_shown"),
    [
        (SMALL, False),
        (LARGE, True),
        (replace(SMALL, skipped=SKIPPED), True),
        (replace(SMALL, twins=FILES[:1]), True),
        (replace(SMALL, slow=SLOW), True),
        (replace(SMALL, there=THERE), True),
        (replace(SMALL, files=()), True),
    ],
)
def test_what_is_large_or_leaves_something_out_is_shown_first(plan, is_shown):
    assert needs_review(plan, FakeSeam().program.preferences.current) is is_shown


async def test_a_small_drop_starts_at_once_and_a_large_one_waits(qtbot):
    bench = _Bench(qtbot)
    bench.queue.uploads = SMALL
    assert await bench.sent() == [SMALL]
    bench.queue.uploads = LARGE
    assert await bench.sent(press="Cancel") == [SMALL]
    assert await bench.sent(press="Upload 601 files") == [SMALL, LARGE]


@pytest.mark.parametrize(
    ("rule", "names"),
    [(TwinRule.KEEP_BOTH, {"0.jpg", "1.jpg", "2.jpg"}), (TwinRule.SKIP, {"1.jpg", "2.jpg"})],
)
async def test_names_that_are_there_follow_the_settings(qtbot, rule, names):
    bench = _Bench(qtbot)
    preferences = bench.seam.program.preferences
    preferences.current = replace(preferences.current, upload_conflict=rule)
    bench.queue.uploads = replace(SMALL, twins=FILES[:1])
    (sent,) = await bench.sent()
    assert {file.name for file in sent.files} == names
    assert ("1 file left out" in bench.bar.sentence) is (rule is TwinRule.SKIP)
    bench.queue.uploads = replace(SMALL, files=FILES[:1], twins=FILES[:1])
    assert len(await bench.sent()) == (1 if rule is TwinRule.SKIP else 2), "nothing is left of it"


async def test_older_files_are_replaced_as_the_settings_say_if_the_new_are_verified(qtbot):
    bench = _Bench(qtbot)
    preferences = bench.seam.program.preferences
    preferences.current = replace(preferences.current, upload_conflict=TwinRule.REPLACE)
    plan = replace(SMALL, twins=FILES[:1], older={FILES[0].name: (FOUND.url,)})
    bench.queue.uploads = plan
    assert await bench.sent() == [replace(plan, replaces=True)]
    # Where nothing is verified nothing would be replaced: that is asked about, and no choice.
    preferences.current = replace(preferences.current, verify_uploads=False)
    assert needs_review(plan, preferences.current)
    assert (await bench.sent(press="Upload 3 files"))[-1] == plan
    bench.seam.happened.emit(OlderKept("0.jpg"))
    assert "The older “0.jpg” stays" in bench.bar.sentence


async def test_copies_are_told_with_their_links_and_what_was_refused_is_sent(qtbot):
    bench = _Bench(qtbot)
    bench.queue.uploads = SMALL
    bench.seam.program.duplicating.there = THERE
    bench.seam.program.duplicating.refused = THERE[1:]
    (sent,) = await bench.sent(press="Upload 1 file")
    assert {file.name for file in sent.files} == {"1.jpg", "2.jpg"}
    assert bench.bar.sentence == "1 file not sent: 1fichier has the content already."
    next(b for b in bench.bar.findChildren(QPushButton) if b.text() == "Copy links").click()
    assert QApplication.clipboard().text().strip() == FOUND.url


async def test_a_long_look_can_be_stopped(qtbot):
    bench = _Bench(qtbot)

    async def slow(paths, folder_id, *, stop):
        while not stop.is_set():
            await asyncio.sleep(0.01)
        return SMALL

    bench.queue.plan_upload = slow
    bench.sending.send(["/d"], FolderId(1))
    await until(lambda: bench.bar.sentence == "Reading what is to be uploaded…")
    next(b for b in bench.bar.findChildren(QPushButton) if b.text() == "Stop").click()
    await until(lambda: not bench.scope.names)
    assert not any(call[0] == "start_upload" for call in bench.queue.calls)
